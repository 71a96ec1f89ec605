// Invented reports as a .graph file, as `build` leaves it but made without extracting: its records are empty, its graph
// stands in the cache. For what reads graphs that are too large to be made in memory.
import { toLines } from '../graph/exchange.ts';
import type { Graph } from '../graph/model.ts';
import { cacheHash } from '../src/derive.ts';
import { Journal } from '../src/journal.ts';
import { inventedEntities, inventedReports, type Report } from './invented.ts';

/** Makes the file. */
export function makeInventedFile(path: string, claims: number): void {
  using journal = Journal.write(path);
  const articles = function* () {
    for (const { document } of inventedReports(claims)) {
      const { id, contentHash } = document;
      const record = { document: id, contentHash, extractor: 'invented@1', sentences: [], mentions: [] };
      yield { document, record: { ...record, chains: [], statements: [] } };
    }
  };
  journal.put(articles(), new Date(0).toISOString());
  const lines = function* () {
    for (const entity of inventedEntities(claims)) yield* toLines({ ...empty, entities: [entity] });
    for (const report of inventedReports(claims))
      yield* toLines(graphOf({ ...report, document: { ...report.document, text: '' } }));
  };
  journal.cache(cacheHash(journal), lines());
}

/** A report as a graph, without entities. */
export const graphOf = ({ document, ...parts }: Report): Graph => ({
  ...empty,
  documents: [document],
  ...parts,
});

const empty: Graph = { documents: [], sentences: [], entities: [], mentions: [], claims: [], relations: [] };
