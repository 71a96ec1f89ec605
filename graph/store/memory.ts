// The store in memory: records of articles, and a graphology graph that follows from them.
import type { MultiDirectedGraph } from 'graphology';
import type { Query } from '../cypher/ast.ts';
import type { Change } from '../cypher/change.ts';
import { type Graph, relationsOf } from '../model.ts';
import { symmetricTypes } from '../vocabulary/index.ts';
import { Articles } from './articles.ts';
import { checkParameters } from './check.ts';
import { emptyGraph } from './empty-graph.ts';
import { runOnGraphology } from './graphology.ts';
import { applicable, applyChange } from './graphology-write.ts';
import { nodeKey, nodesOf, relationshipKey, relationshipsOf } from './shape.ts';
import type { Batch, Ids, Result, RunOptions, Store } from './store.ts';

/** A graph in memory. What is written to it lives as long as the object. */
export class MemoryStore implements Store {
  readonly #articles = new Articles();
  readonly #symmetric: ReadonlySet<string>;
  #graph: Graph | undefined;
  #graphology: MultiDirectedGraph | undefined;
  /** What queries have changed, in the order in which they did. */
  readonly #changes: Change[] = [];

  /** `symmetric` are the relation types that say the same in both directions; those of the vocabulary, if left out. */
  constructor(options: { readonly symmetric?: ReadonlySet<string> } = {}) {
    this.#symmetric = options.symmetric ?? symmetricTypes;
  }

  /** Errors: `StoreError` for a record that names what is neither in the batch nor in the store; then nothing changes. */
  async write({ put = {}, remove = {} }: { readonly put?: Batch; readonly remove?: Ids }): Promise<void> {
    this.#articles.write(put, remove);
    this.#graph = undefined;
    this.#graphology = undefined;
  }

  /**
   * Asks in Cypher. What a query writes lies over the records: it is seen by queries, not exported, and made anew as
   * far as its nodes are still there whenever records are written. Errors: those of `cypher`.
   */
  async run(query: string | Query, options: RunOptions = {}): Promise<Result> {
    checkParameters(options.parameters ?? {});
    const onChange = (change: Change) => void this.#changes.push(change);
    const { written, ...result } = runOnGraphology(this.graphology, query, { ...options, onChange });
    await written;
    return result;
  }

  async close(): Promise<void> {}

  /** Everything that was written, and the relations that follow from it. */
  get graph(): Graph {
    this.#graph ??= withRelations(this.#articles.records(), this.#symmetric);
    return this.#graph;
  }

  /** The same as nodes and edges, as in `shape.ts`; not to be changed. Labels are in `labels`, an edge's type in `type`. */
  get graphology(): MultiDirectedGraph {
    this.#graphology ??= this.#withChanges(graphologyOf(this.graph));
    return this.#graphology;
  }

  #withChanges(graph: MultiDirectedGraph): MultiDirectedGraph {
    for (const change of this.#changes)
      applyChange(graph, applicable(graph, change), { labels: 'labels', type: 'type' });
    return graph;
  }
}

function withRelations(records: Omit<Graph, 'relations'>, symmetric: ReadonlySet<string>): Graph {
  const documents = new Map(records.documents.map((document) => [document.id, document]));
  return { ...records, relations: relationsOf(records.claims, documents, symmetric) };
}

function graphologyOf(graph: Graph): MultiDirectedGraph {
  const result = emptyGraph();
  for (const node of nodesOf(graph))
    result.addNode(nodeKey(node), { labels: node.labels, ...node.properties });
  for (const edge of relationshipsOf(graph))
    result.addEdgeWithKey(relationshipKey(edge), nodeKey(edge.from), nodeKey(edge.to), {
      type: edge.type,
      ...edge.properties,
    });
  return result;
}
