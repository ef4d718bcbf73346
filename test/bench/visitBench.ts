/**
 * One visit recorded at the desk (durable when it answers, summaries included) in a shop of 1,000,000 visits,
 * against one bare insert into a table of four columns with the same driver, encryption and pragmas.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/openDatabase.ts';
import { recordVisit } from '../../src-main/services/deskService.ts';
import { compare, type Measured, timed } from './measure.ts';

const VISITS_A_RUN = 200;

/** `db` is a copy that may be written to. */
export const benchVisit = async (db: Database): Promise<Measured[]> => {
  db.sqlite.exec(
    'CREATE TABLE bare_visit (customer INTEGER, day TEXT, at_ms INTEGER, amount INTEGER) STRICT',
  );
  const insert = db.sqlite.prepare('INSERT INTO bare_visit VALUES (?, ?, ?, ?)');
  const customers = db.sqlite.prepare('SELECT id FROM customer ORDER BY id').pluck().all() as number[];
  let next = 0;
  /** Strides through the customers, so that no page of the file is always warm. */
  const customer = (): number => {
    next = (next + 7919) % customers.length;
    return customers[next]!;
  };
  const perVisit = async (work: () => unknown): Promise<number> =>
    (await timed(() => {
      for (let visit = 0; visit < VISITS_A_RUN; visit++) work();
    })) / VISITS_A_RUN;
  return [
    await compare({
      name: 'A durable visit at the desk, shop of 1,000,000 visits, encrypted',
      baselineName: 'one bare insert with the same pragmas',
      goal: 3,
      runs: 9,
      ours: () =>
        perVisit(() =>
          recordVisit(
            db,
            {
              customerId: customer(),
              amountMinor: 12_000,
              offeringName: 'Strzyżenie damskie',
              note: null,
              visitUid: randomUUID(),
            },
            Date.now(),
          ),
        ),
      baseline: () => perVisit(() => insert.run(customer(), '2026-11-21', Date.now(), 12_000)),
    }),
  ];
};
