/** The reports screen: months with what was sealed of each, the pages as they will be printed, and a PDF from start to end. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { reportPage } from '../../src-main/services/reportService.ts';
import { isRunning, usualMonth } from '../../src-renderer/features/reports/reportMonths.ts';
import type { AppBridge } from '../../src-shared/contract/bridge.ts';
import { appContract, type ProcedureName } from '../../src-shared/contract/contract.ts';
import type { ErrorCode } from '../../src-shared/contract/errors.ts';
import type { Job } from '../../src-shared/contract/jobContract.ts';
import type { OutputOf } from '../../src-shared/contract/procedure.ts';
import { REPORT_SECTIONS, USUAL_SECTIONS } from '../../src-shared/contract/reportContract.ts';
import type { AppState } from '../../src-shared/contract/shopContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { extractOf } from './cdnowExtract.ts';
import type { MemoryBridge } from './memoryBridge.ts';
import { readyState } from './memoryBridge.ts';
import { openApp } from './render.tsx';

describe('the month of the report', () => {
  it.each([
    // newest and oldest on offer, today, chosen
    [['2026-11', '2026-10', '2026-09'], '2026-11-17', '2026-10'],
    [['1998-06', '1998-05'], '2026-11-17', '1998-06'],
    // A shop in its first month has no other.
    [['2026-11'], '2026-11-17', '2026-11'],
    [['2026-01', '2025-12'], '2026-01-05', '2025-12'],
    [[], '2026-01-05', null],
  ])('of %j on %s', (months, today, chosen) => {
    expect(usualMonth(months, today)).toBe(chosen);
  });

  it('is running only while it is this one', () => {
    expect(isRunning('2026-11', '2026-11-17')).toBe(true);
    expect(isRunning('2026-10', '2026-11-17')).toBe(false);
  });
});

const extract = extractOf([['2026-09-02', '2026-10-05'], ['2026-09-10', '2026-11-02'], ['2026-10-20']]);

type Month = OutputOf<(typeof appContract)['report.months']>['months'][number];
const month = (name: string, change: Partial<Month> = {}): Month => ({
  month: name,
  seal: null,
  regularShare: null,
  activeCustomers: null,
  corrections: 0,
  ...change,
});
const MONTHS = [
  month('2026-11'),
  month('2026-10', {
    seal: { sealedOn: '2026-11-03', isReconstructed: false },
    regularShare: 0.41,
    activeCustomers: 2,
    corrections: 3,
  }),
  month('2026-09', {
    seal: { sealedOn: '2026-11-03', isReconstructed: true },
    regularShare: 0,
    activeCustomers: 2,
  }),
];

let asked: { name: string; input: unknown }[] = [];
const sent = (name: string): unknown[] =>
  asked.filter((each) => each.name === name).map(({ input }) => input);

/** The door with a report job behind it, moved by the test; pages are drawn from a real calculation. */
const withReports = (months: readonly Month[] = MONTHS) => {
  const started: unknown[] = [];
  let job: Job | null = null;
  let memory: MemoryBridge | null = null;
  let refusal: ErrorCode | null = null;
  asked = [];
  const move = (change: Partial<Job>): void => {
    if (!job || !memory) throw new Error('no report was started');
    job = { ...job, ...change };
    const changed = job;
    act(() => memory?.emit('job.changed', changed));
  };
  const { shop } = readyState() as Extract<AppState, { phase: 'ready' }>;
  const answers: Partial<Record<ProcedureName, (input: never) => unknown>> = {
    'report.months': () => ({ months }),
    'report.choices': () => ({ paper: 'a4', sections: USUAL_SECTIONS, hasLogo: false }),
    'report.keepChoices': () => ({ done: true }),
    'report.pickLogo': () => ({ picked: true }),
    'report.showFolder': () => ({ done: true }),
    'report.preview': (input: { month: string; locale: Locale }) =>
      reportPage(months.length === 0 ? extractOf([]) : extract, shop, {
        ...input,
        nowMs: Date.UTC(2026, 10, 17, 12),
      }),
    'report.start': (input) => {
      started.push(input);
      job = { jobId: 'job1', kind: 'report', state: 'running', progress: null, result: null, error: null };
      return { jobId: 'job1' };
    },
    'job.get': () => job,
    'job.cancel': () => {
      move({ state: 'cancelled' });
      return { done: true };
    },
  };
  const door = (made: MemoryBridge): AppBridge => {
    memory = made;
    const call: AppBridge['call'] = async (name, sentInput) => {
      const answer = answers[name];
      if (!answer) return made.bridge.call(name, sentInput);
      const input = appContract[name].input.parse(sentInput);
      asked.push({ name, input });
      if (refusal && name === 'report.pickLogo') {
        return { ok: false, error: { code: refusal, params: {}, message: refusal } } as never;
      }
      return { ok: true, value: appContract[name].output.parse(answer(input as never)) } as never;
    };
    return { ...made.bridge, call };
  };
  return {
    door,
    move,
    started,
    refuse: (code: ErrorCode) => {
      refusal = code;
    },
  };
};

describe('the reports screen', () => {
  it('shows the pages of the month that is over and saves them in the shop’s language', async () => {
    const { door, move, started } = withReports();
    const { user } = openApp({ state: readyState() }, '/reports', door);
    expect(await screen.findByRole('heading', { name: 'Raport miesięczny' })).toBeTruthy();
    expect(await screen.findByRole('heading', { level: 1, name: 'Październik 2026' })).toBeTruthy();
    const preview = screen.getByRole('region', { name: 'Podgląd' });
    expect(within(preview).getByRole('region', { name: 'Strona 1 z 1' })).toBeTruthy();
    expect(within(preview).getByText(/^Z 2 osób z poprzedniego miesiąca wróciła/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Zapisz PDF' }));
    expect(started).toEqual([{ month: '2026-10', locale: 'pl', paper: 'a4', sections: USUAL_SECTIONS }]);
    expect(await screen.findByRole('progressbar', { name: 'Tworzę PDF…' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Zapisz PDF' })).toHaveProperty('disabled', true);
    move({
      state: 'done',
      progress: 1,
      result: { kind: 'report', value: { fileName: 'Revino 2026-10.pdf' } },
    });
    expect((await screen.findByText('Revino 2026-10.pdf')).tagName).toBe('STRONG');
    expect(screen.queryByRole('progressbar')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Otwórz folder' }));
    expect(sent('report.showFolder')).toEqual([{ jobId: 'job1' }]);
  });

  it('lists months with their sealed headline, what was reconstructed and what was corrected', async () => {
    const { door } = withReports();
    openApp({ state: readyState({ locale: 'en' }) }, '/reports', door);
    expect(await screen.findAllByRole('radio')).toHaveLength(3);
    const row = (name: RegExp) => screen.getByRole('radio', { name }).closest('label')?.textContent;
    expect(row(/^November 2026/)).toBe('November 2026not sealed yet');
    expect(row(/^October 2026/)).toBe('October 202641% regularssealed 3 Nov 20263 corrections');
    expect(row(/^September 2026/)).toBe('September 20260% regularsreconstructed');
    expect(screen.getByRole('radio', { name: /^October/ })).toHaveProperty('checked', true);
  });

  it('takes another month, language, paper and parts, remembers them, and says that a month is running', async () => {
    const { door, started } = withReports();
    const { user } = openApp({ state: readyState({ locale: 'en' }) }, '/reports', door);
    await user.click(await screen.findByRole('radio', { name: /^November 2026/ }));
    expect(screen.getByText(/still running: the report goes up to 17/)).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'ro');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Paper' }), 'letter');
    await user.click(screen.getByRole('checkbox', { name: 'Share of regular customers' }));
    await user.click(screen.getByRole('checkbox', { name: /^Newest comments/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Noiembrie 2026' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Ponderea clienților fideli' })).toBeNull();
    expect(screen.getByText('În această lună nu a lăsat nimeni un comentariu.')).toBeTruthy();
    const sections = REPORT_SECTIONS.filter((section) => section !== 'trend');
    expect(sent('report.keepChoices').at(-1)).toEqual({ paper: 'letter', sections });
    expect(sent('report.preview').at(-1)).toEqual({ month: '2026-11', locale: 'ro', withComments: true });
    await user.click(screen.getByRole('button', { name: 'Save the PDF' }));
    expect(started).toEqual([{ month: '2026-11', locale: 'ro', paper: 'letter', sections }]);
  });

  it('asks for a logo and takes it off again', async () => {
    const { door, refuse } = withReports();
    const { user } = openApp({ state: readyState({ locale: 'en' }) }, '/reports', door);
    await user.click(await screen.findByRole('button', { name: 'Choose a logo' }));
    expect(await screen.findByText('The logo is on the report now.')).toBeTruthy();
    refuse('logo.notPicture');
    await user.click(screen.getByRole('button', { name: 'Choose a logo' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/not.a.PNG or JPEG picture/);
  });

  it('can be cancelled while it is made', async () => {
    const { door } = withReports();
    const { user } = openApp({ state: readyState({ locale: 'en' }) }, '/reports', door);
    await user.click(await screen.findByRole('button', { name: 'Save the PDF' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Cancelled; nothing was saved.')).toBeTruthy();
  });

  it('says why it failed, as a sentence', async () => {
    const { door, move } = withReports();
    const { user } = openApp({ state: readyState({ locale: 'en' }) }, '/reports', door);
    await user.click(await screen.findByRole('button', { name: 'Save the PDF' }));
    await screen.findByRole('progressbar');
    move({
      state: 'failed',
      error: { code: 'report.notWritable', params: { file: 'a.pdf', reason: 'EBUSY' } },
    });
    expect((await screen.findByRole('alert')).textContent).toMatch(/The file a\.pdf could not be written/);
  });

  it('teaches while there are no visits', async () => {
    const { door, started } = withReports([]);
    const { user } = openApp({ state: readyState({ locale: 'ro' }), coverageVisits: 0 }, '/reports', door);
    expect(await screen.findByRole('heading', { name: 'Aici îți vei face raportul lunar' })).toBeTruthy();
    // The page of this month in the shop's language, to be looked at and saved; without a list of months.
    expect(await screen.findByRole('heading', { level: 1, name: 'Noiembrie 2026' })).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Luni' })).toBeNull();
    expect(screen.queryByText(/luna este încă în curs/i)).toBeNull();
    expect(screen.getByRole('heading', { level: 3, name: 'Indicatorii lunii' })).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Indicatorii lunii' }));
    expect(screen.queryByRole('heading', { level: 3, name: 'Indicatorii lunii' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /PDF/ }));
    expect(started).toMatchObject([{ month: '2026-11', locale: 'ro', paper: 'a4' }]);
    await user.click(screen.getByRole('button', { name: 'Importă vizitele' }));
    await waitFor(() => expect(location.hash).toBe('#/import'));
  });
});
