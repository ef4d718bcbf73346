/** The desk's own shortcuts, wherever on the screen the focus is. */
import { useEffect, useRef } from 'react';
import { isMod } from '../../ui/Key.tsx';

export interface DeskKeys {
  isPanelOpen: boolean;
  onNew(): void;
  onWalkIn(): void;
}

export const useDeskKeys = (keys: DeskKeys): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { isPanelOpen, onNew, onWalkIn } = latest.current;
      if (isPanelOpen || event.defaultPrevented) return;
      const action = isMod(event, 'n') ? onNew : isMod(event, 'g') ? onWalkIn : null;
      if (action === null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
};
