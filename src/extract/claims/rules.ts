// The rules that the engine asks, compiled once: verb patterns by verb, event nouns by their words.
import { actRules, passiveRules } from '../rules/acts.ts';
import { type NounRule, nounRules } from '../rules/nouns.ts';
import { type VerbRule, verbRules } from '../rules/verbs.ts';
import type { Syntax } from '../syntax.ts';
import { nounsOf } from './events.ts';
import { type Pattern, patternsOf } from './patterns.ts';

/** What triggers which relation, ready to be asked. */
export interface Rules {
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  nounRule(syntax: Syntax, noun: number): NounRule | undefined;
}

/** Compiles rules. *Errors*: `PatternError`, which quotes the pattern. */
export function compile(verbs: readonly VerbRule[], nouns: readonly NounRule[]): Rules {
  return { patterns: patternsOf(verbs), nounRule: nounsOf(nouns) };
}

/** The project's own rules. */
export const ownRules: Rules = compile([...verbRules, ...actRules, ...passiveRules], nounRules);
