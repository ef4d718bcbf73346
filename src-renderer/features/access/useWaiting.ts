/** Seconds that are still to be waited, counted down before the person's eyes. */
import { useEffect, useState } from 'react';

export interface Waiting {
  readonly seconds: number;
  wait(seconds: number): void;
}

export const useWaiting = (): Waiting => {
  const [untilMs, setUntilMs] = useState(0);
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    if (untilMs === 0) return;
    const timer = setInterval(() => {
      setNowMs(performance.now());
      if (performance.now() >= untilMs) setUntilMs(0);
    }, 250);
    return () => clearInterval(timer);
  }, [untilMs]);
  return {
    seconds: untilMs === 0 ? 0 : Math.max(1, Math.ceil((untilMs - nowMs) / 1000)),
    wait: (seconds) => {
      setNowMs(performance.now());
      setUntilMs(seconds === 0 ? 0 : performance.now() + seconds * 1000);
    },
  };
};

/** 0:24, 14:59. */
export const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
