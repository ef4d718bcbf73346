/**
 * Staff, categories and offerings. Imports name them in their own spelling; a name that folds to a known one is
 * the known one, archived or not, and its stored spelling stays.
 */
import { asc, eq, getTableColumns } from 'drizzle-orm';
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { categoryTable, offeringTable, staffTable } from '../schema/catalogue.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export type Staff = typeof staffTable.$inferSelect;
export type Category = typeof categoryTable.$inferSelect;
export type Offering = typeof offeringTable.$inferSelect;
export type OfferingDetails = Partial<
  Pick<Offering, 'categoryId' | 'priceMinor' | 'taxRateBasisPoints' | 'costMinor' | 'plannedIntervalDays'>
>;
export type ListedOffering = Offering & { readonly category: string | null };

export function listStaff(db: Database): Staff[] {
  return db.orm.select().from(staffTable).orderBy(asc(staffTable.foldedName)).all();
}

export function listCategories(db: Database): Category[] {
  return db.orm.select().from(categoryTable).orderBy(asc(categoryTable.foldedName)).all();
}

export function listOfferings(db: Database): Offering[] {
  return db.orm.select().from(offeringTable).orderBy(asc(offeringTable.foldedName)).all();
}

/** With the name of the category, as people read it. */
export function listOfferingsWithCategory(db: Database): ListedOffering[] {
  return db.orm
    .select({ ...getTableColumns(offeringTable), category: categoryTable.name })
    .from(offeringTable)
    .leftJoin(categoryTable, eq(offeringTable.categoryId, categoryTable.id))
    .orderBy(asc(offeringTable.foldedName))
    .all();
}

function getOrCreateTx(db: Database, table: 'staff' | 'category' | 'offering', name: string, nowMs: number) {
  requireTransaction(db);
  const foldedName = fold(name);
  if (foldedName === '') throw new Error(`An empty name is no ${table}.`);
  const found = prepared(db, `SELECT id FROM ${table} WHERE folded_name = ?`).get(foldedName) as
    | { id: number }
    | undefined;
  if (found !== undefined) return { id: found.id, isNew: false };
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO ${table} (uid, name, folded_name, created_at_ms) VALUES (?, ?, ?, ?)`,
  ).run(newUid(nowMs), name.trim(), foldedName, nowMs);
  return { id: Number(lastInsertRowid), isNew: true };
}

/** @returns the id */
export function getOrCreateStaffTx(db: Database, name: string, nowMs: number): number {
  return getOrCreateTx(db, 'staff', name, nowMs).id;
}

/** @returns the id */
export function getOrCreateCategoryTx(db: Database, name: string, nowMs: number): number {
  return getOrCreateTx(db, 'category', name, nowMs).id;
}

/**
 * @param details used only when the offering is made now
 * @returns the id
 */
export function getOrCreateOfferingTx(
  db: Database,
  name: string,
  nowMs: number,
  details: OfferingDetails = {},
): number {
  const { id, isNew } = getOrCreateTx(db, 'offering', name, nowMs);
  if (isNew && Object.keys(details).length > 0) updateOfferingTx(db, id, details);
  return id;
}

export function updateOfferingTx(db: Database, id: number, details: OfferingDetails): void {
  requireTransaction(db);
  db.orm.update(offeringTable).set(details).where(eq(offeringTable.id, id)).run();
}
