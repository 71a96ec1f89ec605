// Reads the patterns of verbs.ts once into what the engine asks for.
import { type VerbRule, verbRules } from './verbs.ts';

/** A verb pattern, read. */
export interface Pattern {
  readonly rule: VerbRule;
  /** Lemma, with its particle after a hyphen: "turn-down". */
  readonly verb: string;
  /** Nouns of which the object must be one; empty where the pattern names none. */
  readonly nouns: readonly string[];
  /** Prepositions before the slot; empty where the slot is the object. */
  readonly prepositions: readonly string[];
  readonly slot: 'object' | 'owner';
  /** What must follow the slot: "to", "free". */
  readonly then: string | undefined;
  /** "by phone" between verb and slot. */
  readonly fixed: string | undefined;
}

/** Patterns by verb (with particle), the most telling first. */
export const patternsOf = (verb: string): readonly Pattern[] => index.get(verb) ?? [];

function parse(rule: VerbRule, text: string): Pattern[] {
  const words = text.split(' ');
  const slotAt = words.findIndex((word) => word === 'X' || word === "X's");
  const noun = words.find((word) => word.startsWith('['));
  const between = words
    .slice(1, slotAt === -1 ? words.length : slotAt)
    .filter((word) => !word.startsWith('['));
  const prepositions = between.at(-1)?.split('|') ?? [];
  const fixed = between.length > 1 ? between.slice(0, -1).join(' ') : undefined;
  const then = slotAt === -1 ? undefined : words.slice(slotAt + 1).join(' ') || undefined;
  return (words[0] as string).split('|').map((verb) => ({
    rule,
    verb,
    nouns: noun === undefined ? [] : noun.slice(1, -1).split('|'),
    prepositions,
    slot: words[slotAt] === "X's" ? 'owner' : 'object',
    then,
    fixed,
  }));
}

const weight = (pattern: Pattern): number =>
  (pattern.nouns.length > 0 ? 4 : 0) +
  (pattern.fixed === undefined ? 0 : 3) +
  (pattern.prepositions.length > 0 ? 2 : 0) +
  (pattern.then === undefined ? 0 : 2) +
  (pattern.slot === 'owner' ? 0 : 1);

const index: ReadonlyMap<string, readonly Pattern[]> = (() => {
  const all = new Map<string, Pattern[]>();
  for (const rule of verbRules)
    for (const text of rule.patterns)
      for (const pattern of parse(rule, text)) {
        const list = all.get(pattern.verb);
        if (list === undefined) all.set(pattern.verb, [pattern]);
        else list.push(pattern);
      }
  for (const list of all.values()) list.sort((a, b) => weight(b) - weight(a));
  return all;
})();
