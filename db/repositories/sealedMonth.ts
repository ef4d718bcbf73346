/** Sealed months: written once, never changed. And how many visits were corrected after each was sealed. */
import { desc } from 'drizzle-orm';
import type { Database } from '../openDatabase.ts';
import { sealedMonthTable } from '../schema/history.ts';
import { prepared, requireTransaction } from '../transaction.ts';

/** `figures` is JSON text, for its owner to parse. */
export type SealedMonthRow = typeof sealedMonthTable.$inferSelect;

/** Newest month first. */
export function listSealedMonths(db: Database): SealedMonthRow[] {
  return db.orm.select().from(sealedMonthTable).orderBy(desc(sealedMonthTable.month)).all();
}

/** @returns false when the month was sealed before: what was sealed stays. */
export function insertSealedMonthTx(db: Database, row: SealedMonthRow): boolean {
  requireTransaction(db);
  return db.orm.insert(sealedMonthTable).values(row).onConflictDoNothing().run().changes > 0;
}

/**
 * Whether the records of a month, first to last day, were kept while it ran: something was entered by `byMs`, or nothing
 * happened at all in a shop that was already here.
 */
export function wasKeptInTime(db: Database, from: string, to: string, byMs: number): boolean {
  const { visits, inTime } = prepared(
    db,
    `SELECT count(*) AS visits, count(*) FILTER (WHERE created_at_ms <= ?) AS inTime
     FROM visit WHERE business_date BETWEEN ? AND ?`,
  ).get(byMs, from, to) as { visits: number; inTime: number };
  const { createdAtMs } = prepared(db, 'SELECT created_at_ms AS createdAtMs FROM shop').get() as {
    createdAtMs: number;
  };
  return createdAtMs <= byMs && (visits === 0 || inTime > 0);
}

/** Fields of a visit that figures rest on; a new note is no correction. */
const COUNTED_FIELDS = "'customerId', 'businessDate', 'lines', 'cancelledAtMs'";

export type Sealed = Pick<SealedMonthRow, 'month' | 'asOf' | 'sealedAtMs'>;

/**
 * Per sealed month: visits dated up to its end that were entered, changed or cancelled after it was sealed. One entered
 * and cancelled since counts as nothing. Months without any are left out.
 */
export function countCorrectedVisits(db: Database, sealed: readonly Sealed[]): Map<string, number> {
  const counts = new Map<string, number>();
  if (sealed.length === 0) return counts;
  const sinceMs = Math.min(...sealed.map(({ sealedAtMs }) => sealedAtMs));
  const lastDay = sealed.map(({ asOf }) => asOf).reduce((a, b) => (a > b ? a : b));
  const count = ({ month }: Sealed) => void counts.set(month, (counts.get(month) ?? 0) + 1);

  const entered = db.sqlite
    .prepare(
      `SELECT business_date, created_at_ms, cancelled_at_ms FROM visit
       WHERE business_date <= ? AND (created_at_ms > ? OR cancelled_at_ms > ?)`,
    )
    .raw()
    .iterate(lastDay, sinceMs, sinceMs) as IterableIterator<[string, number, number | null]>;
  for (const [day, createdAtMs, cancelledAtMs] of entered) {
    for (const month of sealed) {
      if (day > month.asOf) continue;
      const isNew = createdAtMs > month.sealedAtMs;
      const isCancelledSince = cancelledAtMs !== null && cancelledAtMs > month.sealedAtMs;
      if (isNew ? cancelledAtMs === null : isCancelledSince) count(month);
    }
  }

  // A visit moved to a later day counts where it was; its own first and last entry were counted above.
  const edited = db.sqlite
    .prepare(
      `SELECT log.record_id, log.at_ms, visit.created_at_ms, visit.cancelled_at_ms,
         min(visit.business_date, coalesce(json_extract(undo_value.before, '$.businessDate'), visit.business_date))
       FROM change_log AS log JOIN visit ON visit.id = log.record_id
       LEFT JOIN undo_value ON undo_value.change_id = log.id
       WHERE log.subject = 'visit' AND log.action NOT IN ('create', 'cancel', 'undo')
         AND undo_value.undone_at_ms IS NULL AND log.at_ms > ?
         AND EXISTS (SELECT 1 FROM json_each(log.fields) WHERE value IN (${COUNTED_FIELDS}))`,
    )
    .raw()
    .all(sinceMs) as [number, number, number, number | null, string][];
  for (const month of sealed) {
    const seen = new Set<number>();
    for (const [visitId, atMs, createdAtMs, cancelledAtMs, day] of edited) {
      const isCounted = createdAtMs > month.sealedAtMs || (cancelledAtMs ?? 0) > month.sealedAtMs;
      if (atMs <= month.sealedAtMs || day > month.asOf || isCounted || seen.has(visitId)) continue;
      seen.add(visitId);
      count(month);
    }
  }
  return counts;
}
