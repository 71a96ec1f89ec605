// Where names stand: greedy by importance, each in that of eight places around its dot which is free of other names and
// dots and has the fewest lines below it. Pure; the painter draws what comes out. Source: eight-position model, Christensen, Marks and Shieber 1995.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Dot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Size of the name as it will be drawn. */
  readonly width: number;
  readonly height: number;
  /** Named even where its name must cover other dots: what is selected, and what one finds one's way by. */
  readonly isLandmark?: boolean;
}

export interface Placed {
  readonly id: string;
  readonly box: Box;
  /** Which of the places, from 0: preferred next time, so that names don't jump while the picture moves. */
  readonly side: number;
}

/** Holds boxes and says whether another would overlap one. Cost: near constant for each, by a grid. */
export class Occupied {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes === undefined) this.#cells.set(cell, [box]);
      else boxes.push(box);
    }
  }

  has(box: Box): boolean {
    for (const cell of cellsOf(box))
      for (const other of this.#cells.get(cell) ?? []) if (overlaps(box, other)) return true;
    return false;
  }

  /** How much of a box is taken, in square pixels; what is taken twice counts twice. */
  under(box: Box): number {
    const met = new Set([...cellsOf(box)].flatMap((cell) => this.#cells.get(cell) ?? []));
    let area = 0;
    for (const other of met)
      area +=
        shared(box.x, box.width, other.x, other.width) * shared(box.y, box.height, other.y, other.height);
    return area;
  }
}

/** Where lines run, coarsely: how many small squares of a box have a line in them. */
export class Lines {
  readonly #squares = new Set<number>();

  /** A point of a line; a line adds one at least every `Lines.step` pixels. */
  add(x: number, y: number): void {
    this.#squares.add(keyOf(Math.floor(x / Lines.step), Math.floor(y / Lines.step)));
  }

  under({ x, y, width, height }: Box): number {
    let count = 0;
    for (let column = Math.floor(x / Lines.step); column <= Math.floor((x + width) / Lines.step); column++)
      for (let row = Math.floor(y / Lines.step); row <= Math.floor((y + height) / Lines.step); row++)
        if (this.#squares.has(keyOf(column, row))) count += 1;
    return count;
  }

  static readonly step = 12;
}

/**
 * Places for the names of dots, in the order given (the most important first); a name that fits nowhere has none.
 * `occupied` holds the dots already and gains the names. Nothing is placed outside `frame`.
 */
export function placeLabels(
  dots: readonly Dot[],
  frame: Box,
  occupied: Occupied,
  lines: Lines = new Lines(),
  before: ReadonlyMap<string, number> = new Map(),
): readonly Placed[] {
  const placed: Placed[] = [];
  for (const dot of dots) {
    const cost = (box: Box, side: number) =>
      lines.under(box) + side * 0.4 - (before.get(dot.id) === side ? loyalty : 0);
    const offered = placesOf(dot).filter(({ box }) => within(box, frame));
    const free = offered.filter(({ box }) => !occupied.has(box));
    // A landmark that has no place covers as little as it can.
    const covering = (box: Box, side: number) => occupied.under(box) + cost(box, side);
    const best = cheapest(free, cost) ?? (dot.isLandmark === true ? cheapest(offered, covering) : undefined);
    if (best === undefined) continue;
    occupied.add(best.box);
    placed.push(best);
  }
  return placed;
}

/** The box that a dot itself takes, as seen by names. */
export const boxOfDot = ({ x, y, radius }: Pick<Dot, 'x' | 'y' | 'radius'>): Box => ({
  x: x - radius,
  y: y - radius,
  width: radius * 2,
  height: radius * 2,
});

/** How long two stretches run together. */
const shared = (a: number, length: number, b: number, other: number): number =>
  Math.max(0, Math.min(a + length, b + other) - Math.max(a, b));

/** Whether two boxes share more than an edge. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

// Right, left, below, above, then the corners.
const sides = [0, 1, 2, 3, 4, 5, 6, 7];

// The same further out, for landmarks in a crowd.
const farSides = Array.from({ length: 16 }, (_, i) => i + 8);

function placesOf(dot: Dot): Placed[] {
  const offered = dot.isLandmark === true ? [...sides, ...farSides] : sides;
  return offered.map((side) => ({ id: dot.id, box: boxAt(dot, side), side }));
}

function cheapest(offered: readonly Placed[], cost: (box: Box, side: number) => number): Placed | undefined {
  let best: { readonly placed: Placed; readonly cost: number } | undefined;
  for (const placed of offered) {
    const price = cost(placed.box, placed.side);
    if (best === undefined || price < best.cost) best = { placed, cost: price };
  }
  return best?.placed;
}

const gap = 4;

/** How many squares of line a name bears rather than change its side. */
const loyalty = 3;

function boxAt({ x, y, radius, width, height }: Dot, side: number): Box {
  const out = radius + 11 * Math.floor(side / 8);
  const near = out * 0.72 + gap;
  const far = out + gap;
  const at = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  switch (side % 8) {
    case 0:
      return at(x + far, y - height / 2);
    case 1:
      return at(x - far - width, y - height / 2);
    case 2:
      return at(x - width / 2, y + far - 1);
    case 3:
      return at(x - width / 2, y - far - height + 1);
    case 4:
      return at(x + near, y + near - height / 2);
    case 5:
      return at(x + near, y - near - height / 2);
    case 6:
      return at(x - near - width, y + near - height / 2);
    default:
      return at(x - near - width, y - near - height / 2);
  }
}

const within = (box: Box, frame: Box): boolean =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height;

const cell = 64;

function* cellsOf({ x, y, width, height }: Box): Generator<number> {
  for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column++)
    for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row++)
      yield keyOf(column, row);
}

const keyOf = (column: number, row: number): number => column * 65_536 + row;
