/**
 * Reads everything the retention figures need into typed arrays, in one short read transaction. Grouping
 * happens here in JS: two plain scans of a million visits take well under a second, the same as SQL GROUP BY
 * over the join three times as long. Nothing is derived beyond one row per customer and local day.
 */
import {
  type ExtractOffering,
  NO_DAY,
  NO_OFFERING,
  type VisitExtract,
} from '../../src-shared/domain/extract.ts';
import type { Database } from '../openDatabase.ts';
import { inReadTransaction, prepared } from '../transaction.ts';
import { readShop } from './shop.ts';
import { isRefundLine } from './summary.ts';

/** Rows fetched at once: arrays of this length cost half of row-by-row iteration and little memory. */
const CHUNK_ROWS = 20_000;

const DAY_OF_BUSINESS_DATE = 'unixepoch(business_date) / 86400';

const HAS_LINE = 1;
const HAS_SALE = 2;

/** What the lines of each visit come to; every array is indexed by visit id. */
interface VisitSums {
  readonly netMinor: Float64Array;
  readonly flags: Uint8Array;
  /** Offering index of the line with the largest amount, and that amount. */
  readonly offering: Int32Array;
  readonly offeringMinor: Float64Array;
}

/**
 * Customers without a visit are left out, so every customer index has at least one row. The main offering of a
 * day is the one of its line with the largest amount, refunds aside; of equal amounts the older offering.
 * @throws RevinoError `shop.none`, `database.corrupt`
 */
export function readVisitExtract(db: Database): VisitExtract {
  return inReadTransaction(db, () => {
    const shop = readShop(db);
    const offerings = readOfferings(db);
    const sums = sumLines(db, offerings);
    const rows = readCustomerDays(db, sums);
    const walkIns = readWalkInDays(db, sums);
    return {
      ...rows,
      offerings,
      ...walkIns,
      historyStartsOnDay: historyStartsOnDay(db, shop.historyStartsOn),
      isHistoryComplete: shop.isHistoryComplete,
      currency: shop.currency,
    };
  });
}

function readOfferings(db: Database): ExtractOffering[] {
  return prepared(
    db,
    'SELECT id, name, planned_interval_days AS plannedIntervalDays FROM offering ORDER BY id',
  ).all() as ExtractOffering[];
}

function largestId(db: Database, table: 'visit' | 'visit_line' | 'customer'): number {
  return (prepared(db, `SELECT coalesce(max(id), 0) AS id FROM ${table}`).get() as { id: number }).id;
}

function sumLines(db: Database, offerings: readonly ExtractOffering[]): VisitSums {
  const size = largestId(db, 'visit') + 1;
  const sums: VisitSums = {
    netMinor: new Float64Array(size),
    flags: new Uint8Array(size),
    offering: new Int32Array(size).fill(NO_OFFERING),
    offeringMinor: new Float64Array(size).fill(-1),
  };
  const indexOfOffering = new Map(offerings.map(({ id }, index) => [id, index]));
  const lines = db.sqlite
    .prepare(
      `SELECT visit_id, amount_minor, quantity_thousandths, offering_id FROM visit_line
       WHERE id > ? AND id <= ?`,
    )
    .raw();
  const lastId = largestId(db, 'visit_line');
  for (let from = 0; from < lastId; from += CHUNK_ROWS) {
    const chunk = lines.all(from, from + CHUNK_ROWS) as [number, number, number, number | null][];
    for (const [visitId, amountMinor, quantityThousandths, offeringId] of chunk) {
      sums.netMinor[visitId]! += amountMinor;
      if (isRefundLine(quantityThousandths, amountMinor)) {
        sums.flags[visitId]! |= HAS_LINE;
        continue;
      }
      sums.flags[visitId]! |= HAS_LINE | HAS_SALE;
      if (offeringId === null) continue;
      keepMainOffering(
        sums.offering,
        sums.offeringMinor,
        visitId,
        indexOfOffering.get(offeringId)!,
        amountMinor,
      );
    }
  }
  return sums;
}

/** Keeps the offering of the larger amount at `at`; of equal amounts the smaller index. */
function keepMainOffering(
  offering: Int32Array,
  offeringMinor: Float64Array,
  at: number,
  candidate: number,
  candidateMinor: number,
): void {
  const best = offeringMinor[at]!;
  if (candidateMinor > best || (candidateMinor === best && candidate < offering[at]!)) {
    offering[at] = candidate;
    offeringMinor[at] = candidateMinor;
  }
}

type CustomerRows = Pick<
  VisitExtract,
  'customerIds' | 'customerSinceDay' | 'customer' | 'day' | 'netMinor' | 'isOccasion' | 'offering'
>;

function readCustomerDays(db: Database, sums: VisitSums): CustomerRows {
  const lastCustomerId = largestId(db, 'customer');
  const mostRows = sums.flags.length - 1;
  const customerIds = new Float64Array(Math.min(lastCustomerId, mostRows));
  const customer = new Int32Array(mostRows);
  const day = new Int32Array(mostRows);
  const netMinor = new Float64Array(mostRows);
  const isOccasion = new Uint8Array(mostRows);
  const offering = new Int32Array(mostRows);
  const offeringMinor = new Float64Array(mostRows);
  let customers = 0;
  let rows = 0;

  // The index visit_customer_day_index alone answers this, in its own order.
  const visits = db.sqlite
    .prepare(
      `SELECT customer_id, ${DAY_OF_BUSINESS_DATE}, id FROM visit
       WHERE customer_id > ? AND customer_id <= ? AND cancelled_at_ms IS NULL ORDER BY customer_id, business_date`,
    )
    .raw();
  const customersPerChunk = Math.max(1, Math.floor((CHUNK_ROWS * lastCustomerId) / Math.max(1, mostRows)));
  let lastId = 0;
  for (let from = 0; from < lastCustomerId; from += customersPerChunk) {
    const chunk = visits.all(from, from + customersPerChunk) as [number, number, number][];
    for (const [customerId, visitDay, visitId] of chunk) {
      const isNewCustomer = customerId !== lastId;
      if (isNewCustomer) {
        lastId = customerId;
        customerIds[customers++] = customerId;
      }
      if (isNewCustomer || day[rows - 1] !== visitDay) {
        customer[rows] = customers - 1;
        day[rows] = visitDay;
        offering[rows] = NO_OFFERING;
        offeringMinor[rows] = -1;
        rows++;
      }
      const at = rows - 1;
      netMinor[at]! += sums.netMinor[visitId]!;
      // Refund lines alone make no occasion; no lines at all (nothing paid yet) make one.
      if (sums.flags[visitId] !== HAS_LINE) isOccasion[at] = 1;
      if (sums.offering[visitId] !== NO_OFFERING) {
        keepMainOffering(offering, offeringMinor, at, sums.offering[visitId]!, sums.offeringMinor[visitId]!);
      }
    }
  }
  // slice, not subarray: the spare room is given back, and the arrays can be handed to another process.
  const ids = customerIds.slice(0, customers);
  return {
    customerIds: ids,
    customerSinceDay: readCustomerSince(db, ids),
    customer: customer.slice(0, rows),
    day: day.slice(0, rows),
    netMinor: netMinor.slice(0, rows),
    isOccasion: isOccasion.slice(0, rows),
    offering: offering.slice(0, rows),
  };
}

function readCustomerSince(db: Database, customerIds: Float64Array): Int32Array {
  const days = new Int32Array(customerIds.length).fill(NO_DAY);
  const known = db.sqlite
    .prepare(
      'SELECT id, unixepoch(customer_since) / 86400 FROM customer WHERE customer_since IS NOT NULL ORDER BY id',
    )
    .raw()
    .iterate() as IterableIterator<[number, number]>;
  let index = 0;
  for (const [id, sinceDay] of known) {
    while (index < customerIds.length && customerIds[index]! < id) index++;
    if (customerIds[index] === id) days[index] = sinceDay;
  }
  return days;
}

function readWalkInDays(db: Database, sums: VisitSums): Pick<VisitExtract, 'walkInDay' | 'walkInNetMinor'> {
  const days: number[] = [];
  const nets: number[] = [];
  const visits = db.sqlite
    .prepare(
      `SELECT ${DAY_OF_BUSINESS_DATE}, id FROM visit
       WHERE customer_id IS NULL AND cancelled_at_ms IS NULL ORDER BY business_date`,
    )
    .raw()
    .iterate() as IterableIterator<[number, number]>;
  for (const [visitDay, visitId] of visits) {
    if (days.at(-1) !== visitDay) {
      days.push(visitDay);
      nets.push(0);
    }
    nets[nets.length - 1]! += sums.netMinor[visitId]!;
  }
  return { walkInDay: Int32Array.from(days), walkInNetMinor: Float64Array.from(nets) };
}

function historyStartsOnDay(db: Database, setByOwner: string | null): number {
  const row = prepared(
    db,
    `SELECT unixepoch(coalesce(?, (
       SELECT business_date FROM visit WHERE cancelled_at_ms IS NULL ORDER BY business_date LIMIT 1
     ))) / 86400 AS day`,
  ).get(setByOwner) as { day: number | null };
  return row.day ?? NO_DAY;
}
