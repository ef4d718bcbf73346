/** The notices at the foot of the window: said, undone by key, held under the hand, gone by themselves. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../src-renderer/api/refusal.ts';
import { type Notices, NoticesProvider, useNotices } from '../../src-renderer/ui/notices.tsx';
import { LocaleProvider } from '../../src-renderer/ui/wordsContext.tsx';

const open = (): Notices => {
  cleanup();
  let taken: Notices | undefined;
  const Taking = () => {
    taken = useNotices();
    return (
      <>
        <input aria-label="a field" />
        <input type="checkbox" aria-label="a box" />
      </>
    );
  };
  render(
    <LocaleProvider locale="en">
      <NoticesProvider>
        <Taking />
      </NoticesProvider>
    </LocaleProvider>,
  );
  if (!taken) throw new Error('nothing was rendered');
  return taken;
};

const place = () => screen.getByRole('region', { name: 'Notices' });
const pressUndo = () =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'z', ctrlKey: true });
const turns = () => act(async () => await Promise.resolve());

afterEach(() => void vi.useRealTimers());

describe('notices', () => {
  it('are read out in a place that is always there', () => {
    const notices = open();
    expect(place().getAttribute('aria-live')).toBe('polite');
    act(() => void notices.say({ text: 'Visit recorded: <b>Ewa</b>' }));
    expect(within(place()).getByText('Ewa').tagName).toBe('STRONG');
  });

  it('are undone by Ctrl+Z, the newest first, each once, and say what was undone', async () => {
    const notices = open();
    const undone: string[] = [];
    const undo = (name: string) => async () => {
      undone.push(name);
      return `Taken back: ${name}`;
    };
    act(() => {
      notices.say({ text: 'first', undo: undo('first') });
      notices.say({ text: 'second', undo: undo('second') });
    });
    expect(
      screen.getAllByRole('button', { name: 'Undo' }).map((one) => one.getAttribute('aria-keyshortcuts')),
    ).toEqual([null, 'Control+Z']);
    pressUndo();
    pressUndo();
    pressUndo();
    await turns();
    expect(undone).toEqual(['second', 'first']);
    expect(screen.getByText('Taken back: second')).toBeTruthy();
  });

  it('leave Ctrl+Z to a text that is being typed', () => {
    const notices = open();
    const undo = vi.fn(async () => undefined);
    act(() => void notices.say({ text: 'done', undo }));
    const field = screen.getByLabelText('a field');
    field.focus();
    fireEvent.change(field, { target: { value: 'Ew' } });
    pressUndo();
    expect(undo).not.toHaveBeenCalled();
    screen.getByLabelText('a box').focus();
    pressUndo();
    expect(undo).toHaveBeenCalledOnce();
  });

  it('tell why an undo did not work, and keep telling it', async () => {
    vi.useFakeTimers();
    const notices = open();
    act(
      () =>
        void notices.say({
          text: 'done',
          undo: () => Promise.reject(new Refusal({ code: 'visit.notFound', params: {}, message: '' })),
        }),
    );
    pressUndo();
    await turns();
    expect(screen.getByRole('alert').textContent).toMatch(/visit/i);
    act(() => void vi.advanceTimersByTime(600_000));
    expect(screen.getByRole('alert')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Put away' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('go away by themselves, but not under a hand or a focus', () => {
    vi.useFakeTimers();
    const notices = open();
    act(() => void notices.say({ text: 'in passing' }));
    const text = screen.getByText('in passing');
    fireEvent.mouseEnter(text.parentElement as Element);
    act(() => void vi.advanceTimersByTime(60_000));
    expect(screen.queryByText('in passing')).toBeTruthy();
    fireEvent.mouseLeave(text.parentElement as Element);
    act(() => void vi.advanceTimersByTime(7_500));
    expect(screen.queryByText('in passing')).toBeNull();
  });

  it('are never more than three, and one can be closed by whoever said it', () => {
    const notices = open();
    let last = 0;
    act(() => {
      for (const text of ['one', 'two', 'three', 'four']) last = notices.say({ text });
    });
    expect(screen.queryByText('one')).toBeNull();
    expect(screen.getByText('two')).toBeTruthy();
    act(() => notices.close(last));
    expect(screen.queryByText('four')).toBeNull();
  });
});
