// How are two people connected?
// The shortest chain of stated relations between them, up to six long.
// $from = "Katla Jónsdóttir" (a name)
// $to = "Mads Lindgaard" (a name)
// | chain | relations | steps
// | Katla Jónsdóttir, Mads Lindgaard | BRIEFED | 1
MATCH (a:Entity {name: $from}), (b:Entity {name: $to})
MATCH p = shortestPath((a)-[*..6]-(b))
WHERE all(r IN relationships(p) WHERE r.asserted = true AND r.claims > 0)
RETURN [n IN nodes(p) | n.name] AS chain, [r IN relationships(p) | type(r)] AS relations, length(p) AS steps
