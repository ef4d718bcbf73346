/** Open cases: what is to be put right, and what was. */
import type { CaseOrigin } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { openCaseTable } from '../schema/followUp.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { recordsOf } from './records.ts';

export const caseRecords = recordsOf(openCaseTable);

export interface CaseRow {
  readonly id: number;
  readonly customerId: number | null;
  readonly name: string | null;
  readonly visitId: number | null;
  readonly opinionId: number | null;
  readonly nps: number | null;
  readonly csat: number | null;
  readonly ces: number | null;
  readonly origin: CaseOrigin;
  readonly text: string;
  readonly dueOn: string | null;
  readonly staffId: number | null;
  readonly staff: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly solution: string | null;
}

const ROWS = `SELECT open_case.id, open_case.customer_id AS customerId, display_name AS name,
    open_case.visit_id AS visitId, opinion_id AS opinionId, nps, csat, ces, origin, text, due_on AS dueOn,
    open_case.staff_id AS staffId, staff.name AS staff, opened_on AS openedOn, closed_on AS closedOn, solution
  FROM open_case LEFT JOIN customer ON customer.id = open_case.customer_id
    LEFT JOIN opinion ON opinion.id = opinion_id LEFT JOIN staff ON staff.id = open_case.staff_id`;
const BY_DEADLINE = 'due_on IS NULL, due_on, open_case.id';

/** The earliest deadline first. */
export function listOpenCases(db: Database): CaseRow[] {
  return prepared(
    db,
    `${ROWS} WHERE closed_on IS NULL AND customer.archived_at_ms IS NULL ORDER BY ${BY_DEADLINE}`,
  ).all() as CaseRow[];
}

export function listOpenCasesOf(db: Database, customerId: number): CaseRow[] {
  return prepared(
    db,
    `${ROWS} WHERE open_case.customer_id = ? AND closed_on IS NULL ORDER BY ${BY_DEADLINE}`,
  ).all(customerId) as CaseRow[];
}

/** The newest first. */
export function listClosedCases(db: Database, limit: number): { rows: CaseRow[]; total: number } {
  const rows = prepared(
    db,
    `${ROWS} WHERE closed_on IS NOT NULL ORDER BY closed_at_ms DESC, open_case.id DESC LIMIT ?`,
  ).all(limit) as CaseRow[];
  const { n } = prepared(db, 'SELECT count(*) AS n FROM open_case WHERE closed_on IS NOT NULL').get() as {
    n: number;
  };
  return { rows, total: n };
}

export function findCaseOfOpinion(db: Database, opinionId: number): number | null {
  const row = prepared(db, 'SELECT id FROM open_case WHERE opinion_id = ?').get(opinionId) as
    | { id: number }
    | undefined;
  return row?.id ?? null;
}

/** What somebody already worked on, or closed, is theirs. One that its opinion closed, nobody has. */
const NOBODYS = `origin = 'opinion' AND NOT EXISTS (SELECT 1 FROM change_log
  WHERE subject = 'open_case' AND record_id = open_case.id AND action = 'update')`;

/** Opened by the score of this opinion, and no hand has been on it since. */
export function findNobodysCase(
  db: Database,
  opinionId: number,
): { readonly id: number; readonly closedOn: string | null } | null {
  const row = prepared(
    db,
    `SELECT id, closed_on AS closedOn FROM open_case WHERE opinion_id = ? AND ${NOBODYS}`,
  ).get(opinionId);
  return (row as { id: number; closedOn: string | null } | undefined) ?? null;
}

/**
 * Before an opinion goes: its case no longer points at it. The case that a low score opened goes with an opinion that
 * was only just taken down, unless somebody has begun with it.
 * @returns the case that stays
 */
export function releaseOpinionTx(db: Database, opinionId: number, isTakenBack: boolean): number | null {
  requireTransaction(db);
  if (isTakenBack) {
    prepared(db, `DELETE FROM open_case WHERE opinion_id = ? AND ${NOBODYS}`).run(opinionId);
  }
  const caseId = findCaseOfOpinion(db, opinionId);
  prepared(db, 'UPDATE open_case SET opinion_id = NULL WHERE opinion_id = ?').run(opinionId);
  return caseId;
}

/** After a deleted opinion came back. A case that is gone, or has another opinion by now, is left alone. */
export function reclaimOpinionTx(db: Database, opinionId: number, caseId: number): void {
  requireTransaction(db);
  prepared(db, 'UPDATE open_case SET opinion_id = ? WHERE id = ? AND opinion_id IS NULL').run(
    opinionId,
    caseId,
  );
}
