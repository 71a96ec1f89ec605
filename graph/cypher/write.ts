// Cursors that change the graph, once for each row: CREATE, MERGE, SET, REMOVE, DELETE, FOREACH. What they change is a
// draft; whether it becomes the graph is decided when the whole query has succeeded.
import { double, float } from './arithmetic.ts';
import type { Expression, RemoveItem, SetItem } from './ast.ts';
import type { Draft } from './draft.ts';
import { compile, type Evaluate } from './evaluate.ts';
import {
  type Inner,
  type InnerMap,
  isList,
  isMap,
  isNumeric,
  NodeRef,
  type Numeric,
  PathRef,
  RelationshipRef,
  typeName,
} from './inner.ts';
import type { Cursor, Machine } from './machine.ts';
import type { OperatorOf, Part, Scope } from './operators.ts';

/** Creates its parts for each row. */
export function create({ parts, scope }: OperatorOf<'create'>, source: Cursor, machine: Machine): Cursor {
  const makers = parts.map((part) => makerOf(part, scope, machine));
  return forEachRow(source, () => {
    for (const make of makers) make();
  });
}

/** Sets or removes properties and labels. */
export function set({ items, scope }: OperatorOf<'set'>, source: Cursor, machine: Machine): Cursor {
  const setters = settersOf(items, scope, machine);
  return forEachRow(source, () => {
    for (const apply of setters) apply();
  });
}

/** Deletes nodes, relationships and paths: nodes of a row last, since DELETE may name them before their relationships. */
export function remove(
  { items, detach, scope }: OperatorOf<'delete'>,
  source: Cursor,
  machine: Machine,
): Cursor {
  const draft = machine.draft();
  const values = items.map((item) => ({ item, value: compile(item, scope, machine) }));
  const nodes: NodeRef[] = [];
  const take = (value: Inner, item: Expression): void => {
    if (value === null) return;
    if (value instanceof NodeRef) nodes.push(value);
    else if (value instanceof RelationshipRef) draft.deleteRelationship(value);
    else if (value instanceof PathRef)
      for (const part of [...value.relationships, ...value.nodes]) take(part, item);
    else machine.fail(`DELETE takes nodes, relationships and paths, not ${typeName(value)}.`, item);
  };
  return forEachRow(source, () => {
    for (const { item, value } of values) take(value(), item);
    for (const node of nodes.splice(0)) draft.deleteNode(node, detach);
  });
}

/** Runs what is within for each item of a list; null is none. */
export function foreach(
  { list, slot, scope }: OperatorOf<'foreach'>,
  inner: Cursor,
  source: Cursor,
  machine: Machine,
): Cursor {
  const evaluate = compile(list, scope, machine);
  return forEachRow(source, () => {
    const items = evaluate();
    if (items === null) return;
    if (!isList(items)) machine.fail(`FOREACH takes a list, not ${typeName(items)}.`, list);
    for (const item of items) {
      machine.step();
      machine.frame[slot] = item;
      inner.open();
      for (let status = inner.next(); status !== 'done'; status = inner.next())
        if (status === 'pause') machine.refresh();
    }
  });
}

/** The matches of a pattern for each row, or, where there is none, what was created in its place. */
export function merge(
  { parts, fresh, onCreate, onMatch, scope }: OperatorOf<'merge'>,
  inner: Cursor,
  source: Cursor,
  machine: Machine,
): Cursor {
  const { frame } = machine;
  const checks = parts.flatMap((part) => nullCheckOf(part, scope, machine));
  const makers = parts.map((part) => makerOf(part, scope, machine));
  const created = settersOf(onCreate, scope, machine);
  const matched = settersOf(onMatch, scope, machine);
  /** What `fresh` holds in each match of the row at hand. */
  let matches: (readonly Inner[])[] = [];
  let place = 0;
  let isMatching = false;
  const finish = (): void => {
    isMatching = false;
    if (matches.length === 0) {
      for (const make of makers) make();
      for (const apply of created) apply();
      matches.push(fresh.map((slot) => frame[slot] as Inner));
      return;
    }
    for (const match of matches) {
      put(match);
      for (const apply of matched) apply();
    }
  };
  const put = (values: readonly Inner[]): void => {
    for (const [i, slot] of fresh.entries()) frame[slot] = values[i] as Inner;
  };
  return {
    open: () => {
      matches = [];
      place = 0;
      isMatching = false;
      source.open();
    },
    next: () => {
      for (;;) {
        if (isMatching) {
          const status = inner.next();
          if (status === 'pause') return status;
          if (status === 'row') matches.push(fresh.map((slot) => frame[slot] as Inner));
          else finish();
          continue;
        }
        if (place < matches.length) {
          put(matches[place] as readonly Inner[]);
          place += 1;
          return 'row';
        }
        const status = source.next();
        if (status !== 'row') return status;
        for (const check of checks) check();
        matches = [];
        place = 0;
        isMatching = true;
        inner.open();
      }
    },
  };
}

/** Does something with each row. */
function forEachRow(source: Cursor, change: () => void): Cursor {
  return {
    open: () => source.open(),
    next: () => {
      const status = source.next();
      if (status === 'row') change();
      return status;
    },
  };
}

/** As many values as a new node or relationship counts for: a few objects each. */
const sizeOfNew = 5;

/** Creates one node or relationship, and puts it into its slot. */
function makerOf(part: Part, scope: Scope, machine: Machine): () => void {
  const draft = machine.draft();
  const { frame } = machine;
  const properties = propertiesOf(part.properties, scope, machine);
  if (part.kind === 'node')
    return () => {
      machine.hold(sizeOfNew);
      frame[part.slot] = draft.createNode(part.labels, properties());
    };
  const end = (slot: number): NodeRef => {
    const node = frame[slot] as Inner;
    if (node instanceof NodeRef) return node;
    return machine.fail(
      node === null
        ? 'A relationship needs two nodes, and one of these is null.'
        : `A relationship needs two nodes, and one of these is of type ${typeName(node)}.`,
      part,
    );
  };
  return () => {
    machine.hold(sizeOfNew);
    frame[part.slot] = draft.createRelationship(part.type, end(part.from), end(part.to), properties());
  };
}

/** A pattern's properties, without those that are null. */
function propertiesOf(expression: Expression | null, scope: Scope, machine: Machine): () => InnerMap {
  if (expression === null) return () => ({});
  const evaluate = compile(expression, scope, machine);
  return () => storable(mapOf(evaluate(), expression, machine), expression, machine);
}

function mapOf(value: Inner, expression: Expression, machine: Machine): InnerMap {
  if (value !== null && isMap(value)) return value;
  return machine.fail(`Properties come as a MAP, not as ${typeName(value)}.`, expression);
}

/** MERGE can neither find nor create what has a null in it. */
function nullCheckOf({ properties }: Part, scope: Scope, machine: Machine): (() => void)[] {
  if (properties?.kind !== 'map') return [];
  return properties.entries.map(([key, value]) => {
    const evaluate = compile(value, scope, machine);
    return () => {
      if (evaluate() === null)
        machine.fail(
          `MERGE can’t look for ${key}, which is null here: null equals nothing.`,
          value,
          'SemanticError',
        );
    };
  });
}

type Change = SetItem | RemoveItem;
type PropertyItem = Extract<SetItem, { kind: 'setProperty' }>;

/** What sets or removes things, one after the other; properties of one variable in a row all at once, as in Neo4j. */
function settersOf(items: readonly Change[], scope: Scope, machine: Machine): (() => void)[] {
  const groups: Change[][] = [];
  for (const item of items) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && isBeside(last, item)) groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  return groups.map((group) =>
    group.length === 1
      ? setterOf(group[0] as Change, scope, machine)
      : togetherOf(group as PropertyItem[], scope, machine),
  );
}

const isBeside = (a: Change, b: Change): boolean =>
  a.kind === 'setProperty' &&
  b.kind === 'setProperty' &&
  a.object.kind === 'variable' &&
  b.object.kind === 'variable' &&
  a.object.name === b.object.name;

/** Sets several properties, whose values are all worked out before the first is set. */
function togetherOf(items: readonly PropertyItem[], scope: Scope, machine: Machine): () => void {
  const [first] = items as readonly [PropertyItem];
  const object = compile(first.object, scope, machine);
  const values = items.map((item) => ({ item, value: compile(item.value, scope, machine) }));
  return () => {
    const entity = entityOf(object(), first, machine);
    if (entity === null) return;
    const found = values.map(({ item, value }) => ({ item, value: value() }));
    for (const { item, value } of found)
      setProperty(machine.draft(), entity, item.key, value, item.value, machine);
  };
}

/** What sets or removes one thing. */
function setterOf(item: Change, scope: Scope, machine: Machine): () => void {
  const draft = machine.draft();
  switch (item.kind) {
    case 'setProperty': {
      const object = compile(item.object, scope, machine);
      const value = compile(item.value, scope, machine);
      return () => {
        const entity = entityOf(object(), item, machine);
        if (entity !== null) setProperty(draft, entity, item.key, value(), item.value, machine);
      };
    }
    case 'removeProperty': {
      const object = compile(item.object, scope, machine);
      return () => {
        const entity = entityOf(object(), item, machine);
        if (entity !== null) setProperty(draft, entity, item.key, null, item.object, machine);
      };
    }
    case 'setProperties': {
      const object = variable(item.variable, scope, machine);
      const value = compile(item.value, scope, machine);
      return () => {
        const entity = entityOf(object(), item, machine);
        if (entity === null) return;
        const given = givenBy(value(), item.value, machine, draft);
        const before = item.adds ? current(draft, entity) : {};
        draft.setProperties(entity, storable({ ...before, ...given }, item.value, machine));
      };
    }
    case 'setLabels':
    case 'removeLabels': {
      const object = variable(item.variable, scope, machine);
      const isSetting = item.kind === 'setLabels';
      return () => {
        const entity = entityOf(object(), item, machine);
        if (entity === null) return;
        if (!(entity instanceof NodeRef)) machine.fail('Only a node has labels that can change.', item);
        const before = draft.labels(entity.handle);
        const after = isSetting
          ? [...before, ...item.labels]
          : before.filter((label) => !item.labels.includes(label));
        draft.setLabels(entity, after);
      };
    }
  }
}

function variable(name: string, scope: Scope, machine: Machine): Evaluate {
  return compile({ kind: 'variable', name }, scope, machine);
}

/** What is to be changed: null where there is nothing, or nothing any more. */
function entityOf(
  value: Inner,
  item: { readonly at?: number },
  machine: Machine,
): NodeRef | RelationshipRef | null {
  if (value === null) return null;
  if (value instanceof NodeRef || value instanceof RelationshipRef)
    return machine.draft().isDeleted(value) ? null : value;
  return machine.fail(
    `Only nodes and relationships have properties that can change, not ${typeName(value)}.`,
    item,
  );
}

/** What `n = …` gives: a map, or another node's or relationship's properties. */
function givenBy(value: Inner, expression: Expression, machine: Machine, draft: Draft): InnerMap {
  if (value instanceof NodeRef || value instanceof RelationshipRef) return current(draft, value);
  return mapOf(value, expression, machine);
}

const current = (draft: Draft, entity: NodeRef | RelationshipRef): InnerMap =>
  (entity instanceof NodeRef
    ? draft.nodeProperties(entity.handle)
    : draft.relationshipProperties(entity.handle)) as InnerMap;

function setProperty(
  draft: Draft,
  entity: NodeRef | RelationshipRef,
  key: string,
  value: Inner,
  expression: Expression,
  machine: Machine,
): void {
  draft.setProperties(entity, storable({ ...current(draft, entity), [key]: value }, expression, machine));
}

/** Properties without nulls. Errors: `CypherError` for what no property can be. */
function storable(properties: InnerMap, expression: Expression, machine: Machine): InnerMap {
  const entries = Object.entries(properties)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => [key, isList(value) ? ofOneType(value) : value] as const);
  for (const [key, value] of entries) {
    const problem = problemOf(value);
    if (problem !== null) machine.fail(`The property ${key} can’t be ${problem}.`, expression);
  }
  return Object.fromEntries(entries);
}

/** Why a value can't be a property, as in Neo4j; null where it can. */
function problemOf(value: Inner): string | null {
  if (!isList(value)) return isPlain(value) ? null : `a ${typeName(value)}`;
  const types = new Set(value.map(typeName).map((name) => (name === 'INTEGER' ? 'FLOAT' : name)));
  if (types.size > 1) return `a list of several types: ${[...types].join(', ')}`;
  const odd = value.find((item) => item === null || isList(item) || !isPlain(item));
  return odd === undefined ? null : `a list with a ${typeName(odd)} in it`;
}

/** INTEGERs beside FLOATs become FLOATs, as in Neo4j. */
function ofOneType(list: readonly Inner[]): readonly Inner[] {
  const isMixed =
    list.every((item) => item !== null && isNumeric(item)) && new Set(list.map(typeName)).size > 1;
  return isMixed ? list.map((item) => float(double(item as Numeric))) : list;
}

const isPlain = (value: Inner): boolean =>
  value === null ||
  !(isMap(value) || value instanceof NodeRef || value instanceof RelationshipRef || value instanceof PathRef);
