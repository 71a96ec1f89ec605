// From text to tree: the clauses that change the graph.
import type {
  Clause,
  Create,
  Delete,
  Foreach,
  Merge,
  Remove,
  RemoveItem,
  SetClause,
  SetItem,
} from './ast.ts';
import { parseExpression, parsePostfix } from './parse-expression.ts';
import { parsePath, parsePaths } from './parse-pattern.ts';
import type { TokenStream } from './token-stream.ts';

/** The clause that begins here, if it is one that writes; else null. Errors: `CypherError`. */
export function parseWriting(stream: TokenStream): Clause | null {
  const at = stream.peek().start;
  if (stream.takeWord('CREATE')) return parseCreate(stream, at);
  if (stream.takeWord('MERGE')) return parseMerge(stream, at);
  if (stream.takeWord('SET')) return parseSet(stream, at);
  if (stream.takeWord('REMOVE')) return parseRemove(stream, at);
  if (stream.takeWord('DETACH DELETE')) return parseDelete(stream, at, true);
  if (stream.takeWord('NODETACH DELETE') || stream.takeWord('DELETE')) return parseDelete(stream, at, false);
  if (stream.takeWord('FOREACH')) return parseForeach(stream, at);
  return null;
}

function parseCreate(stream: TokenStream, at: number): Create {
  const word = ['CONSTRAINT', 'INDEX', 'UNIQUE', 'OR REPLACE'].find((name) => stream.isWord(name));
  if (word !== undefined && !stream.isSymbol('=', 1)) throw stream.unsupported(`CREATE ${word}`);
  return { kind: 'create', paths: parsePaths(stream), at };
}

function parseMerge(stream: TokenStream, at: number): Merge {
  const path = parsePath(stream);
  const onCreate: SetItem[] = [];
  const onMatch: SetItem[] = [];
  for (;;) {
    if (stream.takeWord('ON CREATE SET')) onCreate.push(...parseSetItems(stream));
    else if (stream.takeWord('ON MATCH SET')) onMatch.push(...parseSetItems(stream));
    else if (stream.isWord('ON')) throw stream.expected('ON CREATE SET or ON MATCH SET');
    else return { kind: 'merge', path, onCreate, onMatch, at };
  }
}

const parseSet = (stream: TokenStream, at: number): SetClause => ({
  kind: 'set',
  items: parseSetItems(stream),
  at,
});

function parseSetItems(stream: TokenStream): SetItem[] {
  const items = [parseSetItem(stream)];
  while (stream.takeSymbol(',')) items.push(parseSetItem(stream));
  return items;
}

function parseSetItem(stream: TokenStream): SetItem {
  const at = stream.peek().start;
  const isVariable = stream.peek().kind === 'word';
  if (isVariable && (stream.isSymbol('=', 1) || stream.isSymbol('+=', 1))) {
    const variable = stream.name('a variable');
    const adds = stream.takeSymbol('+=');
    if (!adds) stream.expectSymbol('=');
    return { kind: 'setProperties', variable, adds, value: parseExpression(stream), at };
  }
  if (isVariable && (stream.isSymbol(':', 1) || stream.isWord('IS', 1))) {
    const variable = stream.name('a variable');
    return { kind: 'setLabels', variable, labels: parsePlainLabels(stream), at };
  }
  const { object, key } = parseTarget(stream);
  stream.expectSymbol('=');
  return { kind: 'setProperty', object, key, value: parseExpression(stream), at };
}

function parseRemove(stream: TokenStream, at: number): Remove {
  const items = [parseRemoveItem(stream)];
  while (stream.takeSymbol(',')) items.push(parseRemoveItem(stream));
  return { kind: 'remove', items, at };
}

function parseRemoveItem(stream: TokenStream): RemoveItem {
  const at = stream.peek().start;
  if (stream.peek().kind === 'word' && (stream.isSymbol(':', 1) || stream.isWord('IS', 1))) {
    const variable = stream.name('a variable');
    return { kind: 'removeLabels', variable, labels: parsePlainLabels(stream), at };
  }
  return { kind: 'removeProperty', ...parseTarget(stream), at };
}

/** `:A:B`, `:A&B` or `IS A`: labels that something is to have or to lose. */
function parsePlainLabels(stream: TokenStream): string[] {
  if (!stream.takeWord('IS')) stream.expectSymbol(':');
  const labels: string[] = [];
  do {
    if (stream.peek().kind === 'parameter') throw stream.unsupported('A dynamic label');
    labels.push(stream.name('a label'));
  } while (stream.takeSymbol(':') || stream.takeSymbol('&'));
  return labels;
}

/** `n.key`, or `(…).key`: the property that is to be changed. */
function parseTarget(stream: TokenStream): { object: SetItemTarget['object']; key: string } {
  const at = stream.peek().start;
  const target = parsePostfix(stream);
  if (target.kind === 'index') throw stream.unsupported('A property whose name is worked out', at);
  if (target.kind !== 'property') throw stream.error('Expected a property, as in n.name.', at);
  return { object: target.object, key: target.key };
}

type SetItemTarget = Extract<SetItem, { kind: 'setProperty' }>;

function parseDelete(stream: TokenStream, at: number, detach: boolean): Delete {
  const items = [parseExpression(stream)];
  while (stream.takeSymbol(',')) items.push(parseExpression(stream));
  return { kind: 'delete', detach, items, at };
}

function parseForeach(stream: TokenStream, at: number): Foreach {
  stream.expectSymbol('(');
  const variable = stream.name('a variable');
  stream.expectWord('IN');
  const list = stream.untilBar(() => parseExpression(stream));
  stream.expectSymbol('|');
  const clauses = stream.nested(() => stream.bracketed(() => parseClauses(stream)));
  stream.expectSymbol(')');
  return { kind: 'foreach', variable, list, clauses, at };
}

function parseClauses(stream: TokenStream): Clause[] {
  const clauses: Clause[] = [];
  for (;;) {
    const clause = parseWriting(stream);
    if (clause !== null) clauses.push(clause);
    else if (clauses.length > 0) return clauses;
    else throw stream.expected('a clause that writes, such as SET');
  }
}
