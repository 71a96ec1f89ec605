// Who called whom?
// Calls that a report states as done, those with the most independent sources first. A call has no direction.
// | one | other | calls | reports | independent
// | Katla Jónsdóttir | Henrik Dahl | 1 | 6 | 5
// | Mads Lindgaard | Ari Thorsson | 1 | 1 | 1
MATCH (a:Person)-[r:CALLED {asserted: true}]->(b:Person)
RETURN a.name AS one, b.name AS other, r.events AS calls, r.documents AS reports, r.origins AS independent
ORDER BY independent DESC, reports DESC, one, other
LIMIT 50
