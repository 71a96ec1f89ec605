// Who holds which office?
// Offices, leading posts and memberships that reports state in passing, the best supported first.
// | person | office | of | reports
// | Henrik Dahl | PRIME_MINISTER_OF | Norway | 6
// | Katla Jónsdóttir | PRIME_MINISTER_OF | Iceland | 4
MATCH (a:Person)-[r {asserted: true}]->(b:Entity)
WHERE type(r) ENDS WITH '_OF' AND r.eventType IS NULL
RETURN a.name AS person, type(r) AS office, b.name AS of, r.documents AS reports
ORDER BY reports DESC, person, office, of
LIMIT 50
