// What articles say of a thing besides its name, and whether two things that are known so can be one.
import { compare, type EntityType } from '../../graph/model.ts';
import type { Annotated, Chain } from '../annotated.ts';
import { callings, placeKinds, trades, wideWords } from './kinds.ts';
import { wordsOf } from './name.ts';
import { longestTerms, offices } from './offices.ts';

/** What is known of a thing. All words in their normal form. */
export interface Known {
  /** "PRESIDENT_OF chile". */
  readonly offices: ReadonlySet<string>;
  /** The same, of those that it no longer holds. */
  readonly former: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Organisations that it holds an office of. */
  readonly bodies: ReadonlySet<string>;
  readonly genders: ReadonlySet<string>;
  /** Years of birth, give or take one, as ages and dates of publication tell them. */
  readonly born: ReadonlySet<number>;
  /** Years in which it held an office that nobody holds for long. */
  readonly terms: ReadonlySet<number>;
  /** Whom else the article names most, by full names: what tells two of one name apart, or that they are one. */
  readonly company: ReadonlySet<string>;
}

/** What a record says of each of its chains, in their order. Cost: linear. */
export function knownOf(record: Annotated, day?: number): Known[] {
  const chainOf = new Map(record.chains.flatMap((chain) => chain.mentions.map((id) => [id, chain] as const)));
  const held = new Map<
    Chain,
    { readonly office: string; readonly body: Chain; readonly isFormer: boolean }[]
  >();
  for (const { subject, predicate, object, negated, arguments: more, unsaid } of record.statements) {
    const chain = subject.mention === null ? undefined : chainOf.get(subject.mention);
    if (chain === undefined || object === null || negated || !offices.has(predicate)) continue;
    // An office of what is no name ("president of Monday") is more likely misread than held.
    const body = object.mention === null ? undefined : chainOf.get(object.mention);
    if (body === undefined || !bodies.has(body.type)) continue;
    // "Minister Reyes" in a report about Peru is likely Peru's, but no words say so: no ground to part anybody.
    if (unsaid === true) continue;
    const isFormer = more.some(
      ({ role, text }) => role === 'status' && /^(?:former|ex|then|late|past)\b/i.test(text),
    );
    held.set(chain, [
      ...(held.get(chain) ?? []),
      { office: `${predicate} ${normal(body.name)}`, body, isFormer },
    ]);
  }
  const company = companyIn(record);
  return record.chains.map((chain) => {
    const all = held.get(chain) ?? [];
    const { roles = [], places = [], gender, age } = chain.known ?? {};
    const bodiesOf = (type: EntityType) =>
      all.filter(({ body }) => body.type === type).map(({ body }) => normal(body.name));
    // A sea lies in many countries: each report names another.
    const isWide = chain.type === 'Place' && wordsOf(chain.name).some((word) => wideWords.has(word));
    const now = all.filter(({ isFormer }) => !isFormer).map(({ office }) => office);
    return {
      offices: new Set(now.length > 0 ? now : officeDescribed(chain)),
      former: new Set(all.filter(({ isFormer }) => isFormer).map(({ office }) => office)),
      roles: new Set(roles),
      places: new Set(isWide ? [] : [...places.map(normal), ...bodiesOf('Place')]),
      bodies: new Set(bodiesOf('Organization')),
      genders: new Set(gender === undefined ? [] : [gender]),
      born: new Set(age === undefined || day === undefined ? [] : [yearOf(day) - age]),
      terms: new Set(day === undefined || !now.some(isTerm) ? [] : [yearOf(day)]),
      company: new Set(company.filter((name) => name !== normal(chain.name)).slice(0, mostCompany)),
    };
  });
}

const yearOf = (day: number): number => 1970 + Math.floor(day / 365.25);

const isTerm = (office: string): boolean => longestTerms.has(office);

/** The office by which somebody without a name is described: "the Chilean president" says whose, and nothing else. */
function officeDescribed({ type, name, known }: Chain): string[] {
  const [place, ...others] = known?.places ?? [];
  if (type !== 'Person' || place === undefined || others.length > 0) return [];
  const [, office] = heads.find(([noun]) => noun.test(name)) ?? [];
  return office === undefined ? [] : [`${office} ${normal(place)}`];
}

/** A description ends in its noun, in lower case; a name doesn't. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/\bpresident$/, 'PRESIDENT_OF'],
  [/\b(?:prime minister|premier|pm|PM)$/, 'PRIME_MINISTER_OF'],
  [/\bchancellor$/, 'CHANCELLOR_OF'],
  [/\b(?:king|queen|monarch)$/, 'MONARCH_OF'],
];

/** People and bodies of more than one word, those with most mentions first. */
function companyIn({ chains }: Annotated): string[] {
  const full = chains
    .filter(({ type }) => type === 'Person' || type === 'Organization')
    .map(({ name, mentions }) => ({ name: normal(name), mentions: mentions.length }))
    .filter(({ name }) => name.includes(' '));
  return full
    .sort((a, b) => b.mentions - a.mentions || compare(a.name, b.name))
    .slice(0, mostCompany + 1)
    .map(({ name }) => name);
}

/** Names kept for an article, and for a thing that many articles name. */
const [mostCompany, mostKept] = [8, 48];

const bodies: ReadonlySet<EntityType> = new Set(['Place', 'Organization']);

const normal = (name: string): string => wordsOf(name).join(' ');

/** What is known of several things that are one. */
export const together = (all: readonly Known[]): Known => all.reduce(both, nothing);

/** Of whom nothing is known. */
export const nothing: Known = {
  offices: new Set(),
  former: new Set(),
  roles: new Set(),
  places: new Set(),
  bodies: new Set(),
  genders: new Set(),
  born: new Set(),
  terms: new Set(),
  company: new Set(),
};

const both = (a: Known, b: Known): Known => ({
  offices: union(a.offices, b.offices),
  former: union(a.former, b.former),
  roles: union(a.roles, b.roles),
  places: union(a.places, b.places),
  bodies: union(a.bodies, b.bodies),
  genders: union(a.genders, b.genders),
  born: union(a.born, b.born),
  terms: union(a.terms, b.terms),
  company: a.company.size >= mostKept ? a.company : firstOf(union(a.company, b.company)),
});

const firstOf = (company: ReadonlySet<string>): ReadonlySet<string> =>
  company.size <= mostKept ? company : new Set([...company].slice(0, mostKept));

/** Whether what is known of two things speaks for their being one, against it, or not at all; and why, for a person. */
export interface Verdict {
  /** `likely`: they have something in common that many have. */
  readonly says: 'same' | 'likely' | 'nothing' | 'different';
  readonly why: string;
}

/**
 * Compares two things that may bear one name. What somebody once was speaks for, never against: people change offices.
 * Against speaks that one is a man and one a woman, and that both are said to be something somewhere, with neither a role
 * nor a place in common. Of things known by less than a full name (`isShort`) two different offices are enough. Two of one
 * full name (`isNamesake`) that are named beside the same others are one, whatever reports call them.
 */
export function compareKnown(
  a: Known,
  b: Known,
  type: EntityType,
  { isShort, isNamesake }: { readonly isShort: boolean; readonly isNamesake: boolean },
): Verdict {
  // A pronoun or a number may be misread; that two of one name keep the same company by chance is hardly ever so.
  const others = isNamesake && type !== 'Place' ? inBoth(a.company, b.company) : [];
  if (others.length >= leastCompany) return same(`named beside the same ${others.length} others`);
  if (isApart(a.genders, b.genders)) return different('one is a man, one a woman');
  if (
    a.born.size > 0 &&
    b.born.size > 0 &&
    ![...a.born].every((year) => [...b.born].every((other) => Math.abs(year - other) <= 2))
  )
    return different('their ages differ');
  const term = common(a.offices, b.offices);
  if (term !== undefined && !isWithinTerm(term, a.terms.union(b.terms)))
    return different(`nobody is ${spoken(term)} for so long`);
  const office = common(union(a.offices, a.former), union(b.offices, b.former));
  if (office !== undefined) return same(`same office (${spoken(office)})`);
  const place = commonPlace(a.places, b.places);
  const role = common(a.roles, b.roles);
  if (place !== undefined && role !== undefined) return same(`both ${role}, of ${place}`);
  if (type === 'Place') {
    const [kind, other] = [kindOfPlace(a), kindOfPlace(b)];
    if (kind !== undefined && other !== undefined && kind !== other)
      return different(`one is a ${kind}, the other a ${other}`);
  }
  if (place !== undefined && type === 'Place') return same(`both in ${place}`);
  if (place !== undefined && type === 'Organization') return same(`both of ${place}`);
  return type === 'Person' ? comparePeople(a, b, role, isShort) : compareWhere(a, b, role);
}

const leastCompany = 3;

function isWithinTerm(office: string, years: ReadonlySet<number>): boolean {
  const longest = longestTerms.get(office);
  return longest === undefined || years.size === 0 || Math.max(...years) - Math.min(...years) <= longest;
}

const inBoth = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((name) => b.has(name));

const same = (why: string): Verdict => ({ says: 'same', why });
const different = (why: string): Verdict => ({ says: 'different', why });

/** Of whom neither an office nor both a role and a place are the same. */
function comparePeople(a: Known, b: Known, role: string | undefined, isShort: boolean): Verdict {
  if (areApartByTrade(a.roles, b.roles) || areApartByCalling(a.roles, b.roles))
    return different(`one is ${first(a.roles)}, the other ${first(b.roles)}`);
  if (role !== undefined) return compareWhere(a, b, role);
  if (isShort && a.offices.size > 0 && b.offices.size > 0)
    return different(`one is ${spokenOf(a)}, the other ${spokenOf(b)}`);
  const haveJobs = [a, b].every(({ offices, roles }) => offices.size + roles.size > 0);
  const [where, elsewhere] = [union(a.places, a.bodies), union(b.places, b.bodies)];
  if (haveJobs && where.size > 0 && elsewhere.size > 0 && commonPlace(where, elsewhere) === undefined)
    return different(`one is of ${first(where)}, the other of ${first(elsewhere)}`);
  return { says: 'nothing', why: '' };
}

function compareWhere(a: Known, b: Known, role: string | undefined): Verdict {
  if (a.places.size > 0 && b.places.size > 0 && commonPlace(a.places, b.places) === undefined)
    return different(`one is of ${first(a.places)}, the other of ${first(b.places)}`);
  return role === undefined ? { says: 'nothing', why: '' } : { says: 'likely', why: `both ${role}` };
}

/** One lives by sport or art, the other by something else; who once did is told by what they were, which is not here. */
function areApartByTrade(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const isStage = (role: string) => trades.has(role);
  const [one, other] = [[...a].some(isStage), [...b].some(isStage)];
  return a.size > 0 && b.size > 0 && one !== other && common(a, b) === undefined;
}

/** A judge is no minister, and neither is a bishop. */
function areApartByCalling(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const of = (roles: ReadonlySet<string>) =>
    new Set([...roles].map((role) => callings.get(role)).filter((calling) => calling !== undefined));
  return isApart(of(a), of(b));
}

/** A town and the state of its name are two. */
function kindOfPlace({ roles }: Known): string | undefined {
  const found = new Set([...roles].map((role) => placeKinds.get(role)).filter((kind) => kind !== undefined));
  return found.size === 1 ? [...found][0] : undefined;
}

/** Sets are never changed, so that one may stand for both: a country is joined from thousands of articles. */
function union<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  if (b.size === 0 || b === a) return a;
  if (a.size === 0) return b;
  return b.isSubsetOf(a) ? a : a.union(b);
}

/** The first, in order, of those that are in both. */
function common(a: ReadonlySet<string>, b: ReadonlySet<string>): string | undefined {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let least: string | undefined;
  for (const item of small) if (large.has(item) && (least === undefined || item < least)) least = item;
  return least;
}

/** A place that both have, also where one report writes it for short: "Ala", "Alabama". */
const commonPlace = (a: ReadonlySet<string>, b: ReadonlySet<string>): string | undefined =>
  common(a, b) ??
  [...a].sort().find((place) => [...b].some((other) => isShortFor(place, other) || isShortFor(other, place)));

const isShortFor = (short: string, place: string): boolean =>
  short.length < place.length &&
  ((/^\p{L}{3,5}$/u.test(short) && !place.includes(' ') && short.length <= 5 && place.startsWith(short)) ||
    short ===
      place
        .split(' ')
        .map((word) => word[0])
        .join(''));

const isApart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && common(a, b) === undefined;
const first = (items: ReadonlySet<string>): string => [...items].sort()[0] ?? '';

/** "PRESIDENT_OF chile" → "president of chile". */
const spoken = (office: string): string => office.replaceAll('_', ' ').toLowerCase();
const spokenOf = (known: Known): string => spoken(first(known.offices) || first(known.roles));

/** How much is known. */
export const factsOf = ({ offices, roles, places }: Known): number => offices.size + roles.size + places.size;
