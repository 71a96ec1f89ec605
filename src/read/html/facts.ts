// A page's tree → headline, author, publisher, date, address and language: from the page's own data before guesses.
// Order of trust: JSON-LD, then OpenGraph and other meta elements, then what the page shows.
import { isoDate } from '../date.ts';
import type { Fields } from '../front-matter.ts';
import { collapse } from './blocks.ts';
import { linkedData } from './linked-data.ts';
import { type Element, elements, textOf } from './tree.ts';

/** What a page states about its article, and whether it says that the whole is for subscribers. */
export interface Facts {
  readonly fields: Fields;
  readonly isForSubscribers: boolean;
  /** The text as the page's own data has it. */
  readonly body: string | undefined;
}

/** The facts of a page. `address`: where it was found, for what it doesn't say itself. Cost: linear. */
export function factsOf(root: Element, address?: string): Facts {
  const page = survey(root);
  const data = linkedData(root);
  const url = addressOf(page, data.url, address);
  const host = url === undefined ? undefined : new URL(url).hostname.replace(/^www\d?\./, '');
  const site = publisherOf(page, data.publisher, host);
  const fields = {
    title: titleOf(page, data.headline, site),
    publisher: site ?? host,
    author: authorOf(page, data.author, site),
    publishedAt: dateOf(page, data.date, url),
    url,
    language: languageOf(page, data.language),
  };
  return {
    fields: withoutGaps(fields),
    body: data.body,
    isForSubscribers: data.isFree === false || page.meta.get('article:content_tier') === 'locked',
  };
}

const withoutGaps = (fields: { readonly [K in keyof Fields]: Fields[K] | undefined }): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/** The elements that may state something, found in one walk. Meta names in lower case; the first of a name counts. */
interface Survey {
  readonly meta: ReadonlyMap<string, string>;
  readonly title: string;
  readonly headings: readonly string[];
  readonly canonical: string | undefined;
  readonly language: string | undefined;
  readonly times: readonly Element[];
  readonly bylines: readonly Element[];
  readonly dates: readonly Element[];
}

function survey(root: Element): Survey {
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

const first = (
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

function titleOf(page: Survey, headline: string | undefined, site: string | undefined): string | undefined {
  const stated =
    headline ??
    first(page, ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'headline']);
  const shown = page.headings.find(
    (heading) =>
      heading.length > 3 && squash(heading) !== squash(site ?? '') && agree(heading, stated ?? page.title),
  );
  const title =
    shown ?? stated ?? page.headings.find((heading) => heading.split(' ').length > 3) ?? page.title;
  const bare = withoutSite(title, site);
  return bare === '' ? undefined : bare;
}

/** Whether one is the other with something added: most of the shorter's words stand in the longer. */
function agree(a: string, b: string): boolean {
  const [short, long] = [wordSet(a), wordSet(b)].sort((x, y) => x.size - y.size) as [
    Set<string>,
    Set<string>,
  ];
  if (short.size === 0) return false;
  let shared = 0;
  for (const word of short) if (long.has(word)) shared += 1;
  return shared >= short.size * 0.6 && shared >= Math.min(3, long.size);
}

const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** `Title - Site`, `Title | Section | Site` → `Title`. */
function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(/\s+(?:[|•·»]|[-–—](?=\s))\s*/u);
  if (parts.length < 2) return title;
  const separated = /\s[|•·»]\s/u.test(title);
  const isSite = (part: string) =>
    site !== undefined &&
    squash(part) !== '' &&
    (squash(site).includes(squash(part)) || squash(part).includes(squash(site)));
  let end = title;
  if (isSite(parts.at(-1) as string))
    end = title.slice(0, title.lastIndexOf(parts.at(-1) as string)).replace(/\s*[|•·»–—-]\s*$/u, '');
  if (separated)
    end = end.split(/\s[|•·»]\s/u).reduce((best, part) => (part.length > best.length ? part : best), '');
  return end.trim();
}

const squash = (text: string): string =>
  text.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\.(?:com|org|net|co\.uk)\b.*$|[^\p{L}\p{N}]+/gu, '');

function publisherOf(page: Survey, stated: string | undefined, host: string | undefined): string | undefined {
  const isName = (value: string) => !/^(?:https?:|www\.|@)/i.test(value) && value.length <= 60;
  const site = first(page, ['og:site_name'], isName)?.split(/\s+[|•·»]\s+/u)[0];
  const other = stated !== undefined && isName(stated) ? stated : undefined;
  // A section's name, or an account's, gives way to a name that the address has too.
  const isSection =
    site !== undefined &&
    other !== undefined &&
    !squash(site).includes(squash(other)) &&
    !isInHost(site, host) &&
    isInHost(other, host);
  if (site !== undefined && !isSection && !/^[a-z0-9.]+$/.test(site)) return site;
  return (
    other ??
    siteInTitle(page) ??
    first(
      page,
      [
        'publisher',
        'dc.publisher',
        'dcterms.publisher',
        'citation_journal_title',
        'application-name',
        'apple-mobile-web-app-title',
        'cre',
        'source',
        'copyright',
      ],
      (value) => isName(value) && !/^©|copyright|reserved/i.test(value),
    ) ??
    site
  );
}

const isInHost = (name: string, host: string | undefined): boolean =>
  squash(name).length > 2 && (host ?? '').replace(/[^a-z0-9]+/g, '').includes(squash(name));

/** `Title - Site` or `Site: Title`, where a heading of the page is the title. */
function siteInTitle({ title, headings }: Survey): string | undefined {
  const after = /^(.{12,}?)\s+[-–—|•·»]\s+([^|–—•»]{2,40})$/u.exec(title);
  const before = /^([^|–—•»:]{2,40})(?:\s+[-–—|•·»]|:)\s+(.{12,})$/u.exec(title);
  const isHeading = (text: string | undefined) =>
    headings.some((heading) => heading.length > 8 && squash(text ?? '').endsWith(squash(heading)));
  if (after !== null && isHeading(after[1])) return after[2]?.trim();
  return before !== null && isHeading(before[2]) ? before[1]?.trim() : undefined;
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

function authorOf(page: Survey, stated: string | undefined, site: string | undefined): string | undefined {
  const data = stated === undefined ? undefined : nameIn(stated);
  if (data !== undefined && !isVague(data, site)) return data;
  const written = first(page, authorNames, (value) => nameIn(value) !== undefined);
  const meta = written === undefined ? undefined : nameIn(written);
  if (meta !== undefined && !isVague(meta, site)) return meta;
  return shownAuthor(page, (name) => !isVague(name, site)) ?? data ?? meta ?? shownAuthor(page, () => true);
}

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

/** The text of an element, its parts apart. */
function spaced(element: Element): string {
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

const dateNames = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'published',
  'published_time_telegram',
  'pubdate',
  'pub_date',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publicationdate',
  'article.published',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'citation_publication_date',
  'date',
  'originalpublicationdate',
  'displaydate',
  'pdate',
  'article:post_time',
  'cxenseparse:recs:publishtime',
  'dc.date.created',
  'created',
  'datecreated',
];

function dateOf(page: Survey, stated: string | undefined, url: string | undefined): string | undefined {
  const told = plausible(stated);
  if (told !== undefined && zoned.test(told)) return told;
  const meta = dateNames.map((name) => plausible(page.meta.get(name))).filter((date) => date !== undefined);
  const shown = [
    ...page.times.map((time) => time.attributes.datetime),
    ...[...page.dates, ...page.bylines]
      .filter((e) => e.tag !== 'time')
      .map((e) => e.attributes.datetime ?? e.attributes.content ?? dateIn(collapse(spaced(e)))),
  ];
  const written =
    told ??
    meta[0] ??
    shown.map(plausible).find((date) => date !== undefined) ??
    page.times.map((time) => plausible(dateIn(collapse(textOf(time))))).find((date) => date !== undefined);
  const exact = [...meta, ...shown.map(plausible)].find(
    (date) => date !== undefined && isExacter(date, written),
  );
  return exact ?? written ?? dateInAddress(url);
}

const zoned = /T.*(?:Z|[+-]\d\d:\d\d)$/;

/** Whether a date with its time and zone is the one that is written with less. */
function isExacter(date: string, written: string | undefined): boolean {
  if (!zoned.test(date)) return false;
  if (written === undefined) return true;
  if (written.includes('T')) return date.startsWith(written.slice(0, 16));
  return Math.abs(Date.parse(date.slice(0, 10)) - Date.parse(written)) <= 86_400_000;
}

/** A date that an article on the web can have. */
function plausible(written: string | undefined): string | undefined {
  const date = written === undefined ? undefined : isoDate(written);
  return date !== undefined && date >= '1990' && date < '2100' ? date : undefined;
}

/** The first date in a line such as `Published 10:05 am, 19 May 2025 | Updated …`. */
function dateIn(line: string): string | undefined {
  if (line.length > 200) return undefined;
  const match =
    /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?(?: \d{1,2}(?:st|nd|rd|th)?)?,? \d{4}(?:(?:,| at| -| –|) \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: (?:GMT|UTC|[A-Z]{2,4}))?)?/i.exec(
      line,
    );
  if (match === null) return undefined;
  const [, time] =
    /(\d{1,2}[:.]\d\d ?[ap]\.?m\.?(?: [A-Z]{2,4})?),?(?: on| \w+day,?)? $/i.exec(
      line.slice(0, match.index),
    ) ?? [];
  if (time !== undefined && plausible(`${match[0]} ${time}`) !== undefined)
    return plausible(`${match[0]} ${time}`);
  return plausible(match[0]) ?? plausible(/^\S+ \d{1,2},? \d{4}|^\d{1,2} \S+ \d{4}/.exec(match[0])?.[0]);
}

function dateInAddress(url: string | undefined): string | undefined {
  const match = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(url ?? '');
  if (match === null) return undefined;
  return plausible(`${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`);
}

function addressOf(
  page: Survey,
  stated: string | undefined,
  address: string | undefined,
): string | undefined {
  for (const written of [page.canonical, page.meta.get('og:url'), stated, address]) {
    const url = absolute(written, address);
    // A front page as canonical address is a mistake of the site's template.
    if (url !== undefined && (new URL(url).pathname !== '/' || written === address)) return url;
  }
  return undefined;
}

function absolute(written: string | undefined, base: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const url = URL.parse(written.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function languageOf(page: Survey, stated: string | undefined): string | undefined {
  for (const written of [
    page.language,
    stated,
    page.meta.get('og:locale'),
    page.meta.get('content-language'),
    page.meta.get('language'),
  ]) {
    const tag = written?.trim().replaceAll('_', '-').split(',')[0] ?? '';
    if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) continue;
    try {
      return Intl.getCanonicalLocales(tag)[0];
    } catch {}
  }
  return undefined;
}
