/** What the front desk may take back or word anew: what it wrote itself, and on the same day. */
import type { Database } from '../../db/openDatabase.ts';
import { type Authorship, readAuthorOfChange, readMaker } from '../../db/repositories/changeAuthor.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Caller } from '../../src-shared/contract/procedure.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import { readShop } from './shopService.ts';

const isOwnOfToday = (db: Database, caller: Caller, made: Authorship | null, nowMs: number): boolean => {
  if (made === null || caller.staffId === null || made.staffId !== caller.staffId) return false;
  const { timeZone } = readShop(db);
  return businessDateOfInstant(made.atMs, timeZone) === businessDateOfInstant(nowMs, timeZone);
};

const isFree = ({ role }: Caller): boolean => role === 'owner' || role === 'manager';

/** @throws RevinoError `undo.notYours`; a change that is not there is for the undoing to refuse */
export const requireOwnChange = (db: Database, caller: Caller, changeId: number, nowMs: number): void => {
  if (isFree(caller)) return;
  const made = readAuthorOfChange(db, changeId);
  if (made !== null && !isOwnOfToday(db, caller, made, nowMs)) throw new RevinoError('undo.notYours');
};

/** An opinion about the desk is not the desk's to put right. @throws RevinoError `undo.notYours` */
export const requireOwnOpinion = (db: Database, caller: Caller, opinionId: number, nowMs: number): void => {
  if (isFree(caller)) return;
  if (!isOwnOfToday(db, caller, readMaker(db, 'opinion', opinionId), nowMs))
    throw new RevinoError('undo.notYours');
};
