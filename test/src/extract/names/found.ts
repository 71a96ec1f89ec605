// What namesOf says of a text, as a line a name: "Ana Holt/Person", "Moscow/Place=Russia by capital".
import type { Name } from '../../../../src/extract/article.ts';
import { namesOf } from '../../../../src/extract/names/index.ts';
import { spanOf } from '../../../../src/extract/syntax.ts';
import { parse, type Tree } from '../../../../src/text/index.ts';

/** The names of a text with where they stand. */
export async function read(text: string): Promise<{ names: Name[]; trees: Tree[]; words: string[] }> {
  const trees = await parse(text);
  const names = namesOf({ id: 'report.md', text, trees });
  const words = names.map((name) => {
    const { start, end } = spanOf(trees[name.sentence] as Tree, name);
    return text.slice(start, end);
  });
  return { names, trees, words };
}

export async function found(text: string): Promise<string[]> {
  const { names, words } = await read(text);
  return names.map(({ type, country }, i) => {
    const of = country === undefined ? '' : `=${country.name} by ${country.by}`;
    return `${words[i]?.replaceAll('\n', ' ')}/${type}${of}`;
  });
}
