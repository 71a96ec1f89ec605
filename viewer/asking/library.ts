// Questions to begin with, for the list that stands beside the editor.

/** A question with what it asks in plain words. */
export interface Question {
  readonly title: string;
  readonly text: string;
}

/** The questions, the plainest first. */
export const library: readonly Question[] = [
  {
    title: 'What is said most often?',
    text: `MATCH (a:Entity)-[r {asserted: true}]->(b:Entity)
RETURN a, type(r) AS relation, b, r.origins AS origins, r
ORDER BY origins DESC LIMIT 20`,
  },
  {
    title: 'Who speaks most?',
    text: `MATCH (c:Claim)-[:ATTRIBUTED_TO {step: 0}]->(speaker:Entity)
RETURN speaker, count(c) AS claims ORDER BY claims DESC LIMIT 15`,
  },
  {
    title: 'What does only one source say?',
    text: `MATCH (a:Entity)-[r {asserted: true, origins: 1}]->(b:Entity)
RETURN a, type(r) AS relation, b, r.lastPublished AS published, r
ORDER BY published DESC LIMIT 25`,
  },
  {
    title: 'What is denied, and by whom?',
    text: `MATCH (c:Claim {negated: true})-[:SUBJECT]->(a:Entity), (c)-[:OBJECT]->(b:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO {step: 0}]->(speaker)
RETURN a, c.predicate AS relation, b, speaker, c LIMIT 25`,
  },
  {
    title: 'What is only planned or possible?',
    text: `MATCH (a:Entity)-[r]->(b:Entity) WHERE r.modality IN ['planned', 'possible', 'demanded']
RETURN a, type(r) AS relation, b, r.modality AS modality, r LIMIT 25`,
  },
  {
    title: 'Who met, called or visited whom?',
    text: `MATCH (a:Person)-[r {eventType: 'CONSULT', asserted: true}]-(b:Person)
WHERE a.name < b.name
RETURN a, type(r) AS relation, b, r.documents AS reports, r ORDER BY reports DESC LIMIT 25`,
  },
  {
    title: 'Who holds which office?',
    text: `MATCH (a:Person)-[r {asserted: true}]->(b:Entity) WHERE type(r) ENDS WITH '_OF' OR type(r) ENDS WITH '_FOR'
RETURN a, type(r) AS office, b, r.origins AS origins, r ORDER BY origins DESC LIMIT 25`,
  },
  {
    title: 'Which publishers report on the same people?',
    text: `MATCH (d:Document)<-[:MENTIONED_IN]-(p:Person)
WITH p, collect(DISTINCT d.publisher) AS publishers WHERE size(publishers) > 1
RETURN p, publishers ORDER BY size(publishers) DESC LIMIT 20`,
  },
  {
    title: 'Which sentences speak of two people at once?',
    text: `MATCH (a:Person)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Person), (c)-[:STATED_IN]->(s:Sentence)
RETURN a, b, s LIMIT 25`,
  },
  {
    title: 'Which articles are copies of which?',
    text: `MATCH (copy:Document)-[r:COPY_OF]->(origin:Document)
RETURN copy, r.share AS share, origin ORDER BY share DESC LIMIT 25`,
  },
];
