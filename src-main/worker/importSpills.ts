/** What an import leaves in files for the screens: every rejected row, and what each row of a dry run would do. */
import { join } from 'node:path';
import { DIFFERENCE_OUTCOMES, type DifferenceOutcome } from '../../src-shared/contract/importContract.ts';
import type { ImportControl, RejectedFileShape } from '../importing/importFile.ts';
import { type Spill, SpillWriter } from '../importing/rejectedSpill.ts';

export interface ImportSpills {
  readonly rejected: Spill | null;
  /** Null as long as nothing was rejected. */
  readonly shape: RejectedFileShape | null;
  readonly differences: Readonly<Partial<Record<DifferenceOutcome, Spill | null>>>;
}

const DIFFERENCES_PER_PAGE = 25;
/** More pages than anybody turns; the counts say how many rows there are in all. */
const MOST_DIFFERENCES = 100_000;
const REJECTED_PER_PAGE = 1000;

export class ImportSpillWriters {
  readonly #rejected: SpillWriter;
  readonly #differences: readonly (readonly [DifferenceOutcome, SpillWriter])[];
  #shape: RejectedFileShape | null = null;

  constructor(folder: string, keepsDifferences: boolean) {
    this.#rejected = new SpillWriter(join(folder, 'rejected'), REJECTED_PER_PAGE, Number.POSITIVE_INFINITY);
    this.#differences = (keepsDifferences ? DIFFERENCE_OUTCOMES : []).map((outcome) => [
      outcome,
      new SpillWriter(
        join(folder, outcome === 'rejected' ? 'stay-out' : outcome),
        DIFFERENCES_PER_PAGE,
        MOST_DIFFERENCES,
      ),
    ]);
  }

  get control(): Pick<ImportControl, 'onRejected' | 'onDifference'> {
    const writers = new Map(this.#differences);
    return {
      onRejected: (row, shape) => {
        this.#shape ??= shape;
        this.#rejected.add(row);
      },
      ...(writers.size === 0
        ? {}
        : { onDifference: (outcome, difference) => writers.get(outcome)?.add(difference) }),
    };
  }

  end(): ImportSpills {
    return {
      rejected: this.#rejected.end(),
      shape: this.#shape,
      differences: Object.fromEntries(this.#differences.map(([outcome, writer]) => [outcome, writer.end()])),
    };
  }
}
