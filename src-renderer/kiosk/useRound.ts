/** The present round: asked for at the start, after each person, and whenever the desk begins another one. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KioskRound } from '../../src-shared/contract/kioskContract.ts';
import { bridge } from './bridge.ts';

/** The shop is being opened or closed: asked again until it answers. */
const ASK_AGAIN_MS = 2000;

export const useRound = (): { round: KioskRound | null; restart: () => void } => {
  const [round, setRound] = useState<KioskRound | null>(null);
  const after = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const restart = useCallback(() => {
    clearTimeout(timer.current);
    void bridge()
      .begin({ after: after.current })
      .then((answer) => {
        if (answer.ok) {
          after.current = answer.value.roundId;
          setRound(answer.value);
        } else {
          setRound(null);
          timer.current = setTimeout(restart, ASK_AGAIN_MS);
        }
      });
  }, []);
  useEffect(() => {
    const end = bridge().onBegun(restart);
    restart();
    return () => {
      end();
      clearTimeout(timer.current);
    };
  }, [restart]);
  return { round, restart };
};
