/** Before a person is forgotten: what goes, what stays, that there is no way back; and their name, typed, to say who is meant. */
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { ErasurePreview } from '../../../src-shared/contract/privacyContract.ts';
import { foldedWords } from '../../../src-shared/domain/fold.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { balanceText } from '../../benefits/benefitTexts.ts';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { forgetDraftsAbout } from '../../ui/drafts.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { PartTitle } from '../../ui/PageTitle.tsx';
import { Marked } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './privacy.module.css';

export interface ForgetDialogProps {
  customerId: number;
  onClose(): void;
  onForgotten(): void;
}

export function ForgetDialog({ customerId, onClose, onForgotten }: ForgetDialogProps) {
  const words = useWords();
  const preview = useAnswer('privacy.preview', { customerId });
  const name = preview.data?.name ?? '';
  const label = words.t('privacy.forget.title', { name });
  // The focus goes to the field when the dialog opens, so it opens with everything in it.
  if (!preview.data && !preview.error) return null;
  return (
    <Overlay label={label} onClose={onClose}>
      <div className={styles.sheet}>
        {preview.error ? <ErrorNote error={preview.error} /> : null}
        {preview.data ? (
          <>
            <PartTitle>{label}</PartTitle>
            <What preview={preview.data} />
            <Typed preview={preview.data} onClose={onClose} onForgotten={onForgotten} />
          </>
        ) : null}
      </div>
    </Overlay>
  );
}

const goes = (words: Words, { merged, others }: ErasurePreview): string[] => [
  words.t('privacy.forget.goesText'),
  ...(merged === 0 ? [] : [words.t('privacy.forget.merged', { count: merged })]),
  ...(others === 0 ? [] : [words.t('privacy.forget.others', { count: others })]),
];

const stays = (words: Words, { visits, opinions }: ErasurePreview): string[] =>
  visits + opinions === 0
    ? [words.t('privacy.forget.nothingStays')]
    : [
        ...(visits === 0 ? [] : [words.t('privacy.forget.visits', { count: visits })]),
        ...(opinions === 0 ? [] : [words.t('privacy.forget.opinions', { count: opinions })]),
      ];

function What({ preview }: { preview: ErasurePreview }) {
  const words = useWords();
  const format = useFormat();
  const { currency } = useOpenShop().shop;
  const writing = { words, format, currency };
  return (
    <>
      <section>
        <h3 className={styles.title}>{words.t('privacy.forget.goes')}</h3>
        <Sentences texts={goes(words, preview)} />
        {preview.holdings.length === 0 ? null : (
          <div className={styles.lost}>
            <p>{words.t('privacy.forget.holds')}</p>
            <ul>
              {preview.holdings.map((holding) => (
                <li key={holding.benefitId}>
                  {holding.planName}: <Marked text={balanceText(holding, writing)} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      <section>
        <h3 className={styles.title}>{words.t('privacy.forget.stays')}</h3>
        <Sentences texts={stays(words, preview)} />
        <p className={styles.about}>{words.t('privacy.forget.beyond')}</p>
      </section>
    </>
  );
}

function Sentences({ texts }: { texts: readonly string[] }) {
  return (
    <ul className={styles.sentences}>
      {texts.map((text) => (
        <li key={text}>
          <Marked text={text} />
        </li>
      ))}
    </ul>
  );
}

/** As the door compares them. */
const isMeant = (typed: string, name: string): boolean =>
  typed.trim() !== '' && foldedWords(typed).join(' ') === foldedWords(name).join(' ');

function Typed({
  preview,
  onClose,
  onForgotten,
}: { preview: ErasurePreview } & Omit<ForgetDialogProps, 'customerId'>) {
  const words = useWords();
  const notices = useNotices();
  const client = useQueryClient();
  const erase = useCommand('privacy.erase');
  const [typed, setTyped] = useState('');
  const { customerId, name } = preview;
  const isReady = isMeant(typed, name) && !erase.isPending;
  const forget = async () => {
    if (!isReady) return;
    const done = await erase.mutateAsync({ customerId, name: typed }).catch(() => null);
    if (done === null) return;
    onForgotten();
    onClose();
    forgetDraftsAbout(customerId);
    // Ways back and answers that are still known name the person; this dialog's own are free when it is gone.
    notices.putAllAway();
    setTimeout(() => {
      client.removeQueries({ type: 'inactive' });
      client.getMutationCache().clear();
    });
    notices.say({ text: words.t('privacy.forget.done', { count: done.visits }) });
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // The dialog lies in the card's form, which is not to be saved by this.
    event.preventDefault();
    void forget();
  };
  return (
    <div className={styles.typed}>
      <p className={styles.never}>{words.t('privacy.forget.never')}</p>
      <TextField
        label={words.t('privacy.forget.type', { name })}
        value={typed}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      {erase.error ? <ErrorNote error={erase.error} /> : null}
      <div className={styles.foot}>
        <SecondAction keys="Esc" onClick={onClose}>
          {words.t('privacy.forget.keep')}
        </SecondAction>
        <Action
          className={styles.do}
          keys="Enter"
          disabled={!isReady}
          loading={erase.isPending}
          onClick={() => void forget()}
        >
          {words.t('privacy.forget.do')}
        </Action>
      </div>
    </div>
  );
}
