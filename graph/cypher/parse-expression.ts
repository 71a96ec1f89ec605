// From text to tree: expressions, by precedence climbing. From loose to tight: OR, XOR, AND, NOT, comparisons, IN and the
// like, + -, * / %, ^, sign, and what follows a value: .key, [index], :Label.
import type {
  BinaryOperator,
  ComparisonOperator,
  Expression,
  ListComprehension,
  MapLiteral,
  MapProjection,
  PathPattern,
  PatternComprehension,
  ProjectedEntry,
  Quantifier,
} from './ast.ts';
import { parseBraces } from './parse-call.ts';
import {
  isPathAhead,
  parseLabelExpression,
  parsePath,
  parsePaths,
  parseShortest,
  shortestAhead,
} from './parse-pattern.ts';
import type { TokenStream } from './token-stream.ts';
import { typeNames, type ValueType } from './value-types.ts';
import { Float } from './values.ts';

const negation = 4;
const comparing = 5;
const testing = 6;
const adding = 7;
const signing = 10;

/** Longest chain of operators on one level: the tree leans left by that much. */
const longest = 2000;

/** An expression whose operators bind tighter than `minimum`. Errors: `CypherError`. */
export function parseExpression(stream: TokenStream, minimum = 0): Expression {
  return stream.nested(() => parseFrom(stream, parsePrefix(stream, minimum), minimum));
}

/** The expression that begins with `first`. */
function parseFrom(stream: TokenStream, first: Expression, minimum: number): Expression {
  let left = first;
  for (let length = 0; ; length++) {
    const next = parseRest(stream, left, minimum);
    if (next === null) return left;
    if (length >= longest) throw stream.error(`This chain has more than ${longest} operators: use a list.`);
    left = next;
  }
}

/** What follows `left` on this level, with it; null where nothing does. */
function parseRest(stream: TokenStream, left: Expression, minimum: number): Expression | null {
  const sign = operatorAhead(stream);
  if (sign === null) return null;
  if (minimum < comparing && comparisons.has(sign)) return parseComparison(stream, left);
  if (minimum < testing && tests.has(sign)) return parseTest(stream, left);
  const found = binary.get(sign);
  if (found === undefined || minimum >= found.level) return null;
  const at = stream.peek().start;
  if (found.operator.includes(' ')) stream.expectWord(found.operator);
  else stream.take();
  const right = parseExpression(stream, found.level);
  return { kind: 'binary', operator: found.operator, left, right, at };
}

/** The symbol or word that comes next; null where nothing of the kind does. */
function operatorAhead(stream: TokenStream): string | null {
  const token = stream.peek();
  return token.kind === 'symbol' ? token.text : stream.keyword() || null;
}

/** By the symbol or first word. */
const binary: ReadonlyMap<string, { readonly operator: BinaryOperator; readonly level: number }> = new Map([
  ['OR', { operator: 'OR', level: 1 }],
  ['XOR', { operator: 'XOR', level: 2 }],
  ['AND', { operator: 'AND', level: 3 }],
  ['IN', { operator: 'IN', level: testing }],
  ['STARTS', { operator: 'STARTS WITH', level: testing }],
  ['ENDS', { operator: 'ENDS WITH', level: testing }],
  ['CONTAINS', { operator: 'CONTAINS', level: testing }],
  ['=~', { operator: '=~', level: testing }],
  ['||', { operator: '||', level: adding }],
  ['+', { operator: '+', level: adding }],
  ['-', { operator: '-', level: adding }],
  ['*', { operator: '*', level: 8 }],
  ['/', { operator: '/', level: 8 }],
  ['%', { operator: '%', level: 8 }],
  ['^', { operator: '^', level: 9 }],
]);

const tests = new Set(['IS', '::']);

const comparisons: ReadonlySet<string> = new Set([
  '=',
  '<>',
  '<=',
  '>=',
  '<',
  '>',
] satisfies ComparisonOperator[]);

function comparisonAhead(stream: TokenStream): ComparisonOperator | null {
  const sign = operatorAhead(stream);
  return sign !== null && comparisons.has(sign) ? (sign as ComparisonOperator) : null;
}

function parseComparison(stream: TokenStream, first: Expression): Expression {
  const at = stream.peek().start;
  const rest: { operator: ComparisonOperator; operand: Expression }[] = [];
  for (let operator = comparisonAhead(stream); operator !== null; operator = comparisonAhead(stream)) {
    stream.take();
    rest.push({ operator, operand: parseExpression(stream, comparing) });
  }
  return { kind: 'comparison', first, rest, at };
}

/** `IS NULL` and its kin, which have nothing on their right. */
function parseTest(stream: TokenStream, operand: Expression): Expression | null {
  const at = stream.peek().start;
  if (stream.takeWord('IS NULL')) return { kind: 'isNull', operand, negated: false, at };
  if (stream.takeWord('IS NOT NULL')) return { kind: 'isNull', operand, negated: true, at };
  const start = stream.isSymbol('::') ? '' : stream.isWord('IS NOT') ? 'IS NOT' : 'IS';
  const words = start === '' ? 0 : start.split(' ').length;
  if (!stream.isSymbol('::', words) && !stream.isWord('TYPED', words))
    throw stream.unsupported('Testing whether a text is normalized');
  if (start !== '') stream.expectWord(start);
  stream.take();
  return { kind: 'isTyped', operand, negated: start === 'IS NOT', type: parseType(stream), at };
}

/** `INTEGER`, `LIST<STRING NOT NULL>`, `INTEGER | FLOAT` … */
function parseType(stream: TokenStream): ValueType {
  const options = [parseOneType(stream)];
  while (!stream.isBarEnd && stream.takeSymbol('|')) options.push(parseOneType(stream));
  return options.length === 1 ? (options[0] as ValueType) : { kind: 'oneOf', options };
}

function parseOneType(stream: TokenStream): ValueType {
  if (stream.takeWord('LIST') || stream.takeWord('ARRAY')) {
    stream.expectSymbol('<');
    const item = stream.nested(() => stream.bracketed(() => parseType(stream)));
    stream.expectSymbol('>');
    return { kind: 'listOf', item, notNull: stream.takeWord('NOT NULL') };
  }
  const found = typeNames.find(([written]) => stream.takeWord(written));
  if (found === undefined) throw stream.expected('a type, such as INTEGER');
  return { kind: 'plain', name: found[1], notNull: stream.takeWord('NOT NULL') };
}

function parsePrefix(stream: TokenStream, minimum: number): Expression {
  const at = stream.peek().start;
  if (minimum < negation && stream.takeWord('NOT'))
    return { kind: 'unary', operator: 'NOT', operand: parseExpression(stream, negation - 1), at };
  if (stream.takeSymbol('+'))
    return { kind: 'unary', operator: '+', operand: parseExpression(stream, signing - 1), at };
  if (!stream.takeSymbol('-')) return parsePostfix(stream);
  const next = stream.peek();
  if (next.kind !== 'number')
    return { kind: 'unary', operator: '-', operand: parseExpression(stream, signing - 1), at };
  stream.take();
  const value = negative(next.value);
  if (value === null) throw stream.error(`-${next.value} is too small for an INTEGER of 64 bits.`, at);
  return parseAfter(stream, { kind: 'literal', value, at });
}

/** A value and what follows it directly. */
export const parsePostfix = (stream: TokenStream): Expression =>
  parseAfter(
    stream,
    stream.bracketed(() => parseAtom(stream)),
  );

function parseAfter(stream: TokenStream, value: Expression): Expression {
  let object = value;
  for (let length = 0; ; length++) {
    if (length >= longest) throw stream.error(`This chain has more than ${longest} parts: use a list.`);
    const { at } = object;
    const place = at === undefined ? {} : { at };
    if (stream.takeSymbol('.'))
      object = { kind: 'property', object, key: stream.name('a property'), ...place };
    else if (stream.takeSymbol('[')) object = parseSubscript(stream, object);
    else if (stream.takeSymbol(':'))
      object = { kind: 'hasLabels', operand: object, labels: parseLabelExpression(stream), ...place };
    else if (object.kind === 'variable' && stream.isSymbol('{')) object = parseMapProjection(stream, object);
    else return object;
  }
}

function parseSubscript(stream: TokenStream, object: Expression): Expression {
  const at = stream.peek().start;
  const bound = () => stream.bracketed(() => parseExpression(stream));
  const from = stream.isSymbol('..') ? null : bound();
  if (stream.takeSymbol(']')) {
    if (from === null) throw stream.expected('an index');
    return { kind: 'index', object, index: from, at };
  }
  stream.expectSymbol('..');
  if (from === null && stream.isSymbol(']')) throw stream.expected('an index');
  const to = stream.isSymbol(']') ? null : bound();
  stream.expectSymbol(']');
  return { kind: 'slice', object, from, to, at };
}

function parseAtom(stream: TokenStream): Expression {
  const token = stream.peek();
  const at = token.start;
  switch (token.kind) {
    case 'number':
      if (typeof token.value === 'bigint' && token.value > largest)
        throw stream.error(`${token.value} is too large for an INTEGER of 64 bits.`);
      stream.take();
      return { kind: 'literal', value: token.value, at };
    case 'string':
      stream.take();
      return { kind: 'literal', value: token.value, at };
    case 'parameter':
      stream.take();
      return { kind: 'parameter', name: token.name, at };
    case 'word':
      return (
        (token.keyword === '' ? null : parseKeyword(stream, token.keyword, at)) ?? parseNamed(stream, at)
      );
    case 'symbol':
      if (token.text === '[') return parseBrackets(stream, at);
      if (token.text === '{') return parseMap(stream);
      if (token.text === '(') return parseParentheses(stream, at);
  }
  throw stream.expected('an expression');
}

const largest = 2n ** 63n - 1n;

/** The literal of a number with a minus before it; null where it has no place in 64 bits. */
function negative(value: number | bigint | Float): number | bigint | Float | null {
  if (value instanceof Float) return new Float(-value.value);
  if (typeof value === 'bigint') return value > largest + 1n ? null : -value;
  return value === 0 ? 0 : -value;
}

function parseParentheses(stream: TokenStream, at: number): Expression {
  if (isPathAhead(stream)) return { kind: 'patternPredicate', path: parsePath(stream), at };
  stream.expectSymbol('(');
  const inner = parseExpression(stream);
  stream.expectSymbol(')');
  return inner;
}

/** What begins with a word that means something here; null where the word is a name. */
function parseKeyword(stream: TokenStream, keyword: string, at: number): Expression | null {
  const isCall = stream.isSymbol('(', 1);
  const value = constants.get(keyword);
  if (value !== undefined && !isCall && !stream.isSymbol('.', 1)) {
    stream.take();
    return { kind: 'literal', value, at };
  }
  if (isCall) return parseSpecialCall(stream, keyword, at);
  if (keyword === 'CASE') return parseCase(stream, at);
  if (stream.isSymbol('{', 1)) {
    if (stream.takeWord('EXISTS')) return parseExists(stream, at, 'EXISTS');
    if (stream.takeWord('COUNT')) return parseExists(stream, at, 'COUNT');
    if (stream.takeWord('COLLECT'))
      return { kind: 'queryExpression', gives: 'COLLECT', query: parseBraces(stream), at };
  }
  if (reserved.has(keyword)) throw stream.expected('an expression');
  return null;
}

const constants: ReadonlyMap<string, null | boolean | number> = new Map<string, null | boolean | number>([
  ['NULL', null],
  ['TRUE', true],
  ['FALSE', false],
  ['NAN', Number.NaN],
  ['INF', Number.POSITIVE_INFINITY],
  ['INFINITY', Number.POSITIVE_INFINITY],
]);

/** Words that can't begin an expression unless in backticks: a name was forgotten before them. */
const reserved = new Set(
  'RETURN WHERE WITH MATCH OPTIONAL UNWIND UNION AS WHEN THEN ELSE AND OR XOR NOT IN IS'.split(' '),
);

/** What looks like a call but has its own grammar; null where it is none of that. */
function parseSpecialCall(stream: TokenStream, keyword: string, at: number): Expression | null {
  if (keyword === 'COUNT' && stream.isSymbol('*', 2) && stream.isSymbol(')', 3)) {
    for (let i = 0; i < 4; i++) stream.take();
    return { kind: 'countAll', at };
  }
  // A condition in brackets after CASE is no call of a function of that name.
  if (keyword === 'CASE') return parseCase(stream, at);
  if (keyword === 'REDUCE') return parseReduce(stream, at);
  if (keyword === 'EXISTS') return parseExistsCall(stream, at);
  const shortest = shortestAhead(stream);
  if (shortest !== null) return { kind: 'shortestPath', path: parseShortest(stream, shortest), at };
  if (reserved.has(keyword)) throw stream.expected('an expression');
  if (keyword === 'TRIM') return parseTrim(stream, at);
  const quantity = quantities.find((word) => word.toUpperCase() === keyword);
  if (quantity !== undefined && stream.peek(2).kind === 'word' && stream.isWord('IN', 3))
    return parseQuantifier(stream, at, quantity);
  return null;
}

const quantities = ['all', 'any', 'none', 'single'] as const;

/** `exists((a)-->(b))` says the same as `EXISTS { (a)-->(b) }`; on a property it is no Cypher any more. */
function parseExistsCall(stream: TokenStream, at: number): Expression {
  stream.take();
  stream.take();
  if (!isPathAhead(stream)) throw stream.error('exists(n.x) is no longer Cypher: write n.x IS NOT NULL.', at);
  const path = parsePath(stream);
  stream.expectSymbol(')');
  return { kind: 'exists', counts: false, paths: [path], where: null, at };
}

/** A variable, or a call with a name of one or more parts. */
function parseNamed(stream: TokenStream, at: number): Expression {
  let parts = 1;
  while (stream.isSymbol('.', parts) && stream.peek(parts + 1).kind === 'word') parts += 2;
  if (!stream.isSymbol('(', parts)) return { kind: 'variable', name: stream.name('a variable'), at };
  const names: string[] = [];
  do names.push(stream.name('a function'));
  while (stream.takeSymbol('.'));
  stream.expectSymbol('(');
  const distinct = stream.takeWord('DISTINCT');
  const values = parseList(stream, ')');
  return { kind: 'call', name: names.join('.'), distinct, arguments: values, at };
}

/** Expressions with commas between them, and the bracket that ends them; the first may have been parsed already. */
function parseList(stream: TokenStream, closer: string, first: Expression | null = null): Expression[] {
  if (first === null && stream.takeSymbol(closer)) return [];
  const items = [first ?? parseExpression(stream)];
  while (stream.takeSymbol(',')) items.push(parseExpression(stream));
  if (!stream.takeSymbol(closer)) throw stream.expected(`"," or "${closer}"`);
  return items;
}

/** `{key: value, …}`. */
export function parseMap(stream: TokenStream): MapLiteral {
  const at = stream.peek().start;
  stream.expectSymbol('{');
  const entries: (readonly [string, Expression])[] = [];
  while (!stream.takeSymbol('}')) {
    if (entries.length > 0 && !stream.takeSymbol(',')) throw stream.expected('"," or "}"');
    const key = stream.name('a key');
    stream.expectSymbol(':');
    entries.push([key, parseExpression(stream)]);
  }
  return { kind: 'map', entries, at };
}

/** A list, or a comprehension over a list or a pattern. */
function parseBrackets(stream: TokenStream, at: number): Expression {
  stream.expectSymbol('[');
  if (isComprehension(stream)) return parseListComprehension(stream, at);
  const isNamedPath = stream.peek().kind === 'word' && stream.isSymbol('=', 1) && isPathAhead(stream, 2);
  if (!isNamedPath && !isPathAhead(stream)) return { kind: 'list', items: parseList(stream, ']'), at };
  const path = stream.untilBar(() => parsePath(stream));
  if (isNamedPath || stream.isSymbol('|') || stream.isWord('WHERE'))
    return parsePatternComprehension(stream, path, at);
  const first = parseFrom(stream, { kind: 'patternPredicate', path, at: at + 1 }, 0);
  return { kind: 'list', items: parseList(stream, ']', first), at };
}

/** `[x IN …` begins a comprehension: as in Neo4j, a list whose first item is that question puts it in brackets. */
const isComprehension = (stream: TokenStream): boolean =>
  stream.peek().kind === 'word' && stream.isWord('IN', 1);

/** `[x IN xs WHERE … | …]`. */
function parseListComprehension(stream: TokenStream, at: number): ListComprehension {
  const variable = stream.name('a variable');
  stream.expectWord('IN');
  const list = stream.untilBar(() => parseExpression(stream));
  const where = stream.takeWord('WHERE') ? stream.untilBar(() => parseExpression(stream)) : null;
  const map = stream.takeSymbol('|') ? parseExpression(stream) : null;
  stream.expectSymbol(']');
  return { kind: 'listComprehension', variable, list, where, map, at };
}

/** What follows the path in `[(a)-->(b) WHERE … | …]`. */
function parsePatternComprehension(stream: TokenStream, path: PathPattern, at: number): PatternComprehension {
  const where = stream.takeWord('WHERE') ? stream.untilBar(() => parseExpression(stream)) : null;
  stream.expectSymbol('|');
  const map = parseExpression(stream);
  stream.expectSymbol(']');
  return { kind: 'patternComprehension', path, where, map, at };
}

function parseQuantifier(stream: TokenStream, at: number, quantity: Quantifier['quantity']): Quantifier {
  stream.take();
  stream.expectSymbol('(');
  const variable = stream.name('a variable');
  stream.expectWord('IN');
  const list = parseExpression(stream);
  stream.expectWord('WHERE');
  const where = parseExpression(stream);
  stream.expectSymbol(')');
  return { kind: 'quantifier', quantity, variable, list, where, at };
}

/** `trim(BOTH 'x' FROM text)` is `btrim(text, 'x')`; null where it is a plain call. */
function parseTrim(stream: TokenStream, at: number): Expression | null {
  const side = ['BOTH', 'LEADING', 'TRAILING', 'FROM'].find((word) => stream.isWord(word, 2));
  const isPlain = [')', ',', '.', '['].some((sign) => stream.isSymbol(sign, 3));
  if (side === undefined || isPlain) return null;
  stream.take();
  stream.take();
  if (side !== 'FROM') stream.take();
  const characters = stream.isWord('FROM') ? [] : [parseExpression(stream)];
  stream.expectWord('FROM');
  const text = parseExpression(stream);
  stream.expectSymbol(')');
  const name = side === 'LEADING' ? 'ltrim' : side === 'TRAILING' ? 'rtrim' : 'btrim';
  return { kind: 'call', name, distinct: false, arguments: [text, ...characters], at };
}

function parseReduce(stream: TokenStream, at: number): Expression {
  stream.take();
  stream.expectSymbol('(');
  const accumulator = stream.name('a variable');
  stream.expectSymbol('=');
  const initial = parseExpression(stream);
  stream.expectSymbol(',');
  const variable = stream.name('a variable');
  stream.expectWord('IN');
  const list = stream.untilBar(() => parseExpression(stream));
  stream.expectSymbol('|');
  const step = parseExpression(stream);
  stream.expectSymbol(')');
  return { kind: 'reduce', accumulator, initial, variable, list, step, at };
}

function parseCase(stream: TokenStream, at: number): Expression {
  stream.expectWord('CASE');
  const subject = stream.isWord('WHEN') ? null : parseExpression(stream);
  const branches: { when: Expression; result: Expression }[] = [];
  while (stream.takeWord('WHEN')) {
    const values = [parseExpression(stream)];
    while (subject !== null && stream.takeSymbol(',')) values.push(parseExpression(stream));
    stream.expectWord('THEN');
    const result = parseExpression(stream);
    branches.push(...values.map((when) => ({ when, result })));
  }
  if (branches.length === 0) throw stream.expected('WHEN');
  const otherwise = stream.takeWord('ELSE') ? parseExpression(stream) : null;
  stream.expectWord('END');
  return { kind: 'case', subject, branches, otherwise, at };
}

/** `EXISTS { … }` or `COUNT { … }`: with a pattern in it, or a whole query, which needs no RETURN. */
function parseExists(stream: TokenStream, at: number, gives: 'EXISTS' | 'COUNT'): Expression {
  const counts = gives === 'COUNT';
  if (stream.isSymbol('(', 1) || isNamedPathAhead(stream)) {
    stream.expectSymbol('{');
    const paths = stream.nested(() => stream.bracketed(() => parsePaths(stream)));
    const where = stream.takeWord('WHERE') ? parseExpression(stream) : null;
    stream.expectSymbol('}');
    return { kind: 'exists', counts, paths, where, at };
  }
  const query = parseBraces(stream, true);
  const [match, ...others] = query.branches.flatMap((branch) => branch.clauses);
  if (match?.kind !== 'match' || match.optional || others.length > 0)
    return { kind: 'queryExpression', gives, query, at };
  return { kind: 'exists', counts, paths: match.paths, where: match.where, at };
}

const isNamedPathAhead = (stream: TokenStream): boolean =>
  stream.peek(1).kind === 'word' && stream.isSymbol('=', 2);

/** `n {.name, .*, key: value, other}`. */
function parseMapProjection(stream: TokenStream, object: Expression): MapProjection {
  stream.expectSymbol('{');
  const items: ProjectedEntry[] = [];
  while (!stream.takeSymbol('}')) {
    if (items.length > 0) stream.expectSymbol(',');
    items.push(stream.nested(() => stream.bracketed(() => parseProjectedEntry(stream))));
  }
  return { kind: 'mapProjection', object, items, ...(object.at === undefined ? {} : { at: object.at }) };
}

function parseProjectedEntry(stream: TokenStream): ProjectedEntry {
  if (stream.takeSymbol('.')) {
    if (stream.takeSymbol('*')) return { kind: 'allProperties' };
    return { kind: 'ownProperty', key: stream.name('a property') };
  }
  const at = stream.peek().start;
  const key = stream.name('a key');
  if (!stream.takeSymbol(':')) return { kind: 'entry', key, value: { kind: 'variable', name: key, at } };
  return { kind: 'entry', key, value: parseExpression(stream) };
}
