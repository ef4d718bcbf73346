/**
 * Opening a person at the desk in a shop of 100,000 customers and 1,000,000 visits, everything the desk says of them
 * included, against one bare statement that reads the days of that person's visits by the same index.
 */
import type { Database } from '../../db/openDatabase.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { glance, glanceRows } from '../../src-main/services/customerGlance.ts';
import { dayOfIso } from '../../src-shared/domain/calendar.ts';
import { deskFactsOf } from '../../src-shared/domain/deskFacts.ts';
import { compare, type Measured, timed } from './measure.ts';

const PEOPLE_A_RUN = 200;
const ROWS = 8;
const NOW_MS = Date.UTC(2026, 9, 31, 12);
/** What a queue does not notice. */
const GOAL_MS = 20;

export const benchCard = async (db: Database): Promise<Measured[]> => {
  const facts = deskFactsOf(readVisitExtract(db), dayOfIso('2026-10-31'));
  const customers = db.sqlite.prepare('SELECT id FROM customer ORDER BY id').pluck().all() as number[];
  const bare = db.sqlite.prepare(
    'SELECT business_date FROM visit WHERE customer_id = ? AND cancelled_at_ms IS NULL ORDER BY business_date',
  );
  let next = 0;
  /** Strides through the customers, so that no page of the file is always warm. */
  const customer = (): number => {
    next = (next + 7919) % customers.length;
    return customers[next]!;
  };
  const context = { facts, valueShown: 'band', nowMs: NOW_MS } as const;
  const open = () => glance(db, customer(), context);
  const perPerson = async (work: () => unknown): Promise<number> => {
    const ms = await timed(() => {
      for (let person = 0; person < PEOPLE_A_RUN; person++) work();
    });
    return ms / PEOPLE_A_RUN;
  };
  const single: number[] = [];
  for (let person = 0; person < 2000; person++) single.push(await timed(open));
  single.sort((a, b) => a - b);
  const p95Ms = single[Math.floor(single.length * 0.95)]!;
  console.log(
    `A person at a glance, one by one: 95th percentile ${p95Ms.toFixed(3)} ms (aimed at ${GOAL_MS} ms${p95Ms <= GOAL_MS ? ' · met' : ' · MISSED'}), largest ${single.at(-1)!.toFixed(3)} ms of ${single.length}`,
  );
  const shop = 'shop of 1,000,000 visits, encrypted';
  return [
    await compare({
      name: `A person at a glance, ${shop}`,
      baselineName: 'one bare statement of their visits’ days',
      goal: null,
      runs: 9,
      ours: () => perPerson(open),
      baseline: () => perPerson(() => bare.all(customer())),
    }),
    await compare({
      name: `${ROWS} found people at a glance, ${shop}`,
      baselineName: 'as many bare statements of their visits’ days',
      goal: null,
      runs: 9,
      ours: () =>
        perPerson(() => glanceRows(db, Array.from({ length: ROWS }, customer), { facts, nowMs: NOW_MS })),
      baseline: () =>
        perPerson(() => {
          for (let row = 0; row < ROWS; row++) bare.all(customer());
        }),
    }),
  ];
};
