/** Opinions: storing and listing. Scores (NPS, CSAT, CES) are computed in the domain. */
import { and, asc, desc, eq, gte, lte } from 'drizzle-orm';
import type { Database } from '../openDatabase.ts';
import { opinionTable } from '../schema/opinion.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export type Opinion = typeof opinionTable.$inferSelect;
export type NewOpinion = Pick<Opinion, 'businessDate' | 'atMs' | 'createdAtMs'> &
  Partial<Omit<Opinion, 'id' | 'uid' | 'businessDate' | 'atMs' | 'createdAtMs'>>;

const INSERT = `INSERT INTO opinion (uid, customer_id, visit_id, business_date, at_ms, nps, csat, ces, comment, channel,
  import_batch_id, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * @returns the id
 * @throws SqliteError when a score is off its scale: the caller rejects such a row before, with its reason
 */
export function insertOpinionTx(db: Database, opinion: NewOpinion): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(db, INSERT).run(
    newUid(opinion.createdAtMs),
    opinion.customerId ?? null,
    opinion.visitId ?? null,
    opinion.businessDate,
    opinion.atMs,
    opinion.nps ?? null,
    opinion.csat ?? null,
    opinion.ces ?? null,
    opinion.comment ?? null,
    opinion.channel ?? null,
    opinion.importBatchId ?? null,
    opinion.createdAtMs,
  );
  return Number(lastInsertRowid);
}

/** Newest first. */
export function listOpinionsOfCustomer(db: Database, customerId: number, limit: number): Opinion[] {
  return db.orm
    .select()
    .from(opinionTable)
    .where(eq(opinionTable.customerId, customerId))
    .orderBy(desc(opinionTable.businessDate), desc(opinionTable.id))
    .limit(limit)
    .all();
}

/** All opinions of a window of local days, both ends included, oldest first. */
export function listOpinions(db: Database, from: string, to: string): Opinion[] {
  return db.orm
    .select()
    .from(opinionTable)
    .where(and(gte(opinionTable.businessDate, from), lte(opinionTable.businessDate, to)))
    .orderBy(asc(opinionTable.businessDate), asc(opinionTable.id))
    .all();
}
