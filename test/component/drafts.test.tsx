/** What was typed and not recorded survives another screen, and the window is kept open over it. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import {
  draftsGoOnFor,
  forgetDrafts,
  setDraftsOf,
  useDraft,
  useHoldsWindow,
} from '../../src-renderer/ui/drafts.ts';

const EMPTY = { note: '' };

function Form() {
  const draft = useDraft('visit', EMPTY);
  return (
    <>
      <input
        aria-label="Note"
        value={draft.value.note}
        onChange={(event) => draft.change({ note: event.currentTarget.value })}
      />
      <button type="button" onClick={draft.drop}>
        Record
      </button>
    </>
  );
}

const isHeld = (): boolean => {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
};
const field = () => screen.getByLabelText<HTMLInputElement>('Note');

it('keeps a draft over screens until it is recorded, and holds the window only so long', () => {
  render(<Form />);
  expect(isHeld()).toBe(false);
  fireEvent.change(field(), { target: { value: 'brings her own shampoo' } });
  expect(isHeld()).toBe(true);
  cleanup();
  expect(isHeld()).toBe(true);
  render(<Form />);
  expect(field().value).toBe('brings her own shampoo');
  fireEvent.change(field(), { target: { value: '' } });
  expect(isHeld()).toBe(false);
  fireEvent.change(field(), { target: { value: 'again' } });
  fireEvent.click(screen.getByText('Record'));
  expect(field().value).toBe('');
  expect(isHeld()).toBe(false);
  cleanup();
});

it('a form with a state of its own holds the window while something stands in it', () => {
  const Own = ({ text }: { text: string }) => {
    useHoldsWindow(text !== '');
    return null;
  };
  const { rerender, unmount } = render(<Own text="" />);
  expect(isHeld()).toBe(false);
  rerender(<Own text="cut, 80" />);
  expect(isHeld()).toBe(true);
  rerender(<Own text="" />);
  expect(isHeld()).toBe(false);
  rerender(<Own text="colour" />);
  unmount();
  expect(isHeld()).toBe(false);
});

it('keeps what each person typed for them alone, and holds the window over all of it', () => {
  const typed = (staffId: number) => {
    setDraftsOf(staffId);
    cleanup();
    render(<Form />);
    return field().value;
  };
  expect(typed(1)).toBe('');
  fireEvent.change(field(), { target: { value: 'from Ania' } });
  expect(typed(2)).toBe('');
  expect(isHeld()).toBe(true);
  fireEvent.change(field(), { target: { value: 'from Ewa' } });
  expect(typed(1)).toBe('from Ania');
  // Signing in was turned off by Ania: she goes on.
  draftsGoOnFor(null);
  cleanup();
  render(<Form />);
  expect(field().value).toBe('from Ania');
  draftsGoOnFor(null);
  expect(typed(2)).toBe('from Ewa');
  cleanup();
  forgetDrafts();
  expect(typed(2)).toBe('');
  expect(isHeld()).toBe(false);
});
