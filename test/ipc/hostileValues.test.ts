/**
 * Every door that reads or writes the shop's records, with its real handler over a real database: each value of a good
 * input is replaced, one at a time, by every bad one. The answer may be yes or a refusal by name, never a mistake of the
 * program, and the database is sound afterwards.
 */
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import { createDoor } from '../../src-main/ipc/door.ts';
import type { AppServices } from '../../src-main/ipc/handlers/appServices.ts';
import { catalogueHandlers } from '../../src-main/ipc/handlers/catalogueHandlers.ts';
import { customerHandlers } from '../../src-main/ipc/handlers/customerHandlers.ts';
import { historyHandlers } from '../../src-main/ipc/handlers/historyHandlers.ts';
import { opinionHandlers } from '../../src-main/ipc/handlers/opinionHandlers.ts';
import { settingsHandlers } from '../../src-main/ipc/handlers/settingsHandlers.ts';
import { visitHandlers } from '../../src-main/ipc/handlers/visitHandlers.ts';
import { WriteGate } from '../../src-main/jobs/writeGate.ts';
import { OPEN_CALLER } from '../../src-main/people/till.ts';
import { catalogueContract } from '../../src-shared/contract/catalogueContract.ts';
import { customerContract } from '../../src-shared/contract/customerContract.ts';
import { historyContract } from '../../src-shared/contract/historyContract.ts';
import { opinionContract } from '../../src-shared/contract/opinionContract.ts';
import type { Answer } from '../../src-shared/contract/procedure.ts';
import { settingsContract } from '../../src-shared/contract/settingsContract.ts';
import { surveyContract } from '../../src-shared/contract/surveyContract.ts';
import { visitContract } from '../../src-shared/contract/visitContract.ts';
import { NOW_MS, openShop } from '../db/support/databases.ts';
import { spoilt } from './support/spoilt.ts';

const contract = {
  ...catalogueContract,
  ...customerContract,
  ...historyContract,
  ...opinionContract,
  ...settingsContract,
  ...surveyContract,
  ...visitContract,
} as const;
type Name = keyof typeof contract;

const makeDoor = () => {
  const db = openShop(null);
  const defects: unknown[] = [];
  // The handlers under test use these and nothing else.
  const services = {
    session: { shop: { db } },
    gate: new WriteGate(),
    nowMs: () => NOW_MS,
    dataChanged: () => undefined,
  } as unknown as AppServices;
  const door = createDoor({
    contract,
    handlers: {
      ...catalogueHandlers(services),
      ...customerHandlers(services),
      ...historyHandlers(services),
      ...opinionHandlers(services),
      ...settingsHandlers(services),
      ...visitHandlers(services),
    },
    isAllowedSender: () => true,
    authorise: () => OPEN_CALLER,
    onDefect: (name, error) => defects.push([name, String(error)]),
  });
  const call = (name: Name, input: unknown) => door({}, name, input) as Promise<Answer<unknown>>;
  return { db, call, defects };
};

const uid = (n: number) => `0192f3c4-0000-7000-8000-${String(n).padStart(12, '0')}`;
const CARD = {
  name: 'Anna Żak',
  firstName: 'Anna',
  lastName: 'Żak',
  contacts: [{ id: null, kind: 'phone', value: '601234567', label: 'home' }],
  cardNumber: null,
  birthday: '2000-02-29',
  locale: 'pl',
  source: 'Ulotka',
  recommendedById: null,
  customerSince: '2020-01-01',
  tags: ['VIP'],
  preferences: [{ id: null, kind: 'warning', text: 'nuts' }],
  note: 'n',
  ownValues: [{ fieldId: 1, value: 'x' }],
};
const LINE = {
  offeringName: 'Cut',
  quantityThousandths: 1000,
  amountMinor: 5000,
  discountMinor: 100,
  staffId: 1,
};
const AT = { date: '2026-03-13', time: '10:00' };
const VISIT = { customerId: 1, at: AT, staffId: 1, note: 'n', lines: [LINE], ownValues: [] };

const WORDING = { pl: { text: 'Skąd?', choices: ['a', 'b'] }, en: { text: 'Whence?', choices: ['a', 'b'] } };
const ANSWERS = { nps: 9, csat: 5, ces: 6, comment: 'good', answers: [] };
const OPINION = {
  ...ANSWERS,
  customerId: 1,
  visitId: 1,
  surveyId: null,
  staffId: 1,
  channel: 'desk',
  on: '2026-03-13',
  opinionUid: uid(5),
};
const FILTER = {
  from: '2026-01-01',
  to: '2026-12-31',
  mood: null,
  isWithComment: false,
  staffId: 1,
  surveyId: 1,
  channel: 'desk',
};

/** In an order in which each finds what it needs. */
const GOOD: readonly (readonly [Name, object])[] = [
  ['staff.create', { name: 'Ewa' }],
  ['staff.rename', { id: 1, name: 'Ewa M' }],
  ['offering.create', { name: 'Cut', category: 'Hair' }],
  [
    'offering.change',
    {
      offeringId: 1,
      change: {
        name: 'Cut',
        category: 'Hair',
        priceMinor: 1,
        taxRateBasisPoints: 2300,
        costMinor: 1,
        plannedIntervalDays: 30,
      },
    },
  ],
  ['offering.setArchived', { id: 1, isArchived: false }],
  ['offering.addUsual', { names: ['Strzyżenie damskie'] }],
  ['category.rename', { id: 1, name: 'Hair' }],
  ['source.create', { name: 'Ulotka', isRecommendation: false }],
  ['source.rename', { id: 1, name: 'Ulotka' }],
  ['source.setRecommendation', { id: 1, isRecommendation: true }],
  ['ownField.create', { subject: 'customer', kind: 'text', name: 'Size', choices: [] }],
  ['ownField.change', { id: 1, change: { name: 'Size' } }],
  ['ownField.move', { id: 1, by: 1 }],
  [
    'openingDays.write',
    { weekdays: [true, true, true, true, true, true, false], closedDates: ['2026-12-25'] },
  ],
  ['costs.write', { perVisitMinor: 100, perCustomerYearMinor: null }],
  ['spend.write', { cells: [{ month: '2026-03', sourceId: 1, amountMinor: 500 }] }],
  ['spend.list', { year: 2026 }],
  ['customer.save', { customerId: null, uid: uid(1), card: { ...CARD } }],
  ['customer.save', { customerId: 1, uid: null, card: { ...CARD, recommendedById: null } }],
  ['customer.save', { customerId: null, uid: uid(2), card: { ...CARD, recommendedById: 1 } }],
  ['customer.card', { customerId: 1 }],
  [
    'customer.duplicates',
    { names: ['Anna'], phones: ['601234567'], emails: ['a@b.pl'], cardNumber: '1', birthday: '2000-02-29' },
  ],
  [
    'customer.setConsent',
    { customerId: 1, channel: 'sms', purpose: 'marketing', isGiven: true, evidence: 'desk' },
  ],
  ['customer.joinHousehold', { customerId: 1, withCustomerId: 2 }],
  ['customer.leaveHousehold', { customerId: 1 }],
  ['customer.archive', { customerId: 2 }],
  ['customer.restore', { customerId: 2 }],
  ['customer.timeline', { customerId: 1, limit: 5 }],
  [
    'customer.page',
    {
      text: 'an',
      tagId: 1,
      source: 'Ulotka',
      neverCame: false,
      inTrash: false,
      order: 'name',
      isDescending: false,
      offset: 0,
      limit: 10,
    },
  ],
  ['visit.record', { ...VISIT, visitUid: uid(3) }],
  ['visit.get', { visitId: 1 }],
  ['visit.edit', { ...VISIT, visitId: 1, lines: [{ ...LINE, lineId: 1 }], keptRefundLineIds: [] }],
  [
    'visit.refund',
    {
      visitId: 1,
      lines: [{ lineId: 1, quantityThousandths: 500, amountMinor: 100 }],
      staffId: null,
      note: null,
      visitUid: uid(4),
    },
  ],
  ['visit.cancel', { visitId: 2, reason: { kind: 'other', text: 'x' } }],
  ['visit.uncancel', { visitId: 2 }],
  ['visit.undoRecorded', { visitId: 2 }],
  ['survey.create', { name: 'After the visit' }],
  ['question.create', { surveyId: 1, kind: 'choice', wording: WORDING, isRequired: false }],
  ['survey.change', { id: 1, change: { name: 'After the visit', locales: ['pl', 'en'] } }],
  ['question.change', { id: 1, change: { wording: WORDING, isRequired: true } }],
  ['question.move', { id: 1, by: 1 }],
  ['question.setArchived', { id: 1, isArchived: false }],
  ['opinion.record', OPINION],
  ['opinion.get', { opinionId: 1 }],
  ['opinion.edit', { ...ANSWERS, opinionId: 1 }],
  ['opinion.scores', { from: '2026-01-01', to: '2026-12-31' }],
  ['opinion.list', { filter: FILTER, before: { date: '2026-03-14', opinionId: 1 }, limit: 10 }],
  ['opinion.delete', { opinionId: 1 }],
  ['survey.remove', { id: 1 }],
  ['staff.remove', { id: 1 }],
];

describe('the doors of the shop’s records', () => {
  it('answer every bad value with yes or a refusal by name, and stay sound', async () => {
    const { db, call, defects } = makeDoor();
    let refused = 0;
    for (const [name, input] of GOOD) expect(await call(name, input), name).toMatchObject({ ok: true });
    for (const [name, input] of [...GOOD, ['change.undo', { changeId: 20 }] as const]) {
      for (const changed of spoilt(input)) {
        const answer = await call(name, changed);
        if (!answer.ok) refused++;
      }
    }
    expect(defects).toEqual([]);
    expect(refused).toBeGreaterThan(1000);
    for (const name of [
      'offering.list',
      'staff.list',
      'source.list',
      'customer.choices',
      'visit.formParts',
      'visit.today',
      'openingDays.read',
      'costs.read',
      'ownField.list',
    ] as const)
      expect(await call(name, {}), name).toMatchObject({ ok: true });
    expect(checkDatabase({ file: db.file, key: null }).problems).toEqual([]);
  });
});
