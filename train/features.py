"""The lexicon — every string that has a number — and a word's ten numbers."""

from collections import Counter
from dataclasses import dataclass, field

from form import AFFIX_BUCKETS, affixes, normal_form, shape, vector_spellings
from settings import MIN_SHAPE_COUNT, MIN_WORD_COUNT
from treebank import Sentence

UNKNOWN = 0
FEATURES = 3 + len(AFFIX_BUCKETS)
"""Columns of a word: word, vector and shape index, then the affix buckets."""


@dataclass(frozen=True)
class Lexicon:
    """Lists whose positions are the network's indices; words, vectors and shapes start with the unknown."""

    words: list[str]
    vectors: list[str]
    shapes: list[str]
    tags: list[str]
    labels: list[str]
    index: dict[str, dict[str, int]] = field(init=False)
    seen: dict[str, list[int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        lists = {name: getattr(self, name) for name in ("words", "vectors", "shapes", "tags", "labels")}
        object.__setattr__(self, "index", {n: {s: i for i, s in enumerate(l)} for n, l in lists.items()})

    def features(self, form: str) -> list[int]:
        """The word's ten numbers."""
        if form not in self.seen:
            normal = normal_form(form)
            word = self.index["words"].get(normal, UNKNOWN)
            outline = self.index["shapes"].get(shape(form), UNKNOWN)
            self.seen[form] = [word, self.vector(normal), outline, *affixes(normal)]
        return self.seen[form]

    def vector(self, normal: str) -> int:
        known = self.index["vectors"]
        return next((known[s] for s in vector_spellings(normal) if s in known), UNKNOWN)


def build_lexicon(train: list[Sentence], vector_words: list[str]) -> Lexicon:
    """The lexicon of the gold trees and the vectors; rare words and shapes are left to the unknown."""
    words = Counter(normal_form(form) for sentence in train for form in sentence.forms)
    shapes = Counter(shape(form) for sentence in train for form in sentence.forms)
    return Lexicon(
        words=["", *sorted(w for w, count in words.items() if count >= MIN_WORD_COUNT)],
        vectors=["", *vector_words],
        shapes=["", *sorted(s for s, count in shapes.items() if count >= MIN_SHAPE_COUNT)],
        tags=sorted({tag for sentence in train for tag in sentence.tags}),
        labels=sorted({label for sentence in train for label in sentence.labels}),
    )
