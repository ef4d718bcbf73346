/** The reports screen: which month is meant, and a PDF from start to saved, cancelled or failed. */
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  isRunning,
  monthBefore,
  reportMonths,
  usualMonth,
} from '../../src-renderer/features/reports/reportMonths.ts';
import type { AppBridge } from '../../src-shared/contract/bridge.ts';
import type { Job } from '../../src-shared/contract/jobContract.ts';
import type { MemoryBridge } from './memoryBridge.ts';
import { readyState } from './memoryBridge.ts';
import { openApp } from './render.tsx';

describe('the month of the report', () => {
  it.each([
    // first visit, last visit, today, newest and oldest offered, chosen
    ['2024-01-02', '2026-11-16', '2026-11-17', '2026-11', '2024-01', '2026-10'],
    ['1997-01-01', '1998-06-30', '2026-11-17', '1998-06', '1997-01', '1998-06'],
    // A shop in its first month has no other.
    ['2026-11-03', '2026-11-16', '2026-11-17', '2026-11', '2026-11', '2026-11'],
    // Nothing still to come is offered.
    ['2025-12-31', '2027-02-01', '2026-01-05', '2026-01', '2025-12', '2025-12'],
  ])('%s to %s, on %s', (firstVisitOn, lastVisitOn, today, newest, oldest, chosen) => {
    const months = reportMonths({ firstVisitOn, lastVisitOn }, today);
    expect([months[0], months.at(-1)]).toEqual([newest, oldest]);
    expect(usualMonth(months, today)).toBe(chosen);
  });

  it('steps over the year', () => {
    expect(monthBefore('2026-01')).toBe('2025-12');
    expect(monthBefore('2026-12')).toBe('2026-11');
    expect(isRunning('2026-11', '2026-11-17')).toBe(true);
    expect(isRunning('2026-10', '2026-11-17')).toBe(false);
  });
});

/** The door with a report job behind it, moved by the test. */
const withReports = () => {
  const started: unknown[] = [];
  let job: Job | null = null;
  let memory: MemoryBridge | null = null;
  const move = (change: Partial<Job>): void => {
    if (!job || !memory) throw new Error('no report was started');
    job = { ...job, ...change };
    const changed = job;
    act(() => memory?.emit('job.changed', changed));
  };
  const door = (made: MemoryBridge): AppBridge => {
    memory = made;
    const call: AppBridge['call'] = async (name, input) => {
      if (name === 'report.start') {
        started.push(input);
        job = { jobId: 'job1', kind: 'report', state: 'running', progress: null, result: null, error: null };
        return { ok: true, value: { jobId: 'job1' } } as never;
      }
      if (name === 'job.get') return { ok: true, value: job } as never;
      if (name === 'job.cancel') {
        move({ state: 'cancelled' });
        return { ok: true, value: { done: true } } as never;
      }
      return made.bridge.call(name, input);
    };
    return { ...made.bridge, call };
  };
  return { door, move, started };
};

describe('the reports screen', () => {
  it('says what will be on the page and saves the month that is over, in the shop’s language', async () => {
    const { door, move, started } = withReports();
    const { user } = openApp({ state: readyState(), coverageVisits: 12 }, '/reports', door);
    expect(await screen.findByRole('heading', { name: 'Raport miesięczny' })).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Zapisz PDF' }));
    expect(started).toEqual([{ month: '2026-10', locale: 'pl' }]);
    expect(await screen.findByRole('progressbar', { name: 'Tworzę PDF…' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Zapisz PDF' })).toHaveProperty('disabled', true);
    move({
      state: 'done',
      progress: 1,
      result: { kind: 'report', value: { fileName: 'Revino 2026-10.pdf' } },
    });
    expect((await screen.findByText('Revino 2026-10.pdf')).tagName).toBe('STRONG');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('takes another month and language, and says that a month is still running', async () => {
    const { door, started } = withReports();
    const { user } = openApp({ state: readyState({ locale: 'en' }), coverageVisits: 12 }, '/reports', door);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Month of the report' }), '2026-11');
    expect(screen.getByText(/still running: the report goes up to 17/)).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Language of the report' }), 'ro');
    await user.click(screen.getByRole('button', { name: 'Save the PDF' }));
    expect(started).toEqual([{ month: '2026-11', locale: 'ro' }]);
  });

  it('can be cancelled while it is made', async () => {
    const { door } = withReports();
    const { user } = openApp({ state: readyState({ locale: 'en' }), coverageVisits: 12 }, '/reports', door);
    await user.click(await screen.findByRole('button', { name: 'Save the PDF' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Cancelled; nothing was saved.')).toBeTruthy();
  });

  it('says why it failed, as a sentence', async () => {
    const { door, move } = withReports();
    const { user } = openApp({ state: readyState({ locale: 'en' }), coverageVisits: 12 }, '/reports', door);
    await user.click(await screen.findByRole('button', { name: 'Save the PDF' }));
    await screen.findByRole('progressbar');
    move({
      state: 'failed',
      error: { code: 'report.notWritable', params: { file: 'a.pdf', reason: 'EBUSY' } },
    });
    expect((await screen.findByRole('alert')).textContent).toMatch(/The file a\.pdf could not be written/);
  });

  it('teaches while there are no visits', async () => {
    const { user } = openApp({ state: readyState({ locale: 'ro' }), coverageVisits: 0 }, '/reports');
    expect(await screen.findByRole('heading', { name: 'Aici îți vei face raportul lunar' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Importă vizitele' }));
    await waitFor(() => expect(location.hash).toBe('#/import'));
  });
});
