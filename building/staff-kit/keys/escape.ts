import { useEffect, useRef } from 'react';
import { standsOverPage } from './keys.ts';

/** Escape closes what was opened in the page, also from within a field. */
export function useEscape(close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing && !standsOverPage()) latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
