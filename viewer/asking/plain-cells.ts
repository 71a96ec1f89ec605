// Values as the server hands them over, which knows no difference between a node and a map: what the page holds too is told
// by its id.
import { documentOfClaim } from '../../graph/model.ts';
import type { Atlas } from '../reading/atlas.ts';
import type { Cell, NodeCell } from './cells.ts';

/** A value as JSON. */
export type CypherPlain =
  | null
  | boolean
  | number
  | string
  | readonly CypherPlain[]
  | { readonly [key: string]: CypherPlain };

/** The value as a cell; a map with the id of an entity, a relation, a claim or an article stands for that. */
export function plainCell(atlas: Atlas, value: CypherPlain): Cell {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return { is: 'list', items: value.map((item) => plainCell(atlas, item)) };
  const { id } = value;
  if (typeof id === 'string') {
    const relation = atlas.relations.get(id);
    if (relation !== undefined) return { is: 'relationship', id, type: relation.type };
    const node = nodeWith(atlas, id, value);
    if (node !== null) return node;
  }
  return { is: 'map', entries: Object.entries(value).map(([key, item]) => [key, plainCell(atlas, item)]) };
}

function nodeWith(atlas: Atlas, id: string, value: { readonly [key: string]: CypherPlain }): NodeCell | null {
  const words = value.name ?? value.title ?? value.quote ?? value.text;
  if (typeof words !== 'string') return null;
  const kind = atlas.entities.has(id)
    ? 'Entity'
    : documentOfClaim(id) !== null
      ? 'Claim'
      : atlas.documents.has(id)
        ? 'Document'
        : 'quote' in value || 'title' in value || 'name' in value
          ? 'Node'
          : 'Sentence';
  return { is: 'node', kind, id, text: words };
}

const isList = (value: CypherPlain): value is readonly CypherPlain[] => Array.isArray(value);
