// Which calls, meetings and visits were there?
// Events with who took part, and in how many reports; five reports of one call are one event.
// | event | day | who | independent
// | Call of Henrik Dahl and Katla Jónsdóttir, 2026-03-09 | 2026-03-09 | Henrik Dahl, Katla Jónsdóttir | 5
// | Conversation of Clara Rossetti and Katla Jónsdóttir, 2026-0… | 2026-03-09 | Clara Rossetti, Katla Jónsdóttir | 1
MATCH (e:Event)<-[:ABOUT]-(c:Claim {asserted: true})-[:SUBJECT|OBJECT]->(who:Entity)
WITH e, collect(DISTINCT who.name) AS names, count(DISTINCT c.origin) AS independent, min(c.timeFrom) AS day
UNWIND names AS name
WITH e, independent, day, name ORDER BY name
RETURN e.name AS event, left(day, 10) AS day, collect(name) AS who, independent
ORDER BY day, event
LIMIT 50
