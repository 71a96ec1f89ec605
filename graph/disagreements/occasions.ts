// Where reports disagree about an occasion, by the words with which their sentences tell of it: whether it came about, how large
// it was, whether it was before another or after. Sees claims and their quotes; an occasion need not be a claim of its own.
import { relationType, symmetricTypes } from '../vocabulary/index.ts';
import {
  among,
  type BoundClaim,
  type Compare,
  differ,
  type Found,
  type Matter,
  type Published,
} from './matter.ts';

/** The disagreements about occasions. *Cost*: linear in the claims, and the pairs of reports of a few days for each occasion. */
export function inOccasions(claims: readonly Matter[], published: ReadonlyMap<string, Published>): Found[] {
  const sentences = Map.groupBy(claims, ({ document, quote }) => `${document} ${quote}`);
  const meant = [...sentences.values()].flatMap((sentence) => meantIn(sentence));
  const occasionOf = new Map(meant.map((one) => [one.claim, one]));
  const compareOccasions: Compare<Matter> = (one, other) =>
    [
      differ('modality', one, other, (claim) => occasionOf.get(claim)?.modality),
      differ('number', one, other, (claim) => occasionOf.get(claim)?.extent),
    ].filter((found) => found !== undefined);
  const told = Map.groupBy(meant, ({ key }) => key);
  // Where every report has a claim of its own, others compare them.
  const outcomes = [...told].filter(([, all]) => all.some(({ isOutcome }) => isOutcome));
  const sized = [...told].filter(([, all]) => all.every(({ isOutcome }) => !isOutcome));
  const claimsOf = (groups: readonly (readonly [string, readonly Occasion[]])[]) =>
    new Map(groups.map(([key, all]) => [key, all.map(({ claim }) => claim)]));
  return [
    ...among(claimsOf(outcomes), published, compareOccasions),
    ...among(claimsOf(sized), published, (one, other) =>
      compareOccasions(one, other, published).filter(({ kind }) => kind === 'number'),
    ),
    ...inOrderOf([...sentences.values()], published),
  ];
}

/** An occasion that a claim tells of. */
interface Occasion {
  readonly claim: Matter;
  /** Type and participants. */
  readonly key: string;
  readonly modality: string;
  /** How large, where the words say so. */
  readonly extent: string | undefined;
  /** Whether the claim says of something else that it brought the occasion about. */
  readonly isOutcome: boolean;
}

/** The nouns of occasions that two have with each other. A noun with another word before it comes first. */
const nouns: readonly (readonly [type: string, noun: RegExp])[] = [
  ['EXCHANGED_PRISONERS_WITH', /\b(?:prisoner (?:exchange|swap)|exchange of prisoners)\b/i],
  ['CEASED_FIRE_WITH', /\b(?:cease-?fire|truce|armistice)\b/i],
  ['CALLED', /\b(?:(?:phone |telephone )?(?:call|conversation))\b/i],
  ['MET_WITH', /\b(?:meeting|summit)\b/i],
  ['HELD_TALKS_WITH', /\b(?:talks|negotiations)\b/i],
  ['EXERCISED_WITH', /\b(?:exercise|manoeuvres|maneuvers|drill)s?\b/i],
];

function meantIn(sentence: readonly Matter[]): Occasion[] {
  const ends = [...new Set(sentence.flatMap(({ subject, object }) => [subject, object]))].filter(
    (end) => end !== null,
  );
  return sentence.flatMap((claim): Occasion[] => {
    if (claim.negated) return [];
    if (isBetweenTwo(claim)) {
      const noun = nouns.find(([type]) => type === claim.predicate)?.[1];
      const extent = noun === undefined ? undefined : extentIn(claim.quote, noun);
      const key = keyOf(claim.predicate, [claim.subject, claim.object]);
      return noun === undefined ? [] : [{ claim, key, modality: claim.modality, extent, isOutcome: false }];
    }
    // "The talks between them led to a limited exchange": of whom the sentence speaks.
    const words = claim.objectText ?? '';
    const [type, noun] = (bringing.has(claim.predicate) && nouns.find(([, noun]) => noun.test(words))) || [];
    if (claim.object !== null || type === undefined || noun === undefined) return [];
    const modality = claim.modality === 'actual' && isOnlyProposed(words, noun) ? 'planned' : claim.modality;
    const extent = extentIn(words, noun);
    return pairsOf(ends).map((pair) => ({
      claim,
      key: keyOf(type, pair),
      modality,
      extent,
      isOutcome: true,
    }));
  });
}

const isBetweenTwo = (claim: Matter): claim is BoundClaim =>
  claim.subject !== null && claim.object !== null && symmetricTypes.has(claim.predicate);

const keyOf = (type: string, ends: readonly string[]): string => JSON.stringify([type, ...[...ends].sort()]);

/** Text's own verbs that say that something came about. */
const bringing: ReadonlySet<string> = new Set(
  'BROUGHT_ABOUT LED_TO RESULTED_IN PRODUCED YIELDED ENDED_IN ENDED_WITH SECURED ACHIEVED DELIVERED'.split(
    ' ',
  ),
);

const isOnlyProposed = (words: string, noun: RegExp): boolean =>
  /\b(?:proposal|plan|offer|pledge|promise|call|hope|prospect)s?\b[^,;]*$/i.test(
    words.slice(0, noun.exec(words)?.index),
  );

function pairsOf(ends: readonly string[]): [string, string][] {
  return ends.length > mostEnds
    ? []
    : ends.flatMap((a, i) => ends.slice(i + 1).map((b): [string, string] => [a, b]));
}

/** A sentence about more than so many says of none of them who takes part. */
const mostEnds = 4;

/** "large" or "limited", by the words before a noun. */
function extentIn(words: string, noun: RegExp): string | undefined {
  const before =
    words
      .slice(0, noun.exec(words)?.index ?? 0)
      .toLowerCase()
      .match(/[\p{L}-]+/gu) ?? [];
  const near = before.slice(-3).toReversed();
  return near.map((word) => extents.get(word)).find((extent) => extent !== undefined);
}

const extents: ReadonlyMap<string, string> = new Map([
  ...'limited small small-scale partial modest minor brief short'
    .split(' ')
    .map((word) => [word, 'limited'] as const),
  ...'large large-scale largest huge massive major full full-scale comprehensive biggest extensive lengthy long longest'
    .split(' ')
    .map((word) => [word, 'large'] as const),
]);

/** Whether two were in touch before another occasion or after it, where both reports say so of the same occasion. */
function inOrderOf(
  sentences: readonly (readonly Matter[])[],
  published: ReadonlyMap<string, Published>,
): Found[] {
  const order = new Map<Matter, 'before' | 'after'>();
  const placed = sentences.flatMap((sentence) => {
    const contacts = sentence.filter(isContact);
    const [{ quote = '' } = {}] = contacts;
    const anchors = contacts.filter(({ predicate }) => nouns.some(([type]) => type === predicate));
    return anchors.flatMap((anchor) => {
      const noun = nouns.find(([type]) => type === anchor.predicate)?.[1] as RegExp;
      const when = orderIn(quote, noun);
      const anchored = keyOf(anchor.predicate, endsOf(anchor));
      return contacts
        .filter((claim) => when !== undefined && pairKey(claim) !== pairKey(anchor))
        .map((claim) => {
          order.set(claim, when as 'before' | 'after');
          return { claim, key: `${pairKey(claim)} ${anchored}` };
        });
    });
  });
  const groups = new Map(
    [...Map.groupBy(placed, ({ key }) => key)].map(([key, all]) => [key, all.map(({ claim }) => claim)]),
  );
  return among<Matter>(groups, published, (one, other) => {
    const found = differ('date', one, other, (claim) => order.get(claim));
    return found === undefined ? [] : [found];
  });
}

const isContact = (claim: Matter): claim is BoundClaim =>
  claim.asserted &&
  claim.subject !== null &&
  claim.object !== null &&
  relationType(claim.predicate)?.eventType === 'CONSULT';

const endsOf = ({ subject, object }: BoundClaim): string[] => [subject, object].sort();
const pairKey = (claim: BoundClaim): string => endsOf(claim).join(' ');

/** "prior to his call", "following the talks": what stands right before the occasion's noun. */
function orderIn(quote: string, noun: RegExp): 'before' | 'after' | undefined {
  const found = [...quote.matchAll(new RegExp(noun, 'gi'))].flatMap(({ index }) => {
    const lead = /\b(before|prior to|ahead of|after|following)(?:\s+[\p{L}’'-]+){0,3}\s*$/iu.exec(
      quote.slice(0, index),
    );
    return lead === null
      ? []
      : [/^(?:after|following)$/i.test(lead[1] as string) ? ('after' as const) : ('before' as const)];
  });
  return found[0];
}
