/**
 * The Kaplan-Meier estimate of "has it happened within d days" when some have not been watched long
 * enough (right-censored), with Greenwood's variance and the log(-log) interval
 * (Kaplan & Meier 1958; Greenwood 1926; Kalbfleisch & Prentice 1980). Times are whole numbers from 0.
 */
import { type Interval, Z_95 } from './intervals.ts';

export interface KaplanMeierStep {
  readonly time: number;
  /** Under observation and without the event just before this time; those censored at it still count. */
  readonly atRisk: number;
  readonly events: number;
  /** Estimated share without the event after this time. */
  readonly survival: number;
  /** Greenwood's sum of d / (n (n - d)); infinite once nobody is left without the event. */
  readonly greenwoodSum: number;
}

export interface KaplanMeier {
  readonly n: number;
  readonly events: number;
  /** One entry per time with an event, ascending. */
  readonly steps: readonly KaplanMeierStep[];
  /** The longest time anybody was watched; null without subjects. */
  readonly lastTime: number | null;
}

/** `times[i]` is the event time where `isEvent[i]` is 1, else the time up to which the subject was watched. */
export const kaplanMeier = (times: Int32Array, isEvent: Uint8Array): KaplanMeier => {
  let lastTime = -1;
  for (const time of times) {
    if (time < 0) throw new RangeError(`negative time: ${time}`);
    if (time > lastTime) lastTime = time;
  }
  const eventsAt = new Int32Array(lastTime + 1);
  const leavingAt = new Int32Array(lastTime + 1);
  let events = 0;
  for (let i = 0; i < times.length; i++) {
    const time = times[i]!;
    leavingAt[time] = leavingAt[time]! + 1;
    if (isEvent[i] === 1) {
      eventsAt[time] = eventsAt[time]! + 1;
      events++;
    }
  }
  const steps: KaplanMeierStep[] = [];
  let atRisk = times.length;
  let survival = 1;
  let greenwoodSum = 0;
  for (let time = 0; time <= lastTime; time++) {
    const happened = eventsAt[time]!;
    if (happened > 0) {
      survival *= (atRisk - happened) / atRisk;
      greenwoodSum += happened / (atRisk * (atRisk - happened));
      steps.push({ time, atRisk, events: happened, survival, greenwoodSum });
    }
    atRisk -= leavingAt[time]!;
  }
  return { n: times.length, events, steps, lastTime: lastTime < 0 ? null : lastTime };
};

/** The last step at or before `time`; null before the first event. */
export const stepAt = ({ steps }: KaplanMeier, time: number): KaplanMeierStep | null => {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[middle]!.time <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1] ?? null;
};

/**
 * 95 % interval of the survival at a step: S ** exp(+-z se), se = sqrt(greenwood) / |ln S|. Null where S is
 * 0 or 1, as the transform has no value there. Example: 6-MP arm of Freireich et al. 1963, week 6,
 * 3 of 21 relapse: .8571 (.6197 to .9516).
 */
export const survivalInterval = (step: KaplanMeierStep | null): Interval | null => {
  if (!step || step.survival <= 0 || step.survival >= 1) return null;
  const spread = (Z_95 * Math.sqrt(step.greenwoodSum)) / Math.abs(Math.log(step.survival));
  return { low: step.survival ** Math.exp(spread), high: step.survival ** Math.exp(-spread) };
};
