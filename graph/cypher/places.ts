// What is noted of nodes by their handles while a query runs: few in a map, many in an array as long as there are nodes.

/** From how many on an array pays: what it costs to be made must be small beside what was noted. */
const pays = (noted: number, length: number): boolean => noted >= 32 && noted * 128 > length;

/** A number for each handle; -1 where none was set. */
export class Places {
  readonly #nodeCount: number;
  #map = new Map<number, number>();
  #array: Int32Array | null = null;

  /** `nodeCount` as it is now: handles that a query brings later are welcome as well. */
  constructor(nodeCount: number) {
    this.#nodeCount = nodeCount;
  }

  get(handle: number): number {
    if (this.#array !== null && handle < this.#nodeCount) return (this.#array[handle] as number) - 1;
    return this.#map.get(handle) ?? -1;
  }

  set(handle: number, place: number): void {
    if (this.#array !== null && handle < this.#nodeCount) this.#array[handle] = place + 1;
    else {
      this.#map.set(handle, place);
      if (this.#array === null && pays(this.#map.size, this.#nodeCount)) this.#spread();
    }
  }

  #spread(): void {
    const array = new Int32Array(this.#nodeCount);
    const rest = new Map<number, number>();
    for (const [handle, place] of this.#map)
      if (handle < this.#nodeCount) array[handle] = place + 1;
      else rest.set(handle, place);
    this.#array = array;
    this.#map = rest;
  }
}

/** How often each handle was met. */
export class Counts {
  readonly #nodeCount: number;
  readonly #map = new Map<number, number>();
  #array: Float64Array | null = null;
  /** Each once, as they were met first. */
  readonly handles: number[] = [];

  /** As in `Places`. */
  constructor(nodeCount: number) {
    this.#nodeCount = nodeCount;
  }

  add(handle: number): void {
    const array = this.#array;
    if (array === null || handle >= this.#nodeCount) {
      this.#addToMap(handle);
      return;
    }
    const count = array[handle] as number;
    if (count === 0) this.handles.push(handle);
    array[handle] = count + 1;
  }

  of(handle: number): number {
    const array = this.#array;
    if (array !== null && handle < this.#nodeCount) return array[handle] as number;
    return this.#map.get(handle) ?? 0;
  }

  #addToMap(handle: number): void {
    const count = this.#map.get(handle) ?? 0;
    if (count === 0) this.handles.push(handle);
    this.#map.set(handle, count + 1);
    if (this.#array !== null || !pays(this.#map.size, this.#nodeCount)) return;
    const array = new Float64Array(this.#nodeCount);
    for (const [known, found] of this.#map)
      if (known < this.#nodeCount) {
        array[known] = found;
        this.#map.delete(known);
      }
    this.#array = array;
  }
}

/** A set of handles. */
export class Marks {
  readonly #nodeCount: number;
  #set = new Set<number>();
  /** A bit a node. */
  #bits: Uint32Array | null = null;
  #size = 0;

  /** As in `Places`. */
  constructor(nodeCount: number) {
    this.#nodeCount = nodeCount;
  }

  get size(): number {
    return this.#size;
  }

  has(handle: number): boolean {
    if (this.#bits === null || handle >= this.#nodeCount) return this.#set.has(handle);
    return ((this.#bits[handle >>> 5] as number) & (1 << (handle & 31))) !== 0;
  }

  /** Whether it is new. */
  add(handle: number): boolean {
    if (this.has(handle)) return false;
    this.#size += 1;
    if (this.#bits !== null && handle < this.#nodeCount) mark(this.#bits, handle);
    else {
      this.#set.add(handle);
      if (this.#bits === null && pays(this.#set.size, this.#nodeCount >>> 5)) this.#spread();
    }
    return true;
  }

  clear(): void {
    this.#set.clear();
    this.#bits = null;
    this.#size = 0;
  }

  #spread(): void {
    const bits = new Uint32Array((this.#nodeCount >>> 5) + 1);
    const rest = new Set<number>();
    for (const handle of this.#set)
      if (handle < this.#nodeCount) mark(bits, handle);
      else rest.add(handle);
    this.#bits = bits;
    this.#set = rest;
  }
}

function mark(bits: Uint32Array, handle: number): void {
  const word = handle >>> 5;
  bits[word] = (bits[word] as number) | (1 << (handle & 31));
}
