// From what is understood of an article to its claims: who did what to whom, who says so, whether and when.
import type { Statement } from '../../annotated.ts';
import type { Referents, TimeExpression } from '../article.ts';
import type { Found } from '../reference/index.ts';
import { Syntax } from '../syntax.ts';
import { calledBy } from './called.ts';
import { withDemonyms } from './demonyms.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { Ends } from './ends.ts';
import { mended } from './mend.ts';
import { ownRules, type Rules } from './rules.ts';
import { statementOf } from './statement.ts';

/** What claims are made of. */
export interface Understood extends Found {
  readonly times: readonly TimeExpression[];
  readonly referents: Referents;
}

/** A claim with how it came about. */
export interface Drafted {
  readonly draft: Draft;
  readonly statement: Statement;
}

/** In reading order, each id once. Cost: near linear. */
export function draftedOf(understood: Understood, rules: Rules = ownRules): Drafted[] {
  const { article, names, referents } = understood;
  const namesIn = Map.groupBy(names, (name) => name.sentence);
  const trees = article.trees.map((tree, sentence) => new Syntax(mended(tree, namesIn.get(sentence) ?? [])));
  const known = withDemonyms(referents, names, trees);
  const ends = new Ends(trees, known, understood.times, calledBy(understood, trees));
  const found = draftsOf(understood, rules, ends).map((draft) => ({
    draft,
    statement: statementOf(article, ends, draft),
  }));
  return [...new Map(found.map((drafted) => [drafted.statement.id, drafted])).values()];
}

/** The claims alone. */
export const statementsOf = (understood: Understood, rules: Rules = ownRules): Statement[] =>
  draftedOf(understood, rules).map(({ statement }) => statement);
