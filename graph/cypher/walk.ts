// Ways through a tree that several stages need: an expression's parts, the names that it uses, its aggregates.
import { aggregateNamed } from './aggregates.ts';
import type {
  Clause,
  Expression,
  NodePattern,
  PathPattern,
  Query,
  RelationshipPattern,
  SetItem,
} from './ast.ts';

/** The expressions directly within one, those in its patterns included; not those of a whole query in it. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
    case 'variable':
    case 'countAll':
    case 'queryExpression':
      return [];
    case 'property':
      return [expression.object];
    case 'index':
      return [expression.object, expression.index];
    case 'slice':
      return present(expression.object, expression.from, expression.to);
    case 'list':
      return expression.items;
    case 'map':
      return expression.entries.map(([, value]) => value);
    case 'unary':
    case 'isNull':
    case 'isTyped':
    case 'hasLabels':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'comparison':
      return [expression.first, ...expression.rest.map((part) => part.operand)];
    case 'case':
      return present(
        expression.subject,
        ...expression.branches.flatMap(({ when, result }) => [when, result]),
        expression.otherwise,
      );
    case 'call':
      return expression.arguments;
    case 'listComprehension':
      return present(expression.list, expression.where, expression.map);
    case 'quantifier':
      return [expression.list, expression.where];
    case 'reduce':
      return [expression.initial, expression.list, expression.step];
    case 'exists':
      return present(...expression.paths.flatMap(withinPath), expression.where);
    case 'patternPredicate':
    case 'shortestPath':
      return withinPath(expression.path);
    case 'mapProjection':
      return [
        expression.object,
        ...expression.items.flatMap((item) => (item.kind === 'entry' ? [item.value] : [])),
      ];
    case 'patternComprehension':
      return present(...withinPath(expression.path), expression.where, expression.map);
  }
}

const present = (...parts: readonly (Expression | null)[]): Expression[] =>
  parts.filter((part) => part !== null);

/** A path's nodes and relationships, in turn. */
export const elementsOf = ({ start, steps }: PathPattern): (NodePattern | RelationshipPattern)[] => [
  start,
  ...steps.flatMap((step) => [step.relationship, step.node]),
];

/** The expressions in a path: its elements' properties and conditions. */
const withinPath = (path: PathPattern): Expression[] =>
  elementsOf(path).flatMap(({ properties, where }) => present(properties, where));

/** The names in a path: its own and its elements'. */
export const namesInPath = (path: PathPattern): string[] =>
  [path, ...elementsOf(path)].map(({ variable }) => variable).filter((name) => name !== null);

/** Every name that an expression uses and doesn't bind itself; names that a pattern in it may bind are included. */
export function namesIn(expression: Expression): Set<string> {
  const names = new Set<string>();
  collectNames(expression, new Set(), names);
  return names;
}

function collectNames(expression: Expression, bound: ReadonlySet<string>, names: Set<string>): void {
  const add = (name: string) => {
    if (!bound.has(name)) names.add(name);
  };
  const visit = (part: Expression | null, inner: ReadonlySet<string> = bound) => {
    if (part !== null) collectNames(part, inner, names);
  };
  switch (expression.kind) {
    case 'variable':
      add(expression.name);
      return;
    case 'listComprehension':
    case 'quantifier': {
      const inner = new Set([...bound, expression.variable]);
      visit(expression.list);
      visit(expression.where, inner);
      if (expression.kind === 'listComprehension') visit(expression.map, inner);
      return;
    }
    case 'reduce':
      visit(expression.initial);
      visit(expression.list);
      visit(expression.step, new Set([...bound, expression.variable, expression.accumulator]));
      return;
    case 'exists':
      for (const path of expression.paths) for (const name of namesInPath(path)) add(name);
      break;
    case 'queryExpression':
      for (const name of namesInQuery(expression.query)) add(name);
      return;
    case 'patternPredicate':
    case 'patternComprehension':
    case 'shortestPath':
      for (const name of namesInPath(expression.path)) add(name);
  }
  for (const part of children(expression)) visit(part);
}

/** Every name that stands in a query, those that it binds itself included. */
export const namesInQuery = (query: Query): string[] =>
  query.branches.flatMap(({ clauses }) => clauses.flatMap(namesInClause));

function namesInClause(clause: Clause): string[] {
  const used = expressionsIn(clause).flatMap((expression) => [...namesIn(expression)]);
  switch (clause.kind) {
    case 'match':
    case 'create':
      return [...used, ...clause.paths.flatMap(namesInPath)];
    case 'merge':
      return [...used, ...namesInPath(clause.path), ...namesSet([...clause.onCreate, ...clause.onMatch])];
    case 'set':
      return [...used, ...namesSet(clause.items)];
    case 'foreach':
      return [...used, clause.variable, ...clause.clauses.flatMap(namesInClause)];
    case 'subquery':
      return [...used, ...namesInQuery(clause.query)];
    default:
      return used;
  }
}

const namesSet = (items: readonly SetItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'setProperty' ? [] : [item.variable]));

/** The expressions that stand directly in a clause, those in its patterns included. */
export function expressionsIn(clause: Clause): Expression[] {
  switch (clause.kind) {
    case 'match':
      return present(...clause.paths.flatMap(withinPath), clause.where);
    case 'unwind':
    case 'foreach':
      return [clause.list];
    case 'with':
    case 'return':
      return present(
        ...[...clause.items, ...clause.orderBy].map(({ expression }) => expression),
        clause.skip,
        clause.limit,
        clause.kind === 'with' ? clause.where : null,
      );
    case 'create':
      return clause.paths.flatMap(withinPath);
    case 'merge':
      return [...withinPath(clause.path), ...[...clause.onCreate, ...clause.onMatch].flatMap(withinSet)];
    case 'set':
      return clause.items.flatMap(withinSet);
    case 'remove':
      return clause.items.flatMap((item) => (item.kind === 'removeProperty' ? [item.object] : []));
    case 'delete':
      return [...clause.items];
    case 'procedureCall':
      return present(...(clause.arguments ?? []), clause.where);
    case 'subquery':
      return [];
  }
}

const withinSet = (item: SetItem): Expression[] => {
  switch (item.kind) {
    case 'setProperty':
      return [item.object, item.value];
    case 'setProperties':
      return [item.value];
    case 'setLabels':
      return [];
  }
};

/** Whether a clause changes the graph, itself or within. */
export function isWriting(clause: Clause): boolean {
  switch (clause.kind) {
    case 'create':
    case 'merge':
    case 'set':
    case 'remove':
    case 'delete':
    case 'foreach':
      return true;
    case 'subquery':
      return firstWriting(clause.query) !== null;
    default:
      return false;
  }
}

/** Whether a branch is nothing but the call of a procedure: then its columns are the results. */
export const isStandalone = (clauses: readonly Clause[]): boolean =>
  clauses.length === 1 && clauses[0]?.kind === 'procedureCall';

/** The first clause of a query that changes the graph; null where none does. */
export const firstWriting = (query: Query): Clause | null =>
  query.branches.flatMap((branch) => branch.clauses).find(isWriting) ?? null;

/** Whether an expression is an aggregate. */
export const isAggregate = (expression: Expression): boolean =>
  expression.kind === 'countAll' ||
  (expression.kind === 'call' && aggregateNamed(expression.name) !== undefined);

/** Whether an aggregate stands anywhere in it. */
export const hasAggregate = (expression: Expression): boolean =>
  isAggregate(expression) || children(expression).some(hasAggregate);

/** Whether an expression may have another value each time that it is worked out; a query within one counts as such. */
export const isByChance = (expression: Expression): boolean =>
  expression.kind === 'queryExpression' ||
  (expression.kind === 'call' && chances.has(expression.name.toLowerCase())) ||
  children(expression).some(isByChance);

const chances: ReadonlySet<string> = new Set(['rand', 'randomuuid']);
