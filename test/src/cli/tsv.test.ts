import { expect, test } from 'vitest';
import { toTsv } from '../../../src/cli/tsv.ts';
import { assemble } from '../../../src/resolve/assemble.ts';
import { annotate, article } from '../fake.ts';

const document = article('=a.txt', 'Lena Holt called Tom Berg.');
const graph = assemble([{ document, record: annotate(document) }]);
const [claim] = graph.claims as [(typeof graph.claims)[number]];

test('one claim a line, under the names of the columns', () => {
  expect([...toTsv(graph)]).toEqual([
    'subject\tpredicate\tobject\tnegated\tmodality\tattributedTo\tdocument\tquote',
    "Lena Holt\tCALLED\tTom Berg\tfalse\tactual\t\t'=a.txt\tLena Holt called Tom Berg",
  ]);
});

test('an end that is no entity keeps its words, and a missing object is empty', () => {
  const speakers = [{ entity: null, text: 'officials' }];
  const other = {
    ...claim,
    subject: null,
    subjectText: 'the crew',
    object: null,
    objectText: null,
    speakers,
  };
  const [, line] = [...toTsv({ ...graph, claims: [other] })];
  expect(line?.split('\t').slice(0, 6)).toEqual(['the crew', 'CALLED', '', 'false', 'actual', 'officials']);
});

test.each([
  ['tabs and line ends become spaces', 'a\tb\r\nc\u2028d', 'a b c d'],
  ['a formula is guarded', '=HYPERLINK("x")', '\'=HYPERLINK("x")'],
  ['so is one behind white space', ' \n+1', "'+1"],
  ['an @ is', '@SUM(1)', "'@SUM(1)"],
  ['a dash is', '-1', "'-1"],
])('%s', (_, quote, cell) => {
  const [, line] = [...toTsv({ ...graph, claims: [{ ...claim, quote }] })];
  expect(line?.split('\t').at(-1)).toBe(cell);
});
