// A page's tree → headline, author, publisher, date, address and language: from the page's own data before guesses.
// Order of trust: JSON-LD, then OpenGraph and other meta elements, then what the page shows.
import type { Fields } from '../front-matter.ts';
import { authorOf } from './author.ts';
import { linkedData } from './linked-data.ts';
import { dateOf } from './published.ts';
import { first, type Survey, squash, survey } from './survey.ts';
import type { Element } from './tree.ts';

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
