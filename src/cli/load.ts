// wiregraph load: a .graph file → a Neo4j.
import type { Command } from 'commander';
import type { Graph } from '../../graph/model.ts';
import { entitiesOf } from '../../graph/store/shape.ts';
import type { Batch } from '../../graph/store/store.ts';
import { readGraph } from '../open.ts';
import { oneLine } from './printable.ts';
import { openNeo4j } from './target.ts';
import type { Terminal } from './terminal.ts';

export function addLoad(program: Command, terminal: Terminal): void {
  program
    .command('load')
    .description('write a graph into a Neo4j; loading it again changes nothing')
    .argument('<graph>', 'a .graph file')
    .requiredOption('--to <address>', 'bolt://HOST:PORT or neo4j://HOST:PORT')
    .addHelpText('after', examples)
    .action(async (path: string, { to }: { to: string }) => {
      const graph = await readGraph(path);
      const store = await openNeo4j(to);
      try {
        let done = 0;
        for (const batch of batchesOf(graph)) {
          await store.write({ put: batch });
          done += batch.documents?.length ?? 0;
          terminal.bar(done, graph.documents.length, to);
        }
      } finally {
        terminal.clearBar();
        await store.close();
      }
      const { documents, entities, claims } = graph;
      await terminal.print(
        `${oneLine(to)}: ${documents.length} articles, ${entities.length} entities, ${claims.length} claims\n`,
      );
    });
}

const examples = `
Examples:
  wiregraph load ceasefire.graph --to bolt://localhost:7687
  NEO4J_USERNAME=neo4j NEO4J_PASSWORD=… wiregraph load ceasefire.graph --to neo4j+s://db.example:7687

NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE say how to get in; an address that holds a password is refused.
What else the database holds is left alone.`;

const batchSize = 200;

/** The graph in parts that one transaction can hold: some documents each, with all that stands on them. */
export function* batchesOf(graph: Graph): Generator<Batch> {
  const origins = new Map(graph.claims.map((claim) => [claim.document, claim.origin]));
  // Origins before their copies, so that a copy finds what it was copied from.
  const isCopy = (id: string) => Number((origins.get(id) ?? id) !== id);
  const documents = [...graph.documents].sort((a, b) => isCopy(a.id) - isCopy(b.id));
  for (let start = 0; start < documents.length; start += batchSize) {
    const part = documents.slice(start, start + batchSize);
    const ids = new Set(part.map((document) => document.id));
    const own = <T extends { readonly document: string }>(records: readonly T[]) =>
      records.filter((record) => ids.has(record.document));
    const [sentences, mentions, claims] = [own(graph.sentences), own(graph.mentions), own(graph.claims)];
    const named = new Set([...mentions.map((mention) => mention.entity), ...claims.flatMap(entitiesOf)]);
    const entities = graph.entities.filter((entity) => named.has(entity.id));
    yield { documents: part, sentences, mentions, claims, entities };
  }
}
