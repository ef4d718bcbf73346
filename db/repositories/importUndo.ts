/**
 * Takes an import back whole: what it made goes, what it changed gets its old value back. What has been used since by
 * other records stays, and so does a value that was changed since; both are listed. What lines of the import earned or
 * sold is taken back by counter-entries; where it was used since, the lines stay. Everything in the caller's one
 * transaction; yields how far it is, so that the caller can stop in between.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { settleVisitTx } from './benefitSettle.ts';
import { dropUndoValuesOfGoneTx } from './changeLog.ts';
import { refreshTokensTx } from './customer.ts';
import { releaseImportedVisitsTx, settleAllTx } from './followUpVisits.ts';
import { CARD_COLUMNS } from './importedCards.ts';
import { NAMED_TABLES, type NamedTable, snapshotOf } from './importedNames.ts';
import { referencesTo, withReferencesIndexedTx } from './references.ts';
import { rebuildAllSummariesTx } from './summary.ts';

export interface KeptRecord {
  readonly subject: 'customer' | 'visit' | 'opinion' | 'offering' | 'category' | 'staff' | 'tag' | 'source';
  readonly name: string;
  readonly reason: 'used' | 'edited';
  readonly field: string | null;
}

export interface UndoOutcome {
  readonly customers: number;
  readonly visits: number;
  readonly opinions: number;
  readonly offerings: number;
  readonly fieldsRestored: number;
  readonly kept: { readonly count: number; readonly sample: readonly KeptRecord[] };
}

const KEPT_SAMPLE = 100;
/** Rows deleted at once: a moment's work, after which somebody may have changed their mind. */
const DELETED_AT_ONCE = 20_000;

/** Tables whose fields an import changes, and the columns it may have changed there. */
const RESTORABLE: Readonly<Record<string, readonly string[]>> = {
  customer: CARD_COLUMNS,
  customer_contact: ['value'],
  visit: ['staff_id', 'receipt'],
  offering: ['category_id', 'price_minor', 'tax_rate_basis_points', 'cost_minor', 'planned_interval_days'],
};

interface ChangeRow {
  readonly id: number;
  readonly subject: string;
  readonly recordId: number;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

class KeptList {
  count = 0;
  readonly sample: KeptRecord[] = [];

  add(record: KeptRecord): void {
    this.count++;
    if (this.sample.length < KEPT_SAMPLE) this.sample.push(record);
  }
}

/**
 * Answers what went and what stayed. The batch itself stays as a note of what was, marked as undone.
 * @throws RevinoError `import.unknownBatch`, `import.alreadyUndone`
 */
export function* undoImportTx(db: Database, batchId: number, nowMs: number): Generator<number, UndoOutcome> {
  requireTransaction(db);
  const batch = prepared(
    db,
    'SELECT started_at_ms AS startedAtMs, undone_at_ms AS undoneAtMs FROM import_batch WHERE id = ?',
  ).get(batchId) as { startedAtMs: number; undoneAtMs: number | null } | undefined;
  if (batch === undefined) throw new RevinoError('import.unknownBatch');
  if (batch.undoneAtMs !== null) throw new RevinoError('import.alreadyUndone');

  const kept = new KeptList();
  releaseImportedVisitsTx(db, batchId);
  const unindexTx = withReferencesIndexedTx(db, ['customer', 'visit', 'visit_line', 'opinion']);
  const opinions = yield* deleteUnusedTx(db, 'opinion', `import_batch_id = ${batchId}`, 0, 0.1);
  const usedVisits = settleWithoutTx(db, batchId, nowMs);
  for (const name of usedVisits.names) kept.add({ subject: 'visit', name, reason: 'used', field: null });
  const free = `import_batch_id = ${batchId} AND visit_id NOT IN (${usedVisits.ids.join(', ')})`;
  yield* deleteUnusedTx(db, 'visit_line', free, 0.1, 0.4);
  const visits = yield* deleteUnusedTx(db, 'visit', `import_batch_id = ${batchId}`, 0.4, 0.6);
  listKept(db, kept, 'visit', 'business_date', `import_batch_id = ${batchId}`);
  listKept(db, kept, 'opinion', 'business_date', `import_batch_id = ${batchId}`);
  // Before anything is restored: a card that goes needs no old values.
  const { touched, lost } = removeMadeDetailsTx(db, batchId);
  const customers = yield* deleteCustomersTx(db, batchId, batch.startedAtMs, kept);
  const restored = yield* restoreFieldsTx(db, batchId, kept, touched);
  const offerings = removeMadeNamesTx(db, batchId, kept);
  for (const id of touched) {
    if (prepared(db, 'SELECT 1 FROM customer WHERE id = ?').get(id) !== undefined) refreshTokensTx(db, id);
  }
  prepared(db, 'DELETE FROM imported_row WHERE import_batch_id = ?').run(batchId);
  yield 0.9;
  prepared(db, 'DELETE FROM import_change WHERE import_batch_id = ?').run(batchId);
  prepared(db, 'UPDATE import_batch SET undone_at_ms = ? WHERE id = ?').run(nowMs, batchId);
  for (const subject of ['visit', 'opinion'] as const) dropUndoValuesOfGoneTx(db, subject);
  unindexTx();
  rebuildAllSummariesTx(db);
  settleAllTx(db);
  yield 1;
  return {
    customers,
    visits,
    opinions,
    offerings,
    fieldsRestored: restored + lost,
    kept: { count: kept.count, sample: kept.sample },
  };
}

/**
 * Takes back what the batch's lines earned, sold and used.
 * @returns visits whose lines must stay: what they earned or sold was used since, or a visit of the import itself was
 * worked on, so that the ledger points at it
 */
function settleWithoutTx(
  db: Database,
  batchId: number,
  nowMs: number,
): { readonly ids: readonly number[]; readonly names: readonly string[] } {
  const moved = prepared(
    db,
    `SELECT DISTINCT visit.id, visit.import_batch_id IS @batchId AS isOwn, business_date AS day, display_name AS who
     FROM benefit_entry JOIN visit ON visit.id = benefit_entry.visit_id
     LEFT JOIN customer ON customer.id = visit.customer_id
     WHERE EXISTS (SELECT 1 FROM visit_line WHERE visit_line.visit_id = visit.id AND import_batch_id = @batchId)
     ORDER BY visit.id`,
  ).all({ batchId }) as { id: number; isOwn: number; day: string; who: string | null }[];
  const stays = moved.filter(({ id, isOwn }) => isOwn === 1 || !isTakenBackTx(db, id, batchId, nowMs));
  return {
    ids: stays.map(({ id }) => id),
    // A visit of the import itself is listed with the others that stay.
    names: stays
      .filter(({ isOwn }) => isOwn === 0)
      .map(({ day, who }) => (who === null ? day : `${day} · ${who}`)),
  };
}

/** False, and nothing is changed, where what the lines earned or sold has been used. */
function isTakenBackTx(db: Database, visitId: number, batchId: number, nowMs: number): boolean {
  prepared(db, 'SAVEPOINT settling').run();
  try {
    settleVisitTx(db, visitId, nowMs, batchId);
    prepared(
      db,
      `UPDATE benefit SET sold_line_id = NULL WHERE sold_line_id IN
         (SELECT id FROM visit_line WHERE visit_id = ? AND import_batch_id = ?)`,
    ).run(visitId, batchId);
    prepared(db, 'RELEASE settling').run();
    return true;
  } catch (error) {
    if (!(error instanceof RevinoError)) throw error;
    prepared(db, 'ROLLBACK TO settling').run();
    prepared(db, 'RELEASE settling').run();
    return false;
  }
}

type BatchTable = 'opinion' | 'visit_line' | 'visit';

/** Rows of the batch that nothing points at, in portions. */
function* deleteUnusedTx(
  db: Database,
  table: BatchTable,
  where: string,
  from: number,
  to: number,
): Generator<number, number> {
  const unused = referencesTo(db, table).map(
    ({ table: child, column }) =>
      `NOT EXISTS (SELECT 1 FROM "${child}" WHERE "${child}"."${column}" = "${table}".id)`,
  );
  const last = (
    prepared(db, `SELECT coalesce(max(id), 0) AS id FROM ${table} WHERE ${where}`).get() as { id: number }
  ).id;
  const first = (
    prepared(db, `SELECT coalesce(min(id), 0) AS id FROM ${table} WHERE ${where}`).get() as { id: number }
  ).id;
  const remove = prepared(
    db,
    `DELETE FROM ${table} WHERE id BETWEEN ? AND ? AND ${[where, ...unused].join(' AND ')}`,
  );
  let count = 0;
  // From the last to the first: a refund points back at the line it corrects.
  for (let at = last; at >= first && last > 0; at -= DELETED_AT_ONCE) {
    count += remove.run(at - DELETED_AT_ONCE + 1, at).changes;
    yield from + ((to - from) * (last - at + 1)) / (last - first + 1);
  }
  return count;
}

function listKept(
  db: Database,
  kept: KeptList,
  subject: 'visit' | 'opinion',
  nameColumn: string,
  where: string,
): void {
  const rows = prepared(
    db,
    `SELECT ${subject}.${nameColumn} AS day, display_name AS who FROM ${subject}
     LEFT JOIN customer ON customer.id = customer_id WHERE ${subject}.${where} ORDER BY ${subject}.id`,
  ).iterate() as IterableIterator<{ day: string; who: string | null }>;
  for (const { day, who } of rows) {
    kept.add({ subject, name: who === null ? day : `${day} · ${who}`, reason: 'used', field: null });
  }
}

function madeRecords(db: Database, batchId: number, subject: string): { id: number; after: string | null }[] {
  return prepared(
    db,
    `SELECT record_id AS id, after FROM import_change WHERE import_batch_id = ? AND subject = ? AND field IS NULL
     ORDER BY id DESC`,
  ).all(batchId, subject) as { id: number; after: string | null }[];
}

/** Further contacts, consents and tags. @returns the customers who are now found by other words, and what cards lost that were there before */
function removeMadeDetailsTx(
  db: Database,
  batchId: number,
): { readonly touched: Set<number>; readonly lost: number } {
  const touched = new Set<number>();
  let lost = 0;
  for (const table of ['customer_contact', 'customer_consent'] as const) {
    const remove = prepared(db, `DELETE FROM ${table} WHERE id = ? RETURNING customer_id AS customerId`);
    for (const { id } of madeRecords(db, batchId, table)) {
      const removed = remove.get(id) as { customerId: number } | undefined;
      if (removed === undefined) continue;
      if (table === 'customer_contact') touched.add(removed.customerId);
      if (!wasMadeBy(db, removed.customerId, batchId)) lost++;
    }
  }
  const tags = prepared(
    db,
    `SELECT count(*) AS count FROM customer_tag JOIN customer ON customer.id = customer_id
     WHERE customer.import_batch_id IS NOT ? AND (customer_id, tag_id) IN (SELECT record_id, json_extract(after, '$')
       FROM import_change WHERE import_batch_id = ? AND subject = 'customer_tag')`,
  ).get(batchId, batchId) as { count: number };
  prepared(
    db,
    `DELETE FROM customer_tag WHERE (customer_id, tag_id) IN (SELECT record_id, json_extract(after, '$')
       FROM import_change WHERE import_batch_id = ? AND subject = 'customer_tag')`,
  ).run(batchId);
  return { touched, lost: lost + tags.count };
}

/** Rows that are made of a card, and go with it. */
const PARTS_OF_CARD = ['customer_token', 'customer_month', 'customer_total'] as const;

function* deleteCustomersTx(
  db: Database,
  batchId: number,
  startedAtMs: number,
  kept: KeptList,
): Generator<number, number> {
  // What the register notes of a card is no use of it: it stays there, of nobody.
  const isPart = (table: string) =>
    table === 'privacy_act' || (PARTS_OF_CARD as readonly string[]).includes(table);
  const others = referencesTo(db, 'customer').filter(({ table }) => !isPart(table) && table !== 'customer');
  const used = others.map(
    ({ table, column }) => `EXISTS (SELECT 1 FROM "${table}" WHERE "${table}"."${column}" = customer.id)`,
  );
  db.sqlite.exec('CREATE TEMP TABLE IF NOT EXISTS undo_kept (id INTEGER PRIMARY KEY, reason TEXT) STRICT');
  db.sqlite.exec('DELETE FROM temp.undo_kept');
  const changedLater = `EXISTS (SELECT 1 FROM import_change WHERE subject = 'customer' AND record_id = customer.id
    AND field IS NOT NULL AND import_batch_id <> ${batchId})`;
  const edited = `EXISTS (SELECT 1 FROM change_log WHERE subject IN ('customer', 'household')
    AND record_id = customer.id AND at_ms >= ${startedAtMs})`;
  db.sqlite
    .prepare(
      `INSERT INTO temp.undo_kept SELECT id, CASE WHEN ${edited} THEN 'edited' ELSE 'used' END FROM customer
       WHERE import_batch_id = ? AND (household_id IS NOT NULL OR ${[...used, edited, changedLater].join(' OR ')}
         OR EXISTS (SELECT 1 FROM customer AS other WHERE other.recommended_by_customer_id = customer.id
           AND other.import_batch_id IS NOT ${batchId}))`,
    )
    .run(batchId);
  // Who recommended somebody that stays must stay as well.
  const keepRecommenders = db.sqlite.prepare(
    `INSERT OR IGNORE INTO temp.undo_kept SELECT recommender.id, 'used' FROM customer
       JOIN temp.undo_kept ON undo_kept.id = customer.id
       JOIN customer AS recommender ON recommender.id = customer.recommended_by_customer_id
     WHERE recommender.import_batch_id = ?`,
  );
  while (keepRecommenders.run(batchId).changes > 0);
  yield 0.65;
  const going = `SELECT id FROM customer WHERE import_batch_id = ${batchId} AND id NOT IN (SELECT id FROM temp.undo_kept)`;
  for (const table of PARTS_OF_CARD) {
    db.sqlite.prepare(`DELETE FROM ${table} WHERE customer_id IN (${going})`).run();
  }
  db.sqlite.prepare(`UPDATE privacy_act SET customer_id = NULL WHERE customer_id IN (${going})`).run();
  yield 0.7;
  const { changes } = db.sqlite.prepare(`DELETE FROM customer WHERE id IN (${going})`).run();
  const rows = db.sqlite
    .prepare(
      'SELECT display_name AS name, reason FROM customer JOIN temp.undo_kept USING (id) ORDER BY customer.id',
    )
    .all() as { name: string; reason: 'used' | 'edited' }[];
  for (const { name, reason } of rows) kept.add({ subject: 'customer', name, reason, field: null });
  db.sqlite.exec('DROP TABLE temp.undo_kept');
  yield 0.75;
  return changes;
}

function* restoreFieldsTx(
  db: Database,
  batchId: number,
  kept: KeptList,
  touched: Set<number>,
): Generator<number, number> {
  const changes = prepared(
    db,
    `SELECT id, subject, record_id AS recordId, field, before, after FROM import_change
     WHERE import_batch_id = ? AND id < ? AND (field IS NOT NULL OR subject = 'customer') ORDER BY id DESC LIMIT 1000`,
  );
  let restored = 0;
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = changes.all(batchId, before) as ChangeRow[];
    for (const change of page) {
      if (change.field === null) continue;
      if (change.subject === 'customer_tag') {
        touched.add(change.recordId);
        continue;
      }
      if (restoreFieldTx(db, batchId, change, change.field, kept)) {
        restored++;
        if (change.subject === 'customer') touched.add(change.recordId);
      }
    }
    const last = page.at(-1);
    if (last === undefined) break;
    before = last.id;
    yield 0.8;
  }
  return restored;
}

/** @returns whether the old value is back */
function restoreFieldTx(
  db: Database,
  batchId: number,
  { id, subject, recordId, before, after }: ChangeRow,
  field: string,
  kept: KeptList,
): boolean {
  if (!RESTORABLE[subject]?.includes(field)) throw new Error(`An import never changes ${subject}.${field}.`);
  const row = prepared(db, `SELECT ${field} AS value FROM ${subject} WHERE id = ?`).get(recordId) as
    | { value: string | number | null }
    | undefined;
  // Gone, by this undoing or by hand.
  if (row === undefined) return false;
  // A card that this import made, and that stays because it was used since, stays as it is.
  if (subject === 'customer' && wasMadeBy(db, recordId, batchId)) return false;
  // Erasure of a person empties these: nothing is known any more, and nothing is put back.
  if (before === null || after === null) return false;
  const old = JSON.parse(before) as string | number | null;
  if (JSON.stringify(row.value) === after) {
    if (!isFree(db, subject, field, old)) {
      kept.add({
        subject: keptSubject(subject),
        name: nameOf(db, subject, recordId),
        reason: 'edited',
        field,
      });
      return false;
    }
    prepared(db, `UPDATE ${subject} SET ${field} = ? WHERE id = ?`).run(old, recordId);
    return true;
  }
  // A later import built on this value: undoing that one will bring back what was before both.
  const { changes } = prepared(
    db,
    `UPDATE import_change SET before = ? WHERE id = (SELECT min(id) FROM import_change WHERE subject = ? AND record_id = ?
       AND field = ? AND id > ? AND import_batch_id <> ?) AND before = ?`,
  ).run(before, subject, recordId, field, id, batchId, after);
  if (changes === 0) {
    kept.add({ subject: keptSubject(subject), name: nameOf(db, subject, recordId), reason: 'edited', field });
  }
  return false;
}

function wasMadeBy(db: Database, customerId: number, batchId: number): boolean {
  return (
    prepared(db, 'SELECT 1 FROM customer WHERE id = ? AND import_batch_id = ?').get(customerId, batchId) !==
    undefined
  );
}

/** Numbers are unique, and points must point at something: what came since may be in the way. */
function isFree(db: Database, subject: string, field: string, value: string | number | null): boolean {
  if (value === null || subject === 'customer_contact') return true;
  const exists = (sql: string) => prepared(db, sql).get(value) !== undefined;
  if (field === 'external_id' || field === 'card_number') {
    return !exists(`SELECT 1 FROM customer WHERE ${field} = ?`);
  }
  if (field === 'recommended_by_customer_id') return exists('SELECT 1 FROM customer WHERE id = ?');
  if (field === 'category_id') return exists('SELECT 1 FROM category WHERE id = ?');
  return field === 'staff_id' ? exists('SELECT 1 FROM staff WHERE id = ?') : true;
}

const keptSubject = (subject: string): KeptRecord['subject'] =>
  subject === 'visit' || subject === 'offering' ? subject : 'customer';

function nameOf(db: Database, subject: string, recordId: number): string {
  const sql = {
    customer: 'SELECT display_name AS name FROM customer WHERE id = ?',
    customer_contact:
      'SELECT display_name AS name FROM customer JOIN customer_contact ON customer_id = customer.id WHERE customer_contact.id = ?',
    visit: 'SELECT business_date AS name FROM visit WHERE id = ?',
    offering: 'SELECT name FROM offering WHERE id = ?',
  }[subject];
  if (sql === undefined) throw new Error(`${subject} has no name.`);
  return (prepared(db, sql).get(recordId) as { name: string }).name;
}

const KEPT_NAMES: Readonly<Record<NamedTable, KeptRecord['subject']>> = {
  staff: 'staff',
  category: 'category',
  offering: 'offering',
  tag: 'tag',
  customer_source: 'source',
};

/** Offerings before the categories they lie in. @returns how many offerings went */
function removeMadeNamesTx(db: Database, batchId: number, kept: KeptList): number {
  let offerings = 0;
  for (const table of [...NAMED_TABLES].sort((a, b) => Number(b === 'offering') - Number(a === 'offering'))) {
    const uses = referencesTo(db, table).map(
      ({ table: child, column }) => `EXISTS (SELECT 1 FROM "${child}" WHERE "${column}" = @id)`,
    );
    if (table === 'customer_source') {
      uses.push(
        'EXISTS (SELECT 1 FROM customer WHERE source = (SELECT name FROM customer_source WHERE id = @id))',
      );
    }
    for (const { id, after } of madeRecords(db, batchId, table)) {
      const now = snapshotOf(db, table, id);
      if (now === null) continue;
      const isUsed = uses.length > 0 && prepared(db, `SELECT ${uses.join(' OR ')} AS used`).get({ id });
      const reason =
        (isUsed as { used: number } | undefined)?.used === 1 ? 'used' : now === after ? null : 'edited';
      if (reason !== null) {
        const { name } = JSON.parse(now) as { name: string };
        kept.add({ subject: KEPT_NAMES[table], name, reason, field: null });
        continue;
      }
      prepared(db, `DELETE FROM ${table} WHERE id = ?`).run(id);
      if (table === 'offering') offerings++;
    }
  }
  return offerings;
}
