// What the first layer is given of a word: it depends on the form alone, so it is kept for the forms used last.
import { type Arena, type Placed, type Rows, row } from './arena.ts';
import { type Features, featuresOf } from './features.ts';
import type { Matrix, Weights } from './weights.ts';

/** Forms whose products are kept, 5 KB each: of news, three words in four. More than a batch has words. */
const kept = 2048;

/** Forms that are computed together. */
const atOnce = 16;

/** A table of embeddings, and where its row stands in a word's. */
interface Table {
  readonly matrix: Matrix;
  readonly at: number;
}

/** Words' embeddings and their products with the first layer, by form. */
export class Inputs {
  readonly #weights: Weights;
  readonly #arena: Arena;
  readonly #matrix: Placed;
  readonly #tables: readonly Table[];
  readonly #embeddings: Rows;
  readonly #products: Rows;
  readonly #fresh: Rows;
  readonly #freshProducts: Rows;
  readonly #places = new Map<string, number>();
  readonly #forms: string[] = [];
  /** Whether the form at a place was used since the hand last passed by: then it stays for another round. */
  readonly #isUsed = new Uint8Array(kept);
  #hand = 0;

  /** `matrix`: what the first layer multiplies embeddings by, both directions. */
  constructor(weights: Weights, arena: Arena, matrix: Placed) {
    this.#weights = weights;
    this.#arena = arena;
    this.#matrix = matrix;
    this.#embeddings = arena.rows(kept, matrix.columns);
    this.#products = arena.rows(kept, matrix.rows);
    this.#fresh = arena.rows(atOnce, matrix.columns);
    this.#freshProducts = arena.rows(atOnce, matrix.rows);
    const { word, affix, shape } = weights.sizes;
    const affixes = ['p1', 'p2', 'p3', 's1', 's2', 's3', 's4'];
    this.#tables = [
      { matrix: weights.matrix('words'), at: 0 },
      ...affixes.map((name) => ({
        matrix: weights.matrix(`affixes.${name}`),
        at: name[0] === 'p' ? word : word + affix,
      })),
      { matrix: weights.matrix('shapes'), at: word + 2 * affix },
      { matrix: weights.matrix('vectors'), at: word + 2 * affix + shape },
    ];
  }

  /** Writes the products of the forms, one a row. */
  read(forms: readonly string[], out: Rows): void {
    const missed: number[] = [];
    for (let i = 0; i < forms.length; i++) {
      const place = this.#places.get(forms[i] as string);
      if (place === undefined) missed.push(i);
      else {
        this.#isUsed[place] = 1;
        this.#copy(row(this.#products, place), row(out, i), this.#matrix.rows);
      }
    }
    const fresh = [...new Set(missed.map((i) => forms[i] as string))];
    for (let done = 0; done < fresh.length; done += atOnce) this.#add(fresh.slice(done, done + atOnce));
    for (const i of missed) {
      const place = this.#places.get(forms[i] as string) as number;
      this.#copy(row(this.#products, place), row(out, i), this.#matrix.rows);
    }
  }

  /** Floats of an embedding. */
  get width(): number {
    return this.#matrix.columns;
  }

  /** Writes the embeddings of the forms, a row a form, and gives the part of `out` that they take. */
  of(forms: readonly string[], out: Float32Array): Float32Array {
    const { width } = this;
    const inputs = out.subarray(0, forms.length * width);
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i] as string;
      const place = this.#places.get(form);
      if (place === undefined) {
        inputs.fill(0, i * width, (i + 1) * width);
        this.#embed(featuresOf(form, this.#weights), inputs, i * width);
      } else {
        const at = row(this.#embeddings, place) >> 2;
        inputs.set(this.#arena.floats.subarray(at, at + width), i * width);
      }
    }
    return inputs;
  }

  /** Computes what new forms bring, `atOnce` at most, and keeps it in places that are free or were not used for long. */
  #add(forms: readonly string[]): void {
    const { columns, rows } = this.#matrix;
    const { floats } = this.#arena;
    for (const [i, form] of forms.entries()) {
      const at = row(this.#fresh, i) >> 2;
      floats.fill(0, at, at + columns);
      this.#embed(featuresOf(form, this.#weights), floats, at);
    }
    this.#arena.multiply(this.#matrix, this.#fresh, forms.length, this.#freshProducts);
    for (const [i, form] of forms.entries()) {
      const place = this.#freePlace();
      this.#forms[place] = form;
      this.#places.set(form, place);
      this.#copy(row(this.#fresh, i), row(this.#embeddings, place), columns);
      this.#copy(row(this.#freshProducts, i), row(this.#products, place), rows);
    }
  }

  /** Source: the clock algorithm of page replacement. */
  #freePlace(): number {
    if (this.#forms.length < kept) return this.#forms.length;
    while (this.#isUsed[this.#hand] === 1) {
      this.#isUsed[this.#hand] = 0;
      this.#hand = (this.#hand + 1) % kept;
    }
    const place = this.#hand;
    this.#places.delete(this.#forms[place] as string);
    this.#hand = (this.#hand + 1) % kept;
    return place;
  }

  /** Word, prefixes summed, suffixes summed, shape, vector: one after the other, added to zeros. */
  #embed({ word, affixes, shape, vector }: Features, out: Float32Array, at: number): void {
    const rows = [word, ...affixes, shape, vector];
    for (let i = 0; i < rows.length; i++) {
      const table = this.#tables[i] as Table;
      addRow(table.matrix, rows[i] as number, out, at + table.at);
    }
  }

  #copy(from: number, to: number, floats: number): void {
    this.#arena.floats.copyWithin(to >> 2, from >> 2, (from >> 2) + floats);
  }
}

/** Adds a row of a matrix to the floats from `at` on. */
function addRow({ columns, values, scales }: Matrix, row: number, out: Float32Array, at: number): void {
  const scale = scales[row] as number;
  const first = row * columns;
  for (let i = 0; i < columns; i++)
    out[at + i] = (out[at + i] as number) + (values[first + i] as number) * scale;
}
