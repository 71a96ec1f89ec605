// What stands at a place of the text: things by the references there, whatever word the tree makes the head.
import type { Place, Reference } from '../article.ts';
import type { Ends, Named } from './ends.ts';
import type { Understood } from './index.ts';

/** Asks an article what stands at a place. */
export type Standing = (place: Place) => Named[];

/** The reference with these very words, or a name within them; else what the head of the words stands for. Cost: linear to make. */
export function standingIn({ referents }: Understood, ends: Ends): Standing {
  const bySentence = new Map<number, Reference[]>();
  for (const reference of referents.references) {
    const list = bySentence.get(reference.sentence);
    if (list === undefined) bySentence.set(reference.sentence, [reference]);
    else list.push(reference);
  }
  return (place) => {
    const here = bySentence.get(place.sentence) ?? [];
    const exact =
      here.find(({ from, to }) => from === place.from && to === place.to) ??
      here.find(({ form, from, to }) => form === 'name' && from >= place.from && to <= place.to);
    if (exact !== undefined && exact.thing.members.length === 0) return [fillerOf(exact)];
    const syntax = ends.trees[place.sentence];
    return syntax === undefined ? [] : ends.named(place.sentence, [syntax.headWithin(place)]);
  };
}

/** A reference as the end of a claim. */
export const fillerOf = (reference: Reference): Named => {
  const { sentence, head, from, to, thing, confidence } = reference;
  return { sentence, word: head, from, to, thing, mention: reference, confidence };
};
