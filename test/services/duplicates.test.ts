/** Cards of one person found over a whole base on disk, as the analytics process finds them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { inTransaction } from '../../db/transaction.ts';
import { newUid, uidToText } from '../../db/uid.ts';
import { AnalyticsAnswers } from '../../src-main/analytics/analyticsAnswers.ts';
import { setInTrash } from '../../src-main/services/customerService.ts';
import { findDuplicatePairs, shownPairPage } from '../../src-main/services/duplicateService.ts';
import { keepApart, mergeCustomers } from '../../src-main/services/mergeService.ts';
import { phoneBookOf } from '../../src-main/services/phoneBook.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { KEY, NOW_MS, openShop, refusal } from '../db/support/databases.ts';
import { runs } from '../runs.ts';

const shop = () => {
  const db = openShop();
  const add = (displayName: string, known: object = {}) =>
    inTransaction(db, () => insertCustomerTx(db, { displayName, createdAtMs: NOW_MS, ...known }));
  const merge = (keptId: number, mergedId: number) =>
    mergeCustomers(db, { uid: uidToText(newUid()), keptId, mergedId, choices: {} }, NOW_MS + 1);
  return { db, add, merge };
};
const pairs = (db: Database) => findDuplicatePairs(db).map(({ ids }) => ids);

describe('the whole base', () => {
  it('shows pairs by page with what is known of each, counted by how sure they are', async () => {
    const { db, add } = shop();
    const [anna, again] = [
      add('Anna Kowalska', { phoneE164: '+48601234567', birthday: '1990-05-06' }),
      add('Kowalska Anna', { phoneE164: '+48601234567' }),
    ];
    add('Jan Nowak', { phoneE164: '+48602345678' });
    add('Zofia Nowak', { phoneE164: '+48602345678' });
    add('17', { externalId: '17' });
    const answers = new AnalyticsAnswers({ file: db.file, key: KEY });
    const page = shownPairPage(
      answers.answer('duplicatePairs', { offset: 0, limit: 1 }),
      await phoneBookOf(db),
    );
    expect(page).toEqual({
      total: 2,
      counts: { sure: 1, likely: 0, perhaps: 1 },
      pairs: [
        {
          one: {
            customerId: anna,
            name: 'Anna Kowalska',
            phone: '601 234 567',
            birthday: '1990-05-06',
            occasions: 0,
            lastVisitOn: null,
            isInTrash: false,
          },
          other: expect.objectContaining({ customerId: again, birthday: null }),
          reasons: ['phone', 'sameName'],
          doubts: [],
          certainty: 'sure',
        },
      ],
    });
    // What was compared is kept until somebody says that the records changed.
    keepApart(db, { customerId: again, otherCustomerId: anna }, NOW_MS);
    expect(answers.answer('duplicatePairs', { offset: 0, limit: 9 }).total).toBe(2);
    answers.changed();
    expect(answers.answer('duplicatePairs', { offset: 0, limit: 9 }).total).toBe(1);
  });

  it('leaves out who was merged, and shows them again when that is taken back', () => {
    const { db, add, merge } = shop();
    const [a, b, c] = ['+481', '+481', '+481'].map((phoneE164) => add('Ewa Lis', { phoneE164 }));
    expect(pairs(db)).toEqual([
      [a, b],
      [a, c],
      [b, c],
    ]);
    const { changeId } = merge(a!, b!);
    expect(pairs(db)).toEqual([[a, c]]);
    undoChange(db, changeId!, NOW_MS + 2);
    expect(pairs(db)).toEqual([
      [a, b],
      [a, c],
      [b, c],
    ]);
  });

  it('shows a pair again that was kept apart by mistake', () => {
    const { db, add } = shop();
    const [a, b, c] = ['+481', '+481', '+481'].map((phoneE164) => add('Ewa Lis', { phoneE164 }));
    const { changeId } = keepApart(db, { customerId: b!, otherCustomerId: a! }, NOW_MS);
    keepApart(db, { customerId: a!, otherCustomerId: c! }, NOW_MS);
    expect(keepApart(db, { customerId: a!, otherCustomerId: b! }, NOW_MS)).toEqual({ changeId: null });
    expect(pairs(db)).toEqual([[b, c]]);
    undoChange(db, changeId!, NOW_MS + 1);
    expect(pairs(db)).toEqual([
      [a, b],
      [b, c],
    ]);
  });

  it('leaves out a pair of which one is in the trash, and keeps one card of two trashed ones there', () => {
    const { db, add, merge } = shop();
    const [a, b] = [add('Ewa Lis', { email: 'E@x.pl' }), add('Ewa Lis', { email: 'e@X.pl' })];
    setInTrash(db, a, true, NOW_MS);
    expect(pairs(db)).toEqual([]);
    setInTrash(db, b, true, NOW_MS);
    expect(findDuplicatePairs(db)).toMatchObject([{ ids: [a, b], certainty: 'perhaps' }]);
    merge(a, b);
    expect(
      db.sqlite.prepare('SELECT count(*) AS n FROM customer WHERE archived_at_ms IS NULL').get(),
    ).toEqual({ n: 0 });
  });
});

describe('any base', () => {
  it('never pairs a card with itself, a merged one, or two that were kept apart', () => {
    const who = fc.nat({ max: 7 });
    const step = fc.tuple(fc.constantFrom('merge', 'undo', 'apart', 'trash'), who, who);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('Anna Lis', 'A. Lis', 'Jan Lis'), fc.constantFrom('+481', '+482')),
          {
            minLength: 8,
            maxLength: 8,
          },
        ),
        fc.array(step, { maxLength: 10 }),
        (cards, steps) => {
          const { db, add, merge } = shop();
          const ids = cards.map(([name, phoneE164]) => add(name, { phoneE164 }));
          const done: number[] = [];
          const apart = new Set<string>();
          for (const [what, x, y] of steps) {
            const [a, b] = [ids[x]!, ids[y]!];
            if (what === 'apart' && a !== b) {
              keepApart(db, { customerId: a, otherCustomerId: b }, NOW_MS);
              apart.add([Math.min(a, b), Math.max(a, b)].join());
            }
            if (what === 'trash' && !isMerged(db, a)) setInTrash(db, a, true, NOW_MS);
            if (what === 'merge' && a !== b && !isMerged(db, a) && !isMerged(db, b))
              done.push(merge(a, b).changeId!);
            if (what === 'undo' && done.length > 0) undoChange(db, done.pop()!, NOW_MS + 5);
            for (const [one, other] of pairs(db)) {
              expect(one).toBeLessThan(other);
              expect(isMerged(db, one) || isMerged(db, other)).toBe(false);
              expect(apart.has([one, other].join())).toBe(false);
            }
          }
        },
      ),
      { numRuns: runs(25) },
    );
  });

  it('refuses to keep a card apart from itself', () => {
    const { db, add } = shop();
    const a = add('Anna');
    expect(refusal(() => keepApart(db, { customerId: a, otherCustomerId: a }, NOW_MS)).code).toBe(
      'merge.notPossible',
    );
  });
});

const isMerged = (db: Database, id: number): boolean =>
  db.sqlite.prepare('SELECT 1 FROM customer WHERE id = ? AND merged_into_customer_id IS NOT NULL').get(id) !==
  undefined;
