// From what each sentence shows to what the article means: one type for one string, surnames of people who have been named,
// headlines read with what running text has taught.
import type { Tree, TreeWord } from '../../text/index.ts';
import type { Article, Name, NameType } from '../article.ts';
import type { Spotted } from './spot.ts';

/** `spotted` holds a list a tree. Gives names in reading order. Cost: linear. */
export function agree({ trees }: Article, spotted: readonly (readonly Spotted[])[]): Name[] {
  const loud = trees.map(isLoud);
  const known = learn(trees, spotted, loud);
  return trees.flatMap((tree, sentence) =>
    (spotted[sentence] as Spotted[]).flatMap((name): Name[] => {
      const text = textOf(tree.words, name);
      const type = typeOf(name, text, known);
      if (name.evidence < 2 && (loud[sentence] || isOpener(tree.words, name)) && !known.types.has(text))
        return [];
      const confidence = name.evidence === 2 ? 0.9 : known.types.has(text) ? 0.7 : 0.5;
      const { from, to, country } = name;
      return [
        { sentence, from, to, type, ...(type === name.type && country ? { country } : {}), confidence },
      ];
    }),
  );
}

/** What the article's running text has taught. */
interface Known {
  /** The type that most of a string's places have. */
  readonly types: ReadonlyMap<string, NameType>;
  readonly surnames: ReadonlySet<string>;
}

function learn(
  trees: readonly Tree[],
  spotted: readonly (readonly Spotted[])[],
  loud: readonly boolean[],
): Known {
  const votes = new Map<string, Map<NameType, number>>();
  const surnames = new Set<string>();
  trees.forEach((tree, sentence) => {
    if (loud[sentence]) return;
    for (const name of spotted[sentence] as Spotted[]) {
      const text = textOf(tree.words, name);
      if (isOpener(tree.words, name) && name.evidence < 2) continue;
      const counts = votes.get(text) ?? new Map<NameType, number>();
      counts.set(name.type, (counts.get(name.type) ?? 0) + 1 + 3 * name.evidence);
      votes.set(text, counts);
      if (name.type === 'Person' && name.evidence > 0 && name.to - name.from > 1)
        surnames.add((tree.words[name.to - 1] as TreeWord).form);
    }
  });
  const types = new Map<string, NameType>();
  for (const [text, counts] of votes)
    types.set(text, ([...counts].sort((a, b) => b[1] - a[1])[0] as [NameType, number])[0]);
  return { types, surnames };
}

function typeOf(name: Spotted, text: string, known: Known): NameType {
  if (name.evidence < 2 && known.surnames.has(text)) return 'Person';
  return name.evidence === 2 ? name.type : (known.types.get(text) ?? name.type);
}

const textOf = (words: readonly TreeWord[], { from, to }: Spotted): string =>
  words
    .slice(from, to)
    .map((word) => word.form)
    .join(' ');

/** A single word that opens its sentence or a quotation has its capital for that. */
const isOpener = (words: readonly TreeWord[], { from, to }: Spotted): boolean =>
  to - from === 1 && (from === 0 || /^["“‘'(:]$/.test(words[from - 1]?.form ?? ''));

/** Whether a headline has a capital on every longer word, or any sentence on every letter: no capital tells anything then. */
function isLoud({ words, kind }: Tree): boolean {
  const long = words.filter((word) => /^\p{L}{4,}/u.test(word.form));
  if (long.length < 4) return false;
  const loud = long.filter((word) =>
    kind === 'headline' ? /^\p{Lu}/u.test(word.form) : word.form === word.form.toUpperCase(),
  );
  return loud.length * 4 >= long.length * 3;
}
