// Every rule of rules/ is held to its own examples.
import { describe, expect, test } from 'vitest';
import { actingRules } from '../../../../src/extract/reference/rules/acting.ts';
import { bodyRules } from '../../../../src/extract/reference/rules/bodies.ts';
import { groupRules } from '../../../../src/extract/reference/rules/groups.ts';
import { chained } from './chained.ts';

const governments = ['Peru', 'Spain', 'Jordan', 'Ecuador'];

/** Whether the text's first capital stands for its government. */
async function acts(text: string): Promise<boolean> {
  const capital = /Lima|Madrid|Amman|Quito/.exec(text)?.[0] ?? '';
  const line = (await chained(text)).find((one) => one.includes(capital));
  return governments.includes(line?.split(':')[0] ?? '');
}

describe.each(actingRules)('a capital by its $look means the $means', ({ means, matches, misses }) => {
  test.each(matches)('%s', async (text) => {
    expect(await acts(text)).toBe(means === 'government');
  });
  test.each(misses)('not so: %s', async (text) => {
    expect(await acts(text)).toBe(means !== 'government');
  });
});

describe.each(groupRules)('a group of $members', ({ matches, misses }) => {
  const isGroup = async (text: string) =>
    (await chained(text)).some((line) => / and .*: .*(?:two|both|they)/i.test(line));
  test.each(matches)('%s', async (text) => {
    expect(await isGroup(text)).toBe(true);
  });
  test.each(misses)('none: %s', async (text) => {
    expect(await isGroup(text)).toBe(false);
  });
});

describe.each(bodyRules)('a body by its noun', ({ matches, misses }) => {
  const isTaken = async (text: string) => (await chained(text)).some((line) => /: .+ … The \w+/.test(line));
  test.each(matches)('%s', async (text) => {
    expect(await isTaken(text)).toBe(true);
  });
  test.each(misses)('none: %s', async (text) => {
    expect(await isTaken(text)).toBe(false);
  });
});
