/** An import taken back after the desk has worked on with what it brought: merged, forgotten, edited, lived together, paid. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { importFile } from '../../src-main/importing/importFile.ts';
import { undoImport } from '../../src-main/importing/undoImport.ts';
import { makeAppointment } from '../../src-main/services/appointmentService.ts';
import { joinHousehold } from '../../src-main/services/customerService.ts';
import { mergeCustomers } from '../../src-main/services/mergeService.ts';
import { eraseCustomer } from '../../src-main/services/privacyService.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { editVisit } from '../../src-main/services/visitService.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { openShop } from '../db/support/databases.ts';
import {
  customer,
  daysOn,
  grant,
  held,
  line,
  PACKAGE,
  plan,
  record,
  STAMPS,
} from '../services/benefitSupport.ts';

const MAPPING: Mapping = {
  kind: 'visits',
  layout: 'delimited',
  separator: ';',
  encoding: 'auto',
  header: true,
  dateFormat: 'yyyy-MM-dd',
  decimal: '.',
  onMissingCustomer: 'walk-in',
  onKnown: 'fill',
  columns: { customerName: 0, date: 1, receipt: 2, offering: 3, amount: 4 },
};
const ROWS = ['Ola;2026-03-10;1;Cut;90', 'Ola;2026-03-11;2;Massage;90', 'Iza;2026-03-12;3;Cut;90'];

const bringIn = async (db: Database, nowMs: number): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'revino-undo-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'till.csv');
  writeFileSync(path, ['name;date;receipt;offering;amount', ...ROWS].join('\n'));
  const { batchId } = await importFile(db, { path, mapping: MAPPING, dryRun: false, nowMs });
  return batchId ?? 0;
};
const setUp = async () => {
  const db = openShop(null);
  plan(db, 'Card', { ...STAMPS, needed: 1 } as typeof STAMPS);
  const five = plan(db, 'Five', PACKAGE, { soldAs: 'Five massages' });
  const anna = customer(db, 'Anna');
  const batchId = await bringIn(db, daysOn(2));
  const named = (name: string) =>
    db.sqlite.prepare('SELECT id FROM customer WHERE display_name = ?').pluck().get(name) as number;
  const isSound = () =>
    expect(checkDatabase({ file: db.file, key: null, depth: 'full' }).problems).toEqual([]);
  return { db, five, anna, batchId, ola: named('Ola'), iza: named('Iza'), isSound };
};
const uid = '0192f3c4-0000-7000-8000-000000000001';
const merge = (db: Database, keptId: number, mergedId: number, nowMs: number) =>
  mergeCustomers(
    db,
    appContract['customer.merge'].input.parse({ keptId, mergedId, uid, choices: {} }),
    nowMs,
  );

describe('an import taken back', () => {
  it.each([false, true])(
    'after a merge, a package used and an appointment kept (erased: %s)',
    async (isErased) => {
      const { db, five, anna, batchId, ola, isSound } = await setUp();
      const { changeId } = merge(db, anna, ola, daysOn(3));
      const { benefitId } = grant(db, { planId: five, customerId: anna }, daysOn(3));
      makeAppointment(
        db,
        {
          customerId: anna,
          onDate: '2026-03-20',
          atMinute: null,
          offeringId: null,
          staffId: null,
          note: 'x',
          madeAtVisitId: null,
        },
        daysOn(3),
      );
      record(db, { customerId: anna, lines: [line('Massage', 0, { benefitId })] }, daysOn(4));
      if (isErased) eraseCustomer(db, anna, daysOn(4));
      isSound();
      await undoImport(db, { batchId, nowMs: daysOn(5) });
      isSound();
      if (!isErased) {
        expect(held(db, anna, five, daysOn(5)).balance).toBe(4);
        if (changeId !== null) undoChange(db, changeId, daysOn(6));
      }
      isSound();
      await bringIn(db, daysOn(7));
      isSound();
    },
  );

  it('leaves the cards of a household together', async () => {
    const { db, anna, batchId, ola, iza, isSound } = await setUp();
    const { changeId } = joinHousehold(db, { customerId: anna, withCustomerId: ola }, daysOn(3));
    await undoImport(db, { batchId, nowMs: daysOn(4) });
    expect(readCustomer(db, anna).householdId).toBe(readCustomer(db, ola).householdId);
    expect(db.sqlite.prepare('SELECT 1 FROM customer WHERE id = ?').get(iza)).toBeUndefined();
    undoChange(db, changeId ?? 0, daysOn(5));
    expect(readCustomer(db, anna).householdId).toBeNull();
    isSound();
  });

  it('takes its visits’ changes along: none is put back on a visit that got the number', async () => {
    const { db, anna, batchId, ola, isSound } = await setUp();
    const visitId = db.sqlite.prepare('SELECT max(id) FROM visit').pluck().get() as number;
    const { customerId, date } = db.sqlite
      .prepare('SELECT customer_id AS customerId, business_date AS date FROM visit WHERE id = ?')
      .get(visitId) as { customerId: number; date: string };
    const lineId = db.sqlite
      .prepare('SELECT id FROM visit_line WHERE visit_id = ?')
      .pluck()
      .get(visitId) as number;
    const { changeId } = editVisit(
      db,
      appContract['visit.edit'].input.parse({
        visitId,
        customerId,
        at: { date, time: null },
        staffId: null,
        note: 'about Iza',
        lines: [{ ...line('Cut', 9000), lineId }],
        ownValues: [],
        keptRefundLineIds: [],
      }),
      daysOn(3),
    );
    expect(changeId).not.toBeNull();
    await undoImport(db, { batchId, nowMs: daysOn(4) });
    for (let n = 0; n < 4; n++) record(db, { customerId: anna }, daysOn(5));
    const notes = () => db.sqlite.prepare('SELECT id, note, customer_id FROM visit ORDER BY id').all();
    const before = notes();
    expect(() => undoChange(db, changeId ?? 0, daysOn(5))).toThrow('undo.tooLate');
    expect(notes()).toEqual(before);
    expect(ola).toBeGreaterThan(0);
    isSound();
  });
});
