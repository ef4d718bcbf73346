/**
 * Brings a visits file in: one pass over the file, one transaction, the same memory for any size. Either every row that
 * can be understood is in, or nothing is. A dry run does exactly the same and rolls back.
 */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { toRevinoError } from '../../db/databaseError.ts';
import type { Database } from '../../db/openDatabase.ts';
import {
  finishImportBatchTx,
  insertImportBatchTx,
  setImportBatchHashTx,
} from '../../db/repositories/imported.ts';
import { readShop } from '../../db/repositories/shop.ts';
import { beginTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type {
  ImportCounts,
  ImportResult,
  Mapping,
  RejectedRow,
} from '../../src-shared/contract/importContract.ts';
import { localDayOfInstant } from '../../src-shared/domain/businessDate.ts';
import { rowInterpreter } from './interpretRow.ts';
import { readingOf, unreadableUnlessKnown } from './openImportFile.ts';
import { readRecords } from './readRecords.ts';
import { TableReader } from './tableReader.ts';
import { VisitWriter } from './visitWriter.ts';

export interface ImportOrder {
  readonly path: string;
  readonly mapping: Mapping;
  readonly dryRun: boolean;
  readonly nowMs: number;
}

export interface ImportControl {
  /** Aborted: everything is rolled back and `job.cancelled` is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** 0 to 1, by bytes read. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Every rejected row; the result holds only the first hundred. */
  readonly onRejected?: ((row: RejectedRow) => void) | undefined;
}

const SAMPLE_ROWS = 100;
/** Of a row that cannot be understood, this much is kept to show. */
const REJECTED_TEXT = 4000;
/** Writing the summaries takes the rest. */
const READING_SHARE = 0.95;
/** Rows that must be undecodable before the encoding is blamed, not the rows. */
const UNDECODABLE_ROWS = 10;

/** Changes whenever the file does: size and time of the last change. */
const stampOf = async (path: string): Promise<string> => {
  const { size, mtimeMs } = await stat(path);
  return `${size} ${mtimeMs}`;
};

/**
 * `counts.netMinor`, `firstDate` and `lastDate` are those of all rows understood, new or not. Rows that cannot be
 * understood are counted and handed to `onRejected`; when all are, nothing is kept of the import.
 * Throws `import.fileUnreadable`, `.fileEmpty`, `.lineTooLong`, `.notText`, `.wrongEncoding`, `.unmappedColumn`, `.missingColumn`,
 * `.invalidMapping`, `.noUsableRows` (no rows at all), `.fileChanged`, `job.cancelled`, and `database.*`.
 */
export const importVisits = async (
  db: Database,
  order: ImportOrder,
  control: ImportControl = {},
): Promise<ImportResult> => {
  const { path, mapping, nowMs } = order;
  const fileName = basename(path);
  const shop = readShop(db);
  const reading = await readingOf(path, mapping);
  const stampBefore = await unreadableUnlessKnown(path, () => stampOf(path));
  const counts = {
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    rejected: 0,
    netMinor: 0,
    firstDate: null as string | null,
    lastDate: null as string | null,
  };
  const rejectedSample: RejectedRow[] = [];
  let undecodable = 0;
  let decodedBeyondAscii = 0;

  const transaction = beginTransaction(db, true);
  try {
    const batchId = insertImportBatchTx(db, {
      fileName,
      // Known when the file has been read to its end.
      fileSha256: Buffer.alloc(32),
      kind: 'visits',
      startedAtMs: nowMs,
      mapping,
    });
    const writer = new VisitWriter(db, batchId, nowMs);
    const sha256 = createHash('sha256');
    let interpret: ReturnType<typeof rowInterpreter> | null = null;
    const context = {
      currency: shop.currency,
      timeZone: shop.timeZone,
      todayDay: localDayOfInstant(nowMs, shop.timeZone),
    };

    const table: TableReader = new TableReader(mapping, ({ line, text, cells }) => {
      counts.read++;
      if (table.isEmptyRow(cells)) {
        counts.skipped++;
        return;
      }
      interpret ??= rowInterpreter(mapping, table.columns, context);
      const row = interpret(cells);
      if (typeof row === 'string') {
        counts.rejected++;
        if (row === 'undecodable') undecodable++;
        const rejected = { line, reason: row, text: text.slice(0, REJECTED_TEXT) };
        if (rejectedSample.length < SAMPLE_ROWS) rejectedSample.push(rejected);
        control.onRejected?.(rejected);
        return;
      }
      if (undecodable > 0 && /[^\p{ASCII}]/u.test(text)) decodedBeyondAscii++;
      counts[writer.writeTx(row)]++;
      counts.netMinor += row.amountMinor ?? 0;
      const { businessDate } = row;
      if (counts.firstDate === null || businessDate < counts.firstDate) counts.firstDate = businessDate;
      if (counts.lastDate === null || businessDate > counts.lastDate) counts.lastDate = businessDate;
    });

    const shares = readRecords(path, mapping, reading, table.take, {
      signal: control.signal,
      onBytes: (bytes) => sha256.update(bytes),
    });
    for await (const share of shares) {
      refuseWrongEncoding(undecodable, decodedBeyondAscii, reading);
      control.onProgress?.(share * READING_SHARE);
    }
    table.end();
    if (undecodable > 0 && undecodable === counts.read - counts.skipped) {
      throw new RevinoError('import.wrongEncoding', { encoding: reading.encoding });
    }
    if (counts.read === counts.skipped) throw new RevinoError('import.noUsableRows', { fileName });
    if ((await unreadableUnlessKnown(path, () => stampOf(path))) !== stampBefore) {
      throw new RevinoError('import.fileChanged', { fileName });
    }
    writer.finishTx();
    setImportBatchHashTx(db, batchId, sha256.digest());
    finishImportBatchTx(db, batchId, counts, nowMs);
    if (control.signal?.aborted) throw new RevinoError('job.cancelled');
    const isKept = !order.dryRun && counts.rejected + counts.skipped < counts.read;
    if (isKept) transaction.commit();
    else transaction.rollback();
    control.onProgress?.(1);
    return {
      isDryRun: order.dryRun,
      counts: {
        ...counts,
        customersCreated: writer.customersCreated,
        visitsCreated: writer.visitsCreated,
      } satisfies ImportCounts,
      rejectedSample,
    };
  } catch (error) {
    transaction.rollback();
    throw toRevinoError(error, db.file);
  }
};

/** Most rows with letters beyond ASCII cannot be decoded: the file is in another encoding than the mapping says. */
const refuseWrongEncoding = (
  undecodable: number,
  decoded: number,
  { encoding }: { readonly encoding: string },
): void => {
  if (undecodable >= UNDECODABLE_ROWS && undecodable > decoded) {
    throw new RevinoError('import.wrongEncoding', { encoding });
  }
};
