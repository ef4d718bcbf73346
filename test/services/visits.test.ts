// Any sequence of what the desk can do to visits, against a plain model, and against a shop made anew from the result.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { countSummaryDifferences, readShopTotals } from '../../db/repositories/summary.ts';
import { readVisitState } from '../../db/repositories/visitState.ts';
import { beginTransaction, inTransaction } from '../../db/transaction.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import {
  cancelVisit,
  editVisit,
  recordVisit,
  refundVisit,
  uncancelVisit,
} from '../../src-main/services/visitService.ts';
import { showVisit, visitsToday } from '../../src-main/services/visitViews.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { SentInputOf } from '../../src-shared/contract/procedure.ts';
import { contentOf, KEY, NOW_MS, openShop, refusal } from '../db/support/databases.ts';
import { runs } from '../runs.ts';

const SOUND = { customer_month: 0, customer_total: 0, walk_in_month: 0 };
const DAY_MS = 86_400_000;

type Record_ = SentInputOf<(typeof appContract)['visit.record']>;
type Edit = SentInputOf<(typeof appContract)['visit.edit']>;

const sold = (amountMinor: number | null, more: object = {}) => ({ amountMinor, ...more });

const record = (db: Database, visit: Partial<Record_> = {}, nowMs = NOW_MS) =>
  recordVisit(
    db,
    appContract['visit.record'].input.parse({
      customerId: null,
      note: null,
      lines: [],
      visitUid: randomUUID(),
      ...visit,
    }),
    nowMs,
  );

/** The form as it stands when a visit is opened, changed as given. */
const editOf = (db: Database, visitId: number, change: Partial<Edit> = {}) => {
  const shown = showVisit(db, visitId);
  return appContract['visit.edit'].input.parse({
    visitId,
    customerId: shown.customer?.customerId ?? null,
    at: { date: shown.date, time: shown.time },
    staffId: shown.staffId,
    note: shown.note,
    lines: shown.lines
      .filter(({ isRefund }) => !isRefund)
      .map(({ lineId, offeringName, quantityThousandths, amountMinor, discountMinor, staffId }) => ({
        lineId,
        offeringName,
        quantityThousandths,
        amountMinor,
        discountMinor,
        staffId,
      })),
    keptRefundLineIds: shown.lines.filter(({ isRefund }) => isRefund).map(({ lineId }) => lineId),
    ownValues: shown.ownValues,
    ...change,
  });
};
const edit = (db: Database, visitId: number, change: Partial<Edit> = {}, nowMs = NOW_MS) =>
  editVisit(db, editOf(db, visitId, change), nowMs);

const refund = (
  db: Database,
  visitId: number,
  lines: { lineId: number; quantityThousandths: number; amountMinor: number }[],
  nowMs = NOW_MS,
) =>
  refundVisit(
    db,
    appContract['visit.refund'].input.parse({
      visitId,
      lines,
      staffId: null,
      note: null,
      visitUid: randomUUID(),
    }),
    nowMs,
  );

const cancel = (db: Database, visitId: number) => cancelVisit(db, { visitId, reason: null }, NOW_MS);

function shop(): { db: Database; people: number[]; staff: number[] } {
  const db = openShop();
  const people: number[] = [];
  const staff: number[] = [];
  inTransaction(db, () => {
    for (const name of ['Ana', 'Bogdan', 'Celina']) {
      people.push(insertCustomerTx(db, { displayName: name, createdAtMs: NOW_MS }));
      const { lastInsertRowid } = db.sqlite
        .prepare('INSERT INTO staff (uid, name, folded_name, created_at_ms) VALUES (randomblob(16), ?, ?, 0)')
        .run(name, name.toLowerCase());
      staff.push(Number(lastInsertRowid));
    }
  });
  return { db, people, staff };
}

type Step =
  | { kind: 'record'; who: number; daysAgo: number; lines: { amount: number; pieces: number }[] }
  | { kind: 'edit'; visit: number; who: number; daysAgo: number; drop: boolean; amount: number; add: boolean }
  | { kind: 'refund'; visit: number; line: number; pieces: number; share: number }
  | { kind: 'cancel'; visit: number }
  | { kind: 'uncancel'; visit: number }
  | { kind: 'undo'; change: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('record' as const),
      who: fc.nat(3),
      daysAgo: fc.constantFrom(0, 0, 1, 40, 400),
      lines: fc.array(fc.record({ amount: fc.nat(30_000), pieces: fc.integer({ min: 1, max: 4 }) }), {
        maxLength: 3,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      visit: fc.nat(30),
      who: fc.nat(3),
      daysAgo: fc.constantFrom(0, 2, 45),
      drop: fc.boolean(),
      amount: fc.nat(30_000),
      add: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      visit: fc.nat(30),
      line: fc.nat(2),
      pieces: fc.integer({ min: 1, max: 4 }),
      share: fc.nat(120),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), visit: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('uncancel' as const), visit: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), change: fc.nat(30) }) },
);

const localDay = (daysAgo: number): string => new Date(NOW_MS - daysAgo * DAY_MS).toISOString().slice(0, 10);

/** What the screen would send; refusals are part of the game, defects are not. */
function play({ db, people }: ReturnType<typeof shop>, steps: readonly Step[]) {
  const visits: number[] = [];
  const changes: number[] = [];
  const person = (who: number) => (who === 0 ? null : people[who - 1]!);
  const kept = (changed: { changeId: number | null }) => {
    if (changed.changeId !== null) changes.push(changed.changeId);
  };
  for (const one of steps) {
    try {
      if (one.kind === 'record') {
        const lines = one.lines.map(({ amount, pieces }) =>
          sold(amount, { quantityThousandths: pieces * 1000 }),
        );
        const at = one.daysAgo === 0 ? null : { date: localDay(one.daysAgo), time: null };
        visits.push(record(db, { customerId: person(one.who), at, lines }).visitId);
      } else if (one.kind === 'undo') {
        if (changes.length > 0) undoChange(db, changes[one.change % changes.length]!, NOW_MS);
      } else if (visits.length > 0) {
        const visitId = visits[one.visit % visits.length]!;
        if (one.kind === 'cancel') kept(cancel(db, visitId));
        else if (one.kind === 'uncancel') kept(uncancelVisit(db, { visitId }, NOW_MS));
        else if (one.kind === 'edit') {
          const form = editOf(db, visitId);
          const lines = one.drop ? form.lines.slice(1) : form.lines;
          kept(
            edit(db, visitId, {
              customerId: person(one.who),
              at: { date: localDay(one.daysAgo), time: null },
              lines: [
                ...lines.map((line) => ({ ...line, amountMinor: one.amount })),
                ...(one.add ? [{ lineId: null, ...sold(one.amount) }] : []),
              ],
            }),
          );
        } else {
          const { lines } = showVisit(db, visitId);
          const line = lines[one.line % Math.max(1, lines.length)];
          if (line === undefined) continue;
          const part = {
            lineId: line.lineId,
            quantityThousandths: one.pieces * 1000,
            // Also a little more than everything, which must be refused.
            amountMinor: Math.max(0, Math.round((line.amountMinor * one.share) / 100)),
          };
          visits.push(refund(db, visitId, [part]).visitId);
        }
      }
    } catch (error) {
      if (!(error instanceof RevinoError)) throw error;
    }
  }
  return visits;
}

/** The same visits as they ended, written into an empty shop in one go each. */
function madeAnew(from: Database, people: readonly number[], visits: readonly number[]): Database {
  const { db, people: others } = shop();
  inTransaction(db, () => {
    for (const visitId of visits) {
      const { customerId, occurredAtMs, businessDate, cancelledAtMs, lines } = readVisitState(from, visitId);
      if (cancelledAtMs !== null) continue;
      const who = customerId === null ? null : others[people.indexOf(customerId)]!;
      const { lastInsertRowid } = db.sqlite
        .prepare(
          `INSERT INTO visit (uid, customer_id, occurred_at_ms, business_date, source, created_at_ms)
           VALUES (randomblob(16), ?, ?, ?, 'desk', 0)`,
        )
        .run(who, occurredAtMs, businessDate);
      for (const line of lines) {
        db.sqlite
          .prepare('INSERT INTO visit_line (visit_id, quantity_thousandths, amount_minor) VALUES (?, ?, ?)')
          .run(lastInsertRowid, line.quantityThousandths, line.amountMinor);
      }
    }
  });
  inTransaction(db, () => rebuild(db));
  return db;
}

const { rebuildAllSummariesTx: rebuild } = await import('../../db/repositories/summary.ts');

const refundsFit = (db: Database): boolean =>
  db.sqlite
    .prepare(
      `SELECT count(*) FROM (SELECT 1 FROM visit_line AS line JOIN visit_line AS back ON back.corrects_line_id = line.id
         JOIN visit ON visit.id = line.visit_id
         JOIN visit AS given ON given.id = back.visit_id AND given.cancelled_at_ms IS NULL
       GROUP BY line.id HAVING sum(-back.quantity_thousandths) > line.quantity_thousandths
         OR sum(-back.amount_minor) > line.amount_minor OR visit.cancelled_at_ms IS NOT NULL)`,
    )
    .pluck()
    .get() === 0;

describe('a form that started from another state', () => {
  const changed = (work: () => unknown) => expect(refusal(work).code).toBe('record.changedMeanwhile');

  it('is refused while the visit is another, and holds again once it is put back', () => {
    const db = openShop();
    const { visitId } = record(db, { note: 'first', lines: [sold(5000)] });
    const { revision } = showVisit(db, visitId);
    const form = editOf(db, visitId, { note: 'mine', revision });
    const { changeId } = edit(db, visitId, { lines: [{ ...sold(7000), lineId: null }] });
    const content = contentOf(db.sqlite);
    changed(() => editVisit(db, form, NOW_MS));
    expect(contentOf(db.sqlite)).toBe(content);
    // Taken back, it is the visit that was looked at.
    undoChange(db, changeId ?? 0, NOW_MS);
    expect(showVisit(db, visitId).revision).toBe(revision);
    expect(editVisit(db, form, NOW_MS).changeId).not.toBeNull();
    expect(showVisit(db, visitId).note).toBe('mine');
    changed(() => editVisit(db, form, NOW_MS));
    editVisit(db, { ...form, revision: showVisit(db, visitId).revision, note: 'newest' }, NOW_MS);
    expect(showVisit(db, visitId).note).toBe('newest');
  });

  it('notices every part of a visit, and nothing that is none', () => {
    const db = openShop();
    const { visitId } = record(db, { note: 'a', lines: [sold(5000), sold(100)] });
    const seen = new Set([showVisit(db, visitId).revision]);
    const expectAnother = () => {
      const { revision } = showVisit(db, visitId);
      expect(seen.has(revision)).toBe(false);
      seen.add(revision);
    };
    const changes: Partial<Edit>[] = [
      { note: 'b' },
      { at: { date: '2026-03-14', time: '07:15' } },
      { at: { date: '2026-03-01', time: '07:15' } },
      { lines: [{ ...sold(5000), lineId: null }] },
      { lines: [{ ...sold(5000), lineId: null, offeringName: 'Cut' }] },
    ];
    for (const change of changes) {
      edit(db, visitId, change);
      expectAnother();
    }
    const before = showVisit(db, visitId).revision;
    record(db, { lines: [sold(1)] });
    expect(showVisit(db, visitId).revision).toBe(before);
    cancelVisit(db, { visitId, reason: null }, NOW_MS);
    expectAnother();
  });
});

describe('any sequence of recording, changing, refunding, cancelling and taking back', () => {
  it('leaves summaries, refunds and figures as if the final visits had been written down at once', () => {
    const here = shop();
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        // Services begin transactions of their own, so each case cleans up after itself.
        const visits = play(here, steps);
        try {
          expect(countSummaryDifferences(here.db)).toEqual(SOUND);
          expect(refundsFit(here.db)).toBe(true);
          const other = madeAnew(here.db, here.people, visits);
          expect(readShopTotals(here.db)).toEqual(readShopTotals(other));
          const plain = ({
            customerIds: _ids,
            offerings: _offerings,
            ...rest
          }: ReturnType<typeof readVisitExtract>) => rest;
          expect(plain(readVisitExtract(here.db))).toEqual(plain(readVisitExtract(other)));
          other.close();
        } finally {
          inTransaction(here.db, () => {
            here.db.sqlite.exec(
              `UPDATE visit_line SET corrects_line_id = NULL; DELETE FROM visit_line; DELETE FROM visit;
               DELETE FROM undo_value; DELETE FROM change_log`,
            );
            rebuild(here.db);
          });
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('is sound to a full check of the file, change log included', () => {
    const here = shop();
    const steps = fc.sample(step, { numRuns: 200, seed: 7 });
    play(here, steps);
    const { file } = here.db;
    here.db.close();
    const report = checkDatabase({ file, key: KEY, depth: 'full' });
    expect(report.problems).toEqual([]);
    expect(report.rowCounts.change_log).toBeGreaterThan(5);
    expect(report.rowCounts.visit).toBeGreaterThan(30);
  });

  it('undone from the last to the first, every visit is as it was recorded', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30_000), { minLength: 1, maxLength: 6 }), (amounts) => {
        const { db, people } = shop();
        const { visitId } = record(db, {
          customerId: people[0]!,
          lines: [sold(500), sold(700)],
          note: 'first',
        });
        const before = readVisitState(db, visitId);
        const changes: number[] = [];
        for (const amount of amounts) {
          const { lines } = editOf(db, visitId);
          const changed = edit(db, visitId, {
            note: `now ${amount}`,
            lines: amount % 2 === 0 ? [{ lineId: null, ...sold(amount) }, ...lines] : lines.slice(1),
          });
          if (changed.changeId !== null) changes.push(changed.changeId);
        }
        changes.push(cancel(db, visitId).changeId!);
        for (const changeId of changes.reverse()) undoChange(db, changeId, NOW_MS);
        expect(readVisitState(db, visitId)).toEqual(before);
        expect(countSummaryDifferences(db)).toEqual(SOUND);
        db.close();
      }),
      { numRuns: runs(15) },
    );
  });
});

describe('recording', () => {
  it('keeps lines with discount, staff, quantity, and makes an offering on the fly', () => {
    const { db, people, staff } = shop();
    const { visitId } = record(db, {
      customerId: people[0]!,
      staffId: staff[1]!,
      note: 'w kolejce',
      lines: [
        sold(9000, { offeringName: 'Strzyżenie', discountMinor: 1000 }),
        sold(1250, { offeringName: 'strzyzenie', quantityThousandths: 500, staffId: staff[0]! }),
      ],
    });
    const shown = showVisit(db, visitId);
    expect(shown).toMatchObject({
      customer: { name: 'Ana' },
      staffId: staff[1],
      note: 'w kolejce',
      isMonthSealed: false,
      lines: [
        { offeringName: 'Strzyżenie', amountMinor: 9000, discountMinor: 1000, staffId: null },
        { offeringName: 'Strzyżenie', amountMinor: 1250, quantityThousandths: 500, staffId: staff[0] },
      ],
    });
    expect(db.sqlite.prepare('SELECT count(*) FROM offering').pluck().get()).toBe(1);
  });

  it('without an amount waits for the till: no line, and what was done is in the note', () => {
    const { db, people } = shop();
    const { visitId } = record(db, {
      customerId: people[0]!,
      note: 'rano',
      lines: [sold(null, { offeringName: 'strzyżenie' })],
    });
    expect(showVisit(db, visitId)).toMatchObject({ lines: [], note: 'strzyżenie: rano' });
    expect(visitsToday(db, NOW_MS).unfinished.map((entry) => entry.visitId)).toEqual([visitId]);
    edit(db, visitId, { lines: [{ lineId: null, ...sold(4000) }] });
    expect(visitsToday(db, NOW_MS)).toMatchObject({ unfinished: [], visitCount: 1 });
  });

  it('is asked for again for a week while it has no amount, the oldest first, with its day', () => {
    const { db, people } = shop();
    const unfinishedOn = (daysAgo: number, time: string) =>
      record(db, { customerId: people[0]!, at: { date: localDay(daysAgo), time } }).visitId;
    const today = unfinishedOn(0, '00:01');
    const lastWeek = unfinishedOn(7, '09:00');
    const yesterday = unfinishedOn(1, '18:30');
    unfinishedOn(8, '12:00');
    const cancelled = unfinishedOn(2, '12:00');
    cancelVisit(db, { visitId: cancelled, reason: null }, NOW_MS);
    record(db, { customerId: people[0]!, at: { date: localDay(3), time: '12:00' }, lines: [sold(100)] });
    expect(visitsToday(db, NOW_MS).unfinished.map(({ visitId, date }) => [visitId, date])).toEqual([
      [lastWeek, localDay(7)],
      [yesterday, localDay(1)],
      [today, localDay(0)],
    ]);
  });

  it('dated back counts for that day of the shop’s calendar, and is still among today’s entries', () => {
    const { db, people } = shop();
    const { visitId, businessDate } = record(db, {
      customerId: people[0]!,
      at: { date: localDay(3), time: '23:55' },
      lines: [sold(100)],
    });
    expect(businessDate).toBe(localDay(3));
    expect(showVisit(db, visitId)).toMatchObject({ date: localDay(3), time: '23:55' });
    expect(visitsToday(db, NOW_MS)).toMatchObject({
      visitCount: 0,
      visits: [{ visitId, date: localDay(3) }],
    });
  });

  it('the same uid twice is one visit', () => {
    const { db } = shop();
    const visitUid = randomUUID();
    expect(record(db, { visitUid, lines: [sold(5)] }).visitId).toBe(
      record(db, { visitUid, lines: [sold(7)] }).visitId,
    );
    expect(readShopTotals(db).netMinor).toBe(5);
  });
});

describe('changing', () => {
  it('nothing is nothing: no log entry, the instant stays', () => {
    const { db, people } = shop();
    const { visitId } = record(db, { customerId: people[0]!, lines: [sold(100), sold(200)] });
    const before = readVisitState(db, visitId);
    expect(edit(db, visitId)).toEqual({ changeId: null });
    expect(readVisitState(db, visitId)).toEqual(before);
  });

  it('moves a visit written down for the wrong person, with what was said after it', () => {
    const { db, people } = shop();
    const { visitId } = record(db, { customerId: people[0]!, lines: [sold(100)] });
    db.sqlite
      .prepare(
        `INSERT INTO opinion (uid, customer_id, visit_id, business_date, at_ms, nps, created_at_ms)
         VALUES (randomblob(16), ?, ?, '2026-01-01', 0, 9, 0)`,
      )
      .run(people[0], visitId);
    const { changeId } = edit(db, visitId, { customerId: people[1]! });
    expect(countSummaryDifferences(db)).toEqual(SOUND);
    const customerOfOpinion = () => db.sqlite.prepare('SELECT customer_id FROM opinion').pluck().get();
    expect(customerOfOpinion()).toBe(people[1]);
    undoChange(db, changeId!, NOW_MS);
    expect(customerOfOpinion()).toBe(people[0]);
    expect(showVisit(db, visitId).customer?.name).toBe('Ana');
  });

  it('one field taken back leaves another that was changed since; the same field is refused', () => {
    const { db } = shop();
    const { visitId } = record(db, { lines: [sold(100)], note: 'a' });
    const first = edit(db, visitId, { note: 'b' });
    edit(db, visitId, { lines: [{ lineId: null, ...sold(300) }] });
    undoChange(db, first.changeId!, NOW_MS);
    expect(showVisit(db, visitId)).toMatchObject({ note: 'a', lines: [{ amountMinor: 300 }] });
    const second = edit(db, visitId, { note: 'c' });
    edit(db, visitId, { note: 'd' });
    expect(refusal(() => undoChange(db, second.changeId!, NOW_MS)).code).toBe('undo.changedSince');
  });

  it('of a sealed month is allowed and said', () => {
    const { db } = shop();
    const { visitId } = record(db, { at: { date: localDay(40), time: null }, lines: [sold(100)] });
    const month = localDay(40).slice(0, 7);
    db.sqlite.prepare("INSERT INTO sealed_month VALUES (?, ?, 0, 0, '{}')").run(month, `${month}-28`);
    expect(showVisit(db, visitId).isMonthSealed).toBe(true);
    expect(edit(db, visitId, { lines: [] }).changeId).not.toBeNull();
  });
});

describe('refunds', () => {
  it('point at what they correct, lower the value and leave the occasion', () => {
    const { db, people } = shop();
    const { visitId } = record(db, {
      customerId: people[0]!,
      lines: [sold(9000, { quantityThousandths: 3000 })],
    });
    const lineId = showVisit(db, visitId).lines[0]!.lineId;
    const back = refund(db, visitId, [{ lineId, quantityThousandths: 1000, amountMinor: 3000 }]);
    expect(back.amountMinor).toBe(-3000);
    expect(showVisit(db, back.visitId).lines).toMatchObject([
      { isRefund: true, amountMinor: -3000, quantityThousandths: -1000, corrects: { visitId } },
    ]);
    expect(showVisit(db, visitId).lines[0]).toMatchObject({
      refundable: { quantityThousandths: 2000, amountMinor: 6000 },
      refunds: [{ visitId: back.visitId }],
    });
    expect(readShopTotals(db)).toMatchObject({ occasions: 1, visits: 1, netMinor: 6000 });
    expect(visitsToday(db, NOW_MS).visitCount).toBe(1);
  });

  it('keep the visit they pay back from being cancelled, moved or made smaller', () => {
    const { db, people } = shop();
    const { visitId } = record(db, { customerId: people[0]!, lines: [sold(5000), sold(100)] });
    const [line] = editOf(db, visitId).lines;
    const back = refund(db, visitId, [
      { lineId: line!.lineId!, quantityThousandths: 1000, amountMinor: 5000 },
    ]);
    expect(refusal(() => cancel(db, visitId)).code).toBe('visit.hasRefunds');
    expect(refusal(() => edit(db, visitId, { customerId: people[1]! })).code).toBe('visit.hasRefunds');
    expect(refusal(() => edit(db, visitId, { lines: [] })).code).toBe('visit.hasRefunds');
    expect(refusal(() => edit(db, visitId, { lines: [{ ...line!, amountMinor: 4999 }] })).code).toBe(
      'visit.refundTooLarge',
    );
    cancel(db, back.visitId);
    expect(cancel(db, visitId).changeId).not.toBeNull();
    expect(refusal(() => uncancelVisit(db, { visitId: back.visitId }, NOW_MS)).code).toBe('visit.hasRefunds');
    expect(readShopTotals(db)).toMatchObject({ netMinor: 0, visits: 0 });
  });
});

describe('what the window must not be able to do', () => {
  const sent = (name: 'visit.record' | 'visit.edit' | 'visit.refund', input: object) =>
    appContract[name].input.safeParse(input).success;
  const visit = { customerId: null, note: null, visitUid: randomUUID() };

  it.each([
    ['a negative quantity', [{ amountMinor: 5, quantityThousandths: -1000 }]],
    ['a quantity of nothing', [{ amountMinor: 5, quantityThousandths: 0 }]],
    ['a broken quantity', [{ amountMinor: 5, quantityThousandths: 0.5 }]],
    ['a huge quantity', [{ amountMinor: 5, quantityThousandths: 1e15 }]],
    ['a negative amount', [{ amountMinor: -5 }]],
    ['an amount beyond money', [{ amountMinor: 1e15 }]],
    ['a negative discount', [{ amountMinor: 5, discountMinor: -5 }]],
    ['a line that corrects another', [{ amountMinor: 5, correctsLineId: 1 }]],
    ['one of two lines without an amount', [{ amountMinor: 5 }, { amountMinor: null }]],
    ['too many lines', Array.from({ length: 101 }, () => ({ amountMinor: 5 }))],
  ])('%s does not pass the door', (_name, lines) => {
    expect(sent('visit.record', { ...visit, lines: [{ amountMinor: 5 }] })).toBe(true);
    expect(sent('visit.record', { ...visit, lines })).toBe(false);
    const edited = {
      visitId: 1,
      customerId: null,
      note: null,
      at: { date: '2026-01-01', time: null },
      ownValues: [],
    };
    expect(sent('visit.edit', { ...edited, staffId: null, lines: [{ lineId: null, amountMinor: 5 }] })).toBe(
      true,
    );
    const withIds = lines.map((line) => ({ lineId: null, ...line }));
    expect(sent('visit.edit', { ...edited, staffId: null, lines: withIds })).toBe(false);
  });

  it.each(['24:00', '7:05', '12:60', 'noon', ''])('the time %j does not pass the door', (time) => {
    expect(sent('visit.record', { ...visit, lines: [], at: { date: '2026-01-01', time } })).toBe(false);
  });

  it('a day or an hour to come is refused', () => {
    const { db } = shop();
    const tomorrow = { date: localDay(-1), time: null };
    const later = { date: localDay(0), time: '23:59' };
    for (const at of [tomorrow, later]) {
      expect(refusal(() => record(db, { at, lines: [sold(5)] })).code).toBe('visit.inFuture');
      const { visitId } = record(db, { lines: [sold(5)] });
      expect(refusal(() => edit(db, visitId, { at })).code).toBe('visit.inFuture');
    }
  });

  it('a year that was mistyped is refused: every month since would be reported on, and sealed for good', () => {
    const { db } = shop();
    const { visitId } = record(db, { lines: [sold(5)] });
    const before = contentOf(db.sqlite);
    for (const date of ['0001-01-01', '0226-10-31', '1899-12-31']) {
      const at = { date, time: null };
      expect(refusal(() => record(db, { at, lines: [sold(5)] })).code).toBe('visit.tooLongAgo');
      expect(refusal(() => edit(db, visitId, { at })).code).toBe('visit.tooLongAgo');
    }
    expect(contentOf(db.sqlite)).toBe(before);
    const at = { date: '1900-01-01', time: '00:00' };
    expect(record(db, { at, lines: [sold(5)] }).businessDate).toBe('1900-01-01');
  });

  it.each(['0000-01-01', '2026-02-29', '2026-13-01', '10000-01-01'])(
    'the day %s does not pass the door',
    (date) => {
      expect(sent('visit.record', { ...visit, lines: [], at: { date, time: null } })).toBe(false);
    },
  );

  it('more than was bought is never paid back, in one go or in parts or by naming a line twice', () => {
    const { db } = shop();
    const { visitId } = record(db, { lines: [sold(5000, { quantityThousandths: 2000 })] });
    const lineId = showVisit(db, visitId).lines[0]!.lineId;
    const part = { lineId, quantityThousandths: 1000, amountMinor: 2500 };
    const code = (lines: (typeof part)[]) => refusal(() => refund(db, visitId, lines)).code;
    expect(code([{ ...part, quantityThousandths: 2001 }])).toBe('visit.refundTooLarge');
    expect(code([{ ...part, amountMinor: 5001 }])).toBe('visit.refundTooLarge');
    expect(code([part, part, { ...part, amountMinor: 0 }])).toBe('visit.refundTooLarge');
    refund(db, visitId, [part]);
    expect(code([{ ...part, amountMinor: 2501 }])).toBe('visit.refundTooLarge');
    const last = refund(db, visitId, [part]);
    expect(code([{ ...part, quantityThousandths: 1, amountMinor: 0 }])).toBe('visit.refundTooLarge');
    // A refund is not paid back in its turn.
    const refundLine = showVisit(db, last.visitId).lines[0]!.lineId;
    expect(refusal(() => refund(db, last.visitId, [{ ...part, lineId: refundLine }])).code).toBe(
      'visit.refundTooLarge',
    );
    expect(readShopTotals(db)).toMatchObject({ netMinor: 0, visits: 1 });
  });

  it('a cancelled visit is neither changed nor paid back', () => {
    const { db } = shop();
    const { visitId } = record(db, { lines: [sold(5000)] });
    const { lineId } = showVisit(db, visitId).lines[0]!;
    cancel(db, visitId);
    expect(refusal(() => edit(db, visitId, { note: 'x' })).code).toBe('visit.cancelled');
    expect(
      refusal(() => refund(db, visitId, [{ lineId, quantityThousandths: 1000, amountMinor: 1 }])).code,
    ).toBe('visit.cancelled');
  });

  it('lines, people and staff of elsewhere are refused, and nothing is half done', () => {
    const { db, people } = shop();
    const mine = record(db, { customerId: people[0]!, lines: [sold(100)] }).visitId;
    const other = record(db, { customerId: people[1]!, lines: [sold(900)] }).visitId;
    const foreign = showVisit(db, other).lines[0]!.lineId;
    const own = editOf(db, mine).lines[0]!;
    const code = (work: () => unknown) => refusal(work).code;
    expect(code(() => edit(db, mine, { lines: [{ ...own, lineId: foreign }] }))).toBe('visit.lineUnknown');
    expect(code(() => edit(db, mine, { lines: [own, own] }))).toBe('visit.lineUnknown');
    expect(code(() => edit(db, mine, { keptRefundLineIds: [own.lineId!] }))).toBe('visit.lineUnknown');
    expect(
      code(() => refund(db, mine, [{ lineId: foreign, quantityThousandths: 1000, amountMinor: 1 }])),
    ).toBe('visit.lineUnknown');
    expect(code(() => edit(db, mine, { customerId: 999 }))).toBe('customer.notFound');
    expect(code(() => edit(db, mine, { staffId: 999 }))).toBe('staff.notFound');
    expect(code(() => record(db, { lines: [sold(5, { staffId: 999, offeringName: 'ghost' })] }))).toBe(
      'staff.notFound',
    );
    expect(code(() => edit(db, 999_999, {}))).toBe('visit.notFound');
    expect(code(() => record(db, { lines: [], ownValues: [{ fieldId: 999, value: 'x' }] }))).toBe(
      'visit.wrongOwnValue',
    );
    expect(db.sqlite.prepare("SELECT count(*) FROM offering WHERE name = 'ghost'").pluck().get()).toBe(0);
    expect(readShopTotals(db)).toMatchObject({ netMinor: 1000, visits: 2 });
  });

  it('a value that does not fit its own field is refused', () => {
    const { db } = shop();
    const add = (kind: string, choices: string | null) =>
      Number(
        db.sqlite
          .prepare(
            `INSERT INTO own_field (uid, subject, kind, name, folded_name, choices, position, created_at_ms)
             VALUES (randomblob(16), 'visit', ?, ?, ?, ?, 1, 0)`,
          )
          .run(kind, kind, kind, choices).lastInsertRowid,
      );
    const ids = {
      number: add('number', null),
      date: add('date', null),
      yesNo: add('yesNo', null),
      choice: add('choice', '["left","right"]'),
      text: add('text', null),
    };
    const store = (kind: keyof typeof ids, value: string) =>
      record(db, { lines: [], ownValues: [{ fieldId: ids[kind], value }] });
    for (const [kind, value] of [
      ['number', '1,5'],
      ['date', '2026-02-30'],
      ['yesNo', 'true'],
      ['choice', 'middle'],
    ] as const) {
      expect(refusal(() => store(kind, value)).code).toBe('visit.wrongOwnValue');
    }
    const { visitId } = store('choice', 'left');
    // Taken off the list since: what stands may stay.
    db.sqlite.prepare('UPDATE own_field SET choices = \'["right"]\' WHERE id = ?').run(ids.choice);
    expect(edit(db, visitId, { note: 'changed' }).changeId).not.toBeNull();
    expect(showVisit(db, visitId).ownValues).toEqual([{ fieldId: ids.choice, value: 'left' }]);
  });
});

// Kept apart from the services' own transactions.
it('a transaction that is open is not left open by a refusal', () => {
  const { db } = shop();
  expect(refusal(() => edit(db, 5, {})).code).toBe('visit.notFound');
  beginTransaction(db).rollback();
});
