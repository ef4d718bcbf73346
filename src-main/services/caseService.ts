/** Open cases: opened by hand or by a low score, put right by a day, closed with what was done. Owns the transactions. */
import type { Database } from '../../db/openDatabase.ts';
import type { PutBackTx } from '../../db/repositories/changeLog.ts';
import { requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import {
  type CaseRow,
  caseRecords,
  findCaseOfOpinion,
  findNobodysCase,
  listClosedCases,
  listOpenCases,
} from '../../db/repositories/openCase.ts';
import { type OpinionState, putBackOpinionTx, readOpinionState } from '../../db/repositories/opinionState.ts';
import { readSetting } from '../../db/repositories/setting.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import { type CaseRules, caseRulesSchema, type ShownCase } from '../../src-shared/contract/caseContract.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import type { CaseOrigin } from '../../src-shared/domain/closedLists.ts';
import { openingDayAfter } from '../../src-shared/domain/openingDays.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { requirePointsAt, todayIn } from './followUpParts.ts';
import { readOpeningDays, writeKept } from './settingsService.ts';
import { readShop } from './shopService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

const RULES = 'caseRules';
const USUAL_RULES: CaseRules = { npsAtMost: 6, csatAtMost: 2, cesAtMost: 2, deadlineOpeningDays: 2 };

export const readCaseRules = (db: Database): CaseRules =>
  caseRulesSchema.parse(readSetting(db, RULES) ?? USUAL_RULES);

export const writeCaseRules = (db: Database, rules: CaseRules, nowMs: number): void =>
  writeKept(db, RULES, caseRulesSchema.parse(rules), nowMs);

export const shownCase = (row: CaseRow, today: string): ShownCase => ({
  caseId: row.id,
  customer: row.customerId === null ? null : { customerId: row.customerId, name: row.name ?? '' },
  visitId: row.visitId,
  origin: row.origin,
  opinion:
    row.opinionId === null ? null : { opinionId: row.opinionId, nps: row.nps, csat: row.csat, ces: row.ces },
  text: row.text,
  dueOn: row.dueOn,
  staffId: row.staffId,
  staff: row.staff,
  openedOn: row.openedOn,
  isOverdue: row.closedOn === null && row.dueOn !== null && row.dueOn < today,
  closedOn: row.closedOn,
  solution: row.solution,
});

const deadlineFrom = (db: Database, openedOn: string): string =>
  openingDayAfter(openedOn, readCaseRules(db).deadlineOpeningDays, readOpeningDays(db));

interface NewCase {
  readonly customerId: number | null;
  readonly visitId: number | null;
  readonly opinionId: number | null;
  readonly origin: CaseOrigin;
  readonly text: string;
  readonly staffId: number | null;
  /** Undefined: as the shop's rules say. */
  readonly dueOn?: string | null | undefined;
}

const openTx = (db: Database, { dueOn, ...opened }: NewCase, nowMs: number): Output<'case.open'> => {
  const openedOn = todayIn(db, nowMs);
  const { id, changeId } = caseRecords.makeTx(
    db,
    {
      ...opened,
      dueOn: dueOn === undefined ? deadlineFrom(db, openedOn) : dueOn,
      openedOn,
      createdAtMs: nowMs,
      closedOn: null,
      closedAtMs: null,
      solution: null,
    },
    nowMs,
  );
  return { caseId: id, changeId };
};

/**
 * One opened from an opinion is its customer's and its visit's; an opinion has one case.
 * @throws RevinoError `case.opinionHasCase`; `customer.notFound`, `visit.notFound`, `opinion.notFound`, `staff.notFound`
 */
export const openCase = (db: Database, input: Input<'case.open'>, nowMs: number): Output<'case.open'> =>
  inTransaction(db, () => {
    const { opinionId } = input;
    const customerId = input.customerId === null ? null : requireCurrentCustomer(db, input.customerId);
    requirePointsAt(db, { ...input, customerId });
    if (opinionId === null) return openTx(db, { ...input, customerId }, nowMs);
    const opinion = readOpinionState(db, opinionId);
    if (findCaseOfOpinion(db, opinionId) !== null) throw new RevinoError('case.opinionHasCase');
    return openTx(
      db,
      { ...input, customerId: opinion.customerId, visitId: opinion.visitId, origin: 'opinion' },
      nowMs,
    );
  });

type Scores = Pick<OpinionState, 'nps' | 'csat' | 'ces'>;

export const isLowBy = (
  { npsAtMost, csatAtMost, cesAtMost }: CaseRules,
  { nps, csat, ces }: Scores,
): boolean =>
  [
    [nps, npsAtMost],
    [csat, csatAtMost],
    [ces, cesAtMost],
  ].some(
    ([score, most]) =>
      score !== null && score !== undefined && most !== null && most !== undefined && score <= most,
  );

/** For an opinion that was just taken down or changed in this shop; imported history opens none. */
export const openCaseOfOpinionTx = (db: Database, opinionId: number, nowMs: number): void => {
  const opinion = readOpinionState(db, opinionId);
  if (opinion.importBatchId !== null || !isLowBy(readCaseRules(db), opinion)) return;
  if (findCaseOfOpinion(db, opinionId) !== null) return;
  const { customerId, visitId, comment } = opinion;
  openTx(
    db,
    { customerId, visitId, opinionId, origin: 'opinion', text: comment ?? '', staffId: null },
    nowMs,
  );
};

/**
 * After the scores of an opinion changed: the case that a low one opened closes by itself when it is low no longer, and
 * opens again with it. A case that somebody has had in hand is theirs. Nothing is logged: the opinion's own change is.
 */
export const followOpinionTx = (db: Database, opinionId: number, before: Scores, nowMs: number): void => {
  const rules = readCaseRules(db);
  const isLow = isLowBy(rules, readOpinionState(db, opinionId));
  if (isLowBy(rules, before) === isLow) return;
  const nobodys = findNobodysCase(db, opinionId);
  if (nobodys === null || (nobodys.closedOn === null) === isLow) return;
  const closing = isLow
    ? { closedOn: null, closedAtMs: null, solution: null }
    : {
        closedOn: todayIn(db, nowMs),
        closedAtMs: nowMs,
        solution: wordsFor(readShop(db).locale).t('cases.scoreCorrected'),
      };
  caseRecords.writeTx(db, nobodys.id, closing);
};

/** An opinion put back as it was takes its case along. */
export const putBackOpinionWithCaseTx: PutBackTx = (db, change) => {
  const now =
    change.before === null || change.action === 'delete' ? null : readOpinionState(db, change.recordId);
  putBackOpinionTx(db, change);
  if (now !== null) followOpinionTx(db, change.recordId, now, change.atMs);
};

/** @throws RevinoError `catalogue.notFound`, `staff.notFound` */
export const editCase = (
  db: Database,
  { caseId, ...change }: Input<'case.edit'>,
  nowMs: number,
): Output<'case.edit'> =>
  inTransaction(db, () => {
    if (change.staffId !== caseRecords.read(db, caseId).staffId)
      requirePointsAt(db, { staffId: change.staffId });
    return caseRecords.changeTx(db, caseId, change, nowMs);
  });

/** One closed before gets the new words and keeps its day. @throws RevinoError `catalogue.notFound` */
export const closeCase = (
  db: Database,
  { caseId, solution }: Input<'case.close'>,
  nowMs: number,
): Output<'case.close'> =>
  inTransaction(db, () => {
    const isClosed = caseRecords.read(db, caseId).closedOn !== null;
    const closing = isClosed ? {} : { closedOn: todayIn(db, nowMs), closedAtMs: nowMs };
    return caseRecords.changeTx(db, caseId, { solution, ...closing }, nowMs);
  });

/** What was done stays written: the next closing begins with it. @throws RevinoError `catalogue.notFound` */
export const reopenCase = (
  db: Database,
  { caseId }: Input<'case.reopen'>,
  nowMs: number,
): Output<'case.reopen'> =>
  inTransaction(db, () => caseRecords.changeTx(db, caseId, { closedOn: null, closedAtMs: null }, nowMs));

export const caseBoard = (
  db: Database,
  { closedLimit }: Input<'case.board'>,
  nowMs: number,
): Output<'case.board'> =>
  inReadTransaction(db, () => {
    const today = todayIn(db, nowMs);
    const open = listOpenCases(db).map((row) => shownCase(row, today));
    const closed = listClosedCases(db, closedLimit);
    return {
      open,
      overdue: open.filter(({ isOverdue }) => isOverdue).length,
      closed: closed.rows.map((row) => shownCase(row, today)),
      closedTotal: closed.total,
    };
  });
