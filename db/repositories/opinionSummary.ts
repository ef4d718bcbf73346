/** Opinions of a window counted by score, and its newest comments: what the monthly report says of them. */
import type { OpinionCounts } from '../../src-shared/domain/opinionFigures.ts';
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';

const SCALES = { nps: [0, 11], csat: [1, 5], ces: [1, 7] } as const;

/** Both days belong to the window. */
export function readOpinionCounts(db: Database, from: string, to: string): OpinionCounts {
  const scores = (scale: keyof typeof SCALES): number[] => {
    const [lowest, length] = SCALES[scale];
    const counts = new Array<number>(length).fill(0);
    const rows = prepared(
      db,
      `SELECT ${scale} AS score, count(*) AS answers FROM opinion
       WHERE business_date BETWEEN ? AND ? AND ${scale} IS NOT NULL GROUP BY ${scale}`,
    ).all(from, to) as { score: number; answers: number }[];
    for (const { score, answers } of rows) counts[score - lowest] = answers;
    return counts;
  };
  const all = prepared(
    db,
    `SELECT count(*) AS opinions, count(*) FILTER (WHERE trim(comment) <> '') AS comments FROM opinion
     WHERE business_date BETWEEN ? AND ?`,
  ).get(from, to) as Pick<OpinionCounts, 'opinions' | 'comments'>;
  return { nps: scores('nps'), csat: scores('csat'), ces: scores('ces'), ...all };
}

export interface Comment {
  readonly on: string;
  readonly text: string;
  readonly nps: number | null;
}

/** Newest first, without names. */
export function newestComments(db: Database, from: string, to: string, limit: number): Comment[] {
  return prepared(
    db,
    `SELECT business_date AS "on", trim(comment) AS text, nps FROM opinion
     WHERE business_date BETWEEN ? AND ? AND trim(comment) <> ''
     ORDER BY business_date DESC, at_ms DESC, id DESC LIMIT ?`,
  ).all(from, to, limit) as Comment[];
}
