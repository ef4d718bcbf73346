/** Reads the CDNOW sample for domain tests, past the importer, so that a fault of the importer cannot hide here. */
import { readFileSync } from 'node:fs';
import { buildExtract, type VisitRow } from '../../../src-shared/domain/buildExtract.ts';
import { dayOfCivil } from '../../../src-shared/domain/calendar.ts';
import type { VisitExtract } from '../../../src-shared/domain/extract.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/cdnow/${name}`, import.meta.url), 'utf8');

export const cdnowRows = (): VisitRow[] =>
  fixture('CDNOW_sample.txt')
    .split('\r\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, sampleId = '', date = '', , dollars = ''] = line.trim().split(/\s+/);
      const [whole = '', cents = ''] = dollars.split('.');
      return {
        customerId: Number(sampleId),
        day: dayOfCivil(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))),
        netMinor: Number(whole) * 100 + Number(cents),
        isOccasion: true,
        offeringId: null,
      };
    });

export const cdnowExtract = (): VisitExtract =>
  buildExtract(cdnowRows(), { currency: 'USD', isHistoryComplete: true });

export interface CdnowDescriptive {
  readonly sample: {
    readonly cohort_counts: Readonly<Record<string, readonly number[]>>;
    readonly repeat: {
      readonly purchase_days: number;
      readonly customers_with_2plus_days: number;
      readonly gaps: number;
      readonly gap_p25: number;
      readonly gap_p75: number;
      readonly gap_p90: number;
    };
  };
}

export const cdnowDescriptive = (): CdnowDescriptive => JSON.parse(fixture('cdnow_descriptive.json'));

export interface CdnowReference {
  readonly asOf: string;
  readonly customers: number;
  readonly rows: number;
  readonly netMinor: number;
  readonly repeatCustomers: number;
  readonly gapMedianDays: number;
  readonly gapMadDays: number;
  readonly regularShare: { readonly numerator: number; readonly denominator: number };
  readonly firstReturn: readonly {
    readonly days: number;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
}

export const cdnowReference = (): CdnowReference => JSON.parse(fixture('reference_values.json'));
