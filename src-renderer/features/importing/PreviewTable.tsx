/** The first rows: each value as understood, and below it, quietly, the cell it comes from. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Mapping, PreviewRow, ShownValue } from '../../../src-shared/contract/importContract.ts';
import type { ImportField } from '../../../src-shared/contract/importFields.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { fieldName } from './fieldNames.ts';
import styles from './importing.module.css';
import { MAIN_FIELDS, MORE_FIELDS, positionOf } from './mappingEdit.ts';
import { rejectionText } from './rejection.ts';
import { useShown } from './shownValue.ts';

export interface PreviewTableProps {
  mapping: Mapping;
  columnNames: readonly string[];
  rows: readonly PreviewRow[];
}

interface PreviewColumn {
  /** Whose value the column shows, and whose name it carries; a person's column carries that of what they are told by. */
  readonly field: ImportField;
  /** The columns of the file that the value comes from. */
  readonly from: readonly ImportField[];
}

const isNumber = (value: ShownValue | undefined): boolean =>
  value !== undefined && ('amountMinor' in value || 'number' in value);

/** Of a sale what matters first: when, who, how much, what, by whom. Of a list, every column that is used. */
const columnsOf = (mapping: Mapping): PreviewColumn[] => {
  const used = (field: ImportField) => mapping.columns[field] !== undefined;
  if (mapping.kind === 'customers' || mapping.kind === 'offerings') {
    return [...MAIN_FIELDS[mapping.kind], ...MORE_FIELDS[mapping.kind]].flatMap((field): PreviewColumn[] => {
      const isMadeUp = field === 'customerName' && !used(field);
      if (isMadeUp) return [{ field, from: (['firstName', 'lastName'] as const).filter(used) }];
      return used(field) && field !== 'firstName' && field !== 'lastName' ? [{ field, from: [field] }] : [];
    });
  }
  const person = (['customer', 'customerName', 'cardNumber', 'phone', 'email'] as const).filter(used);
  const amount: PreviewColumn[] = used('amount')
    ? [{ field: 'amount', from: ['amount'] }]
    : used('unitPrice')
      ? [{ field: 'amount', from: ['quantity', 'unitPrice'] }]
      : [];
  const others = (['offering', 'nps', 'csat', 'ces', 'comment', 'staff'] as const).filter(used);
  return [
    { field: 'date', from: ['date'] },
    { field: 'customer', from: person.slice(0, 1) },
    ...amount,
    ...others.map((field) => ({ field, from: [field] })),
  ];
};

export function PreviewTable({ mapping, columnNames, rows }: PreviewTableProps) {
  const words = useWords();
  const shown = useShown();
  const columns = columnsOf(mapping);
  const raw = (row: PreviewRow, fields: readonly ImportField[]): string =>
    fields
      .flatMap((field) => {
        const at = positionOf(mapping, field, columnNames);
        return at === null ? [] : [row.cells[at]?.trim() ?? ''];
      })
      .filter((cell) => cell !== '')
      .join(' × ');
  const numbers = new Set(
    columns
      .filter(({ field }) => rows.some((row) => isNumber(row.understood?.[field])))
      .map(({ field }) => field),
  );
  const writtenOf = (row: PreviewRow, field: ImportField): ReactNode => {
    const value = row.understood?.[field];
    if (value !== undefined) return shown(value);
    return field === 'customer' ? (
      <span className={styles.quiet}>{words.t('import.preview.walkIn')}</span>
    ) : (
      '–'
    );
  };
  return (
    // A wide table scrolls by itself, also by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.tableFrame} aria-label={words.t('import.preview')} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.partTitle}>{words.t('import.preview')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.line}>
              {words.t('rejected.line')}
            </th>
            {columns.map(({ field, from }) => (
              <th key={field} scope="col" className={numbers.has(field) ? styles.number : undefined}>
                {fieldName(words, field === 'customer' ? (from[0] ?? field) : field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} className={row.understood === null ? styles.rejected : undefined}>
              <td className={styles.line}>{row.line}</td>
              {row.understood === null ? (
                <td colSpan={columns.length}>
                  <span className={styles.reason}>
                    <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
                    {row.rejection === null
                      ? null
                      : words.t('import.preview.rejected', { reason: rejectionText(words, row.rejection) })}
                  </span>
                  <span className={styles.raw}>{row.cells.join(' · ')}</span>
                </td>
              ) : (
                columns.map(({ field, from }) => (
                  <td key={field} className={numbers.has(field) ? styles.number : undefined}>
                    <span className={styles.value}>{writtenOf(row, field)}</span>
                    <Raw cell={raw(row, from)} value={writtenOf(row, field)} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The cell as written, where it says something else than what was understood. */
function Raw({ cell, value }: { cell: string; value: ReactNode }) {
  return cell === '' || cell === value || cell.replace(' × ', ' ') === value ? null : (
    <span className={styles.raw}>{cell}</span>
  );
}
