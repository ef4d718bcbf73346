/** Writes one export to a file, whole or not at all, from one moment of the database. */
import { toRevinoError } from '../../db/databaseError.ts';
import type { Database } from '../../db/openDatabase.ts';
import { orderedCustomerIds } from '../../db/repositories/customerList.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { inboxIds } from '../../db/repositories/opinionInbox.ts';
import { readShop } from '../../db/repositories/shop.ts';
import { countPlainRows } from '../../db/repositories/wholeShop.ts';
import type { Selection } from '../../src-shared/contract/customerListContract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { ExportFormat, ExportSubject } from '../../src-shared/contract/exportContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { cohortTable } from '../../src-shared/domain/cohorts.ts';
import { computeFigures } from '../../src-shared/domain/retention.ts';
import { returnCurve } from '../../src-shared/domain/returnCurve.ts';
import { currencyDigits } from '../../src-shared/words/format.ts';
import { type Words, wordsFor } from '../../src-shared/words/words.ts';
import { saveWhole } from '../saving/saveWhole.ts';
import { selectedIds } from '../services/customerBulkService.ts';
import { phoneBookOf } from '../services/phoneBook.ts';
import { csvText } from './csvTable.ts';
import { cohortsTable, figuresTable, returnCurveTable } from './figureTables.ts';
import { jsonText } from './jsonTables.ts';
import { inLargePieces } from './pieces.ts';
import { privacyTable } from './privacyTable.ts';
import {
  type CountedTable,
  customersTable,
  offeringsTable,
  opinionsTable,
  visitsTable,
} from './shopTables.ts';
import { wholeShopText } from './wholeShopFile.ts';
import { xlsxBytes } from './xlsxWorkbook.ts';
import { zipBytes } from './zipParts.ts';

export interface ExportOrder {
  readonly path: string;
  readonly subject: ExportSubject;
  readonly format: ExportFormat;
  readonly locale: Locale;
  readonly nowMs: number;
}

export interface ExportControl {
  readonly signal?: AbortSignal | undefined;
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** How a file of this export ends. */
export const exportExtension = ({ what }: ExportSubject, format: ExportFormat): string =>
  what === 'everything' && format === 'csv' ? 'zip' : format;

/**
 * @param db a connection of its own, nobody else's: rows are read while others are written
 * @returns rows written
 * @throws RevinoError `report.notWritable`, `job.cancelled`, `database.*`
 */
export const runExport = async (
  db: Database,
  { path, subject, format, locale, nowMs }: ExportOrder,
  control: ExportControl = {},
): Promise<number> => {
  db.sqlite.exec('BEGIN');
  try {
    const words = wordsFor(locale);
    const { currency } = readShop(db);
    const money = { currency, moneyDigits: currencyDigits(currency) };
    if (subject.what === 'everything' && format === 'json')
      return await saveWholeShop(db, path, new Date(nowMs).toISOString(), control);
    const { callingCode } = await phoneBookOf(db);
    const tables = tablesOf(db, subject, words, money.moneyDigits, callingCode, nowMs);
    const rows = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
    const watched = watchedTables(tables, rows, control);
    await saveWhole(path, await contentOf(watched, format, words, money), { isPrivate: true });
    return rows;
  } catch (error) {
    throw toRevinoError(error, db.file);
  } finally {
    db.sqlite.exec('ROLLBACK');
  }
};

const saveWholeShop = async (
  db: Database,
  path: string,
  exportedAt: string,
  { signal, onProgress }: ExportControl,
): Promise<number> => {
  const rows = countPlainRows(db);
  const onRows = (written: number) => onProgress?.(written / Math.max(1, rows));
  await saveWhole(path, inLargePieces(wholeShopText(db, exportedAt, { signal, onRows })), {
    isPrivate: true,
  });
  return rows;
};

const contentOf = (
  tables: readonly CountedTable[],
  format: ExportFormat,
  words: Words,
  money: { readonly currency: string; readonly moneyDigits: number },
): AsyncIterable<Uint8Array> | Iterable<Uint8Array> => {
  if (format === 'json') return inLargePieces(jsonText(tables, money));
  if (format === 'xlsx') return xlsxBytes(tables, money.moneyDigits);
  const style = { words, moneyDigits: money.moneyDigits };
  const [only, ...others] = tables;
  if (only && others.length === 0) return inLargePieces(csvText(only, style));
  return zipBytes(tables.map((table) => ({ name: `${table.title}.csv`, text: () => csvText(table, style) })));
};

const tablesOf = (
  db: Database,
  subject: ExportSubject,
  words: Words,
  moneyDigits: number,
  callingCode: string | null,
  nowMs: number,
): readonly CountedTable[] => {
  switch (subject.what) {
    case 'everything':
      return [
        customersTable(db, words, nowMs),
        visitsTable(db, words),
        opinionsTable(db, words),
        offeringsTable(db, words),
      ];
    case 'customers': {
      const { list, selection } = subject;
      const listed = list ? orderedCustomerIds(db, list, list.order, list.isDescending, callingCode) : null;
      const ids = selection === undefined ? listed : selectedOf(db, listed, selection, callingCode);
      return [customersTable(db, words, nowMs, ids)];
    }
    case 'visits':
      return [visitsTable(db, words)];
    case 'opinions':
      return [opinionsTable(db, words, subject.filter ? inboxIds(db, subject.filter) : null)];
    case 'offerings':
      return [offeringsTable(db, words)];
    case 'privacyActs':
      return [privacyTable(db, words)];
    case 'figures':
      return [figuresTable(computeFigures(readVisitExtract(db), subject), words, moneyDigits)];
    case 'cohorts':
      return [cohortsTable(cohortTable(readVisitExtract(db), subject), words)];
    case 'returnCurve':
      return [returnCurveTable(returnCurve(readVisitExtract(db), subject), words)];
  }
};

/** In the order of the list; those who are not in it any more are left out. */
const selectedOf = (
  db: Database,
  listed: readonly number[] | null,
  selection: Selection,
  callingCode: string | null,
): number[] => {
  const selected = selectedIds(db, selection, callingCode);
  if (listed === null) return selected;
  const wanted = new Set(selected);
  return listed.filter((id) => wanted.has(id));
};

/** Rows between two looks at the signal and two reports. */
const LOOK_EVERY_ROWS = 5000;

const watchedTables = (
  tables: readonly CountedTable[],
  rows: number,
  { signal, onProgress }: ExportControl,
): readonly CountedTable[] => {
  let written = 0;
  return tables.map((table) => ({
    ...table,
    rows: {
      *[Symbol.iterator]() {
        for (const row of table.rows) {
          if (written % LOOK_EVERY_ROWS === 0) {
            if (signal?.aborted) throw new RevinoError('job.cancelled');
            onProgress?.(written / Math.max(1, rows));
          }
          written++;
          yield row;
        }
      },
    },
  }));
};
