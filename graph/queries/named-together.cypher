// Who is named together, and no relation says why?
// Pairs of people and organisations that several reports name, without any relation between them.
// | one | other | reports
// | Ari Thorsson | Henrik Dahl | 3
// | Ari Thorsson | Katla Jónsdóttir | 3
MATCH (a:Entity)-[:MENTIONED_IN]->(d:Document)<-[:MENTIONED_IN]-(b:Entity)
WHERE a.id < b.id AND a.type IN ['Person', 'Organization'] AND b.type IN ['Person', 'Organization']
WITH a, b, count(DISTINCT d) AS reports
WHERE reports > 1 AND NOT EXISTS { (a)-[r]-(b) }
RETURN a.name AS one, b.name AS other, reports
ORDER BY reports DESC, one, other
LIMIT 50
