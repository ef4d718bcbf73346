/** Tables as JSON for other programs: keys in English, ISO dates, money in major units as plain numbers. */
import { type Cell, type ExportColumn, type ExportTable, majorUnits } from './exportTable.ts';

const jsonValue = (cell: Cell, { type }: ExportColumn, moneyDigits: number): Cell => {
  if (typeof cell === 'number' && type === 'money') return majorUnits(cell, moneyDigits);
  if (typeof cell === 'string' && type === 'moment') return cell.replace(' ', 'T');
  return cell;
};

/** One document: `{ "currency": ..., "<key>": [ {...}, ... ], ... }`, a row to a line. */
export function* jsonText(
  tables: readonly ExportTable[],
  { currency, moneyDigits }: { readonly currency: string; readonly moneyDigits: number },
): Generator<string> {
  yield `{"currency":${JSON.stringify(currency)}`;
  for (const { key, columns, rows } of tables) {
    yield `,\n${JSON.stringify(key)}:[`;
    let separator = '\n';
    for (const row of rows) {
      const entries = columns.map((column, place) => [
        column.key,
        jsonValue(row[place] ?? null, column, moneyDigits),
      ]);
      yield separator + JSON.stringify(Object.fromEntries(entries));
      separator = ',\n';
    }
    yield '\n]';
  }
  yield '}\n';
}
