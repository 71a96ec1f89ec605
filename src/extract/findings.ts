// What was understood of an article, as stretches of its text: for whoever shows it, as JSON or in colour. Decides nothing.
import type { EntityType, Form, Span } from '../../graph/model.ts';
import type { Tree } from '../text/index.ts';
import type { Article, Place, Quotation, Reference, Referents, TimeExpression } from './article.ts';
import { Syntax, spanOf } from './syntax.ts';

/** Words with their place. *Units*: UTF-16 code units of the article's text, `end` exclusive. */
export interface Words extends Span {
  readonly text: string;
}

/** Words with the key of what they stand for; null where that isn't known. */
export interface Party extends Words {
  readonly thing: number | null;
}

export interface MentionFinding extends Words {
  readonly form: Form;
  readonly confidence: number;
  readonly reason: string;
}

/** Something that the article speaks of, with its chain of mentions in reading order. */
export interface ThingFinding {
  readonly key: number;
  readonly type: EntityType;
  readonly name: string;
  /** Keys of who belongs to it ("the two leaders"); empty for a single thing. */
  readonly members: readonly number[];
  readonly mentions: readonly MentionFinding[];
}

export interface QuotationFinding extends Words {
  readonly extent: Quotation['extent'];
  readonly speaker: Party | null;
  readonly cue: Words | null;
  readonly listener: Party | null;
  readonly reason: string | null;
  /** 0–1; null where there is no speaker. */
  readonly confidence: number | null;
}

export interface TimeFinding extends Words {
  readonly kind: TimeExpression['kind'];
  /** ISO 8601 days, both included. */
  readonly from: string | null;
  readonly to: string | null;
}

/** *Shape*: `things` by key, quotations and times in reading order. */
export interface Findings {
  readonly document: string;
  readonly things: readonly ThingFinding[];
  readonly quotations: readonly QuotationFinding[];
  readonly times: readonly TimeFinding[];
}

interface Understood {
  readonly article: Article;
  readonly quotations: readonly Quotation[];
  readonly times: readonly TimeExpression[];
  readonly referents: Referents;
}

/** Cost: linear. */
export function findingsOf({ article, quotations, times, referents }: Understood): Findings {
  const { text, trees } = article;
  const slice = ({ start, end }: Span): Words => ({ start, end, text: text.slice(start, end) });
  const words = (place: Place): Words => slice(spanOf(trees[place.sentence] as Tree, place));
  const party = (place: Place | undefined): Party | null =>
    place === undefined
      ? null
      : { ...words(place), thing: referenceAt(article, referents, place)?.thing.key ?? null };
  const mentions = Map.groupBy(referents.references, ({ thing }) => thing.key);
  return {
    document: article.id,
    things: referents.things.map(({ key, type, name, members }) => ({
      key,
      type,
      name,
      members: members.map((member) => member.key),
      mentions: (mentions.get(key) ?? []).map(({ form, confidence, reason, ...place }) => ({
        ...words(place),
        form,
        confidence,
        reason,
      })),
    })),
    quotations: quotations.map(({ start, end, extent, speaker, cue, listener, reason, confidence }) => ({
      ...slice({ start, end }),
      extent,
      speaker: party(speaker),
      cue: cue === undefined ? null : words({ sentence: cue.sentence, from: cue.word, to: cue.word + 1 }),
      listener: party(listener),
      reason: reason ?? null,
      confidence: confidence ?? null,
    })),
    times: times.map(({ kind, days, ...place }) => ({
      ...words(place),
      kind,
      from: days?.from ?? null,
      to: days?.to ?? null,
    })),
  };
}

/** What a phrase stands for: the reference that its head has, where that covers the phrase ("Russian media" is no Russia). */
export function referenceAt(
  { trees }: Pick<Article, 'trees'>,
  referents: Referents,
  place: Place,
): Reference | undefined {
  const head = new Syntax(trees[place.sentence] as Tree).headWithin(place);
  const reference = referents.at(place.sentence, head);
  return reference !== undefined && reference.to >= place.to ? reference : undefined;
}
