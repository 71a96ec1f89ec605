// The plan of a query as a tree of operators: what is done to rows, in which order, innermost first. Data only; plan.ts
// makes it, cursors.ts runs it. A row is a frame of numbered slots; a scope says which name stands in which slot.
import type { Expression, LabelExpression, RelationshipPattern } from './ast.ts';
import type { Column } from './projection.ts';

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
  /** A row for each node, or each with a label. */
  | { readonly kind: 'scan'; readonly source: Operator; readonly slot: number; readonly label: string | null }
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
    }
  | { readonly kind: 'skip'; readonly source: Operator; readonly count: Expression }
  | { readonly kind: 'limit'; readonly source: Operator; readonly count: Expression };

/** The operator of a kind. */
export type OperatorOf<K extends Operator['kind']> = Extract<Operator, { kind: K }>;

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
}

/** A row for each path of a length within the range; `relationship` gets the list, in the order from `from`. */
export interface ExpandMany extends Hop {
  readonly kind: 'expandMany';
  readonly min: number;
  readonly max: number | null;
  /** Whether the pattern is drawn the other way round: the list is in its order. */
  readonly isReversed: boolean;
  /** What each relationship's properties must be. */
  readonly properties: readonly Column[];
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
  readonly branches: readonly BranchPlan[];
  readonly union: 'all' | 'distinct' | null;
  readonly columns: readonly string[];
}

export interface BranchPlan {
  readonly root: Operator;
  /** The slots of the columns, in the plan's order. */
  readonly output: readonly number[];
  /** How many slots the frame needs. */
  readonly width: number;
}
