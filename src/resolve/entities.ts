// From the chains of all articles to entities: normal forms, a vote on the type, clusters of names, a name and an id.
// Pure, and the order of the articles doesn't matter: everything is counted or sorted.
import { compare, type Entity, type EntityType, entityTypes } from '../../graph/model.ts';
import type { Annotated, Chain } from '../annotated.ts';
import type { Decided, Idle } from '../decision.ts';
import { cluster, type Item } from './cluster.ts';
import { pairsOf, type Renamings, renamings, splitChains } from './decided.ts';
import { fold } from './fold.ts';
import { type Known, knownOf, together } from './known.ts';
import { oneLine, withoutTitle, wordsOf } from './name.ts';

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
  const made = new Set([...parted.splits.values()].flatMap((split) => split.made));
  const links = settleTypes(parted.records.flatMap((record) => linksOf(record, ground, made)));
  const pairs = pairsOf(links, parted, decisions);
  const { groups, unions } = cluster(links, pairs);
  const naming: Naming = {
    taken: new Set(),
    namesakes: countOf(groups.map(plainId)),
    renamed: renamings(decisions),
  };
  const entities: Entity[] = [];
  const entityOf = new Map<string, string>();
  const idOf = new Map<Link, string>();
  for (const group of inOrder(groups)) {
    const entity = entityFrom(group, naming);
    entities.push(entity);
    for (const link of group) {
      idOf.set(link, entity.id);
      for (const mention of link.chain.mentions) if (!entityOf.has(mention)) entityOf.set(mention, entity.id);
    }
  }
  return {
    entities: entities.sort((a, b) => compare(a.id, b.id)),
    entityOf,
    reasons: reasonsOf(unions, idOf),
    idle: pairs.idle,
  };
}

function countOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Imported groups first: their ids are given, ours make way. */
function inOrder(groups: readonly (readonly Link[])[]): readonly (readonly Link[])[] {
  const isImported = (group: readonly Link[]) => group.some((link) => link.fixed !== null);
  const keyOf = (group: readonly Link[]) => group.map((link) => link.order).sort(compare)[0] as string;
  return groups
    .map((group) => ({ group, imported: isImported(group), key: keyOf(group) }))
    .sort((a, b) => Number(b.imported) - Number(a.imported) || compare(a.key, b.key))
    .map(({ group }) => group);
}

/** One reason for each pair of names. */
function reasonsOf(
  unions: readonly { readonly a: Link; readonly b: Link; readonly why: string }[],
  idOf: ReadonlyMap<Link, string>,
): Map<string, Reason[]> {
  const reasons = new Map<string, Reason[]>();
  const told = new Set<string>();
  for (const { a, b, why } of unions) {
    const id = idOf.get(a) as string;
    const key = JSON.stringify([id, a.title, b.title, why]);
    if (told.has(key)) continue;
    told.add(key);
    reasons.set(id, [...(reasons.get(id) ?? []), { a: a.title, b: b.title, why }]);
  }
  return reasons;
}

/** A chain on its way to an entity. */
interface Link extends Item {
  readonly chain: Chain;
  /** The chain's name without title and line ends. */
  readonly title: string;
  /** Texts of the chain's mentions by name. */
  readonly texts: readonly string[];
}

function linksOf(record: Annotated, { publishedAt = new Map() }: Ground, splits: ReadonlySet<Chain>): Link[] {
  const named = new Map(record.mentions.filter((m) => m.form === 'name').map((m) => [m.id, m.text]));
  const day = dayOf(publishedAt.get(record.document));
  const known = knownOf(record, day);
  return record.chains.map((chain, number) => {
    const texts = chain.mentions.map((id) => named.get(id)).filter((text) => text !== undefined);
    return {
      ...namesOf(chain, chain.type, texts.map(oneLine)),
      known: known[number] as Known,
      day,
      order: `${record.document} ${String(number).padStart(6, '0')}`,
      // An import's chain may have no mention at all; somebody who is only described is a person.
      isNamed: texts.length > 0 || chain.type !== 'Person' || chain.mentions.length === 0,
      isAlone: splits.has(chain),
      fixed: chain.entity?.id ?? null,
    };
  });
}

function namesOf(
  chain: Chain,
  type: EntityType,
  texts: readonly string[],
): Pick<Link, 'chain' | 'name' | 'title' | 'texts'> {
  const called = inLowerCase(chain.name, texts);
  const bare = type === 'Person' ? withoutTitle(called) : oneLine(called);
  const title = bare.replace(/^the (?=.)/, '');
  const plain = wordsOf(title);
  const words = plain.length === 0 ? [title.toLowerCase()] : plain.map(fold);
  const initials = initialsOf(title);
  const isAcronym = words.length === 1 && /^(?:\p{Lu}\.?){2,6}$/u.test(title);
  return {
    chain,
    title,
    texts,
    name: { type, words, key: `${type} ${words.join(' ')}`, initials, isAcronym },
  };
}

/** A name as running text writes it, where a dateline or headline has it in capitals: "LIMA", "Lima". */
function inLowerCase(name: string, texts: readonly string[]): string {
  if (name !== name.toUpperCase()) return name;
  return texts.find((text) => text !== name && text.toUpperCase() === name) ?? name;
}

function dayOf(date: string | undefined): number | undefined {
  const time = Date.parse((date ?? '').slice(0, 10));
  return Number.isNaN(time) ? undefined : Math.floor(time / 86_400_000);
}

/**
 * One name, one type: where articles type the same full name differently, most of them decide (ties: the order of
 * `entityTypes`). A single word is a full name for a place or an organisation, but never for a person.
 */
function settleTypes(links: readonly Link[]): Link[] {
  const votes = Map.groupBy(links.filter(isVoter), wordsOfLink);
  const settled = new Map([...votes].map(([words, group]) => [words, mostFrequentType(group)]));
  return links.map((link) => {
    const type = isVoter(link) ? settled.get(wordsOfLink(link)) : undefined;
    return type === undefined || type === link.name.type
      ? link
      : { ...link, ...namesOf(link.chain, type, link.texts) };
  });
}

const wordsOfLink = ({ name }: Link): string => name.words.join(' ');

function isVoter({ fixed, name: { type, words } }: Link): boolean {
  if (fixed !== null) return false;
  return type === 'Organization' || type === 'Place' || (type === 'Person' && words.length > 1);
}

function mostFrequentType(links: readonly Link[]): EntityType {
  const count = (type: EntityType) => links.filter((link) => link.name.type === type).length;
  return entityTypes.reduce((best, type) => (count(type) > count(best) ? type : best));
}

function initialsOf(name: string): string | null {
  const words = wordsOf(name).filter((word) => !['of', 'the', 'and', 'for', 'in', 'on'].includes(word));
  return words.length < 2 ? null : words.map((word) => word[0]).join('');
}

/** What the ids of entities have to go by. */
interface Naming {
  /** Ids that are given away. */
  readonly taken: Set<string>;
  /** How many groups would have an id by name alone. */
  readonly namesakes: ReadonlyMap<string, number>;
  /** Names that were decided, by mention. */
  readonly renamed: Renamings;
}

function entityFrom(group: readonly Link[], naming: Naming): Entity {
  const given = group.find((link) => link.fixed !== null);
  const type = (given ?? (group[0] as Link)).name.type;
  const name = nameOf(group, naming.renamed);
  const told = group.filter((link) => link.fixed === null).flatMap((link) => [link.title, ...link.texts]);
  const { aliases: imported = [], wikidataId } = given?.chain.entity ?? {};
  const aliases = new Set([...told, ...imported]);
  aliases.delete(name);
  const id = given?.fixed ?? freeId(plainId(group), group, naming);
  naming.taken.add(id);
  return {
    id,
    type,
    name,
    aliases: [...aliases].sort(compare),
    ...(wikidataId === undefined ? {} : { wikidataId }),
  };
}

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
  const fullness = ({ isNamed, name: { words } }: Link) =>
    isNamed ? 1 + Math.min(2, words.filter((word) => word.length > 1).length) : 0;
  const most = group.reduce((best, link) => Math.max(best, fullness(link)), 0);
  const full = group.filter((link) => fullness(link) === most);
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

const accents = (name: string): number => name.normalize('NFD').match(/[\u0300-\u036F]/g)?.length ?? 0;

/** `person:lena-holt`: made of type and name, whatever else was decided. */
function plainId(group: readonly Link[]): string {
  const name = group.find((link) => link.fixed !== null)?.chain.name ?? bestName(group);
  const slug = slugOf(name) || encodeURIComponent(name.toWellFormed());
  return `${(group[0] as Link).name.type.toLowerCase()}:${slug}`;
}

const slugOf = (name: string): string => wordsOf(name).join('-');

/**
 * The plain id where one group alone has it. Namesakes are told apart by what is known of them,
 * `person:lena-holt-mayor-of-bodo`, and by number where that is nothing or the same.
 */
function freeId(plain: string, group: readonly Link[], { taken, namesakes }: Naming): string {
  const fact = (namesakes.get(plain) ?? 0) > 1 ? slugOf(tellingFact(group)) : '';
  const id = fact === '' ? plain : `${plain}-${fact}`;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function tellingFact(group: readonly Link[]): string {
  const known = together(group.map((link) => link.known));
  const [office] = [...known.offices].sort(compare);
  if (office !== undefined) return office.replaceAll('_', ' ');
  return [[...known.roles].sort(compare)[0], [...known.places].sort(compare)[0]].filter(Boolean).join(' ');
}
