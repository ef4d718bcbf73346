/** What is open with one customer, and who recommended them. */
import type { Database } from '../../db/openDatabase.ts';
import { listSources } from '../../db/repositories/acquisition.ts';
import { listOpenAppointmentsOf } from '../../db/repositories/appointment.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { differingFields, partOf, readCard, writeCardTx } from '../../db/repositories/customerDetail.ts';
import { currentCustomerId, requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import { listGesturesOf } from '../../db/repositories/gesture.ts';
import { findLastLapseAnswer } from '../../db/repositories/lapseAnswer.ts';
import { listOpenCasesOf } from '../../db/repositories/openCase.ts';
import { listOpenPromisesOf } from '../../db/repositories/promise.ts';
import { readRecommended } from '../../db/repositories/recommendation.ts';
import { listOpenWishesOf } from '../../db/repositories/wish.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { shownAppointment } from './appointmentService.ts';
import { shownCase } from './caseService.ts';
import { daysFrom, todayIn } from './followUpParts.ts';
import { shownGesture } from './gestureService.ts';
import { shownLapseAnswer } from './lapseService.ts';
import type { PhoneBook } from './phoneBook.ts';
import { shownPromise } from './promiseService.ts';
import { readShop } from './shopService.ts';
import { shownWish } from './wishService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

const GESTURES_DAYS = 365;

/** @throws RevinoError `customer.notFound` */
export const customerFollowUp = (
  db: Database,
  { customerId: askedId }: Input<'customer.followUp'>,
  phones: PhoneBook,
  nowMs: number,
): Output<'customer.followUp'> =>
  inReadTransaction(db, () => {
    const customerId = currentCustomerId(db, askedId);
    const { recommendedByCustomerId } = readCustomer(db, customerId);
    const { timeZone } = readShop(db);
    const today = todayIn(db, nowMs);
    const appointments = listOpenAppointmentsOf(db, customerId).map((row) => shownAppointment(row, phones));
    const lapse = findLastLapseAnswer(db, customerId);
    return {
      appointments: appointments.filter(({ onDate }) => onDate >= today),
      unanswered: appointments.filter(({ onDate }) => onDate < today),
      promises: listOpenPromisesOf(db, customerId).map((row) => shownPromise(row, timeZone)),
      cases: listOpenCasesOf(db, customerId).map((row) => shownCase(row, today)),
      wishes: listOpenWishesOf(db, customerId).map((row) => shownWish(row, phones)),
      gestures: listGesturesOf(db, customerId, daysFrom(today, -GESTURES_DAYS)).map(shownGesture),
      lapse: lapse === null ? null : shownLapseAnswer(lapse),
      recommendedBy:
        recommendedByCustomerId === null
          ? null
          : {
              customerId: recommendedByCustomerId,
              name: readCustomer(db, recommendedByCustomerId).displayName,
            },
      recommendedCount: readRecommended(db, customerId).recommendedCount,
    };
  });

/** The source that stands for recommendations; with several, the first by name. */
const recommendationSource = (db: Database): string | null =>
  listSources(db).find(({ isRecommendation, archivedAtMs }) => isRecommendation && archivedAtMs === null)
    ?.name ?? null;

/** @throws RevinoError `customer.notFound`, `customer.forgotten`, `customer.recommendsItself` */
export const setRecommendedBy = (
  db: Database,
  asked: Input<'customer.setRecommendedBy'>,
  nowMs: number,
): Output<'customer.setRecommendedBy'> =>
  inTransaction(db, () => {
    const customerId = requireCurrentCustomer(db, asked.customerId);
    const recommendedById =
      asked.recommendedById === null ? null : requireCurrentCustomer(db, asked.recommendedById);
    const before = readCard(db, customerId);
    const source =
      recommendedById !== null && before.source === null ? recommendationSource(db) : before.source;
    const after = { ...before, recommendedByCustomerId: recommendedById, source };
    const fields = differingFields(before, after);
    if (fields.length === 0) return { changeId: null, source };
    writeCardTx(db, customerId, partOf(after, fields));
    const changeId = logChangeTx(db, {
      atMs: nowMs,
      action: 'update',
      subject: 'customer',
      recordId: customerId,
      fields,
      before: partOf(before, fields),
    });
    return { changeId, source };
  });
