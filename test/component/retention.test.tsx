/** The retention screen over the CDNOW sample, by the real calculations. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { retentionCohorts } from '../../src-main/services/retentionService.ts';
import { cohortView, unknownReason } from '../../src-renderer/figures/cohortRows.ts';
import { parseTypedDate } from '../../src-renderer/ui/typedDate.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { answeringFrom, cdnowCohortCounts, cdnowExtract, extractOf } from './cdnowExtract.ts';
import { readyState } from './memoryBridge.ts';
import { openApp } from './render.tsx';

const cdnow = cdnowExtract();
const open = (extract = cdnow, locale: 'en' | 'pl' | 'ro' = 'en') =>
  openApp({ state: readyState({ locale, currency: 'USD' }) }, '/retention', (memory) =>
    answeringFrom(memory, extract),
  );
const plain = (text: string | null | undefined): string => (text ?? '').replace(/\u00a0/g, ' ');

describe('the retention screen', () => {
  it('opens with three sentences of how many, as of the last day with a visit', async () => {
    open();
    expect(await screen.findByDisplayValue('30 June 1998')).toBeTruthy();
    await screen.findByRole('grid');
    const said = screen.getAllByRole('paragraph').map(({ textContent }) => plain(textContent));
    expect(said).toContain('388 of 812 customers are regulars.');
    expect(said).toContain('Nobody new came in the last year.');
    expect(said).toContain('In June 1998 138 customers came: 0 new and 138 returning.');
    expect(
      screen.getByRole('img', { name: /^Regular customers: 48%, 95% interval 44% to 51%/ }),
    ).toBeTruthy();
    expect(said.some((text) => text.includes('Everybody’s first visit is known.'))).toBe(true);
  });

  it('shows the repeat rate with its count, and how it is counted', async () => {
    const { user } = open();
    const row = await screen.findByRole('row', { name: /^Came at least twice/ });
    expect(row.textContent).toContain('1,139 of 2,357');
    expect(row.textContent).toContain('46–50%');
    await user.click(within(row).getByRole('button', { name: 'How is this counted: Came at least twice' }));
    const explanation = await screen.findByRole('dialog');
    expect(explanation.textContent).toContain('two or more visits');
    expect(explanation.textContent).toContain('everything up to 30 June 1998');
    expect(explanation.textContent).toContain('1,139 of 2,357');
    expect(explanation.textContent).toContain('Definition 1, in force since');
  });

  it('has every cell of the independently computed cohort table', async () => {
    const { user } = open();
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Count those who came' }),
      'classic',
    );
    await screen.findByRole('cell', { name: /^January 1997, month 1: February 1997, 124 of 781 came:/ });
    const counts = Object.values(cdnowCohortCounts());
    const rows = screen.getAllByRole('row').filter((row) => within(row).queryByRole('rowheader') !== null);
    const grid = screen.getByRole('grid');
    const cohortRows = rows.filter((row) => grid.contains(row));
    expect(cohortRows).toHaveLength(counts.length);
    counts.forEach((expected, index) => {
      const cells = within(cohortRows[index]!)
        .getAllByRole('cell')
        .map((cell) => cell.getAttribute('aria-label') ?? '');
      expect(cells[0]).toBe(`${expected[0]} new customers`);
      const people = cells
        .slice(1)
        .flatMap((label) => label.match(/, (\d+) of \d+ came: .*95% interval/)?.[1] ?? []);
      expect(people.map(Number)).toEqual(expected.slice(1));
      expect(cells.slice(1 + people.length).every((label) => label.includes('not known yet'))).toBe(true);
    });
  });

  it('puts people, people in 100 or turnover into the cells', async () => {
    const { user } = open();
    const shown = await screen.findByRole('combobox', { name: 'Show as' });
    await user.selectOptions(shown, 'people');
    const january = await screen.findByRole('cell', { name: /^January 1997, month 1: February 1997/ });
    await waitFor(() =>
      expect(january.getAttribute('aria-label')).toContain(
        `${january.textContent} of 781 came then or later`,
      ),
    );
    await user.selectOptions(shown, 'money');
    expect(screen.getByText('months since the first visit, amounts in $')).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Group new customers by' }), 'quarter');
    const cell = await screen.findByRole('cell', { name: /^Q1 1997, quarter 0/ });
    expect(cell.textContent).toBe('244,092');
    expect(cell.getAttribute('aria-label')).toBe(
      'Q1 1997, quarter 0: Q1 1997, $244,092 from 2,357 customers',
    );
  });

  it('looks from another day when one is typed, and says what it cannot read', async () => {
    const { user } = open();
    const field = await screen.findByRole('textbox', { name: 'As of' });
    await user.click(field);
    await user.keyboard('31.2.1998{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/does not know this day/);
    await user.clear(field);
    await user.keyboard('1.1.2030{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/still to come/);
    await user.clear(field);
    await user.keyboard('30.6.1997{Enter}');
    expect(await screen.findByText(/came: 0 new and 232 returning/)).toBeTruthy();
    // A year before, the shop had no records: nothing is compared.
    expect(screen.getByText(/Of\s2,357\snew customers/)).toBeTruthy();
    expect(screen.queryByText(/a year ago \(/)).toBeNull();
  });

  it('says few data with one customer, in Polish', async () => {
    open(extractOf([['2026-11-03']]), 'pl');
    expect(await screen.findByText('0 z 1 osoby', { normalizer: plain })).toBeTruthy();
    expect(screen.getAllByText(/jeszcze za mało, żeby wnioskować/)).toHaveLength(2);
    expect(screen.getAllByText('mało danych').length).toBeGreaterThan(0);
    expect(screen.getByText(/Linia zacznie się/)).toBeTruthy();
    expect(
      await screen.findByText(/Kreskowanie: jeszcze nie wiadomo, listopad 2026 trwa, minęło 10% miesiąca/),
    ).toBeTruthy();
  });

  it('teaches while there are no visits, and leads to the import', async () => {
    const { user } = open(extractOf([]));
    expect(await screen.findByRole('heading', { name: 'Here you will see who comes back' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Bring in visits' }));
    await waitFor(() => expect(location.hash).toBe('#/import'));
  });

  it('says how many have an unknown first visit', async () => {
    const visits = Array.from({ length: 40 }, (_, at) => [`2026-0${1 + (at % 9)}-10`, '2026-10-05']);
    open(extractOf(visits, { isHistoryComplete: false }));
    expect(await screen.findByText(/The first visit of .* out of 40 customers .* is not known/)).toBeTruthy();
  });
});

describe('cohort rows', () => {
  const english = wordsFor('en');

  it('are the thirteen newest until all are asked for', () => {
    const months = Array.from({ length: 20 }, (_, at) => {
      const month = String(1 + (at % 12)).padStart(2, '0');
      return [`${2025 + Math.floor(at / 12)}-${month}-05`, '2026-08-20'];
    });
    const table = retentionCohorts(extractOf(months), { kind: 'classic', by: 'month', asOf: '2026-08-31' });
    const newest = cohortView(table, 'per100', false, english);
    expect(newest.rows).toHaveLength(13);
    expect(newest.rows[0]).toMatchObject({ name: 'Aug 2025', nameLabel: 'August 2025', size: '1*' });
    expect(newest.rows[5]).toMatchObject({ name: 'Jan 2026' });
    expect(newest.rows[6]).toMatchObject({ name: 'Feb', nameLabel: 'February 2026' });
    expect(newest.columns).toHaveLength(12);
    expect(cohortView(table, 'per100', true, english).rows).toHaveLength(20);
    expect(unknownReason(table, english)).toBe('these windows are still to come');
  });

  it('write large amounts in thousands, so that a cell stays a cell', () => {
    const table = retentionCohorts(
      extractOf([['2026-01-05', '2026-02-05'], ['2026-02-07']], { netMinor: 12_345_678_900 }),
      { kind: 'classic', by: 'month', asOf: '2026-03-10' },
    );
    const view = cohortView(table, 'money', false, wordsFor('pl'));
    expect(view.unit).toBe('tysiącach zł');
    expect(view.rows[0]?.cells[0]?.text.replace(/\u00a0/g, ' ')).toBe('123 457');
    expect(view.rows[0]?.cells[0]?.lines[1]?.replace(/\u00a0/g, ' ')).toBe('123,5 mln zł od 1 osoby');
    expect(view.rows[1]?.cells[1]?.level).toBeNull();
    expect(unknownReason(table, wordsFor('pl'))).toBe('marzec 2026 trwa, minęło 32% miesiąca');
  });
});

describe('typed days', () => {
  const read = (text: string) => parseTypedDate(text, '2026-11-17', { today: 'dziś', yesterday: 'wczoraj' });

  it.each([
    ['31.10.', '2026-10-31'],
    ['31.10', '2026-10-31'],
    ['1/2/2026', '2026-02-01'],
    ['3.4.26', '2026-04-03'],
    ['2026-10-31', '2026-10-31'],
    ['Wczoraj', '2026-11-16'],
    [' dziś ', '2026-11-17'],
    // Without a year, the latest one that has been.
    ['17.11.', '2026-11-17'],
    ['18.11.', '2025-11-18'],
    ['29.2.', '2024-02-29'],
    ['31.2.2026', null],
    ['32.1.', null],
    ['2026-13-01', null],
    ['soon', null],
    ['', null],
  ])('%s is %s', (text, iso) => expect(read(text)).toBe(iso));
});
