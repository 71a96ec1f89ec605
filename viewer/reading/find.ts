// Search over names and aliases.
import type { Entity } from '../../graph/model.ts';
import { compare } from '../../graph/model.ts';
import type { Atlas } from './atlas.ts';

export interface Found {
  readonly entity: Entity;
  /** The name or alias that matched. */
  readonly name: string;
}

/**
 * Entities whose name or an alias has every word of the query at the start of one of its words, the best known first.
 * Accents and case don't count. Cost: linear in the names.
 */
export function find(atlas: Atlas, query: string, limit = 8): readonly Found[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  const found: (Found & { readonly rank: number })[] = [];
  for (const entity of atlas.graph.entities) {
    const name = [entity.name, ...entity.aliases].find((n) => matches(wordsOf(n), wanted));
    if (name === undefined) continue;
    const mentions = atlas.mentionsOf.get(entity.id)?.length ?? 0;
    found.push({ entity, name, rank: mentions + (name === entity.name ? 1000 : 0) });
  }
  return found.sort((a, b) => b.rank - a.rank || compare(a.entity.id, b.entity.id)).slice(0, limit);
}

const matches = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((start) => words.some((word) => word.startsWith(start)));

/** Letters without their accents, in lower case; by words. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
