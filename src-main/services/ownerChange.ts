/** What is changed in the settings, as the change log keeps it: the owner's doing, of no member of staff. */
import type { Database } from '../../db/openDatabase.ts';
import { type ChangeAction, logChangeTx } from '../../db/repositories/changeLog.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';

export const logOwnerChangeTx = (
  db: Database,
  nowMs: number,
  action: ChangeAction,
  subject: string,
  recordId: number,
  fields: readonly string[] = [],
): void => {
  logChangeTx(db, { atMs: nowMs, action, subject, recordId, fields });
};

/** The record, or the refusal that it is gone. */
export const present = <T>(record: T | null | undefined): T => {
  if (record === null || record === undefined) throw new RevinoError('catalogue.notFound');
  return record;
};
