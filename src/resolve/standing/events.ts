// Events kept up to date: after a change only those occasions are told apart again of which a changed article speaks.
import { compare, type Entity } from '../../../graph/model.ts';
import { eventNamed, numbered, type Occasion, occasionKey, occasionsOf, type Sighting } from '../events.ts';
import { Drawer, type Shelf } from './shelf.ts';

/** What changed of what articles say of events. */
export interface EventChange {
  /** By document, its sightings. */
  readonly put: ReadonlyMap<string, readonly Sighting[]>;
  /** By document that was there before, now changed or removed, the keys of its sightings. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** Ids of entities that have another name now. */
  readonly renamed: Iterable<string>;
  readonly nameOf: (entity: string) => string;
}

/** What became of the events. */
export interface EventOutcome {
  /** By document, and id of the claim, the event that it is about, wherever that may be another than before. */
  readonly abouts: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Events that are no more, or not as they were, and those that have come. */
  readonly before: readonly Entity[];
  readonly after: readonly Entity[];
}

/** An event as it stands. Kept under `event`, by its plain id and where it stands among those of its key. */
interface StandingEvent {
  readonly id: string;
  readonly name: string;
}

/** The keys of sightings: under these they are kept. */
export const occasionsIn = (sightings: readonly Sighting[]): string[] => [
  ...new Set(sightings.map(occasionKey)),
];

/** Every event that stands. */
export function* standingEvents(shelf: Shelf): Generator<Entity> {
  for (const [, , { id, name }] of new Drawer<StandingEvent>(shelf, 'event').all())
    yield eventNamed(id, name);
}

/** Brings the events up to date. *Cost*: linear in the sightings under the keys that changed ones have. */
export function updateEvents(shelf: Shelf, change: EventChange): EventOutcome {
  const events = new Events(shelf, change.nameOf);
  const keys = new Set([...change.before.values(), ...[...change.put.values()].map(occasionsIn)].flat());
  for (const entity of change.renamed) for (const key of events.keysOf(entity)) keys.add(key);
  events.replace(change);
  const old = [...keys].flatMap((key) => events.takeOut(key));
  const fresh = [...keys].flatMap((key) => events.occasionsWith(key));
  const others = events.withPlainIdOf([...fresh, ...old]);
  const now = events.number([...fresh, ...others]);
  const renumbered = others.filter(({ key, number }) =>
    now.some((one) => one.key === key && one.number === number),
  );
  return { abouts: events.aboutsOf(now), ...changed([...old, ...renumbered], now) };
}

/** An occasion with the key of its sightings, and its number among those of the key. */
interface Placed {
  readonly key: string;
  readonly number: number;
  readonly plain: string;
  readonly name: string;
}

interface Old extends Placed {
  readonly id: string;
}

class Events {
  readonly #sightings: Drawer<readonly Sighting[]>;
  /** By key and number in it: the plain id. */
  readonly #occasions: Drawer<string>;
  readonly #events: Drawer<StandingEvent>;
  /** By entity, the keys of the occasions where it took part. */
  readonly #participants: Drawer<1>;
  readonly #nameOf: (entity: string) => string;
  readonly #known = new Map<string, readonly Occasion[]>();
  /** By document, the sightings as they are now. */
  readonly #documents = new Map<Sighting, string>();

  constructor(shelf: Shelf, nameOf: (entity: string) => string) {
    this.#sightings = new Drawer(shelf, 'sighting');
    this.#occasions = new Drawer(shelf, 'occasion');
    this.#events = new Drawer(shelf, 'event');
    this.#participants = new Drawer(shelf, 'participant');
    this.#nameOf = nameOf;
  }

  keysOf(entity: string): string[] {
    return this.#participants.under(entity).map(([key]) => key);
  }

  replace({ put, before }: EventChange): void {
    for (const [document, keys] of before) for (const key of keys) this.#sightings.delete(key, document);
    for (const [document, sightings] of put)
      for (const [key, own] of Map.groupBy(sightings, occasionKey)) {
        this.#sightings.put(key, document, own);
        for (const entity of own[0]?.participants ?? []) this.#participants.put(entity, key, 1);
      }
  }

  /** The occasions of a key as they stood; they stand no more. */
  takeOut(key: string): Old[] {
    return this.#occasions.under(key).map(([number, plain]) => {
      const who = placeOf(key, Number(number));
      const { id = '', name = '' } = this.#events.get(plain, who) ?? {};
      this.#events.delete(plain, who);
      this.#occasions.delete(key, number);
      return { key, number: Number(number), plain, id, name };
    });
  }

  occasionsWith(key: string): Placed[] {
    return this.#occasionsOf(key).map(({ plain, name }, number) => ({ key, number, plain, name }));
  }

  #occasionsOf(key: string): readonly Occasion[] {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const rows = this.#sightings.under(key);
    for (const [document, own] of rows) for (const one of own) this.#documents.set(one, document);
    const found = occasionsOf(
      rows.flatMap(([, own]) => own),
      this.#nameOf,
    );
    this.#known.set(key, found);
    if (found.length === 0) for (const entity of key.split(' ')) this.#participants.delete(entity, key);
    return found;
  }

  /** Those that stand already and bear one of the plain ids. */
  withPlainIdOf(occasions: readonly Placed[]): Old[] {
    return [...new Set(occasions.map(({ plain }) => plain))].flatMap((plain) =>
      this.#events.under(plain).map(([who, event]) => ({ ...placeIn(who), plain, ...event })),
    );
  }

  /** Gives ids, and keeps them. */
  number(occasions: readonly (Placed | Old)[]): Old[] {
    const inOrder = [...occasions].sort((a, b) => compare(a.key, b.key) || a.number - b.number);
    const ids = numbered(inOrder.map(({ plain }) => plain));
    return inOrder.flatMap((occasion, i) => {
      const { key, number, plain, name } = occasion;
      const id = ids[i] as string;
      if ('id' in occasion && occasion.id === id) return [];
      this.#events.put(plain, placeOf(key, number), { id, name });
      this.#occasions.put(key, `${number}`, plain);
      return [{ key, number, plain, name, id }];
    });
  }

  aboutsOf(occasions: readonly Old[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
    const abouts = new Map<string, Map<string, string>>();
    for (const { key, number, id } of occasions)
      for (const member of this.#occasionsOf(key)[number]?.members ?? []) {
        const document = this.#documents.get(member) as string;
        const own = abouts.get(document) ?? new Map<string, string>();
        for (const claim of member.claims) own.set(claim.id, id);
        abouts.set(document, own);
      }
    return abouts;
  }
}

const placeOf = (key: string, number: number): string => `${number} ${key}`;

function placeIn(who: string): { readonly key: string; readonly number: number } {
  const at = who.indexOf(' ');
  return { key: who.slice(at + 1), number: Number(who.slice(0, at)) };
}

function changed(old: readonly Old[], now: readonly Old[]): Pick<EventOutcome, 'before' | 'after'> {
  const textOf = ({ id, name }: Old) => JSON.stringify([id, name]);
  const [before, after] = [new Set(old.map(textOf)), new Set(now.map(textOf))];
  const entities = (events: readonly Old[], others: ReadonlySet<string>) =>
    events.filter((event) => !others.has(textOf(event))).map(({ id, name }) => eventNamed(id, name));
  return { before: entities(old, after), after: entities(now, before) };
}
