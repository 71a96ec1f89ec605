// From text to tree: clauses. Patterns and expressions have files of their own. Recursive descent; says what it expected
// and where. What is valid Cypher but not known here is refused as "not supported yet", never taken for something else.
import type {
  Branch,
  Clause,
  Item,
  Match,
  Projection,
  Query,
  Return,
  SortItem,
  Unwind,
  With,
} from './ast.ts';
import { parseCall } from './parse-call.ts';
import { parseExpression } from './parse-expression.ts';
import { parsePaths } from './parse-pattern.ts';
import { parseWriting } from './parse-write.ts';
import { TokenStream } from './token-stream.ts';

/** The tree of a query's text. Errors: `CypherError`. Cost: linear in the text. */
export function parse(text: string): Query {
  const stream = new TokenStream(text);
  const prefix = (['EXPLAIN', 'PROFILE'] as const).find((word) => stream.takeWord(word));
  const query = { ...parseQuery(stream), ...(prefix === undefined ? {} : { prefix }) };
  stream.takeSymbol(';');
  if (stream.peek().kind !== 'end') throw stream.expected('the end of the query');
  return query;
}

/** A query up to the brace or the end behind it; with `mayEndAnywhere` its last clause may be any. */
export function parseQuery(stream: TokenStream, mayEndAnywhere = false): Query {
  const at = stream.peek().start;
  const branches = [parseBranch(stream, mayEndAnywhere)];
  let union: Query['union'] = null;
  while (stream.isWord('UNION')) {
    const place = stream.take().start;
    const next = stream.takeWord('ALL') ? 'all' : 'distinct';
    stream.takeWord('DISTINCT');
    if (union !== null && union !== next)
      throw stream.error('UNION and UNION ALL can’t be mixed in one query.', place);
    union = next;
    branches.push(parseBranch(stream, mayEndAnywhere));
  }
  return { kind: 'query', branches, union, at };
}

/** Clauses, and other statements, that Cypher has and this engine doesn't. */
const unsupported =
  'INSERT LOAD USE FINISH SHOW CYPHER DROP ALTER GRANT DENY REVOKE START STOP TERMINATE FILTER LET FOR'.split(
    ' ',
  );

function parseBranch(stream: TokenStream, mayEndAnywhere: boolean): Branch {
  const clauses: Clause[] = [];
  for (;;) {
    const clause = parseClause(stream);
    if (clause === null) {
      if (mayEnd(clauses.at(-1)) || (mayEndAnywhere && clauses.length > 0)) return { clauses };
      throw stream.expected(clauses.length === 0 ? 'a clause, such as MATCH' : 'RETURN');
    }
    if (clauses.length >= most)
      throw stream.error(`A query has at most ${most} clauses: UNWIND a list of what is to be done.`);
    clauses.push(clause);
    if (clause.kind === 'return') return { clauses };
  }
}

/** Most clauses in a row: each may know all names of those before it. */
const most = 2000;

/** Whether a query may end with a clause: with one that writes or calls. */
const mayEnd = (clause: Clause | undefined): boolean =>
  clause !== undefined && !['match', 'unwind', 'with'].includes(clause.kind);

function parseClause(stream: TokenStream): Clause | null {
  const at = stream.peek().start;
  if (stream.isWord('OPTIONAL CALL')) throw stream.unsupported('OPTIONAL CALL');
  if (stream.takeWord('OPTIONAL MATCH')) return parseMatch(stream, at, true);
  if (stream.takeWord('MATCH')) return parseMatch(stream, at, false);
  if (stream.takeWord('UNWIND')) return parseUnwind(stream, at);
  if (stream.takeWord('WITH')) return parseWith(stream, at);
  if (stream.takeWord('RETURN')) return parseReturn(stream, at);
  // Between clauses these stand for `WITH *` with them.
  if (['ORDER BY', 'SKIP', 'OFFSET', 'LIMIT'].some((words) => stream.isWord(words)))
    return {
      kind: 'with',
      distinct: false,
      star: true,
      items: [],
      ...parseOrderAndPage(stream),
      where: null,
      at,
    };
  if (stream.takeWord('CALL')) return parseCall(stream, at);
  const writing = parseWriting(stream);
  if (writing !== null) return writing;
  const word = unsupported.find((candidate) => stream.isWord(candidate));
  if (word !== undefined) throw stream.unsupported(`${word}`);
  return null;
}

function parseMatch(stream: TokenStream, at: number, optional: boolean): Match {
  const paths = parsePaths(stream);
  while (stream.takeWord('USING')) passPlannerHint(stream);
  const where = stream.takeWord('WHERE') ? parseExpression(stream) : null;
  return { kind: 'match', optional, paths, where, at };
}

/** What Neo4j's planner is told changes no row, and this one finds its own way. */
function passPlannerHint(stream: TokenStream): void {
  if (stream.takeWord('JOIN ON')) {
    do stream.name('a variable');
    while (stream.takeSymbol(','));
    return;
  }
  const isScan = stream.takeWord('SCAN');
  if (!isScan) {
    ['RANGE', 'TEXT', 'POINT'].some((kind) => stream.takeWord(kind));
    stream.expectWord('INDEX');
    stream.takeWord('SEEK');
  }
  stream.name('a variable');
  stream.expectSymbol(':');
  stream.name('a label');
  if (isScan) return;
  stream.expectSymbol('(');
  do stream.name('a property');
  while (stream.takeSymbol(','));
  stream.expectSymbol(')');
}

function parseUnwind(stream: TokenStream, at: number): Unwind {
  const list = parseExpression(stream);
  stream.expectWord('AS');
  return { kind: 'unwind', list, variable: stream.name('a variable'), at };
}

function parseWith(stream: TokenStream, at: number): With {
  const projection = parseProjection(stream, at, true);
  const where = stream.takeWord('WHERE') ? parseExpression(stream) : null;
  return { kind: 'with', ...projection, where };
}

function parseReturn(stream: TokenStream, at: number): Return {
  return { kind: 'return', ...parseProjection(stream, at, false) };
}

function parseProjection(stream: TokenStream, at: number, named: boolean): Projection {
  const distinct = stream.takeWord('DISTINCT');
  const star = stream.takeSymbol('*');
  const items = !star || stream.takeSymbol(',') ? parseItems(stream, named) : [];
  return { distinct, star, items, ...parseOrderAndPage(stream), at };
}

function parseOrderAndPage(stream: TokenStream): Pick<Projection, 'orderBy' | 'skip' | 'limit'> {
  const orderBy = stream.takeWord('ORDER BY') ? parseOrder(stream) : [];
  const skip = stream.takeWord('SKIP') || stream.takeWord('OFFSET') ? parseExpression(stream) : null;
  const limit = stream.takeWord('LIMIT') ? parseExpression(stream) : null;
  return { orderBy, skip, limit };
}

function parseItems(stream: TokenStream, named: boolean): Item[] {
  const items = [parseItem(stream, named)];
  while (stream.takeSymbol(',')) items.push(parseItem(stream, named));
  return items;
}

function parseItem(stream: TokenStream, named: boolean): Item {
  const at = stream.peek().start;
  const expression = parseExpression(stream);
  const text = stream.textSince(at);
  if (stream.takeWord('AS')) return { expression, name: stream.name('an alias'), at };
  if (expression.kind === 'variable') return { expression, name: expression.name, at };
  if (named) throw stream.error('Only a variable can go through WITH without a name: add AS and one.', at);
  return { expression, name: text, at };
}

function parseOrder(stream: TokenStream): SortItem[] {
  const items = [parseSortItem(stream)];
  while (stream.takeSymbol(',')) items.push(parseSortItem(stream));
  return items;
}

function parseSortItem(stream: TokenStream): SortItem {
  const expression = parseExpression(stream);
  const descending = stream.takeWord('DESCENDING') || stream.takeWord('DESC');
  if (!descending && !stream.takeWord('ASCENDING')) stream.takeWord('ASC');
  return { expression, descending };
}
