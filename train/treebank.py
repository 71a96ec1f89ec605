"""Reads CoNLL-U treebanks. It knows nothing of the network: sentences in, sentences out."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from places import TREEBANKS
from settings import SILVER_LENGTHS


@dataclass(frozen=True)
class Sentence:
    """Parallel lists, one item a syntactic word; `heads` count from 1, 0 is the root."""

    forms: list[str]
    tags: list[str]
    """`UPOS|XPOS`, predicted jointly."""
    heads: list[int]
    labels: list[str]
    """Relations with their subtypes."""

    def __len__(self) -> int:
        return len(self.forms)


CORPORA: dict[str, tuple[str, ...]] = {
    "gold": ("ewt-train.conllu", "gum-train.conllu"),
    "dev": ("ewt-dev.conllu",),
    "silver": ("silver.conllu.gz",),
    "news": ("silver-news.conllu.gz",),
}
"""The files of each corpus. "dev" is measured on and never trained on."""


def read_corpus(name: str) -> list[Sentence]:
    """The sentences of a corpus, in file order; very short and very long silver trees are left out."""
    sentences = [s for file in CORPORA[name] for s in read_treebank(TREEBANKS / file)]
    if name in ("gold", "dev"):
        return sentences
    shortest, longest = SILVER_LENGTHS
    return [s for s in sentences if shortest <= len(s) <= longest]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a `.conllu` or `.conllu.gz` file, without multiword ranges and empty nodes."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        rows: list[list[str]] = []
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if columns[0].isdigit():
                rows.append(columns)
            elif columns == [""] and rows:
                yield sentence_of(rows)
                rows = []
        if rows:
            yield sentence_of(rows)


def sentence_of(rows: list[list[str]]) -> Sentence:
    return Sentence(
        forms=[row[1] for row in rows],
        tags=[f"{row[3]}|{row[4]}" for row in rows],
        heads=[int(row[6]) for row in rows],
        labels=[row[7] for row in rows],
    )
