// From the chains of all articles to entities: normal forms, a vote on the type, clusters of names, a name and an id.
// Pure, and the order of the articles doesn't matter: everything is counted or sorted.
import { compare, type Entity, type EntityType } from '../../graph/model.ts';
import type { Annotated, Chain } from '../annotated.ts';
import type { Decided, Idle } from '../decision.ts';
import { type Clusters, cluster, type Item } from './cluster.ts';
import { type Parted, pairsOf, type Renamings, renamings, splitChains } from './decided.ts';
import { fold } from './fold.ts';
import { typeOfRoles } from './kinds.ts';
import { type Known, knownOf } from './known.ts';
import { idOfName, isBareTitle, oneLine, slugOf, withoutTitle, wordsOf } from './name.ts';
import { settleTypes } from './types.ts';

/** What the chains amount to. */
export interface Resolution {
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  /** Id of the entity for each mention that is in a chain. */
  readonly entityOf: ReadonlyMap<string, string>;
  /** Why things of different names, or of different articles, were judged to be one; by entity. */
  readonly reasons: ReadonlyMap<string, readonly Reason[]>;
  /** Decisions that have no effect. */
  readonly idle: readonly Idle[];
}

/** Two names that were judged to be one. */
export interface Reason {
  readonly a: string;
  readonly b: string;
  readonly why: string;
}

/** What else there is to go by. */
export interface Ground {
  /** Day of publication, as ISO 8601, by document. */
  readonly publishedAt?: ReadonlyMap<string, string | undefined>;
  readonly decisions?: readonly Decided[];
}

/** The entities of articles' records. Cost: near linear in the chains and their mentions; see `cluster`. */
export function resolveEntities(records: Iterable<Annotated>, ground: Ground = {}): Resolution {
  const { decisions = [] } = ground;
  const parted = splitChains([...records], decisions);
  const links = parted.records.flatMap((record) => linksOf(record, ground, parted));
  const { groups, unions, idle } = groupsOf(links, parted, decisions);
  const renamed = renamings(decisions);
  const named = inOrder(groups.map((group) => namedFrom(group, renamed)));
  const ids = idsOf(named);
  const idOf = new Map<Chain, string>();
  for (const [i, { group }] of named.entries())
    for (const link of group) idOf.set(link.chain, ids[i] as string);
  return {
    entities: named.map((one, i) => entityOf(one, ids[i] as string)).sort((a, b) => compare(a.id, b.id)),
    entityOf: entitiesOfMentions(links, idOf),
    reasons: reasonsOf(unions, (link) => idOf.get(link.chain) as string),
    idle,
  };
}

/** By mention; one that stands in two chains is of the first of them. */
function entitiesOfMentions(
  links: readonly Link[],
  idOf: ReadonlyMap<Chain, string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { chain } of links)
    for (const mention of chain.mentions)
      if (!found.has(mention)) found.set(mention, idOf.get(chain) as string);
  return found;
}

/** Links that are one thing each, and why. Only links that meet under some key, or in a decision, have to do with each other. */
export function groupsOf(
  links: readonly Link[],
  parted: Parted,
  decisions: readonly Decided[],
): Clusters<Link> & { readonly idle: readonly Idle[] } {
  const settled = settleTypes(links);
  const pairs = pairsOf(settled, parted, decisions);
  return { ...cluster(settled, pairs), idle: pairs.idle };
}

/** Imported things first: their ids are given, ours make way. Then as they were first reported. */
export function inOrder<T extends Pick<Named, 'given' | 'since'>>(named: readonly T[]): T[] {
  return [...named].sort(
    (a, b) => Number(a.given === null) - Number(b.given === null) || compare(a.since, b.since),
  );
}

/** One reason for each pair of names. */
export function reasonsOf(
  unions: readonly { readonly a: Link; readonly b: Link; readonly why: string }[],
  idOf: (link: Link) => string,
): Map<string, Reason[]> {
  const reasons = new Map<string, Reason[]>();
  const told = new Set<string>();
  for (const { a, b, why } of unions) {
    const id = idOf(a);
    const key = JSON.stringify([id, a.title, b.title, why]);
    if (told.has(key)) continue;
    told.add(key);
    const list = reasons.get(id);
    if (list === undefined) reasons.set(id, [{ a: a.title, b: b.title, why }]);
    else list.push({ a: a.title, b: b.title, why });
  }
  return reasons;
}

/** A chain on its way to an entity. */
export interface Link extends Item {
  readonly chain: Chain;
  /** Whether what its article says of it goes with its type: Ford the mayor is no company, whatever the others say. */
  readonly isGrounded: boolean;
  /** The chain's name without title and line ends. */
  readonly title: string;
  /** Texts of the chain's mentions by name. */
  readonly texts: readonly string[];
}

/** The chains of a record whose chains decisions have parted, in their order. */
export function linksOf(record: Annotated, { publishedAt = new Map() }: Ground, { made }: Parted): Link[] {
  const named = new Map(record.mentions.filter((m) => m.form === 'name').map((m) => [m.id, m.text]));
  const day = dayOf(publishedAt.get(record.document));
  const known = knownOf(record, day);
  return record.chains.map((chain, number) => {
    const texts = chain.mentions.map((id) => named.get(id)).filter((text) => text !== undefined);
    const own = known[number] as Known;
    const type = typeOf(chain, own);
    const isTitle = type === 'Person' && isBareTitle(chain.name);
    return {
      ...namesOf(chain, type, texts.map(oneLine), own),
      isGrounded: isGrounded(type, own, chain.known?.evident === true && type === chain.type),
      known: own,
      day,
      order: orderOf(record.document, number),
      // An import's chain may have no mention at all; somebody who is only described is a person.
      isNamed: (texts.length > 0 && !isTitle) || type !== 'Person' || chain.mentions.length === 0,
      isTitle,
      isAlone: made.has(chain),
      fixed: chain.entity?.id ?? null,
    };
  });
}

/** Sorts links by document, and as they stand in its record. */
export const orderOf = (document: string, number: number): string =>
  `${document} ${String(number).padStart(6, '0')}`;

/** The type that its article gives a chain, unless all that it says of it speaks for another. */
function typeOf({ type, entity }: Chain, known: Known): EntityType {
  if (entity !== undefined || !nameTypes.has(type) || known.offices.size + known.born.size > 0) return type;
  return typeOfRoles(known.roles) ?? type;
}

/** Whether an article says enough of something to know its type. */
function isGrounded(type: EntityType, { offices, roles, born }: Known, isEvident: boolean): boolean {
  const said = typeOfRoles(roles);
  if (isEvident && (said === undefined || said === type)) return true;
  if (type !== 'Person') return said === type;
  return offices.size + born.size > 0 || (roles.size > 0 && said === undefined);
}

const nameTypes: ReadonlySet<EntityType> = new Set(['Person', 'Organization', 'Place']);

/** A chain under its names, as something of a type. */
export function namesOf(
  chain: Chain,
  type: EntityType,
  texts: readonly string[],
  known: Known,
): Pick<Link, 'chain' | 'name' | 'title' | 'texts'> {
  const called = inLowerCase(chain.name, texts);
  const bare = type === 'Person' ? withoutTitle(called) : oneLine(called);
  const title = bare.replace(/^the (?=.)/, '');
  const plain = wordsOf(title);
  const words = plain.length === 0 ? [title.toLowerCase()] : plain.map(fold);
  const initials = initialsOf(title);
  const isAcronym = words.length === 1 && /^(?:\p{Lu}\.?){2,6}$/u.test(title);
  const hasInitials = /^(?:\p{Lu}\. ?)+\p{Lu}|^\p{Lu}{2,3} \p{Lu}\P{Lu}/u.test(title);
  const core = type === 'Organization' ? withoutPlace(plain, known.places).map(fold) : words;
  return {
    chain,
    title,
    texts,
    name: { type, words, key: `${type} ${words.join(' ')}`, initials, isAcronym, hasInitials, core },
  };
}

/** The words of an organisation without those that say where: "polish", "of poland", "us" where it is known to be of there. */
function withoutPlace(words: readonly string[], places: ReadonlySet<string>): readonly string[] {
  const [first = ''] = words;
  for (const place of places) {
    const of = place.split(' ');
    if (words.slice(-of.length).join(' ') === place && words.length > of.length + 1)
      return words.slice(0, -of.length);
    const isInitials = of.length > 1 && first === of.map((word) => word[0]).join('');
    const isAdjective = first.slice(0, 2) === place.slice(0, 2) && demonymEnding.test(first);
    if (first === place || isInitials || isAdjective) return words.slice(1);
  }
  return words;
}

const demonymEnding = /(?:an|ish|ese|ch|i|ss|ic|ine|er)$/;

/** A name as running text writes it, where a dateline or headline has it in capitals: "LIMA", "Lima". */
function inLowerCase(name: string, texts: readonly string[]): string {
  if (name !== name.toUpperCase()) return name;
  return texts.find((text) => text !== name && text.toUpperCase() === name) ?? name;
}

/** With its part of the day, where the date says that and its zone. */
function dayOf(date = ''): number | undefined {
  const time = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(date) ? date : date.slice(0, 10));
  return Number.isNaN(time) ? undefined : time / 86_400_000;
}

function initialsOf(name: string): string | null {
  const words = wordsOf(name).filter((word) => !['of', 'the', 'and', 'for', 'in', 'on'].includes(word));
  return words.length < 2 ? null : words.map((word) => word[0]).join('');
}

/** An entity that has no id yet. */
export interface Named {
  readonly group: readonly Link[];
  /** Without its id. */
  readonly entity: Omit<Entity, 'id'>;
  /** `person:lena-holt`: made of type and name, whatever else was decided. */
  readonly plain: string;
  /** What tells it from its namesakes, as it stands in an id; empty where that is nothing. */
  readonly fact: () => string;
  /** Its id, where an import gave it. */
  readonly given: string | null;
  /** The order of its first link. */
  readonly order: string;
  /** Sorts things by when they were first reported; without a date last. */
  readonly since: string;
}

/** What a group of links is called. */
export function namedFrom(group: readonly Link[], renamed: Renamings): Named {
  const given = group.find((link) => link.fixed !== null);
  const type = (given ?? (group[0] as Link)).name.type;
  const name = nameOf(group, renamed);
  const told = group.filter((link) => link.fixed === null).flatMap((link) => [link.title, ...link.texts]);
  const { wikidataId } = given?.chain.entity ?? {};
  const imported = group.flatMap((link) => link.chain.entity?.aliases ?? []);
  const aliases = new Set([...told, ...imported]);
  aliases.delete(name);
  return {
    group,
    entity: {
      type,
      name,
      aliases: [...aliases].sort(compare),
      ...(wikidataId === undefined ? {} : { wikidataId }),
    },
    plain: plainId(group),
    fact: () => slugOf(tellingFact(firstOf(group))),
    since: sinceOf(firstOf(group)),
    given: given?.fixed ?? null,
    order: group.reduce((first, { order }) => (order < first ? order : first), (group[0] as Link).order),
  };
}

/** The entity with its id, its fields in their order. */
export const entityOf = ({ entity }: Pick<Named, 'entity'>, id: string): Entity => ({ id, ...entity });

function nameOf(group: readonly Link[], renamed: Renamings): string {
  const given = group.find((link) => link.fixed !== null);
  if (renamed.size > 0) {
    const mentions = group.flatMap((link) => link.chain.mentions);
    const decided = mentions.map((mention) => renamed.get(mention)).filter((one) => one !== undefined);
    const [last] = decided.sort((a, b) => b.number - a.number);
    if (last !== undefined) return last.name;
  }
  return given?.chain.name ?? bestName(group);
}

/**
 * The full form that most articles use: two words of more than a letter, where any has them. Of forms that differ in
 * accents alone, the one that has them, because outlets drop accents and never add any. Ties in the order of ids.
 */
function bestName(group: readonly Link[]): string {
  const full = fullForms(group);
  const spelt = [...Map.groupBy(full, ({ title }) => wordsOf(title).join(' '))];
  const [, links] = spelt.sort((a, b) => b[1].length - a[1].length || compare(a[0], b[0]))[0] as [
    string,
    Link[],
  ];
  const forms = [...Map.groupBy(links, ({ title }) => title)].map(([name, uses]) => ({
    name,
    uses: uses.length,
  }));
  forms.sort((a, b) => accents(b.name) - accents(a.name) || b.uses - a.uses || compare(a.name, b.name));
  return forms[0]?.name as string;
}

function fullForms(group: readonly Link[]): readonly Link[] {
  const fullness = ({ isNamed, name: { words } }: Link) =>
    isNamed ? 1 + Math.min(2, words.filter((word) => word.length > 1).length) : 0;
  const most = group.reduce((best, link) => Math.max(best, fullness(link)), 0);
  return group.filter((link) => fullness(link) === most);
}

const accents = (name: string): number => name.normalize('NFD').match(/[\u0300-\u036F]/g)?.length ?? 0;

/** Made of the first full form to be reported, so that it outlives a vote on how the name is spelt. */
const plainId = (group: readonly Link[]): string =>
  idOfName(
    (group[0] as Link).name.type,
    group.find((link) => link.fixed !== null)?.chain.name ?? firstOf(fullForms(group)).title,
  );

const firstOf = (group: readonly Link[]): Link =>
  group.reduce((first, link) => (sinceOf(link) < sinceOf(first) ? link : first));

/** By days since 1970, to the minute; what has no date comes last. */
const sinceOf = ({ day, order }: Link): string =>
  `${day === undefined ? '~' : String(Math.round((day + 1e6) * 1440)).padStart(12, '0')} ${order}`;

/**
 * The ids of things that are `inOrder`: the plain one for whom was reported first. Namesakes after it are told apart by what
 * their first reports say of them, `person:lena-holt-mayor-of-bodo`, and by number where that is nothing or the same. So one
 * more namesake leaves the ids of those before it as they are.
 */
export function idsOf(named: readonly Pick<Named, 'plain' | 'fact' | 'given'>[]): string[] {
  const borne = new Set<string>();
  const taken = new Set<string>();
  return named.map(({ plain, fact, given }) => {
    const told = given === null && borne.has(plain) ? fact() : '';
    const id = given ?? freeId(told === '' ? plain : `${plain}-${told}`, taken);
    borne.add(plain);
    taken.add(id);
    return id;
  });
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function tellingFact({ known }: Link): string {
  const [office] = [...known.offices].sort(compare);
  if (office !== undefined) return office.replaceAll('_', ' ');
  return [[...known.roles].sort(compare)[0], [...known.places].sort(compare)[0]].filter(Boolean).join(' ');
}
