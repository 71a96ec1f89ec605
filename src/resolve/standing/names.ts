// Entities kept up to date: after a change only those names are resolved again that can have to do with a changed one.
import { compare, type Entity } from '../../../graph/model.ts';
import type { Decided as Decision, Idle } from '../../decision.ts';
import type { Meeting } from '../cluster.ts';
import { type Parted, renamings } from '../decided.ts';
import {
  groupsOf,
  idsOf,
  inOrder,
  type Link,
  type Named,
  namedFrom,
  orderOf,
  type Reason,
  reasonsOf,
} from '../entities.ts';
import { type Known, nothing } from '../known.ts';
import { meetingOfNames, wordsOfLink } from '../types.ts';
import { Drawer, type Shelf } from './shelf.ts';

/** What changed among the chains of articles. */
export interface NameChange {
  /** By document, the links of its chains in their order; those of every document that a decision is about are among them. */
  readonly put: ReadonlyMap<string, readonly Link[]>;
  /** By document that was there before, now changed or removed, the words of its names. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly parted: Parted;
  readonly decisions: readonly Decision[];
}

/** What became of the entities. */
export interface NameOutcome {
  /** By document, and number of the chain in it, the id of its entity, wherever that is another than before. */
  readonly entities: ReadonlyMap<string, ReadonlyMap<number, string>>;
  /** Entities that are no more, or not as they were, and those that have come. */
  readonly before: readonly Standing[];
  readonly after: readonly Standing[];
  readonly idle: readonly Idle[];
}

/** An entity as it stands. Kept under `entity`, by its plain id and the order of its first link. */
export interface Standing extends Pick<Named, 'plain' | 'given' | 'order' | 'since'> {
  readonly entity: Entity;
  readonly fact: string;
  /** The words of its names. */
  readonly words: readonly string[];
  readonly mentions: number;
  readonly documents: number;
  readonly reasons: readonly Reason[];
}

/** The words of a document's names: under these its links are kept. */
export const namesIn = (links: readonly Link[]): string[] => [...new Set(links.map(wordsOfLink))];

/** Every entity that stands. */
export function* standingEntities(shelf: Shelf): Generator<Standing> {
  for (const [, , standing] of new Drawer<Standing>(shelf, 'entity').all()) yield standing;
}

/** The named entity of an id; undefined where none that stands has it. */
export function entityOfId(shelf: Shelf, id: string): Standing | undefined {
  const entities = new Drawer<Standing>(shelf, 'entity');
  const bearers = new Drawer<1>(shelf, 'id').under(id).flatMap(([plain]) => entities.under(plain));
  return bearers.find(([, { entity }]) => entity.id === id)?.[1];
}

/** The name of an entity that stands. */
export const nameOf = (shelf: Shelf, id: string): string | undefined => entityOfId(shelf, id)?.entity.name;

/** The documents that name an entity, or describe it, each with the texts of its names there. */
export function textsOf(shelf: Shelf, { entity, words }: Standing): Map<string, readonly string[]> {
  const rows = new Drawer<readonly LinkRow[]>(shelf, 'name');
  const found = new Map<string, string[]>();
  for (const [document, links] of words.flatMap((one) => rows.under(one)))
    for (const { id, texts } of links)
      if (id === entity.id) found.set(document, [...(found.get(document) ?? []), ...texts]);
  return found;
}

/**
 * Brings the entities up to date. *Cost*: near linear in the links of the names that meet a changed one, by whatever way:
 * a country that half of all reports name costs reading its links in half of all reports.
 */
export function updateNames(shelf: Shelf, change: NameChange): NameOutcome {
  const names = new Names(shelf, change);
  const touched = new Set([...change.before.values(), ...[...change.put.values()].map(namesIn)].flat());
  const met = names.isEmpty ? touched : names.meeting(touched);
  names.replace(touched);
  const all = names.isEmpty ? touched : names.meeting(met);
  const links = [...all].flatMap((words) => names.links(words));
  const { groups, unions, idle } = groupsOf(links, change.parted, change.decisions);
  const renamed = renamings(change.decisions);
  const old = names.takeOut(all);
  const fresh = groups.map((group) => namedFrom(group, renamed));
  const { ids, others } = names.name(fresh, old);
  const reasons = reasonsOf(unions, (link) => ids.get(link.order) as string);
  return { ...names.putBack(fresh, ids, reasons, old, others), idle };
}

/** A link as it is kept, under `name`, by its words and its document. */
interface LinkRow extends Omit<Link, 'known' | 'chain' | 'order'> {
  readonly number: number;
  /** Mentions of the chain that no chain before it has. */
  readonly mentions: number;
  readonly known: { readonly [K in keyof Known]?: readonly unknown[] };
  readonly chain: Pick<Link['chain'], 'type' | 'name' | 'entity'>;
  /** Id of its entity. */
  readonly id: string;
}

/** Where a link stands, or will. */
interface Place extends Pick<LinkRow, 'number' | 'mentions'> {
  readonly document: string;
  readonly words: string;
  readonly link: Link;
  /** Of its entity so far; null where it is new. */
  readonly id: string | null;
}

class Names {
  readonly #change: NameChange;
  readonly #rows: Drawer<readonly LinkRow[]>;
  /** By key, and words: names that ask for a key, or offer it. */
  readonly #asks: Drawer<1>;
  readonly #offers: Drawer<1>;
  /** By words, and order of the entity: its plain id. */
  readonly #groups: Drawer<string>;
  readonly #entities: Drawer<Standing>;
  /** By id, and plain id. */
  readonly #ids: Drawer<1>;
  readonly #known = new Map<string, readonly Place[]>();
  readonly #meetings = new Map<string, Meeting>();
  /** By the order of the link. */
  readonly #places = new Map<string, Place>();
  /** The changed documents' links by their words, once they have taken the place of the others. */
  #put: ReadonlyMap<string, readonly Place[]> = new Map();
  readonly isEmpty: boolean;

  constructor(shelf: Shelf, change: NameChange) {
    this.#change = change;
    this.#rows = new Drawer(shelf, 'name');
    this.#asks = new Drawer(shelf, 'ask');
    this.#offers = new Drawer(shelf, 'offer');
    this.#groups = new Drawer(shelf, 'group');
    this.#entities = new Drawer(shelf, 'entity');
    this.#ids = new Drawer(shelf, 'id');
    this.isEmpty = this.#rows.isEmpty();
  }

  /** All links with some words. */
  links(words: string): readonly Link[] {
    return this.#placesWith(words).map(({ link }) => link);
  }

  #placesWith(words: string): readonly Place[] {
    const known = this.#known.get(words);
    if (known !== undefined) return known;
    const kept = this.#rows.under(words).flatMap(([document, rows]) =>
      rows.map((row): Place => {
        const { number, mentions, id } = row;
        return { document, words, number, mentions, link: linkOf(row, document), id };
      }),
    );
    const places = [...kept, ...(this.#put.get(words) ?? [])];
    for (const place of places) this.#places.set(place.link.order, place);
    this.#known.set(words, places);
    return places;
  }

  /** Names with all that meet them, in however many steps. */
  meeting(names: ReadonlySet<string>): Set<string> {
    const found = new Set(names);
    // A set gives what is added to it while one walks it.
    for (const words of found) {
      const { asks, offers } = this.#meetingOf(words);
      for (const key of asks) for (const [other] of this.#offers.under(key)) found.add(other);
      for (const key of offers) for (const [other] of this.#asks.under(key)) found.add(other);
    }
    return found;
  }

  #meetingOf(words: string): Meeting {
    const known = this.#meetings.get(words) ?? meetingOfNames(this.links(words));
    this.#meetings.set(words, known);
    return known;
  }

  /** Puts the changed documents' links in the place of those that stood there, and what they ask for and offer. */
  replace(touched: ReadonlySet<string>): void {
    if (!this.isEmpty)
      for (const words of touched) {
        const { asks, offers } = this.#meetingOf(words);
        for (const key of asks) this.#asks.delete(key, words);
        for (const key of offers) this.#offers.delete(key, words);
      }
    const { before, put } = this.#change;
    for (const [document, names] of before) for (const words of names) this.#rows.delete(words, document);
    this.#put = Map.groupBy(
      [...put].flatMap(([document, links]) => placesIn(document, links)),
      ({ words }) => words,
    );
    for (const words of touched) {
      this.#known.delete(words);
      this.#meetings.delete(words);
    }
    for (const words of touched) {
      const { asks, offers } = this.#meetingOf(words);
      for (const key of asks) this.#asks.put(key, words, 1);
      for (const key of offers) this.#offers.put(key, words, 1);
    }
  }

  /** Takes the entities of some names out. */
  takeOut(names: ReadonlySet<string>): Standing[] {
    const found = new Map<string, Standing>();
    for (const words of this.isEmpty ? [] : names)
      for (const [order, plain] of this.#groups.under(words)) {
        const standing = this.#entities.get(plain, order);
        if (standing !== undefined) found.set(order, standing);
        this.#groups.delete(words, order);
      }
    for (const standing of found.values()) this.#drop(standing);
    return [...found.values()];
  }

  /**
   * The ids of entities, by their order, and of the others that bear one of their plain ids. Where an id is that of an
   * entity with another plain id ("person:lena-holt-2"), all are named again, and from then on always.
   */
  name(
    fresh: readonly Named[],
    old: readonly Standing[],
  ): { readonly ids: ReadonlyMap<string, string>; readonly others: readonly Standing[] } {
    const plain = new Set([...fresh, ...old].map((one) => one.plain));
    const isCrossed = this.#ids.get('', '') !== undefined;
    const near = this.isEmpty || isCrossed ? undefined : this.#nameAmong(fresh, plain);
    if (near !== undefined) return near;
    const others = [...this.#entities.all()].map(([, , standing]) => standing);
    const named = inOrder([...fresh, ...others.map(asNamed)]);
    const ids = idsOf(named);
    if (areCrossed(named, ids)) this.#ids.put('', '', 1);
    return { ids: new Map(named.map(({ order }, i) => [order, ids[i] as string])), others };
  }

  #nameAmong(fresh: readonly Named[], plain: ReadonlySet<string>) {
    const others = [...plain].flatMap((one) => this.#entities.under(one).map(([, standing]) => standing));
    const named = inOrder([...fresh, ...others.map(asNamed)]);
    const ids = idsOf(named);
    const isOthers = (id: string) => this.#ids.under(id).some(([owner]) => !plain.has(owner));
    if (areCrossed(named, ids) || ids.some(isOthers)) return undefined;
    return { ids: new Map(named.map(({ order }, i) => [order, ids[i] as string])), others };
  }

  /** Keeps entities, and gives what has become another. */
  putBack(
    fresh: readonly Named[],
    ids: ReadonlyMap<string, string>,
    reasons: ReadonlyMap<string, readonly Reason[]>,
    old: readonly Standing[],
    others: readonly Standing[],
  ): Omit<NameOutcome, 'idle'> {
    const moved = new Map<Place, string>();
    const move = (place: Place, id: string) => void (place.id === id || moved.set(place, id));
    const before = [...old];
    const after: Standing[] = [];
    for (const named of fresh) {
      const id = ids.get(named.order) as string;
      const places = named.group.map(({ order }) => this.#places.get(order) as Place);
      for (const place of places) move(place, id);
      after.push(standingOf(named, id, places, reasons.get(id) ?? []));
    }
    for (const other of others) {
      const id = ids.get(other.order) as string;
      if (id === other.entity.id) continue;
      this.#drop(other);
      before.push(other);
      after.push({ ...other, entity: { ...other.entity, id } });
      // Its names may be those of others as well.
      const places = other.words.flatMap((words) => this.#placesWith(words));
      for (const place of places) if (place.id === other.entity.id) move(place, id);
    }
    for (const standing of after) this.#keep(standing);
    return { entities: this.#move(moved), ...changed(before, after) };
  }

  /** Writes down which entity links belong to now. */
  #move(moved: ReadonlyMap<Place, string>): NameOutcome['entities'] {
    const entities = new Map<string, Map<number, string>>();
    for (const [{ document, number }, id] of moved) {
      const own = entities.get(document) ?? new Map<number, string>();
      entities.set(document, own.set(number, id));
    }
    for (const [words, places] of Map.groupBy(moved.keys(), (place) => place.words)) {
      const documents = new Set(places.map(({ document }) => document));
      const rows = this.#placesWith(words).filter(({ document }) => documents.has(document));
      for (const [document, own] of Map.groupBy(rows, (place) => place.document))
        this.#rows.put(
          words,
          document,
          own.map((place) => rowOf(place, moved.get(place) ?? (place.id as string))),
        );
    }
    return entities;
  }

  #keep(standing: Standing): void {
    const { plain, order, words, entity } = standing;
    this.#entities.put(plain, order, standing);
    this.#ids.put(entity.id, plain, 1);
    for (const one of words) this.#groups.put(one, order, plain);
  }

  #drop({ plain, order, entity }: Standing): void {
    this.#entities.delete(plain, order);
    this.#ids.delete(entity.id, plain);
  }
}

function placesIn(document: string, links: readonly Link[]): Place[] {
  const seen = new Set<string>();
  return links.map((link, number) => {
    const before = seen.size;
    for (const mention of link.chain.mentions) seen.add(mention);
    return { document, number, mentions: seen.size - before, words: wordsOfLink(link), link, id: null };
  });
}

function rowOf({ link: { order: _, known, chain, ...link }, number, mentions }: Place, id: string): LinkRow {
  const { type, name, entity } = chain;
  const facts = Object.entries(known).filter(([, values]) => values.size > 0);
  return {
    ...link,
    number,
    mentions,
    texts: [...new Set(link.texts)],
    known: Object.fromEntries(facts.map(([field, values]) => [field, [...values]])),
    chain: { type, name, ...(entity && { entity }) },
    id,
  };
}

function linkOf({ number, mentions: _, id: __, known, chain, ...row }: LinkRow, document: string): Link {
  const facts = Object.entries(known).map(([field, values]) => [field, new Set(values)]);
  return {
    ...row,
    day: row.day ?? undefined,
    known: facts.length === 0 ? nothing : { ...nothing, ...Object.fromEntries(facts) },
    chain: { ...chain, mentions: [] },
    order: orderOf(document, number),
  };
}

const asNamed = ({
  plain,
  fact,
  given,
  order,
  since,
}: Standing): Pick<Named, 'plain' | 'fact' | 'given' | 'order' | 'since'> => ({
  plain,
  fact: () => fact,
  given,
  order,
  since,
});

/** Whether one would have another id if those with other plain ids weren't there. */
function areCrossed(named: readonly Pick<Named, 'plain'>[], ids: readonly string[]): boolean {
  const owners = new Map(ids.map((id, i) => [id, named[i]?.plain]));
  return ids.some((id, i) => {
    const [, base, number] = /^(.*)-([2-9]|[1-9]\d+)$/.exec(id) ?? [];
    if (base === undefined || Number(number) > ids.length) return false;
    const tried = Array.from({ length: Number(number) - 1 }, (_, n) => (n === 0 ? base : `${base}-${n + 1}`));
    return tried.some((other) => owners.has(other) && owners.get(other) !== named[i]?.plain);
  });
}

function standingOf(
  named: Named,
  id: string,
  places: readonly Place[],
  reasons: readonly Reason[],
): Standing {
  const { plain, fact, given, order, since } = named;
  return {
    entity: { id, ...named.entity },
    plain,
    fact: fact(),
    given,
    order,
    since,
    words: [...new Set(places.map(({ words }) => words))].sort(compare),
    mentions: places.reduce((sum, { mentions }) => sum + mentions, 0),
    documents: new Set(places.filter(({ mentions }) => mentions > 0).map(({ document }) => document)).size,
    reasons,
  };
}

/** Those that differ. */
function changed(
  before: readonly Standing[],
  after: readonly Standing[],
): { readonly before: readonly Standing[]; readonly after: readonly Standing[] } {
  const textOf = (standing: Standing) => JSON.stringify(standing);
  const [old, now] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
  return {
    before: before.filter((standing) => !now.has(textOf(standing))),
    after: after.filter((standing) => !old.has(textOf(standing))),
  };
}
