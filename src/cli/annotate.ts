// wiregraph annotate: how a text is read. For a person the text with names, chains, quotations and times, or its trees; for a
// program JSON or CoNLL-U.
import { Argument, type Command, Option } from 'commander';
import type { Document } from '../../graph/model.ts';
import type { Findings } from '../extract/findings.ts';
import { findingLines, markedText } from './findings.ts';
import { oneLine, printable, printableJson } from './printable.ts';
import type { Terminal } from './terminal.ts';
import { treeLines } from './tree.ts';

interface Options {
  readonly format: 'text' | 'tree' | 'conllu';
  readonly json?: boolean;
}

export function addAnnotate(program: Command, terminal: Terminal): void {
  program
    .command('annotate')
    .description(
      'show how a text is read: who and what it speaks of, quotations, times; or its dependency trees',
    )
    .addArgument(new Argument('<articles...>', 'files and folders, as build takes them'))
    .addOption(
      new Option('--format <name>', 'the text with what was found in it, its trees, or trees for a program')
        .choices(['text', 'tree', 'conllu'])
        .default('text'),
    )
    .option('--json', 'what was found, one JSON object an article')
    .addHelpText('after', examples)
    .action(async (paths: string[], { format, json }: Options) => {
      // Loaded here, as below: the extractor takes longer to load than most other commands take to run.
      const { isFailure, read } = await import('../index.ts');
      const { isEnglish } = await import('../text/index.ts');
      const print = json ? printJson : printers[format];
      let found = 0;
      for await (const document of read(paths)) {
        if (isFailure(document)) {
          terminal.tell(document.reason);
          terminal.exitCode = 3;
          continue;
        }
        found += 1;
        if (!isEnglish(document.text))
          terminal.tell(
            `${document.id} does not read as English: the parser knows no other language, and its trees mean little.`,
          );
        await print(document, terminal);
      }
      if (found > 0) return;
      if (terminal.exitCode === 0) terminal.tell(`Nothing to read in ${paths.join(', ')}: name an article.`);
      terminal.exitCode = 1;
    });
}

const examples = `
Examples:
  wiregraph annotate report.txt
  wiregraph annotate report.txt --json > report.json
  wiregraph annotate report.txt --format tree
  wiregraph annotate report.txt --format conllu > report.conllu

In the text, [Ana Moss]1 and [she]1 stand for the first thing in the list below it, [both]1+2 for two of them; ‹Monday› is
followed by its days where they can be known, and “…” by {who says it}. Each link is listed with its place, how sure it is
(0 to 1) and why. Tags and relations of trees are those of Universal Dependencies (universaldependencies.org/en).`;

async function findingsIn(document: Document): Promise<Findings> {
  const { understand } = await import('../extract/annotate.ts');
  const { findingsOf } = await import('../extract/findings.ts');
  return findingsOf(await understand(document));
}

async function printText(document: Document, terminal: Terminal): Promise<void> {
  const { bold } = terminal.colors;
  const findings = await findingsIn(document);
  const lines = findingLines(findings, terminal.colors);
  await terminal.print(`${bold(oneLine(document.id))}\n\n`);
  await terminal.print(`${markedText(document.text, findings, terminal.colors).trimEnd()}\n`);
  await terminal.print(`${lines.map((line) => `${line}\n`).join('')}\n`);
}

async function printJson(document: Document, terminal: Terminal): Promise<void> {
  const findings = await findingsIn(document);
  await terminal.print(`${printableJson(JSON.stringify(findings))}\n`);
}

async function printTrees({ id, text }: Document, terminal: Terminal): Promise<void> {
  const { bold, dim } = terminal.colors;
  const { parse } = await import('../text/index.ts');
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

async function printConllu({ id, text }: Document, terminal: Terminal): Promise<void> {
  const { conllu, parse } = await import('../text/index.ts');
  await terminal.print(`# newdoc id = ${oneLine(id)}\n`);
  for (const [i, tree] of (await parse(text)).entries())
    await terminal.print(printable(conllu(tree, text, `${oneLine(id)}-${i + 1}`)));
}

const printers = { text: printText, tree: printTrees, conllu: printConllu };
