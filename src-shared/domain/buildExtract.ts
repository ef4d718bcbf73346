/**
 * Makes a VisitExtract of visits in any order: sorts them by customer and day, and joins all visits of one
 * customer's local day into one row. The same visits give the same extract whatever order they come in.
 * It does not decide what a visit is worth or whether it is an occasion; the caller did.
 */
import { type ExtractOffering, NO_DAY, NO_OFFERING, type VisitExtract } from './extract.ts';

export interface VisitRow {
  /** Database id, or null for a walk-in. */
  readonly customerId: number | null;
  /** Local calendar day number. */
  readonly day: number;
  /** Net of this visit (or of one of its lines) in minor units; refunds negative. */
  readonly netMinor: number;
  /** False where it holds refund lines only. */
  readonly isOccasion: boolean;
  readonly offeringId: number | null;
}

export interface ExtractSettings {
  readonly currency: string;
  readonly isHistoryComplete: boolean;
  /** NO_DAY or left out: the first day among the visits. */
  readonly historyStartsOnDay?: number;
  /** Every offering that the visits name, in any order. */
  readonly offerings?: readonly ExtractOffering[];
  /** Day of "customer since" by customer id. */
  readonly customerSinceDayById?: ReadonlyMap<number, number>;
}

/** Columns that grow by doubling: a million visits without a million objects. */
class VisitColumns {
  length = 0;
  customerId = new Float64Array(1024);
  day = new Int32Array(1024);
  netMinor = new Float64Array(1024);
  isOccasion = new Uint8Array(1024);
  offering = new Int32Array(1024);

  push(customerId: number, day: number, netMinor: number, isOccasion: boolean, offering: number): void {
    if (this.length === this.day.length) this.grow();
    const at = this.length++;
    this.customerId[at] = customerId;
    this.day[at] = day;
    this.netMinor[at] = netMinor;
    this.isOccasion[at] = isOccasion ? 1 : 0;
    this.offering[at] = offering;
  }

  private grow(): void {
    const capacity = this.day.length * 2;
    const customerId = new Float64Array(capacity);
    customerId.set(this.customerId);
    this.customerId = customerId;
    const day = new Int32Array(capacity);
    day.set(this.day);
    this.day = day;
    const netMinor = new Float64Array(capacity);
    netMinor.set(this.netMinor);
    this.netMinor = netMinor;
    const isOccasion = new Uint8Array(capacity);
    isOccasion.set(this.isOccasion);
    this.isOccasion = isOccasion;
    const offering = new Int32Array(capacity);
    offering.set(this.offering);
    this.offering = offering;
  }

  isSorted(): boolean {
    for (let i = 1; i < this.length; i++) {
      const step = this.customerId[i]! - this.customerId[i - 1]!;
      if (step < 0 || (step === 0 && this.day[i]! < this.day[i - 1]!)) return false;
    }
    return true;
  }

  order(): Uint32Array {
    const order = new Uint32Array(this.length).map((_, i) => i);
    if (this.isSorted()) return order;
    const { customerId, day } = this;
    return order.sort((a, b) => customerId[a]! - customerId[b]! || day[a]! - day[b]!);
  }
}

/**
 * The main offering of a joined day: that of the largest single amount among its occasions, of equal amounts the
 * first in `offerings`, so it does not depend on the order of the visits. db/repositories/extract.ts
 * decides alike.
 */
const mainOffering = (columns: VisitColumns, order: Uint32Array, from: number, to: number): number => {
  let best = NO_OFFERING;
  let bestMinor = 0;
  for (let i = from; i < to; i++) {
    const at = order[i]!;
    const offering = columns.offering[at]!;
    if (offering === NO_OFFERING || columns.isOccasion[at] === 0) continue;
    const minor = columns.netMinor[at]!;
    if (best === NO_OFFERING || minor > bestMinor || (minor === bestMinor && offering < best)) {
      best = offering;
      bestMinor = minor;
    }
  }
  return best;
};

/** Throws RangeError where a visit names an offering that `settings.offerings` does not hold. */
export const buildExtract = (visits: Iterable<VisitRow>, settings: ExtractSettings): VisitExtract => {
  const offerings = [...(settings.offerings ?? [])].sort((a, b) => a.id - b.id);
  const offeringIndex = new Map(offerings.map(({ id }, index) => [id, index]));
  const columns = new VisitColumns();
  const walkIns = new Map<number, number>();
  let firstDay = NO_DAY;
  for (const { customerId, day, netMinor, isOccasion, offeringId } of visits) {
    if (firstDay === NO_DAY || day < firstDay) firstDay = day;
    if (customerId === null) {
      walkIns.set(day, (walkIns.get(day) ?? 0) + netMinor);
      continue;
    }
    const offering = offeringId === null ? NO_OFFERING : offeringIndex.get(offeringId);
    if (offering === undefined) throw new RangeError(`unknown offering ${offeringId}`);
    columns.push(customerId, day, netMinor, isOccasion, offering);
  }

  const order = columns.order();
  const rows = new VisitColumns();
  const customerIds: number[] = [];
  for (let from = 0; from < order.length; ) {
    const customerId = columns.customerId[order[from]!]!;
    const day = columns.day[order[from]!]!;
    let to = from;
    let netMinor = 0;
    let isOccasion = false;
    for (; to < order.length; to++) {
      const at = order[to]!;
      if (columns.customerId[at] !== customerId || columns.day[at] !== day) break;
      netMinor += columns.netMinor[at]!;
      if (columns.isOccasion[at] === 1) isOccasion = true;
    }
    if (customerIds.at(-1) !== customerId) customerIds.push(customerId);
    rows.push(customerIds.length - 1, day, netMinor, isOccasion, mainOffering(columns, order, from, to));
    from = to;
  }

  const sinceDayById = settings.customerSinceDayById;
  const walkInDays = [...walkIns.keys()].sort((a, b) => a - b);
  const historyStartsOnDay = settings.historyStartsOnDay ?? NO_DAY;
  return {
    customerIds: Float64Array.from(customerIds),
    customerSinceDay: Int32Array.from(customerIds, (id) => sinceDayById?.get(id) ?? NO_DAY),
    customer: Int32Array.from(rows.customerId.subarray(0, rows.length)),
    day: rows.day.slice(0, rows.length),
    netMinor: rows.netMinor.slice(0, rows.length),
    isOccasion: rows.isOccasion.slice(0, rows.length),
    offering: rows.offering.slice(0, rows.length),
    offerings,
    walkInDay: Int32Array.from(walkInDays),
    walkInNetMinor: Float64Array.from(walkInDays, (day) => walkIns.get(day) ?? 0),
    historyStartsOnDay: historyStartsOnDay === NO_DAY ? firstDay : historyStartsOnDay,
    isHistoryComplete: settings.isHistoryComplete,
    currency: settings.currency,
  };
};
