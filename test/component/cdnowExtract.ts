/** The CDNOW sample as the calculations see it, and a door that answers from them: screens over real figures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  retentionCohorts,
  retentionCoverage,
  retentionFigures,
  retentionReturnCurve,
} from '../../src-main/services/retentionService.ts';
import type { AppBridge } from '../../src-shared/contract/bridge.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import { buildExtract, type VisitRow } from '../../src-shared/domain/buildExtract.ts';
import { dayOfIso } from '../../src-shared/domain/calendar.ts';
import type { VisitExtract } from '../../src-shared/domain/extract.ts';
import type { MemoryBridge } from './memoryBridge.ts';

/** In jsdom `import.meta.url` is no file address; tests are started in the repository's folder. */
const fixture = (name: string): string =>
  readFileSync(join(process.cwd(), 'test/fixtures/cdnow', name), 'utf8');

export const cdnowExtract = (): VisitExtract =>
  buildExtract(
    fixture('CDNOW_sample.txt')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.trim().split(/\s+/))
      .map(
        ([, customer, date, , dollars]): VisitRow => ({
          customerId: Number(customer),
          day: dayOfIso(`${date?.slice(0, 4)}-${date?.slice(4, 6)}-${date?.slice(6, 8)}`),
          netMinor: Math.round(Number(dollars) * 100),
          isOccasion: true,
          offeringId: null,
        }),
      ),
    { currency: 'USD', isHistoryComplete: true },
  );

/** Customers counted by an independent program, per month of their first purchase. */
export const cdnowCohortCounts = (): Record<string, number[]> =>
  JSON.parse(fixture('cdnow_descriptive.json')).sample.cohort_counts;

/** Visits of a made-up shop: each customer's days, amounts all the same. */
export const extractOf = (
  days: readonly (readonly string[])[],
  change: { readonly netMinor?: number; readonly isHistoryComplete?: boolean } = {},
): VisitExtract =>
  buildExtract(
    days.flatMap((visits, at) =>
      visits.map(
        (date): VisitRow => ({
          customerId: at + 1,
          day: dayOfIso(date),
          netMinor: change.netMinor ?? 10_000,
          isOccasion: true,
          offeringId: null,
        }),
      ),
    ),
    { currency: 'PLN', isHistoryComplete: change.isHistoryComplete ?? true },
  );

/** The same door, with the questions about retention answered by the calculations themselves. */
export const answeringFrom = (memory: MemoryBridge, extract: VisitExtract): AppBridge => {
  const answers = {
    'retention.coverage': () => retentionCoverage(extract, extract.day.length),
    'retention.figures': (input: unknown) =>
      retentionFigures(extract, appContract['retention.figures'].input.parse(input).asOf),
    'retention.cohorts': (input: unknown) =>
      retentionCohorts(extract, appContract['retention.cohorts'].input.parse(input)),
    'retention.returnCurve': (input: unknown) =>
      retentionReturnCurve(extract, appContract['retention.returnCurve'].input.parse(input).asOf),
  } as const;
  const call: AppBridge['call'] = async (name, input) => {
    if (!Object.hasOwn(answers, name)) return memory.bridge.call(name, input);
    const answer = answers[name as keyof typeof answers](input);
    return { ok: true, value: appContract[name].output.parse(answer) } as never;
  };
  return { ...memory.bridge, call };
};
