// Where reports disagree: claims of different reports about the same thing that can't both hold, or that differ in a day, a
// number, a place, or in whether it happened. Sees claims, no text and no store.
import { type Argument, type Claim, compare, type Document } from './model.ts';
import { areApart, isSameThing, type Quantity, quantityOf } from './quantity.ts';
import { relationType, symmetricTypes } from './vocabulary/index.ts';

export const disagreementKinds = ['polarity', 'modality', 'date', 'number', 'place'] as const;
export type DisagreementKind = (typeof disagreementKinds)[number];

/** What tells whether claims disagree. */
export interface Matter
  extends Pick<
    Claim,
    | 'id'
    | 'document'
    | 'subject'
    | 'subjectText'
    | 'predicate'
    | 'object'
    | 'objectText'
    | 'negated'
    | 'modality'
    | 'asserted'
    | 'rejected'
    | 'confidence'
    | 'origin'
    | 'time'
  > {
  readonly arguments: readonly Pick<Argument, 'role' | 'entity' | 'text'>[];
}

type Published = Pick<Document, 'id' | 'publishedAt'>;

/** Two claims of different reports, and in what they differ. `a` is the one whose id comes first. */
export interface Disagreement<C extends Matter = Claim> {
  readonly kind: DisagreementKind;
  readonly a: C;
  readonly b: C;
  /** The words that differ: "15 May" and "16 May", "denied" and "stated", "Lima" and "Quito". */
  readonly says: readonly [string, string];
}

/**
 * The disagreements of a graph, sorted by their claims. Only reports of different origins disagree, and of each two the
 * surest claims speak. *Cost*: for each subject, predicate and object the square of the reports that differ.
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
  const bound = fairlySure.filter(isSure).filter(isBound);
  const found = [
    ...among(Map.groupBy(bound, matterOf), published, between),
    ...among(Map.groupBy(bound.filter(isOccasion), occasionOf), published, ofOneDay),
    ...among(Map.groupBy(fairlySure.filter(isCount), countOf), published, inNumber),
    ...among(Map.groupBy(fairlySure.filter(isToll), tollOf), published, inToll(claimsEnds(fairlySure))),
  ].sort((x, y) => compare(x.a.id, y.a.id) || compare(x.b.id, y.b.id) || compare(x.kind, y.kind));
  // Both are among the claims given.
  return found as unknown as Disagreement<C>[];
}

type Found = Disagreement<Matter>;

type BoundClaim = Matter & { readonly subject: string; readonly object: string };

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

/** A matter that news tells of again after more days than this is another matter. */
const longestDistance = 4;

type Compare<C extends Matter> = (
  one: readonly C[],
  other: readonly C[],
  published: ReadonlyMap<string, Published>,
) => readonly Found[];

/** What each two reports say of each matter, compared. */
function among<C extends Matter>(
  matters: ReadonlyMap<unknown, readonly C[]>,
  published: ReadonlyMap<string, Published>,
  compared: Compare<C>,
): Found[] {
  return [...matters.values()].flatMap((matter) => {
    const reports = [...Map.groupBy(matter, (claim) => claim.origin)].sort((a, b) => compare(a[0], b[0]));
    return reports.flatMap(([, one], i) =>
      reports
        .slice(i + 1)
        .flatMap(([, other]) => (isNear(one, other, published) ? compared(one, other, published) : [])),
    );
  });
}

function isNear(
  one: readonly Matter[],
  other: readonly Matter[],
  published: ReadonlyMap<string, Published>,
): boolean {
  const dayOf = ([claim]: readonly Matter[]) => day(published.get(claim?.document ?? '')?.publishedAt);
  const [a, b] = [dayOf(one), dayOf(other)];
  return a === undefined || b === undefined || Math.abs(a - b) <= longestDistance;
}

/** In what two reports differ about one matter. */
function between(
  one: readonly BoundClaim[],
  other: readonly BoundClaim[],
  published: ReadonlyMap<string, Published>,
): Found[] {
  const polarity = differ('polarity', one, other, ({ negated }) => (negated ? 'denied' : 'stated'));
  if (polarity !== undefined) return [polarity];
  const modality = differ('modality', one, other, ({ negated, modality }) =>
    negated ? undefined : modality,
  );
  const happened = [one, other].map((claims) => claims.filter((claim) => claim.asserted)) as [
    BoundClaim[],
    BoundClaim[],
  ];
  return [
    modality !== undefined && isOutrun(modality, published) ? undefined : modality,
    differ('date', ...happened, dateOf),
    differ('place', ...happened, (claim) => argumentOf(claim, 'place')),
    ...numbersOf(...happened),
  ].filter((found) => found !== undefined);
}

/** What was planned on Monday and is done on Tuesday is no disagreement. */
function isOutrun({ a, b }: Found, published: ReadonlyMap<string, Published>): boolean {
  const dayOf = ({ document }: Matter) => day(published.get(document)?.publishedAt);
  const [done, open] = a.modality === 'actual' ? [a, b] : [b, a];
  const [later, earlier] = [dayOf(done), dayOf(open)];
  return done.modality === 'actual' && later !== undefined && earlier !== undefined && later > earlier;
}

/** The disagreement of two reports that have no answer in common; undefined where they have, or where one gives none. */
function differ(
  kind: DisagreementKind,
  one: readonly Matter[],
  other: readonly Matter[],
  answer: (claim: Matter) => string | undefined,
): Found | undefined {
  const [mine, theirs] = [answersOf(one, answer), answersOf(other, answer)];
  const [a] = [...mine.values()];
  const [b] = [...theirs.values()];
  if (a === undefined || b === undefined || [...mine.keys()].some((key) => theirs.has(key))) return undefined;
  const [first, second] = compare(a.id, b.id) < 0 ? [a, b] : [b, a];
  return { kind, a: first, b: second, says: [answer(first) ?? '', answer(second) ?? ''] };
}

/** By answer the surest claim that gives it, the surest first. */
function answersOf(
  claims: readonly Matter[],
  answer: (claim: Matter) => string | undefined,
): Map<string, Matter> {
  const answers = new Map<string, Matter>();
  for (const claim of [...claims].sort((a, b) => b.confidence - a.confidence || compare(a.id, b.id))) {
    const said = answer(claim);
    if (said !== undefined && !answers.has(said)) answers.set(said, claim);
  }
  return answers;
}

/** A day where the claim names one: as ISO 8601, or as month and day where the report has no year. */
function dateOf({ time }: Matter): string | undefined {
  if (time === null) return undefined;
  if (time.from !== null) return time.from === (time.to ?? time.from) ? time.from.slice(0, 10) : undefined;
  const found =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})\b|\b(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(
      time.text,
    );
  return found === null ? undefined : `${found[1] ?? found[4]} ${found[2] ?? found[3]}`.toLowerCase();
}

const argumentOf = (claim: Matter, role: string): string | undefined => {
  const found = claim.arguments.find((argument) => argument.role === role);
  return found === undefined ? undefined : (found.entity ?? found.text.toLowerCase());
};

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

/** A claim about so many of something that is no entity: "the group dismissed 340 crew". */
const isCount = (claim: Matter): boolean =>
  claim.asserted &&
  claim.subject !== null &&
  claim.object === null &&
  quantityOf(claim.objectText ?? '') !== undefined;

const countOf = ({ subject, predicate }: Matter): string => JSON.stringify([predicate, subject]);

const inNumber: Compare<Matter> = (one, other) => apart(one, other, ({ objectText }) => objectText);

/** How many died or were hurt. One report has them as subject, another as object. */
const isToll = (claim: Matter): boolean =>
  claim.asserted && tolls.has(claim.predicate) && quantityOf(tollText(claim) ?? '') !== undefined;

const tolls: ReadonlyMap<string, 'dead' | 'hurt'> = new Map([
  ['KILLED', 'dead'],
  ['WAS_KILLED', 'dead'],
  ['DIED', 'dead'],
  ['INJURED', 'hurt'],
  ['WOUNDED', 'hurt'],
  ['WAS_INJURED', 'hurt'],
  ['WAS_WOUNDED', 'hurt'],
]);

const tollOf = ({ predicate }: Matter): string | undefined => tolls.get(predicate);

const tollText = ({ predicate, subjectText, objectText }: Matter): string | null =>
  predicate === 'KILLED' || predicate === 'INJURED' || predicate === 'WOUNDED' ? objectText : subjectText;

/**
 * Tolls of one event: the reports have some of the same entities, and neither number is more than three times the other
 * (the dead of a day beside the dead of a war).
 */
const inToll =
  (ends: ReadonlyMap<string, ReadonlySet<string>>): Compare<Matter> =>
  (one, other) => {
    const [mine, theirs] = [one, other].map(
      ([claim]) => ends.get(claim?.document ?? '') ?? new Set<string>(),
    );
    const shared = [...(mine as ReadonlySet<string>)].filter((entity) =>
      (theirs as ReadonlySet<string>).has(entity),
    );
    return shared.length < leastShared
      ? []
      : apart(one, other, tollText).filter(({ says: [a, b] }) => ratioOf(a, b) <= 3);
  };

const leastShared = 3;

function ratioOf(one: string, other: string): number {
  const [a, b] = [one, other].map((words) => middleOf(quantityOf(words)));
  return Math.max(a as number, b as number) / Math.max(1, Math.min(a as number, b as number));
}

const middleOf = (quantity: Quantity | undefined): number =>
  quantity === undefined ? 0 : Number.isFinite(quantity.high) ? quantity.high : quantity.low;

/** By document, the entities that its claims are about. */
function claimsEnds(claims: readonly Matter[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ends = new Map<string, Set<string>>();
  for (const { document, subject, object } of claims) {
    const known = ends.get(document) ?? new Set<string>();
    ends.set(document, known);
    for (const end of [subject, object]) if (end !== null) known.add(end);
  }
  return ends;
}

/** The first two claims, one of each report, whose quantities can't both hold; none where some of them agree. */
function apart(
  one: readonly Matter[],
  other: readonly Matter[],
  wordsOf: (claim: Matter) => string | null,
): Found[] {
  const pairs = one.flatMap((a) => other.map((b) => [a, b] as const));
  const quantity = (claim: Matter) => quantityOf(wordsOf(claim) ?? '') as Quantity;
  const comparable = pairs.filter(([a, b]) => isSameThing(quantity(a), quantity(b)));
  const found = comparable.filter(([a, b]) => areApart(quantity(a), quantity(b)));
  if (found.length === 0 || found.length < comparable.length) return [];
  const [pair] = found.map((both) => both.toSorted((x, y) => compare(x.id, y.id)));
  const [a, b] = pair as [Matter, Matter];
  return [{ kind: 'number', a, b, says: [wordsOf(a) ?? '', wordsOf(b) ?? ''] }];
}

/** Amounts of one thing: "1,000 prisoners" and "1,200 prisoners", but not "1,000 prisoners" and "two days". */
function numbersOf(one: readonly BoundClaim[], other: readonly BoundClaim[]): Found[] {
  const has = (claim: Matter) => quantityOf(amountText(claim) ?? '') !== undefined;
  return apart(one.filter(has), other.filter(has), amountText);
}

const amountText = (claim: Matter): string | null =>
  claim.arguments.find(({ role }) => role === 'amount')?.text ?? null;

function day(date: string | undefined): number | undefined {
  const time = Date.parse((date ?? '').slice(0, 10));
  return Number.isNaN(time) ? undefined : Math.floor(time / 86_400_000);
}
