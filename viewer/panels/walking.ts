// The wall by arrow keys: from the selected entity to the next one in that direction. Pure.

export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The spot that an arrow key leads to: the nearest within a right angle around its direction, where what lies aside counts
 * double. From nowhere, the first spot. Undefined for another key, and where nothing lies there.
 */
export function towards(spots: readonly Spot[], from: string | null, key: string): Spot | undefined {
  const direction = directions[key];
  if (direction === undefined) return undefined;
  const start = spots.find(({ id }) => id === from);
  if (start === undefined) return spots[0];
  const [dx, dy] = direction;
  let best: { readonly spot: Spot; readonly away: number } | undefined;
  for (const spot of spots) {
    const [x, y] = [spot.x - start.x, spot.y - start.y];
    const [along, aside] = [x * dx + y * dy, Math.abs(x * dy) + Math.abs(y * dx)];
    if (spot.id === start.id || along <= 0 || aside > along) continue;
    const away = along + aside * 2;
    if (best === undefined || away < best.away) best = { spot, away };
  }
  return best?.spot;
}
