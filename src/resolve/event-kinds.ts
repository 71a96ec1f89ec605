// Which relation types are occasions that people count: two calls are two, whereas support is support.

export interface EventKind {
  readonly name: string;
  /** The word between subject and object, where it matters who is which: "Visit of Anna Holt to Peru". */
  readonly between?: string;
}

const call = { name: 'call' };

/** A conversation is the call where the same report tells of one. */
export const conversation: EventKind = { name: 'conversation' };

/** The kind of occasion, by relation type. */
export const eventKinds: ReadonlyMap<string, EventKind> = new Map<string, EventKind>([
  ['CALLED', call],
  ['SPOKE_WITH', conversation],
  ['MET_WITH', { name: 'meeting' }],
  ['HELD_TALKS_WITH', { name: 'talks' }],
  ['VISITED', { name: 'visit', between: 'to' }],
  ['EXCHANGED_PRISONERS_WITH', { name: 'prisoner exchange' }],
  ['SIGNED_AGREEMENT_WITH', { name: 'signing' }],
  ['EXERCISED_WITH', { name: 'exercise' }],
  ['DEFEATED', { name: 'victory', between: 'over' }],
]);

/** The kind of a call. */
export const callKind: EventKind = call;
