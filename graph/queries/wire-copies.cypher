// Which reports are copies of others?
// Reports whose claims stand word for word in an earlier one, and how much of them.
// | publisher | title | copiedFrom | percent
// | The Harbour Gazette | Leaders speak after trawler seizure | Nordwire | 100
MATCH (copy:Document)-[r:COPY_OF]->(origin:Document)
RETURN copy.publisher AS publisher, copy.title AS title, origin.publisher AS copiedFrom, round(r.share * 100) AS percent
ORDER BY percent DESC, copy.id, origin.id
LIMIT 50
