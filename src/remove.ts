// Takes articles out of a .graph file: what is left is as if they had never been in it.
import { type Difference, differenceOf } from '../graph/difference.ts';
import { compare, type Entity, emptyGraph } from '../graph/model.ts';
import { changeTelling, keepUp } from './derive.ts';
import { Journal } from './journal.ts';

/** What a removal did. */
export interface Removal {
  /** Ids of the articles that were taken out. */
  readonly removed: readonly string[];
  /** Ids that the file doesn't hold. */
  readonly missing: readonly string[];
  /** Ids of all articles that the file held before. */
  readonly known: readonly string[];
  readonly difference: Difference;
  /** The entities that the difference may name. */
  readonly entities: readonly Entity[];
}

/**
 * Removes articles by id, all or none: where one of them isn't there, nothing changes. Their texts are overwritten in the
 * file. *Cost*: that of what changes, and writing the file anew. *Errors*: `JournalError`.
 */
export async function remove(path: string, ids: readonly string[]): Promise<Removal> {
  // Looked at first: a file that isn't there must not be made.
  Journal.read(path).close();
  using journal = Journal.write(path);
  const known = journal.ids().sort(compare);
  const removed = [...new Set(ids)];
  const missing = removed.filter((id) => !journal.has(id));
  if (missing.length > 0)
    return { removed: [], missing, known, difference: differenceOf(emptyGraph, emptyGraph), entities: [] };
  keepUp(journal);
  const told = changeTelling(journal, removed, (update) => journal.replace({ remove: removed }, '', update));
  return { removed, missing, known, ...told };
}
