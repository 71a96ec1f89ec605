// Reads a graph line by line: from the server that served this page, or out of the page itself; of a large one a sketch. It
// trusts the lines: whoever sent them has checked them.
import type { Line } from '../../graph/exchange.ts';
import { GroundsReader } from '../../graph/grounds.ts';
import type { Claim, Graph } from '../../graph/model.ts';
import { SketchReader } from '../../graph/sketch.ts';
import { type Atlas, atlasOf, sketchedAtlas, withGrounds } from './atlas.ts';
import { server } from './beyond.ts';

export interface Loaded {
  readonly atlas: Atlas;
  /** What tells this state of the graph from another; null where it never changes. */
  readonly version: string | null;
}

/** How far it has come: lines read so far. */
export type Progress = (lines: number) => void;

/** Where the graph comes from. */
export interface Source {
  /**
   * What can be shown, each better than the one before: of a large graph who is best supported, then everybody, then on what
   * it all rests. `entities`: so many of a graph that isn't had whole, or are shown first. *Errors*: an `Error` whose message
   * can be shown.
   */
  load(progress: Progress, entities: number, signal?: AbortSignal): AsyncIterable<Loaded>;
  /** The version that `load` would give now; null where it never changes or can't be known. */
  version(): Promise<string | null>;
}

/** The graph of the server whose page this is. Addresses are relative: the page's own path holds the token. */
export const served: Source = {
  async *load(progress, entities, signal) {
    const init = signal === undefined ? {} : { signal };
    const { name, version, asks = false, isLarge = false } = await about(init);
    if (isLarge) return yield* sketched(name, version, asks, progress, entities, init);
    const response = await ask(asks ? `api/graph?entities=${entities}` : 'api/graph', init);
    const graph = await readGraph(bodyOf(response), progress);
    const stored = asks ? Number(response.headers.get('x-entities') ?? graph.entities.length) : null;
    yield { atlas: atlasOf(name, graph, stored), version };
  },
  version: async () => (await about({})).version,
};

/** The graph that stands in the page, as the lines of the exchange format. */
export const embedded = (name: string, text: string): Source => ({
  async *load(progress) {
    yield { version: null, atlas: atlasOf(name, await readLines(cut(text), progress)) };
  },
  version: async () => null,
});

/** A few milliseconds at a time, so that who looks at the first picture isn't held up. */
async function* sketched(
  name: string,
  version: string | null,
  asks: boolean,
  progress: Progress,
  entities: number,
  init: RequestInit,
): AsyncGenerator<Loaded> {
  const reader = new SketchReader();
  const given = { name, asks, beyond: server };
  for await (const line of inTurns(await ask(`api/sketch?first=${entities}`, init))) {
    if (!reader.read(line)) {
      progress(reader.entities.length + reader.relations.length);
      continue;
    }
    yield { atlas: await sketchedAtlas(given, reader, true), version };
    reader.goOn();
  }
  const atlas = await sketchedAtlas(given, reader, false);
  yield { atlas, version };
  const grounds = new GroundsReader();
  for await (const line of inTurns(await ask('api/grounds', init))) grounds.read(line);
  yield { atlas: withGrounds(atlas, grounds.grounds()), version };
}

/** The lines of an answer; others have their turn after every few milliseconds. */
async function* inTurns(response: Response): AsyncGenerator<string> {
  let until = performance.now() + aWhile;
  for await (const lines of linesOf(bodyOf(response)))
    for (const line of lines) {
      if (line === '') continue;
      yield line;
      if (performance.now() < until) continue;
      await aTurn();
      until = performance.now() + aWhile;
    }
}

const aWhile = 8;

const bodyOf = (response: Response) => response.body as ReadableStream<Uint8Array<ArrayBuffer>>;

interface About {
  readonly name: string;
  readonly version: string | null;
  /** Whether it answers questions itself. */
  readonly asks?: boolean;
  /** Whether it gives a sketch, and evidence when it is asked for. */
  readonly isLarge?: boolean;
}

async function about(init: RequestInit): Promise<About> {
  return (await (await ask('api/about', init)).json()) as About;
}

/** An answer of the server. *Errors*: an `Error` whose message can be shown. */
export async function ask(path: string, init: RequestInit): Promise<Response> {
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

/** Takes lines many at a time: waiting for each of a million would take longer than reading them. */
async function readLines(
  batches: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
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
  const read = (text: string) => {
    const line = JSON.parse(text) as Line;
    switch (line.kind) {
      case 'document':
        return graph.documents.push(line);
      case 'sentence':
        return graph.sentences.push(line);
      case 'entity':
        return graph.entities.push(line);
      case 'mention':
        return graph.mentions.push(line);
      case 'claim':
        return graph.claims.push(claimOf(line));
      case 'relation':
        return graph.relations.push(line);
    }
  };
  let count = 0;
  let told = performance.now();
  for await (const lines of batches) {
    for (const line of lines) if (line !== '') read(line);
    count += lines.length;
    if (performance.now() - told < 50) continue;
    progress(count);
    await aTurn();
    told = performance.now();
  }
  return graph;
}

/** So that the page can say how far it has come. */
const aTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function* cut(text: string): Generator<readonly string[]> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start + 200_000);
    yield text
      .slice(start, end === -1 ? text.length : end)
      .split('\n')
      .map((line) => line.trim());
    start = end === -1 ? text.length : end + 1;
  }
}

async function* linesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<readonly string[]> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  yield [rest];
}

function claimOf(line: Extract<Line, { kind: 'claim' }>): Claim {
  const { attributedTo, speakerText, via, ...claim } = line;
  const nearest =
    attributedTo === null && speakerText === null ? [] : [{ entity: attributedTo, text: speakerText ?? '' }];
  return { ...claim, speakers: [...nearest, ...via] };
}
