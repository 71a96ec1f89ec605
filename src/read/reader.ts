// The Reader interface: from one source to the documents in it.
import type { Document } from '../../graph/model.ts';

/** Where documents come from. `id` is the path relative to the folder given, with `/` as separator. */
export interface Source {
  readonly path: string;
  readonly id: string;
}

/** What could not be done, as a record: a batch goes on without it and lists it at the end. */
export interface Failure {
  readonly stage: 'find' | 'read' | 'annotate' | 'keep';
  readonly source: string;
  /** A sentence with the offending value and the next step. */
  readonly reason: string;
}

/** Whether a reader gave a failure rather than a document. */
export const isFailure = (result: Document | Failure): result is Failure => 'stage' in result;

/** One kind of source. The first reader in the list that accepts a source reads it. */
export interface Reader {
  accepts(source: Source): boolean;
  /** Every document of the source, or why one could not be read; goes on with the next. Throws only where it must. */
  read(source: Source): AsyncIterable<Document | Failure>;
}
