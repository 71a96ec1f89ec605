// Who speaks for whom?
// Spokespeople, and the country, office or organisation that they speak for.
// | speaker | speaksFor | reports | independent
// | Ingrid Moen | Norway | 3 | 2
// | Tomas Varga | European Commission | 1 | 1
MATCH (a:Person)-[r:SPOKESPERSON_FOR {asserted: true}]->(b:Entity)
RETURN a.name AS speaker, b.name AS speaksFor, r.documents AS reports, r.origins AS independent
ORDER BY reports DESC, speaker, speaksFor
LIMIT 50
