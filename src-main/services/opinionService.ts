/** Opinions: taking down, changing, deleting; the inbox and the scores. Owns the transactions. */
import type { Database } from '../../db/openDatabase.ts';
import { listStaff } from '../../db/repositories/catalogue.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import {
  countAnswers,
  countInbox,
  type InboxRow,
  listChannels,
  listInbox,
  readOpinionCoverage,
} from '../../db/repositories/opinionInbox.ts';
import {
  deleteOpinionTx,
  findOpinionByUid,
  insertOpinionStateTx,
  listAnswers,
  type OpinionState,
  type OwnAnswer,
  readOpinionState,
  writeOpinionStateTx,
} from '../../db/repositories/opinionState.ts';
import { requireRevision, revisionOf } from '../../db/repositories/revision.ts';
import { listQuestions, type SurveyQuestionRow } from '../../db/repositories/survey.ts';
import { readVisitState } from '../../db/repositories/visitState.ts';
import { inReadTransaction, inTransaction, prepared } from '../../db/transaction.ts';
import { uidOfText } from '../../db/uid.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Answered, OpinionChannel } from '../../src-shared/contract/opinionContract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import {
  dayOfIso,
  firstDayOfPeriod,
  isoOfDay,
  lastDayOfPeriod,
  periodOfDay,
} from '../../src-shared/domain/calendar.ts';
import { noAnswers, SCALES, type ScoreKind, scoreOf } from '../../src-shared/domain/opinionScores.ts';
import { followOpinionTx, openCaseOfOpinionTx } from './caseService.ts';
import { readShop } from './shopService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;
type Wording = Readonly<
  Partial<Record<Locale, { readonly text: string; readonly choices?: readonly string[] }>>
>;

const wordingOf = ({ wording }: SurveyQuestionRow): Wording => JSON.parse(wording) as Wording;
const choiceCountOf = (question: SurveyQuestionRow): number =>
  Math.max(0, ...Object.values(wordingOf(question)).map(({ choices }) => choices?.length ?? 0));

const isGoodAnswer = (question: SurveyQuestionRow, { choice, text }: OwnAnswer): boolean => {
  if (question.kind === 'text') return choice === null && text !== null && text !== '';
  if (choice === null || text !== null) return false;
  if (question.kind === 'choice') return choice < choiceCountOf(question);
  // A second question on a scale: the first one lies in the opinion itself.
  return choice >= SCALES[question.kind].low && choice <= SCALES[question.kind].high;
};

/** @throws RevinoError `opinion.wrongAnswer`, `opinion.empty` */
const answersOf = (
  db: Database,
  surveyId: number | null,
  answered: Answered,
): Pick<OpinionState, 'nps' | 'csat' | 'ces' | 'comment' | 'answers'> => {
  const { nps, csat, ces, answers } = answered;
  const comment = answered.comment || null;
  const questions = new Map(
    answers.length === 0
      ? []
      : listQuestions(db)
          .filter((question) => question.surveyId === surveyId)
          .map((question) => [question.id, question]),
  );
  for (const answer of answers) {
    const question = questions.get(answer.questionId);
    if (question === undefined || !isGoodAnswer(question, answer))
      throw new RevinoError('opinion.wrongAnswer', { questionId: answer.questionId });
    // Each question once.
    questions.delete(answer.questionId);
  }
  const isEmpty = [nps, csat, ces, comment].every((part) => part === null) && answers.length === 0;
  if (isEmpty) throw new RevinoError('opinion.empty');
  return { nps, csat, ces, comment, answers: answers.toSorted((a, b) => a.questionId - b.questionId) };
};

const requireRow = (db: Database, table: 'staff' | 'survey', id: number | null): void => {
  if (id === null || prepared(db, `SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined) return;
  throw new RevinoError(table === 'staff' ? 'staff.notFound' : 'opinion.wrongAnswer', { id });
};

/** The kiosk is a channel that no hand at the desk can name. */
export type NewOpinion = Omit<Input<'opinion.record'>, 'channel'> & {
  readonly channel: OpinionChannel | 'kiosk';
};

/**
 * Stores an opinion. A second call with the same uid answers the first one's opinion and changes nothing.
 * @throws RevinoError `opinion.empty`, `opinion.wrongAnswer`, `visit.inFuture`, `visit.notFound`, `customer.notFound`,
 * `staff.notFound`
 */
export const recordOpinion = (db: Database, opinion: NewOpinion, nowMs: number): Output<'opinion.record'> =>
  inTransaction(db, () => {
    const today = businessDateOfInstant(nowMs, readShop(db).timeZone);
    const businessDate = opinion.on ?? today;
    if (businessDate > today) throw new RevinoError('visit.inFuture', { date: businessDate });
    const uid = uidOfText(opinion.opinionUid);
    const known = findOpinionByUid(db, uid, businessDate);
    if (known !== null) return { opinionId: known, changeId: null };
    requireRow(db, 'staff', opinion.staffId);
    requireRow(db, 'survey', opinion.surveyId);
    const customerId = opinion.customerId === null ? null : requireCurrentCustomer(db, opinion.customerId);
    const visit = opinion.visitId === null ? null : readVisitState(db, opinion.visitId);
    const opinionId = insertOpinionStateTx(
      db,
      {
        ...answersOf(db, opinion.surveyId, opinion),
        customerId: visit === null ? customerId : visit.customerId,
        visitId: opinion.visitId,
        businessDate,
        atMs: nowMs,
        channel: opinion.channel,
        surveyId: opinion.surveyId,
        staffId: opinion.staffId,
        importBatchId: null,
        createdAtMs: nowMs,
      },
      { uid },
    );
    const changeId = logChangeTx(db, {
      atMs: nowMs,
      action: 'create',
      subject: 'opinion',
      recordId: opinionId,
      fields: [],
      before: null,
    });
    openCaseOfOpinionTx(db, opinionId, nowMs);
    return { opinionId, changeId };
  });

/** @throws RevinoError `opinion.notFound`, `opinion.empty`, `opinion.wrongAnswer`, `record.changedMeanwhile` */
export const editOpinion = (
  db: Database,
  { opinionId, revision, ...answered }: Input<'opinion.edit'>,
  nowMs: number,
): Output<'opinion.edit'> =>
  inTransaction(db, () => {
    const before = readOpinionState(db, opinionId);
    requireRevision(before, revision);
    const fields = writeOpinionStateTx(db, opinionId, {
      ...before,
      ...answersOf(db, before.surveyId, answered),
    });
    if (fields.length === 0) return { changeId: null };
    const changeId = logChangeTx(db, {
      atMs: nowMs,
      action: 'update',
      subject: 'opinion',
      recordId: opinionId,
      fields,
      before: Object.fromEntries(fields.map((field) => [field, before[field]])),
    });
    openCaseOfOpinionTx(db, opinionId, nowMs);
    followOpinionTx(db, opinionId, before, nowMs);
    return { changeId };
  });

/** @throws RevinoError `opinion.notFound` */
export const deleteOpinion = (db: Database, opinionId: number, nowMs: number): Output<'opinion.delete'> =>
  inTransaction(db, () => ({
    changeId: logChangeTx(db, {
      atMs: nowMs,
      action: 'delete',
      subject: 'opinion',
      recordId: opinionId,
      fields: [],
      before: deleteOpinionTx(db, opinionId),
    }),
  }));

const customerOf = (db: Database, customerId: number | null) =>
  customerId === null ? null : { customerId, name: readCustomer(db, customerId).displayName };

/** @throws RevinoError `opinion.notFound` */
export const readOpinion = (db: Database, opinionId: number): Output<'opinion.get'> =>
  inReadTransaction(db, () => {
    const state = readOpinionState(db, opinionId);
    const { nps, csat, ces, comment, answers, ...opinion } = state;
    return {
      opinionId,
      revision: revisionOf(state),
      nps,
      csat,
      ces,
      comment,
      answers: answers.map((answer) => ({ ...answer })),
      date: opinion.businessDate,
      customer: customerOf(db, opinion.customerId),
      visitId: opinion.visitId,
      surveyId: opinion.surveyId,
      staffId: opinion.staffId,
      channel: opinion.channel,
    };
  });

export const listOpinionInbox = (
  db: Database,
  { filter, before, limit }: Input<'opinion.list'>,
): Output<'opinion.list'> =>
  inReadTransaction(db, () => {
    const rows = listInbox(db, filter, before, limit + 1);
    const staff = new Map(listStaff(db).map(({ id, name }) => [id, name]));
    const questions = new Map(listQuestions(db).map((question) => [question.id, question]));
    const { locale } = readShop(db);
    return {
      opinions: rows.slice(0, limit).map((row) => ({
        opinionId: row.opinionId,
        date: row.businessDate,
        customer:
          row.customerId === null ? null : { customerId: row.customerId, name: row.customerName ?? '' },
        visitId: row.visitId,
        nps: row.nps,
        csat: row.csat,
        ces: row.ces,
        comment: row.comment,
        channel: row.channel,
        surveyId: row.surveyId,
        staffName: row.staffId === null ? null : (staff.get(row.staffId) ?? null),
        answers: saidIn(db, row, questions, locale),
      })),
      total: countInbox(db, filter),
      hasMore: rows.length > limit,
    };
  });

function saidIn(
  db: Database,
  { opinionId, surveyId }: InboxRow,
  questions: ReadonlyMap<number, SurveyQuestionRow>,
  locale: Locale,
): { question: string; answer: string }[] {
  // Imported opinions belong to no survey and have no further answers.
  if (surveyId === null) return [];
  return listAnswers(db, opinionId).flatMap(({ questionId, choice, text }) => {
    const question = questions.get(questionId);
    if (question === undefined) return [];
    const wording = wordingOf(question);
    const said = wording[locale] ?? Object.values(wording)[0];
    const answer =
      text ?? (question.kind === 'choice' ? (said?.choices?.[choice ?? 0] ?? '') : String(choice ?? ''));
    return [{ question: said?.text ?? '', answer }];
  });
}

export const opinionChannels = (db: Database): Output<'opinion.channels'> => ({ channels: listChannels(db) });

type Counts = Record<ScoreKind, number[]>;
const emptyCounts = (): Counts => ({
  nps: noAnswers('nps'),
  csat: noAnswers('csat'),
  ces: noAnswers('ces'),
});
const scoresOf = ({ nps, csat, ces }: Counts) => ({
  nps: scoreOf('nps', nps),
  csat: scoreOf('csat', csat),
  ces: scoreOf('ces', ces),
});

export const opinionScores = (
  db: Database,
  { from, to }: Input<'opinion.scores'>,
): Output<'opinion.scores'> =>
  inReadTransaction(db, () => {
    const counts = emptyCounts();
    for (const { kind, answer, count } of countAnswers(db, from, to))
      counts[kind][answer - SCALES[kind].low]! += count;
    return { scores: scoresOf(counts), ...readOpinionCoverage(db, from, to) };
  });

/** One row per month, the last one `to`, also where nobody answered. */
export const opinionTrend = (db: Database, { to, months }: Input<'opinion.trend'>): Output<'opinion.trend'> =>
  inReadTransaction(db, () => {
    const last = periodOfDay(dayOfIso(`${to}-01`), 'month');
    const first = last - months + 1;
    const from = isoOfDay(firstDayOfPeriod(first, 'month'));
    const countsByMonth = new Map<string, Counts>();
    for (let period = first; period <= last; period++)
      countsByMonth.set(isoOfDay(firstDayOfPeriod(period, 'month')).slice(0, 7), emptyCounts());
    for (const { kind, month, answer, count } of countAnswers(
      db,
      from,
      isoOfDay(lastDayOfPeriod(last, 'month')),
    )) {
      countsByMonth.get(month)![kind][answer - SCALES[kind].low]! += count;
    }
    return {
      months: [...countsByMonth].map(([month, counts]) => ({ month, scores: scoresOf(counts) })),
    };
  });
