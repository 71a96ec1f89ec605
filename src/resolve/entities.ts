// From the chains of all articles to entities: normal forms, a vote on the type, clusters of names, a name and an id.
// Pure, and the order of the articles doesn't matter: everything is counted or sorted.
import { compare, type Entity, type EntityType, entityTypes } from '../../graph/model.ts';
import type { Annotated, Chain } from '../annotated.ts';
import { cluster, type Name } from './cluster.ts';
import { fold } from './fold.ts';
import { oneLine, withoutTitle, wordsOf } from './name.ts';

/** What the chains amount to. */
export interface Resolution {
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  /** Id of the entity for each mention that is in a chain. */
  readonly entityOf: ReadonlyMap<string, string>;
}

/** The entities of articles' records. Cost: near linear in the chains and their mentions; see `cluster`. */
export function resolveEntities(records: Iterable<Annotated>): Resolution {
  const links = settleTypes([...records].flatMap(linksOf));
  const roots = cluster(namesOf(links));
  const owners = imported(links);
  const groups = Map.groupBy(links, (link) => {
    if (link.chain.entity !== undefined) return `id ${link.chain.entity.id}`;
    const root = roots.get(link.key) ?? link.key;
    const owner = owners.get(root);
    return owner?.size === 1 ? `id ${[...owner][0]}` : root;
  });
  const taken = new Set<string>();
  const entities: Entity[] = [];
  const entityOf = new Map<string, string>();
  // Imported groups first: their ids are given, ours make way.
  const inOrder = [...groups].sort((a, b) => compare(rank(a), rank(b)));
  for (const [, group] of inOrder) {
    const entity = entityFrom(group, taken);
    taken.add(entity.id);
    entities.push(entity);
    for (const link of group)
      for (const mention of link.chain.mentions) if (!entityOf.has(mention)) entityOf.set(mention, entity.id);
  }
  return { entities: entities.sort((a, b) => compare(a.id, b.id)), entityOf };
}

/** A chain on its way to an entity. */
interface Link {
  readonly chain: Chain;
  readonly type: EntityType;
  /** The chain's name without title and line ends. */
  readonly name: string;
  /** Texts of the chain's mentions by name. */
  readonly texts: readonly string[];
  readonly words: readonly string[];
  readonly key: string;
}

function linksOf(record: Annotated): Link[] {
  const named = new Map(record.mentions.filter((m) => m.form === 'name').map((m) => [m.id, m.text]));
  return record.chains.map((chain) => {
    const texts = chain.mentions.map((id) => named.get(id)).filter((text) => text !== undefined);
    return linkOf(chain, chain.type, texts.map(oneLine));
  });
}

function linkOf(chain: Chain, type: EntityType, texts: readonly string[]): Link {
  const bare = type === 'Person' ? withoutTitle(chain.name) : oneLine(chain.name);
  const name = bare.replace(/^the (?=.)/, '');
  const plain = wordsOf(name);
  const words = plain.length === 0 ? [name.toLowerCase()] : plain.map(fold);
  return { chain, type, name, texts, words, key: `${type} ${words.join(' ')}` };
}

/**
 * One name, one type: where articles type the same full name differently, most of them decide (ties: the order of
 * `entityTypes`). A single word is a full name for a place or an organisation, but never for a person.
 */
function settleTypes(links: readonly Link[]): Link[] {
  const votes = Map.groupBy(links.filter(isVoter), (link) => link.words.join(' '));
  const settled = new Map([...votes].map(([words, group]) => [words, mostFrequentType(group)]));
  return links.map((link) => {
    const type = isVoter(link) ? settled.get(link.words.join(' ')) : undefined;
    return type === undefined || type === link.type ? link : linkOf(link.chain, type, link.texts);
  });
}

function isVoter({ chain, type, words }: Link): boolean {
  if (chain.entity !== undefined) return false;
  return type === 'Organization' || type === 'Place' || (type === 'Person' && words.length > 1);
}

function mostFrequentType(links: readonly Link[]): EntityType {
  const count = (type: EntityType) => links.filter((link) => link.type === type).length;
  return entityTypes.reduce((best, type) => (count(type) > count(best) ? type : best));
}

function namesOf(links: readonly Link[]): Name[] {
  return [...Map.groupBy(links, (link) => link.key)].map(([key, group]) => {
    const { type, words, name } = group[0] as Link;
    return {
      type,
      words,
      key,
      initials: initialsOf(name),
      isAcronym: words.length === 1 && group.some(isWrittenAsAcronym),
      isFixed: group.some((link) => link.chain.entity !== undefined),
    };
  });
}

const isWrittenAsAcronym = ({ name }: Link): boolean => /^(?:\p{Lu}\.?){2,6}$/u.test(name);

function initialsOf(name: string): string | null {
  const words = wordsOf(name).filter((word) => !['of', 'the', 'and', 'for', 'in', 'on'].includes(word));
  return words.length < 2 ? null : words.map((word) => word[0]).join('');
}

/** Ids of the imported entities that have a name, by the name's key. */
function imported(links: readonly Link[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { chain, key } of links)
    if (chain.entity !== undefined) owners.set(key, (owners.get(key) ?? new Set()).add(chain.entity.id));
  return owners;
}

const rank = ([key]: readonly [string, unknown]): string => (key.startsWith('id ') ? `0 ${key}` : `1 ${key}`);

function entityFrom(group: readonly Link[], taken: ReadonlySet<string>): Entity {
  const given = group.find((link) => link.chain.entity !== undefined);
  const type = (given ?? (group[0] as Link)).type;
  const name = given?.chain.name ?? bestName(group);
  const told = group
    .filter((link) => link.chain.entity === undefined)
    .flatMap((link) => [link.name, ...link.texts]);
  const aliases = new Set([...told, ...(given?.chain.entity?.aliases ?? [])]);
  aliases.delete(name);
  const { wikidataId } = given?.chain.entity ?? {};
  return {
    id: given?.chain.entity?.id ?? freeId(type, name, taken),
    type,
    name,
    aliases: [...aliases].sort(compare),
    ...(wikidataId === undefined ? {} : { wikidataId }),
  };
}

/**
 * The full form that most articles use: two words of more than a letter, where any has them. Of forms that differ in
 * accents alone, the one that has them, because outlets drop accents and never add any. Ties in the order of ids.
 */
function bestName(group: readonly Link[]): string {
  const fullness = ({ words }: Link) => Math.min(2, words.filter((word) => word.length > 1).length);
  const most = Math.max(...group.map(fullness));
  const full = group.filter((link) => fullness(link) === most);
  const spelt = [...Map.groupBy(full, ({ name }) => wordsOf(name).join(' '))];
  const [, links] = spelt.sort((a, b) => b[1].length - a[1].length || compare(a[0], b[0]))[0] as [
    string,
    Link[],
  ];
  const forms = [...Map.groupBy(links, ({ name }) => name)].map(([name, uses]) => ({
    name,
    uses: uses.length,
  }));
  forms.sort((a, b) => accents(b.name) - accents(a.name) || b.uses - a.uses || compare(a.name, b.name));
  return forms[0]?.name as string;
}

const accents = (name: string): number => name.normalize('NFD').match(/[\u0300-\u036F]/g)?.length ?? 0;

/** `person:lena-holt`; `person:lena-holt-2` where an import gave that id to someone else. */
function freeId(type: EntityType, name: string, taken: ReadonlySet<string>): string {
  const slug = wordsOf(name).join('-') || encodeURIComponent(name.toWellFormed());
  const id = `${type.toLowerCase()}:${slug}`;
  for (let number = 2; ; number += 1) {
    const candidate = number === 2 && !taken.has(id) ? id : `${id}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
