/** Two cards made one and apart again, on a real database: nothing lost, nothing left, and imports follow. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { listConsents } from '../../db/repositories/consent.ts';
import { LEFT_PLACES, MOVED_PLACES, PLACES_OF_CARD } from '../../db/repositories/customerMerge.ts';
import { searchCustomers } from '../../db/repositories/customerSearch.ts';
import { insertOpinionTx } from '../../db/repositories/opinion.ts';
import { referencesTo } from '../../db/repositories/references.ts';
import { countSummaryDifferences } from '../../db/repositories/summary.ts';
import { recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { newUid, uidToText } from '../../db/uid.ts';
import { glance } from '../../src-main/services/customerGlance.ts';
import { customerTimeline } from '../../src-main/services/customerHistoryService.ts';
import {
  joinHousehold,
  leaveHousehold,
  saveCard,
  setConsent,
  setInTrash,
} from '../../src-main/services/customerService.ts';
import { openCard, possibleDuplicates } from '../../src-main/services/customerViews.ts';
import { customerFollowUp, setRecommendedBy } from '../../src-main/services/followUpService.ts';
import { keepApart, mergeCustomers, previewMerge } from '../../src-main/services/mergeService.ts';
import { phoneBookOf } from '../../src-main/services/phoneBook.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { cancelVisit } from '../../src-main/services/visitService.ts';
import type { CustomerCard } from '../../src-shared/contract/customerContract.ts';
import type { MergeChoice, MergeField } from '../../src-shared/contract/mergeContract.ts';
import { NOW_MS, openShop, refusal, tempDir } from '../db/support/databases.ts';
import { importFile } from '../importing/support.ts';
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
const phone = (value: string) => ({ id: null, kind: 'phone' as const, value, label: null });
const email = (value: string) => ({ id: null, kind: 'email' as const, value, label: null });
const DAYS = ['2025-01-10', '2025-02-11', '2025-02-12', '2025-03-14'] as const;

const shop = async () => {
  const db = openShop();
  const phones = await phoneBookOf(db);
  let now = NOW_MS;
  const tick = () => {
    now += 1000;
    return now;
  };
  const add = (card: Partial<CustomerCard>) =>
    saveCard(
      db,
      { customerId: null, uid: uidToText(newUid()), revision: null, card: { ...EMPTY, ...card } },
      phones,
      tick(),
    ).customerId;
  const change = (customerId: number, card: Partial<CustomerCard>) =>
    saveCard(
      db,
      { customerId, uid: null, revision: null, card: { ...openCard(db, customerId, phones).card, ...card } },
      phones,
      tick(),
    );
  const visit = (customerId: number, businessDate: string, amountMinor: number) =>
    inTransaction(db, () =>
      recordVisitTx(
        db,
        {
          uid: newUid(),
          customerId,
          staffId: null,
          occurredAtMs: Date.parse(`${businessDate}T12:00:00Z`),
          businessDate,
          source: 'desk',
          note: null,
          createdAtMs: tick(),
        },
        [{ quantityThousandths: 1000, amountMinor }],
      ),
    );
  const merge = (keptId: number, mergedId: number, choices: Partial<Record<MergeField, MergeChoice>> = {}) =>
    mergeCustomers(db, { uid: uidToText(newUid()), keptId, mergedId, choices }, tick());
  const undo = (changeId: number | null) => undoChange(db, changeId!, tick());
  return {
    db,
    phones,
    add,
    change,
    visit,
    merge,
    undo,
    tick,
    open: (id: number) => openCard(db, id, phones),
  };
};

/** Every table, but for the log and the memory of merges themselves. */
const records = (db: Database): Record<string, unknown[]> => {
  const left = new Set(['change_log', 'undo_value', 'customer_merge', 'customer_merge_record', 'setting']);
  const tables = db.sqlite
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .all() as { name: string }[];
  return Object.fromEntries(
    tables
      .filter(({ name }) => !left.has(name))
      .map(({ name }) => [name, db.sqlite.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).all()]),
  );
};

const totals = (db: Database) =>
  db.sqlite
    .prepare(
      'SELECT coalesce(sum(visits), 0) AS visits, coalesce(sum(net_minor), 0) AS netMinor FROM customer_total',
    )
    .get();

const areSummariesTrue = (db: Database) => Object.values(countSummaryDifferences(db)).every((n) => n === 0);

describe('merging two cards', () => {
  it('knows every place that points at a card', async () => {
    const { db } = await shop();
    const known = [...MOVED_PLACES, ...PLACES_OF_CARD, ...LEFT_PLACES] as readonly string[];
    const pointing = referencesTo(db, 'customer').map(({ table, column }) => `${table}.${column}`);
    expect(pointing.sort()).toEqual([...known].sort());
  });

  it('brings visits, opinions and everything on the card together, and says before what it would do', async () => {
    const { db, phones, add, visit, merge, open } = await shop();
    const kept = add({ name: 'Anna Kowalska', contacts: [phone('601 234 567')], note: 'tea', tags: ['VIP'] });
    const merged = add({
      name: 'A. Kowalska-Nowak',
      contacts: [phone('602 345 678'), email('Anna@Example.com')],
      birthday: '1990-05-06',
      cardNumber: 'K-17',
      note: 'window seat',
      tags: ['colour'],
      preferences: [{ id: null, kind: 'warning', text: 'ammonia' }],
    });
    visit(kept, DAYS[0], 100);
    visit(merged, DAYS[0], 200);
    visit(merged, DAYS[1], 300);
    inTransaction(db, () =>
      insertOpinionTx(db, {
        customerId: merged,
        businessDate: DAYS[1],
        atMs: NOW_MS,
        nps: 9,
        createdAtMs: NOW_MS,
      }),
    );
    const preview = previewMerge(db, { keptId: kept, mergedId: merged }, phones);
    expect(preview.merged).toMatchObject({
      visits: 2,
      opinions: 1,
      firstVisitOn: DAYS[0],
      lastVisitOn: DAYS[1],
    });
    expect(preview).toMatchObject({
      sameDays: 1,
      lastSameDay: DAYS[0],
      joined: { contacts: [], tags: ['VIP', 'colour'], preferences: ['ammonia'] },
    });
    const proposed = Object.fromEntries(preview.fields.map(({ field, choice }) => [field, choice]));
    expect(proposed).toMatchObject({
      name: 'kept',
      phone: 'kept',
      email: 'merged',
      birthday: 'merged',
      note: 'both',
    });

    merge(kept, merged);
    const { card, ...opened } = open(kept);
    expect(opened).toMatchObject({
      occasions: 2,
      netMinor: 600,
      firstVisitOn: DAYS[0],
      lastVisitOn: DAYS[1],
    });
    expect(card).toMatchObject({
      name: 'Anna Kowalska',
      birthday: '1990-05-06',
      cardNumber: 'K-17',
      note: 'tea\nwindow seat',
      preferences: [{ kind: 'warning', text: 'ammonia' }],
    });
    expect(card.tags.sort()).toEqual(['VIP', 'colour']);
    expect(card.contacts.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual([
      'email Anna@Example.com',
      'phone 601 234 567',
      'phone 602 345 678',
    ]);
    expect(areSummariesTrue(db)).toBe(true);
    expect(open(merged).customerId).toBe(kept);
    expect(searchCustomers(db, '602345678', 5).map(({ id }) => id)).toEqual([kept]);
  });

  it('finds the kept card by what the other was known by, a loyalty card that is scanned included', async () => {
    const { db, add, merge, undo } = await shop();
    const found = (text: string) => searchCustomers(db, text, 5).map(({ id }) => id);
    const kept = add({ name: 'Anna Kowalska', cardNumber: 'K-17' });
    const merged = add({ name: 'Joanna Wójcik', firstName: 'Jo', cardNumber: 'L 2044', tags: ['colour'] });
    for (const [externalId, id] of [
      ['T-9001', merged],
      ['T-1', kept],
    ])
      db.sqlite.prepare('UPDATE customer SET external_id = ? WHERE id = ?').run(externalId, id);
    add({ name: 'Piotr Lis', cardNumber: '2044' });
    const next = add({ name: 'Ewa Last', cardNumber: 'M-3' });
    const first = merge(kept, merged);
    const known = ['wojcik', 'Joanna W', 'jo', 'L 2044', 'l2044', 'T-9001', 't9001', 'K-17', 'kowalska'];
    for (const text of known) expect(found(text)[0], text).toBe(kept);
    const second = merge(next, kept);
    for (const text of known) expect(found(text)[0], text).toBe(next);
    undo(second.changeId);
    for (const text of known) expect(found(text)[0], text).toBe(kept);
    undo(first.changeId);
    expect(found('wojcik')).toEqual([merged]);
    expect(found('l2044')).toEqual([merged]);
    expect(found('kowalska')).toEqual([kept]);
  });

  it('stands in the history of the card with whom, and can be taken apart from there', async () => {
    const { db, add, merge, undo, change } = await shop();
    const [kept, merged] = [add({ name: 'Anna' }), add({ name: 'Anna K.', note: 'tea' })];
    const { changeId } = merge(kept, merged);
    change(kept, { birthday: '1990-01-01' });
    const told = () =>
      customerTimeline(db, { customerId: kept, limit: 20 }).entries.flatMap((entry) =>
        entry.kind === 'change' && entry.merge !== null ? [entry.merge] : [],
      );
    expect(told()).toEqual([{ name: 'Anna K.', undoChangeId: changeId, isUndone: false }]);
    undo(changeId);
    expect(told()).toEqual([{ name: 'Anna K.', undoChangeId: null, isUndone: true }]);
  });

  it('is found under the number of the card that is no more, wherever that is asked for', async () => {
    const { db, add, merge, visit, phones, open } = await shop();
    const [kept, merged] = [add({ name: 'Anna' }), add({ name: 'Anna K.' })];
    visit(merged, DAYS[0], 100);
    merge(kept, merged);
    const context = { facts: null, valueShown: 'amount', nowMs: NOW_MS } as const;
    const asked = (customerId: number) => [
      open(customerId),
      glance(db, customerId, context),
      customerTimeline(db, { customerId, limit: 20 }),
      customerFollowUp(db, { customerId }, phones, NOW_MS),
    ];
    expect(asked(merged)).toEqual(asked(kept));
    expect(open(merged)).toMatchObject({ customerId: kept, occasions: 1 });
  });

  it('is not offered again of a card that is changed, nor is anybody who is another person', async () => {
    const { db, add, phones, tick } = await shop();
    const [self, other, third] = ['Anna Lis', 'Anna Lis', 'Anna Lis'].map((name) => add({ name }));
    keepApart(db, { customerId: self!, otherCustomerId: other! }, tick());
    const marks = { names: ['Anna Lis'], phones: [], emails: [], cardNumber: null, birthday: null };
    const ids = (exceptId: number | null) =>
      possibleDuplicates(db, { ...marks, exceptId }, phones).people.map(({ customerId }) => customerId);
    expect(ids(null).sort()).toEqual([self, other, third].sort());
    expect(ids(self!)).toEqual([third]);
  });

  it('proposes the whole name, not the one with an initial, whichever card stays', async () => {
    const { db, add, phones } = await shop();
    const [initial, whole] = [add({ name: 'A. Nowak' }), add({ name: 'Anna Nowak' })];
    const nameOf = (keptId: number, mergedId: number) =>
      previewMerge(db, { keptId, mergedId }, phones).fields.find(({ field }) => field === 'name')?.choice;
    expect([nameOf(initial, whole), nameOf(whole, initial)]).toEqual(['merged', 'kept']);
  });

  it('takes each field from the card that is chosen', async () => {
    const { add, merge, open } = await shop();
    const kept = add({
      name: 'One',
      birthday: '1990-01-01',
      customerSince: '2020-01-01',
      note: 'a',
      locale: 'pl',
    });
    const merged = add({
      name: 'Two',
      birthday: '1991-01-01',
      customerSince: '2019-01-01',
      note: 'b',
      locale: 'ro',
    });
    merge(kept, merged, { name: 'merged', birthday: 'merged', note: 'merged', customerSince: 'kept' });
    expect(open(kept).card).toMatchObject({
      name: 'Two',
      birthday: '1991-01-01',
      customerSince: '2020-01-01',
      note: 'b',
      locale: 'pl',
    });
  });

  it('lets the later of two decisions about a consent hold, and a withdrawal in doubt', async () => {
    const { db, add, merge, undo, tick } = await shop();
    const [kept, merged] = [add({}), add({})];
    const consent = (customerId: number, isGiven: boolean, atMs: number) =>
      setConsent(db, { customerId, channel: 'sms', purpose: 'marketing', isGiven, evidence: 'desk' }, atMs);
    consent(merged, true, tick());
    const later = tick();
    consent(merged, false, later);
    // The kept card's own decision is older, and was written down last.
    consent(kept, true, later - 500);
    const { changeId } = merge(kept, merged);
    expect(listConsents(db, kept)[0]).toMatchObject({ isGiven: false });
    undo(changeId);
    expect(listConsents(db, kept).map(({ isGiven }) => isGiven)).toEqual([true]);
    expect(listConsents(db, merged).map(({ isGiven }) => isGiven)).toEqual([false, true]);
  });

  it('refuses a card with itself, a merged card again, and a card that is not there', async () => {
    const { add, merge } = await shop();
    const [one, two, three] = [add({}), add({}), add({})];
    expect(refusal(() => merge(one, one)).code).toBe('merge.notPossible');
    expect(refusal(() => merge(one, 999)).code).toBe('customer.notFound');
    merge(one, two);
    expect(refusal(() => merge(three, two)).code).toBe('merge.notPossible');
  });

  it('is done once, however often it is sent', async () => {
    const { db, add, tick, visit } = await shop();
    const [keptId, mergedId] = [add({}), add({})];
    visit(mergedId, DAYS[0], 100);
    const sent = { uid: uidToText(newUid()), keptId, mergedId, choices: {} };
    const first = mergeCustomers(db, sent, tick());
    expect(mergeCustomers(db, sent, tick())).toEqual(first);
    expect(db.sqlite.prepare('SELECT count(*) AS n FROM customer_merge').get()).toEqual({ n: 1 });
  });

  it('keeps who recommended whom a tree, also where the two cards are joined by others', async () => {
    const { add, change, merge, undo, open, db } = await shop();
    const kept = add({ name: 'Kept' });
    const merged = add({ name: 'Merged' });
    const between = add({ name: 'Between', recommendedById: merged });
    change(kept, { recommendedById: between });
    const before = records(db);
    const { changeId } = merge(kept, merged);
    expect(open(between).recommendedBy?.customerId).toBe(kept);
    expect(open(kept).recommendedBy).toBeNull();
    undo(changeId);
    expect(records(db)).toEqual(before);
  });

  it('writes on the kept card what somebody still has open of the other one', async () => {
    const { db, add, change, merge, open, tick } = await shop();
    const [kept, merged, partner] = [add({ name: 'Anna' }), add({ name: 'Anna N.' }), add({ name: 'Jan' })];
    merge(kept, merged);
    const stub = () => db.sqlite.prepare('SELECT * FROM customer WHERE id = ?').get(merged);
    const before = stub();
    expect(change(merged, { note: 'tea' }).customerId).toBe(kept);
    setConsent(
      db,
      { customerId: merged, channel: 'sms', purpose: 'marketing', isGiven: true, evidence: 'desk' },
      tick(),
    );
    joinHousehold(db, { customerId: merged, withCustomerId: partner }, tick());
    expect(setInTrash(db, merged, false, tick())).toEqual({ changeId: null });
    expect(stub()).toEqual(before);
    expect(open(kept)).toMatchObject({ card: { note: 'tea' }, household: [{ name: 'Jan' }] });
    expect(listConsents(db, kept)).toMatchObject([{ channel: 'sms', isGiven: true }]);
    leaveHousehold(db, merged, tick());
    expect(open(kept).household).toEqual([]);
    change(partner, { recommendedById: merged });
    expect(open(partner).card.recommendedById).toBe(kept);
    setRecommendedBy(db, { customerId: partner, recommendedById: null }, tick());
    setRecommendedBy(db, { customerId: partner, recommendedById: merged }, tick());
    expect(open(partner).card.recommendedById).toBe(kept);
    setInTrash(db, merged, true, tick());
    expect(open(kept).isInTrash).toBe(true);
  });

  it('undoes the later of two merges first', async () => {
    const { add, merge, undo, visit, open } = await shop();
    const [a, b, c] = [add({ name: 'A' }), add({ name: 'B' }), add({ name: 'C' })];
    visit(a, DAYS[0], 1);
    const first = merge(b, a);
    const second = merge(c, b);
    expect(open(a).customerId).toBe(c);
    expect(refusal(() => undo(first.changeId)).code).toBe('merge.undoLaterFirst');
    undo(second.changeId);
    expect(open(a).customerId).toBe(b);
    undo(first.changeId);
    expect(open(a)).toMatchObject({ customerId: a, occasions: 1 });
  });

  it('leaves with the kept card what came to it after the merge', async () => {
    const { add, change, merge, undo, visit, open } = await shop();
    const kept = add({ name: 'Kept', note: 'old' });
    const merged = add({ name: 'Merged', birthday: '1990-05-06', tags: ['colour'] });
    visit(merged, DAYS[0], 100);
    const { changeId } = merge(kept, merged);
    visit(kept, DAYS[1], 50);
    change(kept, { note: 'new', tags: ['colour', 'VIP'] });
    undo(changeId);
    expect(open(kept)).toMatchObject({ occasions: 1, netMinor: 50 });
    expect(open(kept).card).toMatchObject({ note: 'new', birthday: null, tags: ['VIP'] });
    expect(open(merged)).toMatchObject({ occasions: 1, netMinor: 100 });
    expect(open(merged).card).toMatchObject({ birthday: '1990-05-06', tags: ['colour'] });
  });
});

describe('an import after a merge', () => {
  it('finds the person by what only the merged card was known by', async () => {
    const { db, add, merge, open } = await shop();
    const folder = tempDir();
    const file = (name: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };
    await importFile(db, file('a.csv', 'customer;date;amount\nT-1;2025-01-10;10\nT-2;2025-01-11;20\n'));
    const ids = db.sqlite.prepare('SELECT id FROM customer ORDER BY external_id').all() as { id: number }[];
    const [one, two] = [ids[0]!.id, ids[1]!.id];
    merge(one, two);
    const known = add({ name: 'Zofia Lis', contacts: [phone('601 234 567')] });
    const other = add({ name: 'Zofia Wilk', contacts: [phone('602 345 678')] });
    merge(other, known);
    const later = 'customer;date;amount\nT-1;2025-02-10;10\nT-2;2025-02-11;20\n';
    expect(await importFile(db, file('b.csv', later))).toMatchObject({
      counts: { created: 2, customersCreated: 0 },
    });
    expect(open(one)).toMatchObject({ occasions: 4, netMinor: 6000 });
    await importFile(
      db,
      file(
        'c.csv',
        'name;phone;date;amount\nZofia Lis;601 234 567;2025-02-12;30\nZofia Wilk;602 345 678;2025-02-13;5\n',
      ),
    );
    expect(open(other)).toMatchObject({ occasions: 2, netMinor: 3500 });
    expect(db.sqlite.prepare('SELECT count(*) AS n FROM customer').get()).toEqual({ n: 4 });
    expect(areSummariesTrue(db)).toBe(true);
  });
});

describe('any cards', () => {
  const text = fc.constantFrom('Anna', 'Ewa', 'Ion', 'Łucja');
  const card = fc.record({
    name: text,
    birthday: fc.option(fc.constantFrom('1990-05-06', '1985-01-02')),
    note: fc.option(text),
    tags: fc.uniqueArray(text, { maxLength: 3 }),
    contacts: fc.array(
      fc.oneof(
        fc.constantFrom('601 234 567', '602 345 678', '+40 722 123 456').map(phone),
        fc.constantFrom('a@example.com', 'B@example.com').map(email),
      ),
      { maxLength: 3 },
    ),
    preferences: fc.array(
      text.map((words) => ({ id: null, kind: 'preference' as const, text: words })),
      { maxLength: 2 },
    ),
  });
  const who = fc.nat({ max: 3 });

  it('come apart again exactly as they were', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(card, { minLength: 4, maxLength: 4 }),
        fc.array(fc.tuple(who, fc.constantFrom(...DAYS), fc.integer({ min: 0, max: 900 })), { maxLength: 8 }),
        fc.array(fc.tuple(who, who), { maxLength: 3 }),
        fc.array(fc.tuple(who, who), { minLength: 1, maxLength: 3 }),
        async (cards, visits, homes, merges) => {
          const { db, add, visit, merge, undo, tick } = await shop();
          const ids = cards.map((one, at) => add({ ...one, cardNumber: at % 2 === 0 ? `K${at}` : null }));
          for (const [at, day, amount] of visits) visit(ids[at]!, day, amount);
          for (const [a, b] of homes) {
            joinHousehold(db, { customerId: ids[a]!, withCustomerId: ids[b]! }, tick());
          }
          const before = records(db);
          const sums = totals(db);
          const done: (number | null)[] = [];
          const gone = new Set<number>();
          for (const [a, b] of merges) {
            if (a === b || gone.has(a) || gone.has(b)) continue;
            done.push(merge(ids[a]!, ids[b]!).changeId);
            gone.add(b);
            expect(totals(db)).toEqual(sums);
            expect(areSummariesTrue(db)).toBe(true);
          }
          for (const changeId of done.reverse()) undo(changeId);
          expect(records(db)).toEqual(before);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('keep every visit and every sum, whatever is merged, taken apart, recorded and cancelled in between', async () => {
    const step = fc.oneof(
      fc.record({ what: fc.constant('merge' as const), a: who, b: who }),
      fc.record({ what: fc.constant('undo' as const), at: fc.nat({ max: 3 }) }),
      fc.record({
        what: fc.constant('visit' as const),
        a: who,
        day: fc.constantFrom(...DAYS),
        amount: fc.nat(900),
      }),
      fc.record({ what: fc.constant('cancel' as const), at: fc.nat({ max: 9 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { db, add, visit, merge, undo, open, tick } = await shop();
        const ids = ['A', 'B', 'C', 'D'].map((name) => add({ name }));
        const merges: number[] = [];
        const visits: { id: number; amount: number; isCancelled: boolean }[] = [];
        for (const one of steps) {
          if (one.what === 'visit') {
            visits.push({
              id: visit(open(ids[one.a]!).customerId, one.day, one.amount),
              amount: one.amount,
              isCancelled: false,
            });
          } else if (one.what === 'cancel') {
            const known = visits[one.at];
            if (known === undefined || known.isCancelled) continue;
            cancelVisit(db, { visitId: known.id, reason: null }, tick());
            known.isCancelled = true;
          } else if (one.what === 'merge') {
            const [a, b] = [open(ids[one.a]!).customerId, open(ids[one.b]!).customerId];
            if (a !== b) merges.push(merge(a, b).changeId!);
          } else if (merges[one.at] !== undefined) {
            try {
              undo(merges[one.at]!);
            } catch (error) {
              expect((error as { code: string }).code).toBe('merge.undoLaterFirst');
            }
          }
          const standing = visits.filter(({ isCancelled }) => !isCancelled);
          expect(totals(db)).toEqual({
            visits: standing.length,
            netMinor: standing.reduce((sum, { amount }) => sum + amount, 0),
          });
          expect(areSummariesTrue(db)).toBe(true);
          expect(db.sqlite.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
        }
      }),
      { numRuns: runs(40) },
    );
  });
});
