// The command line: arguments → a command → an exit code. 0 all done, 1 failed, 2 wrong usage, 3 some articles left out.
import { Command, CommanderError } from 'commander';
import { addAnnotate } from './annotate.ts';
import { addBuild } from './build.ts';
import { addDecisions } from './decide.ts';
import { addDemo } from './demo.ts';
import { addDiff } from './diff.ts';
import { addDisagreements } from './disagreements.ts';
import { addEntities } from './entities.ts';
import { addExplain } from './explain.ts';
import { addExport } from './export.ts';
import { addFetch } from './fetch.ts';
import { addImport } from './import.ts';
import { addInStep } from './in-step.ts';
import { version } from './installed.ts';
import { addLoad } from './load.ts';
import { addQuery } from './query.ts';
import { addQuestions } from './questions.ts';
import { addRead } from './read.ts';
import { addRemove } from './remove.ts';
import { OutputClosed, Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';
import { addView } from './view.ts';
import { addWatch } from './watch.ts';
import { addWork } from './work.ts';

/** Runs one command and gives its exit code. Never throws and never ends the process. */
export async function main(
  argv: readonly string[],
  terminal = new Terminal(process.stdout, process.stderr, process.env),
): Promise<number> {
  const program = commands(terminal);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return terminal.exitCode;
  } catch (error) {
    return exitCodeOf(error, terminal, argv.includes('--debug'));
  }
}

function commands(terminal: Terminal): Command {
  const program = new Command('wiregraph')
    .description('News articles in, a knowledge graph out: every edge pinned to the sentences that say so.')
    .version(version)
    .option('--debug', 'show where an error came from')
    .exitOverride()
    .showHelpAfterError('Add --help for how to write it.')
    .configureOutput({
      writeOut: (text) => void terminal.print(text).catch(() => {}),
      writeErr: (text) => terminal.tell(text.trimEnd()),
      getOutHelpWidth: () => terminal.columns ?? 100,
      getErrHelpWidth: () => terminal.columns ?? 100,
    })
    .addHelpText('after', examples);
  const adders = [
    addBuild,
    addFetch,
    addRead,
    addQuery,
    addQuestions,
    addView,
    addDiff,
    addRemove,
    addEntities,
    addDisagreements,
    addDecisions,
    addExplain,
    addExport,
    addImport,
    addLoad,
    addAnnotate,
    addWork,
    addWatch,
    addDemo,
  ];
  for (const add of adders) add(program, terminal);
  addInStep(program, terminal);
  return program;
}

const examples = `
Examples:
  wiregraph build articles/ --out ceasefire.graph
  wiregraph query ceasefire.graph "MATCH (a)-[r:CALLED {asserted: true}]-(b) RETURN a.name, b.name, r.documents"
  wiregraph view ceasefire.graph

Each command tells more: wiregraph build --help`;

function exitCodeOf(error: unknown, terminal: Terminal, debug: boolean): number {
  terminal.clearBar();
  if (error instanceof OutputClosed) return 0;
  // Commander has said what was wrong, or has shown the help that was asked for.
  if (error instanceof CommanderError) return isAskedFor(error) ? 0 : 2;
  terminal.tell(debug && error instanceof Error ? withCauses(error) : sentence(error));
  return error instanceof UsageError ? 2 : 1;
}

const isAskedFor = ({ exitCode }: CommanderError): boolean => exitCode === 0;

const ours = new Set([
  'ModelError',
  'BuildError',
  'CypherError',
  'DecisionError',
  'ExchangeError',
  'FetchError',
  'ImportError',
  'JournalError',
  'QueryStopped',
  'SameId',
  'ServeError',
  'StoreError',
  'UsageError',
  'NamesError',
  'VocabularyError',
  'WorkError',
]);

function sentence(error: unknown): string {
  if (error instanceof Error && ours.has(error.name)) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const end = /[.!?]$/.test(message) ? '' : '.';
  return `Something failed that should not have: ${message}${end} Run it again with --debug and report what it says.`;
}

function withCauses(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by ${withCauses(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
