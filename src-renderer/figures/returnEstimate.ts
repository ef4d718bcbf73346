/** Reading a return curve at so many days: an estimate with its interval, of how many. */
import type { ReturnCurve } from '../../src-shared/domain/figure.ts';
import type { Estimated } from './figureOf.ts';

/** Null where nobody was watched that long. Step points hold from their day until the next. */
export const returnEstimate = (
  curve: Pick<ReturnCurve, 'points' | 'lastFollowUpDays' | 'n'> | null,
  days: number,
): (Estimated & { readonly value: number }) | null => {
  if (!curve || curve.lastFollowUpDays === null || days > curve.lastFollowUpDays) return null;
  const point = curve.points.findLast((step) => step.days <= days);
  return { value: point?.returned ?? 0, low: point?.low ?? null, high: point?.high ?? null, n: curve.n };
};
