/** What whoever is signed in may do. */
import type { Role } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';

/** Without any owner nobody signs in, and whoever sits at the computer is the owner. */
export function callerRole(db: Database): Role {
  const { staffId } = db.author;
  if (staffId !== null) {
    const access = prepared(db, 'SELECT role FROM staff_access WHERE staff_id = ?').get(staffId) as
      | { role: Role }
      | undefined;
    if (access !== undefined) return access.role;
  }
  return prepared(db, "SELECT 1 FROM staff_access WHERE role = 'owner'").get() === undefined
    ? 'owner'
    : 'desk';
}
