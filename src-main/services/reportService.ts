/**
 * Gathers what the monthly report shows, for the window and the command line alike. Draws and prints nothing. A sealed
 * month is reported with its sealed values; its curves and tables are drawn from today's records, and say so.
 */
import type { Database } from '../../db/openDatabase.ts';
import { newestComments, readOpinionCounts } from '../../db/repositories/opinionSummary.ts';
import { countCorrectedVisits } from '../../db/repositories/sealedMonth.ts';
import { readSetting } from '../../db/repositories/setting.ts';
import { findLogo } from '../../db/repositories/shopPicture.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { OutputOf } from '../../src-shared/contract/procedure.ts';
import type { Correction, ReportData, ReportPage } from '../../src-shared/contract/reportContract.ts';
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
import { NO_OPINIONS, type OpinionCounts } from '../../src-shared/domain/opinionFigures.ts';
import { computeFigures } from '../../src-shared/domain/retention.ts';
import { monthFigures, monthOfPeriod, periodOfMonth } from '../../src-shared/domain/sealing.ts';
import { cohortAnswer, coveredDays, recentReturnCurve } from './retentionService.ts';
import { readCorrections, readSealedMonths, type SealedMonth } from './sealService.ts';

export interface ReportQuestion {
  /** '2026-10'. */
  readonly month: string;
  readonly locale: Locale;
  readonly nowMs: number;
  /** Comments are read only where they are to be printed. */
  readonly withComments?: boolean;
}

/** What the report shows besides the visits. */
export interface ReportRecords {
  readonly sealed: readonly SealedMonth[];
  readonly opinions: (from: string, to: string) => OpinionCounts;
  readonly newest: ReportData['opinions']['newest'];
  readonly corrections: (sealed: readonly SealedMonth[]) => Correction[];
  readonly logo: ReportData['logo'];
  readonly changeLogHead: string | null;
}

export const NO_RECORDS: ReportRecords = {
  sealed: [],
  opinions: () => NO_OPINIONS,
  newest: [],
  corrections: () => [],
  logo: null,
  changeLogHead: null,
};

/** Months on the line of regular customers: this one and the twelve before it. Corrections go back as far. */
const REGULAR_MONTHS = 13;
const COMMENTS_SHOWN = 5;
/** Of the 64 hexadecimal digits of the change log's head: enough to hold a page against a log. */
const HEAD_DIGITS = 16;

export const readReportRecords = (
  db: Database,
  extract: VisitExtract,
  { month, withComments = false }: Pick<ReportQuestion, 'month' | 'withComments'>,
): ReportRecords => {
  const logo = findLogo(db);
  const head = readSetting(db, 'changeLog.head');
  return {
    sealed: readSealedMonths(db),
    opinions: (from, to) => readOpinionCounts(db, from, to),
    newest: withComments ? newestComments(db, `${month}-01`, `${month}-31`, COMMENTS_SHOWN) : [],
    corrections: (sealed) => readCorrections(db, extract, sealed),
    logo: logo && {
      mediaType: logo.mediaType,
      base64: Buffer.from(logo.bytes).toString('base64'),
    },
    changeLogHead: typeof head === 'string' ? head.slice(0, HEAD_DIGITS) : null,
  };
};

/**
 * The report of a month, or in a shop without any visit yet the page that says what will stand here.
 * Throws `report.noData` (month) for a month before the first visit or after today.
 */
export const reportPage = (
  extract: VisitExtract,
  shop: Shop,
  question: ReportQuestion,
  records: ReportRecords = NO_RECORDS,
): ReportPage => {
  const today = businessDateOfInstant(question.nowMs, shop.timeZone);
  const covered = coveredDays(extract);
  if (covered && covered.first <= dayOfIso(today)) return reportData(extract, shop, question, records);
  const { month, locale } = question;
  if (month > today.slice(0, 7)) throw new RevinoError('report.noData', { month });
  return { kind: 'first', locale, shopName: shop.name, logo: records.logo, month, madeOn: today };
};

/**
 * A month still running is reported up to today.
 * Throws `report.noData` (month) for a month before the first visit or after today.
 */
export const reportData = (
  extract: VisitExtract,
  shop: Shop,
  { month, locale, nowMs }: ReportQuestion,
  records: ReportRecords = NO_RECORDS,
): ReportData => {
  const today = businessDateOfInstant(nowMs, shop.timeZone);
  const period = periodOfMonth(month);
  const covered = coveredDays(extract);
  const firstDay = firstDayOfPeriod(period, 'month');
  const asOfDay = Math.min(lastDayOfPeriod(period, 'month'), dayOfIso(today));
  if (!covered || covered.first > asOfDay || asOfDay < firstDay)
    throw new RevinoError('report.noData', { month });

  const endOf = (monthsBack: number): string =>
    isoOfDay(monthsBack === 0 ? asOfDay : lastDayOfPeriod(period - monthsBack, 'month'));
  const isRecorded = (monthsBack: number): boolean => covered.first <= dayOfIso(endOf(monthsBack));
  const sealedByMonth = new Map(records.sealed.map((sealed) => [sealed.month, sealed]));
  const sealedOf = (monthsBack: number) => sealedByMonth.get(monthOfPeriod(period - monthsBack));
  const opinionsOf = (monthsBack: number): OpinionCounts =>
    records.opinions(isoOfDay(firstDayOfPeriod(period - monthsBack, 'month')), endOf(monthsBack));
  const figures = (monthsBack: number): Figure[] | null => {
    if (!isRecorded(monthsBack)) return null;
    const sealed = sealedOf(monthsBack);
    return sealed ? [...sealed.figures] : monthFigures(extract, endOf(monthsBack), opinionsOf(monthsBack));
  };
  const regularShare = (monthsBack: number): Figure[] => {
    if (!isRecorded(monthsBack)) return [];
    const list = sealedOf(monthsBack)?.figures ?? computeFigures(extract, { asOf: endOf(monthsBack) });
    return list.filter(({ key }) => key === 'regularShare');
  };

  const asOf = endOf(0);
  const seal = sealedOf(0);
  const { opinions, comments } = opinionsOf(0);
  const oldest = monthOfPeriod(period - REGULAR_MONTHS + 1);
  return {
    kind: 'month',
    locale,
    shopName: shop.name,
    logo: records.logo,
    currency: shop.currency,
    isDemo: shop.isDemo,
    month,
    asOf,
    firstVisitOn: isoOfDay(covered.first),
    madeOn: today,
    seal: seal
      ? {
          sealedOn: businessDateOfInstant(seal.sealedAtMs, shop.timeZone),
          isReconstructed: seal.isReconstructed,
        }
      : null,
    figures: { now: figures(0) ?? [], lastMonth: figures(1), yearAgo: figures(12) },
    regularShareByMonth: Array.from({ length: REGULAR_MONTHS }, (_, i) =>
      regularShare(REGULAR_MONTHS - 1 - i),
    ).flat(),
    returnCurve: recentReturnCurve(extract, asOf),
    returnCurveYearAgo: isRecorded(12) ? recentReturnCurve(extract, endOf(12)) : null,
    cohorts: cohortAnswer(cohortTable(extract, { kind: 'classic', by: 'month', asOf })),
    opinions: { opinions, comments, newest: [...records.newest] },
    corrections: records.corrections(
      records.sealed.filter((sealed) => sealed.month <= month && sealed.month >= oldest),
    ),
    changeLogHead: records.changeLogHead,
  };
};

/** Months a report can be made for, newest first: from the first visit to today, with what was sealed of each. */
export const reportMonths = (
  db: Database,
  extract: VisitExtract,
  shop: Shop,
  nowMs: number,
): OutputOf<AppContract['report.months']> => {
  const covered = coveredDays(extract);
  const today = dayOfIso(businessDateOfInstant(nowMs, shop.timeZone));
  if (!covered || covered.first > today) return { months: [] };
  const sealed = readSealedMonths(db);
  const corrections = countCorrectedVisits(db, sealed);
  const sealedByMonth = new Map(sealed.map((each) => [each.month, each]));
  const first = periodOfDay(covered.first, 'month');
  const last = periodOfDay(Math.min(covered.last, today), 'month');
  return {
    months: Array.from({ length: last - first + 1 }, (_, back) => {
      const month = monthOfPeriod(last - back);
      const seal = sealedByMonth.get(month);
      const sealedValue = (key: string): number | null =>
        seal?.figures.find((figure) => figure.key === key)?.value ?? null;
      return {
        month,
        seal: seal
          ? {
              sealedOn: businessDateOfInstant(seal.sealedAtMs, shop.timeZone),
              isReconstructed: seal.isReconstructed,
            }
          : null,
        regularShare: sealedValue('regularShare'),
        activeCustomers: sealedValue('activeCustomers'),
        corrections: corrections.get(month) ?? 0,
      };
    }),
  };
};
