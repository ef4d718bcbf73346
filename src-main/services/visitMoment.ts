/** When a visit was: from the day and the time on the shop's clock to an instant. */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { VisitMoment } from '../../src-shared/contract/visitContract.ts';
import {
  businessDateOfInstant,
  clockTimeOfInstant,
  instantOfLocalTime,
} from '../../src-shared/domain/businessDate.ts';
import { dayOfIso } from '../../src-shared/domain/calendar.ts';

const MINUTE_MS = 60_000;
const NOON_MS = 12 * 60 * MINUTE_MS;

export interface Moment {
  readonly occurredAtMs: number;
  readonly businessDate: string;
}

export const nowIn = (timeZone: string, nowMs: number): Moment => ({
  occurredAtMs: nowMs,
  businessDate: businessDateOfInstant(nowMs, timeZone),
});

/** As for the importer. A mistyped year would make two thousand years of months to report on, and to seal for good. */
const FIRST_DATE = '1900-01-01';

/** The instant of a time on the shop's clock. @throws RevinoError `visit.inFuture`, `visit.tooLongAgo` */
export const momentOf = ({ date, time }: VisitMoment, timeZone: string, nowMs: number): Moment => {
  const now = nowIn(timeZone, nowMs);
  if (date > now.businessDate) throw new RevinoError('visit.inFuture', { date });
  if (date < FIRST_DATE) throw new RevinoError('visit.tooLongAgo', { date });
  if (time === null && date === now.businessDate) return now;
  const timeMs =
    time === null ? NOON_MS : (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE_MS;
  const occurredAtMs = instantOfLocalTime(dayOfIso(date), timeMs, timeZone);
  if (occurredAtMs > nowMs) throw new RevinoError('visit.inFuture', { date });
  // The clock's own day: where it was turned forward over midnight, the time typed belongs to the next one.
  return { occurredAtMs, businessDate: businessDateOfInstant(occurredAtMs, timeZone) };
};

/** The same minute is the same instant: opening and saving a visit must not move it among its neighbours. */
export const movedTo = (before: Moment, at: VisitMoment, timeZone: string, nowMs: number): Moment => {
  const isSame =
    at.date === before.businessDate &&
    (at.time === null || at.time === clockTimeOfInstant(before.occurredAtMs, timeZone));
  return isSame
    ? { occurredAtMs: before.occurredAtMs, businessDate: before.businessDate }
    : momentOf(at, timeZone, nowMs);
};
