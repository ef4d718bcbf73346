/** Minutes after midnight on the shop's clock, moving on by itself. */
import { useEffect, useState } from 'react';
import { clockTimeOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { minuteOfClock } from './expected.ts';

const LOOKED_MS = 20_000;

export const useMinuteNow = (): number => {
  const { timeZone } = useOpenShop().shop;
  const read = () => minuteOfClock(clockTimeOfInstant(Date.now(), timeZone));
  const [minute, setMinute] = useState(read);
  useEffect(() => {
    const timer = setInterval(
      () => setMinute(minuteOfClock(clockTimeOfInstant(Date.now(), timeZone))),
      LOOKED_MS,
    );
    return () => clearInterval(timer);
  }, [timeZone]);
  return minute;
};
