// A load that is killed at random moments, again and again, and then let run: the database holds what an undisturbed load
// makes. `WIREGRAPH_KILLS=200 npx vitest run test/graph/neo4j/killed` kills more often.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeInventedFile } from '../../../bench/invented-file.ts';
import { describeOnNeo4j } from '../../neo4j/neo4j.ts';
import { folder } from '../../src/folder.ts';
import { held } from './held.ts';
import { invented } from './loading.ts';
import { picture } from './records.ts';

const kills = Number(process.env.WIREGRAPH_KILLS ?? 4);
const claims = 8000;
const killsEach = 4;

describeOnNeo4j('a load', (database) => {
  test('that is killed goes on where it was', { timeout: 120_000 + kills * 60_000 }, async () => {
    const path = join(folder({}), 'invented.graph');
    makeInventedFile(path, claims);
    const expected = picture(invented(claims));
    for (let killed = 0; killed < kills; ) {
      const store = await database.emptyStore();
      for (let times = 0; times < killsEach; times += 1)
        if (await load(path, 500 + 5000 * Math.random())) killed += 1;
      expect(await load(path)).toBe(false);
      expect(await held(store)).toEqual(expected);
      expect(await database.ask('MATCH (n:WiregraphNote) RETURN n')).toEqual([]);
    }
  });

  /** Whether it was killed, after so many milliseconds, before it was done. */
  async function load(path: string, after?: number): Promise<boolean> {
    const { address, username = '', password = '', database: name = '' } = database.login();
    const entry = join(import.meta.dirname, '../../src/cli/entry.ts');
    const child = spawn(process.execPath, [entry, 'load', path, '--to', address], {
      env: { ...process.env, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: name },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
    const [code, signal] = await once(child, 'close');
    clearTimeout(timer);
    if (signal === null) expect(code).toBe(0);
    return signal === 'SIGKILL';
  }
});
