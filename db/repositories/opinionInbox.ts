/** Opinions for the inbox and the score tiles: filtered, paged, counted. Read only. */
import { SCORE_KINDS, type ScoreKind } from '../../src-shared/domain/opinionScores.ts';
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';

export interface InboxFilter {
  /** Local days, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly mood: 'low' | 'middle' | 'high' | null;
  readonly isWithComment: boolean;
  readonly staffId: number | null;
  readonly surveyId: number | null;
  readonly channel: string | null;
}

export interface InboxRow {
  readonly opinionId: number;
  readonly businessDate: string;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly visitId: number | null;
  readonly nps: number | null;
  readonly csat: number | null;
  readonly ces: number | null;
  readonly comment: string | null;
  readonly channel: string | null;
  readonly surveyId: number | null;
  readonly staffId: number | null;
}

// The same classes as `isLowScore`; an answer that is missing decides nothing.
const IS_LOW = '(coalesce(nps <= 6, 0) OR coalesce(csat <= 2, 0) OR coalesce(ces <= 3, 0))';
const IS_HIGH = '(coalesce(nps >= 9, 0) OR coalesce(csat >= 4, 0) OR coalesce(ces >= 6, 0))';
const HAS_SCORE = '(nps IS NOT NULL OR csat IS NOT NULL OR ces IS NOT NULL)';
const MOOD = {
  low: IS_LOW,
  middle: `${HAS_SCORE} AND NOT ${IS_LOW} AND NOT ${IS_HIGH}`,
  high: `${IS_HIGH} AND NOT ${IS_LOW}`,
} as const;

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

function conditionOf(filter: InboxFilter): Condition {
  const parts: string[] = ['1'];
  const values: (string | number)[] = [];
  const add = (sql: string, value: string | number | null) => {
    if (value === null) return;
    parts.push(sql);
    values.push(value);
  };
  add('opinion.business_date >= ?', filter.from);
  add('opinion.business_date <= ?', filter.to);
  add('opinion.survey_id = ?', filter.surveyId);
  add('opinion.channel = ?', filter.channel);
  // Whoever took it down, or did the visit it is about.
  if (filter.staffId !== null) {
    parts.push('? IN (opinion.staff_id, (SELECT staff_id FROM visit WHERE visit.id = opinion.visit_id))');
    values.push(filter.staffId);
  }
  if (filter.mood !== null) parts.push(MOOD[filter.mood]);
  if (filter.isWithComment) parts.push('opinion.comment IS NOT NULL');
  return { sql: parts.join(' AND '), values };
}

/** Newest first. `before` is the last row of the page that came before. */
export function listInbox(
  db: Database,
  filter: InboxFilter,
  before: { readonly date: string; readonly opinionId: number } | null,
  limit: number,
): InboxRow[] {
  const { sql, values } = conditionOf(filter);
  return prepared(
    db,
    `SELECT opinion.id AS opinionId, opinion.business_date AS businessDate, opinion.customer_id AS customerId,
       display_name AS customerName, visit_id AS visitId, nps, csat, ces, comment, channel,
       survey_id AS surveyId, staff_id AS staffId
     FROM opinion LEFT JOIN customer ON customer.id = opinion.customer_id
     WHERE ${sql} ${before === null ? '' : 'AND (opinion.business_date, opinion.id) < (?, ?)'}
     ORDER BY opinion.business_date DESC, opinion.id DESC LIMIT ?`,
  ).all(...values, ...(before === null ? [] : [before.date, before.opinionId]), limit) as InboxRow[];
}

export function countInbox(db: Database, filter: InboxFilter): number {
  const { sql, values } = conditionOf(filter);
  const row = prepared(db, `SELECT count(*) AS n FROM opinion WHERE ${sql}`).get(...values);
  return (row as { n: number }).n;
}

export function listChannels(db: Database): string[] {
  const rows = prepared(
    db,
    'SELECT DISTINCT channel FROM opinion WHERE channel IS NOT NULL ORDER BY channel LIMIT 50',
  ).all() as { channel: string }[];
  return rows.map(({ channel }) => channel);
}

export interface AnswerCount {
  readonly kind: ScoreKind;
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly answer: number;
  readonly count: number;
}

/** How often each answer was given in each month of a window of local days. */
export function countAnswers(db: Database, from: string, to: string): AnswerCount[] {
  return SCORE_KINDS.flatMap((kind) => {
    const rows = prepared(
      db,
      `SELECT substr(business_date, 1, 7) AS month, ${kind} AS answer, count(*) AS count FROM opinion
       WHERE business_date BETWEEN ? AND ? AND ${kind} IS NOT NULL GROUP BY month, answer`,
    ).all(from, to) as Omit<AnswerCount, 'kind'>[];
    return rows.map((row) => ({ ...row, kind }));
  });
}

export interface Coverage {
  readonly opinions: number;
  /** Visits of the window that count, and how many of them an opinion was given after. */
  readonly visits: number;
  readonly visitsAnswered: number;
}

export function readOpinionCoverage(db: Database, from: string, to: string): Coverage {
  return prepared(
    db,
    `SELECT (SELECT count(*) FROM opinion WHERE business_date BETWEEN @from AND @to) AS opinions,
       (SELECT count(*) FROM visit WHERE business_date BETWEEN @from AND @to AND cancelled_at_ms IS NULL) AS visits,
       (SELECT count(DISTINCT visit.id) FROM opinion JOIN visit ON visit.id = opinion.visit_id
        WHERE visit.business_date BETWEEN @from AND @to AND cancelled_at_ms IS NULL) AS visitsAnswered`,
  ).get({ from, to }) as Coverage;
}

/** Ids of all that fit, newest first. */
export function inboxIds(db: Database, filter: InboxFilter): number[] {
  const { sql, values } = conditionOf(filter);
  const rows = db.sqlite
    .prepare(`SELECT id FROM opinion WHERE ${sql} ORDER BY business_date DESC, id DESC`)
    .all(...values) as { id: number }[];
  return rows.map(({ id }) => id);
}
