/**
 * The person at the desk at a glance. Reads that person's own rows; what it must know of the whole shop comes in as
 * `facts`, so that opening a person never waits for a million visits.
 */
import type { Database } from '../../db/openDatabase.ts';
import { currentCustomerId } from '../../db/repositories/customerMerge.ts';
import {
  countRecommended,
  findGlancePerson,
  findLastVisit,
  findMainOffering,
  findUsualVisit,
  type GlancePerson,
  hasOpenCase,
  listBooked,
  listGivenConsents,
  listOccasionDays,
  listOpenCases,
  listOpenPromises,
  listPreferences,
  listSoldLines,
  listSolvedWishes,
  listTagNames,
  type MainOffering,
} from '../../db/repositories/glance.ts';
import { inReadTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Glance, GlanceRow, ShownValue } from '../../src-shared/contract/glanceContract.ts';
import { poolHoldings } from '../../src-shared/domain/benefitPool.ts';
import { daysToBirthday } from '../../src-shared/domain/birthday.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import type { DeskValueShown } from '../../src-shared/domain/closedLists.ts';
import { type DeskFacts, pooledFor, valueBandOf } from '../../src-shared/domain/deskFacts.ts';
import { nextVisitDay } from '../../src-shared/domain/nextVisit.ts';
import { type RhythmGlance, rhythmGlance } from '../../src-shared/domain/rhythmGlance.ts';
import { BIRTHDAY_DAYS, suggestedGesture } from '../../src-shared/domain/suggestedGesture.ts';
import { benefitsOfCustomer } from './benefitViews.ts';
import { readOpeningDays } from './settingsService.ts';
import { readShop } from './shopService.ts';

/** A glance is no register: what is more than this stands on the card. */
const SHOWN = 5;
/** As many as a line of visits can show with their days. */
const RECENT_DAYS = 7;

export interface GlanceContext {
  /** Null while they are not read yet. */
  readonly facts: DeskFacts | null;
  readonly valueShown: DeskValueShown;
  readonly nowMs: number;
}

interface Coming {
  readonly days: readonly number[];
  readonly main: MainOffering | null;
  readonly rhythm: RhythmGlance | null;
}

const comingOf = (db: Database, customerId: number, facts: DeskFacts | null, today: string): Coming => {
  const days = listOccasionDays(db, customerId, today);
  const last = days.at(-1);
  const main = last === undefined ? null : findMainOffering(db, customerId, isoOfDay(last));
  const rhythm =
    facts === null
      ? null
      : rhythmGlance(
          days,
          pooledFor(facts, main?.offeringId ?? null),
          main?.plannedIntervalDays ?? null,
          dayOfIso(today),
        );
  return { days, main, rhythm };
};

/**
 * One person, for the desk.
 * @throws RevinoError `customer.notFound`
 */
export const glance = (db: Database, askedId: number, context: GlanceContext): Glance =>
  inReadTransaction(db, () => {
    const customerId = currentCustomerId(db, askedId);
    const { timeZone } = readShop(db);
    const { facts, nowMs } = context;
    const today = businessDateOfInstant(nowMs, timeZone);
    const person = findGlancePerson(db, customerId);
    if (person === null) throw new RevinoError('customer.notFound', { id: customerId });
    const { days, rhythm } = comingOf(db, customerId, facts, today);
    const lastDate = days.length === 0 ? null : isoOfDay(days.at(-1)!);
    const booked = listBooked(db, customerId, today, SHOWN);
    const cases = listOpenCases(db, customerId, SHOWN);
    const solvedWishes = listSolvedWishes(db, customerId, SHOWN);
    const birthdayInDays = nearBirthday(person.birthday, today);
    return {
      customerId,
      name: person.name,
      phone: person.phoneE164,
      occasions: days.length,
      firstVisitOn: days.length === 0 ? null : isoOfDay(days[0]!),
      lastVisitOn: lastDate,
      isRhythmReady: facts !== null,
      rhythm,
      recentDays: days.slice(-RECENT_DAYS).map(isoOfDay),
      lastVisit: lastDate === null ? null : lastVisitOf(db, customerId, lastDate),
      usual: usualOf(db, customerId, today, context.valueShown),
      bookedToday: booked[0]?.onDate === today ? booked[0] : null,
      booked,
      suggestedNextOn: rhythm === null ? null : nextVisitDay(today, rhythm.everyDays, readOpeningDays(db)),
      promises: listOpenPromises(db, customerId, SHOWN).map(({ createdAtMs, ...promise }) => ({
        ...promise,
        madeOn: businessDateOfInstant(createdAtMs, timeZone),
      })),
      hasOpenCase: cases.length > 0,
      cases,
      solvedWishes,
      preferences: listPreferences(db, customerId),
      tags: listTagNames(db, customerId),
      note: person.note,
      value: shownValueOf(person, context),
      recommendedCount: countRecommended(db, customerId),
      birthday: birthdayInDays === null ? null : { inDays: birthdayInDays },
      consents: listGivenConsents(db, customerId),
      gesture: suggestedGesture({
        hasOpenCase: cases.length > 0,
        birthdayInDays,
        occasions: days.length,
        state: rhythm?.state ?? null,
        daysSince: lastDate === null ? null : dayOfIso(today) - dayOfIso(lastDate),
        hasSolvedWish: solvedWishes.length > 0,
        missingOnCard: missingOnCard(db, customerId, nowMs),
      }),
    };
  });

/** To the next reward, on the stamp card that is nearest to it; 0 where one is ready. */
const missingOnCard = (db: Database, customerId: number, nowMs: number): number | null => {
  const { holdings } = benefitsOfCustomer(db, { customerId }, nowMs);
  const missing = poolHoldings(holdings).flatMap(({ rules, state, balance }) =>
    rules.kind === 'stamps' && state === 'holds' ? [Math.max(0, rules.needed - balance)] : [],
  );
  return missing.length === 0 ? null : Math.min(...missing);
};

const nearBirthday = (birthday: string | null, today: string): number | null => {
  if (birthday === null) return null;
  const inDays = daysToBirthday(dayOfIso(birthday), dayOfIso(today));
  return Math.abs(inDays) <= BIRTHDAY_DAYS ? inDays : null;
};

const lastVisitOf = (db: Database, customerId: number, date: string): Glance['lastVisit'] => {
  const visit = findLastVisit(db, customerId, date);
  if (visit === null) return null;
  const lines = listSoldLines(db, visit.visitId);
  const staff = [visit.staff, ...lines.map((line) => line.staff)].filter((name) => name !== null);
  return {
    visitId: visit.visitId,
    on: visit.businessDate,
    offerings: [...new Set(lines.map(({ offering }) => offering).filter((name) => name !== null))],
    staff: [...new Set(staff)],
    note: visit.note,
  };
};

/** A package is not sold anew each time. What one paid for is offered at its price, for a package to pay again. */
const usualOf = (
  db: Database,
  customerId: number,
  today: string,
  valueShown: DeskValueShown,
): Glance['usual'] => {
  const visit = findUsualVisit(db, customerId, today);
  if (visit === null) return null;
  const lines = listSoldLines(db, visit.visitId)
    .filter(({ quantityThousandths, sellsPlan }) => quantityThousandths > 0 && sellsPlan === 0)
    .map(({ offering, priceMinor, quantityThousandths, amountMinor, discountMinor, staffId, benefitId }) => ({
      offeringName: offering,
      quantityThousandths,
      staffId,
      // Who is shown no amounts begins with the price list.
      ...(valueShown === 'amount'
        ? // Of a line that a benefit paid, the discount is what it paid.
          benefitId === null
          ? { amountMinor, discountMinor }
          : { amountMinor: amountMinor + (discountMinor ?? 0), discountMinor: null }
        : { amountMinor: listed(priceMinor, quantityThousandths), discountMinor: null }),
    }));
  return lines.length === 0 ? null : { staffId: visit.staffId, lines };
};

const listed = (priceMinor: number | null, quantityThousandths: number): number | null =>
  priceMinor === null ? null : Math.round((priceMinor * quantityThousandths) / 1000);

const shownValueOf = ({ netMinor, occasions }: GlancePerson, context: GlanceContext): ShownValue | null => {
  if (occasions === 0 || context.valueShown === 'nothing') return null;
  if (context.valueShown === 'amount') return { kind: 'amount', netMinor };
  const band = valueBandOf(netMinor, context.facts?.valueBounds ?? null);
  return band === null ? null : { kind: 'band', band };
};

/** A few people of a list, in the order asked for; those that are gone are left out. */
export const glanceRows = (
  db: Database,
  customerIds: readonly number[],
  { facts, nowMs }: Pick<GlanceContext, 'facts' | 'nowMs'>,
): GlanceRow[] =>
  inReadTransaction(db, () => {
    const today = businessDateOfInstant(nowMs, readShop(db).timeZone);
    return customerIds.flatMap((customerId): GlanceRow[] => {
      if (findGlancePerson(db, customerId) === null) return [];
      const { days, main, rhythm } = comingOf(db, customerId, facts, today);
      const [booked] = listBooked(db, customerId, today, 1);
      return [
        {
          customerId,
          occasions: days.length,
          lastVisitOn: days.length === 0 ? null : isoOfDay(days.at(-1)!),
          rhythm,
          bookedToday: booked?.onDate === today ? booked : null,
          hasOpenCase: hasOpenCase(db, customerId),
          lastOffering: main?.name ?? null,
        },
      ];
    });
  });
