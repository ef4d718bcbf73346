/** Offerings, their categories, staff and sources: kept by the owner, archived rather than taken out of history. */
import type { Database } from '../../db/openDatabase.ts';
import {
  getOrCreateSourceTx,
  isSourceOnCards,
  listSources as listSourceRows,
  listUnlistedSources,
  readSource,
  renameSourceTx,
  setRecommendationTx,
  writeOnCardsTx,
} from '../../db/repositories/acquisition.ts';
import {
  type ArchivableTable,
  deleteUnlessReferencedTx,
  findByName,
  renameTx,
  setArchivedTx,
} from '../../db/repositories/archivable.ts';
import {
  getOrCreateCategoryTx,
  getOrCreateOfferingTx,
  getOrCreateStaffTx,
  listCategories as listCategoryRows,
  listOfferingsWithCategory,
  listStaff as listStaffRows,
  updateOfferingTx,
} from '../../db/repositories/catalogue.ts';
import { readShop } from '../../db/repositories/shop.ts';
import { inTransaction } from '../../db/transaction.ts';
import type {
  Listed,
  ListedOffering,
  ListedSource,
  OfferingChange,
  Removed,
} from '../../src-shared/contract/catalogueContract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { localeSchema, tradeSchema } from '../../src-shared/contract/values.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { USUAL_OFFERINGS } from '../trades/usualOfferings.ts';
import { removePersonTx } from './accessService.ts';
import { logOwnerChangeTx, present } from './ownerChange.ts';

type NamedTable = 'staff' | 'category' | 'offering' | 'customer_source';
const listed = ({
  id,
  name,
  archivedAtMs,
}: {
  id: number;
  name: string;
  archivedAtMs: number | null;
}): Listed => ({
  id,
  name,
  isArchived: archivedAtMs !== null,
});

export const listStaff = (db: Database) => ({ staff: listStaffRows(db).map(listed) });
export const listCategories = (db: Database) => ({ categories: listCategoryRows(db).map(listed) });

export const listSources = (db: Database): { sources: ListedSource[]; unlisted: string[] } => ({
  sources: listSourceRows(db).map((row) => ({ ...listed(row), isRecommendation: row.isRecommendation })),
  unlisted: listUnlistedSources(db),
});

export const listOfferings = (db: Database): { offerings: ListedOffering[] } => ({
  offerings: listOfferingsWithCategory(db).map((row) => ({
    offeringId: row.id,
    name: row.name,
    category: row.category,
    priceMinor: row.priceMinor,
    taxRateBasisPoints: row.taxRateBasisPoints,
    costMinor: row.costMinor,
    plannedIntervalDays: row.plannedIntervalDays,
    isArchived: row.archivedAtMs !== null,
  })),
});

/** Two names that fold to one could not be told apart by an import. Throws `catalogue.nameTaken`. */
const requireFree = (db: Database, table: NamedTable, name: string, exceptId: number | null): void => {
  const other = findByName(db, table, name);
  if (other !== null && other.id !== exceptId) throw new RevinoError('catalogue.nameTaken', { name });
};

const MAKERS = {
  staff: getOrCreateStaffTx,
  offering: getOrCreateOfferingTx,
} as const;

/** @throws RevinoError `catalogue.nameTaken` */
export const createNamed = (db: Database, table: 'staff' | 'offering', name: string, nowMs: number) =>
  inTransaction(db, () => {
    requireFree(db, table, name, null);
    const id = MAKERS[table](db, name, nowMs);
    logOwnerChangeTx(db, nowMs, 'create', table, id);
    return { id };
  });

/** @throws RevinoError `catalogue.nameTaken` */
export const createOffering = (db: Database, name: string, category: string | null, nowMs: number) =>
  inTransaction(db, () => {
    requireFree(db, 'offering', name, null);
    const categoryId = category === null ? null : getOrCreateCategoryTx(db, category, nowMs);
    const id = getOrCreateOfferingTx(db, name, nowMs, { categoryId });
    logOwnerChangeTx(db, nowMs, 'create', 'offering', id);
    return { id };
  });

/** @throws RevinoError `catalogue.nameTaken`, `catalogue.notFound` */
export const changeOffering = (db: Database, id: number, change: OfferingChange, nowMs: number): void =>
  inTransaction(db, () => {
    present(listOfferingsWithCategory(db).find((row) => row.id === id));
    const { name, category, ...details } = change;
    if (name !== undefined) {
      requireFree(db, 'offering', name, id);
      renameTx(db, 'offering', id, name);
    }
    const set = {
      ...withoutUndefined(details),
      ...(category === undefined
        ? {}
        : { categoryId: category === null ? null : getOrCreateCategoryTx(db, category, nowMs) }),
    };
    if (Object.keys(set).length > 0) updateOfferingTx(db, id, set);
    logOwnerChangeTx(db, nowMs, 'update', 'offering', id, Object.keys(change));
  });

const withoutUndefined = <T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** @throws RevinoError `catalogue.nameTaken`, `catalogue.notFound` */
export const renameNamed = (
  db: Database,
  table: 'staff' | 'category',
  id: number,
  name: string,
  nowMs: number,
): void =>
  inTransaction(db, () => {
    requireFree(db, table, name, id);
    if (!renameTx(db, table, id, name)) throw new RevinoError('catalogue.notFound');
    logOwnerChangeTx(db, nowMs, 'update', table, id, ['name']);
  });

/** Somebody of the staff can no longer sign in then. @throws RevinoError `catalogue.notFound`, `access.lastOwner` */
export const setArchived = (
  db: Database,
  table: ArchivableTable,
  id: number,
  isArchived: boolean,
  nowMs: number,
): void =>
  inTransaction(db, () => {
    if (table === 'staff' && isArchived) removePersonTx(db, id, nowMs);
    if (!setArchivedTx(db, table, id, isArchived ? nowMs : null)) throw new RevinoError('catalogue.notFound');
    logOwnerChangeTx(db, nowMs, isArchived ? 'archive' : 'unarchive', table, id);
  });

/** Deleted where nothing refers to it, archived where something does. Removing what is gone does no harm. */
export const removeOrArchive = (db: Database, table: ArchivableTable, id: number, nowMs: number): Removed =>
  inTransaction(db, () => {
    if (table === 'staff') removePersonTx(db, id, nowMs);
    const isDeleted = !isWrittenOnCards(db, table, id) && deleteUnlessReferencedTx(db, table, id);
    if (!isDeleted) setArchivedTx(db, table, id, nowMs);
    logOwnerChangeTx(db, nowMs, isDeleted ? 'delete' : 'archive', table, id);
    return { outcome: isDeleted ? 'deleted' : 'archived' };
  });

/** Cards hold the name of their source, which no foreign key knows. */
const isWrittenOnCards = (db: Database, table: ArchivableTable, id: number): boolean => {
  if (table !== 'customer_source') return false;
  const source = readSource(db, id);
  return source !== null && isSourceOnCards(db, source.name);
};

/** Cards that already carry this name, in whatever spelling the list now gives it, follow. */
export const createSource = (db: Database, name: string, isRecommendation: boolean, nowMs: number) =>
  inTransaction(db, () => {
    requireFree(db, 'customer_source', name, null);
    const { id } = getOrCreateSourceTx(db, name, nowMs, isRecommendation);
    for (const spelling of listUnlistedSources(db)) {
      if (fold(spelling) === fold(name)) writeOnCardsTx(db, spelling, name);
    }
    logOwnerChangeTx(db, nowMs, 'create', 'customer_source', id);
    return { id };
  });

/** @throws RevinoError `catalogue.nameTaken`, `catalogue.notFound` */
export const renameSource = (db: Database, id: number, name: string, nowMs: number): { cards: number } =>
  inTransaction(db, () => {
    const source = present(readSource(db, id));
    requireFree(db, 'customer_source', name, id);
    const cards = renameSourceTx(db, source, name);
    logOwnerChangeTx(db, nowMs, 'update', 'customer_source', id, ['name']);
    return { cards };
  });

/** @throws RevinoError `catalogue.notFound` */
export const setRecommendation = (db: Database, id: number, isRecommendation: boolean, nowMs: number): void =>
  inTransaction(db, () => {
    if (!setRecommendationTx(db, id, isRecommendation)) throw new RevinoError('catalogue.notFound');
    logOwnerChangeTx(db, nowMs, 'update', 'customer_source', id, ['isRecommendation']);
  });

/** What shops of the trade usually offer, in the shop's language, less what this one has. */
export const usualOfferings = (db: Database) => {
  const shop = readShop(db);
  const trade = tradeSchema.nullable().parse(shop.trade);
  if (trade === null) return { offerings: [] };
  const locale = localeSchema.parse(shop.locale);
  const known = new Set(listOfferingsWithCategory(db).map(({ foldedName }) => foldedName));
  return {
    offerings: USUAL_OFFERINGS[trade]
      .map(({ name, category, plannedIntervalDays }) => ({
        name: name[locale],
        category: category[locale],
        plannedIntervalDays: plannedIntervalDays ?? null,
      }))
      .filter(({ name }) => !known.has(fold(name))),
  };
};

/** Names that are not among the usual ones, or are there already, are passed over. */
export const addUsualOfferings = (db: Database, names: readonly string[], nowMs: number) =>
  inTransaction(db, () => {
    const chosen = usualOfferings(db).offerings.filter(({ name }) => names.includes(name));
    for (const { name, category, plannedIntervalDays } of chosen) {
      const categoryId = getOrCreateCategoryTx(db, category, nowMs);
      const id = getOrCreateOfferingTx(db, name, nowMs, { categoryId, plannedIntervalDays });
      logOwnerChangeTx(db, nowMs, 'create', 'offering', id);
    }
    return { added: chosen.length };
  });
