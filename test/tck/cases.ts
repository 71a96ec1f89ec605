// The openCypher TCK's cases, read from its feature files: outlines written out, steps as data. Knows nothing of how a
// case is tried.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type PickleStep } from '@cucumber/messages';

/** One case: a scenario, or one example of a scenario outline. */
export interface Case {
  /** Unique and stable: `clauses/match/Match1 [2] Matching all nodes`, with ` #3` for the third example. */
  readonly name: string;
  /** The folder of its file: `clauses/match`. */
  readonly category: string;
  readonly steps: readonly Step[];
}

/** A step: its sentence, and the text or the table (rows of cells) below it. */
export interface Step {
  readonly sentence: string;
  readonly text: string | null;
  readonly table: readonly (readonly string[])[];
}

/** Where the TCK lies, in a folder with `features` and `graphs`. */
export const tckFolder = join(process.env.WIREGRAPH_SHARED ?? '../shared', 'tck');

/** All cases, in the order of files and lines. Errors: the file system's, where the folder is missing. */
export function readCases(folder = tckFolder): Case[] {
  const features = join(folder, 'features');
  return readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.feature'))
    .sort()
    .flatMap((file) => casesOf(join(features, file), features));
}

function casesOf(file: string, features: string): Case[] {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const document = parser.parse(readFileSync(file, 'utf8'));
  const place = relative(features, file).replaceAll('\\', '/');
  const count = new Map<string, number>();
  const pickles = compile(document, file, newId);
  const isOutline = new Map(pickles.map(({ name, astNodeIds }) => [name, astNodeIds.length > 1] as const));
  return pickles.map(({ name, steps }) => {
    const number = (count.get(name) ?? 0) + 1;
    count.set(name, number);
    const example = isOutline.get(name) ? ` #${number}` : '';
    return {
      name: `${dirname(place)}/${basename(place, '.feature')} ${name}${example}`,
      category: dirname(place),
      steps: steps.map(stepOf),
    };
  });
}

function stepOf({ text, argument }: PickleStep): Step {
  return {
    sentence: text,
    text: argument?.docString?.content ?? null,
    table: argument?.dataTable?.rows.map((row) => row.cells.map((cell) => cell.value)) ?? [],
  };
}
