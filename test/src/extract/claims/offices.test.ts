import { describe, expect, test } from 'vitest';
import { understand } from '../../../../src/extract/annotate.ts';

/** The office claims of a text: `Anna Holt PRESIDENT_OF Chile`, modality and arguments behind where they are not plain. */
async function claims(text: string): Promise<string[]> {
  const { statements } = await understand({ id: 'report.md', text });
  return statements
    .filter(({ arguments: said }) => said.some(({ role }) => role === 'office'))
    .map(({ subject, predicate, object, modality, arguments: said }) =>
      [
        subject.text,
        predicate,
        object?.text,
        modality === 'actual' ? '' : modality,
        ...said.map((one) => `${one.role}=${one.text}`),
      ]
        .filter(Boolean)
        .join(' '),
    );
}

test.each([
  ['Reporters asked Anna Bell of the Vienna Institute for it.', 'Anna Bell WORKED_FOR Vienna Institute'],
  ['Serbia’s Milan Petrovic left the room.', 'Milan Petrovic NATIONAL_OF Serbia'],
])('a name beside a person’s says whose he is: “%s”', async (text, wanted) => {
  const { statements } = await understand({ id: 'report.md', text });
  expect(statements.map((one) => `${one.subject.text} ${one.predicate} ${one.object?.text}`)).toContain(
    wanted,
  );
});

describe('an office is claimed', () => {
  test.each([
    [
      'of a country by its people’s name',
      'Chilean President Anna Holt arrived on Monday.',
      'Anna Holt PRESIDENT_OF Chilean office=President',
    ],
    [
      'with the word that says it is past',
      'Tom Lund, a former Swiss ambassador to Chile, disagreed.',
      'Tom Lund AMBASSADOR_TO Chile office=ambassador status=former',
    ],
    [
      'as planned where it is to come',
      'Tom Lund will become president of Chile.',
      'Tom Lund PRESIDENT_OF Chile planned office=president status=will',
    ],
    [
      'with its words where the type says less',
      'Norwegian Deputy Foreign Minister Tom Lund arrived in Oslo.',
      'Tom Lund OFFICIAL_OF Norwegian office=Deputy Foreign Minister',
    ],
    [
      'from the parent to the child',
      'Hunter Lund, son of Tom Holt, arrived.',
      'Tom Holt PARENT_OF Hunter Lund office=son',
    ],
    [
      'of whoever a description stands for',
      'Chilean President Anna Holt arrived on Monday. Reporters asked the Chilean president about it.',
      'the Chilean president PRESIDENT_OF Chilean office=president',
    ],
    [
      'of a counterpart',
      'Chilean President Anna Holt called her Peruvian counterpart Omar Reyes on Monday.',
      'Omar Reyes PRESIDENT_OF Peruvian office=counterpart',
    ],
    [
      'of a counterpart of whoever holds an office somewhere',
      'Foreign Minister Anna Holt received her Peruvian counterpart, Mr. Omar Reyes, on Monday.',
      'Omar Reyes MINISTER_OF Peruvian office=counterpart',
    ],
    [
      'of a counterpart of nobody knows whom: where he is from',
      'Anna Holt called her Peruvian counterpart, Omar Reyes.',
      'Omar Reyes NATIONAL_OF Peruvian office=counterpart',
    ],
    [
      'of several counterparts, each in his country',
      'Chilean President Anna Holt met her Peruvian and Norwegian counterparts, Omar Reyes and Tom Lund, in Lima.',
      'Tom Lund PRESIDENT_OF Norwegian office=counterparts',
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await claims(text)).toContain(wanted);
  });

  test('of nobody where it is denied', async () => {
    expect(await claims('Tom Lund is not the president of Chile.')).toEqual([]);
  });

  test('in every sentence that says it, once in each', async () => {
    const found = await claims(
      'Chilean President Anna Holt left. Later Anna Holt, the Chilean president, came back to Lima.',
    );
    expect(found.filter((line) => line.startsWith('Anna Holt PRESIDENT_OF'))).toHaveLength(2);
  });
});
