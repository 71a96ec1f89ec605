// A real Redis (or Valkey) for tests: found on the path, started on a port of its own, killed and started again at will.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { findCommand } from '../neo4j/server.ts';

export interface Redis {
  readonly address: string;
  /** Kills the server, with all that it holds in memory, and starts it again at the same address. */
  restart(): Promise<void>;
}

const command = findCommand('redis-server') ?? findCommand('valkey-server');

/** A `describe` with a server that keeps nothing on disk; left out, with the reason in its name, where there is none; an error in CI. */
export function describeOnRedis(name: string, body: (redis: Redis) => void): void {
  if (command === null) {
    const reason =
      'There is no redis-server on this machine: install it (Debian: apt-get install redis-server).';
    // Left out only on a user's machine that has no server, and told so in the name; in CI that is an error.
    if (process.env.CI !== 'true') describe.skip(`${name} (skipped: ${reason})`, () => body(none));
    else
      test(name, () => {
        throw new Error(reason);
      });
    return;
  }
  describe(name, () => {
    let [port, server]: [number, ChildProcess | undefined] = [0, undefined];
    const start = async () => {
      const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      const cwd = mkdtempSync(join(tmpdir(), 'wiregraph-redis-'));
      server = spawn(command, options, { cwd, stdio: 'ignore' });
      while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const stop = async () => {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      server?.kill('SIGKILL');
      await ended;
    };
    beforeAll(async () => {
      port = await freePort();
      await start();
    }, 60_000);
    afterAll(stop);
    body({
      get address() {
        return `redis://127.0.0.1:${port}`;
      },
      async restart() {
        await stop();
        await start();
      },
    });
  });
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
      .once('error', () => resolve(false))
      .once('data', () => {
        resolve(true);
        socket.destroy();
      });
    socket.write('PING\r\n');
  });

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const none: Redis = { address: '', restart: async () => {} };
