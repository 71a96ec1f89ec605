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

/**
 * Best head of every node but 0, which is the root; `matrix[d][h]` scores h as the head of d. Every cycle of the best
 * heads becomes one node, the smaller graph is solved, and each cycle breaks where the arc into it ends.
 */
function arborescence(matrix: readonly Float64Array[]): Int32Array {
  const heads = Int32Array.from(matrix, bestOf);
  heads[0] = 0;
  const { group, count, isCycle } = groupCycles(heads);
  if (count === matrix.length) return heads;

  const score = (d: number, h: number) => (matrix[d] as Float64Array)[h] as number;
  const smaller = Array.from({ length: count }, () => new Float64Array(count).fill(Number.NEGATIVE_INFINITY));
  const dependents = Array.from({ length: count }, () => new Int32Array(count));
  const governors = Array.from({ length: count }, () => new Int32Array(count));
  for (let d = 1; d < matrix.length; d++) {
    const to = group[d] as number;
    // An arc into a cycle takes the place of the cycle's own arc to the same node.
    const lost = isCycle[to] ? score(d, heads[d] as number) : 0;
    const row = smaller[to] as Float64Array;
    for (let h = 0; h < matrix.length; h++) {
      const from = group[h] as number;
      const gain = score(d, h) - lost;
      if (from === to || gain <= (row[from] as number)) continue;
      row[from] = gain;
      (dependents[to] as Int32Array)[from] = d;
      (governors[to] as Int32Array)[from] = h;
    }
  }
  const found = arborescence(smaller);
  for (let to = 1; to < count; to++) {
    const from = found[to] as number;
    heads[(dependents[to] as Int32Array)[from] as number] = (governors[to] as Int32Array)[from] as number;
  }
  return heads;
}

/** Numbers the nodes so that those of one cycle share a number; the root keeps 0. */
function groupCycles(heads: Int32Array): { group: Int32Array; count: number; isCycle: boolean[] } {
  const group = new Int32Array(heads.length).fill(-1);
  group[0] = 0;
  const isCycle = [false];
  const seen = new Int32Array(heads.length);
  for (let node = 1; node < heads.length; node++) {
    let at = node;
    while (group[at] === -1 && seen[at] === 0) {
      seen[at] = node;
      at = heads[at] as number;
    }
    if (group[at] === -1 && seen[at] === node) {
      // The walk has met itself.
      for (; group[at] === -1; at = heads[at] as number) group[at] = isCycle.length;
      isCycle.push(true);
    }
    for (at = node; group[at] === -1; at = heads[at] as number) {
      group[at] = isCycle.length;
      isCycle.push(false);
    }
  }
  return { group, count: isCycle.length, isCycle };
}
