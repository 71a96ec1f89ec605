// NAME.graph → what a loader takes: article by article out of the file's cache, never the whole graph. Knows no database.
import { createHash } from 'node:crypto';
import { Line, toClaim } from '../graph/exchange.ts';
import type { Claim, Document, Entity, Mention, Sentence } from '../graph/model.ts';
import type { Article, GraphSource } from '../graph/store/neo4j/source.ts';
import { deriveAndKeep, freshHash } from './derive.ts';
import { Journal, JournalError } from './journal.ts';

/** The graph of an open file; dispose of it when the load is over. */
export interface OpenSource extends GraphSource, Disposable {
  readonly size: { readonly documents: number; readonly entities: number; readonly claims: number };
}

/**
 * The graph of a .graph file in parts. A file whose graph isn't in its cache, or that has no id yet, is written to first:
 * that takes the memory of the whole graph, once. *Errors*: `JournalError`.
 */
export async function openSource(path: string): Promise<OpenSource> {
  const ready = Journal.read(path);
  if (ready.id() !== undefined && freshHash(ready) !== undefined) return sourceOf(ready);
  ready.close();
  await makeReady(path);
  return sourceOf(Journal.read(path));
}

async function makeReady(path: string): Promise<void> {
  using journal = Journal.write(path);
  await deriveAndKeep(journal);
}

function sourceOf(journal: Journal): OpenSource {
  const hash = freshHash(journal) ?? '';
  const counts = journal.countCached(hash);
  const parsed = <K extends Line['kind']>(line: string): Extract<Line, { kind: K }> => {
    const result = Line.safeParse(JSON.parse(line));
    if (result.success) return result.data as Extract<Line, { kind: K }>;
    throw new JournalError(
      `${journal.path} is damaged: a ${line.slice(9, 20)}… is none. Build it again from its articles.`,
    );
  };
  return {
    journal: journal.id() ?? '',
    state: hash,
    size: {
      documents: counts.get('document') ?? 0,
      entities: counts.get('entity') ?? 0,
      claims: counts.get('claim') ?? 0,
    },
    *entities() {
      for (const line of journal.cachedOf(hash, 'entity')) {
        const { kind: _, ...entity } = parsed<'entity'>(line);
        yield entity satisfies Entity;
      }
    },
    *articles() {
      for (const { document: id, lines } of journal.cachedByDocument(hash))
        yield {
          id,
          digest: digestOf(lines),
          read: () => articleOf(lines.map(parsed), journal.text(id) ?? ''),
        };
    },
    has: (document) => journal.head(document) !== undefined,
    [Symbol.dispose]: () => journal.close(),
  };
}

/** Of everything that stands on a document; its text is in it by the content hash. */
function digestOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('base64url');
}

function articleOf(lines: readonly Line[], text: string): Article {
  let document: Document | undefined;
  const sentences: Sentence[] = [];
  const mentions: Mention[] = [];
  const claims: Claim[] = [];
  for (const line of lines) {
    const { kind: _, ...record } = line;
    if (line.kind === 'claim') claims.push(toClaim(line));
    else if (line.kind === 'document') document = { ...line, text };
    else if (line.kind === 'sentence') sentences.push(record as Sentence);
    else if (line.kind === 'mention') mentions.push(record as Mention);
  }
  return { document: document as Document, sentences, mentions, claims };
}
