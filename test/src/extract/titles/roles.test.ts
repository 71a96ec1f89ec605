// Every role on its own examples, the names marked by hand.
import { describe, expect, test } from 'vitest';
import { relationTypes } from '../../../../graph/vocabulary/index.ts';
import { genderOfRole, roles } from '../../../../src/extract/rules/roles.ts';
import { offices } from './marked.ts';

const cases = (kind: 'matches' | 'misses') =>
  roles.flatMap((role) => role[kind].map((sentence) => ({ office: role.office, sentence })));

const found = async (sentence: string): Promise<string[]> =>
  (await offices(sentence)).map((line) => line.replace(/^.*? \| ~?(\w+).*$/, '$1'));

describe('the roles', () => {
  test.each(cases('matches'))('$office is in “$sentence”', async ({ office, sentence }) => {
    expect(await found(sentence)).toContain(office);
  });

  test.each(cases('misses'))('$office is not in “$sentence”', async ({ office, sentence }) => {
    expect(await found(sentence)).not.toContain(office);
  });

  test('every office is in the vocabulary', () => {
    const known = new Set(relationTypes.map((type) => type.name));
    expect(roles.map((role) => role.office).filter((name) => !known.has(name))).toEqual([]);
  });

  test('a noun stands in one role', () => {
    const nouns = roles.flatMap((role) => role.nouns);
    expect(nouns.filter((noun, i) => nouns.indexOf(noun) !== i)).toEqual([]);
  });

  test('what tells a gender is a role', () => {
    const nouns = new Set(roles.flatMap((role) => role.nouns));
    expect([...genderOfRole.keys()].filter((noun) => !nouns.has(noun))).toEqual([]);
  });
});
