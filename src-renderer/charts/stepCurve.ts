/** Reading a return curve: a step function that is known only as far as somebody was watched. */
import type { ReturnCurve, ReturnCurvePoint } from '../../src-shared/domain/figure.ts';

export interface CurveValue {
  readonly returned: number;
  readonly low: number | null;
  readonly high: number | null;
}

const START: CurveValue = { returned: 0, low: 0, high: 0 };

/** The curve at `days`; null where nobody was watched that long. */
export const curveAt = (
  curve: Pick<ReturnCurve, 'points' | 'lastFollowUpDays'>,
  days: number,
): CurveValue | null => {
  if (curve.lastFollowUpDays === null || days > curve.lastFollowUpDays) return null;
  let value: CurveValue = START;
  for (const point of curve.points) {
    if (point.days > days) break;
    value = point;
  }
  return value;
};

/** The points to draw up to `days`: from zero, and on to the last day that is known. */
export const drawnPoints = (
  curve: Pick<ReturnCurve, 'points' | 'lastFollowUpDays'>,
  days: number,
): { readonly days: number; readonly value: CurveValue }[] => {
  const end = Math.min(days, curve.lastFollowUpDays ?? 0);
  const inside = curve.points.filter((point: ReturnCurvePoint) => point.days <= end);
  const drawn = [{ days: 0, value: START }, ...inside.map((point) => ({ days: point.days, value: point }))];
  const last = drawn[drawn.length - 1]!;
  return last.days < end ? [...drawn, { days: end, value: last.value }] : drawn;
};
