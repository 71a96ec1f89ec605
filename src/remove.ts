// Takes articles out of a .graph file: what is left is as if they had never been in it.
import { type Difference, differenceOf } from '../graph/difference.ts';
import { compare, type Entity } from '../graph/model.ts';
import { derive, keepUp } from './derive.ts';
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
 * file. *Errors*: `JournalError`.
 */
export async function remove(path: string, ids: readonly string[]): Promise<Removal> {
  // Looked at first: a file that isn't there must not be made.
  Journal.read(path).close();
  using journal = Journal.write(path);
  const known = journal.ids().sort(compare);
  const missing = [...new Set(ids).difference(new Set(known))];
  const before = derive(journal);
  const { entities } = before;
  if (missing.length > 0)
    return { removed: [], missing, known, difference: differenceOf(before, before), entities };
  const removed = [...new Set(ids)];
  journal.replace({ remove: removed }, '', () => keepUp(journal, removed));
  const after = derive(journal);
  return {
    removed,
    missing,
    known,
    difference: differenceOf(before, after),
    entities: [...entities, ...after.entities],
  };
}
