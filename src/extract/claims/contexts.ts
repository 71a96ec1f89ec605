// What the event of a claim is about: PLOVER's contexts by the words of its clause.
import { contextsOfWord } from '../rules/contexts.ts';
import type { Syntax } from '../syntax.ts';

/** In the order of their words, each once; empty where no word tells one. Cost: linear in the clause. */
export function contextsOf(syntax: Syntax, trigger: number): string[] {
  const found = clauseOf(syntax, trigger).flatMap((at) => {
    const { lemma, form } = syntax.word(at);
    const lower = form.toLowerCase();
    // The parser's table doesn't know every plural.
    const known = [lemma.toLowerCase(), lower, lower.replace(/s$/, '')].find((word) =>
      contextsOfWord.has(word),
    );
    return known === undefined ? [] : (contextsOfWord.get(known) ?? []);
  });
  return [...new Set(found)];
}

/** The words of the clause that a trigger stands in: those under its verb, without clauses that are others' words. */
function clauseOf(syntax: Syntax, trigger: number): number[] {
  const head = [trigger, ...syntax.ancestors(trigger)].find(
    (at) => syntax.word(at).upos === 'VERB' || syntax.child(at, 'cop') !== undefined,
  );
  const words: number[] = [];
  const visit = (at: number) => {
    words.push(at);
    for (const child of syntax.children(at))
      if (!/^(?:ccomp|parataxis|conj)$/.test(syntax.relationOf(child)) || !isClause(syntax, child))
        visit(child);
  };
  visit(head ?? trigger);
  return words.sort((a, b) => a - b);
}

const isClause = (syntax: Syntax, at: number): boolean =>
  syntax.word(at).upos === 'VERB' || syntax.child(at, 'nsubj') !== undefined;
