// Writes a draft down: offsets, words and mentions instead of positions in trees.
import { claimId, mentionId, type Span } from '../../../graph/model.ts';
import type { End, Statement } from '../../annotated.ts';
import type { Tree } from '../../text/index.ts';
import type { Article, Place } from '../article.ts';
import { personNouns } from '../reference/rules/people.ts';
import { type Syntax, spanOf as spanOfWords } from '../syntax.ts';
import { confidenceOf } from './confidence.ts';
import { contextsOf } from './contexts.ts';
import type { Draft } from './drafts.ts';
import type { Ends, Filler, Named } from './ends.ts';
import { nounOf } from './noun.ts';
import type { Speech } from './speakers.ts';

/** A draft as the record keeps it. Cost: linear in the sentence. */
export function statementOf(article: Article, ends: Ends, draft: Draft): Statement {
  const { predicate, subject, object, mood, time, circumstances } = draft;
  const quote = quoteOf(article, draft);
  return {
    ...quote,
    id: claimId(article.id, quote, predicate, spanOf(article, subject), object && spanOf(article, object)),
    subject: endOf(article, subject),
    predicate,
    object: object && withNoun(endOf(article, object), ends, object),
    negated: mood.negated,
    modality: mood.modality,
    speakers: distinct(draft.speeches.map((speech) => speakerOf(article, ends, speech))),
    time:
      time === undefined
        ? null
        : { text: slice(article, time), from: time.days?.from ?? null, to: time.days?.to ?? null },
    arguments: circumstances.map(({ role, filler }) => ({
      ...(role === 'topic' ? withNoun(endOf(article, filler), ends, filler) : endOf(article, filler)),
      role,
    })),
    about: null,
    eventType: draft.eventType ?? null,
    mode: draft.mode ?? null,
    // Offices and places are no events.
    contexts:
      draft.eventType === undefined ? [] : contextsOf(ends.trees[draft.sentence] as Syntax, draft.trigger),
    confidence: confidenceOf(draft),
    ...(draft.unsaid && { unsaid: draft.unsaid }),
  };
}

/** A longer sentence is quoted only where the claim stands. */
const LONGEST_QUOTE = 600;

function quoteOf(article: Article, { sentence, subject, object, trigger }: Draft): Span {
  const tree = article.trees[sentence];
  if (tree === undefined) return { start: 0, end: 0 };
  if (tree.end - tree.start <= LONGEST_QUOTE) return { start: tree.start, end: tree.end };
  const places = [subject, ...(object === null ? [] : [object])].filter((one) => one.sentence === sentence);
  return spanOf(article, {
    sentence,
    from: Math.min(trigger, ...places.map(({ from }) => from)),
    to: Math.max(trigger + 1, ...places.map(({ to }) => to)),
  });
}

/** From positions of words to offsets in the text. */
export const spanOf = ({ trees }: Article, place: Place): Span =>
  spanOfWords(trees[place.sentence] as Tree, place);

const slice = (article: Article, place: Place): string => {
  const { start, end } = spanOf(article, place);
  return article.text.slice(start, end);
};

function endOf(article: Article, filler: Filler): End {
  const mention =
    filler.mention === undefined ? null : mentionId(article.id, spanOf(article, filler.mention));
  return { ...spanOf(article, filler), text: slice(article, filler), mention };
}

/** Words that stand for nothing, with the noun by which other articles may mean the same. */
function withNoun(end: End, ends: Ends, { sentence, word, thing }: Filler): End {
  const noun = thing === undefined ? nounOf(ends.trees[sentence] as Syntax, word) : undefined;
  return noun === undefined ? end : { ...end, noun };
}

/** A speaker by what the words stand for; else the words; for "it is said" the verb itself. */
function speakerOf(article: Article, ends: Ends, { sentence, words, cue }: Speech): End {
  const [word] = words;
  const [named] = ends.named(sentence, words).filter((one) => !isSomebodyOf(ends, one));
  // "the ministry’s statement said"
  const [author] = named === undefined && word !== undefined ? ends.authors(sentence, word) : [];
  const who = named ?? author;
  if (who !== undefined) return endOf(article, who);
  return endOf(article, word === undefined ? bare(sentence, cue) : ends.phrase(sentence, word));
}

/** "a Commission spokesman", "Chilean officials": people of a body, and not the body itself. */
function isSomebodyOf(ends: Ends, { sentence, word, thing, from, mention }: Named): boolean {
  if (thing.type === 'Person' || (mention.sentence === sentence && mention.from === from)) return false;
  return personNouns.has((ends.trees[sentence] as Syntax).word(word).lemma);
}

const bare = (sentence: number, word: number): Filler => ({
  sentence,
  word,
  from: word,
  to: word + 1,
  thing: undefined,
  mention: undefined,
  confidence: 1,
});

const distinct = (ends: readonly End[]): End[] =>
  ends.filter(
    (end, i) => ends.findIndex((other) => other.start === end.start && other.end === end.end) === i,
  );
