"""A treebank as arrays, and its batches."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from random import Random

import numpy as np
import torch
from torch import Tensor

from features import Lexicon, build_lexicon
from form import recased
from treebank import Sentence, read_corpus
from vectors import load_vectors

CASINGS = ("lower", "upper", "title")

IGNORED = -1
"""The tag or label of a silver word that gold trees don't have, and of padding."""


@dataclass(frozen=True)
class Corpus:
    """All words of a corpus in a row; sentence i is words `starts[i]` to `starts[i + 1]`.

    `extras` holds further arrays, parallel to the words, that a batch should carry: a teacher's soft
    targets, MiniLM's vectors.
    """

    name: str
    sentences: list[Sentence]
    starts: np.ndarray
    features: np.ndarray
    tags: np.ndarray
    heads: np.ndarray
    labels: np.ndarray
    extras: dict[str, np.ndarray]

    @property
    def is_gold(self) -> bool:
        return self.name == "gold"

    def length(self, sentence: int) -> int:
        return int(self.starts[sentence + 1] - self.starts[sentence])


@dataclass(frozen=True)
class Batch:
    """Padded tensors, sentence by position; `mask` is true on words, `gold` is 1 for gold sentences."""

    members: list[tuple[Corpus, int]]
    lengths: Tensor
    mask: Tensor
    features: Tensor
    tags: Tensor
    heads: Tensor
    labels: Tensor
    gold: Tensor
    extras: dict[str, Tensor]

    @property
    def forms(self) -> list[list[str]]:
        return [corpus.sentences[i].forms for corpus, i in self.members]


@cache
def load_lexicon() -> Lexicon:
    """The one lexicon that every stage shares."""
    return build_lexicon(read_corpus("gold"), load_vectors().words)


def load_corpus(name: str) -> Corpus:
    """A corpus of `treebank.CORPORA` as arrays, with no extras."""
    lexicon, sentences = load_lexicon(), read_corpus(name)
    tags, labels = lexicon.index["tags"], lexicon.index["labels"]
    return Corpus(
        name=name,
        sentences=sentences,
        starts=np.cumsum([0, *(len(s) for s in sentences)]),
        features=np.array([lexicon.features(f) for s in sentences for f in s.forms], dtype=np.int32),
        tags=np.array([tags.get(t, IGNORED) for s in sentences for t in s.tags]),
        heads=np.array([h for s in sentences for h in s.heads]),
        labels=np.array([labels.get(l, IGNORED) for s in sentences for l in s.labels]),
        extras={},
    )


def in_casing(corpus: Corpus, casing: str) -> Corpus:
    """The corpus as it would look in one of CASINGS."""
    rows = [row for sentence in corpus.sentences for row in recased_features(sentence, casing)]
    return replace(corpus, features=np.array(rows, dtype=np.int32))


def recased_features(sentence: Sentence, casing: str) -> list[list[int]]:
    return [load_lexicon().features(recased(form, casing)) for form in sentence.forms]


def batches(
    corpora: list[Corpus], tokens: int, random: Random | None, recased_share: float = 0.0
) -> Iterator[Batch]:
    """All sentences once, like lengths together, at most `tokens` padded words a batch.

    With `random` in a new order each time, and a share of the sentences in each of CASINGS, their trees and
    soft targets unchanged; without, shortest first and always the same.
    """
    members = [(corpus, i) for corpus in corpora for i in range(len(corpus.sentences))]
    jitter = (lambda: random.random() * 3) if random else (lambda: 0)
    members.sort(key=lambda member: member[0].length(member[1]) + jitter())
    groups: list[list[tuple[Corpus, int]]] = [[]]
    longest = 0
    for corpus, i in members:
        longest = max(longest, corpus.length(i))
        if groups[-1] and longest * (len(groups[-1]) + 1) > tokens:
            groups.append([])
            longest = corpus.length(i)
        groups[-1].append((corpus, i))
    if random:
        random.shuffle(groups)
    def casing() -> str | None:
        place = random.random() / recased_share if random and recased_share else len(CASINGS)
        return CASINGS[int(place)] if place < len(CASINGS) else None

    return (collate(group, [casing() for _ in group]) for group in groups)


def batch_count(corpora: list[Corpus], tokens: int) -> int:
    """How many batches an epoch has; with jitter it may have a few more or fewer."""
    lengths = sorted(corpus.length(i) for corpus in corpora for i in range(len(corpus.sentences)))
    count = size = 0
    for length in lengths:
        if size == 0 or length * (size + 1) > tokens:
            count, size = count + 1, 0
        size += 1
    return count


def collate(members: list[tuple[Corpus, int]], casings: list[str | None] | None = None) -> Batch:
    """The batch of some sentences, each shown in its casing, if it has one."""
    lengths = torch.tensor([corpus.length(i) for corpus, i in members])
    width = int(lengths.max())

    def padded(array_of, filler: float) -> Tensor:
        first = array_of(members[0][0])
        out = np.full((len(members), width, *first.shape[1:]), filler, dtype=first.dtype)
        for row, (corpus, i) in enumerate(members):
            out[row, : corpus.length(i)] = array_of(corpus)[corpus.starts[i] : corpus.starts[i + 1]]
        return torch.from_numpy(out)

    features = padded(lambda c: c.features, 0)
    for row, ((corpus, i), casing) in enumerate(zip(members, casings or [])):
        if casing:
            features[row, : corpus.length(i)] = torch.tensor(recased_features(corpus.sentences[i], casing))

    return Batch(
        members=members,
        lengths=lengths,
        mask=torch.arange(width) < lengths[:, None],
        features=features.long(),
        tags=padded(lambda c: c.tags, IGNORED),
        heads=padded(lambda c: c.heads, 0),
        labels=padded(lambda c: c.labels, IGNORED),
        gold=torch.tensor([float(corpus.is_gold) for corpus, _ in members]),
        extras={key: padded(lambda c: c.extras[key], 0) for key in members[0][0].extras},
    )
