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
      if (event.defaultPrevented || !isMod(event, key)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [key, isOn]);
};
