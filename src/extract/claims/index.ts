// From what is understood of an article to its claims: who did what to whom, who says so, whether and when.
import type { Statement } from '../../annotated.ts';
import type { Referents, TimeExpression } from '../article.ts';
import type { Found } from '../reference/index.ts';
import { Syntax } from '../syntax.ts';
import { withDemonyms } from './demonyms.ts';
import { Ends } from './ends.ts';
import { findingsOf } from './findings.ts';
import { mended } from './mend.ts';
import { ownRules, type Rules } from './rules.ts';
import { statementOf } from './statement.ts';

/** What claims are made of. */
export interface Understood extends Found {
  readonly times: readonly TimeExpression[];
  readonly referents: Referents;
}

/** In reading order, each id once. Cost: near linear. */
export function statementsOf(understood: Understood, rules: Rules = ownRules): Statement[] {
  const { article, names, referents } = understood;
  const trees = article.trees.map(
    (tree, sentence) =>
      new Syntax(
        mended(
          tree,
          names.filter((name) => name.sentence === sentence),
        ),
      ),
  );
  const ends = new Ends(trees, withDemonyms(referents, names, trees));
  const found = findingsOf(understood, rules, ends).map((finding) => statementOf(article, ends, finding));
  return [...new Map(found.map((statement) => [statement.id, statement])).values()];
}
