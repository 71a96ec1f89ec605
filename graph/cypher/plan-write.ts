// From tree to operators: the clauses that write. Each takes all rows of what comes before, and gives its own only when
// it is through, so that no clause reads what the same clause has written, and the next one reads all of it.
import type {
  Clause,
  Create,
  Expression,
  LabelExpression,
  Merge,
  NodePattern,
  PathPattern,
  RelationshipPattern,
} from './ast.ts';
import type { Operator, OperatorOf, Part, Scope } from './operators.ts';
import { eager, type Stage, type Surroundings } from './plan.ts';
import { planMatch } from './plan-match.ts';
import { children, elementsOf } from './walk.ts';

/** What a clause makes of the rows before it. */
export function planWriting(clause: Clause, stage: Stage, surroundings: Surroundings): Stage {
  return eager(planChange(clause, eager(stage), surroundings));
}

function planChange(clause: Clause, { root, scope }: Stage, surroundings: Surroundings): Stage {
  switch (clause.kind) {
    case 'create':
      return planCreate(clause, { root, scope }, surroundings);
    case 'merge':
      return planMerge(clause, { root, scope }, surroundings);
    case 'set':
    case 'remove':
      return { root: { kind: 'set', source: root, items: clause.items, scope }, scope };
    case 'delete': {
      const { items, detach } = clause;
      return { root: { kind: 'delete', source: root, items, detach, scope }, scope };
    }
    case 'foreach': {
      const slot = surroundings.slots.take();
      let inner: Stage = { root: { kind: 'argument' }, scope: new Map([...scope, [clause.variable, slot]]) };
      for (const each of clause.clauses) inner = planChange(each, inner, surroundings);
      return {
        root: { kind: 'foreach', source: root, list: clause.list, slot, inner: inner.root, scope },
        scope,
      };
    }
    default:
      throw new Error(`Unchecked query: ${clause.kind} doesn’t write.`);
  }
}

function planCreate({ paths }: Create, { root, scope }: Stage, { slots }: Surroundings): Stage {
  const known = new Map(scope);
  const named = paths.map((path, i) => allNamed(path, `${i}`));
  const parts = named.flatMap((path) => partsOf(path, known, slots.take));
  const before = createdBefore(root, parts);
  let source: Operator = {
    kind: 'create',
    source: before?.source ?? root,
    parts: [...(before?.parts ?? []), ...parts],
    scope: new Map(known),
  };
  for (const path of named) source = withPath(path, source, known, slots.take);
  return { root: source, scope: visible(known) };
}

/** A CREATE directly before another that looks at nothing in the graph: both can be one, row by row. */
function createdBefore(root: Operator, parts: readonly Part[]): OperatorOf<'create'> | null {
  if (root.kind !== 'eager' || root.source.kind !== 'create') return null;
  const looks = parts.some(({ properties }) => properties !== null && looksAtGraph(properties));
  return looks ? null : root.source;
}

const looksAtGraph = (expression: Expression): boolean =>
  ['exists', 'queryExpression', 'patternPredicate', 'patternComprehension', 'shortestPath'].includes(
    expression.kind,
  ) || children(expression).some(looksAtGraph);

function planMerge(
  { path, onCreate, onMatch }: Merge,
  { root, scope }: Stage,
  { slots, statistics }: Surroundings,
): Stage {
  const named = { ...allNamed(path, ''), variable: null };
  const inner = planMatch({ paths: [named], where: null }, { kind: 'argument' }, scope, slots, statistics);
  const known = new Map(scope);
  const parts = partsOf(named, known, slots.take, inner.scope);
  const fresh = [...known].filter(([name]) => !scope.has(name)).map(([, slot]) => slot);
  const merge: Operator = {
    kind: 'merge',
    source: root,
    inner: inner.root,
    parts,
    fresh,
    onCreate,
    onMatch,
    scope: new Map(known),
  };
  const source = withPath({ ...named, variable: path.variable }, merge, known, slots.take);
  return { root: source, scope: visible(known) };
}

/** A mark of names that no query can use. */
const hidden = '\u0000';

/** The path with a name for everything in it. */
function allNamed(path: PathPattern, prefix: string): PathPattern {
  const name = <T extends NodePattern | RelationshipPattern>(element: T, place: string): T => ({
    ...element,
    variable: element.variable ?? `${hidden}${prefix}.${place}`,
  });
  return {
    ...path,
    start: name(path.start, 'start'),
    steps: path.steps.map(({ relationship, node }, i) => ({
      relationship: name(relationship, `relationship ${i}`),
      node: name(node, `node ${i}`),
    })),
  };
}

const visible = (scope: Scope): Scope => new Map([...scope].filter(([name]) => !name.startsWith(hidden)));

/** What is to be created of a path: all that `known` doesn't name yet; its names are added. */
function partsOf(
  path: PathPattern,
  known: Map<string, number>,
  take: () => number,
  slots: Scope = new Map(),
): Part[] {
  const parts: Part[] = [];
  const slotOf = (name: string): { readonly slot: number; readonly isNew: boolean } => {
    const found = known.get(name);
    if (found !== undefined) return { slot: found, isNew: false };
    const slot = slots.get(name) ?? take();
    known.set(name, slot);
    return { slot, isNew: true };
  };
  const addNode = ({ variable, labels, properties }: NodePattern): number => {
    const { slot, isNew } = slotOf(variable as string);
    if (isNew) parts.push({ kind: 'node', slot, labels: namesOf(labels), properties });
    return slot;
  };
  let left = addNode(path.start);
  for (const { relationship, node } of path.steps) {
    const right = addNode(node);
    const { slot } = slotOf(relationship.variable as string);
    const [from, to] = relationship.direction === 'in' ? [right, left] : [left, right];
    const { properties, at } = relationship;
    const type = namesOf(relationship.types)[0] as string;
    parts.push({
      kind: 'relationship',
      slot,
      type,
      from,
      to,
      properties,
      ...(at === undefined ? {} : { at }),
    });
    left = right;
  }
  return parts;
}

function withPath(
  path: PathPattern,
  source: Operator,
  known: Map<string, number>,
  take: () => number,
): Operator {
  if (path.variable === null) return source;
  const elements = elementsOf(path).map(({ variable }) => known.get(variable as string) as number);
  const slot = take();
  known.set(path.variable, slot);
  return { kind: 'path', source, slot, elements };
}

/** The names in a plain label expression. */
export function namesOf(labels: LabelExpression | null): string[] {
  if (labels === null) return [];
  if (labels.kind === 'label') return [labels.name];
  if (labels.kind === 'andLabels') return [...namesOf(labels.left), ...namesOf(labels.right)];
  throw new Error('Unchecked query: no plain labels.');
}
