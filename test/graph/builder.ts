// Whole graphs out of one-line drawings: graph('(putin:Person)-[:CALLED]->(trump:Person)'). Each argument is a report.
import { bySentence } from '../../graph/exchange.ts';
import {
  type Claim,
  claimId,
  compare,
  type Document,
  type Entity,
  type EntityType,
  entityTypes,
  type Graph,
  isAsserted,
  type Mention,
  type Modality,
  mentionId,
  modalities,
  relationsOf,
  type Sentence,
} from '../../graph/model.ts';
import { symmetricTypes } from '../../graph/vocabulary/index.ts';

/**
 * The graph of some reports. A report is a text of edges and lone nodes, separated by commas or line ends; each becomes
 * one sentence with its mentions and claim: report 1 is `report-1.md` by `Paper 1`, published on 2025-05-01.
 * A node is `(id:Type)`, the type said once (Person, if never). An edge is `(a)-[:TYPE words]->(b)`, where the words may
 * be `not`, a modality, `says:ID` (who says so; `says:"officials"` for one who is no entity), `about:ID`, `at:ID`
 * (an argument, place) and `from:N` (copied from report N).
 */
export function graph(...reports: string[]): Graph {
  const types = new Map<string, EntityType>();
  for (const [, id, type] of reports.join('\n').matchAll(/\((\w+):(\w+)\)/g))
    if (entityTypes.includes(type as EntityType)) types.set(id as string, type as EntityType);
  const parts = reports.map((text, index) => report(text, index + 1));
  const documents = parts.map((part) => part.document).sort((a, b) => compare(a.id, b.id));
  const claims = parts.flatMap((part) => part.claims).sort((a, b) => compare(a.id, b.id));
  const mentions = parts.flatMap((part) => part.mentions).sort((a, b) => compare(a.id, b.id));
  const named = [
    ...mentions.map((m) => m.entity),
    ...claims.flatMap((c) => [
      c.about,
      ...c.speakers.map((s) => s.entity),
      ...c.arguments.map((a) => a.entity),
    ]),
  ];
  const ids = [...new Set(named.filter((id) => id !== null))].sort(compare);
  const published = new Map(documents.map((document) => [document.id, document]));
  return {
    documents,
    sentences: parts.flatMap((part) => part.sentences).sort(bySentence),
    entities: ids.map(
      (id): Entity => ({ id, type: types.get(id) ?? 'Person', name: capital(id), aliases: [] }),
    ),
    mentions,
    claims,
    relations: relationsOf(claims, published, symmetricTypes),
  };
}

interface Report {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
}

const node = String.raw`\((\w+)(?::\w+)?\)`;
const edge = new RegExp(String.raw`^${node}-\[:(\w+)([^\]]*)\]->${node}$`);

function report(drawing: string, number: number): Report {
  const id = `report-${number}.md`;
  const sentences: Sentence[] = [];
  const mentions: Mention[] = [];
  const claims: Claim[] = [];
  let text = '';
  const mention = (entity: string, start: number): Mention => {
    const span = { start, end: start + entity.length };
    const found = {
      id: mentionId(id, span),
      document: id,
      ...span,
      text: capital(entity),
      form: 'name',
      entity,
    } as const;
    mentions.push(found);
    return found;
  };
  for (const part of drawing.split(/[,\n]/).map((line) => line.trim())) {
    if (part === '') continue;
    const start = text.length;
    const drawn = edge.exec(part);
    const lone = new RegExp(`^${node}$`).exec(part);
    if (drawn !== null) {
      const [, from, type, words, to] = drawn as unknown as [string, string, string, string, string];
      const subject = mention(from, start);
      const object = mention(to, subject.end + type.length + 2);
      text += `${subject.text} ${type.toLowerCase().replaceAll('_', ' ')} ${object.text}.`;
      claims.push(claim(id, text.slice(start), start, subject, type, object, words));
    } else if (lone !== null) text += `${mention(lone[1] as string, start).text}.`;
    else throw new Error(`"${part}" is neither (a:Type) nor (a)-[:TYPE]->(b).`);
    sentences.push({ document: id, index: sentences.length, start, end: text.length });
    text += ' ';
  }
  const day = String(number).padStart(2, '0');
  const document: Document = {
    id,
    title: `Report ${number}`,
    text,
    publisher: `Paper ${number}`,
    publishedAt: `2025-05-${day}`,
    language: 'en',
    contentHash: `hash of ${drawing}`,
  };
  return { document, sentences, mentions, claims };
}

function claim(
  document: string,
  quote: string,
  start: number,
  subject: Mention,
  predicate: string,
  object: Mention,
  words: string,
): Claim {
  const span = { start, end: start + quote.length };
  const said = (name: string): string | null =>
    new RegExp(`\\b${name}:("[^"]*"|\\w+)`).exec(words)?.[1] ?? null;
  const says = said('says');
  const place = said('at');
  const negated = /\bnot\b/.test(words);
  const modality: Modality = modalities.find((word) => new RegExp(`\\b${word}\\b`).test(words)) ?? 'actual';
  return {
    id: claimId(document, span, predicate, subject, object),
    document,
    ...span,
    quote,
    subject: subject.entity,
    subjectText: subject.text,
    subjectMention: subject.id,
    predicate,
    object: object.entity,
    objectText: object.text,
    objectMention: object.id,
    negated,
    modality,
    asserted: isAsserted({ negated, modality }),
    speakers: says === null ? [] : [speaker(says)],
    time: null,
    arguments:
      place === null ? [] : [{ role: 'place', entity: place, text: subject.text, start, end: subject.end }],
    about: said('about'),
    eventType: null,
    mode: null,
    contexts: [],
    origin: said('from') === null ? document : `report-${said('from')}.md`,
    confidence: 1,
    extractor: 'drawn@1',
  };
}

const speaker = (word: string) =>
  word.startsWith('"') ? { entity: null, text: word.slice(1, -1) } : { entity: word, text: capital(word) };

const capital = (word: string): string => `${word[0]?.toUpperCase()}${word.slice(1)}`;
