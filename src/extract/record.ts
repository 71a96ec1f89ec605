// From what was understood of an article to the record that the journal keeps: offsets and ids instead of positions in trees.
import { type Document, mentionId } from '../../graph/model.ts';
import type { Annotated, Chain, End, FoundMention, Statement } from '../annotated.ts';
import type { Place, Reference, Thing } from './article.ts';
import { withDemonyms } from './claims/demonyms.ts';
import type { Understood } from './claims/index.ts';
import { spanOf } from './claims/statement.ts';
import { referenceAt } from './findings.ts';
import { knownOf } from './known.ts';
import { Syntax } from './syntax.ts';

/** The record of an article. Every mention stands in exactly one chain; every end of a statement is among them. */
export function recordOf(
  document: Pick<Document, 'id' | 'contentHash'>,
  extractor: string,
  understood: Understood,
  statements: readonly Statement[],
): Annotated {
  const { mentions, chains } = gather(understood, endsOf(statements));
  const kept = new Set(mentions.map(({ id }) => id));
  return {
    document: document.id,
    contentHash: document.contentHash,
    extractor,
    sentences: understood.article.trees.map(({ start, end }) => ({ start, end })),
    mentions,
    chains,
    statements: [...statements],
    quotations: understood.quotations.map(({ start, end, speaker }) => ({
      start,
      end,
      speaker: speaker === undefined ? null : speakerOf(understood, speaker, kept),
    })),
    times: understood.times.map(({ days, ...place }) => ({
      ...spanOf(understood.article, place),
      from: days?.from ?? null,
      to: days?.to ?? null,
    })),
  };
}

/** Who says a quotation, with the mention that the phrase is, where it is kept. */
function speakerOf({ article, referents }: Understood, speaker: Place, kept: ReadonlySet<string>): End {
  const span = spanOf(article, speaker);
  const reference = referenceAt(article, referents, speaker);
  const id = reference && mentionId(article.id, spanOf(article, reference));
  const mention = id !== undefined && kept.has(id) ? id : null;
  return { ...span, text: article.text.slice(span.start, span.end), mention };
}

/** Ids of the mentions that statements need. */
function endsOf(statements: readonly Statement[]): ReadonlySet<string> {
  const ends = statements.flatMap(({ subject, object, speakers, arguments: others }) => [
    subject,
    object,
    ...speakers,
    ...others,
  ]);
  return new Set(ends.flatMap((end) => end?.mention ?? []));
}

/** Every mention once, with its chain. An adjective ("Chilean") is a mention only where a statement takes it for its country. */
function gather(understood: Understood, needed: ReadonlySet<string>): Pick<Annotated, 'mentions' | 'chains'> {
  const { article, names, referents } = understood;
  const trees = article.trees.map((tree) => new Syntax(tree));
  const said = knownOf(understood);
  const all = withDemonyms(referents, names, trees).references;
  const known = new Set(referents.references);
  const mentions = new Map<string, FoundMention & { thing: Thing }>();
  /** Words that stand for several are a mention of each: `DOC:START-END`, `DOC:START-END/2` … */
  const add = (reference: Reference) => {
    const span = spanOf(article, reference);
    const { members } = reference.thing;
    for (const [number, thing] of (members.length === 0 ? [reference.thing] : members).entries()) {
      const place = mentionId(article.id, span);
      const id = number === 0 ? place : `${place}/${number + 1}`;
      if (mentions.has(id) || (!known.has(reference) && !needed.has(id))) continue;
      const text = article.text.slice(span.start, span.end);
      mentions.set(id, { ...span, id, text, form: reference.form, thing });
    }
  };
  for (const reference of all) add(reference);
  const sorted = [...mentions.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  const chains = Map.groupBy(sorted, (mention) => mention.thing.key);
  return {
    mentions: sorted.map(({ thing: _, ...mention }) => mention),
    chains: [...chains.values()].map((group): Chain => {
      const { thing } = group[0] as { thing: Thing };
      const known = said.get(thing);
      const mentions = group.map((mention) => mention.id);
      return { type: thing.type, name: thing.name, mentions, ...(known === undefined ? {} : { known }) };
    }),
  };
}
