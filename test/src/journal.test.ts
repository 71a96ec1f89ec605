import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { Journal, JournalError } from '../../src/journal.ts';
import { annotate, article } from './fake.ts';
import { folder } from './folder.ts';

const at = '2026-01-02T03:04:05.000Z';
const one = entry('1.txt', 'Lena Holt called Tom Berg.');
const two = entry('2.txt', 'Nils Aas called Ida Aas.');

test('what is put comes back', () => {
  const path = journal([one, two]);
  using opened = Journal.read(path);
  expect([...opened.articles()]).toEqual([one, two]);
  expect(opened.head('1.txt')).toEqual({ contentHash: one.document.contentHash, extractor: 'fake@1' });
  expect(opened.head('3.txt')).toBeUndefined();
});

test('an article takes the place of the one with its id', () => {
  const path = journal([one]);
  const again = entry('1.txt', 'Lena Holt resigned.');
  write(path, (j) => j.put([again], at));
  using opened = Journal.read(path);
  expect([...opened.articles()]).toEqual([again]);
});

test('nothing lies beside the file after it was closed', () => {
  const path = journal([one]);
  write(path, (j) => j.remove(['1.txt']));
  expect(readdirSync(join(path, '..'))).toEqual(['a.graph']);
});

test('the text of a removed article is nowhere in the file, nor is what stands of it', () => {
  const path = journal([one, two]);
  write(path, (j) => stand(j, 'Tom Berg, kept'));
  expect(readFileSync(path, 'latin1')).toContain('Tom Berg');
  write(path, (j) => j.remove(['1.txt']));
  expect(readFileSync(path, 'latin1')).not.toContain('Tom Berg');
});

test('what stands outlives an article that is added, which then is pending', () => {
  const path = journal([one]);
  using opened = Journal.write(path);
  stand(opened, 'kept');
  expect(opened.pending()).toEqual([]);
  opened.add(two, at);
  expect(opened.pending()).toEqual(['2.txt']);
  expect(opened.shelf.get('name', 'a', 'b')).toBe('kept');
  expect(opened.standing()?.by).toBe('test');
});

test('what stands goes with an article that is replaced, but for what an update keeps within the change', () => {
  const path = journal([one, two]);
  using opened = Journal.write(path);
  stand(opened, 'kept');
  opened.replace({ remove: ['1.txt'] }, at, () => stand(opened, 'kept again'));
  expect(opened.shelf.get('name', 'a', 'b')).toBe('kept again');
  opened.put([two], at);
  expect(opened.shelf.get('name', 'a', 'b')).toBeUndefined();
  expect(opened.standing()).toBeUndefined();
});

test('an update that fails leaves the articles as they were', () => {
  const path = journal([one]);
  using opened = Journal.write(path);
  const fail = () => {
    throw new Error('It fails.');
  };
  expect(() => opened.replace({ remove: ['1.txt'] }, at, fail)).toThrow('It fails.');
  expect(opened.ids()).toEqual(['1.txt']);
});

test('a file of version 1 can be looked at, and is made one of this version when it is written', () => {
  const path = journal([one]);
  const db = new DatabaseSync(path);
  db.exec(`DROP TABLE shelf; DROP TABLE standing; DROP TABLE pending;
    CREATE TABLE cache (hash TEXT NOT NULL, number INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (hash, number)) STRICT, WITHOUT ROWID;
    PRAGMA user_version = 1`);
  db.close();
  const bytes = readFileSync(path);
  const look = () => {
    using opened = Journal.read(path);
    expect([...opened.articles()]).toEqual([one]);
    expect(opened.standing()).toBeUndefined();
  };
  look();
  expect(readFileSync(path)).toEqual(bytes);
  write(path, (j) => stand(j, 'kept'));
  using opened = Journal.read(path);
  expect(opened.standing()?.by).toBe('test');
});

test('several articles are put all or none', () => {
  const path = journal([one]);
  const bad = entry('3.txt', 'half a pair \ud800');
  expect(() => write(path, (j) => j.put([two, bad], at))).toThrow('holds half of a character');
  using opened = Journal.read(path);
  expect(opened.ids()).toEqual(['1.txt']);
});

test('a new file that took in nothing is not left behind', () => {
  const path = join(folder(), 'a.graph');
  write(path, () => {});
  expect(existsSync(path)).toBe(false);
});

describe('a file that cannot be used gets one sentence and stays as it is', () => {
  test.each([
    ['text', 'Dear diary, this is no database at all.', 'is no graph of wiregraph. Name another file.'],
    [
      'another database',
      sqlite('CREATE TABLE t (x)'),
      'is no graph of wiregraph, but another SQLite file. Name another file.',
    ],
    [
      'a graph of a later version',
      sqlite('PRAGMA application_id = 0x77697265; PRAGMA user_version = 7'),
      'is of version 7; this wiregraph knows version 2. Install a newer wiregraph.',
    ],
    [
      'a graph with a view of a stranger',
      sqlite(
        'PRAGMA application_id = 0x77697265; PRAGMA user_version = 2; CREATE VIEW documents AS SELECT 1',
      ),
      'holds other tables than a graph of wiregraph has. Build it again from its articles.',
    ],
  ])('%s', (_, content, message) => {
    const path = join(folder({ 'a.graph': content }), 'a.graph');
    for (const open of [() => Journal.read(path), () => Journal.write(path)])
      expect(open).toThrow(new JournalError(`${path} ${message}`));
    expect(readFileSync(path)).toEqual(Buffer.from(content));
  });

  test('a missing file', () => {
    const path = join(folder(), 'a.graph');
    expect(() => Journal.read(path)).toThrow(`There is no file ${path}.`);
    expect(existsSync(path)).toBe(false);
  });

  test('a folder, and a folder that is not there', () => {
    const path = folder();
    expect(() => Journal.read(path)).toThrow(JournalError);
    expect(() => Journal.write(join(path, 'none/a.graph'))).toThrow("can't be opened");
  });

  test('a record that is none', () => {
    const path = journal([one]);
    const db = new DatabaseSync(path);
    db.exec(`UPDATE records SET record = '{"document": 3}'`);
    db.close();
    using opened = Journal.read(path);
    expect(() => [...opened.articles()]).toThrow(`${path}: the record of "1.txt" is damaged at document`);
  });

  test('a damaged file', () => {
    const path = journal([entry('1.txt', 'Lena Holt called Tom Berg. '.repeat(2000))]);
    const bytes = readFileSync(path);
    bytes.fill(0xaa, 4096);
    writeFileSync(path, bytes);
    expect(() => {
      using opened = Journal.read(path);
      return [...opened.articles()];
    }).toThrow(JournalError);
  });
});

test('a second writer is told to wait, and so is a reader', () => {
  const path = journal([one]);
  using _ = Journal.write(path);
  for (const open of [() => Journal.write(path), () => Journal.read(path)])
    expect(open).toThrow(`${path} is being written by another process. Wait until that has finished.`);
});

test('a read-only file can be looked at', () => {
  const path = journal([one]);
  chmodSync(path, 0o444);
  using opened = Journal.read(path);
  expect(opened.ids()).toEqual(['1.txt']);
});

test('a process killed in the middle of a change loses that change alone', async () => {
  const path = journal([one]);
  // Enough that SQLite writes pages out before the commit: the file on disk is half changed when the process dies.
  const script = `
    const { Journal } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/journal.ts'))});
    const record = { document: 'x', contentHash: '', extractor: '', sentences: [], mentions: [], chains: [], statements: [] };
    const articles = function* () {
      for (let i = 0; i < 2000; i += 1) {
        if (i === 1999) process.kill(process.pid, 'SIGKILL');
        yield { document: { id: 'x' + i, title: '', text: 'y'.repeat(5000), contentHash: '' }, record };
      }
    };
    Journal.write(${JSON.stringify(path)}).put(articles(), '');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  const [, signal] = await new Promise<[number, string]>((resolve) =>
    child.on('exit', (...status) => resolve(status as [number, string])),
  );
  expect(signal).toBe('SIGKILL');
  expect(readdirSync(join(path, '..'))).toEqual(['a.graph', 'a.graph-journal']);
  using opened = Journal.read(path);
  expect([...opened.articles()]).toEqual([one]);
  expect(readdirSync(join(path, '..'))).toEqual(['a.graph']);
});

test('a process killed while it adds loses nothing that it had added', async () => {
  const path = journal([one]);
  const script = `
    const { Journal } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/journal.ts'))});
    const journal = Journal.write(${JSON.stringify(path)});
    journal.add(${JSON.stringify(two)}, '');
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  await new Promise((resolve) => child.on('exit', resolve));
  expect(readdirSync(join(path, '..'))).toEqual(['a.graph', 'a.graph-wal']);
  using opened = Journal.read(path);
  expect([...opened.articles()]).toEqual([one, two]);
  expect(readdirSync(join(path, '..'))).toEqual(['a.graph']);
});

test('what is added is there once', () => {
  const path = journal([one]);
  write(path, (j) => {
    j.add(two, at);
    expect(() => j.add(two, at)).toThrow(`${path} holds 2.txt already.`);
  });
  using opened = Journal.read(path);
  expect([...opened.articles()]).toEqual([one, two]);
});

test('a text that was added in the same session and removed again is nowhere', () => {
  const path = journal([one]);
  using opened = Journal.write(path);
  opened.add(two, at);
  opened.remove(['2.txt']);
  for (const name of readdirSync(join(path, '..')))
    expect(readFileSync(join(path, '..', name), 'latin1')).not.toContain('Nils Aas');
});

function journal(articles: readonly ReturnType<typeof entry>[]): string {
  const path = join(folder(), 'a.graph');
  write(path, (j) => j.put(articles, at));
  return path;
}

const size = { documents: 1, entities: 0, claims: 0, relations: 0 };

function stand(opened: Journal, value: string): void {
  opened.stand((shelf) => {
    shelf.put('name', 'a', 'b', value);
    return { by: 'test', decisions: [], idle: [], isForeign: false, size };
  });
}

function write(path: string, change: (journal: Journal) => void): void {
  using opened = Journal.write(path);
  change(opened);
}

function entry(id: string, text: string) {
  const document = article(id, text, { publishedAt: '2025-05-19' });
  return { document, record: annotate(document) };
}

function sqlite(sql: string): Uint8Array {
  const db = new DatabaseSync(':memory:');
  db.exec(sql);
  return db.serialize();
}
