// What decisions mean for the chains of articles: which are split, which are one, which are not. Later decisions win.
import { compare } from '../../graph/model.ts';
import type { Annotated, Chain } from '../annotated.ts';
import type { Decided, Idle } from '../decision.ts';
import { listNames } from './listed.ts';

/** Records with the chains that decisions have parted. */
export interface Parted {
  readonly records: readonly Annotated[];
  /** By number of the decision: the chains that were made, and those that they were taken from. */
  readonly splits: ReadonlyMap<number, { readonly made: readonly Chain[]; readonly left: readonly Chain[] }>;
  /** All chains that were made. */
  readonly made: ReadonlySet<Chain>;
}

/**
 * Marks the chains that a list names, then takes the mentions of each split out of their chains and makes chains of them,
 * one an article. Cost: linear.
 */
export function splitChains(found: readonly Annotated[], decisions: readonly Decided[]): Parted {
  const records = listNames(found, decisions);
  const splitOf = new Map<string, number>();
  for (const { number, decision } of decisions)
    if (decision.kind === 'split') for (const mention of decision.mentions) splitOf.set(mention, number);
  const splits = new Map<number, { made: Chain[]; left: Chain[] }>();
  if (splitOf.size === 0) return { records, splits, made: new Set() };
  const parted = records.map((record) => {
    if (!record.mentions.some(({ id }) => splitOf.has(id))) return record;
    return { ...record, chains: record.chains.flatMap((chain) => partsOf(chain, record, splitOf, splits)) };
  });
  return { records: parted, splits, made: new Set([...splits.values()].flatMap((split) => split.made)) };
}

function partsOf(
  chain: Chain,
  record: Annotated,
  splitOf: ReadonlyMap<string, number>,
  splits: Map<number, { made: Chain[]; left: Chain[] }>,
): Chain[] {
  const groups = Map.groupBy(chain.mentions, (mention) => splitOf.get(mention) ?? 0);
  const rest = groups.get(0) ?? [];
  // What is parted from an entity that an import or a list gave isn't that entity any more.
  const { known: _known, entity: _entity, ...bare } = chain;
  const left = rest.length === 0 ? [] : [{ ...chain, mentions: rest }];
  const made = [...groups].flatMap(([number, mentions]) => {
    if (number === 0) return [];
    const part = { ...bare, name: nameIn(mentions, record) ?? chain.name, mentions };
    const split = splits.get(number) ?? { made: [], left: [] };
    splits.set(number, { made: [...split.made, part], left: [...split.left, ...left] });
    return [part];
  });
  return [...left, ...made];
}

/** The longest of the names among some mentions. */
function nameIn(mentions: readonly string[], record: Annotated): string | undefined {
  const inside = new Set(mentions);
  return record.mentions
    .filter(({ id, form }) => form === 'name' && inside.has(id))
    .map(({ text }) => text)
    .sort((a, b) => b.length - a.length)[0];
}

/** What has been decided of things that each have a chain. */
export interface Pairs<T> {
  readonly same: readonly (readonly [T, T])[];
  readonly apart: readonly (readonly [T, T])[];
  readonly idle: readonly Idle[];
}

/** The pairs that decisions make; one that can't hold beside a later one is idle, and so is one whose ground is gone. */
export function pairsOf<T extends { readonly chain: Chain; readonly order: string }>(
  things: readonly T[],
  { splits }: Parted,
  decisions: readonly Decided[],
): Pairs<T> {
  const ofMention = new Map(
    things.flatMap((thing) => thing.chain.mentions.map((id) => [id, thing] as const)),
  );
  const ofChain = new Map(things.map((thing) => [thing.chain, thing] as const));
  const same: [T, T][] = [];
  const apart: [T, T][] = [];
  const idle: Idle[] = [];
  const sets = new Map<T, Set<T>>();
  const setOf = (thing: T) => sets.get(thing) ?? new Set([thing]);
  const holdsApart = (a: Set<T>, b: Set<T>) =>
    apart.some(([x, y]) => (a.has(x) && b.has(y)) || (a.has(y) && b.has(x)));
  const unite = (a: T, b: T) => {
    const both = setOf(a).union(setOf(b));
    for (const thing of both) sets.set(thing, both);
    same.push([a, b]);
  };
  for (const { number, decision } of [...decisions].reverse()) {
    const tell = (why: string) => idle.push({ number, why });
    if (decision.kind === 'split') {
      const { made = [], left = [] } = splits.get(number) ?? {};
      if (made.length === 0) tell(gone(decision.mentions));
      const [first, ...others] = made
        .map((chain) => ofChain.get(chain))
        .filter((thing) => thing !== undefined)
        .sort((a, b) => compare(a.order, b.order));
      for (const other of others) unite(first as T, other);
      for (const chain of left) {
        const old = ofChain.get(chain);
        if (first !== undefined && old !== undefined) apart.push([first, old]);
      }
    } else if (decision.kind === 'same' || decision.kind === 'different') {
      const [a, b] = [ofMention.get(decision.a), ofMention.get(decision.b)];
      if (a === undefined || b === undefined)
        tell(gone([decision.a, decision.b].filter((mention) => !ofMention.has(mention))));
      else if (decision.kind === 'same')
        if (holdsApart(setOf(a), setOf(b))) tell('a later decision keeps them apart');
        else unite(a, b);
      else if (a === b) tell('its article calls both by one chain; split it');
      else if (setOf(a).has(b)) tell('a later decision makes them one');
      else apart.push([a, b]);
    } else if (decision.kind === 'rename' && !ofMention.has(decision.mention)) tell(gone([decision.mention]));
  }
  return { same, apart, idle: idle.reverse() };
}

const gone = (mentions: readonly string[]): string =>
  `no article has the mention ${mentions.join(', ')} any more`;

/** The name that was given to what a mention stands for, by mention; of several the latest. */
export const renamings = (decisions: readonly Decided[]): Renamings =>
  new Map(
    decisions.flatMap(({ number, decision }) =>
      decision.kind === 'rename' ? [[decision.mention, { number, name: decision.name }] as const] : [],
    ),
  );

/** By mention, the name and the number of the decision. */
export type Renamings = ReadonlyMap<string, { readonly number: number; readonly name: string }>;
