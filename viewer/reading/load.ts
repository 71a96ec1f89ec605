// Fetches the graph from the server that served this page and reads it line by line. It trusts the lines: the server
// has checked them, and it is the page's own origin.
import type { Line } from '../../graph/exchange.ts';
import type { Claim, Graph } from '../../graph/model.ts';

export interface Loaded {
  readonly name: string;
  readonly graph: Graph;
}

/** How far it has come: lines read so far. */
export type Progress = (lines: number) => void;

/**
 * The graph of the server whose page this is. Addresses are relative: the page's own path holds the token.
 * *Errors*: an `Error` whose message is what the server said.
 */
export async function load(progress: Progress, signal?: AbortSignal): Promise<Loaded> {
  const init = signal === undefined ? {} : { signal };
  const [about, stream] = await Promise.all([ask('api/about', init), ask('api/graph', init)]);
  const { name } = (await about.json()) as { name: string };
  return { name, graph: await readGraph(stream.body as ReadableStream<Uint8Array<ArrayBuffer>>, progress) };
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((cause) => {
    throw new Error('The server does not answer. Is wiregraph still running in its terminal?', { cause });
  });
  if (!response.ok || response.body === null) throw new Error((await response.text()).trim());
  return response;
}

/** The graph that a stream of exchange lines holds. They come sorted, so nothing is sorted again. */
export async function readGraph(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
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
  for await (const text of linesOf(stream)) {
    count += 1;
    if (count % 1000 === 0) progress(count);
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
