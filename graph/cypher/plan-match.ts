// How the patterns of a MATCH are walked: where to begin, which hop comes next, and each condition as early as all that
// it names is known. Greedy, by counts of labels and types.
import type { Expression, LabelExpression, NodePattern, PathPattern, RelationshipPattern } from './ast.ts';
import type { ExpandMany, Operator, Scan, Scope } from './operators.ts';
import type { Slots } from './plan.ts';
import { sifted } from './sieve.ts';
import { namesIn, namesInPath } from './walk.ts';

/** What the planner asks about the graph. A Snapshot is one. */
export interface Statistics {
  readonly nodeCount: number;
  readonly relationshipCount: number;
  readonly types: readonly string[];
  relationshipsOfType(type: number): number;
  nodesWithLabel(label: string): { readonly length: number };
}

/** Paths and the condition on them. */
export interface Pattern {
  readonly paths: readonly PathPattern[];
  readonly where: Expression | null;
}

/** `source` joined with the matches of a pattern; names in `scope` are bound already. */
export function planMatch(
  { paths, where }: Pattern,
  source: Operator,
  scope: Scope,
  slots: Slots,
  statistics: Statistics,
): { readonly root: Operator; readonly scope: Scope } {
  const walk = new Walk(paths, where, source, scope, slots, statistics);
  return walk.plan();
}

interface Edge {
  readonly pattern: RelationshipPattern;
  readonly name: string;
  readonly left: string;
  readonly right: string;
  /** Of a shortest path: how many, and the path's own name. */
  readonly shortest: { readonly isOne: boolean; readonly path: string | null } | null;
}

interface NamedPath {
  readonly name: string;
  /** Names of nodes and relationships in turn. */
  readonly elements: readonly string[];
}

/** One walk being planned: what is bound so far, what is still to do. */
class Walk {
  #root: Operator;
  readonly #outer: Scope;
  readonly #scope: Map<string, number>;
  readonly #slots: Slots;
  readonly #statistics: Statistics;
  readonly #nodes = new Set<string>();
  readonly #bound = new Set<string>();
  /** Relationships that have been walked. */
  readonly #walked: string[] = [];
  #edges: Edge[] = [];
  #paths: NamedPath[] = [];
  #conditions: Expression[] = [];
  readonly #names = new Map<Expression, readonly string[]>();
  /** Names that this pattern binds, or has bound. */
  readonly #own: ReadonlySet<string>;

  constructor(
    paths: readonly PathPattern[],
    where: Expression | null,
    source: Operator,
    scope: Scope,
    slots: Slots,
    statistics: Statistics,
  ) {
    this.#root = source;
    this.#outer = visible(scope);
    this.#scope = new Map(this.#outer);
    this.#slots = slots;
    this.#statistics = statistics;
    for (const path of paths) this.#read(path);
    if (where !== null) this.#conditions.push(...conjuncts(where));
    this.#own = new Set([
      ...paths.flatMap(namesInPath),
      ...this.#nodes,
      ...this.#edges.map((edge) => edge.name),
    ]);
    for (const name of this.#own) if (this.#outer.has(name)) this.#bound.add(name);
  }

  plan(): { readonly root: Operator; readonly scope: Scope } {
    this.#checkLoneNodes();
    this.#settle();
    for (;;) {
      const edge = this.#nextEdge();
      if (edge !== null) this.#walk(edge);
      else {
        const start = this.#nextStart();
        if (start === null) return { root: this.#root, scope: visible(this.#scope) };
        this.#scan(start);
      }
      this.#settle();
    }
  }

  /** Notes a path's nodes, edges and conditions, and gives what has no name one that no query can use. */
  #read({ variable, shortest, start, steps }: PathPattern): void {
    const elements = [this.#readNode(start)];
    for (const { relationship, node } of steps) {
      const left = elements.at(-1) as string;
      const name = this.#nameOf(relationship);
      const right = this.#readNode(node);
      this.#edges.push({
        pattern: relationship,
        name,
        left,
        right,
        shortest: shortest === undefined ? null : { isOne: shortest === 'one', path: variable },
      });
      if (relationship.range === null && shortest === undefined) this.#readConditions(name, relationship);
      elements.push(name, right);
    }
    if (variable !== null && shortest === undefined) this.#paths.push({ name: variable, elements });
  }

  /** A list of relationships that is known already has to be the way that is found, under a name of its own. */
  #nameOf({ variable: name, range, at }: RelationshipPattern): string {
    const own = ` relationship ${this.#edges.length}`;
    if (name === null || range === null || !this.#outer.has(name)) return name ?? own;
    const place = at === undefined ? {} : { at };
    const rest = [{ operator: '=', operand: variable(name) }] as const;
    this.#conditions.push({ kind: 'comparison', first: variable(own), rest, ...place });
    return own;
  }

  #readNode(node: NodePattern): string {
    const name = node.variable ?? ` node ${this.#nodes.size}`;
    this.#nodes.add(name);
    for (const label of node.labels === null ? [] : labelConjuncts(node.labels))
      this.#conditions.push({ kind: 'hasLabels', operand: variable(name), labels: label, ...placeOf(node) });
    this.#readConditions(name, node);
    return name;
  }

  #readConditions(name: string, { properties, where }: NodePattern | RelationshipPattern): void {
    for (const { key, value } of entriesOf(properties))
      this.#conditions.push({
        kind: 'comparison',
        first: { kind: 'property', object: variable(name), key },
        rest: [{ operator: '=', operand: value }],
        ...placeOf(value),
      });
    if (where !== null) this.#conditions.push(...conjuncts(where));
  }

  /** A node that is bound and has no edge here still has to be one: an OPTIONAL MATCH may have left a null. */
  #checkLoneNodes(): void {
    const joined = new Set(this.#edges.flatMap((edge) => [edge.left, edge.right]));
    for (const name of this.#nodes)
      if (this.#bound.has(name) && !joined.has(name))
        this.#filter({ kind: 'isNull', negated: true, operand: labelsOf(name) });
  }

  /** Puts in every path and condition whose names have all been bound. */
  #settle(): void {
    const ready = this.#paths.filter((path) => path.elements.every((name) => this.#bound.has(name)));
    for (const { name, elements } of ready) {
      const slotsOfElements = elements.map((element) => this.#slot(element));
      this.#root = { kind: 'path', source: this.#root, slot: this.#slot(name), elements: slotsOfElements };
      this.#bound.add(name);
    }
    this.#paths = this.#paths.filter((path) => !ready.includes(path));
    const isReady = (condition: Expression) =>
      this.#namesOf(condition).every((name) => this.#bound.has(name));
    const now = this.#conditions.filter(isReady);
    this.#conditions = this.#conditions.filter((condition) => !now.includes(condition));
    for (const condition of now) this.#filter(condition);
  }

  /** The names of this pattern that a condition uses. */
  #namesOf(condition: Expression): readonly string[] {
    const known = this.#names.get(condition);
    if (known !== undefined) return known;
    const names = [...namesIn(condition)].filter((name) => this.#own.has(name));
    this.#names.set(condition, names);
    return names;
  }

  #filter(condition: Expression): void {
    const scope = new Map(this.#scope);
    this.#root = sifted(this.#root, condition, scope) ?? {
      kind: 'filter',
      source: this.#root,
      condition,
      scope,
    };
  }

  /** The cheapest edge with a bound end (of a shortest path: both); one with both ends bound, or bound itself, before all. Null where none is. */
  #nextEdge(): Edge | null {
    const open = this.#edges.filter((edge) => {
      const ends = [edge.left, edge.right].filter((name) => this.#bound.has(name)).length;
      return this.#isKnown(edge) || ends > (edge.shortest === null ? 0 : 1);
    });
    return cheapest(open, (edge) => this.#costOf(edge));
  }

  /** Whether its relationship was bound before this MATCH. */
  #isKnown(edge: Edge): boolean {
    return edge.pattern.range === null && edge.shortest === null && this.#outer.has(edge.name);
  }

  #costOf(edge: Edge): number {
    if (this.#isKnown(edge)) return -2;
    if (edge.shortest !== null) return Number.MAX_VALUE;
    const hops = edge.pattern.range === null ? 1 : 100;
    if (this.#bound.has(edge.left) && this.#bound.has(edge.right))
      return edge.pattern.range === null ? -1 : 50;
    return hops * this.#countOf(edge.pattern.types);
  }

  #countOf(types: LabelExpression | null): number {
    const { types: names, relationshipCount } = this.#statistics;
    if (types === null) return relationshipCount;
    return names.reduce(
      (sum, name, type) =>
        matchesLabels(types, (label) => label === name)
          ? sum + this.#statistics.relationshipsOfType(type)
          : sum,
      0,
    );
  }

  #walk(edge: Edge): void {
    if (edge.shortest !== null) {
      this.#walkShortest(edge, edge.shortest);
      return;
    }
    const { pattern, name, left, right } = edge;
    const isFromLeft = this.#bound.has(left);
    const [from, to] = isFromLeft || this.#isKnown(edge) ? [left, right] : [right, left];
    const direction = from === left ? pattern.direction : reversed(pattern.direction);
    const hop = {
      source: this.#root,
      from: this.#slot(from),
      to: this.#slot(to),
      isToBound: this.#bound.has(to),
      relationship: this.#slot(name),
      types: pattern.types,
      direction,
      distinctFrom: this.#walked.map((walked) => this.#slot(walked)),
    };
    if (this.#isKnown(edge)) this.#root = { kind: 'endpoints', ...hop, isFromBound: this.#bound.has(from) };
    else if (pattern.range === null)
      this.#root = {
        kind: 'expand',
        ...hop,
        sieves: [],
        endSieves: [],
        isSeen: true,
        isTold: true,
        next: null,
      };
    else
      this.#root = {
        kind: 'expandMany',
        ...hop,
        ...pattern.range,
        isReach: false,
        isReversed: from !== left,
        properties: entriesOf(pattern.properties).map(({ key, value }) => ({ name: key, expression: value })),
        each: this.#conditionOnEach(pattern),
        scope: new Map(this.#scope),
      };
    this.#edges = this.#edges.filter((other) => other !== edge);
    this.#walked.push(name);
    for (const bound of [from, to, name]) this.#bound.add(bound);
  }

  #conditionOnEach({ variable: name, where }: RelationshipPattern): ExpandMany['each'] {
    if (where === null) return null;
    const slot = this.#slots.take();
    const scope = new Map([...this.#outer, ...(name === null ? [] : [[name, slot] as const])]);
    return { slot, condition: where, scope };
  }

  /** Both ends are bound. What must hold of the whole path decides which one is the shortest. */
  #walkShortest(edge: Edge, { isOne, path }: NonNullable<Edge['shortest']>): void {
    const { pattern, name, left, right } = edge;
    this.#edges = this.#edges.filter((other) => other !== edge);
    const own = [name, ...(path === null ? [] : [path])];
    const slot = this.#slot(name);
    const pathSlot = path === null ? null : this.#slot(path);
    for (const bound of own) this.#bound.add(bound);
    const conditions = this.#conditions.filter((condition) => {
      const names = this.#namesOf(condition);
      return names.some((used) => own.includes(used)) && names.every((used) => this.#bound.has(used));
    });
    this.#conditions = this.#conditions.filter((condition) => !conditions.includes(condition));
    this.#root = {
      kind: 'shortest',
      source: this.#root,
      from: this.#slot(left),
      to: this.#slot(right),
      relationship: slot,
      path: pathSlot,
      types: pattern.types,
      direction: pattern.direction,
      isOne,
      min: pattern.range?.min ?? 1,
      max: pattern.range === null ? 1 : pattern.range.max,
      properties: entriesOf(pattern.properties).map(({ key, value }) => ({ name: key, expression: value })),
      conditions,
      scope: new Map(this.#scope),
    };
  }

  /** The node to begin a part of the pattern with that hangs together with nothing bound. */
  #nextStart(): string | null {
    const open = [...this.#nodes].filter((name) => !this.#bound.has(name));
    return cheapest(open, (name) => this.#estimate(name));
  }

  /** How many nodes a scan would give that pass the conditions on them alone; a guess. */
  #estimate(name: string): number {
    const own = this.#conditions.filter((condition) => {
      const names = this.#namesOf(condition);
      return names.includes(name) && names.every((used) => used === name || this.#bound.has(used));
    });
    const label = this.#bestLabel(name);
    const count = label === null ? this.#statistics.nodeCount : this.#statistics.nodesWithLabel(label).length;
    const isPinned = own.some(
      (condition) => condition.kind === 'comparison' && condition.rest[0]?.operator === '=',
    );
    return isPinned
      ? count / 1000
      : count / (1 + own.filter((condition) => condition.kind !== 'hasLabels').length);
  }

  /** The rarest label that the node must have. */
  #bestLabel(name: string): string | null {
    const labels = this.#conditions.flatMap((condition) => requiredLabel(condition, name) ?? []);
    return cheapest(labels, (label) => this.#statistics.nodesWithLabel(label).length);
  }

  #scan(name: string): void {
    const label = this.#bestLabel(name);
    const seek = this.#seekOf(name);
    this.#root = {
      kind: 'scan',
      source: this.#root,
      slot: this.#slot(name),
      label,
      seek,
      sieves: [],
      closings: [],
    };
    this.#conditions = this.#conditions.filter(
      (condition) => label === null || requiredLabel(condition, name) !== label,
    );
    this.#bound.add(name);
  }

  /** A property of the node that has to equal what is known before. */
  #seekOf(name: string): Scan['seek'] {
    for (const condition of this.#conditions) {
      if (condition.kind !== 'comparison' || condition.rest.length !== 1) continue;
      const [{ operator, operand }] = condition.rest as [(typeof condition.rest)[number]];
      if (operator !== '=') continue;
      for (const [side, value] of [
        [condition.first, operand],
        [operand, condition.first],
      ] as const) {
        const isOwn =
          side.kind === 'property' && side.object.kind === 'variable' && side.object.name === name;
        if (!isOwn || !this.#isKnownValue(value)) continue;
        return { key: side.key, value, scope: new Map(this.#scope) };
      }
    }
    return null;
  }

  /** Nothing that could fail, or be another value each time. */
  #isKnownValue(value: Expression): boolean {
    if (value.kind === 'literal' || value.kind === 'parameter') return true;
    const base = value.kind === 'property' ? value.object : value;
    return base.kind === 'variable' && (this.#bound.has(base.name) || this.#outer.has(base.name));
  }

  #slot(name: string): number {
    const known = this.#scope.get(name);
    if (known !== undefined) return known;
    const slot = this.#slots.take();
    this.#scope.set(name, slot);
    return slot;
  }
}

/** A scope without the names that no query can use: those of what has no name. */
const visible = (scope: Scope): Scope => new Map([...scope].filter(([name]) => !name.startsWith(' ')));

const variable = (name: string): Expression => ({ kind: 'variable', name });

const labelsOf = (name: string): Expression => ({
  kind: 'call',
  name: 'labels',
  distinct: false,
  arguments: [variable(name)],
});

const placeOf = ({ at }: { readonly at?: number }): { readonly at?: number } =>
  at === undefined ? {} : { at };

/** A direction as seen from the other end. */
export const reversed = (direction: RelationshipPattern['direction']): RelationshipPattern['direction'] =>
  direction === 'both' ? 'both' : direction === 'out' ? 'in' : 'out';

/** The conditions that must all hold for one to hold. */
const conjuncts = (condition: Expression): Expression[] =>
  condition.kind === 'binary' && condition.operator === 'AND'
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];

const labelConjuncts = (labels: LabelExpression): LabelExpression[] =>
  labels.kind === 'andLabels' ? [...labelConjuncts(labels.left), ...labelConjuncts(labels.right)] : [labels];

const entriesOf = (properties: Expression | null): { readonly key: string; readonly value: Expression }[] =>
  properties?.kind === 'map' ? properties.entries.map(([key, value]) => ({ key, value })) : [];

function requiredLabel(condition: Expression, name: string): string | null {
  if (condition.kind !== 'hasLabels' || condition.labels.kind !== 'label') return null;
  return condition.operand.kind === 'variable' && condition.operand.name === name
    ? condition.labels.name
    : null;
}

function cheapest<T>(items: readonly T[], cost: (item: T) => number): T | null {
  let best: { readonly item: T; readonly cost: number } | null = null;
  for (const item of items) {
    const found = cost(item);
    if (best === null || found < best.cost) best = { item, cost: found };
  }
  return best?.item ?? null;
}

/** Whether labels, of which `has` knows, fulfil an expression. */
export function matchesLabels(
  labels: LabelExpression,
  has: (label: string) => boolean,
  isAny = true,
): boolean {
  switch (labels.kind) {
    case 'label':
      return has(labels.name);
    case 'anyLabel':
      return isAny;
    case 'notLabel':
      return !matchesLabels(labels.operand, has, isAny);
    case 'andLabels':
      return matchesLabels(labels.left, has, isAny) && matchesLabels(labels.right, has, isAny);
    case 'orLabels':
      return matchesLabels(labels.left, has, isAny) || matchesLabels(labels.right, has, isAny);
  }
}
