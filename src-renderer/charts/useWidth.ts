/** The width a chart has, in CSS pixels, so that its text keeps its size while the drawing fills the place. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export const useWidth = <E extends HTMLElement>(fallback: number): [RefObject<E | null>, number] => {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => {
      // Zero while the element is not laid out: the fallback is then the better guess.
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    };
    measure();
    // The hidden printing window paints no frames, so its observers stay silent: `resize` reaches both.
    window.addEventListener('resize', measure);
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure);
    observer?.observe(element);
    return () => {
      window.removeEventListener('resize', measure);
      observer?.disconnect();
    };
  }, []);
  return [ref, width];
};
