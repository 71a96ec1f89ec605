// What does only one source say?
// Relations with a single independent source, with its publisher and words.
// | subject | relation | object | publisher | quote
// | Ari Thorsson | MET_WITH | Lars Hauge | Atlantic Courier | Norway released the nine sailors of the trawler Hafdis on T…
// | Ari Thorsson | THANKED | Mads Lindgaard | Atlantic Courier | Mr Thorsson thanked Mr Lindgaard, the Danish foreign minist…
MATCH (a:Entity)-[r {asserted: true, origins: 1}]->(b:Entity)
MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim {asserted: true})-[:SUBJECT|OBJECT]->(b)
WHERE c.predicate = type(r)
MATCH (c)-[:STATED_IN]->(:Sentence)<-[:HAS_SENTENCE]-(d:Document)
WITH a, r, b, c, d ORDER BY d.id = c.origin DESC, c.id
WITH a, r, b, head(collect({publisher: d.publisher, quote: c.quote})) AS first
RETURN a.name AS subject, type(r) AS relation, b.name AS object, first.publisher AS publisher, first.quote AS quote
ORDER BY publisher, subject, relation, object
LIMIT 50
