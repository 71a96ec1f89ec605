// What a database must have before the first node is written, and the labels that mark nodes as ours. Cypher as text, the
// same as in schema.cypher: the graph runs in the browser too, where no file can be read.
import type { NodeKind } from '../shape.ts';

/** Counts up when nodes or relationships are kept in another way than before. */
export const version = 2;

/** The label that makes a node ours, for each kind; it is never shown. */
export const markers: Readonly<Record<NodeKind, string>> = {
  Document: 'WiregraphDocument',
  Sentence: 'WiregraphSentence',
  Entity: 'WiregraphEntity',
  Claim: 'WiregraphClaim',
};

/** The property of a document that says as what it was loaded; it is never shown. */
export const digestProperty = 'wiregraphDigest';

/**
 * What must be there before the first node is, in this order. Constraints lie on our markers alone, so that they bind
 * nobody else's nodes. Every statement may be run again and again.
 */
export const constraints: readonly string[] = statements(`
CREATE CONSTRAINT wiregraph_version IF NOT EXISTS FOR (n:WiregraphVersion) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wiregraph_document IF NOT EXISTS FOR (n:WiregraphDocument) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wiregraph_sentence IF NOT EXISTS FOR (n:WiregraphSentence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wiregraph_entity IF NOT EXISTS FOR (n:WiregraphEntity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wiregraph_claim IF NOT EXISTS FOR (n:WiregraphClaim) REQUIRE n.id IS UNIQUE;
CREATE INDEX wiregraph_claim_origin IF NOT EXISTS FOR (n:WiregraphClaim) ON (n.origin);
`);

/**
 * What questions look for, by the labels that they name; all that is asked of others is that an id or a name stays below
 * `longest`. Made after a first load, when Neo4j fills them faster than one by one.
 */
export const indexes: readonly string[] = statements(`
CREATE INDEX wiregraph_document_by_id IF NOT EXISTS FOR (n:Document) ON (n.id);
CREATE INDEX wiregraph_entity_by_id IF NOT EXISTS FOR (n:Entity) ON (n.id);
CREATE INDEX wiregraph_entity_by_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX wiregraph_claim_by_id IF NOT EXISTS FOR (n:Claim) ON (n.id);
CREATE FULLTEXT INDEX wiregraph_names IF NOT EXISTS FOR (n:WiregraphEntity) ON EACH [n.name, n.aliases];
CREATE FULLTEXT INDEX wiregraph_sentences IF NOT EXISTS FOR (n:WiregraphSentence) ON EACH [n.text];
`);

function statements(text: string): string[] {
  return text
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
