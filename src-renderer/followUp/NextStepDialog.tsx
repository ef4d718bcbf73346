/**
 * The next step with one customer, over whatever screen is open: first which one, by its number, then its form. Closed
 * by Esc; what is saved can be taken back.
 */
import { MantineThemeProvider } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Appointment } from '../../src-shared/contract/appointmentContract.ts';
import type { ShownCase } from '../../src-shared/contract/caseContract.ts';
import type { Person } from '../../src-shared/contract/customerContract.ts';
import type { Wish } from '../../src-shared/contract/wishContract.ts';
import { useCommand } from '../api/procedures.ts';
import { Command } from '../ui/Command.tsx';
import { Key } from '../ui/Key.tsx';
import { Overlay } from '../ui/Overlay.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { AppointmentForm } from './AppointmentForm.tsx';
import { CaseForm } from './CaseForm.tsx';
import styles from './followUp.module.css';
import { GestureForm } from './GestureForm.tsx';
import { PromiseForm } from './PromiseForm.tsx';
import { RecommendationForm } from './RecommendationForm.tsx';
import { STEPS, type Step } from './steps.ts';
import { useOpenActs } from './useOpenActs.ts';
import { useSaid } from './useSaid.ts';
import { WordsForm } from './WordsForm.tsx';

/** What is asked for; with a record, that record's own form. */
export type Asked =
  | { readonly step: 'choose' | Exclude<Step, 'case' | 'appointment'>; readonly of: Person }
  | { readonly step: 'appointment'; readonly of: Person; readonly appointment?: Appointment }
  /** Without a person: who it is about is asked too. */
  | { readonly step: 'case'; readonly of: Person | null; readonly known?: ShownCase }
  | { readonly step: 'closeCase'; readonly known: ShownCase }
  | { readonly step: 'solveWish'; readonly wish: Wish };

export interface NextStepDialogProps {
  asked: Asked;
  onAsk(asked: Asked): void;
  onClose(): void;
}

/** A list of choices must lie in the dialog: behind it nothing can be reached. */
const IN_DIALOG = {
  components: { Combobox: { defaultProps: { withinPortal: false, floatingStrategy: 'fixed' as const } } },
};

export function NextStepDialog({ asked, onAsk, onClose }: NextStepDialogProps) {
  const words = useWords();
  const inside = useRef<HTMLDivElement>(null);
  // The form comes after the dialog was shown: it says itself where typing begins.
  useEffect(() => {
    if (asked.step !== 'choose') inside.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [asked]);
  const label = words.t('followUp.next');
  return (
    <Overlay label={label} onClose={onClose}>
      <MantineThemeProvider inherit theme={IN_DIALOG}>
        <div ref={inside} className={styles.inside}>
          <Asking asked={asked} onAsk={onAsk} onClose={onClose} />
        </div>
      </MantineThemeProvider>
    </Overlay>
  );
}

function Asking({ asked, onAsk, onClose }: NextStepDialogProps) {
  switch (asked.step) {
    case 'choose':
      return <Choose of={asked.of} onAsk={onAsk} onClose={onClose} />;
    case 'appointment':
      return <AppointmentForm {...asked.of} appointment={asked.appointment ?? null} onClose={onClose} />;
    case 'promise':
      return <PromiseForm {...asked.of} onClose={onClose} />;
    case 'gesture':
      return <GestureForm {...asked.of} onClose={onClose} />;
    case 'recommendation':
      return <RecommendationForm {...asked.of} onClose={onClose} />;
    case 'case':
      return <CaseForm of={asked.of} known={asked.known ?? null} onClose={onClose} />;
    case 'wish':
      return <WishForm of={asked.of} onClose={onClose} />;
    case 'closeCase':
      return <CloseCaseForm known={asked.known} onClose={onClose} />;
    case 'solveWish':
      return <SolveWishForm wish={asked.wish} onClose={onClose} />;
  }
}

function Choose({ of, onAsk, onClose }: { of: Person; onAsk(asked: Asked): void; onClose(): void }) {
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  const begun = STEPS.map((step) => ({
    key: step,
    name: words.t(`followUp.do.${step}`),
    text: words.t(`followUp.does.${step}`),
    run: () => onAsk({ step, of }),
  }));
  const open = useOpenActs(of, onAsk, onClose).map((act) => ({ ...act, key: act.name }));
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = [...begun, ...open][Number(event.key) - 1];
    if (/^[1-9]$/.test(event.key) && act !== undefined) {
      event.preventDefault();
      act.run();
      return;
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: numbers are a shorter way to the buttons inside
    <div className={styles.choose} onKeyDown={pressed}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.t('followUp.nextWith', { name: of.name })}</h2>
        <Command isQuiet keys="Esc" onClick={onClose}>
          {words.t('followUp.leave')}
        </Command>
      </div>
      <div className={styles.steps} ref={list}>
        {[...begun, ...open].map(({ key, name, text, run }, index) => (
          <button
            key={key}
            type="button"
            className={styles.step}
            data-autofocus={index === 0 || undefined}
            data-open={index >= begun.length || undefined}
            onClick={run}
          >
            <Key keys={String(index + 1)} />
            <span className={styles.stepName}>{name}</span>
            <span className={styles.stepText}>{text}</span>
          </button>
        ))}
      </div>
      <p className={styles.note}>{words.t('followUp.choose')}</p>
    </div>
  );
}

function WishForm({ of, onClose }: { of: Person; onClose(): void }) {
  const words = useWords();
  const { say } = useSaid();
  const make = useCommand('wish.make');
  return (
    <WordsForm
      title={words.t('followUp.do.wish')}
      about={of.name}
      label={words.t('followUp.wish.text')}
      example={words.t('followUp.wish.example')}
      isBusy={make.isPending}
      error={make.error}
      onClose={onClose}
      onSave={(text) =>
        make.mutate(
          { customerId: of.customerId, text, staffId: null },
          {
            onSuccess: ({ changeId }) => {
              say(words.t('followUp.said.wish', { name: of.name }), changeId, of.name);
              onClose();
            },
          },
        )
      }
    />
  );
}

function SolveWishForm({ wish, onClose }: { wish: Wish; onClose(): void }) {
  const words = useWords();
  const { say } = useSaid();
  const solve = useCommand('wish.solve');
  const { name } = wish.customer;
  return (
    <WordsForm
      title={words.t('wishes.solve.title')}
      about={`${name}: ${wish.text}`}
      label={words.t('wishes.solution')}
      text={wish.solution ?? ''}
      isBusy={solve.isPending}
      error={solve.error}
      onClose={onClose}
      onSave={(solution) =>
        solve.mutate(
          { wishId: wish.wishId, solution },
          {
            onSuccess: ({ changeId }) => {
              say(words.t('followUp.said.solved', { name }), changeId, name);
              onClose();
            },
          },
        )
      }
    />
  );
}

function CloseCaseForm({ known, onClose }: { known: ShownCase; onClose(): void }) {
  const words = useWords();
  const { say } = useSaid();
  const close = useCommand('case.close');
  const name = known.customer?.name ?? words.t('followUp.nobody');
  return (
    <WordsForm
      title={words.t('cases.close.title')}
      about={known.text === '' ? name : `${name}: ${known.text}`}
      label={words.t('cases.solution')}
      text={known.solution ?? ''}
      save={words.t('cases.closeIt')}
      isBusy={close.isPending}
      error={close.error}
      onClose={onClose}
      onSave={(solution) =>
        close.mutate(
          { caseId: known.caseId, solution },
          {
            onSuccess: ({ changeId }) => {
              say(words.t('followUp.said.closed', { name }), changeId, name);
              onClose();
            },
          },
        )
      }
    />
  );
}
