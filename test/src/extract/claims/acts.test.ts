// Acts where a sentence hides who does them or to whom: clauses before "said", headlines, lists, light verbs, nouns, judgements.
import { describe, expect, test } from 'vitest';
import { recorded, said } from '../said.ts';

describe('an act is found', () => {
  test.each([
    [
      'before who says so',
      'A bomb hit northern Chile before dawn, wounding Omar Reyes, the ministry Prensa said.',
      /A bomb ATTACKED Chile/,
    ],
    ['that is denied by two', '"Omar Reyes and I never spoke," Anna Holt told Reuters.', /not SPOKE_WITH/],
    ['after a promise', 'Tesla said it would sell Gazprom and blamed Chile.', /^Tesla BLAMED Chile$/],
    [
      'of a list that a clause follows',
      'Chile and Peru, which arm Hamas, met Norway.',
      /^Chile ARMED Hamas$/,
    ],
    [
      'of whom someone appointed',
      'Chile freed Omar Reyes, whom Anna Holt appointed.',
      /^Anna Holt APPOINTED Omar Reyes$/,
    ],
    ['that is done in calling', 'Anna Holt rang Omar Reyes to thank Peru.', /^Anna Holt THANKED Peru$/],
    ['by a light verb', 'Anna Holt paid Omar Reyes a visit.', /^Anna Holt VISITED Omar Reyes$/],
    [
      'by a noun that denies',
      'Anna Holt had no contact with Omar Reyes.',
      /^Anna Holt not SPOKE_WITH Omar Reyes$/,
    ],
    [
      'at an invitation',
      'Anna Holt will visit Chile at the invitation of Omar Reyes.',
      /^Omar Reyes INVITED Anna Holt$/,
    ],
    ['behind money', 'Chile pledged 5 million dollars in aid to Peru.', /^Chile PROMISED Peru$/],
    ['behind what is offered', 'Chile accepted an offer of help from Peru.', /^Chile AGREED_TO Peru$/],
    [
      'without itself',
      'Anna Holt distanced herself from Omar Reyes.',
      /^Anna Holt DISTANCED_FROM Omar Reyes$/,
    ],
    ['of a number', 'Seven people were killed and 20 injured.', /^20 WAS_INJURED/],
    [
      'of who ruled out an event',
      'Anna Holt ruled out a meeting with Omar Reyes.',
      /^Anna Holt not MET_WITH Omar Reyes$/,
    ],
    [
      'of whom a claim tells',
      'Norway denied a claim by Chile that Peru had attacked it.',
      /^Chile ACCUSED Peru$/,
    ],
    [
      'of all whom a list holds',
      'Anna Holt spoke by phone with Secretary of State Tom Lund and with Prime Minister Omar Reyes.',
      /^Anna Holt CALLED Omar Reyes$/,
    ],
    ['of whom something is sold to', 'Chile sold Peru high-speed trains.', /^Chile HAD_TRADE_WITH Peru$/],
    ['by whom someone is employed', 'Tesla employs Omar Reyes.', /^Omar Reyes WORKED_FOR Tesla$/],
    [
      'of whom is expected somewhere',
      'Anna Holt is expected in Lima on Friday.',
      /^Anna Holt planned VISITED Lima$/,
    ],
    [
      'of whom is said to be to blame',
      'Chile said Peru was responsible for the raid.',
      /^Chile BLAMED Peru$/,
    ],
  ])('%s: %s', async (_, text, wanted) => {
    expect((await said(text)).filter((line) => wanted.test(line))).not.toEqual([]);
  });

  test.each([
    [
      'of what is denied by a name',
      'Chile accused Peru of paying Hamas, which Peru denies.',
      /REJECTED Hamas/,
    ],
    ['of who arranges for others', 'Chile and Peru tried to arrange a truce.', /CEASED_FIRE_WITH/],
    [
      'of speech that is asked in a quotation',
      '"I asked for nothing," Anna Holt wrote on Facebook.',
      /demanded POSTED_ON/,
    ],
    ['of who only quotes', '“I have told Chile,” Anna Holt declared.', /DECLARED/],
    ['of who is innocent', 'Chile said Peru was not responsible for the raid.', /BLAMED/],
  ])('and none %s: %s', async (_, text, wrong) => {
    expect((await said(text)).filter((line) => wrong.test(line))).toEqual([]);
  });
});

test('a headline’s infinitive is a plan', async () => {
  expect(
    await said('Chile to host Peru\n\nAnna Holt said on Monday that the harvest had been good.'),
  ).toContain('Chile planned HOSTED Peru');
});

describe('what someone is called', () => {
  test.each([
    ['Anna Holt called Omar Reyes "a friend and an ally".', 'Anna Holt PRAISED Omar Reyes'],
    ['Anna Holt called Omar Reyes a liar.', 'Anna Holt CRITICIZED Omar Reyes'],
    ['Anna Holt described Omar Reyes as a coward.', 'Anna Holt CRITICIZED Omar Reyes'],
    ['Anna Holt called Omar Reyes a plumber.', 'Anna Holt DESCRIBED Omar Reyes'],
    ['Anna Holt called the plan "a mistake".', 'Anna Holt CRITICIZED the plan'],
  ])('%s', async (text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });
});

describe('talks that nobody has held yet', () => {
  test.each([
    ['Hopes rose for talks between Chile and Peru.', 'Chile planned HELD_TALKS_WITH Peru'],
    ['Anna Holt is open to a meeting with Omar Reyes.', 'Anna Holt planned MET_WITH Omar Reyes'],
    ['Anna Holt hopes for talks with Omar Reyes.', 'Anna Holt planned HELD_TALKS_WITH Omar Reyes'],
    ['Norway backed the resumption of talks between Chile and Peru.', 'Chile planned HELD_TALKS_WITH Peru'],
    ['Anna Holt has not ruled out a meeting with Omar Reyes.', 'Anna Holt possible MET_WITH Omar Reyes'],
    ['Anna Holt and Omar Reyes agreed to stay in contact.', 'Anna Holt planned SPOKE_WITH Omar Reyes'],
  ])('%s', async (text, wanted) => {
    expect(await said(text)).toContain(wanted);
  });
});

test('what lasted until something happened tells that it happened', async () => {
  expect(await said('Omar Reyes worked in Lima until he was sacked by Anna Holt.')).toContain(
    'Anna Holt DISMISSED Omar Reyes',
  );
  expect(await said('Omar Reyes will work in Lima until he is sacked by Anna Holt.')).not.toContain(
    'Anna Holt DISMISSED Omar Reyes',
  );
});

test('how much, about what and to whom are told beside an act', async () => {
  const roles = async (text: string) =>
    (await recorded(text)).statements.flatMap((statement) =>
      statement.arguments.map(({ role, text }) => `${role} ${text}`),
    );
  expect(await roles('Tesla bought Gazprom for 2.1 billion dollars.')).toContain(
    'amount 2.1 billion dollars',
  );
  expect(await roles('Chile paid Peru $3 million.')).toContain('amount $3 million');
  expect(await roles('Chile sent 5,000 troops to Peru.')).toContain('amount 5,000 troops');
  expect(await roles('Chile gave Peru a grant of 2 million dollars.')).toContain('amount 2 million dollars');
  expect(await roles('Chile and Peru held talks in Lima on fishing.')).toContain('topic fishing');
  expect(await roles('Anna Holt handed the ship to the army.')).toContain('recipient the army');
  // In a year, or on a tractor, is no amount and no topic.
  expect(await roles('Chile attacked Peru in 2021.')).toEqual([]);
  expect(await roles('Anna Holt arrived in Lima on a tractor.')).toEqual([]);
});

test('by what means is not by whom', async () => {
  expect((await said('Omar Reyes was flown to Lima by helicopter.')).join()).not.toMatch(
    /helicopter VISITED/,
  );
  expect(await said('Omar Reyes was flown to Lima by Anna Holt.')).not.toEqual([]);
});

test('a clause of its own behind a semicolon says nothing of the one before', async () => {
  const told = (await said('Anna Holt advised Tesla; Gazprom was advised by Omar Reyes.')).join();
  expect(told).toContain('Anna Holt ADVISER_TO Tesla');
  expect(told).not.toContain('says Omar Reyes');
});
