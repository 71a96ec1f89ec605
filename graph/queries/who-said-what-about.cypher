// Who said what about one person?
// Claims with a person at either end that a named source makes.
// $name = "Dahl" (part of a name)
// | speaker | relation | asserted | quote
// | Clara Rossetti | THANKED | true | She said she had thanked Mr Dahl for his proposal of a join…
// | Ingrid Moen | LISTENED_TO | true | "The prime minister listened to his Icelandic colleague, bu…
MATCH (p:Entity)<-[:SUBJECT|OBJECT]-(c:Claim)-[s:ATTRIBUTED_TO]->(speaker:Entity)
WHERE toLower(p.name) CONTAINS toLower($name) AND s.step = 0
WITH DISTINCT speaker, c
RETURN speaker.name AS speaker, c.predicate AS relation, c.asserted AS asserted, c.quote AS quote
ORDER BY speaker, c.id
LIMIT 100
