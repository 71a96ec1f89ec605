// From arc scores to one tree: the best heads as they are, or the maximum arborescence where those are no tree.

/**
 * Heads of the best single-root tree. `scores` holds, for n tokens, n rows of n + 1 scores: row d − 1 says how good each
 * head h (0: the root) is for token d. A row's scores count against each other alone: logits will do. Returns n heads, 0 for the root's only child.
 * Cost: O(n²) as a rule, O(n³) at worst. Source: Chu–Liu–Edmonds; a fee on every arc from the root makes it leave once.
 */
export function decode(scores: readonly Float32Array[]): Int32Array {
  const greedy = Int32Array.from(scores, bestOf);
  if (isTree(greedy)) return greedy;
  const n = scores.length;
  const matrix = [
    new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY),
    ...scores.map((row) => Float64Array.from(row)),
  ];
  for (let d = 1; d <= n; d++) {
    const row = matrix[d] as Float64Array;
    row[0] = (row[0] as number) - rootFee;
    row[d] = Number.NEGATIVE_INFINITY;
  }
  return arborescence(matrix).slice(1);
}

// Larger than any difference of two trees' scores, small enough to leave them 9 digits.
const rootFee = 1e6;

/** Whether heads form one tree: one child of the root, no cycle. */
export function isTree(heads: ArrayLike<number>): boolean {
  let roots = 0;
  const state = new Uint8Array(heads.length + 1); // 0: not seen, 1: on the way, 2: leads to the root
  state[0] = 2;
  for (let token = 1; token <= heads.length; token++) {
    if (heads[token - 1] === 0) roots += 1;
    const way: number[] = [];
    let at = token;
    while (state[at] === 0) {
      state[at] = 1;
      way.push(at);
      at = heads[at - 1] as number;
    }
    if (state[at] === 1) return false;
    for (const passed of way) state[passed] = 2;
  }
  return roots === 1;
}

function bestOf(row: Float32Array | Float64Array): number {
  let best = 0;
  for (let i = 1; i < row.length; i++) if ((row[i] as number) > (row[best] as number)) best = i;
  return best;
}

/** Best head of every node but 0, which is the root; `matrix[d][h]` scores h as the head of d. */
function arborescence(matrix: readonly Float64Array[]): Int32Array {
  const heads = Int32Array.from(matrix, bestOf);
  heads[0] = 0;
  const cycle = findCycle(heads);
  if (cycle === null) return heads;

  const inCycle = new Set(cycle);
  const rest = matrix.map((_, node) => node).filter((node) => !inCycle.has(node));
  const merged = rest.length;
  const score = (d: number, h: number) => (matrix[d] as Float64Array)[h] as number;
  const lost = (node: number) => score(node, heads[node] as number);
  // The cycle becomes one node: as a head it lends its best member; as a dependent it breaks where that costs least.
  const smaller = Array.from({ length: merged + 1 }, () =>
    new Float64Array(merged + 1).fill(Number.NEGATIVE_INFINITY),
  );
  const entry = new Int32Array(merged);
  const exit = new Int32Array(merged);
  for (const [i, d] of rest.entries()) {
    const row = smaller[i] as Float64Array;
    for (const [j, h] of rest.entries()) row[j] = score(d, h);
    exit[i] = cycle.reduce((best, node) => (score(d, node) > score(d, best) ? node : best));
    row[merged] = score(d, exit[i] as number);
    entry[i] = cycle.reduce((best, node) =>
      score(node, d) - lost(node) > score(best, d) - lost(best) ? node : best,
    );
    (smaller[merged] as Float64Array)[i] = score(entry[i] as number, d) - lost(entry[i] as number);
  }
  const found = arborescence(smaller);
  for (const [i, d] of rest.entries()) {
    if (i === 0) continue;
    heads[d] = found[i] === merged ? (exit[i] as number) : (rest[found[i] as number] as number);
  }
  const from = found[merged] as number;
  heads[entry[from] as number] = rest[from] as number;
  return heads;
}

function findCycle(heads: Int32Array): number[] | null {
  const state = new Uint8Array(heads.length);
  state[0] = 2;
  for (let node = 1; node < heads.length; node++) {
    const way: number[] = [];
    let at = node;
    while (state[at] === 0) {
      state[at] = 1;
      way.push(at);
      at = heads[at] as number;
    }
    if (state[at] === 1) return way.slice(way.indexOf(at));
    for (const passed of way) state[passed] = 2;
  }
  return null;
}
