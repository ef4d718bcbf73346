/**
 * What the analytics process does with a question: it reads the shop once, keeps it, and reads again
 * only after it was told of a change. Runs in any Node.
 */
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { readShopTotals } from '../../db/repositories/summary.ts';
import { inReadTransaction } from '../../db/transaction.ts';
import type { Shop } from '../../src-shared/contract/shopContract.ts';
import { dayOfIso } from '../../src-shared/domain/calendar.ts';
import { deskFactsOf } from '../../src-shared/domain/deskFacts.ts';
import type { DuplicatePair } from '../../src-shared/domain/duplicatePairs.ts';
import type { VisitExtract } from '../../src-shared/domain/extract.ts';
import { findDuplicatePairs, pairPage } from '../services/duplicateService.ts';
import { askList } from '../services/lapseService.ts';
import { readReportRecords, reportMonths, reportPage } from '../services/reportService.ts';
import {
  retentionCohorts,
  retentionCoverage,
  retentionFigures,
  retentionReturnCurve,
} from '../services/retentionService.ts';
import { monthToSeal, openMonths } from '../services/sealService.ts';
import { readShop } from '../services/shopService.ts';
import type { DatabaseAccess, QuestionName, Questions } from '../worker/workerMessages.ts';

interface Snapshot {
  readonly shop: Shop;
  readonly extract: VisitExtract;
  readonly visits: number;
}

/** Answered without the visits. */
type OfCards = 'duplicatePairs';

type Answers = {
  readonly [Q in Exclude<QuestionName, OfCards>]: (
    snapshot: Snapshot,
    input: Questions[Q]['input'],
    /** The database for the moment, for what the snapshot does not hold. */
    withDatabase: <T>(read: (db: Database) => T) => T,
  ) => Questions[Q]['answer'];
};

const answers: Answers = {
  figures: ({ extract }, { asOf }) => retentionFigures(extract, asOf),
  cohorts: ({ extract }, question) => retentionCohorts(extract, question),
  returnCurve: ({ extract }, { asOf }) => retentionReturnCurve(extract, asOf),
  coverage: ({ extract, visits }) => retentionCoverage(extract, visits),
  reportData: ({ extract, shop }, question, withDatabase) =>
    withDatabase((db) => reportPage(extract, shop, question, readReportRecords(db, extract, question))),
  reportMonths: ({ extract, shop }, { nowMs }, withDatabase) =>
    withDatabase((db) => reportMonths(db, extract, shop, nowMs)),
  openMonths: ({ extract, shop }, { nowMs }, withDatabase) =>
    withDatabase((db) => openMonths(db, extract, shop, nowMs)),
  monthToSeal: ({ extract, shop }, { month }, withDatabase) =>
    withDatabase((db) => monthToSeal(db, extract, shop, month)),
  deskFacts: ({ extract }, { asOf }) => deskFactsOf(extract, dayOfIso(asOf)),
  askList: ({ extract }, { asOf }, withDatabase) => withDatabase((db) => askList(db, extract, asOf)),
};

export class AnalyticsAnswers {
  readonly #access: DatabaseAccess;
  #snapshot: Snapshot | null = null;
  #pairs: readonly DuplicatePair[] | null = null;

  constructor(access: DatabaseAccess) {
    this.#access = access;
  }

  /** Forgets what was read. */
  changed(): void {
    this.#snapshot = null;
    this.#pairs = null;
  }

  /** Reads ahead of the first question. @throws RevinoError `database.*` */
  read(): Snapshot {
    this.#snapshot ??= readSnapshot(this.#access);
    return this.#snapshot;
  }

  /** @throws RevinoError `database.*`, `report.noData` */
  answer<Q extends QuestionName>(name: Q, input: Questions[Q]['input']): Questions[Q]['answer'] {
    if (name === 'duplicatePairs')
      return this.#pairPage(input as Questions['duplicatePairs']['input']) as Questions[Q]['answer'];
    const answer = answers[name as Exclude<Q, OfCards>] as Answers[Exclude<QuestionName, OfCards>];
    return answer(this.read(), input as never, (read) => withDatabase(this.#access, read));
  }

  /** Pages of one comparison: the base is compared again only after a change. */
  #pairPage(input: Questions['duplicatePairs']['input']): Questions['duplicatePairs']['answer'] {
    return withDatabase(this.#access, (db) => {
      this.#pairs ??= findDuplicatePairs(db);
      return pairPage(db, this.#pairs, input);
    });
  }
}

/** Opened for the moment of reading only: an open reader would keep the log of a long import from being folded in. */
const withDatabase = <T>({ file, key }: DatabaseAccess, read: (db: Database) => T): T => {
  const db = openDatabase({ file, key, mode: 'read' });
  try {
    return inReadTransaction(db, () => read(db));
  } finally {
    db.close();
  }
};

const readSnapshot = (access: DatabaseAccess): Snapshot =>
  withDatabase(access, (db) => ({
    shop: readShop(db),
    extract: readVisitExtract(db),
    visits: readShopTotals(db).visits,
  }));
