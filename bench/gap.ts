// Reads GAP: passages with a pronoun and two names, and for which of them it stands. For benchmarks and train/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shared } from './treebank.ts';

/** *Units*: UTF-16 code units of `text`, ends exclusive. */
export interface GapExample {
  readonly id: string;
  readonly text: string;
  readonly pronoun: readonly [number, number];
  readonly names: readonly { readonly place: readonly [number, number]; readonly isMeant: boolean }[];
}

/** The examples of `development` or `validation`. Source: google-research-datasets/gap-coreference. */
export function readGap(part: 'development' | 'validation'): GapExample[] {
  const lines = readFileSync(join(shared, 'eval/gap', `${part}.tsv`), 'utf8')
    .trim()
    .split(/\r?\n/);
  const head = lines[0]?.split('\t') ?? [];
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    const cell = (name: string) => cells[head.indexOf(name)] ?? '';
    const text = cell('Text');
    const place = (name: string): readonly [number, number] => {
      // Offsets of the file count code points.
      const start = [...text].slice(0, Number(cell(`${name}-offset`))).join('').length;
      return [start, start + cell(name).length];
    };
    const names = ['A', 'B'].map((name) => ({
      place: place(name),
      isMeant: /^true$/i.test(cell(`${name}-coref`)),
    }));
    return { id: cell('ID'), text, pronoun: place('Pronoun'), names };
  });
}
