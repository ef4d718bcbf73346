/** A block of cells from a spreadsheet, laid onto the grid of months and sources. Pure. */
import type { SpendChange } from '../../../src-shared/contract/settingsContract.ts';
import type { Locale } from '../../../src-shared/contract/values.ts';
import { parseTypedAmount } from '../../ui/typedAmount.ts';

export interface SpendGrid {
  readonly months: readonly string[];
  /** Null: for all sources together. */
  readonly sourceIds: readonly (number | null)[];
  readonly currency: string;
  readonly locale: Locale;
}

export type Pasted =
  | { readonly kind: 'cells'; readonly cells: readonly SpendChange[] }
  /** One that is no amount, as it was written: nothing of the block is taken then. */
  | { readonly kind: 'fault'; readonly text: string };

/** Whether it is more than one cell; a single one is pasted as any text. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.trim());

/** What lies beyond the grid is left out, as spreadsheets do. */
export const cellsOfPaste = (text: string, grid: SpendGrid, row: number, column: number): Pasted => {
  const cells: SpendChange[] = [];
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  for (const [down, line] of lines.entries()) {
    for (const [right, written] of line.split('\t').entries()) {
      const month = grid.months[row + down];
      const sourceId = grid.sourceIds[column + right];
      if (month === undefined || sourceId === undefined) continue;
      const amountMinor = parseTypedAmount(written, grid.currency, grid.locale);
      if (typeof amountMinor === 'string' || (amountMinor !== null && amountMinor < 0))
        return { kind: 'fault', text: written.trim() };
      cells.push({ month, sourceId, amountMinor });
    }
  }
  return { kind: 'cells', cells };
};
