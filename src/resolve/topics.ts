// Topics: noun phrases that claims of several independent reports take as object ("ceasefire", "prisoner exchange").
// Sees the nouns that the extractor hands over; knows no tree and no text.
import { compare, type Entity } from '../../graph/model.ts';
import type { Annotated, End, Statement } from '../annotated.ts';
import type { Decided } from '../decision.ts';
import { eventKinds } from './event-kinds.ts';
import { isImported } from './part.ts';
import { emptyModifiers, nounsOfKinds, sameNouns, singular, topicNouns } from './topic-nouns.ts';

/** A phrase that may be a topic, where a claim has it. Plain JSON. */
export interface Phrase {
  readonly claim: string;
  /** What the same phrase has in every article: "prisoner exchange" for "prisoner exchanges". */
  readonly key: string;
  /** As it stands. */
  readonly form: string;
  /** Offset of the claim. */
  readonly start: number;
}

/** How a document uses a phrase. Plain JSON. */
export interface Use {
  /** Sorted ids of the documents that the claims come from. */
  readonly origins: readonly string[];
  /** How often it is written in which form. */
  readonly forms: Readonly<Record<string, number>>;
}

/** The topics of phrases. */
export interface Topics {
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  /** Ids of the topics that a statement's ends are. */
  of(statement: Statement): ReadonlyMap<End, string>;
}

/** The topics of articles. *Cost*: linear in the phrases. */
export function topicsOf(
  articles: readonly { readonly record: Annotated; readonly originOf: (offset: number) => string }[],
  decisions: readonly Decided[],
): Topics {
  const rejected = claimsRejected(decisions);
  const uses = new Map<string, Use[]>();
  for (const { record, originOf } of articles)
    for (const [key, use] of usesOf(phrasesIn(record), originOf, rejected)) {
      const list = uses.get(key);
      if (list === undefined) uses.set(key, [use]);
      else list.push(use);
    }
  const found = new Map(
    [...uses].flatMap(([key, list]) => topicNamed(key, list) ?? []).map((t) => [t.id, t]),
  );
  return {
    entities: [...found.values()].sort((a, b) => compare(a.id, b.id)),
    of: (statement) => topicsOfStatement(statement, (key) => found.has(idOfTopic(key))),
  };
}

/** Ids of the topics that a statement's ends are, given the keys that stand. */
export function topicsOfStatement(
  statement: Statement,
  isTopic: (key: string) => boolean,
): ReadonlyMap<End, string> {
  return new Map(
    topicEnds(statement).flatMap((end): [End, string][] => {
      const key = keyOf(end);
      return key !== undefined && isTopic(key) ? [[end, idOfTopic(key)]] : [];
    }),
  );
}

/** The phrases of an article's claims that may be topics. An import says itself what stands at its ends. */
export const phrasesIn = ({ statements }: Annotated): Phrase[] =>
  statements.flatMap((statement) =>
    topicEnds(statement).flatMap((end): Phrase[] => {
      const key = keyOf(end);
      const form = end.noun as string;
      return key === undefined ? [] : [{ claim: statement.id, key, form, start: statement.start }];
    }),
  );

/** What of a statement may be a topic: its object, and what it says that it is about. Nobody meets a ceasefire. */
const topicEnds = (statement: Statement): readonly End[] =>
  isImported(statement)
    ? []
    : [
        ...(statement.object === null || eventKinds.has(statement.predicate) ? [] : [statement.object]),
        ...statement.arguments.filter(({ role }) => role === 'topic'),
      ];

/** A document's use of each phrase. What an editor struck out counts for nothing, but is about the topic that others make. */
export function usesOf(
  phrases: readonly Phrase[],
  originOf: (offset: number) => string,
  rejected: ReadonlySet<string>,
): Map<string, Use> {
  return new Map(
    [...Map.groupBy(phrases, ({ key }) => key)].map(([key, all]): [string, Use] => {
      const own = all.filter(({ claim }) => !rejected.has(claim));
      const forms = [...Map.groupBy(own, ({ form }) => form)].sort((a, b) => compare(a[0], b[0]));
      return [
        key,
        {
          origins: [...new Set(own.map(({ start }) => originOf(start)))].sort(compare),
          forms: Object.fromEntries(forms.map(([form, list]) => [form, list.length])),
        },
      ];
    }),
  );
}

export const claimsRejected = (decisions: readonly Decided[]): ReadonlySet<string> =>
  new Set(decisions.flatMap(({ decision }) => (decision.kind === 'reject' ? [decision.claim] : [])));

/** The topic that documents' uses of a phrase amount to, by its most frequent form; undefined where they are too few. */
export function topicNamed(key: string, uses: readonly Use[]): Entity | undefined {
  const documents = uses.filter(({ origins }) => origins.length > 0).length;
  const origins = new Set(uses.flatMap((use) => use.origins));
  if (documents < 2 || origins.size < 2) return undefined;
  const counts = new Map<string, number>();
  for (const { forms } of uses)
    for (const [form, count] of Object.entries(forms)) counts.set(form, (counts.get(form) ?? 0) + count);
  const [name = key, ...others] = [...counts]
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .map(([form]) => form);
  return { id: idOfTopic(key), type: 'Topic', name, aliases: others.sort(compare) };
}

const idOfTopic = (key: string): string => `topic:${key.replaceAll(' ', '-')}`;

/** The key of the phrase that a topic is, by its id. */
export const keyOfTopic = (id: string): string => id.replace(/^topic:/, '').replaceAll('-', ' ');

/** What a noun has in common with its other forms; undefined where it can't be a topic. */
export function keyOf({ noun }: Pick<End, 'noun'>): string | undefined {
  if (noun === undefined) return undefined;
  // "cease-fire" is "ceasefire".
  const words = noun.replaceAll('-', '').split(' ');
  const last = singular(words.at(-1) as string);
  const head = sameNouns.get(last) ?? last;
  const kinds = words.slice(0, -1).filter((word) => !emptyModifiers.has(word));
  const isTopic = topicNouns.has(head) || (nounsOfKinds.has(head) && kinds.length > 0);
  return isTopic ? [...kinds, head].join(' ') : undefined;
}
