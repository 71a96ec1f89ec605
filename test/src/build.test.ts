import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toLines } from '../../graph/exchange.ts';
import { BuildError, type BuildOptions, build } from '../../src/build.ts';
import { importGraph } from '../../src/import.ts';
import { Journal } from '../../src/journal.ts';
import { readGraph } from '../../src/open.ts';
import { annotate, article, fakeExtractor } from './fake.ts';
import { folder } from './folder.ts';

const reports = {
  'in/1.txt': 'Lena Holt called Tom Berg.',
  'in/2.txt': 'Holt called Berg.',
  'in/deep/3.md': '---\npublisher: Nordwire\n---\nTom Berg called Lena Holt.',
};

test('a folder of articles becomes one graph', async () => {
  const path = folder(reports);
  const { added, failures, graph } = await run(path);
  expect(added).toEqual(['1.txt', '2.txt', 'deep/3.md']);
  expect(failures).toEqual([]);
  expect(graph.relations.map((r) => [r.id, r.documents])).toEqual([
    ['person:lena-holt CALLED person:tom-berg', 3],
  ]);
});

test('building again reads no article again and changes no byte', async () => {
  const path = folder(reports);
  const first = await run(path);
  const bytes = readFileSync(join(path, 'out.graph'));
  const extractor = fakeExtractor();
  const second = await run(path, { extractor });
  expect(extractor.seen).toEqual([]);
  expect(second.unchanged).toEqual(['1.txt', '2.txt', 'deep/3.md']);
  expect(second.graph).toEqual(first.graph);
  expect(readFileSync(join(path, 'out.graph'))).toEqual(bytes);
});

test('one more article only adds; a changed one is replaced; one that is gone stays', async () => {
  const path = folder(reports);
  await run(path);
  writeFileSync(join(path, 'in/4.txt'), 'Nils Aas called Lena Holt.');
  writeFileSync(join(path, 'in/2.txt'), 'Holt called Nils Aas.');
  rmSync(join(path, 'in/1.txt'));
  const { added, replaced, unchanged, removed, graph } = await run(path);
  expect({ added, replaced, unchanged, removed }).toEqual({
    added: ['4.txt'],
    replaced: ['2.txt'],
    unchanged: ['deep/3.md'],
    removed: [],
  });
  expect(graph.documents.map((d) => d.id)).toEqual(['1.txt', '2.txt', '4.txt', 'deep/3.md']);
});

test('any split into builds and any removal gives the same graph as one build', async () => {
  const path = folder({ ...reports, 'in/4.txt': 'Nils Aas called Holt.' });
  await run(path);
  rmSync(join(path, 'in/4.txt'));
  const { removed, graph } = await run(path, { sync: true });
  expect(removed).toEqual(['4.txt']);
  expect([...toLines(graph)]).toEqual([...toLines((await run(folder(reports))).graph)]);
});

test('sync removes nothing while a folder could not be looked into', async () => {
  const path = folder(reports);
  await run(path);
  rmSync(join(path, 'in/1.txt'));
  const sources = [join(path, 'in'), join(path, 'elsewhere')];
  expect((await run(path, { sync: true, sources })).removed).toEqual([]);
});

test('a newer extractor reads every article again', async () => {
  const path = folder(reports);
  await run(path);
  expect((await run(path, { extractor: fakeExtractor('2') })).replaced).toHaveLength(3);
});

test('one bad article stops nothing and is told with its reason', async () => {
  const path = folder({ ...reports, 'in/5.txt': '', 'in/6.txt': 'FAIL', 'in/7.xls': 'x' });
  const { added, failures, passedOver } = await run(path);
  expect(added).toHaveLength(3);
  expect(failures.map((f) => [f.stage, f.reason])).toEqual([
    [
      'read',
      `${join(path, 'in/5.txt')} holds no text. Put the article into it or take it out of the folder.`,
    ],
    ['annotate', '6.txt is left out: fake 1 failed on it. It says FAIL.'],
  ]);
  expect(passedOver).toEqual([join(path, 'in/7.xls')]);
});

test('the graph may lie among its articles', async () => {
  const path = folder(reports);
  const out = join(path, 'in/out.graph');
  await run(path, { out });
  expect((await run(path, { out })).passedOver).toEqual([]);
});

test('an extractor whose record is wrong is told where, and the file stays good', async () => {
  const path = folder(reports);
  const fake = fakeExtractor();
  const extractor = {
    ...fake,
    annotate: async (document: Parameters<typeof fake.annotate>[0]) => {
      const record = await fake.annotate(document);
      return document.id === '2.txt' ? { ...record, sentences: [{ start: -1, end: 2 }] } : record;
    },
  };
  const { failures, graph } = await run(path, { extractor });
  expect(failures.map((f) => f.reason)).toEqual([
    expect.stringContaining('Its record is wrong at sentences.0.start'),
  ]);
  expect(graph.documents).toHaveLength(2);
});

test('a record that is gone from its table is removed with --sync, but not where a record of it failed', async () => {
  const row = (id: string, text = 'Holt called Berg.') => `${JSON.stringify({ id, text })}\n`;
  const path = folder({ 'in/a.jsonl': row('one') + row('two') + row('three') });
  expect((await run(path)).added).toEqual(['a.jsonl#one', 'a.jsonl#two', 'a.jsonl#three']);
  writeFileSync(join(path, 'in/a.jsonl'), row('one') + row('two', '') + row('three'));
  expect((await run(path, { sync: true })).removed).toEqual([]);
  writeFileSync(join(path, 'in/a.jsonl'), row('one') + row('three'));
  expect((await run(path, { sync: true })).removed).toEqual(['a.jsonl#two']);
});

test('a text in another language is told and becomes no fact, unless the extractor is one of the caller’s', async () => {
  const text =
    'Die Präsidentin rief den Kanzler am Freitag an und dankte ihm für die Einladung, sagte ihr Sprecher danach.';
  const path = folder({ 'in/a.md': `---\nlanguage: de-AT\n---\n${text}` });
  const out = join(path, 'out.graph');
  const { failures, graph } = await build({ sources: [join(path, 'in')], out });
  expect(graph.documents).toEqual([]);
  expect(failures.map((f) => f.reason)).toEqual([
    'a.md does not read as English (it says that it is in German), and no other language is understood. Leave it out, or translate it.',
  ]);
  expect((await run(path)).added).toEqual(['a.md']);
});

describe('nothing to read', () => {
  test.each([
    ['a missing folder', 'none', /^There is no file or folder .*none\. Check the path\.$/],
    ['an empty folder', '.', /^No article in /],
    ['a file of another kind', 'a.xls', /a\.xls is of no kind that can be read\./],
  ])('%s makes no file', async (_, name, message) => {
    const path = folder({ 'a.xls': 'x' });
    const failing = run(path, { sources: [join(path, name)] });
    await expect(failing).rejects.toThrow(BuildError);
    await expect(failing).rejects.toThrow(message);
    expect(existsSync(join(path, 'out.graph'))).toBe(false);
  });
});

test('progress tells each source once, in order', async () => {
  const told: string[] = [];
  await run(folder(reports), {
    onProgress: ({ done, total, source }) => told.push(`${done}/${total} ${source.slice(-5)}`),
  });
  expect(told).toEqual(['1/3 1.txt', '2/3 2.txt', '3/3 /3.md']);
});

test('a signal stops the build, and the next one goes on from there', async () => {
  const path = folder(reports);
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  await expect(run(path, { signal: stop.signal, onProgress })).rejects.toThrow('aborted');
  const { added, unchanged } = await run(path);
  expect({ added, unchanged }).toEqual({ added: ['2.txt', 'deep/3.md'], unchanged: ['1.txt'] });
});

test('a build that was killed goes on where it stopped, to the same graph', async () => {
  const path = folder(reports);
  const module = (name: string) => JSON.stringify(join(import.meta.dirname, name));
  const script = `
    const { build } = await import(${module('../../src/build.ts')});
    const { fakeExtractor } = await import(${module('fake.ts')});
    const extractor = fakeExtractor();
    const annotate = (document) => document.id === 'deep/3.md' ? process.kill(process.pid, 'SIGKILL') : extractor.annotate(document);
    const [sources, out] = [[${JSON.stringify(join(path, 'in'))}], ${JSON.stringify(join(path, 'out.graph'))}];
    await build({ sources, out, extractor: { name: 'fake', version: '1', annotate } });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  expect(await new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))).toBe('SIGKILL');
  const { added, unchanged, graph } = await run(path);
  expect({ added, unchanged }).toEqual({ added: ['deep/3.md'], unchanged: ['1.txt', '2.txt'] });
  expect([...toLines(graph)]).toEqual([...toLines((await run(folder(reports))).graph)]);
  expect(readdirSync(path).sort()).toEqual(['in', 'out.graph']);
});

describe('the derived graph', () => {
  test('comes out of the cache as it came out of the records', async () => {
    const path = folder(reports);
    const { graph } = await run(path);
    expect(await readGraph(join(path, 'out.graph'))).toEqual(graph);
  });

  test('is made anew, without writing, where it is not up to date', async () => {
    const path = folder(reports);
    const { length } = (await run(path)).graph.documents;
    const file = join(path, 'out.graph');
    const late = article('late.txt', 'Ada Berg called Max Lind.');
    const journal = Journal.write(file);
    journal.add({ document: late, record: annotate(late) }, '');
    journal.close();
    const bytes = readFileSync(file);
    expect((await readGraph(file)).documents).toHaveLength(length + 1);
    expect(readFileSync(file)).toEqual(bytes);
  });
});

describe('import', () => {
  test('gives a file of which an export has the same bytes', async () => {
    const { graph } = await run(folder(reports));
    const lines = [...toLines(graph)];
    const out = join(folder(), 'again.graph');
    const imported = await importGraph({ lines, out });
    expect([...toLines(imported.graph)]).toEqual(lines);
    expect(imported.changed).toBe(0);
    expect([...toLines(await readGraph(out))]).toEqual(lines);
  });

  test('keeps what no extractor says: ids, origins, topics, claims without mentions', async () => {
    const { graph } = await run(folder(reports));
    const [first, ...others] = graph.claims;
    const topic = { id: 'Q1', type: 'Topic', name: 'the quota', aliases: [], wikidataId: 'Q1' } as const;
    const event = { id: 'event:call', type: 'Event', name: 'the call', aliases: ['a call'] } as const;
    const claim = {
      ...(first as (typeof others)[number]),
      about: event.id,
      origin: '2.txt',
      extractor: 'hand@3',
      objectMention: null,
      speakers: [{ entity: null, text: 'officials' }],
    };
    const entities = [...graph.entities, topic, event].sort((a, b) => (a.id < b.id ? -1 : 1));
    const relations = graph.relations.map((r) => ({ ...r, events: 2, speakers: 1, origins: 2 }));
    const lines = [...toLines({ ...graph, entities, claims: [claim, ...others], relations })];
    const imported = await importGraph({ lines, out: join(folder(), 'again.graph') });
    expect([...toLines(imported.graph)]).toEqual(lines);
  });

  test('tells how many lines came out differently', async () => {
    const { graph } = await run(folder(reports));
    const relations = graph.relations.map((r) => ({ ...r, documents: 99 }));
    const lines = [...toLines({ ...graph, relations })];
    expect((await importGraph({ lines, out: join(folder(), 'again.graph') })).changed).toBe(1);
  });

  test('is refused where a graph is there already', async () => {
    const path = folder(reports);
    const lines = [...toLines((await run(path)).graph)];
    const importing = importGraph({ lines, out: join(path, 'out.graph') });
    await expect(importing).rejects.toThrow('holds a graph already. Name another file with --out');
  });
});

function run(path: string, options: Partial<BuildOptions> = {}) {
  return build({
    sources: [join(path, 'in')],
    out: join(path, 'out.graph'),
    extractor: fakeExtractor(),
    ...options,
  });
}
