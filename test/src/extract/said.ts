// What an extractor makes of a few words, in lines that a test can hold up.

import type { Annotated, End } from '../../../src/annotated.ts';
import { createExtractor } from '../../../src/extract/index.ts';

const extractor = createExtractor();

/** The record of a text. */
export const annotated = (text: string, publishedAt?: string, language?: string): Promise<Annotated> =>
  extractor.annotate({
    id: 'report.md',
    title: '',
    text,
    contentHash: '',
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language === undefined ? {} : { language }),
  });

/**
 * A text's statements as `Anna Holt CALLED Omar Reyes`, with `not`, modality and `says NAME` where they apply; ends by
 * the names of their chains, or else in their own words.
 */
export async function said(text: string): Promise<string[]> {
  const record = await annotated(text, undefined, 'en');
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
  (await annotated(text, undefined, 'en')).statements.map((statement) => statement.predicate);
