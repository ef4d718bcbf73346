/**
 * What the desk reads about one person, each answered by an index: the person's own rows and nothing of the shop's.
 * Wording and rules are not here.
 */
import type { ConsentChannel, ConsentPurpose, PreferenceKind } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';
import { SALE_LINE } from './summary.ts';

export interface GlancePerson {
  readonly customerId: number;
  readonly name: string;
  readonly phoneE164: string | null;
  readonly birthday: string | null;
  readonly note: string | null;
  readonly occasions: number;
  readonly netMinor: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

const PERSON = `SELECT customer.id AS customerId, display_name AS name, phone_e164 AS phoneE164, birthday, note,
  coalesce(occasions, 0) AS occasions, coalesce(net_minor, 0) AS netMinor, first_date AS firstDate, last_date AS lastDate
  FROM customer LEFT JOIN customer_total ON customer_id = customer.id WHERE customer.id = ?`;

export const findGlancePerson = (db: Database, customerId: number): GlancePerson | null =>
  (prepared(db, PERSON).get(customerId) as GlancePerson | undefined) ?? null;

/** Days of the occasions up to `today`, ascending, each once: what summary.ts counts. */
export const listOccasionDays = (db: Database, customerId: number, today: string): number[] => {
  const rows = prepared(
    db,
    `SELECT DISTINCT unixepoch(business_date) / 86400 AS day FROM visit
     WHERE customer_id = ? AND business_date <= ? AND cancelled_at_ms IS NULL
       AND (NOT EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id)
         OR EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id AND ${SALE_LINE}))
     ORDER BY business_date`,
  ).all(customerId, today) as { day: number }[];
  return rows.map(({ day }) => day);
};

export interface MainOffering {
  readonly offeringId: number;
  readonly name: string;
  readonly plannedIntervalDays: number | null;
}

/** Of a customer's day: that of the largest amount, of equal amounts the older offering; as extract.ts decides. */
export const findMainOffering = (db: Database, customerId: number, date: string): MainOffering | null =>
  (prepared(
    db,
    `SELECT offering.id AS offeringId, name, planned_interval_days AS plannedIntervalDays
     FROM visit JOIN visit_line ON visit_id = visit.id JOIN offering ON offering.id = offering_id
     WHERE customer_id = ? AND business_date = ? AND cancelled_at_ms IS NULL AND ${SALE_LINE}
     ORDER BY amount_minor DESC, offering.id LIMIT 1`,
  ).get(customerId, date) as MainOffering | undefined) ?? null;

export interface LastVisit {
  readonly visitId: number;
  readonly businessDate: string;
  readonly staffId: number | null;
  readonly staff: string | null;
  readonly note: string | null;
}

/** The newest that is more than a refund, up to `today`. */
export const findLastVisit = (db: Database, customerId: number, date: string): LastVisit | null =>
  (prepared(
    db,
    `SELECT visit.id AS visitId, business_date AS businessDate, staff_id AS staffId, staff.name AS staff, note
     FROM visit LEFT JOIN staff ON staff.id = staff_id
     WHERE customer_id = ? AND business_date = ? AND cancelled_at_ms IS NULL
       AND (NOT EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id)
         OR EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id AND ${SALE_LINE}))
     ORDER BY occurred_at_ms DESC, visit.id DESC LIMIT 1`,
  ).get(customerId, date) as LastVisit | undefined) ?? null;

export interface LineOfVisit {
  readonly offering: string | null;
  /** As the price list has it now. */
  readonly priceMinor: number | null;
  readonly quantityThousandths: number;
  readonly amountMinor: number;
  readonly discountMinor: number | null;
  readonly staffId: number | null;
  readonly staff: string | null;
  /** Paid for by a package, a card or points. */
  readonly benefitId: number | null;
  /** 1: a package, voucher or membership was sold by it. */
  readonly sellsPlan: 0 | 1;
}

const SELLS_PLAN =
  'offering_id IN (SELECT sold_as_offering_id FROM benefit_plan WHERE sold_as_offering_id IS NOT NULL)';

/** Without what it pays back. */
export const listSoldLines = (db: Database, visitId: number): LineOfVisit[] =>
  prepared(
    db,
    `SELECT offering.name AS offering, price_minor AS priceMinor, quantity_thousandths AS quantityThousandths, amount_minor AS amountMinor,
       discount_minor AS discountMinor, staff_id AS staffId, staff.name AS staff, benefit_id AS benefitId,
       offering_id IS NOT NULL AND ${SELLS_PLAN} AS sellsPlan
     FROM visit_line LEFT JOIN offering ON offering.id = offering_id LEFT JOIN staff ON staff.id = staff_id
     WHERE visit_id = ? AND ${SALE_LINE} ORDER BY visit_line.id`,
  ).all(visitId) as LineOfVisit[];

/** The newest visit before `date` or on it with something done or sold, not only a package or voucher. */
export const findUsualVisit = (
  db: Database,
  customerId: number,
  date: string,
): Pick<LastVisit, 'visitId' | 'staffId'> | null =>
  (prepared(
    db,
    `SELECT id AS visitId, staff_id AS staffId FROM visit
     WHERE customer_id = ? AND business_date <= ? AND cancelled_at_ms IS NULL
       AND EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id AND ${SALE_LINE}
         AND (offering_id IS NULL OR NOT ${SELLS_PLAN}))
     ORDER BY business_date DESC, occurred_at_ms DESC, id DESC LIMIT 1`,
  ).get(customerId, date) as Pick<LastVisit, 'visitId' | 'staffId'> | undefined) ?? null;

export interface BookedRow {
  readonly appointmentId: number;
  readonly onDate: string;
  readonly atMinute: number | null;
  readonly offering: string | null;
  readonly staff: string | null;
}

/** Open and from `today` on, the next one first, those without a time last in their day. */
export const listBooked = (db: Database, customerId: number, today: string, limit: number): BookedRow[] =>
  prepared(
    db,
    `SELECT appointment.id AS appointmentId, on_date AS onDate, at_minute AS atMinute, offering.name AS offering,
       staff.name AS staff
     FROM appointment LEFT JOIN offering ON offering.id = offering_id LEFT JOIN staff ON staff.id = staff_id
     WHERE customer_id = ? AND on_date >= ? AND outcome IS NULL
     ORDER BY on_date, at_minute IS NULL, at_minute, appointment.id LIMIT ?`,
  ).all(customerId, today, limit) as BookedRow[];

export interface PromiseRow {
  readonly promiseId: number;
  readonly text: string;
  readonly dueOn: string | null;
  readonly createdAtMs: number;
  readonly staff: string | null;
}

export const listOpenPromises = (db: Database, customerId: number, limit: number): PromiseRow[] =>
  prepared(
    db,
    `SELECT promise.id AS promiseId, text, due_on AS dueOn, promise.created_at_ms AS createdAtMs, staff.name AS staff
     FROM promise LEFT JOIN staff ON staff.id = staff_id
     WHERE customer_id = ? AND outcome IS NULL ORDER BY promise.created_at_ms DESC, promise.id DESC LIMIT ?`,
  ).all(customerId, limit) as PromiseRow[];

export interface CaseRow {
  readonly caseId: number;
  readonly text: string;
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly staff: string | null;
}

export const listOpenCases = (db: Database, customerId: number, limit: number): CaseRow[] =>
  prepared(
    db,
    `SELECT open_case.id AS caseId, text, opened_on AS openedOn, due_on AS dueOn, staff.name AS staff
     FROM open_case LEFT JOIN staff ON staff.id = staff_id
     WHERE customer_id = ? AND closed_on IS NULL ORDER BY due_on IS NULL, due_on, open_case.id LIMIT ?`,
  ).all(customerId, limit) as CaseRow[];

export const hasOpenCase = (db: Database, customerId: number): boolean =>
  prepared(db, 'SELECT 1 FROM open_case WHERE customer_id = ? AND closed_on IS NULL LIMIT 1').get(
    customerId,
  ) !== undefined;

/** Solved, not told, not dropped. */
export const listSolvedWishes = (
  db: Database,
  customerId: number,
  limit: number,
): { wishId: number; text: string; solution: string | null }[] =>
  prepared(
    db,
    `SELECT id AS wishId, text, solution FROM wish
     WHERE customer_id = ? AND solved_on IS NOT NULL AND told_on IS NULL AND dropped_at_ms IS NULL
     ORDER BY solved_on, id LIMIT ?`,
  ).all(customerId, limit) as { wishId: number; text: string; solution: string | null }[];

/** Warnings first, each kind in the order it was written. */
export const listPreferences = (db: Database, customerId: number): { kind: PreferenceKind; text: string }[] =>
  prepared(
    db,
    `SELECT kind, text FROM customer_preference WHERE customer_id = ? ORDER BY kind = 'preference', id`,
  ).all(customerId) as { kind: PreferenceKind; text: string }[];

export const listTagNames = (db: Database, customerId: number): string[] =>
  (
    prepared(
      db,
      'SELECT name FROM customer_tag JOIN tag ON tag.id = tag_id WHERE customer_id = ? ORDER BY folded_name',
    ).all(customerId) as { name: string }[]
  ).map(({ name }) => name);

/** What holds now: the newest row of each channel and purpose, where it was given. */
export const listGivenConsents = (
  db: Database,
  customerId: number,
): { purpose: ConsentPurpose; channel: ConsentChannel }[] =>
  prepared(
    db,
    `SELECT purpose, channel FROM (
       SELECT purpose, channel, is_given, max(id) FROM customer_consent
       WHERE customer_id = ? GROUP BY channel, purpose)
     WHERE is_given = 1`,
  ).all(customerId) as { purpose: ConsentPurpose; channel: ConsentChannel }[];

/** Whom they brought, without those in the trash. */
export const countRecommended = (db: Database, customerId: number): number =>
  (
    prepared(
      db,
      'SELECT count(*) AS n FROM customer WHERE recommended_by_customer_id = ? AND archived_at_ms IS NULL',
    ).get(customerId) as { n: number }
  ).n;
