// Which articles decisions are about, and what they make of an article's claims.
import type { Claim } from '../../../graph/model.ts';
import type { Decided as Decision, Idle } from '../../decision.ts';
import { decideClaims } from '../claims.ts';
import type { Link } from '../entities.ts';
import type { Part } from '../part.ts';
import type { Corpus } from './article.ts';

/** Articles that decisions are about: each is read again whatever else changed. They are few. */
export function articlesDecided(decisions: readonly Decision[], corpus: Corpus): Set<string> {
  const anchors = decisions.flatMap(({ decision }) => anchorsOf(decision));
  return new Set(anchors.flatMap((id) => articlesNamed(id, corpus)));
}

/** Ids of the articles that the id of a mention or claim may begin with. */
export function articlesNamed(id: string, corpus: Corpus): string[] {
  const found: string[] = [];
  for (let at = id.lastIndexOf(':'); at > 0; at = id.lastIndexOf(':', at - 1))
    if (corpus.has(id.slice(0, at))) found.push(id.slice(0, at));
  return found;
}

function anchorsOf(decision: Decision['decision']): readonly string[] {
  switch (decision.kind) {
    case 'same':
    case 'different':
      return [decision.a, decision.b];
    case 'split':
      return decision.mentions;
    case 'rename':
      return [decision.mention];
    case 'names':
      return [];
    case 'reject':
      return [decision.claim];
    case 'correct':
      return [decision.claim, ...speakersDecided([{ number: 0, decidedAt: '', decision }])];
  }
}

/** Mentions of those whose words claims are, as was decided. */
export const speakersDecided = (decisions: readonly Decision[]): string[] =>
  decisions.flatMap(({ decision }) =>
    decision.kind === 'correct' && decision.speaker?.mention ? [decision.speaker.mention] : [],
  );

/** What mentions of some articles stand for. */
export function entitiesIn(
  ids: ReadonlySet<string>,
  links: ReadonlyMap<string, readonly Link[]>,
  entities: ReadonlyMap<string, ReadonlyMap<number, string>>,
): (mention: string) => string | undefined {
  const found = new Map<string, string>();
  for (const id of ids)
    for (const [number, { chain }] of (links.get(id) ?? []).entries())
      for (const mention of chain.mentions)
        if (!found.has(mention)) found.set(mention, entities.get(id)?.get(number) as string);
  return (mention) => found.get(mention);
}

/** The claims of a part as they are after the decisions about them. */
export function decidedIn(
  { claims }: Part,
  decisions: readonly Decision[],
  entityOf: (mention: string) => string | undefined,
): readonly Claim[] {
  const ids = new Set(claims.map(({ id }) => id));
  const own = decisions.filter(({ decision }) => 'claim' in decision && ids.has(decision.claim));
  return own.length === 0 ? claims : decideClaims(claims, own, entityOf).claims;
}

/** Decisions about claims that no article makes; `claims` are those of the articles that decisions are about. */
export function claimsGone(claims: readonly Claim[], decisions: readonly Decision[]): readonly Idle[] {
  const about = decisions.filter(({ decision }) => 'claim' in decision);
  return about.length === 0 ? [] : decideClaims(claims, about, () => undefined).idle;
}
