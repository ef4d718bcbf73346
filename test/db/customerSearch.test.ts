import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import {
  countCustomers,
  findByExternalId,
  insertCustomerTx,
  updateCustomerTx,
} from '../../db/repositories/customer.ts';
import { searchCustomers } from '../../db/repositories/customerSearch.ts';
import { recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { foldedWords } from '../../src-shared/domain/fold.ts';
import { runs } from '../runs.ts';
import { NOW_MS, openShop, refusal } from './support/databases.ts';

const DAY = '2026-03-14';
const AT = { occurredAtMs: NOW_MS, createdAtMs: NOW_MS } as const;

describe('finding a customer', () => {
  function people(): Database {
    const db = openShop();
    inTransaction(db, () => {
      const add = (displayName: string, rest: object = {}) =>
        insertCustomerTx(db, { displayName, createdAtMs: NOW_MS, ...rest });
      add('Łukasz Żółć', { phoneE164: '+48601234567', externalId: 'K-17' });
      add('Anna Maria Łukasiewicz', { phoneE164: '+48609999999' });
      const stefan = add('Ştefan Ţepeş', { phoneE164: '+40722123456', externalId: 'k-2' });
      add('Stefania Nowak', { archivedAtMs: NOW_MS });
      add('00042', { externalId: '00042' });
      recordVisitTx(db, { ...AT, customerId: stefan, businessDate: DAY, source: 'desk' }, []);
    });
    return db;
  }
  const found = (db: Database, text: string, limit = 10) =>
    searchCustomers(db, text, limit).map(({ displayName }) => displayName);

  it.each([
    ['lukasz', ['Łukasz Żółć']],
    ['łuk', ['Anna Maria Łukasiewicz', 'Łukasz Żółć']],
    ['zolc LUK', ['Łukasz Żółć']],
    ['maria ann', ['Anna Maria Łukasiewicz']],
    ['Ștefan Țepeș', ['Ştefan Ţepeş']],
    ['stef', ['Ştefan Ţepeş']],
    ['601 234', ['Łukasz Żółć']],
    ['+48 60', ['Anna Maria Łukasiewicz', 'Łukasz Żółć']],
    ['0722-123-456', ['Ştefan Ţepeş']],
    ['0040 722 123 456', ['Ştefan Ţepeş']],
    ['k-', ['Ştefan Ţepeş', 'Łukasz Żółć']],
    ['0004', ['00042']],
    ['ukasz', ['Łukasz Żółć']],
    ['ukasiew', ['Anna Maria Łukasiewicz']],
    ['asz', []],
    ['  ', []],
    ['%', []],
    ["'; DROP TABLE customer; --", []],
  ])('%s', (text, names) => {
    expect(found(people(), text)).toEqual(names);
  });

  it('shows whom it saw last first, with occasions, up to the limit', () => {
    const db = people();
    expect(searchCustomers(db, 'stefan', 1)).toMatchObject([
      { occasions: 1, lastDate: DAY, phoneE164: '+40722123456' },
    ]);
    expect(found(db, 'a', 1)).toHaveLength(1);
  });

  it('by a changed name, and no longer by the old one', () => {
    const db = people();
    const { id } = findByExternalId(db, 'K-17')!;
    inTransaction(db, () => updateCustomerTx(db, id, { displayName: 'Łucjan Bąk' }));
    expect(found(db, 'bak')).toEqual(['Łucjan Bąk']);
    expect(found(db, 'zolc')).toEqual([]);
    expect(findByExternalId(db, 'k-17')).toBeNull();
    expect(refusal(() => inTransaction(db, () => updateCustomerTx(db, 999, {}))).code).toBe(
      'customer.notFound',
    );
    expect(countCustomers(db)).toBe(4);
  });

  it('every stored name is found by each of its words, whatever it is', () => {
    const db = openShop();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
        let id = 0;
        inTransaction(db, () => {
          id = insertCustomerTx(db, { displayName: name, createdAtMs: NOW_MS });
        });
        const words = foldedWords(name);
        if (words.length === 0) return;
        for (const typed of [name, name.normalize('NFD'), ...words, words.toReversed().join(' ')]) {
          expect(
            searchCustomers(db, typed, 100_000).map((hit) => hit.id),
            typed,
          ).toContain(id);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
