/** The shop's own particulars: made once at the first start, changed in the settings. */
import type { Database } from '../../db/openDatabase.ts';
import { insertShopTx, readShop as readShopRow, updateShopTx } from '../../db/repositories/shop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { type Shop, shopSchema } from '../../src-shared/contract/shopContract.ts';
import { isTimeZone } from '../../src-shared/domain/businessDate.ts';

export type NewShop = Pick<
  Shop,
  'name' | 'trade' | 'currency' | 'timeZone' | 'locale' | 'isHistoryComplete'
> & { readonly isDemo?: boolean };

/** @throws RevinoError `shop.exists`, `shop.invalidTimeZone`, `shop.invalidCurrency` */
export function createShop(db: Database, shop: NewShop, nowMs: number): void {
  if (!isTimeZone(shop.timeZone)) throw new RevinoError('shop.invalidTimeZone', { timeZone: shop.timeZone });
  if (!isCurrency(shop.currency)) throw new RevinoError('shop.invalidCurrency', { currency: shop.currency });
  inTransaction(db, () =>
    insertShopTx(db, {
      name: shop.name,
      trade: shop.trade,
      currency: shop.currency,
      timeZone: shop.timeZone,
      locale: shop.locale,
      isHistoryComplete: shop.isHistoryComplete,
      historyStartsOn: null,
      isDemo: shop.isDemo ?? false,
      createdAtMs: nowMs,
    }),
  );
}

/** @throws RevinoError `shop.none` */
export function readShop(db: Database): Shop {
  const row = readShopRow(db);
  return shopSchema.parse({
    name: row.name,
    trade: row.trade,
    currency: row.currency,
    timeZone: row.timeZone,
    locale: row.locale,
    isHistoryComplete: row.isHistoryComplete,
    historyStartsOn: row.historyStartsOn,
    isDemo: row.isDemo,
  });
}

/** @throws RevinoError `shop.none` */
export function changeShop(db: Database, change: Partial<Pick<Shop, 'locale' | 'isHistoryComplete'>>): void {
  inTransaction(db, () => updateShopTx(db, change));
}

/** Only a currency in use: a misspelt one would be printed on every page from then on. */
function isCurrency(currency: string): boolean {
  return Intl.supportedValuesOf('currency').includes(currency);
}
