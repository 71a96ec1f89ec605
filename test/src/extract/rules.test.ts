// Every rule on its own examples: what must match and what must not.
import { describe, expect, test } from 'vitest';
import { relationTypes } from '../../../graph/vocabulary/index.ts';
import { actRules, passiveRules } from '../../../src/extract/rules/acts.ts';
import { contextRules } from '../../../src/extract/rules/contexts.ts';
import { nounRules } from '../../../src/extract/rules/nouns.ts';
import { procedureRules } from '../../../src/extract/rules/procedures.ts';
import { verbRules } from '../../../src/extract/rules/verbs.ts';
import { predicates, recorded } from './said.ts';

const rules = [...procedureRules, ...verbRules, ...actRules, ...passiveRules, ...nounRules];

const cases = (kind: 'matches' | 'misses') =>
  rules.flatMap((rule) => rule[kind].map((sentence) => ({ predicate: rule.predicate, sentence })));

describe('contexts', () => {
  const cases = (kind: 'matches' | 'misses') =>
    contextRules.flatMap((rule) => rule[kind].map((sentence) => ({ context: rule.context, sentence })));

  test.each(cases('matches'))('$context is that of “$sentence”', async ({ context, sentence }) => {
    expect((await recorded(sentence)).statements.flatMap(({ contexts }) => contexts)).toContain(context);
  });

  test.each(cases('misses'))('$context is not that of “$sentence”', async ({ context, sentence }) => {
    expect((await recorded(sentence)).statements.flatMap(({ contexts }) => contexts)).not.toContain(context);
  });
});

describe('the rules', () => {
  test.each(cases('matches'))('$predicate is in “$sentence”', async ({ predicate, sentence }) => {
    expect(await predicates(sentence)).toContain(predicate);
  });

  test.each(cases('misses'))('$predicate is not in “$sentence”', async ({ predicate, sentence }) => {
    expect(await predicates(sentence)).not.toContain(predicate);
  });

  test('every rule has an example that must match', () => {
    expect(rules.filter((rule) => rule.matches.length === 0).map((rule) => rule.predicate)).toEqual([]);
  });

  test('every predicate is in the vocabulary', () => {
    const known = new Set(relationTypes.map((type) => type.name));
    expect([...new Set(rules.map((rule) => rule.predicate))].filter((name) => !known.has(name))).toEqual([]);
  });
});
