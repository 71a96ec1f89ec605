"""The head that finds names: a BiLSTM over the parser's states, and a conditional random field over its scores.

Tags are BIOES: each kind of name has a tag for its first, inner, last and only word.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from minilm import LAYERS, WIDTH
from names_corpus import KINDS, SOURCES, Span
from names_lists import FLAGS
from names_settings import FLAG_DROPOUT, HEAD_DROPOUT, HeadSizes
from network import LEAK, BiLSTM

STATES = 688
TAGS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BIES"))
FORBIDDEN = -1e4


def may_follow(before: str, after: str) -> bool:
    if before[0] in "OES":
        return after[0] in "OBS"
    return after[0] in "IE" and before[2:] == after[2:]


FOLLOWS = torch.tensor([[0.0 if may_follow(a, b) else FORBIDDEN for b in TAGS] for a in TAGS])
STARTS = torch.tensor([0.0 if tag[0] in "OBS" else FORBIDDEN for tag in TAGS])
ENDS = torch.tensor([0.0 if tag[0] in "OES" else FORBIDDEN for tag in TAGS])


class Head(nn.Module):
    """Scores of TAGS for each word, and of a tag after another."""

    def __init__(self, sizes: HeadSizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.flags = nn.Embedding(FLAGS + 1, sizes.flag, padding_idx=0)
        nn.init.normal_(self.flags.weight, std=0.3)
        self.flags.weight.data[0] = 0
        self.sources = nn.Embedding(len(SOURCES), sizes.source)
        width = STATES + sizes.flag
        if sizes.context:
            self.context_mix = nn.Parameter(torch.zeros(LAYERS))
            self.context = nn.Linear(WIDTH, sizes.context)
            width += sizes.context
        self.shared = nn.Linear(width, sizes.shared)
        self.lstm = BiLSTM(sizes.shared + sizes.source, sizes.hidden)
        self.out = nn.Linear(2 * sizes.hidden, len(TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))

    def forward(
        self, states: Tensor, flags: Tensor, sources: Tensor, lengths: Tensor, context: Tensor | None = None
    ) -> Tensor:
        """`states` [B, n, 688], `flags` [B, n, k] padded with 0, `sources` [B]; `context` as in Network."""
        positions = torch.arange(states.shape[1])
        mask = positions < lengths[:, None]
        backwards = torch.where(mask, lengths[:, None] - 1 - positions, positions)
        flagged = self.flags(flags).sum(dim=2)
        if self.training:
            flagged = flagged * (torch.rand(*flagged.shape[:2], 1) >= FLAG_DROPOUT)
        columns = [states, flagged]
        if context is not None:
            mix = F.softmax(self.context_mix, dim=0)[:, None]
            columns.append(self.context((context * mix).sum(dim=2)))
        shared = F.leaky_relu(self.shared(self.dropped(torch.cat(columns, dim=-1))), LEAK)
        source = self.sources(sources)[:, None].expand(-1, shared.shape[1], -1)
        return self.out(self.dropped(self.lstm(torch.cat([shared, source], dim=-1), backwards)))

    def dropped(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= HEAD_DROPOUT) / (1 - HEAD_DROPOUT)

    def log_partition(self, scores: Tensor, mask: Tensor) -> Tensor:
        transitions = self.transitions + FOLLOWS
        alpha = STARTS + scores[:, 0]
        for i in range(1, scores.shape[1]):
            following = torch.logsumexp(alpha[:, :, None] + transitions, dim=1) + scores[:, i]
            alpha = torch.where(mask[:, i : i + 1], following, alpha)
        return torch.logsumexp(alpha + ENDS, dim=1)

    def loss(self, scores: Tensor, mask: Tensor, unary: Tensor, pairs: Tensor) -> Tensor:
        """Cross-entropy, a value a sentence, with a distribution over tag sequences of which the expectations are
        given: `unary` [B, n, tags] of each word's tag, `pairs` [B, tags, tags] of tags in a row, summed over the
        sentence. Certain tags are ones and zeros."""
        expected = (unary * scores * mask[..., None]).sum(dim=(1, 2)) + (pairs * self.transitions).sum(dim=(1, 2))
        return self.log_partition(scores, mask) - expected

    def marginals(self, scores: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The expectations that `loss` takes, under these scores: the gradient of the partition function."""
        with torch.enable_grad():
            scores = scores.detach().requires_grad_()
            pairs = torch.zeros(len(scores), *self.transitions.shape, requires_grad=True)
            transitions = self.transitions.detach() + FOLLOWS + pairs
            alpha = STARTS + scores[:, 0]
            for i in range(1, scores.shape[1]):
                following = torch.logsumexp(alpha[:, :, None] + transitions, dim=1) + scores[:, i]
                alpha = torch.where(mask[:, i : i + 1], following, alpha)
            total = torch.logsumexp(alpha + ENDS, dim=1).sum()
            return torch.autograd.grad(total, (scores, pairs), materialize_grads=True)

    @torch.no_grad()
    def best(self, scores: Tensor) -> list[int]:
        """The likeliest tags of one sentence: Viterbi."""
        transitions = self.transitions + FOLLOWS
        alpha, back = STARTS + scores[0], []
        for row in scores[1:]:
            alpha, came = (alpha[:, None] + transitions).max(dim=0)
            back.append(came)
            alpha = alpha + row
        tags = [int((alpha + ENDS).argmax())]
        for came in reversed(back):
            tags.append(int(came[tags[-1]]))
        return tags[::-1]


def tags_of(length: int, spans: list[Span]) -> list[int]:
    tags = ["O"] * length
    for start, end, kind in spans:
        tags[start:end] = [f"I-{kind}"] * (end - start)
        tags[start], tags[end - 1] = f"B-{kind}", f"E-{kind}"
        if end - start == 1:
            tags[start] = f"S-{kind}"
    return [TAGS.index(tag) for tag in tags]


def spans_of_tags(tags: list[int]) -> list[Span]:
    spans, start = [], 0
    for i, tag in enumerate(tags):
        place, kind = TAGS[tag][0], TAGS[tag][2:]
        if place in "BS":
            start = i
        if place in "ES":
            spans.append((start, i + 1, kind))
    return spans
