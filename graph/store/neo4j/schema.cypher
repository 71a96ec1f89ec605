// What a database has that holds a graph of wiregraph; its own commands apply it, and may do so again and again.
// schema.ts holds the same for programs, and a test holds the two together.

// Constraints lie on our own labels alone, so that they bind nobody else's nodes.
CREATE CONSTRAINT wiregraph_version IF NOT EXISTS FOR (n:WiregraphVersion) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wiregraph_document IF NOT EXISTS FOR (n:WiregraphDocument) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wiregraph_sentence IF NOT EXISTS FOR (n:WiregraphSentence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wiregraph_entity IF NOT EXISTS FOR (n:WiregraphEntity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT wiregraph_claim IF NOT EXISTS FOR (n:WiregraphClaim) REQUIRE n.id IS UNIQUE;
CREATE INDEX wiregraph_claim_origin IF NOT EXISTS FOR (n:WiregraphClaim) ON (n.origin);

// What questions look for.
CREATE INDEX wiregraph_document_by_id IF NOT EXISTS FOR (n:Document) ON (n.id);
CREATE INDEX wiregraph_entity_by_id IF NOT EXISTS FOR (n:Entity) ON (n.id);
CREATE INDEX wiregraph_entity_by_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX wiregraph_claim_by_id IF NOT EXISTS FOR (n:Claim) ON (n.id);
CREATE FULLTEXT INDEX wiregraph_names IF NOT EXISTS FOR (n:WiregraphEntity) ON EACH [n.name, n.aliases];
CREATE FULLTEXT INDEX wiregraph_sentences IF NOT EXISTS FOR (n:WiregraphSentence) ON EACH [n.text];
