/** The one row that says whose database this is. */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { shopTable } from '../schema/shop.ts';
import { prepared, preparedQuery, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export type Shop = Omit<typeof shopTable.$inferSelect, 'id' | 'uid'>;

/** Null in a database whose first start was never finished. */
function findShop(db: Database): Shop | null {
  return preparedQuery(db, 'shop', () => db.orm.select().from(shopTable).prepare()).get() ?? null;
}

/** @throws RevinoError `shop.none` */
export function readShop(db: Database): Shop {
  const shop = findShop(db);
  if (shop === null) throw new RevinoError('shop.none', { file: db.file });
  return shop;
}

/** @throws RevinoError `shop.exists` */
export function insertShopTx(db: Database, shop: Shop): void {
  requireTransaction(db);
  if (findShop(db) !== null) throw new RevinoError('shop.exists', { file: db.file });
  db.orm
    .insert(shopTable)
    .values({ ...shop, id: 1, uid: newUid(shop.createdAtMs) })
    .run();
}

/** @throws RevinoError `shop.none` */
export function updateShopTx(db: Database, change: Partial<Omit<Shop, 'createdAtMs'>>): void {
  requireTransaction(db);
  readShop(db);
  if (Object.keys(change).length > 0) db.orm.update(shopTable).set(change).run();
}

/** What holds amounts in the shop's currency, or null: then the currency may still be another. */
export function findAmounts(db: Database): 'visits' | 'prices' | 'spend' | null {
  const has = (sql: string) => prepared(db, `SELECT 1 FROM ${sql} LIMIT 1`).get() !== undefined;
  if (has('visit_line')) return 'visits';
  if (has('offering WHERE price_minor IS NOT NULL OR cost_minor IS NOT NULL')) return 'prices';
  return has('acquisition_spend') ? 'spend' : null;
}

/** Whether anybody has worked in a demo shop: visits or people that the demo did not bring. */
export function hasOwnRecords(db: Database): boolean {
  return (
    prepared(db, "SELECT 1 FROM visit WHERE source <> 'demo' LIMIT 1").get() !== undefined ||
    prepared(
      db,
      'SELECT 1 FROM customer WHERE NOT EXISTS (SELECT 1 FROM visit WHERE customer_id = customer.id) LIMIT 1',
    ).get() !== undefined
  );
}
