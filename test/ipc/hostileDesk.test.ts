/**
 * The doors of the front desk that hostileValues does not try: what is agreed, what is held, merging, privacy, people at
 * the till, filters and lists. Each value of a good input is replaced by every bad one; the answer is yes or a refusal by
 * name, and the database is sound afterwards.
 */
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { ProcedureName } from '../../src-shared/contract/contract.ts';
import { spoilt } from './support/spoilt.ts';
import { openTillStage, TODAY } from './support/tillStage.ts';

const uid = (n: number) => `0192f3c4-0000-7000-8000-${String(n).padStart(12, '0')}`;
const PLAN = { earns: [], pays: [], soldAs: null };
const stamps = { kind: 'stamps', stamps: 1, per: 'piece', needed: 10, validFor: null, isForEveryone: true };
const points = {
  kind: 'points',
  points: 1,
  per: 'money',
  perMinor: 100,
  pointMinor: 1,
  validFor: { unit: 'months', count: 12 },
  isForEveryone: true,
};
const membership = { kind: 'membership', months: 1, offBasisPoints: 1000, graceDays: 14 };
const LIST = {
  text: 'an',
  tagId: 1,
  source: null,
  neverCame: false,
  inTrash: false,
  order: 'name',
  isDescending: false,
};
const AGREED = { onDate: '2026-03-20', atMinute: 600, offeringId: 1, staffId: 1, note: 'n' };
const NEXT = {
  appointment: AGREED,
  promise: { text: 'colours', dueOn: null },
  gesture: { kindId: 1, reason: 'x' },
};

/** In an order in which each finds what it needs. */
const GOOD: readonly (readonly [ProcedureName, object])[] = [
  ['staff.create', { name: 'Ewa' }],
  ['offering.create', { name: 'Cut', category: null }],
  ['customer.create', { name: 'Anna Żak', phone: '601234567' }],
  ['customer.create', { name: 'Anna Zak', phone: '601234567' }],
  ['customer.create', { name: 'Jan Lis', phone: null }],
  ['gestureKind.create', { name: 'Coffee', costMinor: 300 }],
  ['gestureKind.change', { id: 1, change: { name: 'Coffee', costMinor: 200 } }],
  ['gestureKind.setArchived', { id: 1, isArchived: false }],
  ['gestureBudget.write', { perGestureMinor: 1000, perMonthMinor: null }],
  ['caseRules.write', { npsAtMost: 6, csatAtMost: 2, cesAtMost: null, deadlineOpeningDays: 2 }],
  ['benefitPlan.create', { ...PLAN, name: 'Card', rules: stamps }],
  ['benefitPlan.create', { ...PLAN, name: 'Points', rules: points }],
  [
    'benefitPlan.create',
    {
      ...PLAN,
      name: 'Ten',
      rules: { kind: 'package', uses: 10, validFor: { unit: 'days', count: 90 } },
      soldAs: 'Ten',
      pays: [1],
    },
  ],
  [
    'benefitPlan.create',
    {
      ...PLAN,
      name: 'Gift',
      rules: { kind: 'voucher', valueMinor: 5000, validFor: null, isPartial: true },
      soldAs: 'Gift',
    },
  ],
  ['benefitPlan.create', { ...PLAN, name: 'Club', rules: membership, soldAs: 'Club' }],
  ['benefitPlan.create', { ...PLAN, name: 'Sure', rules: { kind: 'warranty', months: 24 }, earns: [1] }],
  ['benefitPlan.change', { planId: 5, plan: { ...PLAN, name: 'Club', rules: membership, soldAs: 'Club' } }],
  ['benefitPlan.setArchived', { planId: 6, isArchived: false }],
  [
    'visit.record',
    {
      customerId: 1,
      at: null,
      staffId: 1,
      note: null,
      lines: [
        { offeringName: 'Cut', quantityThousandths: 1000, amountMinor: 5000 },
        { offeringName: 'Club', quantityThousandths: 1000, amountMinor: 9000 },
      ],
      ownValues: [],
      visitUid: uid(4),
      next: NEXT,
    },
  ],
  ['benefit.grant', { planId: 1, customerId: 1, amount: 12, startsOn: null, code: null, entryUid: uid(5) }],
  [
    'benefit.grant',
    { planId: 5, customerId: 2, amount: null, startsOn: '2026-03-14', code: null, entryUid: uid(6) },
  ],
  [
    'benefit.grant',
    { planId: 4, customerId: null, amount: 100, startsOn: null, code: 'GIFT-1', entryUid: uid(7) },
  ],
  ['benefit.setCode', { benefitId: 1, code: 'ABC-123' }],
  ['benefit.renew', { benefitId: 1, entryUid: uid(8) }],
  ['benefit.correct', { entryId: 1 }],
  ['benefit.cancel', { benefitId: 2 }],
  ['benefit.ofCustomer', { customerId: 1 }],
  ['benefit.byCode', { code: 'GIFT-1' }],
  ['benefit.statement', { customerId: 1 }],
  ['benefit.statement', { benefitId: 1 }],
  ['benefit.ending', { withinDays: 30, limit: 10 }],
  [
    'visit.record',
    {
      customerId: 1,
      at: null,
      staffId: 1,
      note: null,
      lines: [
        { offeringName: 'Cut', quantityThousandths: 1000, amountMinor: 0, discountMinor: 5000, benefitId: 3 },
      ],
      ownValues: [],
      visitUid: uid(14),
      next: null,
    },
  ],
  ['appointment.make', { ...AGREED, customerId: 1, madeAtVisitId: 1 }],
  ['appointment.edit', { ...AGREED, appointmentId: 1 }],
  ['appointment.setOutcome', { appointmentId: 1, outcome: 'missed' }],
  ['appointment.clashes', { onDate: '2026-03-20', atMinute: 600, staffId: 1, exceptId: null }],
  ['appointment.ofDay', { on: TODAY }],
  ['promise.make', { text: 'x', dueOn: TODAY, customerId: 1, staffId: 1, madeAtVisitId: 1 }],
  ['promise.edit', { text: 'y', dueOn: null, promiseId: 1 }],
  ['promise.setOutcome', { promiseId: 1, outcome: 'kept' }],
  ['gesture.give', { kindId: 1, reason: 'x', customerId: 1, visitId: 1, staffId: 1 }],
  ['gesture.cancel', { gestureId: 1 }],
  [
    'case.open',
    { text: 'x', dueOn: TODAY, staffId: 1, customerId: 1, visitId: 1, opinionId: null, origin: 'desk' },
  ],
  ['case.edit', { text: 'y', dueOn: null, staffId: null, caseId: 1 }],
  ['case.close', { caseId: 1, solution: 'z' }],
  ['case.reopen', { caseId: 1 }],
  ['case.board', { closedLimit: 10 }],
  ['wish.make', { customerId: 1, text: 'x', staffId: 1 }],
  ['wish.edit', { wishId: 1, text: 'y' }],
  ['wish.solve', { wishId: 1, solution: 'z' }],
  ['wish.tell', { wishId: 1, staffId: 1 }],
  ['wish.stepBack', { wishId: 1 }],
  ['wish.setDropped', { wishId: 1, isDropped: true }],
  ['wish.list', { endedLimit: 10 }],
  ['lapse.answer', { customerId: 1, reason: 'price', text: 'x', staffId: 1 }],
  ['customer.followUp', { customerId: 1 }],
  ['customer.setRecommendedBy', { customerId: 3, recommendedById: 1 }],
  ['customer.glance', { customerId: 1 }],
  ['customer.glanceRows', { customerIds: [1, 2] }],
  ['customer.search', { text: 'ann', limit: 5 }],
  ['customer.listIds', { list: LIST, offset: 0, limit: 10 }],
  ['customer.bulkTag', { selection: { kind: 'some', customerIds: [1, 2] }, name: 'VIP', isAdded: true }],
  [
    'customer.bulkTag',
    { selection: { kind: 'all', list: { ...LIST, tagId: 1 }, except: [1] }, name: 'New', isAdded: true },
  ],
  ['customer.bulkTrash', { selection: { kind: 'some', customerIds: [3] }, isInTrash: false }],
  ['customer.keepColumns', { columns: ['phone'] }],
  ['savedFilter.save', { name: 'f', list: LIST }],
  ['savedFilter.rename', { filterId: 1, name: 'g' }],
  ['savedFilter.list', { subject: 'customers' }],
  ['tag.rename', { tagId: 1, name: 'Best', mayMerge: false }],
  ['customer.keepApart', { customerId: 1, otherCustomerId: 3 }],
  ['customer.mergePreview', { keptId: 1, mergedId: 2 }],
  ['customer.merge', { keptId: 1, mergedId: 2, uid: uid(9), choices: { name: 'merged', note: 'both' } }],
  ['customer.timeline', { customerId: 1, limit: 10 }],
  ['privacy.preview', { customerId: 1 }],
  ['privacy.acts', { offset: 0, limit: 10 }],
  ['kiosk.keepChoices', {}],
  ['access.keepChoices', { autoLockMinutes: 5, deskValueShown: 'band' }],
  ['access.setPerson', { staffId: 1, role: 'owner', pin: '1234' }],
  ['access.signIn', { staffId: 1, pin: '1234' }],
  ['access.turnOff', {}],
];

describe('the doors of the front desk', () => {
  it('answer every bad value with yes or a refusal by name, and stay sound', async () => {
    const { call, db, defects } = await openTillStage();
    const failed: unknown[] = [];
    for (const [name, input] of GOOD) {
      const answer = await call(name, input);
      if (!answer.ok) failed.push([name, answer.error]);
    }
    expect(failed).toEqual([]);
    let refused = 0;
    const odd: [string, unknown, unknown][] = [];
    const hostile = GOOD.filter(([name]) => !name.startsWith('access.'));
    for (const [name, input] of hostile) {
      for (const changed of spoilt(input)) {
        const before = defects.length;
        const answer = await call(name, changed);
        if (!answer.ok) refused++;
        if (defects.length > before) odd.push([name, JSON.stringify(changed).slice(0, 300), defects.at(-1)]);
      }
    }
    expect(odd).toEqual([]);
    expect(refused).toBeGreaterThan(1000);
    for (const [name, input] of GOOD.filter(([name]) => !name.startsWith('access.')))
      if (/\.(list|ofCustomer|board|glance|ofDay|followUp|statement|search|timeline|listIds)$/.test(name))
        expect(await call(name, input), name).toMatchObject({ ok: true });
    for (const name of [
      'visit.today',
      'promise.due',
      'gesture.choices',
      'lapse.toAsk',
      'tag.list',
      'appointment.ahead',
    ] as const)
      expect(await call(name, {}), name).toMatchObject({ ok: true });
    expect(checkDatabase({ file: db.file, key: null }).problems).toEqual([]);
  }, 120_000);

  it('of people at the till try nothing that is no PIN, and let in nobody', async () => {
    const { call, defects, till, hire } = await openTillStage();
    await hire();
    for (const [name, input] of [
      ['access.signIn', { staffId: 1, pin: '0000' }],
      ['access.resetOwnerPin', { staffId: 1, secret: { passphrase: 'x' }, pin: '1234' }],
    ] as const)
      for (const changed of spoilt(input)) {
        await call(name, changed);
        expect(till.caller.role).toBeNull();
      }
    expect(defects).toEqual([]);
  }, 120_000);
});
