/**
 * The export that loses nothing: one JSON document with every table, one row to a line, so that a shop of any size is
 * written and read back in little memory, and every other program can read it as JSON too.
 */
import { createReadStream } from 'node:fs';
import { ZodError } from 'zod';
import { toRevinoError } from '../../db/databaseError.ts';
import type { Database } from '../../db/openDatabase.ts';
import { chainAnewTx } from '../../db/repositories/changeLog.ts';
import { rebuildAllSummariesTx } from '../../db/repositories/summary.ts';
import {
  clearShopTx,
  EXPORTED_TABLES,
  hasAllReferences,
  insertPlainRowTx,
  isShopWithoutRecords,
  type PlainRow,
  type PlainTable,
  readPlainRows,
  UnfitRow,
} from '../../db/repositories/wholeShop.ts';
import { beginTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { isTimeZone } from '../../src-shared/domain/businessDate.ts';
import { readShop } from '../services/shopService.ts';

const FORMAT = 'revino-shop';
const VERSION = 1;
const HEAD = `{"format":"${FORMAT}"`;
const END = '}}';

export interface WholeShopControl {
  readonly signal?: AbortSignal | undefined;
  /** Rows written or read so far. */
  readonly onRows?: (rows: number) => void;
}

/** Rows between two looks at the signal and two reports. */
const LOOK_EVERY_ROWS = 5000;

/** The document's text in pieces. Call inside a read transaction of `db`. */
export function* wholeShopText(
  db: Database,
  exportedAt: string,
  { signal, onRows }: WholeShopControl = {},
): Generator<string> {
  let rows = 0;
  const head = { format: FORMAT, version: VERSION, exportedAt, shop: readShop(db).name };
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{\n`;
  for (const [place, table] of EXPORTED_TABLES.entries()) {
    yield `${JSON.stringify(table.name)}:[`;
    let separator = '\n';
    for (const row of readPlainRows(db, table)) {
      yield separator + JSON.stringify(row);
      separator = ',\n';
      rows++;
      if (rows % LOOK_EVERY_ROWS === 0) look(rows, signal, onRows);
    }
    yield place === EXPORTED_TABLES.length - 1 ? '\n]\n' : '\n],\n';
  }
  yield `${END}\n`;
}

/** Whether the file begins like an export of a whole shop. One that cannot be read is none; whoever reads it says why. */
export const isWholeShopFile = async (path: string): Promise<boolean> => {
  try {
    for await (const chunk of createReadStream(path, { end: HEAD.length - 1, encoding: 'utf8' }))
      return chunk === HEAD;
  } catch {
    return false;
  }
  return false;
};

/**
 * Brings an exported shop into a shop without records, whole or not at all; the shop's own name, currency and settings
 * become those of the export.
 * @returns rows read
 * @throws RevinoError `export.shopNotEmpty`, `export.damaged`, `export.newer`, `import.fileUnreadable`, `job.cancelled`
 */
export const readWholeShop = async (
  db: Database,
  path: string,
  { signal, onRows }: WholeShopControl = {},
): Promise<number> => {
  if (!isShopWithoutRecords(db)) throw new RevinoError('export.shopNotEmpty');
  const transaction = beginTransaction(db, true);
  try {
    clearShopTx(db);
    let rows = 0;
    let last = 0;
    for await (const { table, row, line } of rowsOf(path)) {
      takeTx(db, table, row, line);
      last = line;
      rows++;
      if (rows % LOOK_EVERY_ROWS === 0) look(rows, signal, onRows);
    }
    if (!hasAllReferences(db)) throw new RevinoError('export.damaged', { line: last });
    chainAnewTx(db);
    rebuildAllSummariesTx(db);
    readShop(db);
    transaction.commit();
    return rows;
  } catch (error) {
    transaction.rollback();
    throw toRevinoError(error, db.file);
  }
};

/** @throws RevinoError `export.damaged`, `export.newer` */
const takeTx = (db: Database, table: PlainTable, row: PlainRow, line: number): void => {
  try {
    insertPlainRowTx(db, table, row);
    // Nothing could be shown, not even the settings that would put it right.
    if (table.name === 'shop' && !isTimeZone(readShop(db).timeZone)) throw new UnfitRow(table.name);
  } catch (error) {
    if (error instanceof UnfitRow || error instanceof ZodError)
      throw new RevinoError('export.damaged', { line }, { cause: error });
    throw error;
  }
};

const look = (rows: number, signal?: AbortSignal, onRows?: (rows: number) => void): void => {
  if (signal?.aborted) throw new RevinoError('job.cancelled');
  onRows?.(rows);
};

interface ReadRow {
  readonly table: PlainTable;
  readonly row: PlainRow;
  /** From 1. */
  readonly line: number;
}

/** Reads the document line by line, in exactly the form it was written. */
async function* rowsOf(path: string): AsyncGenerator<ReadRow> {
  const tables = new Map(EXPORTED_TABLES.map((table) => [table.name, table]));
  let table: PlainTable | null = null;
  let isEnded = false;
  let number = 0;
  for await (const line of linesOf(path)) {
    number++;
    const damaged = () => new RevinoError('export.damaged', { line: number });
    if (number === 1) {
      const { version } = parsed(`${line}${END}`, damaged);
      if (typeof version !== 'number') throw damaged();
      if (version > VERSION) throw new RevinoError('export.newer', { name: `version ${version}` });
    } else if (isEnded) throw damaged();
    else if (table !== null && (line === ']' || line === '],')) table = null;
    else if (table !== null) yield { table, row: parsed(line.replace(/,$/, ''), damaged), line: number };
    else if (line === END) isEnded = true;
    else {
      const name = /^"([a-z_]+)":\[$/.exec(line)?.[1];
      if (name === undefined) throw damaged();
      table = tables.get(name) ?? null;
      if (table === null) throw new RevinoError('export.newer', { name });
    }
  }
  if (!isEnded) throw new RevinoError('export.damaged', { line: number });
}

const parsed = (text: string, damaged: () => RevinoError): PlainRow => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as PlainRow;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw damaged();
};

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      yield* lines.map((line) => line.replace(/\r$/, ''));
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.name !== 'RevinoError')
      throw new RevinoError('import.fileUnreadable', { file: path }, { cause: error });
    throw error;
  }
  if (rest !== '') yield rest;
}
