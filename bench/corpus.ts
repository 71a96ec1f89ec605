// A corpus by chance, as large as is wanted, for whatever is measured over many articles. Paragraphs of ours are understood
// once by the extractor; articles recombine them with other names, things and days, and their records are moved along.
import type { Document, Span } from '../graph/model.ts';
import type { Annotated, End } from '../src/annotated.ts';
import { createExtractor } from '../src/extract/index.ts';
import type { Article } from '../src/journal.ts';

/**
 * Makes articles of about 200 words: some people and bodies are in very many, most in few; one in ten is a wire copy of an
 * earlier one. The same number gives the same article in a corpus of `total`. *Cost*: a fifth of a millisecond an article.
 */
export async function corpus(total: number): Promise<(number: number) => Article> {
  const patterns = await Promise.all(Array.from({ length: 7 }, (_, weekday) => patternsOn(weekday)));
  const world = worldFor(total);
  const make = (number: number): Article => {
    const random = mulberry(number * 7919 + 17);
    const isCopy = number > 20 && random() < 0.1;
    const day = Math.floor((number / total) * 1500);
    const original = isCopy ? make(number - 1 - Math.floor(random() * 20)) : undefined;
    return original === undefined
      ? written(number, day, patterns[day % 7] as readonly Pattern[], world, random)
      : renumbered(original, number, random);
  };
  return make;
}

/** A paragraph with slots, as the extractor read it with the slots' own words. */
interface Pattern {
  /** Text and slots by turns: the odd ones are names of slots. */
  readonly pieces: readonly string[];
  readonly record: Annotated;
}

/** Each slot is one word. `pN`, `qN`: first and last name; `o`: a body; `n`: a country; `c`: a town; `x…`: a thing. */
const paragraphs = `
{n1} President {p1} {q1} held a long phone call with Prime Minister {p2} {q2} of {n2} on Monday, two days after the {x1} of {x2} was seized near the {x3} {x4}. {q1} said the conversation about the {x5} {x6} had been direct and useful.
President {p1} {q1} of {n1} told {x1} reporters that the {x2} {x3} must be {x4} by the weekend. She thanked {p2} {q2} for the {x5} {x6} in {c1}, and said that {n2} had rejected a proposal on {x7} {x8}.
{p3} {q3}, a spokeswoman for the {o3} Institute, denied on Tuesday that the {x1} {x2} had been sold to {n2}. {q3} accused the {o2} Group of {x3} {x4} and demanded that {x5} {x6} be returned to {c1}.
The {o1} Group bought the {x1} {x2} of the {o2} Institute in {c1} last week. {p4} {q4}, the director of the {o1} Group, praised the {x3} {x4} and criticised the {x5} {x6}.
Minister {p2} {q2} met {p1} {q1} in {c1} on Wednesday. The two discussed {x1} {x2}, {x3} {x4} and the {x5} {x6}. {n1} and {n2} agreed to hold talks on {x7} {x8} in {c2}.
Police in {c1} arrested {p5} {q5} on Thursday after a {x1} {x2} near the {x3} {x4}. {q5}, a lawyer, has denied the {x5} {x6}. The {o1} Institute offered a {x7} {x8}.
{n1} accused {n2} of {x1} {x2} along the {x3} {x4}. {p1} {q1} warned that the {x5} {x6} could end the {x7} {x8}. {p2} {q2} rejected the accusation and invited {q1} to {c1}.
{p4} {q4} resigned as director of the {o1} Group after the {x1} {x2} of {x3} {x4}. The {o2} Institute supported {q4}, while {p5} {q5} sued the {o1} Group in {c1} over {x5} {x6}.
About 400 {x1} {x2} marched through {c1} against the {x3} {x4}. {p3} {q3} called on {n1} to release the {x5} {x6}. "We want our {x7} {x8} back," {q3} said.
{p1} {q1} visited {n2} and signed an agreement on {x1} {x2} with {p2} {q2}. According to {p3} {q3}, the {x3} {x4} will be built in {c1}, where the {o1} Institute runs a {x5} {x6}.
In {c1}, {p5} {q5} told the {o2} Institute that {p4} {q4} had promised the {x1} {x2}. She said that {x3} {x4} cost more than 2,000 {x5} {x6}, and that {n1} would not pay.
{n2} sent {x1} {x2} to {c1} on Friday. {n1} thanked {n2} for the {x3} {x4}. A {x5} {x6} killed three {x7} {x8} there, the {o1} Institute said.
`;

async function patternsOn(weekday: number): Promise<Pattern[]> {
  const extractor = createExtractor();
  const publishedAt = isoDay(weekday);
  return Promise.all(
    paragraphs
      .trim()
      .split('\n')
      .map(async (paragraph) => {
        const pieces = paragraph.split(/[{}]/);
        const text = pieces.map((piece, i) => (i % 2 === 1 ? ownWord(piece) : piece)).join('');
        const document = { id: 't', title: '', text, contentHash: '', publishedAt };
        return { pieces, record: await extractor.annotate(document) };
      }),
  );
}

/** The word that stands in a slot when the extractor reads it: no two slots have one. */
const ownWord = (slot: string): string => own[slot] as string;
const own: Readonly<Record<string, string>> = {
  ...slots('p', ['Alma', 'Greta', 'Ruth', 'Helen', 'Clara']),
  ...slots('q', ['Brandt', 'Falkner', 'Ostrow', 'Pemberton', 'Quillan']),
  ...slots('o', ['Corvan', 'Meridax', 'Tolvane']),
  ...slots('n', ['Peru', 'Kenya']),
  ...slots('c', ['Lisbon', 'Geneva']),
  ...slots('x', ['harbour', 'timber', 'copper', 'fishing', 'railway', 'cotton', 'mining', 'paper']),
};

function slots(letter: string, words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word, i) => [`${letter}${i + 1}`, word]));
}

/** Who and what can be written about. */
interface World {
  readonly people: number;
  readonly bodies: number;
}

const worldFor = (total: number): World => ({
  people: Math.max(50, Math.round(total / 3)),
  bodies: Math.max(20, Math.round(total / 12)),
});

const countries =
  'Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bangladesh Belgium Bolivia Botswana Brazil Bulgaria Cambodia Canada Chile Colombia Croatia Cuba Cyprus Denmark Ecuador Egypt Estonia Ethiopia Fiji Finland France Gabon Germany Ghana Greece Guatemala Haiti Honduras Hungary Iceland India Indonesia Ireland Israel Italy Jamaica Japan Kenya Kuwait Latvia Lebanon Libya Lithuania Malta Mexico Mongolia Morocco Nepal Norway Pakistan Panama Peru Poland Portugal Romania Rwanda Senegal Serbia Slovakia Spain Sudan Sweden Thailand Tunisia Turkey Uganda Ukraine Uruguay Vietnam Zambia'.split(
    ' ',
  );

interface Person {
  readonly first: string;
  readonly last: string;
  readonly country: string;
  readonly body: string;
}

/** Everybody has one country and one employer, whatever article speaks of them. */
function personOf(id: number, { bodies }: World): Person {
  const random = mulberry(id * 31 + 5);
  return {
    first: word(random, 300, 2),
    last: word(random, 60_000, 3),
    country: countries[Math.floor(random() * countries.length)] as string,
    body: bodyOf(Math.floor(random() * bodies)),
  };
}

const bodyOf = (id: number): string => word(mulberry(id * 13 + 3), 1e6, 3);

function written(
  number: number,
  day: number,
  patterns: readonly Pattern[],
  world: World,
  random: () => number,
): Article {
  const id = `${isoDay(day).slice(0, 7)}/${number}.txt`;
  /** One slot in five people is of their number: an article's president is president in every article. */
  const people = [0, 1, 2, 3, 4].map((place) =>
    personOf(5 * Math.floor((famous(random) * world.people) / 5) + place, world),
  );
  const words: Record<string, string> = {};
  for (const [i, { first, last }] of people.entries()) {
    words[own[`p${i + 1}`] as string] = first;
    words[own[`q${i + 1}`] as string] = last;
  }
  words[own.n1 as string] = people[0]?.country as string;
  words[own.n2 as string] = people[1]?.country as string;
  words[own.o1 as string] = people[3]?.body as string;
  words[own.o2 as string] = bodyOf(Math.floor(famous(random) * world.bodies));
  words[own.o3 as string] = people[2]?.body as string;
  for (const slot of ['c1', 'c2'])
    words[own[slot] as string] = `${word(mulberry(Math.floor(famous(random) * 2000) * 17 + 7), 1e6, 2)}ville`;
  const count = 4 + Math.floor(random() * 3);
  const picked = Array.from({ length: count }, () => Math.floor(random() * patterns.length));
  const parts = [...new Set(picked)].map((which) => {
    const things = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [own[`x${n}`], word(random, 4000, 3).toLowerCase()]),
    );
    return withMore(filled(patterns[which] as Pattern, { ...words, ...things }), random);
  });
  return joined(id, number, day, parts, random);
}

/** A paragraph's text and what becomes of its places and words. */
interface Filled {
  readonly text: string;
  readonly record: Annotated;
  readonly shift: (offset: number) => number;
  readonly renamed: (text: string) => string;
  /** A sentence that the extractor has not seen. */
  readonly more?: Span;
}

function filled({ pieces, record }: Pattern, words: Readonly<Record<string, string>>): Filled {
  const from: number[] = [];
  const by: number[] = [];
  let [text, before] = ['', 0];
  for (const [i, piece] of pieces.entries()) {
    if (i % 2 === 0) {
      text += piece;
      before += piece.length;
    } else {
      const word = ownWord(piece);
      text += words[word] ?? word;
      before += word.length;
      from.push(before);
      by.push(text.length - before);
    }
  }
  return {
    text,
    record,
    shift: (offset) => offset + (by[from.findLastIndex((start) => start <= offset)] ?? 0),
    renamed: (text) =>
      text.replace(/[A-Za-z]+/g, (found) => words[found] ?? words[capital(found)]?.toLowerCase() ?? found),
  };
}

/** With a sentence in which nothing is told: else all articles would be copies of each other but for their names. */
function withMore(part: Filled, random: () => number): Filled {
  const words = Array.from({ length: 18 }, () => word(random, 4000, 3).toLowerCase()).join(' ');
  const start = part.text.length + 1;
  const text = `${part.text} ${capital(words)}.`;
  return { ...part, text, more: { start, end: text.length } };
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** Chains of one name in several paragraphs are one, as coreference would have it. */
function joined(
  id: string,
  number: number,
  day: number,
  parts: readonly Filled[],
  random: () => number,
): Article {
  const text = parts.map((part) => part.text).join('\n\n');
  const document = documentOf(id, number, day, text, random);
  const record: Mutable = {
    document: id,
    contentHash: document.contentHash,
    extractor: 'corpus@1',
    sentences: [],
    mentions: [],
    chains: [],
    statements: [],
  };
  const chains = new Map<string, Annotated['chains'][number]>();
  let offset = 0;
  for (const part of parts) {
    addPart(record, chains, part, offset);
    offset += part.text.length + 2;
  }
  record.chains = [...chains.values()];
  return { document, record };
}

type Mutable = { -readonly [K in keyof Annotated]: Annotated[K] };

function addPart(
  record: Mutable,
  chains: Map<string, Annotated['chains'][number]>,
  part: Filled,
  offset: number,
): void {
  const at = (place: number) => part.shift(place) + offset;
  const idOf = (id: string) =>
    id
      .replace(/^t/, record.document)
      .replace(/(?<=:)(\d+)-(\d+)/g, (_, start, end) => `${at(Number(start))}-${at(Number(end))}`);
  const moved = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: at(span.start),
    end: at(span.end),
  });
  const endOf = (end: End): End => ({
    ...moved(end),
    text: part.renamed(end.text),
    mention: end.mention === null ? null : idOf(end.mention),
  });
  record.sentences.push(...part.record.sentences.map(moved));
  if (part.more !== undefined)
    record.sentences.push({ start: part.more.start + offset, end: part.more.end + offset });
  for (const mention of part.record.mentions)
    record.mentions.push({ ...moved(mention), id: idOf(mention.id), text: part.renamed(mention.text) });
  for (const chain of part.record.chains) {
    const name = part.renamed(chain.name);
    const mentions = chain.mentions.map(idOf);
    const known = chain.known && { ...chain.known, places: chain.known.places.map(part.renamed) };
    const before = chains.get(`${chain.type} ${name}`);
    chains.set(`${chain.type} ${name}`, {
      ...chain,
      ...before,
      name,
      mentions: [...(before?.mentions ?? []), ...mentions],
      ...(known && { known }),
    });
  }
  for (const statement of part.record.statements)
    record.statements.push({
      ...moved(statement),
      id: idOf(statement.id),
      subject: endOf(statement.subject),
      object: statement.object === null ? null : endOf(statement.object),
      speakers: statement.speakers.map(endOf),
      arguments: statement.arguments.map((argument) => ({ ...endOf(argument), role: argument.role })),
    });
}

function documentOf(id: string, number: number, day: number, text: string, random: () => number): Document {
  return {
    id,
    title: `Report ${number}`,
    text,
    publisher: `Paper ${Math.floor(famous(random) * 200)}`,
    publishedAt: isoDay(day),
    url: `https://paper.example/${number}`,
    language: 'en',
    contentHash: `hash of ${number}`,
  };
}

/** The article as another paper prints it: all of it, under another headline. */
function renumbered({ document, record }: Article, number: number, random: () => number): Article {
  const id = document.id.replace(/[^/]*$/, `${number}.txt`);
  const renamed = JSON.parse(JSON.stringify(record).replaceAll(document.id, id)) as Annotated;
  const { contentHash, ...fields } = documentOf(id, number, 0, document.text, random);
  const copy = { ...fields, publishedAt: document.publishedAt as string, contentHash };
  return { document: copy, record: { ...renamed, contentHash } };
}

/** Near 0 far more often than near 1. */
const famous = (random: () => number): number => random() ** 3;

/** Day 0 is a Wednesday. */
const isoDay = (day: number): string =>
  new Date(Date.UTC(2020, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

const syllables =
  'ba be bi bo da de di do fa fe fi ga go ha he hi ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa pe po ra re ri ro ru sa se si so ta te ti to va ve vi wa wo za zo'.split(
    ' ',
  );

/** One of so many invented words. */
function word(random: () => number, of: number, length: number): string {
  const own = mulberry(Math.floor(random() * of) * 101 + length);
  const letters = Array.from({ length }, () => syllables[Math.floor(own() * syllables.length)]).join('');
  return capital(`${letters}${['n', 'r', 'l', 's', 'k'][Math.floor(own() * 5)]}`);
}

/** Source: Tommy Ettinger's mulberry32, public domain. */
function mulberry(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
