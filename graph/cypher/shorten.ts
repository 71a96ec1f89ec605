// What a plan needn't do: where rows are only told apart by the nodes that many hops reach, the ways there are not walked,
// the nodes are, each once.
import type { ExpandMany, Operator, Placed, Plan, Scan } from './operators.ts';
import { reversed } from './plan-match.ts';
import { namesIn } from './walk.ts';

/** The same rows with less work. */
export function shortened(plan: Plan): Plan {
  const root = closingAtScans(countingRows(plan.root), new Map());
  return { ...plan, root: shortenedIn(root, lookOver(root)) };
}

/** What a MATCH has bound is never null: to count it is to count rows, and no one needs to look at it. */
function countingRows(operator: Operator): Operator {
  if (operator.kind === 'argument' || operator.kind === 'union') return operator;
  const source = countingRows(operator.source);
  if (operator.kind !== 'aggregate') return { ...operator, source } as Operator;
  const bound = boundBy(source);
  const aggregates = operator.aggregates.map((placed) => {
    const { expression } = placed;
    if (expression.kind !== 'call' || !isCount(expression) || expression.distinct) return placed;
    const [counted] = expression.arguments;
    const slot = counted?.kind === 'variable' ? operator.scope.get(counted.name) : undefined;
    return slot === undefined || !bound.has(slot)
      ? placed
      : { ...placed, expression: { kind: 'countAll' } as const };
  });
  return { ...operator, source, aggregates };
}

/** The slots that an unbroken chain of scans and hops has filled. */
function boundBy(operator: Operator): Set<number> {
  if (operator.kind === 'filter') return boundBy(operator.source);
  if (operator.kind === 'scan') return boundBy(operator.source).add(operator.slot);
  if (operator.kind !== 'expand') return new Set();
  const { from, relationship, to } = operator;
  return boundBy(operator.source).add(from).add(relationship).add(to);
}

/** Names that a plan mentions anywhere, and the slots that operators look into by number. */
interface Seen {
  readonly names: ReadonlySet<string>;
  readonly slots: ReadonlySet<number>;
  /** Slots of relationships from which others must differ. */
  readonly compared: ReadonlySet<number>;
  /** The names of slots. */
  readonly named: ReadonlyMap<number, readonly string[]>;
}

/** Where it doesn't count how often a row comes, what it takes rows from needn't say so. */
function shortenedIn(operator: Operator, seen: Seen): Operator {
  if (operator.kind === 'argument' || operator.kind === 'union') return operator;
  const below = isDeafToCounts(operator) ? reachOnly(operator.source) : operator.source;
  const source = shortenedIn(leadingOn(operator, below), seen);
  if (operator.kind === 'expand') {
    const { relationship } = operator;
    return {
      ...operator,
      source,
      isSeen: isSeen(relationship, seen),
      isTold: seen.compared.has(relationship),
    };
  }
  return { ...operator, source } as Operator;
}

/** A hop before one that closes a circle. */
function leadingOn(operator: Operator, source: Operator): Operator {
  if (operator.kind !== 'expand' || !operator.isToBound || source.kind !== 'expand') return source;
  if (source.isToBound || source.to !== operator.from || operator.to === source.to) return source;
  const { to, types, direction } = operator;
  return { ...source, next: { to, types, direction } };
}

type Closings = ReadonlyMap<number, Scan['closings']>;

/** Tells scans which hops close a circle at their nodes, as far as only hops and conditions lie between. */
function closingAtScans(operator: Operator, closings: Closings): Operator {
  if (operator.kind === 'argument' || operator.kind === 'union') return operator;
  const { kind, source } = operator;
  if (kind === 'scan')
    return {
      ...operator,
      source: closingAtScans(source, closings),
      closings: closings.get(operator.slot) ?? [],
    };
  if (kind === 'filter') return { ...operator, source: closingAtScans(source, closings) };
  if (kind !== 'expand') return { ...operator, source: closingAtScans(source, new Map()) } as Operator;
  const { to, types, direction } = operator;
  const back = { types, direction: reversed(direction) };
  const known = operator.isToBound
    ? new Map([...closings, [to, [...(closings.get(to) ?? []), back]]])
    : closings;
  return { ...operator, source: closingAtScans(source, known) };
}

const isSeen = (slot: number, { names, slots, named }: Seen): boolean =>
  slots.has(slot) || (named.get(slot) ?? []).some((name) => names.has(name));

/** Everything that looks like a name is taken for one: what is seen in vain costs little, what is overlooked is missed. */
function lookOver(root: Operator): Seen {
  const names = new Set<string>();
  const slots = new Set<number>();
  const compared = new Set<number>();
  const named = new Map<number, string[]>();
  const visit = (part: unknown, key: string): void => {
    if (typeof part === 'string' && (key === 'name' || key === 'variable')) names.add(part);
    if (typeof part !== 'object' || part === null) return;
    if (part instanceof Map) {
      if (key === 'scope')
        for (const [name, slot] of part) named.set(slot, [...(named.get(slot) ?? []), name]);
      return;
    }
    if (Array.isArray(part) && slotLists.has(key))
      for (const slot of part) if (typeof slot === 'number') slots.add(slot);
    if (Array.isArray(part) && key === 'distinctFrom') for (const slot of part) compared.add(slot);
    if ('kind' in part && part.kind === 'endpoints' && 'relationship' in part)
      slots.add(part.relationship as number);
    for (const [inner, value] of Object.entries(part)) visit(value, inner);
  };
  visit(root, '');
  return { names, slots, compared, named };
}

/** Where operators keep slots that they look into. */
const slotLists: ReadonlySet<string> = new Set(['elements', 'output', 'slots']);

const isDeafToCounts = (operator: Operator): boolean =>
  operator.kind === 'distinct' ||
  (operator.kind === 'aggregate' && operator.aggregates.every(({ expression }) => countsOnce(expression)));

const countsOnce = (expression: Placed['expression']): boolean =>
  expression.kind === 'call' && isCount(expression) && expression.distinct;

const isCount = ({ name }: { readonly name: string }): boolean => name.toLowerCase() === 'count';

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
