// The tree of a query: readonly records, told apart by `kind`. The parser makes it, so does the typed API; print.ts turns
// it back into text. It says what was asked, nothing of how it is answered.
import type { ValueType } from './value-types.ts';
import type { Float } from './values.ts';

/** Where a part begins in the query's text (UTF-16 code units); absent in a tree that was built, not parsed. */
export interface Located {
  readonly at?: number;
}

/** A whole query: branches joined by UNION; `union` is null where there is only one. */
export interface Query extends Located {
  readonly kind: 'query';
  /** Whether the plan is wanted: alone, or with the rows that each of its operators gives. Only of a whole query. */
  readonly prefix?: 'EXPLAIN' | 'PROFILE';
  readonly branches: readonly Branch[];
  readonly union: 'all' | 'distinct' | null;
}

/** Clauses in the order in which they are written; the last one is a RETURN, writes, or calls. */
export interface Branch {
  readonly clauses: readonly Clause[];
}

export type Clause =
  | Match
  | Unwind
  | With
  | Return
  | Create
  | Merge
  | SetClause
  | Remove
  | Delete
  | Foreach
  | ProcedureCall
  | Subquery;

export interface Match extends Located {
  readonly kind: 'match';
  readonly optional: boolean;
  readonly paths: readonly PathPattern[];
  readonly where: Expression | null;
}

export interface Unwind extends Located {
  readonly kind: 'unwind';
  readonly list: Expression;
  readonly variable: string;
}

/** What WITH and RETURN share. `star` puts every variable in scope before `items`. */
export interface Projection extends Located {
  readonly distinct: boolean;
  readonly star: boolean;
  readonly items: readonly Item[];
  readonly orderBy: readonly SortItem[];
  readonly skip: Expression | null;
  readonly limit: Expression | null;
}

export interface With extends Projection {
  readonly kind: 'with';
  readonly where: Expression | null;
}

export interface Return extends Projection {
  readonly kind: 'return';
}

export interface Create extends Located {
  readonly kind: 'create';
  readonly paths: readonly PathPattern[];
}

/** `MERGE path ON CREATE SET … ON MATCH SET …`. */
export interface Merge extends Located {
  readonly kind: 'merge';
  readonly path: PathPattern;
  readonly onCreate: readonly SetItem[];
  readonly onMatch: readonly SetItem[];
}

export interface SetClause extends Located {
  readonly kind: 'set';
  readonly items: readonly SetItem[];
}

export type SetItem =
  /** `object.key = value`. */
  | (Located & {
      readonly kind: 'setProperty';
      readonly object: Expression;
      readonly key: string;
      readonly value: Expression;
    })
  /** `variable = value`, or (`adds`) `variable += value`. */
  | (Located & {
      readonly kind: 'setProperties';
      readonly variable: string;
      readonly adds: boolean;
      readonly value: Expression;
    })
  /** `variable:A:B`. */
  | (Located & {
      readonly kind: 'setLabels';
      readonly variable: string;
      readonly labels: readonly string[];
    });

export interface Remove extends Located {
  readonly kind: 'remove';
  readonly items: readonly RemoveItem[];
}

export type RemoveItem =
  | (Located & { readonly kind: 'removeProperty'; readonly object: Expression; readonly key: string })
  | (Located & {
      readonly kind: 'removeLabels';
      readonly variable: string;
      readonly labels: readonly string[];
    });

/** `detach` takes a node's relationships away with it. */
export interface Delete extends Located {
  readonly kind: 'delete';
  readonly detach: boolean;
  readonly items: readonly Expression[];
}

/** `FOREACH (variable IN list | clauses)`: only clauses that write. */
export interface Foreach extends Located {
  readonly kind: 'foreach';
  readonly variable: string;
  readonly list: Expression;
  readonly clauses: readonly Clause[];
}

/** `CALL name(arguments) YIELD yields WHERE where`. */
export interface ProcedureCall extends Located {
  readonly kind: 'procedureCall';
  readonly name: string;
  /** Null where there are no brackets: the arguments are the parameters of their names. */
  readonly arguments: readonly Expression[] | null;
  /** Null where there is no YIELD, `all` for `YIELD *`. */
  readonly yields: readonly YieldItem[] | 'all' | null;
  readonly where: Expression | null;
}

/** `column AS variable`. */
export interface YieldItem extends Located {
  readonly column: string;
  readonly variable: string;
}

/** `CALL { query }`, or `CALL (imports) { query }`. */
export interface Subquery extends Located {
  readonly kind: 'subquery';
  /** Null where the query itself says in a first WITH what it takes from outside; `all` for `CALL (*)`. */
  readonly imports: readonly string[] | 'all' | null;
  readonly query: Query;
}

/** One column. `name` is its alias, or the expression's text as it was written. */
export interface Item extends Located {
  readonly expression: Expression;
  readonly name: string;
}

export interface SortItem {
  readonly expression: Expression;
  readonly descending: boolean;
}

/** `variable = (start)-[…]-(…)…`; the variable is null where the path has no name. */
export interface PathPattern extends Located {
  readonly variable: string | null;
  /** `shortestPath(…)`, `allShortestPaths(…)`; absent for every path that fits. */
  readonly shortest?: 'one' | 'all';
  readonly start: NodePattern;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly relationship: RelationshipPattern;
  readonly node: NodePattern;
}

export interface NodePattern extends Located {
  readonly variable: string | null;
  readonly labels: LabelExpression | null;
  readonly properties: Expression | null;
  readonly where: Expression | null;
}

export interface RelationshipPattern extends Located {
  readonly variable: string | null;
  readonly types: LabelExpression | null;
  /** As drawn: `out` is `-->`, `in` is `<--`, `both` is `--` (and `<-->`). */
  readonly direction: 'out' | 'in' | 'both';
  readonly properties: Expression | null;
  readonly where: Expression | null;
  /** Null for one hop. */
  readonly range: Range | null;
}

/** `*min..max`; no `max` means any number of hops. */
export interface Range {
  readonly min: number;
  readonly max: number | null;
}

/** What a node's labels, or a relationship's type, must be. */
export type LabelExpression =
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'anyLabel' }
  | { readonly kind: 'notLabel'; readonly operand: LabelExpression }
  | {
      readonly kind: 'andLabels' | 'orLabels';
      readonly left: LabelExpression;
      readonly right: LabelExpression;
    };

export type Expression =
  | Literal
  | Parameter
  | Variable
  | Property
  | Index
  | Slice
  | ListLiteral
  | MapLiteral
  | Unary
  | Binary
  | Comparison
  | IsNull
  | IsTyped
  | HasLabels
  | Case
  | Call
  | CountAll
  | ListComprehension
  | Quantifier
  | Reduce
  | Exists
  | QueryExpression
  | PatternPredicate
  | PatternComprehension
  | MapProjection
  | ShortestPath;

export interface Literal extends Located {
  readonly kind: 'literal';
  readonly value: null | boolean | string | number | bigint | Float;
}

export interface Parameter extends Located {
  readonly kind: 'parameter';
  readonly name: string;
}

export interface Variable extends Located {
  readonly kind: 'variable';
  readonly name: string;
}

export interface Property extends Located {
  readonly kind: 'property';
  readonly object: Expression;
  readonly key: string;
}

export interface Index extends Located {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression;
}

export interface Slice extends Located {
  readonly kind: 'slice';
  readonly object: Expression;
  readonly from: Expression | null;
  readonly to: Expression | null;
}

export interface ListLiteral extends Located {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface MapLiteral extends Located {
  readonly kind: 'map';
  readonly entries: readonly (readonly [key: string, value: Expression])[];
}

export interface Unary extends Located {
  readonly kind: 'unary';
  readonly operator: 'NOT' | '-' | '+';
  readonly operand: Expression;
}

export type BinaryOperator =
  | 'OR'
  | 'XOR'
  | 'AND'
  | 'IN'
  | 'STARTS WITH'
  | 'ENDS WITH'
  | 'CONTAINS'
  | '=~'
  | '||'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^';

export interface Binary extends Located {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** `first < a <= b …`: every neighbouring pair must hold. */
export interface Comparison extends Located {
  readonly kind: 'comparison';
  readonly first: Expression;
  readonly rest: readonly { readonly operator: ComparisonOperator; readonly operand: Expression }[];
}

export interface IsNull extends Located {
  readonly kind: 'isNull';
  readonly operand: Expression;
  readonly negated: boolean;
}

/** `operand IS :: type`. */
export interface IsTyped extends Located {
  readonly kind: 'isTyped';
  readonly operand: Expression;
  readonly negated: boolean;
  readonly type: ValueType;
}

export interface HasLabels extends Located {
  readonly kind: 'hasLabels';
  readonly operand: Expression;
  readonly labels: LabelExpression;
}

/** With a subject, each `when` is compared with it; without, each is a condition. */
export interface Case extends Located {
  readonly kind: 'case';
  readonly subject: Expression | null;
  readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
  readonly otherwise: Expression | null;
}

/** A function or an aggregate by its name, as it was written. */
export interface Call extends Located {
  readonly kind: 'call';
  readonly name: string;
  readonly distinct: boolean;
  readonly arguments: readonly Expression[];
}

/** `count(*)`. */
export interface CountAll extends Located {
  readonly kind: 'countAll';
}

/** `[variable IN list WHERE where | map]`. */
export interface ListComprehension extends Located {
  readonly kind: 'listComprehension';
  readonly variable: string;
  readonly list: Expression;
  readonly where: Expression | null;
  readonly map: Expression | null;
}

export interface Quantifier extends Located {
  readonly kind: 'quantifier';
  readonly quantity: 'all' | 'any' | 'none' | 'single';
  readonly variable: string;
  readonly list: Expression;
  readonly where: Expression;
}

/** `reduce(accumulator = initial, variable IN list | step)`. */
export interface Reduce extends Located {
  readonly kind: 'reduce';
  readonly accumulator: string;
  readonly initial: Expression;
  readonly variable: string;
  readonly list: Expression;
  readonly step: Expression;
}

/** `EXISTS { MATCH … WHERE … }`, or `COUNT { … }`. */
export interface Exists extends Located {
  readonly kind: 'exists';
  readonly counts: boolean;
  readonly paths: readonly PathPattern[];
  readonly where: Expression | null;
}

/** A pattern as a condition: some match of it exists. It names no new variables. */
export interface PatternPredicate extends Located {
  readonly kind: 'patternPredicate';
  readonly path: PathPattern;
}

/** `[(a)-->(b) WHERE where | map]`. */
export interface PatternComprehension extends Located {
  readonly kind: 'patternComprehension';
  readonly path: PathPattern;
  readonly where: Expression | null;
  readonly map: Expression;
}

/** `EXISTS { query }`, `COUNT { query }`, `COLLECT { query }`, where the braces hold more than a pattern. */
export interface QueryExpression extends Located {
  readonly kind: 'queryExpression';
  readonly gives: 'EXISTS' | 'COUNT' | 'COLLECT';
  readonly query: Query;
}

/** `object {.key, .*, key: value, other}`; the object is a variable. */
export interface MapProjection extends Located {
  readonly kind: 'mapProjection';
  readonly object: Expression;
  readonly items: readonly ProjectedEntry[];
}

export type ProjectedEntry =
  | { readonly kind: 'allProperties' }
  /** `.key`. */
  | { readonly kind: 'ownProperty'; readonly key: string }
  /** `key: value`; a lone `name` is `name: name`. */
  | { readonly kind: 'entry'; readonly key: string; readonly value: Expression };

/** `shortestPath((a)-[*]->(b))` as a value: a path or null, or (`path.shortest` is `all`) a list of paths. */
export interface ShortestPath extends Located {
  readonly kind: 'shortestPath';
  readonly path: PathPattern;
}
