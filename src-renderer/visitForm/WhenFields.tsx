/** When it was: typed as people say it, or picked; never later than now. What it means is said when it is not today. */
import { TextField } from '../ui/Field.tsx';
import { Sentence } from '../ui/Sentence.tsx';
import { parseTypedDate } from '../ui/typedDate.ts';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import { DayField } from './DayField.tsx';
import { useDateWords } from './useDateWords.ts';
import type { MomentFault, VisitDraft } from './visitDraft.ts';
import styles from './visitForm.module.css';

export interface WhenFieldsProps {
  date: string;
  time: string;
  today: string;
  sealedMonths: readonly string[];
  fault: MomentFault | null;
  onChange(part: Partial<Pick<VisitDraft, 'date' | 'time'>>): void;
}

export function WhenFields({ date, time, today, sealedMonths, fault, onChange }: WhenFieldsProps) {
  const words = useWords();
  const format = useFormat();
  const dateWords = useDateWords();
  const day = date.trim() === '' ? today : parseTypedDate(date, today, dateWords);
  const isOther = day !== null && day < today;
  const isSealed = day !== null && sealedMonths.includes(day.slice(0, 7));
  return (
    <div className={styles.when}>
      <div className={styles.moment}>
        <DayField
          label={words.t('visits.day')}
          date={date}
          day={day}
          today={today}
          error={
            fault === 'date'
              ? words.t('visits.day.wrong')
              : fault === 'future'
                ? words.t('visits.day.future')
                : null
          }
          onChange={(typed) => onChange({ date: typed })}
        />
        <TextField
          label={words.t('visits.time')}
          placeholder={words.t(isOther ? 'visits.time.noon' : 'visits.time.now')}
          value={time}
          maxLength={8}
          autoComplete="off"
          error={fault === 'time' ? words.t('visits.time.wrong') : null}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
      </div>
      <div role="status" className={styles.counts}>
        {isOther ? (
          <Sentence
            text={words.t('visits.countsFor', {
              // Of this year the weekday says more than the year.
              day: day.slice(0, 4) === today.slice(0, 4) ? format.date(day, 'weekday') : format.date(day),
            })}
            size="note"
          />
        ) : null}
        {isSealed ? (
          <Sentence
            text={words.t('visits.sealed', { month: format.date(day.slice(0, 7), 'month') })}
            size="note"
          />
        ) : null}
      </div>
    </div>
  );
}
