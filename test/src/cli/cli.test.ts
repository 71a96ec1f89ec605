import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../../src/build.ts';
import { Journal } from '../../../src/journal.ts';
import { folder } from '../folder.ts';
import { finished, start, wiregraph } from './wiregraph.ts';

const reports = {
  'in/1.txt': 'French President Anna Morel called German Chancellor Karl Weiss on Friday.\n',
  'in/2.txt': 'Anna Morel called Karl Weiss.\n',
};

/** A folder with a built `a.graph` in it. */
async function built(
  files: Readonly<Record<string, string>> = {},
  ...atEnd: [] | [typeof afterAll]
): Promise<string> {
  const path = folder({ ...reports, ...files }, ...atEnd);
  await build({ sources: [join(path, 'in')], out: join(path, 'a.graph') });
  return path;
}

describe('build', () => {
  test('prints what was found and exits with 0', async () => {
    const cwd = folder(reports);
    const { code, out, err } = await wiregraph(['build', 'in', '--out', 'a.graph'], { cwd });
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/^a\.graph: 2 articles \(2 new\)\n/);
    expect(out).toMatch(
      /^Anna Morel +CALLED +Karl Weiss +2 articles\n {2}“Anna Morel called Karl Weiss\.”$/m,
    );
  });

  test('fails where nothing could be read at all, and makes no file', async () => {
    const cwd = folder({ 'in/a.txt': 'PK\u0000\u0000\u0001' });
    const { code, out, err } = await wiregraph(['build', 'in', '--out', 'a.graph'], { cwd });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('a.txt is no text');
    expect(err).toContain('No article could be read');
    expect(existsSync(join(cwd, 'a.graph'))).toBe(false);
  });

  test('lists what was left out, and exits with 3', async () => {
    const cwd = folder({ ...reports, 'in/3.txt': '', 'in/4.xls': 'x' });
    const { code, out, err } = await wiregraph(['build', 'in', '--out', 'a.graph'], { cwd });
    expect(code).toBe(3);
    expect(out).toContain('2 articles (2 new)');
    expect(err).toBe(`Passed over 1 file, hidden or of other kinds: in/4.xls.
Left out, 1 in all:
  in/3.txt holds no text. Put the article into it or take it out of the folder.
`);
  });

  test('removes what is gone only with --sync', async () => {
    const cwd = await built();
    mkdirSync(join(cwd, 'less'));
    writeFileSync(join(cwd, 'less/1.txt'), reports['in/1.txt']);
    expect((await wiregraph(['build', 'less', '-o', 'a.graph'], { cwd })).out).toContain(
      '2 articles (1 as before)',
    );
    expect((await wiregraph(['build', 'less', '-o', 'a.graph', '--sync'], { cwd })).out).toContain(
      '1 article (1 as before, 1 removed)',
    );
  });

  test('never takes a file that is not ours', async () => {
    const cwd = folder({ ...reports, 'diary.txt': 'Dear diary, nothing happened today.' });
    const { code, err } = await wiregraph(['build', 'in', '--out', 'diary.txt'], { cwd });
    expect({ code, err }).toEqual({
      code: 1,
      err: 'diary.txt is no graph of wiregraph. Name another file.\n',
    });
    expect(readFileSync(join(cwd, 'diary.txt'), 'utf8')).toBe('Dear diary, nothing happened today.');
  });

  test('is told to wait while another process writes the file', async () => {
    const cwd = await built();
    using _ = Journal.write(join(cwd, 'a.graph'));
    const { code, err } = await wiregraph(['build', 'in', '--out', 'a.graph'], { cwd });
    expect({ code, err }).toEqual({
      code: 1,
      err: 'a.graph is being written by another process. Wait until that has finished.\n',
    });
  });

  test('stops at Ctrl-C, keeps what is done and goes on from there', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`in/${i}.txt`, `Anna Morel called Karl Weiss ${i} times.`]),
    );
    const cwd = folder(many);
    const child = start(['build', 'in', '--out', 'a.graph'], cwd);
    const end = finished(child);
    while (!existsSync(join(cwd, 'a.graph'))) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await end).toEqual({
      code: 1,
      out: '',
      err: 'Stopped. What is done is kept; the same command goes on from there.\n',
    });
    const { out } = await wiregraph(['build', 'in/0.txt', '--out', 'a.graph'], { cwd });
    expect(out).toMatch(/^a\.graph: \d+ articles? \(1 (as before|new)\)/);
  });

  test('shows what steers a terminal and never obeys it', async () => {
    const cwd = folder({ ...reports, 'in/3\x1b[31m.txt': '' });
    const { out, err } = await wiregraph(['build', 'in', '--out', 'a.graph'], { cwd });
    expect(out + err).not.toContain('\x1b');
    expect(err).toContain('in/3␛[31m.txt holds no text');
  });
});

describe('query', () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await built({}, afterAll);
  }, 60_000);
  const question = 'MATCH (a:Person)-[r:CALLED]->(b:Person) RETURN a.name, b.name, r.documents';

  test('prints a table', async () => {
    const { code, out, err } = await wiregraph(['query', 'a.graph', question], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '1 row\n' });
    expect(out).toBe('a.name      b.name      r.documents\nAnna Morel  Karl Weiss            2\n');
  });

  test('with --json prints one object a row', async () => {
    const { out, err } = await wiregraph(['query', 'a.graph', question, '--json'], { cwd });
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({ 'a.name': 'Anna Morel', 'b.name': 'Karl Weiss', 'r.documents': 2 });
  });

  test('shows polarity and modality of a whole relationship', async () => {
    const { out } = await wiregraph(['query', 'a.graph', 'MATCH (:Person)-[r:CALLED]->(:Person) RETURN r'], {
      cwd,
    });
    expect(out).toBe('r\n[CALLED, actual, 2 documents]\n');
  });

  test('takes parameters as JSON where they are JSON, else as text', async () => {
    const args = [
      '--param',
      'name=Anna Morel',
      '--param',
      'least=2',
      '--param',
      'list=["a"]',
      '--param',
      'eq=a=b',
    ];
    const cypher =
      'MATCH (a:Person {name: $name})-[r:CALLED]->(b) WHERE r.documents >= $least RETURN b.name AS name, $list AS list, $eq AS eq';
    const { out, err } = await wiregraph(['query', 'a.graph', cypher, '--json', ...args], { cwd });
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({ name: 'Karl Weiss', list: ['a'], eq: 'a=b' });
  });

  test('says where a question is wrong, without a stack trace', async () => {
    const { code, out, err } = await wiregraph(['query', 'a.graph', 'MATCH (a RETURN a'], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^Line 1, column \d+: /);
    expect(err).not.toMatch(/^ +at /m);
  });

  test('says what nothing has, and what it may be a slip for', async () => {
    const { code, out, err } = await wiregraph(['query', 'a.graph', 'MATCH (p:Persn) RETURN p', '--json'], {
      cwd,
    });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('No node has the label "Persn": did you mean Person?');
  });

  test('says what changes a graph where a question would', async () => {
    const { code, err } = await wiregraph(['query', 'a.graph', 'CREATE (:Person)'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('query only reads');
  });

  test('shows the stack trace with --debug', async () => {
    const { code, err } = await wiregraph(['query', 'none.graph', 'RETURN 1', '--debug'], { cwd });
    expect(code).toBe(1);
    expect(err).toMatch(/^JournalError: There is no file none\.graph\./);
    expect(err).toMatch(/^ +at /m);
  });

  test('leaves nothing beside the file and no byte in it', async () => {
    const bytes = readFileSync(join(cwd, 'a.graph'));
    await wiregraph(['query', 'a.graph', question], { cwd });
    expect(readFileSync(join(cwd, 'a.graph'))).toEqual(bytes);
    expect(readdirSync(cwd).sort()).toEqual(['a.graph', 'in']);
  });
});

describe('export and import', () => {
  test('a graph comes back with the same bytes', async () => {
    const cwd = await built();
    const first = await wiregraph(['export', 'a.graph', '--format', 'ndjson'], { cwd });
    const imported = await wiregraph(['import', '-', '--out', 'b.graph'], { cwd, input: first.out });
    expect({ code: imported.code, err: imported.err }).toEqual({ code: 0, err: '' });
    const second = await wiregraph(['export', 'b.graph'], { cwd });
    expect(second.out).toBe(first.out);
    expect(first.out.split('\n').length).toBeGreaterThan(10);
  });

  test('--out writes the same into a file, and prints nothing', async () => {
    const cwd = await built();
    const { out } = await wiregraph(['export', 'a.graph', '--format', 'tsv'], { cwd });
    const saved = await wiregraph(['export', 'a.graph', '--format', 'tsv', '--out', 'a.tsv'], { cwd });
    expect(saved).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(cwd, 'a.tsv'), 'utf8')).toBe(out);
    expect(out).toMatch(
      /^Anna Morel\tCALLED\tKarl Weiss\tfalse\tactual\t\t2\.txt\tAnna Morel called Karl Weiss/m,
    );
    expect(readdirSync(cwd).sort()).toEqual(['a.graph', 'a.tsv', 'in']);
  });

  test('whoever stops reading ends it quietly', async () => {
    const cwd = await built({
      'in/long.txt': `Anna Morel called Karl Weiss. ${'It rained. '.repeat(8_000)}`,
    });
    const child = start(['export', 'a.graph'], cwd);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await finished(child)).toMatchObject({ code: 0, err: '' });
  });

  test('a line that is no record is named', async () => {
    const cwd = folder({ 'a.ndjson': '{"kind":"document"\n' });
    const { code, err } = await wiregraph(['import', 'a.ndjson', '--out', 'b.graph'], { cwd });
    expect(code).toBe(1);
    expect(err).toMatch(/^Line 1 is no JSON: /);
    expect(existsSync(join(cwd, 'b.graph'))).toBe(false);
  });
});

describe('view', () => {
  test('--once serves one request to whoever holds the address, and ends', async () => {
    const child = start(['view', 'a.graph', '--once'], await built());
    const end = finished(child);
    const response = await fetch(`${await addressOf(child)}api/graph`);
    expect((await response.text()).split('\n')).toContainEqual(expect.stringContaining('"kind":"relation"'));
    expect(await end).toMatchObject({ code: 0, err: '' });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with 0', async (signal) => {
    const child = start(['view', 'a.graph'], await built());
    const end = finished(child);
    await addressOf(child);
    child.kill(signal);
    expect((await end).code).toBe(0);
  });

  test('a port in use is told', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const { code, err } = await wiregraph(['view', 'a.graph', '--port', String(port)], {
      cwd: await built(),
    });
    server.close();
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`Port ${port} is in use.`) });
  });
});

test('demo builds the examples, says what is in them, serves one request and leaves nothing behind', async () => {
  const [cwd, TMPDIR] = [folder(), folder()];
  const child = start(['demo', '--once'], cwd, { TMPDIR });
  const end = finished(child);
  expect((await fetch(await addressOf(child))).status).toBe(200);
  const { code, out, err } = await end;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/: 7 articles \(7 new\)\n.*people.*relations/);
  expect([...readdirSync(cwd), ...readdirSync(TMPDIR)]).toEqual([]);
});

describe('load', () => {
  test('a server that is not there is told', async () => {
    const { code, err } = await wiregraph(['load', 'a.graph', '--to', 'bolt://127.0.0.1:9'], {
      cwd: await built(),
    });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('bolt://127.0.0.1:9') });
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('an address with a password is refused, and the password is not shown', async () => {
    const args = ['load', 'a.graph', '--to', 'bolt://neo4j:secret@127.0.0.1:9'];
    const { code, err } = await wiregraph(args, { cwd: await built() });
    expect(code).toBe(1);
    expect(err).toContain('NEO4J_PASSWORD');
    expect(err).not.toContain('secret');
  });
});

describe('usage', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['frobnicate']],
    ['a missing argument', ['query', 'a.graph']],
    ['a missing --out', ['build', 'in']],
    ['an unknown option', ['view', 'a.graph', '--fast']],
    ['an unknown format', ['export', 'a.graph', '--format', 'xml']],
    ['a parameter without a value', ['query', 'a.graph', 'RETURN 1', '--param', 'name']],
    ['a port that is none', ['view', 'a.graph', '--port', '99999']],
    ['text into a .graph', ['export', 'a.graph', '--out', 'b.graph']],
  ])('%s exits with 2', async (_, args) => {
    const { code, out, err } = await wiregraph(args, {
      cwd: args[0] === 'export' ? await built() : folder(),
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  test('every command has examples of itself in its help', async () => {
    const { out: list } = await wiregraph(['--help']);
    const all = [...list.matchAll(/^ {2}([a-z]+)(?: \[options\])?(?: [<[]| {2})/gm)].map(([, name]) => name);
    const commands = all.filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(20);
    for (const command of commands) {
      const { code, out, err } = await wiregraph(['help', command as string]);
      expect({ command, code, err }).toEqual({ command, code: 0, err: '' });
      expect(out).toMatch(new RegExp(`\nExamples?:\n(.*\n)*?.*wiregraph ${command} `));
    }
  }, 60_000);

  test('--version prints the version', async () => {
    expect((await wiregraph(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

/** The address that a process prints. */
function addressOf(child: ReturnType<typeof start>): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const found = /http:\/\/\S+\//.exec(text)?.[0];
      if (found) resolve(found);
    });
    child.once('close', () => reject(new Error(`It ended without an address: ${text}`)));
  });
}
