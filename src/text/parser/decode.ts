// From arc scores to one tree: the best heads as they are, or the maximum arborescence where those are no tree.

/**
 * Heads of the best single-root tree. `scores` holds, for n tokens, n rows of n + 1 scores: row d − 1 says how good each
 * head h (0: the root) is for token d; none is its own. A row's scores count against each other alone: logits will do.
 * Returns n heads, 0 for the root's only child.
 * Cost: O(n²) as a rule, O(n³) at worst. Source: Chu–Liu–Edmonds; a fee on every arc from the root makes it leave once.
 */
export function decode(scores: Float32Array, n: number): Int32Array {
  const greedy = new Int32Array(n);
  for (let d = 0; d < n; d++) greedy[d] = bestOf(scores, d * (n + 1), n + 1, d + 1);
  if (isTree(greedy)) return greedy;
  const size = n + 1;
  const matrix = new Float64Array(size * size);
  matrix.set(scores, size);
  for (let d = 1; d < size; d++) {
    matrix[d * size] = (matrix[d * size] as number) - rootFee;
    matrix[d * size + d] = Number.NEGATIVE_INFINITY;
  }
  return arborescence(matrix, size).subarray(1);
}

// Larger than any difference of two trees' scores, small enough to leave them 9 digits.
const rootFee = 1e6;

/** Whether heads form one tree: one child of the root, no cycle. */
export function isTree(heads: ArrayLike<number>): boolean {
  let roots = 0;
  // 0: not seen; otherwise the token from which the walk came by. The root's is none's.
  const seen = new Int32Array(heads.length + 1);
  for (let token = 1; token <= heads.length; token++) {
    if (heads[token - 1] === 0) roots += 1;
    let at = token;
    while (at !== 0 && seen[at] === 0) {
      seen[at] = token;
      at = heads[at - 1] as number;
    }
    if (at !== 0 && seen[at] === token) return false;
  }
  return roots === 1;
}

/** Position of the largest of `length` scores from `at` on, the first of equals; `barred` is passed over. */
function bestOf(scores: Float32Array | Float64Array, at: number, length: number, barred: number): number {
  let best = barred === 0 ? 1 : 0;
  let most = scores[at + best] as number;
  for (let i = best + 1; i < length; i++) {
    const score = scores[at + i] as number;
    if (score > most && i !== barred) {
      most = score;
      best = i;
    }
  }
  return best;
}

/**
 * Best head of every node but 0, which is the root; `matrix` has a row for each of `size` nodes, which scores each as its
 * head. Every cycle of the best heads becomes one node, the smaller graph is solved, and each cycle breaks where the arc
 * into it ends.
 */
function arborescence(matrix: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size);
  for (let d = 1; d < size; d++) heads[d] = bestOf(matrix, d * size, size, d);
  const { group, count, isCycle } = groupCycles(heads);
  if (count === size) return heads;

  const smaller = new Float64Array(count * count).fill(Number.NEGATIVE_INFINITY);
  const dependents = new Int32Array(count * count);
  const governors = new Int32Array(count * count);
  for (let d = 1; d < size; d++) {
    const to = group[d] as number;
    // An arc into a cycle takes the place of the cycle's own arc to the same node.
    const lost = isCycle[to] ? (matrix[d * size + (heads[d] as number)] as number) : 0;
    for (let h = 0; h < size; h++) {
      const arc = to * count + (group[h] as number);
      const gain = (matrix[d * size + h] as number) - lost;
      if (group[h] === to || gain <= (smaller[arc] as number)) continue;
      smaller[arc] = gain;
      dependents[arc] = d;
      governors[arc] = h;
    }
  }
  const found = arborescence(smaller, count);
  for (let to = 1; to < count; to++) {
    const arc = to * count + (found[to] as number);
    heads[dependents[arc] as number] = governors[arc] as number;
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
