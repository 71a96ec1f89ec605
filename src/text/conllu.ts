// Trees as CoNLL-U, the format of Universal Dependencies: words, contractions as ranges, offsets in MISC.
import type { Tree, TreeWord } from './parse.ts';

/**
 * One sentence, ended by an empty line. A contraction ("don't") is a range with its words below it. MISC of each token
 * holds `start_char` and `end_char` (UTF-16 code units into the text, end exclusive), and SpaceAfter=No where the next
 * token touches it. Source: universaldependencies.org/format.html.
 */
export function conllu(tree: Tree, text: string, id: string): string {
  const lines = [`# sent_id = ${id}`, `# text = ${text.slice(tree.start, tree.end).replace(/\s+/g, ' ')}`];
  const { words } = tree;
  for (let i = 0; i < words.length; ) {
    let last = i;
    while (last + 1 < words.length && isSameToken(words[last + 1] as TreeWord, words[i] as TreeWord))
      last += 1;
    const misc = place(words[last] as TreeWord, words[last + 1]);
    if (last > i)
      lines.push([`${i + 1}-${last + 1}`, token(text, words[i] as TreeWord), ...blank(7), misc].join('\t'));
    for (let k = i; k <= last; k++) lines.push(wordLine(words[k] as TreeWord, k + 1, last > i ? '_' : misc));
    i = last + 1;
  }
  return `${lines.join('\n')}\n\n`;
}

const isSameToken = (a: TreeWord, b: TreeWord): boolean => a.start === b.start && a.end === b.end;

const token = (text: string, word: TreeWord): string => text.slice(word.start, word.end);

const blank = (count: number): string[] => new Array(count).fill('_');

function wordLine({ form, lemma, upos, xpos, head, deprel }: TreeWord, id: number, misc: string): string {
  return [id, form, lemma, upos, xpos, '_', head, deprel, '_', misc].join('\t');
}

function place({ start, end }: TreeWord, next: TreeWord | undefined): string {
  const touches = next !== undefined && next.start === end ? 'SpaceAfter=No|' : '';
  return `${touches}start_char=${start}|end_char=${end}`;
}
