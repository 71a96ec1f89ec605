// Many texts as one long one, so that all of them are searched at once: JavaScript looks for a part in a long text far
// quicker than in each of many short ones.
import type { Inner } from './inner.ts';

export type TextTest = 'CONTAINS' | 'STARTS WITH' | 'ENDS WITH';

/** Whether a text passes a test. */
export const textTests: Readonly<Record<TextTest, (text: string, part: string) => boolean>> = {
  CONTAINS: (text, part) => text.includes(part),
  'STARTS WITH': (text, part) => text.startsWith(part),
  'ENDS WITH': (text, part) => text.endsWith(part),
};

/** Stands before, between and behind the texts; where it is in one as well, more is found than there is, and tried. */
const border = '\0';

/** Characters above which nothing is joined: a JavaScript text has room for 500 million. */
const most = 50_000_000;

/** The texts among values, searchable. */
export class Texts {
  readonly #joined: string;
  /** Where each text begins in the joined one. */
  readonly #starts: Int32Array;
  readonly #handles: Int32Array;
  readonly #texts: readonly string[];

  private constructor(texts: readonly string[], handles: readonly number[]) {
    this.#texts = texts;
    this.#handles = Int32Array.from(handles);
    this.#joined = `${border}${texts.join(border)}${border}`;
    this.#starts = new Int32Array(texts.length);
    let start = 1;
    for (const [i, text] of texts.entries()) {
      this.#starts[i] = start;
      start += text.length + 1;
    }
  }

  /** Null where the texts are too long to be joined. Cost: linear. */
  static of(values: readonly Inner[]): Texts | null {
    const texts: string[] = [];
    const handles: number[] = [];
    let length = 0;
    for (let handle = 0; handle < values.length; handle++) {
      const value = values[handle];
      if (typeof value !== 'string') continue;
      texts.push(value);
      handles.push(handle);
      length += value.length + 1;
    }
    return length > most ? null : new Texts(texts, handles);
  }

  /** Handles, ascending, of the texts that pass; `part` is not empty. */
  find(test: TextTest, part: string): number[] {
    const passes = textTests[test];
    const wanted = test === 'STARTS WITH' ? border + part : test === 'ENDS WITH' ? part + border : part;
    const found: number[] = [];
    if (this.#texts.length === 0) return found;
    let i = 0;
    let at = this.#joined.indexOf(wanted);
    while (at >= 0) {
      const place = test === 'STARTS WITH' ? at + 1 : at;
      while (i + 1 < this.#starts.length && (this.#starts[i + 1] as number) <= place) i += 1;
      if (passes(this.#texts[i] as string, part)) {
        found.push(this.#handles[i] as number);
        i += 1;
        if (i === this.#starts.length) break;
        at = this.#joined.indexOf(wanted, (this.#starts[i] as number) - 1);
      } else at = this.#joined.indexOf(wanted, at + 1);
    }
    return found;
  }
}
