/**
 * Cohorts as a table of shaded cells with the number in each. A grid for the keyboard and for those
 * who hear it: one cell is in the tab order, arrows walk, and every cell says the whole of itself.
 * What cannot be known yet is hatched, with the reason written on it. Texts come in ready.
 */
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { CellDetail, type DetailPlace, placeOf } from './CellDetail.tsx';
import { Hatching } from './Hatching.tsx';
import styles from './heatmap.module.css';
import { hasRoomForReason, type UnknownReason } from './roomForReason.ts';

export interface HeatCell {
  /** What stands in the cell; empty where it is not known yet. */
  readonly text: string;
  /** 1 (pale) to 10 (full), or null where the cell cannot be known yet. */
  readonly level: number | null;
  /** A later return can still raise it: dashed edge and arrow. */
  readonly isStillRising: boolean;
  /** The cell in words: what it is, what was counted, how sure. The first line is its title. */
  readonly lines: readonly string[];
}

export interface HeatRow {
  readonly key: string;
  readonly name: string;
  /** The name in full, where the drawn one leaves the year to the row above. */
  readonly nameLabel: string;
  /** How many the row is about, as drawn, and in words. */
  readonly size: string;
  readonly sizeLabel: string;
  readonly cells: readonly HeatCell[];
}

export interface CohortHeatmapProps {
  readonly label: string;
  readonly rows: readonly HeatRow[];
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  readonly columnsTitle: string;
  readonly rowsTitle: string;
  readonly sizeTitle: string;
  readonly unknown: UnknownReason;
  readonly cellWidth: number;
  readonly nameWidth: number;
  readonly sizeWidth: number;
}

export const ROW_HEIGHT = 33;

export function CohortHeatmap(props: CohortHeatmapProps) {
  const { rows, columns, cellWidth, nameWidth, sizeWidth } = props;
  const titleId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState({ row: 0, column: 0 });
  const [detail, setDetail] = useState<{ place: DetailPlace; lines: readonly string[] } | null>(null);
  // Filters can leave fewer rows than the place last visited.
  const focusable = {
    row: Math.min(current.row, rows.length - 1),
    column: Math.min(current.column, columns.length - 1),
  };
  const hasRoom = hasRoomForReason(rows, cellWidth, props.unknown);

  const cellOf = (target: EventTarget): { element: HTMLElement; row: number; column: number } | null => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    if (!element) return null;
    return { element, row: Number(element.dataset.row), column: Number(element.dataset.column) };
  };
  const show = (event: FocusEvent | MouseEvent): void => {
    const at = cellOf(event.target);
    const lines = at && rows[at.row]?.cells[at.column]?.lines;
    if (!at || !lines || !frame.current) {
      setDetail(null);
      return;
    }
    if (event.type === 'focus') setCurrent({ row: at.row, column: at.column });
    setDetail({ place: placeOf(at.element, frame.current), lines });
  };
  const walk = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && detail) {
      setDetail(null);
      return;
    }
    const at = cellOf(event.target);
    const next = at && stepOf(event, at, { row: rows.length - 1, column: columns.length - 1 });
    if (!next) return;
    event.preventDefault();
    table.current
      ?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
      ?.focus();
  };

  return (
    <div className={styles.frame} ref={frame}>
      <p className={styles.columnsTitle} id={titleId} style={{ paddingLeft: nameWidth + sizeWidth }}>
        {props.columnsTitle}
      </p>
      <div className={styles.scroller} style={{ scrollPaddingLeft: nameWidth + sizeWidth }}>
        <table
          ref={table}
          // Its cells become grid cells by that: browsers take a td's role from its table's.
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a data grid, as in the ARIA practices
          role="grid"
          aria-label={props.label}
          aria-describedby={titleId}
          aria-readonly="true"
          className={styles.table}
          style={{ width: nameWidth + sizeWidth + columns.length * cellWidth }}
          onFocus={show}
          onBlur={() => setDetail(null)}
          onMouseOver={show}
          onMouseLeave={() => setDetail(null)}
          onKeyDown={walk}
        >
          <colgroup>
            <col style={{ width: nameWidth }} />
            <col style={{ width: sizeWidth }} />
            {columns.map(({ name }) => (
              <col key={name} style={{ width: cellWidth }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className={`${styles.sticky} ${styles.first}`}>
                <span className={styles.hidden}>{props.rowsTitle}</span>
              </th>
              <th scope="col" className={`${styles.sticky} ${styles.second}`} style={{ left: nameWidth }}>
                {props.sizeTitle}
              </th>
              {columns.map(({ name, label }) => (
                <th key={name} scope="col" className={styles.column} abbr={label}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.key} style={{ height: ROW_HEIGHT }}>
                <th
                  scope="row"
                  className={`${styles.sticky} ${styles.first} ${styles.name}`}
                  aria-label={row.nameLabel}
                >
                  {row.name}
                </th>
                <td
                  className={`${styles.sticky} ${styles.second} ${styles.size}`}
                  style={{ left: nameWidth }}
                  aria-label={row.sizeLabel}
                >
                  {row.size}
                </td>
                {row.cells.map((cell, columnIndex) => (
                  <td
                    key={columns[columnIndex]?.name}
                    className={cell.level === null ? styles.unknown : styles.known}
                    data-row={rowIndex}
                    data-column={columnIndex}
                    tabIndex={rowIndex === focusable.row && columnIndex === focusable.column ? 0 : -1}
                    aria-label={cell.lines.join(', ')}
                  >
                    {cell.level === null ? null : (
                      <span
                        className={`${styles.cell} ${styles[`heat${cell.level}`]} ${cell.isStillRising ? styles.rising : ''}`}
                      >
                        {cell.text}
                        {cell.isStillRising ? <RisingArrow /> : null}
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <div
          className={styles.behind}
          style={{ left: nameWidth + sizeWidth, height: rows.length * ROW_HEIGHT }}
          aria-hidden="true"
        >
          <svg width={columns.length * cellWidth} height={rows.length * ROW_HEIGHT} aria-hidden="true">
            <Hatching x={0} y={0} width={columns.length * cellWidth} height={rows.length * ROW_HEIGHT} />
          </svg>
          {hasRoom ? (
            <p className={styles.reason}>
              <strong>{props.unknown.title}</strong>
              <span>{props.unknown.reason}</span>
            </p>
          ) : null}
        </div>
      </div>
      {detail ? <CellDetail place={detail.place} lines={detail.lines} /> : null}
    </div>
  );
}

/** Where a key leads, or null where it leads nowhere from here. */
const stepOf = (
  event: KeyboardEvent,
  at: { row: number; column: number },
  last: { row: number; column: number },
): { row: number; column: number } | null => {
  const isFar = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowRight':
      return { row: at.row, column: Math.min(at.column + 1, last.column) };
    case 'ArrowLeft':
      return { row: at.row, column: Math.max(at.column - 1, 0) };
    case 'ArrowDown':
      return { row: Math.min(at.row + 1, last.row), column: at.column };
    case 'ArrowUp':
      return { row: Math.max(at.row - 1, 0), column: at.column };
    case 'Home':
      return { row: isFar ? 0 : at.row, column: 0 };
    case 'End':
      return { row: isFar ? last.row : at.row, column: last.column };
    default:
      return null;
  }
};

/** Drawn, because a glyph's arrow differs from font to font. */
function RisingArrow() {
  return (
    <svg className={styles.arrow} width={7} height={10} viewBox="0 0 7 10" aria-hidden="true">
      <path d="M3.5 9.5V1M0.8 3.7L3.5 1l2.7 2.7" />
    </svg>
  );
}
