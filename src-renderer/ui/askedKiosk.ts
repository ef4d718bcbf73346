/** The kiosk was asked for, from anywhere in the window; the one dialog that opens it listens. */
import { useEffect, useRef } from 'react';
import type { OpinionAbout } from './askedAtDesk.ts';

let told: ((about: OpinionAbout) => void) | null = null;

const NOBODY: OpinionAbout = { customerId: null, name: null, visitId: null };

/** Its next answer is to belong to whoever is named; else to nobody. */
export const askForKiosk = (about: OpinionAbout = NOBODY): void => told?.(about);

/** For the one dialog that answers. */
export const useAskedKiosk = (open: (about: OpinionAbout) => void): void => {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const tell = (about: OpinionAbout) => latest.current(about);
    told = tell;
    return () => {
      if (told === tell) told = null;
    };
  }, []);
};
