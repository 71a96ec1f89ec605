// Whether a capital's name stands for the city or for the government that sits there: by its place in the sentence.
import type { Name } from '../article.ts';
import type { Syntax } from '../syntax.ts';
import { type ActingRule, actingRules } from './rules/acting.ts';

/** `open`: the sentence doesn't tell. Cost: linear in the capital's dependents. */
export function senseOfCapital(syntax: Syntax, name: Name): 'government' | 'city' | 'open' {
  const head = syntax.headWithin(name);
  const top = firstConjunct(syntax, head);
  const seat = /^(?:based|headquartered|born|listed)$/.test(syntax.words[name.to + 1]?.form ?? '');
  if (isWithCountry(syntax, name) || seat) return 'city';
  for (const rule of actingRules) if (applies(rule, syntax, top, head)) return rule.means;
  return byRole(syntax, top, head);
}

function firstConjunct(syntax: Syntax, at: number): number {
  const up = syntax.headOf(at);
  return up !== undefined && syntax.relationOf(at) === 'conj' && syntax.word(up).upos === 'PROPN'
    ? firstConjunct(syntax, up)
    : at;
}

/** "Sofia, Bulgaria": what follows says where it is. */
function isWithCountry(syntax: Syntax, name: Name): boolean {
  const [comma, next] = [syntax.words[name.to], syntax.words[name.to + 1]];
  if (comma?.form !== ',' || next === undefined || next.upos !== 'PROPN') return false;
  const relation = syntax.relationOf(name.to + 1);
  return relation === 'appos' || relation === 'list' || relation === 'flat' || relation === 'compound';
}

const lemma = (syntax: Syntax, at: number | undefined): string =>
  at === undefined ? '' : syntax.word(at).lemma.toLowerCase();

function applies({ look, words }: ActingRule, syntax: Syntax, top: number, head: number): boolean {
  const up = syntax.headOf(top);
  const cases = [...syntax.children(top, 'case'), ...(head === top ? [] : syntax.children(head, 'case'))];
  switch (look) {
    case 'preposition':
      return syntax.relationOf(top) !== 'nsubj' && cases.some((at) => words.has(lemma(syntax, at)));
    case 'verb': {
      if (syntax.relationOf(top) === 'obj') return words.has(lemma(syntax, up));
      const preposition = lemma(syntax, cases[0]);
      const reaches =
        preposition === 'to' || preposition === 'from' || preposition === 'for' || preposition === 'toward';
      return reaches && (words.has(lemma(syntax, up)) || movesBefore(syntax, top, words));
    }
    case 'owned':
      return (
        /^(?:nmod:poss|compound|nmod)$/.test(syntax.word(top).deprel) &&
        cases.every((at) => /^['’]s?$/.test(syntax.word(at).form)) &&
        words.has(lemma(syntax, up))
      );
    case 'addressed':
      return (
        /^(?:nmod|obl)$/.test(syntax.relationOf(top)) &&
        /^(?:to|from|on|for)$/.test(lemma(syntax, cases[0])) &&
        (words.has(lemma(syntax, up)) ||
          words.has(lemma(syntax, up === undefined ? undefined : syntax.child(up, 'obj'))))
      );
    case 'modified':
      return (
        (syntax.relationOf(top) === 'compound' ||
          (syntax.relationOf(top) === 'nmod' && /^(?:of|)$/.test(lemma(syntax, cases[0])))) &&
        words.has(lemma(syntax, up))
      );
  }
}

/** "his trip to Lima", "came back to Lima": the word of motion is near, but not the head. */
function movesBefore(syntax: Syntax, top: number, words: ReadonlySet<string>): boolean {
  for (let at = top - 1; at >= Math.max(0, top - 4); at--) if (words.has(lemma(syntax, at))) return true;
  return false;
}

function byRole(syntax: Syntax, top: number, head: number): 'government' | 'city' | 'open' {
  const relation = syntax.relationOf(top);
  const up = syntax.headOf(top);
  if (relation === 'nsubj' && up !== undefined) {
    if (syntax.word(top).deprel === 'nsubj:pass') return 'open';
    const { upos } = syntax.word(up);
    if (upos === 'VERB') return 'government';
    return upos === 'ADJ' && syntax.child(up, 'cop') !== undefined ? 'government' : 'open';
  }
  if (relation === 'obj' || relation === 'iobj') return 'government';
  if (syntax.word(top).deprel === 'nmod:poss') return 'government';
  const preposition = lemma(syntax, syntax.child(head, 'case') ?? syntax.child(top, 'case'));
  if (preposition === 'from') return 'city';
  const isAddressed = up !== undefined && syntax.word(up).upos === 'VERB';
  return preposition === 'on' || (preposition === 'to' && isAddressed) ? 'government' : 'open';
}
