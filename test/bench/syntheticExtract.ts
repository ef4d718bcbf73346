/** A log of any size for timing: customers who come at their own pace over four years. Reproducible. */
import type { VisitExtract } from '../../src-shared/domain/extract.ts';
import { NO_DAY, NO_OFFERING } from '../../src-shared/domain/extract.ts';

const FIRST_DAY = 18_993; // 2022-01-01
const DAYS = 1461;

/** mulberry32: a small seeded generator, uniform in [0, 1). */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** Exactly `rows` customer days over `customers` customers, none on the same day twice. */
export const syntheticExtract = (customers: number, rows: number): VisitExtract => {
  const random = seeded(7);
  const customer = new Int32Array(rows);
  const day = new Int32Array(rows);
  const netMinor = new Float64Array(rows);
  let row = 0;
  for (let index = 0; index < customers; index++) {
    const visits = Math.floor((rows * (index + 1)) / customers) - Math.floor((rows * index) / customers);
    const start = Math.floor(random() * (DAYS - visits * 2));
    const meanGap = Math.max(1, (DAYS - start - 1) / visits);
    let at = start;
    for (let visit = 0; visit < visits; visit++) {
      customer[row] = index;
      day[row] = FIRST_DAY + Math.min(at, DAYS - (visits - visit));
      netMinor[row] = Math.round(2000 + random() * 20_000);
      at = Math.max(at + 1, at + Math.round(random() * 2 * meanGap));
      row++;
    }
  }
  return {
    customerIds: Float64Array.from({ length: customers }, (_, index) => index + 1),
    customerSinceDay: new Int32Array(customers).fill(NO_DAY),
    customer,
    day,
    netMinor,
    isOccasion: new Uint8Array(rows).fill(1),
    offering: new Int32Array(rows).fill(NO_OFFERING),
    offerings: [],
    walkInDay: new Int32Array(0),
    walkInNetMinor: new Float64Array(0),
    historyStartsOnDay: FIRST_DAY,
    isHistoryComplete: true,
    currency: 'PLN',
  };
};
