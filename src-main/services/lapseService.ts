/** Ask why: the few lapsed customers worth a call, and what those who were asked answered. Owns the transactions. */
import type { Database } from '../../db/openDatabase.ts';
import { requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import {
  type AskableRow,
  countLapseReasons,
  type LapseAnswerRow,
  lapseRecords,
  listAskable,
  listLapseAnswers,
} from '../../db/repositories/lapseAnswer.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { LapseAnswer } from '../../src-shared/contract/lapseContract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import type { VisitExtract } from '../../src-shared/domain/extract.ts';
import { type LapsedCustomer, lapsedCustomers } from '../../src-shared/domain/lapsed.ts';
import { requirePointsAt, todayIn } from './followUpParts.ts';
import type { PhoneBook } from './phoneBook.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

/** As many as somebody calls on a quiet afternoon. */
const MOST_ASKED = 10;
const ASKED_AGAIN_AFTER_DAYS = 365;
/** Who left longer ago hardly knows any more why. */
const ASKED_WITHIN_DAYS = 730;
const LOOKED_AT_ONCE = 200;

export interface AskList {
  readonly lapsed: number;
  readonly customers: readonly (AskableRow & Omit<LapsedCustomer, 'customerId'>)[];
}

/** In the analytics process, which holds the extract. */
export const askList = (db: Database, extract: VisitExtract, asOf: string): AskList => {
  const asOfDay = dayOfIso(asOf);
  const all = lapsedCustomers(extract, asOfDay);
  const recent = all.filter(({ lastDay }) => asOfDay - lastDay <= ASKED_WITHIN_DAYS);
  const askedBefore = isoOfDay(asOfDay - ASKED_AGAIN_AFTER_DAYS);
  const customers: AskList['customers'][number][] = [];
  for (let at = 0; at < recent.length && customers.length < MOST_ASKED; at += LOOKED_AT_ONCE) {
    const some = recent.slice(at, at + LOOKED_AT_ONCE);
    const askable = new Map(
      listAskable(
        db,
        some.map(({ customerId }) => customerId),
        askedBefore,
      ).map((row) => [row.customerId, row]),
    );
    for (const lapsed of some) {
      const row = askable.get(lapsed.customerId);
      if (row !== undefined && customers.length < MOST_ASKED) customers.push({ ...lapsed, ...row });
    }
  }
  return { lapsed: all.length, customers };
};

export const shownAskList = ({ lapsed, customers }: AskList, phones: PhoneBook): Output<'lapse.toAsk'> => ({
  lapsed,
  customers: customers.map((one) => ({
    customer: { customerId: one.customerId, name: one.name },
    phone: one.phoneE164 === null ? (one.otherPhone ?? '') : phones.shown(one.phoneE164),
    occasions: one.occasions,
    lastVisitOn: isoOfDay(one.lastDay),
    lastStaff: one.lastStaff,
    rhythmDays: Math.max(1, Math.round(one.rhythmDays)),
  })),
});

/** @throws RevinoError `customer.notFound`, `staff.notFound` */
export const answerLapse = (
  db: Database,
  { customerId: cardId, reason, text, staffId }: Input<'lapse.answer'>,
  nowMs: number,
): Output<'lapse.answer'> =>
  inTransaction(db, () => {
    const customerId = requireCurrentCustomer(db, cardId);
    requirePointsAt(db, { staffId });
    const { id, changeId } = lapseRecords.makeTx(
      db,
      { customerId, askedOn: todayIn(db, nowMs), reason, text: text || null, staffId, createdAtMs: nowMs },
      nowMs,
    );
    return { lapseAnswerId: id, changeId };
  });

export const shownLapseAnswer = (row: LapseAnswerRow): LapseAnswer => ({
  lapseAnswerId: row.id,
  customer: { customerId: row.customerId, name: row.name },
  askedOn: row.askedOn,
  reason: row.reason,
  text: row.text,
  staff: row.staff,
});

export const lapseAnswers = (
  db: Database,
  { from, to, limit }: Input<'lapse.answers'>,
): Output<'lapse.answers'> =>
  inReadTransaction(db, () => {
    const reasons = countLapseReasons(db, from, to).map((row) => ({ ...row }));
    return {
      answers: listLapseAnswers(db, from, to, limit).map(shownLapseAnswer),
      asked: reasons.reduce((sum, { count }) => sum + count, 0),
      silent: reasons.find(({ reason }) => reason === 'noAnswer')?.count ?? 0,
      reasons: reasons.filter(({ reason }) => reason !== 'noAnswer'),
    };
  });
