// Who says most?
// Named sources by the claims that reports attribute to them, and in how many reports.
// | speaker | claims | reports
// | Katla Jónsdóttir | 8 | 3
// | Ingrid Moen | 6 | 3
MATCH (c:Claim)-[:ATTRIBUTED_TO {step: 0}]->(speaker:Entity)
MATCH (c)-[:STATED_IN]->(:Sentence)<-[:HAS_SENTENCE]-(d:Document)
RETURN speaker.name AS speaker, count(DISTINCT c) AS claims, count(DISTINCT d) AS reports
ORDER BY claims DESC, reports DESC, speaker
LIMIT 50
