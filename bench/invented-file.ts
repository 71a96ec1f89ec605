// Invented reports as a .graph file, as `build` leaves it but made without extracting. For what reads graphs that are too
// large to be made in memory.
import { emptyGraph, type Graph } from '../graph/model.ts';
import { entitiesOf } from '../graph/store/shape.ts';
import { keepUp } from '../src/derive.ts';
import { articlesOf } from '../src/import.ts';
import { Journal } from '../src/journal.ts';
import { inventedEntities, inventedReports, type Report } from './invented.ts';

/** Makes the file. */
export function makeInventedFile(path: string, claims: number): void {
  using journal = Journal.write(path);
  const entities = new Map([...inventedEntities(claims)].map((entity) => [entity.id, entity]));
  const articles = function* () {
    for (const report of inventedReports(claims)) {
      const named = new Set([
        ...report.mentions.map(({ entity }) => entity),
        ...report.claims.flatMap(entitiesOf),
      ]);
      const own = [...named].flatMap((id) => entities.get(id) ?? []);
      yield* articlesOf({ ...graphOf(report), entities: own });
    }
  };
  journal.put(articles(), new Date(0).toISOString());
  keepUp(journal);
}

/** A report as a graph, without entities. */
export const graphOf = ({ document, ...parts }: Report): Graph => ({
  ...emptyGraph,
  documents: [document],
  ...parts,
});
