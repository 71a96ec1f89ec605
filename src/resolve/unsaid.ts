// Whose office somebody holds, where an article leaves it unsaid: what other articles, or words elsewhere, say of the same
// person. Knows nothing of how articles were read; an office that no article says to be somebody's is no claim.
import { compare } from '../../graph/model.ts';
import type { Annotated, Statement } from '../annotated.ts';
import type { Decided } from '../decision.ts';
import { isImported } from './part.ts';

/** What an article says of somebody's office. `T` is how things are named: an entity's id, a chain's number. */
export interface Telling<T> {
  readonly holder: T;
  /** The relation type: `PRIME_MINISTER_OF`, `NATIONAL_OF`. */
  readonly office: string;
  /** The country or body; null where the article leaves it unsaid, and no country is clearly the one that it is about. */
  readonly of: T | null;
  readonly isPlace: boolean;
  /** The words for it. */
  readonly text: string;
  /** Id of the claim. */
  readonly claim: string;
  /** False where no words say whose office it is. */
  readonly isSaid: boolean;
}

/** The country or body that articles tell, and the claim that tells it. */
export interface Told {
  readonly of: string;
  readonly text: string;
  readonly claim: string;
  /** False where it is only the country that most reports are about. */
  readonly isSaid: boolean;
}

/** What a record tells of offices; what editors judged counts for nothing. `thingAt`: what a mention is. Cost: linear. */
export function tellingsIn<T>(
  { statements, chains }: Pick<Annotated, 'statements' | 'chains'>,
  thingAt: (mention: string) => T | undefined,
  judged: ReadonlySet<string>,
): Telling<T>[] {
  const places = new Set(chains.filter(({ type }) => type === 'Place').flatMap(({ mentions }) => mentions));
  return statements.flatMap((statement) => {
    const { id: claim, subject, predicate: office, object, negated, modality, unsaid } = statement;
    const isSaid = unsaid === undefined;
    if (!ofCountries.has(office) && !ofBodies.has(office)) return [];
    if (isImported(statement) || judged.has(claim) || subject.mention === null) return [];
    if (isSaid && (negated || modality !== 'actual')) return [];
    const holder = thingAt(subject.mention);
    const mention = object?.mention ?? null;
    const of = mention === null ? null : (thingAt(mention) ?? null);
    if (holder === undefined || (isSaid && of === null)) return [];
    const isPlace = mention !== null && places.has(mention);
    return [{ holder, office, of, isPlace, text: object?.text ?? '', claim, isSaid }];
  });
}

/** Ids of the claims that editors struck out or changed. */
export const claimsJudged = (decisions: readonly Decided[]): ReadonlySet<string> =>
  new Set(decisions.flatMap(({ decision }) => ('claim' in decision ? [decision.claim] : [])));

/** Relation types whose object is a country: whoever governs one governs no other, and mostly is from there. */
const ofCountries: ReadonlySet<string> = new Set([
  'NATIONAL_OF',
  'PRESIDENT_OF',
  'VICE_PRESIDENT_OF',
  'PRIME_MINISTER_OF',
  'CHANCELLOR_OF',
  'MINISTER_OF',
  'MONARCH_OF',
  'PROSECUTOR_OF',
  'OFFICIAL_OF',
]);

/** Relation types whose object is a party, a firm, an agency: one may hold several such offices. */
const ofBodies: ReadonlySet<string> = new Set([
  'LEADER_OF',
  'CHAIR_OF',
  'DIRECTOR_OF',
  'SECRETARY_GENERAL_OF',
  'GOVERNOR_OF',
  'MAYOR_OF',
  'AMBASSADOR_OF',
  'SPOKESPERSON_FOR',
]);

type Tellings = readonly (readonly [document: string, telling: Telling<string>])[];

/**
 * Whose an unsaid office is, given all that is told of its holder, by document. A country: what words say of the same office,
 * else of another or of where the holder is from, else what most reports are about. A body: the only one of which words say that
 * the same office is held there, else who leads it. Undefined where they don't agree on one.
 */
export function toldOf({ predicate, isGuessed }: Office, tellings: Tellings): Told | undefined {
  const known = tellings.filter(([, { of }]) => of !== null);
  const said = known.filter(([, { isSaid }]) => isSaid);
  const own = said.filter(([, { office }]) => office === predicate);
  // A "head of government" that a country was guessed for is no party's.
  if (ofBodies.has(predicate) && !isGuessed) {
    const led = leading.has(predicate) ? said.filter(([, { office }]) => leading.has(office)) : [];
    return only(own.length > 0 ? own : led);
  }
  if (own.length > 0) return most(own);
  const others = said.filter(([, { office, isPlace }]) => isPlace && ofCountries.has(office));
  return most(others.length > 0 ? others : known.filter(([, { office }]) => office === predicate));
}

/** Who chairs a party or runs a firm may be called either in another report. */
const leading: ReadonlySet<string> = new Set(['LEADER_OF', 'CHAIR_OF', 'DIRECTOR_OF']);

const only = (group: Tellings): Told | undefined =>
  new Set(group.map(([, { of }]) => of)).size === 1 ? most(group) : undefined;

/** What more documents tell than anything else, with the first claim that does. */
function most(group: Tellings): Told | undefined {
  const [first, next] = [...Map.groupBy(group, ([, { of }]) => of as string)]
    .map(([of, all]) => ({ of, all, documents: new Set(all.map(([document]) => document)).size }))
    .sort((a, b) => b.documents - a.documents);
  if (first === undefined || first.documents === next?.documents) return undefined;
  const [{ text, claim, isSaid }] = first.all
    .map(([, telling]) => telling)
    .sort((a, b) => compare(a.claim, b.claim)) as [Telling<string>];
  return { of: first.of, text, claim, isSaid };
}

/** By office, what is told of somebody; see `keyOf`. */
export type Verdicts = Readonly<Record<string, Told>>;

/** What is told of one holder, for each office of which some article leaves unsaid whose it is. Cost: linear in the tellings. */
export function verdictsOn(tellings: Tellings): Verdicts {
  const unsaid = new Set(tellings.filter(([, { isSaid }]) => !isSaid).map(([, { office }]) => office));
  return Object.fromEntries(
    [...unsaid].sort(compare).flatMap((predicate) =>
      [true, false].flatMap((isGuessed): [string, Told][] => {
        const told = toldOf({ predicate, isGuessed }, tellings);
        return told === undefined ? [] : [[keyOf({ predicate, isGuessed }), told]];
      }),
    ),
  );
}

/** The verdict on an unsaid office. */
export const verdictOn = ({ predicate, object }: Statement, verdicts: Verdicts): Told | undefined =>
  verdicts[keyOf({ predicate, isGuessed: object !== null })];

interface Office {
  readonly predicate: string;
  /** Whether its article has a country that it is about. */
  readonly isGuessed: boolean;
}

const keyOf = ({ predicate, isGuessed }: Office): string => (isGuessed ? `${predicate}?` : predicate);

/** Whose the offices are, out of all articles. Cost: linear in their statements. */
export function unsaidIn(
  records: readonly Annotated[],
  entityOf: (mention: string) => string | undefined,
  decisions: readonly Decided[],
): { toldOf(statement: Statement): Told | undefined } {
  const judged = claimsJudged(decisions);
  const all = records.flatMap((record) =>
    tellingsIn(record, entityOf, judged).map((telling) => [record.document, telling] as const),
  );
  const byHolder = new Map(
    [...Map.groupBy(all, ([, { holder }]) => holder)].map(([holder, own]) => [holder, verdictsOn(own)]),
  );
  return {
    toldOf: (statement) => {
      const holder = statement.subject.mention === null ? undefined : entityOf(statement.subject.mention);
      return holder === undefined ? undefined : verdictOn(statement, byHolder.get(holder) ?? {});
    },
  };
}
