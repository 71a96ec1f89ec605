// What one article speaks of, while it is being read: grows a mention at a time. No rules.
import type { EntityType } from '../../../graph/model.ts';
import type { Mention } from './mention.ts';
import type { Gender } from './rules/people.ts';

/** Mentions that stand for the same, in reading order, with what is known of it so far. */
export interface Chain {
  readonly key: number;
  type: EntityType;
  /** Fullest name; of what is never named its fullest description. */
  name: string;
  readonly named: boolean;
  /** Canonical name of the country that it is. */
  readonly country: string | undefined;
  gender: Gender | undefined;
  /** A single word that no list knows and only its capital makes a name: it may be a person’s. */
  doubtful: boolean;
  /** What told its gender: a first name, a pronoun that was taken to be its, or a noun or form of address. */
  toldBy: 'name' | 'pronoun' | 'word';
  number: 'one' | 'many';
  /** Lemmas of the nouns that have described it. */
  readonly nouns: Set<string>;
  readonly members: readonly Chain[];
  /** Those read so far. */
  readonly read: Mention[];
  /** How many mentions of it have been met, those in passing included. */
  noted: number;
  /** How often the whole article names it. */
  names: number;
}

/** That a mention stands for a chain: 0–1, and why. */
export interface Link {
  readonly mention: Mention;
  readonly chain: Chain;
  readonly confidence: number;
  readonly reason: string;
}

/** Makes chains with keys that count from 0. */
export class Chains {
  readonly all: Chain[] = [];

  add(chain: Pick<Chain, 'type' | 'name' | 'named'> & Partial<Chain>): Chain {
    const made: Chain = {
      country: undefined,
      gender: undefined,
      doubtful: false,
      toldBy: 'name',
      number: 'one',
      members: [],
      ...chain,
      nouns: new Set(),
      read: [],
      noted: 0,
      names: 0,
      key: this.all.length,
    };
    this.all.push(made);
    return made;
  }
}
