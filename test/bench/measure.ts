/**
 * Compares our work with a named baseline in the same run. Both are repeated in turn, so that a slow
 * moment of the machine falls on both; what counts is the ratio of the medians, never a time.
 */

export interface Comparison {
  readonly name: string;
  readonly baselineName: string;
  /** Ratio to stay at or under; null where the figure is only printed. */
  readonly goal: number | null;
  readonly ours: () => Promise<number>;
  readonly baseline: () => Promise<number>;
  readonly runs: number;
}

export interface Measured {
  readonly name: string;
  readonly baselineName: string;
  readonly goal: number | null;
  readonly oursMs: number;
  readonly baselineMs: number;
  readonly ratio: number;
  readonly runs: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Milliseconds that `work` takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** One unmeasured round first, then `runs` measured ones, each answering its own milliseconds. */
export const compare = async (comparison: Comparison): Promise<Measured> => {
  await comparison.ours();
  await comparison.baseline();
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let run = 0; run < comparison.runs; run++) {
    ours.push(await comparison.ours());
    baseline.push(await comparison.baseline());
  }
  const oursMs = median(ours);
  const baselineMs = median(baseline);
  const { name, baselineName, goal, runs } = comparison;
  return { name, baselineName, goal, oursMs, baselineMs, ratio: oursMs / baselineMs, runs };
};

const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(3) : value.toFixed(0)} ms`;

export const describe = (measured: Measured): string => {
  const goal = measured.goal === null ? 'printed only' : `goal ${measured.goal} or less`;
  const verdict = measured.goal === null ? '' : measured.ratio <= measured.goal ? ' · met' : ' · MISSED';
  return [
    `${measured.name}: ${measured.ratio.toFixed(2)} x ${measured.baselineName} (${goal}${verdict})`,
    `    ${milliseconds(measured.oursMs)} against ${milliseconds(measured.baselineMs)}, medians of ${measured.runs}`,
  ].join('\n');
};
