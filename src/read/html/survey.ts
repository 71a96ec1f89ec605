// One walk over a page's tree: the elements that may state something about its article. Judges nothing.
import { collapse } from './blocks.ts';
import { type Element, elements, textOf } from './tree.ts';

/** The elements that may state something, found in one walk. Meta names in lower case; the first of a name counts. */
export interface Survey {
  readonly meta: ReadonlyMap<string, string>;
  readonly title: string;
  readonly headings: readonly string[];
  readonly canonical: string | undefined;
  readonly language: string | undefined;
  readonly times: readonly Element[];
  readonly bylines: readonly Element[];
  readonly dates: readonly Element[];
}

/** The elements of a page that may state something. Cost: linear. */
export function survey(root: Element): Survey {
  const meta = new Map<string, string>();
  const [headings, times, bylines, dates]: [string[], Element[], Element[], Element[]] = [[], [], [], []];
  let [title, canonical, language]: (string | undefined)[] = [];
  for (const element of elements(root)) {
    const { tag, attributes } = element;
    if (tag === 'meta') {
      const name = (
        attributes.property ??
        attributes.name ??
        attributes.itemprop ??
        attributes['http-equiv'] ??
        ''
      ).toLowerCase();
      const content = collapse(attributes.content ?? '');
      if (name !== '' && content !== '' && !meta.has(name)) meta.set(name, content);
      continue;
    }
    if (tag === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? ''))
      canonical ??= attributes.href;
    else if (tag === 'html') language ??= attributes.lang ?? attributes['xml:lang'];
    else if (tag === 'title' && element.parent?.tag !== 'svg') title ??= collapse(textOf(element));
    else if (tag === 'h1' && headings.length < 20) headings.push(collapse(textOf(element)));
    else if (tag === 'time' && times.length < 50) times.push(element);
    const mark = `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.itemprop ?? ''} ${attributes.rel ?? ''}`;
    if (mark.length === 3) continue;
    if (bylines.length < 60 && byline.test(mark) && !isElsewhere(element)) bylines.push(element);
    if (dates.length < 60 && dateMark.test(mark) && !isElsewhere(element)) dates.push(element);
  }
  return { meta, title: title ?? '', headings, canonical, language, times, bylines, dates };
}

const byline =
  /(?:^|[-_\s])(?:author|byline|by-line|writer|contributor|creator)s?(?:$|[-_\s])|author(?:name|link)|articlebyline|entry-author/i;
const dateMark =
  /(?:^|[-_\s])(?:date|time|timestamp|dateline|published|pubdate|datepublished|posted-on|entry-date|publish\w*)(?:$|[-_\s])/i;

/** In a comment, a teaser or a box beside the article. */
function isElsewhere(element: Element): boolean {
  for (let e: Element | null = element; e !== null; e = e.parent) {
    if (e.tag === 'aside' || e.tag === 'footer' || e.tag === 'nav') return true;
    if (
      /(?:^|[-_\s])(?:comments?|comment-author|related|sidebar|widget|recent|teasers?|recommended|trending|statement-author)(?:$|[-_\s])/i.test(
        `${e.attributes.class ?? ''} ${e.attributes.id ?? ''}`,
      ) &&
      e.tag !== 'body'
    )
      return true;
  }
  return false;
}

/** The first of several meta elements that a page has with a value that is right. */
export const first = (
  page: Survey,
  names: readonly string[],
  isRight: (value: string) => boolean = () => true,
): string | undefined => {
  for (const name of names) {
    const value = page.meta.get(name);
    if (value !== undefined && isRight(value)) return value;
  }
  return undefined;
};

/** Letters and digits in lower case, without what makes a name an address: for comparing names. */
export const squash = (text: string): string =>
  text.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\.(?:com|org|net|co\.uk)\b.*$|[^\p{L}\p{N}]+/gu, '');

/** The text of an element, its parts apart. */
export function spaced(element: Element): string {
  let text = '';
  for (const child of element.children)
    text +=
      typeof child === 'string'
        ? child
        : child.tag === 'script' || child.tag === 'style'
          ? ''
          : ` ${spaced(child)} `;
  return text;
}
