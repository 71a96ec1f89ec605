// As much of graphology's interface as sigma asks for: nodes and edges that are put in once, and places that change. The
// library itself would be a fifth of the first load.

type Hear = (event: unknown) => void;

interface Edge<E> {
  readonly source: string;
  readonly target: string;
  readonly attributes: E;
}

/** A directed graph with any number of edges between two nodes. `N` and `E`: what is known of a node and of an edge. */
export class DrawnGraph<N extends object, E extends object> {
  readonly multi = true;
  readonly type = 'directed';
  readonly #nodes = new Map<string, N>();
  readonly #edges = new Map<string, Edge<E>>();
  readonly #hearing = new Map<string, Set<Hear>>();

  get order(): number {
    return this.#nodes.size;
  }

  get size(): number {
    return this.#edges.size;
  }

  addNode(id: string, attributes: N): void {
    this.#nodes.set(id, attributes);
  }

  /** Both ends must be there. */
  addEdge(id: string, source: string, target: string, attributes: E): void {
    this.#edges.set(id, { source, target, attributes });
  }

  nodes(): string[] {
    return [...this.#nodes.keys()];
  }

  edges(): string[] {
    return [...this.#edges.keys()];
  }

  hasNode(id: string): boolean {
    return this.#nodes.has(id);
  }

  hasEdge(id: string): boolean {
    return this.#edges.has(id);
  }

  /** *Errors*: `RangeError` for an id that isn't there; so do the others that take one. */
  getNodeAttributes(id: string): N {
    const found = this.#nodes.get(id);
    if (found === undefined) throw new RangeError(`There is no node ${id} in the picture.`);
    return found;
  }

  getNodeAttribute<K extends keyof N>(id: string, name: K): N[K] {
    return this.getNodeAttributes(id)[name];
  }

  getEdgeAttributes(id: string): E {
    return this.#edge(id).attributes;
  }

  extremities(id: string): [string, string] {
    const { source, target } = this.#edge(id);
    return [source, target];
  }

  forEachNode(act: (id: string, attributes: N) => void): void {
    for (const [id, attributes] of this.#nodes) act(id, attributes);
  }

  forEachEdge(act: (id: string, attributes: E, source: string, target: string) => void): void {
    for (const [id, { attributes, source, target }] of this.#edges) act(id, attributes, source, target);
  }

  /** Puts something else in place of what is known of each node, and tells sigma once. `changed`: what of it is other. */
  updateNodes(update: (id: string, attributes: N) => N, changed: readonly (keyof N)[]): void {
    for (const [id, attributes] of this.#nodes) this.#nodes.set(id, update(id, attributes));
    for (const hear of this.#hearing.get('eachNodeAttributesUpdated') ?? [])
      hear({ hints: { attributes: changed } });
  }

  on(event: string, hear: Hear): void {
    const known = this.#hearing.get(event) ?? new Set();
    this.#hearing.set(event, known.add(hear));
  }

  removeListener(event: string, hear: Hear): void {
    this.#hearing.get(event)?.delete(hear);
  }

  // By these sigma tells a graph from anything else, and it calls neither.
  addUndirectedEdgeWithKey(): never {
    throw new Error('A picture is made once: make another.');
  }

  dropNode(): never {
    return this.addUndirectedEdgeWithKey();
  }

  #edge(id: string): Edge<E> {
    const found = this.#edges.get(id);
    if (found === undefined) throw new RangeError(`There is no edge ${id} in the picture.`);
    return found;
  }
}
