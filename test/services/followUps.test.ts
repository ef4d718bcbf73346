// The next step with a customer: whatever is agreed, recorded, changed and taken back, appointments and wishes say what
// the visits say.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { appointmentRecords } from '../../db/repositories/appointment.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  appointmentsOfDay,
  editAppointment,
  makeAppointment,
  setAppointmentOutcome,
  unansweredAppointments,
} from '../../src-main/services/appointmentService.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { cancelVisit, editVisit, recordVisit, uncancelVisit } from '../../src-main/services/visitService.ts';
import { showVisit } from '../../src-main/services/visitViews.ts';
import {
  listWishes,
  makeWish,
  setWishDropped,
  solveWish,
  stepWishBack,
  tellWish,
} from '../../src-main/services/wishService.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import { KEY, openShop, refusal } from '../db/support/databases.ts';
import { runs } from '../runs.ts';

const PHONES = { e164: () => null, shown: (e164: string) => e164, callingCode: null };
const TODAY = '2026-03-10';
/** Noon in Warsaw. */
const NOON = Date.UTC(2026, 2, 10, 11);
const on = (days: number) => isoOfDay(dayOfIso(TODAY) + days);

const person = (db: Database, displayName = 'Anna'): number =>
  inTransaction(db, () => insertCustomerTx(db, { displayName, createdAtMs: NOON }));

const visit = (db: Database, customerId: number | null, days = 0, nowMs = NOON): number =>
  recordVisit(
    db,
    appContract['visit.record'].input.parse({
      customerId,
      note: null,
      lines: [],
      at: { date: on(days), time: '11:00' },
      visitUid: randomUUID(),
    }),
    nowMs,
  ).visitId;

const changeVisit = (db: Database, visitId: number, change: object, nowMs: number) => {
  const shown = showVisit(db, visitId);
  return editVisit(
    db,
    appContract['visit.edit'].input.parse({
      visitId,
      revision: shown.revision,
      customerId: shown.customer?.customerId ?? null,
      at: { date: shown.date, time: shown.time },
      staffId: shown.staffId,
      note: shown.note,
      lines: [],
      keptRefundLineIds: [],
      ownValues: [],
      ...change,
    }),
    nowMs,
  );
};

const PLAN = { atMinute: null, offeringId: null, staffId: null, note: null };
const agree = (db: Database, customerId: number, days: number, more: object = {}, nowMs = NOON - 60_000) =>
  makeAppointment(db, { customerId, onDate: on(days), ...PLAN, madeAtVisitId: null, ...more }, nowMs)
    .appointmentId;
const stateOf = (db: Database, appointmentId: number) => {
  const { outcome, visitId } = appointmentRecords.read(db, appointmentId);
  return { outcome, visitId };
};
const OPEN = { outcome: null, visitId: null };

describe('an appointment', () => {
  it('becomes the visit of its day, opens again with its cancelling, and is that visit once more when it is put back', () => {
    const db = openShop();
    const anna = person(db);
    const agreed = agree(db, anna, 0, { atMinute: 600 });
    const later = agree(db, anna, 0, { atMinute: 900 });
    const visitId = visit(db, anna);
    expect(stateOf(db, agreed)).toEqual({ outcome: 'came', visitId });
    expect(stateOf(db, later)).toEqual(OPEN);
    const { changeId } = cancelVisit(db, { visitId, reason: null }, NOON);
    expect(stateOf(db, agreed)).toEqual(OPEN);
    undoChange(db, changeId!, NOON);
    expect(stateOf(db, agreed)).toEqual({ outcome: 'came', visitId });
    cancelVisit(db, { visitId, reason: null }, NOON);
    uncancelVisit(db, { visitId }, NOON);
    expect(stateOf(db, agreed)).toEqual({ outcome: 'came', visitId });
    expect(appointmentsOfDay(db, { on: null }, PHONES, NOON)).toMatchObject({
      on: TODAY,
      expected: 1,
      came: 1,
      missed: 0,
    });
  });

  it('that was made at the visit, or after it was written down, is for another coming', () => {
    const db = openShop();
    const anna = person(db);
    const visitId = visit(db, anna);
    const sameDay = agree(db, anna, 0, { madeAtVisitId: visitId }, NOON);
    const afterwards = agree(db, anna, 0, {}, NOON + 1);
    changeVisit(db, visitId, { note: 'paid in cash' }, NOON + 2);
    expect([stateOf(db, sameDay), stateOf(db, afterwards)]).toEqual([OPEN, OPEN]);
    const second = visit(db, anna, 0, NOON + 3);
    expect(stateOf(db, sameDay)).toEqual({ outcome: 'came', visitId: second });
  });

  it('follows a visit that was written down for the wrong person or day', () => {
    const db = openShop();
    const [anna, ewa] = [person(db), person(db, 'Ewa')];
    const [ofAnna, ofEwa] = [agree(db, anna, 0), agree(db, ewa, -1)];
    const visitId = visit(db, anna);
    const next = agree(db, anna, 20, { madeAtVisitId: visitId }, NOON);
    const { changeId } = changeVisit(
      db,
      visitId,
      { customerId: ewa, at: { date: on(-1), time: '11:00' } },
      NOON + 1,
    );
    expect([stateOf(db, ofAnna), stateOf(db, ofEwa)]).toEqual([OPEN, { outcome: 'came', visitId }]);
    expect(appointmentRecords.read(db, next).customerId).toBe(ewa);
    undoChange(db, changeId!, NOON + 2);
    expect([stateOf(db, ofAnna), stateOf(db, ofEwa)]).toEqual([{ outcome: 'came', visitId }, OPEN]);
    expect(appointmentRecords.read(db, next).customerId).toBe(anna);
  });

  it('is asked about for a week when nobody said whether they came; ticked as come, it waits for its visit', () => {
    const db = openShop();
    const anna = person(db);
    const [old, asked, ahead] = [agree(db, anna, -8), agree(db, anna, -7), agree(db, anna, 0)];
    const unanswered = () =>
      unansweredAppointments(db, PHONES, NOON).appointments.map(({ appointmentId }) => appointmentId);
    expect(unanswered()).toEqual([asked]);
    expect([old, ahead]).not.toContain(unanswered()[0]);
    setAppointmentOutcome(db, { appointmentId: asked, outcome: 'came' }, NOON);
    expect(unanswered()).toEqual([]);
    const visitId = visit(db, anna, -7, NOON + 1);
    expect(stateOf(db, asked)).toEqual({ outcome: 'came', visitId });
  });

  it('near another with the same member of staff is told, not refused; one that is cancelled is nobody’s', () => {
    const db = openShop();
    const [anna, ewa] = [person(db), person(db, 'Ewa')];
    db.sqlite.exec(
      "INSERT INTO staff (uid, name, folded_name, created_at_ms) VALUES (randomblob(16), 'Jan', 'jan', 1)",
    );
    const first = agree(db, anna, 1, { atMinute: 600, staffId: 1 });
    const make = (atMinute: number | null, staffId: number | null = 1) =>
      makeAppointment(
        db,
        { ...PLAN, customerId: ewa, onDate: on(1), atMinute, staffId, madeAtVisitId: null },
        NOON,
      ).clashes;
    expect(make(629)).toEqual([{ appointmentId: first, name: 'Anna', atMinute: 600 }]);
    expect([make(570), make(null), make(600, null)]).toEqual([[], [], []]);
    setAppointmentOutcome(db, { appointmentId: first, outcome: 'cancelled' }, NOON);
    expect(make(601).map(({ name }) => name)).toEqual(['Ewa']);
    expect(refusal(() => make(600, 99)).code).toBe('staff.notFound');
  });
});

describe('a wish', () => {
  it('goes from wished to came, and the visit that fulfilled it takes it back when it is cancelled', () => {
    const db = openShop();
    const anna = person(db);
    const { wishId } = makeWish(db, { customerId: anna, text: 'Open on Sundays', staffId: null }, NOON);
    const step = () => {
      const { open, ended } = listWishes(db, { endedLimit: 10 }, PHONES);
      return [...open, ...ended].map((wish) => wish.step);
    };
    expect(refusal(() => tellWish(db, { wishId, staffId: null }, NOON)).code).toBe('wish.notSolved');
    const solved = solveWish(db, { wishId, solution: 'From May on' }, NOON);
    expect(step()).toEqual(['solved']);
    tellWish(db, { wishId, staffId: null }, NOON);
    visit(db, anna);
    // On the day they were told they were there anyway.
    expect(step()).toEqual(['told']);
    expect(refusal(() => undoChange(db, solved.changeId!, NOON)).code).toBe('undo.changedSince');
    const tomorrow = NOON + 86_400_000;
    const visitId = visit(db, anna, 1, tomorrow);
    expect(step()).toEqual(['came']);
    cancelVisit(db, { visitId, reason: null }, tomorrow);
    expect(step()).toEqual(['told']);
    uncancelVisit(db, { visitId }, tomorrow);
    expect(listWishes(db, { endedLimit: 10 }, PHONES).counts).toMatchObject({ told: 0, came: 1 });
    stepWishBack(db, { wishId }, tomorrow);
    expect(step()).toEqual(['solved']);
  });
});

type Did = (db: Database, nowMs: number) => void;

/** What anybody could do next, on two people and a few days; numbers choose among what is there. */
const doing = (people: readonly number[], changes: number[]): fc.Arbitrary<Did> => {
  const pick = fc.nat(50);
  const who = fc.constantFrom(...people);
  const past = fc.integer({ min: -3, max: 0 });
  const one = (db: Database, table: string, at: number): number | undefined => {
    const ids = db.sqlite.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[];
    return ids[at % Math.max(1, ids.length)];
  };
  const keep = ({ changeId }: { changeId: number | null }) => {
    if (changeId !== null) changes.push(changeId);
  };
  const onOne = (
    table: string,
    work: (db: Database, id: number, nowMs: number) => { changeId: number | null },
  ): fc.Arbitrary<Did> =>
    pick.map((at) => (db, nowMs) => {
      const id = one(db, table, at);
      if (id !== undefined) keep(work(db, id, nowMs));
    });
  return fc.oneof(
    fc.tuple(who, past, pick).map(
      ([customerId, days, at]): Did =>
        (db, nowMs) => {
          const madeAtVisitId = at % 3 === 0 ? (one(db, 'visit', at) ?? null) : null;
          const plan = {
            ...PLAN,
            customerId,
            onDate: on(days),
            atMinute: at % 2 === 0 ? at * 20 : null,
            madeAtVisitId,
          };
          keep(makeAppointment(db, plan, nowMs));
        },
    ),
    fc.tuple(who, past).map(
      ([customerId, days]): Did =>
        (db, nowMs) => {
          visit(db, customerId, days, nowMs);
        },
    ),
    onOne('visit', (db, visitId, nowMs) => cancelVisit(db, { visitId, reason: null }, nowMs)),
    onOne('visit', (db, visitId, nowMs) => uncancelVisit(db, { visitId }, nowMs)),
    fc
      .tuple(fc.option(who), past)
      .chain(([customerId, days]) =>
        onOne('visit', (db, visitId, nowMs) =>
          changeVisit(db, visitId, { customerId, at: { date: on(days), time: '10:00' } }, nowMs),
        ),
      ),
    fc
      .constantFrom('came', 'missed', 'cancelled', null)
      .chain((outcome) =>
        onOne('appointment', (db, appointmentId, nowMs) =>
          setAppointmentOutcome(db, { appointmentId, outcome }, nowMs),
        ),
      ),
    past.chain((days) =>
      onOne('appointment', (db, appointmentId, nowMs) =>
        editAppointment(db, { ...PLAN, appointmentId, onDate: on(days) }, nowMs),
      ),
    ),
    who.map(
      (customerId): Did =>
        (db, nowMs) => {
          keep(makeWish(db, { customerId, text: 'Something', staffId: null }, nowMs));
        },
    ),
    onOne('wish', (db, wishId, nowMs) => solveWish(db, { wishId, solution: 'So' }, nowMs)),
    onOne('wish', (db, wishId, nowMs) => tellWish(db, { wishId, staffId: null }, nowMs)),
    onOne('wish', (db, wishId, nowMs) => stepWishBack(db, { wishId }, nowMs)),
    fc
      .boolean()
      .chain((isDropped) =>
        onOne('wish', (db, wishId, nowMs) => setWishDropped(db, { wishId, isDropped }, nowMs)),
      ),
    pick.map(
      (at): Did =>
        (db, nowMs) => {
          const changeId = changes[changes.length - 1 - (at % Math.max(1, changes.length))];
          if (changeId !== undefined) undoChange(db, changeId, nowMs);
        },
    ),
  );
};

/** All that the visits say about appointments and wishes, worked out without the code that keeps it. */
const expectConsistent = (db: Database): void => {
  const all = <T>(sql: string) => db.sqlite.prepare(sql).all() as T[];
  const visits = all<{ id: number; who: number | null; day: string; at: number; made: number }>(
    `SELECT id, customer_id AS who, business_date AS day, occurred_at_ms AS at, created_at_ms AS made FROM visit
     WHERE cancelled_at_ms IS NULL ORDER BY business_date, occurred_at_ms, id`,
  );
  const byId = new Map(visits.map((one) => [one.id, one]));
  const appointments = all<{
    who: number;
    day: string;
    outcome: string | null;
    visitId: number | null;
    made: number;
    madeAt: number | null;
  }>(
    `SELECT customer_id AS who, on_date AS day, outcome, visit_id AS visitId, created_at_ms AS made,
       made_at_visit_id AS madeAt FROM appointment`,
  );
  const linked = appointments.flatMap(({ visitId }) => (visitId === null ? [] : [visitId]));
  expect(new Set(linked).size).toBe(linked.length);
  for (const { visitId, who, day, outcome } of appointments) {
    if (visitId === null) continue;
    expect(byId.get(visitId)).toMatchObject({ who, day });
    expect(outcome).toBe('came');
  }
  const taken = new Set(linked);
  for (const { id, who, day, made } of visits) {
    if (taken.has(id)) continue;
    const waiting = appointments.filter(
      (one) =>
        one.who === who &&
        one.day === day &&
        one.visitId === null &&
        (one.outcome === null || one.outcome === 'came') &&
        one.made <= made &&
        one.madeAt !== id,
    );
    expect(waiting).toEqual([]);
  }
  for (const { who, told, came, dropped } of all<{
    who: number;
    told: string | null;
    came: number | null;
    dropped: number | null;
  }>(
    'SELECT customer_id AS who, told_on AS told, came_visit_id AS came, dropped_at_ms AS dropped FROM wish',
  )) {
    const first = told === null ? undefined : visits.find((one) => one.who === who && one.day > told);
    expect(came).toBe(dropped === null ? (first?.id ?? null) : null);
  }
};

describe('any sequence of agreeing, recording, moving, cancelling and taking back', () => {
  it('leaves appointments and wishes as the visits say', () => {
    const changes: number[] = [];
    const people = [1, 2];
    fc.assert(
      fc.property(fc.array(doing(people, changes), { minLength: 5, maxLength: 40 }), (steps) => {
        const db = openShop();
        changes.length = 0;
        person(db);
        person(db, 'Ewa');
        // Days pass, so that a visit can come after the day somebody was told.
        let nowMs = NOON - 3 * 86_400_000;
        for (const step of steps) {
          nowMs = Math.min(NOON, nowMs + 2 * 3_600_000);
          try {
            step(db, nowMs);
          } catch (error) {
            if (!(error instanceof RevinoError)) throw error;
          }
          expectConsistent(db);
        }
        db.close();
        expect(checkDatabase({ file: db.file, key: KEY }).problems).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });
});
