/** What tells one database of a shop from another at a glance: whose it is, how much is in it, how far it reaches. */
import type { Database } from '../../db/openDatabase.ts';
import { shopIdOf } from '../../db/uid.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';

export interface ShopIdentity {
  readonly shopId: string;
  readonly name: string;
  readonly timeZone: string;
}

export interface ShopCard extends ShopIdentity {
  readonly customers: number;
  readonly visits: number;
  /** Day of the newest visit; null without any. */
  readonly newestVisitOn: string | null;
}

/** Reads only what every schema since the first one has. @throws RevinoError `shop.none` */
export const readShopIdentity = (db: Database): ShopIdentity => {
  const one = (sql: string): unknown => db.sqlite.prepare(sql).pluck().get();
  const uid = one('SELECT uid FROM shop');
  if (!(uid instanceof Uint8Array)) throw new RevinoError('shop.none', { file: db.file });
  return {
    shopId: shopIdOf(uid),
    name: one('SELECT name FROM shop') as string,
    timeZone: one('SELECT time_zone FROM shop') as string,
  };
};

/** The counting reads an index of every visit. @throws RevinoError `shop.none` */
export const readShopCard = (db: Database): ShopCard => {
  const one = (sql: string): unknown => db.sqlite.prepare(sql).pluck().get();
  return {
    ...readShopIdentity(db),
    customers: one('SELECT count(*) FROM customer') as number,
    visits: one('SELECT count(*) FROM visit') as number,
    newestVisitOn: (one('SELECT max(business_date) FROM visit') as string | null) ?? null,
  };
};

/** When the shop was set up. @throws RevinoError `shop.none` */
export const shopMadeAtMs = (db: Database): number => {
  const madeAtMs = db.sqlite.prepare('SELECT created_at_ms FROM shop').pluck().get();
  if (typeof madeAtMs !== 'number') throw new RevinoError('shop.none', { file: db.file });
  return madeAtMs;
};
