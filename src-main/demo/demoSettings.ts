/** What the owner of a demo shop has set up: sources, what advertising cost, opening days, cost to serve, surveys. */
import type { Database } from '../../db/openDatabase.ts';
import { getOrCreateSourceTx, writeSpendTx } from '../../db/repositories/acquisition.ts';
import { writeSettingTx } from '../../db/repositories/setting.ts';
import type { CostToServe, OpeningDays } from '../../src-shared/contract/settingsContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { civilOfDay } from '../../src-shared/domain/calendar.ts';
import { priceIn } from './priceIn.ts';
import { seededRandom } from './random.ts';

export interface DemoSource {
  readonly name: Readonly<Record<Locale, string>>;
  readonly isRecommendation?: true;
  /** What it costs in a usual month. */
  readonly monthlyEur?: number;
}

export const SOURCES_OF_DEMO: readonly DemoSource[] = [
  { name: { en: 'Recommendation', pl: 'Polecenie', ro: 'Recomandare' }, isRecommendation: true },
  { name: { en: 'Passing by', pl: 'Przechodząc obok', ro: 'În trecere' } },
  { name: { en: 'Internet', pl: 'Internet', ro: 'Internet' }, monthlyEur: 60 },
  {
    name: { en: 'Social media', pl: 'Media społecznościowe', ro: 'Rețele sociale' },
    monthlyEur: 40,
  },
];

const PER_VISIT_EUR = 2;
const PER_CUSTOMER_YEAR_EUR = 5;

export interface DemoSettings {
  readonly seed: number;
  readonly locale: Locale;
  readonly currency: string;
  readonly nowMs: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Relative busyness, Sunday to Saturday; 0 is closed. */
  readonly weekdays: readonly number[];
}

export const writeDemoSettingsTx = (db: Database, settings: DemoSettings): void => {
  const { locale, currency, nowMs, weekdays, seed } = settings;
  // A source of its own, so that what is set up here moves no visit.
  const random = seededRandom(seed ^ 0x5eed);
  const months = monthsBetween(settings.firstDay, settings.lastDay);
  for (const { name, isRecommendation, monthlyEur } of SOURCES_OF_DEMO) {
    const { id } = getOrCreateSourceTx(db, name[locale], nowMs, isRecommendation ?? false);
    if (monthlyEur === undefined) continue;
    for (const month of months) {
      const amountMinor = priceIn(currency, monthlyEur * (0.6 + random.uniform() * 0.8));
      writeSpendTx(db, month, id, amountMinor);
    }
  }
  const opening: OpeningDays = {
    weekdays: [1, 2, 3, 4, 5, 6, 0].map((day) => (weekdays[day] ?? 0) > 0),
    closedDates: [],
  };
  const costs: CostToServe = {
    perVisitMinor: priceIn(currency, PER_VISIT_EUR),
    perCustomerYearMinor: priceIn(currency, PER_CUSTOMER_YEAR_EUR),
  };
  writeSettingTx(db, 'openingDays', opening);
  writeSettingTx(db, 'costToServe', costs);
};

const monthsBetween = (firstDay: number, lastDay: number): string[] => {
  const first = civilOfDay(firstDay);
  const last = civilOfDay(lastDay);
  const months: string[] = [];
  for (let at = first.year * 12 + first.month - 1; at <= last.year * 12 + last.month - 1; at++) {
    months.push(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`);
  }
  return months;
};
