// What CALL can call: procedures, handed over by whoever runs a query. The engine brings none of its own;
// `store/procedures.ts` has some.
import type { Fail } from './arithmetic.ts';
import { type Inner, isNumeric, typeName } from './inner.ts';
import type { Snapshot } from './snapshot.ts';

/** What a procedure may use besides its arguments. */
export interface ProcedureEnvironment {
  readonly snapshot: Snapshot;
  readonly fail: Fail;
  /** To be called once in each step of a long loop: stops a query whose time is over. */
  step(): void;
  /** Says that so many values are about to be kept: stops a query that would take more memory than it may. */
  fits(count: number): void;
}

/** A parameter or a column. `type` is one of Cypher's names: STRING, INTEGER, FLOAT, NUMBER, NODE, LIST, MAP, ANY … */
export interface Field {
  readonly name: string;
  readonly type: string;
  /** Only of the last parameters: null where a call leaves it out. */
  readonly isOptional?: boolean;
}

export interface Procedure {
  /** With its dots: `graph.pageRank`. Case counts. */
  readonly name: string;
  readonly parameters: readonly Field[];
  /** May be empty: then a call keeps the row that it is made for. */
  readonly columns: readonly Field[];
  /** Rows with one value per column. An INTEGER for a FLOAT parameter comes as it is. */
  call(values: readonly Inner[], environment: ProcedureEnvironment): Iterable<readonly Inner[]>;
}

/** Procedures by name. */
export type Procedures = ReadonlyMap<string, Procedure>;

/** Procedures by name. Of two with one name the later counts. */
export function proceduresOf(list: readonly Procedure[] = none): Procedures {
  const known = byList.get(list);
  if (known !== undefined) return known;
  const made = new Map(list.map((procedure) => [procedure.name, procedure]));
  byList.set(list, made);
  return made;
}

const none: readonly Procedure[] = [];

const byList = new WeakMap<readonly Procedure[], Procedures>();

/** Whether a value fits a type; null fits all, and an INTEGER is also a FLOAT. */
export function isOfType(value: Inner, type: string): boolean {
  if (value === null || type === 'ANY') return true;
  if (type === 'NUMBER' || type === 'FLOAT') return isNumeric(value);
  return typeName(value) === type;
}
