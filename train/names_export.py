"""Writes what ships of the head: small integers, its lists, and reference scores to test against.

`python names_export.py STAGE [FOLDER]` makes `names.bin.gz` and `names.json` in FOLDER, by default in places.MODEL,
where it also writes `names-reference.json`. README.md, "The names' file", describes the format.
"""

import gzip
import hashlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from export import integers_and_scales, model_file, restore, write_json
from names_corpus import SOURCES, NamedSentence
from names_data import gold_example, head_batches, load_examples
from names_features import states
from names_head import ENDS, FOLLOWS, STARTS, STATES, TAGS, Head
from names_lists import load_lists
from names_train import Finder, evaluate, load_finder
from places import MODEL, REFERENCES
from reference import SENTENCES, rows

REFERENCE = REFERENCES / "names-reference.json"

SHIPPED_SOURCE = "unknown"
"""What a text is taken for. Its vector becomes the mean of all sources': it is of none of them."""

INPUT_WIDTH = 176


def export(name: str, folder: Path) -> None:
    finder = load_finder(name)
    with torch.no_grad():
        sources = finder.head.sources.weight
        sources[SOURCES.index(SHIPPED_SOURCE)] = sources.mean(dim=0)
    state = folded(finder.head)
    shipped = {n: integers_and_scales(n, value) for n, value in state.items() if value.ndim > 1}
    header = {
        "sizes": {key: size for key, size in asdict(finder.stage.sizes).items() if key in ("shared", "hidden")},
        "strings": {"tags": "\n".join(TAGS), **{n: "\n".join(entries) for n, entries in load_lists().items()}},
    }
    binary = model_file(state, shipped, header)
    packed = gzip.compress(binary, compresslevel=9, mtime=0)
    rounded = rounded_finder(finder, shipped)
    dev = load_examples("ewt")
    summary = {
        "stage": name,
        "bytes": len(binary),
        "sha256": hashlib.sha256(binary).hexdigest(),
        "gzippedBytes": len(packed),
        "gzippedSha256": hashlib.sha256(packed).hexdigest(),
        "ewtDev": {
            "trained": evaluate(finder, dev, SHIPPED_SOURCE), "shipped": evaluate(rounded, dev, SHIPPED_SOURCE),
        },
    }
    folder.mkdir(exist_ok=True, parents=True)
    (folder / "names.bin.gz").write_bytes(packed)
    write_json(folder / "names.json", summary, indent=2)
    if folder == MODEL:
        write_json(REFERENCE, reference(rounded, summary["sha256"]))
    print(json.dumps(summary, indent=2))


def folded(head: Head) -> dict[str, Tensor]:
    """The tensors of the file: flags and source multiplied into what they go through, both LSTM biases in one,
    what may not follow what in the transitions."""
    flag, shared = head.sizes.flag, head.sizes.shared
    weight = head.shared.weight.detach()
    source = head.sources.weight[SOURCES.index(SHIPPED_SOURCE)].detach()
    out = {
        "shared.states": weight[:, : STATES - INPUT_WIDTH],
        "shared.input": weight[:, STATES - INPUT_WIDTH : STATES],
        "shared.flags": head.flags.weight.detach() @ weight[:, STATES : STATES + flag].T,
        "shared.bias": head.shared.bias.detach(),
    }
    for name in ("forwards", "backwards"):
        lstm = getattr(head.lstm, name)
        out[f"lstm.{name}.input"] = lstm.weight_ih_l0.detach()[:, :shared]
        out[f"lstm.{name}.recurrent"] = lstm.weight_hh_l0.detach()
        bias = lstm.bias_ih_l0 + lstm.bias_hh_l0 + lstm.weight_ih_l0[:, shared:] @ source
        out[f"lstm.{name}.bias"] = bias.detach()
    out["out.weight"], out["out.bias"] = head.out.weight.detach(), head.out.bias.detach()
    # One row long: the reader takes vectors as they are.
    out["follows"] = (head.transitions + FOLLOWS).detach().flatten()
    out["starts"], out["ends"] = STARTS, ENDS
    return {name: value.contiguous() for name, value in out.items()}


def rounded_finder(finder: Finder, shipped: dict[str, tuple[np.ndarray, np.ndarray]]) -> Finder:
    """The finder with the weights that ship. The flags' product is rounded, not its factors: a flag as wide as the
    shared layer stands for it."""
    rounded = Finder(finder.stage)
    rounded.load_state_dict(finder.state_dict())
    head = rounded.head
    value = lambda name: restore(*shipped[name])
    with torch.no_grad():
        head.flags = torch.nn.Embedding.from_pretrained(value("shared.flags"))
        width = head.sizes.shared
        head.shared = torch.nn.Linear(STATES + width, width)
        weight = torch.cat([value("shared.states"), value("shared.input"), torch.eye(width)], dim=1)
        head.shared.weight.copy_(weight)
        head.shared.bias.copy_(finder.head.shared.bias)
        for name in ("forwards", "backwards"):
            lstm = getattr(head.lstm, name)
            lstm.weight_ih_l0[:, :width] = value(f"lstm.{name}.input")
            lstm.weight_hh_l0.copy_(value(f"lstm.{name}.recurrent"))
        head.out.weight.copy_(value("out.weight"))
    return rounded.eval()


def reference(finder: Finder, sha256: str) -> dict:
    """For each sentence, from the shipped weights: the flags of its words, the tags' scores, the likeliest tags."""
    return {"model": sha256, "sentences": [sentence_reference(finder, text.split(" ")) for text in SENTENCES]}


def sentence_reference(finder: Finder, forms: list[str]) -> dict:
    (state,) = states([forms], np.float32)
    example = gold_example(NamedSentence(SHIPPED_SOURCE, "", forms, []), state, 1.0)
    (batch,) = head_batches([example], None)
    with torch.no_grad():
        scores = finder(batch, batch.sources)[0]
    return {
        "forms": forms,
        "flags": [[int(flag) for flag in row if flag] for row in example.flags],
        "scores": rows(scores),
        "tags": [TAGS[tag] for tag in finder.head.best(scores)],
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    export(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else MODEL)
