/** A shop to import into, and its visits as plain rows, for the import tests. */
import { join } from 'node:path';
import type { Database } from '../../db/openDatabase.ts';
import { importFile as importRows } from '../../src-main/importing/importFile.ts';
import { openImportFile } from '../../src-main/importing/openImportFile.ts';
import type { ImportResult, Mapping } from '../../src-shared/contract/importContract.ts';
import { localDayOfInstant } from '../../src-shared/domain/businessDate.ts';

/** The shop of test/db/support is in Warsaw and counts in zloty. */
export const TIME_ZONE = 'Europe/Warsaw';
/** After every date in the fixtures but those that are meant to lie in the future. */
export const TODAY_MS = Date.UTC(2026, 2, 14, 9, 30);

export const fixture = (name: string): string => join(import.meta.dirname, '..', 'fixtures', 'import', name);
export const cdnow = (name: string): string => join(import.meta.dirname, '..', 'fixtures', 'cdnow', name);

export const guess = (path: string) => openImportFile(path, localDayOfInstant(TODAY_MS, TIME_ZONE) + 1);

/** Imports as guessed, or with some settings of the mapping changed. */
export const importFile = async (
  db: Database,
  path: string,
  change: Partial<Mapping> = {},
  dryRun = false,
): Promise<ImportResult> => {
  const { mapping } = await guess(path);
  return await importRows(db, { path, mapping: { ...mapping, ...change }, dryRun, nowMs: TODAY_MS });
};

export interface StoredVisit {
  readonly customer: string | null;
  readonly day: string;
  readonly receipt: string | null;
  /** `offering quantity amountMinor`, by line. */
  readonly lines: readonly string[];
}

/** Every visit with its lines, by customer, day and receipt. */
export const storedVisits = (db: Database): StoredVisit[] => {
  const visits = db.sqlite
    .prepare(
      `SELECT visit.id AS id, display_name AS customer, business_date AS day, receipt FROM visit
       LEFT JOIN customer ON customer.id = customer_id
       ORDER BY customer, day, receipt, visit.id`,
    )
    .all() as { id: number; customer: string | null; day: string; receipt: string | null }[];
  const lines = db.sqlite.prepare(
    `SELECT coalesce(name, '-') AS name, quantity_thousandths AS thousandths, amount_minor AS amount FROM visit_line
     LEFT JOIN offering ON offering.id = offering_id WHERE visit_id = ? ORDER BY visit_line.id`,
  );
  return visits.map(({ id, ...visit }) => ({
    ...visit,
    lines: (lines.all(id) as { name: string; thousandths: number; amount: number }[]).map(
      ({ name, thousandths, amount }) => `${name} ${thousandths / 1000} ${amount}`,
    ),
  }));
};

/** Every row of every table that an import writes to: equal means that nothing changed. */
export const everything = (db: Database): string =>
  JSON.stringify(
    [
      'customer',
      'customer_token',
      'visit',
      'visit_line',
      'imported_row',
      'import_batch',
      'offering',
      'staff',
      'category',
      'customer_month',
      'customer_total',
      'walk_in_month',
    ].map((table) => db.sqlite.prepare(`SELECT * FROM ${table}`).raw().all()),
  );
