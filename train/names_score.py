"""Strict scores of names: a name counts where its words and its kind are right."""

from collections import Counter

from names_corpus import KINDS, Span


def score(gold: list[list[Span]], found: list[list[Span]]) -> dict[str, float]:
    """Percent: precision, recall and F over all kinds, and F of each."""
    right, ours, theirs = Counter(), Counter(), Counter()
    for wanted, got in zip(gold, found):
        right.update(kind for _, _, kind in set(wanted) & set(got))
        ours.update(kind for _, _, kind in got)
        theirs.update(kind for _, _, kind in wanted)
    f = lambda kinds: percent(2 * sum(right[k] for k in kinds), sum(ours[k] + theirs[k] for k in kinds))
    return {
        "f": f(KINDS),
        "precision": percent(right.total(), ours.total()),
        "recall": percent(right.total(), theirs.total()),
        **{kind: f([kind]) for kind in KINDS},
    }


def percent(part: float, whole: float) -> float:
    return round(100 * part / max(whole, 1), 2)
