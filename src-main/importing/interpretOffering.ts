/** What one row of a price list says, or why it cannot be taken. Only the name is needed; the rest may be missing or unclear. */
import type { Mapping, RejectionReason } from '../../src-shared/contract/importContract.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { parseDecimal, parseMoney } from '../../src-shared/domain/money.ts';
import type { ResolvedColumns } from './resolveColumns.ts';
import { type LeftOutCell, MAX_TEXT, oneLine, rowReader, type ShopContext } from './rowCells.ts';

export interface OfferingRow {
  readonly kind: 'offerings';
  readonly name: string;
  readonly category: string | null;
  readonly priceMinor: number | null;
  /** 2300 is 23 %. */
  readonly taxRateBasisPoints: number | null;
  readonly costMinor: number | null;
  readonly plannedIntervalDays: number | null;
  readonly leftOut: readonly LeftOutCell[];
}

const MAX_INTERVAL_DAYS = 3650;
/** Days, weeks and months as our languages shorten them; a month is what a calendar of appointments means by it. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(d|days?|dni|dzień|dzien|zile|zi)?$/, 1],
  [/^(w|wks?|weeks?|tyg|tydzień|tydzien|tygodnie|tygodni|săpt|sapt|săptămâni|saptamani|săptămână)$/, 7],
  [/^(months?|mies|miesiąc|miesiac|miesiące|miesiace|miesięcy|miesiecy|luni|lună|luna)$/, 30],
];

const intervalOf = (text: string): number | null => {
  const match = /^(\d{1,4})\s*([\p{L}]*)\.?$/u.exec(text);
  if (!match) return null;
  const unit = UNITS.find(([names]) => names.test(match[2]!.toLowerCase()));
  const days = unit === undefined ? 0 : Number(match[1]) * unit[1];
  return days >= 1 && days <= MAX_INTERVAL_DAYS ? days : null;
};

export const offeringInterpreter = (
  mapping: Pick<Mapping, 'decimal'>,
  columns: ResolvedColumns,
  { currency }: Pick<ShopContext, 'currency'>,
): ((cells: readonly string[] | null) => OfferingRow | RejectionReason) => {
  const { at } = columns;
  const { decimal } = mapping;
  const reader = rowReader(columns);
  const { cell } = reader;

  const moneyOf = (text: string): number | null => {
    const minor = parseMoney(text, { decimal, currency });
    return typeof minor === 'string' || minor < 0 ? null : minor;
  };
  const taxOf = (text: string): number | null => {
    const read = parseDecimal(text.replace(/\s*%$/, ''), decimal);
    if (typeof read === 'string' || read.scale > 2) return null;
    const basisPoints = read.coefficient * 10 ** (2 - read.scale);
    return basisPoints >= 0 && basisPoints <= 10_000 ? basisPoints : null;
  };

  return (cells) => {
    const fault = reader.begin(cells);
    if (fault !== null) return fault;
    const name = oneLine(cell(at.name));
    if (name === '' || fold(name) === '') return 'missingName';
    const category = oneLine(cell(at.category));
    if (name.length > MAX_TEXT || category.length > MAX_TEXT) return 'textTooLong';
    const leftOut: LeftOutCell[] = [];
    const read = (
      field: 'price' | 'tax' | 'cost' | 'plannedInterval',
      parse: (text: string) => number | null,
    ) => {
      const text = cell(at[field]);
      if (text === '') return null;
      const value = parse(text);
      if (value === null) leftOut.push({ field, text });
      return value;
    };
    return {
      kind: 'offerings',
      name,
      category: category === '' || fold(category) === '' ? null : category,
      priceMinor: read('price', moneyOf),
      taxRateBasisPoints: read('tax', taxOf),
      costMinor: read('cost', moneyOf),
      plannedIntervalDays: read('plannedInterval', intervalOf),
      leftOut,
    };
  };
};
