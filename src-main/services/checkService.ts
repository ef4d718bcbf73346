/** Is the database sound, and what is in it: the answer of `check`, and of support on the telephone. */
import { type CheckProblem, checkDatabase } from '../../db/checkDatabase.ts';
import { LEDGER_TABLE } from '../../db/migrationLedger.ts';

export interface CheckDocument {
  readonly ok: boolean;
  readonly problems: readonly CheckProblem[];
  /** Migrations applied, and those still to come at the next opening. */
  readonly schema: { readonly applied: number; readonly pending: readonly string[] };
  readonly customers: number;
  readonly visits: number;
  readonly visitLines: number;
  readonly opinions: number;
  readonly imports: number;
}

/** Throws what opening the database throws. */
export const checkShop = (options: Parameters<typeof checkDatabase>[0]): CheckDocument => {
  const { isSound, problems, rowCounts, pendingMigrations } = checkDatabase(options);
  const rows = (table: string): number => rowCounts[table] ?? 0;
  return {
    ok: isSound,
    problems,
    schema: { applied: rows(LEDGER_TABLE), pending: pendingMigrations },
    customers: rows('customer'),
    visits: rows('visit'),
    visitLines: rows('visit_line'),
    opinions: rows('opinion'),
    imports: rows('import_batch'),
  };
};
