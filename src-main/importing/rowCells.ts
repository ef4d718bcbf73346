/** How a cell is read, whatever the kind of the file: trimmed, one line, with the quote taken off that keeps formulas harmless. */
import type { RejectionReason } from '../../src-shared/contract/importContract.ts';
import type { ImportField } from '../../src-shared/contract/importFields.ts';
import { localDayOfInstant } from '../../src-shared/domain/businessDate.ts';
import { showsNothing } from '../../src-shared/domain/fold.ts';
import type { DateText } from './dateText.ts';
import type { ResolvedColumns } from './resolveColumns.ts';

export interface ShopContext {
  readonly currency: string;
  readonly timeZone: string;
  /** Rows of later days are refused. */
  readonly todayDay: number;
}

export const MAX_TEXT = 200;
export const MAX_NOTE = 4000;

/** A cell of a row that came in, which could not be understood itself. */
export interface LeftOutCell {
  readonly field: ImportField;
  readonly text: string;
}

/** Nearly every cell is one already. */
export const oneLine = (text: string): string =>
  /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;

const APOSTROPHE = 39;

/** `'=1+1` is how a formula is made harmless in a CSV file, ours included. */
const withoutGuard = (text: string): string =>
  text.charCodeAt(0) === APOSTROPHE && /^'[=+\-@]/.test(text) ? text.slice(1) : text;

export type ReadCell = (position: number | undefined) => string;

export interface RowReader {
  /** Why the row cannot be read at all, or null; afterwards `cell` reads from it. */
  begin(cells: readonly string[] | null): RejectionReason | null;
  readonly cell: ReadCell;
}

/** Checks of every row: its width, and that the letters of the mapped columns could be decoded. */
export const rowReader = ({ at, width }: Pick<ResolvedColumns, 'at' | 'width'>): RowReader => {
  const mapped = Object.values(at);
  const lastMapped = Math.max(...mapped);
  let row: readonly string[] = [];
  return {
    begin: (cells) => {
      if (cells === null || cells.length <= lastMapped) return 'wrongColumnCount';
      for (let i = width; i < cells.length; i++) if (cells[i]!.trim() !== '') return 'wrongColumnCount';
      for (const position of mapped) if (cells[position]!.includes('\ufffd')) return 'undecodable';
      row = cells;
      return null;
    },
    cell: (position) => {
      const text = position === undefined ? '' : withoutGuard(row[position]!.trim());
      return showsNothing(text) ? '' : text;
    },
  };
};

/** Day and instant as the file gives them; a zone named in the cell moves the day to the shop's calendar. */
export const localDate = (
  date: DateText,
  timeZone: string,
): { readonly day: number; readonly instantMs: number | null } => {
  if (date.zoneMinutes === null || date.secondOfDay === null) return { day: date.day, instantMs: null };
  const instantMs = date.day * 86_400_000 + date.secondOfDay * 1000 - date.zoneMinutes * 60_000;
  return { day: localDayOfInstant(instantMs, timeZone), instantMs };
};
