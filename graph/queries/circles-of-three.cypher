// Which circles are there?
// Groups of three people or organisations who all have to do with each other, those with most relations first.
// | one | two | three | relations
// | Clara Rossetti | Henrik Dahl | Katla Jónsdóttir | 7
MATCH (a:Entity)-[x {asserted: true}]-(b:Entity)-[y {asserted: true}]-(c:Entity)-[z {asserted: true}]-(a)
WHERE a.id < b.id AND b.id < c.id
  AND a.type IN ['Person', 'Organization'] AND b.type IN ['Person', 'Organization'] AND c.type IN ['Person', 'Organization']
WITH a, b, c, count(DISTINCT x) + count(DISTINCT y) + count(DISTINCT z) AS relations
RETURN a.name AS one, b.name AS two, c.name AS three, relations
ORDER BY relations DESC, one, two, three
LIMIT 50
