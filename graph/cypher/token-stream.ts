// The tokens of a query as its parsers walk through them: look, take, expect. Says what was expected where it fails.
import { adviceOn, insteadOf } from './advice.ts';
import { type CypherError, cypherError } from './errors.ts';
import { type Token, tokenize } from './lexer.ts';

/** Deepest nesting of brackets and the like: beyond it a query is refused rather than the stack exhausted. */
const deepest = 500;

export class TokenStream {
  readonly text: string;
  readonly #tokens: readonly Token[];
  readonly #closing: ReadonlyMap<number, number>;
  #index = 0;
  #depth = 0;
  #isBarEnd = false;

  /** Errors: `CypherError` of the lexer. */
  constructor(text: string) {
    this.text = text;
    this.#tokens = tokenize(text);
    this.#closing = closingBrackets(this.#tokens);
  }

  /** The next token, or one further on; the end token for ever after the last. */
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)] as Token;
  }

  /** Takes the next token. */
  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#index += 1;
    return token;
  }

  /** Whether the tokens from `ahead` on are these words, in any case, outside backticks. */
  isWord(words: string, ahead = 0): boolean {
    if (!words.includes(' ')) return this.keyword(ahead) === words;
    return words.split(' ').every((word, i) => this.keyword(ahead + i) === word);
  }

  /** The word that comes next, in capitals; empty where that is no word or in backticks. */
  keyword(ahead = 0): string {
    const token = this.peek(ahead);
    return token.kind === 'word' ? token.keyword : '';
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  /** Takes the words (`ORDER BY`) if they come next. */
  takeWord(words: string): boolean {
    if (!this.isWord(words)) return false;
    this.#index += words.split(' ').length;
    return true;
  }

  takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.#index += 1;
    return true;
  }

  expectWord(words: string): void {
    if (!this.takeWord(words)) throw this.expected(words);
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.expected(`"${symbol}"`);
  }

  /** Takes a name: any word, also one that is a keyword elsewhere. `what` says what it would name. */
  name(what: string): string {
    const token = this.peek();
    if (token.kind !== 'word') throw this.expected(what);
    this.#index += 1;
    return token.text;
  }

  /** The text from a place to the end of the token taken last. */
  textSince(start: number): string {
    return this.text.slice(start, this.#tokens[this.#index - 1]?.end);
  }

  /** How far ahead the bracket closes that opens `ahead` of here; null where it never does. */
  closing(ahead = 0): number | null {
    const index = this.#closing.get(this.#index + ahead);
    return index === undefined ? null : index - this.#index;
  }

  /** Parses something within something. Errors: `CypherError` where that goes too deep. */
  nested<T>(parse: () => T): T {
    if (this.#depth >= deepest)
      throw this.error(`This is nested more than ${deepest} deep: split it up with WITH.`);
    this.#depth += 1;
    try {
      return parse();
    } finally {
      this.#depth -= 1;
    }
  }

  /** Whether a bar here ends what is being parsed, because it stands in a comprehension and in no further brackets. */
  get isBarEnd(): boolean {
    return this.#isBarEnd;
  }

  /** Parses what a bar ends. */
  untilBar<T>(parse: () => T): T {
    return this.#withBarEnd(true, parse);
  }

  /** Parses what brackets of its own end, if anything. */
  bracketed<T>(parse: () => T): T {
    return this.#isBarEnd ? this.#withBarEnd(false, parse) : parse();
  }

  #withBarEnd<T>(isBarEnd: boolean, parse: () => T): T {
    const before = this.#isBarEnd;
    this.#isBarEnd = isBarEnd;
    try {
      return parse();
    } finally {
      this.#isBarEnd = before;
    }
  }

  /** The error of finding something else than this. */
  expected(what: string): CypherError {
    const token = this.peek();
    const found =
      token.kind === 'end' ? 'the query ends' : `found ${shortened(this.text.slice(token.start, token.end))}`;
    const before = this.#tokens[this.#index - 1];
    const advice = adviceOn(
      this.text.slice(token.start, token.end),
      before === undefined ? '' : this.text.slice(before.start, before.end),
    );
    return this.error(`Expected ${what} but ${found}${advice === null ? '' : `: ${advice}`}.`);
  }

  /** The error of valid Cypher that this engine doesn't know. */
  unsupported(what: string, at = this.peek().start): CypherError {
    const next = insteadOf(what);
    return cypherError(
      `${what} is not supported yet${next === null ? '' : `: ${next}`}.`,
      this.text,
      at,
      'Unsupported',
    );
  }

  error(problem: string, at = this.peek().start): CypherError {
    return cypherError(problem, this.text, at);
  }
}

const shortened = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The index of each opening bracket's closing one, so that a look ahead costs nothing. */
function closingBrackets(tokens: readonly Token[]): Map<number, number> {
  const closing = new Map<number, number>();
  const open: { readonly index: number; readonly closer: string }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'symbol') continue;
    const closer = closers[token.text];
    if (closer !== undefined) open.push({ index, closer });
    else if (token.text === open.at(-1)?.closer) closing.set((open.pop() as { index: number }).index, index);
  }
  return closing;
}
