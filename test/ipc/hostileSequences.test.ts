/**
 * Everything the desk can do, in any order, about the same few people: visits, what is agreed and held, opinions, tags,
 * merging, forgetting, and any of it taken back. No answer is a mistake of the program, and the records agree afterwards.
 */
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { EXPORTED_TABLES, type PlainTable, readPlainRows } from '../../db/repositories/wholeShop.ts';
import { readWholeShop, wholeShopText } from '../../src-main/exporting/wholeShopFile.ts';
import type { ProcedureName } from '../../src-shared/contract/contract.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import { openShop } from '../db/support/databases.ts';
import { runs } from '../runs.ts';
import { openTillStage } from './support/tillStage.ts';

const DAY_MS = 86_400_000;
/** An ordinary noon; the nights in which the clock is put forward and back; before a leap day; before a new year. */
const BEGINNINGS = [
  Date.UTC(2026, 2, 14, 11),
  Date.UTC(2026, 2, 28, 22, 50),
  Date.UTC(2026, 9, 24, 23, 50),
  Date.UTC(2028, 1, 28, 22, 50),
  Date.UTC(2026, 11, 31, 22, 50),
];
const PEOPLE = 4;
const id = fc.nat({ max: 60 });
const person = fc.integer({ min: 1, max: PEOPLE });
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null, freq: 3 });
const uid = fc
  .integer({ min: 1, max: 40 })
  .map((n) => `0192f3c4-0000-7000-8000-${String(n).padStart(12, '0')}`);
/** Days from the one it is. */
const day = fc.constantFrom('D+0', 'D+1', 'D+14');
const past = fc.constantFrom('D-2', 'D-1', 'D+0');
const plan = {
  onDate: day,
  atMinute: maybe(fc.constantFrom(0, 150, 1439)),
  offeringId: fc.constant(null),
  staffId: fc.constant(null),
  note: fc.constant('note'),
};
const line = fc.record({
  offeringName: fc.constantFrom('cut', 'Ten', 'Gift', 'Club', 'cut', null),
  quantityThousandths: fc.constantFrom(1000, 2000),
  amountMinor: fc.constantFrom(5000, 0),
  discountMinor: fc.constantFrom(0, 100),
  staffId: fc.constant(null),
  benefitId: maybe(id),
});
const visit = {
  customerId: maybe(person),
  at: maybe(fc.record({ date: past, time: fc.constantFrom('00:00', '02:30', '11:00') })),
  staffId: fc.constant(null),
  note: fc.constant(null),
  ownValues: fc.constant([]),
};
const next = fc.record({
  appointment: maybe(fc.record(plan)),
  promise: maybe(fc.record({ text: fc.constant('p'), dueOn: maybe(day) })),
  gesture: maybe(fc.record({ kindId: fc.constant(1), reason: fc.constant(null) })),
});
const one = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape);
/** Stands for what is written on the card. */
const NAME = 'the name';
/** Mostly one of the last. */
const undo = { changeId: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 60 })) };

const COMMANDS: Partial<Record<ProcedureName, fc.Arbitrary<object>>> = {
  'visit.record': one({
    ...visit,
    lines: fc.array(line, { maxLength: 2 }),
    visitUid: uid,
    next: maybe(next),
  }),
  'visit.edit': one({
    ...visit,
    visitId: id,
    at: fc.record({ date: past, time: fc.constant('11:00') }),
    lines: fc.array(
      line.chain((made) => maybe(id).map((lineId) => ({ ...made, lineId }))),
      { maxLength: 2 },
    ),
    keptRefundLineIds: fc.constant([]),
  }),
  'visit.cancel': one({ visitId: id, reason: fc.constant(null) }),
  'visit.uncancel': one({ visitId: id }),
  'visit.refund': one({
    visitId: id,
    lines: fc.array(
      one({ lineId: id, quantityThousandths: fc.constant(1000), amountMinor: fc.constantFrom(0, 100, 5000) }),
      { minLength: 1, maxLength: 1 },
    ),
    staffId: fc.constant(null),
    note: fc.constant(null),
    visitUid: uid,
  }),
  'opinion.record': one({
    nps: fc.constantFrom(2, 9),
    csat: fc.constant(null),
    ces: fc.constant(null),
    comment: fc.constantFrom('hm', null),
    answers: fc.constant([]),
    customerId: maybe(person),
    visitId: maybe(id),
    surveyId: fc.constant(null),
    staffId: fc.constant(null),
    channel: fc.constant('desk'),
    on: past,
    opinionUid: uid,
  }),
  'opinion.delete': one({ opinionId: id }),
  'appointment.make': one({ ...plan, customerId: person, madeAtVisitId: maybe(id) }),
  'appointment.edit': one({ ...plan, appointmentId: id }),
  'appointment.setOutcome': one({
    appointmentId: id,
    outcome: maybe(fc.constantFrom('came', 'missed', 'cancelled')),
  }),
  'promise.make': one({
    text: fc.constant('p'),
    dueOn: maybe(day),
    customerId: person,
    staffId: fc.constant(null),
    madeAtVisitId: maybe(id),
  }),
  'promise.setOutcome': one({ promiseId: id, outcome: maybe(fc.constantFrom('kept', 'dropped')) }),
  'gesture.give': one({
    kindId: fc.constant(1),
    reason: fc.constant('r'),
    customerId: person,
    visitId: maybe(id),
    staffId: fc.constant(null),
  }),
  'gesture.cancel': one({ gestureId: id }),
  'case.open': one({
    text: fc.constant('c'),
    dueOn: maybe(day),
    staffId: fc.constant(null),
    customerId: maybe(person),
    visitId: maybe(id),
    opinionId: maybe(id),
    origin: fc.constant('desk'),
  }),
  'case.close': one({ caseId: id, solution: fc.constant('s') }),
  'case.reopen': one({ caseId: id }),
  'wish.make': one({ customerId: person, text: fc.constant('w'), staffId: fc.constant(null) }),
  'wish.solve': one({ wishId: id, solution: fc.constant('s') }),
  'wish.tell': one({ wishId: id, staffId: fc.constant(null) }),
  'wish.stepBack': one({ wishId: id }),
  'wish.setDropped': one({ wishId: id, isDropped: fc.boolean() }),
  'lapse.answer': one({
    customerId: person,
    reason: fc.constant('price'),
    text: fc.constant('t'),
    staffId: fc.constant(null),
  }),
  'benefit.grant': one({
    planId: fc.integer({ min: 1, max: 6 }),
    customerId: maybe(person),
    amount: maybe(fc.constantFrom(1, 20)),
    startsOn: maybe(past),
    code: fc.constant(null),
    entryUid: uid,
  }),
  'benefit.correct': one({ entryId: id }),
  'benefit.cancel': one({ benefitId: id }),
  'benefit.renew': one({ benefitId: id, entryUid: uid }),
  'benefitPlan.setArchived': one({ planId: fc.integer({ min: 1, max: 6 }), isArchived: fc.boolean() }),
  'customer.bulkTag': one({
    selection: fc.record({
      kind: fc.constant('some'),
      customerIds: fc.array(person, { minLength: 1, maxLength: 3 }),
    }),
    name: fc.constantFrom('VIP', 'New'),
    isAdded: fc.boolean(),
  }),
  'customer.bulkTrash': one({
    selection: fc.record({
      kind: fc.constant('some'),
      customerIds: fc.array(person, { minLength: 1, maxLength: 3 }),
    }),
    isInTrash: fc.boolean(),
  }),
  'tag.remove': one({ tagId: id }),
  'customer.archive': one({ customerId: person }),
  'customer.restore': one({ customerId: person }),
  'customer.joinHousehold': one({ customerId: person, withCustomerId: person }),
  'customer.leaveHousehold': one({ customerId: person }),
  'customer.setConsent': one({
    customerId: person,
    channel: fc.constant('sms'),
    purpose: fc.constant('marketing'),
    isGiven: fc.boolean(),
    evidence: fc.constant('desk'),
  }),
  'customer.setRecommendedBy': one({ customerId: person, recommendedById: maybe(person) }),
  'customer.keepApart': one({ customerId: person, otherCustomerId: person }),
  'customer.merge': one({ keptId: person, mergedId: person, uid, choices: fc.constant({ name: 'merged' }) }),
  'privacy.erase': one({ customerId: person, name: fc.constant(NAME) }),
  'change.undo': one(undo),
};
const UNDONE = fc.record({ name: fc.constant('change.undo' as ProcedureName), input: one(undo) });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.oneof(
      ...Object.entries(COMMANDS).map(([name, input]) =>
        fc.record({ name: fc.constant(name as ProcedureName), input }),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      ...(['visit.record', 'benefit.grant', 'customer.merge'] as const).map((name) =>
        fc.record({ name: fc.constant(name as ProcedureName), input: COMMANDS[name]! }),
      ),
    ),
  },
  { weight: 2, arbitrary: UNDONE },
);

/** Numbers name records that are there: mostly of the people they are about. */
const TABLE_OF: Readonly<Record<string, string>> = {
  appointmentId: 'appointment',
  benefitId: 'benefit',
  caseId: 'open_case',
  entryId: 'benefit_entry',
  gestureId: 'gesture',
  lineId: 'visit_line',
  madeAtVisitId: 'visit',
  opinionId: 'opinion',
  promiseId: 'promise',
  tagId: 'tag',
  visitId: 'visit',
  wishId: 'wish',
};
const MISSING = 999;

const pickedFrom = (ids: readonly number[], n: number): number => ids[n % (ids.length || 1)] ?? MISSING;

const idsIn = (db: Database, sql: string, ...values: readonly unknown[]): number[] =>
  db.sqlite
    .prepare(sql)
    .pluck()
    .all(...values) as number[];

const nameOf = (db: Database, customerId: unknown): string =>
  (db.sqlite.prepare('SELECT display_name FROM customer WHERE id = ?').pluck().get(customerId) as string) ??
  '';

const localDay = (ms: number): string => businessDateOfInstant(ms, 'Europe/Warsaw');

/** The same input about records that are there. */
const resolved = (
  db: Database,
  value: unknown,
  about: { customerId?: unknown; visitId?: unknown; nowMs: number },
): unknown => {
  const days = typeof value === 'string' ? /^D([+-]\d+)$/.exec(value) : null;
  if (days !== null) return localDay(about.nowMs + Number(days[1]) * DAY_MS);
  if (Array.isArray(value)) return value.map((item) => resolved(db, item, about));
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Record<string, unknown>;
  const visits = idsIn(db, 'SELECT id FROM visit ORDER BY id');
  const visitId = typeof given.visitId === 'number' ? pickedFrom(visits, given.visitId) : about.visitId;
  const known = { ...about, customerId: given.customerId ?? about.customerId, visitId };
  return Object.fromEntries(
    Object.entries(given).map(([key, n]) => {
      if (n === NAME) return [key, nameOf(db, given.customerId)];
      if (typeof n !== 'number') return [key, resolved(db, n, known)];
      if (key === 'visitId') return [key, visitId];
      if (key === 'changeId')
        return [key, pickedFrom(idsIn(db, 'SELECT change_id FROM undo_value ORDER BY change_id DESC'), n)];
      if (key === 'lineId')
        return [key, pickedFrom(idsIn(db, 'SELECT id FROM visit_line WHERE visit_id = ?', visitId), n)];
      if (key === 'benefitId' && known.customerId !== undefined)
        return [
          key,
          pickedFrom(
            idsIn(
              db,
              'SELECT id FROM benefit WHERE customer_id IS NULL OR customer_id = ?',
              known.customerId,
            ),
            n,
          ),
        ];
      const table = TABLE_OF[key];
      return [key, table === undefined ? n : pickedFrom(idsIn(db, `SELECT id FROM ${table} ORDER BY id`), n)];
    }),
  );
};

const PLAN = { earns: [], pays: [], soldAs: null };
const PLANS = [
  {
    ...PLAN,
    name: 'Card',
    rules: {
      kind: 'stamps',
      stamps: 1,
      per: 'piece',
      needed: 2,
      validFor: { unit: 'days', count: 1 },
      isForEveryone: true,
    },
  },
  {
    ...PLAN,
    name: 'Points',
    rules: {
      kind: 'points',
      points: 1,
      per: 'money',
      perMinor: 100,
      pointMinor: 1,
      validFor: null,
      isForEveryone: true,
    },
  },
  {
    ...PLAN,
    name: 'Ten',
    soldAs: 'Ten',
    rules: { kind: 'package', uses: 10, validFor: { unit: 'days', count: 2 } },
  },
  {
    ...PLAN,
    name: 'Gift',
    soldAs: 'Gift',
    rules: { kind: 'voucher', valueMinor: null, validFor: null, isPartial: false },
  },
  {
    ...PLAN,
    name: 'Club',
    soldAs: 'Club',
    rules: { kind: 'membership', months: 1, offBasisPoints: 10_000, graceDays: 3 },
  },
  { ...PLAN, name: 'Sure', rules: { kind: 'warranty', months: 1 } },
];
const AGREED = { onDate: 'D+0', atMinute: 900, offeringId: null, staffId: null, note: 'note' };
/** What everybody has before the first step. */
const beginningOf = (customerId: number): readonly (readonly [ProcedureName, object])[] => [
  ['appointment.make', { ...AGREED, customerId, madeAtVisitId: null }],
  [
    'visit.record',
    {
      customerId,
      at: null,
      staffId: null,
      note: null,
      ownValues: [],
      lines: ['cut', 'Ten', 'Gift', 'Club'].map((offeringName) => ({
        offeringName,
        quantityThousandths: 1000,
        amountMinor: 5000,
      })),
      visitUid: `0192f3c4-0000-7000-8000-00000000010${customerId}`,
      next: {
        appointment: { ...AGREED, onDate: 'D+14' },
        promise: { text: 'p', dueOn: null },
        gesture: { kindId: 1, reason: 'r' },
      },
    },
  ],
  ['wish.make', { customerId, text: 'w', staffId: null }],
  ['wish.solve', { wishId: customerId, solution: 's' }],
  [
    'case.open',
    { customerId, text: 'c', dueOn: null, staffId: null, visitId: null, opinionId: null, origin: 'desk' },
  ],
  [
    'customer.bulkTag',
    { selection: { kind: 'some', customerIds: [customerId] }, name: 'VIP', isAdded: true },
  ],
];
const READ: readonly ProcedureName[] = [
  'customer.card',
  'customer.glance',
  'customer.followUp',
  'customer.timeline',
  'benefit.ofCustomer',
  'benefit.statement',
  'privacy.preview',
];

/** Out as one file, and into a shop without records: row for row the same, and sound. */
const expectToComeBack = async (db: Database): Promise<void> => {
  const other = openShop(null);
  const path = `${other.file}.json`;
  writeFileSync(path, [...wholeShopText(db, '2026-03-14T12:00:00Z')].join(''));
  await readWholeShop(other, path);
  const rows = (of: Database, table: PlainTable) =>
    [...readPlainRows(of, table)].map((row) => (table.name === 'change_log' ? { ...row, chain: null } : row));
  for (const table of EXPORTED_TABLES) expect(rows(other, table)).toEqual(rows(db, table));
  expect(checkDatabase({ file: other.file, key: null }).problems).toEqual([]);
  other.close();
};

describe('whatever is done at the desk, in whatever order', () => {
  it('is answered by name, can be looked at, and leaves records that agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.constantFrom(0, 0, 0, 0, 0, 1, 1, -1)), { minLength: 10, maxLength: 40 }),
        fc.constantFrom(...BEGINNINGS),
        async (steps, begun) => {
          const clock = { ms: begun };
          const stage = await openTillStage({ nowMs: () => clock.ms });
          const { call, defects, db } = stage;
          for (let n = 1; n <= PEOPLE; n++)
            await call('customer.create', { name: `Anna Zak ${n}`, phone: `60123456${n}` });
          await call('gestureKind.create', { name: 'Coffee', costMinor: 300 });
          for (const made of PLANS) await call('benefitPlan.create', made);
          for (let n = 1; n <= PEOPLE; n++)
            for (const [name, input] of beginningOf(n))
              expect(
                await call(name, resolved(db, input, { nowMs: clock.ms }) as object),
                name,
              ).toMatchObject({ ok: true });
          const codes: string[] = [];
          for (const [{ name, input }, days] of steps) {
            clock.ms += 60_000 + days * DAY_MS;
            const asked = resolved(db, input, { nowMs: clock.ms });
            const answer = await call(name, asked);
            codes.push(`${name} ${answer.ok ? 'ok' : answer.error.code}`);
            if (answer.ok && name === 'privacy.erase') await stage.jobs.whenIdle();
            expect(defects, `${codes.join('\n')}\n${JSON.stringify(asked)}`).toEqual([]);
          }
          for (const name of READ)
            for (let n = 1; n <= PEOPLE; n++)
              await call(name, { customerId: n, ...(name === 'customer.timeline' ? { limit: 50 } : {}) });
          for (const name of [
            'visit.today',
            'appointment.unanswered',
            'appointment.ahead',
            'promise.due',
            'gesture.choices',
            'tag.list',
          ] as const)
            await call(name, {});
          expect(defects, 'on reading').toEqual([]);
          const { problems } = checkDatabase({ file: db.file, key: null });
          expect(problems, codes.join('\n')).toEqual([]);
          await expectToComeBack(db);
          stage.close();
        },
      ),
      { numRuns: runs(12) },
    );
  }, 600_000);
});
