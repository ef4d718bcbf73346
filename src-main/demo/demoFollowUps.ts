/**
 * The next steps of a demo shop, on the people and visits it already has: who is expected today and in the next days,
 * what was promised and wished, gestures, cases of low opinions, why some left.
 */
import type { Database } from '../../db/openDatabase.ts';
import { settleAppointmentsTx, settleWishesTx } from '../../db/repositories/followUpVisits.ts';
import { insertGestureKindTx } from '../../db/repositories/gesture.ts';
import { writeSettingTx } from '../../db/repositories/setting.ts';
import {
  appointmentTable,
  gestureTable,
  lapseAnswerTable,
  openCaseTable,
  promiseTable,
  wishTable,
} from '../../db/schema/followUp.ts';
import { prepared } from '../../db/transaction.ts';
import { newUid } from '../../db/uid.ts';
import type { GestureBudget } from '../../src-shared/contract/gestureContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { instantOfLocalTime } from '../../src-shared/domain/businessDate.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import { openingDayAfter } from '../../src-shared/domain/openingDays.ts';
import { readOpeningDays } from '../services/settingsService.ts';
import { FOLLOW_UP_TEXTS, GESTURE_COSTS_EUR } from './followUpTexts.ts';
import { priceIn } from './priceIn.ts';
import { type Random, seededRandom } from './random.ts';

export interface DemoFollowUps {
  readonly seed: number;
  readonly locale: Locale;
  readonly currency: string;
  readonly timeZone: string;
  readonly lastDay: number;
  readonly nowMs: number;
}

const BUDGET_EUR = { perGesture: 5, perMonth: 60 } as const;
const EXPECTED_TODAY = 4;
const EXPECTED_A_DAY = 3;
const DAYS_AHEAD = 8;
const CLOSED_CASES = 6;

interface DemoVisitRow {
  readonly id: number;
  readonly customerId: number;
  readonly day: string;
  readonly atMs: number;
  readonly staffId: number | null;
  readonly offeringId: number | null;
}

/** Last visits of people with a card, the newest first: those of so many days before the last day. */
const visitsOf = (db: Database, from: string, to: string): DemoVisitRow[] =>
  prepared(
    db,
    `SELECT visit.id, customer_id AS customerId, business_date AS day, occurred_at_ms AS atMs, staff_id AS staffId,
       (SELECT offering_id FROM visit_line WHERE visit_id = visit.id ORDER BY id LIMIT 1) AS offeringId
     FROM visit WHERE business_date BETWEEN ? AND ? AND customer_id IS NOT NULL
       AND EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id AND quantity_thousandths > 0)
       AND NOT EXISTS (SELECT 1 FROM visit AS later WHERE later.customer_id = visit.customer_id
         AND later.business_date > visit.business_date)
     ORDER BY business_date DESC, visit.id`,
  ).all(from, to) as DemoVisitRow[];

export const writeDemoFollowUpsTx = (db: Database, options: DemoFollowUps): void => {
  const { seed, lastDay } = options;
  // A source of its own, so that what is agreed here moves no visit.
  const random = seededRandom(seed ^ 0xf0110);
  const day = (days: number) => isoOfDay(lastDay + days);
  const recent = visitsOf(db, day(-45), day(0));
  const writer = new FollowUpWriter(db, options, random);
  writer.appointmentsOfVisits(recent.filter(({ day: on }) => on >= day(-30)));
  writer.appointmentsAhead(recent.filter(({ day: on }) => on < day(-12)));
  writer.promises(recent.slice(0, 60));
  writer.gestures(recent);
  writer.cases(day(-90));
  writer.wishes(recent);
  writer.lapses(visitsOf(db, day(-500), day(-160)));
};

class FollowUpWriter {
  readonly #db: Database;
  readonly #options: DemoFollowUps;
  readonly #random: Random;
  readonly #uid: () => Buffer;

  constructor(db: Database, options: DemoFollowUps, random: Random) {
    this.#db = db;
    this.#options = options;
    this.#random = random;
    this.#uid = () => newUid(options.nowMs);
  }

  get #texts() {
    return FOLLOW_UP_TEXTS[this.#options.locale];
  }

  #day(days: number): string {
    return isoOfDay(this.#options.lastDay + days);
  }

  /** An instant of a day, in the shop's forenoon. */
  #instant(isoDate: string, minute = 600): number {
    return instantOfLocalTime(dayOfIso(isoDate), minute * 60_000, this.#options.timeZone);
  }

  /** So many of the list, spread over it, in its order. */
  #some<T>(list: readonly T[], count: number): T[] {
    if (list.length === 0) return [];
    const step = Math.max(1, list.length / count);
    const taken: T[] = [];
    for (let at = this.#random.uniform() * step; at < list.length && taken.length < count; at += step)
      taken.push(list[Math.floor(at)]!);
    return taken;
  }

  #appointment(of: DemoVisitRow, onDate: string, atMinute: number | null, madeOn: string): void {
    this.#db.orm
      .insert(appointmentTable)
      .values({
        uid: this.#uid(),
        customerId: of.customerId,
        onDate,
        atMinute,
        offeringId: of.offeringId,
        staffId: of.staffId,
        note: this.#random.chance(0.15) ? this.#random.pick(this.#texts.notes) : null,
        createdAtMs: this.#instant(madeOn),
      })
      .run();
  }

  /** Some of those who came had said when; a few others did not come, or nobody has said yet. */
  appointmentsOfVisits(visits: readonly DemoVisitRow[]): void {
    for (const visit of visits) {
      if (!this.#random.chance(0.4)) continue;
      const minute = Math.round(this.#random.between(9 * 60, 17 * 60) / 15) * 15;
      this.#appointment(
        visit,
        visit.day,
        minute,
        isoOfDay(dayOfIso(visit.day) - this.#random.between(7, 30)),
      );
      settleAppointmentsTx(this.#db, visit.customerId, visit.day);
    }
    const stayedAway = this.#some(
      visits.filter(({ day }) => day < this.#day(-14)),
      5,
    );
    for (const [index, visit] of stayedAway.entries()) {
      const on = openingDayAfter(this.#day(-9 + index), 1, readOpeningDays(this.#db));
      if (on > this.#day(0)) continue;
      this.#appointment(visit, on, 60 * (10 + index), visit.day);
      // The last of them nobody has ticked yet.
      if (index < 3)
        prepared(
          this.#db,
          "UPDATE appointment SET outcome = 'missed', ended_at_ms = ? WHERE id = last_insert_rowid()",
        ).run(this.#instant(on, 18 * 60));
    }
  }

  appointmentsAhead(visits: readonly DemoVisitRow[]): void {
    const wanted = EXPECTED_TODAY + EXPECTED_A_DAY * (DAYS_AHEAD - 1);
    const opening = readOpeningDays(this.#db);
    // The history ends with the last day: the next one is today.
    let on = openingDayAfter(this.#day(0), 1, opening);
    let left = EXPECTED_TODAY;
    for (const visit of this.#some(visits, wanted)) {
      if (left === 0) {
        on = openingDayAfter(on, 1, opening);
        left = EXPECTED_A_DAY;
      }
      left--;
      const minute = this.#random.chance(0.9)
        ? 9 * 60 + 30 + (left * 150 + this.#random.between(0, 3) * 15)
        : null;
      this.#appointment(visit, on, minute, visit.day);
    }
  }

  promises(visits: readonly DemoVisitRow[]): void {
    const { promises } = this.#texts;
    for (const [index, visit] of this.#some(visits, 9).entries()) {
      const isKept = index > 5;
      this.#db.orm
        .insert(promiseTable)
        .values({
          uid: this.#uid(),
          customerId: visit.customerId,
          text: promises[index % promises.length]!,
          dueOn: index % 3 === 1 ? this.#day(index - 2) : null,
          madeAtVisitId: visit.id,
          staffId: visit.staffId,
          createdAtMs: visit.atMs,
          ...(isKept ? { outcome: 'kept' as const, endedAtMs: this.#instant(this.#day(-1)) } : {}),
        })
        .run();
    }
  }

  gestures(visits: readonly DemoVisitRow[]): void {
    const { currency, nowMs } = this.#options;
    const { gestureKinds, gestureReasons } = this.#texts;
    const budget: GestureBudget = {
      perGestureMinor: priceIn(currency, BUDGET_EUR.perGesture),
      perMonthMinor: priceIn(currency, BUDGET_EUR.perMonth),
    };
    writeSettingTx(this.#db, 'gestureBudget', budget);
    const kinds = gestureKinds.map((name, index) => {
      const costMinor = priceIn(currency, GESTURE_COSTS_EUR[index] ?? 1);
      return { id: insertGestureKindTx(this.#db, name, costMinor, nowMs), costMinor };
    });
    for (const visit of this.#some(visits, 12)) {
      const kind = kinds[this.#random.weighted([6, 3, 1])] ?? kinds[0]!;
      this.#db.orm
        .insert(gestureTable)
        .values({
          uid: this.#uid(),
          customerId: visit.customerId,
          visitId: visit.id,
          kindId: kind.id,
          costMinor: kind.costMinor,
          onDate: visit.day,
          reason: this.#random.chance(0.7) ? this.#random.pick(gestureReasons) : null,
          staffId: visit.staffId,
          createdAtMs: visit.atMs,
        })
        .run();
    }
  }

  /** Of the low scores since a day: the newest three are still open, some older ones put right. */
  cases(since: string): void {
    const low = prepared(
      this.#db,
      `SELECT opinion.id, opinion.customer_id AS customerId, opinion.visit_id AS visitId, opinion.business_date AS day,
         comment, visit.staff_id AS staffId
       FROM opinion LEFT JOIN visit ON visit.id = opinion.visit_id
       WHERE opinion.business_date >= ? AND (nps <= 6 OR csat <= 2)
       ORDER BY opinion.business_date DESC, opinion.id`,
    ).all(since) as {
      id: number;
      customerId: number;
      visitId: number;
      day: string;
      comment: string | null;
      staffId: number | null;
    }[];
    const opening = readOpeningDays(this.#db);
    for (const [index, opinion] of low.slice(0, 3 + CLOSED_CASES).entries()) {
      const isOpen = index < 3;
      // Old ones would all be overdue: a shop that looks after its cases has opened these in the last days.
      const openedOn = isOpen ? this.#day(-index) : opinion.day;
      const dueOn = openingDayAfter(openedOn, 2, opening);
      this.#db.orm
        .insert(openCaseTable)
        .values({
          uid: this.#uid(),
          customerId: opinion.customerId,
          visitId: opinion.visitId,
          opinionId: opinion.id,
          origin: 'opinion',
          text: opinion.comment ?? '',
          dueOn: index === 2 ? this.#day(-1) : dueOn,
          staffId: opinion.staffId,
          openedOn,
          createdAtMs: this.#instant(openedOn),
          ...(isOpen
            ? {}
            : {
                closedOn: dueOn,
                closedAtMs: this.#instant(dueOn),
                solution: this.#random.pick(this.#texts.solutions),
              }),
        })
        .run();
    }
  }

  wishes(visits: readonly DemoVisitRow[]): void {
    const { wishes } = this.#texts;
    for (const [index, visit] of this.#some(visits, wishes.length).entries()) {
      const [text, solution] = wishes[index]!;
      const solvedOn = isoOfDay(Math.min(this.#options.lastDay, dayOfIso(visit.day) + 3));
      const toldOn = isoOfDay(Math.min(this.#options.lastDay, dayOfIso(visit.day) + 5));
      this.#db.orm
        .insert(wishTable)
        .values({
          uid: this.#uid(),
          customerId: visit.customerId,
          text,
          wishedOn: visit.day,
          staffId: visit.staffId,
          createdAtMs: visit.atMs,
          ...(index % 3 === 0 ? {} : { solution, solvedOn }),
          ...(index % 3 === 2 ? { toldOn, toldByStaffId: visit.staffId } : {}),
        })
        .run();
    }
    this.#wishThatCame();
  }

  /** One whose second last visit made a wish that the last one answered. */
  #wishThatCame(): void {
    const visit = prepared(
      this.#db,
      `SELECT before.id, before.customer_id AS customerId, before.business_date AS day, before.occurred_at_ms AS atMs,
         before.staff_id AS staffId
       FROM visit AS last JOIN visit AS before ON before.customer_id = last.customer_id
       WHERE last.business_date BETWEEN ? AND ? AND before.business_date <= date(last.business_date, '-14 days')
       ORDER BY last.business_date DESC, before.business_date DESC, before.id LIMIT 1`,
    ).get(this.#day(-20), this.#day(0)) as Omit<DemoVisitRow, 'offeringId'> | undefined;
    const [text, solution] = this.#texts.wishes.at(-1)!;
    if (visit === undefined) return;
    const on = (days: number) => isoOfDay(dayOfIso(visit.day) + days);
    this.#db.orm
      .insert(wishTable)
      .values({
        uid: this.#uid(),
        customerId: visit.customerId,
        text,
        wishedOn: visit.day,
        staffId: visit.staffId,
        createdAtMs: visit.atMs,
        solution,
        solvedOn: on(2),
        toldOn: on(4),
        toldByStaffId: visit.staffId,
      })
      .run();
    settleWishesTx(this.#db, visit.customerId);
  }

  lapses(visits: readonly DemoVisitRow[]): void {
    const { lapses } = this.#texts;
    for (const [index, visit] of this.#some(visits, lapses.length).entries()) {
      const [reason, text] = lapses[index]!;
      const askedOn = this.#day(-7 * (index + 1));
      this.#db.orm
        .insert(lapseAnswerTable)
        .values({
          uid: this.#uid(),
          customerId: visit.customerId,
          askedOn,
          reason,
          text,
          staffId: visit.staffId,
          createdAtMs: this.#instant(askedOn, 15 * 60),
        })
        .run();
    }
  }
}
