/** Opinions: storing, changing and listing. Scores (NPS, CSAT, CES) are computed in the domain. */
import { and, asc, desc, eq, gte, isNull, lte } from 'drizzle-orm';
import type { Database } from '../openDatabase.ts';
import { opinionTable } from '../schema/opinion.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export type Opinion = typeof opinionTable.$inferSelect;
export type NewOpinion = Pick<Opinion, 'businessDate' | 'atMs' | 'createdAtMs'> &
  Partial<Omit<Opinion, 'id' | 'uid' | 'businessDate' | 'atMs' | 'createdAtMs'>>;

const INSERT = `INSERT INTO opinion (id, uid, customer_id, visit_id, business_date, at_ms, nps, csat, ces, comment, channel,
  import_batch_id, created_at_ms, survey_id, staff_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * @param as the id and uid of an opinion that is put back, or the uid that the window made
 * @returns the id
 * @throws SqliteError when a score is off its scale: the caller rejects such a row before, with its reason
 */
export function insertOpinionTx(
  db: Database,
  opinion: NewOpinion,
  as: { readonly id?: number | null; readonly uid?: Uint8Array } = {},
): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(db, INSERT).run(
    as.id ?? null,
    as.uid ?? newUid(opinion.createdAtMs),
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
    opinion.surveyId ?? null,
    opinion.staffId ?? null,
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

/** Given after this visit, oldest first. The customer is asked for too because that is what is indexed. */
export function listOpinionsOfVisit(db: Database, visitId: number, customerId: number | null): Opinion[] {
  return db.orm
    .select()
    .from(opinionTable)
    .where(
      and(
        eq(opinionTable.visitId, visitId),
        customerId === null ? isNull(opinionTable.customerId) : eq(opinionTable.customerId, customerId),
      ),
    )
    .orderBy(asc(opinionTable.id))
    .all();
}
