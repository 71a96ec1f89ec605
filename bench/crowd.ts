// Graphs that nobody reported, for benchmarks of the viewer: communities of very unequal size, in each a few whom most
// relations touch, one relation in seven across. Always the same for the same numbers.
import {
  type Claim,
  claimId,
  compare,
  type Document,
  type Entity,
  type EntityType,
  type Graph,
  type Mention,
  type Modality,
  mentionId,
  relationsOf,
  type Sentence,
} from '../graph/model.ts';
import { symmetricTypes } from '../graph/vocabulary/index.ts';

/** A graph with so many entities and about so many relations (double ones are one); half of them have more than one claim. */
export function crowd(entityCount: number, relationCount: number): Graph {
  const chance = chances(entityCount * 31 + relationCount);
  const entities = Array.from({ length: entityCount }, (_, i) => entityOf(i));
  const choose = chooser(entityCount, chance);
  const press = pressOf(Math.ceil(relationCount / 12));
  for (let i = 0; i < relationCount; i++) {
    const [subject, object] = choose(i);
    const type = types[Math.floor(chance() ** 2 * types.length)] ?? 'MET_WITH';
    const polarity = { negated: chance() < 0.02, modality: modalityOf(chance()) };
    const reports = 1 + Math.floor(-Math.log(1 - chance() * 0.98) * 0.9);
    for (let n = 0; n < reports; n++)
      press.report(at(entities, subject), type, at(entities, object), polarity, Math.floor(chance() * 1e9));
  }
  return press.print(entities);
}

const at = (entities: readonly Entity[], index: number): Entity => entities[index] as Entity;

const types = [
  'MET_WITH', 'CALLED', 'ACCUSED', 'SUPPORTED', 'WORKS_FOR', 'INVESTIGATED', 'PAID', 'LOCATED_IN', 'OWNS', 'LEADS',
]; // biome-ignore format: one line reads better

const modalityOf = (chance: number): Modality =>
  chance < 0.04 ? 'planned' : chance < 0.07 ? 'possible' : 'actual';

function entityOf(number: number): Entity {
  const kind: EntityType =
    number % 10 < 4
      ? 'Person'
      : number % 10 < 7
        ? 'Organization'
        : number % 10 < 8
          ? 'Place'
          : number % 10 < 9
            ? 'Event'
            : 'Topic';
  const [first, last] = [word(number * 7 + 1, 2), word(number * 13 + 5, 2 + (number % 2))];
  const name = {
    Person: `${first} ${last}`,
    Organization: `${last} Group`,
    Place: last,
    Event: `${last} vote`,
    Topic: `${last} policy`,
  }[kind];
  return { id: `${kind}:${String(number).padStart(7, '0')}`, type: kind, name, aliases: [] };
}

const syllables = [
  'ba',
  'del',
  'ka',
  'mor',
  'ni',
  'ra',
  'sol',
  'ta',
  've',
  'lin',
  'or',
  'tes',
  'hal',
  'ju',
  'pem',
  'wi',
];

function word(seed: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += syllables[mixed(seed * 5 + i) % syllables.length];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who relates to whom: the first relations give everybody one, the others go by how well connected somebody is. */
function chooser(count: number, chance: () => number): (index: number) => readonly [number, number] {
  const bounds: number[] = [0];
  const largest = Math.max(12, count * 0.12);
  while ((bounds.at(-1) ?? 0) < count)
    bounds.push(
      Math.min(count, (bounds.at(-1) ?? 0) + Math.max(8, Math.round(largest / bounds.length ** 0.7))),
    );
  const homes = bounds.slice(1).flatMap((end, i) => new Array<number>(end - (bounds[i] ?? 0)).fill(i));
  const within = (home: number) => {
    const [begin, end] = [bounds[home] ?? 0, bounds[home + 1] ?? count];
    return begin + Math.floor((end - begin) * chance() ** 2.2);
  };
  return (index) => {
    const subject = index < count ? index : within(homes[Math.floor(count * chance())] ?? 0);
    const home = homes[subject] ?? 0;
    const other = within(chance() < 0.86 ? home : Math.floor((bounds.length - 1) * chance()));
    return [subject, other === subject ? (subject + 1) % count : other];
  };
}

/** Reports of twenty sentences each, one claim to a sentence. */
function pressOf(reports: number) {
  const texts = Array.from({ length: reports }, () => [] as string[]);
  const lengths = new Uint32Array(reports);
  const sentences: Sentence[] = [];
  const mentions: Mention[] = [];
  const claims: Claim[] = [];
  const idOf = (number: number) => `report-${String(number).padStart(6, '0')}.txt`;
  return {
    report(
      by: Entity,
      type: string,
      to: Entity,
      polarity: Pick<Claim, 'negated' | 'modality'>,
      draw: number,
    ) {
      const number = draw % reports;
      const document = idOf(number);
      const start = lengths[number] ?? 0;
      const verb = ` ${polarity.negated ? 'never ' : ''}${type.toLowerCase().replaceAll('_', ' ')} `;
      const quote = `${by.name}${verb}${to.name}, two people said.`;
      const span = { start, end: start + quote.length };
      const subject = { start, end: start + by.name.length };
      const object = { start: subject.end + verb.length, end: subject.end + verb.length + to.name.length };
      lengths[number] = span.end + 1;
      const index = texts[number]?.push(quote) ?? 1;
      sentences.push({ document, index: index - 1, ...span });
      for (const [place, entity] of [
        [subject, by],
        [object, to],
      ] as const)
        mentions.push({
          id: mentionId(document, place),
          document,
          ...place,
          text: entity.name,
          form: 'name',
          entity: entity.id,
        });
      claims.push({
        id: claimId(document, span, type, subject, object),
        document,
        ...span,
        quote,
        subject: by.id,
        subjectText: by.name,
        subjectMention: mentionId(document, subject),
        predicate: type,
        object: to.id,
        objectText: to.name,
        objectMention: mentionId(document, object),
        ...polarity,
        asserted: !polarity.negated && polarity.modality === 'actual',
        speakers: [{ entity: null, text: 'two people' }],
        time: null,
        arguments: [],
        about: null,
        eventType: null,
        mode: null,
        contexts: [],
        origin: document,
        confidence: 0.9,
        extractor: 'invented@1',
      });
    },
    print(entities: readonly Entity[]): Graph {
      const documents: Document[] = texts.map((lines, number) => ({
        id: idOf(number),
        title: `Report ${number}`,
        text: lines.join(' '),
        publisher: `Paper ${number % 90}`,
        publishedAt: new Date(Date.UTC(2026, 0, 1 + (number % 160))).toISOString().slice(0, 10),
        language: 'en',
        contentHash: String(number),
      }));
      const byId = (a: { readonly id: string }, b: { readonly id: string }) => compare(a.id, b.id);
      return {
        documents,
        sentences: sentences.sort((a, b) => compare(a.document, b.document) || a.index - b.index),
        entities: entities.toSorted(byId),
        mentions: mentions.sort(byId),
        claims: claims.sort(byId),
        relations: relationsOf(claims, new Map(documents.map((d) => [d.id, d])), symmetricTypes),
      };
    },
  };
}

/** 0–1, again and again, the same for the same seed. */
function chances(seed: number): () => number {
  let state = seed;
  return () => mixed(state++) / 2 ** 32;
}

/** Source: the finaliser of MurmurHash3, started off zero. */
function mixed(seed: number): number {
  let h = (seed + 0x9e3779b9) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
