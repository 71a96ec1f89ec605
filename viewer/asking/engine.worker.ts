// Runs Cypher beside the page: holds the graph as nodes and relationships, answers one question after another, and stops
// in the middle of one when it is told to.
import { CypherError, QueryStopped } from '../../graph/cypher/errors.ts';
import type { PlanStep } from '../../graph/cypher/explain.ts';
import { run } from '../../graph/cypher/run.ts';
import { type Snapshot, snapshotOf } from '../../graph/cypher/snapshot.ts';
import type { Graph } from '../../graph/model.ts';
import { graphProcedures } from '../../graph/store/procedures.ts';
import { nodeKey, nodesOf, relationshipKey, relationshipsOf } from '../../graph/store/shape.ts';
import { blanksOf } from './blanks.ts';
import { type Cell, cellOf } from './cells.ts';

/** What the page sends: the graph first, then questions, each with a number of its own. */
export type Order =
  | { readonly do: 'hold'; readonly graph: Graph }
  | { readonly do: 'run'; readonly number: number; readonly text: string }
  | { readonly do: 'check'; readonly number: number; readonly text: string }
  | { readonly do: 'stop'; readonly number: number };

/** What is wrong with a question. `offset`: UTF-16 code units into its text; null where that isn't known. */
export interface Problem {
  readonly message: string;
  readonly offset: number | null;
}

/** What it gets back. */
export type Reply =
  | {
      readonly number: number;
      readonly is: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
      /** Whether more rows would have come. */
      readonly isCut: boolean;
      readonly plan: readonly PlanStep[] | null;
      readonly milliseconds: number;
      /** What the question names and nothing in the graph has, a sentence each. */
      readonly hints: readonly string[];
    }
  | { readonly number: number; readonly is: 'problem'; readonly problem: Problem }
  | { readonly number: number; readonly is: 'stopped' }
  | { readonly number: number; readonly is: 'fine' };

/** More rows than this are of no use on a page. */
const mostRows = 5000;

let snapshot: Snapshot | null = null;
let graph: Graph | null = null;
const running = new Map<number, AbortController>();

self.onmessage = ({ data: order }: MessageEvent<Order>) => {
  switch (order.do) {
    case 'hold':
      graph = order.graph;
      snapshot = null;
      return;
    case 'run':
      return void answer(order.number, order.text);
    case 'check':
      return check(order.number, order.text);
    case 'stop':
      return running.get(order.number)?.abort();
  }
};

async function answer(number: number, text: string): Promise<void> {
  const stop = new AbortController();
  running.set(number, stop);
  const begun = performance.now();
  try {
    const { columns, rows, plan, hints } = run(text, held(), { ...settingsOf(text), signal: stop.signal });
    const cells: Cell[][] = [];
    let isCut = false;
    for await (const row of rows) {
      if (cells.length === mostRows) {
        isCut = true;
        break;
      }
      cells.push(row.map(cellOf));
    }
    const milliseconds = performance.now() - begun;
    reply({
      number,
      is: 'rows',
      columns,
      rows: cells,
      isCut,
      plan: plan?.() ?? null,
      milliseconds,
      hints: hints(),
    });
  } catch (error) {
    if (error instanceof QueryStopped && stop.signal.aborted) reply({ number, is: 'stopped' });
    else reply({ number, is: 'problem', problem: problemOf(error) });
  } finally {
    running.delete(number);
  }
}

const settingsOf = (text: string) => ({
  procedures: graphProcedures,
  parameters: Object.fromEntries(blanksOf(text).map(({ name, value }) => [name, value])),
});

/** Parses, checks and plans; no row is taken. */
function check(number: number, text: string): void {
  try {
    run(text, held(), settingsOf(text));
    reply({ number, is: 'fine' });
  } catch (error) {
    reply({ number, is: 'problem', problem: problemOf(error) });
  }
}

/** The first line says what and where; the lines after it show the place, which the editor does itself. */
function problemOf(error: unknown): Problem {
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const offset = error instanceof CypherError ? (error.position?.offset ?? null) : null;
  return { message, offset };
}

/** Made of the graph when it is first asked. */
function held(): Snapshot {
  if (snapshot !== null) return snapshot;
  if (graph === null) throw new Error('There is no graph yet.');
  const handles = new Map<string, number>();
  const nodes = [...nodesOf(graph)].map((node, handle) => {
    const id = nodeKey(node);
    handles.set(id, handle);
    return { id, labels: node.labels, properties: node.properties };
  });
  const relationships = [...relationshipsOf(graph)].map((one) => ({
    id: relationshipKey(one),
    type: one.type,
    start: handles.get(nodeKey(one.from)) as number,
    end: handles.get(nodeKey(one.to)) as number,
    properties: one.properties,
  }));
  graph = null;
  snapshot = snapshotOf(nodes, relationships);
  return snapshot;
}

const reply = (message: Reply): void => self.postMessage(message);
