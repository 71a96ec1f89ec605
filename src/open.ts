// NAME.graph → what is asked: a Store, or the whole Graph. Opened read-only; between two questions the file is closed.
import type { Query } from '../graph/cypher/ast.ts';
import { parse } from '../graph/cypher/parser.ts';
import { run } from '../graph/cypher/run.ts';
import { type Snapshot, type SnapshotNode, snapshotOf } from '../graph/cypher/snapshot.ts';
import type { Graph } from '../graph/model.ts';
import { documentNode, entityNode, nodeKey, relationEdge, relationshipKey } from '../graph/store/shape.ts';
import { relationTypesSeen, seesDocumentsAlone } from '../graph/store/sight.ts';
import type { Batch, Ids, Result, RunOptions, Store } from '../graph/store/store.ts';
import { derive, isCurrent, standingGraph } from './derive.ts';
import { Journal, JournalError, type Size } from './journal.ts';
import { byId } from './resolve/part.ts';
import type { StandingGraph } from './resolve/standing/read.ts';
import type { StandingRelation } from './resolve/standing/relations.ts';

/** A store with everything that a .graph file holds. What is written to it stays in memory. *Errors*: `JournalError`. */
export async function open(path: string): Promise<Store> {
  using journal = Journal.read(path);
  return isCurrent(journal) ? new FileStore(path) : await storeOf(derive(journal));
}

/** The graph of a .graph file. *Errors*: `JournalError`. */
export async function readGraph(path: string): Promise<Graph> {
  using journal = Journal.read(path);
  return derive(journal);
}

/** How much a .graph file holds; undefined where its graph isn't up to date. *Errors*: `JournalError`. */
export function sizeOf(path: string): Size | undefined {
  using journal = Journal.read(path);
  return isCurrent(journal) ? journal.standing()?.size : undefined;
}

async function storeOf(graph: Graph): Promise<Store> {
  // Loaded here, so that who wants the graph alone waits for no store.
  const { MemoryStore } = await import('../graph/store/memory.ts');
  const store = new MemoryStore();
  await store.write({ put: graph });
  return store;
}

/**
 * Reads what a question needs: of one that sees documents alone, or entities and relations alone, those; else everything, once. A file that
 * others have changed since is as it is when it is read.
 */
class FileStore implements Store {
  readonly #path: string;
  #whole: Promise<Store> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async write(change: { readonly put?: Batch; readonly remove?: Ids }): Promise<void> {
    await (await this.#all()).write(change);
  }

  async run(query: string | Query, options: RunOptions = {}): Promise<Result> {
    const near =
      this.#whole === undefined && options.mode !== 'write' ? this.#near(query, options) : undefined;
    return near ?? (await this.#all()).run(query, options);
  }

  async close(): Promise<void> {}

  #all(): Promise<Store> {
    this.#whole ??= readGraph(this.#path).then(storeOf);
    return this.#whole;
  }

  /** The answer, where documents alone, or entities and relations alone, give it. */
  #near(query: string | Query, { mode: _, ...settings }: RunOptions): Result | undefined {
    const asked = typeof query === 'string' ? parse(query) : query;
    if (seesDocumentsAlone(asked)) return run(query, this.#documents(), settings);
    const types = relationTypesSeen(asked);
    if (types === undefined) return undefined;
    const snapshot = this.#snapshotOf(types);
    return snapshot && run(query, snapshot, settings);
  }

  #documents(): Snapshot {
    using journal = Journal.read(this.#path);
    const nodes = byId([...journal.documents()]).map((document): SnapshotNode => {
      const node = documentNode(document);
      return { id: nodeKey(node), labels: node.labels, properties: node.properties };
    });
    return snapshotOf(nodes, []);
  }

  /** Undefined where the graph that stands isn't current, or no sound one. */
  #snapshotOf(types: ReadonlySet<string> | null): Snapshot | undefined {
    using journal = Journal.read(this.#path);
    if (!isCurrent(journal)) return undefined;
    try {
      const graph = standingGraph(journal);
      const relations =
        types === null ? [graph.relations()] : [...types].map((type) => graph.relations(type));
      // What there is nothing of is looked for in all of the graph: something like it may be there.
      if (types !== null && relations.some((found) => found.length === 0)) return undefined;
      return snapshotAmong(graph, byId(relations.flat()));
    } catch (error) {
      if (error instanceof JournalError) throw error;
      return undefined;
    }
  }
}

/** Entities and relations, named and in the order as in the whole graph. */
function snapshotAmong(graph: StandingGraph, relations: readonly StandingRelation[]): Snapshot {
  const handles = new Map<string, number>();
  const nodes = graph.counted().map(({ entity, ...counts }, handle): SnapshotNode => {
    const node = entityNode(entity, counts);
    handles.set(entity.id, handle);
    return { id: nodeKey(node), labels: node.labels, properties: node.properties };
  });
  const edges = relations.map((relation) => {
    const edge = relationEdge(relation);
    const [start, end] = [handles.get(relation.subject), handles.get(relation.object)];
    if (start === undefined || end === undefined) throw new Error(`${relation.id} has no ends.`);
    return { id: relationshipKey(edge), type: edge.type, start, end, properties: edge.properties };
  });
  return snapshotOf(nodes, edges);
}
