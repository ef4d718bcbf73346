/** Opinions as an import stores them. */
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export interface ImportedOpinion {
  readonly customerId: number | null;
  readonly businessDate: string;
  readonly atMs: number;
  readonly nps: number | null;
  readonly csat: number | null;
  readonly ces: number | null;
  readonly comment: string | null;
  readonly channel: string | null;
  readonly staffId: number | null;
  readonly importBatchId: number;
  readonly createdAtMs: number;
}

/** A score off its scale is refused by the database: the importer rejects such a row before, with its reason. */
export function insertImportedOpinionTx(db: Database, opinion: ImportedOpinion): void {
  requireTransaction(db);
  prepared(
    db,
    `INSERT INTO opinion (uid, customer_id, business_date, at_ms, nps, csat, ces, comment, channel, staff_id,
       import_batch_id, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    newUid(opinion.createdAtMs),
    opinion.customerId,
    opinion.businessDate,
    opinion.atMs,
    opinion.nps,
    opinion.csat,
    opinion.ces,
    opinion.comment,
    opinion.channel,
    opinion.staffId,
    opinion.importBatchId,
    opinion.createdAtMs,
  );
}
