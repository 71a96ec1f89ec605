// From text to tree: paths, nodes, relationships and label expressions.
import type { LabelExpression, NodePattern, PathPattern, Range, RelationshipPattern, Step } from './ast.ts';
import { parseExpression, parseMap } from './parse-expression.ts';
import type { TokenStream } from './token-stream.ts';

/** Paths with commas between them. */
export function parsePaths(stream: TokenStream): PathPattern[] {
  const paths = [parsePath(stream)];
  while (stream.takeSymbol(',')) paths.push(parsePath(stream));
  return paths;
}

/** `name = (a)-[r]->(b)`, or without a name. */
export function parsePath(stream: TokenStream): PathPattern {
  const at = stream.peek().start;
  const isNamed = stream.peek().kind === 'word' && stream.isSymbol('=', 1);
  const variable = isNamed ? stream.name('a path') : null;
  if (isNamed) stream.take();
  const shortest = shortestAhead(stream);
  if (shortest !== null) return { ...parseShortest(stream, shortest), variable, at };
  refuseUnknown(stream);
  return { variable, ...parseSteps(stream), at };
}

/** `shortestPath((a)-[*]->(b))`, or `allShortestPaths(…)`. */
export function parseShortest(stream: TokenStream, shortest: 'one' | 'all'): PathPattern {
  const at = stream.take().start;
  stream.expectSymbol('(');
  const { start, steps } = stream.nested(() => stream.bracketed(() => parseSteps(stream)));
  if (steps.length !== 1) throw stream.error('A shortest path has two nodes and one relationship.', at);
  stream.expectSymbol(')');
  return { variable: null, shortest, start, steps, at };
}

/** Which shortest path begins here; null where none does. */
export function shortestAhead(stream: TokenStream): 'one' | 'all' | null {
  if (!stream.isSymbol('(', 1)) return null;
  if (stream.isWord('SHORTESTPATH')) return 'one';
  return stream.isWord('ALLSHORTESTPATHS') ? 'all' : null;
}

function parseSteps(stream: TokenStream): Pick<PathPattern, 'start' | 'steps'> {
  const start = parseNode(stream);
  const steps: Step[] = [];
  while (isArrow(stream)) {
    const relationship = parseRelationship(stream);
    const range = parseQuantifier(stream);
    if (range !== null && relationship.range !== null)
      throw stream.error('A relationship has a length within or behind its brackets, not both.');
    steps.push({
      relationship: range === null ? relationship : { ...relationship, range },
      node: parseNode(stream),
    });
  }
  if (stream.isSymbol('(')) throw stream.unsupported('A path in brackets');
  return { start, steps };
}

/** `+`, `*`, `{2}`, `{1,3}` behind a relationship: how many in a row. Null where there is none. */
function parseQuantifier(stream: TokenStream): Range | null {
  if (stream.takeSymbol('+')) return { min: 1, max: null };
  if (stream.takeSymbol('*')) return { min: 0, max: null };
  if (!stream.takeSymbol('{')) return null;
  const min = parseHops(stream);
  const isRange = stream.takeSymbol(',');
  const max = isRange ? parseHops(stream) : min;
  stream.expectSymbol('}');
  return { min: min ?? 0, max };
}

/** Whether a path of at least one step begins at the opening parenthesis ahead: then it is no expression in brackets. */
export function isPathAhead(stream: TokenStream, ahead = 0): boolean {
  const closing = stream.closing(ahead);
  if (closing === null || !isWholeArrow(stream, closing + 1)) return false;
  const isFilling = (at: number) =>
    stream.isSymbol(')', at) || stream.isSymbol(':', at) || arePropertiesAhead(stream, at);
  if (isFilling(ahead + 1)) return stream.isSymbol('(', ahead);
  if (!stream.isSymbol('(', ahead) || stream.peek(ahead + 1).kind !== 'word') return false;
  if (stream.peek(ahead + 2).kind === 'parameter') return true;
  return isFilling(ahead + 2) || stream.isWord('WHERE', ahead + 1) || stream.isWord('WHERE', ahead + 2);
}

/** `{}` or `{key: …`: in `(EXISTS { … } = a)` the brace opens something else. */
function arePropertiesAhead(stream: TokenStream, at: number): boolean {
  if (!stream.isSymbol('{', at)) return false;
  return (
    stream.isSymbol('}', at + 1) || (stream.peek(at + 1).kind === 'word' && stream.isSymbol(':', at + 2))
  );
}

function isArrow(stream: TokenStream, ahead = 0): boolean {
  const dash = ahead + (stream.isSymbol('<', ahead) ? 1 : 0);
  return stream.isSymbol('-', dash) && (stream.isSymbol('-', dash + 1) || stream.isSymbol('[', dash + 1));
}

/** An arrow with its end: after `(a)`, a minus and a list is a difference. */
function isWholeArrow(stream: TokenStream, ahead: number): boolean {
  if (!isArrow(stream, ahead)) return false;
  const dash = ahead + (stream.isSymbol('<', ahead) ? 1 : 0);
  // `(a) - -b` takes away: after two dashes comes a node, or the arrow's head.
  if (stream.isSymbol('-', dash + 1)) return ['(', '>'].some((sign) => stream.isSymbol(sign, dash + 2));
  const closing = stream.closing(dash + 1);
  return closing !== null && stream.isSymbol('-', closing + 1);
}

function refuseUnknown(stream: TokenStream): void {
  if (['SHORTEST', 'ALL', 'ANY'].some((word) => stream.isWord(word)))
    throw stream.unsupported('A path selector');
  if (stream.isSymbol('(') && stream.isSymbol('(', 1)) throw stream.unsupported('A path in brackets');
}

function parseNode(stream: TokenStream): NodePattern {
  const at = stream.peek().start;
  stream.expectSymbol('(');
  const filling = stream.nested(() => stream.bracketed(() => parseFilling(stream)));
  stream.expectSymbol(')');
  return { ...filling, at };
}

function parseFilling(stream: TokenStream): Omit<NodePattern, 'at'> {
  const variable = parseVariable(stream);
  const labels = parseLabels(stream, parseLabelExpression);
  const properties = parseProperties(stream);
  const where = stream.takeWord('WHERE') ? parseExpression(stream) : null;
  return { variable, labels, properties, where };
}

function parseVariable(stream: TokenStream): string | null {
  const isFollowed = [')', ']', ':', '{', '*'].some((sign) => stream.isSymbol(sign, 1));
  if (stream.peek().kind !== 'word') return null;
  if (!isFollowed && (stream.isWord('WHERE') || stream.isWord('IS'))) return null;
  return stream.name('a variable');
}

function parseLabels(
  stream: TokenStream,
  parse: (stream: TokenStream) => LabelExpression,
): LabelExpression | null {
  return stream.takeSymbol(':') || stream.takeWord('IS') ? parse(stream) : null;
}

function parseProperties(stream: TokenStream): NodePattern['properties'] {
  if (stream.isSymbol('{')) return parseMap(stream);
  const token = stream.peek();
  if (token.kind !== 'parameter') return null;
  stream.take();
  return { kind: 'parameter', name: token.name, at: token.start };
}

function parseRelationship(stream: TokenStream): RelationshipPattern {
  const at = stream.peek().start;
  const toLeft = stream.takeSymbol('<');
  stream.expectSymbol('-');
  const filling = stream.takeSymbol('[')
    ? stream.nested(() => stream.bracketed(() => parseRelationshipFilling(stream)))
    : plain;
  stream.expectSymbol('-');
  const toRight = stream.takeSymbol('>');
  const direction = toLeft === toRight ? 'both' : toLeft ? 'in' : 'out';
  return { ...filling, direction, at };
}

const plain = { variable: null, types: null, properties: null, where: null, range: null };

function parseRelationshipFilling(stream: TokenStream): Omit<RelationshipPattern, 'direction' | 'at'> {
  const variable = parseVariable(stream);
  const types = parseLabels(stream, parseTypes);
  const range = stream.takeSymbol('*') ? parseRange(stream) : null;
  const properties = parseProperties(stream);
  const where = stream.takeWord('WHERE') ? parseExpression(stream) : null;
  stream.expectSymbol(']');
  return { variable, types, properties, where, range };
}

/** After `*`: nothing, `n`, `n..`, `..m` or `n..m`. */
function parseRange(stream: TokenStream): Range {
  const from = parseHops(stream);
  if (!stream.takeSymbol('..')) return from === null ? { min: 1, max: null } : { min: from, max: from };
  return { min: from ?? 1, max: parseHops(stream) };
}

function parseHops(stream: TokenStream): number | null {
  const token = stream.peek();
  if (token.kind !== 'number') return null;
  if (typeof token.value !== 'number' || !Number.isSafeInteger(token.value))
    throw stream.expected('a whole number of hops');
  stream.take();
  return token.value;
}

/** `A|B`, `A&B`, `A:B`, `!A`, `%`, `(…)`: `!` binds tightest, then `&` and `:`, then `|`. */
export function parseLabelExpression(stream: TokenStream): LabelExpression {
  let left = parseLabelConjunction(stream);
  while (stream.isSymbol('|') && !isMapAhead(stream)) {
    stream.take();
    left = { kind: 'orLabels', left, right: parseLabelConjunction(stream) };
  }
  return left;
}

/** In `[x IN xs WHERE x:A | x.name]` a bar ends the condition, unless one more bar follows the next label. */
function isMapAhead(stream: TokenStream): boolean {
  return stream.isBarEnd && !(stream.peek(1).kind === 'word' && stream.isSymbol('|', 2));
}

function parseLabelConjunction(stream: TokenStream): LabelExpression {
  let left = parseLabelAtom(stream);
  while (stream.takeSymbol('&') || stream.takeSymbol(':'))
    left = { kind: 'andLabels', left, right: parseLabelAtom(stream) };
  return left;
}

function parseLabelAtom(stream: TokenStream): LabelExpression {
  if (stream.takeSymbol('%')) return { kind: 'anyLabel' };
  if (stream.takeSymbol('!'))
    return { kind: 'notLabel', operand: stream.nested(() => parseLabelAtom(stream)) };
  if (stream.takeSymbol('(')) {
    const inner = stream.nested(() => stream.bracketed(() => parseLabelExpression(stream)));
    stream.expectSymbol(')');
    return inner;
  }
  if (stream.peek().kind === 'parameter') throw stream.unsupported('A dynamic label');
  return { kind: 'label', name: stream.name('a label') };
}

/** A relationship's types; the old `:A|:B` means `:A|B`. */
function parseTypes(stream: TokenStream): LabelExpression {
  let left = parseLabelConjunction(stream);
  while (stream.takeSymbol('|')) {
    stream.takeSymbol(':');
    left = { kind: 'orLabels', left, right: parseLabelConjunction(stream) };
  }
  return left;
}
