// Mends what the parser misreads in ways that the tree itself gives away: a participle at the root of running text that
// has no auxiliary is a past tense ("Chile restored ties"). Headlines keep it: "Mayor arrested in Lima".
import type { Tree, TreeWord } from '../../text/index.ts';

/** The tree with such verbs as past tenses and the noun before them as their subject. Cost: linear. */
export function mended(tree: Tree): Tree {
  if (tree.kind === 'headline') return tree;
  const words = tree.words.map((word) => ({ ...word }));
  const children = words.map((_, i) => words.flatMap((word, k) => (word.head === i + 1 ? [k] : [])));
  let changed = false;
  const root = words.findIndex((word) => word.head === 0);
  words.forEach((word, at) => {
    if (word.xpos !== 'VBN' || word.upos !== 'VERB' || !isClause(word)) return;
    const own = children[at] as number[];
    if (own.some((child) => isAuxiliary(words[child]) || words[child]?.deprel === 'obl:agent')) return;
    const subject = own.find((child) => child < at && mayBeSubject(words[child]));
    if (subject === undefined) return;
    changed = true;
    Object.assign(word, { xpos: 'VBD' });
    Object.assign(words[subject] as TreeWord, { deprel: 'nsubj' });
  });
  if (raise(words, children, root)) changed = true;
  return changed ? { ...tree, words } : tree;
}

const isClause = ({ deprel }: TreeWord): boolean => /^(?:root|ccomp|parataxis)/.test(deprel);

const isAuxiliary = (word: TreeWord | undefined): boolean =>
  word !== undefined && /^(?:aux|cop)/.test(word.deprel);

const mayBeSubject = (word: TreeWord | undefined): boolean =>
  word !== undefined &&
  (/^nsubj/.test(word.deprel) ||
    (word.upos === 'PROPN' &&
      /^(?:obl:unmarked|advmod|compound|nmod|dislocated|vocative)/.test(word.deprel)));

/** "Chile lifted sanctions": a participle before the root noun with a name before it is the verb of the sentence. */
function raise(words: TreeWord[], children: readonly number[][], root: number): boolean {
  const noun = words[root];
  if (
    noun === undefined ||
    noun.upos === 'VERB' ||
    words.some((word) => /^(?:nsubj|cop|aux)/.test(word.deprel))
  )
    return false;
  const verb = (children[root] ?? []).find((child) => {
    const { xpos, deprel } = words[child] as TreeWord;
    return child < root && (xpos === 'VBN' || xpos === 'VBD') && /^(?:amod|acl)/.test(deprel);
  });
  if (verb === undefined) return false;
  const subject = [...(children[verb] ?? []), ...(children[root] ?? [])].find(
    (child) => child < verb && words[child]?.upos === 'PROPN',
  );
  if (subject === undefined) return false;
  Object.assign(words[verb] as TreeWord, { head: 0, deprel: 'root', xpos: 'VBD' });
  Object.assign(noun, { head: verb + 1, deprel: 'obj' });
  Object.assign(words[subject] as TreeWord, { head: verb + 1, deprel: 'nsubj' });
  for (const child of children[root] ?? [])
    if (words[child]?.deprel === 'punct') Object.assign(words[child] as TreeWord, { head: verb + 1 });
  return true;
}
