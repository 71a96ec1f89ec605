// What changed from one graph to another, in the graph's own terms. Compares records by id; knows no file and no store.
import { type Claim, compare, type Document, type Entity, type Graph, type Relation } from './model.ts';

/** What became of one kind of record. *Shape*: sorted by id; `before` and `after` of a changed one have one id. */
export interface Changes<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
}

/** What must be done to the first graph to have the second. Mentions and sentences go with their documents and entities. */
export interface Difference {
  readonly documents: Changes<Document>;
  readonly entities: Changes<Entity>;
  readonly claims: Changes<Claim>;
  readonly relations: Changes<Relation>;
}

/** The difference from `before` to `after`. Cost: linear in both. */
export const differenceOf = (before: Graph, after: Graph): Difference => ({
  documents: changesOf(before.documents, after.documents),
  entities: changesOf(before.entities, after.entities),
  claims: changesOf(before.claims, after.claims),
  relations: changesOf(before.relations, after.relations),
});

/** Whether nothing changed. */
export const isSame = (difference: Difference): boolean =>
  Object.values(difference).every(
    ({ added, removed, changed }: Changes<unknown>) => added.length + removed.length + changed.length === 0,
  );

function changesOf<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): Changes<T> {
  const old = new Map(before.map((record) => [record.id, record]));
  const now = new Set(after.map((record) => record.id));
  const byId = (a: T, b: T) => compare(a.id, b.id);
  return {
    added: after.filter(({ id }) => !old.has(id)).sort(byId),
    removed: before.filter(({ id }) => !now.has(id)).sort(byId),
    changed: [...after].sort(byId).flatMap((record) => {
      const was = old.get(record.id);
      return was === undefined || isEqual(was, record) ? [] : [{ before: was, after: record }];
    }),
  };
}

/** Records are plain JSON, but two makers may write their fields in another order. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) &&
      isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}
