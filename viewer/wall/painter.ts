// Draws on two plain canvases what sigma leaves to us: lit and dashed lines with their arrows below the nodes; icons,
// names and the words on lines above them. It is told where everything is, and changes nothing.
import type { EntityType } from '../../graph/model.ts';
import { type Curve, entry, pointAt, stretch } from './curves.ts';
import { icons } from './icons.ts';
import { type Box, boxOfDot, Lines, Occupied, type Placed, placeLabels } from './labels.ts';
import { type DrawnEdge, type DrawnNode, isEdgeIn, isNodeIn } from './live.ts';
import type { Palette } from './palette.ts';

/**
 * Whether sigma leaves a line to the painter: WebGL draws no dashes and no loops, and up to some hundred lines are crisper
 * from here. `count` is that of all lines.
 */
export const isPainted = (edge: Pick<DrawnEdge, 'marks' | 'isLoop'>, count: number): boolean =>
  count <= mostPainted || edge.isLoop || isDashed(edge);

/** Lines and arrow heads at rest, below the nodes; and a rim around each node, so that lines end before it. */
export function paintLines(
  context: CanvasRenderingContext2D,
  { nodes, edges }: Drawn,
  frame: Box,
  palette: Palette,
): void {
  const isFew = edges.length <= mostPainted;
  for (const edge of edges) {
    if (!isPainted(edge, edges.length) || !isEdgeIn(edge, frame)) continue;
    paintEdge(context, edge, palette, isFew);
  }
  context.fillStyle = palette.background;
  if (nodes.length > mostPainted) return;
  for (const node of nodes) if (isNodeIn(node, frame)) disc(context, node.x, node.y, node.radius + 2);
}

/** Beyond so many, WebGL draws lines. */
const mostPainted = 800;

interface Drawn {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/** Icons, names, marks. Returns where the names came to stand. */
export function paintNames(
  context: CanvasRenderingContext2D,
  { nodes, edges }: Drawn,
  frame: Box,
  palette: Palette,
  before: ReadonlyMap<string, number>,
): readonly Placed[] {
  const inside = nodes.filter((node) => isNodeIn(node, frame));
  for (const node of inside) paintIcon(context, node, palette);
  const occupied = new Occupied();
  for (const node of inside) occupied.add(boxOfDot(node));
  const near = edges.length > mostPainted ? [] : edges.filter((edge) => isEdgeIn(edge, frame));
  paintMarks(context, near, occupied, palette);
  return nameAll(context, inside, near, occupied, frame, palette, before);
}

/**
 * What is lit, over a veil that lets all else step back: lines, dots, icons, names and words on lines. Nothing below has to
 * be drawn again for it.
 */
export function paintLit(
  context: CanvasRenderingContext2D,
  { nodes, edges }: Drawn,
  frame: Box,
  palette: Palette,
  before: ReadonlyMap<string, number>,
): readonly Placed[] {
  context.fillStyle = palette.veil;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  const order = edges.toSorted((a, b) => Number(a.state === 'chosen') - Number(b.state === 'chosen'));
  for (const edge of order) paintEdge(context, edge, palette, true);
  for (const node of nodes) {
    context.fillStyle = palette.background;
    disc(context, node.x, node.y, node.radius + 2);
    context.fillStyle = palette.types[node.entityType];
    disc(context, node.x, node.y, node.radius);
    paintIcon(context, node, palette);
  }
  const occupied = new Occupied();
  for (const node of nodes) occupied.add(boxOfDot(node));
  const byWeight = nodes.toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen) || a.rank - b.rank);
  const placed = nameAll(context, byWeight, edges, occupied, frame, palette, before);
  for (const edge of order.toReversed().slice(0, mostWords))
    paintWords(context, edge, occupied, frame, palette);
  return placed;
}

/** The names of nodes, the most important first. */
function nameAll(
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
  occupied: Occupied,
  frame: Box,
  palette: Palette,
  before: ReadonlyMap<string, number>,
): readonly Placed[] {
  const dots = nodes.slice(0, mostNames).map((node) => ({
    id: node.id,
    x: node.x,
    y: node.y,
    radius: node.radius,
    node,
    ...measure(context, node),
    isLandmark: node.isChosen || node.rank < (nodes.length > crowd ? landmarksOfCrowd : landmarks),
  }));
  const placed = placeLabels(dots, frame, occupied, linesOf(edges), before);
  const byId = new Map(dots.map((d) => [d.id, d.node]));
  for (const { id, box } of placed) {
    const node = byId.get(id);
    if (node !== undefined) paintName(context, node, box, palette);
  }
  return placed;
}

/** Words on more lines than this lie on each other. */
const mostWords = 60;

/** So many of the best connected are named whatever stands around them. */
const landmarks = 6;

/** Of more nodes than this the dots themselves leave few names a place. */
const crowd = 400;
const landmarksOfCrowd = 30;

/** Names beyond this many can't be read at once anyway. */
const mostNames = 400;

const family = "Inter, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

const isDashed = (edge: Pick<DrawnEdge, 'marks'>): boolean =>
  edge.marks.some((m) => m === 'planned' || m === 'possible' || m === 'demanded');

/** The colour of a line. */
export function lineColor(edge: Pick<DrawnEdge, 'state' | 'isWeak'>, palette: Palette): string {
  switch (edge.state) {
    case 'chosen':
      return palette.chosen;
    case 'lit':
      return palette.lit;
    case 'faint':
      return palette.faintLine;
    case 'rest':
      return edge.isWeak ? palette.weakLine : palette.line;
  }
}

function paintEdge(context: CanvasRenderingContext2D, edge: DrawnEdge, palette: Palette, hasHead: boolean) {
  const color = lineColor(edge, palette);
  const arrow = !hasHead || edge.isSymmetric || edge.isLoop ? null : arrowOf(edge);
  paintLine(context, edge, arrow?.base ?? 1, color);
  if (arrow !== null) paintArrow(context, edge.curve, arrow, color);
}

function paintLine(context: CanvasRenderingContext2D, edge: DrawnEdge, end: number, color: string): void {
  const { from, bend, to } = end === 1 ? edge.curve : stretch(edge.curve, 0, end);
  context.strokeStyle = color;
  context.lineWidth = edge.size + (edge.state === 'chosen' ? 1.2 : edge.state === 'lit' ? 0.5 : 0);
  const dashed = isDashed(edge);
  if (dashed) context.setLineDash(dashes);
  context.beginPath();
  context.moveTo(from.x, from.y);
  if (edge.curvature === 0 && !edge.isLoop) context.lineTo(to.x, to.y);
  else context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
  context.stroke();
  if (dashed) context.setLineDash([]);
}

const dashes = [5, 4];

interface Arrow {
  /** Where the head begins and ends along the line. */
  readonly base: number;
  readonly tip: number;
  readonly half: number;
}

/** The head of an arrow that touches the node's rim; null where the line is too short for one. */
function arrowOf(edge: DrawnEdge): Arrow | null {
  const length = edge.state === 'rest' ? 5 + edge.size : 7 + edge.size * 1.8;
  const end = edge.radii[1] + 2.5;
  const { from, to } = edge.curve;
  if (Math.hypot(from.x - to.x, from.y - to.y) < edge.radii[0] + end + length + 4) return null;
  return { base: entry(edge.curve, end + length), tip: entry(edge.curve, end), half: length * 0.46 };
}

function paintArrow(context: CanvasRenderingContext2D, line: Curve, arrow: Arrow, color: string): void {
  const [back, tip] = [pointAt(line, arrow.base), pointAt(line, arrow.tip)];
  const length = Math.hypot(tip.x - back.x, tip.y - back.y) || 1;
  const [dx, dy] = [((tip.x - back.x) / length) * arrow.half, ((tip.y - back.y) / length) * arrow.half];
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(back.x - dy, back.y + dx);
  context.lineTo(back.x + dy, back.y - dx);
  context.fill();
}

const shapes = new Map<EntityType, Path2D>();

function paintIcon(context: CanvasRenderingContext2D, node: DrawnNode, palette: Palette): void {
  if (node.isChosen) {
    context.strokeStyle = palette.types[node.entityType];
    context.lineWidth = 2;
    context.beginPath();
    context.arc(node.x, node.y, node.radius + 3.5, 0, 2 * Math.PI);
    context.stroke();
  }
  if (node.isPinned) paintPin(context, node, palette);
  if (node.radius < 6) return;
  const shape = shapes.get(node.entityType) ?? new Path2D(icons[node.entityType]);
  shapes.set(node.entityType, shape);
  const scale = (node.radius * 1.12) / 24;
  context.save();
  context.translate(node.x - 12 * scale, node.y - 12 * scale);
  context.scale(scale, scale);
  context.fillStyle = palette.icon;
  context.fill(shape, 'evenodd');
  context.restore();
}

/** The head of a pin, at the upper right of a dot. */
function paintPin(context: CanvasRenderingContext2D, node: DrawnNode, palette: Palette): void {
  const [x, y] = [node.x + node.radius * 0.75, node.y - node.radius * 0.75];
  context.fillStyle = palette.background;
  disc(context, x, y, 6.5);
  context.fillStyle = palette.text;
  disc(context, x, y, 4.5);
  context.fillStyle = palette.background;
  disc(context, x - 1.2, y - 1.2, 1.4);
}

function fontOf(node: DrawnNode): string {
  const isBold = node.isChosen || (node.rank < 6 && node.radius > 11);
  const size = node.radius > 14 ? 14.5 : node.radius > 9 ? 13.5 : 12.5;
  return `${isBold ? 600 : 400} ${size}px ${family}`;
}

const widths = new Map<string, number>();

function measure(context: CanvasRenderingContext2D, node: DrawnNode): { width: number; height: number } {
  const font = fontOf(node);
  const text = shortened(node.label);
  const key = `${font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = font;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return { width: width + 2, height: 17 };
}

function paintName(context: CanvasRenderingContext2D, node: DrawnNode, box: Box, palette: Palette): void {
  context.font = fontOf(node);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  halo(
    context,
    shortened(node.label),
    box.x + 1,
    box.y + box.height / 2 + 0.5,
    palette.text,
    palette.background,
  );
}

function halo(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  color: string,
  around: string,
): void {
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = around;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}

/** Where lines run that a name had better not cover; beyond some hundred lines, names go where they can. */
function linesOf(edges: readonly DrawnEdge[]): Lines {
  const lines = new Lines();
  for (const { curve } of edges) {
    const length = Math.hypot(curve.from.x - curve.to.x, curve.from.y - curve.to.y);
    const steps = Math.min(Math.ceil(length / Lines.step), 200);
    for (let i = 1; i < steps; i++) {
      const { x, y } = pointAt(curve, i / steps);
      lines.add(x, y);
    }
  }
  return lines;
}

/** A small round mark on a line that some report denies, at the first place along it that is free. */
function paintMarks(
  context: CanvasRenderingContext2D,
  edges: readonly DrawnEdge[],
  occupied: Occupied,
  palette: Palette,
): void {
  for (const edge of edges) {
    const isDenied = edge.marks.includes('denied');
    if (!isDenied && !edge.marks.includes('disputed')) continue;
    const spots = [0.5, 0.4, 0.6, 0.3, 0.7].map((t) => boxOfDot({ ...pointAt(edge.curve, t), radius: 7 }));
    const box = spots.find((spot) => !occupied.has(spot));
    if (box === undefined) continue;
    occupied.add(box);
    const [x, y] = [box.x + 7, box.y + 7];
    context.fillStyle = palette.background;
    disc(context, x, y, 7);
    context.strokeStyle = palette.denied;
    context.lineWidth = 1.5;
    context.beginPath();
    if (isDenied) {
      context.moveTo(x - 3, y - 3);
      context.lineTo(x + 3, y + 3);
      context.moveTo(x + 3, y - 3);
      context.lineTo(x - 3, y + 3);
    } else {
      context.moveTo(x - 4, y - 2);
      context.lineTo(x + 4, y - 2);
      context.moveTo(x - 4, y + 2);
      context.lineTo(x + 4, y + 2);
      context.moveTo(x + 2, y - 5);
      context.lineTo(x - 2, y + 5);
    }
    context.stroke();
  }
}

/** The words of a lit line on a small plate, at the first place along it that is free; none where all are taken. */
function paintWords(
  context: CanvasRenderingContext2D,
  edge: DrawnEdge,
  occupied: Occupied,
  frame: Box,
  palette: Palette,
): void {
  const text = shortened([edge.label, ...edge.marks].join(' · '));
  context.font = `500 11.5px ${family}`;
  const [width, height] = [context.measureText(text).width + 14, 18];
  for (const t of [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72]) {
    const { x, y } = pointAt(edge.curve, t);
    const box = { x: x - width / 2, y: y - height / 2, width, height };
    const fits = box.x > frame.x && box.x + width < frame.x + frame.width;
    if (!fits || (occupied.has(box) && edge.state !== 'chosen')) continue;
    occupied.add(box);
    const isChosen = edge.state === 'chosen';
    context.beginPath();
    context.roundRect(box.x, box.y, width, height, 9);
    context.fillStyle = isChosen ? palette.chosen : palette.pill;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = isChosen ? palette.chosen : palette.pillEdge;
    context.stroke();
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    context.fillStyle = isChosen ? palette.onChosen : palette.text;
    context.fillText(text, box.x + 7, y + 0.5);
    return;
  }
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

const shortened = (text: string): string => (text.length > 34 ? `${text.slice(0, 33).trimEnd()}…` : text);
