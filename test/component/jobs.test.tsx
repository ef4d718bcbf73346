/** Jobs in the bar: how far, stop, and what came out; told in passing where no screen tells it. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../src-shared/contract/jobContract.ts';
import { readyState } from './memoryBridge.ts';
import { type OnScreen, openApp } from './render.tsx';

const job = (change: Partial<Job> = {}): Job => ({
  jobId: 'one',
  kind: 'report',
  state: 'running',
  progress: 0.4,
  result: null,
  error: null,
  ...change,
});
const open = async (place = '/'): Promise<OnScreen> => {
  const on = openApp({ state: readyState({ locale: 'en' }) }, place);
  await screen.findByRole('banner', {}, { timeout: 5000 });
  // What is listened for is listened for from now on.
  await act(async () => await Promise.resolve());
  return on;
};
const move = ({ memory }: OnScreen, change: Partial<Job> = {}) =>
  act(() => memory.emit('job.changed', job(change)));
/** What the browser does on a click; jsdom knows no popovers. */
const openList = (button: HTMLElement) => {
  const panel = document.getElementById(button.getAttribute('popovertarget') ?? '');
  if (!panel) throw new Error('the button opens nothing');
  fireEvent(panel, Object.assign(new Event('toggle'), { newState: 'open', oldState: 'closed' }));
  return panel;
};

describe('jobs in the bar', () => {
  it('are not there while there are none, then tell how far they are', async () => {
    const on = await open();
    expect(screen.queryByTitle('Long work')).toBeNull();
    move(on);
    expect((await screen.findByTitle('Long work')).textContent).toBe('Monthly report 40%');
    move(on, { progress: 0.9 });
    expect(screen.getByTitle('Long work').textContent).toBe('Monthly report 90%');
  });

  it('can be stopped from any screen', async () => {
    const on = await open('/settings');
    move(on);
    const panel = openList(await screen.findByTitle('Long work', {}, { timeout: 5000 }));
    await on.user.click(await within(panel).findByText('Stop'));
    await waitFor(() => expect(on.memory.callsOf('job.cancel')).toEqual([{ jobId: 'one' }]));
  });

  it('say in passing what came out and lead there, but not on their own screen', async () => {
    const on = await open();
    move(on);
    const done: Partial<Job> = {
      state: 'done',
      progress: 1,
      result: { kind: 'report', value: { fileName: 'October.pdf' } },
    };
    move(on, done);
    move(on, done);
    const notices = screen.getByRole('region', { name: 'Notices' });
    expect(within(notices).getAllByText('Monthly report: Saved as October.pdf.')).toHaveLength(1);
    await on.user.click(within(notices).getByRole('button', { name: 'Show' }));
    expect(location.hash).toBe('#/reports');
    move(on, { ...done, jobId: 'two' });
    expect(within(notices).queryByText(/October/)).toBeNull();
  });

  it('tell a failure with its reason', async () => {
    const on = await open();
    move(on, { kind: 'backup', state: 'failed', error: { code: 'report.notWritable', params: {} } });
    const panel = openList(await screen.findByTitle('Long work'));
    expect(await within(panel).findByText(/./, { selector: 'p' })).toBeTruthy();
    expect(panel.textContent).not.toContain('report.notWritable');
  });
});
