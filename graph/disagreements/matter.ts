// What tells whether claims disagree, and how the reports of one matter are laid side by side. Knows no kind of disagreement.
import { type Argument, type Claim, compare, type Document } from '../model.ts';

export const disagreementKinds = ['polarity', 'modality', 'date', 'number', 'place', 'participant'] as const;
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
    | 'quote'
  > {
  readonly arguments: readonly Pick<Argument, 'role' | 'entity' | 'text'>[];
}

/** Of a document, what tells whether it speaks of the same days. */
export type Published = Pick<Document, 'id' | 'publishedAt'>;

/** Two claims of different reports, and in what they differ. `a` is the one whose id comes first. */
export interface Disagreement<C extends Matter = Claim> {
  readonly kind: DisagreementKind;
  readonly a: C;
  readonly b: C;
  /** The words that differ: "15 May" and "16 May", "denied" and "stated", an entity's id. */
  readonly says: readonly [string, string];
}

/** What two claims differ in, whatever else is known of them. */
export type Found = Disagreement<Matter>;

/** Claims whose ends are both entities. */
export type BoundClaim = Matter & { readonly subject: string; readonly object: string };

/** In what two reports differ about one matter. */
export type Compare<C extends Matter> = (
  one: readonly C[],
  other: readonly C[],
  published: ReadonlyMap<string, Published>,
) => readonly Found[];

/** A matter that news tells of again after more days than this is another matter. */
const longestDistance = 4;

/** Before every day: whoever names none is laid beside all. */
const undated = -1e6;

/**
 * What each two reports say of each matter, compared. *Cost*: for each matter, the pairs of reports that came out within a
 * few days of each other, or on no known day.
 */
export function among<C extends Matter>(
  matters: ReadonlyMap<unknown, readonly C[]>,
  published: ReadonlyMap<string, Published>,
  compared: Compare<C>,
): Found[] {
  return [...matters.values()].flatMap((matter) => {
    const reports = [...Map.groupBy(matter, (claim) => claim.origin)]
      .map(([origin, claims]) => ({ origin, claims, day: dayOf(claims[0] as C, published) }))
      .sort((a, b) => (a.day ?? undated) - (b.day ?? undated) || compare(a.origin, b.origin));
    return reports.flatMap(({ claims, day }, i) => {
      const found: Found[] = [];
      for (const other of reports.slice(i + 1)) {
        if (day !== undefined && (other.day ?? undated) - day > longestDistance) break;
        found.push(...compared(claims, other.claims, published));
      }
      return found;
    });
  });
}

/** The day on which a claim's report came out. *Units*: days since 1970. */
export function dayOf({ document }: Matter, published: ReadonlyMap<string, Published>): number | undefined {
  const time = Date.parse((published.get(document)?.publishedAt ?? '').slice(0, 10));
  return Number.isNaN(time) ? undefined : Math.floor(time / 86_400_000);
}

/** The disagreement of two reports that have no answer in common; undefined where they have, or where one gives none. */
export function differ(
  kind: DisagreementKind,
  one: readonly Matter[],
  other: readonly Matter[],
  answer: (claim: Matter) => string | undefined,
): Found | undefined {
  const [mine, theirs] = [answersOf(one, answer), answersOf(other, answer)];
  const [a] = [...mine.values()];
  const [b] = [...theirs.values()];
  if (a === undefined || b === undefined || [...mine.keys()].some((key) => theirs.has(key))) return undefined;
  return inOrder({ kind, a, b, says: [answer(a) ?? '', answer(b) ?? ''] });
}

/** The claim whose id comes first is told first. */
export const inOrder = ({ kind, a, b, says: [one, other] }: Found): Found =>
  compare(a.id, b.id) <= 0 ? { kind, a, b, says: [one, other] } : { kind, a: b, b: a, says: [other, one] };

/** By answer the surest claim that gives it, the surest first. */
export function answersOf(
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

/** The words, or the entity, of a claim's first argument of that role. */
export const argumentOf = (claim: Matter, role: string): string | undefined => {
  const found = claim.arguments.find((argument) => argument.role === role);
  return found === undefined ? undefined : (found.entity ?? found.text.toLowerCase());
};
