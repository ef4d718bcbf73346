/** What people would have liked: those to be told, those without a solution yet, those who know, those who came. */
import type { MessageKey } from '../../../src-shared/words/words.ts';
import { useAnswer } from '../../api/procedures.ts';
import styles from '../../followUp/followUp.module.css';
import { NextStepHost } from '../../followUp/NextStepHost.tsx';
import { WishRow } from '../../followUp/rows.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { keyText } from '../../ui/Key.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { Frame, Section } from './Frame.tsx';

const ENDED_LISTED = 50;

const SECTIONS = [
  ['solved', 'wishes.toTell'],
  ['wished', 'wishes.toSolve'],
  ['told', 'wishes.told'],
] as const satisfies readonly (readonly [string, MessageKey])[];

export function WishesScreen() {
  const words = useWords();
  const list = useAnswer('wish.list', { endedLimit: ENDED_LISTED });
  const { open = [], ended = [], counts } = list.data ?? {};
  const isEmpty = list.data !== undefined && open.length === 0 && ended.length === 0;
  return (
    <NextStepHost>
      <Frame
        of="customers"
        title={words.t('wishes.title')}
        {...(isEmpty || counts === undefined ? {} : { lead: words.t('wishes.lead', { count: counts.came }) })}
      >
        {list.error ? <ErrorNote error={list.error} /> : null}
        {isEmpty ? (
          <EmptyState
            title={words.t('wishes.none.title')}
            text={words.t('wishes.none.text', { keys: keyText('Mod+T') })}
          />
        ) : null}
        {SECTIONS.map(([step, title]) => {
          const wishes = open.filter((wish) => wish.step === step);
          return wishes.length === 0 ? null : (
            <Section key={step} title={words.t(title)}>
              <ul className={styles.wide}>
                {wishes.map((wish) => (
                  <WishRow key={wish.wishId} wish={wish} isListed />
                ))}
              </ul>
            </Section>
          );
        })}
        {ended.length === 0 ? null : (
          <Section title={words.t('wishes.ended')}>
            <ul className={styles.wide}>
              {ended.map((wish) => (
                <WishRow key={wish.wishId} wish={wish} isListed />
              ))}
            </ul>
          </Section>
        )}
      </Frame>
    </NextStepHost>
  );
}
