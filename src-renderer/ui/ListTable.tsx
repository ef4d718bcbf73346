/** The quiet table of the owner's lists: hairlines, a header that sorts, what is archived in grey. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './ListTable.module.css';

export interface ListColumn<K extends string> {
  readonly key: K;
  readonly name: string;
  readonly isNumber?: boolean;
  /** Such as `8rem`; without it the column takes what is left. */
  readonly width?: string;
  readonly isUnsortable?: boolean;
}

export interface Sorting<K extends string> {
  readonly by: K;
  readonly isDown: boolean;
}

export interface ListTableProps<K extends string> {
  label: string;
  columns: readonly ListColumn<K>[];
  sorting?: Sorting<K>;
  onSort?(sorting: Sorting<K>): void;
  /** Below it the table is scrolled and its first column stays wide enough to be read. */
  minWidth?: string;
  /** Of the last column, which holds what can be done with a row. */
  actionsName: string;
  children: ReactNode;
}

export function ListTable<K extends string>(props: ListTableProps<K>) {
  const { label, columns, sorting, onSort, actionsName, minWidth, children } = props;
  return (
    <div className={styles.scroll}>
      <table
        className={styles.table}
        aria-label={label}
        {...(minWidth === undefined ? {} : { style: { minWidth } })}
      >
        <thead>
          <tr>
            {columns.map(({ key, name, isNumber, width, isUnsortable }) => {
              const isSorted = sorting?.by === key;
              const sortable = onSort && !isUnsortable;
              return (
                <th
                  key={key}
                  scope="col"
                  className={isNumber ? styles.number : ''}
                  {...(width === undefined ? {} : { style: { width } })}
                  {...(isSorted ? { 'aria-sort': sorting.isDown ? 'descending' : 'ascending' } : {})}
                >
                  {sortable ? (
                    <button
                      type="button"
                      className={styles.sort}
                      onClick={() => onSort({ by: key, isDown: isSorted && !sorting.isDown })}
                    >
                      {name}
                      {isSorted ? <SortMark isDown={sorting.isDown} /> : null}
                    </button>
                  ) : (
                    name
                  )}
                </th>
              );
            })}
            <th scope="col" className={styles.actions}>
              <span className={styles.unseen}>{actionsName}</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function SortMark({ isDown }: { isDown: boolean }) {
  const Mark = isDown ? IconArrowDown : IconArrowUp;
  return <Mark size={14} stroke={2} aria-hidden="true" />;
}

export function ListRow({ isArchived, children }: { isArchived: boolean; children: ReactNode }) {
  return <tr className={isArchived ? styles.archived : ''}>{children}</tr>;
}

/** The commands of a row, in its last cell. */
export function RowActions({ children }: { children: ReactNode }) {
  return (
    <td className={styles.actions}>
      <div className={styles.commands}>{children}</div>
    </td>
  );
}
