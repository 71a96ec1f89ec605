// Offices of which an article doesn't say whose they are, and what other articles' words make of them.
import { expect, test } from 'vitest';
import type { Annotated } from '../../../src/annotated.ts';
import type { Decided } from '../../../src/decision.ts';
import { assemble } from '../../../src/resolve/assemble.ts';
import { type Telling, toldOf } from '../../../src/resolve/unsaid.ts';
import { annotate, article } from '../fake.ts';

/** "Ana Torres MINISTER_OF Peru": said; "… (Peru)": the country that the report is about; "… ?": none is. */
const telling = /^(\w+ \w+) ([A-Z_]+) (\(?)(\w+|\?)\)?$/;

/** One statement an article. */
function articles(...lines: readonly string[]) {
  return lines.map((line, i) => {
    const [, holder = '', predicate = '', guess, country = ''] = telling.exec(line) ?? [];
    const document = article(`${i}.txt`, `${holder} called ${country === '?' ? 'Nobody' : country}.`);
    const record = annotate(document);
    const statements = record.statements.map((one) => ({
      ...one,
      id: one.id.replace('CALLED', predicate),
      predicate,
      ...(country === '?' ? { object: null } : {}),
      ...(guess === '(' || country === '?' ? { unsaid: true as const } : {}),
    }));
    const chains: Annotated['chains'] = record.chains.map((chain) =>
      chain.name.includes(' ') ? chain : { ...chain, type: 'Place' },
    );
    return { document, record: { ...record, statements, chains } };
  });
}

/** What each article claims in the end: "0 MINISTER_OF peru". */
const claims = (lines: readonly string[], decisions: readonly Decided[] = []) =>
  assemble(articles(...lines), decisions).claims.map(
    ({ document, predicate, object }) => `${document[0]} ${predicate} ${object?.replace('place:', '')}`,
  );

const cases: readonly (readonly [says: string, lines: readonly string[], claims: readonly string[]])[] = [
  [
    'words of another report outweigh what a report is about',
    ['Ana Torres MINISTER_OF (Chile)', 'Ana Torres MINISTER_OF Peru'],
    ['0 MINISTER_OF peru', '1 MINISTER_OF peru'],
  ],
  [
    'an office of no country is one as soon as another report says whose',
    ['Ana Torres MINISTER_OF ?', 'Ana Torres MINISTER_OF Peru'],
    ['0 MINISTER_OF peru', '1 MINISTER_OF peru'],
  ],
  ['an office that nobody gives a country to is no claim', ['Ana Torres MINISTER_OF ?'], []],
  [
    'where somebody is from tells as well',
    ['Ana Torres MINISTER_OF (Chile)', 'Ana Torres NATIONAL_OF Peru'],
    ['0 MINISTER_OF peru', '1 NATIONAL_OF peru'],
  ],
  [
    'the same office weighs more than where somebody is from',
    ['Ana Torres MINISTER_OF (Chile)', 'Ana Torres NATIONAL_OF Peru', 'Ana Torres MINISTER_OF Chile'],
    ['0 MINISTER_OF chile', '1 NATIONAL_OF peru', '2 MINISTER_OF chile'],
  ],
  [
    'without words most reports decide',
    ['Ana Torres MINISTER_OF (Chile)', 'Ana Torres MINISTER_OF (Peru)', 'Ana Torres MINISTER_OF (Peru)'],
    ['0 MINISTER_OF peru', '1 MINISTER_OF peru', '2 MINISTER_OF peru'],
  ],
  [
    'reports that differ leave each with its own',
    ['Ana Torres MINISTER_OF (Chile)', 'Ana Torres MINISTER_OF (Peru)', 'Ana Torres MINISTER_OF ?'],
    ['0 MINISTER_OF chile', '1 MINISTER_OF peru'],
  ],
  [
    'what is said of somebody else tells nothing',
    ['Ana Torres MINISTER_OF (Chile)', 'Omar Reyes MINISTER_OF Peru'],
    ['0 MINISTER_OF chile', '1 MINISTER_OF peru'],
  ],
  [
    'a firm that another report names has the chair whom this one doesn’t place',
    ['Ana Torres CHAIR_OF ?', 'Ana Torres CHAIR_OF Acme'],
    ['0 CHAIR_OF acme', '1 CHAIR_OF acme'],
  ],
  [
    'who leads a party is its chair',
    ['Ana Torres CHAIR_OF ?', 'Ana Torres LEADER_OF Acme'],
    ['0 CHAIR_OF acme', '1 LEADER_OF acme'],
  ],
  [
    'where somebody is from makes nobody chair of it',
    ['Ana Torres CHAIR_OF ?', 'Ana Torres NATIONAL_OF Peru'],
    ['1 NATIONAL_OF peru'],
  ],
  [
    'words are never overruled',
    ['Ana Torres MINISTER_OF Chile', 'Ana Torres MINISTER_OF Peru', 'Ana Torres MINISTER_OF Peru'],
    ['0 MINISTER_OF chile', '1 MINISTER_OF peru', '2 MINISTER_OF peru'],
  ],
];

test.each(cases)('%s', (_, lines, expected) => {
  expect(claims(lines)).toEqual(expected);
});

test('a claim that an editor struck out tells nothing', () => {
  const lines = ['Ana Torres MINISTER_OF (Chile)', 'Ana Torres MINISTER_OF Peru'];
  const claim = assemble(articles(...lines)).claims[1]?.id as string;
  const decided: Decided = { number: 1, decidedAt: '', decision: { kind: 'reject', claim, why: 'wrong' } };
  expect(claims(lines, [decided])[0]).toBe('0 MINISTER_OF chile');
});

test('who chairs two bodies has an office in neither', () => {
  const said = (of: string): Telling<string> => ({
    ...{ holder: 'person:ana-torres', office: 'CHAIR_OF', of, isPlace: false },
    ...{ text: of, claim: of, isSaid: true },
  });
  const told = (...all: string[]) =>
    toldOf(
      { predicate: 'CHAIR_OF', isGuessed: false },
      all.map((of, i) => [`${i}.txt`, said(of)] as const),
    )?.of;
  expect([told('acme', 'acme'), told('acme', 'acme', 'bolt')]).toEqual(['acme', undefined]);
});
