// On what each relation rests, as far as filters ask: for each claim its relation, its report and who says so, in columns of
// numbers; and how they are written. No quote, no place, no time that a claim is about.
import { type Claim, type Document, type Graph, pairKey, type Relation } from './model.ts';
import { symmetricTypes } from './vocabulary/index.ts';

/** A claim has a row for each of its speakers, and one where the report itself says so. */
export interface Grounds {
  /** Of each report: empty where it names none. */
  readonly publishers: readonly string[];
  /** Of each report, ISO 8601: empty where it has none. */
  readonly published: readonly string[];
  /** An entity's id, or the words for who is no entity; empty for the report itself. */
  readonly speakers: readonly string[];
  /** Numbers of relations, in their order by support, ascending; rows of claims that make none come last, as -1. */
  readonly relation: Int32Array;
  /** Numbers of reports; `~number` in the second and later rows of a claim. */
  readonly document: Int32Array;
  /** Numbers of speakers. */
  readonly speaker: Int32Array;
}

/** What of a claim is a ground. `relation`: its number, -1 for none. */
export interface Ground {
  readonly relation: number;
  readonly document: string;
  /** As they stand in `Grounds.speakers`; one at least. */
  readonly speakers: readonly string[];
}

/** The grounds of claims, in any order. Cost: linear. */
export function groundsOf(
  claims: Iterable<Ground>,
  documents: Iterable<Pick<Document, 'id' | 'publisher' | 'publishedAt'>>,
): Grounds {
  const numbers = new Map<string, number>();
  const [publishers, published]: string[][] = [[], []] as const;
  for (const document of documents) {
    numbers.set(document.id, numbers.size);
    publishers?.push(document.publisher ?? '');
    published?.push(document.publishedAt ?? '');
  }
  const speakers = new Map<string, number>();
  const [relation, document, speaker]: [number[], number[], number[]] = [[], [], []];
  for (const claim of claims) {
    const report = numbers.get(claim.document);
    if (report === undefined) continue;
    for (const [step, key] of claim.speakers.entries()) {
      const number = speakers.get(key) ?? speakers.size;
      speakers.set(key, number);
      relation.push(claim.relation);
      document.push(step === 0 ? report : ~report);
      speaker.push(number);
    }
  }
  const order = inOrder(relation);
  return {
    publishers: publishers ?? [],
    published: published ?? [],
    speakers: [...speakers.keys()],
    relation: order.map((row) => relation[row] as number),
    document: order.map((row) => document[row] as number),
    speaker: order.map((row) => speaker[row] as number),
  };
}

/** The grounds of a whole graph; `relations` are all of it, in the order that numbers them. */
export function groundsOfGraph({ claims, documents }: Graph, relations: readonly Relation[]): Grounds {
  const numbers = new Map<string, number>();
  for (const [number, relation] of relations.entries())
    for (const claim of relation.claims) numbers.set(claim, number);
  return groundsOf(
    claims.values().map((claim) => ({
      relation: numbers.get(claim.id) ?? -1,
      document: claim.document,
      speakers: speakerKeys(claim),
    })),
    documents,
  );
}

/** A claim's speakers, each by entity where it is one, else by words; one empty text for the report itself. */
export const speakerKeys = ({ speakers }: Pick<Claim, 'speakers'>): readonly string[] =>
  speakers.length === 0 ? [''] : speakers.map(({ entity, text }) => entity ?? text);

/** What a relation and its claims have in common, and no other relation. */
export const relationKey = (
  { subject, object, negated, modality }: Pick<Relation, 'subject' | 'object' | 'negated' | 'modality'>,
  type: string,
): string => JSON.stringify([...pairKey(subject, type, object, symmetricTypes), negated, modality]);

/** The rows by relation, those of none last; a relation's in the order in which they came. Source: counting sort. */
function inOrder(relation: readonly number[]): Int32Array {
  const most = relation.reduce((high, number) => Math.max(high, number), -1);
  const placeOf = (number: number) => (number === -1 ? most + 1 : number);
  const begins = new Int32Array(most + 3);
  for (const number of relation) begins[placeOf(number) + 1] = (begins[placeOf(number) + 1] ?? 0) + 1;
  for (let i = 1; i < begins.length; i++) begins[i] = (begins[i] ?? 0) + (begins[i - 1] ?? 0);
  const order = new Int32Array(relation.length);
  for (const [row, number] of relation.entries()) {
    const place = begins[placeOf(number)] ?? 0;
    begins[placeOf(number)] = place + 1;
    order[place] = row;
  }
  return order;
}

/** The grounds as lines of JSON, up to 10,000 rows each. */
export function* groundsLines(grounds: Grounds): Generator<string> {
  const { relation, document, speaker } = grounds;
  for (const column of ['publishers', 'published', 'speakers'] as const)
    for (let from = 0; from < grounds[column].length; from += rows)
      yield JSON.stringify({ is: column, values: grounds[column].slice(from, from + rows) });
  for (let from = 0; from < relation.length; from += rows) {
    const part = (column: Int32Array) => [...column.subarray(from, from + rows)];
    yield JSON.stringify({
      is: 'rows',
      relation: part(relation),
      document: part(document),
      speaker: part(speaker),
    });
  }
}

const rows = 10_000;

type Block =
  | { readonly is: 'publishers' | 'published' | 'speakers'; readonly values: readonly string[] }
  | {
      readonly is: 'rows';
      readonly relation: readonly number[];
      readonly document: readonly number[];
      readonly speaker: readonly number[];
    };

/** Reads the lines of grounds in their order. */
export class GroundsReader {
  readonly #words = { publishers: [] as string[], published: [] as string[], speakers: [] as string[] };
  readonly #rows: Extract<Block, { is: 'rows' }>[] = [];

  read(text: string): void {
    const block = JSON.parse(text) as Block;
    if (block.is === 'rows') this.#rows.push(block);
    else for (const value of block.values) this.#words[block.is].push(value);
  }

  grounds(): Grounds {
    const column = (name: 'relation' | 'document' | 'speaker'): Int32Array => {
      const all = new Int32Array(this.#rows.reduce((sum, block) => sum + block[name].length, 0));
      let at = 0;
      for (const block of this.#rows) {
        all.set(block[name], at);
        at += block[name].length;
      }
      return all;
    };
    return {
      ...this.#words,
      relation: column('relation'),
      document: column('document'),
      speaker: column('speaker'),
    };
  }
}
