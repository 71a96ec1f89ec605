// `=~` in linear time: regular expressions as Java writes them, matched by following all ways at once, so that no
// expression can hang a query. What needs more than that (back-references, looking around) is refused by name.
// Source: Russ Cox, "Regular Expression Matching: the Virtual Machine Approach" (2009).
import type { Fail } from './arithmetic.ts';

/** Whether a whole text matches; `step` is called for each of its characters. */
export type Matcher = (text: string, step: () => void) => boolean;

/** The matcher of an expression. Fails for what is wrong with it, or not supported. Cost: linear in its length. */
export function matcherOf(source: string, fail: Fail): Matcher {
  const program = new RegexParser(source, fail).program();
  return (text, step) => matches(program, text, step);
}

type CharacterTest = (codePoint: number) => boolean;

type Instruction =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'place'; readonly test: (text: string, at: number) => boolean }
  /** Goes on in both places; in one, where they are the same. */
  | { readonly kind: 'fork'; to: number; or: number }
  | { readonly kind: 'end' };

/** All ways at once: the instructions that are reached, from character to character. */
function matches(program: readonly Instruction[], text: string, step: () => void): boolean {
  const reachedAt = new Int32Array(program.length).fill(-1);
  let [now, next]: [number[], number[]] = [[], []];
  /** Follows forks and places from an instruction; with a list of its own, since chains may be long. */
  const reach = (start: number, at: number, list: number[]) => {
    const open = [start];
    while (open.length > 0) {
      const index = open.pop() as number;
      if (reachedAt[index] === at) continue;
      reachedAt[index] = at;
      const instruction = program[index] as Instruction;
      if (instruction.kind === 'fork') open.push(instruction.or, instruction.to);
      else if (instruction.kind === 'place') {
        if (instruction.test(text, at)) open.push(index + 1);
      } else list.push(index);
    }
  };
  reach(0, 0, now);
  for (let at = 0; at < text.length && now.length > 0; ) {
    const codePoint = text.codePointAt(at) as number;
    at += codePoint > 0xffff ? 2 : 1;
    for (const index of now) {
      step();
      const instruction = program[index] as Instruction;
      if (instruction.kind === 'character' && instruction.test(codePoint)) reach(index + 1, at, next);
    }
    [now, next] = [next, now];
    next.length = 0;
    if (at >= text.length) return now.some((index) => program[index]?.kind === 'end');
  }
  return text.length === 0 && now.some((index) => program[index]?.kind === 'end');
}

/** Instructions that an expression may have: repeats like `(a{100}){100}` are written out. */
const longest = 5000;

/** Deepest brackets. */
const deepest = 200;

interface Flags {
  readonly ignoresCase: boolean;
  readonly dotIsAll: boolean;
  readonly isMultiline: boolean;
}

/** An expression as a tree. */
type Part =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'place'; readonly test: (text: string, at: number) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly options: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number | null };

/** Writes a tree out as instructions. False where that would be too many. */
function write(part: Part, program: Instruction[]): boolean {
  if (program.length > longest) return false;
  const emit = (): { kind: 'fork'; to: number; or: number } => {
    const fork = { kind: 'fork' as const, to: program.length + 1, or: program.length + 1 };
    program.push(fork);
    return fork;
  };
  switch (part.kind) {
    case 'character':
    case 'place':
      program.push(part);
      return true;
    case 'sequence':
      return part.parts.every((each) => write(each, program));
    case 'choice': {
      const ends: { to: number; or: number }[] = [];
      const isWritten = part.options.every((option, i) => {
        const fork = i < part.options.length - 1 ? emit() : null;
        const isShort = write(option, program);
        if (fork === null) return isShort;
        ends.push(emit());
        fork.or = program.length;
        return isShort;
      });
      for (const end of ends) [end.to, end.or] = [program.length, program.length];
      return isWritten;
    }
    case 'repeat': {
      for (let i = 0; i < part.least; i++) if (!write(part.part, program)) return false;
      if (part.most === null) {
        const start = program.length;
        const fork = emit();
        if (!write(part.part, program)) return false;
        const loop = emit();
        [loop.to, loop.or] = [start, start];
        fork.or = program.length;
        return true;
      }
      const forks: { or: number }[] = [];
      for (let i = part.least; i < part.most; i++) {
        forks.push(emit());
        if (!write(part.part, program)) return false;
      }
      for (const fork of forks) fork.or = program.length;
      return true;
    }
  }
}

class RegexParser {
  readonly #source: string;
  readonly #fail: Fail;
  #at = 0;
  #depth = 0;
  #flags: Flags = { ignoresCase: false, dotIsAll: false, isMultiline: false };

  constructor(source: string, fail: Fail) {
    this.#source = unquoted(source);
    this.#fail = fail;
  }

  program(): readonly Instruction[] {
    const whole = this.#choice();
    if (this.#at < this.#source.length) this.#wrong('")" closes nothing');
    const program: Instruction[] = [];
    if (!write(whole, program)) this.#wrong('it is too long once its repeats are written out');
    return [...program, { kind: 'end' }];
  }

  #choice(): Part {
    if (++this.#depth > deepest) this.#wrong(`it is nested more than ${deepest} deep`);
    const flags = this.#flags;
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    this.#flags = flags;
    this.#depth -= 1;
    return options.length === 1 ? (options[0] as Part) : { kind: 'choice', options };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] as string))
      parts.push(this.#repeated(this.#atom()));
    return { kind: 'sequence', parts };
  }

  #atom(): Part {
    const at = this.#at;
    if (this.#take('(')) return this.#group();
    if (this.#take('[')) return character(this.#class());
    if (this.#take('.')) return this.#dot();
    if (this.#take('^')) return this.#begin();
    if (this.#take('$')) return this.#end();
    if (this.#take('\\')) return this.#escape();
    if ('*+?{'.includes(this.#source[at] as string)) this.#wrong('there is nothing to repeat');
    return character(this.#literal(this.#next()));
  }

  #group(): Part {
    if (this.#take('?')) {
      const found = this.#match(/:|<[A-Za-z]\w*>|[imsux-]+[:)]/y);
      if (found === null) this.#wrong('looking around and conditions are not supported');
      const before = this.#flags;
      if (found !== ':' && !found.startsWith('<')) this.#setFlags(found.slice(0, -1));
      // `(?i)` holds until the brackets around it close, `(?i:…)` within its own.
      if (found.endsWith(')')) return { kind: 'sequence', parts: [] };
      const inner = this.#choice();
      this.#flags = before;
      return this.#closed(inner);
    }
    return this.#closed(this.#choice());
  }

  #closed(part: Part): Part {
    return this.#take(')') ? part : this.#wrong('"(" is never closed');
  }

  #setFlags(letters: string): void {
    const [on = '', off = ''] = letters.split('-');
    if (/[ux]/.test(letters)) this.#wrong('of the flags only i, m and s are supported');
    const flag = (letter: string, before: boolean) =>
      on.includes(letter) || (before && !off.includes(letter));
    this.#flags = {
      ignoresCase: flag('i', this.#flags.ignoresCase),
      dotIsAll: flag('s', this.#flags.dotIsAll),
      isMultiline: flag('m', this.#flags.isMultiline),
    };
  }

  /** A part with what follows it: how often it may stand there. Greedy or not, a whole text matches all the same. */
  #repeated(part: Part): Part {
    const bounds = this.#bounds();
    if (bounds === null) return part;
    if (this.#take('+')) this.#wrong('possessive quantifiers are not supported');
    this.#take('?');
    return { kind: 'repeat', part, ...bounds };
  }

  #bounds(): { readonly least: number; readonly most: number | null } | null {
    if (this.#take('*')) return { least: 0, most: null };
    if (this.#take('+')) return { least: 1, most: null };
    if (this.#take('?')) return { least: 0, most: 1 };
    const found = this.#match(/\{\d{1,4}(?:,\d{0,4})?\}/y);
    if (found === null) return null;
    const [least = '0', most = least] = found.slice(1, -1).split(',');
    if (most !== '' && Number(most) < Number(least)) this.#wrong(`${found} is upside down`);
    return { least: Number(least), most: most === '' ? null : Number(most) };
  }

  #dot(): Part {
    return character(this.#flags.dotIsAll ? () => true : (codePoint) => !lineEnds.has(codePoint));
  }

  #begin(): Part {
    const { isMultiline } = this.#flags;
    return place((text, at) => at === 0 || (isMultiline && lineEnds.has(text.charCodeAt(at - 1))));
  }

  #end(): Part {
    const { isMultiline } = this.#flags;
    return place(
      (text, at) =>
        at === text.length ||
        (isMultiline && lineEnds.has(text.charCodeAt(at))) ||
        (at === text.length - 1 && lineEnds.has(text.charCodeAt(at))),
    );
  }

  #escape(): Part {
    if (this.#take('A')) return place((_, at) => at === 0);
    if (this.#take('z')) return place((text, at) => at === text.length);
    if (this.#take('b')) return place(isWordEdge);
    if (this.#take('B')) return place((text, at) => !isWordEdge(text, at));
    return character(this.#escaped());
  }

  /** The characters that an escape stands for. */
  #escaped(): CharacterTest {
    const property = this.#match(/[pP]\{\w{1,40}\}|[pP][A-Z]/y);
    if (property !== null) return this.#property(property);
    const code = this.#match(/u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}/y);
    if (code !== null) return this.#literal(Number.parseInt(code.slice(1), 16));
    if (this.#at >= this.#source.length) this.#wrong('it ends with a backslash');
    const codePoint = this.#next();
    const letter = String.fromCodePoint(codePoint);
    const known = classes.get(letter.toLowerCase());
    if (known !== undefined) {
      const isNegated = letter !== letter.toLowerCase();
      return (c) => known(c) !== isNegated;
    }
    const control = controls.get(letter);
    if (control !== undefined) return this.#literal(control);
    if (/[1-9k]/.test(letter)) this.#wrong('back-references are not supported');
    if (/[A-Za-z0]/.test(letter)) this.#wrong(`"\\${letter}" is not supported`);
    return this.#literal(codePoint);
  }

  /** `\p{L}` and its kin, by what JavaScript knows of a single character. */
  #property(written: string): CharacterTest {
    const name = written.replace(/^[pP]\{?|\}$/g, '').replace(/^Is/, '');
    const isNegated = written.startsWith('P');
    try {
      const pattern = new RegExp(`^\\p{${posix.get(name) ?? name}}$`, 'u');
      return (codePoint) => pattern.test(String.fromCodePoint(codePoint)) !== isNegated;
    } catch {
      return this.#wrong(`no one knows the characters \\p{${name}}`);
    }
  }

  /** What follows `[`. */
  #class(): CharacterTest {
    const isNegated = this.#take('^');
    const tests: CharacterTest[] = [];
    do {
      if (this.#at >= this.#source.length) this.#wrong('"[" is never closed');
      if (this.#source.startsWith('&&', this.#at) || this.#source[this.#at] === '[')
        this.#wrong('classes within classes are not supported');
      tests.push(this.#classItem());
    } while (!this.#take(']'));
    return (codePoint) => tests.some((test) => test(codePoint)) !== isNegated;
  }

  /** A character, a range or an escape. */
  #classItem(): CharacterTest {
    if (this.#source[this.#at] === '\\' && /[dDwWsSpP]/.test(this.#source[this.#at + 1] ?? '')) {
      this.#at += 1;
      return this.#escaped();
    }
    const from = this.#classCharacter();
    const isRange = this.#source[this.#at] === '-' && this.#source[this.#at + 1] !== ']';
    if (!isRange) return this.#literal(from);
    this.#at += 1;
    const to = this.#classCharacter();
    if (to < from) this.#wrong('a range is upside down');
    const { ignoresCase } = this.#flags;
    const isWithin = (codePoint: number) => codePoint >= from && codePoint <= to;
    return ignoresCase ? (c) => isWithin(lower(c)) || isWithin(upper(c)) : isWithin;
  }

  #classCharacter(): number {
    if (!this.#take('\\')) return this.#next();
    const code = this.#match(/u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}/y);
    if (code !== null) return Number.parseInt(code.slice(1), 16);
    if (this.#at >= this.#source.length) this.#wrong('it ends with a backslash');
    const codePoint = this.#next();
    return controls.get(String.fromCodePoint(codePoint)) ?? codePoint;
  }

  /** With the flag `i` capitals count as small letters: those of ASCII, as in Java. */
  #literal(wanted: number): CharacterTest {
    if (!this.#flags.ignoresCase) return (codePoint) => codePoint === wanted;
    const folded = lower(wanted);
    return (codePoint) => lower(codePoint) === folded;
  }

  #next(): number {
    const codePoint = this.#source.codePointAt(this.#at) as number;
    this.#at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  #take(sign: string): boolean {
    if (this.#source[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }

  #wrong(problem: string): never {
    const shown = JSON.stringify(this.#source.slice(0, 60));
    return this.#fail(`The regular expression ${shown} can’t be used: ${problem}.`, 'ArgumentError');
  }
}

/** What stands between `\Q` and `\E`, with a backslash before each sign. */
const unquoted = (source: string): string =>
  source.replace(/\\(?:Q([\s\S]*?)(?:\\E|$)|[\s\S])/g, (whole, text: string | undefined) =>
    text === undefined ? whole : text.replace(/[^\p{L}\p{N}]/gu, '\\$&'),
  );

const character = (test: CharacterTest): Part => ({ kind: 'character', test });

const place = (test: (text: string, at: number) => boolean): Part => ({ kind: 'place', test });

const lineEnds: ReadonlySet<number> = new Set([0x0a, 0x0d, 0x85, 0x2028, 0x2029]);

const isWithin =
  (from: number, to: number): CharacterTest =>
  (codePoint) =>
    codePoint >= from && codePoint <= to;
const isDigit = isWithin(0x30, 0x39);
const isCapital = isWithin(0x41, 0x5a);
const isSmall = isWithin(0x61, 0x7a);
const isWord: CharacterTest = (c) => isDigit(c) || isCapital(c) || isSmall(c) || c === 0x5f;
const isSpace: CharacterTest = (c) => c === 0x20 || (c >= 0x09 && c <= 0x0d);

const classes: ReadonlyMap<string, CharacterTest> = new Map([
  ['d', isDigit],
  ['w', isWord],
  ['s', isSpace],
]);

const controls: ReadonlyMap<string, number> = new Map([
  ['t', 0x09],
  ['n', 0x0a],
  ['r', 0x0d],
  ['f', 0x0c],
  ['a', 0x07],
  ['e', 0x1b],
]);

/** Java's own names for what Unicode calls otherwise. */
const posix: ReadonlyMap<string, string> = new Map([
  ['Alpha', 'Alphabetic'],
  ['Lower', 'Lowercase'],
  ['Upper', 'Uppercase'],
  ['Punct', 'P'],
  ['Digit', 'Nd'],
  ['Latin', 'Script=Latin'],
  ['Greek', 'Script=Greek'],
  ['Cyrillic', 'Script=Cyrillic'],
]);

const lower = (codePoint: number): number => (isCapital(codePoint) ? codePoint + 32 : codePoint);
const upper = (codePoint: number): number => (isSmall(codePoint) ? codePoint - 32 : codePoint);

function isWordEdge(text: string, at: number): boolean {
  const isWordAt = (place: number) => place >= 0 && place < text.length && isWord(text.charCodeAt(place));
  return isWordAt(at - 1) !== isWordAt(at);
}
