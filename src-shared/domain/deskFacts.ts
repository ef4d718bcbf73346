/**
 * What the desk must know of the whole shop to say something about one person: how long people usually stay away, and
 * where the bounds between small and large customers lie. Made from the extract in the analytics process, kept in main,
 * so that opening a person never reads more than that person.
 */
import type { VisitExtract } from './extract.ts';
import { type GapSummary, offeringGaps, shopGaps } from './gaps.ts';
import { OFFERING_GAPS_NEEDED } from './rhythm.ts';

export interface DeskFacts {
  /** Null while nobody has come back. */
  readonly shop: GapSummary | null;
  /** Of offerings with gaps enough of their own, by database id. */
  readonly offerings: readonly { readonly offeringId: number; readonly gaps: GapSummary }[];
  /** Null with too few customers to be compared. */
  readonly valueBounds: ValueBounds | null;
}

/** What customers have left so far, in minor units: the least that still belongs to the band. */
export interface ValueBounds {
  readonly topTenth: number;
  readonly topThird: number;
  readonly upperHalf: number;
}

/** From the most to the least. */
export const VALUE_BANDS = ['topTenth', 'topThird', 'upperHalf'] as const;
export type ValueBand = (typeof VALUE_BANDS)[number];

/** With fewer, "one of the best tenth" would be one or two people. */
export const CUSTOMERS_COMPARED = 30;

/** The band of what somebody has left; null in the lower half, of which the desk says nothing, and with no bounds. */
export const valueBandOf = (netMinor: number, bounds: ValueBounds | null): ValueBand | null =>
  bounds === null || netMinor <= 0 ? null : (VALUE_BANDS.find((band) => netMinor >= bounds[band]) ?? null);

/** The least of the `share` of the values that are the largest. `sorted` ascending, not empty. */
const leastOfTop = (sorted: Float64Array, share: number): number =>
  sorted[sorted.length - Math.max(1, Math.floor(sorted.length * share))]!;

const boundsOf = ({ customer, netMinor, isOccasion, customerIds }: VisitExtract): ValueBounds | null => {
  const sums = new Float64Array(customerIds.length);
  const hasCome = new Uint8Array(customerIds.length);
  for (let row = 0; row < customer.length; row++) {
    const of = customer[row]!;
    sums[of] = sums[of]! + netMinor[row]!;
    if (isOccasion[row] === 1) hasCome[of] = 1;
  }
  const values = sums.filter((_, index) => hasCome[index] === 1).sort();
  if (values.length < CUSTOMERS_COMPARED) return null;
  return {
    topTenth: leastOfTop(values, 0.1),
    topThird: leastOfTop(values, 1 / 3),
    upperHalf: leastOfTop(values, 0.5),
  };
};

export const deskFactsOf = (extract: VisitExtract, asOfDay: number): DeskFacts => ({
  shop: shopGaps(extract, asOfDay),
  offerings: offeringGaps(extract, asOfDay).flatMap((gaps, index) =>
    gaps !== null && gaps.gaps >= OFFERING_GAPS_NEEDED
      ? [{ offeringId: extract.offerings[index]!.id, gaps }]
      : [],
  ),
  valueBounds: boundsOf(extract),
});

/** What a customer with few gaps leans on: that of what was done last, else the shop's. */
export const pooledFor = ({ shop, offerings }: DeskFacts, offeringId: number | null): GapSummary | null =>
  offerings.find((one) => one.offeringId === offeringId)?.gaps ?? shop;
