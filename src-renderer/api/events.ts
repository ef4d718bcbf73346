/** Events from main as a hook, for screens that act on one; the cache follows them by itself. */
import { useEffect, useRef } from 'react';
import type { EventName, EventValue } from '../../src-shared/contract/contract.ts';
import { bridge } from './bridge.ts';

export const useEvent = <E extends EventName>(event: E, listener: (value: EventValue<E>) => void): void => {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => bridge().subscribe(event, (value) => latest.current(value)), [event]);
};
