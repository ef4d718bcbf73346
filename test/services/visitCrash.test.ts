// The front desk was told "recorded", and then the machine died: whatever was told must be there.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import { runChild } from '../db/support/childProcess.ts';
import { insertTestShop, KEY, newDatabaseFile, open } from '../db/support/databases.ts';
import { runs, tellSoak } from '../runs.ts';

/** Works like a busy desk, and says after each answer what it was answered. */
const DESK = (file: string, run: number) => `
  import { randomUUID } from 'node:crypto';
  import { openDatabase } from 'db/openDatabase.ts';
  import { createCustomer } from 'src-main/services/deskService.ts';
  import { cancelVisit, editVisit, recordVisit } from 'src-main/services/visitService.ts';
  import { visitContract } from 'src-shared/contract/visitContract.ts';
  const db = openDatabase({ file: ${JSON.stringify(file)}, key: Uint8Array.of(${[...KEY].join(', ')}), mode: 'write' });
  const now = () => Date.now();
  const said = (name, input) => visitContract[name].input.parse(input);
  const line = (amountMinor, offeringName) => ({ amountMinor, offeringName });
  console.log('begin');
  for (let i = 0; ; i++) {
    const { customerId } = createCustomer(db, { name: 'Customer ${run}-' + i, phone: null, email: null, cardNumber: null }, now());
    console.log('customer ' + customerId);
    const visit = { customerId, staffId: null, note: null, ownValues: [] };
    const lines = [line(1000 + i, 'Cut'), line(500, 'Colour ' + (i % 3))];
    const { visitId } = recordVisit(db, said('visit.record', { ...visit, lines, visitUid: randomUUID() }), now());
    console.log('visit ' + visitId + ' ' + (1500 + i));
    if (i % 3 === 0) {
      editVisit(db, said('visit.edit', { ...visit, visitId, at: { date: '2026-01-05', time: '10:00' },
        lines: [{ ...line(7000 + i, 'Cut'), lineId: null }] }), now());
      console.log('edited ' + visitId + ' ' + (7000 + i));
    }
    if (i % 5 === 0) {
      cancelVisit(db, { visitId, reason: { kind: 'mistake', text: null } }, now());
      console.log('cancelled ' + visitId);
    }
    // Lets the lines out.
    await new Promise((resolve) => setImmediate(resolve));
  }`;

describe('a desk killed with SIGKILL while it works', () => {
  it('keeps every visit, change and customer that it acknowledged, and a sound database', async () => {
    const file = newDatabaseFile();
    const shop = open(file);
    insertTestShop(shop);
    shop.close();
    const paid = new Map<string, string>();
    const cancelled = new Set<string>();
    const customers = new Set<string>();
    for (let run = 0; run < runs(8); run++) {
      const child = runChild(DESK(file, run));
      await child.said('begin');
      // After some answers, and then at any moment: a busy machine is slow to give the first.
      const enough = (run * 7) % 24;
      while (child.printed().length <= enough && child.process.exitCode === null) await sleep(1);
      await sleep((run * 3) % 11);
      child.process.kill('SIGKILL');
      await child.ended;
      expect(child.process.signalCode).toBe('SIGKILL');
      for (const [what, id, amount] of child.printed().map((text) => text.split(' '))) {
        if (what === 'customer') customers.add(id!);
        if (what === 'visit' || what === 'edited') paid.set(id!, amount!);
        if (what === 'cancelled') cancelled.add(id!);
      }
      const db = open(file, { mode: 'read' });
      const found = db.sqlite
        .prepare(
          `SELECT v.id, v.cancelled_at_ms AS cancelled, sum(l.amount_minor) AS amount
           FROM visit v JOIN visit_line l ON l.visit_id = v.id GROUP BY v.id`,
        )
        .all() as { id: number; cancelled: number | null; amount: number }[];
      const byId = new Map(found.map((visit) => [String(visit.id), visit]));
      // The last one may have been changed without anybody being told any more: what stands there now stays.
      const last = [...paid.keys()].at(-1);
      if (last !== undefined) {
        const { amount } = byId.get(last) ?? {};
        expect([Number(paid.get(last)), Number(paid.get(last)) + 5500]).toContain(amount);
        paid.set(last, String(amount));
      }
      for (const [id, amount] of paid) expect(byId.get(id)?.amount, `visit ${id}`).toBe(Number(amount));
      for (const id of cancelled) expect(byId.get(id)?.cancelled, `visit ${id}`).not.toBeNull();
      const people = db.sqlite.prepare('SELECT count(*) AS n FROM customer').get() as { n: number };
      expect(people.n).toBeGreaterThanOrEqual(customers.size);
      db.close();
      expect(checkDatabase({ file, key: KEY }).problems).toEqual([]);
    }
    tellSoak('desks', { killed: runs(8), 'visits acknowledged': paid.size, cancelled: cancelled.size });
    // Killed at once every time, it would have shown nothing.
    expect(paid.size).toBeGreaterThan(10);
  });
});
