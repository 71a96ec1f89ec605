// Which relation types are occasions that people count: two calls are two, whereas support is support.

export interface EventKind {
  readonly name: string;
  /** What it is called in a text, as a part of a regular expression. */
  readonly noun?: string;
  /** The word between subject and object, where it matters who is which: "Visit of Anna Holt to Peru". */
  readonly between?: string;
  /** Kinds of one family may be one occasion under several names. */
  readonly family?: string;
  /** How little it says of the way: a conversation may be a call, talks may be a meeting. Absent where it says all. */
  readonly loose?: number;
  /** Whether it is held from afar, so that it is nowhere. */
  readonly isFar?: boolean;
}

/** Two spoke with each other: in whatever way. */
const conversation: EventKind = {
  name: 'conversation',
  noun: 'conversations?|contacts?|dialogue',
  loose: 2,
  family: 'contact',
};
const talks: EventKind = {
  name: 'talks',
  noun: 'talks|negotiations|contacts|dialogue',
  loose: 1,
  family: 'contact',
};
const call: EventKind = { name: 'call', noun: 'calls?|conversations?', family: 'contact', isFar: true };
const meeting: EventKind = { name: 'meeting', noun: 'meetings?|summits?', family: 'contact' };

/** The kind of occasion, by relation type. */
export const eventKinds: ReadonlyMap<string, EventKind> = new Map<string, EventKind>([
  ['CALLED', call],
  ['SPOKE_WITH', conversation],
  ['MET_WITH', meeting],
  ['HELD_TALKS_WITH', talks],
  ['VISITED', { name: 'visit', noun: 'visits?|trips?', between: 'to' }],
  ['EXCHANGED_PRISONERS_WITH', { name: 'prisoner exchange' }],
  ['SIGNED_AGREEMENT_WITH', { name: 'signing' }],
  ['EXERCISED_WITH', { name: 'exercise' }],
  ['DEFEATED', { name: 'victory', between: 'over' }],
]);

/** In which a kind that leaves the way open may be meant, the likeliest first. */
export const waysToSpeak: readonly EventKind[] = [call, meeting];

/** Whether an occasion of one kind may be told of as one of another: the same, or one that leaves open what the first says. */
export function mayBe(kind: EventKind, open: EventKind): boolean {
  if (kind.name === open.name) return true;
  return (
    kind.family !== undefined &&
    kind.family === open.family &&
    open.loose !== undefined &&
    (kind.loose ?? 0) < open.loose
  );
}
