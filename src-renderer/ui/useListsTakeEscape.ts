/**
 * Esc in an open list of choices closes the list and nothing else. The list itself does not say that the key was taken,
 * and by the time it reaches the screen or the dialog around it the list is closed already.
 */
import { useEffect } from 'react';

const OPEN_LIST = '[aria-haspopup="listbox"][aria-expanded="true"]';

export const useListsTakeEscape = (): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isInList = event.target instanceof Element && event.target.closest(OPEN_LIST) !== null;
      if (event.key === 'Escape' && isInList) event.preventDefault();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
};
