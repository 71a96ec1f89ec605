// Dots that overlap pushed apart, more so sideways: names stand beside their dots. No chance in it.

/** Places in which no two dots overlap, but in a crowd that no push can undo. Cost: linear, for each of some rounds. */
export function separate(sizes: Float32Array, places: Float32Array): Float32Array {
  const moved = places.map((value, i) => (i & 1 ? value : value / sideways));
  const most = sizes.reduce((high, size) => Math.max(high, size), 0);
  const cell = 2 * most + margin;
  for (let round = 0; round < rounds; round++) if (!pushed(sizes, moved, cell)) break;
  return moved.map((value, i) => (i & 1 ? value : value * sideways));
}

const sideways = 1.7;

/** Pixels that stay free between two dots. */
const margin = 12;

const rounds = 80;

/** Pushes each pair that is too near half the way each. False where none is. */
function pushed(sizes: Float32Array, places: Float32Array, cell: number): boolean {
  const cells = new Map<number, number[]>();
  const columnOf = (node: number) => Math.floor((places[node * 2] ?? 0) / cell);
  const rowOf = (node: number) => Math.floor((places[node * 2 + 1] ?? 0) / cell);
  for (const node of sizes.keys()) {
    const key = keyOf(columnOf(node), rowOf(node));
    const there = cells.get(key);
    if (there === undefined) cells.set(key, [node]);
    else there.push(node);
  }
  let isMoved = false;
  for (const node of sizes.keys()) {
    const [column, row] = [columnOf(node), rowOf(node)];
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++)
        for (const other of cells.get(keyOf(x, y)) ?? [])
          if (other > node) isMoved = apart(sizes, places, node, other) || isMoved;
  }
  return isMoved;
}

function apart(sizes: Float32Array, places: Float32Array, a: number, b: number): boolean {
  let [dx, dy] = [
    (places[b * 2] ?? 0) - (places[a * 2] ?? 0),
    (places[b * 2 + 1] ?? 0) - (places[a * 2 + 1] ?? 0),
  ];
  let distance = Math.hypot(dx, dy);
  const lacking = (sizes[a] ?? 0) + (sizes[b] ?? 0) + margin - distance;
  if (lacking < 0.5) return false;
  // In one place there is no direction: each pair has its own.
  if (distance < 0.01) [dx, dy, distance] = [Math.cos(a + b), Math.sin(a + b), 1];
  const share = lacking / 2 / distance;
  places[a * 2] = (places[a * 2] ?? 0) - dx * share;
  places[a * 2 + 1] = (places[a * 2 + 1] ?? 0) - dy * share;
  places[b * 2] = (places[b * 2] ?? 0) + dx * share;
  places[b * 2 + 1] = (places[b * 2 + 1] ?? 0) + dy * share;
  return true;
}

const keyOf = (column: number, row: number): number => (column + 32_768) * 65_536 + row + 32_768;
