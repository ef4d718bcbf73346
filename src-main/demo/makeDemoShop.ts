/**
 * Fills an empty database with a shop that never was: for demonstrations, benches and tests of every size. The same
 * options always make the same figures. Marked as a demo for good; refuses a database that already has a shop.
 */
import { setImmediate } from 'node:timers/promises';
import { toRevinoError } from '../../db/databaseError.ts';
import type { Database } from '../../db/openDatabase.ts';
import {
  getOrCreateCategoryTx,
  getOrCreateOfferingTx,
  getOrCreateStaffTx,
  updateOfferingTx,
} from '../../db/repositories/catalogue.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { insertOpinionTx } from '../../db/repositories/opinion.ts';
import { updateShopTx } from '../../db/repositories/shop.ts';
import { rebuildAllSummariesTx } from '../../db/repositories/summary.ts';
import { insertVisitLineTx, insertVisitTx } from '../../db/repositories/visit.ts';
import { beginTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Locale, Trade } from '../../src-shared/contract/values.ts';
import { instantOfLocalTime } from '../../src-shared/domain/businessDate.ts';
import { civilOfDay, dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import { createShop } from '../services/shopService.ts';
import { COMMENTS } from './comments.ts';
import { writeDemoBenefitsTx } from './demoBenefits.ts';
import { writeDemoFollowUpsTx } from './demoFollowUps.ts';
import { SOURCES_OF_DEMO, writeDemoSettingsTx } from './demoSettings.ts';
import { makePerson } from './people.ts';
import { priceIn } from './priceIn.ts';
import { type Random, seededRandom } from './random.ts';
import { type DemoShopFacts, type DemoVisit, simulateCustomer } from './simulateCustomer.ts';
import { type DemoTrade, TRADES_OF_DEMO } from './trades.ts';

export interface DemoOptions {
  readonly customers: number;
  /** Length of the history in years; may be a fraction. */
  readonly years: number;
  readonly seed: number;
  readonly trade: Trade;
  readonly locale: Locale;
  readonly currency: string;
  readonly timeZone: string;
  /** Last day of the history, ISO. */
  readonly until: string;
  readonly nowMs: number;
}

export interface DemoCounts {
  readonly customers: number;
  readonly visits: number;
  readonly walkIns: number;
  readonly opinions: number;
  readonly firstDate: string;
  readonly lastDate: string;
}

/** In the order of SOURCES_OF_DEMO, and last those whose source nobody asked for. */
const SOURCE_WEIGHTS = [42, 18, 18, 10, 12] as const;
const OPENS_AT_MS = 9 * 3_600_000;
const OPEN_FOR_MS = 9 * 3_600_000;
/** The source of people whom others sent. */
const RECOMMENDED = 0;
/** How far back among earlier customers the one who recommends is looked for. */
const RECOMMENDER_REACH = 400;
/** What of a price goes into material; goods cost more of theirs than work does. */
const COST_SHARE = { work: 0.25, goods: 0.55 } as const;
/** A window must not wait longer than it takes to simulate these. */
const CUSTOMERS_AT_A_TIME = 25;

/**
 * Of a shop that was cancelled by `signal`, the name remains, and nobody in it.
 * @throws RevinoError `shop.exists`, `shop.invalidCurrency`, `shop.invalidTimeZone`, `job.cancelled`, `database.*`
 */
export const makeDemoShop = async (
  db: Database,
  options: DemoOptions,
  signal?: AbortSignal,
  onProgress: (share: number) => void = () => undefined,
): Promise<DemoCounts> => {
  const trade = TRADES_OF_DEMO[options.trade];
  const random = seededRandom(options.seed);
  const lastDay = dayOfIso(options.until);
  const firstDay = lastDay - Math.max(1, Math.round(options.years * 365.25)) + 1;
  createShop(
    db,
    {
      name: trade.shopName[options.locale],
      trade: options.trade,
      currency: options.currency,
      timeZone: options.timeZone,
      locale: options.locale,
      isHistoryComplete: true,
      isDemo: true,
    },
    options.nowMs,
  );
  const transaction = beginTransaction(db, true);
  try {
    updateShopTx(db, { historyStartsOn: isoOfDay(firstDay) });
    const writer = new DemoWriter(db, options, trade, random, firstDay);
    const facts = shopFacts(random, trade, options.locale, firstDay, lastDay);
    for (const [index, day] of arrivals(random, trade, options.customers, firstDay, lastDay).entries()) {
      if (index % CUSTOMERS_AT_A_TIME === 0) {
        // Ctrl+C is only heard between two pieces of work.
        await setImmediate();
        if (signal?.aborted) throw new RevinoError('job.cancelled');
        onProgress(index / options.customers);
      }
      const source = random.weighted(SOURCE_WEIGHTS);
      const isRecommended = source === RECOMMENDED && index > 0;
      writer.customerTx(
        index,
        // Nobody was there to send the first one.
        source === RECOMMENDED && !isRecommended ? null : source,
        simulateCustomer(random, facts, day - firstDay, isRecommended),
      );
    }
    writeDemoSettingsTx(db, { ...options, firstDay, lastDay, weekdays: trade.weekdays });
    const { customerIds, usualPriceMinor: priceMinor } = writer;
    writeDemoBenefitsTx(db, { ...options, firstDay, lastDay, customerIds, priceMinor });
    writeDemoFollowUpsTx(db, { ...options, lastDay });
    rebuildAllSummariesTx(db);
    transaction.commit();
    return writer.counts(options);
  } catch (error) {
    transaction.rollback();
    throw toRevinoError(error, db.file);
  }
};

const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

const busynessOf = (trade: DemoTrade, day: number): number =>
  (trade.weekdays[weekdayOf(day)] ?? 0) * (trade.months[civilOfDay(day).month - 1] ?? 1);

/** First days of all customers, ascending: growing by about a tenth a year, by season and weekday. */
const arrivals = (
  random: Random,
  trade: DemoTrade,
  customers: number,
  firstDay: number,
  lastDay: number,
): number[] => {
  const days: number[] = [];
  const peak =
    Math.max(...trade.weekdays) * Math.max(...trade.months) * 1.1 ** ((lastDay - firstDay) / 365.25);
  while (days.length < customers) {
    const day = random.between(firstDay, lastDay);
    const busyness = busynessOf(trade, day) * 1.1 ** ((day - firstDay) / 365.25);
    if (random.uniform() * peak < busyness) days.push(day);
  }
  return days.sort((a, b) => a - b);
};

const shopFacts = (
  random: Random,
  trade: DemoTrade,
  locale: Locale,
  firstDay: number,
  lastDay: number,
): DemoShopFacts => {
  const staffCount = trade.staff[locale].length;
  return {
    trade,
    staffCount,
    staffCharm: Array.from({ length: staffCount }, () => random.normal(1, 0.07)),
    lastDay: lastDay - firstDay,
    bookableDay: (wishedDay) => {
      let day = wishedDay;
      // A quiet day is skipped in proportion to its quietness; a closed one always.
      while (random.uniform() > busynessOf(trade, firstDay + day)) day++;
      return day;
    },
  };
};

class DemoWriter {
  readonly #db: Database;
  readonly #options: DemoOptions;
  readonly #trade: DemoTrade;
  readonly #random: Random;
  readonly #firstDay: number;
  readonly #lastDay: number;
  readonly #staffIds: readonly number[];
  readonly #offerings: readonly {
    readonly id: number;
    readonly categoryId: number;
    readonly priceMinor: number;
  }[];
  readonly #customerIds: number[] = [];
  #visits = 0;
  #walkIns = 0;
  #opinions = 0;

  constructor(db: Database, options: DemoOptions, trade: DemoTrade, random: Random, firstDay: number) {
    this.#db = db;
    this.#options = options;
    this.#trade = trade;
    this.#random = random;
    this.#firstDay = firstDay;
    this.#lastDay = dayOfIso(options.until);
    const { locale, nowMs } = options;
    this.#staffIds = trade.staff[locale].map((name) => getOrCreateStaffTx(db, name, nowMs));
    this.#offerings = trade.offerings.map(({ name, category, priceEur, plannedIntervalDays, isExtra }) => {
      const id = getOrCreateOfferingTx(db, name[locale], nowMs);
      const categoryId = getOrCreateCategoryTx(db, category[locale], nowMs);
      const priceMinor = priceIn(options.currency, priceEur);
      const costMinor = Math.round(priceMinor * (isExtra ? COST_SHARE.goods : COST_SHARE.work));
      updateOfferingTx(db, id, {
        categoryId,
        priceMinor,
        costMinor,
        plannedIntervalDays: plannedIntervalDays ?? null,
      });
      return { id, categoryId, priceMinor };
    });
  }

  customerTx(index: number, source: number | null, visits: readonly DemoVisit[]): void {
    const { locale } = this.#options;
    const { firstName, lastName, phoneE164 } = makePerson(this.#random, locale, this.#trade.womenShare);
    const first = visits[0];
    const reach = Math.min(index, RECOMMENDER_REACH);
    const recommender =
      source === RECOMMENDED ? this.#customerIds[index - this.#random.between(1, reach)] : null;
    const customerId = insertCustomerTx(this.#db, {
      externalId: String(index + 1).padStart(5, '0'),
      displayName: `${firstName} ${lastName}`,
      firstName,
      lastName,
      phoneE164: this.#random.chance(0.85) ? phoneE164 : null,
      source: (source === null ? undefined : SOURCES_OF_DEMO[source]?.name[locale]) ?? null,
      recommendedByCustomerId: recommender ?? null,
      createdAtMs: first === undefined ? this.#options.nowMs : this.#instant(this.#firstDay + first.day),
    });
    this.#customerIds.push(customerId);
    for (const visit of visits) {
      this.#visitTx(customerId, visit);
      if (this.#random.chance(this.#trade.walkIns)) this.#walkInTx(visit);
    }
  }

  get customerIds(): readonly number[] {
    return this.#customerIds;
  }

  get usualPriceMinor(): number {
    return this.#offerings[0]!.priceMinor;
  }

  counts({ customers, until }: DemoOptions): DemoCounts {
    return {
      customers,
      visits: this.#visits,
      walkIns: this.#walkIns,
      opinions: this.#opinions,
      firstDate: isoOfDay(this.#firstDay),
      lastDate: until,
    };
  }

  #visitTx(customerId: number, visit: DemoVisit): void {
    const day = this.#firstDay + visit.day;
    const { visitId, atMs } = this.#recordTx(customerId, day, visit);
    if (visit.opinion !== null) {
      const { nps, csat, mood, hasComment } = visit.opinion;
      this.#opinions++;
      insertOpinionTx(this.#db, {
        customerId,
        visitId,
        businessDate: isoOfDay(day),
        atMs,
        createdAtMs: atMs,
        nps,
        csat,
        comment: hasComment ? this.#random.pick(COMMENTS[this.#options.locale][mood]) : null,
        channel: 'desk',
      });
    }
    if (visit.refundAfterDays !== null && visit.lines.length > 0) {
      this.#refundTx(customerId, day + visit.refundAfterDays, visit);
    }
  }

  #walkInTx(like: DemoVisit): void {
    this.#walkIns++;
    this.#recordTx(null, this.#firstDay + like.day, { ...like, lines: like.lines.slice(0, 1) });
  }

  #recordTx(customerId: number | null, day: number, visit: DemoVisit): { visitId: number; atMs: number } {
    const atMs = this.#instant(day);
    this.#visits++;
    const visitId = insertVisitTx(this.#db, {
      customerId,
      occurredAtMs: atMs,
      businessDate: isoOfDay(day),
      source: 'demo',
      createdAtMs: atMs,
      staffId: this.#staffIds[visit.staff] ?? null,
    });
    for (const { offering, quantity, discount } of visit.lines)
      this.#lineTx(visitId, offering, quantity, discount);
    return { visitId, atMs };
  }

  /** Paid back later the same way: a line of negative quantity, and no occasion. */
  #refundTx(customerId: number, day: number, { lines, staff }: DemoVisit): void {
    if (day > this.#lastDay || lines[0] === undefined) return;
    const atMs = this.#instant(day);
    const visitId = insertVisitTx(this.#db, {
      customerId,
      occurredAtMs: atMs,
      businessDate: isoOfDay(day),
      source: 'demo',
      createdAtMs: atMs,
      staffId: this.#staffIds[staff] ?? null,
    });
    this.#lineTx(visitId, lines[0].offering, -lines[0].quantity, lines[0].discount);
  }

  #lineTx(visitId: number, offeringIndex: number, quantity: number, discount: number): void {
    const offering = this.#offerings[offeringIndex]!;
    insertVisitLineTx(this.#db, visitId, {
      offeringId: offering.id,
      categoryId: offering.categoryId,
      quantityThousandths: quantity * 1000,
      amountMinor: quantity * Math.round(offering.priceMinor * (1 - discount)),
    });
  }

  #instant(day: number): number {
    const timeMs = OPENS_AT_MS + Math.floor(this.#random.uniform() * (OPEN_FOR_MS / 900_000)) * 900_000;
    return instantOfLocalTime(day, timeMs, this.#options.timeZone);
  }
}
