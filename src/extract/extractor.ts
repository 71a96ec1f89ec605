// The Extractor interface: from one document to what it says. Pure: the same document gives the same Annotated.
import type { Document } from '../../graph/model.ts';
import type { Annotated } from '../annotated.ts';

export interface Extractor {
  readonly name: string;
  /** Changes whenever the same text may give another result: the journal then makes the record again. */
  readonly version: string;
  annotate(document: Document, signal?: AbortSignal): Promise<Annotated>;
}
