/** The one row that says whose database this is. */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { shopTable } from '../schema/shop.ts';
import { preparedQuery, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export type Shop = Omit<typeof shopTable.$inferSelect, 'id' | 'uid'>;

/** Null in a database whose first start was never finished. */
export function findShop(db: Database): Shop | null {
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
