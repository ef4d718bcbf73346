/** Filters of the list that a shop keeps under a name, and which columns it shows. Owns the transactions. */
import { z } from 'zod';
import type { Database } from '../../db/openDatabase.ts';
import {
  listSavedFilters,
  removeFilterTx,
  renameFilterTx,
  saveFilterTx,
} from '../../db/repositories/savedFilter.ts';
import { readSetting, writeSettingTx } from '../../db/repositories/setting.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { customerListSchema } from '../../src-shared/contract/customerContract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { FIRST_COLUMNS, LIST_COLUMNS } from '../../src-shared/domain/closedLists.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

const COLUMNS_SETTING = 'customers.columns';
const columnsSchema = z.array(z.enum(LIST_COLUMNS));

/** One that a later version wrote, and this one cannot read, is left out: it is still there for that version. */
export const savedFilters = (
  db: Database,
  { subject }: Input<'savedFilter.list'>,
): Output<'savedFilter.list'> => ({
  filters: listSavedFilters(db, subject).flatMap(({ id, name, filter }) => {
    const list = customerListSchema.safeParse(JSON.parse(filter));
    return list.success ? [{ filterId: id, name, list: list.data }] : [];
  }),
});

export const saveFilter = (
  db: Database,
  { name, list }: Input<'savedFilter.save'>,
  nowMs: number,
): Output<'savedFilter.save'> =>
  inTransaction(db, () => {
    const { id, isReplaced } = saveFilterTx(db, { subject: 'customers', name, filter: list }, nowMs);
    return { filterId: id, isReplaced };
  });

/** @throws RevinoError `catalogue.notFound`, `catalogue.nameTaken` */
export const renameFilter = (db: Database, { filterId, name }: Input<'savedFilter.rename'>): void =>
  inTransaction(db, () => renameFilterTx(db, filterId, name));

export const removeFilter = (db: Database, { filterId }: Input<'savedFilter.remove'>): void =>
  inTransaction(db, () => removeFilterTx(db, filterId));

/** In the order in which they stand. */
export const listColumns = (db: Database): Output<'customer.listColumns'> => {
  const kept = columnsSchema.safeParse(readSetting(db, COLUMNS_SETTING));
  return { columns: kept.success ? kept.data : [...FIRST_COLUMNS] };
};

export const keepColumns = (db: Database, { columns }: Input<'customer.keepColumns'>): void =>
  inTransaction(db, () =>
    writeSettingTx(
      db,
      COLUMNS_SETTING,
      LIST_COLUMNS.filter((column) => columns.includes(column)),
    ),
  );
