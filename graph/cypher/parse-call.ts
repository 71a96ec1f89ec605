// From text to tree: CALL, of a procedure or of a query in braces.
import type { Expression, ProcedureCall, Query, Subquery, YieldItem } from './ast.ts';
import { parseExpression } from './parse-expression.ts';
import { parseQuery } from './parser.ts';
import type { TokenStream } from './token-stream.ts';

/** What follows CALL. Errors: `CypherError`. */
export function parseCall(stream: TokenStream, at: number): ProcedureCall | Subquery {
  if (stream.isSymbol('{')) return parseSubquery(stream, null, at);
  if (stream.isSymbol('(')) return parseSubquery(stream, parseImports(stream), at);
  return parseProcedureCall(stream, at);
}

function parseSubquery(stream: TokenStream, imports: Subquery['imports'], at: number): Subquery {
  const query = parseBraces(stream);
  if (stream.isWord('IN')) throw stream.unsupported('CALL { } IN TRANSACTIONS');
  return { kind: 'subquery', imports, query, at };
}

/** A query in braces, which may do without a RETURN where it only counts how many rows there are. */
export function parseBraces(stream: TokenStream, mayEndAnywhere = false): Query {
  stream.expectSymbol('{');
  const query = stream.nested(() => stream.bracketed(() => parseQuery(stream, mayEndAnywhere)));
  stream.expectSymbol('}');
  return query;
}

function parseImports(stream: TokenStream): Subquery['imports'] {
  stream.expectSymbol('(');
  if (stream.takeSymbol('*')) {
    stream.expectSymbol(')');
    return 'all';
  }
  const names: string[] = [];
  while (!stream.takeSymbol(')')) {
    if (names.length > 0) stream.expectSymbol(',');
    names.push(stream.name('a variable'));
  }
  return names;
}

function parseProcedureCall(stream: TokenStream, at: number): ProcedureCall {
  const parts: string[] = [];
  do parts.push(stream.name('a procedure'));
  while (stream.takeSymbol('.'));
  const values = stream.takeSymbol('(') ? parseArguments(stream) : null;
  const yields = stream.takeWord('YIELD') ? parseYields(stream) : null;
  const where = yields !== null && stream.takeWord('WHERE') ? parseExpression(stream) : null;
  return { kind: 'procedureCall', name: parts.join('.'), arguments: values, yields, where, at };
}

function parseArguments(stream: TokenStream): Expression[] {
  const values: Expression[] = [];
  while (!stream.takeSymbol(')')) {
    if (values.length > 0) stream.expectSymbol(',');
    values.push(stream.bracketed(() => parseExpression(stream)));
  }
  return values;
}

function parseYields(stream: TokenStream): ProcedureCall['yields'] {
  if (stream.takeSymbol('*')) return 'all';
  if (stream.takeSymbol('-')) return [];
  const items = [parseYield(stream)];
  while (stream.takeSymbol(',')) items.push(parseYield(stream));
  return items;
}

function parseYield(stream: TokenStream): YieldItem {
  const at = stream.peek().start;
  const column = stream.name('a column');
  return { column, variable: stream.takeWord('AS') ? stream.name('a variable') : column, at };
}
