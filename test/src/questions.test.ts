// The questions that ship: put to the example articles in memory, and as the command line shows them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toLines } from '../../graph/exchange.ts';
import { questionOf } from '../../graph/queries/question.ts';
import { MemoryStore } from '../../graph/store/memory.ts';
import { questions } from '../../src/questions.ts';
import { exampleGraph } from '../contract/examples.ts';
import { questionContract } from '../contract/questions.ts';
import { wiregraph } from './cli/wiregraph.ts';

questionContract('MemoryStore', async () => new MemoryStore());

describe('Questions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wiregraph-questions-'));
  const file = join(folder, 'examples.ndjson');
  const out = join(folder, 'examples.graph');
  beforeAll(async () => {
    writeFileSync(file, [...toLines(await exampleGraph())].map((line) => `${line}\n`).join(''));
    await wiregraph(['import', file, '--out', out]);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are there for what people ask first, each with a title and an answer', () => {
    const names = questions().map(({ name }) => name);
    for (const name of ['who-called-whom', 'only-one-source', 'where-they-disagree', 'shortest-chain'])
      expect(names).toContain(name);
    expect(questions().filter(({ title }) => !title.endsWith('?'))).toEqual([]);
  });

  test('read their remarks', () => {
    const text =
      '// Who?\n// All of them,\n// by name.\n// $from = "Ana" (a name)\n// | n\n// | Ana\nMATCH (n) RETURN n.name';
    expect(questionOf('who', text)).toEqual({
      name: 'who',
      title: 'Who?',
      answers: 'All of them, by name.',
      parameters: [{ name: 'from', value: 'Ana', means: 'a name' }],
      sample: ['| n', '| Ana'],
      cypher: text,
    });
    expect(() => questionOf('bare', 'MATCH (n) RETURN n')).toThrow(
      'The question bare must open with two remarks',
    );
    expect(() => questionOf('wrong', '// A?\n// B.\n// $x: 3\nRETURN $x')).toThrow('"$x: 3"');
  });

  test('are listed, shown and asked by name on the command line', async () => {
    expect((await wiregraph(['questions'])).out).toContain('Who called whom?');
    expect((await wiregraph(['questions', 'who-says-most'])).out).toContain(
      'MATCH (c:Claim)-[:ATTRIBUTED_TO',
    );
    const asked = await wiregraph([
      'query',
      out,
      '--question',
      'timeline-of-one',
      '--param',
      'name=Dahl',
      '--json',
    ]);
    expect(JSON.parse(asked.out.split('\n')[0] ?? '')).toMatchObject({ who: 'Henrik Dahl' });
  });

  test.each([
    [['--question', 'who'], 'There is no question "who". There are '],
    [['--question', 'shortest-chain', '--param', 'from=Ana'], 'needs $to, a name: add --param to='],
    [[], 'query takes one question'],
    [['RETURN 1', '--question', 'who-says-most'], 'query takes one question'],
  ])('refuse %j', async (words, problem) => {
    const { err, code } = await wiregraph(['query', out, ...words]);
    expect(code).toBe(2);
    expect(err).toContain(problem);
  });
});
