// From text to tokens, with their places. Knows quotes, numbers, names and comments; which word is a keyword only the
// parser knows, because in Cypher nearly every keyword may also be a name.
import { insteadOf } from './advice.ts';
import { cypherError } from './errors.ts';
import { Float } from './values.ts';

/** `keyword` is a word in capitals; empty for a name in backticks, which is never a keyword. */
export type Token = Readonly<
  { start: number; end: number } & (
    | { kind: 'word'; text: string; keyword: string }
    | { kind: 'number'; value: number | bigint | Float }
    | { kind: 'string'; value: string }
    | { kind: 'parameter'; name: string }
    | { kind: 'symbol'; text: string }
    | { kind: 'end' }
  )
>;

/**
 * The tokens of a query, the last of kind `end`. Shape: `start` and `end` are UTF-16 code units into the text.
 * Errors: `CypherError` for an open quote or comment, a malformed number or a character that no query has.
 * Cost: linear in the text.
 */
export function tokenize(text: string): Token[] {
  if (text.length > longest)
    throw cypherError(
      `The query has ${text.length} characters, and ${longest} is the most: hand over values as parameters.`,
      text,
      longest,
    );
  const tokens: Token[] = [];
  for (let at = skipBlank(text, 0); at < text.length; ) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skipBlank(text, token.end);
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length });
  return tokens;
}

/** Beyond it, tokens alone would take hundreds of megabytes. */
const longest = 1_000_000;

function tokenAt(text: string, start: number): Token {
  const first = text[start] as string;
  if (first === "'" || first === '"') return stringAt(text, start);
  if (first === '`') return quotedAt(text, start);
  if (first === '$') return parameterAt(text, start);
  if (isDigit(first) || (first === '.' && isDigit(text[start + 1] ?? ''))) return numberAt(text, start);
  const word = matchAt(/[\p{L}\p{Nl}\p{Pc}][\p{L}\p{N}\p{Pc}\p{Mn}\p{Mc}\p{Sc}]*/uy, text, start);
  if (word !== null)
    return { kind: 'word', text: word, keyword: word.toUpperCase(), start, end: start + word.length };
  const pair = text.slice(start, start + 2);
  if (pairs.has(pair)) return { kind: 'symbol', text: pair, start, end: start + 2 };
  if (singles.has(first)) return { kind: 'symbol', text: first, start, end: start + 1 };
  const character = String.fromCodePoint(text.codePointAt(start) as number);
  throw cypherError(`${JSON.stringify(character)} is no part of a query.`, text, start);
}

/** `-`, `<` and `>` stay single where they draw arrows: the parser joins them. */
const pairs = new Set(['<>', '<=', '>=', '=~', '+=', '..', '||', '::']);
const singles = new Set('()[]{},.:;|&!=<>+-*/%^');

function skipBlank(text: string, start: number): number {
  for (let at = start; ; ) {
    at += (matchAt(/\s+/y, text, at) ?? '').length;
    if (text.startsWith('//', at)) {
      at += (matchAt(/[^\r\n]*/y, text, at) as string).length;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) throw cypherError('This comment is never closed: end it with */.', text, at);
      at = end + 2;
    } else return at;
  }
}

function stringAt(text: string, start: number): Token {
  const quote = text[start] as string;
  let value = '';
  let at = start + 1;
  for (;;) {
    const plain = matchAt(quote === "'" ? /[^'\\]*/y : /[^"\\]*/y, text, at) as string;
    value += plain;
    at += plain.length;
    if (text[at] === quote) return { kind: 'string', value, start, end: at + 1 };
    if (at >= text.length) throw cypherError(`This text is never closed: end it with ${quote}.`, text, start);
    const escaped = escapeAt(text, at);
    value += escaped.value;
    at = escaped.end;
  }
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function escapeAt(text: string, at: number): { readonly value: string; readonly end: number } {
  const letter = text[at + 1] ?? '';
  const plain = escapes[letter];
  if (plain !== undefined) return { value: plain, end: at + 2 };
  const code = matchAt(/\\u[0-9a-fA-F]{4}/y, text, at);
  if (code !== null)
    return { value: String.fromCharCode(Number.parseInt(code.slice(2), 16)), end: at + code.length };
  throw cypherError(
    `"\\${letter}" is no escape: write \\\\ for a backslash, \\n, \\t, \\' or \\u0041.`,
    text,
    at,
  );
}

function quotedAt(text: string, start: number): Token {
  const name = matchAt(/`(?:[^`]|``)*`/y, text, start);
  if (name === null) throw cypherError('This name is never closed: end it with `.', text, start);
  if (name === '``') throw cypherError('A name can’t be empty.', text, start);
  const value = name.slice(1, -1).replaceAll('``', '`');
  return { kind: 'word', text: value, keyword: '', start, end: start + name.length };
}

function parameterAt(text: string, start: number): Token {
  if (text[start + 1] === '`') {
    const { text: name, end } = quotedAt(text, start + 1) as Extract<Token, { kind: 'word' }>;
    return { kind: 'parameter', name, start, end };
  }
  if (text[start + 1] === '(')
    throw cypherError(
      `A dynamic label is not supported yet: ${insteadOf('A dynamic label')}.`,
      text,
      start,
      'Unsupported',
    );
  const name = matchAt(/[\p{L}\p{N}\p{Pc}]+/uy, text, start + 1);
  if (name === null) throw cypherError('A parameter’s name is missing: write it as $name.', text, start);
  return { kind: 'parameter', name, start, end: start + 1 + name.length };
}

function numberAt(text: string, start: number): Token {
  const written = matchAt(/0[xXoO]\w+|(?:\d[\d_]*)?(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?/y, text, start) as string;
  const end = start + written.length;
  const next = matchAt(/[\p{L}\p{N}_]+/uy, text, end);
  if (next !== null) throw cypherError(`"${written}${next}" is neither a number nor a name.`, text, start);
  const digits = written.replaceAll('_', '');
  if (/^\d+$/.test(digits) || /^0[xXoO]/.test(digits)) {
    if (!/^(\d+|0[xX][0-9a-fA-F]+|0[oO][0-7]+)$/.test(digits))
      throw cypherError(`"${written}" is no number.`, text, start);
    if (/^0\d/.test(digits))
      throw cypherError(`"${written}" begins with a zero: write octal numbers as 0o17.`, text, start);
    return { kind: 'number', value: integer(BigInt(digits)), start, end };
  }
  const value = Number(digits);
  if (!Number.isFinite(value)) throw cypherError(`${written} is too large for a FLOAT.`, text, start);
  return { kind: 'number', value: Number.isInteger(value) ? new Float(value) : value, start, end };
}

const integer = (value: bigint): number | bigint =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** What a sticky expression matches exactly at a place; null where it doesn't. */
function matchAt(expression: RegExp, text: string, at: number): string | null {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? null;
}
