import { describe, expect, test } from 'vitest';
import { found } from './found.ts';

describe('a name', () => {
  test.each([
    ['stands without its title', 'Prime Minister Ingrid Solberg met reporters.', ['Ingrid Solberg/Person']],
    [
      'stands without article and possessive',
      'He praised the Lowgate Institute’s director.',
      ['Lowgate Institute/Organization'],
    ],
    [
      'is one with what is inside it',
      'She studied at the University of Alabama.',
      ['University of Alabama/Organization'],
    ],
    [
      'goes on after “for the”',
      'The money came from the Marlowe Foundation for the Arts.',
      ['Marlowe Foundation for the Arts/Organization'],
    ],
    [
      'stands across a line break',
      'The bill was signed by President\nDonald Trump on Monday in\nTexas.',
      ['Donald Trump/Person', 'Texas/Place'],
    ],
    [
      'ends before an office',
      'Acme Holdings Chairman Peter Lang resigned.',
      ['Acme Holdings/Organization', 'Peter Lang/Person'],
    ],
    ['keeps its legal form', 'He sued Acme Widgets, Inc. in May.', ['Acme Widgets, Inc./Organization']],
    [
      'of a company ends before its country',
      'The mine belongs to Corvin Minerals of Canada.',
      ['Corvin Minerals/Organization', 'Canada/Place=Canada by country'],
    ],
    [
      'of a bank keeps its country',
      'He works for the National Bank of Ukraine.',
      ['National Bank of Ukraine/Organization'],
    ],
    [
      'keeps the last word of a company',
      'Regulators fined Kanto Devices 12 billion yen.',
      ['Kanto Devices/Organization'],
    ],
    ['may be new', 'New Way, the party of Ada Moss, won.', ['New Way/Organization', 'Ada Moss/Person']],
    [
      'keeps a number that counts nothing',
      'The broadcaster Kanal 5 showed the film.',
      ['Kanal 5/Organization'],
    ],
    [
      'keeps a number where the head saw no name',
      'She told Express 24 at home. The newspaper Express 24 printed it.',
      ['Express 24/Organization', 'Express 24/Organization'],
    ],
    [
      'ends where it lies',
      'They moved from Dallas Texas to Ohio.',
      ['Dallas/Place', 'Texas/Place', 'Ohio/Place'],
    ],
    ['keeps what makes another place of it', 'They fished on Lake Michigan.', ['Lake Michigan/Place']],
    [
      'may be a site',
      'The figures were first published by Lowgate.org on Friday.',
      ['Lowgate.org/Organization'],
    ],
    [
      'may be a party’s that says a country',
      'The populist Forward Peru party came second.',
      ['Forward Peru/Organization'],
    ],
    [
      'is no office before its holder’s name',
      'The Bishop of Lima, Alan Prior, left.',
      ['Lima/Place=Peru by capital', 'Alan Prior/Person'],
    ],
    [
      'is a town’s where it has a mayor',
      'The mayor of Sankt Florian, Anton Huber, refused.',
      ['Sankt Florian/Place', 'Anton Huber/Person'],
    ],
    [
      'is a country’s whole, though it opens the sentence',
      'Guinea-Bissau protested. Chile met Guinea-Bissau’s envoy.',
      [
        'Guinea-Bissau/Place=Guinea-Bissau by country',
        'Chile/Place=Chile by country',
        'Guinea-Bissau/Place=Guinea-Bissau by country',
      ],
    ],
    [
      'has a second half behind a hyphen that may be a word',
      'President Yoon Hae-won met Omar Reyes. A Karl Holt-led team left.',
      ['Yoon Hae-won/Person', 'Omar Reyes/Person', 'Karl Holt/Person'],
    ],
    [
      'may be a firm’s where firms own, too',
      'The coast guard has fined the ship’s owner, Lowgate Seafood.',
      ['Lowgate Seafood/Organization'],
    ],
    [
      'is a person’s beside an office',
      'The president of the Lowgate Commission, Henrike Lammers, agreed.',
      ['Lowgate Commission/Organization', 'Henrike Lammers/Person'],
    ],
  ])('%s', async (_, text, names) => {
    expect(await found(text)).toEqual(names);
  });
});

describe('a country', () => {
  test.each([
    ['is known by its name', 'Ministers from Norway arrived.', ['Norway/Place=Norway by country']],
    ['is known by its capital', 'Moscow said that it would answer.', ['Moscow/Place=Russia by capital']],
    ['is known by its people', 'The Finnish delegation left.', ['Finnish/Place=Finland by demonym']],
    [
      'is known by the seat of its government',
      'The Kremlin said on Tuesday that it would answer.',
      ['Kremlin/Organization=Russia by seat'],
    ],
    [
      'stands before an office',
      'US President Joe Biden met French Foreign Minister Luc Morel.',
      [
        'US/Place=United States by country',
        'Joe Biden/Person',
        'French/Place=France by demonym',
        'Luc Morel/Person',
      ],
    ],
  ])('%s', async (_, text, names) => {
    expect(await found(text)).toEqual(names);
  });

  test('has a seat that is a place where someone is in it', async () => {
    expect(await found('They met at the White House.')).toEqual(['White House/Place=United States by seat']);
  });

  test('is no part of a person’s name', async () => {
    expect(await found('Michael Jordan met Chad Berger.')).toEqual([
      'Michael Jordan/Person',
      'Chad Berger/Person',
    ]);
  });
});

describe('an event', () => {
  test.each([
    ['is known by its last word', 'They won the World Cup in 1998.', 'World Cup/Event'],
    ['is known by its first', 'He fell in the Battle of Verdun.', 'Battle of Verdun/Event'],
    ['keeps its year', 'She lit the flame of the Summer Olympics 2012.', 'Summer Olympics 2012/Event'],
    ['keeps its number', 'The treaty ended World War II in Europe.', 'World War II/Event'],
  ])('%s', async (_, text, name) => {
    expect(await found(text)).toContain(name);
  });

  test('is no common word', async () => {
    expect(await found('The summit ended, and the war went on.')).toEqual([]);
  });
});

describe('over an article', () => {
  test('a person’s last word is the person', async () => {
    const names = await found(
      'Amara Lincoln won the vote. Reporters asked Lincoln about taxes. Lincoln smiled.',
    );
    expect(names.filter((name) => name.startsWith('Lincoln'))).toEqual(['Lincoln/Person', 'Lincoln/Person']);
  });

  test('a person’s last word is no city where no one is there', async () => {
    const paris = async (text: string) => (await found(text)).filter((name) => name.startsWith('Paris'));
    const about = 'Reporters met Valeria Paris. Paris said that she was glad. Paris then left.';
    expect(await paris(about)).toEqual(['Paris/Person', 'Paris/Person']);
    expect((await paris(`${about} She lives in Paris.`)).at(-1)).toBe('Paris/Place=France by capital');
  });

  test('a storm keeps its name', async () => {
    expect(await found('Hurricane Rita hit the coast. Rita killed nine.')).toEqual([
      'Hurricane Rita/Event',
      'Rita/Event',
    ]);
  });

  test('initials are what the full name is', async () => {
    const names = await found(
      'The Trade Union of Lowland Bakers called a strike. TULB said it would last a week. Nobody answered TULB.',
    );
    expect(names.filter((name) => name.startsWith('TULB'))).toEqual([
      'TULB/Organization',
      'TULB/Organization',
    ]);
  });

  test('a headline in title case names what the running text does', async () => {
    const [first] = await found(
      'Holt Wins Race For Lowgate Mayor\n\nAna Holt won the race on Sunday. “We did it,” Holt told supporters in Lowgate.',
    );
    expect(first).toBe('Holt/Person');
  });

  test('a headline in capitals does too', async () => {
    const names = await found(
      'SOLBERG MEETS MINISTERS IN NORWAY\n\nIngrid Solberg met the ministers of Norway on Monday. Solberg said little.',
    );
    expect(names.slice(0, 2)).toEqual(['SOLBERG/Person', 'NORWAY/Place=Norway by country']);
  });
});
