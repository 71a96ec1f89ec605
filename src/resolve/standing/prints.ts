// How reports are looked up, by their words and runs of words: all of it is read for every change, so it lies in few rows.
import { type Moment, printsOf, type Report, timeOf, wordsOf } from '../origins.ts';
import type { Shelf } from './shelf.ts';

/** A report as it is looked up. */
export interface Print {
  readonly time: Moment;
  /** Its words, as one number; empty where it has none. */
  readonly words: string;
  readonly runs: Uint32Array;
}

/** The print of a report. Cost: linear in its words. */
export const printOf = (report: Report): Print => ({
  time: timeOf(report.document),
  words: wordsOf(report),
  runs: printsOf(report).runs,
});

/** So many prints lie in a row: a row that is written again is small beside what is read. */
const perPage = 64;

/** The prints of a shelf. Kept under `print`, by number of the page: a line of heads as JSON, and the runs of all of them. */
export class Prints {
  readonly #shelf: Shelf;
  readonly #found = new Map<string, Print>();
  readonly #pageOf = new Map<string, number>();
  readonly #pages = new Map<number, Set<string>>();
  #last = 0;
  /** Pages that are not as they were. */
  readonly #changed = new Set<number>();

  /** Reads all of them. */
  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    for (const [page, , value] of shelf.all('print')) this.#read(Number(page), value);
  }

  /** By document. Not changed by what is put and taken out later. */
  all(): Map<string, Print> {
    return new Map(this.#found);
  }

  put(id: string, print: Print): void {
    this.#found.set(id, print);
    const page = this.#pageOf.get(id) ?? this.#pageWithRoom();
    this.#pageOf.set(id, page);
    this.#pages.get(page)?.add(id);
    this.#changed.add(page);
  }

  delete(id: string): void {
    const page = this.#pageOf.get(id);
    if (page === undefined) return;
    this.#found.delete(id);
    this.#pageOf.delete(id);
    this.#pages.get(page)?.delete(id);
    this.#changed.add(page);
  }

  /** Writes down what has changed. */
  keep(): void {
    for (const page of this.#changed) {
      const ids = [...(this.#pages.get(page) ?? [])];
      if (ids.length === 0) this.#shelf.delete('print', `${page}`, '');
      else this.#shelf.put('print', `${page}`, '', this.#written(ids));
    }
    this.#changed.clear();
  }

  /** The last page is filled first; one that has lost some gets them back only when it is the last. */
  #pageWithRoom(): number {
    if ((this.#pages.get(this.#last)?.size ?? 0) >= perPage) this.#last += 1;
    if (!this.#pages.has(this.#last)) this.#pages.set(this.#last, new Set());
    return this.#last;
  }

  #written(ids: readonly string[]): string {
    const prints = ids.map((id) => this.#found.get(id) as Print);
    const heads = prints.map(({ time: [instant, id], words, runs }) => [id, instant, words, runs.length]);
    const bytes = Buffer.concat(
      prints.map(({ runs }) => Buffer.from(runs.buffer, runs.byteOffset, runs.byteLength)),
    );
    return `${JSON.stringify(heads)}\n${bytes.toString('base64')}`;
  }

  #read(page: number, value: string): void {
    const end = value.indexOf('\n');
    const heads = JSON.parse(value.slice(0, end)) as [string, number, string, number][];
    // A buffer of its own, because numbers of four bytes must begin at a multiple of four.
    const bytes = Buffer.allocUnsafeSlow(4 * heads.reduce((sum, [, , , length]) => sum + length, 0));
    bytes.write(value.slice(end + 1), 'base64');
    let at = 0;
    for (const [id, instant, words, length] of heads) {
      this.#found.set(id, { time: [instant, id], words, runs: new Uint32Array(bytes.buffer, at, length) });
      this.#pageOf.set(id, page);
      at += 4 * length;
    }
    this.#pages.set(page, new Set(heads.map(([id]) => id)));
    this.#last = Math.max(this.#last, page);
  }
}
