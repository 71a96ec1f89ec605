// What is seen on the wall as SVG: the same places, lines, marks and names; every text escaped, nothing loaded from
// elsewhere. PNG is made of it.
import { entry, pointAt, stretch } from '../wall/curves.ts';
import { icons } from '../wall/icons.ts';
import type { DrawnEdge, DrawnNode } from '../wall/live.ts';
import { lineColor } from '../wall/painter.ts';
import type { Palette } from '../wall/palette.ts';
import type { Drawing } from '../wall/sigma.ts';
import { xml } from './xml.ts';

const family = "Inter, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** The drawing as a whole SVG document, as large as the wall; `title` stands in it for whoever can't see it. */
export function svgOf({ width, height, nodes, edges, names, palette }: Drawing, title: string): string {
  const isInside = ({ x, y, radius }: DrawnNode) =>
    x > -radius && y > -radius && x < width + radius && y < height + radius;
  const shown = nodes.filter(isInside);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const order = { faint: 0, rest: 1, lit: 2, chosen: 3 };
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" font-family="${xml(family)}">`,
    `<title>${xml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${palette.background}"/>`,
    ...edges.toSorted((a, b) => order[a.state] - order[b.state]).map((edge) => line(edge, palette)),
    ...shown.map((node) => dot(node, palette)),
    ...edges.flatMap((edge) => words(edge, palette)),
    ...names.flatMap(({ id, box }) => {
      const node = byId.get(id);
      return node === undefined ? [] : [name(node, box.x + 1, box.y + box.height / 2, palette)];
    }),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function line(edge: DrawnEdge, palette: Palette): string {
  const color = lineColor(edge, palette);
  const head = 5 + edge.size * (edge.state === 'rest' ? 1 : 1.8);
  const end = edge.radii[1] + 2.5;
  const { from, to } = edge.curve;
  const isShort = Math.hypot(from.x - to.x, from.y - to.y) < edge.radii[0] + end + head + 4;
  const hasHead = !edge.isSymmetric && edge.state !== 'faint' && !isShort;
  const base = hasHead ? entry(edge.curve, end + head) : 1;
  const drawn = stretch(edge.curve, 0, base);
  const dash = edge.marks.some((m) => m === 'planned' || m === 'possible' || m === 'demanded')
    ? ' stroke-dasharray="5 4"'
    : '';
  const path = `<path d="M${at(drawn.from)}Q${at(drawn.bend)} ${at(drawn.to)}" fill="none" stroke="${color}" stroke-width="${round(edge.size)}"${dash}/>`;
  if (!hasHead) return path;
  const [back, tip] = [pointAt(edge.curve, base), pointAt(edge.curve, entry(edge.curve, end))];
  const length = Math.hypot(tip.x - back.x, tip.y - back.y) || 1;
  const [dx, dy] = [((tip.x - back.x) / length) * head * 0.46, ((tip.y - back.y) / length) * head * 0.46];
  return `${path}<path d="M${at(tip)}L${at({ x: back.x - dy, y: back.y + dx })}L${at({ x: back.x + dy, y: back.y - dx })}Z" fill="${color}"/>`;
}

function dot(node: DrawnNode, palette: Palette): string {
  const { x, y, radius } = node;
  const color = node.isFaint ? palette.faintNode : palette.types[node.entityType];
  const rim = `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius + (node.isFaint ? 0 : 2))}" fill="${palette.background}"/>`;
  const disc = `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${color}"/>`;
  if (node.isFaint || radius < 6) return rim + disc;
  const scale = (radius * 1.12) / 24;
  const icon = `<path d="${icons[node.entityType]}" fill="${palette.icon}" fill-rule="evenodd" transform="translate(${round(x - 12 * scale)} ${round(y - 12 * scale)}) scale(${scale.toFixed(4)})"/>`;
  const ring = node.isChosen
    ? `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius + 3.5)}" fill="none" stroke="${color}" stroke-width="2"/>`
    : '';
  return rim + disc + icon + ring;
}

/** What a lit line says, on its middle; and the sign of what is denied or disputed on one at rest. */
function words(edge: DrawnEdge, palette: Palette): readonly string[] {
  const { x, y } = pointAt(edge.curve, 0.5);
  if (edge.state === 'lit' || edge.state === 'chosen') {
    const text = [edge.label, ...edge.marks].join(' · ');
    const color = edge.state === 'chosen' ? palette.chosen : palette.text;
    return [label(text, x, y, 11.5, 500, color, palette.background, 'middle')];
  }
  const sign = edge.marks.includes('denied') ? '✕' : edge.marks.includes('disputed') ? '≠' : null;
  return sign === null || edge.state === 'faint'
    ? []
    : [label(sign, x, y, 12, 700, palette.denied, palette.background, 'middle')];
}

function name(node: DrawnNode, x: number, y: number, palette: Palette): string {
  const isBold = node.isChosen || (node.rank < 6 && node.radius > 11);
  const size = node.radius > 14 ? 14.5 : node.radius > 9 ? 13.5 : 12.5;
  const text = node.label.length > 34 ? `${node.label.slice(0, 33).trimEnd()}…` : node.label;
  return label(text, x, y, size, isBold ? 600 : 400, palette.text, palette.background, 'start');
}

/** A text with a halo. Its box was placed from the left, so a text that runs from the right begins there too. */
const label = (
  text: string,
  x: number,
  y: number,
  size: number,
  weight: number,
  color: string,
  halo: string,
  anchor: 'start' | 'middle',
): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" dominant-baseline="central" direction="ltr" fill="${color}" stroke="${halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${xml(text)}</text>`;

const round = (value: number): string => String(Math.round(value * 10) / 10);

const at = ({ x, y }: { readonly x: number; readonly y: number }): string => `${round(x)} ${round(y)}`;
