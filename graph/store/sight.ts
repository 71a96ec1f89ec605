// What a query can see of a graph: whether entities and their relations are enough to answer it, or all must be there.
import type { LabelExpression, NodePattern, PathPattern, Query, Step } from '../cypher/ast.ts';
import { entityTypes } from '../model.ts';
import { structuralTypes } from '../vocabulary/index.ts';

/**
 * The relation types that a query asks for, where it sees nothing but entities and relations of those types; `null` for all
 * types; undefined where it may see documents, sentences or claims. Never too few: where in doubt, undefined. Cost: linear
 * in the query.
 */
export function relationTypesSeen(query: Query): ReadonlySet<string> | null | undefined {
  const types = new Set<string>();
  let isEveryType = false;
  for (const part of partsOf(query)) {
    if (isPath(part)) {
      const seen = seenAlong(part);
      if (seen === undefined) return undefined;
      if (seen === null) isEveryType = true;
      else for (const type of seen) types.add(type);
    } else if (!isHarmless(part)) return undefined;
  }
  return isEveryType ? null : types;
}

/** Whether a query sees documents and nothing else: what stands around them isn't asked for. Cost: linear in the query. */
export function seesDocumentsAlone(query: Query): boolean {
  const parts = [...partsOf(query)];
  const paths = parts.filter(isPath);
  return (
    paths.length > 0 &&
    paths.every(({ start, steps }) => steps.length === 0 && isDocument(start)) &&
    parts.every((part) => isPath(part) || isHarmless(part))
  );
}

const isDocument = ({ labels }: NodePattern): boolean =>
  labels?.kind === 'label' && labels.name === 'Document';

type Part = Readonly<Record<string, unknown>>;

/** Everything in a tree, at any depth. */
function* partsOf(value: unknown): Generator<Part> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Part;
  for (const part of Object.values(value)) yield* partsOf(part);
}

const isPath = (part: Part): part is Part & PathPattern => 'steps' in part && 'start' in part;

/** A procedure may look at anything, and what writes is for a whole graph. */
const isHarmless = ({ kind }: Part): boolean =>
  !['procedureCall', 'create', 'merge', 'set', 'remove', 'delete', 'foreach'].includes(String(kind));

function seenAlong({ start, steps }: PathPattern): ReadonlySet<string> | null | undefined {
  if (steps.length === 0) return isEntity(start) ? new Set() : undefined;
  const types = new Set<string>();
  let isEveryType = false;
  for (const [i, step] of steps.entries()) {
    const named = typesOf(step);
    if (named !== undefined) for (const type of named) types.add(type);
    // Between two entities there is nothing but relations.
    else if (isOneHop(step) && isEntity(steps[i - 1]?.node ?? start) && isEntity(step.node))
      isEveryType = true;
    else return undefined;
  }
  return isEveryType ? null : types;
}

const isOneHop = ({ relationship }: Step): boolean =>
  relationship.range === null && relationship.types === null;

/** The names of a step's types, where they are names of relations; undefined where there may be others. */
function typesOf({ relationship: { types } }: Step): readonly string[] | undefined {
  const names = types === null ? undefined : alternatives(types);
  return names?.some((name) => structuralTypes.has(name)) ? undefined : names;
}

function alternatives(types: LabelExpression): readonly string[] | undefined {
  if (types.kind === 'label') return [types.name];
  if (types.kind !== 'orLabels') return undefined;
  const [left, right] = [alternatives(types.left), alternatives(types.right)];
  return left === undefined || right === undefined ? undefined : [...left, ...right];
}

const isEntity = ({ labels }: NodePattern): boolean => labels !== null && impliesEntity(labels);

function impliesEntity(labels: LabelExpression): boolean {
  switch (labels.kind) {
    case 'label':
      return entityLabels.has(labels.name);
    case 'andLabels':
      return impliesEntity(labels.left) || impliesEntity(labels.right);
    case 'orLabels':
      return impliesEntity(labels.left) && impliesEntity(labels.right);
    default:
      return false;
  }
}

const entityLabels: ReadonlySet<string> = new Set(['Entity', ...entityTypes]);
