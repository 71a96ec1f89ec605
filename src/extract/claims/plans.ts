// What the rest of an article says of an event that a sentence only names: planned, or possible.
import type { Draft } from './drafts.ts';
import { keyOf } from './ends.ts';

/**
 * An event that is only named ("the visit") is as planned, or as possible, as the article elsewhere says it is, unless
 * it says that it took place.
 */
export function withPlans(drafts: readonly Draft[]): Draft[] {
  const groups = Map.groupBy(drafts, ({ predicate, subject, object }) =>
    [predicate, ...[keyOf(subject), object === null ? '' : keyOf(object)].toSorted()].join('|'),
  );
  return drafts.map((draft) => {
    if (!isNamedOnly(draft)) return draft;
    const { predicate, subject, object } = draft;
    const key = [predicate, ...[keyOf(subject), object === null ? '' : keyOf(object)].toSorted()].join('|');
    const others = (groups.get(key) ?? []).filter((other) => other !== draft && !isNamedOnly(other));
    const [plan] = others.filter(({ mood }) => mood.modality !== 'actual');
    if (plan === undefined || others.some(({ mood }) => mood.modality === 'actual' && !mood.negated))
      return draft;
    return { ...draft, mood: { ...draft.mood, modality: plan.mood.modality } };
  });
}

/** Whether nothing but a noun tells of it, and no word says whether it took place. */
const isNamedOnly = ({ source, mood }: Draft): boolean =>
  source === 'noun owner' && mood.modality === 'actual' && !mood.negated;
