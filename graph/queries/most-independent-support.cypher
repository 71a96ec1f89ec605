// What is best supported?
// Relations by independent sources: a copy of another report doesn't count as one.
// | subject | relation | object | independent | publishers | reports
// | Henrik Dahl | PRIME_MINISTER_OF | Norway | 5 | 6 | 6
// | Katla Jónsdóttir | CALLED | Henrik Dahl | 5 | 6 | 6
MATCH (a:Entity)-[r {asserted: true}]->(b:Entity)
RETURN a.name AS subject, type(r) AS relation, b.name AS object,
  r.origins AS independent, r.publishers AS publishers, r.documents AS reports
ORDER BY independent DESC, publishers DESC, reports DESC, subject, relation, object
LIMIT 50
