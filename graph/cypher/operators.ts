// The plan of a query as a tree of operators: what is done to rows, in which order, innermost first. Data only; plan.ts
// makes it, cursors.ts runs it. A row is a frame of numbered slots; a scope says which name stands in which slot.
import type { Expression, LabelExpression, RelationshipPattern, RemoveItem, SetItem } from './ast.ts';
import type { Procedure } from './procedures.ts';
import type { Column } from './projection.ts';
import type { Sieve } from './sieve.ts';

/** The slot of each name. */
export type Scope = ReadonlyMap<string, number>;

/** A column that is put into a slot. */
export interface Placed {
  readonly slot: number;
  readonly expression: Expression;
}

export type Operator =
  /** One row, with what is in the frame already. */
  | { readonly kind: 'argument' }
  | Scan
  | Expand
  | ExpandMany
  | Endpoints
  | {
      readonly kind: 'filter';
      readonly source: Operator;
      readonly condition: Expression;
      readonly scope: Scope;
    }
  | {
      readonly kind: 'path';
      readonly source: Operator;
      readonly slot: number;
      readonly elements: readonly number[];
    }
  /** The rows of `inner` for each of the source, or, where there are none, one with nulls in `slots`. */
  | {
      readonly kind: 'optional';
      readonly source: Operator;
      readonly inner: Operator;
      readonly slots: readonly number[];
    }
  | {
      readonly kind: 'unwind';
      readonly source: Operator;
      readonly list: Expression;
      readonly scope: Scope;
      readonly slot: number;
    }
  | {
      readonly kind: 'project';
      readonly source: Operator;
      readonly columns: readonly Placed[];
      readonly scope: Scope;
    }
  /** One row a group, with the group's keys and aggregates in their slots. Without keys there is always one group. */
  | {
      readonly kind: 'aggregate';
      readonly source: Operator;
      readonly keys: readonly Placed[];
      readonly aggregates: readonly Placed[];
      readonly scope: Scope;
    }
  | { readonly kind: 'distinct'; readonly source: Operator; readonly slots: readonly number[] }
  /** `keep` are the slots that are used later. */
  | {
      readonly kind: 'sort';
      readonly source: Operator;
      readonly by: readonly { readonly expression: Expression; readonly descending: boolean }[];
      readonly scope: Scope;
      readonly keep: readonly number[];
      /** How many rows from the front are all that is wanted: SKIP and LIMIT, as far as there are. */
      readonly wanted: { readonly skip: Expression | null; readonly limit: Expression } | null;
    }
  | { readonly kind: 'skip'; readonly source: Operator; readonly count: Expression }
  /** `drains`: what comes before has effects, so it is run to its end. */
  | {
      readonly kind: 'limit';
      readonly source: Operator;
      readonly count: Expression;
      readonly drains: boolean;
    }
  /** The rows of each branch in turn, its `output` put into `slots`. */
  | {
      readonly kind: 'union';
      readonly branches: readonly { readonly root: Operator; readonly output: readonly number[] }[];
      readonly slots: readonly number[];
      readonly isDistinct: boolean;
    }
  /** The rows of `inner` for each of the source; with `isUnit` each row of the source once, after `inner` has been run. */
  | {
      readonly kind: 'apply';
      readonly source: Operator;
      readonly inner: Operator;
      readonly isUnit: boolean;
    }
  /** All rows of the source before the first goes on: what reads is over before what writes begins, and back. */
  | { readonly kind: 'eager'; readonly source: Operator; readonly keep: readonly number[] }
  | CallOperator
  | Shortest
  | Writing;

/** The operator of a kind. */
export type OperatorOf<K extends Operator['kind']> = Extract<Operator, { kind: K }>;

/** A row for each node, or each with a label. */
export interface Scan {
  readonly kind: 'scan';
  readonly source: Operator;
  readonly slot: number;
  readonly label: string | null;
  /** Only nodes with this value are of use, if the snapshot can tell; a filter follows in any case. */
  readonly seek: { readonly key: string; readonly value: Expression; readonly scope: Scope } | null;
  /** What must hold of the node alone. */
  readonly sieves: readonly Sieve[];
  /** Hops that lead back to the node further on, as seen from it: one that has none of them is of no use. */
  readonly closings: readonly Pick<Hop, 'types' | 'direction'>[];
}

interface Hop {
  readonly source: Operator;
  /** A bound node. */
  readonly from: number;
  readonly to: number;
  /** Whether `to` is bound as well. */
  readonly isToBound: boolean;
  readonly relationship: number;
  readonly types: LabelExpression | null;
  /** As seen from `from`. */
  readonly direction: RelationshipPattern['direction'];
  /** Slots of relationships (or lists of them) of the same MATCH: none may be met twice. */
  readonly distinctFrom: readonly number[];
}

/** A row for each relationship at a bound node. */
export interface Expand extends Hop {
  readonly kind: 'expand';
  /** What must hold of the relationship alone, and of the node at its end, if that is not bound. */
  readonly sieves: readonly Sieve[];
  readonly endSieves: readonly Sieve[];
  /** Whether anyone looks at the relationship; or else only whether another is the same. See shorten.ts. */
  readonly isSeen: boolean;
  readonly isTold: boolean;
  /** The hop that follows from the end to a bound node, if one does: an end from which it can't lead there is of no use. */
  readonly next: Pick<Hop, 'to' | 'types' | 'direction'> | null;
}

/** A row for each path of a length within the range; `relationship` gets the list, in the order from `from`. */
export interface ExpandMany extends Hop {
  readonly kind: 'expandMany';
  readonly min: number;
  readonly max: number | null;
  /** Whether only the nodes reached are of use, each once: `relationship` is not filled then. See shorten.ts. */
  readonly isReach: boolean;
  /** Whether the pattern is drawn the other way round: the list is in its order. */
  readonly isReversed: boolean;
  /** What each relationship's properties must be. */
  readonly properties: readonly Column[];
  /** What must hold of each, while it is in its slot. */
  readonly each: { readonly slot: number; readonly condition: Expression; readonly scope: Scope } | null;
  readonly scope: Scope;
}

/** A row for each way in which a bound relationship fits between two nodes. */
export interface Endpoints extends Omit<Hop, 'from'> {
  readonly kind: 'endpoints';
  readonly from: number;
  readonly isFromBound: boolean;
}

/** A whole query, ready to be run. */
export interface Plan {
  readonly root: Operator;
  readonly columns: readonly string[];
  /** The slots of the columns. */
  readonly output: readonly number[];
  /** How many slots the frame needs. */
  readonly width: number;
}

/** The rows of a procedure for each row of the source. */
export interface CallOperator {
  readonly kind: 'call';
  readonly source: Operator;
  readonly procedure: Procedure;
  readonly values: readonly Expression[];
  readonly scope: Scope;
  /** Which column goes into which slot. */
  readonly yields: readonly { readonly slot: number; readonly column: number }[];
  readonly at?: number;
}

/** A row for a shortest path between two bound nodes, or for each; `relationship` gets the list of its relationships. */
export interface Shortest extends Omit<Hop, 'isToBound' | 'distinctFrom'> {
  readonly kind: 'shortest';
  readonly isOne: boolean;
  readonly min: number;
  readonly max: number | null;
  readonly properties: readonly Column[];
  /** The path's own slot, if it has a name. */
  readonly path: number | null;
  /** What must hold of the whole path: a longer one may be the shortest of which it does. */
  readonly conditions: readonly Expression[];
  readonly scope: Scope;
}

/** What changes the graph for each row of the source. */
export type Writing =
  | {
      readonly kind: 'create';
      readonly source: Operator;
      readonly parts: readonly Part[];
      readonly scope: Scope;
    }
  /** The rows of `inner`; where there are none, `parts` are created. */
  | {
      readonly kind: 'merge';
      readonly source: Operator;
      readonly inner: Operator;
      readonly parts: readonly Part[];
      /** The slots that a match or a creation fills. */
      readonly fresh: readonly number[];
      readonly onCreate: readonly SetItem[];
      readonly onMatch: readonly SetItem[];
      readonly scope: Scope;
    }
  | {
      readonly kind: 'set';
      readonly source: Operator;
      readonly items: readonly (SetItem | RemoveItem)[];
      readonly scope: Scope;
    }
  | {
      readonly kind: 'delete';
      readonly source: Operator;
      readonly items: readonly Expression[];
      readonly detach: boolean;
      readonly scope: Scope;
    }
  /** Runs `inner` for each item of a list. */
  | {
      readonly kind: 'foreach';
      readonly source: Operator;
      readonly list: Expression;
      readonly slot: number;
      readonly inner: Operator;
      readonly scope: Scope;
    };

/** Something to be created. `from` and `to` are slots of its nodes. */
export type Part =
  | {
      readonly kind: 'node';
      readonly slot: number;
      readonly labels: readonly string[];
      readonly properties: Expression | null;
    }
  | {
      readonly kind: 'relationship';
      readonly slot: number;
      readonly type: string;
      readonly from: number;
      readonly to: number;
      readonly properties: Expression | null;
      readonly at?: number;
    };
