/**
 * The cohort table for paper: a plain table with shaded cells and the number in each, so that it reads in grey, in a
 * screen reader and when copied. What cannot be known yet is hatched behind it. Texts come in ready.
 */
import type { HeatRow } from './CohortHeatmap.tsx';
import { Hatching } from './Hatching.tsx';
import styles from './heatmap.module.css';
import printed from './printedHeatmap.module.css';

export interface PrintedHeatmapProps {
  readonly label: string;
  readonly rows: readonly HeatRow[];
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  readonly columnsTitle: string;
  readonly rowsTitle: string;
  readonly sizeTitle: string;
  /** In px. */
  readonly width: number;
}

const NAME_WIDTH = 88;
const SIZE_WIDTH = 48;
const ROW_HEIGHT = 24;
const WIDEST_CELL = 44;

export function PrintedHeatmap(props: PrintedHeatmapProps) {
  const { rows, columns } = props;
  const start = NAME_WIDTH + SIZE_WIDTH;
  const cell = Math.min(WIDEST_CELL, Math.floor((props.width - start) / Math.max(1, columns.length)));
  const hatched = { width: columns.length * cell, height: rows.length * ROW_HEIGHT };
  return (
    <div className={printed.frame}>
      <p className={printed.columnsTitle} style={{ paddingLeft: start }} aria-hidden="true">
        {props.columnsTitle}
      </p>
      <table className={printed.table} style={{ width: start + hatched.width }} aria-label={props.label}>
        <colgroup>
          <col style={{ width: NAME_WIDTH }} />
          <col style={{ width: SIZE_WIDTH }} />
          {columns.map(({ name }) => (
            <col key={name} style={{ width: cell }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={printed.name}>
              {props.rowsTitle}
            </th>
            <th scope="col" className={printed.size}>
              {props.sizeTitle}
            </th>
            {columns.map(({ name, label }) => (
              <th key={name} scope="col" abbr={label}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} style={{ height: ROW_HEIGHT }}>
              <th scope="row" className={printed.name}>
                {row.name}
              </th>
              <td className={printed.size}>{row.size}</td>
              {row.cells.map((each, index) => (
                <td key={columns[index]?.name} className={each.level === null ? undefined : printed.known}>
                  {each.level === null ? null : (
                    <span className={`${printed.cell} ${styles[`heat${each.level}`]}`}>{each.text}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <svg className={printed.behind} style={{ left: start }} {...hatched} aria-hidden="true">
        <Hatching x={0} y={0} {...hatched} />
      </svg>
    </div>
  );
}
