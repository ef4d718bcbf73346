/** What a dry run would do, row by row and field by field, before anybody agrees to it. */
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type {
  Difference,
  DifferenceOutcome,
  ImportCounts,
} from '../../../src-shared/contract/importContract.ts';
import { useAnswer } from '../../api/procedures.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { fieldName } from './fieldNames.ts';
import styles from './importing.module.css';
import { rejectionText } from './rejection.ts';
import { useShown } from './shownValue.ts';

type Shown = Exclude<DifferenceOutcome, 'rejected'>;

export function Differences({ jobId, counts }: { jobId: string; counts: ImportCounts }) {
  const words = useWords();
  const format = useFormat();
  // Rows that stay out have a table of their own.
  const there = (['created', 'updated', 'unchanged'] as const).filter((outcome) => counts[outcome] > 0);
  const [chosen, setChosen] = useState<Shown | null>(null);
  const outcome = chosen ?? (there.includes('updated') ? 'updated' : (there[0] ?? 'created'));
  const [page, setPage] = useState(0);
  const answer = useAnswer('import.differences', { jobId, outcome, page }, { keepsPrevious: true });
  if (there.length === 0) return null;
  const { rows = [], total = 0, pageSize = 1 } = answer.data ?? {};
  const from = page * pageSize;
  return (
    <section className={styles.counts} aria-label={words.t('import.diff')}>
      <h2 className={styles.partTitle}>{words.t('import.diff')}</h2>
      {there.length > 1 ? (
        <Choices<Shown>
          legend={words.t('import.diff')}
          isLegendHidden
          choices={there.map((value) => ({
            value,
            label: words.t(`import.diff.${value}`, { count: format.number(counts[value]) }),
          }))}
          value={outcome}
          onChange={(value) => {
            setChosen(value);
            setPage(0);
          }}
        />
      ) : null}
      {answer.error ? <ErrorNote error={answer.error} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.tableFrame} aria-label={words.t('import.diff.what')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.line}>
                {words.t('import.diff.row')}
              </th>
              <th scope="col">{words.t('import.diff.who')}</th>
              <th scope="col">{words.t('import.diff.what')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <DifferenceRow key={row.line} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      {total > pageSize ? (
        <div className={styles.onward}>
          <Command disabled={page === 0} onClick={() => setPage(page - 1)}>
            {words.t('import.diff.previous')}
          </Command>
          <span role="status">
            {words.t('import.diff.page', {
              from: format.number(from + 1),
              to: format.number(Math.min(from + pageSize, total)),
              count: format.number(total),
            })}
          </span>
          <Command disabled={from + pageSize >= total} onClick={() => setPage(page + 1)}>
            {words.t('import.diff.next')}
          </Command>
        </div>
      ) : null}
    </section>
  );
}

/** A visit's title begins with its day. */
const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;

function DifferenceRow({ row }: { row: Difference }) {
  const words = useWords();
  const format = useFormat();
  const shown = useShown();
  return (
    <tr>
      <td className={styles.line}>{row.line}</td>
      <td>
        <span className={styles.value}>
          {row.title.replace(ISO_DAY, (day) => format.date(day, 'dayShort'))}
        </span>
        {row.recognisedBy === null ? null : (
          <span className={styles.raw}>
            {words.t('import.diff.by', { by: words.t(`import.recognised.${row.recognisedBy}`) })}
          </span>
        )}
      </td>
      <td>
        {row.rejection === null ? null : rejectionText(words, row.rejection)}
        {row.fields.length === 0 && row.rejection === null ? (
          <span className={styles.quiet}>{words.t('import.diff.nothing')}</span>
        ) : null}
        <ul className={styles.changes}>
          {row.fields.map(({ field, before, after, isKept }) => {
            // Who it was stands in the title.
            if (field === 'customer' && row.title.endsWith(shown(after))) return null;
            const name = fieldName(words, field);
            const key = `${field} ${shown(after)}`;
            if (isKept) {
              const values = {
                field: name,
                before: before === null ? '–' : shown(before),
                after: shown(after),
              };
              return (
                <li key={key} className={styles.quiet}>
                  {words.t('import.diff.kept', values)}
                </li>
              );
            }
            return (
              <li key={key}>
                <span className={styles.quiet}>{name}</span>{' '}
                {before === null ? null : (
                  <>
                    <s>{shown(before)}</s>{' '}
                    <IconArrowRight
                      size={14}
                      stroke={1.75}
                      aria-label={words.t('import.diff.arrow')}
                      role="img"
                    />{' '}
                  </>
                )}
                <span>{shown(after)}</span>
              </li>
            );
          })}
        </ul>
      </td>
    </tr>
  );
}
