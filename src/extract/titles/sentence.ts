// One sentence as the rules for titles read it: words cut at hyphens ("ex-president"), and the names that stand in it.
import type { Tree, TreeWord } from '../../text/index.ts';
import type { Name, Place } from '../article.ts';
import { statusWords, underWords } from '../rules/role-words.ts';
import { Syntax } from '../syntax.ts';
import { officeIn } from './office.ts';

/** A word in lower case without its full stop, or what a hyphen makes of one: "ex" and "president". */
export interface Piece {
  readonly text: string;
  /** Position of its word. */
  readonly at: number;
}

/** A name of the sentence. `name` is what namesOf gave; `from` skips a title that it took in ("President Holt"). */
export interface Named {
  readonly name: Name;
  readonly from: number;
  readonly to: number;
}

/** A sentence with its names at hand. Cost: linear to make. */
export class Sentence {
  readonly index: number;
  readonly words: readonly TreeWord[];
  readonly syntax: Syntax;
  /** In order; hyphens are left out. */
  readonly pieces: readonly Piece[];
  readonly #names: (Named | undefined)[];
  readonly #pieces: number[] = [];

  constructor(index: number, tree: Tree, names: readonly Name[]) {
    this.index = index;
    this.words = tree.words;
    this.syntax = new Syntax(tree);
    const pieces: Piece[] = [];
    tree.words.forEach((word, at) => {
      this.#pieces.push(pieces.length);
      for (const text of piecesOf(word.form)) pieces.push({ text, at });
    });
    this.pieces = pieces;
    this.#names = tree.words.map(() => undefined);
    for (const name of names) {
      const named = withoutTitle(this, name);
      if (named !== undefined) for (let at = named.from; at < named.to; at++) this.#names[at] = named;
    }
  }

  /** The name that a word belongs to. */
  nameAt(at: number): Named | undefined {
    return this.#names[at];
  }

  /** The person whose name starts at a word. */
  personAt(at: number): Named | undefined {
    const named = this.#names[at];
    return named?.from === at && named.name.type === 'Person' ? named : undefined;
  }

  /** The person whose name ends before a word. */
  personBefore(at: number): Named | undefined {
    const named = this.#names[at - 1];
    return named?.to === at && named.name.type === 'Person' ? named : undefined;
  }

  /** Position of a word's first piece; for the word after the last, the number of pieces. */
  pieceOf(at: number): number {
    return this.#pieces[at] ?? this.pieces.length;
  }

  /** What hyphens make of a word: "ex", "georgian". */
  piecesAt(at: number): readonly string[] {
    return this.pieces.slice(this.pieceOf(at), this.pieceOf(at + 1)).map(({ text }) => text);
  }

  form(at: number): string {
    return this.words[at]?.form ?? '';
  }

  lower(at: number): string {
    return this.form(at).toLowerCase();
  }

  tag(at: number): string {
    return this.words[at]?.xpos ?? '';
  }

  isNoun(at: number): boolean {
    return /^NN/.test(this.tag(at));
  }

  isPossessive(at: number): boolean {
    return this.tag(at) === 'POS' || (/^['’]s?$/i.test(this.form(at)) && this.isNoun(at - 1));
  }

  place(from: number, to: number): Place {
    return { sentence: this.index, from, to };
  }
}

function piecesOf(form: string): string[] {
  if (/^[-–—]+$/.test(form)) return [];
  const text = form.toLowerCase().replaceAll('’', "'");
  return (text.length > 2 ? text.split(/[-–]/) : [text])
    .filter((piece) => piece !== '')
    .map((piece) => (piece.length > 1 ? piece.replace(/\.$/, '') : piece));
}

/** A person's name without the office that opens it; undefined where a "name" is nothing but an office. */
function withoutTitle(sentence: Sentence, name: Name): Named | undefined {
  const { from, to } = name;
  let start = from;
  if (isRoleWord(sentence, from) && to - from === 1) return undefined;
  for (let at = from; at < to; at++) {
    const office = officeIn(sentence, sentence.pieceOf(at));
    if (office === undefined) continue;
    // "White House Press" before "Secretary"
    if (office.to > to) {
      if (at > from && name.type !== 'Person') return { name, from, to: at };
      continue;
    }
    if (at === from && office.to === to && to - from > 1) return undefined;
    if (name.type === 'Person' && office.to < to && !(givenNames.has(office.noun) && to - from < 3))
      start = office.to;
    at = office.to - 1;
  }
  return { name, from: start, to };
}

/** "Deputy", "Vice": no name by itself. */
const isRoleWord = (sentence: Sentence, at: number): boolean =>
  underWords.has(sentence.lower(at)) || statusWords.has(sentence.lower(at));

/** Offices that are also given names: "Dean Holt". */
const givenNames = new Set('dean duke earl major marshal judge bishop green abbot guard'.split(' '));
