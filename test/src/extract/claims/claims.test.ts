// Who did what to whom, whether it happened and who says so: over trees, in sentences of our own.
import { describe, expect, test } from 'vitest';
import { recorded, said } from '../said.ts';

describe('arguments are found', () => {
  test.each([
    ['of a passive', 'The demands of Chile were rejected by Peru.', 'Peru REJECTED Chile'],
    [
      'of a participle',
      'Speaking in Lima on Friday, Anna Holt thanked Omar Reyes.',
      'Anna Holt SPOKE_IN Lima',
    ],
    [
      'of a relative clause',
      'Anna Holt, who leads Greenpeace, thanked Omar Reyes.',
      'Anna Holt LEADER_OF Greenpeace',
    ],
    [
      'of a verb whose subject the verb before has',
      'Anna Holt flew to Lima and met Omar Reyes.',
      'Anna Holt MET_WITH Omar Reyes',
    ],
    [
      'of what somebody agreed to do',
      'Anna Holt agreed to meet Omar Reyes.',
      'Anna Holt planned MET_WITH Omar Reyes',
    ],
    [
      'of what somebody was asked to do',
      'Omar Reyes asked Anna Holt to visit Peru.',
      'Anna Holt demanded VISITED Peru says Omar Reyes',
    ],
    [
      'of what somebody is thanked for',
      'Omar Reyes thanked Anna Holt for supporting Peru.',
      'Anna Holt SUPPORTED Peru',
    ],
    [
      'of a readiness',
      'Chile has expressed its readiness to work with Peru.',
      'Chile planned WORKED_WITH Peru says Chile',
    ],
    [
      'of a light verb',
      'Anna Holt held a two-hour phone conversation with Omar Reyes.',
      'Anna Holt CALLED Omar Reyes',
    ],
    [
      'of a noun, by its owner',
      'His aides praised Anna Holt’s meeting with Omar Reyes.',
      'Anna Holt MET_WITH Omar Reyes',
    ],
    [
      'of a noun, between',
      'The first direct talks between Chile and Peru began on Monday.',
      'Chile HELD_TALKS_WITH Peru',
    ],
    [
      'of an event beside which someone acts',
      'After a call with Omar Reyes, Anna Holt flew home.',
      'Anna Holt CALLED Omar Reyes',
    ],
    ['of both who met', 'Anna Holt and Omar Reyes met in Lima.', 'Anna Holt MET_WITH Omar Reyes'],
    [
      'of a list',
      'Anna Holt briefed Omar Reyes, Mette Lund and Karl Weiss on Friday.',
      'Anna Holt BRIEFED Karl Weiss',
    ],
    [
      'of a group by its country',
      'Chilean and Peruvian envoys held talks in Geneva.',
      'Chile HELD_TALKS_WITH Peru',
    ],
    [
      'behind an official title',
      'Anna Holt had a telephone conversation with President of the Republic of Peru Omar Reyes.',
      'Anna Holt CALLED Omar Reyes',
    ],
    [
      'of a verb that no rule knows',
      'Anna Holt unsettled Omar Reyes on Monday.',
      'Anna Holt UNSETTLED Omar Reyes',
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });

  test('whoever does it may have no name', async () => {
    expect(await said('Rebels ambushed a convoy near Arica.')).toContain(
      'Rebels ATTACKED a convoy near Arica',
    );
  });

  test('there may be no object', async () => {
    expect(await said('Anna Holt resigned on Monday.')).toContain('Anna Holt RESIGNED_FROM');
  });

  test('place and topic stand beside', async () => {
    const [claim] = (await recorded('Anna Holt met Omar Reyes in Lima.')).statements;
    expect(claim?.arguments.map(({ role, text }) => [role, text])).toEqual([['place', 'Lima']]);
  });

  test('a time is that of the claim’s own clause', async () => {
    const { statements } = await recorded(
      'Anna Holt said on Monday that Chile had invaded Peru in 1879.',
      '2026-05-20',
    );
    expect(statements.find(({ predicate }) => predicate === 'INVADED')?.time?.text).toBe('1879');
  });
});

describe('whether it happened', () => {
  test.each([
    ['Chile will not impose sanctions on Peru.', 'Chile not planned SANCTIONED Peru'],
    ['Chile refused to meet Omar Reyes.', 'Chile not MET_WITH Omar Reyes'],
    ['Chile failed to invade Peru.', 'Chile not INVADED Peru'],
    ['Omar Reyes ruled out sacking Anna Holt.', 'Omar Reyes not DISMISSED Anna Holt'],
    ['Omar Reyes denied calling Anna Holt.', 'Omar Reyes not CALLED Anna Holt says Omar Reyes'],
    ['Omar Reyes ruled out attacking Peru and promised help.', 'Omar Reyes not ATTACKED Peru'],
    ['Chile left the room without thanking Peru.', 'Chile not THANKED Peru'],
    ['Omar Reyes denied that Chile had invaded Peru.', 'Chile not INVADED Peru says Omar Reyes'],
    ['If Chile invades Peru, Norway will leave.', 'Chile possible INVADED Peru'],
    ['Did Chile invade Peru in the spring?', 'Chile possible INVADED Peru'],
    ['Chile is ready to work with Peru.', 'Chile planned WORKED_WITH Peru'],
    ['Norway proposed talks between Chile and Peru.', 'Chile planned HELD_TALKS_WITH Peru'],
    ['Anna Holt cancelled her meeting with Omar Reyes.', 'Anna Holt not MET_WITH Omar Reyes'],
    ['Chile must withdraw its troops from Peru.', 'Chile demanded WITHDREW_FROM Peru'],
    ['Anna Holt was right to criticise Omar Reyes.', 'Anna Holt CRITICIZED Omar Reyes'],
  ])('%s', async (text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });
});

describe('who says so', () => {
  test.each([
    ['Chile, Omar Reyes said, has invaded Peru.', 'Chile INVADED Peru says Omar Reyes'],
    ['Chile has invaded Peru, according to Omar Reyes.', 'Chile INVADED Peru says Omar Reyes'],
    [
      'Anna Holt said that Omar Reyes had said that Chile had invaded Peru.',
      'Chile INVADED Peru says Omar Reyes via Anna Holt',
    ],
    ['Officials said that Chile had invaded Peru.', 'Chile INVADED Peru says Officials'],
    ['Chile has called for Peru to leave OPEC.', 'Peru demanded LEFT OPEC says Chile'],
    ['Chile is said to have invaded Peru.', 'Chile INVADED Peru says said'],
    ['Chile has invaded Peru.', 'Chile INVADED Peru'],
  ])('%s', async (text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });

  test('a verb of saying that is negated or thought is nobody’s assertion', async () => {
    expect(await said('Omar Reyes believes that Chile invaded Peru.')).toContain(
      'Chile INVADED Peru says Omar Reyes',
    );
  });
});

test('a report that contradicts itself is told both ways', async () => {
  const told = await said('Chile invaded Peru in May. Chile did not invade Peru, Anna Holt said.');
  expect(told).toContain('Chile INVADED Peru');
  expect(told).toContain('Chile not INVADED Peru says Anna Holt');
});

describe('bounded is', () => {
  test.each([
    [
      'a list of two hundred names with one verb',
      `Anna Holt thanked ${Array.from({ length: 200 }, (_, i) => `Omar Reyes${i}`).join(', ')} and Mette Lund.`,
    ],
    [
      'a sentence of fifty clauses',
      `${'Anna Holt said that Omar Reyes had said that '.repeat(25)}Chile had invaded Peru.`,
    ],
    [
      'a name that looks like Cypher',
      'Anna Holt met `DETACH DELETE` in Lima. <b>Omar Reyes</b> thanked Anna Holt.',
    ],
  ])('%s', async (_, text) => {
    const began = performance.now();
    const { statements } = await recorded(text);
    expect(performance.now() - began).toBeLessThan(10_000);
    for (const { predicate } of statements) expect(predicate).toMatch(/^[A-Z][A-Z0-9_]*$/);
  });
});
