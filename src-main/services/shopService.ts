/** The shop's own particulars: made once at the first start, changed in the settings. */
import { markKeyTx } from '../../db/forgotten.ts';
import type { Database } from '../../db/openDatabase.ts';
import {
  findAmounts,
  insertShopTx,
  readShop as readShopRow,
  updateShopTx,
} from '../../db/repositories/shop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { type Shop, type ShopChange, shopSchema } from '../../src-shared/contract/shopContract.ts';
import { isTimeZone } from '../../src-shared/domain/businessDate.ts';
import { logOwnerChangeTx } from './ownerChange.ts';
import { readCostToServe } from './settingsService.ts';

export type NewShop = Pick<
  Shop,
  'name' | 'trade' | 'currency' | 'timeZone' | 'locale' | 'isHistoryComplete'
> & { readonly isDemo?: boolean };

/** @throws RevinoError `shop.exists`, `shop.invalidTimeZone`, `shop.invalidCurrency` */
export function createShop(db: Database, shop: NewShop, nowMs: number): void {
  if (!isTimeZone(shop.timeZone)) throw new RevinoError('shop.invalidTimeZone', { timeZone: shop.timeZone });
  if (!isCurrency(shop.currency)) throw new RevinoError('shop.invalidCurrency', { currency: shop.currency });
  inTransaction(db, () => {
    markKeyTx(db);
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
    });
  });
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

/** Why the currency must stay: amounts in it are recorded. Null while it may change. */
export function currencyLock(db: Database): 'visits' | 'prices' | 'spend' | 'costs' | null {
  const costs = readCostToServe(db);
  const hasCosts = costs.perVisitMinor !== null || costs.perCustomerYearMinor !== null;
  return findAmounts(db) ?? (hasCosts ? 'costs' : null);
}

/**
 * Days that visits were recorded on stay what they were, also in another time zone.
 * @throws RevinoError `shop.none`, `shop.invalidTimeZone`, `shop.invalidCurrency`, `shop.currencyLocked`
 */
export function changeShop(
  db: Database,
  change: ShopChange & Partial<Pick<Shop, 'locale' | 'isHistoryComplete'>>,
  nowMs: number,
): void {
  const { currency, timeZone } = change;
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new RevinoError('shop.invalidTimeZone', { timeZone });
  if (currency !== undefined && !isCurrency(currency))
    throw new RevinoError('shop.invalidCurrency', { currency });
  inTransaction(db, () => {
    const known = readShopRow(db);
    if (currency !== undefined && currency !== known.currency && currencyLock(db) !== null)
      throw new RevinoError('shop.currencyLocked', { currency: known.currency });
    const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    updateShopTx(db, set);
    logOwnerChangeTx(db, nowMs, 'update', 'shop', 1, Object.keys(set));
  });
}

/** Only a currency in use: a misspelt one would be printed on every page from then on. */
function isCurrency(currency: string): boolean {
  return Intl.supportedValuesOf('currency').includes(currency);
}
