// What to write instead of what is refused: of Cypher that this engine doesn't know, and of what other languages and other
// consoles have. Words only; where they are needed is said by the parsers.

/** The next step after what is valid Cypher but not known here; null where there is none to name. */
export const insteadOf = (what: string): string | null => instead.get(what) ?? null;

/**
 * The next step where something unexpected was found: `found` with what stands `before` it. Null where there is nothing
 * more to say.
 */
export function adviceOn(found: string, before: string): string | null {
  const word = found.toUpperCase();
  if (before === ';') return 'a text holds one query, so run them one after the other';
  if (before === '' && found === ':') return 'what begins with a colon is a command of a console, not Cypher';
  if (before === '=' && found === '=') return 'write one = to compare';
  return foreign.get(word) ?? null;
}

const indexes = 'an index is made by itself when a property is looked up, so leave it out';
const listing = 'what there is, CALL db.labels(), db.relationshipTypes() and db.propertyKeys() tell';

const instead: ReadonlyMap<string, string> = new Map([
  ['LOAD', 'read the file yourself and hand its rows over, as in UNWIND $rows AS row'],
  ['USE', 'there is one graph, so leave it out'],
  ['FINISH', 'leave it out after a clause that writes, or write RETURN count(*)'],
  ['SHOW', listing],
  ['CYPHER', 'leave it out'],
  ['DROP', indexes],
  ['START', 'write MATCH'],
  ['FILTER', 'write WITH * WHERE'],
  ['LET', 'write WITH *, 1 AS name'],
  ['INSERT', 'write CREATE'],
  ['CREATE INDEX', indexes],
  ['CREATE CONSTRAINT', 'write MERGE where there should be one of each'],
  ['OPTIONAL CALL', 'CALL a query that begins with OPTIONAL MATCH'],
  ['CALL { } IN TRANSACTIONS', 'leave IN TRANSACTIONS out: a query is one transaction'],
  ['A path selector', 'write shortestPath((a)-[*]-(b)), or allShortestPaths'],
  ['A path in brackets', 'write ()-[:TYPE]->{1,3}() where only one relationship is repeated'],
  ['A dynamic label', 'test it with $name IN labels(n), or type(r) = $name'],
  ['A property whose name is worked out', 'write SET n += $map'],
]);

/** What people write who come from elsewhere, in capitals. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['!', 'write <> for what is not equal'],
  ['LIKE', 'write CONTAINS, STARTS WITH, ENDS WITH or =~'],
  ['GROUP', 'rows are grouped by the columns beside an aggregate, so leave GROUP BY out'],
  ['HAVING', 'write WITH … WHERE'],
  ['SELECT', 'a query begins with MATCH and ends with RETURN'],
  ['&', 'write AND'],
  ['NEXT', 'write WITH between two parts of a query'],
]);
