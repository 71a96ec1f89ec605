// Which time expression a claim's words belong to.
import type { TimeExpression } from '../article.ts';
import type { Syntax } from '../syntax.ts';

/**
 * The time expression of the trigger's own clause, of those in its sentence: "said on Monday that" tells nothing of what was
 * said. Cost: linear in the sentence's times and the depth of its tree.
 */
export function timeOf(
  here: readonly TimeExpression[],
  syntax: Syntax,
  trigger: number,
): TimeExpression | undefined {
  if (here.length === 0) return undefined;
  const clause = clauseOf(syntax, trigger);
  const clauses = here.map((time) => ({
    time,
    at: clause.indexOf(stopOf(syntax, syntax.headWithin(time), clause)),
  }));
  return clauses.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0]?.time;
}

/** The words from a trigger up to the head of its clause: through nouns, infinitives and participles, not out of what is said. */
function clauseOf(syntax: Syntax, trigger: number): number[] {
  const found = [trigger];
  for (let at = trigger; ; ) {
    const head = syntax.headOf(at);
    if (
      head === undefined ||
      /^(?:ccomp|parataxis|acl:relcl|advcl:relcl|csubj)$/.test(syntax.word(at).deprel)
    )
      return found;
    if (syntax.relationOf(at) === 'conj' && syntax.child(at, 'nsubj') !== undefined) return found;
    found.push(head);
    at = head;
  }
}

/** The clause, or the trigger itself, that a time hangs on. */
function stopOf(syntax: Syntax, time: number, clause: readonly number[]): number {
  for (const at of [time, ...syntax.ancestors(time)])
    if (at === clause[0] || syntax.word(at).upos === 'VERB' || syntax.child(at, 'cop') !== undefined)
      return at;
  return time;
}
