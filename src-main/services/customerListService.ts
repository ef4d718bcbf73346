/**
 * The table of all customers, page by page. The order of the last question is kept until anything changes: scrolling
 * through a hundred thousand rows asks for it again and again.
 */
import type { Database } from '../../db/openDatabase.ts';
import { listTags } from '../../db/repositories/customerDetail.ts';
import {
  countList,
  countSources,
  dataVersion,
  orderedCustomerIds,
  readListRows,
} from '../../db/repositories/customerList.ts';
import { inReadTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import type { PhoneBook } from './phoneBook.ts';
import { readShop } from './shopService.ts';

interface KeptOrder {
  readonly key: string;
  readonly ids: readonly number[];
}
const keptOrders = new WeakMap<Database, KeptOrder>();

type List = InputOf<AppContract['customer.listIds']>['list'];

function orderOf(
  db: Database,
  { order, isDescending, ...filter }: List,
  phones: PhoneBook,
): readonly number[] {
  const key = JSON.stringify([dataVersion(db), order, isDescending, filter]);
  let kept = keptOrders.get(db);
  if (kept?.key !== key) {
    kept = { key, ids: orderedCustomerIds(db, filter, order, isDescending, phones.callingCode) };
    keptOrders.set(db, kept);
  }
  return kept.ids;
}

export const listIds = (
  db: Database,
  { list, offset, limit }: InputOf<AppContract['customer.listIds']>,
  phones: PhoneBook,
): OutputOf<AppContract['customer.listIds']> =>
  inReadTransaction(db, () => ({ customerIds: orderOf(db, list, phones).slice(offset, offset + limit) }));

export const listTagCounts = (db: Database): OutputOf<AppContract['tag.list']> => ({ tags: listTags(db) });

export const customerPage = (
  db: Database,
  { offset, limit, order, isDescending, ...filter }: InputOf<AppContract['customer.page']>,
  phones: PhoneBook,
): OutputOf<AppContract['customer.page']> =>
  inReadTransaction(db, () => {
    const ids = orderOf(db, { order, isDescending, ...filter }, phones);
    const { timeZone } = readShop(db);
    return {
      rows: readListRows(db, ids.slice(offset, offset + limit)).map(
        ({ id, phoneE164, tags, createdAtMs, ...row }) => ({
          customerId: id,
          ...row,
          phone: phoneE164 === null ? null : phones.shown(phoneE164),
          tags: JSON.parse(tags) as string[],
          addedOn: businessDateOfInstant(createdAtMs, timeZone),
        }),
      ),
      total: ids.length,
    };
  });

export const listCounts = (db: Database): OutputOf<AppContract['customer.listCounts']> =>
  inReadTransaction(db, () => ({ ...countList(db), tags: listTags(db), sources: countSources(db) }));
