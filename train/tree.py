"""The best tree under arc scores, with exactly one root."""

import numpy as np

FORBIDDEN = -1e9


def best_tree(arcs: np.ndarray) -> np.ndarray:
    """The heads [n] of the highest-scoring single-root tree for arc scores [n, n + 1], root in column 0.

    Mostly each word's best head already makes a tree; else Chu–Liu–Edmonds, tried with each likely root.
    Among equal scores the lowest index wins.
    """
    heads = arcs.argmax(axis=1)
    if is_tree(heads):
        return heads
    roots = np.argsort(-arcs[:, 0], kind="stable")[: max(3, int((heads == 0).sum()))]
    candidates = [spanning_tree(with_root(arcs, root)) for root in roots]
    words = np.arange(len(arcs))
    return max(candidates, key=lambda tree: arcs[words, tree].sum())


def is_tree(heads: np.ndarray) -> bool:
    """True when one word hangs on the root and every word reaches it."""
    if (heads == 0).sum() != 1:
        return False
    reaches = {0}
    for word in range(1, len(heads) + 1):
        path = []
        while word not in reaches:
            if word in path:
                return False
            path.append(word)
            word = int(heads[word - 1])
        reaches.update(path)
    return True


def with_root(arcs: np.ndarray, root: int) -> np.ndarray:
    forced = arcs.copy()
    forced[:, 0] = FORBIDDEN
    forced[root] = FORBIDDEN
    forced[root, 0] = 0
    return forced


def spanning_tree(arcs: np.ndarray) -> np.ndarray:
    """Chu–Liu–Edmonds: heads [n] of the best spanning tree, however many roots it has."""
    scores = np.vstack([np.full(arcs.shape[1], FORBIDDEN), arcs])
    np.fill_diagonal(scores, FORBIDDEN)
    return edmonds(scores)[1:]


def edmonds(scores: np.ndarray) -> np.ndarray:
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    rest = [node for node in range(len(scores)) if node not in set(cycle)]
    contracted, entries, exits = contract(scores, heads, cycle, rest)
    outer = edmonds(contracted)
    merged = len(rest)
    for i, node in enumerate(rest[1:], start=1):
        heads[node] = exits[i] if outer[i] == merged else rest[outer[i]]
    entry = outer[merged]
    heads[entries[entry]] = rest[entry]
    return heads


def contract(scores: np.ndarray, heads: np.ndarray, cycle: list[int], rest: list[int]):
    """The graph with the cycle made one node (the last), and where each arc enters and leaves the cycle."""
    size = len(rest) + 1
    contracted = np.full((size, size), FORBIDDEN)
    contracted[:-1, :-1] = scores[np.ix_(rest, rest)]
    out_of = scores[np.ix_(rest, cycle)]
    contracted[:-1, -1] = out_of.max(axis=1)
    contracted[0] = FORBIDDEN
    gains = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    contracted[-1, :-1] = gains.max(axis=0)
    nodes = np.array(cycle)
    return contracted, nodes[gains.argmax(axis=0)], nodes[out_of.argmax(axis=1)]


def find_cycle(heads: np.ndarray) -> list[int]:
    finished = {0}
    for node in range(1, len(heads)):
        path: list[int] = []
        while node not in finished:
            if node in path:
                return path[path.index(node) :]
            path.append(node)
            node = int(heads[node])
        finished.update(path)
    return []
