/** A visit with what is agreed and given at it: all in one transaction, once, and to be taken back. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { inTransaction } from '../../db/transaction.ts';
import { editAppointment } from '../../src-main/services/appointmentService.ts';
import { glance } from '../../src-main/services/customerGlance.ts';
import { createGestureKind, writeGestureBudget } from '../../src-main/services/gestureService.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { recordVisit, refundVisit } from '../../src-main/services/visitService.ts';
import { undoRecordedVisit } from '../../src-main/services/visitUndoService.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import type { SentInputOf } from '../../src-shared/contract/procedure.ts';
import { contentOf, NOW_MS, openShop, refusal } from '../db/support/databases.ts';

type Next = NonNullable<SentInputOf<(typeof appContract)['visit.record']>['next']>;

const setUp = () => {
  const db = openShop();
  const customerId = inTransaction(db, () =>
    insertCustomerTx(db, { displayName: 'Anna Żak', createdAtMs: NOW_MS }),
  );
  const { id: kindId } = createGestureKind(db, { name: 'Mask', costMinor: 4500 }, NOW_MS);
  return { db, customerId, kindId };
};
const visitOf = (customerId: number | null, next: Next | null, visitUid: string = randomUUID()) =>
  appContract['visit.record'].input.parse({ customerId, note: null, lines: [], visitUid, next });
const booking = { onDate: '2026-04-18', atMinute: 870, offeringId: null, staffId: null, note: null };
const count = (db: Database, table: string): number =>
  db.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
const counts = (db: Database) =>
  ['visit', 'appointment', 'promise', 'gesture'].map((table) => count(db, table));

describe('a visit with the next step', () => {
  it('is kept whole, once however often it is sent, and shown at a glance', () => {
    const { db, customerId, kindId } = setUp();
    const visit = visitOf(customerId, {
      appointment: booking,
      promise: { text: 'New colours', dueOn: null },
      gesture: { kindId, reason: 'Waited long' },
    });
    const made = appContract['visit.record'].output.parse(recordVisit(db, visit, NOW_MS));
    expect(made.changeIds).toHaveLength(3);
    const before = contentOf(db.sqlite);
    expect(recordVisit(db, visit, NOW_MS + 1000)).toMatchObject({ visitId: made.visitId, changeIds: [] });
    expect(contentOf(db.sqlite)).toBe(before);
    expect(counts(db)).toEqual([1, 1, 1, 1]);
    expect(glance(db, customerId, { facts: null, valueShown: 'amount', nowMs: NOW_MS })).toMatchObject({
      booked: [{ onDate: '2026-04-18', atMinute: 870 }],
      bookedToday: null,
      promises: [{ text: 'New colours' }],
    });
    for (const table of ['appointment', 'promise'])
      expect(db.sqlite.prepare(`SELECT made_at_visit_id FROM ${table}`).pluck().get()).toBe(made.visitId);
    expect(db.sqlite.prepare('SELECT visit_id FROM gesture').pluck().get()).toBe(made.visitId);
  });

  const agreedAll = (kindId: number): Next => ({
    appointment: booking,
    promise: { text: 'New colours', dueOn: null },
    gesture: { kindId, reason: null },
  });
  const seen = (db: Database, customerId: number) =>
    glance(db, customerId, { facts: null, valueShown: 'amount', nowMs: NOW_MS });

  it('is taken back with everything that was made with it, at once, and all of it can come back', () => {
    const { db, customerId, kindId } = setUp();
    const { visitId } = recordVisit(db, visitOf(customerId, agreedAll(kindId)), NOW_MS);
    const { changeId } = undoRecordedVisit(db, { visitId }, NOW_MS);
    expect(seen(db, customerId)).toMatchObject({ occasions: 0, booked: [], promises: [] });
    expect(counts(db)).toEqual([1, 0, 0, 0]);
    expect(undoRecordedVisit(db, { visitId }, NOW_MS)).toEqual({ changeId: null });

    undoChange(db, changeId!, NOW_MS + 1000);
    expect(seen(db, customerId)).toMatchObject({
      occasions: 1,
      booked: [{ onDate: '2026-04-18', atMinute: 870 }],
      promises: [{ text: 'New colours' }],
    });
    expect(counts(db)).toEqual([1, 1, 1, 1]);
    for (const [table, column] of [
      ['appointment', 'made_at_visit_id'],
      ['promise', 'made_at_visit_id'],
      ['gesture', 'visit_id'],
    ])
      expect(db.sqlite.prepare(`SELECT ${column} FROM ${table}`).pluck().get()).toBe(visitId);
    // And once more, as often as anybody likes.
    undoRecordedVisit(db, { visitId }, NOW_MS + 2000);
    expect(counts(db)).toEqual([1, 0, 0, 0]);
  });

  it('leaves what somebody has changed since', () => {
    const { db, customerId, kindId } = setUp();
    const { visitId } = recordVisit(db, visitOf(customerId, agreedAll(kindId)), NOW_MS);
    const appointmentId = db.sqlite.prepare('SELECT id FROM appointment').pluck().get() as number;
    editAppointment(db, { appointmentId, ...booking, onDate: '2026-04-20' }, NOW_MS);
    undoRecordedVisit(db, { visitId }, NOW_MS);
    expect(counts(db)).toEqual([1, 1, 0, 0]);
    expect(seen(db, customerId)).toMatchObject({ occasions: 0, booked: [{ onDate: '2026-04-20' }] });
  });

  it('keeps everything where the visit itself cannot be taken back', () => {
    const { db, customerId, kindId } = setUp();
    const sold = appContract['visit.record'].input.parse({
      ...visitOf(customerId, agreedAll(kindId)),
      lines: [{ offeringName: 'Serum', amountMinor: 9000 }],
    });
    const { visitId } = recordVisit(db, sold, NOW_MS);
    const lineId = db.sqlite.prepare('SELECT id FROM visit_line').pluck().get() as number;
    refundVisit(
      db,
      appContract['visit.refund'].input.parse({
        visitId,
        lines: [{ lineId, quantityThousandths: 1000, amountMinor: 9000 }],
        staffId: null,
        note: null,
        visitUid: randomUUID(),
      }),
      NOW_MS,
    );
    const before = contentOf(db.sqlite);
    expect(refusal(() => undoRecordedVisit(db, { visitId }, NOW_MS)).code).toBe('visit.hasRefunds');
    expect(contentOf(db.sqlite)).toBe(before);
  });

  it('brings nothing back for somebody who was taken off the visit meanwhile', () => {
    const { db, customerId, kindId } = setUp();
    const { visitId } = recordVisit(db, visitOf(customerId, agreedAll(kindId)), NOW_MS);
    const { changeId } = undoRecordedVisit(db, { visitId }, NOW_MS);
    db.sqlite.prepare('UPDATE visit SET customer_id = NULL WHERE id = ?').run(visitId);
    undoChange(db, changeId!, NOW_MS);
    expect(counts(db)).toEqual([1, 0, 0, 0]);
  });

  it('is not kept at all where one part of it is refused', () => {
    const { db, customerId, kindId } = setUp();
    writeGestureBudget(db, { perGestureMinor: 1000, perMonthMinor: null }, NOW_MS);
    const tooMuch = visitOf(customerId, { appointment: booking, gesture: { kindId, reason: null } });
    expect(refusal(() => recordVisit(db, tooMuch, NOW_MS)).code).toBe('gesture.overOneBudget');
    const gone = visitOf(customerId, { appointment: { ...booking, staffId: 99 } });
    expect(refusal(() => recordVisit(db, gone, NOW_MS)).code).toBe('staff.notFound');
    expect(counts(db)).toEqual([0, 0, 0, 0]);
    expect(recordVisit(db, tooMuch, NOW_MS, 'owner').changeIds).toHaveLength(2);
  });

  it('is for somebody with a card alone', () => {
    expect(() => visitOf(null, { appointment: booking })).toThrow();
    expect(visitOf(null, null).next).toBeNull();
  });
});
