/**
 * Two cards side by side, and the one they would become. Nothing is written before "Make one card", and that can be
 * undone. The address names the card that stays first.
 */
import { useEffect, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { MergeSide } from '../../../src-shared/contract/mergeContract.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { comparePath, PLACES } from '../../ui/places.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './compare.module.css';
import { type Chosen, choiceIn, isToChoose, type Preview, swapped } from './comparison.ts';
import { FieldChoice } from './FieldChoice.tsx';
import { OneCard } from './OneCard.tsx';
import { visitsText } from './pairTexts.ts';
import { useKeepApart } from './useKeepApart.ts';

const idOf = (text: string | undefined): number => (/^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : 0);

export function CompareScreen() {
  const words = useWords();
  const { kept, merged } = useParams<{ kept: string; merged: string }>();
  const [keptId, mergedId] = [idOf(kept), idOf(merged)];
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<Chosen>({});
  const isNamed = keptId > 0 && mergedId > 0;
  const preview = useAnswer('customer.mergePreview', { keptId, mergedId }, { enabled: isNamed });
  const back = () => (history.length > 1 ? history.back() : go(PLACES.duplicates));
  useEscape(back);
  return (
    <Page>
      {preview.data ? (
        <Comparison
          preview={preview.data}
          chosen={chosen}
          onChosen={setChosen}
          onSwap={() => {
            setChosen(swapped(chosen));
            go(comparePath(mergedId, keptId), { replace: true });
          }}
          onLeave={back}
        />
      ) : preview.error || !isNamed ? (
        <ErrorNote error={preview.error}>
          <Command onClick={back}>{words.t('customers.back')}</Command>
        </ErrorNote>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

interface ComparisonProps {
  preview: Preview;
  chosen: Chosen;
  onChosen(chosen: Chosen): void;
  onSwap(): void;
  onLeave(): void;
}

function Comparison({ preview, chosen, onChosen, onSwap, onLeave }: ComparisonProps) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const command = useCommand('customer.merge');
  const undo = useCommand('change.undo');
  const keepApart = useKeepApart();
  const place = useRef<HTMLDivElement>(null);
  /** Made once: a repeated try makes one card of them once. */
  const uid = useRef(crypto.randomUUID());
  const { kept, merged, fields, sameDays, lastSameDay } = preview;
  const birthday = fields.find(({ field }) => field === 'birthday');
  const warnings = [
    ...(sameDays === 0
      ? []
      : [words.t('duplicates.sameDays', { count: sameDays, on: format.date(lastSameDay ?? '') })]),
    ...(birthday !== undefined && isToChoose(birthday) ? [words.t('duplicates.otherBirthdays')] : []),
  ];

  const makeOne = () => {
    if (command.isPending) return;
    const choices = Object.fromEntries(fields.map((field) => [field.field, choiceIn(field, chosen)]));
    const name = fields.find(({ field }) => field === 'name');
    const called = (name !== undefined && choiceIn(name, chosen) === 'merged' ? merged : kept).name;
    command.mutate(
      { uid: uid.current, keptId: kept.customerId, mergedId: merged.customerId, choices },
      {
        onSuccess: ({ changeId }) => {
          notices.say({
            text: words.t('duplicates.merged', { name: called }),
            ...(changeId === null
              ? {}
              : {
                  undo: async () => {
                    await undo.mutateAsync({ changeId });
                    return words.t('duplicates.takenApart', { name: called });
                  },
                }),
          });
          onLeave();
        },
      },
    );
  };
  const apart = () => void keepApart(kept, merged).then((isSaid) => isSaid && onLeave());
  useShortcut('Enter', true, makeOne);
  useShortcut('e', true, onSwap);
  useShortcut('d', true, apart);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const first = place.current?.querySelector<HTMLElement>('input:checked') ?? null;
    (first ?? place.current?.querySelector<HTMLElement>('[data-makes-one]'))?.focus();
  }, []);

  const shown = fields.filter((field) => field.kept !== null || field.merged !== null);
  return (
    <div className={styles.screen} ref={place}>
      <div className={styles.top}>
        <PageTitle>{words.t('duplicates.question')}</PageTitle>
        <div className={styles.acts}>
          <Command isQuiet keys="Esc" className={styles.back} onClick={onLeave}>
            {words.t('customers.back')}
          </Command>
          <SecondAction keys="Mod+D" onClick={apart}>
            {words.t('duplicates.apart')}
          </SecondAction>
          <Action keys="Mod+Enter" onClick={makeOne} loading={command.isPending} data-makes-one="">
            {words.t('duplicates.merge')}
          </Action>
        </div>
      </div>
      {command.error ? <ErrorNote error={command.error} /> : null}
      {warnings.length === 0 ? null : (
        <div className={styles.warnings} role="alert">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.table}>
          <div className={styles.line}>
            <span className={styles.label}>
              <Command keys="Mod+E" onClick={onSwap}>
                {words.t('duplicates.swap')}
              </Command>
            </span>
            <Side title={words.t('duplicates.stays')} side={kept} isStaying />
            <Side title={words.t('duplicates.goes')} side={merged} />
          </div>
          {shown.map((field) => (
            <FieldChoice
              key={field.field}
              field={field}
              chosen={chosen}
              onChoose={(choice) => onChosen({ ...chosen, [field.field]: choice })}
            />
          ))}
        </div>
        <div className={styles.decision}>
          <OneCard preview={preview} chosen={chosen} />
          <p className={styles.note}>{words.t('duplicates.undoable')}</p>
        </div>
      </div>
    </div>
  );
}

function Side({ title, side, isStaying = false }: { title: string; side: MergeSide; isStaying?: boolean }) {
  const words = useWords();
  const format = useFormat();
  return (
    <div className={styles.side}>
      <p className={`${styles.sideTitle} ${isStaying ? styles.staying : ''}`}>{title}</p>
      <p className={styles.sideName}>{side.name}</p>
      <p className={styles.note}>
        {[
          visitsText(words, format, side.visits, side.lastVisitOn),
          ...(side.isInTrash ? [words.t('customers.duplicate.inTrash')] : []),
        ].join(' · ')}
      </p>
    </div>
  );
}

/** Back, wherever on the screen the focus is. */
const useEscape = (leave: () => void): void => {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || document.querySelector('dialog[open]') !== null;
      if (event.key !== 'Escape' || isTaken) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
};
