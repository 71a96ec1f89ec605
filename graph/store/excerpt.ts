// Part of a graph out of any store, as records: the entities that most reports name, the relations between them and what
// they rest on. For whoever shows a graph that is too large to be shown whole.
import { Float, type MapValue, type Node, type Value } from '../cypher/values.ts';
import { bySentence } from '../exchange.ts';
import {
  type Claim,
  compare,
  type Document,
  documentOfClaim,
  type Entity,
  type Graph,
  type Mention,
  mentionId,
  type Relation,
  type Sentence,
  type Speaker,
} from '../model.ts';
import { symmetricTypes } from '../vocabulary/index.ts';
import type { Store } from './store.ts';

export interface Excerpt {
  readonly graph: Graph;
  /** How many entities the store holds. */
  readonly entities: number;
}

export interface ExcerptOptions {
  /** The most entities; those that their claims name besides come with them. 150 by default. */
  readonly entities?: number;
  /** The most claims of one relation; 20 by default. Counts of support are those of all. */
  readonly claims?: number;
  /** Milliseconds for each of the queries. */
  readonly deadline?: number;
}

/**
 * The most supported part of a graph. Words that no store keeps stay empty: the form of a mention is `name`, a further
 * speaker who is no entity has no words. Errors: those of `Store.run`.
 */
export async function excerptOf(store: Store, options: ExcerptOptions = {}): Promise<Excerpt> {
  const { entities = 150, claims = 20, deadline } = options;
  const ask = async (query: string, parameters: MapValue = {}): Promise<readonly Value[][]> => {
    const { rows } = await store.run(query, { parameters, ...(deadline === undefined ? {} : { deadline }) });
    const all: Value[][] = [];
    for await (const row of rows) all.push([...row]);
    return all;
  };
  const [[total] = [0]] = await ask('MATCH (e:Entity) RETURN count(e)');
  const top = await ask(
    'MATCH (e:Entity) RETURN e.id ORDER BY e.documents DESC, e.mentions DESC, e.id LIMIT $entities',
    {
      entities,
    },
  );
  const ids = top.map(([id]) => id as string);
  const relations = await readRelations(ask, ids, claims);
  const wanted = relations.flatMap((relation) => relation.claims);
  const found = await inParts(wanted, (part) => readClaims(ask, part));
  const documents = [...new Set(found.map((claim) => claim.document))].sort(compare);
  const named = new Set([...ids, ...found.flatMap(namedBy)]);
  const texts = await inParts(documents, (part) =>
    ask('MATCH (d:Document) WHERE d.id IN $part RETURN d', { part }),
  );
  const records = new Map(texts.map(([d]) => [propertiesOf(d).id, propertiesOf(d) as unknown as Document]));
  const sentences = await inParts(documents, (part) =>
    ask(
      'MATCH (d:Document)-[:HAS_SENTENCE]->(s:Sentence) WHERE d.id IN $part RETURN d.id, s.index, s.start, s.end',
      {
        part,
      },
    ),
  );
  const nodes = await inParts([...named], (part) =>
    ask('MATCH (e:Entity) WHERE e.id IN $part RETURN e', { part }),
  );
  const places = await inParts(documents, (part) =>
    ask('MATCH (e:Entity)-[m:MENTIONED_IN]->(d:Document) WHERE d.id IN $part RETURN e.id, d.id, m.spans', {
      part,
    }),
  );
  const graph: Graph = {
    documents: [...records.values()].sort(byId),
    sentences: sentences
      .map(([document, index, start, end]) => ({ document, index, start, end }) as unknown as Sentence)
      .sort(bySentence),
    entities: nodes.map(([node]) => entityOf(propertiesOf(node))).sort(byId),
    mentions: places
      .filter(([entity]) => named.has(entity as string))
      .flatMap(([entity, document, spans]) =>
        mentionsOf(entity as string, records.get(document as string) as Document, spans as readonly number[]),
      )
      .sort(byId),
    claims: [...found].sort(byId),
    relations: [...relations].sort(byId),
  };
  return { graph, entities: total as number };
}

type Ask = (query: string, parameters?: MapValue) => Promise<readonly Value[][]>;

/** Each with the first of its claims, so many at most. *Cost*: one pass over the claims of these entities. */
async function readRelations(ask: Ask, ids: readonly string[], most: number): Promise<Relation[]> {
  const claims = await ask(
    `MATCH (c:Claim)-[:SUBJECT]->(a:Entity) WHERE a.id IN $ids AND c.rejected IS NULL
     MATCH (c)-[:OBJECT]->(b:Entity) WHERE b.id IN $ids
     WITH a, b, c ORDER BY c.id
     RETURN a.id, c.predicate, b.id, c.negated, c.modality, collect(c.id)[..$most]`,
    { ids, most },
  );
  const behind = new Map<string, string[]>();
  for (const [subject, predicate, object, negated, modality, some] of claims) {
    const key = keyOf([subject, predicate, object, negated, modality]);
    behind.set(key, [...(behind.get(key) ?? []), ...(some as string[])]);
  }
  const rows = await ask(
    'MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $ids AND b.id IN $ids RETURN a.id, type(r), b.id, properties(r)',
    { ids },
  );
  return rows.map(([subject, type, object, properties]) => {
    const known = properties as unknown as Relation;
    const { eventType = null, mode = null, firstPublished = null, lastPublished = null } = known;
    const own = behind.get(keyOf([subject, type, object, known.negated, known.modality])) ?? [];
    const ends = { subject, type, object } as Pick<Relation, 'subject' | 'type' | 'object'>;
    return {
      ...known,
      ...ends,
      ...{ eventType, mode, firstPublished, lastPublished },
      claims: own.sort(compare).slice(0, most),
    };
  });
}

/** Of what makes claims one relation. */
function keyOf([subject, type, object, ...rest]: readonly unknown[]): string {
  const isTurned = symmetricTypes.has(type as string) && (object as string) < (subject as string);
  return JSON.stringify([...(isTurned ? [object, type, subject] : [subject, type, object]), ...rest]);
}

async function readClaims(ask: Ask, ids: readonly string[]): Promise<Claim[]> {
  const rows = await ask(
    `MATCH (c:Claim) WHERE c.id IN $ids
     RETURN c, [(c)-[:SUBJECT]->(e:Entity) | e.id], [(c)-[:OBJECT]->(e:Entity) | e.id], [(c)-[:ABOUT]->(e:Entity) | e.id],
       [(c)-[says:ATTRIBUTED_TO]->(e:Entity) | [says.step, e.id]],
       [(c)-[part:ARGUMENT]->(e:Entity) | [part.role, e.id, part.text, part.start, part.end]]`,
    { ids },
  );
  return rows.map(([node, subject, object, about, speakers, named]) =>
    claimOf(propertiesOf(node), { subject, object, about, speakers, named } as unknown as Around),
  );
}

/** Ids and more that stand around a claim. */
interface Around {
  readonly subject: readonly string[];
  readonly object: readonly string[];
  readonly about: readonly string[];
  readonly speakers: readonly (readonly [step: number, entity: string])[];
  readonly named: readonly (readonly [
    role: string,
    entity: string,
    text: string,
    start: number,
    end: number,
  ])[];
}

type Kept = Partial<Claim> & {
  readonly timeText?: string;
  readonly timeFrom?: string;
  readonly timeTo?: string;
  readonly speakerText?: string;
};

function claimOf(properties: MapValue, { subject, object, about, speakers, named }: Around): Claim {
  const { timeText, timeFrom, timeTo, speakerText, arguments: _, ...kept } = properties as unknown as Kept;
  const { id = '', start = 0, end = 0, quote = '', predicate = '', subjectText = '', objectText } = kept;
  const document = documentOfClaim(id) ?? '';
  return {
    ...{ id, document, start, end, quote, predicate, subjectText },
    subject: subject[0] ?? null,
    subjectMention: null,
    object: object[0] ?? null,
    objectText: objectText ?? null,
    objectMention: null,
    negated: kept.negated ?? false,
    modality: kept.modality ?? 'actual',
    asserted: kept.asserted ?? false,
    speakers: chainOf(speakers, speakerText),
    time: timeText === undefined ? null : { text: timeText, from: timeFrom ?? null, to: timeTo ?? null },
    arguments: named.map(([role, entity, text, from, to]) => ({ role, entity, text, start: from, end: to })),
    about: about[0] ?? null,
    eventType: kept.eventType ?? null,
    mode: kept.mode ?? null,
    contexts: kept.contexts ?? [],
    origin: kept.origin ?? document,
    confidence: Number(kept.confidence ?? 1),
    extractor: kept.extractor ?? '',
    ...(kept.rejected === undefined ? {} : { rejected: kept.rejected }),
    ...(kept.corrected === undefined ? {} : { corrected: kept.corrected }),
  };
}

function chainOf(steps: Around['speakers'], nearest: string | undefined): Speaker[] {
  const length = Math.max(nearest === undefined ? 0 : 1, ...steps.map(([step]) => step + 1));
  const at = new Map(steps);
  return Array.from({ length }, (_, step) => ({
    entity: at.get(step) ?? null,
    text: step === 0 ? (nearest ?? '') : '',
  }));
}

const namedBy = ({ subject, object, about, speakers, arguments: named }: Claim): string[] =>
  [subject, object, about, ...speakers.map((one) => one.entity), ...named.map((one) => one.entity)].filter(
    (id) => id !== null,
  );

function entityOf(properties: MapValue): Entity {
  const { id, type, name, aliases, wikidataId } = properties as unknown as Entity;
  return { id, type, name, aliases, ...(wikidataId === undefined ? {} : { wikidataId }) };
}

function mentionsOf(entity: string, document: Document, spans: readonly number[]): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < spans.length; at += 2) {
    const span = { start: spans[at] as number, end: spans[at + 1] as number };
    const text = document.text.slice(span.start, span.end);
    mentions.push({
      id: mentionId(document.id, span),
      document: document.id,
      ...span,
      text,
      form: 'name',
      entity,
    });
  }
  return mentions;
}

/** Scores come as `Float` where they are whole; all else of a node is plain. */
function propertiesOf(node: Value | undefined): MapValue {
  const { properties } = node as Node;
  const values = Object.entries(properties).map(([key, value]) => [
    key,
    value instanceof Float ? value.value : value,
  ]);
  return Object.fromEntries(values);
}

async function inParts<T>(
  ids: readonly string[],
  query: (part: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (let from = 0; from < ids.length; from += 1000)
    all.push(...(await query(ids.slice(from, from + 1000))));
  return all;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compare(a.id, b.id);
