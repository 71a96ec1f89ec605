// Reads a graph line by line: from the server that served this page, or out of the page itself. It trusts the lines:
// whoever sent them has checked them.
import type { Line } from '../../graph/exchange.ts';
import type { Claim, Graph } from '../../graph/model.ts';

export interface Loaded {
  readonly name: string;
  readonly graph: Graph;
  /** What tells this state of the graph from another; null where it never changes. */
  readonly version: string | null;
}

/** How far it has come: lines read so far. */
export type Progress = (lines: number) => void;

/** Where the graph comes from. */
export interface Source {
  /** *Errors*: an `Error` whose message can be shown. */
  load(progress: Progress, signal?: AbortSignal): Promise<Loaded>;
  /** The version that `load` would give now; null where it never changes or can't be known. */
  version(): Promise<string | null>;
}

/** The graph of the server whose page this is. Addresses are relative: the page's own path holds the token. */
export const served: Source = {
  async load(progress, signal) {
    const init = signal === undefined ? {} : { signal };
    const { name, version } = await about(init);
    const stream = await ask('api/graph', init);
    const graph = await readGraph(stream.body as ReadableStream<Uint8Array<ArrayBuffer>>, progress);
    return { name, graph, version };
  },
  version: async () => (await about({})).version,
};

/** The graph that stands in the page, as the lines of the exchange format. */
export const embedded = (name: string, text: string): Source => ({
  load: async (progress) => ({ name, version: null, graph: await readLines(cut(text), progress) }),
  version: async () => null,
});

async function about(init: RequestInit): Promise<{ name: string; version: string | null }> {
  return (await (await ask('api/about', init)).json()) as { name: string; version: string | null };
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((cause) => {
    throw new Error('The server does not answer. Is wiregraph still running in its terminal?', { cause });
  });
  if (!response.ok || response.body === null) throw new Error((await response.text()).trim());
  return response;
}

/** The graph that a stream of exchange lines holds. They come sorted, so nothing is sorted again. */
export const readGraph = (
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  progress: Progress,
): Promise<Graph> => readLines(linesOf(stream), progress);

async function readLines(
  lines: AsyncIterable<string> | Iterable<string>,
  progress: Progress,
): Promise<Graph> {
  const graph = {
    documents: [] as Graph['documents'][number][],
    sentences: [] as Graph['sentences'][number][],
    entities: [] as Graph['entities'][number][],
    mentions: [] as Graph['mentions'][number][],
    claims: [] as Claim[],
    relations: [] as Graph['relations'][number][],
  };
  let count = 0;
  for await (const text of lines) {
    count += 1;
    if (count % 1000 === 0) progress(count);
    if (count % 20_000 === 0) await aTurn();
    const line = JSON.parse(text) as Line;
    switch (line.kind) {
      case 'document':
        graph.documents.push(line);
        break;
      case 'sentence':
        graph.sentences.push(line);
        break;
      case 'entity':
        graph.entities.push(line);
        break;
      case 'mention':
        graph.mentions.push(line);
        break;
      case 'claim':
        graph.claims.push(claimOf(line));
        break;
      case 'relation':
        graph.relations.push(line);
        break;
    }
  }
  return graph;
}

/** So that the page can say how far it has come. */
const aTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function* cut(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? text.length : end);
    if (line.trim() !== '') yield line;
    start = end === -1 ? text.length : end + 1;
  }
}

async function* linesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
  if (rest !== '') yield rest;
}

function claimOf(line: Extract<Line, { kind: 'claim' }>): Claim {
  const { attributedTo, speakerText, via, ...claim } = line;
  const nearest =
    attributedTo === null && speakerText === null ? [] : [{ entity: attributedTo, text: speakerText ?? '' }];
  return { ...claim, speakers: [...nearest, ...via] };
}
