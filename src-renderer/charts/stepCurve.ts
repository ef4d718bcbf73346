/** Which points of a return curve are drawn: a step function, known only as far as somebody was watched. */
import type { ReturnCurve } from '../../src-shared/domain/figure.ts';

export interface CurveValue {
  readonly returned: number;
  readonly low: number | null;
  readonly high: number | null;
}

export type DrawnCurve = Pick<ReturnCurve, 'points' | 'lastFollowUpDays' | 'n'>;

const START: CurveValue = { returned: 0, low: 0, high: 0 };

/** The points up to `days`: from zero, and on to the last day that is known. */
export const drawnPoints = (
  curve: DrawnCurve,
  days: number,
): { readonly days: number; readonly value: CurveValue }[] => {
  const end = Math.min(days, curve.lastFollowUpDays ?? 0);
  const inside = curve.points.filter((point) => point.days <= end);
  const drawn = [{ days: 0, value: START }, ...inside.map((point) => ({ days: point.days, value: point }))];
  const last = drawn[drawn.length - 1]!;
  return last.days < end ? [...drawn, { days: end, value: last.value }] : drawn;
};
