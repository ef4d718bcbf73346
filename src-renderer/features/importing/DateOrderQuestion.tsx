/** Day and month could be swapped and the file does not tell: half a year in wrong months looks believable, so ask. */
import type { Mapping, PreviewRow } from '../../../src-shared/contract/importContract.ts';
import { Choices } from '../../ui/Choices.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';
import { dateFieldsOf, isDayFirst, positionOf, withDayAndMonthSwapped, withMapping } from './mappingEdit.ts';

export interface DateOrderQuestionProps {
  mapping: Mapping;
  columnNames: readonly string[];
  rows: readonly PreviewRow[];
  onAnswer(mapping: Mapping): void;
}

export function DateOrderQuestion({ mapping, columnNames, rows, onAnswer }: DateOrderQuestionProps) {
  const words = useWords();
  const format = useFormat();
  // A date where the two readings differ: not 5.5.
  const asked = dateFieldsOf(mapping).flatMap((field) =>
    rows.flatMap((row) => {
      const value = row.understood?.[field];
      const isTelling = value && 'day' in value && value.day.slice(5, 7) !== value.day.slice(8);
      return isTelling ? [{ field, row, day: value.day }] : [];
    }),
  )[0];
  const at = asked === undefined ? null : positionOf(mapping, asked.field, columnNames);
  const row = asked?.row;
  const iso = asked?.day;
  const cell = (at === null ? undefined : row?.cells[at]) ?? '';
  const swapped = iso === undefined ? undefined : `${iso.slice(0, 4)}-${iso.slice(8)}-${iso.slice(5, 7)}`;
  const dayFirst = isDayFirst(mapping.dateFormat) ? iso : swapped;
  const monthFirst = isDayFirst(mapping.dateFormat) ? swapped : iso;
  const answer = (value: 'day' | 'month') =>
    onAnswer(
      (value === 'day') === isDayFirst(mapping.dateFormat)
        ? mapping
        : withMapping(mapping, { dateFormat: withDayAndMonthSwapped(mapping.dateFormat) }),
    );
  return (
    <section className={styles.ask}>
      <Choices
        legend={words.t('import.order.question', { cell })}
        choices={[
          {
            value: 'day',
            label: dayFirst === undefined ? words.t('import.order.dayFirst') : format.date(dayFirst),
          },
          {
            value: 'month',
            label: monthFirst === undefined ? words.t('import.order.monthFirst') : format.date(monthFirst),
          },
        ]}
        value={null}
        onChange={answer}
      />
      <p className={styles.note}>{words.t('import.order.text')}</p>
    </section>
  );
}
