// Who was briefed by whom?
// Briefings that a report states as done, with the words of one report.
// | briefed | by | reports | quote
// | Mads Lindgaard | Katla Jónsdóttir | 2 | After the call, Jonsdottir briefed European Commission Pres…
// | Clara Rossetti | Katla Jónsdóttir | 1 | After the call, Jonsdottir briefed European Commission Pres…
MATCH (a:Entity)-[r:BRIEFED {asserted: true}]->(b:Entity)
MATCH (a)<-[:SUBJECT]-(c:Claim {predicate: 'BRIEFED', asserted: true})-[:OBJECT]->(b)
WITH a, r, b, c ORDER BY c.id
WITH a, r, b, head(collect(c.quote)) AS quote
RETURN b.name AS briefed, a.name AS by, r.documents AS reports, quote
ORDER BY reports DESC, briefed, by
LIMIT 50
