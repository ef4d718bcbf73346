/**
 * Keeps the summary rows equal to the visits, in the transaction that changed the visits. Months are computed
 * from visits, totals from months; nothing is ever added to or subtracted from a stored figure, so an error
 * cannot pile up.
 */
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';

/** A line that is no refund, in SQL on visit_line; `isRefundLine` is the opposite in JS. */
export const SALE_LINE = 'visit_line.quantity_thousandths >= 0 AND visit_line.amount_minor >= 0';

/**
 * The refund rule in SQL, on visit_line: a line of negative quantity or amount. A visit made only of such lines
 * is no occasion; a visit without lines is one (indicators: ground rules). `isRefundLine` is the same in JS.
 */
const IS_OCCASION = `coalesce(max(${SALE_LINE}), 1)`;

export function isRefundLine(quantityThousandths: number, amountMinor: number): boolean {
  return quantityThousandths < 0 || amountMinor < 0;
}

/** One row per visit that is not cancelled: customer_id, business_date, net_minor, is_occasion. */
function visitFacts(where: string): string {
  return `SELECT visit.customer_id, visit.business_date,
      coalesce(sum(visit_line.amount_minor), 0) AS net_minor, ${IS_OCCASION} AS is_occasion
    FROM visit LEFT JOIN visit_line ON visit_line.visit_id = visit.id
    WHERE visit.cancelled_at_ms IS NULL AND ${where}
    GROUP BY visit.id`;
}

function customerMonths(where: string): string {
  return `SELECT customer_id, substr(business_date, 1, 7) AS month,
      count(DISTINCT CASE WHEN is_occasion THEN business_date END) AS occasions,
      sum(is_occasion) AS visits, sum(net_minor) AS net_minor,
      min(CASE WHEN is_occasion THEN business_date END) AS first_date,
      max(CASE WHEN is_occasion THEN business_date END) AS last_date
    FROM (${visitFacts(where)}) GROUP BY customer_id, month`;
}

function customerTotals(where: string): string {
  return `SELECT customer_id, sum(occasions) AS occasions, sum(visits) AS visits, sum(net_minor) AS net_minor,
      min(first_date) AS first_date, max(last_date) AS last_date
    FROM customer_month WHERE ${where} GROUP BY customer_id`;
}

function walkInMonths(where: string): string {
  return `SELECT substr(business_date, 1, 7) AS month, sum(is_occasion) AS visits, sum(net_minor) AS net_minor
    FROM (${visitFacts(`visit.customer_id IS NULL AND ${where}`)}) GROUP BY month`;
}

const INTO_MONTHS =
  'INSERT INTO customer_month (customer_id, month, occasions, visits, net_minor, first_date, last_date)';
const INTO_TOTALS =
  'INSERT INTO customer_total (customer_id, occasions, visits, net_minor, first_date, last_date)';
const INTO_WALK_INS = 'INSERT INTO walk_in_month (month, visits, net_minor)';

const IN_MONTH = "business_date >= ? || '-01' AND business_date <= ? || '-31'";
const IN_IDS = 'customer_id IN (SELECT value FROM json_each(?))';

/** After one visit of a customer changed: its month, then the customer's total. */
export function refreshCustomerMonthTx(db: Database, customerId: number, month: string): void {
  requireTransaction(db);
  prepared(db, 'DELETE FROM customer_month WHERE customer_id = ? AND month = ?').run(customerId, month);
  prepared(db, `${INTO_MONTHS} ${customerMonths(`visit.customer_id = ? AND ${IN_MONTH}`)}`).run(
    customerId,
    month,
    month,
  );
  prepared(db, 'DELETE FROM customer_total WHERE customer_id = ?').run(customerId);
  prepared(db, `${INTO_TOTALS} ${customerTotals('customer_id = ?')}`).run(customerId);
}

/** After one walk-in visit changed. */
export function refreshWalkInMonthTx(db: Database, month: string): void {
  requireTransaction(db);
  prepared(db, 'DELETE FROM walk_in_month WHERE month = ?').run(month);
  prepared(db, `${INTO_WALK_INS} ${walkInMonths(IN_MONTH)}`).run(month, month);
}

/** After an import: everything about the customers it touched. */
export function rebuildForCustomersTx(db: Database, customerIds: Iterable<number>): void {
  requireTransaction(db);
  const ids = JSON.stringify([...customerIds]);
  prepared(db, `DELETE FROM customer_month WHERE ${IN_IDS}`).run(ids);
  prepared(db, `${INTO_MONTHS} ${customerMonths(`visit.${IN_IDS}`)}`).run(ids);
  prepared(db, `DELETE FROM customer_total WHERE ${IN_IDS}`).run(ids);
  prepared(db, `${INTO_TOTALS} ${customerTotals(IN_IDS)}`).run(ids);
}

/** After an import: the months ('YYYY-MM') in which it brought walk-ins. */
export function rebuildWalkInMonthsTx(db: Database, months: Iterable<string>): void {
  for (const month of new Set(months)) refreshWalkInMonthTx(db, month);
}

/** Every summary row anew: after an import into an empty shop, or as a repair. */
export function rebuildAllSummariesTx(db: Database): void {
  requireTransaction(db);
  db.sqlite.exec(
    `DELETE FROM customer_month; DELETE FROM customer_total; DELETE FROM walk_in_month;
     ${INTO_MONTHS} ${customerMonths('visit.customer_id IS NOT NULL')};
     ${INTO_TOTALS} ${customerTotals('true')};
     ${INTO_WALK_INS} ${walkInMonths('true')};`,
  );
}

/** Summary rows that are wrong, missing or too many, per table; all 0 in a sound database. */
export function countSummaryDifferences(db: Database): Record<SummaryTable, number> {
  const differing = (table: SummaryTable, columns: string, truth: string): number => {
    const row = prepared(
      db,
      `WITH truth AS MATERIALIZED (${truth}), stored AS (SELECT ${columns} FROM ${table})
       SELECT (SELECT count(*) FROM (SELECT ${columns} FROM truth EXCEPT SELECT * FROM stored))
            + (SELECT count(*) FROM (SELECT * FROM stored EXCEPT SELECT ${columns} FROM truth)) AS n`,
    ).get();
    return (row as { n: number }).n;
  };
  const totals = 'customer_id, occasions, visits, net_minor, first_date, last_date';
  return {
    customer_month: differing(
      'customer_month',
      'customer_id, month, occasions, visits, net_minor, first_date, last_date',
      customerMonths('visit.customer_id IS NOT NULL'),
    ),
    customer_total: differing('customer_total', totals, customerTotals('true')),
    walk_in_month: differing('walk_in_month', 'month, visits, net_minor', walkInMonths('true')),
  };
}

export type SummaryTable = 'customer_month' | 'customer_total' | 'walk_in_month';

export interface CustomerTotal {
  readonly occasions: number;
  readonly visits: number;
  readonly netMinor: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

const NO_VISITS: CustomerTotal = { occasions: 0, visits: 0, netMinor: 0, firstDate: null, lastDate: null };

export function readCustomerTotal(db: Database, customerId: number): CustomerTotal {
  const row = prepared(
    db,
    `SELECT occasions, visits, net_minor AS netMinor, first_date AS firstDate, last_date AS lastDate
     FROM customer_total WHERE customer_id = ?`,
  ).get(customerId);
  return (row as CustomerTotal | undefined) ?? NO_VISITS;
}

export interface ShopTotals {
  /** Customers with at least one occasion. */
  readonly customers: number;
  readonly occasions: number;
  /** Walk-ins included, refund-only and cancelled visits not. */
  readonly visits: number;
  readonly netMinor: number;
  readonly walkInNetMinor: number;
  /** First and last day with a visit that is not cancelled, walk-ins included. */
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

export function readShopTotals(db: Database): ShopTotals {
  return prepared(
    db,
    `SELECT customers, occasions, known.visits + walkIn.visits AS visits, known.net + walkIn.net AS netMinor,
       walkIn.net AS walkInNetMinor,
       (SELECT business_date FROM visit WHERE cancelled_at_ms IS NULL ORDER BY business_date LIMIT 1) AS firstDate,
       (SELECT business_date FROM visit WHERE cancelled_at_ms IS NULL ORDER BY business_date DESC LIMIT 1) AS lastDate
     FROM (SELECT count(CASE WHEN occasions > 0 THEN 1 END) AS customers, coalesce(sum(occasions), 0) AS occasions,
             coalesce(sum(visits), 0) AS visits, coalesce(sum(net_minor), 0) AS net FROM customer_total) AS known,
          (SELECT coalesce(sum(visits), 0) AS visits, coalesce(sum(net_minor), 0) AS net FROM walk_in_month) AS walkIn`,
  ).get() as ShopTotals;
}
