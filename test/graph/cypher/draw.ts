// Graphology graphs out of Cypher patterns: draw("(a:A {x: 1})-[:T]->(b), (c)"). A name is the node's key.
import { MultiDirectedGraph } from 'graphology';
import type { Expression, LabelExpression, NodePattern } from '../../../graph/cypher/ast.ts';
import { parse } from '../../../graph/cypher/parser.ts';
import type { Parameters, Row } from '../../../graph/cypher/values.ts';
import { type CypherOptions, cypher } from '../../../graph/store/graphology.ts';

/** The graph that a pattern shows; properties are literals. */
export function draw(pattern = ''): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  if (pattern === '') return graph;
  const [clause] = parse(`MATCH ${pattern} RETURN 1`).branches[0]?.clauses ?? [];
  const add = ({ variable, labels, properties }: NodePattern): string => {
    const key = variable ?? `node ${graph.order}`;
    if (!graph.hasNode(key)) graph.addNode(key, { labels: names(labels), ...literals(properties) });
    return key;
  };
  for (const { start, steps } of clause?.kind === 'match' ? clause.paths : []) {
    let left = add(start);
    for (const { relationship, node } of steps) {
      const right = add(node);
      const [from, to] = relationship.direction === 'in' ? [right, left] : [left, right];
      graph.addEdge(from, to, { type: names(relationship.types)[0], ...literals(relationship.properties) });
      left = right;
    }
  }
  return graph;
}

/** The rows of a query on a drawn graph. */
export async function rowsOn(
  pattern: string | MultiDirectedGraph,
  query: string,
  parameters: Parameters = {},
  options: CypherOptions = {},
): Promise<Row[]> {
  const graph = typeof pattern === 'string' ? draw(pattern) : pattern;
  const rows: Row[] = [];
  for await (const row of cypher(graph, query, parameters, options).rows) rows.push(row);
  return rows;
}

function names(labels: LabelExpression | null): string[] {
  if (labels === null) return [];
  if (labels.kind === 'label') return [labels.name];
  if (labels.kind === 'andLabels') return [...names(labels.left), ...names(labels.right)];
  throw new Error('A drawing has plain labels.');
}

function literals(properties: Expression | null): Record<string, unknown> {
  if (properties?.kind !== 'map') return {};
  return Object.fromEntries(properties.entries.map(([key, value]) => [key, literal(value)]));
}

function literal(expression: Expression): unknown {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'list') return expression.items.map(literal);
  throw new Error('A drawing has literal properties.');
}
