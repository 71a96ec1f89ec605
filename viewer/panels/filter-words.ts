// How a filter that is on is said: on the chip that takes it away, and where it leaves nothing.
import type { Atlas } from '../reading/atlas.ts';
import { speakerName } from '../reading/facets.ts';
import { day, entityTypeWords, typeWords } from '../reading/words.ts';
import type { ActiveFilter } from '../state/filters.ts';

/** "publisher: Orvane Daily", "at least 2 independent origins", "8 Mar 2026 – 14 Mar 2026". */
export function filterWords(atlas: Atlas, { kind, values }: ActiveFilter): string {
  const few = (label: string, words: readonly string[]) =>
    `${label}: ${words.length > 2 ? `${words[0]} and ${words.length - 1} others` : words.join(', ')}`;
  switch (kind) {
    case 'withoutTypes':
      return few(
        'without',
        values.map((v) => entityTypeWords[v as keyof typeof entityTypeWords]),
      );
    case 'relationTypes':
      return few('relation', values.map(typeWords));
    case 'publishers':
      return few(
        'publisher',
        values.map((v) => (v === '' ? 'none' : v)),
      );
    case 'speakers':
      return few(
        'speaker',
        values.map((key) => speakerName(atlas, key)),
      );
    case 'standings':
      return few('only', values);
    case 'period':
      return periodWords(values[0] ?? '', values[1] ?? '');
    case 'origins':
      return `at least ${values[0]} independent origins`;
    case 'only':
      return values[0] === 'single' ? 'only what one source says' : 'only where they disagree';
  }
}

function periodWords(since: string, until: string): string {
  if (since === until) return day(since);
  if (since === '') return `until ${day(until)}`;
  return until === '' ? `since ${day(since)}` : `${day(since)} – ${day(until)}`;
}
