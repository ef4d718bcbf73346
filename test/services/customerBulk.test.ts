/** Many customers at once, on a real database: exactly the selected ones, logged on each, and taken back exactly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { getOrCreateTagTx, writeCardTx } from '../../db/repositories/customerDetail.ts';
import { searchCustomers } from '../../db/repositories/customerSearch.ts';
import { findTag } from '../../db/repositories/tag.ts';
import { inTransaction } from '../../db/transaction.ts';
import { bulkTag, bulkTrash, removeTag, renameTag } from '../../src-main/services/customerBulkService.ts';
import { setInTrash } from '../../src-main/services/customerService.ts';
import {
  keepColumns,
  listColumns,
  removeFilter,
  renameFilter,
  savedFilters,
  saveFilter,
} from '../../src-main/services/savedFilterService.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { customerListSchema } from '../../src-shared/contract/customerContract.ts';
import type { Selection } from '../../src-shared/contract/customerListContract.ts';
import { KEY, NOW_MS, openShop, refusal } from '../db/support/databases.ts';
import { runs } from '../runs.ts';

const NAMES = ['Ewa Lis', 'Jan Nowak', 'Żaneta Vip', 'Adam Mały', 'Zofia Stała'];
const list = (part: object = {}) => customerListSchema.parse(part);
const some = (...customerIds: number[]): Selection => ({ kind: 'some', customerIds });
const all = (part: object = {}, except: number[] = []): Selection => ({
  kind: 'all',
  list: list(part),
  except,
});

function shopWith(names: readonly string[]): { db: Database; ids: number[] } {
  const db = openShop();
  const ids = inTransaction(db, () =>
    names.map((displayName) => insertCustomerTx(db, { displayName, createdAtMs: NOW_MS })),
  );
  return { db, ids };
}

/** Everything that a bulk change touches, and an undo must bring back. */
const stateOf = (db: Database) => ({
  tags: db.sqlite
    .prepare(
      'SELECT customer_id, name FROM customer_tag JOIN tag ON tag.id = tag_id ORDER BY customer_id, folded_name',
    )
    .all(),
  tokens: db.sqlite.prepare('SELECT token, customer_id FROM customer_token ORDER BY 1, 2').all(),
  trash: db.sqlite.prepare('SELECT id, archived_at_ms FROM customer ORDER BY id').all(),
});

const found = (db: Database, text: string) =>
  searchCustomers(db, text, 50)
    .map(({ id }) => id)
    .sort((a, b) => a - b);

describe('a tag on many', () => {
  it('is put on exactly those who had it not, found by it, and taken off exactly those again', () => {
    const { db, ids } = shopWith(NAMES);
    const first = bulkTag(
      db,
      { selection: some(ids[0]!), name: 'Stała klientka', isAdded: true },
      null,
      NOW_MS,
    );
    expect(first.customers).toBe(1);
    const before = stateOf(db);
    const { changeId, customers } = bulkTag(
      db,
      { selection: all({}, [ids[3]!]), name: 'stala KLIENTKA', isAdded: true },
      null,
      NOW_MS + 1,
    );
    expect(customers, 'one had it already, one was left out').toBe(3);
    expect(found(db, 'klientka')).toEqual([ids[0], ids[1], ids[2], ids[4]]);
    expect(
      db.sqlite.prepare("SELECT count(*) FROM change_log WHERE subject = 'customer'").pluck().get(),
      'on each card',
    ).toBe(4);
    undoChange(db, changeId!, NOW_MS + 2);
    expect(stateOf(db)).toEqual(before);
    undoChange(db, changeId!, NOW_MS + 3);
    expect(stateOf(db), 'once is enough').toEqual(before);
  });

  it('removed, leaves the words that a card has from elsewhere', () => {
    const { db, ids } = shopWith(NAMES);
    bulkTag(db, { selection: all(), name: 'VIP', isAdded: true }, null, NOW_MS);
    const before = stateOf(db);
    const { changeId, customers } = bulkTag(
      db,
      { selection: all(), name: 'vip', isAdded: false },
      null,
      NOW_MS + 1,
    );
    expect(customers).toBe(5);
    expect(found(db, 'vip'), 'her name').toEqual([ids[2]]);
    undoChange(db, changeId!, NOW_MS + 2);
    expect(stateOf(db)).toEqual(before);
  });

  it('that nobody knows is not removed, and nothing is logged where nothing changed', () => {
    const { db, ids } = shopWith(NAMES);
    const nothing = { changeId: null, customers: 0 };
    expect(bulkTag(db, { selection: all(), name: 'nic', isAdded: false }, null, NOW_MS)).toEqual(nothing);
    expect(bulkTag(db, { selection: some(), name: 'nic', isAdded: true }, null, NOW_MS)).toEqual(nothing);
    bulkTag(db, { selection: some(ids[0]!), name: 'A', isAdded: true }, null, NOW_MS);
    expect(bulkTag(db, { selection: some(ids[0]!), name: 'a', isAdded: true }, null, NOW_MS)).toEqual(
      nothing,
    );
  });
});

describe('the trash', () => {
  it('takes many at once and gives back each as it was', () => {
    const { db, ids } = shopWith(NAMES);
    setInTrash(db, ids[1]!, true, NOW_MS);
    const before = stateOf(db);
    const { changeId, customers } = bulkTrash(
      db,
      { selection: some(...ids), isInTrash: true },
      null,
      NOW_MS + 5,
    );
    expect(customers, 'one was there already').toBe(4);
    expect(found(db, 'ewa')).toEqual([]);
    undoChange(db, changeId!, NOW_MS + 6);
    expect(stateOf(db)).toEqual(before);
    const back = bulkTrash(db, { selection: all({ inTrash: true }), isInTrash: false }, null, NOW_MS + 7);
    expect(back.customers).toBe(1);
    undoChange(db, back.changeId!, NOW_MS + 8);
    expect(stateOf(db)).toEqual(before);
  });
});

describe('a tag itself', () => {
  it('is renamed on all cards, and back', () => {
    const { db, ids } = shopWith(NAMES);
    bulkTag(db, { selection: some(ids[0]!, ids[1]!), name: 'bywalcy', isAdded: true }, null, NOW_MS);
    const before = stateOf(db);
    const { id } = findTag(db, 'bywalcy')!;
    const { changeId, customers } = renameTag(db, { tagId: id, name: 'Wierni', mayMerge: false }, NOW_MS + 1);
    expect(customers).toBe(2);
    expect(found(db, 'wierni')).toEqual([ids[0], ids[1]]);
    expect(found(db, 'bywalcy')).toEqual([]);
    undoChange(db, changeId!, NOW_MS + 2);
    expect(stateOf(db)).toEqual(before);
  });

  it('that was removed twice over, from its cards and then itself, comes back once', () => {
    const { db, ids } = shopWith(NAMES);
    bulkTag(db, { selection: some(ids[0]!), name: 'VIP', isAdded: true }, null, NOW_MS);
    const before = stateOf(db);
    const fromCards = bulkTag(db, { selection: some(ids[0]!), name: 'VIP', isAdded: false }, null, NOW_MS);
    const itself = removeTag(db, { tagId: findTag(db, 'VIP')!.id }, NOW_MS);
    undoChange(db, fromCards.changeId!, NOW_MS);
    undoChange(db, itself.changeId!, NOW_MS);
    expect(stateOf(db)).toEqual(before);
  });

  it('becomes another one only where that was meant, and comes apart again', () => {
    const { db, ids } = shopWith(NAMES);
    bulkTag(db, { selection: some(ids[0]!, ids[1]!), name: 'VIP', isAdded: true }, null, NOW_MS);
    bulkTag(db, { selection: some(ids[1]!, ids[2]!), name: 'Ważni', isAdded: true }, null, NOW_MS);
    const before = stateOf(db);
    const { id } = findTag(db, 'vip')!;
    expect(refusal(() => renameTag(db, { tagId: id, name: 'wazni', mayMerge: false }, NOW_MS)).code).toBe(
      'catalogue.nameTaken',
    );
    const { changeId } = renameTag(db, { tagId: id, name: 'wazni', mayMerge: true }, NOW_MS + 1);
    expect(found(db, 'ważni')).toEqual([ids[0], ids[1], ids[2]]);
    expect(findTag(db, 'VIP')).toBeNull();
    undoChange(db, changeId!, NOW_MS + 2);
    expect(stateOf(db)).toEqual(before);
  });

  it('is removed from all cards, and put back', () => {
    const { db, ids } = shopWith(NAMES);
    bulkTag(db, { selection: all(), name: 'dawni', isAdded: true }, null, NOW_MS);
    const before = stateOf(db);
    const { id } = findTag(db, 'dawni')!;
    const { changeId, customers } = removeTag(db, { tagId: id }, NOW_MS + 1);
    expect(customers).toBe(ids.length);
    expect(found(db, 'dawni')).toEqual([]);
    // Its number may be another tag's by now.
    inTransaction(db, () => getOrCreateTagTx(db, 'nowi', NOW_MS));
    undoChange(db, changeId!, NOW_MS + 2);
    expect(stateOf(db)).toEqual(before);
  });
});

describe('any run of bulk changes', () => {
  it('taken back from the last to the first, leaves everything as it was, and the words always fit the cards', () => {
    const tag = fc.constantFrom('VIP', 'bywalcy', 'ewa', 'mały krąg', 'żaneta');
    const who = fc.subarray([0, 1, 2, 3, 4]);
    const step = fc.oneof(
      fc.record({ what: fc.constant('tag' as const), tag, who, isAdded: fc.boolean() }),
      fc.record({ what: fc.constant('trash' as const), who, isInTrash: fc.boolean() }),
      fc.record({ what: fc.constant('rename' as const), tag, to: tag }),
      fc.record({ what: fc.constant('remove' as const), tag }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const { db, ids } = shopWith(NAMES);
        const states = [stateOf(db)];
        const changes: number[] = [];
        let at = NOW_MS;
        for (const one of steps) {
          at++;
          const known = 'tag' in one ? findTag(db, one.tag) : null;
          const { changeId } =
            one.what === 'tag'
              ? bulkTag(
                  db,
                  { selection: some(...one.who.map((n) => ids[n]!)), name: one.tag, isAdded: one.isAdded },
                  null,
                  at,
                )
              : one.what === 'trash'
                ? bulkTrash(
                    db,
                    { selection: some(...one.who.map((n) => ids[n]!)), isInTrash: one.isInTrash },
                    null,
                    at,
                  )
                : known === null
                  ? { changeId: null }
                  : one.what === 'rename'
                    ? renameTag(db, { tagId: known.id, name: one.to, mayMerge: true }, at)
                    : removeTag(db, { tagId: known.id }, at);
          if (changeId === null) continue;
          changes.push(changeId);
          states.push(stateOf(db));
          const { tokens } = stateOf(db);
          // The words a card is read again into are the words it has.
          inTransaction(db, () => {
            for (const id of ids) writeCardTx(db, id, {});
          });
          expect(stateOf(db).tokens).toEqual(tokens);
        }
        for (const changeId of changes.toReversed()) {
          states.pop();
          undoChange(db, changeId, ++at);
          expect(stateOf(db)).toEqual(states.at(-1));
        }
        const { file } = db;
        expect(checkDatabase({ file, key: KEY }).problems).toEqual([]);
        db.close();
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('kept filters and columns', () => {
  it('are saved, replaced under the same name, renamed and removed', () => {
    const { db } = shopWith(['Ewa']);
    const names = () => savedFilters(db, { subject: 'customers' }).filters.map(({ name }) => name);
    const { filterId } = saveFilter(db, { name: 'Maj', list: list({ birthdayMonth: 5 }) }, NOW_MS);
    const other = saveFilter(db, { name: 'Ważni', list: list({ text: 'vip' }) }, NOW_MS);
    expect(saveFilter(db, { name: 'maj', list: list({ birthdayMonth: 6 }) }, NOW_MS)).toEqual({
      filterId,
      isReplaced: true,
    });
    expect(savedFilters(db, { subject: 'customers' }).filters[0]).toMatchObject({
      name: 'maj',
      list: { birthdayMonth: 6 },
    });
    expect(refusal(() => renameFilter(db, { filterId, name: 'WAŻNI' })).code).toBe('catalogue.nameTaken');
    renameFilter(db, { filterId, name: 'Czerwiec' });
    expect(names()).toEqual(['Czerwiec', 'Ważni']);
    removeFilter(db, { filterId: other.filterId });
    expect(names()).toEqual(['Czerwiec']);
    expect(refusal(() => renameFilter(db, { filterId: 999, name: 'X' })).code).toBe('catalogue.notFound');
  });

  it('stand in one order, whatever order they were chosen in', () => {
    const { db } = shopWith(['Ewa']);
    expect(listColumns(db).columns).toContain('phone');
    keepColumns(db, { columns: ['source', 'email', 'phone'] });
    expect(listColumns(db).columns).toEqual(['phone', 'email', 'source']);
    keepColumns(db, { columns: [] });
    expect(listColumns(db).columns).toEqual([]);
  });
});
