// Claims behind what parsers and plain patterns miss: phrases that hang on a neighbour, ends further away, words of others.
import { describe, expect, test } from 'vitest';
import { said } from '../said.ts';

describe('who did what to whom is found', () => {
  test.each([
    [
      'behind an office after a comma',
      'A spokeswoman for Tesla, Anna Holt, thanked Omar Reyes.',
      'Anna Holt THANKED Omar Reyes',
    ],
    ['behind an apposition', 'Tesla, a carmaker backed by Toyota, sued Gazprom.', 'Toyota SUPPORTED Tesla'],
    [
      'by "who", right after a name',
      'The court freed a gang led by Omar Reyes, who attacked Anna Holt.',
      'Omar Reyes ATTACKED Anna Holt',
    ],
    [
      'by "who", of whom it can be',
      'The court upheld the conviction of Omar Reyes, who had attacked Anna Holt.',
      'Omar Reyes ATTACKED Anna Holt',
    ],
    [
      'behind what the act is done from',
      'Omar Reyes was barred from the vote by Chile.',
      'Chile BANNED Omar Reyes',
    ],
    [
      'by whoever became it',
      'Anna Holt became the first woman to govern Chile.',
      'Anna Holt LEADER_OF Chile',
    ],
    [
      'by whoever was appointed',
      'Anna Holt appointed Omar Reyes prime minister, replacing Tom Lund.',
      'Omar Reyes SUCCEEDED Tom Lund',
    ],
    ['of each other', 'Chile and Peru accused each other of theft.', 'Peru ACCUSED Chile'],
    ['in talks', 'Chile is in talks with Peru.', 'Chile HELD_TALKS_WITH Peru'],
    ['of a deed with "by"', 'The arrest of Omar Reyes by Chile was condemned.', 'Chile ARRESTED Omar Reyes'],
    ['of a deed with an owner', 'Omar Reyes’s arrest by Chile was condemned.', 'Chile ARRESTED Omar Reyes'],
    ['of a visit by someone', 'The visit by Anna Holt to Peru was long.', 'Anna Holt VISITED Peru'],
    ['of a part', 'Anna Holt owns 12 percent of Tesla.', 'Anna Holt OWNED Tesla'],
    ['of a second preposition', 'Omar Reyes fled from Chile to Peru.', 'Omar Reyes FLED_TO Peru'],
    [
      'of a call with more than one',
      'Anna Holt spoke by phone with Omar Reyes and with Tom Lund.',
      'Anna Holt CALLED Tom Lund',
    ],
    [
      'of what is refused beside it',
      'Anna Holt asked Norway for a delay, a request that Norway refused.',
      'Norway REJECTED Anna Holt',
    ],
    ['of an offer from someone', 'Chile rejected an offer from Peru.', 'Chile REJECTED Peru'],
    ['of a bid that is supported', 'Turkey backed Sweden’s bid to join NATO.', 'Sweden planned JOINED NATO'],
  ])('%s: %s', async (_, text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });

  test.each([
    ['The court called for the release of Omar Reyes.', /DEMANDED_OF Omar Reyes/],
    ['Anna Holt condemned the murder of Omar Reyes by Hamas.', /CONDEMNED Omar Reyes/],
    ['Turkey backed Sweden’s bid to join NATO.', /Turkey \S* ?JOINED/],
    ['UEFA rejected calls by Norway to ban Israel.', /BANNED/],
    ['Asked about an offer by Norway, Anna Holt left.', /Norway ASKED/],
    ['Omar Reyes has taken refuge in Norway.', /SHELTERED/],
    ['Anna Holt ordered the Chilean group to leave.', /ORDERED Chile|DEMANDED_OF Chile/],
    ['Norway, which Russia has hinted that it would attack, armed itself.', /HINTED/],
  ])('and not more: %s', async (text, wrong) => {
    expect((await said(text)).filter((line) => wrong.test(line))).toEqual([]);
  });
});

describe('companies', () => {
  test.each([
    [
      'belong to others',
      'Maasveer Line, a subsidiary of Tesla, went bankrupt.',
      'Maasveer Line PART_OF Tesla',
    ],
    ['have rivals', 'Gazprom’s rival Rosneft bought Tesla.', 'Rosneft COMPETED_WITH Gazprom'],
    ['have shareholders', 'Anna Holt, a Gazprom shareholder, left.', 'Anna Holt OWNED Gazprom'],
    [
      'sit somewhere',
      'The Boston investment firm Brightwater Partners bought Tesla.',
      'Brightwater Partners BASED_IN Boston',
    ],
    ['are sold by name', 'Gazprom was sold by Tesla to Toyota.', 'Tesla SOLD Gazprom'],
  ])('%s: %s', async (_, text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });
});

describe('words of others', () => {
  test.each([
    ['whoever accuses', 'Norway accused Peru of attacking Chile.', 'Peru ATTACKED Chile says Norway'],
    ['whoever denies', 'Peru denied attacking Chile.', 'Peru not ATTACKED Chile says Peru'],
    [
      'in a statement',
      'Norway said in a statement that Peru had attacked Chile.',
      'Peru ATTACKED Chile says Norway',
    ],
    [
      'quoted',
      'Reuters quoted Anna Holt as saying that Peru had attacked Chile.',
      'Peru ATTACKED Chile says Anna Holt via Reuters',
    ],
    [
      'cited',
      'Reuters reported, citing Anna Holt, that Peru had attacked Chile.',
      'Peru ATTACKED Chile says Anna Holt via Reuters',
    ],
    [
      'in whose words',
      'In the words of Anna Holt, Peru attacked Chile.',
      'Peru ATTACKED Chile says Anna Holt',
    ],
    ['hearsay', 'Peru reportedly attacked Chile.', 'Peru ATTACKED Chile says reportedly'],
    ['of nobody', 'There are claims that Peru attacked Chile.', 'Peru ATTACKED Chile says claims'],
    [
      'of whom is known in a chain',
      'Anna Holt said it had been announced that Peru had attacked Chile.',
      'Peru ATTACKED Chile says Anna Holt',
    ],
    [
      'who wants it',
      'Norway demanded the release of Omar Reyes by Chile.',
      'Chile demanded RELEASED Omar Reyes says Norway',
    ],
    ['who wrote it', 'Norway’s statement said Peru had attacked Chile.', 'Peru ATTACKED Chile says Norway'],
  ])('%s: %s', async (_, text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });

  test('an event that something follows is the report’s', async () => {
    expect(await said('Anna Holt said Norway left after the visit of Omar Reyes to Peru.')).toContain(
      'Omar Reyes VISITED Peru',
    );
  });
});

describe('whether it happened', () => {
  test.each([
    ['Chile is to sign a treaty with Peru.', 'Chile planned SIGNED_AGREEMENT_WITH Peru'],
    ['Tesla lost a bid to buy Gazprom.', 'Tesla not planned ACQUIRED Gazprom'],
    ['Norway opposed Chile’s partnership with Peru.', 'Chile WORKED_WITH Peru'],
  ])('%s', async (text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });
});

test('a country before "rival" says where from, not whose', async () => {
  const told = await said('Tesla would buy German rival Opelia for 900 million euros.');
  expect(told.filter((claim) => claim.includes('OPPOSED'))).toEqual([]);
  expect(await said('Omar Reyes, an opponent of Chile, left.')).toContain('Omar Reyes OPPOSED Chile');
});
