// The Extractor interface: from one document to what it says. Pure: the same document gives the same Annotated.
import type { Document } from '../../graph/model.ts';
import type { Annotated } from '../annotated.ts';

export interface Extractor {
  readonly name: string;
  /** Changes whenever the same text may give another result: the journal then makes the record again. */
  readonly version: string;
  /** Whether it knows a document's language; what it doesn't read is left out of a build and told. Where missing: all. */
  reads?(document: Document): boolean;
  annotate(document: Document, signal?: AbortSignal): Promise<Annotated>;
}
