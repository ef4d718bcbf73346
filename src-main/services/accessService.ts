/** Who may sign in at the till, with which role. Owns the transactions; PINs come in already hashed. */
import type { Database } from '../../db/openDatabase.ts';
import { listStaff } from '../../db/repositories/catalogue.ts';
import { readSetting, writeSettingTx } from '../../db/repositories/setting.ts';
import {
  deleteStaffAccessTx,
  findStaffAccess,
  hasOwner,
  insertStaffAccessTx,
  listStaffAccess,
  type PinHash,
  updatePinTx,
  updateRoleTx,
} from '../../db/repositories/staffAccess.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import { type AccessChoices, accessSettingsSchema } from '../../src-shared/contract/accessContract.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { OutputOf } from '../../src-shared/contract/procedure.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import type { Role } from '../../src-shared/domain/closedLists.ts';
import { DESK_VALUE_SHOWN, readDeskValueShown } from './deskView.ts';
import { logOwnerChangeTx } from './ownerChange.ts';
import { readShop } from './shopService.ts';

const ACCESS = 'access';
const USUAL = { autoLockMinutes: 10 };

/** Everybody on the list of staff who is still there. */
export const peopleAtTill = (db: Database): OutputOf<AppContract['access.people']> =>
  inReadTransaction(db, () => {
    const { timeZone } = readShop(db);
    const access = new Map(listStaffAccess(db).map((person) => [person.staffId, person]));
    return {
      people: listStaff(db)
        .filter(({ archivedAtMs }) => archivedAtMs === null)
        .map(({ id, name }) => {
          const person = access.get(id);
          return {
            staffId: id,
            name,
            role: person?.role ?? null,
            pinSetOn: person === undefined ? null : businessDateOfInstant(person.pinSetAtMs, timeZone),
          };
        }),
    };
  });

/**
 * Lets somebody sign in, or changes how they do. The first one is an owner, or nobody could let in the others.
 * @throws RevinoError `staff.notFound`, `access.pinMissing`, `access.ownerFirst`, `access.lastOwner`
 */
export const setPerson = (
  db: Database,
  staffId: number,
  role: Role,
  pin: PinHash | null,
  nowMs: number,
): void =>
  inTransaction(db, () => {
    const staff = listStaff(db).find(({ id, archivedAtMs }) => id === staffId && archivedAtMs === null);
    if (staff === undefined) throw new RevinoError('staff.notFound');
    if (role !== 'owner' && !hasOwner(db)) throw new RevinoError('access.ownerFirst');
    const known = findStaffAccess(db, staffId);
    if (known === null) {
      if (pin === null) throw new RevinoError('access.pinMissing', { name: staff.name });
      insertStaffAccessTx(db, staffId, role, pin, nowMs);
      logOwnerChangeTx(db, nowMs, 'create', 'staff_access', staffId, ['role', 'pin']);
      return;
    }
    if (role !== 'owner') requireAnotherOwner(db, staffId);
    if (role !== known.role) updateRoleTx(db, staffId, role);
    if (pin !== null) updatePinTx(db, staffId, pin, nowMs);
    const fields = [...(role === known.role ? [] : ['role']), ...(pin === null ? [] : ['pin'])];
    if (fields.length > 0) logOwnerChangeTx(db, nowMs, 'update', 'staff_access', staffId, fields);
  });

/** @throws RevinoError `staff.notFound` for somebody who cannot sign in */
export const setPin = (db: Database, staffId: number, pin: PinHash, nowMs: number): void =>
  inTransaction(db, () => {
    if (findStaffAccess(db, staffId) === null) throw new RevinoError('staff.notFound');
    updatePinTx(db, staffId, pin, nowMs);
    logOwnerChangeTx(db, nowMs, 'update', 'staff_access', staffId, ['pin']);
  });

/** Nothing happens to somebody who cannot sign in. @throws RevinoError `access.lastOwner` */
export const removePerson = (db: Database, staffId: number, nowMs: number): void =>
  inTransaction(db, () => removePersonTx(db, staffId, nowMs));

/** The same as part of taking somebody off the list of staff. @throws RevinoError `access.lastOwner` */
export const removePersonTx = (db: Database, staffId: number, nowMs: number): void => {
  if (findStaffAccess(db, staffId) === null) return;
  requireAnotherOwner(db, staffId);
  deleteStaffAccessTx(db, staffId);
  logOwnerChangeTx(db, nowMs, 'delete', 'staff_access', staffId);
};

/** Nobody signs in any more, and whoever sits at the computer is the owner again. */
export const turnSigningInOff = (db: Database, nowMs: number): number =>
  inTransaction(db, () => {
    const people = listStaffAccess(db);
    for (const { staffId } of people) {
      deleteStaffAccessTx(db, staffId);
      logOwnerChangeTx(db, nowMs, 'delete', 'staff_access', staffId);
    }
    return people.length;
  });

/** A shop with PINs and without an owner could be opened by nobody. */
const requireAnotherOwner = (db: Database, staffId: number): void => {
  const owners = listStaffAccess(db).filter(({ role }) => role === 'owner');
  if (owners.length === 1 && owners[0]?.staffId === staffId)
    throw new RevinoError('access.lastOwner', { name: owners[0].name });
};

export const readAutoLockMinutes = (db: Database): number | null =>
  accessSettingsSchema.parse(readSetting(db, ACCESS) ?? USUAL).autoLockMinutes;

export const readAccessChoices = (db: Database): AccessChoices => ({
  autoLockMinutes: readAutoLockMinutes(db),
  deskValueShown: readDeskValueShown(db),
});

export const keepAccessChoices = (
  db: Database,
  { autoLockMinutes, deskValueShown }: { [K in keyof AccessChoices]?: AccessChoices[K] | undefined },
  nowMs: number,
): void =>
  inTransaction(db, () => {
    const keep = (key: string, value: unknown) => {
      writeSettingTx(db, key, value);
      logOwnerChangeTx(db, nowMs, 'update', 'setting', 0, [key]);
    };
    if (autoLockMinutes !== undefined) keep(ACCESS, accessSettingsSchema.parse({ autoLockMinutes }));
    if (deskValueShown !== undefined) keep(DESK_VALUE_SHOWN, deskValueShown);
  });
