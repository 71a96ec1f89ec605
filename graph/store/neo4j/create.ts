// Articles that a database doesn't hold yet: all their nodes and edges in one statement, by places in lists instead of
// look-ups. Each entity is looked up once for all articles together, a sentence and a claim never.
import type { MapValue } from '../../cypher/values.ts';
import { emptyGraph, sentenceId } from '../../model.ts';
import { nodesOf, type RelationshipShape, relationshipsOf } from '../shape.ts';
import { StoreError } from '../store.ts';
import type { Ask } from './ask.ts';
import { digestProperty } from './schema.ts';
import type { Article } from './source.ts';

/**
 * Writes articles of which only the document's node is there, locked. Relations, counts and COPY_OF are left to `settle`.
 * Errors: `StoreError` where an entity isn't there.
 */
export async function createArticles(
  ask: Ask,
  articles: readonly { readonly article: Article; readonly digest: string }[],
): Promise<void> {
  const entities = new Places();
  const documents = articles.map(({ article, digest }) => rowOf(article, digest, entities));
  const [found] = await ask<{ size: number }>(count, { entities: entities.ids });
  if (found?.size !== entities.ids.length)
    throw new EntitiesGone(
      'Entities that were written a moment ago are gone: another loader works on a different state of this graph. Run it again.',
    );
  await ask(create, { entities: entities.ids, documents });
}

/** Entities that articles name aren't there, or not any more: where another load took them away, it is to be done again. */
export class EntitiesGone extends StoreError {}

const count = 'UNWIND $entities AS id MATCH (e:WiregraphEntity {id: id}) RETURN count(e) AS size';

/** FOREACH over a list of one is how Cypher uses a node out of a list. */
const create = `
UNWIND $entities AS id MATCH (e:WiregraphEntity {id: id})
WITH collect(e) AS entities
UNWIND $documents AS row
MATCH (d:WiregraphDocument {id: row.id}) SET d = row.properties
FOREACH (m IN row.mentions | FOREACH (e IN [entities[m.entity]] |
  CREATE (e)-[r:MENTIONED_IN]->(d) SET r = m.properties))
WITH entities, d, row
CALL (d, row) {
  UNWIND row.sentences AS s
  CREATE (d)-[:HAS_SENTENCE]->(x:WiregraphSentence:Sentence) SET x = s
  RETURN collect(x) AS sentences
}
UNWIND row.claims AS claim
CREATE (c:WiregraphClaim:Claim) SET c = claim.properties
FOREACH (i IN claim.SUBJECT | FOREACH (e IN [entities[i]] | CREATE (c)-[:SUBJECT]->(e)))
FOREACH (i IN claim.OBJECT | FOREACH (e IN [entities[i]] | CREATE (c)-[:OBJECT]->(e)))
FOREACH (i IN claim.ABOUT | FOREACH (e IN [entities[i]] | CREATE (c)-[:ABOUT]->(e)))
FOREACH (i IN claim.STATED_IN | FOREACH (s IN [sentences[i]] | CREATE (c)-[:STATED_IN]->(s)))
FOREACH (by IN claim.ATTRIBUTED_TO | FOREACH (e IN [entities[by.at]] |
  CREATE (c)-[r:ATTRIBUTED_TO]->(e) SET r = by.properties))
FOREACH (as IN claim.ARGUMENT | FOREACH (e IN [entities[as.at]] |
  CREATE (c)-[r:ARGUMENT]->(e) SET r = as.properties))`;

/** Ids in the order in which they were first named. */
class Places {
  readonly #places = new Map<string, number>();

  of(id: string): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.#places.size);
    return this.#places.size - 1;
  }

  get ids(): string[] {
    return [...this.#places.keys()];
  }
}

function rowOf(article: Article, digest: string, entities: Places): MapValue {
  const { document, sentences, mentions, claims } = article;
  const part = { ...emptyGraph, documents: [document], sentences, mentions, claims };
  const nodes = [...nodesOf(part)];
  const edges = [...relationshipsOf(part)];
  const places = new Map(sentences.map((sentence, index) => [sentenceId(sentence), index]));
  const around = Map.groupBy(edges, (edge) => (edge.from.kind === 'Claim' ? edge.from.id : ''));
  const of = (kind: string) => nodes.filter((node) => node.kind === kind);
  return {
    id: document.id,
    properties: { ...of('Document')[0]?.properties, [digestProperty]: digest },
    sentences: of('Sentence').map((node) => node.properties),
    mentions: edges
      .filter((edge) => edge.type === 'MENTIONED_IN')
      .map(({ from, properties }) => ({ entity: entities.of(from.id), properties })),
    claims: of('Claim').map(({ id, properties }) => ({
      properties,
      ...edgesOf(around.get(id) ?? [], entities, places),
    })),
  };
}

/** The edges of a claim by their types: places, and properties where there are any. */
function edgesOf(
  edges: readonly RelationshipShape[],
  entities: Places,
  sentences: ReadonlyMap<string, number>,
): MapValue {
  const row: Record<string, MapValue[string][]> = {};
  for (const { type, to, properties } of edges) {
    const at = to.kind === 'Sentence' ? (sentences.get(to.id) as number) : entities.of(to.id);
    row[type] ??= [];
    row[type].push(Object.keys(properties).length === 0 ? at : { at, properties });
  }
  return row;
}
