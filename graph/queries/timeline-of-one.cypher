// What happened around one person?
// Everything that is stated with a person at either end, by the day that it happened on, else by the day that it was published on.
// $name = "Jónsdóttir" (part of a name)
// | day | isEventDay | who | relation | quote | publisher
// | 2026-03-09 | true | Katla Jónsdóttir | CALLED | The two countries agreed to set up a joint commission, an i… | Atlantic Courier
// | 2026-03-09 | true | Katla Jónsdóttir | SPOKE_WITH | The two countries agreed to set up a joint commission, an i… | Atlantic Courier
MATCH (p:Entity)<-[:SUBJECT|OBJECT]-(c:Claim {asserted: true})-[:STATED_IN]->(:Sentence)<-[:HAS_SENTENCE]-(d:Document)
WHERE toLower(p.name) CONTAINS toLower($name)
WITH DISTINCT p, c, d
RETURN left(coalesce(c.timeFrom, d.publishedAt), 10) AS day, c.timeFrom IS NOT NULL AS isEventDay, p.name AS who,
  c.predicate AS relation, c.quote AS quote, d.publisher AS publisher
ORDER BY day, publisher, c.start
LIMIT 100
