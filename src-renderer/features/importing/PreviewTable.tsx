/** The first rows: each value as understood, and below it, quietly, the cell it comes from. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Mapping, PreviewRow, VisitField } from '../../../src-shared/contract/importContract.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { fieldNames } from './fieldNames.ts';
import styles from './importing.module.css';
import { positionOf } from './mappingEdit.ts';
import { rejectionText } from './rejection.ts';

export interface PreviewTableProps {
  mapping: Mapping;
  columnNames: readonly string[];
  rows: readonly PreviewRow[];
}

type Understood = NonNullable<PreviewRow['understood']>;

export function PreviewTable({ mapping, columnNames, rows }: PreviewTableProps) {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const names = fieldNames(words);
  const raw = (row: PreviewRow, fields: readonly VisitField[]): string =>
    fields
      .flatMap((field) => {
        const at = positionOf(mapping, field, columnNames);
        return at === null ? [] : [row.cells[at]?.trim() ?? ''];
      })
      .filter((cell) => cell !== '')
      .join(' × ');
  const has = (...fields: VisitField[]) => fields.some((field) => mapping.columns[field] !== undefined);
  const amountFields: VisitField[] = has('amount') ? ['amount'] : ['quantity', 'unitPrice'];
  const customerFields: VisitField[] = has('customer')
    ? ['customer']
    : (['customerName', 'phone', 'email'] as const).filter((field) => has(field)).slice(0, 1);
  const columns: {
    name: string;
    isNumber?: boolean;
    fields: readonly VisitField[];
    value(of: Understood): ReactNode;
  }[] = [
    {
      name: names.date,
      fields: ['date'],
      value: (of) => `${format.date(of.businessDate, 'dayShort')}${of.time === null ? '' : ` ${of.time}`}`,
    },
    {
      name: names.customer,
      fields: customerFields,
      value: (of) => of.customer ?? <span className={styles.quiet}>{words.t('import.preview.walkIn')}</span>,
    },
    ...(has('amount', 'unitPrice')
      ? [
          {
            name: names.amount,
            isNumber: true,
            fields: amountFields,
            value: (of: Understood) =>
              of.amountMinor === null ? '–' : format.money(of.amountMinor, shop.currency),
          },
        ]
      : []),
    ...(has('offering')
      ? [
          {
            name: names.offering,
            fields: ['offering'] as const,
            value: (of: Understood) => of.offering ?? '–',
          },
        ]
      : []),
    ...(has('staff')
      ? [{ name: names.staff, fields: ['staff'] as const, value: (of: Understood) => of.staff ?? '–' }]
      : []),
  ];
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
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.isNumber ? styles.number : undefined}>
                {column.name}
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
                columns.map((column) => (
                  <td key={column.name} className={column.isNumber ? styles.number : undefined}>
                    <span className={styles.value}>{column.value(row.understood as Understood)}</span>
                    <Raw cell={raw(row, column.fields)} value={column.value(row.understood as Understood)} />
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
  return cell === '' || cell === value ? null : <span className={styles.raw}>{cell}</span>;
}
