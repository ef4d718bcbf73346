// biome-ignore-all lint/a11y/useSemanticElements: a native table cannot leave out the rows that are out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the row it stands at
/** The table itself. Only the rows in sight are there; screen readers are told how many there are in all. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { CustomerRow } from '../../../src-shared/contract/customerContract.ts';
import type { ListColumn, ListOrder } from '../../../src-shared/domain/closedLists.ts';
import { currencyDigits } from '../../../src-shared/words/format.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './list.module.css';
import { isNumberColumn, tracksOf } from './listColumns.ts';
import type { ListView } from './listView.ts';
import { ROW_PX, type RowPages } from './useRowPages.ts';
import type { RowSelection } from './useSelection.ts';

export interface CustomerRowsProps {
  place: RefObject<HTMLDivElement | null>;
  grid: RefObject<HTMLDivElement | null>;
  pages: RowPages;
  columns: readonly ListColumn[];
  view: ListView;
  selected: number;
  /** Null where nothing may be done with many at once. */
  selection: RowSelection | null;
  onSort(order: ListOrder): void;
  onSelect(at: number): void;
  onOpen(at: number): void;
  onPick(customerId: number, at: number, isRange: boolean): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function CustomerRows(props: CustomerRowsProps) {
  const { place, grid, pages, columns, view, selected, selection } = props;
  const { onSort, onSelect, onOpen, onPick, onKeyDown } = props;
  const words = useWords();
  const { shop } = useOpenShop();
  const { tracks, least } = tracksOf(columns, selection !== null);
  const digits = useMemo(() => currencyDigits(shop.currency), [shop.currency]);
  const latest = useLatest({ select: onSelect, open: onOpen, pick: onPick });
  const nameOf = (column: ListOrder): string =>
    words.t(`customers.column.${column}`, { currency: shop.currency });
  return (
    <div
      ref={grid}
      className={styles.table}
      style={{ '--tracks': tracks, '--least': least } as CSSProperties}
      role="grid"
      aria-label={words.t('customers.title')}
      aria-rowcount={(pages.total ?? 0) + 1}
      aria-multiselectable={selection !== null}
      aria-activedescendant={
        pages.rows.some(({ at }) => at === selected) ? `customer-row-${selected}` : undefined
      }
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.wide}>
        <div className={`${styles.row} ${styles.headRow}`} role="row" aria-rowindex={1}>
          {selection === null ? null : <CheckAll selection={selection} />}
          {(['name', ...columns] as const).map((column) => (
            <ColumnHead key={column} name={nameOf(column)} order={column} view={view} onSort={onSort} />
          ))}
        </div>
      </div>
      <div
        className={`${styles.body} ${styles.wide} ${pages.total === 0 ? styles.isEmpty : ''}`}
        ref={place}
        role="rowgroup"
      >
        <div className={styles.all} style={{ height: (pages.total ?? 0) * ROW_PX }} role="presentation">
          {pages.rows.map(({ at, row }) => (
            <Row
              // A row out of sight lends its place in the page to the one that comes: nothing is made anew.
              key={at % pages.places}
              at={at}
              row={row}
              columns={columns}
              digits={digits}
              isCurrent={at === selected}
              isPicked={selection === null || row === null ? null : selection.has(row.customerId)}
              onSelect={latest.select}
              onOpen={latest.open}
              onPick={latest.pick}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  at: number;
  row: CustomerRow | null;
  columns: readonly ListColumn[];
  /** Of the shop's currency. */
  digits: number;
  isCurrent: boolean;
  /** Null where nothing may be done with many at once. */
  isPicked: boolean | null;
  onSelect(at: number): void;
  onOpen(at: number): void;
  onPick(customerId: number, at: number, isRange: boolean): void;
}

const Row = memo(function Row(props: RowProps) {
  const { at, row, columns, digits, isCurrent, isPicked, onSelect, onOpen, onPick } = props;
  const words = useWords();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's
    <div
      id={`customer-row-${at}`}
      className={styles.row}
      style={{ top: at * ROW_PX }}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={isPicked ?? isCurrent}
      data-current={isCurrent ? '' : undefined}
      onMouseDown={() => onSelect(at)}
      onClick={() => onOpen(at)}
    >
      {row === null || isPicked === null ? null : (
        <span role="gridcell" className={styles.check}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={words.t('customers.pick', { name: row.name })}
            checked={isPicked}
            onChange={() => undefined}
            onClick={(event) => {
              event.stopPropagation();
              onPick(row.customerId, at, event.shiftKey);
            }}
          />
        </span>
      )}
      {row ? <Cells row={row} columns={columns} digits={digits} /> : null}
    </div>
  );
});

function CheckAll({ selection }: { selection: RowSelection }) {
  const words = useWords();
  const isSome = selection.count > 0;
  return (
    <div role="columnheader" className={styles.check}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={words.t('customers.pickAll')}
        title={words.t('customers.pickAll')}
        checked={selection.isAll && isSome}
        ref={(box) => {
          if (box) box.indeterminate = isSome && !selection.isAll;
        }}
        onChange={() => (isSome ? selection.clear() : selection.all())}
      />
    </div>
  );
}

interface ColumnHeadProps {
  name: string;
  order: ListOrder;
  view: ListView;
  onSort(order: ListOrder): void;
}

function ColumnHead({ name, order, view, onSort }: ColumnHeadProps) {
  const isSorted = order === view.order;
  const Arrow = view.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      className={isNumberColumn(order) ? styles.number : ''}
      {...(isSorted ? { 'aria-sort': view.isDescending ? 'descending' : 'ascending' } : {})}
    >
      <button
        type="button"
        className={`${styles.sort} ${isSorted ? styles.sorted : ''}`}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
        }}
        onClick={() => onSort(order)}
      >
        {name}
        {isSorted ? <Arrow size={14} stroke={2} aria-hidden="true" /> : null}
      </button>
    </div>
  );
}

/** Drawn once for as long as the row is the same: scrolling draws only what comes into sight. */
function Cells({ row, columns, digits }: Pick<RowProps, 'columns' | 'digits'> & { row: CustomerRow }) {
  const format = useFormat();
  return (
    <>
      <span role="gridcell" className={styles.name} title={row.name}>
        {row.name}
      </span>
      {columns.map((column) =>
        column === 'tags' ? (
          <span key={column} role="gridcell" title={row.tags.join(', ')}>
            {row.tags.map((tag) => (
              <span key={tag} className={styles.tag}>
                {tag}
              </span>
            ))}
          </span>
        ) : (
          <span key={column} role="gridcell" className={CLASS_OF[column]}>
            {textOf(row, column, format, digits)}
          </span>
        ),
      )}
    </>
  );
}

const CLASS_OF: Partial<Record<ListColumn, string>> = {
  phone: styles.phone ?? '',
  cardNumber: styles.phone ?? '',
  visits: styles.number ?? '',
  value: styles.number ?? '',
};

const NOTHING = '–';

const textOf = (
  row: CustomerRow,
  column: Exclude<ListColumn, 'tags'>,
  format: ReturnType<typeof useFormat>,
  digits: number,
): string => {
  const { occasions, netMinor } = row;
  switch (column) {
    case 'phone':
    case 'cardNumber':
    case 'email':
    case 'source':
      return row[column] ?? '';
    case 'birthday':
      return row.birthday === null ? '' : format.date(row.birthday, 'dayShort');
    case 'lastVisit':
      return row.lastVisitOn === null ? NOTHING : format.date(row.lastVisitOn, 'dayShort');
    case 'added':
      return format.date(row.addedOn, 'dayShort');
    case 'visits':
      return occasions === 0 ? NOTHING : format.number(occasions);
    case 'value':
      return netMinor === null || (occasions === 0 && netMinor === 0)
        ? NOTHING
        : format.number(netMinor / 10 ** digits);
  }
};

interface Actions {
  select(at: number): void;
  open(at: number): void;
  pick(customerId: number, at: number, isRange: boolean): void;
}

/** The same functions for as long as the table stands, which call what they stand for now: rows need not be drawn anew. */
const useLatest = (actions: Actions): Actions => {
  const current = useRef(actions);
  useLayoutEffect(() => {
    current.current = actions;
  });
  const [stable] = useState<Actions>(() => ({
    select: (at) => current.current.select(at),
    open: (at) => current.current.open(at),
    pick: (customerId, at, isRange) => current.current.pick(customerId, at, isRange),
  }));
  return stable;
};
