// How sieves are tried: handle by handle, over columns once there are enough of them, each of few values only once.
import type { Codes, Column } from './columns.ts';
import { compile, compileCondition } from './evaluate.ts';
import type { Inner, InnerMap } from './inner.ts';
import type { Machine } from './machine.ts';
import { isTextTest, type Sieve, valueName } from './sieve.ts';

/** Tells of a handle whether it passes. */
export type Test = (handle: number) => boolean;

/** What sieves let through of nodes, as one test; null where there are none. Errors: those of making closures. */
export function nodeTest(sieves: readonly Sieve[], machine: Machine): Test | null {
  const { snapshot } = machine;
  return allOf(
    sieves.map((sieve) =>
      sieve.kind === 'label'
        ? labelTest(sieve.label, machine)
        : valueTest(
            sieve,
            machine,
            (key) => snapshot.nodeColumn(key),
            (node) => snapshot.nodeProperties(node),
          ),
    ),
  );
}

/** The same of relationships. */
export function relationshipTest(sieves: readonly Sieve[], machine: Machine): Test | null {
  const { snapshot } = machine;
  return allOf(
    sieves.flatMap((sieve) =>
      sieve.kind === 'label'
        ? []
        : valueTest(
            sieve,
            machine,
            (key) => snapshot.relationshipColumn(key),
            (relationship) => snapshot.relationshipProperties(relationship),
          ),
    ),
  );
}

function allOf(tests: readonly Test[]): Test | null {
  const [first, second, ...rest] = tests;
  if (first === undefined || second === undefined) return first ?? null;
  const others = allOf([second, ...rest]) as Test;
  return (handle) => first(handle) && others(handle);
}

/** Reads of one property, or of one label, after which its column pays. */
export const many = 500;

function labelTest(label: string, { snapshot }: Machine): Test {
  let marks: Uint8Array | null = null;
  let reads = 0;
  return (handle) => {
    if (marks !== null) return marks[handle] === 1;
    if (++reads === many) marks = snapshot.labelMarks(label);
    return snapshot.hasLabel(handle, label);
  };
}

/** One by one at first; then over the column, and each of few values only once. */
function valueTest(
  { key, condition }: Extract<Sieve, { kind: 'value' }>,
  machine: Machine,
  columnOf: (key: string) => Column | null,
  propertiesOf: (handle: number) => object,
): Test {
  const { frame } = machine;
  const slot = machine.takeSlot();
  const holds = compileCondition(condition, new Map([[valueName, slot]]), machine);
  const passes = (value: Inner): boolean => {
    frame[slot] = value;
    return holds() === true;
  };
  let codes: Codes | null = null;
  /** By code: 1 passes, 2 doesn't, 0 is not known yet. */
  let known = new Uint8Array(0);
  let values: readonly Inner[] | null = null;
  let reads = 0;
  return (handle) => {
    if (codes !== null) {
      const code = codes.of[handle] as number;
      const found = known[code] as number;
      if (found !== 0) return found === 1;
      const passed = passes(codes.values[code] as Inner);
      known[code] = passed ? 1 : 2;
      return passed;
    }
    if (values !== null) return passes(values[handle] as Inner);
    if (++reads === many) {
      const column = columnOf(key);
      codes = column?.codes() ?? null;
      values = column?.values ?? null;
      if (codes !== null) known = new Uint8Array(codes.values.length);
    }
    const properties = propertiesOf(handle) as InnerMap;
    return passes(Object.hasOwn(properties, key) ? (properties[key] as Inner) : null);
  };
}

/** Handles of nodes, ascending, among which are all that pass; null where only trying all would tell. */
export function nodeSearch(
  sieves: readonly Sieve[],
  machine: Machine,
): (() => readonly number[] | null) | null {
  for (const sieve of sieves) {
    if (sieve.kind !== 'value' || sieve.condition.kind !== 'binary') continue;
    const { operator, left, right } = sieve.condition;
    if (!isTextTest(operator) || left.kind !== 'variable' || right.kind === 'variable') continue;
    const part = compile(right, new Map(), machine);
    const { key } = sieve;
    return () => {
      const text = part();
      // What is no text is in none.
      if (typeof text !== 'string') return [];
      return machine.snapshot.nodeColumn(key)?.search(operator, text) ?? null;
    };
  }
  return null;
}
