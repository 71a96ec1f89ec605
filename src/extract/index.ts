// The first extractor: rules over shallow clauses. A parser-based one takes its place behind the same interface.
import type { Document } from '../../graph/model.ts';
import { mentionId } from '../../graph/model.ts';
import type { Annotated, Chain, FoundMention } from '../annotated.ts';
import { isEnglish, segment } from '../text/index.ts';
import type { Extractor } from './extractor.ts';
import { type Reading, read } from './reading.ts';
import { Referents } from './refer.ts';
import { regionsOf } from './speech.ts';
import { type Standing, Statements, spanOf } from './statements.ts';
import { type Thing, thingsOf } from './things.ts';
import { timesOf } from './time.ts';
import { counterpartsOf, laterTitlesOf, titlesOf } from './titles.ts';

export type { Extractor } from './extractor.ts';

/** What a caller may choose. */
export interface ExtractorOptions {
  /** Below it a statement is left out. 0–1; 0 by default: everything is kept, with its confidence. */
  readonly leastConfidence?: number;
}

/**
 * The built-in extractor: names, offices, relations, who says so, whether and when. Pure and deterministic; works
 * offline. Of a text that isn't English it gives the sentences alone. Cost: near linear in the text.
 */
export function createExtractor(options: ExtractorOptions = {}): Extractor {
  const { leastConfidence = 0 } = options;
  const version = '3';
  return {
    name: 'rules',
    version,
    annotate: async (document, signal) => {
      signal?.throwIfAborted();
      const annotated = annotate(document, `rules@${version}`);
      return {
        ...annotated,
        statements: annotated.statements.filter((statement) => statement.confidence >= leastConfidence),
      };
    },
  };
}

function annotate(document: Document, extractor: string): Annotated {
  const { id, text } = document;
  const sentences = segment(text);
  const base = {
    document: id,
    contentHash: document.contentHash,
    extractor,
    sentences: sentences.map(({ start, end }) => ({ start, end })),
  };
  if (!isReadable(document)) return { ...base, mentions: [], chains: [], statements: [] };

  const readings = read(sentences);
  const { things, places } = thingsOf(readings.map((reading) => reading.words));
  const regions = regionsOf(readings);
  const referents = new Referents({ readings, regions, things, places });
  const titles = readings.flatMap((reading) => titlesOf(reading, referents));
  for (const { holder, office, body } of titles)
    if (office !== undefined) referents.facts.push({ holder: holder.thing, office, body: body?.thing });

  for (const { holder, office, body } of readings.flatMap((reading) => counterpartsOf(reading, referents)))
    if (office !== undefined) referents.facts.push({ holder: holder.thing, office, body: body?.thing });
  const times = readings.map((reading) => timesOf(reading, document.publishedAt));
  const statements = new Statements({ document: id, text, readings, referents, times });
  for (const title of titles) statements.addTitle(title);
  for (const reading of readings) {
    for (const title of laterTitlesOf(reading, referents)) {
      if (title.office !== undefined)
        referents.facts.push({ holder: title.holder.thing, office: title.office, body: title.body?.thing });
      statements.addTitle(title);
    }
    statements.addSentence(reading.index);
  }
  const found = statements.all();
  const { mentions, chains } = gather(document, readings, referents, places, titles, statements.ends);
  return { ...base, mentions, chains, statements: found };
}

/** A text that is declared English is read as such; one that is declared nothing must look like it. */
const isReadable = ({ language, text }: Document): boolean =>
  language === undefined || language === '' ? isEnglish(text) : /^en\b/i.test(language);

/** Every mention once, with its chain: names, what was resolved, and what statements name. */
function gather(
  document: Document,
  readings: readonly Reading[],
  referents: Referents,
  places: ReturnType<typeof thingsOf>['places'],
  titles: ReturnType<typeof titlesOf>,
  ends: readonly Standing[],
): Pick<Annotated, 'mentions' | 'chains'> {
  const mentions = new Map<string, FoundMention & { thing: Thing }>();
  const add = (sentence: number, from: number, to: number, form: FoundMention['form'], thing: Thing) => {
    const span = spanOf(readings[sentence] as Reading, from, to);
    const id = mentionId(document.id, span);
    if (!mentions.has(id))
      mentions.set(id, { ...span, id, text: document.text.slice(span.start, span.end), form, thing });
  };
  for (const { sentence, word, name, thing } of places)
    if (name.sense !== 'demonym') add(sentence, word, word, 'name', thing);
  for (const { sentence, holder, body } of titles)
    for (const place of [holder, body])
      if (place !== undefined) add(sentence, place.from, place.to, place.form, place.thing);
  for (const [sentence, { from, to, form, thing, named }] of referents.all())
    if (named === undefined) add(sentence, from, to, form, thing);
  for (const { sentence, from, to, form, thing } of ends) add(sentence, from, to, form, thing);
  const sorted = [...mentions.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  const chains = Map.groupBy(sorted, (mention) => mention.thing.key);
  return {
    mentions: sorted.map(({ thing: _, ...mention }) => mention),
    chains: [...chains.values()].map((group): Chain => {
      const { type, name } = (group[0] as { thing: Thing }).thing;
      return { type, name, mentions: group.map((mention) => mention.id) };
    }),
  };
}
