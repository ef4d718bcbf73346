/** Notices that nobody touches the screen any more, and counts the last seconds aloud. */
import { useEffect, useRef, useState } from 'react';

const TOLD_SECONDS = 10;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/** The seconds that are left, once there are few of them; null before. `isOn` false: nothing is on the screen to forget. */
export const useIdle = (isOn: boolean, seconds: number, onIdle: () => void): number | null => {
  const [left, setLeft] = useState<number | null>(null);
  const latest = useRef(onIdle);
  useEffect(() => {
    latest.current = onIdle;
  });
  useEffect(() => {
    if (!isOn) return;
    let touchedMs = Date.now();
    const touched = () => {
      touchedMs = Date.now();
      setLeft(null);
    };
    let lastPlace = '';
    // What is drawn anew under a pointer that rests is told as a move as well.
    const moved = ({ screenX, screenY }: PointerEvent) => {
      const place = `${screenX} ${screenY}`;
      if (lastPlace !== '' && place !== lastPlace) touched();
      lastPlace = place;
    };
    const timer = setInterval(() => {
      const rest = Math.ceil(seconds - (Date.now() - touchedMs) / 1000);
      if (rest <= 0) {
        touched();
        latest.current();
      } else setLeft(rest <= TOLD_SECONDS ? rest : null);
    }, 250);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touched, true);
    window.addEventListener('pointermove', moved, true);
    return () => {
      clearInterval(timer);
      setLeft(null);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touched, true);
      window.removeEventListener('pointermove', moved, true);
    };
  }, [isOn, seconds]);
  return left;
};
