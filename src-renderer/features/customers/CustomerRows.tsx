// biome-ignore-all lint/a11y/useSemanticElements: a native table cannot leave out the rows that are out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the row it stands at
/** The table itself. Only the rows in sight are there; screen readers are told how many there are in all. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import type { CustomerRow } from '../../../src-shared/contract/customerContract.ts';
import type { ListOrder } from '../../../src-shared/domain/closedLists.ts';
import { currencyDigits } from '../../../src-shared/words/format.ts';
import { useRole } from '../../api/access.tsx';
import { useOpenShop } from '../../api/shop.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './list.module.css';
import type { ListView } from './listView.ts';
import { ROW_PX, type RowPages } from './useRowPages.ts';

export interface CustomerRowsProps {
  place: RefObject<HTMLDivElement | null>;
  pages: RowPages;
  /** Whether anybody has a tag: an empty column is none. */
  hasTags: boolean;
  view: ListView;
  selected: number;
  onSort(order: ListOrder): void;
  onSelect(at: number): void;
  onOpen(at: number): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function CustomerRows(props: CustomerRowsProps) {
  const { place, pages, hasTags, view, selected, onSort, onSelect, onOpen, onKeyDown } = props;
  const words = useWords();
  const { shop } = useOpenShop();
  // All amounts, one below the other, are the turnover.
  const hasValue = useRole() !== 'desk';
  const columns: readonly (readonly [string, ListOrder | null, (string | undefined)?])[] = [
    [words.t('customers.column.name'), 'name'],
    [words.t('customers.contact.phone'), null],
    [words.t('customers.column.lastVisit'), 'lastVisit'],
    [words.t('customers.column.visits'), 'visits', styles.number],
    ...(hasValue
      ? [[words.t('customers.column.value', { currency: shop.currency }), 'value', styles.number] as const]
      : []),
    ...(hasTags ? [[words.t('customers.tags'), null, styles.tagsColumn] as const] : []),
    [words.t('customers.source'), 'source', styles.sourceColumn],
  ];
  return (
    <div
      className={`${styles.table} ${hasTags ? '' : styles.untagged} ${hasValue ? '' : styles.valueless}`}
      role="grid"
      aria-label={words.t('customers.title')}
      aria-rowcount={(pages.total ?? 0) + 1}
      aria-activedescendant={
        pages.rows.some(({ at }) => at === selected) ? `customer-row-${selected}` : undefined
      }
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup">
        <div className={`${styles.row} ${styles.headRow}`} role="row" aria-rowindex={1}>
          {columns.map(([name, order, column = '']) => (
            <ColumnHead key={name} name={name} order={order} column={column} view={view} onSort={onSort} />
          ))}
        </div>
      </div>
      <div
        className={`${styles.body} ${pages.total === 0 ? styles.isEmpty : ''}`}
        ref={place}
        role="rowgroup"
      >
        <div className={styles.all} style={{ height: (pages.total ?? 0) * ROW_PX }} role="presentation">
          {pages.rows.map(({ at, row }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's
            <div
              key={row?.customerId ?? `at${at}`}
              id={`customer-row-${at}`}
              className={styles.row}
              style={{ top: at * ROW_PX }}
              role="row"
              aria-rowindex={at + 2}
              aria-selected={at === selected}
              onMouseDown={() => onSelect(at)}
              onClick={() => onOpen(at)}
            >
              {row ? <Cells row={row} hasTags={hasTags} /> : null}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

interface ColumnHeadProps {
  name: string;
  order: ListOrder | null;
  column: string;
  view: ListView;
  onSort(order: ListOrder): void;
}

function ColumnHead({ name, order, column, view, onSort }: ColumnHeadProps) {
  const isSorted = order !== null && order === view.order;
  const Arrow = view.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      className={column}
      {...(isSorted ? { 'aria-sort': view.isDescending ? 'descending' : 'ascending' } : {})}
    >
      {order === null ? (
        name
      ) : (
        <button
          type="button"
          className={`${styles.sort} ${isSorted ? styles.sorted : ''}`}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.stopPropagation();
          }}
          onClick={() => onSort(order)}
        >
          {name}
          {isSorted ? <Arrow size={14} stroke={2} aria-hidden="true" /> : null}
        </button>
      )}
    </div>
  );
}

function Cells({ row, hasTags }: { row: CustomerRow; hasTags: boolean }) {
  const format = useFormat();
  const { shop } = useOpenShop();
  const { name, phone, lastVisitOn, occasions, netMinor, tags, source } = row;
  return (
    <>
      <span role="gridcell" className={styles.name} title={name}>
        {name}
      </span>
      <span role="gridcell" className={styles.phone}>
        {phone ?? ''}
      </span>
      <span role="gridcell">{lastVisitOn === null ? '–' : format.date(lastVisitOn, 'dayShort')}</span>
      <span role="gridcell" className={styles.number}>
        {occasions === 0 ? '–' : format.number(occasions)}
      </span>
      {netMinor === null ? null : (
        <span role="gridcell" className={styles.number}>
          {occasions === 0 && netMinor === 0
            ? '–'
            : format.number(netMinor / 10 ** currencyDigits(shop.currency))}
        </span>
      )}
      {hasTags ? (
        <span role="gridcell" className={styles.tagsColumn} title={tags.join(', ')}>
          {tags.map((tag) => (
            <span key={tag} className={styles.tag}>
              {tag}
            </span>
          ))}
        </span>
      ) : null}
      <span role="gridcell" className={styles.sourceColumn} title={source ?? ''}>
        {source ?? ''}
      </span>
    </>
  );
}
