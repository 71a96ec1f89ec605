// The TCK's cases that fail, by name, each with the reason. A case that passes has no place here.

/** Of our own engine: none is left. */
export const knownFailures: Readonly<Record<string, string>> = {};

/** Of Neo4j 5.26, where it differs from openCypher and so from us. */
export const knownFailuresOfNeo4j: Readonly<Record<string, string>> = {
  'clauses/match/Match3 [29] Fail when re-using a relationship in the same pattern':
    'Neo4j takes the pattern and finds nothing; openCypher and we refuse it.',
  'clauses/return-orderby/ReturnOrderBy6 [5] Fail if more complex expressions, even if returned, are used inside an order by item which contains an aggregation expression':
    'Neo4j takes any returned expression beside an aggregate in ORDER BY; openCypher and we take variables and properties.',
  'expressions/list/List11 [2] Create list from `range()` with explicitly given step #11':
    'Neo4j’s range(0, 1, -123) is [0]; openCypher’s and ours is empty.',
  'expressions/list/List11 [3] Create an empty list if range direction and step direction are inconsistent':
    'The same: a step that leads away by more than the whole way.',
};
