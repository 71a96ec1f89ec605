// Offices of a whole short report, with the names and trees that the extractor itself finds.
import { understandWords } from '../../../../src/extract/annotate.ts';
import { spanOf } from '../../../../src/extract/syntax.ts';

/** "Reyes PRESIDENT_OF Peru" for every office of which a body is told. */
export async function officesIn(text: string): Promise<string[]> {
  const { article, titles } = await understandWords({ id: 'a', text });
  const said = (place: (typeof titles)[number]['holder']) => {
    const { start, end } = spanOf(article.trees[place.sentence] as (typeof article.trees)[number], place);
    return text.slice(start, end);
  };
  return titles.flatMap(({ holder, office, body }) =>
    office === undefined || body === undefined ? [] : [`${said(holder)} ${office} ${said(body)}`],
  );
}
