// From tree to text: Cypher that any engine reads, and that parses to the same tree. One line, no comments.
import type {
  Branch,
  Clause,
  Expression,
  Item,
  LabelExpression,
  NodePattern,
  PathPattern,
  ProcedureCall,
  ProjectedEntry,
  Projection,
  Query,
  RelationshipPattern,
  RemoveItem,
  SetItem,
  Subquery,
  YieldItem,
} from './ast.ts';
import { textOfType } from './value-types.ts';
import { Float } from './values.ts';

/** The text of a query; `parse` makes the same tree of it, positions aside. */
export function print(query: Query): string {
  const union = query.union === 'all' ? ' UNION ALL ' : ' UNION ';
  const prefix = query.prefix === undefined ? '' : `${query.prefix} `;
  return prefix + query.branches.map(printBranch).join(union);
}

const braced = (query: Query): string => `{ ${print(query)} }`;

const printBranch = (branch: Branch): string => printClauses(branch.clauses);

const printClauses = (clauses: readonly Clause[]): string => clauses.map(printClause).join(' ');

function printClause(clause: Clause): string {
  switch (clause.kind) {
    case 'match':
      return `${clause.optional ? 'OPTIONAL ' : ''}MATCH ${printPaths(clause.paths)}${where(clause.where)}`;
    case 'unwind':
      return `UNWIND ${printExpression(clause.list)} AS ${variable(clause.variable)}`;
    case 'with':
      return `WITH ${printProjection(clause)}${where(clause.where)}`;
    case 'return':
      return `RETURN ${printProjection(clause)}`;
    case 'create':
      return `CREATE ${printPaths(clause.paths)}`;
    case 'merge':
      return `MERGE ${printPath(clause.path)}${printOn('CREATE', clause.onCreate)}${printOn('MATCH', clause.onMatch)}`;
    case 'set':
      return `SET ${clause.items.map(printChange).join(', ')}`;
    case 'remove':
      return `REMOVE ${clause.items.map(printChange).join(', ')}`;
    case 'delete':
      return `${clause.detach ? 'DETACH ' : ''}DELETE ${list(clause.items)}`;
    case 'foreach':
      return `FOREACH (${variable(clause.variable)} IN ${printExpression(clause.list)} | ${printClauses(clause.clauses)})`;
    case 'procedureCall':
      return printProcedureCall(clause);
    case 'subquery':
      return `CALL ${printImports(clause.imports)}${braced(clause.query)}`;
  }
}

const printOn = (event: 'CREATE' | 'MATCH', items: readonly SetItem[]): string =>
  items.length === 0 ? '' : ` ON ${event} SET ${items.map(printChange).join(', ')}`;

function printChange(item: SetItem | RemoveItem): string {
  switch (item.kind) {
    case 'setProperty':
      return `${printObject(item.object)}.${symbolic(item.key)} = ${printExpression(item.value)}`;
    case 'removeProperty':
      return `${printObject(item.object)}.${symbolic(item.key)}`;
    case 'setProperties':
      return `${variable(item.variable)} ${item.adds ? '+=' : '='} ${printExpression(item.value)}`;
    case 'setLabels':
    case 'removeLabels':
      return `${variable(item.variable)}${item.labels.map((label) => `:${symbolic(label)}`).join('')}`;
  }
}

function printProcedureCall({ name, arguments: values, yields, where: condition }: ProcedureCall): string {
  const columns = yields === 'all' ? '*' : yields?.length === 0 ? '-' : yields?.map(printYield).join(', ');
  return [
    `CALL ${dotted(name)}`,
    values === null ? '' : `(${list(values)})`,
    columns === undefined ? '' : ` YIELD ${columns}`,
    where(condition),
  ].join('');
}

const printYield = ({ column, variable: name }: YieldItem): string =>
  column === name ? variable(name) : `${variable(column)} AS ${variable(name)}`;

function printImports(imports: Subquery['imports']): string {
  if (imports === null) return '';
  return imports === 'all' ? '(*) ' : `(${imports.map(variable).join(', ')}) `;
}

const dotted = (name: string): string => name.split('.').map(symbolic).join('.');

function printProjection({ distinct, star, items, orderBy, skip, limit }: Projection): string {
  const columns = [...(star ? ['*'] : []), ...items.map(printItem)].join(', ');
  const order = orderBy.map((item) => printExpression(item.expression) + (item.descending ? ' DESC' : ''));
  return [
    distinct ? 'DISTINCT ' : '',
    columns,
    order.length > 0 ? ` ORDER BY ${order.join(', ')}` : '',
    skip === null ? '' : ` SKIP ${printExpression(skip)}`,
    limit === null ? '' : ` LIMIT ${printExpression(limit)}`,
  ].join('');
}

/** A column keeps its name, also where that is the text of its expression as someone wrote it. */
function printItem({ expression, name }: Item): string {
  const text = printExpression(expression);
  const isNamed = expression.kind === 'variable' && expression.name === name;
  return isNamed ? text : `${text} AS ${variable(name)}`;
}

const where = (condition: Expression | null): string =>
  condition === null ? '' : ` WHERE ${printExpression(condition)}`;

const printPaths = (paths: readonly PathPattern[]): string => paths.map(printPath).join(', ');

function printPath({ variable: name, shortest, start, steps }: PathPattern): string {
  const rest = steps.map((step) => printRelationship(step.relationship) + printNode(step.node)).join('');
  const path = `${printNode(start)}${rest}`;
  const whole =
    shortest === undefined ? path : `${shortest === 'one' ? 'shortestPath' : 'allShortestPaths'}(${path})`;
  return `${name === null ? '' : `${variable(name)} = `}${whole}`;
}

const printNode = ({ variable: name, labels, properties, where: condition }: NodePattern): string =>
  `(${filling(name, labels, '', properties, condition)})`;

function printRelationship(relationship: RelationshipPattern): string {
  const { variable: name, types, direction, properties, where: condition, range } = relationship;
  const inside = filling(
    name,
    types,
    range === null || condition !== null ? '' : `*${range.min}..${range.max ?? ''}`,
    properties,
    condition,
  );
  // Neo4j takes a condition on each relationship only where their number stands behind.
  const quantifier = range === null || condition === null ? '' : `{${range.min},${range.max ?? ''}}`;
  const line = inside === '' ? '--' : `-[${inside}]-`;
  return `${direction === 'in' ? '<' : ''}${line}${direction === 'out' ? '>' : ''}${quantifier}`;
}

function filling(
  name: string | null,
  labels: LabelExpression | null,
  range: string,
  properties: Expression | null,
  condition: Expression | null,
): string {
  const head =
    (name === null ? '' : variable(name)) + (labels === null ? '' : `:${printLabels(labels, 0)}`) + range;
  const map = properties === null ? '' : printExpression(properties);
  const before = [head, map].filter((part) => part !== '').join(' ');
  if (before !== '' || condition === null) return `${before}${where(condition)}`;
  const text = printExpression(condition);
  // `(WHERE {…})` would be a node of that name.
  return `WHERE ${bracketed(text.startsWith('{'), text)}`;
}

/** A label expression's text. Levels: 0 takes all, 1 what `&` joins, 2 what `!` denies. */
export function printLabels(labels: LabelExpression, level: number): string {
  switch (labels.kind) {
    case 'label':
      return symbolic(labels.name);
    case 'anyLabel':
      return '%';
    case 'notLabel':
      return `!${printLabels(labels.operand, 2)}`;
    case 'andLabels':
      return bracketed(level > 1, `${printLabels(labels.left, 1)}&${printLabels(labels.right, 2)}`);
    case 'orLabels':
      return bracketed(level > 0, `${printLabels(labels.left, 0)}|${printLabels(labels.right, 1)}`);
  }
}

const bracketed = (needed: boolean, text: string): string => (needed ? `(${text})` : text);

/** How tightly each kind binds, as in parse-expression.ts. */
function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case 'binary':
      return levels[expression.operator];
    case 'comparison':
    case 'patternPredicate':
      return 5;
    case 'isNull':
    case 'isTyped':
      return 6;
    case 'unary':
      return expression.operator === 'NOT' ? 4 : 10;
    case 'property':
    case 'index':
    case 'slice':
    case 'hasLabels':
      return 11;
    default:
      return 12;
  }
}

const levels = {
  OR: 1,
  XOR: 2,
  AND: 3,
  IN: 6,
  'STARTS WITH': 6,
  'ENDS WITH': 6,
  CONTAINS: 6,
  '=~': 6,
  '||': 7,
  '+': 7,
  '-': 7,
  '*': 8,
  '/': 8,
  '%': 8,
  '^': 9,
} as const;

/** The text of an expression, in brackets where it binds less tightly than `least`. */
export function printExpression(expression: Expression, least = 0): string {
  return bracketed(levelOf(expression) < least, printBare(expression));
}

function printBare(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression.value);
    case 'parameter':
      return `$${symbolic(expression.name)}`;
    case 'variable':
      return variable(expression.name);
    case 'property':
      return `${printObject(expression.object)}.${symbolic(expression.key)}`;
    case 'index':
      return `${printObject(expression.object)}[${printExpression(expression.index)}]`;
    case 'slice': {
      const [from, to] = [expression.from, expression.to].map((end) =>
        end === null ? '' : printExpression(end),
      );
      return `${printObject(expression.object)}[${from}..${to}]`;
    }
    case 'list':
      return printList(expression.items);
    case 'map':
      return `{${expression.entries.map(([key, value]) => `${symbolic(key)}: ${printExpression(value)}`).join(', ')}}`;
    case 'unary':
      return printUnary(expression.operator, expression.operand);
    case 'binary': {
      const level = levels[expression.operator];
      const left = printExpression(expression.left, level === 6 ? 7 : level);
      return `${left} ${expression.operator} ${printExpression(expression.right, level + 1)}`;
    }
    case 'comparison':
      return [
        printExpression(expression.first, 6),
        ...expression.rest.map(({ operator, operand }) => `${operator} ${printExpression(operand, 6)}`),
      ].join(' ');
    case 'isNull':
      return `${printExpression(expression.operand, 7)} IS ${expression.negated ? 'NOT ' : ''}NULL`;
    case 'isTyped': {
      // A bar would end a comprehension's condition, a further `<` would be read as a comparison.
      const text = `${printExpression(expression.operand, 7)} IS ${expression.negated ? 'NOT ' : ''}:: ${textOfType(expression.type)}`;
      return bracketed(expression.type.kind === 'oneOf', text);
    }
    case 'hasLabels':
      return `${printObject(expression.operand)}:${printLabels(expression.labels, 1)}`;
    case 'call':
      return `${dotted(expression.name)}(${expression.distinct ? 'DISTINCT ' : ''}${list(expression.arguments)})`;
    case 'countAll':
      return 'count(*)';
    case 'case':
      return printCase(expression);
    case 'listComprehension': {
      const map = expression.map === null ? '' : ` | ${printExpression(expression.map)}`;
      return `[${variable(expression.variable)} IN ${printExpression(expression.list)}${where(expression.where)}${map}]`;
    }
    case 'quantifier':
      return `${expression.quantity}(${variable(expression.variable)} IN ${printExpression(expression.list)}${where(expression.where)})`;
    case 'reduce':
      return `reduce(${variable(expression.accumulator)} = ${printExpression(expression.initial)}, ${variable(expression.variable)} IN ${printExpression(expression.list)} | ${printExpression(expression.step)})`;
    case 'exists':
      return `${expression.counts ? 'COUNT' : 'EXISTS'} { MATCH ${printPaths(expression.paths)}${where(expression.where)} }`;
    case 'queryExpression':
      return `${expression.gives} ${braced(expression.query)}`;
    case 'patternPredicate':
    case 'shortestPath':
      return printPath(expression.path);
    case 'mapProjection':
      return `${printExpression(expression.object, 12)} {${expression.items.map(printEntry).join(', ')}}`;
    case 'patternComprehension':
      return `[${printPath(expression.path)}${where(expression.where)} | ${printExpression(expression.map)}]`;
  }
}

function printEntry(item: ProjectedEntry): string {
  switch (item.kind) {
    case 'allProperties':
      return '.*';
    case 'ownProperty':
      return `.${symbolic(item.key)}`;
    case 'entry':
      return `${symbolic(item.key)}: ${printExpression(item.value)}`;
  }
}

const list = (items: readonly Expression[]): string => items.map((item) => printExpression(item)).join(', ');

/** A first item that asks whether a name is in a list would read as a comprehension, so it stands in brackets. */
function printList(items: readonly Expression[]): string {
  const text = list(items);
  if (!/^(?:`(?:[^`]|``)*`|\w+) IN /.test(text)) return `[${text}]`;
  return `[${[`(${list(items.slice(0, 1))})`, ...items.slice(1).map((item) => printExpression(item))].join(', ')}]`;
}

/** What `.key` or `[index]` follows: a number would swallow the dot, a sign or a label would take the whole. */
function printObject(object: Expression): string {
  const isNumber = object.kind === 'literal' && typeof object.value !== 'string';
  return bracketed(isNumber || object.kind === 'hasLabels' || levelOf(object) < 11, printBare(object));
}

function printUnary(operator: string, operand: Expression): string {
  if (operator === 'NOT') return `NOT ${printExpression(operand, 4)}`;
  const isNumber = operand.kind === 'literal' && typeof operand.value !== 'string';
  return `${operator}${isNumber || operand.kind === 'unary' ? `(${printBare(operand)})` : printExpression(operand, 10)}`;
}

function printCase({ subject, branches, otherwise }: Expression & { kind: 'case' }): string {
  return [
    'CASE',
    ...(subject === null ? [] : [printExpression(subject)]),
    ...branches.map(({ when, result }) => `WHEN ${printExpression(when)} THEN ${printExpression(result)}`),
    ...(otherwise === null ? [] : [`ELSE ${printExpression(otherwise)}`]),
    'END',
  ].join(' ');
}

function printLiteral(value: null | boolean | string | number | bigint | Float): string {
  if (typeof value === 'string') return printString(value);
  if (value instanceof Float) return printFloat(value.value);
  if (typeof value === 'number') return Number.isInteger(value) ? `${BigInt(value)}` : printFloat(value);
  return `${value}`;
}

function printFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-INF' : 'INF';
  const digits = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

const printString = (value: string): string =>
  `'${value.replace(/[\\'\p{Cc}\p{Cs}\u2028\u2029]/gu, (c) => (c === "'" || c === '\\' ? `\\${c}` : `\\u${hexadecimal(c)}`))}'`;

const hexadecimal = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');

/** A label, type, key or function: quoted only where it is no plain word. */
const symbolic = (name: string): string => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : quoted(name));

/** A variable: quoted also where some engine could take the word for its own. */
const variable = (name: string): string => (keywords.has(name.toUpperCase()) ? quoted(name) : symbolic(name));

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

const keywords: ReadonlySet<string> = new Set(
  `ALL AND ANY AS ASC ASCENDING BY CALL CASE COLLECT CONTAINS COUNT CREATE DELETE DESC DESCENDING DETACH DISTINCT ELSE
   END ENDS EXISTS FALSE FOR FOREACH IN INF INFINITY IS LIMIT MATCH MERGE NAN NONE NOT NULL OFFSET ON OPTIONAL OR ORDER
   REDUCE REMOVE RETURN SET SINGLE SKIP STARTS THEN TRUE UNION UNWIND USE USING WHEN WHERE WITH XOR YIELD`.split(
    /\s+/,
  ),
);
