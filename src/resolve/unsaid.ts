// Which country's office somebody holds, where an article leaves it unsaid: what other articles, or words elsewhere, say of
// the same person. Knows nothing of how articles were read; an office that no article gives a country to is no claim.
import { compare } from '../../graph/model.ts';
import type { Annotated, Statement } from '../annotated.ts';
import type { Decided } from '../decision.ts';
import { isImported } from './part.ts';

/** What an article says of somebody that tells a country. `T` is how things are named: an entity's id, a chain's number. */
export interface Telling<T> {
  readonly holder: T;
  /** The relation type: `PRIME_MINISTER_OF`, `NATIONAL_OF`. */
  readonly office: string;
  /** Null where the article leaves it unsaid, and no country is clearly the one that it is about. */
  readonly country: T | null;
  /** The country's words. */
  readonly text: string;
  /** Id of the claim. */
  readonly claim: string;
  /** False where no words say whose office it is. */
  readonly isSaid: boolean;
}

/** The country that articles tell, and the claim that tells it. */
export interface Told {
  readonly country: string;
  readonly text: string;
  readonly claim: string;
  /** False where it is only the country that most reports are about. */
  readonly isSaid: boolean;
}

/**
 * What a record tells of the countries of those who hold offices; what editors judged counts for nothing. `of`: what a mention
 * is. Cost: linear.
 */
export function tellingsIn<T>(
  { statements, chains }: Pick<Annotated, 'statements' | 'chains'>,
  of: (mention: string) => T | undefined,
  judged: ReadonlySet<string>,
): Telling<T>[] {
  const places = new Set(chains.filter(({ type }) => type === 'Place').flatMap(({ mentions }) => mentions));
  return statements.flatMap((statement) => {
    const { id: claim, subject, predicate: office, object, negated, modality, unsaid } = statement;
    const isSaid = unsaid === undefined;
    if (!telling.has(office) || isImported(statement) || judged.has(claim)) return [];
    if (subject.mention === null || (isSaid && (negated || modality !== 'actual'))) return [];
    const holder = of(subject.mention);
    const isPlace = object?.mention != null && places.has(object.mention);
    const country = isPlace ? (of(object.mention as string) ?? null) : null;
    if (holder === undefined || (isSaid && country === null)) return [];
    return [{ holder, office, country, text: object?.text ?? '', claim, isSaid }];
  });
}

/** Ids of the claims that editors struck out or changed. */
export const claimsJudged = (decisions: readonly Decided[]): ReadonlySet<string> =>
  new Set(decisions.flatMap(({ decision }) => ('claim' in decision ? [decision.claim] : [])));

/** Relation types whose object is a country, or tells one. */
const telling: ReadonlySet<string> = new Set([
  'NATIONAL_OF',
  'PRESIDENT_OF',
  'VICE_PRESIDENT_OF',
  'PRIME_MINISTER_OF',
  'CHANCELLOR_OF',
  'MINISTER_OF',
  'MONARCH_OF',
  'LEADER_OF',
  'PROSECUTOR_OF',
  'OFFICIAL_OF',
]);

/**
 * The country of an unsaid office, given all that is told of its holder, by document: what words say of the same office, else of
 * another or of where the holder is from, else what most reports are about. Undefined where they don't agree on one.
 */
export function toldOf(
  { predicate }: Pick<Statement, 'predicate'>,
  tellings: readonly (readonly [document: string, telling: Telling<string>])[],
): Told | undefined {
  const known = tellings.filter(([, { country }]) => country !== null);
  const said = known.filter(([, { isSaid }]) => isSaid);
  const own = said.filter(([, { office }]) => office === predicate);
  for (const group of [own, said]) if (group.length > 0) return most(group);
  return most(known.filter(([, { office }]) => office === predicate));
}

/** The country that more documents tell than any other, with the first claim that does. */
function most(group: readonly (readonly [document: string, telling: Telling<string>])[]): Told | undefined {
  const byCountry = [...Map.groupBy(group, ([, { country }]) => country as string)]
    .map(([country, all]) => ({ country, all, documents: new Set(all.map(([document]) => document)).size }))
    .sort((a, b) => b.documents - a.documents);
  const [first, next] = byCountry;
  if (first === undefined || first.documents === next?.documents) return undefined;
  const [{ text, claim, isSaid }] = first.all
    .map(([, one]) => one)
    .sort((a, b) => compare(a.claim, b.claim)) as [Telling<string>];
  return { country: first.country, text, claim, isSaid };
}

/** The countries of offices, out of all articles. Cost: linear in their statements. */
export function unsaidIn(
  records: readonly Annotated[],
  entityOf: (mention: string) => string | undefined,
  decisions: readonly Decided[],
): { toldOf(statement: Statement): Told | undefined } {
  const judged = claimsJudged(decisions);
  const all = records.flatMap((record) =>
    tellingsIn(record, entityOf, judged).map((telling) => [record.document, telling] as const),
  );
  const byHolder = Map.groupBy(all, ([, { holder }]) => holder);
  return {
    toldOf: (statement) => {
      const holder = statement.subject.mention === null ? undefined : entityOf(statement.subject.mention);
      return holder === undefined ? undefined : toldOf(statement, byHolder.get(holder) ?? []);
    },
  };
}
