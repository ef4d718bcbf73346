/** Classic month cohorts of 1,000,000 customer days and 100,000 customers, against DuckDB over the same rows in memory. */
import { cohortTable } from '../../src-shared/domain/cohorts.ts';
import type { CohortTable } from '../../src-shared/domain/figure.ts';
import { cohortsInDuckdb, type DuckdbCell, loadIntoDuckdb } from './duckdbCohorts.ts';
import { compare, type Measured, timed } from './measure.ts';
import { syntheticExtract } from './syntheticExtract.ts';

/** The last day of the synthetic log: every month is fully elapsed, so both tables hold the same cells. */
const AS_OF = '2025-12-31';

const assertEqualCells = (ours: CohortTable, theirs: readonly DuckdbCell[]): void => {
  const rowByStart = new Map(ours.cohorts.map((row) => [row.start, row]));
  let customers = 0;
  for (const cell of theirs) {
    const row = rowByStart.get(cell.start);
    if (row?.active[cell.k] !== cell.active || row.net[cell.k] !== cell.net) {
      throw new Error(`cohort ${cell.start}, month ${cell.k}: ${row?.active[cell.k]} against ${cell.active}`);
    }
    if (cell.k === 0) customers += cell.active;
  }
  const size = ours.cohorts.reduce((sum, row) => sum + row.size, 0);
  if (size !== customers) throw new Error(`${size} customers in our table, ${customers} in DuckDB's`);
};

export const benchCohorts = async (): Promise<Measured[]> => {
  const extract = syntheticExtract(100_000, 1_000_000);
  const connection = await loadIntoDuckdb(extract);
  const ours = () => cohortTable(extract, { kind: 'classic', by: 'month', asOf: AS_OF });
  assertEqualCells(ours(), await cohortsInDuckdb(connection));
  const measured = await compare({
    name: 'Classic month cohorts, 1,000,000 visits of 100,000 customers, extract in memory',
    baselineName: 'DuckDB over the same rows in memory',
    goal: 1,
    runs: 9,
    ours: () => timed(ours),
    baseline: () => timed(() => cohortsInDuckdb(connection)),
  });
  connection.closeSync();
  return [measured];
};
