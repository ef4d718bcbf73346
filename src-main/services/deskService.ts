/** The front desk: finding a person, recording a visit, today's entries, taking one back. Owns the transactions. */
import type { Database } from '../../db/openDatabase.ts';
import { getOrCreateOfferingTx, listOfferings } from '../../db/repositories/catalogue.ts';
import { insertCustomerTx, readCustomer, searchCustomers } from '../../db/repositories/customer.ts';
import {
  cancelVisitTx,
  findVisitByUid,
  listVisitsOfDay,
  type NewVisitLine,
  recordVisitTx,
} from '../../db/repositories/visit.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { businessDateOfInstant, localTimeOfInstant } from '../../src-shared/domain/businessDate.ts';
import { readShop } from './shopService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

/** The list of today is a glance, not a register. */
const LISTED_VISITS = 50;
/** One piece. */
const ONE_THOUSANDTHS = 1000;

export const findCustomers = (
  db: Database,
  { text, limit }: Input<'customer.search'>,
): Output<'customer.search'> => ({
  customers: searchCustomers(db, text, limit).map((hit) => ({
    customerId: hit.id,
    name: hit.displayName,
    externalId: hit.externalId,
    phone: hit.phoneE164,
    occasions: hit.occasions,
    lastVisitOn: hit.lastDate,
  })),
});

/** The number as typed, and as E.164 where it can be read as one. */
export interface TypedPhone {
  readonly typed: string;
  readonly e164: string | null;
}

/** Apart from the writing, because the world's numbering plans are large and are read when first needed. */
export const readTypedPhone = async (db: Database, phone: string | null): Promise<TypedPhone | null> => {
  if (phone === null || phone === '') return null;
  const { phoneCountryOf, phoneE164 } = await import('../../src-shared/domain/phone.ts');
  return { typed: phone, e164: phoneE164(phone, phoneCountryOf(readShop(db).timeZone)) };
};

/** A telephone number that cannot be read as one is kept as a note, so that nothing typed is lost. */
export const createCustomer = (
  db: Database,
  name: string,
  phone: TypedPhone | null,
  nowMs: number,
): Output<'customer.create'> =>
  inTransaction(db, () => ({
    customerId: insertCustomerTx(db, {
      displayName: name,
      phoneE164: phone?.e164 ?? null,
      note: phone !== null && phone.e164 === null ? phone.typed : null,
      createdAtMs: nowMs,
    }),
  }));

/**
 * Records a visit now. A second call with the same uid answers the first one's visit and changes nothing.
 * @throws RevinoError `customer.notFound`
 */
export const recordVisit = (
  db: Database,
  visit: Input<'visit.record'>,
  nowMs: number,
): Output<'visit.record'> =>
  inTransaction(db, () => {
    const uid = Buffer.from(visit.visitUid.replaceAll('-', ''), 'hex');
    const known = findVisitByUid(db, uid);
    if (known) return { visitId: known.id, businessDate: known.businessDate };
    if (visit.customerId !== null) readCustomer(db, visit.customerId);
    const businessDate = businessDateOfInstant(nowMs, readShop(db).timeZone);
    // Without an amount there must be no line: the till's row will bring both, and fills only a visit without one.
    const isAwaitingTill = visit.amountMinor === null;
    const visitId = recordVisitTx(
      db,
      {
        uid,
        customerId: visit.customerId,
        occurredAtMs: nowMs,
        businessDate,
        source: 'desk',
        note: joined(isAwaitingTill ? visit.offeringName : null, visit.note),
        createdAtMs: nowMs,
      },
      visit.amountMinor === null ? [] : [lineOf(db, visit.amountMinor, visit.offeringName, nowMs)],
    );
    return { visitId, businessDate };
  });

const joined = (...texts: readonly (string | null)[]): string | null =>
  texts.filter((text) => text !== null && text !== '').join(': ') || null;

const lineOf = (
  db: Database,
  amountMinor: number,
  offeringName: string | null,
  nowMs: number,
): NewVisitLine => ({
  quantityThousandths: amountMinor < 0 ? -ONE_THOUSANDTHS : ONE_THOUSANDTHS,
  amountMinor,
  offeringId: offeringName === null ? null : getOrCreateOfferingTx(db, offeringName, nowMs),
});

/** Takes a visit back; one taken back before stays so. @throws RevinoError `visit.notFound` */
export const cancelVisit = (db: Database, visitId: number, nowMs: number): void => {
  inTransaction(db, () => cancelVisitTx(db, visitId, { atMs: nowMs, reason: null }));
};

export const visitsToday = (db: Database, nowMs: number): Output<'visit.today'> =>
  inReadTransaction(db, () => {
    const { timeZone } = readShop(db);
    const businessDate = businessDateOfInstant(nowMs, timeZone);
    const offeringNames = new Map(listOfferings(db).map(({ id, name }) => [id, name]));
    const visits = listVisitsOfDay(db, businessDate, Number.MAX_SAFE_INTEGER).filter(
      ({ cancelledAtMs }) => cancelledAtMs === null,
    );
    return {
      businessDate,
      visitCount: visits.length,
      visits: visits.slice(0, LISTED_VISITS).map((visit) => ({
        visitId: visit.id,
        time: clockTime(localTimeOfInstant(visit.occurredAtMs, timeZone)),
        customerName: visit.customerId === null ? null : readCustomer(db, visit.customerId).displayName,
        offering: offeringNames.get(visit.lines[0]?.offeringId ?? -1) ?? null,
        amountMinor:
          visit.lines.length === 0 ? null : visit.lines.reduce((sum, line) => sum + line.amountMinor, 0),
      })),
    };
  });

const clockTime = (timeOfDayMs: number): string => {
  const minutes = Math.floor(timeOfDayMs / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
