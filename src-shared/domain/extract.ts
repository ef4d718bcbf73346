/**
 * The columnar extract every retention figure is computed from. One row is one customer's local
 * calendar day; rows are sorted by customer, then by day, so each calculation is one linear pass.
 * It holds what happened and nothing derived: as-of, windows and filters are arguments of the figures.
 */

/** A day that is not known; smaller than any real day. */
export const NO_DAY = -2147483648;

/** No offering was recorded. */
export const NO_OFFERING = -1;

export interface VisitExtract {
  /** Database id of each customer; its position is the customer index used in `customer`. */
  readonly customerIds: Float64Array;
  /** Per customer: the day of "customer since", or NO_DAY. */
  readonly customerSinceDay: Int32Array;
  /** Per row: customer index, ascending. */
  readonly customer: Int32Array;
  /** Per row: local calendar day as whole days since 1970-01-01, ascending within a customer. */
  readonly day: Int32Array;
  /** Per row: net turnover of that day in minor units (integers; refunds negative). */
  readonly netMinor: Float64Array;
  /** Per row: 1 if the day is an occasion, 0 if it holds refund lines only. */
  readonly isOccasion: Uint8Array;
  /** Per row: index into `offerings` of the day's main offering, or NO_OFFERING. */
  readonly offering: Int32Array;
  readonly offerings: readonly ExtractOffering[];
  /** Turnover without a customer, one entry per local day that had any, ascending by day. */
  readonly walkInDay: Int32Array;
  readonly walkInNetMinor: Float64Array;
  /** First recorded or imported day, or as the owner set it; NO_DAY while the shop is empty. */
  readonly historyStartsOnDay: number;
  /** The owner says that the records reach back to the very first customer. */
  readonly isHistoryComplete: boolean;
  /** Currency of every amount, ISO 4217. */
  readonly currency: string;
}

export interface ExtractOffering {
  readonly id: number;
  readonly name: string;
  /** Planned days between visits (a recall, "every 6 weeks"), or null. Overrides the measured rhythm. */
  readonly plannedIntervalDays: number | null;
}
