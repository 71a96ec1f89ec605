// Offices of a whole short report, with the names and trees that the extractor itself finds.
import { understandWords } from '../../../../src/extract/annotate.ts';
import { spanOf } from '../../../../src/extract/syntax.ts';

/** "Reyes PRESIDENT_OF Peru" for every office of which a body is told. */
export async function officesIn(text: string): Promise<string[]> {
  return (await heldIn(text)).offices;
}

/** The same, and in `titles` every office with its holder alone. */
export async function heldIn(text: string): Promise<{ offices: string[]; titles: string[] }> {
  const { article, titles } = await understandWords({ id: 'a', text });
  const said = (place: (typeof titles)[number]['holder']) => {
    const { start, end } = spanOf(article.trees[place.sentence] as (typeof article.trees)[number], place);
    return text.slice(start, end);
  };
  const held = titles.filter(({ office }) => office !== undefined);
  return {
    offices: held.flatMap(({ holder, office, body }) =>
      body === undefined ? [] : [`${said(holder)} ${office} ${said(body)}`],
    ),
    titles: held.map(({ holder, office }) => `${said(holder)} ${office}`),
  };
}
