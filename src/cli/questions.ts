// wiregraph questions: what can be asked without writing Cypher, and how each is asked.
import type { Command } from 'commander';
import type { Question } from '../../graph/queries/question.ts';
import { questions } from '../questions.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

export function addQuestions(program: Command, terminal: Terminal): void {
  program
    .command('questions')
    .description('list the questions that come with it, or show one')
    .argument('[name]', 'the question to show: what it answers, a sample, and its Cypher')
    .option('--json', 'one JSON object a question')
    .addHelpText('after', examples)
    .action(async (name: string | undefined, { json }: { readonly json?: boolean }) => {
      const chosen = name === undefined ? questions() : [questionNamed(name)];
      const lines = json
        ? chosen.map((question) => JSON.stringify(question))
        : name === undefined
          ? listed(chosen, terminal)
          : chosen.map(({ cypher }) => cypher.trimEnd());
      await terminal.print(lines.map((line) => `${line}\n`).join(''));
      if (name === undefined && !json)
        terminal.tell('Ask one: wiregraph query GRAPH --question NAME. See one: wiregraph questions NAME.');
    });
}

const examples = `
Examples:
  wiregraph questions
  wiregraph questions timeline-of-one
  wiregraph query ceasefire.graph --question timeline-of-one --param name=Holt`;

/** The question of a name. Errors: `UsageError`, which lists what there is. */
export function questionNamed(name: string): Question {
  const all = questions();
  const found = all.find((question) => question.name === name);
  if (found !== undefined) return found;
  throw new UsageError(`There is no question "${name}". There are ${all.map((q) => q.name).join(', ')}.`);
}

const listed = (all: readonly Question[], { columns, colors }: Terminal): string[] =>
  table(
    [{ title: 'name' }, { title: 'question' }, { title: 'needs' }],
    all.map(({ name, title, parameters }) => [name, title, parameters.map((p) => `$${p.name}`).join(' ')]),
    { width: columns, style: colors.dim },
  );
