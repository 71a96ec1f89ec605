// The rules that the engine asks, compiled once: verb patterns by verb, event nouns by their words, types by name.
import { type RelationType, relationType, relationTypes } from '../../../graph/vocabulary/index.ts';
import { actRules, passiveRules } from '../rules/acts.ts';
import { type NounRule, nounRules } from '../rules/nouns.ts';
import { procedureRules } from '../rules/procedures.ts';
import { type VerbRule, verbRules } from '../rules/verbs.ts';
import type { Syntax } from '../syntax.ts';
import { nounsOf } from './events.ts';
import { type Pattern, patternsOf } from './patterns.ts';

/** What triggers which relation, ready to be asked. */
export interface Rules {
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  nounRule(syntax: Syntax, noun: number): NounRule | undefined;
  /** Undefined for a verb of the text's own (`BACKED_OUT_OF`). */
  relationType(name: string): RelationType | undefined;
}

/** What people may add to the project's own types and rules. */
export interface MoreRules {
  readonly types: readonly RelationType[];
  readonly verbs: readonly VerbRule[];
  readonly nouns: readonly NounRule[];
}

/** The project's own rules with more of them; those come first. *Errors*: `PatternError`, which quotes the pattern. */
export function compile({ types, verbs, nouns }: MoreRules): Rules {
  const added = new Map(types.map((type) => [type.name, type]));
  return {
    patterns: patternsOf([...verbs, ...procedureRules, ...verbRules, ...actRules, ...passiveRules]),
    nounRule: nounsOf([...nouns, ...nounRules]),
    relationType: (name) => added.get(name) ?? relationType(name),
  };
}

/** The project's own rules. */
export const ownRules: Rules = compile({ types: [], verbs: [], nouns: [] });

/** Names of the types that a rule may name: the project's and these. */
export const typeNames = (types: readonly RelationType[]): ReadonlySet<string> =>
  new Set([...relationTypes, ...types].map((type) => type.name));
