// What is denied?
// Claims that something did not happen, who denies it, and where.
// | subject | relation | object | saidBy | publisher | quote
// | Norway | AGREED_TO | – | She | Nordwire | She denied that Norway had agreed to release the trawler.
// | Norway | RELEASED | the trawler | She | Nordwire | She denied that Norway had agreed to release the trawler.
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {negated: true})-[:STATED_IN]->(:Sentence)<-[:HAS_SENTENCE]-(d:Document)
OPTIONAL MATCH (c)-[:OBJECT]->(b:Entity)
WITH DISTINCT a, b, c, d
RETURN a.name AS subject, c.predicate AS relation, coalesce(b.name, c.objectText) AS object, c.speakerText AS saidBy,
  d.publisher AS publisher, c.quote AS quote
ORDER BY d.publishedAt, c.id
LIMIT 50
