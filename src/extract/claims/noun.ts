// The noun of a phrase that names nothing, with what says which kind: "prisoner exchange" for "the largest prisoner exchange
// between the two". Other articles say the same in other words around it. Whether it makes a topic is for them to show.
import type { Syntax } from '../syntax.ts';

/** In lower case, as it stands; undefined where the head is no common noun. Cost: linear in the head's dependents. */
export function nounOf(syntax: Syntax, head: number): string | undefined {
  const { upos, lemma } = syntax.word(head);
  if (upos !== 'NOUN') return undefined;
  const within = wrappings.has(lemma) ? contentOf(syntax, head) : undefined;
  if (within !== undefined) return nounOf(syntax, within);
  const words = [...kindWords(syntax, head), head].sort((a, b) => a - b);
  const forms = words.map((at) => syntax.word(at).form.toLowerCase());
  if (!forms.every((form) => /^\p{Ll}+(?:-\p{Ll}+)*$/u.test(form))) return undefined;
  return words
    .map((at, i) => `${forms[i]}${isHyphened(syntax, at, words[i + 1]) ? '-' : ' '}`)
    .join('')
    .trim();
}

/** What a noun like "resumption" is about, where it is only a step of it. */
function contentOf(syntax: Syntax, head: number): number | undefined {
  return syntax
    .children(head, 'nmod')
    .find((child) =>
      syntax.children(child, 'case').some((at) => /^(?:of|for|to)$/i.test(syntax.word(at).form)),
    );
}

/** Nouns before a noun, and the adjectives that name a kind: "long-range" is a degree, "nuclear" a kind. */
function kindWords(syntax: Syntax, head: number): number[] {
  return syntax.children(head, 'compound', 'amod').flatMap((child) => {
    const { upos, form } = syntax.word(child);
    if (child > head) return [];
    if (syntax.relationOf(child) === 'amod') return kindAdjectives.has(form.toLowerCase()) ? [child] : [];
    return upos === 'NOUN' ? [...kindWords(syntax, child), child] : [];
  });
}

const isHyphened = (syntax: Syntax, at: number, next: number | undefined): boolean =>
  next === at + 2 && /^[-‐‑]$/u.test(syntax.word(at + 1).form);

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** "the resumption of talks", "the prospects for a ceasefire" are about the talks, the ceasefire; "an end to it" is not. */
const wrappings = set(`
  resumption renewal continuation prospect possibility potential need necessity urgency importance readiness commitment
  detail framework series number round issue question matter idea kind sort type form
`);

/** Adjectives that say which kind, as a noun before it would. */
const kindAdjectives = set(`
  nuclear military naval chemical biological ballistic economic financial fiscal monetary commercial industrial
  agricultural environmental humanitarian diplomatic political territorial electoral presidential parliamentary legislative
  constitutional judicial criminal civil racial religious ethnic medical
  carbon solar digital cyber secret joint direct
`);
