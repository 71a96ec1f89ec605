"""A network together with what it reads: the parser of one stage, its corpora, its checkpoint."""

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn

from corpus import Batch, Corpus, load_corpus, load_lexicon
from minilm import MiniLM, frozen_contexts
from network import Network, Scores
from places import WORK
from settings import STAGES, Stage


class Parser(nn.Module):
    """The network, and MiniLM beside it where the stage trains that too."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self.network = Network(load_lexicon(), stage.sizes)
        self.encoder = MiniLM() if stage.context == "tuned" else None

    def forward(self, batch: Batch) -> Scores:
        return self.network(batch.features, batch.lengths, self.context(batch))

    def context(self, batch: Batch) -> Tensor | None:
        if self.encoder is not None:
            with torch.autocast("cpu", torch.bfloat16):
                return self.encoder(batch.forms).float()
        return batch.extras["context"].float() if self.stage.context == "frozen" else None

    def label_scores(self, scores: Scores, heads: Tensor) -> Tensor:
        return self.network.label_scores(scores, heads)


def ready_corpus(name: str, stage: Stage) -> Corpus:
    """The corpus with the extras that the stage's parser reads."""
    corpus = load_corpus(name)
    if stage.context != "frozen":
        return corpus
    contexts = frozen_contexts(name, [s.forms for s in corpus.sentences])
    return with_extras(corpus, {"context": contexts})


def with_extras(corpus: Corpus, extras: dict[str, np.ndarray]) -> Corpus:
    return replace(corpus, extras={**corpus.extras, **extras})


def new_parser(stage: Stage) -> Parser:
    """The parser that a stage begins with: fresh weights, or those of the stage that it starts from."""
    parser = Parser(stage)
    if stage.start:
        adopt(parser, torch.load(WORK / f"{stage.start}.pt")["weights"])
    return parser


def load_parser(name: str) -> Parser:
    """The trained parser of a stage."""
    parser = Parser(STAGES[name])
    parser.load_state_dict(torch.load(WORK / f"{name}.pt")["weights"])
    return parser.eval()


def save_parser(parser: Parser, scores: dict[str, float]) -> None:
    """Writes the checkpoint of the parser's stage, with its scores on EWT dev."""
    torch.save({"weights": parser.state_dict(), "scores": scores}, WORK / f"{parser.stage.name}.pt")


def adopt(parser: Parser, weights: dict[str, Tensor]) -> None:
    """Takes over weights; a matrix that has grown wider gets small random new columns."""
    own = parser.state_dict()
    for name, weight in weights.items():
        if own[name].shape != weight.shape:
            grown = torch.randn(own[name].shape) * 0.02
            grown[:, : weight.shape[1]] = weight
            weight = grown
        own[name] = weight
    parser.load_state_dict(own)
