/** Every entry of one holding, oldest first; what is wrong is taken back by an entry of its own. */
import { useAnswer, useCommand } from '../api/procedures.ts';
import { Command } from '../ui/Command.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { useNotices } from '../ui/notices.tsx';
import styles from './benefits.module.css';
import { changeText, moveName, type Writing } from './benefitTexts.ts';
import { useBenefitUndo } from './useBenefitUndo.ts';

export interface MovementsProps {
  benefitId: number;
  writing: Writing;
  isLeading: boolean;
}

export function Movements({ benefitId, writing, isLeading }: MovementsProps) {
  const { words, format } = writing;
  const notices = useNotices();
  const withUndo = useBenefitUndo();
  const statement = useAnswer('benefit.statement', { benefitId });
  const correct = useCommand('benefit.correct');
  if (statement.error) return <ErrorNote error={statement.error} />;
  const shown = statement.data?.holdings[0];
  if (shown === undefined) return null;
  const { holding, entries } = shown;
  const isCounted = holding.rules.kind !== 'membership' && holding.rules.kind !== 'warranty';
  return (
    <ul className={styles.moves}>
      {entries.map((entry) => {
        const what = `${moveName(words, entry)} ${format.date(entry.onDate)}`;
        return (
          <li key={entry.entryId} className={styles.move} data-gone={entry.isTakenBack || undefined}>
            <span>{format.date(entry.onDate)}</span>
            <span>
              {moveName(words, entry)}
              {entry.staffName === null ? null : <span className={styles.moveBy}> {entry.staffName}</span>}
              {entry.isTakenBack ? (
                <span className={styles.moveBy}>, {words.t('benefits.statement.takenBack')}</span>
              ) : null}{' '}
              {isLeading && entry.canBeTakenBack ? (
                <Command
                  isQuiet
                  aria-label={words.t('benefits.takeBackNamed', { what })}
                  disabled={correct.isPending}
                  onClick={() =>
                    correct.mutate(
                      { entryId: entry.entryId },
                      {
                        onSuccess: ({ changeId }) => withUndo(words.t('benefits.tookBack'), changeId),
                        onError: notices.fail,
                      },
                    )
                  }
                >
                  {words.t('benefits.takeBack')}
                </Command>
              ) : null}
            </span>
            <span className={styles.moveAmount}>
              {isCounted ? changeText(entry.amount, holding.rules, writing) : ''}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
