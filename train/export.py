"""Writes what ships: the network in small integers, its strings, and reference scores to test against.

`python export.py STAGE` makes `parser.bin.gz` and `parser.json` (its sizes, checksums and scores) in
places.MODEL, and `reference.json`. README.md, "The model file", describes the format.
"""

import copy
import gzip
import hashlib
import json
import struct
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from corpus import load_corpus, load_lexicon
from evaluate import compare, parse_corpus
from features import FEATURES, Lexicon
from form import AFFIX_BUCKETS
from network import Network
from parser import Parser, load_parser, ready_corpus
from places import MODEL, REFERENCE
from reference import reference_scores
from settings import STAGES, VECTOR_LEVELS, Stage

MAGIC = b"WGP1"
ALIGNMENT = 4

LEVELS = {"vectors": VECTOR_LEVELS, "affixes": 31, "words": 31}
"""The largest integer of a table, by the first part of its name; 127 for all others."""

UNSHIPPED = ("unknown_vector", "bias_hh_l0")
"""Parameters that are folded into others."""


def export(stage: Stage) -> None:
    """Writes the model of a trained student, and prints what rounding cost."""
    parser = load_parser(stage.name)
    rounded = copy.deepcopy(parser)
    state = folded(parser.network, stage)
    shipped = {name: integers_and_scales(name, value) for name, value in state.items() if value.ndim > 1}
    restored = {name: restore(*shipped[name]) if name in shipped else value for name, value in state.items()}
    rounded.network.load_state_dict(restored)
    dev = ready_corpus("dev", stage)
    scores = {"trained": measured(parser, dev), "shipped": measured(rounded, dev)}

    MODEL.mkdir(exist_ok=True)
    named = {public_name(n): v for n, v in state.items() if not n.endswith(UNSHIPPED)}
    binary = model_file(named, {public_name(n): v for n, v in shipped.items()}, parser_header(load_lexicon(), stage))
    packed = gzip.compress(binary, compresslevel=9, mtime=0)
    (MODEL / "parser.bin.gz").write_bytes(packed)
    summary = {
        "stage": stage.name,
        "bytes": len(binary),
        "sha256": hashlib.sha256(binary).hexdigest(),
        "gzippedBytes": len(packed),
        "gzippedSha256": hashlib.sha256(packed).hexdigest(),
        "ewtDev": scores,
    }
    write_json(MODEL / "parser.json", summary, indent=2)
    write_json(REFERENCE, reference_scores(rounded, summary["sha256"]))
    print(json.dumps(summary, indent=2))


def measured(parser: Parser, dev) -> dict[str, float]:
    return compare(dev, parse_corpus(parser, dev))


def folded(network: Network, stage: Stage) -> dict[str, Tensor]:
    """The weights with both LSTM biases in one, the unknown's vector in row 0 of the table, and zeros for
    affix buckets that no training word falls into (they still hold their random beginnings)."""
    state = {name: value.clone() for name, value in network.state_dict().items()}
    state["vectors"][0] = state["unknown_vector"]
    state["unknown_vector"].zero_()
    for name in list(state):
        if name.endswith("bias_hh_l0"):
            state[name.replace("_hh_", "_ih_")] += state[name]
            state[name].zero_()
    features = np.concatenate([load_corpus(name).features for name in stage.corpora])
    for column, name in enumerate(AFFIX_BUCKETS, start=FEATURES - len(AFFIX_BUCKETS)):
        unused = np.setdiff1d(np.arange(AFFIX_BUCKETS[name]), features[:, column])
        state[f"affixes.{name}.weight"][unused] = 0
    return state


def integers_and_scales(name: str, value: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Integers of the tensor's shape and a half-precision scale for each row (along the last axis)."""
    levels = LEVELS.get(name.split(".")[0], 127)
    rows = value.numpy()
    scales = (np.abs(rows).max(axis=-1, keepdims=True) / levels).astype(np.float16)
    scales[scales == 0] = 1
    integers = np.round(rows / scales.astype(np.float32))
    return np.clip(integers, -levels, levels).astype(np.int8), scales


def restore(integers: np.ndarray, scales: np.ndarray) -> Tensor:
    return torch.from_numpy(integers.astype(np.float32) * scales.astype(np.float32))


def model_file(state: dict[str, Tensor], shipped: dict, header: dict) -> bytes:
    """The file before compression: magic, header length, header with a list of the tensors, data."""
    data = bytearray()

    def put(array: np.ndarray) -> int:
        offset = len(data)
        data.extend(array.astype(array.dtype.newbyteorder("<")).tobytes())
        data.extend(bytes(-len(data) % ALIGNMENT))
        return offset

    tensors = []
    for name, value in state.items():
        entry = {"name": name, "shape": list(value.shape)}
        if name in shipped:
            integers, scales = shipped[name]
            tensors.append({**entry, "type": "int8", "offset": put(integers), "scales": put(scales)})
        else:
            tensors.append({**entry, "type": "float32", "offset": put(value.numpy())})
    encoded = json.dumps({**header, "tensors": tensors}, ensure_ascii=False).encode("utf-8")
    encoded += b" " * (-(len(MAGIC) + 4 + len(encoded)) % ALIGNMENT)
    return MAGIC + struct.pack("<I", len(encoded)) + encoded + bytes(data)


def parser_header(lexicon: Lexicon, stage: Stage) -> dict:
    joined = {name: "\n".join(getattr(lexicon, name)) for name in ("words", "vectors", "shapes", "tags", "labels")}
    return {
        "sizes": {key: size for key, size in asdict(stage.sizes).items() if key not in ("context", "late_tags")},
        "affixBuckets": AFFIX_BUCKETS,
        "strings": joined,
    }


def public_name(name: str) -> str:
    """`lower.forwards.weight_ih_l0` becomes `lower.forwards.input`, and so on."""
    for ours, theirs in (
        (".weight_ih_l0", ".input"), (".weight_hh_l0", ".recurrent"), (".bias_ih_l0", ".bias"),
        ("words.weight", "words"), ("shapes.weight", "shapes"), ("tag_embedding.weight", "tag_embedding"),
    ):
        name = name.replace(ours, theirs)
    return name.removesuffix(".weight") if name.startswith("affixes") else name


def write_json(path: Path, value: object, indent: int | None = None) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=indent) + "\n", encoding="utf-8")


if __name__ == "__main__":
    torch.set_num_threads(1)
    export(STAGES[sys.argv[1]])
