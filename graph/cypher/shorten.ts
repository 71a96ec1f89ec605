// What a plan needn't do: where rows are only told apart by the nodes that many hops reach, the ways there are not walked,
// the nodes are, each once.
import type { ExpandMany, Operator, Placed, Plan } from './operators.ts';
import { namesIn } from './walk.ts';

/** The same rows with less work. */
export const shortened = (plan: Plan): Plan => ({ ...plan, root: shortenedIn(plan.root) });

/** Where it doesn't count how often a row comes, what it takes rows from needn't say so. */
function shortenedIn(operator: Operator): Operator {
  if (operator.kind === 'argument' || operator.kind === 'union') return operator;
  const source = isDeafToCounts(operator) ? reachOnly(operator.source) : shortenedIn(operator.source);
  return { ...operator, source } as Operator;
}

const isDeafToCounts = (operator: Operator): boolean =>
  operator.kind === 'distinct' ||
  (operator.kind === 'aggregate' && operator.aggregates.every(({ expression }) => countsOnce(expression)));

const countsOnce = (expression: Placed['expression']): boolean =>
  expression.kind === 'call' && expression.name.toLowerCase() === 'count' && expression.distinct;

/** Rows that are not counted: through columns and conditions to the hops. */
function reachOnly(operator: Operator): Operator {
  if (operator.kind === 'project' || (operator.kind === 'filter' && !isOnWay(operator.condition)))
    return { ...operator, source: reachOnly(operator.source) };
  if (operator.kind !== 'expandMany' || !canReach(operator)) return operator;
  return { ...operator, isReach: true };
}

/** Whether a condition is on relationships that have no name. */
const isOnWay = (condition: Placed['expression']): boolean =>
  [...namesIn(condition)].some((name) => name.startsWith(' relationship'));

/**
 * A way to a node along an arrow is longer than the shortest or has no relationship twice. Against the arrow as well it
 * may lead back the way it came, so that the start itself would be reached too soon.
 */
const canReach = (hop: ExpandMany): boolean =>
  hop.min <= 1 &&
  hop.direction !== 'both' &&
  hop.each === null &&
  hop.properties.length === 0 &&
  hop.distinctFrom.length === 0 &&
  [...hop.scope].every(([name, slot]) => slot !== hop.relationship || name.startsWith(' '));
