// Asks the rules of every clause and event noun: who did what to whom, who says so, whether and when.
import type { Statement } from '../../annotated.ts';
import type { Referents, TimeExpression } from '../article.ts';
import type { Found } from '../reference/index.ts';

/** What claims are made of. */
export interface Understood extends Found {
  readonly times: readonly TimeExpression[];
  readonly referents: Referents;
}

/** In reading order. Cost: near linear. */
export function statementsOf(_understood: Understood): Statement[] {
  return [];
}
