// Where reports disagree about an act that has no second entity to it, or about who did it: "opened no inquiry" and "opened an
// inquiry into the sale"; "she resigned" and "he dismissed her". Sees claims' ends; knows no days and no numbers.
import { relationType } from '../vocabulary/index.ts';
import { among, type Compare, differ, type Found, type Matter, type Published } from './matter.ts';

/** Words are said many times, and help is given many times: one that happened and one that may happen are two. */
export const isRepeated = ({ predicate }: Pick<Matter, 'predicate'>): boolean =>
  repeated.has(relationType(predicate)?.eventType ?? '') && !deeds.has(predicate);

/** An office, a membership, a seat: who is to have it soon has it soon after. */
export function isState({ predicate }: Pick<Matter, 'predicate'>): boolean {
  const type = relationType(predicate);
  return type !== undefined && type.eventType === undefined && !turns.has(predicate);
}

/** Types that are no event of PLOVER's and yet happen on one day. */
const turns: ReadonlySet<string> = new Set(
  'ACQUIRED FOUNDED JOINED SUCCEEDED APPOINTED DEFEATED MARRIED_TO'.split(' '),
);

const repeated: ReadonlySet<string> = new Set([
  'AGREE',
  'SUPPORT',
  'CONCEDE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'COOPERATE',
  'AID',
]);

/** Among these event types, what is done on one occasion. */
const deeds: ReadonlySet<string> = new Set([
  'SIGNED_AGREEMENT_WITH',
  'INVESTIGATED',
  'SUED',
  'CHARGED',
  'VETOED',
  'LIFTED',
  'EXCHANGED_PRISONERS_WITH',
  'EXERCISED_WITH',
]);

/** What one denies of anything and another states of something. */
export function inWhetherAtAll(
  claims: readonly Matter[],
  published: ReadonlyMap<string, Published>,
): Found[] {
  const deedsOfOne = claims.filter(
    (claim) => claim.subject !== null && claim.modality === 'actual' && isDeed(claim),
  );
  return among(
    Map.groupBy(deedsOfOne, ({ subject, predicate }) => JSON.stringify([predicate, subject])),
    published,
    ofNothing,
  );
}

/** An act towards somebody, not a meeting, of which there are many. */
const isDeed = (claim: Matter): boolean => {
  const event = relationType(claim.predicate)?.eventType;
  return event !== undefined && event !== 'CONSULT' && !isRepeated(claim);
};

const ofNothing: Compare<Matter> = (one, other) => {
  const isOfNothing = (claim: Matter) =>
    claim.negated && claim.object === null && /^$|^(?:any|no|such)\b/i.test(claim.objectText ?? '');
  if (!one.some(isOfNothing) && !other.some(isOfNothing)) return [];
  const isRelevant = (claim: Matter) => isOfNothing(claim) || !claim.negated;
  const found = differ('polarity', one.filter(isRelevant), other.filter(isRelevant), ({ negated }) =>
    negated ? 'denied' : 'stated',
  );
  return found === undefined ? [] : [found];
};

/** Whether somebody agreed to do something: what they agreed to is another claim of the sentence, with the same subject. */
export function inWhatWasAgreed(
  claims: readonly Matter[],
  published: ReadonlyMap<string, Published>,
): Found[] {
  const key = ({ document, quote, subject }: Matter) => JSON.stringify([document, quote, subject]);
  const acts = Map.groupBy(
    claims.filter(({ modality }) => modality === 'planned'),
    key,
  );
  const agreed = claims
    .filter(
      ({ predicate, subject, object }) => predicate === 'AGREED_TO' && subject !== null && object === null,
    )
    .flatMap((claim) =>
      (acts.get(key(claim)) ?? []).map(({ predicate }) => ({ claim, act: `${claim.subject} ${predicate}` })),
    );
  const matters = [...Map.groupBy(agreed, ({ act }) => act)].map(
    ([act, all]) => [act, all.map(({ claim }) => claim)] as const,
  );
  return among<Matter>(new Map(matters), published, (one, other) => {
    const found = differ('polarity', one, other, ({ negated }) => (negated ? 'denied' : 'stated'));
    return found === undefined ? [] : [found];
  });
}

/** Who did what only one does: who left of himself to one report and was dismissed to another; whose company it is to each. */
export function inWhoDidIt(claims: readonly Matter[], published: ReadonlyMap<string, Published>): Found[] {
  const done = claims.filter(({ asserted }) => asserted);
  const departures = done.filter((claim) => departed(claim) !== undefined);
  const single = done.filter((claim) => ofOneDoer.has(claim.predicate) && claim.object !== null);
  return [
    ...among(Map.groupBy(departures, departed), published, byWhom),
    ...among(
      Map.groupBy(single, ({ predicate, object }) => JSON.stringify([predicate, object])),
      published,
      byAnother(relatedIn(claims)),
    ),
  ];
}

/** Who lost an office; undefined where that isn't what a claim is about. */
const departed = ({ predicate, subject, object }: Matter): string | undefined =>
  (predicate === 'RESIGNED_FROM' ? subject : predicate === 'DISMISSED' ? object : null) ?? undefined;

const byWhom: Compare<Matter> = (one, other) => {
  const found = differ('participant', one, other, ({ predicate }) =>
    predicate === 'DISMISSED' ? 'dismissed' : 'resigned',
  );
  return found === undefined ? [] : [found];
};

/** Of one object only one does so. */
const ofOneDoer: ReadonlySet<string> = new Set(['FOUNDED', 'ACQUIRED', 'APPOINTED', 'ABDUCTED']);

/** Nobody that the reports name in common did it, and nobody of one belongs to somebody of the other. */
const byAnother =
  (isRelated: (one: string, other: string) => boolean): Compare<Matter> =>
  (one, other) => {
    const doers = (all: readonly Matter[]) => all.filter(({ subject }) => subject !== null);
    const isOne = doers(one).some((a) =>
      doers(other).some((b) => isRelated(a.subject as string, b.subject as string)),
    );
    const found = isOne
      ? undefined
      : differ('participant', one, other, ({ subject }) => subject ?? undefined);
    return found === undefined ? [] : [found];
  };

/** Whether any claim relates two entities: a minister's act is the country's, a subsidiary's the group's. */
function relatedIn(claims: readonly Matter[]): (one: string, other: string) => boolean {
  const pairs = new Set(
    claims.flatMap(({ subject, object }) =>
      subject === null || object === null ? [] : [`${subject} ${object}`, `${object} ${subject}`],
    ),
  );
  return (one, other) => one === other || pairs.has(`${one} ${other}`);
}
