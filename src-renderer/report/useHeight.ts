/**
 * Measuring a sheet whose parts take what they need. A hidden window paints no frames, so observers of sizes
 * stay silent there; printMain sends `resize` when it is to be measured again.
 */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The height left for a chart. */
export const useHeight = <E extends HTMLElement>(fallback: number): [RefObject<E | null>, number] => {
  const ref = useRef<E>(null);
  const [height, setHeight] = useState(fallback);
  useLayoutEffect(() => {
    const measure = (): void => {
      const element = ref.current;
      if (element && element.clientHeight > 0) setHeight(element.clientHeight);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return [ref, height];
};

/** True once the content was too long for the sheet; it does not go back, or it would flicker between the two. */
export const useDense = <E extends HTMLElement>(): [RefObject<E | null>, boolean] => {
  const ref = useRef<E>(null);
  const [isDense, setIsDense] = useState(false);
  useLayoutEffect(() => {
    const measure = (): void => {
      const element = ref.current;
      if (element && element.scrollHeight > element.clientHeight + 1) setIsDense(true);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return [ref, isDense];
};
