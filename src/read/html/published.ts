// When a page's article was published: from its data, its meta elements, the times and dates that it shows, its address.
import { isoDate } from '../date.ts';
import { collapse } from './blocks.ts';
import { type Survey, spaced } from './survey.ts';
import { textOf } from './tree.ts';

/** ISO 8601, with a zone where any place of the page has it; undefined where the page says no date for sure. */
export function dateOf(
  page: Survey,
  stated: string | undefined,
  url: string | undefined,
): string | undefined {
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
