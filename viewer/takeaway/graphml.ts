// GraphML, which yEd, igraph, NetworkX and Cytoscape read.
import type { Atlas } from '../reading/atlas.ts';
import { entityFields, type Field, relationFields } from './fields.ts';
import type { Part } from './part.ts';
import { xml } from './xml.ts';

/** The part as GraphML. Source: graphml.graphdrawing.org. */
export function graphmlOf(atlas: Atlas, { entities, relations }: Part): string {
  const nodeFields = entityFields(atlas);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys('node', nodeFields),
    ...keys('edge', relationFields),
    '<graph edgedefault="directed">',
    ...entities.map((e) => `<node id="${xml(e.id)}">${data('node', nodeFields, e)}</node>`),
    ...relations.map(
      (r) =>
        `<edge id="${xml(r.id)}" source="${xml(r.subject)}" target="${xml(r.object)}">${data('edge', relationFields, r)}</edge>`,
    ),
    '</graph>',
    '</graphml>',
  ];
  return `${lines.join('\n')}\n`;
}

const types = { string: 'string', integer: 'int', boolean: 'boolean' } as const;

const keys = <Item>(kind: 'node' | 'edge', fields: readonly Field<Item>[]): readonly string[] =>
  fields.map(
    ({ name, type }) =>
      `<key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${types[type]}"/>`,
  );

const data = <Item>(kind: 'node' | 'edge', fields: readonly Field<Item>[], item: Item): string =>
  fields
    .map((field) => [field.name, field.value(item)] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<data key="${kind}-${name}">${xml(String(value))}</data>`)
    .join('');
