// What can go wrong with a query, with the place in its text. Nothing here knows the language itself.

/** A place in a query's text. *Units*: line and column count from 1, `offset` from 0; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** What kind of wrong it is, in openCypher's words; `Unsupported` is what Cypher has and this engine doesn't. */
export type ErrorCode =
  | 'SyntaxError'
  | 'SemanticError'
  | 'ParameterMissing'
  | 'ConstraintVerificationFailed'
  | 'EntityNotFound'
  | 'TypeError'
  | 'ArgumentError'
  | 'ArithmeticError'
  | 'ProcedureError'
  | 'AccessMode'
  | 'Unsupported';

/**
 * A query that can't be run: wrong syntax, an undefined name, a value of the wrong type, or something that is not
 * supported yet. The message begins with line and column and ends with the line in question and a caret below it,
 * where the place is known (it is not in a query that was built as a tree).
 */
export class CypherError extends Error {
  override readonly name = 'CypherError';
  readonly position: Position | null;
  readonly code: ErrorCode;
  constructor(
    message: string,
    position: Position | null = null,
    options: ErrorOptions & { readonly code?: ErrorCode } = {},
  ) {
    super(message, options);
    this.position = position;
    this.code = options.code ?? 'SyntaxError';
  }
}

/** A query was stopped by its deadline, row limit or signal, or would have taken more memory than it may. */
export class QueryStopped extends Error {
  override readonly name = 'QueryStopped';
}

/** The error of a problem at an offset of a query's text; without text or offset, the problem alone. */
export function cypherError(
  problem: string,
  text?: string,
  offset?: number,
  code: ErrorCode = 'SyntaxError',
): CypherError {
  if (offset === undefined || text === undefined) return new CypherError(problem, null, { code });
  const position = positionAt(text, offset);
  const place = `Line ${position.line}, column ${position.column}`;
  return new CypherError(`${place}: ${problem}\n${pointer(text, position)}`, position, { code });
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|[\r\n]/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset };
}

const width = 100;

/** The line with a caret below the column; a long line is cut to its part around the column. */
function pointer(text: string, { column, offset }: Position): string {
  const start = Math.max(offset - (column - 1), offset - width / 2);
  const line = text.slice(start, start + width).split(/[\r\n]/, 1)[0] ?? '';
  return `${line}\n${line.slice(0, offset - start).replace(/[^\t]/g, ' ')}^`;
}
