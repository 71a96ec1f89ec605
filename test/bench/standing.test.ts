import { expect, test } from 'vitest';
import { type FoundMention, type GoldMention, judge } from '../../bench/standing.ts';

const text = 'Lena Holt met Omar Diaz. Holt said she would see Diaz. The two ministers left.';
const entities = [
  { id: 'holt', name: 'Lena Holt', aliases: ['Holt'] },
  { id: 'diaz', name: 'Omar Diaz', aliases: ['Diaz'] },
];
const she = gold('she', 'pronoun', 'holt');
const ministers = { ...gold('The two ministers', 'nominal', ['holt', 'diaz']), head: [63, 72] };
const names = [
  found('Lena Holt', 'e1'),
  found('Omar Diaz', 'e2'),
  found('Holt said', 'e1'),
  found('Diaz. The', 'e2'),
];

function place(words: string) {
  const start = text.indexOf(words);
  return { document: 'a.txt', start, end: start + words.length };
}

function gold(words: string, form: GoldMention['form'], entity: GoldMention['entity']): GoldMention {
  return { ...place(words), form, entity };
}

function found(words: string, ...entities: string[]): FoundMention {
  return { ...place(words), entities };
}

function tally(mention: GoldMention, ...more: FoundMention[]) {
  const [verdict] = judge([mention], entities, new Map([['a.txt', text]]), [...names, ...more]);
  return [verdict?.right, verdict?.wrong, verdict?.unresolved];
}

test.each<[string, GoldMention, FoundMention[], number[]]>([
  ['what bears the names is right', she, [found('she', 'e1')], [1, 0, 0]],
  ['what bears another’s names is wrong', she, [found('she', 'e2')], [0, 1, 0]],
  ['what bears no name at all is wrong', she, [found('she', 'e9')], [0, 1, 0]],
  ['what nothing was said of is unresolved', she, [], [0, 0, 1]],
  ['another reading of the list is right as well', { ...she, or: ['diaz'] }, [found('she', 'e2')], [1, 0, 0]],
  ['a group is counted by its members', ministers, [found('The two ministers', 'e1', 'e2')], [2, 0, 0]],
  ['half a group is half right', ministers, [found('The two ministers', 'e1')], [1, 0, 1]],
  ['a stranger in a group is wrong', ministers, [found('The two ministers', 'e1', 'e9')], [1, 1, 0]],
  ['the head alone will do', ministers, [found('ministers', 'e1', 'e2')], [2, 0, 0]],
])('%s', (_, mention, more, expected) => {
  expect(tally(mention, ...more)).toEqual(expected);
});

test('an entity that bears two people’s names is the one whose names it bears more of', () => {
  const merged = [found('Lena Holt', 'e1'), found('Omar Diaz', 'e1'), found('Holt said', 'e1')];
  const diaz = gold('she', 'pronoun', 'diaz');
  const [verdict] = judge([diaz], entities, new Map([['a.txt', text]]), [...merged, found('she', 'e1')]);
  expect(verdict?.wrong).toBe(1);
});
