// Which format reads what: every kind that is read by default, as Readers of files and as readers of containers' parts.
import { basename } from 'node:path';
import { tarFormat } from './archive/tar.ts';
import { warcFormat } from './archive/warc.ts';
import { zipFormat } from './archive/zip.ts';
import type { Columns } from './columns.ts';
import { docxFormat } from './docx.ts';
import { feedFormat } from './feed.ts';
import { htmlFormat } from './html/format.ts';
import { endingOf, type Format, failure, gunzipped, type Item, type Results } from './item.ts';
import { mailboxFormat } from './mail/mailbox.ts';
import { messageFormat, mhtmlFormat } from './mail/message.ts';
import { pdfFormat } from './pdf/format.ts';
import type { Reader, Source } from './reader.ts';
import { csvFormat, jsonlFormat } from './table.ts';
import { textFormat } from './text.ts';

/** What a caller may choose. */
export interface ReaderOptions {
  /** Which column of a table or field of a record is what; the usual names are known without. */
  readonly columns?: Columns;
}

/** A reader for each kind of file that can be read, for `build` and `read`. */
export function createReaders(options: ReaderOptions = {}): readonly Reader[] {
  const formats = createFormats(options);
  return formats.map((format) => readerOf(format, formats));
}

/** The reader of plain text and Markdown alone. */
export const textReader: Reader = readerOf(textFormat, [textFormat]);

/** Changes whenever the same bytes may give another document: sources are then read again, also where they are unchanged. */
export const readingVersion = '1';

/** The kinds of file that are read, for messages to a person. */
export const kindsRead =
  'text (.txt, .md), pages (.html, .mhtml), feeds (.xml, .rss, .atom, .json), .pdf, .docx, mail (.eml, .mbox), tables (.csv, .tsv, .jsonl), .warc, .zip and .tar';

/** What reads an item, whatever it is: for one that was fetched. */
export function readItem(item: Item, options: ReaderOptions = {}): Results {
  return readPart(createFormats(options), 0)(item);
}

function createFormats({ columns = {} }: ReaderOptions): readonly Format[] {
  return [
    ...[textFormat, htmlFormat, mhtmlFormat, feedFormat, pdfFormat, docxFormat, messageFormat, mailboxFormat],
    ...[csvFormat(columns), jsonlFormat(columns), warcFormat, zipFormat, tarFormat],
  ];
}

function readerOf(format: Format, formats: readonly Format[]): Reader {
  return {
    accepts: (source) => formatOf(itemOf(source), [format]) !== undefined,
    async *read(source) {
      const item = itemOf(source);
      yield* format.read(isGzip(item) ? gunzipped(item) : item, readPart(formats, 1));
    },
  };
}

const itemOf = ({ id, path }: Source): Item => ({
  id,
  name: path,
  fileName: basename(path),
  content: { path },
  isPart: false,
});

const isGzip = ({ fileName }: Item): boolean => /\.(?:gz|tgz)$/i.test(fileName);

/** Archives within archives within archives are no collection of articles. */
const deepest = 4;

function readPart(formats: readonly Format[], depth: number): (part: Item) => Results {
  return async function* (part) {
    if (depth > deepest) {
      yield failure(part, 'lies too deep, in archives within archives. Unpack them.');
      return;
    }
    const item = isGzip(part) ? gunzipped(part) : part;
    const format = formatOf(item, formats);
    if (format !== undefined) yield* format.read(item, readPart(formats, depth + 1));
    else if (!isAccessory(item))
      yield failure(part, `is of no kind that can be read. Read are ${kindsRead}.`);
  };
}

/** By what the container says that it is; where that says little, by the ending of its name. */
function formatOf(item: Item, formats: readonly Format[]): Format | undefined {
  const name = item.fileName.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '');
  const ending = endingOf({ ...item, fileName: name });
  const byName = formats.find((format) => format.endings.includes(ending));
  if (item.mediaType === undefined || vague.has(item.mediaType)) return byName;
  return formats.find((format) => format.mediaTypes.includes(item.mediaType as string)) ?? byName;
}

const vague = new Set([
  'text/plain',
  'application/octet-stream',
  'binary/octet-stream',
  'text/xml',
  'application/xml',
  'application/json',
  '',
]);

/** What pages and messages bring along and nobody would read: pictures, styles, scripts, fonts, sound, signatures. */
const isAccessory = (item: Item): boolean =>
  /^(?:image|audio|video|font)\/|\/(?:css|javascript|x-javascript|ecmascript|pgp-signature|pkcs7-signature|ics|calendar|wasm)$/.test(
    item.mediaType ?? '',
  ) ||
  /\.(?:jpe?g|png|gif|webp|svg|ico|avif|bmp|tiff?|css|m?js|map|woff2?|ttf|otf|eot|mp[34]|webm|ogg|wav|mov|ics|asc|sig|p7s)$/i.test(
    item.fileName,
  );
