/** The value as it stood when the typing last paused. */
import { useEffect, useState } from 'react';

export const usePaused = <T>(value: T, pauseMs: number): T => {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return paused;
};
