// --to on every command that changes a .graph file: when it is done, the Neo4j there is changed in the same way.
import type { Command } from 'commander';
import { loadInto } from './load.ts';
import { openNeo4j } from './target.ts';
import type { Terminal } from './terminal.ts';

/** Commands that change a file, and where its path stands. */
const changing: Readonly<Record<string, (command: Command) => string>> = {
  build: (command) => command.opts<{ out: string }>().out,
  ...Object.fromEntries(
    ['remove', 'merge', 'different', 'split', 'rename', 'reject', 'correct', 'undo'].map((name) => [
      name,
      (command: Command) => command.args[0] as string,
    ]),
  ),
};

interface Options {
  readonly to?: string;
  readonly database?: string;
}

/** Adds the options to the commands that are there. A Neo4j that can't be reached is told before anything is done. */
export function addInStep(program: Command, terminal: Terminal): void {
  for (const command of program.commands) {
    const pathOf = changing[command.name()];
    if (pathOf === undefined) continue;
    command
      .option(
        '--to <address>',
        'a Neo4j that is to hold the graph too: bolt://HOST:PORT; only what differs is written',
      )
      .option('--database <name>', "the database there; the server's default by default")
      .hook('preAction', async (_, action) => {
        const { to, database } = action.opts<Options>();
        if (to !== undefined) await (await openNeo4j(to, database)).close();
      })
      .hook('postAction', async (_, action) => {
        const { to, database } = action.opts<Options>();
        const isDone = terminal.exitCode === 0 || terminal.exitCode === 3;
        if (to !== undefined && isDone) terminal.tell(await loadInto(pathOf(action), to, database, terminal));
      });
  }
}
