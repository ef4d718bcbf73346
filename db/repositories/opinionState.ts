/** An opinion as one value, read whole and written back whole: what editing, deleting and taking either back need. */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { onCurrentCustomer } from './customerMerge.ts';
import { reclaimOpinionTx, releaseOpinionTx } from './openCase.ts';
import { insertOpinionTx } from './opinion.ts';

export interface OwnAnswer {
  readonly questionId: number;
  readonly choice: number | null;
  readonly text: string | null;
}

export interface OpinionState {
  readonly customerId: number | null;
  readonly visitId: number | null;
  readonly businessDate: string;
  readonly atMs: number;
  readonly nps: number | null;
  readonly csat: number | null;
  readonly ces: number | null;
  readonly comment: string | null;
  readonly channel: string | null;
  readonly surveyId: number | null;
  readonly staffId: number | null;
  readonly importBatchId: number | null;
  readonly createdAtMs: number;
  /** In the order of the questions. */
  readonly answers: readonly OwnAnswer[];
}
export type OpinionField = keyof OpinionState;

const OPINION = `SELECT customer_id AS customerId, visit_id AS visitId, business_date AS businessDate, at_ms AS atMs,
  nps, csat, ces, comment, channel, survey_id AS surveyId, staff_id AS staffId, import_batch_id AS importBatchId,
  created_at_ms AS createdAtMs FROM opinion WHERE id = ?`;

/** Null when it is not there. */
function findOpinionState(db: Database, opinionId: number): OpinionState | null {
  const opinion = prepared(db, OPINION).get(opinionId) as Omit<OpinionState, 'answers'> | undefined;
  return opinion === undefined ? null : { ...opinion, answers: listAnswers(db, opinionId) };
}

/** @throws RevinoError `opinion.notFound` */
export function readOpinionState(db: Database, opinionId: number): OpinionState {
  const opinion = findOpinionState(db, opinionId);
  if (opinion === null) throw new RevinoError('opinion.notFound', { id: opinionId });
  return opinion;
}

export function listAnswers(db: Database, opinionId: number): OwnAnswer[] {
  return prepared(
    db,
    'SELECT question_id AS questionId, choice, text FROM opinion_answer WHERE opinion_id = ? ORDER BY question_id',
  ).all(opinionId) as OwnAnswer[];
}

/** @returns the id */
export function insertOpinionStateTx(
  db: Database,
  opinion: OpinionState,
  as: { readonly id?: number | null; readonly uid?: Uint8Array } = {},
): number {
  const id = insertOpinionTx(db, opinion, as);
  writeAnswersTx(db, id, opinion.answers);
  return id;
}

function writeAnswersTx(db: Database, opinionId: number, answers: readonly OwnAnswer[]): void {
  prepared(db, 'DELETE FROM opinion_answer WHERE opinion_id = ?').run(opinionId);
  const insert = prepared(
    db,
    'INSERT INTO opinion_answer (opinion_id, question_id, choice, text) VALUES (?, ?, ?, ?)',
  );
  for (const { questionId, choice, text } of answers) insert.run(opinionId, questionId, choice, text);
}

/** @returns names of what differed @throws RevinoError `opinion.notFound` */
export function writeOpinionStateTx(db: Database, opinionId: number, after: OpinionState): OpinionField[] {
  requireTransaction(db);
  const before = readOpinionState(db, opinionId);
  const changed = (Object.keys(before) as OpinionField[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (changed.length === 0) return changed;
  prepared(
    db,
    `UPDATE opinion SET customer_id = ?, visit_id = ?, business_date = ?, at_ms = ?, nps = ?, csat = ?, ces = ?,
       comment = ?, channel = ?, survey_id = ?, staff_id = ? WHERE id = ?`,
  ).run(
    after.customerId,
    after.visitId,
    after.businessDate,
    after.atMs,
    after.nps,
    after.csat,
    after.ces,
    after.comment,
    after.channel,
    after.surveyId,
    after.staffId,
    opinionId,
  );
  if (changed.includes('answers')) writeAnswersTx(db, opinionId, after.answers);
  return changed;
}

/** With the case that pointed at it. */
export interface DeletedOpinion extends OpinionState {
  readonly caseId?: number | null;
}

/**
 * @param isTakenBack it was only just taken down: the case that its score opened goes too, if nobody has begun with it
 * @throws RevinoError `opinion.notFound`
 */
export function deleteOpinionTx(db: Database, opinionId: number, isTakenBack = false): DeletedOpinion {
  requireTransaction(db);
  const opinion = readOpinionState(db, opinionId);
  const caseId = releaseOpinionTx(db, opinionId, isTakenBack);
  prepared(db, 'DELETE FROM opinion_answer WHERE opinion_id = ?').run(opinionId);
  prepared(db, 'DELETE FROM opinion WHERE id = ?').run(opinionId);
  return { ...opinion, caseId };
}

/**
 * Takes a logged change of an opinion back: one that was made goes, one that was deleted returns under its number, one
 * that was changed is as before.
 * @throws RevinoError `undo.changedSince` when another opinion has got its number since
 */
export function putBackOpinionTx(
  db: Database,
  {
    recordId,
    before,
    action,
  }: { readonly recordId: number; readonly before: unknown; readonly action: string },
): void {
  if (before === null) {
    deleteOpinionTx(db, recordId, true);
    return;
  }
  if (action !== 'delete') {
    writeOpinionStateTx(db, recordId, {
      ...readOpinionState(db, recordId),
      ...onCurrentCustomer(db, before as Partial<OpinionState>),
    });
    return;
  }
  if (findOpinionState(db, recordId) !== null) throw new RevinoError('undo.changedSince');
  const { caseId = null, ...opinion } = before as DeletedOpinion;
  insertOpinionStateTx(db, onCurrentCustomer(db, opinion), { id: recordId });
  if (caseId !== null) reclaimOpinionTx(db, recordId, caseId);
}

/** An opinion the window sent before: uids are looked for among those of one day, which are few. */
export function findOpinionByUid(db: Database, uid: Uint8Array, businessDate: string): number | null {
  const row = prepared(db, 'SELECT id FROM opinion WHERE business_date = ? AND uid = ?').get(
    businessDate,
    uid,
  );
  return (row as { id: number } | undefined)?.id ?? null;
}
