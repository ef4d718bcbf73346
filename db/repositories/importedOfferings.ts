/** Offerings as a price list makes and changes them. */
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';

export const OFFERING_COLUMNS = [
  'category_id',
  'price_minor',
  'tax_rate_basis_points',
  'cost_minor',
  'planned_interval_days',
] as const;
export type OfferingColumn = (typeof OFFERING_COLUMNS)[number];
export type OfferingValues = Readonly<Record<OfferingColumn, number | null>>;

export function readOfferingValues(db: Database, id: number): OfferingValues {
  return prepared(db, `SELECT ${OFFERING_COLUMNS.join(', ')} FROM offering WHERE id = ?`).get(
    id,
  ) as OfferingValues;
}

export function setOfferingValueTx(
  db: Database,
  id: number,
  column: OfferingColumn,
  value: number | null,
): void {
  requireTransaction(db);
  prepared(db, `UPDATE offering SET ${column} = ? WHERE id = ?`).run(value, id);
}

export function readCategoryName(db: Database, id: number): string {
  return (prepared(db, 'SELECT name FROM category WHERE id = ?').get(id) as { name: string }).name;
}
