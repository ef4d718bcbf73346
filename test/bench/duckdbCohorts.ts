/**
 * The baseline of the cohort bench: the same customer days in an in-memory DuckDB, and the classic
 * month table as one would write it in SQL. Also proves that both answer the same cells.
 */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { isoOfDay } from '../../src-shared/domain/calendar.ts';
import type { VisitExtract } from '../../src-shared/domain/extract.ts';

const CLASSIC_BY_MONTH = `
  WITH first_seen AS (
    SELECT customer, date_trunc('month', min(day)) AS start FROM customer_day WHERE is_occasion GROUP BY customer
  )
  SELECT
    start,
    date_diff('month', start, day) AS k,
    count(DISTINCT customer) FILTER (is_occasion) AS active,
    sum(net_minor)::BIGINT AS net
  FROM customer_day JOIN first_seen USING (customer)
  GROUP BY start, k
  ORDER BY start, k`;

export const loadIntoDuckdb = async (extract: VisitExtract): Promise<DuckDBConnection> => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    'CREATE TABLE customer_day_raw (customer INTEGER, day_number INTEGER, net_minor BIGINT, is_occasion BOOLEAN)',
  );
  const appender = await connection.createAppender('customer_day_raw');
  for (let row = 0; row < extract.customer.length; row++) {
    appender.appendInteger(extract.customer[row]!);
    appender.appendInteger(extract.day[row]!);
    appender.appendBigInt(BigInt(extract.netMinor[row]!));
    appender.appendBoolean(extract.isOccasion[row] === 1);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`
    CREATE TABLE customer_day AS
    SELECT customer, DATE '1970-01-01' + day_number AS day, net_minor, is_occasion FROM customer_day_raw`);
  await connection.run('DROP TABLE customer_day_raw');
  return connection;
};

export interface DuckdbCell {
  readonly start: string;
  readonly k: number;
  readonly active: number;
  readonly net: number;
}

/** The non-empty cells of the classic month table. */
export const cohortsInDuckdb = async (connection: DuckDBConnection): Promise<DuckdbCell[]> => {
  const reader = await connection.runAndReadAll(CLASSIC_BY_MONTH);
  const [start, k, active, net] = reader.getColumnsJS();
  return (start ?? []).map((value, index) => ({
    start: isoOfDay(Math.round((value as Date).getTime() / 86_400_000)),
    k: Number(k?.[index]),
    active: Number(active?.[index]),
    net: Number(net?.[index]),
  }));
};
