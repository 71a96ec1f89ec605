// What articles say of a thing besides its name, and whether two things that are known so can be one.
import type { EntityType } from '../../graph/model.ts';
import type { Annotated, Chain } from '../annotated.ts';
import { wordsOf } from './name.ts';
import { offices } from './offices.ts';

/** What is known of a thing. All words in their normal form. */
export interface Known {
  /** "PRESIDENT_OF chile". */
  readonly offices: ReadonlySet<string>;
  /** The same, of those that it no longer holds. */
  readonly former: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly genders: ReadonlySet<string>;
  /** Years of birth, give or take one, as ages and dates of publication tell them. */
  readonly born: ReadonlySet<number>;
}

/** What a record says of each of its chains, in their order. Cost: linear. */
export function knownOf(record: Annotated, day?: number): Known[] {
  const chainOf = new Map(record.chains.flatMap((chain) => chain.mentions.map((id) => [id, chain] as const)));
  const held = new Map<
    Chain,
    { readonly office: string; readonly place: string; readonly isFormer: boolean }[]
  >();
  for (const { subject, predicate, object, negated, arguments: more } of record.statements) {
    const chain = subject.mention === null ? undefined : chainOf.get(subject.mention);
    if (chain === undefined || object === null || negated || !offices.has(predicate)) continue;
    // An office of what is no name ("president of Monday") is more likely misread than held.
    const body = object.mention === null ? undefined : chainOf.get(object.mention);
    if (body === undefined || !bodies.has(body.type)) continue;
    const place = normal(body.name);
    const isFormer = more.some(
      ({ role, text }) => role === 'status' && /^(?:former|ex|then|late|past)\b/i.test(text),
    );
    held.set(chain, [...(held.get(chain) ?? []), { office: `${predicate} ${place}`, place, isFormer }]);
  }
  return record.chains.map((chain) => {
    const all = held.get(chain) ?? [];
    const { roles = [], places = [], gender, age } = chain.known ?? {};
    return {
      offices: new Set(all.filter(({ isFormer }) => !isFormer).map(({ office }) => office)),
      former: new Set(all.filter(({ isFormer }) => isFormer).map(({ office }) => office)),
      roles: new Set(roles),
      places: new Set([...places.map(normal), ...all.map(({ place }) => place)]),
      genders: new Set(gender === undefined ? [] : [gender]),
      born: new Set(age === undefined || day === undefined ? [] : [1970 + Math.floor(day / 365.25) - age]),
    };
  });
}

const bodies: ReadonlySet<EntityType> = new Set(['Place', 'Organization']);

const normal = (name: string): string => wordsOf(name).join(' ');

/** What is known of several things that are one. */
export function together(all: readonly Known[]): Known {
  const union = <T>(pick: (known: Known) => ReadonlySet<T>) =>
    new Set(all.flatMap((known) => [...pick(known)]));
  return {
    offices: union((known) => known.offices),
    former: union((known) => known.former),
    roles: union((known) => known.roles),
    places: union((known) => known.places),
    genders: union((known) => known.genders),
    born: union((known) => known.born),
  };
}

/** Whether what is known of two things speaks for their being one, against it, or not at all; and why, for a person. */
export interface Verdict {
  readonly says: 'same' | 'nothing' | 'different';
  readonly why: string;
}

/**
 * Compares two things that may bear one name. What somebody once was speaks for, never against: people change offices.
 * Against speaks that one is a man and one a woman, and that both are said to be something somewhere, with neither a role
 * nor a place in common. Of things known by less than a full name (`isShort`) two different offices are enough.
 */
export function compareKnown(a: Known, b: Known, type: EntityType, isShort: boolean): Verdict {
  if (isApart(a.genders, b.genders)) return { says: 'different', why: 'one is a man, one a woman' };
  if (![...a.born].every((year) => [...b.born].every((other) => Math.abs(year - other) <= 2)))
    return { says: 'different', why: 'their ages differ' };
  const office = common(union(a.offices, a.former), union(b.offices, b.former));
  if (office !== undefined) return { says: 'same', why: `same office (${spoken(office)})` };
  const place = common(a.places, b.places);
  const role = common(a.roles, b.roles);
  if (place !== undefined && role !== undefined) return { says: 'same', why: `both ${role}, of ${place}` };
  if (type === 'Place') {
    const [kind, other] = [kindOfPlace(a), kindOfPlace(b)];
    if (kind !== undefined && other !== undefined && kind !== other)
      return { says: 'different', why: `one is a ${kind}, the other a ${other}` };
    if (place !== undefined) return { says: 'same', why: `both in ${place}` };
  }
  if (areApartByTrade(a.roles, b.roles))
    return { says: 'different', why: `one is ${first(a.roles)}, the other ${first(b.roles)}` };
  const [jobs, others] = [union(a.offices, a.roles), union(b.offices, b.roles)];
  const haveJobs = jobs.size > 0 && others.size > 0;
  if (isShort && role === undefined && a.offices.size > 0 && b.offices.size > 0)
    return { says: 'different', why: `one is ${spokenOf(a)}, the other ${spokenOf(b)}` };
  if (isApart(a.places, b.places) && (type !== 'Person' || haveJobs || role !== undefined))
    return { says: 'different', why: `one is of ${first(a.places)}, the other of ${first(b.places)}` };
  return { says: 'nothing', why: '' };
}

/** One lives by sport or art, the other by something else; who once did is told by what they were, which is not here. */
function areApartByTrade(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const isStage = (role: string) => trades.has(role);
  const [one, other] = [[...a].some(isStage), [...b].some(isStage)];
  return a.size > 0 && b.size > 0 && one !== other && common(a, b) === undefined;
}

const trades: ReadonlySet<string> = new Set(
  `actor actress archer athlete baritone batsman biathlete bowler boxer captain coach comedian composer conductor cricketer cyclist
   dancer defender diver drummer fencer fighter footballer forward gymnast goalkeeper goalscorer golfer guitarist jockey keeper
   medalist medallist midfielder musician novelist painter pianist pitcher player poet quarterback racer rapper rider rower
   runner sailor scorer sculptor singer skater skier soprano sprinter star striker surfer swimmer teammate tenor violinist winger
   wrestler`.split(/\s+/),
);

/** A town and the state of its name are two. */
function kindOfPlace({ roles }: Known): string | undefined {
  const found = new Set([...roles].map((role) => placeKinds.get(role)).filter((kind) => kind !== undefined));
  return found.size === 1 ? [...found][0] : undefined;
}

const placeKinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    town: 'capital city town village port suburb district borough resort seaport township municipality neighborhood neighbourhood',
    state: 'state province region county territory prefecture department oblast canton voivodeship',
    country: 'country nation republic kingdom emirate sultanate federation neighbor neighbour',
    river: 'river stream tributary',
    island: 'island archipelago atoll',
    mountain: 'mountain peak volcano hill summit',
    lake: 'lake reservoir bay gulf sea strait',
  }).flatMap(([kind, roles]) => roles.split(' ').map((role) => [role, kind] as const)),
);

const union = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> => new Set([...a, ...b]);
const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): string | undefined =>
  [...a].sort().find((item) => b.has(item));
const isApart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && common(a, b) === undefined;
const first = (items: ReadonlySet<string>): string => [...items].sort()[0] ?? '';

/** "PRESIDENT_OF chile" → "president of chile". */
const spoken = (office: string): string => office.replaceAll('_', ' ').toLowerCase();
const spokenOf = (known: Known): string => spoken(first(known.offices) || first(known.roles));

/** How much is known. */
export const factsOf = ({ offices, roles, places }: Known): number => offices.size + roles.size + places.size;
