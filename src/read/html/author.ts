// Who wrote a page's article: from its data, its meta elements, the byline that it shows.
import { collapse } from './blocks.ts';
import { first, type Survey, spaced, squash } from './survey.ts';
import type { Element } from './tree.ts';

/** The author, or undefined where the page names none. `stated`: as its data says; `site`: its publisher. */
export function authorOf(
  page: Survey,
  stated: string | undefined,
  site: string | undefined,
): string | undefined {
  const data = stated === undefined ? undefined : nameIn(stated);
  if (data !== undefined && !isVague(data, site)) return data;
  const written = first(page, authorNames, (value) => nameIn(value) !== undefined);
  const meta = written === undefined ? undefined : nameIn(written);
  if (meta !== undefined && !isVague(meta, site)) return meta;
  return shownAuthor(page, (name) => !isVague(name, site)) ?? data ?? meta ?? shownAuthor(page, () => true);
}

const authorNames = [
  'author',
  'article:author',
  'byl',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'article:author_name',
  'dcsext.author',
  'creator',
];

/** The name in the first byline that holds one; of bylines within one another the innermost, where the name stands alone. */
function shownAuthor(page: Survey, isRight: (name: string) => boolean): string | undefined {
  const named = page.bylines
    .map((element) => ({ element, name: authorIn(element, page) }))
    .filter(({ name }) => name !== undefined && isRight(name));
  const innermost = named.filter(({ element }) => !named.some((other) => isInside(other.element, element)));
  const [first] = named;
  return innermost.find(
    ({ element }) => first !== undefined && (element === first.element || isInside(element, first.element)),
  )?.name;
}

function authorIn(element: Element, { headings }: Survey): string | undefined {
  const text = collapse(spaced(element));
  return headings.some((heading) => heading.length > 20 && text.includes(heading)) ? undefined : nameIn(text);
}

const isInside = (element: Element, box: Element): boolean => {
  for (let e = element.parent; e !== null; e = e.parent) if (e === box) return true;
  return false;
};

/** The publisher again, or its staff: a person's name elsewhere says more. */
function isVague(name: string, site: string | undefined): boolean {
  if (/\b(?:staff|newsroom|editors?|editorial|desk|bureau|webmaster)\b/i.test(name) && !/,/.test(name))
    return true;
  const [a, b] = [squash(name), squash(site ?? '')];
  return b !== '' && (a.includes(b) || b.includes(a));
}

/** The names in a byline, or undefined where it holds none: `By A. Lund and B. Berg, Nordwire | 19 May` → the names. */
function nameIn(text: string): string | undefined {
  const bare = text
    .replace(
      /^\W*(?:(?:written|posted|reported|published|story|words|text|edited|analysis|opinion|review|commentary|perspective) )?(?:by|von|por|par|di|authors?)\b[:\s]*|^\p{L}+:\s+/iu,
      '',
    )
    .replace(/\s*(?:\||•|·|–|—| - ).*$/u, '')
    .replace(
      /,?\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\d{1,2}[./\s-]+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)|\d{4}|updated\b|published\b|posted\b).*$/iu,
      '',
    )
    .replace(/\s+(?:(?:on|for|in|at|view|see|follow|more|read|email|e-mail|via)\b|@).*$/iu, '')
    .replace(/[\s,;:·|-]+$/u, '')
    .trim();
  const isName =
    bare.length >= 3 && bare.length <= 90 && bare.split(' ').length <= 14 && /\p{L}{2}/u.test(bare);
  if (
    !isName ||
    /^(?:https?:|www\.|@|admin$|author$|authors$|by$|staff$|unknown$|null$|undefined$|about\b|share\b|sobre\b)/iu.test(
      bare,
    )
  )
    return undefined;
  if (/[.!?]["”]?$/.test(bare) && bare.split(' ').length > 6) return undefined;
  return bare;
}
