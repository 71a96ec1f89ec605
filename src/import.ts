// A graph in the exchange format → a .graph file of which an export gives the same lines. Makes records, reads no article.
import { fromLines, toLines } from '../graph/exchange.ts';
import type { Claim, Document, Entity, Graph, Mention, Quotation, Span, Speaker } from '../graph/model.ts';
import { entitiesOf } from '../graph/store/shape.ts';
import type { Annotated, Chain, End, FoundQuotation, Statement } from './annotated.ts';
import { derive, keepUp } from './derive.ts';
import { Journal } from './journal.ts';

export interface ImportOptions {
  /** Lines of the exchange format. */
  readonly lines: AsyncIterable<string> | Iterable<string>;
  /** Path of the .graph file to make. */
  readonly out: string;
  readonly now?: () => Date;
}

export interface Imported {
  readonly graph: Graph;
  /**
   * How many lines an export has that the import had not: relations are worked out anew, lists sorted. 0 for whatever
   * `export` wrote.
   */
  readonly changed: number;
}

/** The graph can't be taken into the file named. The message says the next step. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Makes a .graph file of a graph, all or nothing. *Errors*: `ExchangeError`, `ImportError`, `JournalError`. */
export async function importGraph({ lines, out, now = () => new Date() }: ImportOptions): Promise<Imported> {
  const graph = await fromLines(lines);
  if (graph.documents.length === 0)
    throw new ImportError(
      'There is no document among the lines, so there is nothing that a graph could rest on.',
    );
  using journal = Journal.write(out);
  if (journal.ids().length > 0)
    throw new ImportError(`${out} holds a graph already. Name another file with --out, or delete it first.`);
  journal.put(articlesOf(graph), now().toISOString());
  keepUp(journal);
  const imported = derive(journal);
  const given = new Set(toLines(graph));
  return { graph: imported, changed: [...toLines(imported)].filter((line) => !given.has(line)).length };
}

/** Each document with the record that makes its part of the graph again. */
export function articlesOf(graph: Graph): { document: Document; record: Annotated }[] {
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const sentences = Map.groupBy(graph.sentences, (sentence) => sentence.document);
  const mentions = Map.groupBy(graph.mentions, (mention) => mention.document);
  const claims = Map.groupBy(graph.claims, (claim) => claim.document);
  const named = new Set([...graph.mentions.map((m) => m.entity), ...graph.claims.flatMap(entitiesOf)]);
  // An entity that nothing names needs a home as well: the first document's record.
  const homeless = graph.entities.filter((entity) => !named.has(entity.id)).map((entity) => entity.id);
  return graph.documents.map((document, index) => {
    const own = { mentions: mentions.get(document.id) ?? [], claims: claims.get(document.id) ?? [] };
    const ids = [...own.mentions.map((m) => m.entity), ...own.claims.flatMap(entitiesOf)];
    const here = new Set(index === 0 ? [...ids, ...homeless] : ids);
    const extractor = own.claims[0]?.extractor ?? 'import@1';
    return {
      document,
      record: {
        document: document.id,
        contentHash: document.contentHash,
        extractor,
        sentences: (sentences.get(document.id) ?? []).map(({ start, end }) => ({ start, end })),
        mentions: own.mentions.map(({ id, start, end, text, form }) => ({ id, start, end, text, form })),
        chains: [...here].map((id) => chainOf(entities.get(id) as Entity, own.mentions)),
        statements: own.claims.map((claim) => statementOf(claim, document, own.mentions, extractor)),
        ...(document.quotations && { quotations: document.quotations.map(quotationOf) }),
        ...(document.times && { times: [...document.times] }),
      },
    };
  });
}

/** The speaker's words keep no place of their own in the exchange format: the quotation's start stands for it. */
function quotationOf({ start, end, speaker, speakerText }: Quotation): FoundQuotation {
  const said = { start, end: start, text: speakerText ?? '', mention: null, entity: speaker };
  return { start, end, speaker: speakerText === null ? null : said };
}

function chainOf({ id, type, name, aliases, wikidataId }: Entity, mentions: readonly Mention[]): Chain {
  return {
    type,
    name,
    mentions: mentions.filter((mention) => mention.entity === id).map((mention) => mention.id),
    entity: { id, aliases: [...aliases], ...(wikidataId === undefined ? {} : { wikidataId }) },
  };
}

function statementOf(
  claim: Claim,
  document: Document,
  mentions: readonly Mention[],
  extractor: string,
): Statement {
  const place = (text: string, mention: string | null): Span => {
    const known = mentions.find((m) => m.id === mention);
    if (known !== undefined) return { start: known.start, end: known.end };
    const start = document.text.slice(0, claim.end).indexOf(text, claim.start);
    return start === -1 ? { start: claim.start, end: claim.end } : { start, end: start + text.length };
  };
  const end = (entity: string | null, text: string, mention: string | null): End => ({
    ...place(text, mention),
    text,
    mention,
    entity,
  });
  const speaker = ({ entity, text }: Speaker) => end(entity, text, null);
  const { id, start, predicate, negated, modality, time, about, eventType, mode, confidence, origin } = claim;
  return {
    id,
    start,
    end: claim.end,
    subject: end(claim.subject, claim.subjectText, claim.subjectMention),
    predicate,
    object: claim.objectText === null ? null : end(claim.object, claim.objectText, claim.objectMention),
    negated,
    modality,
    speakers: claim.speakers.map(speaker),
    time,
    arguments: claim.arguments.map((argument) => ({ ...argument, mention: null })),
    about,
    eventType,
    mode,
    contexts: [...claim.contexts],
    confidence,
    origin,
    ...(claim.extractor === extractor ? {} : { extractor: claim.extractor }),
    ...(claim.rejected === undefined ? {} : { rejected: claim.rejected }),
    ...(claim.corrected === undefined ? {} : { corrected: claim.corrected }),
  };
}
