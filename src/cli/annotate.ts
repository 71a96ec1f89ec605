// wiregraph annotate: how a text is read, sentence by sentence: for a person as trees, for a program as CoNLL-U.
import { Argument, type Command, Option } from 'commander';
import { isFailure, read } from '../index.ts';
import { conllu, isEnglish, parse } from '../text/index.ts';
import { oneLine, printable } from './printable.ts';
import type { Terminal } from './terminal.ts';
import { treeLines } from './tree.ts';

export function addAnnotate(program: Command, terminal: Terminal): void {
  program
    .command('annotate')
    .description('show how a text is read: sentences, parts of speech, dependency trees')
    .addArgument(new Argument('<articles...>', 'files and folders, as build takes them'))
    .addOption(
      new Option('--format <name>', 'for a person, or for a program')
        .choices(['tree', 'conllu'])
        .default('tree'),
    )
    .addHelpText('after', examples)
    .action(async (paths: string[], { format }: { format: 'tree' | 'conllu' }) => {
      let found = 0;
      for await (const document of read(paths)) {
        if (isFailure(document)) {
          terminal.tell(`${document.source}: ${document.reason}`);
          terminal.exitCode = 3;
          continue;
        }
        found += 1;
        if (!isEnglish(document.text))
          terminal.tell(
            `${document.id} does not read as English: the parser knows no other language, and its trees mean little.`,
          );
        await (format === 'conllu' ? printConllu : printTrees)(document, terminal);
      }
      if (found > 0) return;
      if (terminal.exitCode === 0)
        terminal.tell(`Nothing to read in ${paths.join(', ')}: name a text or Markdown file.`);
      terminal.exitCode = 1;
    });
}

const examples = `
Examples:
  wiregraph annotate report.txt
  wiregraph annotate report.txt --format conllu > report.conllu

Tags and relations are those of Universal Dependencies (universaldependencies.org/en).`;

interface Text {
  readonly id: string;
  readonly text: string;
}

async function printTrees({ id, text }: Text, terminal: Terminal): Promise<void> {
  const { bold, dim } = terminal.colors;
  await terminal.print(`${bold(oneLine(id))}\n`);
  for (const tree of await parse(text)) {
    const sentence = oneLine(text.slice(tree.start, tree.end));
    const kind = tree.kind === 'prose' ? '' : `${tree.kind}: `;
    const lines = tree.kind === 'boilerplate' ? [] : treeLines(tree, terminal.colors);
    await terminal.print(
      `\n${dim(`${tree.start}–${tree.end}`)} ${kind}${sentence}\n${lines.map((line) => `${line}\n`).join('')}`,
    );
  }
  await terminal.print('\n');
}

async function printConllu({ id, text }: Text, terminal: Terminal): Promise<void> {
  await terminal.print(`# newdoc id = ${oneLine(id)}\n`);
  for (const [i, tree] of (await parse(text)).entries())
    await terminal.print(printable(conllu(tree, text, `${oneLine(id)}-${i + 1}`)));
}
