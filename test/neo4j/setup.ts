// Run once by vitest before all tests: says which Neo4j there is, starts it when the first test asks, and stops it.
// Test files run side by side, but the server holds one database: they lease it in turn over a socket.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type Decision, decide } from './decide.ts';
import { findCommand, haveJars, haveJdk, type Login, type Server, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What was decided, and the port of 127.0.0.1 where the database is leased. */
    readonly neo4j: Decision & { readonly port: number };
  }
}

/** What a test file is told when its turn has come. */
export type Lease = { readonly login: Login } | { readonly problem: string };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const machine = { jdk: haveJdk(), maven: findCommand('mvn') !== null, jars: haveJars() };
  const decision = decide(process.env, machine);
  if (decision.kind === 'fail') throw new Error(decision.reason);
  if (decision.kind === 'skip') console.warn(`\n  SKIPPED: all tests on a real Neo4j. ${decision.reason}\n`);
  let started: Promise<Server> | undefined;
  const login = async (): Promise<Login> => {
    if (decision.kind === 'own') return decision.login;
    started ??= startServer();
    return (await started).login;
  };
  const leases = await leaseInTurn(login);
  project.provide('neo4j', { ...decision, port: leases.port });
  return async () => {
    leases.close();
    await (await started?.catch(() => undefined))?.stop();
  };
}

/** Each connection waits for the one before it to close, then gets one line of JSON: its turn lasts until it closes. */
async function leaseInTurn(login: () => Promise<Login>) {
  let turn: Promise<unknown> = Promise.resolve();
  const serve = (socket: Socket) => {
    const closed = new Promise<void>((resolve) => {
      socket.on('close', () => resolve()).on('error', () => socket.destroy());
    });
    turn = turn.then(async () => {
      const lease: Lease = await login().then(
        (login) => ({ login }),
        (error: Error) => ({ problem: error.message }),
      );
      socket.write(`${JSON.stringify(lease)}\n`);
      await closed;
    });
  };
  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return { port: address.port, close: () => server.close() };
}
