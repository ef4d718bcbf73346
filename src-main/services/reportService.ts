/**
 * Gathers what the monthly page shows, for the window and the command line alike. Draws and prints nothing.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { ReportData } from '../../src-shared/contract/reportContract.ts';
import type { Shop } from '../../src-shared/contract/shopContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import {
  dayOfIso,
  firstDayOfPeriod,
  isoOfDay,
  lastDayOfPeriod,
  periodOfDay,
} from '../../src-shared/domain/calendar.ts';
import { cohortTable } from '../../src-shared/domain/cohorts.ts';
import type { VisitExtract } from '../../src-shared/domain/extract.ts';
import type { Figure } from '../../src-shared/domain/figure.ts';
import { computeFigures } from '../../src-shared/domain/retention.ts';
import { cohortAnswer, coveredDays, recentReturnCurve } from './retentionService.ts';

export interface ReportQuestion {
  /** '2026-10'. */
  readonly month: string;
  readonly locale: Locale;
  readonly nowMs: number;
}

/** Months on the line of regular customers: this one and the twelve before it. */
const REGULAR_MONTHS = 13;

/**
 * A month still running is reported up to today.
 * Throws `report.noData` (month) for a month before the first visit or after today.
 */
export const reportData = (
  extract: VisitExtract,
  shop: Shop,
  { month, locale, nowMs }: ReportQuestion,
): ReportData => {
  const today = businessDateOfInstant(nowMs, shop.timeZone);
  const period = periodOfDay(dayOfIso(`${month}-01`), 'month');
  const covered = coveredDays(extract);
  const firstDay = firstDayOfPeriod(period, 'month');
  const asOfDay = Math.min(lastDayOfPeriod(period, 'month'), dayOfIso(today));
  if (!covered || covered.first > asOfDay || asOfDay < firstDay)
    throw new RevinoError('report.noData', { month });

  const endOf = (monthsBack: number): string =>
    isoOfDay(monthsBack === 0 ? asOfDay : lastDayOfPeriod(period - monthsBack, 'month'));
  const figuresAt = new Map<number, Figure[] | null>();
  const figures = (monthsBack: number): Figure[] | null => {
    let found = figuresAt.get(monthsBack);
    if (found === undefined) {
      const asOf = endOf(monthsBack);
      found = covered.first <= dayOfIso(asOf) ? computeFigures(extract, { asOf }) : null;
      figuresAt.set(monthsBack, found);
    }
    return found;
  };

  const asOf = endOf(0);
  const regularShareByMonth = Array.from({ length: REGULAR_MONTHS }, (_, i) =>
    figures(REGULAR_MONTHS - 1 - i),
  ).flatMap((list) => list?.filter(({ key }) => key === 'regularShare') ?? []);
  return {
    locale,
    shopName: shop.name,
    currency: shop.currency,
    isDemo: shop.isDemo,
    month,
    asOf,
    firstVisitOn: isoOfDay(covered.first),
    madeOn: today,
    figures: { now: figures(0) ?? [], lastMonth: figures(1), yearAgo: figures(12) },
    regularShareByMonth,
    returnCurve: recentReturnCurve(extract, asOf),
    returnCurveLastMonth: figures(1) && recentReturnCurve(extract, endOf(1)),
    returnCurveYearAgo: figures(12) && recentReturnCurve(extract, endOf(12)),
    cohorts: cohortAnswer(cohortTable(extract, { kind: 'classic', by: 'month', asOf })),
  };
};
