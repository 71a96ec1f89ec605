// The shape of a relation on screen: a straight line, or a curve where several join the same two entities. All in pixels,
// y downwards. The formula for the curve's control point is sigma's, so that what we draw lies on what it draws.
import { compare, type Relation } from '../../graph/model.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A quadratic Bézier curve: two ends and what bends it. */
export interface Curve {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

/**
 * Curvature of each relation by id, 0 for one that has its two ends to itself. Relations of one pair fan out
 * evenly; those of an entity with itself are numbered from 0 instead, for `loop`.
 */
export function curvatures(relations: readonly Relation[]): ReadonlyMap<string, number> {
  const ends = (r: Relation) => [r.subject, r.object].sort(compare);
  const found = new Map<string, number>();
  for (const group of Map.groupBy(relations, (r) => ends(r).join(' ')).values()) {
    if (group[0]?.subject === group[0]?.object) {
      for (const [i, relation] of group.entries()) found.set(relation.id, i);
      continue;
    }
    const step = Math.min(0.22, 0.9 / group.length);
    for (const [i, relation] of group.entries()) {
      const side = (i - (group.length - 1) / 2) * step;
      // Seen from the other end, the same side is the other sign.
      found.set(relation.id, relation.subject === ends(relation)[0] ? side : -side);
    }
  }
  return found;
}

/** The curve between two points with a curvature; positive bends to the left of the way. */
export function curve(from: Point, to: Point, curvature: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return {
    from,
    bend: { x: (from.x + to.x) / 2 + curvature * dy, y: (from.y + to.y) / 2 - curvature * dx },
    to,
  };
}

/** A relation of an entity with itself: a loop over its dot, the further out the higher its number. */
export function loop(at: Point, radius: number, number: number): Curve {
  const [out, y] = [radius * 0.7 + 1, at.y - radius * 0.7];
  const reach = 30 + 16 * number;
  return { from: { x: at.x - out, y }, bend: { x: at.x, y: y - radius - reach }, to: { x: at.x + out, y } };
}

/** The point at `t`, 0–1 along the curve. */
export function pointAt({ from, bend, to }: Curve, t: number): Point {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}

/** The stretch of a curve between two of its points, as a curve. Source: de Casteljau's subdivision. */
export function stretch(line: Curve, begin: number, end: number): Curve {
  const tangent = (t: number): Point => ({
    x: line.from.x + (line.bend.x - line.from.x) * t,
    y: line.from.y + (line.bend.y - line.from.y) * t,
  });
  const onward = (t: number): Point => ({
    x: line.bend.x + (line.to.x - line.bend.x) * t,
    y: line.bend.y + (line.to.y - line.bend.y) * t,
  });
  const [a, b] = [tangent(begin), onward(begin)];
  const bend = { x: a.x + (b.x - a.x) * end, y: a.y + (b.y - a.y) * end };
  return { from: pointAt(line, begin), bend, to: pointAt(line, end) };
}

/** Where the curve enters the circle of that radius around its end, as `t`; near 1 for a small circle. */
export function entry(line: Curve, radius: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 14; i++) {
    const middle = (low + high) / 2;
    const point = pointAt(line, middle);
    if (Math.hypot(point.x - line.to.x, point.y - line.to.y) > radius) low = middle;
    else high = middle;
  }
  return low;
}

/** Distance in pixels from a point to the curve, within a pixel or so; more than `reach` may be any larger number. */
export function distance(line: Curve, point: Point, reach: number): number {
  if (!touches(line, point.x - reach, point.y - reach, point.x + reach, point.y + reach))
    return Number.POSITIVE_INFINITY;
  let nearest = Number.POSITIVE_INFINITY;
  let last = line.from;
  for (let i = 1; i <= 16; i++) {
    const next = pointAt(line, i / 16);
    nearest = Math.min(nearest, toSegment(point, last, next));
    last = next;
  }
  return nearest;
}

/** Whether the triangle around a curve comes near a box; false only where the curve certainly stays outside. */
export function touches(line: Curve, left: number, top: number, right: number, bottom: number): boolean {
  const { from: a, bend: b, to: c } = line;
  return (
    (a.x > left || b.x > left || c.x > left) &&
    (a.x < right || b.x < right || c.x < right) &&
    (a.y > top || b.y > top || c.y > top) &&
    (a.y < bottom || b.y < bottom || c.y < bottom)
  );
}

function toSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}
