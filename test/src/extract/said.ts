// What an extractor makes of a few words, in lines that a test can hold up.

import type { Annotated, End } from '../../../src/annotated.ts';
import { understand } from '../../../src/extract/annotate.ts';
import { createExtractor } from '../../../src/extract/index.ts';
import { recordOf } from '../../../src/extract/record.ts';

const extractor = createExtractor();

/** The record of a text, as the extractor makes it. */
export const annotated = (text: string): Promise<Annotated> =>
  extractor.annotate({ id: 'report.md', title: '', text, contentHash: '' });

/** The record of a text that may be too short to tell its language. */
export async function recorded(text: string, publishedAt?: string): Promise<Annotated> {
  const { statements, ...understood } = await understand({
    id: 'report.md',
    text,
    ...(publishedAt === undefined ? {} : { publishedAt }),
  });
  return recordOf({ id: 'report.md', contentHash: '' }, 'trees', understood, statements);
}

/**
 * A text's statements as `Anna Holt CALLED Omar Reyes`, with `not`, modality and `says NAME` where they apply; ends by
 * the names of their chains, or else in their own words.
 */
export async function said(text: string): Promise<string[]> {
  const record = await recorded(text);
  const named = new Map(
    record.chains.flatMap((chain) => chain.mentions.map((id) => [id, chain.name] as const)),
  );
  const end = (part: End | null) =>
    part === null ? '' : ((part.mention && named.get(part.mention)) ?? part.text);
  return record.statements.map((s) =>
    [
      end(s.subject),
      s.negated ? 'not' : '',
      s.modality === 'actual' ? '' : s.modality,
      s.predicate,
      end(s.object),
      s.speakers.length > 0 ? `says ${s.speakers.map(end).join(' via ')}` : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** Predicates of a text's statements. */
export const predicates = async (text: string): Promise<string[]> =>
  (await recorded(text)).statements.map((statement) => statement.predicate);
