// GEXF 1.3, which Gephi reads: entities and relations with their fields, and the places on the wall where there are any.
import type { Atlas } from '../reading/atlas.ts';
import { entityFields, type Field, relationFields } from './fields.ts';
import type { Part } from './part.ts';
import { xml } from './xml.ts';

/** The part as GEXF. `places` are pixels, y downwards. Source: gexf.net, 1.3. */
export function gexfOf(
  atlas: Atlas,
  { entities, relations }: Part,
  places: ReadonlyMap<string, { readonly x: number; readonly y: number; readonly radius: number }>,
): string {
  const nodeFields = entityFields(atlas);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta><creator>wiregraph</creator><description>${xml(atlas.name)}</description></meta>`,
    '<graph defaultedgetype="directed" mode="static">',
    attributes('node', nodeFields),
    attributes('edge', relationFields),
    '<nodes>',
    ...entities.map((entity) => {
      const place = places.get(entity.id);
      const viz =
        place === undefined
          ? ''
          : `<viz:position x="${place.x.toFixed(1)}" y="${(-place.y).toFixed(1)}" z="0"/><viz:size value="${place.radius.toFixed(1)}"/>`;
      return `<node id="${xml(entity.id)}" label="${xml(entity.name)}">${values(nodeFields, entity)}${viz}</node>`;
    }),
    '</nodes>',
    '<edges>',
    ...relations.map(
      (r) =>
        `<edge id="${xml(r.id)}" source="${xml(r.subject)}" target="${xml(r.object)}" label="${xml(r.type)}" weight="${r.origins}">${values(relationFields, r)}</edge>`,
    ),
    '</edges>',
    '</graph>',
    '</gexf>',
  ];
  return `${lines.join('\n')}\n`;
}

const attributes = <Item>(kind: 'node' | 'edge', fields: readonly Field<Item>[]): string =>
  `<attributes class="${kind}">${fields
    .map(({ name, type }, i) => `<attribute id="${i}" title="${name}" type="${type}"/>`)
    .join('')}</attributes>`;

const values = <Item>(fields: readonly Field<Item>[], item: Item): string =>
  `<attvalues>${fields
    .map((field, i) => [i, field.value(item)] as const)
    .filter(([, value]) => value !== '')
    .map(([i, value]) => `<attvalue for="${i}" value="${xml(String(value))}"/>`)
    .join('')}</attvalues>`;
