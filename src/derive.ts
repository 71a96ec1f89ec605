// The graph of a .graph file: out of its cache where that is fresh, else made from the records. Decides nothing itself.
import { createHash } from 'node:crypto';
import { ExchangeError, fromLines, toLines } from '../graph/exchange.ts';
import type { Document, Graph } from '../graph/model.ts';
import type { Journal } from './journal.ts';
import { assemble, assemblerVersion } from './resolve/assemble.ts';

/** The graph that a journal's records and decisions make. Writes nothing. *Errors*: `JournalError`. */
export async function derive(journal: Journal): Promise<Graph> {
  return (
    (await fromCache(journal, cacheHash(journal))) ?? assemble([...journal.articles()], journal.decisions())
  );
}

/** The same, and leaves it in the journal's cache for the next who asks. The journal must be open to write. */
export async function deriveAndKeep(journal: Journal): Promise<Graph> {
  const hash = cacheHash(journal);
  const kept = await fromCache(journal, hash);
  if (kept !== undefined) return kept;
  const graph = assemble([...journal.articles()], journal.decisions());
  // The texts stand in the file already.
  journal.cache(hash, toLines({ ...graph, documents: graph.documents.map((one) => ({ ...one, text: '' })) }));
  return graph;
}

/** The hash under which the journal's graph stands in its cache; undefined where it has to be made first. */
export function freshHash(journal: Journal): string | undefined {
  const hash = cacheHash(journal);
  return journal.cached(hash) === undefined ? undefined : hash;
}

/** The hash under which the graph of the journal as it is stands in its cache. */
export const cacheHash = (journal: Journal): string =>
  createHash('sha256').update(`${assemblerVersion} ${journal.digest()}`).digest('hex');

/** A cache that can't be read is as good as none. */
async function fromCache(journal: Journal, hash: string): Promise<Graph | undefined> {
  const cached = journal.cached(hash);
  if (cached === undefined) return undefined;
  const texts = new Map([...journal.documents()].map(({ id, text }) => [id, text]));
  try {
    return await fromLines([...cached].map((line) => withText(line, texts)));
  } catch (error) {
    if (error instanceof ExchangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A document's line with its text again; any other line as it is. */
function withText(line: string, texts: ReadonlyMap<string, string>): string {
  if (!line.startsWith('{"kind":"document"')) return line;
  const document = JSON.parse(line) as Document;
  return JSON.stringify({ ...document, text: texts.get(document.id) });
}
