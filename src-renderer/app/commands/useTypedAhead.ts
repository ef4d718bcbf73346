/**
 * What is typed between the palette's key and the palette: it is read only when it is first asked for, and hands that
 * know it do not wait. The letters go to its field and not into whatever had the focus before; Enter is a line feed.
 */
import { useCallback, useEffect, useRef } from 'react';

export const useTypedAhead = (isComing: boolean): (() => string) => {
  const typed = useRef('');
  useEffect(() => {
    if (!isComing) return;
    const pressed = (event: KeyboardEvent) => {
      const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
      const text = event.key === 'Enter' ? '\n' : event.key.length === 1 ? event.key : '';
      if (!isBare || text === '' || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      typed.current += text;
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [isComing]);
  return useCallback(() => {
    const taken = typed.current;
    typed.current = '';
    return taken;
  }, []);
};
