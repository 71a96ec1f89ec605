"""What the head reads of each word: the shipped parser's states, computed once for a corpus and kept."""

import copy
from functools import cache

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from corpus import load_lexicon
from export import folded, integers_and_scales, restore
from network import Network
from names_settings import ENCODER
from parser import load_parser
from places import WORK
from settings import STAGES

BATCH = 48


@cache
def shipped_network() -> Network:
    """The encoder with the weights that ship, rounded."""
    parser = load_parser(ENCODER)
    state = folded(parser.network, STAGES[ENCODER])
    rounded = {n: restore(*integers_and_scales(n, v)) if v.ndim > 1 else v for n, v in state.items()}
    network = copy.deepcopy(parser.network)
    network.load_state_dict(rounded)
    return network.eval()


@torch.no_grad()
def states(sentences: list[list[str]], kind: type = np.float16) -> list[np.ndarray]:
    """For each sentence [n, 688]: lower states, upper states, input of each word."""
    network, lexicon = shipped_network(), load_lexicon()
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    out: list[np.ndarray] = [np.zeros((0, 0))] * len(sentences)
    for start in range(0, len(order), BATCH):
        group = order[start : start + BATCH]
        features = [torch.tensor([lexicon.features(form) for form in sentences[i]]) for i in group]
        lengths = torch.tensor([len(rows) for rows in features])
        padded = torch.nn.utils.rnn.pad_sequence(features, batch_first=True)
        rows = states_of(network, padded, lengths).numpy().astype(kind)
        for i, row in zip(group, rows):
            out[i] = row[: len(sentences[i])]
    return out


def states_of(network: Network, features: Tensor, lengths: Tensor) -> Tensor:
    positions = torch.arange(features.shape[1])
    mask = positions < lengths[:, None]
    backwards = torch.where(mask, lengths[:, None] - 1 - positions, positions)
    inputs = network.inputs(features, None)
    low = network.lower(inputs, backwards)
    soft_tags = network.tag_embedding(F.softmax(network.tagger(low), dim=-1))
    high = network.upper(torch.cat([low, soft_tags], dim=-1), backwards)
    return torch.cat([low, high, inputs], dim=-1)


def kept_states(name: str, sentences: list[list[str]]) -> list[np.ndarray]:
    """The same from a file, made on the first call."""
    path = WORK / f"states-{name}.npy"
    if not path.exists():
        np.save(path, np.concatenate(states(sentences)))
    rows = np.load(path)
    starts = np.cumsum([0, *map(len, sentences)])
    assert starts[-1] == len(rows), f"{path.name} is of other sentences: remove it."
    return [rows[a:b] for a, b in zip(starts, starts[1:])]
