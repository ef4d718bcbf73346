/** Appointments, promises, gestures, cases, wishes and answers in one customer's history. */
import type {
  AppointmentOutcome,
  CaseOrigin,
  LapseReason,
  PromiseOutcome,
} from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';

/** Their kinds in the history, and their tables. */
const TABLES = {
  appointment: 'appointment',
  promise: 'promise',
  gesture: 'gesture',
  case: 'open_case',
  wish: 'wish',
  lapse: 'lapse_answer',
} as const;
export type FollowUpKind = keyof typeof TABLES;

/** Continues a union of kind, id and time, for @customerId. */
export const FOLLOW_UP_ENTRIES = Object.entries(TABLES)
  .map(
    ([kind, table]) =>
      `UNION ALL SELECT '${kind}', id, created_at_ms FROM ${table} WHERE customer_id = @customerId`,
  )
  .join('\n');

interface Row {
  readonly id: number;
  readonly staff: string | null;
}
interface Rows {
  readonly appointment: Row & {
    readonly onDate: string;
    readonly atMinute: number | null;
    readonly offering: string | null;
    readonly note: string | null;
    readonly outcome: AppointmentOutcome | null;
    readonly visitId: number | null;
  };
  readonly promise: Row & {
    readonly text: string;
    readonly dueOn: string | null;
    readonly outcome: PromiseOutcome | null;
  };
  readonly gesture: Row & {
    readonly name: string;
    readonly costMinor: number;
    readonly reason: string | null;
    readonly cancelledAtMs: number | null;
  };
  readonly case: Row & {
    readonly origin: CaseOrigin;
    readonly text: string;
    readonly dueOn: string | null;
    readonly closedOn: string | null;
    readonly solution: string | null;
  };
  readonly wish: Row & {
    readonly text: string;
    readonly solution: string | null;
    readonly solvedOn: string | null;
    readonly toldOn: string | null;
    readonly cameVisitId: number | null;
    readonly cameOn: string | null;
    readonly droppedAtMs: number | null;
  };
  readonly lapse: Row & { readonly reason: LapseReason; readonly text: string | null };
}

const COLUMNS: Readonly<Record<FollowUpKind, string>> = {
  appointment: `on_date AS onDate, at_minute AS atMinute,
    (SELECT name FROM offering WHERE id = offering_id) AS offering, note, outcome, visit_id AS visitId`,
  promise: 'text, due_on AS dueOn, outcome',
  gesture: `(SELECT name FROM gesture_kind WHERE id = kind_id) AS name, cost_minor AS costMinor, reason,
    cancelled_at_ms AS cancelledAtMs`,
  case: 'origin, text, due_on AS dueOn, closed_on AS closedOn, solution',
  wish: `text, solution, solved_on AS solvedOn, told_on AS toldOn, came_visit_id AS cameVisitId,
    (SELECT business_date FROM visit WHERE id = came_visit_id) AS cameOn, dropped_at_ms AS droppedAtMs`,
  lapse: 'reason, text',
};

export function readFollowUpRows<K extends FollowUpKind>(
  db: Database,
  kind: K,
  ids: readonly number[],
): Rows[K][] {
  const table = TABLES[kind];
  return prepared(
    db,
    `SELECT id, ${COLUMNS[kind]}, (SELECT name FROM staff WHERE id = staff_id) AS staff FROM ${table}
     WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids)) as Rows[K][];
}
