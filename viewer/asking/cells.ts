// What a query gives, in a form that a worker can hand to the page: plain data, with graph things named by our own ids.
import { Float, Node, Path, Relationship, Temporal, type Value } from '../../graph/cypher/values.ts';

/** One value of a row. */
export type Cell =
  | null
  | boolean
  | number
  | string
  | { readonly is: 'list'; readonly items: readonly Cell[] }
  | { readonly is: 'map'; readonly entries: readonly (readonly [key: string, value: Cell])[] }
  | NodeCell
  | RelationshipCell
  | {
      readonly is: 'path';
      readonly nodes: readonly NodeCell[];
      readonly relationships: readonly RelationshipCell[];
    };

/** A node: `id` is that of the document, sentence, entity or claim. */
export interface NodeCell {
  readonly is: 'node';
  readonly kind: string;
  readonly id: string;
  /** What it is called: a name, a title, a sentence's text, a claim's quote. */
  readonly text: string;
}

/** A relationship: `id` is that of the relation; empty for one that holds the graph together. */
export interface RelationshipCell {
  readonly is: 'relationship';
  readonly id: string;
  readonly type: string;
}

/** A value as a cell. Dates, durations, floats and large integers become their text. */
export function cellOf(value: Value): Cell {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Float) return Number.isInteger(value.value) ? value.value.toFixed(1) : value.value;
  if (value instanceof Temporal) return value.toString();
  if (value instanceof Node) return nodeCell(value);
  if (value instanceof Relationship) return relationshipCell(value);
  if (value instanceof Path)
    return {
      is: 'path',
      nodes: value.nodes.map(nodeCell),
      relationships: value.relationships.map(relationshipCell),
    };
  if (Array.isArray(value)) return { is: 'list', items: value.map(cellOf) };
  return { is: 'map', entries: Object.entries(value).map(([key, item]) => [key, cellOf(item)]) };
}

/** A cell in one line of text: for CSV and for sorting. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  switch (cell.is) {
    case 'list':
      return `[${cell.items.map(cellText).join(', ')}]`;
    case 'map':
      return `{${cell.entries.map(([key, value]) => `${key}: ${cellText(value)}`).join(', ')}}`;
    case 'node':
      return cell.text;
    case 'relationship':
      return cell.type;
    case 'path':
      return cell.nodes
        .map((node, i) => (i === 0 ? node.text : `${cell.relationships[i - 1]?.type} ${node.text}`))
        .join(' – ');
  }
}

function nodeCell({ labels, properties }: Node): NodeCell {
  const [kind = 'Node'] = labels;
  const words = properties.name ?? properties.title ?? properties.quote ?? properties.text ?? properties.id;
  return { is: 'node', kind, id: String(properties.id ?? ''), text: String(words ?? '') };
}

const relationshipCell = ({ type, properties }: Relationship): RelationshipCell => ({
  is: 'relationship',
  id: String(properties.id ?? ''),
  type,
});
