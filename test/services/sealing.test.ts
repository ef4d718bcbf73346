/** Months are sealed once and stay; what is corrected later is counted and said, with the figures it would have made. */
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { insertOpinionTx } from '../../db/repositories/opinion.ts';
import { listSealedMonths } from '../../db/repositories/sealedMonth.ts';
import { recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  readReportRecords,
  reportData,
  reportMonths,
  reportPage,
} from '../../src-main/services/reportService.ts';
import {
  keepSealedMonth,
  monthToSeal,
  openMonths,
  readSealedMonths,
  sealMonths,
} from '../../src-main/services/sealService.ts';
import { readShop } from '../../src-main/services/shopService.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { cancelVisit, editVisit } from '../../src-main/services/visitService.ts';
import { showVisit } from '../../src-main/services/visitViews.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import { reportDataSchema, reportPageSchema } from '../../src-shared/contract/reportContract.ts';
import type { Figure } from '../../src-shared/domain/figure.ts';
import { NOW_MS, openShop } from '../db/support/databases.ts';

/** The test shop was made in March 2026. */
const at = (isoDate: string, hour = 12): number =>
  Date.parse(`${isoDate}T${String(hour).padStart(2, '0')}:00:00Z`);

const visit = (db: Database, customerId: number | null, day: string, createdAtMs = at(day)): number =>
  inTransaction(db, () =>
    recordVisitTx(db, { customerId, occurredAtMs: at(day), businessDate: day, source: 'desk', createdAtMs }, [
      { quantityThousandths: 1000, amountMinor: 10_000 },
    ]),
  );

/** Forty customers in April, the first twenty of them again in May. */
const springShop = (): { db: Database; customers: number[]; mayVisits: number[] } => {
  const db = openShop();
  const customers = Array.from({ length: 40 }, (_, index) =>
    inTransaction(db, () => insertCustomerTx(db, { displayName: `Osoba ${index}`, createdAtMs: NOW_MS })),
  );
  for (const id of customers) visit(db, id, '2026-04-10');
  return { db, customers, mayVisits: customers.slice(0, 20).map((id) => visit(db, id, '2026-05-12')) };
};

const seal = (db: Database, nowMs: number, isEnding = () => false): Promise<number> =>
  sealMonths({
    nowMs: () => nowMs,
    openMonths: async (now) => openMonths(db, readVisitExtract(db), readShop(db), now),
    monthToSeal: async (month) => monthToSeal(db, readVisitExtract(db), readShop(db), month),
    keep: async (month, sealedAtMs) => keepSealedMonth(db, month, sealedAtMs),
    isEnding,
  });

const report = (db: Database, month: string, nowMs: number) => {
  const extract = readVisitExtract(db);
  const question = { month, locale: 'en' as const, nowMs };
  return reportDataSchema.parse(
    reportData(extract, readShop(db), question, readReportRecords(db, extract, question)),
  );
};

const figureValue = (figures: readonly Figure[], key: string) =>
  figures.find((figure) => figure.key === key)?.value ?? null;

/** The visit's form as it stands, changed as given, at `LATER`. */
const edit = (db: Database, visitId: number, change: object) => {
  const shown = showVisit(db, visitId);
  const lines = shown.lines.map(
    ({ lineId, offeringName, quantityThousandths, amountMinor, discountMinor, staffId }) => ({
      lineId,
      offeringName,
      quantityThousandths,
      amountMinor,
      discountMinor,
      staffId,
    }),
  );
  const form = {
    visitId,
    customerId: shown.customer?.customerId ?? null,
    at: { date: shown.date, time: shown.time },
    staffId: shown.staffId,
    note: shown.note,
    lines,
    ownValues: shown.ownValues,
    ...change,
  };
  return editVisit(db, appContract['visit.edit'].input.parse(form), LATER);
};

const LATER = at('2026-06-10');

describe('sealing', () => {
  it('closes months three days after their end, newest first, and each once', async () => {
    const { db } = springShop();
    const open = (nowMs: number) => openMonths(db, readVisitExtract(db), readShop(db), nowMs);
    expect(open(at('2026-05-02'))).toEqual([]);
    expect(open(at('2026-05-03'))).toEqual(['2026-04']);
    // By the shop's own clock: in Warsaw it is the 3rd already.
    expect(open(at('2026-05-02', 22))).toEqual(['2026-04']);
    expect(open(at('2026-06-03'))).toEqual(['2026-05', '2026-04']);
    expect(await seal(db, at('2026-06-03'))).toBe(2);
    expect(open(at('2026-06-03'))).toEqual([]);
    expect(await seal(db, LATER)).toBe(0);
    const sealed = readSealedMonths(db);
    expect(sealed.map(({ month, asOf, isReconstructed }) => [month, asOf, isReconstructed])).toEqual([
      ['2026-05', '2026-05-31', false],
      ['2026-04', '2026-04-30', false],
    ]);
    expect(figureValue(sealed[0]?.figures ?? [], 'monthRetention')).toBe(0.5);
    expect(sealed[0]?.figures.every(({ definition, asOf }) => definition >= 1 && asOf === '2026-05-31')).toBe(
      true,
    );
    expect(sealed[0]?.inputs.days).toBe(60);
  });

  it('leaves what is left to the next start when the app ends in the middle', async () => {
    const { db } = springShop();
    let asked = 0;
    expect(await seal(db, LATER, () => ++asked > 1)).toBe(1);
    expect(listSealedMonths(db).map(({ month }) => month)).toEqual(['2026-05']);
    expect(await seal(db, LATER)).toBe(1);
  });

  it('never changes a sealed month, whatever comes later', async () => {
    const { db, customers } = springShop();
    await seal(db, at('2026-06-03'));
    const before = listSealedMonths(db);
    for (const id of customers) visit(db, id, '2026-05-20', LATER);
    const again = monthToSeal(db, readVisitExtract(db), readShop(db), '2026-05');
    expect(again.figures).not.toBe(before[0]?.figures);
    expect(keepSealedMonth(db, again, LATER)).toBe(false);
    expect(listSealedMonths(db)).toEqual(before);
    expect(() => db.sqlite.prepare("UPDATE sealed_month SET month = 'x'").run()).toThrow();
  });

  it('reports sealed values, and lists the corrections with the figures they would make', async () => {
    const { db, customers, mayVisits } = springShop();
    await seal(db, at('2026-06-03'));
    expect(report(db, '2026-05', LATER).corrections).toEqual([]);

    // Three entered late and a fourth taken back at once, one of May cancelled, one moved to June, one with a new note.
    for (const id of customers.slice(20, 23)) visit(db, id, '2026-05-30', LATER);
    cancelVisit(db, { visitId: visit(db, customers[25]!, '2026-05-30', LATER), reason: null }, LATER);
    cancelVisit(db, { visitId: mayVisits[0]!, reason: null }, LATER);
    const { changeId } = edit(db, mayVisits[1]!, { at: { date: '2026-06-02', time: null } });
    edit(db, mayVisits[2]!, { note: 'asked for Ewa' });

    const moved = report(db, '2026-05', LATER);
    expect(moved.seal).toEqual({ sealedOn: '2026-06-03', isReconstructed: false });
    expect(figureValue(moved.figures.now, 'monthRetention')).toBe(0.5);
    expect(moved.corrections.map(({ month, visits }) => [month, visits])).toEqual([['2026-05', 5]]);
    const would = (data: typeof moved, key: string) =>
      data.corrections[0]?.changed.find(({ sealed }) => sealed.key === key);
    expect(would(moved, 'monthRetention')).toMatchObject({
      sealed: { value: 0.5, numerator: 20, denominator: 40 },
      now: { value: 0.525, numerator: 21, denominator: 40 },
    });
    // April's figures rest on April alone.
    expect(report(db, '2026-04', LATER).corrections).toEqual([]);

    undoChange(db, changeId!, LATER + 1);
    const back = report(db, '2026-05', LATER + 2);
    expect(back.corrections[0]?.visits).toBe(4);
    expect(would(back, 'monthRetention')?.now).toMatchObject({ numerator: 22, denominator: 40 });
    expect(figureValue(back.figures.now, 'monthRetention')).toBe(0.5);
    expect(reportMonths(db, readVisitExtract(db), readShop(db), LATER).months).toMatchObject([
      { month: '2026-05', activeCustomers: 20, corrections: 4 },
      { month: '2026-04', activeCustomers: 40, corrections: 0 },
    ]);
  });

  it('sets the next month against sealed values', async () => {
    const { db, customers } = springShop();
    await seal(db, at('2026-06-03'));
    for (const id of customers) visit(db, id, '2026-05-20', LATER);
    visit(db, customers[0]!, '2026-06-05');
    const june = report(db, '2026-06', LATER);
    expect(june.seal).toBeNull();
    expect(figureValue(june.figures.lastMonth ?? [], 'activeCustomers')).toBe(20);
    expect(june.regularShareByMonth.map(({ asOf }) => asOf)).toEqual([
      '2026-04-30',
      '2026-05-31',
      '2026-06-10',
    ]);
    // What happened now is counted from what is known now.
    expect(june.figures.now.find(({ key }) => key === 'monthRetention')?.denominator).toBe(40);
  });

  it('says that late opinions changed a month, though no visit did', async () => {
    const { db } = springShop();
    await seal(db, at('2026-06-03'));
    inTransaction(db, () =>
      insertOpinionTx(db, {
        businessDate: '2026-05-12',
        atMs: at('2026-05-12'),
        nps: 10,
        createdAtMs: LATER,
      }),
    );
    const [correction] = report(db, '2026-05', LATER).corrections;
    expect(correction).toMatchObject({ month: '2026-05', visits: 0 });
    expect(correction?.changed.map(({ sealed, now }) => [sealed.key, sealed.value, now.value])).toEqual([
      ['nps', null, 100],
    ]);
  });

  it('marks as reconstructed what was brought in after the month had ended', async () => {
    const db = openShop();
    const id = inTransaction(db, () => insertCustomerTx(db, { displayName: 'Ewa', createdAtMs: NOW_MS }));
    // Before the shop; while it was here and entered in time; while it was here, but imported months later.
    visit(db, id, '2026-01-10', at('2026-06-20'));
    visit(db, id, '2026-04-10');
    visit(db, id, '2026-05-10', at('2026-06-20'));
    visit(db, id, '2026-07-01');
    await seal(db, at('2026-07-05'));
    expect(readSealedMonths(db).map(({ month, isReconstructed }) => [month, isReconstructed])).toEqual([
      ['2026-06', false],
      ['2026-05', true],
      ['2026-04', false],
      ['2026-03', false],
      ['2026-02', true],
      ['2026-01', true],
    ]);
    expect(report(db, '2026-01', at('2026-07-05')).seal?.isReconstructed).toBe(true);
  });

  it('has nothing to seal in an empty shop, and no number that is none in one with a single visit', async () => {
    const db = openShop();
    expect(openMonths(db, readVisitExtract(db), readShop(db), LATER)).toEqual([]);
    expect(reportMonths(db, readVisitExtract(db), readShop(db), LATER)).toEqual({ months: [] });
    expect(() => report(db, '2026-05', LATER)).toThrow('report.noData');
    const pageOf = (month: string) => {
      const extract = readVisitExtract(db);
      const question = { month, locale: 'ro' as const, nowMs: LATER };
      return reportPageSchema.parse(
        reportPage(extract, readShop(db), question, readReportRecords(db, extract, question)),
      );
    };
    // The first page has no figure at all, and there is none for a month that has not begun.
    for (const month of ['2026-05', '2026-06'])
      expect(pageOf(month)).toEqual({
        kind: 'first',
        locale: 'ro',
        shopName: 'Salon pod Łabędziem',
        logo: null,
        month,
        madeOn: '2026-06-10',
      });
    expect(() => pageOf('2026-07')).toThrow('report.noData');
    // What is dated later than today has not happened, and what was cancelled does not count.
    visit(db, null, '2026-08-01');
    const mistaken = visit(db, null, '2026-06-01');
    expect(pageOf('2026-06').kind).toBe('month');
    cancelVisit(db, { visitId: mistaken, reason: { kind: 'mistake', text: null } }, LATER);
    expect(pageOf('2026-06').kind).toBe('first');
    visit(db, null, '2026-05-10');
    await seal(db, LATER);
    // Only a walk-in: nobody came whom the figures know. zod refuses NaN and infinities.
    const data = report(db, '2026-05', LATER);
    expect(figureValue(data.figures.now, 'regularShare')).toBeNull();
    expect(figureValue(data.figures.now, 'turnover')).toBe(10_000);
    expect(data.returnCurve.n).toBe(0);
  });
});
