// Records of all articles → the graph: entities, mentions, claims with their origins, relations. A pure function.
import { bySentence } from '../../graph/exchange.ts';
import {
  type Claim,
  compare,
  type Document,
  type Graph,
  isAsserted,
  type Mention,
  relationsOf,
  type Sentence,
} from '../../graph/model.ts';
import { symmetricTypes } from '../../graph/vocabulary/index.ts';
import type { Annotated, End, Statement } from '../annotated.ts';
import type { Decided, Idle } from '../decision.ts';
import { decideClaims } from './claims.ts';
import { type Resolution, resolveEntities } from './entities.ts';
import { eventsOf } from './events.ts';
import { type Origins, originsOf } from './origins.ts';

/** Changes whenever the same records may give another graph: a graph in a cache is then made again. */
export const assemblerVersion = '6';

/** What articles and decisions amount to. */
export interface Assembled {
  readonly graph: Graph;
  /** Why names were judged to be one, by entity. */
  readonly reasons: Resolution['reasons'];
  /** Decisions that have no effect, and why. */
  readonly idle: readonly Idle[];
}

/** The graph of articles, in whatever order they come. Mentions outside every chain stand for nothing and are left out. */
export const assemble = (articles: readonly Article[], decisions: readonly Decided[] = []): Graph =>
  assembleWithReasons(articles, decisions).graph;

interface Article {
  readonly document: Document;
  readonly record: Annotated;
}

/** The same, with what a person may ask about it. */
export function assembleWithReasons(
  articles: readonly Article[],
  decisions: readonly Decided[] = [],
): Assembled {
  const documents = articles.map((article) => article.document).sort((a, b) => compare(a.id, b.id));
  const documentOf = new Map(documents.map((document) => [document.id, document]));
  const records = articles.map((article) => article.record);
  const recordOf = new Map(records.map((record) => [record.document, record]));
  const publishedAt = new Map(documents.map(({ id, publishedAt }) => [id, publishedAt]));
  const resolution = resolveEntities(records, { publishedAt, decisions });
  const origins = originsOf(
    articles.map(({ document, record }) => ({ document, sentences: record.sentences })),
  );
  const found = byId(
    articles.flatMap(({ document, record }) =>
      record.statements.map((statement) => claimOf(statement, document, record, resolution, origins)),
    ),
  );
  const decided = decideClaims(found, decisions, resolution.entityOf);
  const names = new Map(resolution.entities.map(({ id, name }) => [id, name]));
  // An import says itself what its claims are about, also that it is nothing.
  const imported = new Set(
    records.flatMap(({ statements }) => statements.filter(isImported).map(({ id }) => id)),
  );
  const own = decided.claims.filter((claim) => !imported.has(claim.id));
  const events = eventsOf(own, documentOf, (id) => names.get(id) ?? id);
  const claims = decided.claims.map((claim) => ({
    ...claim,
    about: claim.about ?? events.aboutOf.get(claim.id) ?? null,
  }));
  return {
    graph: {
      documents: documents.map((document) => withQuotations(document, recordOf.get(document.id), resolution)),
      sentences: records.flatMap(sentencesOf).sort(bySentence),
      entities: byId([...resolution.entities, ...events.entities]),
      mentions: byId(records.flatMap((record) => mentionsOf(record, resolution))),
      claims,
      relations: relationsOf(claims, documentOf, symmetricTypes),
    },
    reasons: resolution.reasons,
    idle: [...resolution.idle, ...decided.idle].sort((a, b) => a.number - b.number),
  };
}

const isImported = ({ subject }: Statement): boolean => subject.entity !== undefined;

/** Sorted, and one of each id. */
function byId<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()].sort((a, b) =>
    compare(a.id, b.id),
  );
}

const sentencesOf = ({ document, sentences }: Annotated): Sentence[] =>
  sentences.map(({ start, end }, index) => ({ document, index, start, end }));

/** The document with what its extractor found in quotation marks and of times, where it looked for them. */
function withQuotations(
  document: Document,
  record: Annotated | undefined,
  { entityOf }: Resolution,
): Document {
  const { quotations, times } = record ?? {};
  return {
    ...document,
    ...(quotations && {
      quotations: quotations.map(({ start, end, speaker }) => ({
        start,
        end,
        speaker: speaker?.entity ?? entityAt(speaker, entityOf),
        speakerText: speaker?.text ?? null,
      })),
    }),
    ...(times && { times }),
  };
}

function mentionsOf({ document, mentions }: Annotated, { entityOf }: Resolution): Mention[] {
  return mentions.flatMap(({ id, start, end, text, form }) => {
    const entity = entityOf.get(id);
    return entity === undefined ? [] : [{ id, document, start, end, text, form, entity }];
  });
}

function claimOf(
  statement: Statement,
  document: Document,
  record: Annotated,
  { entityOf }: Resolution,
  origins: Origins,
): Claim {
  const entity = (end: End | null) => end?.entity ?? entityAt(end, entityOf);
  const mention = (end: End | null) =>
    end?.mention != null && entityOf.has(end.mention) ? end.mention : null;
  const { id, start, end, subject, predicate, object, negated, modality, time } = statement;
  const { about, eventType, mode, contexts, confidence } = statement;
  return {
    id,
    document: document.id,
    start,
    end,
    quote: document.text.slice(start, end),
    subject: entity(subject),
    subjectText: subject.text,
    subjectMention: mention(subject),
    predicate,
    object: entity(object),
    objectText: object?.text ?? null,
    objectMention: mention(object),
    negated,
    modality,
    asserted: isAsserted({ negated, modality }),
    speakers: statement.speakers.map((speaker) => ({ entity: entity(speaker), text: speaker.text })),
    time,
    arguments: statement.arguments.map((argument) => ({
      role: argument.role,
      entity: entity(argument),
      text: argument.text,
      start: argument.start,
      end: argument.end,
    })),
    about: about === null ? null : (entityOf.get(about) ?? about),
    eventType,
    mode,
    contexts,
    origin: statement.origin ?? origins.of(document.id, start),
    confidence,
    extractor: statement.extractor ?? record.extractor,
    ...(statement.rejected === undefined ? {} : { rejected: statement.rejected, asserted: false }),
    ...(statement.corrected === undefined ? {} : { corrected: statement.corrected }),
  };
}

/** The entity of an end's mention; an import says it outright, also that there is none. */
function entityAt(end: End | null, entityOf: ReadonlyMap<string, string>): string | null {
  if (end === null || end.entity === null || end.mention === null) return null;
  return entityOf.get(end.mention) ?? null;
}
