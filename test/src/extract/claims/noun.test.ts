import { describe, expect, test } from 'vitest';
import { nounOf } from '../../../../src/extract/claims/noun.ts';
import { Syntax } from '../../../../src/extract/syntax.ts';
import { parse } from '../../../../src/text/index.ts';

/** The noun of what somebody wants. */
async function wanted(phrase: string): Promise<string | undefined> {
  const [tree] = await parse(`Anna Holt supported ${phrase}.`);
  const syntax = new Syntax(tree as NonNullable<typeof tree>);
  const verb = syntax.words.findIndex(({ form }) => form === 'supported');
  const object = syntax.child(verb, 'obj');
  return object === undefined ? undefined : nounOf(syntax, object);
}

describe('what a phrase has in common with those of other articles', () => {
  test.each([
    ['a ceasefire', 'ceasefire'],
    ['a possible ceasefire in Peru', 'ceasefire'],
    ['the largest prisoner exchange between the two countries', 'prisoner exchange'],
    ['three new trade sanctions', 'trade sanctions'],
    ['his nuclear programme', 'nuclear programme'],
    ['the resumption of direct talks between Lima and Quito', 'direct talks'],
    ['the Peruvian sanctions', 'sanctions'],
  ])('%s: %s', async (phrase, noun) => expect(await wanted(phrase)).toBe(noun));
  test.each(['Peru', 'him'])('%s: nothing', async (phrase) => expect(await wanted(phrase)).toBeUndefined());
});
