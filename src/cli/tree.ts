// A dependency tree as a person reads it on a terminal: the root first, what hangs on a word indented below it.
import type { Tree, TreeWord } from '../text/index.ts';
import { oneLine } from './printable.ts';
import type { Terminal } from './terminal.ts';

/** Printable lines, a word each: form, part of speech, relation, and the lemma where it says more than the form. */
export function treeLines({ words }: Tree, { bold, dim, cyan }: Terminal['colors']): string[] {
  const lines: string[] = [];
  const children = Map.groupBy(words.keys(), (i) => (words[i] as TreeWord).head);
  const visit = (index: number, lead: string, branch: string) => {
    const word = words[index] as TreeWord;
    const lemma =
      word.lemma === word.form.toLowerCase() || word.lemma === word.form ? '' : ` ‹${oneLine(word.lemma)}›`;
    lines.push(
      `${dim(lead + branch)}${bold(oneLine(word.form))} ${dim(`${word.upos} ${word.xpos}`)} ${cyan(word.deprel)}${dim(lemma)}`,
    );
    const below = lead + (branch === '' ? '' : branch === '└─ ' ? '   ' : '│  ');
    const hanging = children.get(index + 1) ?? [];
    for (const [n, child] of hanging.entries()) visit(child, below, n === hanging.length - 1 ? '└─ ' : '├─ ');
  };
  for (const root of children.get(0) ?? []) visit(root, '', '');
  return lines;
}
