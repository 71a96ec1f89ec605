// Where reports disagree: claims of different reports about the same thing that can't both hold, or that differ in a day, a
// number, a place, or in whether it happened. Sees claims, no text and no store.
import { type Argument, type Claim, compare, type Document } from './model.ts';
import { symmetricTypes } from './vocabulary/index.ts';

export const disagreementKinds = ['polarity', 'modality', 'date', 'number', 'place'] as const;
export type DisagreementKind = (typeof disagreementKinds)[number];

/** What tells whether claims disagree. */
export interface Matter
  extends Pick<
    Claim,
    | 'id'
    | 'document'
    | 'subject'
    | 'predicate'
    | 'object'
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
  const matters = Map.groupBy((claims as readonly Matter[]).filter(isBound), matterOf);
  const found = [...matters.values()]
    .flatMap((matter) => amongReports(matter, published))
    .sort((x, y) => compare(x.a.id, y.a.id) || compare(x.b.id, y.b.id) || compare(x.kind, y.kind));
  // Both are among the claims given.
  return found as unknown as Disagreement<C>[];
}

type Found = Disagreement<Matter>;

type BoundClaim = Matter & { readonly subject: string; readonly object: string };

const isBound = (claim: Matter): claim is BoundClaim =>
  claim.subject !== null &&
  claim.object !== null &&
  claim.subject !== claim.object &&
  claim.rejected === undefined &&
  claim.confidence >= leastConfidence;

/** A claim that is hardly sure of itself contradicts nobody. */
const leastConfidence = 0.5;

function matterOf({ subject, predicate, object }: BoundClaim): string {
  const ends = symmetricTypes.has(predicate) && object < subject ? [object, subject] : [subject, object];
  return JSON.stringify([predicate, ...ends]);
}

/** A matter that news tells of again after more days than this is another matter. */
const longestDistance = 4;

function amongReports(matter: readonly BoundClaim[], published: ReadonlyMap<string, Published>): Found[] {
  const reports = [...Map.groupBy(matter, (claim) => claim.origin)].sort((a, b) => compare(a[0], b[0]));
  return reports.flatMap(([, one], i) =>
    reports
      .slice(i + 1)
      .flatMap(([, other]) => (isNear(one, other, published) ? between(one, other, published) : [])),
  );
}

function isNear(
  one: readonly BoundClaim[],
  other: readonly BoundClaim[],
  published: ReadonlyMap<string, Published>,
): boolean {
  const dayOf = ([claim]: readonly BoundClaim[]) => day(published.get(claim?.document ?? '')?.publishedAt);
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
  one: readonly BoundClaim[],
  other: readonly BoundClaim[],
  answer: (claim: BoundClaim) => string | undefined,
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
  claims: readonly BoundClaim[],
  answer: (claim: BoundClaim) => string | undefined,
): Map<string, BoundClaim> {
  const answers = new Map<string, BoundClaim>();
  for (const claim of [...claims].sort((a, b) => b.confidence - a.confidence || compare(a.id, b.id))) {
    const said = answer(claim);
    if (said !== undefined && !answers.has(said)) answers.set(said, claim);
  }
  return answers;
}

/** A day where the claim names one: as ISO 8601, or as month and day where the report has no year. */
function dateOf({ time }: BoundClaim): string | undefined {
  if (time === null) return undefined;
  if (time.from !== null) return time.from === (time.to ?? time.from) ? time.from.slice(0, 10) : undefined;
  const found =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})\b|\b(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(
      time.text,
    );
  return found === null ? undefined : `${found[1] ?? found[4]} ${found[2] ?? found[3]}`.toLowerCase();
}

const argumentOf = (claim: BoundClaim, role: string): string | undefined => {
  const found = claim.arguments.find((argument) => argument.role === role);
  return found === undefined ? undefined : (found.entity ?? found.text.toLowerCase());
};

/** Amounts of one thing: "1,000 prisoners" and "1,200 prisoners", but not "1,000 prisoners" and "two days". */
function numbersOf(one: readonly BoundClaim[], other: readonly BoundClaim[]): Found[] {
  const things = new Set([...one, ...other].map((claim) => amountOf(claim)?.thing));
  return [...things]
    .filter((thing) => thing !== undefined)
    .sort()
    .map((thing) =>
      differ('number', one, other, (claim) => {
        const amount = amountOf(claim);
        return amount?.thing === thing ? amount.number : undefined;
      }),
    )
    .filter((found) => found !== undefined);
}

function amountOf(claim: BoundClaim): { readonly number: string; readonly thing: string } | undefined {
  const text = claim.arguments.find(({ role }) => role === 'amount')?.text;
  const found = /([\d][\d,.]*)\s*-?\s*(?:\S+\s+)*?(\p{L}+)$/u.exec(text ?? '');
  if (found === null) return undefined;
  return {
    number: (found[1] as string).replaceAll(',', ''),
    thing: (found[2] as string).toLowerCase().replace(/s$/, ''),
  };
}

function day(date: string | undefined): number | undefined {
  const time = Date.parse((date ?? '').slice(0, 10));
  return Number.isNaN(time) ? undefined : Math.floor(time / 86_400_000);
}
