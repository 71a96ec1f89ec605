// What is planned, demanded or possible?
// What is told as not done yet, with the words.
// | subject | relation | object | modality | day | quote
// | Norway | RELEASED | Hafdis | demanded | – | Prime Minister Katla Jonsdottir called her Norwegian counte…
// | Iceland | DEMANDED_OF | Norway | demanded | – | Helgadottir said Iceland should have demanded an apology fr…
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim {negated: false})-[:OBJECT]->(b:Entity)
WHERE c.modality <> 'actual'
RETURN a.name AS subject, c.predicate AS relation, b.name AS object, c.modality AS modality, c.timeText AS day, c.quote AS quote
ORDER BY modality, c.id
LIMIT 50
