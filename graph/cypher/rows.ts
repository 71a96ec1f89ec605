// What grows and shrinks under a draft, or a snapshot that is kept current: handles in order, and the rows of relationships
// around nodes. Typed arrays with room at their end, since the cursors walk along them.
import type { Adjacency, Row } from './snapshot.ts';

/** Handles in ascending order that grow and shrink at little cost. */
export class Handles {
  #array: Int32Array;
  #length: number;
  /** Whether the array is its own; until it is looked at there is no need. */
  #isOwn = false;
  readonly #pending: number[] = [];
  /** Still in the array, but no longer to be seen. */
  readonly #gone = new Set<number>();

  /** The array stays as it is. */
  constructor(handles: Int32Array) {
    this.#array = handles;
    this.#length = handles.length;
  }

  /** Stays as it is when handles are removed later. Cost: linear where some were. */
  view(): Int32Array {
    for (const handle of this.#pending.splice(0)) this.#insert(handle);
    if (this.#gone.size > 0) this.#takeOut();
    return this.#array.subarray(0, this.#length);
  }

  /** From a copy; few are cut out one by one. */
  #takeOut(): void {
    const array = this.#array.slice(0, this.#length);
    if (this.#gone.size > 8) {
      this.#array = array.filter((handle) => !this.#gone.has(handle));
      this.#length = this.#array.length;
    } else {
      this.#array = array;
      for (const handle of this.#gone) {
        const place = this.#seek(handle);
        if (array[place] !== handle || place >= this.#length) continue;
        array.copyWithin(place, place + 1, this.#length);
        this.#length -= 1;
      }
    }
    this.#isOwn = true;
    this.#gone.clear();
  }

  add(handle: number): void {
    if (this.#gone.size > 0) this.view();
    if (this.#isOwn) this.#insert(handle);
    else this.#pending.push(handle);
  }

  /** Of a handle that is there. */
  remove(handle: number): void {
    if (this.#pending.length > 0) this.view();
    this.#gone.add(handle);
  }

  /** New nodes have the highest handles, so that this is mostly at the end. */
  #insert(handle: number): void {
    const place = this.#seek(handle);
    const array = this.#isOwn ? this.#array : this.#array.slice();
    this.#array = inserted(array, this.#length, place, handle);
    this.#isOwn = true;
    this.#length += 1;
  }

  #seek(handle: number): number {
    let [low, high] = [0, this.#length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#array[middle] as number) < handle) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** An array with one value more in a place, in an array with room for further ones where the old one is full. */
function inserted(array: Int32Array, length: number, place: number, value: number): Int32Array {
  let result = array;
  if (length === array.length) {
    result = new Int32Array(Math.max(4, length * 2));
    result.set(array);
  }
  if (place < length) result.copyWithin(place + 1, place, length);
  result[place] = value;
  return result;
}

interface OwnRow {
  relationships: Int32Array;
  others: Int32Array;
  length: number;
}

const empty = new Int32Array(0);

/** The adjacency below, with rows of its own for the nodes whose relationships have changed. */
export class GrowingAdjacency implements Adjacency {
  readonly #base: Adjacency;
  readonly #baseCount: number;
  readonly #typeOf: (relationship: number) => number;
  readonly #rows = new Map<number, OwnRow>();

  constructor(base: Adjacency, baseCount: number, typeOf: (relationship: number) => number) {
    this.#base = base;
    this.#baseCount = baseCount;
    this.#typeOf = typeOf;
  }

  relationships(node: number): Int32Array {
    return this.#own(node)?.relationships ?? (this.#isBelow(node) ? this.#base.relationships(node) : empty);
  }

  others(node: number): Int32Array {
    return this.#own(node)?.others ?? (this.#isBelow(node) ? this.#base.others(node) : empty);
  }

  begin(node: number, type: number | null): number {
    const row = this.#own(node);
    if (row !== undefined) return type === null ? 0 : this.#seek(row, type);
    return this.#isBelow(node) ? this.#base.begin(node, type) : 0;
  }

  end(node: number, type: number | null): number {
    const row = this.#own(node);
    if (row !== undefined) return type === null ? row.length : this.#seek(row, type + 1);
    return this.#isBelow(node) ? this.#base.end(node, type) : 0;
  }

  row(node: number, type: number | null, into: Row): void {
    if (this.#rows.size === 0 && node < this.#baseCount) {
      this.#base.row(node, type, into);
      return;
    }
    into.relationships = this.relationships(node);
    into.others = this.others(node);
    into.begin = this.begin(node, type);
    into.end = this.end(node, type);
  }

  add(node: number, relationship: number, other: number): void {
    const row = this.#rowOf(node);
    const place = this.#seek(row, this.#typeOf(relationship) + 1);
    row.relationships = inserted(row.relationships, row.length, place, relationship);
    row.others = inserted(row.others, row.length, place, other);
    row.length += 1;
  }

  /** In arrays of its own, unless no walk along the row can be under way. */
  remove(node: number, relationship: number, isInPlace = false): void {
    const row = this.#rowOf(node);
    const place = row.relationships.subarray(0, row.length).indexOf(relationship);
    if (place < 0) return;
    if (!isInPlace) {
      row.relationships = row.relationships.slice();
      row.others = row.others.slice();
    }
    row.relationships.copyWithin(place, place + 1, row.length);
    row.others.copyWithin(place, place + 1, row.length);
    row.length -= 1;
  }

  /** Takes all relationships of a node from its row at once. */
  clear(node: number): void {
    this.#rows.set(node, { relationships: empty, others: empty, length: 0 });
  }

  #own(node: number): OwnRow | undefined {
    return this.#rows.size === 0 ? undefined : this.#rows.get(node);
  }

  #isBelow(node: number): boolean {
    return node < this.#baseCount;
  }

  #rowOf(node: number): OwnRow {
    const known = this.#rows.get(node);
    if (known !== undefined) return known;
    const [begin, end] = [this.begin(node, null), this.end(node, null)];
    const row = {
      relationships: this.relationships(node).slice(begin, end),
      others: this.others(node).slice(begin, end),
      length: end - begin,
    };
    this.#rows.set(node, row);
    return row;
  }

  /** The first place of a row whose type is not below a number. */
  #seek({ relationships, length }: OwnRow, type: number): number {
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#typeOf(relationships[middle] as number) < type) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
