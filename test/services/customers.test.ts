/** The customer card by its service, on a real database: round trip, undo, consents, household, duplicates, the table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { brokenLinks } from '../../db/repositories/changeLog.ts';
import { customerTokens, insertCustomerTx } from '../../db/repositories/customer.ts';
import { readCard } from '../../db/repositories/customerDetail.ts';
import { searchCustomers } from '../../db/repositories/customerSearch.ts';
import { insertOpinionTx } from '../../db/repositories/opinion.ts';
import { insertOwnFieldTx } from '../../db/repositories/ownField.ts';
import { cancelVisitTx, recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { newUid, uidToText } from '../../db/uid.ts';
import { customerTimeline } from '../../src-main/services/customerHistoryService.ts';
import { customerPage, listCounts } from '../../src-main/services/customerListService.ts';
import {
  joinHousehold,
  leaveHousehold,
  saveCard,
  setConsent,
  setInTrash,
} from '../../src-main/services/customerService.ts';
import { cardChoices, openCard, possibleDuplicates } from '../../src-main/services/customerViews.ts';
import { createCustomer } from '../../src-main/services/deskService.ts';
import { phoneBookOf } from '../../src-main/services/phoneBook.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { type CustomerCard, customerContract } from '../../src-shared/contract/customerContract.ts';
import { contentOf, NOW_MS, openShop, refusal } from '../db/support/databases.ts';
import { runs } from '../runs.ts';

const EMPTY: CustomerCard = {
  name: 'Anna',
  firstName: null,
  lastName: null,
  contacts: [],
  cardNumber: null,
  birthday: null,
  locale: null,
  source: null,
  recommendedById: null,
  customerSince: null,
  tags: [],
  preferences: [],
  note: null,
  ownValues: [],
};

const contact = (
  kind: 'phone' | 'email' | 'address' | 'other',
  value: string,
  label: string | null = null,
) => ({
  id: null,
  kind,
  value,
  label,
});

/** A shop with its telephone book and short ways to the services. */
const shop = async () => {
  const db = openShop();
  const phones = await phoneBookOf(db);
  let now = NOW_MS;
  const tick = () => {
    now += 1000;
    return now;
  };
  return {
    db,
    tick,
    phones,
    add: (card: Partial<CustomerCard>, uid = uidToText(newUid())) =>
      saveCard(db, { customerId: null, uid, revision: null, card: { ...EMPTY, ...card } }, phones, tick()),
    save: (customerId: number, card: Partial<CustomerCard>) =>
      saveCard(
        db,
        {
          customerId,
          uid: null,
          revision: null,
          card: { ...openCard(db, customerId, phones).card, ...card },
        },
        phones,
        tick(),
      ),
    open: (customerId: number) => openCard(db, customerId, phones),
    undo: (changeId: number | null) => undoChange(db, changeId ?? 0, tick()),
    found: (text: string) => searchCustomers(db, text, 50).map(({ displayName }) => displayName),
  };
};

/** Everything but the log and what it keeps, with which an undo is not to be compared. */
const withoutLog = (db: Database): string => {
  const [, rows] = JSON.parse(contentOf(db.sqlite)) as [unknown, [string, unknown][]];
  const own = new Set(['change_log', 'undo_value', 'setting', 'tag', 'customer_source', 'household']);
  return JSON.stringify(rows.filter(([table]) => !own.has(table)));
};

const fullCard = (db: Database, recommendedById: number): CustomerCard => {
  const fields = inTransaction(db, () =>
    (['text', 'number', 'date', 'choice', 'yesNo'] as const).map((kind) =>
      insertOwnFieldTx(
        db,
        {
          subject: 'customer',
          kind,
          name: `Pole ${kind}`,
          choices: kind === 'choice' ? ['sucha', 'tłusta'] : [],
        },
        NOW_MS,
      ),
    ),
  );
  const values = ['loki', '-12.5', '2024-02-29', 'tłusta', 'yes'];
  return {
    name: 'Agnieszka Żółć-Kowalska',
    firstName: 'Agnieszka',
    lastName: 'Żółć-Kowalska',
    contacts: [
      contact('phone', '601 234 567'),
      contact('phone', '+40 722 123 456', 'Bucharest'),
      contact('phone', 'pytać męża, wewn. 12'),
      contact('email', 'Aga@Example.com'),
      contact('email', 'praca@example.com', 'praca'),
      contact('address', 'ul. Długa 5/7\n00-238 Warszawa', 'dom'),
      contact('other', 'Instagram @aga'),
    ],
    cardNumber: 'K-0017',
    birthday: '1984-02-29',
    locale: 'ro',
    source: 'Ulotka',
    recommendedById,
    customerSince: '2019-05-01',
    tags: ['VIP', 'Łódź'],
    preferences: [
      { id: null, kind: 'warning', text: 'Uczulenie na PPD' },
      { id: null, kind: 'preference', text: 'Kawa z mlekiem owsianym' },
    ],
    note: 'Pierwsza linia\ndruga linia',
    ownValues: fields.map((fieldId, at) => ({ fieldId, value: values[at] ?? '' })),
  };
};

describe('a card that was looked at before somebody changed it', () => {
  it('is not written over, by whatever part it differs, until it is as it was', async () => {
    const { db, add, save, open, undo, phones, tick } = await shop();
    const { customerId } = add({ name: 'Ewa', note: 'first' });
    const { card, revision } = open(customerId);
    const mine = () =>
      saveCard(db, { customerId, uid: null, revision, card: { ...card, note: 'mine' } }, phones, tick());
    const others: Partial<CustomerCard>[] = [
      { note: 'theirs' },
      { tags: ['VIP'] },
      { contacts: [{ id: null, kind: 'phone', value: '601 234 567', label: null }] },
      { preferences: [{ id: null, kind: 'warning', text: 'PPD' }] },
      { birthday: '1984-02-29' },
    ];
    for (const change of others) {
      const { changeId } = save(customerId, change);
      const content = contentOf(db.sqlite);
      expect(refusal(mine).code).toBe('record.changedMeanwhile');
      expect(contentOf(db.sqlite)).toBe(content);
      undo(changeId);
      expect(open(customerId).revision).toBe(revision);
    }
    const { changeId } = setInTrash(db, customerId, true, tick());
    expect(refusal(mine).code).toBe('record.changedMeanwhile');
    undo(changeId);
    expect(mine().changeId).not.toBeNull();
    expect(open(customerId).card.note).toBe('mine');
  });
});

describe('a card', () => {
  it('comes back in every field as it was saved, new and changed, and passes its own contract', async () => {
    const { db, add, save, open } = await shop();
    const friend = add({ name: 'Ewa' }).customerId;
    const card = fullCard(db, friend);
    const { customerId } = add(card);
    const asSaved = (shown: CustomerCard) => ({
      ...shown,
      contacts: shown.contacts.map((one) => ({ ...one, id: null })),
      preferences: shown.preferences.map((one) => ({ ...one, id: null })),
    });
    const opened = open(customerId);
    expect(asSaved(opened.card)).toEqual(card);
    expect(opened.recommendedBy).toEqual({ customerId: friend, name: 'Ewa' });
    expect(open(friend)).toMatchObject({ recommendedCount: 1, recommended: [{ customerId }] });
    expect(customerContract['customer.card'].output.parse(opened)).toEqual(opened);
    expect(cardChoices(db)).toMatchObject({ sources: ['Ulotka'], tags: ['Łódź', 'VIP'] });

    save(friend, card.cardNumber === null ? {} : { ...card, cardNumber: 'K-0018', recommendedById: null });
    expect(asSaved(open(friend).card)).toEqual({ ...card, cardNumber: 'K-0018', recommendedById: null });
  });

  it('saved again unchanged is no change, and keeps the ids of its entries', async () => {
    const { db, add, save, open } = await shop();
    const { customerId } = add(fullCard(db, add({ name: 'Ewa' }).customerId));
    const before = open(customerId);
    const stored = contentOf(db.sqlite);
    expect(save(customerId, {})).toEqual({ customerId, changeId: null });
    expect(contentOf(db.sqlite)).toBe(stored);
    const [first] = before.card.preferences;
    save(customerId, { preferences: first ? [{ ...first, text: 'Uczulenie na amoniak' }] : [] });
    expect(open(customerId).card.preferences).toEqual([{ ...first, text: 'Uczulenie na amoniak' }]);
  });

  it('made twice by one call that was repeated is one card', async () => {
    const { add, db } = await shop();
    const uid = uidToText(newUid());
    const first = add({ name: 'Anna' }, uid);
    expect(add({ name: 'Anna' }, uid)).toEqual({ customerId: first.customerId, changeId: null });
    expect(db.sqlite.prepare('SELECT count(*) FROM customer').pluck().get()).toBe(1);
  });

  it('never loses a telephone number it cannot read, from the desk neither', async () => {
    const { db, phones, open, found } = await shop();
    const typed = '22 33 wewnętrzny';
    const { customerId } = createCustomer(
      db,
      { name: 'Jan', phone: { typed, e164: phones.e164(typed) }, email: null, cardNumber: null },
      NOW_MS,
    );
    expect(open(customerId).card).toMatchObject({ contacts: [{ kind: 'phone', value: typed }], note: null });
    expect(found('2233')).toEqual(['Jan']);
    expect(found('wewn')).toEqual(['Jan']);
  });

  it('refuses a card number that is taken, a circle of recommendations, a value that does not fit its field', async () => {
    const { db, add, save, open } = await shop();
    const anna = add({ name: 'Anna', cardNumber: '17' }).customerId;
    const ewa = add({ name: 'Ewa', recommendedById: anna }).customerId;
    const stored = contentOf(db.sqlite);
    expect(refusal(() => save(ewa, { cardNumber: '17', name: 'Ola' }))).toMatchObject({
      code: 'customer.cardNumberTaken',
      params: { name: 'Anna' },
    });
    expect(refusal(() => add({ name: 'Ola', cardNumber: '17' })).code).toBe('customer.cardNumberTaken');
    expect(refusal(() => save(anna, { recommendedById: ewa })).code).toBe('customer.recommendsItself');
    expect(refusal(() => save(anna, { recommendedById: anna })).code).toBe('customer.recommendsItself');
    expect(refusal(() => save(anna, { ownValues: [{ fieldId: 99, value: 'x' }] })).code).toBe(
      'customer.invalidValue',
    );
    expect(refusal(() => open(999)).code).toBe('customer.notFound');
    expect(contentOf(db.sqlite)).toBe(stored);
  });

  it('keeps the values of own fields that are archived', async () => {
    const { db, add, save, open } = await shop();
    const { customerId } = add(fullCard(db, add({ name: 'Ewa' }).customerId));
    db.sqlite.exec('UPDATE own_field SET archived_at_ms = 1 WHERE id = 1');
    save(customerId, { ownValues: [] });
    expect(open(customerId).card.ownValues).toEqual([]);
    db.sqlite.exec('UPDATE own_field SET archived_at_ms = NULL WHERE id = 1');
    expect(open(customerId).card.ownValues).toEqual([{ fieldId: 1, value: 'loki' }]);
  });
});

describe('undo', () => {
  it('puts every field back exactly, search words included', async () => {
    const { db, add, save, undo, found } = await shop();
    const friend = add({ name: 'Ewa' }).customerId;
    const { customerId } = add(fullCard(db, friend));
    const before = withoutLog(db);
    const { changeId } = save(customerId, { ...EMPTY, name: 'Ktoś inny', tags: ['nowy'] });
    expect(found('zolc')).toEqual([]);
    undo(changeId);
    expect(withoutLog(db)).toBe(before);
    expect(found('zolc')).toEqual(['Agnieszka Żółć-Kowalska']);
    expect(brokenLinks(db, 1)).toEqual([]);
  });

  it('of a new card leaves nothing, unless something came to point at it', async () => {
    const { db, add, undo } = await shop();
    const before = withoutLog(db);
    const card = fullCard(db, add({ name: 'Ewa' }).customerId);
    const { changeId } = add(card);
    undo(changeId);
    expect(db.sqlite.prepare('SELECT display_name FROM customer').pluck().all()).toEqual(['Ewa']);
    const visited = add({ name: 'Jan' });
    inTransaction(db, () =>
      recordVisitTx(
        db,
        {
          customerId: visited.customerId,
          occurredAtMs: 1,
          businessDate: '2026-01-01',
          source: 'desk',
          createdAtMs: 1,
        },
        [],
      ),
    );
    const stored = contentOf(db.sqlite);
    expect(refusal(() => undo(visited.changeId)).code).toBe('undo.changedSince');
    expect(contentOf(db.sqlite)).toBe(stored);
    expect(before).not.toBe(stored);
  });

  it('brings a card out of the trash', async () => {
    const { db, add, undo, open, found, tick } = await shop();
    const { customerId } = add({ name: 'Anna' });
    const { changeId } = setInTrash(db, customerId, true, tick());
    expect(setInTrash(db, customerId, true, tick())).toEqual({ changeId: null });
    expect(open(customerId).isInTrash).toBe(true);
    expect(found('anna')).toEqual([]);
    undo(changeId);
    expect(open(customerId).isInTrash).toBe(false);
  });

  it('is refused when the card number was taken meanwhile', async () => {
    const { add, save, undo } = await shop();
    const anna = add({ name: 'Anna', cardNumber: '17' }).customerId;
    const { changeId } = save(anna, { cardNumber: null });
    add({ name: 'Ewa', cardNumber: '17' });
    expect(refusal(() => undo(changeId)).code).toBe('customer.cardNumberTaken');
  });
});

describe('consents', () => {
  it('keep their whole history; the newest of each pair holds; saying it twice is once', async () => {
    const { db, add, open, tick } = await shop();
    const { customerId } = add({ name: 'Anna' });
    const sms = { customerId, channel: 'sms', purpose: 'marketing' } as const;
    setConsent(db, { ...sms, isGiven: false, evidence: 'desk' }, tick());
    expect(open(customerId).consents).toEqual([]);
    setConsent(db, { ...sms, isGiven: true, evidence: 'paper' }, tick());
    setConsent(db, { ...sms, isGiven: true, evidence: 'desk' }, tick());
    setConsent(db, { ...sms, channel: 'email', isGiven: true, evidence: 'desk' }, tick());
    setConsent(db, { ...sms, isGiven: false, evidence: 'phone' }, tick());
    expect(open(customerId).consents).toMatchObject([
      { channel: 'sms', isGiven: false, evidence: 'phone', on: '2026-03-14', staff: null },
      { channel: 'email', isGiven: true },
      { channel: 'sms', isGiven: true, evidence: 'paper' },
    ]);
    expect(
      refusal(() => setConsent(db, { ...sms, customerId: 99, isGiven: true, evidence: 'desk' }, 1)).code,
    ).toBe('customer.notFound');
  });
});

describe('a household', () => {
  const people = async () => {
    const made = await shop();
    const [anna, jan, ewa] = ['Anna', 'Jan', 'Ewa'].map(
      (name) => made.add({ name, lastName: 'Nowak' }).customerId,
    );
    return { ...made, anna: anna ?? 0, jan: jan ?? 0, ewa: ewa ?? 0 };
  };
  const living = ({ open }: Awaited<ReturnType<typeof shop>>, id: number) =>
    open(id).household.map(({ name }) => name);

  it('is joined by one after the other and ends when one is left', async () => {
    const made = await people();
    const { db, anna, jan, ewa, tick } = made;
    joinHousehold(db, { customerId: anna, withCustomerId: jan }, tick());
    joinHousehold(db, { customerId: ewa, withCustomerId: anna }, tick());
    expect(joinHousehold(db, { customerId: ewa, withCustomerId: jan }, tick())).toEqual({ changeId: null });
    expect(living(made, jan)).toEqual(['Anna', 'Ewa']);
    leaveHousehold(db, anna, tick());
    expect(living(made, jan)).toEqual(['Ewa']);
    leaveHousehold(db, jan, tick());
    expect(living(made, ewa)).toEqual([]);
    expect(db.sqlite.prepare('SELECT count(*) FROM household').pluck().get()).toBe(0);
    expect(leaveHousehold(db, jan, tick())).toEqual({ changeId: null });
  });

  it('is put back by undo, also one that had ended', async () => {
    const made = await people();
    const { db, anna, jan, ewa, tick, undo } = made;
    const made1 = joinHousehold(db, { customerId: anna, withCustomerId: jan }, tick());
    const together = db.sqlite.prepare('SELECT * FROM household').raw().all();
    const left = leaveHousehold(db, jan, tick());
    undo(left.changeId);
    expect(living(made, anna)).toEqual(['Jan']);
    expect(db.sqlite.prepare('SELECT * FROM household').raw().all()).toEqual(together);
    const moved = joinHousehold(db, { customerId: ewa, withCustomerId: jan }, tick());
    undo(moved.changeId);
    expect(living(made, anna)).toEqual(['Jan']);
    undo(made1.changeId);
    expect([living(made, anna), living(made, jan)]).toEqual([[], []]);
    expect(db.sqlite.prepare('SELECT count(*) FROM household').pluck().get()).toBe(0);
  });
});

describe('possible duplicates', () => {
  it('are shown by telephone in any form, e-mail, card number, and name with birthday', async () => {
    const { db, add, phones, tick } = await shop();
    const nobody = {
      names: ['Nikt'],
      phones: [],
      emails: [],
      cardNumber: null,
      birthday: null,
      exceptId: null,
    };
    const ask = (marks: Partial<typeof nobody> | object) =>
      possibleDuplicates(db, { ...nobody, ...marks }, phones).people.map(({ name, reasons }) => [
        name,
        ...reasons,
      ]);
    const anna = add({
      name: 'Łucja Żak',
      birthday: '1990-01-02',
      cardNumber: '17',
      contacts: [
        contact('phone', '601234567'),
        contact('phone', '+40722123456'),
        contact('email', 'L.Zak@x.pl'),
      ],
    }).customerId;
    add({ name: 'Lucja Zak', contacts: [contact('email', 'inny@x.pl'), contact('email', 'l.zak@X.pl')] });
    expect(ask({})).toEqual([]);
    expect(ask({ phones: ['0048 601-234-567'] })).toEqual([['Łucja Żak', 'phone']]);
    expect(ask({ phones: ['0040 722 123 456', 'nic'] })).toEqual([['Łucja Żak', 'phone']]);
    expect(ask({ emails: ['L.ZAK@x.pl'] })).toEqual([
      ['Łucja Żak', 'email'],
      ['Lucja Zak', 'email'],
    ]);
    expect(ask({ names: ['lucja  ZAK'], birthday: '1990-01-02' })).toEqual([
      ['Łucja Żak', 'nameAndBirthday'],
      ['Lucja Zak', 'sameName'],
    ]);
    // Born on another day, Łucja is somebody else; of Lucja it is not known.
    expect(ask({ names: ['lucja zak'], birthday: '1990-01-03' })).toEqual([['Lucja Zak', 'sameName']]);
    expect(ask({ names: ['ŻAK Łucja'] })).toEqual([
      ['Łucja Żak', 'sameName'],
      ['Lucja Zak', 'sameName'],
    ]);
    expect(ask({ names: ['Łucjaa Żak'] })).toEqual([
      ['Łucja Żak', 'nearName'],
      ['Lucja Zak', 'nearName'],
    ]);
    expect(ask({ names: ['Łucja'] })).toEqual([]);
    expect(ask({ names: ['Łucja Maria Żak'] })).toEqual([]);
    expect(ask({ cardNumber: '17', emails: ['l.zak@x.pl'] })[0]).toEqual([
      'Łucja Żak',
      'email',
      'cardNumber',
    ]);
    setInTrash(db, anna, true, tick());
    expect(possibleDuplicates(db, { ...nobody, cardNumber: '17' }, phones).people).toMatchObject([
      { customerId: anna, isInTrash: true },
    ]);
  });
});

describe('search', () => {
  it('finds by any telephone, e-mail, card number, number of the till, tag and name', async () => {
    const { db, add, found } = await shop();
    add(fullCard(db, add({ name: 'Ewa' }).customerId));
    inTransaction(db, () => insertCustomerTx(db, { displayName: 'Till', externalId: 'T-9', createdAtMs: 1 }));
    const name = 'Agnieszka Żółć-Kowalska';
    for (const typed of [
      '601234567',
      '+48 601 234 567',
      '0722 123 456',
      '0040722123456',
      'aga@example.com',
      'AGA@exam',
      'praca@',
      'K-0017',
      'k 17'.replace(' ', '-00'),
      'k0017',
      '0017',
      'vip',
      'lodz',
      'vip kowalska',
      'pytac',
    ]) {
      expect(found(typed), typed).toEqual([name]);
    }
    expect(found('t-9')).toEqual(['Till']);
    expect(found('com')).toEqual([]);
    expect(found('vip ewa')).toEqual([]);
  });

  it('knows after any edits and undos exactly the words of the cards as they are', async () => {
    const word = fc.constantFrom(
      'Łoś',
      'kot',
      'VIP',
      'Ana Ș',
      'x@y.pl',
      '601234567',
      'wewn. 5',
      'ßtraße',
      '17-A',
    );
    const edit = fc.record({
      name: fc.tuple(word, word).map((words) => words.join(' ')),
      firstName: fc.option(word),
      cardNumber: fc.option(fc.stringMatching(/^[A-Z]-\d{2}$/)),
      tags: fc.uniqueArray(word, { maxLength: 3 }),
      contacts: fc.array(fc.tuple(fc.constantFrom('phone', 'email', 'other'), word), { maxLength: 4 }),
      isUndone: fc.boolean(),
    });
    const { db, add, open, phones, tick } = await shop();
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const { customerId } = add({ name: 'Start' });
        for (const { isUndone, contacts, ...change } of edits) {
          const { changeId } = saveCard(
            db,
            {
              customerId,
              uid: null,
              revision: null,
              card: {
                ...open(customerId).card,
                ...change,
                cardNumber: change.cardNumber === null ? null : `${change.cardNumber}-${customerId}`,
                contacts: contacts.map(([kind, value]) => contact(kind, value)),
              },
            },
            phones,
            tick(),
          );
          if (isUndone && changeId !== null) undoChange(db, changeId, tick());
        }
        const card = readCard(db, customerId);
        const wanted = customerTokens({
          ...card,
          tags: open(customerId).card.tags,
          emails: card.contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value),
          unreadPhones: card.contacts
            .filter(({ kind, normalised }) => kind === 'phone' && normalised === null)
            .map(({ value }) => value),
        });
        const stored = db.sqlite
          .prepare('SELECT token FROM customer_token WHERE customer_id = ? ORDER BY token')
          .pluck()
          .all(customerId);
        expect(stored.toSorted()).toEqual(wanted.toSorted());
        for (const typed of [card.displayName, ...open(customerId).card.tags]) {
          expect(searchCustomers(db, typed, 100_000).map(({ id }) => id)).toContain(customerId);
        }
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('the history of a customer', () => {
  it('holds visits, opinions, consents and changes, newest first and as many as asked for', async () => {
    const { db, add, save } = await shop();
    const { customerId } = add({ name: 'Anna' });
    save(customerId, { note: 'Uwaga' });
    const at = (days: number) => NOW_MS + days * 86_400_000;
    inTransaction(db, () => {
      const visit = (days: number, lines: number[]) =>
        recordVisitTx(
          db,
          {
            customerId,
            occurredAtMs: at(days),
            businessDate: '2026-04-01',
            source: 'desk',
            createdAtMs: at(days),
            note: 'n',
          },
          lines.map((amountMinor) => ({ quantityThousandths: 1000, amountMinor })),
        );
      visit(1, [1000, 250]);
      visit(2, []);
      const cancelled = visit(3, [500]);
      cancelVisitTx(db, cancelled, { atMs: at(4), reason: 'mistake' });
      insertOpinionTx(db, {
        customerId,
        businessDate: '2026-04-02',
        atMs: at(5),
        createdAtMs: at(5),
        nps: 9,
        comment: 'ok',
      });
    });
    setConsent(
      db,
      { customerId, channel: 'sms', purpose: 'reminders', isGiven: true, evidence: 'desk' },
      at(6),
    );
    const { entries, total } = customerTimeline(db, { customerId, limit: 20 });
    expect(total).toBe(7);
    expect(entries).toMatchObject([
      { kind: 'consent', channel: 'sms', isGiven: true },
      { kind: 'opinion', nps: 9, comment: 'ok' },
      { kind: 'visit', amountMinor: 500, cancelled: { reason: 'mistake', by: null } },
      { kind: 'visit', amountMinor: null, cancelled: null },
      { kind: 'visit', amountMinor: 1250, note: 'n' },
      { kind: 'change', action: 'update', fields: ['note'] },
      { kind: 'change', action: 'create' },
    ]);
    expect(customerTimeline(db, { customerId, limit: 2 })).toMatchObject({
      entries: entries.slice(0, 2),
      total: 7,
    });
    expect(customerContract['customer.timeline'].output.parse({ entries, total })).toEqual({
      entries,
      total,
    });
  });
});

describe('the table of customers', () => {
  it('is sorted, narrowed and counted, page by page', async () => {
    const { db, add, phones, tick } = await shop();
    const ask = (input: object) => {
      const page = customerPage(db, customerContract['customer.page'].input.parse(input), phones);
      return [...page.rows.map(({ name }) => name), page.total];
    };
    const ids = ['Łucja', 'Zofia', 'Lucyna', 'Adam'].map((name) => add({ name }).customerId);
    const [lucja = 0, zofia = 0, lucyna = 0, adam = 0] = ids;
    inTransaction(db, () => {
      const visit = (customerId: number, businessDate: string, amountMinor: number) =>
        recordVisitTx(db, { customerId, occurredAtMs: 1, businessDate, source: 'desk', createdAtMs: 1 }, [
          { quantityThousandths: 1000, amountMinor },
        ]);
      visit(zofia, '2026-01-01', 900);
      visit(lucja, '2026-02-01', 100);
      visit(lucja, '2026-02-02', 100);
    });
    expect(ask({ order: 'name', isDescending: false })).toEqual(['Adam', 'Łucja', 'Lucyna', 'Zofia', 4]);
    expect(ask({ order: 'name', isDescending: true })).toEqual(['Zofia', 'Lucyna', 'Łucja', 'Adam', 4]);
    expect(ask({})).toEqual(['Łucja', 'Zofia', 'Lucyna', 'Adam', 4]);
    expect(ask({ isDescending: false })).toEqual(['Zofia', 'Łucja', 'Lucyna', 'Adam', 4]);
    expect(ask({ order: 'value' }).slice(0, 2)).toEqual(['Zofia', 'Łucja']);
    expect(ask({ order: 'visits', offset: 1, limit: 2 })).toEqual(['Zofia', 'Lucyna', 4]);
    expect(ask({ neverCame: true })).toEqual(['Lucyna', 'Adam', 2]);
    expect(ask({ text: 'luc' })).toEqual(['Łucja', 'Lucyna', 2]);
    expect(ask({ text: '%' })).toEqual([0]);
    const card = openCard(db, adam, phones).card;
    saveCard(
      db,
      { customerId: adam, uid: null, revision: null, card: { ...card, tags: ['VIP'], source: 'Ulotka' } },
      phones,
      tick(),
    );
    const { tags } = listCounts(db);
    expect(ask({ tagId: tags[0]?.tagId })).toEqual(['Adam', 1]);
    expect(ask({ source: 'Ulotka' })).toEqual(['Adam', 1]);
    setInTrash(db, lucyna, true, tick());
    expect(ask({ inTrash: true })).toEqual(['Lucyna', 1]);
    expect(ask({ neverCame: true })).toEqual(['Adam', 1]);
    expect(listCounts(db)).toEqual({
      all: 3,
      neverCame: 1,
      inTrash: 1,
      tags: [{ tagId: tags[0]?.tagId, name: 'VIP', customers: 1 }],
      sources: [{ source: 'Ulotka', customers: 1 }],
    });
  });
});
