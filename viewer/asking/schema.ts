// What a question can name: labels, properties and functions of the graph's shape, for completion alone. The engine knows
// for itself what there is; a test holds this list to it.

/** Labels and what they mean. */
export const labels: Readonly<Record<string, string>> = {
  Entity: 'whatever is named',
  Person: 'an entity',
  Organization: 'an entity',
  Place: 'an entity',
  Event: 'an entity',
  Topic: 'an entity',
  Document: 'an article',
  Sentence: 'a sentence of an article',
  Claim: 'what a sentence states',
};

/** Relationship types that hold the graph together. */
export const structure: Readonly<Record<string, string>> = {
  HAS_SENTENCE: 'Document → Sentence',
  COPY_OF: 'Document → Document',
  MENTIONED_IN: 'Entity → Document',
  SUBJECT: 'Claim → Entity',
  OBJECT: 'Claim → Entity',
  STATED_IN: 'Claim → Sentence',
  ATTRIBUTED_TO: 'Claim → Entity who says so',
  ARGUMENT: 'Claim → Entity',
  ABOUT: 'Claim → Event',
};

/** Properties and what has them. */
export const properties: Readonly<Record<string, string>> = {
  id: 'everything',
  name: 'entity',
  type: 'entity',
  aliases: 'entity',
  mentions: 'entity',
  wikidataId: 'entity',
  title: 'document',
  text: 'document, sentence',
  publisher: 'document',
  author: 'document',
  publishedAt: 'document',
  url: 'document',
  language: 'document',
  contentHash: 'document',
  index: 'sentence',
  start: 'sentence, claim',
  end: 'sentence, claim',
  predicate: 'claim',
  subjectText: 'claim',
  objectText: 'claim',
  speakerText: 'claim',
  quote: 'claim',
  timeText: 'claim',
  timeFrom: 'claim',
  timeTo: 'claim',
  arguments: 'claim',
  contexts: 'claim',
  confidence: 'claim',
  extractor: 'claim',
  origin: 'claim',
  rejected: 'claim',
  corrected: 'claim',
  negated: 'relation, claim',
  modality: 'relation, claim',
  asserted: 'relation, claim',
  eventType: 'relation, claim',
  mode: 'relation, claim',
  disputed: 'relation',
  claims: 'relation',
  documents: 'relation, entity',
  publishers: 'relation',
  origins: 'relation',
  speakers: 'relation',
  events: 'relation',
  firstPublished: 'relation',
  lastPublished: 'relation',
  count: 'MENTIONED_IN',
  spans: 'MENTIONED_IN',
  step: 'ATTRIBUTED_TO',
  role: 'ARGUMENT',
  share: 'COPY_OF',
};

/** Functions, as Cypher writes them. */
export const functions: readonly string[] = [
  ...['count', 'collect', 'sum', 'avg', 'min', 'max', 'stDev', 'percentileCont', 'percentileDisc'],
  ...['labels', 'type', 'id', 'properties', 'keys', 'startNode', 'endNode', 'nodes', 'relationships'],
  ...['length', 'size', 'head', 'last', 'tail', 'reverse', 'range', 'coalesce', 'nullIf', 'isEmpty'],
  ...['toString', 'toInteger', 'toFloat', 'toBoolean', 'toLower', 'toUpper', 'trim', 'split', 'replace'],
  ...['substring', 'left', 'right', 'abs', 'round', 'floor', 'ceil', 'sign', 'sqrt', 'rand'],
  ...['date', 'datetime', 'duration', 'duration.between', 'date.truncate', 'timestamp'],
];

/** Words of the language. */
export const keywords: readonly string[] = [
  ...['MATCH', 'OPTIONAL MATCH', 'WHERE', 'RETURN', 'WITH', 'UNWIND', 'ORDER BY', 'SKIP', 'LIMIT'],
  ...['DISTINCT', 'AS', 'AND', 'OR', 'XOR', 'NOT', 'IN', 'CONTAINS', 'STARTS WITH', 'ENDS WITH'],
  ...['IS NULL', 'IS NOT NULL', 'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'UNION', 'ASC', 'DESC'],
  ...['EXISTS', 'COUNT', 'COLLECT', 'CALL', 'YIELD', 'EXPLAIN', 'PROFILE', 'true', 'false', 'null'],
  ...['shortestPath', 'allShortestPaths', 'all', 'any', 'none', 'single', 'reduce'],
];
