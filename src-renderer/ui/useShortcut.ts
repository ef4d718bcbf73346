/** Ctrl (⌘ on a Mac) with one key, wherever on the screen the focus is. */
import { useEffect, useRef } from 'react';
import { isMod } from './Key.tsx';

/** `isOn` false leaves the key to whoever else wants it, such as a text field its undo. */
export const useShortcut = (key: string, isOn: boolean, action: () => void): void => {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    if (!isOn) return;
    const pressed = (event: KeyboardEvent) => {
      // Somebody who stands nearer to the person (a notice with its undo) has taken it, or a dialog lies over the screen.
      if (event.defaultPrevented || !isMod(event, key) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    // On the way down: the field with the focus may want a plain Enter and not look at Ctrl.
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [key, isOn]);
};
