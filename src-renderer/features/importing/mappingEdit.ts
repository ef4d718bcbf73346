/** Changes to a mapping that the wizard makes, and what a mapping says about a preview row. Pure. */
import type { Mapping } from '../../../src-shared/contract/importContract.ts';
import type { ImportField, ImportKind } from '../../../src-shared/contract/importFields.ts';
import { CONSENT_FIELDS } from '../../../src-shared/domain/importNames.ts';

export const withMapping = (mapping: Mapping, change: Partial<Mapping>): Mapping => ({
  ...mapping,
  ...change,
});

/** Position of a field's column, or null where the field is not in the file. */
export const positionOf = (
  mapping: Mapping,
  field: ImportField,
  columnNames: readonly string[],
): number | null => {
  const column = mapping.columns[field];
  if (column === undefined) return null;
  if (typeof column === 'number') return column;
  const at = columnNames.indexOf(column);
  return at < 0 ? null : at;
};

/** By name where the name is the column's alone (a saved mapping then survives a new column), else by position. */
const referenceTo = (mapping: Mapping, columnNames: readonly string[], at: number): string | number => {
  const name = columnNames[at];
  if (!mapping.header || name === undefined || name === '' || name === String(at + 1)) return at;
  return columnNames.filter((other) => other === name).length === 1 ? name : at;
};

export const withColumn = (
  mapping: Mapping,
  field: ImportField,
  at: number | null,
  columnNames: readonly string[],
): Mapping => {
  const { [field]: _left, ...others } = mapping.columns;
  const columns = at === null ? others : { ...others, [field]: referenceTo(mapping, columnNames, at) };
  return { ...mapping, columns };
};

/** When the file is cut into columns in another way, names may be gone: positions are what is left. */
export const withPositions = (mapping: Mapping, columnNames: readonly string[]): Mapping => ({
  ...mapping,
  columns: Object.fromEntries(
    (Object.keys(mapping.columns) as ImportField[]).flatMap((field) => {
      const at = positionOf(mapping, field, columnNames);
      return at === null ? [] : [[field, at]];
    }),
  ),
});

export const withLayout = (
  mapping: Mapping,
  layout: Mapping['layout'],
  columnNames: readonly string[],
): Mapping => {
  const { separator, widths, ...rest } = withPositions(mapping, columnNames);
  return {
    ...rest,
    layout,
    ...(layout === 'delimited' ? { separator: separator ?? ';' } : {}),
    ...(layout === 'fixed-width' ? { widths: widths ?? [10] } : {}),
  };
};

/** `6, 5 9` as widths; null while it is not a list of whole numbers from 1 to 1000. */
export const parseWidths = (text: string): number[] | null => {
  const widths = text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);
  const isGood = widths.every((width) => Number.isInteger(width) && width >= 1 && width <= 1000);
  return widths.length > 0 && widths.length <= 200 && isGood ? widths : null;
};

const DAYS = [
  'dd.MM.yyyy',
  'd.M.yyyy',
  'yyyy-MM-dd',
  'dd-MM-yyyy',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'd/M/yyyy',
  'M/d/yyyy',
  'yyyy/MM/dd',
  'yyyyMMdd',
  'dd.MM.yy',
  'dd/MM/yy',
  'MM/dd/yy',
];
const TIMES = ['', ' HH:mm', ' HH:mm:ss'];
const PATTERNS = [...DAYS.flatMap((day) => TIMES.map((time) => day + time)), 'yyyy-MM-ddTHH:mm:ss'];

/** Patterns to choose from; the present one is always among them. */
export const datePatterns = (present: string): string[] =>
  PATTERNS.includes(present) ? PATTERNS : [present, ...PATTERNS];

const EXAMPLE: Readonly<Record<string, string>> = {
  yyyy: '2026',
  yy: '26',
  MMM: 'Mar',
  MM: '03',
  M: '3',
  dd: '14',
  d: '14',
  HH: '09',
  H: '9',
  hh: '09',
  h: '9',
  mm: '05',
  m: '5',
  ss: '30',
  s: '30',
  a: 'AM',
};

/** A date written by a pattern: 14 March 2026, 9:05:30, where day and month cannot be mistaken. */
export const dateExample = (pattern: string): string =>
  pattern.replace(/yyyy|yy|MMM|MM|M|dd|d|HH|H|hh|h|mm|m|ss|s|a/g, (token) => EXAMPLE[token] ?? token);

/** The pattern with day and month changed about. */
export const withDayAndMonthSwapped = (pattern: string): string =>
  pattern.replace(/dd?|MM?/g, (token) => (token[0] === 'd' ? 'M' : 'd').repeat(token.length));

export const isDayFirst = (pattern: string): boolean => pattern.indexOf('d') < pattern.indexOf('M');

/** Fields always offered; the others come when they are used or asked for. */
export const MAIN_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  visits: ['date', 'customer', 'amount', 'offering', 'staff'],
  customers: ['customerName', 'phone', 'email', 'birthday'],
  opinions: ['date', 'customer', 'nps', 'csat', 'comment'],
  offerings: ['name', 'category', 'price', 'cost'],
};
export const MORE_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  visits: [
    'customerName',
    'cardNumber',
    'phone',
    'email',
    'quantity',
    'unitPrice',
    'discount',
    'category',
    'receipt',
    'note',
    'source',
  ],
  customers: [
    'firstName',
    'lastName',
    'customer',
    'cardNumber',
    'phone2',
    'phone3',
    'email2',
    'customerSince',
    'tags',
    'source',
    'recommendedBy',
    'address',
    'note',
    'locale',
    ...CONSENT_FIELDS,
  ],
  opinions: ['ces', 'customerName', 'cardNumber', 'phone', 'email', 'channel', 'staff'],
  offerings: ['tax', 'plannedInterval'],
};

/** The field that holds the days of a file, by whose pattern all of its dates are read. */
export const dateFieldsOf = (mapping: Mapping): readonly ImportField[] =>
  (['date', 'birthday', 'customerSince'] as const).filter((field) => mapping.columns[field] !== undefined);

export type MissingField = 'date' | 'quantity' | 'customerName' | 'name' | 'nps';

/** What is still missing before a row of the file can say anything. */
export const missingField = (mapping: Mapping): MissingField | null => {
  const has = (...fields: ImportField[]) => fields.some((field) => mapping.columns[field] !== undefined);
  if (mapping.kind === 'offerings') return has('name') ? null : 'name';
  if (mapping.kind === 'customers') {
    return has('customerName', 'firstName', 'lastName', 'customer', 'cardNumber', 'phone', 'email')
      ? null
      : 'customerName';
  }
  if (!has('date')) return 'date';
  if (mapping.kind === 'opinions') return has('nps', 'csat', 'ces', 'comment') ? null : 'nps';
  return has('unitPrice') && !has('quantity') && !has('amount') ? 'quantity' : null;
};
