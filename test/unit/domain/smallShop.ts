/** Small shops for domain tests: written by hand as text, or arbitrary for properties. */
import fc from 'fast-check';
import {
  buildExtract,
  type ExtractSettings,
  type VisitRow,
} from '../../../src-shared/domain/buildExtract.ts';
import { dayOfIso } from '../../../src-shared/domain/calendar.ts';
import type { VisitExtract } from '../../../src-shared/domain/extract.ts';
import type { Figure } from '../../../src-shared/domain/figure.ts';
import { computeFigures } from '../../../src-shared/domain/retention.ts';

const SETTINGS: ExtractSettings = { currency: 'PLN', isHistoryComplete: true };

/**
 * One line per visit: customer number or `-` for a walk-in, ISO date, amount in minor units (`0` when left
 * out), then `refund` for refund lines alone or `offering N`. Blank lines are skipped.
 */
export const visitsOf = (text: string): VisitRow[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [customer = '', date = '', amount = '0', word, offering] = line.split(/\s+/);
      return {
        customerId: customer === '-' ? null : Number(customer),
        day: dayOfIso(date),
        netMinor: Number(amount),
        isOccasion: word !== 'refund',
        offeringId: word === 'offering' ? Number(offering) : null,
      };
    });

export const shopOf = (text: string, settings: Partial<ExtractSettings> = {}): VisitExtract =>
  buildExtract(visitsOf(text), { ...SETTINGS, ...settings });

export const figuresOf = (
  extract: VisitExtract,
  question: Parameters<typeof computeFigures>[1],
): Readonly<Record<string, Figure>> =>
  Object.fromEntries(computeFigures(extract, question).map((figure) => [figure.key, figure]));

export const FIRST_DAY = dayOfIso('2023-11-15');
export const LAST_DAY = dayOfIso('2026-02-10');

/** Few customers and a short span, so that days, months and refunds collide often. */
export const anyVisit: fc.Arbitrary<VisitRow> = fc.record({
  customerId: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 12, nil: null }),
  day: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
  netMinor: fc.integer({ min: -20_000, max: 90_000 }),
  isOccasion: fc.integer({ min: 0, max: 9 }).map((draw) => draw > 0),
  offeringId: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
});
export const anyVisits = fc.array(anyVisit, { maxLength: 80 });
export const anyAsOfDay = fc.integer({ min: FIRST_DAY - 40, max: LAST_DAY + 400 });

export const THREE_OFFERINGS = [
  { id: 1, name: 'cut', plannedIntervalDays: null },
  { id: 2, name: 'colour', plannedIntervalDays: null },
  { id: 3, name: 'check-up', plannedIntervalDays: 180 },
] as const;

export const anySettings: fc.Arbitrary<ExtractSettings> = fc.record({
  currency: fc.constant('PLN'),
  isHistoryComplete: fc.boolean(),
  historyStartsOnDay: fc.integer({ min: FIRST_DAY - 300, max: FIRST_DAY }),
  offerings: fc.constant(THREE_OFFERINGS),
  customerSinceDayById: fc
    .array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: FIRST_DAY - 500, max: LAST_DAY })), {
      maxLength: 5,
    })
    .map((pairs) => new Map(pairs)),
});
