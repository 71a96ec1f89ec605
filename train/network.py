"""The network: words in, scores of tags, heads and labels out.

A BiLSTM tagger whose soft tags feed a second BiLSTM, with biaffine scores of heads and labels on top
(Dozat and Manning 2017). A teacher reads MiniLM's vectors besides.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from features import UNKNOWN, Lexicon
from form import AFFIX_BUCKETS
from minilm import LAYERS, WIDTH
from settings import HIDDEN_DROPOUT, INPUT_DROPOUT, VECTOR_DROPOUT, WORD_DROPOUT, Sizes
from vectors import load_vectors

IMPOSSIBLE = -1e4
LEAK = 0.1


@dataclass(frozen=True)
class Scores:
    """Logits for a batch: `tags` [B, n, tags], `arcs` [B, n, n + 1] with the root as head 0.
    `dependents` and `heads` [B, n (+1), label + 1] go into `Network.label_scores`.
    """

    tags: Tensor
    arcs: Tensor
    dependents: Tensor
    heads: Tensor


class Network(nn.Module):
    """The parser; `sizes.context` > 0 makes it a teacher."""

    def __init__(self, lexicon: Lexicon, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.words = embedding(len(lexicon.words), sizes.word, 0.1)
        self.affixes = nn.ModuleDict({n: embedding(size, sizes.affix, 0.3) for n, size in AFFIX_BUCKETS.items()})
        self.shapes = embedding(len(lexicon.shapes), sizes.shape, 0.3)
        self.register_buffer("vectors", frozen_vectors())
        self.unknown_vector = nn.Parameter(torch.zeros(sizes.vector))
        if sizes.context:
            self.context_mix = nn.Parameter(torch.zeros(LAYERS))
            self.context = nn.Linear(WIDTH, sizes.context)
        width = sizes.word + 2 * sizes.affix + sizes.shape + sizes.vector + sizes.context
        both = 2 * sizes.hidden
        self.lower = BiLSTM(width, sizes.hidden)
        self.tagger = nn.Linear(both, len(lexicon.tags))
        self.tag_embedding = nn.Linear(len(lexicon.tags), sizes.tag, bias=False)
        self.upper = BiLSTM(both + sizes.tag, sizes.hidden)
        if sizes.late_tags:
            self.late_tagger = nn.Linear(both, len(lexicon.tags))
            nn.init.zeros_(self.late_tagger.weight)
        self.root = nn.Parameter(torch.randn(both) * 0.1)
        self.arc_dependent = nn.Linear(both, sizes.arc)
        self.arc_head = nn.Linear(both, sizes.arc)
        self.label_dependent = nn.Linear(both, sizes.label)
        self.label_head = nn.Linear(both, sizes.label)
        self.arc_weight = nn.Parameter(torch.randn(sizes.arc + 1, sizes.arc) * 0.05)
        self.label_weight = nn.Parameter(torch.randn(len(lexicon.labels), sizes.label + 1, sizes.label + 1) * 0.05)

    def forward(self, features: Tensor, lengths: Tensor, context: Tensor | None = None) -> Scores:
        """`features` [B, n, 10] from the lexicon; `context` [B, n, 4, 384] for a teacher."""
        positions = torch.arange(features.shape[1])
        mask = positions < lengths[:, None]
        backwards = torch.where(mask, lengths[:, None] - 1 - positions, positions)
        low = self.dropped(self.lower(self.inputs(features, context), backwards))
        tags = self.tagger(low)
        soft_tags = self.tag_embedding(F.softmax(tags, dim=-1))
        high = self.dropped(self.upper(torch.cat([low, soft_tags], dim=-1), backwards))
        return self.scores(tags, high, mask)

    def inputs(self, features: Tensor, context: Tensor | None) -> Tensor:
        words, vectors, shapes, affixes = features.split([1, 1, 1, len(AFFIX_BUCKETS)], dim=-1)
        words, vectors, shapes = words.squeeze(-1), vectors.squeeze(-1), shapes.squeeze(-1)
        if self.training:
            words = words.masked_fill(torch.rand(words.shape) < WORD_DROPOUT, UNKNOWN)
            vectors = vectors.masked_fill(torch.rand(vectors.shape) < VECTOR_DROPOUT, UNKNOWN)
        parts = [table(affixes[..., i]) for i, table in enumerate(self.affixes.values())]
        vector = self.vectors[vectors] + (vectors == UNKNOWN)[..., None] * self.unknown_vector
        columns = [self.words(words), sum(parts[:3]), sum(parts[3:]), self.shapes(shapes), vector]
        if context is not None:
            weights = F.softmax(self.context_mix, dim=0)[:, None]
            columns.append(self.context(self.dropped((context * weights).sum(dim=2), INPUT_DROPOUT)))
        return self.dropped(torch.cat(columns, dim=-1), INPUT_DROPOUT)

    def scores(self, tags: Tensor, high: Tensor, mask: Tensor) -> Scores:
        count, width = mask.shape
        with_root = torch.cat([self.root.expand(count, 1, -1), high], dim=1)
        dependents = self.dropped(leaky(self.arc_dependent(high)))
        heads = self.dropped(leaky(self.arc_head(with_root)))
        arcs = with_one(dependents) @ self.arc_weight @ heads.transpose(1, 2)
        possible = torch.cat([torch.ones(count, 1, dtype=torch.bool), mask], dim=1)[:, None, :]
        itself = F.pad(torch.eye(width, dtype=torch.bool), (1, 0))
        arcs = arcs.masked_fill(~possible | itself, IMPOSSIBLE)
        return Scores(
            tags + self.late_tagger(high) if self.sizes.late_tags else tags,
            arcs,
            with_one(self.dropped(leaky(self.label_dependent(high)))),
            with_one(self.dropped(leaky(self.label_head(with_root)))),
        )

    def label_scores(self, scores: Scores, heads: Tensor) -> Tensor:
        """Label logits [B, n, labels] of every word under the given head [B, n]."""
        size = scores.heads.shape[-1]
        chosen = torch.gather(scores.heads, 1, heads[..., None].expand(-1, -1, size))
        halves = torch.einsum("bnj,lij->bnli", chosen, self.label_weight)
        return (halves * scores.dependents[:, :, None]).sum(dim=-1)

    def dropped(self, x: Tensor, rate: float = HIDDEN_DROPOUT) -> Tensor:
        """Dropout with one mask for all words of a sentence (Gal and Ghahramani 2016)."""
        if not self.training:
            return x
        return x * (torch.rand(x.shape[0], 1, *x.shape[2:]) >= rate) / (1 - rate)


class BiLSTM(nn.Module):
    """Two LSTMs, the second over the reversed sentence; [forward; backward] out, zero states in."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.forwards = nn.LSTM(width, hidden, batch_first=True)
        self.backwards = nn.LSTM(width, hidden, batch_first=True)
        for lstm in (self.forwards, self.backwards):
            for gate in lstm.weight_hh_l0.data.split(hidden):
                nn.init.orthogonal_(gate)
            lstm.bias_ih_l0.data.zero_()[hidden : 2 * hidden] = 1
            lstm.bias_hh_l0.data.zero_()

    def forward(self, x: Tensor, backwards: Tensor) -> Tensor:
        left, _ = self.forwards(x)
        right, _ = self.backwards(reordered(x, backwards))
        return torch.cat([left, reordered(right, backwards)], dim=-1)


def reordered(x: Tensor, order: Tensor) -> Tensor:
    return torch.gather(x, 1, order[..., None].expand(-1, -1, x.shape[-1]))


def with_one(x: Tensor) -> Tensor:
    return F.pad(x, (0, 1), value=1.0)


def leaky(x: Tensor) -> Tensor:
    return F.leaky_relu(x, LEAK)


def embedding(count: int, width: int, spread: float) -> nn.Embedding:
    table = nn.Embedding(count, width)
    nn.init.normal_(table.weight, std=spread)
    return table


def frozen_vectors() -> Tensor:
    """The GloVe table with a row of zeros for the unknown in front."""
    vectors = load_vectors()
    rows = vectors.integers.astype(np.float32) * vectors.scales.astype(np.float32)[:, None]
    return torch.from_numpy(np.vstack([np.zeros((1, rows.shape[1]), np.float32), rows]))
