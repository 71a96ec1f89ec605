// A plan in words: what EXPLAIN and PROFILE show. Patterns and queries within expressions are part of the expression.
import type { Expression, LabelExpression } from './ast.ts';
import type { Operator, Plan } from './operators.ts';
import { printExpression, printLabels } from './print.ts';
import { printSieve, type Sieve } from './sieve.ts';

/** One operator of a plan. */
export interface PlanStep {
  /** How far it stands in: what it takes rows from stands below it, one further in. */
  readonly depth: number;
  readonly operator: string;
  readonly details: string;
  /** How many rows it has given; only after PROFILE, and once all rows have been taken. */
  readonly rows?: number;
}

/** The steps of a plan, the last one first. `rows` says how many an operator has given. */
export function explain({ root }: Plan, rows?: ReadonlyMap<Operator, number>): PlanStep[] {
  const names = new Map<number, string>();
  collectNames(root, names);
  const steps: PlanStep[] = [];
  const visit = (operator: Operator, depth: number): void => {
    const count = rows === undefined ? {} : { rows: rows.get(operator) ?? 0 };
    steps.push({ depth, operator: operator.kind, details: detailsOf(operator, names), ...count });
    for (const source of sourcesOf(operator)) visit(source, depth + 1);
  };
  visit(root, 0);
  return steps;
}

/** What an operator takes rows from. */
function sourcesOf(operator: Operator): readonly Operator[] {
  if (operator.kind === 'argument') return [];
  if (operator.kind === 'union') return operator.branches.map(({ root }) => root);
  return 'inner' in operator ? [operator.source, operator.inner] : [operator.source];
}

/** The names that stand in slots, from every scope that knows one. */
function collectNames(operator: Operator, names: Map<number, string>): void {
  if ('scope' in operator)
    for (const [name, slot] of operator.scope) if (/^[^ \0]/.test(name)) names.set(slot, name);
  for (const source of sourcesOf(operator)) collectNames(source, names);
}

function detailsOf(operator: Operator, names: ReadonlyMap<number, string>): string {
  const name = (slot: number) => names.get(slot) ?? '';
  const listed = (parts: readonly { readonly expression: Expression }[]) =>
    parts
      .map(({ expression }) => printExpression(expression).replaceAll(/` aggregate (\d+)`/g, 'aggregate $1'))
      .join(', ');
  switch (operator.kind) {
    case 'argument':
    case 'optional':
    case 'eager':
    case 'apply':
    case 'merge':
      return '';
    case 'scan':
      return `(${name(operator.slot)}${operator.label === null ? '' : `:${operator.label}`}${
        operator.seek === null ? '' : ` {${operator.seek.key}: ${printExpression(operator.seek.value)}}`
      })${sifting(operator.sieves, name(operator.slot))}`;
    case 'expand':
      return `${hop(operator, '', name)}${sifting(operator.sieves, name(operator.relationship))}${sifting(operator.endSieves, name(operator.to))}`;
    case 'endpoints':
      return hop(operator, '', name);
    case 'expandMany':
    case 'shortest':
      return hop(operator, `*${operator.min}..${operator.max ?? ''}`, name);
    case 'filter':
      return printExpression(operator.condition);
    case 'path':
      return name(operator.slot);
    case 'unwind':
    case 'foreach':
      return `${printExpression(operator.list)} AS ${name(operator.slot)}`;
    case 'project':
      return listed(operator.columns);
    case 'aggregate':
      return listed([...operator.keys, ...operator.aggregates]);
    case 'distinct':
      return operator.slots.map(name).join(', ');
    case 'sort':
      return operator.by
        .map((key) => printExpression(key.expression) + (key.descending ? ' DESC' : ''))
        .join(', ');
    case 'skip':
    case 'limit':
      return printExpression(operator.count);
    case 'union':
      return operator.isDistinct ? 'DISTINCT' : 'ALL';
    case 'call':
      return operator.procedure.name;
    case 'create':
      return operator.parts
        .map((part) =>
          part.kind === 'node' ? `(${part.labels.map((label) => `:${label}`).join('')})` : `[:${part.type}]`,
        )
        .join(', ');
    case 'set':
      return operator.items.map((item) => item.kind).join(', ');
    case 'delete':
      return operator.items.map((item) => printExpression(item)).join(', ');
  }
}

const sifting = (sieves: readonly Sieve[], name: string): string =>
  sieves.map((sieve) => `, ${printSieve(sieve, name)}`).join('');

interface Hop {
  readonly from: number;
  readonly to: number;
  readonly types: LabelExpression | null;
  readonly direction: 'out' | 'in' | 'both';
}

function hop({ from, to, types, direction }: Hop, range: string, name: (slot: number) => string): string {
  const inside = `${types === null ? '' : `:${printLabels(types, 0)}`}${range}`;
  return `(${name(from)})${direction === 'in' ? '<' : ''}-[${inside}]-${direction === 'out' ? '>' : ''}(${name(to)})`;
}
