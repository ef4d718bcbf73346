/**
 * Brings a file in: one pass over the file, one transaction, the same memory for any size. Either every row that
 * can be understood is in, or nothing is. A dry run does exactly the same and rolls back.
 */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { toRevinoError } from '../../db/databaseError.ts';
import type { Database } from '../../db/openDatabase.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import {
  finishImportBatchTx,
  insertImportBatchTx,
  setImportBatchHashTx,
} from '../../db/repositories/imported.ts';
import { readShop } from '../../db/repositories/shop.ts';
import { beginTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import {
  type Difference,
  type DifferenceOutcome,
  type ImportCounts,
  type ImportResult,
  type Mapping,
  RESULT_SAMPLE,
  type RejectedRow as RejectedRowShown,
  type RejectionReason,
} from '../../src-shared/contract/importContract.ts';
import { localDayOfInstant } from '../../src-shared/domain/businessDate.ts';
import { CustomerWriter } from './customerWriter.ts';
import { ImportNotes } from './importNotes.ts';
import { type ImportRow, rowInterpreter } from './interpretRow.ts';
import { OfferingWriter } from './offeringWriter.ts';
import { readingOf, unreadableUnlessKnown } from './openImportFile.ts';
import { OpinionWriter } from './opinionWriter.ts';
import { readRecords } from './readRecords.ts';
import type { RowWriter, WriterParts } from './rowWriter.ts';
import { shownValues, titleOf } from './shownRow.ts';
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
  readonly onRejected?: ((row: RejectedRow, file: RejectedFileShape) => void) | undefined;
  /** What each row does, field by field. */
  readonly onDifference?: ((outcome: DifferenceOutcome, difference: Difference) => void) | undefined;
}

/** A rejected row's cells as they stand in the file, or null for a row that is not even cells. */
export interface RejectedRow extends RejectedRowShown {
  readonly cells: readonly string[] | null;
}

/** What a file of rejected rows needs to look like the original. */
export interface RejectedFileShape {
  readonly header: readonly string[] | null;
  readonly width: number;
  /** Null where columns were set apart otherwise. */
  readonly separator: string | null;
}

/** Of a row that cannot be understood, this much is kept to show. */
const REJECTED_TEXT = 4000;
const TITLE_TEXT = 300;
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
export const importFile = async (
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
  const rejectedSample: RejectedRowShown[] = [];
  const notes = new ImportNotes(control.onDifference !== undefined);
  let undecodable = 0;
  let decodedBeyondAscii = 0;

  const transaction = beginTransaction(db, true);
  try {
    const batchId = insertImportBatchTx(db, {
      fileName,
      // Known when the file has been read to its end.
      fileSha256: Buffer.alloc(32),
      kind: mapping.kind,
      startedAtMs: nowMs,
      mapping,
    });
    const writer = rowWriter(mapping.kind, {
      db,
      batchId,
      nowMs,
      fileName,
      timeZone: shop.timeZone,
      onKnown: mapping.onKnown ?? 'fill',
      notes,
    });
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
        if (row === 'undecodable') undecodable++;
        reject(line, row, text, cells);
        return;
      }
      if (undecodable > 0 && /[^\p{ASCII}]/u.test(text)) decodedBeyondAscii++;
      notes.beginRow(line);
      const outcome = writer.writeTx(row);
      if (outcome !== 'created' && outcome !== 'updated' && outcome !== 'unchanged') {
        reject(line, outcome, text, cells);
        return;
      }
      counts[outcome]++;
      control.onDifference?.(outcome, differenceOf(row, outcome, notes));
      if (row.kind === 'visits') counts.netMinor += row.amountMinor ?? 0;
      if (row.kind !== 'visits' && row.kind !== 'opinions') return;
      const { businessDate } = row;
      if (counts.firstDate === null || businessDate < counts.firstDate) counts.firstDate = businessDate;
      if (counts.lastDate === null || businessDate > counts.lastDate) counts.lastDate = businessDate;
    });
    const reject = (
      line: number,
      reason: RejectionReason,
      text: string,
      cells: readonly string[] | null,
    ): void => {
      counts.rejected++;
      const shown = { line, reason, text: text.slice(0, REJECTED_TEXT) };
      if (rejectedSample.length < RESULT_SAMPLE) rejectedSample.push(shown);
      const { header, width } = table.columns;
      const separator = mapping.layout === 'delimited' ? (mapping.separator ?? null) : null;
      control.onRejected?.({ ...shown, cells }, { header, width, separator });
      control.onDifference?.('rejected', {
        line,
        title: shown.text.slice(0, TITLE_TEXT),
        recognisedBy: null,
        fields: [],
        rejection: reason,
      });
    };

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
    const turnedOut = writer.finishTx();
    counts.unchanged -= turnedOut;
    counts.updated += turnedOut;
    setImportBatchHashTx(db, batchId, sha256.digest());
    finishImportBatchTx(db, batchId, counts, nowMs);
    // Who brought it in: the batch itself says only what and when.
    logChangeTx(db, {
      atMs: nowMs,
      action: 'import',
      subject: 'import_batch',
      recordId: batchId,
      fields: [],
    });
    if (control.signal?.aborted) throw new RevinoError('job.cancelled');
    const isKept = !order.dryRun && counts.rejected + counts.skipped < counts.read;
    if (isKept) transaction.commit();
    else transaction.rollback();
    control.onProgress?.(1);
    return {
      kind: mapping.kind,
      isDryRun: order.dryRun,
      batchId: isKept ? batchId : null,
      counts: {
        ...counts,
        customersCreated: writer.customersCreated,
        visitsCreated: writer.visitsCreated,
      } satisfies ImportCounts,
      ...notes.result,
      rejectedSample,
    };
  } catch (error) {
    transaction.rollback();
    throw toRevinoError(error, db.file);
  }
};

const rowWriter = (kind: Mapping['kind'], parts: WriterParts): RowWriter => {
  // The interpreter of a kind makes rows of that kind alone.
  switch (kind) {
    case 'visits':
      return new VisitWriter(parts) as RowWriter<never>;
    case 'customers':
      return new CustomerWriter(parts) as RowWriter<never>;
    case 'opinions':
      return new OpinionWriter(parts) as RowWriter<never>;
    case 'offerings':
      return new OfferingWriter(parts) as RowWriter<never>;
  }
};

/** Of lists, what changes in the record; of what happened, what the row says. */
const differenceOf = (row: ImportRow, outcome: DifferenceOutcome, notes: ImportNotes): Difference => {
  const isHappening = row.kind === 'visits' || row.kind === 'opinions';
  const said = isHappening && outcome !== 'unchanged' ? Object.entries(shownValues(row)) : [];
  return {
    line: notes.line,
    title: titleOf(row),
    recognisedBy: notes.recognisedBy,
    fields: isHappening
      ? said.map(([field, after]) => ({
          field: field as Difference['fields'][number]['field'],
          before: null,
          after,
          isKept: false,
        }))
      : [...notes.fields],
    rejection: null,
  };
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
