/** A table on its way out: columns with their types, rows as they come. What CSV, XLSX and JSON each make of it is theirs. */

/**
 * `date` is an ISO day, `moment` an ISO local day and time ('2026-10-31 14:05'), `money` minor units of the export's
 * currency, `share` 0 to 1, `number` has up to `digits` decimals.
 */
export type CellType = 'text' | 'date' | 'moment' | 'integer' | 'number' | 'money' | 'share' | 'yesNo';
export type Cell = string | number | boolean | null;

export interface ExportColumn {
  /** In JSON: 'lastVisitOn'. */
  readonly key: string;
  /** In CSV and XLSX, in the reader's language. */
  readonly title: string;
  readonly type: CellType;
}

export interface ExportTable {
  /** In the reader's language: sheet and file name. */
  readonly title: string;
  /** In JSON. */
  readonly key: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** Money in major units: 12345 minor units of PLN are 123.45. */
export const majorUnits = (amountMinor: number, digits: number): number => amountMinor / 10 ** digits;
