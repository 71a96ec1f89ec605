import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toLines } from '../../graph/exchange.ts';
import type { Entity, Graph } from '../../graph/model.ts';
import { build } from '../../src/build.ts';
import { NamesError, readNames } from '../../src/names.ts';
import { fakeExtractor } from './fake.ts';
import { folder } from './folder.ts';

const list = `name,aliases,type,id,wikidataId
Lena Holt,L. H.;Iron Mayor,Person,holt,Q17
Kremsk,,Place,,
`;

test('a list is read row by row', async () => {
  expect(await readNames(list, 'n.csv')).toEqual({
    names: [
      { name: 'Lena Holt', aliases: ['L. H.', 'Iron Mayor'], type: 'Person', id: 'holt', wikidataId: 'Q17' },
      { name: 'Kremsk', aliases: [], type: 'Place' },
    ],
    failures: [],
  });
});

test.each([
  ['Kremsk,,Town,,', 'line 2: the type "Town" is none of Person, Organization, Place and Topic.'],
  [',Kr,Place,,', 'line 2: the name "" can\'t be used.'],
  ['Kremsk,,Place,,K7', 'line 2: the wikidataId "K7" is none'],
  ['Kremsk,,Place,k,\nNira,,Place,k,', 'line 3: k is the id of line 2 already.'],
  ['Kremsk,Kr,Place,,\nNira,KR,Place,,', 'line 3: "KR" is claimed by Kremsk on line 2 as well'],
])('a bad row is told with its line and what stands there: %s', async (rows, told) => {
  const { failures } = await readNames(`name,aliases,type,id,wikidataId\n${rows}\n`, 'n.csv');
  expect(failures.map(({ reason }) => reason)).toEqual([expect.stringContaining(told)]);
});

test('a list without a head line is refused with what it should be', async () => {
  await expect(readNames('Kremsk,Place\nNira,Place\n', 'n.csv')).rejects.toThrow(
    new NamesError(
      'n.csv has no column name. Its first line names the columns: name,aliases,type,id,wikidataId.',
    ),
  );
});

/** The graph's entities without its events. */
const idsIn = (graph: Graph, shown = ({ id }: Entity) => id): string[] =>
  graph.entities.filter(({ type }) => type !== 'Event').map(shown);

/** The people of a graph that is built of some articles with a list, as `id name`. */
async function builtWith(csv: string | undefined, files: Readonly<Record<string, string>>) {
  const cwd = folder(files);
  const { names } = await readNames(csv ?? 'name,type\n', 'n.csv');
  const options = { sources: [join(cwd, 'in')], out: join(cwd, 'a.graph'), extractor: fakeExtractor() };
  const { graph } = await build({ ...options, ...(csv === undefined ? {} : { names }) });
  return { cwd, options, graph, people: idsIn(graph, ({ id, name }) => `${id} ${name}`) };
}

const files = {
  'in/1.txt': 'Lena Holt called Tom Berg.\n',
  'in/2.txt': 'Iron Mayor called Tom Berg.\n',
  'in/3.txt': 'Kremsk called Tom Berg.\n',
};

test('whatever bears a listed name is that entity, with its id, name and wikidataId', async () => {
  const { graph, people } = await builtWith(list, files);
  expect(people).toEqual(['holt Lena Holt', 'person:kremsk Kremsk', 'person:tom-berg Tom Berg']);
  expect(graph.entities.find(({ id }) => id === 'holt')).toMatchObject({
    wikidataId: 'Q17',
    aliases: ['Iron Mayor', 'L. H.'],
  });
});

test('a single word is of a list only as the type that it says', async () => {
  const { people } = await builtWith(list.replace('Kremsk,,Place,', 'Kremsk,,Person,k'), files);
  expect(people).toContain('k Kremsk');
});

test('a list parts what the articles alone would make one', async () => {
  const texts = { 'in/1.txt': 'Lena Holt called Lena Maria Holt.\n', 'in/2.txt': 'Lena Holt called Tom.\n' };
  const csv = 'name,type\nLena Holt,Person\nLena Maria Holt,Person\n';
  expect((await builtWith(csv, texts)).people).toContain('person:lena-maria-holt Lena Maria Holt');
});

test('what two rows claim is neither’s', async () => {
  const csv = 'name,aliases,type,id\nLena Holt,Iron Mayor,Person,a\nIda Aas,Iron Mayor,Person,b\n';
  expect((await builtWith(csv, files)).people).toContain('person:iron-mayor Iron Mayor');
});

test('the file keeps the list: later builds need it no more, and another list takes its place', async () => {
  const { options, graph } = await builtWith(list, files);
  const again = await build(options);
  expect([...toLines(again.graph)]).toEqual([...toLines(graph)]);
  const { names } = await readNames('name,type,id\nTom Berg,Person,tom\n', 'n.csv');
  const other = await build({ ...options, names });
  expect(idsIn(other.graph)).toEqual(['person:iron-mayor', 'person:kremsk', 'person:lena-holt', 'tom']);
  const none = await build({ ...options, names: [] });
  expect(idsIn(none.graph)).toContain('person:tom-berg');
});
