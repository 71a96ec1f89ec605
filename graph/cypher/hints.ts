// What a query names that the graph doesn't hold: a label, a type or a property that may be a slip of the pen. Not errors:
// such a query has an answer, mostly an empty one.
import type { Query } from './ast.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Sentences about labels, relationship types and properties that a query asks for and that nothing in the graph has, in
 * the order in which they stand in it, each with the nearest that there is. Empty for a graph without nodes, and for what
 * the query itself writes. Cost: linear where something is missing, else as far as it is looked for.
 */
export function hintsOf(query: Query, snapshot: Snapshot): string[] {
  if ((snapshot.allNodes()?.length ?? snapshot.nodeCount) === 0) return [];
  const asked = new Names();
  asked.read(query);
  return kinds.flatMap(({ kind, has, all, what }) => {
    const missing = [...asked[kind]].filter((name) => !asked.written.has(name) && !has(snapshot, name));
    if (missing.length === 0) return [];
    const known = new Set(all(snapshot));
    return missing.filter((name) => !known.has(name)).map((name) => hintOf(what, name, known));
  });
}

/** That nothing has a name, and which of the known ones may be meant. `what` begins the sentence. */
export const hintOf = (what: string, name: string, known: Iterable<string>): string =>
  `${what} "${name}"${meant(name, known)}`;

export const noLabel = 'No node has the label';
export const noType = 'No relationship has the type';
export const noKey = 'Nothing has the property';

const kinds = [
  {
    kind: 'labels',
    what: noLabel,
    has: (snapshot: Snapshot, label: string) => snapshot.nodesWithLabel(label).length > 0,
    all: function* (snapshot: Snapshot): Iterable<string> {
      for (const node of nodesOf(snapshot)) yield* snapshot.labels(node);
    },
  },
  {
    kind: 'types',
    what: noType,
    has: (snapshot: Snapshot, type: string) => {
      const number = snapshot.types.indexOf(type);
      return number >= 0 && snapshot.relationshipsOfType(number) > 0;
    },
    all: (snapshot: Snapshot): Iterable<string> =>
      snapshot.types.filter((_, number) => snapshot.relationshipsOfType(number) > 0),
  },
  {
    kind: 'keys',
    what: noKey,
    has: hasKey,
    all: function* (snapshot: Snapshot): Iterable<string> {
      for (const node of nodesOf(snapshot)) yield* Object.keys(snapshot.nodeProperties(node));
      for (let handle = 0; handle < snapshot.relationshipCount; handle++)
        yield* Object.keys(snapshot.relationshipProperties(handle));
    },
  },
] as const;

/** Whether anything has a property. The first that has it ends the search. */
function hasKey(snapshot: Snapshot, key: string): boolean {
  for (const node of nodesOf(snapshot)) if (Object.hasOwn(snapshot.nodeProperties(node), key)) return true;
  for (let handle = 0; handle < snapshot.relationshipCount; handle++)
    if (Object.hasOwn(snapshot.relationshipProperties(handle), key)) return true;
  return false;
}

const nodesOf = (snapshot: Snapshot): Iterable<number> =>
  snapshot.allNodes() ?? Array.from({ length: snapshot.nodeCount }, (_, node) => node);

/** The names in a query, told apart by what they are names of. */
class Names {
  readonly labels = new Set<string>();
  readonly types = new Set<string>();
  readonly keys = new Set<string>();
  /** What the query creates or sets, whatever it is. */
  readonly written = new Set<string>();
  /** Variables of nodes and relationships: only of these is `x.key` a property of the graph. */
  readonly #things = new Set<string>();

  read(query: Query): void {
    visit(query, (part) => {
      if (isElement(part) && typeof part.variable === 'string') this.#things.add(part.variable);
    });
    visit(query, (part) => this.#note(part));
  }

  #note(part: Part): void {
    const { kind } = part;
    if (kind === 'create' || kind === 'merge' || kind === 'set' || kind === 'foreach') {
      visit(part, (inner) => this.#noteWritten(inner));
      return;
    }
    // A label test in a condition may be about a relationship's type: only in patterns it is sure which.
    if (isElement(part)) {
      namesOf(part.types, this.types);
      namesOf(part.labels, this.labels);
      if (isPart(part.properties) && Array.isArray(part.properties.entries))
        for (const [key] of part.properties.entries) this.keys.add(String(key));
    }
    if (kind === 'property' && typeof part.key === 'string' && isPart(part.object))
      if (part.object.kind === 'variable' && this.#things.has(part.object.name as string))
        this.keys.add(part.key);
  }

  #noteWritten(part: Part): void {
    for (const labels of [part.labels, part.types]) {
      if (Array.isArray(labels)) for (const label of labels) this.written.add(String(label));
      else namesOf(labels, this.written);
    }
    if (typeof part.key === 'string') this.written.add(part.key);
    if (Array.isArray(part.entries)) for (const [key] of part.entries) this.written.add(String(key));
  }
}

/** Any record of a tree. */
interface Part {
  readonly [name: string]: unknown;
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A node or a relationship in a pattern. */
const isElement = (part: Part): boolean => part.kind === undefined && 'properties' in part && 'where' in part;

/** Every record within one, from outside in. */
function visit(value: unknown, see: (part: Part) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see);
  if (!isPart(value)) return;
  see(value);
  for (const inner of Object.values(value)) visit(inner, see);
}

/** The names in a label expression, but for those that must not be there. */
function namesOf(labels: unknown, names: Set<string>): void {
  if (!isPart(labels) || labels.kind === 'notLabel') return;
  if (labels.kind === 'label') names.add(labels.name as string);
  namesOf(labels.left, names);
  namesOf(labels.right, names);
}

function meant(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === null ? '.' : `: did you mean ${near}?`;
}

/** The known name that may be meant; null where none is near. */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const candidate of known) {
    const distance = slips(name.toLowerCase(), candidate.toLowerCase());
    if (best === null || distance < best.distance) best = { name: candidate, distance };
  }
  return best === null || best.distance > Math.min(2, Math.floor(name.length / 3)) ? null : best.name;
}

/** How many letters must be put in, taken out, changed or swapped. Source: optimal string alignment (Damerau 1964). */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] as number;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (isSame ? 0 : 1),
        isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}
