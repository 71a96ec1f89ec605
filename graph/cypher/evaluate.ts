// From expressions to closures over a machine's frame: what `n.name` or `a < b` gives for the row at hand.
import * as arithmetic from './arithmetic.ts';
import type {
  Binary,
  Case,
  Comparison,
  Expression,
  HasLabels,
  ListComprehension,
  MapProjection,
  PathPattern,
  Quantifier,
  QueryExpression,
  Reduce,
  Slice,
} from './ast.ts';
import { equals, isIn } from './compare.ts';
import { functionNamed } from './functions.ts';
import {
  type Inner,
  type InnerMap,
  isInteger,
  isList,
  isMap,
  isNumeric,
  NodeRef,
  RelationshipRef,
  typeName,
} from './inner.ts';
import { compareBy, logic, onNumbers, onTexts, quantified } from './logic.ts';
import type { Cursor, Machine } from './machine.ts';
import type { Scope } from './operators.ts';
import { matchesLabels, type Pattern } from './plan-match.ts';
import { type Matcher, matcherOf } from './regex.ts';
import { componentOf } from './temporal/components.ts';
import { textTests } from './texts.ts';
import { isOfValueType } from './value-types.ts';
import { Temporal } from './values.ts';

/** Gives an expression's value for what is in the frame now. */
export type Evaluate = () => Inner;

/** The closure of an expression whose names stand in the scope's slots. Errors, now or later: `CypherError`. */
export function compile(expression: Expression, scope: Scope, machine: Machine): Evaluate {
  return new Compiler(machine, scope).compile(expression);
}

/** The closure of a condition: true, false or null. What is neither fails. */
export function compileCondition(
  expression: Expression,
  scope: Scope,
  machine: Machine,
): () => boolean | null {
  return new Compiler(machine, scope).condition(expression);
}

/** Reads of one property after which its column pays. */
const many = 500;

class Compiler {
  readonly #machine: Machine;
  readonly #scope: Scope;

  constructor(machine: Machine, scope: Scope) {
    this.#machine = machine;
    this.#scope = scope;
  }

  compile(expression: Expression): Evaluate {
    switch (expression.kind) {
      case 'literal': {
        const { value } = expression;
        return () => value;
      }
      case 'parameter': {
        const value = this.#parameter(expression.name, expression);
        return () => value;
      }
      case 'variable': {
        const { frame } = this.#machine;
        const slot = this.#slot(expression.name);
        return () => frame[slot] as Inner;
      }
      case 'property':
        return this.#property(expression.key, this.compile(expression.object), expression);
      case 'index':
        return this.#index(this.compile(expression.object), this.compile(expression.index), expression);
      case 'slice':
        return this.#slice(expression);
      case 'list': {
        const items = expression.items.map((item) => this.compile(item));
        return () => items.map((item) => item());
      }
      case 'map': {
        const entries = expression.entries.map(([key, value]) => [key, this.compile(value)] as const);
        return () => Object.fromEntries(entries.map(([key, value]) => [key, value()]));
      }
      case 'unary':
        return expression.operator === 'NOT' ? this.#not(expression.operand) : this.#sign(expression);
      case 'binary':
        return this.#binary(expression);
      case 'comparison':
        return this.#comparison(expression);
      case 'isNull': {
        const operand = this.compile(expression.operand);
        return expression.negated ? () => operand() !== null : () => operand() === null;
      }
      case 'isTyped': {
        const operand = this.compile(expression.operand);
        const { type, negated } = expression;
        return () => isOfValueType(operand(), type) !== negated;
      }
      case 'hasLabels':
        return this.#hasLabels(expression);
      case 'case':
        return this.#case(expression);
      case 'call':
        return this.#call(expression);
      case 'countAll':
        return this.#machine.fail('count(*) can’t stand here.', expression);
      case 'listComprehension':
        return this.#listComprehension(expression);
      case 'quantifier':
        return this.#quantifier(expression);
      case 'reduce':
        return this.#reduce(expression);
      case 'exists':
        return expression.counts ? this.#count(expression) : this.#exists(expression);
      case 'queryExpression':
        return this.#query(expression);
      case 'mapProjection':
        return this.#mapProjection(expression);
      case 'shortestPath':
        return this.#shortestPath(expression.path);
      case 'patternPredicate':
        return this.#exists({ paths: [expression.path], where: null });
      case 'patternComprehension':
        return this.#gather({ paths: [expression.path], where: expression.where }, expression.map);
    }
  }

  condition(expression: Expression): () => boolean | null {
    const evaluate = this.compile(expression);
    return () => {
      const value = evaluate();
      if (value === null || typeof value === 'boolean') return value;
      return this.#machine.fail(
        `A condition must be a BOOLEAN, and this is of type ${typeName(value)}.`,
        expression,
      );
    };
  }

  #slot(name: string): number {
    const slot = this.#scope.get(name);
    if (slot === undefined) throw new Error(`Unchecked query: "${name}" has no slot.`);
    return slot;
  }

  #parameter(name: string, expression: Expression): Inner {
    const { parameters } = this.#machine;
    if (Object.hasOwn(parameters, name)) return parameters[name] as Inner;
    return this.#machine.fail(
      `The parameter $${name} is missing: hand over a value for it.`,
      expression,
      'ParameterMissing',
    );
  }

  #property(key: string, object: Evaluate, expression: Expression): Evaluate {
    const { snapshot } = this.#machine;
    let [nodes, relationships]: (readonly Inner[] | null)[] = [null, null];
    let reads = 0;
    return () => {
      const value = object();
      if (value instanceof NodeRef) {
        if (nodes != null) return nodes[value.handle] as Inner;
        if (++reads === many) nodes = snapshot.nodeColumn(key)?.values ?? null;
      } else if (value instanceof RelationshipRef) {
        if (relationships != null) return relationships[value.handle] as Inner;
        if (++reads === many) relationships = snapshot.relationshipColumn(key)?.values ?? null;
      }
      return this.#propertyOf(value, key, expression);
    };
  }

  #propertyOf(object: Inner, key: string, expression: Expression): Inner {
    if (object === null) return null;
    const { snapshot } = this.#machine;
    if (object instanceof NodeRef) return own(snapshot.nodeProperties(object.handle) as InnerMap, key);
    if (object instanceof RelationshipRef)
      return own(snapshot.relationshipProperties(object.handle) as InnerMap, key);
    if (isMap(object)) return own(object, key);
    if (object instanceof Temporal) {
      const component = componentOf(object, key);
      if (component !== undefined) return component;
    }
    return this.#machine.fail(`A value of type ${typeName(object)} has no property "${key}".`, expression);
  }

  #index(object: Evaluate, index: Evaluate, expression: Expression): Evaluate {
    return () => {
      const [container, at] = [object(), index()];
      if (container === null || at === null) return null;
      if (isList(container)) {
        if (isInteger(at)) return container.at(Number(at)) ?? null;
        return this.#machine.fail(
          `A list takes a whole number in brackets, not ${typeName(at)}.`,
          expression,
        );
      }
      if (typeof at === 'string') return this.#propertyOf(container, at, expression);
      return this.#machine.fail(`${typeName(container)} takes no ${typeName(at)} in brackets.`, expression);
    };
  }

  #slice(expression: Slice): Evaluate {
    const object = this.compile(expression.object);
    const [from, to] = [expression.from, expression.to].map((end) =>
      end === null ? undefined : this.compile(end),
    );
    return () => {
      const list = object();
      const [start, end] = [from, to].map((bound) => bound?.());
      if (list === null || start === null || end === null) return null;
      const isWhole = [start, end].every((bound) => bound === undefined || isInteger(bound));
      if (!isList(list) || !isWhole)
        return this.#machine.fail('Only a list can be sliced, and only by whole numbers.', expression);
      return list.slice(Number(start ?? 0), end === undefined ? undefined : Number(end));
    };
  }

  #not(expression: Expression): Evaluate {
    const operand = this.#logical(expression, 'NOT');
    return () => {
      const value = operand();
      return value === null ? null : !value;
    };
  }

  #sign(expression: Expression & { kind: 'unary' }): Evaluate {
    const operand = this.compile(expression.operand);
    const fail = this.#failing(expression);
    if (expression.operator === '-') return () => arithmetic.negate(operand(), fail);
    return () => {
      const value = operand();
      return value === null || isNumeric(value) ? value : fail(`Can’t put a sign before ${typeName(value)}.`);
    };
  }

  #failing(expression: Expression): arithmetic.Fail {
    return (problem, code) => this.#machine.fail(problem, expression, code);
  }

  #logical(expression: Expression, operator: string): () => boolean | null {
    const evaluate = this.compile(expression);
    return () => {
      const value = evaluate();
      if (value === null || typeof value === 'boolean') return value;
      return this.#machine.fail(`${operator} takes BOOLEANs, not ${typeName(value)}.`, expression);
    };
  }

  #binary(expression: Binary): Evaluate {
    const { operator } = expression;
    if (operator === 'AND' || operator === 'OR' || operator === 'XOR') {
      const left = this.#logical(expression.left, operator);
      const right = this.#logical(expression.right, operator);
      return logic[operator](left, right);
    }
    const left = this.compile(expression.left);
    const right = this.compile(expression.right);
    const fail = this.#failing(expression);
    switch (operator) {
      case 'IN':
        return () => {
          const [value, list] = [left(), right()];
          if (list === null) return null;
          return isList(list) ? isIn(value, list) : fail(`IN takes a list, not ${typeName(list)}.`);
        };
      case 'STARTS WITH':
      case 'ENDS WITH':
      case 'CONTAINS':
        return onTexts(left, right, textTests[operator]);
      case '=~':
        return this.#matching(left, right, fail);
      case '||':
        return () => {
          const joined = arithmetic.concatenate(left(), right(), fail);
          if (isList(joined)) this.#machine.fits(joined.length);
          return joined;
        };
      case '+':
        return () => {
          const sum = arithmetic.add(left(), right(), fail);
          if (isList(sum)) this.#machine.fits(sum.length);
          return sum;
        };
      case '-':
        return () => arithmetic.subtract(left(), right(), fail);
      case '*':
        return () => arithmetic.multiply(left(), right(), fail);
      case '/':
        return () => arithmetic.divide(left(), right(), fail);
      case '%':
        return () => arithmetic.modulo(left(), right(), fail);
      case '^':
        return () => arithmetic.power(left(), right(), fail);
    }
  }

  /** A matcher is made again only when the expression is another than before. */
  #matching(left: Evaluate, right: Evaluate, fail: arithmetic.Fail): Evaluate {
    const step = () => this.#machine.step();
    let source: string | null = null;
    let matcher: Matcher = () => false;
    return () => {
      const [text, pattern] = [left(), right()];
      if (typeof text !== 'string' || typeof pattern !== 'string') return null;
      if (pattern !== source) matcher = matcherOf(pattern, fail);
      source = pattern;
      return matcher(text, step);
    };
  }

  #comparison({ first, rest }: Comparison): Evaluate {
    if (rest.length === 1) {
      const [only] = rest as [Comparison['rest'][number]];
      const [left, right] = [this.compile(first), this.compile(only.operand)];
      const { operator } = only;
      const ofNumbers = onNumbers[operator];
      return () => {
        const [a, b] = [left(), right()];
        if (typeof a === 'number' && typeof b === 'number') return ofNumbers(a, b);
        return compareBy(operator, a, b);
      };
    }
    const operands = [first, ...rest.map((part) => part.operand)].map((operand) => this.compile(operand));
    return () => {
      const values = operands.map((operand) => operand());
      let result: boolean | null = true;
      for (const [i, { operator }] of rest.entries()) {
        const holds = compareBy(operator, values[i] as Inner, values[i + 1] as Inner);
        if (holds === false) return false;
        if (holds === null) result = null;
      }
      return result;
    };
  }

  #hasLabels(expression: HasLabels): Evaluate {
    const { snapshot } = this.#machine;
    const operand = this.compile(expression.operand);
    const { labels } = expression;
    let marks: Uint8Array | null = null;
    let reads = 0;
    return () => {
      const value = operand();
      if (value === null) return null;
      if (value instanceof NodeRef) {
        if (marks !== null) return marks[value.handle] === 1;
        if (labels.kind === 'label' && ++reads === many) marks = snapshot.labelMarks(labels.name);
        const { handle } = value;
        if (labels.kind === 'label') return snapshot.hasLabel(handle, labels.name);
        const isAny = snapshot.labels(handle).length > 0;
        return matchesLabels(labels, (label) => snapshot.hasLabel(handle, label), isAny);
      }
      if (!(value instanceof RelationshipRef))
        return this.#machine.fail(`A value of type ${typeName(value)} has no labels.`, expression);
      const type = snapshot.types[snapshot.type(value.handle)];
      return matchesLabels(labels, (label) => label === type);
    };
  }

  #case({ subject, branches, otherwise }: Case): Evaluate {
    const results = branches.map((branch) => this.compile(branch.result));
    const fallback = otherwise === null ? () => null : this.compile(otherwise);
    if (subject === null) {
      const conditions = branches.map((branch) => this.condition(branch.when));
      return () => (results[conditions.findIndex((condition) => condition() === true)] ?? fallback)();
    }
    const value = this.compile(subject);
    const candidates = branches.map((branch) => this.compile(branch.when));
    return () => {
      const found = value();
      return (
        results[candidates.findIndex((candidate) => equals(found, candidate()) === true)] ?? fallback
      )();
    };
  }

  #call(expression: Expression & { kind: 'call' }): Evaluate {
    const known = functionNamed(expression.name);
    if (known === undefined) return this.#machine.fail(`${expression.name}() can’t stand here.`, expression);
    const operands = expression.arguments.map((argument) => this.compile(argument));
    const { snapshot } = this.#machine;
    const fail = this.#failing(expression);
    const fits = (count: number) => this.#machine.fits(count);
    const environment = { snapshot, fail, fits, now: this.#machine.now };
    return () => {
      const values = operands.map((operand) => operand());
      return !known.takesNull && values.includes(null) ? null : known.apply(values, environment);
    };
  }

  /** A compiler that knows one more name, and that name's slot. */
  #within(name: string): { readonly inner: Compiler; readonly slot: number } {
    const slot = this.#machine.takeSlot();
    return { inner: new Compiler(this.#machine, new Map([...this.#scope, [name, slot]])), slot };
  }

  /** The items of a list-valued expression; null where that is null. */
  #items(expression: Expression): () => readonly Inner[] | null {
    const evaluate = this.compile(expression);
    return () => {
      const value = evaluate();
      if (value === null || isList(value)) return value;
      return this.#machine.fail(`Expected a list here, not ${typeName(value)}.`, expression);
    };
  }

  #listComprehension({ variable, list, where, map }: ListComprehension): Evaluate {
    const items = this.#items(list);
    const { inner, slot } = this.#within(variable);
    const condition = where === null ? () => true : inner.condition(where);
    const value = map === null ? null : inner.compile(map);
    const machine = this.#machine;
    return () => {
      const source = items();
      if (source === null) return null;
      const result: Inner[] = [];
      for (const item of source) {
        machine.step();
        machine.frame[slot] = item;
        if (condition() === true) result.push(value === null ? item : value());
      }
      return result;
    };
  }

  #quantifier({ quantity, variable, list, where }: Quantifier): Evaluate {
    const items = this.#items(list);
    const { inner, slot } = this.#within(variable);
    const condition = inner.condition(where);
    const machine = this.#machine;
    return () => {
      const source = items();
      if (source === null) return null;
      let [holds, unknown] = [0, 0];
      for (const item of source) {
        machine.step();
        machine.frame[slot] = item;
        const result = condition();
        if (result === true) holds += 1;
        if (result === null) unknown += 1;
      }
      return quantified[quantity](holds, unknown, source.length);
    };
  }

  #reduce({ accumulator, initial, variable, list, step }: Reduce): Evaluate {
    const items = this.#items(list);
    const start = this.compile(initial);
    const { inner: outer, slot: total } = this.#within(accumulator);
    const { inner, slot } = outer.#within(variable);
    const next = inner.compile(step);
    const machine = this.#machine;
    return () => {
      const source = items();
      if (source === null) return null;
      machine.frame[total] = start();
      for (const item of source) {
        machine.step();
        machine.frame[slot] = item;
        machine.frame[total] = next();
      }
      return machine.frame[total] as Inner;
    };
  }

  #exists(pattern: Pattern): Evaluate {
    const { rows } = this.#matches(pattern);
    return () => {
      for (const _ of rows()) return true;
      return false;
    };
  }

  #count(pattern: Pattern): Evaluate {
    const { rows } = this.#matches(pattern);
    return () => {
      let count = 0;
      for (const _ of rows()) count += 1;
      return count;
    };
  }

  #gather(pattern: Pattern, map: Expression): Evaluate {
    const { rows, scope } = this.#matches(pattern);
    const value = new Compiler(this.#machine, scope).compile(map);
    return () => {
      const result: Inner[] = [];
      for (const _ of rows()) {
        result.push(value());
        this.#machine.fits(result.length);
      }
      return result;
    };
  }

  #query({ gives, query }: QueryExpression): Evaluate {
    const machine = this.#machine;
    const { cursor, scope } = machine.querying(query, this.#scope);
    const rows = () => rowsOf(cursor, machine);
    if (gives === 'EXISTS')
      return () => {
        for (const _ of rows()) return true;
        return false;
      };
    if (gives === 'COUNT')
      return () => {
        let count = 0;
        for (const _ of rows()) count += 1;
        return count;
      };
    const [slot] = [...scope.values()] as [number];
    return () => {
      const result: Inner[] = [];
      for (const _ of rows()) {
        result.push(machine.frame[slot] as Inner);
        machine.fits(result.length);
      }
      return result;
    };
  }

  #mapProjection(expression: MapProjection): Evaluate {
    const object = this.compile(expression.object);
    const hasAll = expression.items.some((item) => item.kind === 'allProperties');
    const entries = expression.items.map((item) => ({
      item,
      value: item.kind === 'entry' ? this.compile(item.value) : () => null,
    }));
    return () => {
      const source = object();
      if (source === null) return null;
      // What is named counts, wherever `.*` stands.
      const result: [string, Inner][] = hasAll ? Object.entries(this.#allOf(source, expression)) : [];
      for (const { item, value } of entries) {
        if (item.kind === 'entry') result.push([item.key, value()]);
        else if (item.kind === 'ownProperty')
          result.push([item.key, this.#propertyOf(source, item.key, expression)]);
      }
      return Object.fromEntries(result);
    };
  }

  #allOf(value: Inner, expression: Expression): InnerMap {
    const { snapshot } = this.#machine;
    if (value instanceof NodeRef) return snapshot.nodeProperties(value.handle) as InnerMap;
    if (value instanceof RelationshipRef) return snapshot.relationshipProperties(value.handle) as InnerMap;
    if (value !== null && isMap(value)) return value;
    return this.#machine.fail(`A value of type ${typeName(value)} has no properties.`, expression);
  }

  /** The path, or null, or all paths as a list. */
  #shortestPath(path: PathPattern): Evaluate {
    const name = path.variable ?? '\u0000path';
    const found = this.#gather(
      { paths: [{ ...path, variable: name }], where: null },
      { kind: 'variable', name },
    );
    if (path.shortest === 'all') return found;
    return () => (found() as readonly Inner[])[0] ?? null;
  }

  /** The matches of a pattern, each while it is in the frame. */
  #matches(pattern: Pattern): { readonly rows: () => Iterable<void>; readonly scope: Scope } {
    const machine = this.#machine;
    const { cursor, scope } = machine.matching(pattern, this.#scope);
    return { scope, rows: () => rowsOf(cursor, machine) };
  }
}

/** The rows of a cursor, each while it is in the frame; it can't pause here. */
function* rowsOf(cursor: Cursor, machine: Machine): Generator<void> {
  cursor.open();
  for (let status = cursor.next(); status !== 'done'; status = cursor.next()) {
    if (status === 'row') yield;
    else machine.refresh();
  }
}

function own(map: InnerMap, key: string): Inner {
  return Object.hasOwn(map, key) ? (map[key] as Inner) : null;
}
