// The engine as the page asks it: a worker that is started when the first question comes, and kept.
import type { Graph } from '../../graph/model.ts';
import type { Order, Reply } from './engine.worker.ts';

/** Answers of one kind each; a question that is stopped gives `stopped`. */
export interface Engine {
  run(text: string): Asked;
  check(text: string): Promise<Reply>;
}

export interface Asked {
  readonly reply: Promise<Reply>;
  /** Ends it where it is, within some milliseconds. */
  stop(): void;
}

/** The engine of a graph. One is kept for each graph as long as the graph is. */
export function engineOf(graph: Graph): Engine {
  const before = engines.get(graph);
  if (before !== undefined) return before;
  const engine = start(graph);
  engines.set(graph, engine);
  return engine;
}

const engines = new WeakMap<Graph, Engine>();

function start(graph: Graph): Engine {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (reply: Reply) => void>();
  let count = 0;
  const send = (order: Order) => worker.postMessage(order);
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  };
  worker.onerror = () => {
    const problem = { message: 'The query engine has failed: reload the page.', offset: null };
    for (const [number, tell] of waiting) tell({ number, is: 'problem', problem });
    waiting.clear();
  };
  const ask = (make: (number: number) => Order): { number: number; reply: Promise<Reply> } => {
    count += 1;
    const number = count;
    const { promise, resolve } = Promise.withResolvers<Reply>();
    waiting.set(number, resolve);
    send(make(number));
    return { number, reply: promise };
  };
  send({ do: 'hold', graph });
  return {
    run: (text) => {
      const { number, reply } = ask((n) => ({ do: 'run', number: n, text }));
      return { reply, stop: () => send({ do: 'stop', number }) };
    },
    check: (text) => ask((n) => ({ do: 'check', number: n, text })).reply,
  };
}
