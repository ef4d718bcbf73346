/** Which shipped preset a header belongs to, and the mapping that comes of it: only by columns that are really there. */
import type { Mapping } from '../../../src-shared/contract/importContract.ts';
import type { ImportKind } from '../../../src-shared/contract/importFields.ts';
import { plainName } from '../columnNames.ts';
import { guessDatePattern } from '../dateGuess.ts';
import { dateParser } from '../dateText.ts';
import { guessDecimal } from '../decimalGuess.ts';
import type { Names, ShippedPreset } from './preset.ts';
import { SHIPPED_PRESETS } from './shippedPresets.ts';

type PresetMapping = Pick<
  Mapping,
  'kind' | 'columns' | 'dateFormat' | 'decimal' | 'onMissingCustomer' | 'joined' | 'filledDown' | 'rowRules'
>;

export interface RecognisedPreset {
  readonly key: string;
  readonly mapping: PresetMapping;
  readonly isDateOrderAmbiguous: boolean;
}

/** The column's own name in this file, or undefined where it has none of these. */
type FindColumn = (names: Names) => string | undefined;

const finderOf = (header: readonly string[]): FindColumn => {
  const byPlainName = new Map<string, string>();
  for (const cell of header) {
    const name = cell.trim();
    if (name !== '' && !byPlainName.has(plainName(name))) byPlainName.set(plainName(name), name);
  }
  return (names) => {
    for (const name of names) {
      const found = byPlainName.get(plainName(name));
      if (found !== undefined) return found;
    }
    return undefined;
  };
};

const fits = (preset: ShippedPreset, find: FindColumn): boolean =>
  preset.signature.every((names) => find(names) !== undefined) &&
  (preset.without ?? []).every((names) => find(names) === undefined);

/** How much of the header it explains: the preset that says most is the right one. */
const scoreOf = (preset: ShippedPreset, find: FindColumn): number =>
  preset.signature.length * 2 +
  Object.values(preset.columns).filter((names) => names && find(names) !== undefined).length;

/** `rows` are the first of the file. Null where no preset fits. */
export const recognisePreset = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  lastDay: number,
  kind?: ImportKind,
): RecognisedPreset | null => {
  const find = finderOf(header);
  let best: ShippedPreset | null = null;
  for (const preset of SHIPPED_PRESETS) {
    if (kind !== undefined && preset.kind !== kind) continue;
    if (fits(preset, find) && (!best || scoreOf(preset, find) > scoreOf(best, find))) best = preset;
  }
  return best && understoodBy(best, find, header, rows, lastDay);
};

const understoodBy = (
  preset: ShippedPreset,
  find: FindColumn,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  lastDay: number,
): RecognisedPreset => {
  const columns: PresetMapping['columns'] = {};
  for (const [field, names] of Object.entries(preset.columns)) {
    const column = find(names);
    if (column !== undefined) columns[field as keyof typeof preset.columns] = column;
  }
  const joined: NonNullable<Mapping['joined']> = [];
  for (const { field, name, of } of preset.joined ?? []) {
    const parts = of.flatMap((names) => find(names) ?? []);
    if (parts.length < 2) {
      if (parts[0] !== undefined) columns[field] ??= parts[0];
      continue;
    }
    columns[field] = name;
    joined.push({ name, columns: parts });
  }
  const rowRules = (preset.rowRules ?? []).flatMap(({ column, values, as }) => {
    const found = find(column);
    return found === undefined ? [] : [{ column: found, values: [...values], as }];
  });

  const filledDown = (preset.filledDown ?? []).flatMap((names) => find(names) ?? []);

  const headerNames = header.map((cell) => cell.trim());
  const valuesOf = (column: string | number | undefined): string[] => {
    const parts =
      joined.find(({ name }) => name === column)?.columns ?? (column === undefined ? [] : [String(column)]);
    const places = parts.map((part) => headerNames.indexOf(part));
    return rows.map((cells) =>
      places
        .map((at) => (cells[at] ?? '').trim())
        .filter((cell) => cell !== '')
        .join(' '),
    );
  };
  const { date, birthday, customerSince, amount, unitPrice, quantity, price } = columns;
  const dates = valuesOf(date ?? birthday ?? customerSince);
  const filled = dates.filter((value) => value !== '');
  const stated = preset.dateFormat === undefined ? null : dateParser(preset.dateFormat);
  const isAsStated =
    stated !== null && filled.filter((value) => stated(value) !== null).length >= filled.length * 0.5;
  const guess = isAsStated ? null : guessDatePattern(dates, lastDay);
  const numbers = [amount, unitPrice, quantity, price].flatMap((column) =>
    column === undefined ? [] : [valuesOf(column)],
  );
  return {
    key: preset.key,
    mapping: {
      kind: preset.kind,
      dateFormat: (isAsStated ? preset.dateFormat : guess?.pattern) ?? preset.dateFormat ?? 'yyyy-MM-dd',
      decimal: preset.decimal ?? guessDecimal(numbers),
      onMissingCustomer: preset.onMissingCustomer ?? 'walk-in',
      ...(joined.length > 0 ? { joined } : {}),
      ...(filledDown.length > 0 ? { filledDown } : {}),
      ...(rowRules.length > 0 ? { rowRules } : {}),
      columns,
    },
    isDateOrderAmbiguous: guess?.isOrderAmbiguous ?? false,
  };
};
