// One article's part of the graph, once it is known what its mentions stand for and where its words come from.
import {
  type Claim,
  compare,
  type Document,
  isAsserted,
  type Mention,
  type Sentence,
} from '../../graph/model.ts';
import type { Annotated, End, Statement } from '../annotated.ts';
import type { Told } from './unsaid.ts';

/** What only all articles together tell of one. */
export interface Ties {
  /** Id of the entity that a mention stands for; undefined where it stands in no chain. */
  entityOf(mention: string): string | undefined;
  /** Id of the document that the words at an offset come from. */
  originOf(offset: number): string;
  /** Ids of the topics that a statement's ends are, those ends alone. */
  topicsOf(statement: Statement): ReadonlyMap<End, string>;
  /** Whose an office is where its article leaves that unsaid; undefined where no article tells it. */
  toldOf(statement: Statement): Told | undefined;
}

/** What an article adds to a graph. */
export interface Part {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  /** Sorted by id. `about` is set by an import alone. */
  readonly claims: readonly Claim[];
}

/** Mentions outside every chain stand for nothing and are left out. Cost: linear. */
export const partOf = (document: Document, record: Annotated, ties: Ties): Part => ({
  document: withQuotations(document, record, ties),
  sentences: record.sentences.map(({ start, end }, index) => ({ document: document.id, index, start, end })),
  mentions: byId(mentionsOf(record, ties)),
  claims: byId(record.statements.flatMap((statement) => claimOf(statement, document, record, ties) ?? [])),
});

/** An import says itself what its claims are about, also that it is nothing. */
export const isImported = ({ subject }: Statement): boolean => subject.entity !== undefined;

/** Sorted, and one of each id. */
export function byId<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()].sort((a, b) =>
    compare(a.id, b.id),
  );
}

/** The document with what its extractor found in quotation marks and of times, where it looked for them. */
function withQuotations(document: Document, { quotations, times }: Annotated, { entityOf }: Ties): Document {
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

function mentionsOf({ document, mentions }: Annotated, { entityOf }: Ties): Mention[] {
  return mentions.flatMap(({ id, start, end, text, form }) => {
    const entity = entityOf(id);
    return entity === undefined ? [] : [{ id, document, start, end, text, form, entity }];
  });
}

/** Undefined for an office of which no article says whose it is. */
function claimOf(
  statement: Statement,
  document: Document,
  record: Annotated,
  { entityOf, originOf, topicsOf, toldOf }: Ties,
): Claim | undefined {
  const told = statement.unsaid === undefined ? undefined : toldOf(statement);
  if (statement.unsaid !== undefined && statement.object === null && told === undefined) return undefined;
  const topics = topicsOf(statement);
  const entity = (end: End | null) =>
    end?.entity ?? entityAt(end, entityOf) ?? (end === null ? null : (topics.get(end) ?? null));
  const mention = (end: End | null) =>
    end?.mention != null && entityOf(end.mention) !== undefined ? end.mention : null;
  const { id, start, end, subject, predicate, object, negated, modality, time } = statement;
  const { about, eventType, mode, contexts, confidence } = statement;
  const what = entity(object);
  const isElsewhere = told !== undefined && told.of !== what;
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
    object: isElsewhere ? told.of : what,
    objectText: isElsewhere ? told.text : (object?.text ?? null),
    objectMention: isElsewhere ? null : mention(object),
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
    about: about === null ? null : (entityOf(about) ?? about),
    eventType,
    mode,
    contexts,
    origin: statement.origin ?? originOf(start),
    confidence,
    extractor: statement.extractor ?? record.extractor,
    ...(statement.rejected === undefined ? {} : { rejected: statement.rejected, asserted: false }),
    ...(statement.corrected === undefined ? {} : { corrected: statement.corrected }),
  };
}

/** The entity of an end's mention; an import says it outright, also that there is none. */
function entityAt(end: End | null, entityOf: Ties['entityOf']): string | null {
  if (end === null || end.entity === null || end.mention === null) return null;
  return entityOf(end.mention) ?? null;
}
