/**
 * Checks a mapping against the file it is meant for: where each field stands, where the header is, how wide a row
 * is. Everything that would make the whole import senseless is refused here, before a row is read.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { fieldsOf, type ImportField } from '../../src-shared/contract/importFields.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { type DateParser, dateParser } from './dateText.ts';
import { commonestWidth } from './layoutGuess.ts';
import type { FileRecord } from './splitRecords.ts';
import { headerFrom, positionOf } from './tableHeader.ts';

export interface ResolvedColumns {
  readonly at: Readonly<Partial<Record<ImportField, number>>>;
  /** Cells of the header, or null where the file has none. */
  readonly header: readonly string[] | null;
  /** Line of the header; rows are the lines after it. 0 where there is none. */
  readonly headerLine: number;
  /** Cells of an ordinary row, joined columns included. */
  readonly width: number;
  /** Cells of an ordinary row as it stands in the file. */
  readonly fileWidth: number;
  /** For each column after those of the file: the columns it is made of. */
  readonly joined: readonly (readonly number[])[];
  /** Columns whose empty cells repeat the row above, within one receipt. */
  readonly filledDown: readonly number[];
  /** Which rows are left out or are refunds; `values` are folded. */
  readonly rules: readonly {
    readonly at: number;
    readonly values: ReadonlySet<string>;
    readonly as: 'leaveOut' | 'refund';
  }[];
  readonly parseDate: DateParser;
}

/** Settings of a mapping that do not hang together. Throws `import.invalidMapping`. */
export const checkMapping = (mapping: Mapping): DateParser => {
  if (mapping.layout === 'delimited' && mapping.separator === undefined) {
    throw new RevinoError('import.invalidMapping', { detail: 'separator' });
  }
  if (mapping.layout === 'fixed-width' && mapping.widths === undefined) {
    throw new RevinoError('import.invalidMapping', { detail: 'widths' });
  }
  const parseDate = dateParser(mapping.dateFormat);
  if (!parseDate) {
    throw new RevinoError('import.invalidMapping', { detail: `dateFormat: ${mapping.dateFormat}` });
  }
  if (mapping.layout !== 'workbook') return parseDate;
  // Cells that are dates come as ISO 8601, whatever the texts in the same column look like.
  return (text) => parseIso(text) ?? parseJoinedIso(text) ?? parseDate(text);
};

const isoParser = (pattern: string): DateParser => dateParser(pattern) ?? (() => null);
const parseIso = isoParser('yyyy-MM-ddTHH:mm:ss');
/** A column of days and one of times, joined. */
const parseJoinedIso = isoParser('yyyy-MM-dd HH:mm:ss');

/** Any of these names a person well enough to make a card. */
const CARD_FIELDS = [
  'customerName',
  'name',
  'firstName',
  'lastName',
  'customer',
  'externalId',
  'cardNumber',
  'phone',
  'email',
] as const satisfies readonly ImportField[];

/** Without this column no row of the kind says anything. */
const missingField = (kind: Mapping['kind'], at: ResolvedColumns['at']): ImportField | null => {
  if (kind === 'offerings') return at.name === undefined ? 'name' : null;
  if (kind === 'customers')
    return CARD_FIELDS.some((field) => at[field] !== undefined) ? null : 'customerName';
  if (at.date === undefined) return 'date';
  return kind === 'opinions' && (at.nps ?? at.csat ?? at.ces ?? at.comment) === undefined ? 'nps' : null;
};

/**
 * `records` are the first of the file, blank lines left out.
 * Throws `import.missingColumn` (field), `import.unmappedColumn` (field, column) where the file has none such, and `import.invalidMapping`.
 */
export const resolveColumns = (mapping: Mapping, records: readonly FileRecord[]): ResolvedColumns => {
  const parseDate = checkMapping(mapping);
  const entries = Object.entries(mapping.columns) as [ImportField, string | number][];
  const foreign = entries.find(([field]) => !fieldsOf(mapping.kind).includes(field));
  if (foreign) throw new RevinoError('import.invalidMapping', { detail: `${mapping.kind}: ${foreign[0]}` });
  const joinedNames = (mapping.joined ?? []).map(({ name }) => name);
  const names = entries.flatMap(([, column]) =>
    typeof column === 'string' && !joinedNames.includes(column) ? [column] : [],
  );
  for (const { columns } of mapping.joined ?? []) names.push(...columns);
  const common = commonestWidth(records).width;
  const header = mapping.header ? (headerFrom(records, common, names) ?? null) : null;
  const fileWidth = Math.max(common, header?.cells?.length ?? 0);
  const joined = (mapping.joined ?? []).map(({ columns }) =>
    columns.map((column) => {
      const position = header?.cells ? positionOf(header.cells, column) : -1;
      if (position < 0) throw new RevinoError('import.unmappedColumn', { field: 'joined', column });
      return position;
    }),
  );
  const headerCells =
    header?.cells && joined.length > 0
      ? Array.from({ length: fileWidth }, (_, i) => header.cells?.[i] ?? '').concat(joinedNames)
      : (header?.cells ?? null);
  const width = fileWidth + joined.length;
  const at: Partial<Record<ImportField, number>> = {};
  for (const [field, column] of entries) {
    const position = typeof column === 'number' ? column : headerCells ? positionOf(headerCells, column) : -1;
    if (position < 0 || (records.length > 0 && position >= width)) {
      throw new RevinoError('import.unmappedColumn', { field, column: String(column) });
    }
    at[field] = position;
  }
  const missing = missingField(mapping.kind, at);
  if (missing !== null) throw new RevinoError('import.missingColumn', { field: missing });
  if (at.unitPrice !== undefined && at.quantity === undefined && at.amount === undefined) {
    throw new RevinoError('import.missingColumn', { field: 'quantity' });
  }
  const filledDown = (mapping.filledDown ?? []).map((column) => {
    const position = headerCells ? positionOf(headerCells, column) : -1;
    if (position < 0) throw new RevinoError('import.unmappedColumn', { field: 'filledDown', column });
    return position;
  });
  const rules = (mapping.rowRules ?? []).map(({ column, values, as }) => {
    const position = headerCells ? positionOf(headerCells, column) : -1;
    if (position < 0) throw new RevinoError('import.unmappedColumn', { field: 'rowRules', column });
    return { at: position, values: new Set(values.map(fold)), as };
  });
  const headerLine = header?.line ?? 0;
  return { at, header: headerCells, headerLine, width, fileWidth, joined, filledDown, rules, parseDate };
};
