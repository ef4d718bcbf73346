/** The history of months: each with its sealed headline, and marks for what was reconstructed or corrected. */
import { useId, useState } from 'react';
import type { Received } from '../../api/procedures.ts';
import { shareText } from '../../figures/figureText.ts';
import { Command } from '../../ui/Command.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './reports.module.css';

/** The rest of a long history is a click away: a list that scrolls inside a screen that scrolls holds people up. */
const RECENT = 5;

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
  const [isWhole, setIsWhole] = useState(false);
  // The chosen month is always seen.
  const recent = Math.max(RECENT, months.findIndex(({ month }) => month === value) + 1);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.t('report.months')}</legend>
      <div className={styles.months}>
        {(isWhole ? months : months.slice(0, recent)).map((each) => (
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
      {months.length <= recent ? null : (
        <div className={styles.older}>
          <Command aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole
              ? words.t('report.months.fewer')
              : words.t('report.months.all', { count: months.length })}
          </Command>
        </div>
      )}
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
