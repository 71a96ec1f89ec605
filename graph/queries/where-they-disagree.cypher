// Where do reports disagree?
// What one report states and another denies, with both quotes. `wiregraph disagreements` also finds other days, numbers and places.
MATCH (a:Entity)<-[:SUBJECT]-(yes:Claim {asserted: true})-[:OBJECT]->(b:Entity)
MATCH (a)<-[:SUBJECT]-(no:Claim {negated: true})-[:OBJECT]->(b)
WHERE yes.predicate = no.predicate AND yes.origin <> no.origin
WITH a, b, yes, no ORDER BY yes.id, no.id
WITH a, b, yes.predicate AS relation, head(collect({stated: yes.quote, denied: no.quote})) AS quotes, count(*) AS pairs
RETURN a.name AS subject, relation, b.name AS object, quotes.stated AS stated, quotes.denied AS denied, pairs
ORDER BY pairs DESC, subject, relation, object
LIMIT 50
