/** What the services of the next step share: the shop's day, and that what a record points at is there. */
import type { Database } from '../../db/openDatabase.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { prepared } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import { readShop } from './shopService.ts';

export const todayIn = (db: Database, nowMs: number): string =>
  businessDateOfInstant(nowMs, readShop(db).timeZone);

export const daysFrom = (isoDate: string, days: number): string => isoOfDay(dayOfIso(isoDate) + days);

export interface PointsAt {
  readonly customerId?: number | null;
  readonly staffId?: number | null;
  readonly offeringId?: number | null;
  /** Of the same customer, where there is one. */
  readonly visitId?: number | null;
}

/** @throws RevinoError `customer.notFound`, `staff.notFound`, `catalogue.notFound`, `visit.notFound` */
export const requirePointsAt = (
  db: Database,
  { customerId = null, staffId = null, offeringId = null, visitId = null }: PointsAt,
): void => {
  if (customerId !== null) readCustomer(db, customerId);
  if (staffId !== null && prepared(db, 'SELECT 1 FROM staff WHERE id = ?').get(staffId) === undefined)
    throw new RevinoError('staff.notFound', { id: staffId });
  if (
    offeringId !== null &&
    prepared(db, 'SELECT 1 FROM offering WHERE id = ?').get(offeringId) === undefined
  )
    throw new RevinoError('catalogue.notFound');
  if (visitId === null) return;
  const visit = prepared(db, 'SELECT customer_id AS customerId FROM visit WHERE id = ?').get(visitId) as
    | { customerId: number | null }
    | undefined;
  if (visit === undefined || (customerId !== null && visit.customerId !== customerId))
    throw new RevinoError('visit.notFound', { id: visitId });
};
