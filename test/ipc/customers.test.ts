/** The doors of customers and of undo, with their real handlers over a real database. */
import { describe, expect, it } from 'vitest';
import { getOrCreateTagTx } from '../../db/repositories/customerDetail.ts';
import { inTransaction } from '../../db/transaction.ts';
import { createDoor } from '../../src-main/ipc/door.ts';
import type { AppServices } from '../../src-main/ipc/handlers/appServices.ts';
import { customerHandlers } from '../../src-main/ipc/handlers/customerHandlers.ts';
import { historyHandlers } from '../../src-main/ipc/handlers/historyHandlers.ts';
import { WriteGate } from '../../src-main/jobs/writeGate.ts';
import { OPEN_CALLER } from '../../src-main/people/till.ts';
import { type CustomerCard, customerContract } from '../../src-shared/contract/customerContract.ts';
import { historyContract } from '../../src-shared/contract/historyContract.ts';
import type { Answer } from '../../src-shared/contract/procedure.ts';
import { contentOf, NOW_MS, openShop } from '../db/support/databases.ts';

const contract = { ...customerContract, ...historyContract } as const;
const UID = '0192f3c4-0000-7000-8000-000000000001';
const CARD: CustomerCard = {
  name: 'Anna Żak',
  firstName: null,
  lastName: null,
  contacts: [{ id: null, kind: 'phone', value: '601234567', label: null }],
  cardNumber: '17',
  birthday: null,
  locale: null,
  source: null,
  recommendedById: null,
  customerSince: null,
  tags: ['VIP'],
  preferences: [],
  note: null,
  ownValues: [],
};

const makeDoor = () => {
  const db = openShop();
  const gate = new WriteGate();
  let changes = 0;
  const defects: unknown[] = [];
  // The handlers under test use these and nothing else.
  const services = {
    session: { shop: { db } },
    gate,
    nowMs: () => NOW_MS,
    dataChanged: () => {
      changes += 1;
    },
  } as unknown as AppServices;
  const door = createDoor({
    contract,
    handlers: { ...customerHandlers(services), ...historyHandlers(services) },
    isAllowedSender: () => true,
    authorise: () => OPEN_CALLER,
    onDefect: (_name, error) => defects.push(error),
  });
  const call = <T>(name: keyof typeof contract, input: unknown) =>
    door({}, name, input) as Promise<Answer<T>>;
  return { db, gate, call, defects, changes: () => changes };
};

const saved = { customerId: null, uid: UID, card: CARD };

describe('the doors of customers', () => {
  it('a card is opened and saved as an import filled it to the brim', async () => {
    const { db, call, defects } = makeDoor();
    const { value: first } = (await call<{ customerId: number }>('customer.save', saved)) as {
      value: { customerId: number };
    };
    const { customerId } = first;
    inTransaction(db, () => {
      db.sqlite
        .prepare('UPDATE customer SET card_number = ?, note = ?')
        .run('7'.repeat(200), 'n'.repeat(4000));
      for (let i = 0; i < 70; i++) {
        db.sqlite
          .prepare(
            "INSERT INTO customer_contact (customer_id, kind, value, created_at_ms) VALUES (?, 'address', ?, 0)",
          )
          .run(customerId, `${i} `.padEnd(i === 0 ? 4000 : 100, 'x'));
        db.sqlite
          .prepare('INSERT INTO customer_tag (customer_id, tag_id) VALUES (?, ?)')
          .run(customerId, getOrCreateTagTx(db, `${i}`.padEnd(200, 't'), NOW_MS));
      }
    });
    const opened = (await call<{ card: CustomerCard }>('customer.card', { customerId })) as {
      value: { card: CustomerCard };
    };
    const card = { ...opened.value.card, firstName: 'Anna' };
    expect(card.tags).toHaveLength(71);
    expect(await call('customer.save', { customerId, uid: null, card })).toMatchObject({ ok: true });
    db.sqlite.prepare("UPDATE customer SET display_name = char(8203), note = ' '").run();
    expect(await call('customer.card', { customerId })).toMatchObject({ ok: true });
    expect(defects).toEqual([]);
  });

  it.each(['\u200b', '\u0301', '\u202e', ' \n '])(
    'a name of which nothing can be seen (%j) is refused',
    async (name) => {
      const { db, call } = makeDoor();
      const before = contentOf(db.sqlite);
      for (const wrong of [{ name }, { source: name }, { tags: [name] }, { cardNumber: name }])
        expect(await call('customer.save', { ...saved, card: { ...CARD, ...wrong } })).toMatchObject({
          ok: false,
          error: { code: 'door.invalidInput' },
        });
      expect(contentOf(db.sqlite)).toBe(before);
    },
  );

  it('save, open, list and undo, and tell everybody that something changed', async () => {
    const { call, changes, defects } = makeDoor();
    const made = await call<{ customerId: number; changeId: number }>('customer.save', saved);
    expect(made).toEqual({ ok: true, value: { customerId: 1, changeId: 1 } });
    expect(await call('customer.save', saved)).toEqual({
      ok: true,
      value: { customerId: 1, changeId: null },
    });
    expect(await call('customer.card', { customerId: 1 })).toMatchObject({
      ok: true,
      value: { card: { ...CARD, contacts: [{ value: '601 234 567' }] } },
    });
    expect(await call('customer.page', {})).toMatchObject({
      ok: true,
      value: { total: 1, rows: [{ name: 'Anna Żak', phone: '601 234 567', tags: ['VIP'] }] },
    });
    const before = changes();
    expect(await call('change.undo', { changeId: 1 })).toEqual({ ok: true, value: { done: true } });
    expect(changes()).toBe(before + 1);
    expect(await call('customer.card', { customerId: 1 })).toMatchObject({
      ok: false,
      error: { code: 'customer.notFound' },
    });
    expect(defects).toEqual([]);
  });

  it('let nothing be written while an import writes', async () => {
    const { db, gate, call } = makeDoor();
    const order: string[] = [];
    const stored = contentOf(db.sqlite);
    const { promise, resolve } = Promise.withResolvers<void>();
    const holding = gate.hold(() => promise).then(() => order.push('import'));
    const saving = call('customer.save', saved).then(() => order.push('save'));
    await new Promise((done) => setTimeout(done, 20));
    expect(contentOf(db.sqlite)).toBe(stored);
    resolve();
    await Promise.all([holding, saving]);
    expect(order).toEqual(['import', 'save']);
  });

  it.each<[keyof typeof contract, unknown]>([
    ['customer.save', { ...saved, card: { ...CARD, name: ' ' } }],
    ['customer.save', { ...saved, card: { ...CARD, birthday: '2025-02-30' } }],
    ['customer.save', { ...saved, card: { ...CARD, locale: 'de' } }],
    ['customer.save', { ...saved, card: { ...CARD, archivedAtMs: 1 } }],
    [
      'customer.save',
      { ...saved, card: { ...CARD, contacts: [{ id: null, kind: 'fax', value: '1', label: null }] } },
    ],
    [
      'customer.save',
      { ...saved, card: { ...CARD, tags: Array.from({ length: 501 }, (_, at) => `t${at}`) } },
    ],
    ['customer.save', { ...saved, uid: 'not-a-uid' }],
    [
      'customer.setConsent',
      { customerId: 1, channel: 'pigeon', purpose: 'marketing', isGiven: true, evidence: 'desk' },
    ],
    [
      'customer.setConsent',
      { customerId: 1, channel: 'sms', purpose: 'marketing', isGiven: true, evidence: 'hearsay' },
    ],
    ['customer.page', { order: 'id; DROP TABLE customer' }],
    ['customer.page', { limit: 100_000 }],
    ['customer.timeline', { customerId: -1 }],
    ['change.undo', { changeId: 0 }],
  ])('refuse what is not well formed: %s', async (name, input) => {
    const { db, call, changes } = makeDoor();
    const stored = contentOf(db.sqlite);
    expect(await call(name, input)).toMatchObject({ ok: false, error: { code: 'door.invalidInput' } });
    expect(contentOf(db.sqlite)).toBe(stored);
    expect(changes()).toBe(0);
  });

  it.each<[keyof typeof contract, unknown, string]>([
    ['customer.card', { customerId: 9 }, 'customer.notFound'],
    ['customer.archive', { customerId: 9 }, 'customer.notFound'],
    ['customer.joinHousehold', { customerId: 9, withCustomerId: 8 }, 'customer.notFound'],
    ['customer.save', { customerId: 9, uid: null, card: CARD }, 'customer.notFound'],
    ['change.undo', { changeId: 9 }, 'undo.tooLate'],
  ])('say what cannot be done: %s', async (name, input, code) => {
    const { call, changes } = makeDoor();
    expect(await call(name, input)).toMatchObject({ ok: false, error: { code } });
    expect(changes()).toBe(0);
  });
});
