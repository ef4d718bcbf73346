/**
 * One visit recorded at the desk (durable when it answers; line, summaries and all indexes included) in a shop of
 * 1,000,000 visits, against one bare insert with the same driver, encryption and pragmas: of the visit's own row
 * into the same table, and, printed only, of four columns into a table of its own that has no index.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/openDatabase.ts';
import { newUid } from '../../db/uid.ts';
import { recordVisit } from '../../src-main/services/visitService.ts';
import { compare, type Measured, timed } from './measure.ts';

const VISITS_A_RUN = 200;
const DAY = '2026-11-21';
/** What a queue does not notice. */
const GOAL_MS = 15;

/** `db` is a copy that may be written to. */
export const benchVisit = async (db: Database): Promise<Measured[]> => {
  db.sqlite.exec('CREATE TABLE bare (customer INTEGER, day TEXT, at_ms INTEGER, amount INTEGER) STRICT');
  const insertPlain = db.sqlite.prepare('INSERT INTO bare VALUES (?, ?, ?, ?)');
  const insertVisit = db.sqlite.prepare(
    `INSERT INTO visit (uid, customer_id, occurred_at_ms, business_date, source, created_at_ms)
     VALUES (?, ?, ?, ?, 'desk', ?)`,
  );
  const customers = db.sqlite.prepare('SELECT id FROM customer ORDER BY id').pluck().all() as number[];
  let next = 0;
  /** Strides through the customers, so that no page of the file is always warm. */
  const customer = (): number => {
    next = (next + 7919) % customers.length;
    return customers[next]!;
  };
  const perVisit = async (work: () => unknown): Promise<number> => {
    const ms = await timed(() => {
      for (let visit = 0; visit < VISITS_A_RUN; visit++) work();
    });
    return ms / VISITS_A_RUN;
  };
  const record = () =>
    recordVisit(
      db,
      {
        customerId: customer(),
        at: null,
        staffId: null,
        note: null,
        lines: [
          {
            offeringName: 'Strzyżenie damskie',
            quantityThousandths: 1000,
            amountMinor: 12_000,
            discountMinor: null,
            staffId: null,
          },
        ],
        ownValues: [],
        next: null,
        visitUid: randomUUID(),
      },
      Date.now(),
    );
  const ours = () => perVisit(record);
  const single: number[] = [];
  for (let run = 0; run < 3; run++) {
    for (let visit = 0; visit < VISITS_A_RUN; visit++) single.push(await timed(record));
  }
  single.sort((a, b) => a - b);
  const p95Ms = single[Math.floor(single.length * 0.95)]!;
  console.log(
    `Visits at the desk, one by one: 95th percentile ${p95Ms.toFixed(3)} ms (aimed at ${GOAL_MS} ms${p95Ms <= GOAL_MS ? ' · met' : ' · MISSED'}) of ${single.length}`,
  );
  const name = 'A durable visit at the desk, shop of 1,000,000 visits, encrypted';
  return [
    await compare({
      name,
      baselineName: "one bare insert of the visit's row with the same pragmas",
      goal: 3,
      runs: 9,
      ours,
      baseline: () => perVisit(() => insertVisit.run(newUid(), customer(), Date.now(), DAY, Date.now())),
    }),
    await compare({
      name,
      baselineName: 'one bare insert of four columns into a table without an index',
      goal: null,
      runs: 9,
      ours,
      baseline: () => perVisit(() => insertPlain.run(customer(), DAY, Date.now(), 12_000)),
    }),
  ];
};
