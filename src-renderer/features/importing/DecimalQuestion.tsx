/** 1,250 is one and a quarter in Warsaw and twelve hundred and fifty in London; where no number of the file tells, ask. */
import type { Mapping, PreviewRow } from '../../../src-shared/contract/importContract.ts';
import type { ImportField } from '../../../src-shared/contract/importFields.ts';
import { Choices } from '../../ui/Choices.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';
import { positionOf } from './mappingEdit.ts';

export interface DecimalQuestionProps {
  mapping: Mapping;
  columnNames: readonly string[];
  rows: readonly PreviewRow[];
  onAnswer(decimal: Mapping['decimal']): void;
}

const NUMBERS = [
  'amount',
  'unitPrice',
  'quantity',
  'price',
  'cost',
  'discount',
] as const satisfies readonly ImportField[];
const FRACTION_DIGITS = 3;

export function DecimalQuestion({ mapping, columnNames, rows, onAnswer }: DecimalQuestionProps) {
  const words = useWords();
  const format = useFormat();
  const cell = NUMBERS.flatMap((field) => {
    const at = positionOf(mapping, field, columnNames);
    return at === null ? [] : rows.map((row) => row.cells[at]?.trim() ?? '');
  }).find((text) => /\d[.,]\d{3}(?!\d)/.test(text));
  const sign = cell?.includes(',') ? ',' : '.';
  const digits = cell?.replace(/[^\d.,]/g, '') ?? '';
  const asFraction = Number(digits.replace(',', '.'));
  const asThousands = Number(digits.replace(/[.,]/g, ''));
  const other = sign === ',' ? '.' : ',';
  return (
    <section className={styles.ask}>
      <Choices<Mapping['decimal']>
        legend={words.t('import.decimalQuestion', { cell: cell ?? '1,250' })}
        choices={[
          { value: sign, label: format.number(asFraction, FRACTION_DIGITS) },
          { value: other, label: format.number(asThousands) },
        ]}
        value={null}
        onChange={onAnswer}
      />
      <p className={styles.note}>{words.t('import.decimalQuestion.text')}</p>
    </section>
  );
}
