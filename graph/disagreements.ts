// Where reports disagree: claims of different reports about the same thing that can't both hold, or that differ in a day, a
// number, a place, in who did it, or in whether it happened. Sees claims, no text and no store.
import { inWhatWasAgreed, inWhetherAtAll, inWhoDidIt, isRepeated, isState } from './disagreements/acts.ts';
import {
  among,
  answersOf,
  argumentOf,
  type BoundClaim,
  type Compare,
  type Disagreement,
  dayOf,
  differ,
  type Found,
  type Matter,
  type Published,
} from './disagreements/matter.ts';
import { amountsOf, inNumber } from './disagreements/numbers.ts';
import { inOccasions } from './disagreements/occasions.ts';
import { compare } from './model.ts';
import { relationType, symmetricTypes } from './vocabulary/index.ts';

export {
  type Disagreement,
  type DisagreementKind,
  disagreementKinds,
  type Matter,
} from './disagreements/matter.ts';

/**
 * The disagreements of a graph, sorted by their claims. Only reports of different origins disagree, and of each two the
 * surest claims speak. *Cost*: for each matter, the pairs of reports of a few days that speak of it.
 */
export function disagreementsOf<C extends Matter>({
  claims,
  documents,
}: {
  readonly claims: readonly C[];
  readonly documents: readonly Published[];
}): Disagreement<C>[] {
  const published = new Map(documents.map((document) => [document.id, document]));
  const fairlySure = (claims as readonly Matter[]).filter(isFairlySure);
  const sure = fairlySure.filter(isSure);
  const bound = sure.filter(isBound);
  const found = [
    ...among(Map.groupBy(bound, matterOf), published, between),
    ...among(Map.groupBy(bound.filter(isOccasion), occasionOf), published, ofOneDay),
    ...inWhetherAtAll(sure, published),
    ...inWhatWasAgreed(sure, published),
    ...inWhoDidIt(sure, published),
    ...inNumber(fairlySure, published),
    ...inOccasions(sure, published),
  ].sort((x, y) => compare(x.a.id, y.a.id) || compare(x.b.id, y.b.id) || compare(x.kind, y.kind));
  // Both are among the claims given.
  return distinct(found) as unknown as Disagreement<C>[];
}

/** Of two rules that find the same, one tells. Both claims and the kind are in order. */
const distinct = (found: readonly Found[]): Found[] =>
  found.filter(({ kind, a, b }, i) => {
    const before = found[i - 1];
    return before?.kind !== kind || before.a !== a || before.b !== b;
  });

/** A claim that is hardly sure of itself contradicts nobody. */
const isSure = (claim: Matter): boolean => claim.rejected === undefined && claim.confidence >= 0.5;

/** Numbers stand in claims under a text's own verb, which are less sure of themselves; the number itself is not in doubt. */
const isFairlySure = (claim: Matter): boolean => claim.rejected === undefined && claim.confidence >= 0.3;

const isBound = (claim: Matter): claim is BoundClaim =>
  claim.subject !== null && claim.object !== null && claim.subject !== claim.object;

function matterOf({ subject, predicate, object }: BoundClaim): string {
  const ends = symmetricTypes.has(predicate) && object < subject ? [object, subject] : [subject, object];
  return JSON.stringify([predicate, ...ends]);
}

/** In what two reports differ about one matter. */
function between(
  one: readonly BoundClaim[],
  other: readonly BoundClaim[],
  published: ReadonlyMap<string, Published>,
): Found[] {
  const polarity = differ('polarity', one, other, polarityOf);
  if (polarity !== undefined) return [polarity];
  const modality = differ('modality', one, other, (claim) =>
    claim.negated || isRepeated(claim) || isState(claim) ? undefined : claim.modality,
  );
  const happened = [one, other].map((claims) => claims.filter((claim) => claim.asserted)) as [
    BoundClaim[],
    BoundClaim[],
  ];
  return [
    modality !== undefined && (isOutrun(modality, published) || haveOneDay(one, other))
      ? undefined
      : modality,
    differ('date', ...happened, dateOf),
    differ('place', ...happened, (claim) => argumentOf(claim, 'place')),
    differ('participant', ...happened, initiatorOf),
    ...amountsOf(...happened),
  ].filter((found) => found !== undefined);
}

/** What is demanded states nothing, and "if she does not come" denies nothing. */
function polarityOf({ negated, modality, quote }: Matter): string | undefined {
  if (!negated) return modality === 'demanded' ? undefined : 'stated';
  return modality === 'possible' && /\b(?:if|unless|whether)\b/i.test(quote) ? undefined : 'denied';
}

/** Who called, where the words say who did: of two who spoke by phone neither need be the one. */
const initiatorOf = (claim: Matter): string | undefined =>
  /\b(?:called|phoned|telephoned|rang|dialled|dialed|placed|initiat\w+)\b/i.test(claim.quote)
    ? argumentOf(claim, 'initiator')
    : undefined;

/** What both tell of one day is one matter, told before it and after. */
function haveOneDay(one: readonly Matter[], other: readonly Matter[]): boolean {
  const days = answersOf(one, dateOf);
  return [...answersOf(other, dateOf).keys()].some((date) => days.has(date));
}

/** What was planned on Monday and is done on Tuesday is no disagreement. */
function isOutrun({ a, b }: Found, published: ReadonlyMap<string, Published>): boolean {
  const [done, open] = a.modality === 'actual' ? [a, b] : [b, a];
  const [later, earlier] = [dayOf(done, published), dayOf(open, published)];
  return done.modality === 'actual' && later !== undefined && earlier !== undefined && later > earlier;
}

/** A day where the claim names one: as ISO 8601, or as month and day where the report has no year. */
function dateOf({ time }: Matter): string | undefined {
  if (time === null) return undefined;
  if (time.from !== null) return time.from === (time.to ?? time.from) ? time.from.slice(0, 10) : undefined;
  const found =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(
      time.text,
    );
  return found === null ? undefined : `${found[1] ?? found[4]} ${found[2] ?? found[3]}`.toLowerCase();
}

/**
 * Two reports that tell one occasion under different names ("met", "held talks") on different days, at one place or at none
 * that both name. More than two days apart they may well be two.
 */
const ofOneDay: Compare<BoundClaim> = (one, other) => {
  const days = [...one, ...other].map(dateOf).filter((date) => date !== undefined);
  const numbers = days.map((date) => Date.parse(date.length === 10 ? date : `${date} 2001`));
  const isClose = Math.max(...numbers) - Math.min(...numbers) <= 2 * 86_400_000;
  const isOne = new Set([...one, ...other].map(({ predicate }) => predicate)).size === 1;
  const [here, there] = [one, other].map((claims) =>
    answersOf(claims, (claim) => argumentOf(claim, 'place')),
  );
  const isElsewhere =
    here !== undefined &&
    there !== undefined &&
    here.size > 0 &&
    there.size > 0 &&
    ![...here.keys()].some((place) => there.has(place));
  const found = isOne || !isClose || isElsewhere ? undefined : differ('date', one, other, dateOf);
  return found === undefined ? [] : [found];
};

/** Occasions that happened, and that people come together for. */
const isOccasion = (claim: BoundClaim): boolean =>
  claim.asserted &&
  symmetricTypes.has(claim.predicate) &&
  relationType(claim.predicate)?.eventType === 'CONSULT';

function occasionOf(claim: BoundClaim): string {
  const { subject, predicate, object } = claim;
  return JSON.stringify([relationType(predicate)?.mode ?? null, ...[subject, object].sort()]);
}
