// Tables: CSV, TSV and JSONL → one document a record, streamed, so that a file may be of any length.
import { StringDecoder } from 'node:string_decoder';
import type { Document } from '../../graph/model.ts';
import { articleOf, type Columns } from './columns.ts';
import { documentOf } from './document.ts';
import { type Format, failure, type Item, recordId, streamOf, whyUnreadable } from './item.ts';
import { linesOf } from './lines.ts';
import type { Failure } from './reader.ts';
import { mostBytes } from './text.ts';

/** Records that can't be read are told one by one up to here, then counted. */
const mostTold = 20;

/** CSV and TSV with a head line. The separator is what the head line has most of. */
export const csvFormat = (columns: Columns): Format => ({
  endings: ['.csv', '.tsv', '.tab'],
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  read: (item) => documents(item, columns, csvRecords(item)),
});

/** JSON Lines: one JSON object a line. */
export const jsonlFormat = (columns: Columns): Format => ({
  endings: ['.jsonl', '.ndjson', '.jsonlines'],
  mediaTypes: ['application/jsonl', 'application/x-ndjson', 'application/x-jsonlines'],
  read: (item) => documents(item, columns, jsonRecords(item)),
});

/** A record with its number, counted from 1 without the head line, or why it is none. */
type Found = { readonly number: number } & (
  | { readonly record: Readonly<Record<string, unknown>> }
  | { readonly reason: string }
);

async function* documents(
  item: Item,
  columns: Columns,
  records: AsyncIterable<Found>,
): AsyncGenerator<Document | Failure> {
  const keys = new Set<string>();
  let bad = 0;
  try {
    for await (const found of records) {
      const row = 'reason' in found ? found : articleOf(found.record, columns);
      const key = 'reason' in row ? '' : (row.key ?? String(found.number));
      const reason =
        'reason' in row
          ? row.reason
          : keys.has(key)
            ? `has the id ${JSON.stringify(key.slice(0, 60))}, which an earlier record has. Give each its own.`
            : undefined;
      if ('reason' in row || reason !== undefined) {
        bad += 1;
        if (bad <= mostTold) yield failure(item, `record ${found.number} ${reason}`);
        continue;
      }
      keys.add(key);
      yield documentOf(recordId(item, key), { ...item.fields, ...row.fields }, row.text);
    }
  } catch (error) {
    yield failure(item, error instanceof Broken ? error.message : whyUnreadable(error));
  }
  if (bad > mostTold)
    yield failure(item, `has ${bad - mostTold} more records that can't be read. Mend those above first.`);
}

/** The table as a whole can't be read on. */
class Broken extends Error {
  override readonly name = 'Broken';
}

async function* jsonRecords(item: Item): AsyncGenerator<Found> {
  let number = 0;
  for await (const line of linesOf(streamOf(item), mostBytes)) {
    if (line.isCut) {
      number += 1;
      yield { number, reason: `is longer than ${mostBytes / 1_000_000} MB. Split it into its articles.` };
      continue;
    }
    const text = line.bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim();
    if (text === '') continue;
    number += 1;
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch {
      yield { number, reason: 'is broken JSON. Write one object a line.' };
      continue;
    }
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      yield { number, reason: 'is no JSON object. Write one object a line.' };
    else if (number === 1 && 'kind' in record && 'contentHash' in record)
      throw new Broken('is a graph that was exported. Bring it in with: wiregraph import');
    else yield { number, record: record as Record<string, unknown> };
  }
}

async function* csvRecords(item: Item): AsyncGenerator<Found> {
  // Loaded here: only who has tables waits for it.
  const { parse } = await import('csv-parse');
  const { head, rest } = await opening(item);
  const line = head.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t', '|'].reduce(
    (best, mark) => (line.split(mark).length > line.split(best).length ? mark : best),
    ',',
  );
  const parser = parse({
    bom: true,
    columns: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: mostBytes,
  });
  const feed = async () => {
    try {
      parser.write(head);
      for await (const text of rest)
        if (!parser.write(text))
          await new Promise<void>((resolve) => parser.once('drain', resolve).once('close', resolve));
      parser.end();
    } catch (error) {
      parser.destroy(error as Error);
    }
  };
  void feed();
  let number = 0;
  try {
    for await (const record of parser) {
      number += 1;
      yield { number, record: record as Record<string, unknown> };
    }
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (!code.startsWith('CSV_')) throw error;
    throw new Broken(
      code === 'CSV_MAX_RECORD_SIZE'
        ? `has a record ${number + 1} longer than ${mostBytes / 1_000_000} MB: a quotation mark may be missing. Nothing after it was read.`
        : `is broken at record ${number + 1} (${(error as Error).message.slice(0, 120)}). Nothing after it was read.`,
    );
  }
}

/** The first stretch of a table, which holds its head line, and the rest as text. */
async function opening(item: Item): Promise<{ head: string; rest: AsyncIterable<string> }> {
  const decoder = new StringDecoder('utf8');
  const chunks = streamOf(item)[Symbol.asyncIterator]();
  const first = await chunks.next();
  const head = first.done ? '' : decoder.write(first.value as Buffer);
  const rest = async function* () {
    for (let next = await chunks.next(); !next.done; next = await chunks.next())
      yield decoder.write(next.value as Buffer);
    yield decoder.end();
  };
  return { head: head.replace(/^\uFEFF/, ''), rest: rest() };
}
