/**
 * What is done with many customers at once: in one transaction, logged once for taking it back and once on each card.
 * A hundred thousand cards are a matter of seconds, so there is no job to wait for.
 */
import type { Database } from '../../db/openDatabase.ts';
import { logChangeTx, logManyTx } from '../../db/repositories/changeLog.ts';
import { getOrCreateTagTx } from '../../db/repositories/customerDetail.ts';
import { orderedCustomerIds, setArchivedAtTx } from '../../db/repositories/customerList.ts';
import {
  addTagTx,
  type BulkBefore,
  customersWithTag,
  deleteTagTx,
  findTag,
  readTag,
  removeTagTx,
  renameTagTx,
  type TagBefore,
} from '../../db/repositories/tag.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { Selection } from '../../src-shared/contract/customerListContract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Bulk = OutputOf<AppContract['customer.bulkTag']>;

const NOTHING: Bulk = { changeId: null, customers: 0 };

export const selectedIds = (db: Database, selection: Selection, callingCode: string | null): number[] => {
  if (selection.kind === 'some') return [...new Set(selection.customerIds)];
  const { order, isDescending, ...filter } = selection.list;
  const except = new Set(selection.except);
  return orderedCustomerIds(db, filter, order, isDescending, callingCode).filter((id) => !except.has(id));
};

/** Of each card, so that its history shows it; taken back by the one change of them all. */
const logBulkTx = (
  db: Database,
  {
    ids,
    before,
    action,
    field,
    nowMs,
  }: {
    ids: readonly number[];
    before: BulkBefore;
    action: 'update' | 'archive' | 'unarchive';
    field: string;
    nowMs: number;
  },
): Bulk => {
  logManyTx(db, ids, { atMs: nowMs, action, subject: 'customer', fields: [field] });
  const changeId = logChangeTx(db, {
    atMs: nowMs,
    action,
    subject: 'customer_bulk',
    recordId: ids[0]!,
    fields: [field],
    before,
  });
  return { changeId, customers: ids.length };
};

/** A tag that nobody knows is made by adding it; removing it from those who have it leaves the tag. */
export const bulkTag = (
  db: Database,
  { selection, name, isAdded }: Input<'customer.bulkTag'>,
  callingCode: string | null,
  nowMs: number,
): Bulk =>
  inTransaction(db, () => {
    const wanted = selectedIds(db, selection, callingCode);
    const known = findTag(db, name);
    if (wanted.length === 0 || (known === null && !isAdded)) return NOTHING;
    const tagId = known?.id ?? getOrCreateTagTx(db, name, nowMs);
    const ids = isAdded ? addTagTx(db, tagId, wanted) : removeTagTx(db, tagId, wanted);
    if (ids.length === 0) {
      if (known === null) deleteTagTx(db, tagId);
      return NOTHING;
    }
    const before: BulkBefore = { tag: readTag(db, tagId), isAdded, isNew: known === null, customerIds: ids };
    return logBulkTx(db, { ids, before, action: 'update', field: 'tagIds', nowMs });
  });

export const bulkTrash = (
  db: Database,
  { selection, isInTrash }: Input<'customer.bulkTrash'>,
  callingCode: string | null,
  nowMs: number,
): Bulk =>
  inTransaction(db, () => {
    const wanted = selectedIds(db, selection, callingCode);
    const archived = setArchivedAtTx(db, wanted, isInTrash ? nowMs : null);
    if (archived.length === 0) return NOTHING;
    return logBulkTx(db, {
      ids: archived.map(([id]) => id),
      before: { archived },
      action: isInTrash ? 'archive' : 'unarchive',
      field: 'archivedAtMs',
      nowMs,
    });
  });

const logTagTx = (db: Database, before: TagBefore, action: 'update' | 'delete', nowMs: number): number =>
  logChangeTx(db, { atMs: nowMs, action, subject: 'tag', recordId: before.tag.id, fields: [], before });

/** @throws RevinoError `catalogue.notFound`; `catalogue.nameTaken` where another is called so and they may not be merged */
export const renameTag = (
  db: Database,
  { tagId, name, mayMerge }: Input<'tag.rename'>,
  nowMs: number,
): Bulk =>
  inTransaction(db, () => {
    const tag = readTag(db, tagId);
    const customerIds = customersWithTag(db, tagId);
    const other = findTag(db, name);
    if (other === null || other.id === tagId) {
      if (tag.name === name.trim()) return NOTHING;
      renameTagTx(db, tagId, name);
      const changeId = logTagTx(db, { tag, customerIds: null, merged: null }, 'update', nowMs);
      return { changeId, customers: customerIds.length };
    }
    if (!mayMerge) throw new RevinoError('catalogue.nameTaken', { name: other.name });
    removeTagTx(db, tagId, customerIds);
    const got = addTagTx(db, other.id, customerIds);
    deleteTagTx(db, tagId);
    logManyTx(db, customerIds, { atMs: nowMs, action: 'update', subject: 'customer', fields: ['tagIds'] });
    const merged = { tagId: other.id, customerIds: got };
    return {
      changeId: logTagTx(db, { tag, customerIds, merged }, 'delete', nowMs),
      customers: customerIds.length,
    };
  });

/** @throws RevinoError `catalogue.notFound` */
export const removeTag = (db: Database, { tagId }: Input<'tag.remove'>, nowMs: number): Bulk =>
  inTransaction(db, () => {
    const tag = readTag(db, tagId);
    const customerIds = removeTagTx(db, tagId, customersWithTag(db, tagId));
    deleteTagTx(db, tagId);
    logManyTx(db, customerIds, { atMs: nowMs, action: 'update', subject: 'customer', fields: ['tagIds'] });
    return {
      changeId: logTagTx(db, { tag, customerIds, merged: null }, 'delete', nowMs),
      customers: customerIds.length,
    };
  });
