// A merge or its undoing is on disk whole or not at all, whenever the machine dies.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { countSummaryDifferences } from '../../db/repositories/summary.ts';
import { recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { newUid } from '../../db/uid.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { runChild } from '../db/support/childProcess.ts';
import { insertTestShop, KEY, NOW_MS, newDatabaseFile, open } from '../db/support/databases.ts';
import { runs, tellSoak } from '../runs.ts';

const PEOPLE = 8;
const VISITS_EACH = 6;

/** Makes cards one and two again as fast as it can, and says before and after each what it does. */
const WORK = (file: string) => `
  import { randomUUID } from 'node:crypto';
  import { openDatabase } from 'db/openDatabase.ts';
  import { mergeCustomers } from 'src-main/services/mergeService.ts';
  import { undoChange } from 'src-main/services/undoService.ts';
  const db = openDatabase({ file: ${JSON.stringify(file)}, key: Uint8Array.of(${[...KEY].join(', ')}), mode: 'write' });
  const merged = () => db.sqlite.prepare('SELECT id FROM customer WHERE merged_into_customer_id IS NOT NULL').pluck().all();
  const cards = db.sqlite.prepare('SELECT id FROM customer ORDER BY id').pluck().all();
  const undoable = () => db.sqlite.prepare(
    "SELECT change_id FROM undo_value JOIN change_log ON id = change_id WHERE subject = 'customer_merge' AND action = 'merge' AND undone_at_ms IS NULL ORDER BY id DESC LIMIT 1").pluck().get();
  console.log('begin');
  for (let i = 0; ; i++) {
    const gone = new Set(merged());
    const there = cards.filter((id) => !gone.has(id));
    if (there.length > 2 && i % 5 < 3) {
      const [keptId, mergedId] = [there[i % there.length], there[(i + 1) % there.length]];
      console.log('merging ' + keptId + ' ' + mergedId);
      mergeCustomers(db, { uid: randomUUID(), keptId, mergedId, choices: {} }, Date.now());
      console.log('merged ' + keptId + ' ' + mergedId);
    } else {
      const changeId = undoable();
      if (changeId === undefined) continue;
      console.log('undoing ' + changeId);
      undoChange(db, changeId, Date.now());
      console.log('undone ' + changeId);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }`;

const fill = (db: Database): void =>
  inTransaction(db, () => {
    for (let at = 1; at <= PEOPLE; at++) {
      const customerId = insertCustomerTx(db, {
        displayName: `Person ${at}`,
        phoneE164: `+4860123456${at}`,
        cardNumber: `K-${at}`,
        birthday: at % 2 === 0 ? '1990-05-06' : null,
        note: `note ${at}`,
        createdAtMs: NOW_MS,
      });
      for (let visit = 0; visit < VISITS_EACH; visit++) {
        const businessDate = `2026-01-${String(1 + ((at * 3 + visit * 4) % 28)).padStart(2, '0')}`;
        recordVisitTx(
          db,
          {
            uid: newUid(),
            customerId,
            staffId: null,
            occurredAtMs: Date.parse(`${businessDate}T12:00:00Z`),
            businessDate,
            source: 'desk',
            note: null,
            createdAtMs: NOW_MS,
          },
          [{ quantityThousandths: 1000, amountMinor: at * 100 + visit }],
        );
      }
    }
  });

/** Cards, visits and what belongs to them, as they were before anything was merged. */
const records = (db: Database) =>
  [
    'customer',
    'customer_contact',
    'customer_token',
    'customer_total',
    'customer_month',
    'visit',
    'visit_line',
  ].map((table) => db.sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all());

/** What no merge may change, whatever is one and whatever is two. */
const sums = (db: Database) => ({
  lines: db.sqlite
    .prepare(
      'SELECT count(*) AS n, sum(amount_minor) AS minor FROM visit JOIN visit_line ON visit_id = visit.id',
    )
    .get(),
  totals: db.sqlite.prepare('SELECT sum(visits) AS n, sum(net_minor) AS minor FROM customer_total').get(),
  cards: db.sqlite.prepare('SELECT count(*) AS n FROM customer').get(),
});

/** Cards that are neither whole nor merged: a stub out of the trash, with visits, or without a merge that stands. */
const halfMerged = (db: Database) =>
  db.sqlite
    .prepare(
      `SELECT customer.id FROM customer
       LEFT JOIN customer_merge ON customer_merge.merged_customer_id = customer.id AND undone_at_ms IS NULL
       WHERE (merged_into_customer_id IS NOT NULL) <> (customer_merge.id IS NOT NULL)
          OR (merged_into_customer_id IS NOT NULL) <> (archived_at_ms IS NOT NULL)
          OR (merged_into_customer_id IS NOT NULL AND EXISTS (SELECT 1 FROM visit WHERE customer_id = customer.id))`,
    )
    .all();

const standing = (db: Database): string[] =>
  (
    db.sqlite
      .prepare(
        'SELECT kept_customer_id AS a, merged_customer_id AS b FROM customer_merge WHERE undone_at_ms IS NULL ORDER BY id',
      )
      .all() as { a: number; b: number }[]
  ).map(({ a, b }) => `${a} ${b}`);

describe('a merge killed with SIGKILL', () => {
  it('is whole or not there, undone or not, with every visit and sum; all can be taken apart afterwards', async () => {
    const file = newDatabaseFile();
    const shop = open(file);
    insertTestShop(shop);
    fill(shop);
    const before = records(shop);
    const beginning = sums(shop);
    shop.close();
    let told: string[] = [];
    const counts = { killed: 0, inside: 0, merged: 0, undone: 0 };
    for (let run = 0; run < runs(8); run++) {
      const child = runChild(WORK(file));
      await child.said('begin');
      const enough = (run * 7) % 40;
      while (child.printed().length <= enough && child.process.exitCode === null) await sleep(1);
      await sleep((run * 3) % 11);
      child.process.kill('SIGKILL');
      await child.ended;
      expect(child.process.signalCode).toBe('SIGKILL');
      counts.killed++;
      let inFlight: string | null = null;
      for (const line of child.printed()) {
        const [what = '', ...ids] = line.split(' ');
        inFlight = what === 'merging' || what === 'undoing' ? line : null;
        if (what === 'merged') {
          told.push(ids.join(' '));
          counts.merged++;
        }
        if (what === 'undone') {
          told.pop();
          counts.undone++;
        }
      }
      const db = open(file, { mode: 'read' });
      expect(halfMerged(db)).toEqual([]);
      expect(sums(db)).toEqual(beginning);
      expect(Object.values(countSummaryDifferences(db)).every((n) => n === 0)).toBe(true);
      expect(db.sqlite.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      const now = standing(db);
      // What was begun and not acknowledged may be there; everything acknowledged is.
      const [what, ...ids] = inFlight?.split(' ') ?? [];
      const whole =
        what === 'merging' ? [...told, ids.join(' ')] : what === 'undoing' ? told.slice(0, -1) : told;
      expect([told, whole]).toContainEqual(now);
      if (inFlight !== null) counts.inside++;
      told = now;
      db.close();
      expect(checkDatabase({ file, key: KEY }).problems).toEqual([]);
    }
    const db = open(file);
    const left = db.sqlite
      .prepare(
        `SELECT change_id FROM undo_value JOIN change_log ON id = change_id
         WHERE subject = 'customer_merge' AND action = 'merge' AND undone_at_ms IS NULL ORDER BY id DESC`,
      )
      .pluck()
      .all() as number[];
    expect(left).toHaveLength(told.length);
    for (const changeId of left) undoChange(db, changeId, Date.now());
    expect(records(db)).toEqual(before);
    tellSoak('merges', counts);
    // Killed at once every time, it would have shown nothing.
    expect(counts.merged).toBeGreaterThan(10);
    expect(counts.undone).toBeGreaterThan(3);
  });
});
