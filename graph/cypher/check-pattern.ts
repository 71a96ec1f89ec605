// Checks patterns: those that are looked for, and those that are created. Names get their kinds here.
import type { LabelExpression, NodePattern, PathPattern, RelationshipPattern } from './ast.ts';
import type { Checking, KindScope } from './check.ts';
import { checkPlain, checkWhere } from './check-expression.ts';
import { type Kind, noun } from './kinds.ts';
import { elementsOf } from './walk.ts';

/** Most nodes in one pattern: which comes next is decided by looking at all that are left. */
const mostNodes = 500;

/** The scope with the names of paths that are looked for in it. */
export function checkPaths(paths: readonly PathPattern[], outer: KindScope, checking: Checking): KindScope {
  const { complain }: Checking = checking;
  const scope = new Map(outer);
  const relationships = new Set<string>();
  const nodes = paths.reduce((sum, { steps }) => sum + steps.length + 1, 0);
  if (nodes > mostNodes)
    complain(`A pattern has at most ${mostNodes} nodes, and this has ${nodes}: split it up.`, paths[0]?.at);
  for (const { variable, shortest, start, steps, at } of paths) {
    declareNode(start, scope, checking);
    for (const { relationship, node } of steps) {
      declareRelationship(relationship, shortest !== undefined, scope, outer, relationships, checking);
      declareNode(node, scope, checking);
    }
    if (variable === null) continue;
    if (scope.has(variable)) complain(`"${variable}" is already defined.`, at);
    scope.set(variable, 'path');
  }
  for (const element of paths.flatMap(elementsOf)) {
    const { properties, where } = element;
    if (properties?.kind === 'parameter')
      complain(
        `A pattern can’t take all its properties from $${properties.name}: name them, as in {id: $${properties.name}.id}.`,
        properties.at,
      );
    if (properties !== null) checkPlain(properties, scope, 'a pattern', checking);
    if (where !== null) checkWhere(where, withinElement(element, scope, outer), checking);
  }
  return scope;
}

/** In a path of variable length a condition is on each relationship alone, and on what was known before. */
function withinElement(
  element: NodePattern | RelationshipPattern,
  scope: KindScope,
  outer: KindScope,
): KindScope {
  if (!('range' in element) || element.range === null) return scope;
  return element.variable === null ? outer : new Map([...outer, [element.variable, 'relationship']]);
}

function declareNode({ variable, at }: NodePattern, scope: Map<string, Kind>, { complain }: Checking): void {
  if (variable === null) return;
  const known = scope.get(variable);
  if (known !== undefined && known !== 'node' && known !== 'value')
    complain(`"${variable}" is already a ${noun(known)}, so it can’t be a node.`, at);
  if (known === undefined) scope.set(variable, 'node');
}

function declareRelationship(
  { variable, range, where, at }: RelationshipPattern,
  isShortest: boolean,
  scope: Map<string, Kind>,
  outer: KindScope,
  seen: Set<string>,
  { complain }: Checking,
): void {
  const isMany = range !== null || isShortest;
  if (isShortest && where !== null)
    complain('WHERE within a shortest path is not supported yet.', at, 'Unsupported');
  if (isShortest && range !== null && range.min > 1)
    complain('A shortest path has at least 0 or 1 hops.', at);
  if (variable === null) return;
  if (seen.has(variable)) complain(`"${variable}" can’t stand for two relationships of one pattern.`, at);
  seen.add(variable);
  const known = scope.get(variable);
  const kind = isMany ? 'relationships' : 'relationship';
  if (known !== undefined && known !== 'value' && known !== kind && !(known === 'list' && isMany))
    complain(`"${variable}" is already a ${noun(known)}, so it can’t be a ${noun(kind)}.`, at);
  if (isShortest && outer.has(variable)) complain(`"${variable}" is already defined.`, at);
  if (known === undefined) scope.set(variable, kind);
}

/** The scope with the names of paths that are created in it: what is known already may only be named. */
export function checkCreated(
  paths: readonly PathPattern[],
  outer: KindScope,
  what: 'CREATE' | 'MERGE',
  checking: Checking,
): KindScope {
  const scope = new Map(outer);
  for (const path of paths) checkCreatedPath(path, scope, what, checking);
  return scope;
}

function checkCreatedPath(
  { variable, shortest, start, steps, at }: PathPattern,
  scope: Map<string, Kind>,
  what: 'CREATE' | 'MERGE',
  checking: Checking,
): void {
  const { complain }: Checking = checking;
  if (shortest !== undefined) complain(`${what} can’t create a shortest path.`, at);
  createNode(start, steps.length === 0, scope, what, checking);
  for (const { relationship, node } of steps) {
    createRelationship(relationship, scope, what, checking);
    createNode(node, false, scope, what, checking);
  }
  if (variable !== null) {
    if (scope.has(variable)) complain(`"${variable}" is already defined.`, at);
    scope.set(variable, 'path');
  }
}

function createNode(
  node: NodePattern,
  isAlone: boolean,
  scope: Map<string, Kind>,
  what: 'CREATE' | 'MERGE',
  checking: Checking,
): void {
  const { complain }: Checking = checking;
  const { variable, labels, at } = node;
  if (!isPlain(labels)) complain(`${what} takes plain labels, as in (:A:B).`, at);
  checkFilling(node, scope, what, checking);
  if (variable === null) return;
  const known = scope.get(variable);
  if (known === undefined) {
    scope.set(variable, 'node');
    return;
  }
  if (isAlone || labels !== null || node.properties !== null)
    complain(
      `"${variable}" is already defined: ${what} can’t give it labels or properties, or create it anew.`,
      at,
    );
  if (known !== 'node' && known !== 'value')
    complain(`"${variable}" is already a ${noun(known)}, so it can’t be a node.`, at);
}

function createRelationship(
  relationship: RelationshipPattern,
  scope: Map<string, Kind>,
  what: 'CREATE' | 'MERGE',
  checking: Checking,
): void {
  const { complain }: Checking = checking;
  const { variable, types, direction, range, at } = relationship;
  if (range !== null) complain(`${what} can’t create a path of variable length.`, at);
  if (types?.kind !== 'label')
    complain(`${what} takes a relationship with exactly one type, as in -[:KNOWS]->.`, at);
  if (direction === 'both' && what === 'CREATE')
    complain('CREATE takes a relationship with a direction, --> or <--.', at);
  if (variable !== null && scope.has(variable)) complain(`"${variable}" is already defined.`, at);
  checkFilling(relationship, scope, what, checking);
  if (variable !== null) scope.set(variable, 'relationship');
}

function checkFilling(
  { properties, where }: NodePattern | RelationshipPattern,
  scope: KindScope,
  what: 'CREATE' | 'MERGE',
  checking: Checking,
): void {
  if (where !== null) checking.complain(`WHERE can’t stand in a pattern that ${what} creates.`, where.at);
  if (properties === null) return;
  if (properties.kind === 'parameter' && what === 'MERGE')
    checking.complain(
      `MERGE can’t take all properties from $${properties.name}: name them, as in {id: $${properties.name}.id}.`,
      properties.at,
    );
  checkPlain(properties, scope, what, checking);
}

const isPlain = (labels: LabelExpression | null): boolean =>
  labels === null ||
  labels.kind === 'label' ||
  (labels.kind === 'andLabels' && isPlain(labels.left) && isPlain(labels.right));
