/** Who has stopped coming by their own rhythm, and what they were worth. */
import { NO_DAY, type VisitExtract } from './extract.ts';
import { computeRhythms, RHYTHM_STATES } from './rhythm.ts';

export interface LapsedCustomer {
  readonly customerId: number;
  readonly occasions: number;
  readonly lastDay: number;
  readonly rhythmDays: number;
  /** What they spent in the year that ended with their last occasion. */
  readonly yearMinor: number;
}

const YEAR_DAYS = 365;
const LAPSED = RHYTHM_STATES.indexOf('lapsed');

/** With an own gap at least; the most valuable first, of equal ones who came later. */
export const lapsedCustomers = (extract: VisitExtract, asOfDay: number): LapsedCustomer[] => {
  const { customerIds, customer, day, netMinor } = extract;
  const { state, occasions, lastDay, rhythmDays } = computeRhythms(extract, asOfDay);
  const year = new Float64Array(customerIds.length);
  for (let row = 0; row < day.length; row++) {
    const of = customer[row]!;
    const last = lastDay[of]!;
    if (last !== NO_DAY && day[row]! <= asOfDay && day[row]! > last - YEAR_DAYS) year[of]! += netMinor[row]!;
  }
  const lapsed: LapsedCustomer[] = [];
  for (let of = 0; of < customerIds.length; of++) {
    if (state[of] !== LAPSED || occasions[of]! < 2) continue;
    lapsed.push({
      customerId: customerIds[of]!,
      occasions: occasions[of]!,
      lastDay: lastDay[of]!,
      rhythmDays: rhythmDays[of]!,
      yearMinor: year[of]!,
    });
  }
  return lapsed.sort(
    (a, b) => b.yearMinor - a.yearMinor || b.lastDay - a.lastDay || a.customerId - b.customerId,
  );
};
