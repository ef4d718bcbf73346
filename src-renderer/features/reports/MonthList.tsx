/** The history of months: each with its sealed headline, and marks for what was reconstructed or corrected. */
import { useEffect, useId, useRef } from 'react';
import type { Received } from '../../api/procedures.ts';
import { shareText } from '../../figures/figureText.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './reports.module.css';

type Month = Received<'report.months'>['months'][number];

export interface MonthListProps {
  readonly months: readonly Month[];
  readonly value: string;
  readonly onChange: (month: string) => void;
}

export function MonthList({ months, value, onChange }: MonthListProps) {
  const words = useWords();
  const format = useFormat();
  const name = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The chosen month is seen when the screen opens, however long the history.
    list.current?.querySelector(':checked')?.closest('label')?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.t('report.months')}</legend>
      <div className={styles.months} ref={list}>
        {months.map((each) => (
          <label key={each.month} className={styles.month}>
            <input
              type="radio"
              name={name}
              value={each.month}
              checked={each.month === value}
              onChange={() => onChange(each.month)}
            />
            <span className={styles.monthName}>{format.date(each.month, 'month')}</span>
            <span className={styles.monthValue}>
              {each.regularShare === null
                ? null
                : words.t('report.month.regulars', { share: shareText(each.regularShare, words) })}
            </span>
            <span className={styles.monthNote}>
              <MonthNote month={each} />
            </span>
          </label>
        ))}
      </div>
      <p className={styles.note}>
        {words.t('report.about.sealed')}
        {months.some(({ seal }) => seal?.isReconstructed)
          ? ` ${words.t('report.about.reconstructed')}`
          : null}
      </p>
    </fieldset>
  );
}

function MonthNote({ month }: { month: Month }) {
  const words = useWords();
  const format = useFormat();
  const { seal, corrections } = month;
  if (!seal) return words.t('report.month.open');
  return (
    <>
      {seal.isReconstructed
        ? words.t('report.month.reconstructed')
        : words.t('report.month.sealedOn', { date: format.date(seal.sealedOn, 'dayShort') })}
      {corrections > 0 ? (
        <span className={styles.corrected}>
          {words.t('report.month.corrections', { count: corrections })}
        </span>
      ) : null}
    </>
  );
}
