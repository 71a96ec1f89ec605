// Which claims are about one event: five reports of one call are one, twenty calls of two people are twenty.
// Sees claims whose ends are resolved, with their days; knows no text.
import { type Claim, compare, type Document, type Entity } from '../../graph/model.ts';
import { type EventKind, eventKinds, mayBe, waysToSpeak } from './event-kinds.ts';

/** The events that claims amount to. */
export interface Events {
  /** Of type Event, sorted by id. */
  readonly entities: readonly Entity[];
  /** Id of the event that a claim is about, by the claim's id. */
  readonly aboutOf: ReadonlyMap<string, string>;
}

/**
 * The events of claims, in whatever order they come. Claims of one document with the same kind, participants and day are
 * one event, and so are those of several documents whose days agree; see `agree`. Denied, planned and possible events
 * are about one that happened where both name the day, else about none. *Cost*: linear in the claims, plus sorting.
 */
export function eventsOf(
  claims: readonly Claim[],
  documents: ReadonlyMap<string, Pick<Document, 'publisher' | 'publishedAt'>>,
  nameOf: (entity: string) => string,
): Events {
  const sightings = [...Map.groupBy(claims.filter(isOfEvent), (claim) => claim.document)].flatMap(
    ([id, group]) => sightingsOf(group, documents.get(id) ?? {}),
  );
  const groups = [...Map.groupBy(sightings, occasionKey)].sort((a, b) => compare(a[0], b[0]));
  const occasions = groups.flatMap(([, group]) => occasionsOf(group, nameOf));
  const ids = numbered(occasions.map(({ plain }) => plain));
  const aboutOf = new Map<string, string>();
  for (const [i, { members }] of occasions.entries())
    for (const { id } of members.flatMap((member) => member.claims)) aboutOf.set(id, ids[i] as string);
  const entities = occasions.map(({ name }, i): Entity => eventNamed(ids[i] as string, name));
  return { entities: entities.sort((a, b) => compare(a.id, b.id)), aboutOf };
}

/** An event as an entity. */
export const eventNamed = (id: string, name: string): Entity => ({ id, type: 'Event', name, aliases: [] });

/** The second of one plain id gets a number, and so on. */
export function numbered(plain: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return plain.map((id) => {
    const number = (taken.get(id) ?? 0) + 1;
    taken.set(id, number);
    return number === 1 ? id : `${id}-${number}`;
  });
}

type EventClaim = Claim & { readonly subject: string; readonly object: string };

const isOfEvent = (claim: Claim): claim is EventClaim =>
  claim.rejected === undefined &&
  claim.subject !== null &&
  claim.object !== null &&
  claim.subject !== claim.object &&
  eventKinds.has(claim.predicate);

/** A claim as far as it matters for events. */
export type Seen = Pick<EventClaim, 'id' | 'subject' | 'predicate' | 'object'>;

/** What one document says of one event. Plain JSON. */
export interface Sighting {
  readonly kind: EventKind;
  /** Ids of entities: sorted, or subject and object where the kind tells them apart. */
  readonly participants: readonly string[];
  readonly claims: readonly Seen[];
  /** The days that the document names for it; undefined where it names none. */
  readonly days: Days | undefined;
  /** The day on which the document was published. */
  readonly published: number | undefined;
  readonly publisher: string | undefined;
  /** Whether the document says where. */
  readonly isPlaced: boolean;
  /** Whether it says that it took place; what is planned, possible or denied makes no event. */
  readonly happened: boolean;
}

/** *Units*: days since 1970, both ends included. */
interface Days {
  readonly from: number;
  readonly to: number;
}

/** What a document's claims say of events, those of other claims passed over. */
export function sightingsOf(
  all: readonly Claim[],
  { publisher, publishedAt }: Pick<Document, 'publisher' | 'publishedAt'>,
): Sighting[] {
  const claims = all.filter(isOfEvent).sort((a, b) => compare(a.id, b.id));
  const published = dayOf(publishedAt ?? null);
  const told = claims.filter((claim) => claim.asserted && !looksBack(claim));
  const kindOf = kindsAmong(told);
  const sightingsIn = (some: readonly EventClaim[], happened: boolean) =>
    [...Map.groupBy(some, (claim) => `${kindOf(claim).name} ${pairOf(claim).join(' ')}`).values()].flatMap(
      (group) =>
        byDays(group, published).map(({ days, claims }): Sighting => {
          const [first] = group as [EventClaim];
          const [kind, participants] = [kindOf(first), pairOf(first)];
          const seen = claims.map(({ id, subject, predicate, object }) => ({
            id,
            subject,
            predicate,
            object,
          }));
          const isPlaced = claims.some(namesPlace);
          return { kind, participants, claims: seen, days, published, publisher, isPlaced, happened };
        }),
    );
  const rest = claims.filter((claim) => !claim.asserted && daysOf(claim) !== undefined);
  return [...joined(sightingsIn(told, true)), ...sightingsIn(rest, false)];
}

/**
 * Whether a claim only looks back on an occasion, on no day that it names: "in the wake of recent talks", "the previous call". Which
 * one is meant nobody can tell, so it makes no event; it isn't of the days of the report, either.
 */
function looksBack(claim: EventClaim): boolean {
  const noun = eventKinds.get(claim.predicate)?.noun;
  return noun !== undefined && daysOf(claim) === undefined && lookingBack(noun).test(claim.quote);
}

const lookingBack = (noun: string): RegExp =>
  new RegExp(`\\b(?:previous|recent|regular|frequent)(?:\\s+[\\w-]+){0,3}?\\s+(?:${noun})\\b`, 'i');

const namesPlace = (claim: Pick<Claim, 'arguments'>): boolean =>
  claim.arguments.some(({ role }) => role === 'place');

/** What sightings of one event have in common, in every document. */
export const occasionKey = ({ kind, participants }: Sighting): string =>
  `${kind.family ?? kind.name} ${participants.join(' ')}`;

function pairOf({ subject, predicate, object }: EventClaim): string[] {
  const pair = [subject, object];
  return eventKinds.get(predicate)?.between === undefined ? pair.sort(compare) : pair;
}

/**
 * A document that tells of a call of two people means the call where it says that they spoke; likewise a meeting, and talks.
 * Talks that it places somewhere or on another day are others.
 */
function kindsAmong(claims: readonly EventClaim[]): (claim: EventClaim) => EventKind {
  const kindOf = ({ predicate }: EventClaim) => eventKinds.get(predicate) as EventKind;
  const key = (kind: EventKind, claim: EventClaim) => `${kind.name} ${pairOf(claim).join(' ')}`;
  const told = Map.groupBy(claims, (claim) => key(kindOf(claim), claim));
  return (claim) => {
    const [kind, days] = [kindOf(claim), daysOf(claim)];
    const way = waysToSpeak.find((way) => {
      const meant = told.get(key(way, claim));
      if (meant === undefined || !mayBe(way, kind)) return false;
      return (
        meant.some((one) => haveOverlap(daysOf(one), days)) && (way.isFar !== true || !namesPlace(claim))
      );
    });
    return way ?? kind;
  };
}

/** Claims whose days overlap are one event; one without a day is about the event nearest to the publication. */
function byDays(
  claims: readonly EventClaim[],
  published: number | undefined,
): { readonly days: Days | undefined; readonly claims: readonly EventClaim[] }[] {
  const dated = claims.flatMap((claim) => {
    const days = daysOf(claim);
    return days === undefined ? [] : [{ days, claims: [claim] }];
  });
  dated.sort((a, b) => length(a.days) - length(b.days) || a.days.from - b.days.from);
  const groups: { days: Days; claims: EventClaim[] }[] = [];
  for (const one of dated) {
    const group = groups.find(({ days }) => overlap(days, one.days));
    if (group === undefined) groups.push({ days: one.days, claims: [...one.claims] });
    else group.claims.push(...one.claims);
  }
  const undated = claims.filter((claim) => daysOf(claim) === undefined);
  if (undated.length === 0) return groups;
  const distance = ({ days }: { days: Days }) => Math.abs((published ?? days.to) - days.to);
  const [nearest] = [...groups].sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined || distance(nearest) > longestDelay)
    return [...groups, { days: undefined, claims: undated }];
  nearest.claims.push(...undated);
  return groups;
}

/** Three who all spoke with each other on one occasion had one call, not three. */
function joined(sightings: readonly Sighting[]): Sighting[] {
  const left = [...sightings];
  const done: Sighting[] = [];
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    let group = first;
    for (let third = thirdOf(group, left); third !== undefined; third = thirdOf(group, left)) {
      const { participants, sightings: parts } = third;
      for (const part of parts) left.splice(left.indexOf(part), 1);
      const claims = [...group.claims, ...parts.flatMap((part) => part.claims)];
      const days = group.days ?? parts.find((part) => part.days !== undefined)?.days;
      group = { ...group, participants, claims, days };
    }
    done.push(group);
  }
  return done;
}

/** Someone whom every participant met, with the sightings that say so. */
function thirdOf(
  { kind, participants, days }: Sighting,
  others: readonly Sighting[],
): { readonly participants: readonly string[]; readonly sightings: readonly Sighting[] } | undefined {
  if (kind.between !== undefined) return undefined;
  const near = others.filter(
    (other) => other.kind === kind && other.participants.length === 2 && haveOverlap(days, other.days),
  );
  const candidates = new Set(near.flatMap((other) => other.participants));
  for (const candidate of [...candidates].sort(compare)) {
    if (participants.includes(candidate)) continue;
    const parts = participants.map((participant) =>
      near.find(
        (other) => other.participants.includes(participant) && other.participants.includes(candidate),
      ),
    );
    const isOneOccasion = (list: readonly (Sighting | undefined)[]): list is readonly Sighting[] =>
      list.every((part) => part !== undefined && list.every((other) => haveOverlap(part.days, other?.days)));
    if (isOneOccasion(parts))
      return { participants: [...participants, candidate].sort(compare), sightings: parts };
  }
  return undefined;
}

/** An event, with the id that it has where no other has it. */
export interface Occasion {
  readonly plain: string;
  readonly name: string;
  readonly members: readonly Sighting[];
}

/** The events among the sightings of one key, in whatever order they come. */
export const occasionsOf = (sightings: readonly Sighting[], nameOf: (entity: string) => string): Occasion[] =>
  eventsAmong(sightings).map((members) => occasionOf(members, nameOf));

/**
 * The sightings of one family and the same participants, parted into events. Those that say most of the way come first,
 * and of them those that name a day.
 */
function eventsAmong(sightings: readonly Sighting[]): Sighting[][] {
  const inOrder = [...sightings].sort(
    (a, b) =>
      Number(b.happened) - Number(a.happened) ||
      (a.kind.loose ?? 0) - (b.kind.loose ?? 0) ||
      Number(a.days === undefined) - Number(b.days === undefined) ||
      (a.days?.from ?? a.published ?? Infinity) - (b.days?.from ?? b.published ?? Infinity) ||
      (a.days?.to ?? 0) - (b.days?.to ?? 0) ||
      compare(a.claims[0]?.id ?? '', b.claims[0]?.id ?? ''),
  );
  const events: Sighting[][] = [];
  for (const sighting of inOrder) {
    const fits = events.filter((event) => isOf(event, sighting));
    const isUnknown = sighting.days === undefined && sighting.published === undefined;
    // A report without any date is about the one event that there is.
    const event = isUnknown && fits.length > 1 ? undefined : fits[0];
    if (event !== undefined) event.push(sighting);
    else if (sighting.happened) events.push([sighting]);
  }
  return events;
}

function isOf(event: readonly Sighting[], sighting: Sighting): boolean {
  if (!event.every((member) => isOneKind(member, sighting))) return false;
  if (sighting.happened) return event.every((member) => agree(member, sighting));
  const dated = event.filter(({ days }) => days !== undefined);
  return dated.length > 0 && dated.every(({ days }) => haveOverlap(days, sighting.days));
}

/** Whether they may be one occasion by what they call it: across kinds only where both can be placed in time. */
function isOneKind(exact: Sighting, other: Sighting): boolean {
  if (exact.kind.name === other.kind.name) return true;
  const isKnown = ({ days, published }: Sighting) => days !== undefined || published !== undefined;
  if (!mayBe(exact.kind, other.kind) || !isKnown(exact) || !isKnown(other)) return false;
  return exact.kind.isFar !== true || !other.isPlaced;
}

/**
 * Whether two documents can mean one event. Days that both name must overlap; a document that names none speaks of the days
 * before its publication; where neither names one they must have come out within a day, and not from one publisher on
 * two days, who has then told of two.
 */
function agree(a: Sighting, b: Sighting): boolean {
  if (a.days !== undefined && b.days !== undefined) return overlap(a.days, b.days);
  const [dated, other] = a.days === undefined ? [b, a] : [a, b];
  if (other.published === undefined) return true;
  if (dated.days !== undefined)
    return other.published >= dated.days.from && other.published <= dated.days.to + longestDelay;
  if (dated.published === undefined) return true;
  const distance = Math.abs(dated.published - other.published);
  return distance === 0 || (distance <= 1 && dated.publisher !== other.publisher);
}

/** News tells of a call for some days. */
const longestDelay = 3;

/** Whether both can be on one day, as far as it is known. */
const haveOverlap = (a: Days | undefined, b: Days | undefined): boolean =>
  a === undefined || b === undefined || overlap(a, b);

const overlap = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to;
const length = ({ from, to }: Days): number => to - from;

/** The days of a claim, where it names them closely enough to tell events apart: within a week. */
function daysOf({ time }: Claim): Days | undefined {
  const from = dayOf(time?.from ?? null);
  const to = dayOf(time?.to ?? null) ?? from;
  return from === undefined || to === undefined || to < from || to - from > 7 ? undefined : { from, to };
}

function dayOf(date: string | null): number | undefined {
  const time = Date.parse((date ?? '').slice(0, 10));
  return Number.isNaN(time) ? undefined : Math.floor(time / 86_400_000);
}

/** `event:call-donald-trump-vladimir-putin-2025-05-19`, "Call of Donald Trump and Vladimir Putin, 2025-05-19". */
function occasionOf(members: readonly Sighting[], nameOf: (entity: string) => string): Occasion {
  const { kind, participants } = members[0] as Sighting;
  const day = members.find((member) => member.days !== undefined)?.days?.from ?? earliest(members);
  const date = day === undefined ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10);
  const slugs = participants.map((id) => id.replace(/^[a-z]+:/, ''));
  const kindOf = `${kind.name.slice(0, 1).toUpperCase()}${kind.name.slice(1)}`;
  const title = `${kindOf} of ${whose(kind, participants.map(nameOf))}`;
  return {
    plain: [`event:${kind.name.replaceAll(' ', '-')}`, ...slugs, ...(date === undefined ? [] : [date])].join(
      '-',
    ),
    name: date === undefined ? title : `${title}, ${date}`,
    members,
  };
}

function earliest(members: readonly Sighting[]): number | undefined {
  const days = members.map((member) => member.published).filter((day) => day !== undefined);
  return days.length === 0 ? undefined : Math.min(...days);
}

function whose({ between }: EventKind, names: readonly string[]): string {
  if (between !== undefined) return names.join(` ${between} `);
  const sorted = [...names].sort(compare);
  return sorted.length < 3 ? sorted.join(' and ') : `${sorted.slice(0, -1).join(', ')} and ${sorted.at(-1)}`;
}
