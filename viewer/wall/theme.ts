// Light or dark, as the system says, now and when it changes.
import { useEffect, useState } from 'preact/hooks';
import { dark, light, type Palette } from './palette.ts';

/** The palette of the present colour scheme. */
export function usePalette(): Palette {
  return useMedia('(prefers-color-scheme: dark)') ? dark : light;
}

/** Whether the person asked for less motion. */
export const useStillness = (): boolean => useMedia('(prefers-reduced-motion: reduce)');

function useMedia(text: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(text).matches);
  useEffect(() => {
    const query = matchMedia(text);
    const listen = () => setMatches(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, [text]);
  return matches;
}
