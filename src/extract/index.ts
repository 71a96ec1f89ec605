// The built-in extractor: what was understood of an article's trees, as the record that the journal keeps.
import type { Document } from '../../graph/model.ts';
import type { Annotated } from '../annotated.ts';
import { isEnglish, segment } from '../text/index.ts';
import { understand } from './annotate.ts';
import type { Extractor } from './extractor.ts';
import { recordOf } from './record.ts';
import type { OwnVocabulary } from './vocabulary.ts';

export type { Extractor } from './extractor.ts';
export { type OwnVocabulary, readVocabulary, VocabularyError } from './vocabulary.ts';

/** What a caller may choose. */
export interface ExtractorOptions {
  /** Below it a statement is left out. 0–1; 0 by default: everything is kept, with its confidence. */
  readonly leastConfidence?: number;
  /** Types and rules besides the built-in ones, from `readVocabulary`. */
  readonly vocabulary?: OwnVocabulary;
}

/**
 * The built-in extractor: names, offices, relations, who says so, whether and when. Pure and deterministic; works
 * offline. Of a text that isn't English it gives the sentences alone. Cost: near linear in the text. *Errors*: `ModelError`.
 */
export function createExtractor(options: ExtractorOptions = {}): Extractor {
  const { leastConfidence = 0, vocabulary } = options;
  const name = 'trees';
  const version = vocabulary === undefined ? '3' : `3+${vocabulary.mark}`;
  return {
    name,
    version,
    reads: isReadable,
    annotate: async (document, signal) => {
      signal?.throwIfAborted();
      const extractor = `${name}@${version}`;
      if (!isReadable(document)) return unread(document, extractor);
      const { statements, ...understood } = await understand(document, vocabulary?.rules);
      signal?.throwIfAborted();
      const kept = statements.filter((statement) => statement.confidence >= leastConfidence);
      return recordOf(document, extractor, understood, kept);
    },
  };
}

/** What a page declares is its template's language as often as the text's: the text says it itself. */
const isReadable = ({ text }: Document): boolean => isEnglish(text);

/** The sentences alone. */
function unread({ id, contentHash, text }: Document, extractor: string): Annotated {
  const sentences = segment(text).map(({ start, end }) => ({ start, end }));
  return { document: id, contentHash, extractor, sentences, mentions: [], chains: [], statements: [] };
}
