"""Sentences as a head reads them, and their batches."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor

from form import recased
from names_corpus import SOURCES, NamedSentence, read_names
from names_features import kept_states, states
from names_head import TAGS, tags_of
from names_lists import flags_of
from names_settings import FOLDS, HEAD_BATCH_TOKENS

MOST_FLAGS = 6


@dataclass(frozen=True)
class Example:
    """A sentence with what is known of its names: `unary` [n, tags], `pairs` [tags, tags], as Head.loss has them."""

    sentence: NamedSentence
    states: np.ndarray
    flags: np.ndarray
    unary: np.ndarray
    pairs: np.ndarray
    weight: float

    def __len__(self) -> int:
        return len(self.sentence.forms)


@dataclass(frozen=True)
class HeadBatch:
    examples: list[Example]
    lengths: Tensor
    mask: Tensor
    states: Tensor
    flags: Tensor
    sources: Tensor
    unary: Tensor
    pairs: Tensor
    weights: Tensor

    @property
    def forms(self) -> list[list[str]]:
        return [example.sentence.forms for example in self.examples]


def load_examples(source: str, weight: float = 1.0) -> list[Example]:
    """The sentences of a source with their own names."""
    sentences = read_names(source)
    rows = kept_states(f"names-{source}", [s.forms for s in sentences])
    return [gold_example(sentence, row, weight) for sentence, row in zip(sentences, rows)]


def gold_example(sentence: NamedSentence, rows: np.ndarray, weight: float) -> Example:
    tags = tags_of(len(sentence.forms), sentence.spans)
    unary = np.eye(len(TAGS), dtype=np.float32)[tags]
    pairs = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    np.add.at(pairs, (tags[:-1], tags[1:]), 1)
    return Example(sentence, rows, padded_flags(sentence.forms), unary, pairs, weight)


def padded_flags(forms: list[str]) -> np.ndarray:
    out = np.zeros((len(forms), MOST_FLAGS), dtype=np.int8)
    for row, flags in zip(out, flags_of(forms)):
        row[: len(flags)] = flags[:MOST_FLAGS]
    return out


def news_documents(sentences: list[NamedSentence]) -> list[str]:
    return sorted({s.document for s in sentences if "_news_" in s.document})


def held_out(documents: list[str], fold: int | str | None) -> set[str]:
    """The documents of a fold: every fifth; of "all": all."""
    if fold is None:
        return set()
    return set(documents) if fold == "all" else set(documents[int(fold) :: FOLDS])


def head_batches(examples: list[Example], random: Random | None, recased_share: float = 0.0) -> Iterator[HeadBatch]:
    """As `corpus.batches`: all once, like lengths together; with `random` mixed, a share in lower case and one in
    capitals."""
    jitter = (lambda: random.random() * 3) if random else (lambda: 0)
    groups: list[list[Example]] = [[]]
    for example in sorted(examples, key=lambda e: len(e) + jitter()):
        if groups[-1] and len(example) * (len(groups[-1]) + 1) > HEAD_BATCH_TOKENS:
            groups.append([])
        groups[-1].append(example)
    if random:
        random.shuffle(groups)
    for group in groups:
        yield collate([recase(e, random, recased_share) for e in group] if random else group)


def recase(example: Example, random: Random, share: float) -> Example:
    place = random.random()
    if place >= 2 * share:
        return example
    casing = "lower" if place < share else "upper"
    forms = [recased(form, casing) for form in example.sentence.forms]
    (rows,) = states([forms])
    return Example(example.sentence, rows, padded_flags(forms), example.unary, example.pairs, example.weight)


def collate(group: list[Example]) -> HeadBatch:
    lengths = torch.tensor([len(example) for example in group])
    width = int(lengths.max())

    def padded(arrays: list[np.ndarray], kind: type) -> Tensor:
        out = np.zeros((len(arrays), width, arrays[0].shape[-1]), dtype=kind)
        for row, array in zip(out, arrays):
            row[: len(array)] = array
        return torch.from_numpy(out)

    return HeadBatch(
        examples=group,
        lengths=lengths,
        mask=torch.arange(width) < lengths[:, None],
        states=padded([e.states for e in group], np.float32),
        flags=padded([e.flags for e in group], np.int64),
        sources=torch.tensor([SOURCES.index(e.sentence.source) for e in group]),
        unary=padded([e.unary for e in group], np.float32),
        pairs=torch.from_numpy(np.stack([e.pairs for e in group]).astype(np.float32)),
        weights=torch.tensor([e.weight for e in group]),
    )
