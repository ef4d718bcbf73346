import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, stepAt, survivalInterval } from '../../../src-shared/domain/kaplanMeier.ts';
import { runs } from '../../runs.ts';

/** `6+` is watched to 6 without the event. */
const estimateOf = (text: string) => {
  const subjects = text.split(' ');
  return kaplanMeier(
    Int32Array.from(subjects, (subject) => Number.parseInt(subject, 10)),
    Uint8Array.from(subjects, (subject) => (subject.endsWith('+') ? 0 : 1)),
  );
};

describe('Kaplan-Meier', () => {
  it('meets the published 6-MP arm of Freireich et al. 1963', () => {
    // Weeks of remission; survival, Greenwood's standard error and log-log interval as textbooks and packages print them.
    const estimate = estimateOf('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
    const published = [
      [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
      [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
      [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
      [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
      [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
      [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
      [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801],
    ] as const;
    expect(estimate).toMatchObject({ n: 21, events: 9, lastTime: 35 });
    expect(estimate.steps).toHaveLength(published.length);
    published.forEach(([time, atRisk, events, survival, standardError, low, high], index) => {
      const step = estimate.steps[index];
      if (!step) throw new Error('no step');
      expect(step).toMatchObject({ time, atRisk, events });
      expect(step.survival).toBeCloseTo(survival, 4);
      expect(step.survival * Math.sqrt(step.greenwoodSum)).toBeCloseTo(standardError, 4);
      expect(survivalInterval(step)?.low).toBeCloseTo(low, 4);
      expect(survivalInterval(step)?.high).toBeCloseTo(high, 4);
    });
  });

  it('meets a table worked by hand', () => {
    // 5 at risk, 1 of 5 at 2; 4 left, one censored at 3; 3 at risk at 5, one event and one censored; 1 left to 8.
    const { steps, lastTime } = estimateOf('2 3+ 5 5+ 8+');
    expect(steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [2, 5, 1],
      [5, 3, 1],
    ]);
    expect(steps[0]?.survival).toBeCloseTo(4 / 5, 12);
    expect(steps[1]?.survival).toBeCloseTo((4 / 5) * (2 / 3), 12);
    expect(steps[1]?.greenwoodSum).toBeCloseTo(1 / 20 + 1 / 6, 12);
    expect(lastTime).toBe(8);
  });

  it('steps on the day itself, not before', () => {
    const estimate = estimateOf('2 5 9+');
    expect(stepAt(estimate, 1)).toBeNull();
    expect(stepAt(estimate, 2)?.time).toBe(2);
    expect(stepAt(estimate, 4)?.time).toBe(2);
    expect(stepAt(estimate, 400)?.time).toBe(5);
  });

  it('has no interval where the transform has no value', () => {
    expect(survivalInterval(null)).toBeNull();
    const ended = estimateOf('1 1 1').steps.at(-1);
    expect(ended?.survival).toBe(0);
    expect(survivalInterval(ended ?? null)).toBeNull();
  });

  it('takes nobody, and refuses negative times', () => {
    expect(kaplanMeier(new Int32Array(0), new Uint8Array(0))).toEqual({
      n: 0,
      events: 0,
      steps: [],
      lastTime: null,
    });
    expect(() => estimateOf('-1')).toThrow(RangeError);
  });

  it('is the plain share while nobody is censored, and falls between 0 and 1 always', () => {
    const subject = fc.record({ time: fc.integer({ min: 0, max: 60 }), isEvent: fc.boolean() });
    fc.assert(
      fc.property(fc.array(subject, { minLength: 1, maxLength: 60 }), (subjects) => {
        const { steps } = kaplanMeier(
          Int32Array.from(subjects, ({ time }) => time),
          Uint8Array.from(subjects, ({ isEvent }) => (isEvent ? 1 : 0)),
        );
        const firstCensored = Math.min(...subjects.map(({ time, isEvent }) => (isEvent ? Infinity : time)));
        let before = 1;
        for (const step of steps) {
          expect(step.survival).toBeLessThan(before);
          expect(step.survival).toBeGreaterThanOrEqual(0);
          before = step.survival;
          const interval = survivalInterval(step);
          if (interval) {
            expect(interval.low).toBeLessThanOrEqual(step.survival);
            expect(interval.high).toBeGreaterThanOrEqual(step.survival);
          }
          if (step.time > firstCensored) continue;
          const happened = subjects.filter(({ time, isEvent }) => isEvent && time <= step.time).length;
          expect(1 - step.survival).toBeCloseTo(happened / subjects.length, 12);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
