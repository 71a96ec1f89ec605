// Where reports count one thing differently: the dead, the arrested, the prisoners exchanged, the price. Sees quantities, and
// whether two reports are about the same event; knows no dates and no denials.
import { compare } from '../model.ts';
import { areApart, isPeople, isSameThing, type Quantity, quantityOf } from '../quantity.ts';
import {
  among,
  type BoundClaim,
  type Compare,
  type Found,
  inOrder,
  type Matter,
  type Published,
} from './matter.ts';

/** The disagreements in how many. *Cost*: for each act, the pairs of reports of a few days that count whom it was done to. */
export function inNumber(claims: readonly Matter[], published: ReadonlyMap<string, Published>): Found[] {
  const ends = claimsEnds(claims);
  const counts = countsIn(claims);
  const byOne = counts.filter(({ claim }) => claim.subject !== null && !tolls.has(claim.predicate));
  const byAnybody = counts.filter(
    ({ act, quantity }) => isPeople(quantity) || (isToll(act) && quantity.thing === null),
  );
  const found = [
    ...among(
      grouped(byOne, ({ act, claim }) => JSON.stringify([act, claim.subject])),
      published,
      apartIn(byOne),
    ),
    ...among(
      grouped(byAnybody, ({ act }) => act),
      published,
      ofOneEvent(byAnybody, ends),
    ),
  ];
  return [...new Map(found.map((one) => [`${one.a.id} ${one.b.id}`, one])).values()];
}

/** Amounts of one thing: "1,000 prisoners" and "1,200 prisoners", but not "1,000 prisoners" and "two days". */
export function amountsOf(one: readonly BoundClaim[], other: readonly BoundClaim[]): readonly Found[] {
  const counts = [...one, ...other].flatMap((claim) => countOf(claim, '', amountText(claim)));
  return apartIn(counts)(one, other, new Map());
}

const amountText = (claim: Matter): string | null =>
  claim.arguments.find(({ role }) => role === 'amount')?.text ?? null;

/** How many of what a claim says were done something to. */
interface Count {
  readonly claim: Matter;
  /** What was done; `dead` and `hurt` under whatever verb. */
  readonly act: string;
  readonly words: string;
  readonly quantity: Quantity;
}

function countsIn(claims: readonly Matter[]): Count[] {
  // "Cost 340 people their jobs" says of nobody that they died.
  const lives = new Set(
    claims
      .filter(({ predicate, objectText }) => predicate === 'COST' && /\blives?$/.test(objectText ?? ''))
      .map(({ document, subjectText }) => `${document} ${subjectText}`),
  );
  return claims
    .filter(({ asserted, object }) => asserted && object === null)
    .flatMap((claim) => {
      const { predicate, document, subjectText, objectText } = claim;
      const toll = tolls.get(predicate);
      if (predicate === 'COST')
        return lives.has(`${document} ${subjectText}`) ? countOf(claim, 'dead', objectText) : [];
      if (toll === undefined) return countOf(claim, predicate, objectText);
      return countOf(claim, toll, sufferers.has(predicate) ? subjectText : objectText);
    });
}

function countOf(claim: Matter, act: string, words: string | null): Count[] {
  const quantity = quantityOf(words ?? '');
  return quantity === undefined ? [] : [{ claim, act, words: words as string, quantity }];
}

/** How many died or were hurt. */
const tolls: ReadonlyMap<string, 'dead' | 'hurt'> = new Map([
  ['KILLED', 'dead'],
  ['WAS_KILLED', 'dead'],
  ['DIED', 'dead'],
  ['INJURED', 'hurt'],
  ['WOUNDED', 'hurt'],
  ['WAS_INJURED', 'hurt'],
  ['WAS_WOUNDED', 'hurt'],
]);

const isToll = (act: string): boolean => act === 'dead' || act === 'hurt';

/** Whose subject it happened to. */
const sufferers: ReadonlySet<string> = new Set(['DIED', 'WAS_KILLED', 'WAS_INJURED', 'WAS_WOUNDED']);

const grouped = (counts: readonly Count[], key: (count: Count) => string): Map<string, Matter[]> =>
  new Map([...Map.groupBy(counts, key)].map(([act, all]) => [act, all.map(({ claim }) => claim)]));

/**
 * Counts of one event, whoever did it: the reports have some of the same entities, nobody named did one and another the
 * other, and neither number is more than three times the other (the dead of a day beside the dead of a war).
 */
function ofOneEvent(
  counts: readonly Count[],
  ends: ReadonlyMap<string, ReadonlySet<string>>,
): Compare<Matter> {
  const compared = apartIn(counts, ({ claim: a, quantity: one }, { claim: b, quantity: other }) => {
    const isOneDoer =
      a.subject === null || b.subject === null || a.subject === b.subject || tolls.has(a.predicate);
    return isOneDoer && ratioOf(one, other) <= 3;
  });
  return (one, other, published) => {
    const [mine, theirs] = [one, other].map(
      ([claim]) => ends.get(claim?.document ?? '') ?? new Set<string>(),
    );
    const shared = [...(mine as ReadonlySet<string>)].filter((end) =>
      (theirs as ReadonlySet<string>).has(end),
    );
    return shared.length < leastShared ? [] : compared(one, other, published);
  };
}

const leastShared = 3;

function ratioOf(one: Quantity, other: Quantity): number {
  const [a, b] = [one, other].map(({ low, high }) => (Number.isFinite(high) ? high : low)) as [
    number,
    number,
  ];
  return Math.max(a, b) / Math.max(1, Math.min(a, b));
}

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
function apartIn(
  counts: readonly Count[],
  isOneMatter: (one: Count, other: Count) => boolean = () => true,
): Compare<Matter> {
  const countsOf = Map.groupBy(counts, ({ claim }) => claim.id);
  const all = (claims: readonly Matter[]) => claims.flatMap(({ id }) => countsOf.get(id) ?? []);
  return (one, other) => {
    const theirs = all(other);
    const comparable = all(one).flatMap((a) =>
      theirs
        .filter((b) => isSameThing(a.quantity, b.quantity) && isOneMatter(a, b))
        .map((b) => [a, b] as const),
    );
    if (comparable.some(([a, b]) => !areApart(a.quantity, b.quantity))) return [];
    return comparable
      .map(([a, b]) => inOrder({ kind: 'number', a: a.claim, b: b.claim, says: [a.words, b.words] }))
      .sort((x, y) => compare(x.a.id, y.a.id) || compare(x.b.id, y.b.id))
      .slice(0, 1);
  };
}
