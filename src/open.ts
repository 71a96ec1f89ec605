// NAME.graph → what is asked: a Store, or the whole Graph. Opened read-only; the file is closed again before it returns.
import type { Graph } from '../graph/model.ts';
import type { Store } from '../graph/store/store.ts';
import { derive } from './derive.ts';
import { Journal } from './journal.ts';

/** A store with everything that a .graph file holds. What is written to it stays in memory. *Errors*: `JournalError`. */
export async function open(path: string): Promise<Store> {
  const graph = await readGraph(path);
  // Loaded here, so that who wants the graph alone waits for no query engine.
  const { MemoryStore } = await import('../graph/store/memory.ts');
  const store = new MemoryStore();
  await store.write({ put: graph });
  return store;
}

/** The graph of a .graph file. *Errors*: `JournalError`. */
export async function readGraph(path: string): Promise<Graph> {
  using journal = Journal.read(path);
  return derive(journal);
}
