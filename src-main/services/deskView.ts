/** What the front desk is shown of money: the owner's choice, kept as the setting 'desk.valueShown'. */
import type { Database } from '../../db/openDatabase.ts';
import { readSetting } from '../../db/repositories/setting.ts';
import { DESK_VALUES_SHOWN, type DeskValueShown, type Role } from '../../src-shared/domain/closedLists.ts';

export const DESK_VALUE_SHOWN = 'desk.valueShown';

/** Until the owner says otherwise: enough to know a good customer, and no figure to carry home. */
const USUAL: DeskValueShown = 'band';

export const readDeskValueShown = (db: Database): DeskValueShown => {
  const kept = readSetting(db, DESK_VALUE_SHOWN);
  return DESK_VALUES_SHOWN.find((known) => known === kept) ?? USUAL;
};

/** What this caller is shown of a customer's value: everything, unless they stand at the front desk. */
export const valueShownTo = (db: Database, role: Role | null): DeskValueShown =>
  role === 'desk' || role === null ? readDeskValueShown(db) : 'amount';
