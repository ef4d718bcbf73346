/** The printed sheets: what stands on them, in which language, and that unknown figures stay unknown. */
import { cleanup, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_RECORDS, type ReportRecords, reportPage } from '../../src-main/services/reportService.ts';
import { PrintedSheet } from '../../src-renderer/report/PrintedSheet.tsx';
import {
  type PrintedPage,
  printedPageSchema,
  USUAL_SECTIONS,
} from '../../src-shared/contract/reportContract.ts';
import type { Shop } from '../../src-shared/contract/shopContract.ts';
import { LOCALES, type Locale } from '../../src-shared/contract/values.ts';
import type { VisitExtract } from '../../src-shared/domain/extract.ts';
import type { Figure } from '../../src-shared/domain/figure.ts';
import { cdnowExtract, extractOf } from './cdnowExtract.ts';

const cdnow = cdnowExtract();

const shop = (locale: Locale, change: Partial<Shop> = {}): Shop => ({
  name: 'Salon Pod Wierzbą',
  trade: 'salon',
  currency: 'USD',
  timeZone: 'Europe/Warsaw',
  locale,
  isHistoryComplete: true,
  historyStartsOn: null,
  isDemo: false,
  ...change,
});

const monthly = (
  extract: VisitExtract,
  locale: Locale,
  month: string,
  change: Partial<Shop> = {},
  records?: ReportRecords,
): PrintedPage =>
  printedPageSchema.parse({
    page: 'monthly',
    data: reportPage(
      extract,
      shop(locale, change),
      { month, locale, nowMs: Date.UTC(2026, 10, 17, 12) },
      records,
    ),
    layout: { paper: 'a4', sections: USUAL_SECTIONS },
  });

const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const rowOf = (name: RegExp): string[] =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map(({ textContent }) => plain(textContent));

const figure = (key: string, value: number): Figure => ({
  key,
  value,
  unit: key === 'turnover' ? 'money' : 'share',
  numerator: null,
  denominator: null,
  n: 100,
  low: null,
  high: null,
  from: null,
  to: null,
  asOf: '1998-06-30',
  definition: 1,
});

beforeEach(cleanup);

describe('the monthly page', () => {
  it.each([
    ['en', 'June 1998', 'Who comes back · June 1998', 'page 1 of 1'],
    ['pl', 'Czerwiec 1998', 'Powroty klientów · czerwiec 1998', 'strona 1 z 1'],
    ['ro', 'Iunie 1998', 'Revenirea clienților · iunie 1998', 'pagina 1 din 1'],
  ] as const)('has header, title, three sentences and footer in %s', (locale, title, header, page) => {
    render(<PrintedSheet page={monthly(cdnow, locale, '1998-06')} />);
    expect(screen.getByRole('heading', { level: 1, name: title })).toBeTruthy();
    expect(screen.getByText(header)).toBeTruthy();
    expect(screen.getByText(page)).toBeTruthy();
    expect(document.title).toBe(`Salon Pod Wierzbą – ${header}`);
    expect(document.documentElement.lang).toBe(locale);
    expect(screen.getAllByText(/138/, { selector: 'strong' })).toHaveLength(1);
    expect(screen.getAllByText(/48\s?%/, { selector: 'strong' })).toHaveLength(1);
  });

  it.each([
    ['en', 'November 2026', 'No visit is recorded yet'],
    ['pl', 'Listopad 2026', 'Nie ma jeszcze żadnej wizyty'],
    ['ro', 'Noiembrie 2026', 'Încă nu este înregistrată nicio vizită'],
  ] as const)('of a shop without visits promises and counts nothing in %s', (locale, title, sentence) => {
    render(<PrintedSheet page={monthly(extractOf([]), locale, '2026-11')} />);
    expect(screen.getByRole('heading', { level: 1, name: title })).toBeTruthy();
    expect(screen.getByText(new RegExp(`^${sentence}`))).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(USUAL_SECTIONS.length);
    expect(screen.queryByRole('table')).toBeNull();
    // The only numbers on it are the year’s, the day’s and the page’s.
    const text = plain(document.body.textContent);
    expect(text.replaceAll('2026', '').match(/\d+/g)).toEqual(['17', '1', '1']);
    expect(text).not.toMatch(/NaN|undefined|null|%/);
  });

  it('sets each figure with its interval, of how many, a month and a year before', () => {
    render(<PrintedSheet page={monthly(cdnow, 'en', '1998-06')} />);
    // A year ago the records were half a year old: not comparable.
    expect(rowOf(/^Regular customers/)).toEqual(['48%', '44–51%', '388 of 812', '44%', '–']);
    expect(rowOf(/^New ones back within 60 days/)).toEqual(['–', '–', '0 new customers', '–', '25%']);
    expect(rowOf(/^Back from one month to the next/)).toEqual(['31%', '23–39%', '41 of 134', '30%', '30%']);
    expect(rowOf(/^Turnover in the month/)).toEqual(['$5,591', '–', '168 visits', '$6,378', '$9,907']);
    expect(screen.getByText('records of less than a year')).toBeTruthy();
  });

  it('stays a page with one customer and nothing before', () => {
    render(<PrintedSheet page={monthly(extractOf([['2026-11-03']]), 'pl', '2026-11')} />);
    expect(screen.getByText('Linia zacznie się od drugiego miesiąca.')).toBeTruthy();
    expect(rowOf(/^Stali klienci/)).toEqual(['0%', '0–79%', '0 z 1', '–', '–']);
    expect(screen.getByText(/Miesiąc jeszcze trwa: wskaźniki do 17/)).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Miesiąc wcześniej' })).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
    expect(plain(document.body.textContent)).not.toMatch(/NaN|undefined|Infinity|\{\w+\}/);
    expect(
      screen.getByText('Poprzedniego miesiąca nie ma w danych, więc powrotów nie da się jeszcze policzyć.'),
    ).toBeTruthy();
    expect(screen.getByText(/^Ile czasu nowi zwykle potrzebują na powrót/)).toBeTruthy();
  });

  it('prints the line of what was corrected after sealing, and the sealed value all the same', () => {
    const now = figure('monthRetention', 0.412);
    const sealed = figure('monthRetention', 0.41);
    const corrections = [
      { month: '1998-06', visits: 3, changed: [{ sealed, now }] },
      { month: '1998-05', visits: 1, changed: [] },
      {
        month: '1998-04',
        visits: 0,
        changed: [{ sealed: figure('turnover', 100_00), now: figure('turnover', 250_50) }],
      },
    ];
    render(
      <PrintedSheet
        page={monthly(cdnow, 'en', '1998-06', {}, { ...NO_RECORDS, corrections: () => corrections })}
      />,
    );
    const text = plain(document.body.textContent);
    expect(text).toContain(
      'June 1998: 3 visits corrected after sealing; back from one month to the next would be 41.2% instead of 41.0%.',
    );
    expect(text).toContain(
      'May 1998: 1 visit corrected after sealing; the figures on these pages stay the same.',
    );
    expect(text).toContain(
      'April 1998: cards, opinions or settings changed after sealing; turnover in the month would be $250.50 instead of $100.00.',
    );
    expect(rowOf(/^Back from one month to the next 41.0%/)).toEqual(['41.0%', '41.2%']);
  });

  it('explains what it shows and nothing else', () => {
    const page = monthly(cdnow, 'en', '1998-06');
    if (page.page !== 'monthly') throw new Error('not monthly');
    render(<PrintedSheet page={{ ...page, layout: { paper: 'letter', sections: ['definitions'] } }} />);
    const names = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(names).toEqual(['Regular customers', 'Back from one month to the next', 'Customers in the month']);
    expect(plain(document.body.textContent)).toContain(
      '1 Jul 1997 to 30 Jun 1998; definition 1 since 21 Nov 2026',
    );
  });

  it('says plainly that a demo is a demo, and how many first visits are unknown', () => {
    const visits = Array.from({ length: 40 }, (_, at) => [`2026-0${1 + (at % 9)}-10`, '2026-10-05']);
    const extract = extractOf(visits, { isHistoryComplete: false });
    render(<PrintedSheet page={monthly(extract, 'ro', '2026-10', { isDemo: true })} />);
    const footer = plain(screen.getByRole('contentinfo').textContent);
    expect(footer).toContain('Date demonstrative: nu este o firmă reală.');
    expect(footer).toContain('Încă neînchisă: valorile se mai pot schimba.');
    expect(plain(document.body.textContent)).toMatch(/La \d+ din totalul de 40 .* nu știm prima vizită/);
  });
});

describe('the sheet with the recovery key', () => {
  it.each(LOCALES)('shows the groups in order and says where to keep it, in %s', (locale) => {
    const recoveryKey = '7K2M-0QXR-93HT-WB5C-A1ZE';
    render(
      <PrintedSheet
        page={{ page: 'recoveryKey', data: { locale, shopName: 'Iris', recoveryKey, madeOn: '2026-11-17' } }}
      />,
    );
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '17K2M',
      '20QXR',
      '393HT',
      '4WB5C',
      '5A1ZE',
    ]);
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(3);
    expect(document.documentElement.lang).toBe(locale);
  });
});
