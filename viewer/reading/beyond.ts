// What of a large graph the page doesn't hold: asked of the server when somebody looks at it.
import type { Wanted } from '../../graph/evidence.ts';
import type { Document, Graph, Sentence } from '../../graph/model.ts';
import { ask, readGraph } from './load.ts';

/** Claims, and the reports that they stand in. */
export interface Evidence {
  readonly graph: Graph;
  /** How many reports there are, whether or not they are in it. */
  readonly reports: number;
}

/** A sentence that has the words that were looked for, and the report that it stands in. */
export interface FoundSentence {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly text: string;
}

/** Where the rest of the graph lies. *Errors*: an `Error` whose message can be shown. */
export interface Beyond {
  evidence(wanted: Wanted, signal?: AbortSignal): Promise<Evidence>;
  sentences(query: string, signal: AbortSignal): Promise<readonly FoundSentence[]>;
  /** Ids of the relations with a claim that disagrees with another report's. */
  disagreeing(): Promise<ReadonlySet<string>>;
}

/** The server whose page this is. */
export const server: Beyond = {
  async evidence(wanted, signal) {
    const query = new URLSearchParams(
      wanted.kind === 'relations' ? wanted.ids.map((id) => [wanted.kind, id]) : { [wanted.kind]: wanted.id },
    );
    if (wanted.kind === 'entity') query.set('most', String(wanted.most));
    const response = await ask(`api/evidence?${query}`, signal === undefined ? {} : { signal });
    const graph = await readGraph(response.body as ReadableStream<Uint8Array<ArrayBuffer>>, () => {});
    return { graph, reports: Number(response.headers.get('x-reports')) };
  },
  async sentences(query, signal) {
    const response = await ask(`api/sentences?${new URLSearchParams({ words: query })}`, { signal });
    const found = (await response.json()) as readonly (Omit<Sentence, 'document'> & {
      readonly document: Document;
      readonly text: string;
    })[];
    return found.map(({ document, text, ...place }) => ({
      document,
      sentence: { ...place, document: document.id },
      text,
    }));
  },
  disagreeing: async () => new Set((await (await ask('api/disagreeing', {})).json()) as string[]),
};
