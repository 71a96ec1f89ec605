"""Reads the model file as README.md describes it, without PyTorch, and compares with the reference scores.

It shares no code with the network: it is the first implementation of "The model file" and "Inference", and
shows by agreeing that the page says enough. (Features are taken from form.py; heads are not decoded.)
"""

import gzip
import hashlib
import json
import struct
import sys

import numpy as np

from form import affixes, normal_form, shape, vector_spellings
from places import MODEL, REFERENCE

TOLERANCE = 1e-3


class Model:
    """The tensors and strings of a model file."""

    def __init__(self, packed: bytes) -> None:
        raw = gzip.decompress(packed)
        self.sha256 = hashlib.sha256(raw).hexdigest()
        assert raw[:4] == b"WGP1", f"The file begins with {raw[:4]!r}, not with WGP1: it is no parser model."
        (length,) = struct.unpack("<I", raw[4:8])
        header = json.loads(raw[8 : 8 + length])
        data = raw[8 + length :]
        self.tensors = {entry["name"]: tensor(entry, data) for entry in header["tensors"]}
        lists = {name: text.split("\n") for name, text in header["strings"].items()}
        self.tags, self.labels = lists["tags"], lists["labels"]
        self.index = {name: {string: i for i, string in enumerate(strings)} for name, strings in lists.items()}

    def __getitem__(self, name: str) -> np.ndarray:
        return self.tensors[name]

    def linear(self, name: str, x: np.ndarray) -> np.ndarray:
        return x @ self[f"{name}.weight"].T + self[f"{name}.bias"]


def tensor(entry: dict, data: bytes) -> np.ndarray:
    sides, size = entry["shape"], int(np.prod(entry["shape"]))
    if entry["type"] == "float32":
        return np.frombuffer(data, "<f4", size, entry["offset"]).reshape(sides)
    integers = np.frombuffer(data, np.int8, size, entry["offset"]).reshape(sides)
    scales = np.frombuffer(data, "<f2", size // sides[-1], entry["scales"]).reshape(*sides[:-1], 1)
    return integers.astype(np.float32) * scales.astype(np.float32)


def features(model: Model, form: str) -> list[int]:
    normal = normal_form(form)
    known = model.index["vectors"]
    vector = next((known[s] for s in vector_spellings(normal) if s in known), 0)
    return [model.index["words"].get(normal, 0), vector, model.index["shapes"].get(shape(form), 0), *affixes(normal)]


def input_vector(model: Model, numbers: list[int]) -> np.ndarray:
    word, vector, outline, *buckets = numbers
    parts = [model[f"affixes.{n}"][b] for n, b in zip(("p1", "p2", "p3", "s1", "s2", "s3", "s4"), buckets)]
    columns = [model["words"][word], sum(parts[:3]), sum(parts[3:]), model["shapes"][outline], model["vectors"][vector]]
    return np.concatenate(columns)


def bilstm(model: Model, name: str, x: np.ndarray) -> np.ndarray:
    left = lstm(model, f"{name}.forwards", x)
    right = lstm(model, f"{name}.backwards", x[::-1])[::-1]
    return np.concatenate([left, right], axis=1)


def lstm(model: Model, name: str, x: np.ndarray) -> np.ndarray:
    recurrent = model[f"{name}.recurrent"]
    hidden = cell = np.zeros(recurrent.shape[1], np.float32)
    outputs = []
    for row in x @ model[f"{name}.input"].T + model[f"{name}.bias"]:
        i, f, g, o = np.split(row + recurrent @ hidden, 4)
        cell = sigmoid(f) * cell + sigmoid(i) * np.tanh(g)
        hidden = sigmoid(o) * np.tanh(cell)
        outputs.append(hidden)
    return np.array(outputs)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-x))


def leaky(x: np.ndarray) -> np.ndarray:
    return np.where(x > 0, x, 0.1 * x)


def with_one(x: np.ndarray) -> np.ndarray:
    return np.concatenate([x, np.ones((len(x), 1), np.float32)], axis=1)


def scores(model: Model, numbers: list[list[int]], heads: list[int]) -> dict[str, np.ndarray]:
    low = bilstm(model, "lower", np.array([input_vector(model, row) for row in numbers]))
    early = model.linear("tagger", low)
    likely = np.exp(early - early.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    high = bilstm(model, "upper", np.concatenate([low, likely @ model["tag_embedding"].T], axis=1))
    late = model.linear("late_tagger", high) if "late_tagger.weight" in model.tensors else 0
    rooted = np.vstack([model["root"], high])
    arcs = with_one(leaky(model.linear("arc_dependent", high))) @ model["arc_weight"]
    arcs = arcs @ leaky(model.linear("arc_head", rooted)).T
    dependents = with_one(leaky(model.linear("label_dependent", high)))
    chosen = with_one(leaky(model.linear("label_head", rooted)))[heads]
    labels = np.einsum("ni,lij,nj->nl", dependents, model["label_weight"], chosen)
    return {"tagLogits": early + late, "arcScores": arcs, "labelLogits": labels}


def check() -> float:
    """The largest difference from the reference scores."""
    model = Model((MODEL / "parser.bin.gz").read_bytes())
    reference = json.loads(REFERENCE.read_text(encoding="utf-8"))
    assert reference["model"] == model.sha256, "reference.json belongs to another model: export again."
    worst = 0.0
    for sentence in reference["sentences"]:
        assert [features(model, form) for form in sentence["forms"]] == sentence["features"]
        for name, ours in scores(model, sentence["features"], sentence["heads"]).items():
            theirs = np.array(sentence[name], dtype=np.float64)
            worst = max(worst, float(np.nanmax(np.abs(ours - theirs))))
    return worst


if __name__ == "__main__":
    difference = check()
    print(f"The model file gives PyTorch's scores; the largest difference is {difference:.1e}.")
    sys.exit(difference > TOLERANCE)
