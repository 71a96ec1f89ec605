"""Trains a head: `python names_train.py STAGE…`. Stages are in names_settings.py."""

import copy
import sys
import time
from dataclasses import replace
from random import Random

import numpy as np
import torch
from torch import Tensor, nn

from minilm import MiniLM
from names_corpus import SOURCES, Span
from names_data import Example, HeadBatch, head_batches, held_out, load_examples, news_documents
from names_head import Head, spans_of_tags
from names_score import score
from names_settings import (
    HEAD_STAGES, HEAD_WARM_UP, HEAD_WEIGHT_DECAY, SOURCE_DROPOUT, HeadStage,
)
from places import MOST_EPOCHS, WORK
from settings import AVERAGE_DECAY, BETAS, FINAL_RATE, GRADIENT_CLIP
from train import follow

UNKNOWN_SOURCE = SOURCES.index("unknown")


class Finder(nn.Module):
    """A head, and MiniLM beside it where the stage trains that too."""

    def __init__(self, stage: HeadStage) -> None:
        super().__init__()
        self.stage = stage
        self.head = Head(stage.sizes)
        self.encoder = MiniLM() if stage.sizes.context else None

    def forward(self, batch: HeadBatch, sources: Tensor) -> Tensor:
        context = None
        if self.encoder is not None:
            with torch.autocast("cpu", torch.bfloat16):
                context = self.encoder(batch.forms).float()
        return self.head(batch.states, batch.flags, sources, batch.lengths, context)


def train(stage: HeadStage) -> Finder:
    torch.manual_seed(stage.seed)
    random = Random(stage.seed)
    examples, held = training_examples(stage)
    finder = new_finder(stage)
    average = copy.deepcopy(finder)
    groups = [{"params": finder.head.parameters(), "lr": stage.rate}]
    if finder.encoder is not None:
        groups.append({"params": finder.encoder.parameters(), "lr": stage.encoder_rate})
    optimiser = torch.optim.AdamW(groups, betas=BETAS, weight_decay=HEAD_WEIGHT_DECAY)
    steps = stage.epochs * sum(1 for _ in head_batches([replace_states(e) for e in examples], None))
    factor = lambda step: min(1.0, (step + 1) / HEAD_WARM_UP) * max(FINAL_RATE, 1 - step / steps)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimiser, factor)
    dev = load_examples("ewt")
    begun, step = time.time(), 0
    for epoch in range(1, stage.epochs + 1):
        finder.train()
        losses = []
        for batch in head_batches(examples, random, stage.recased):
            hidden = torch.rand(len(batch.sources)) < SOURCE_DROPOUT
            sources = batch.sources.masked_fill(hidden, UNKNOWN_SOURCE)
            scores = finder(batch, sources)
            loss = finder.head.loss(scores, batch.mask, batch.unary, batch.pairs)
            loss = (loss * batch.weights).sum() / batch.mask.sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(finder.parameters(), GRADIENT_CLIP)
            optimiser.step()
            scheduler.step()
            step += 1
            follow(average, finder, min(AVERAGE_DECAY, (step + 1) / (step + 10)))
            losses.append(loss.item())
            if step % 200 == 0:
                print(f"  {stage.name} step {step}/{steps} {time.time() - begun:.0f} s", flush=True)
        save(average)
        print(f"{stage.name} epoch {epoch} {time.time() - begun:.0f} s loss {np.mean(losses):.4f}", flush=True)
        if stage.sizes.context or epoch == stage.epochs:
            for name, part in (("EWT dev", dev), ("GUM news", held)):
                for source in ("gum", "unknown"):
                    if part:
                        print("  ", name, "as", source, evaluate(average, part, source), flush=True)
    return average


def replace_states(example: Example) -> Example:
    """The same without its states, to count batches cheaply."""
    nothing = np.zeros((len(example), 1), dtype=np.float16)
    return replace(example, states=nothing)


def training_examples(stage: HeadStage) -> tuple[list[Example], list[Example]]:
    """What to train on, and the news that is held out."""
    examples, held = [], []
    for source, weight in stage.weights:
        part = load_examples(source, weight)
        if source == "gum":
            out = held_out(news_documents([e.sentence for e in part]), stage.fold)
            held = [e for e in part if e.sentence.document in out]
            part = [e for e in part if e.sentence.document not in out]
        examples += part
    if stage.taught:
        from names_teach import taught_examples

        for name, weight in stage.taught:
            examples += taught_examples(name, weight)
    return examples, held


def predict(finder: Finder, examples: list[Example], source: str) -> list[list[Span]]:
    """The names of each sentence, read as if it were of the given source."""
    finder.eval()
    found: dict[int, list[Span]] = {}
    for batch in head_batches(examples, None):
        with torch.no_grad():
            scores = finder(batch, torch.full((len(batch.examples),), SOURCES.index(source)))
        for example, length, rows in zip(batch.examples, batch.lengths.tolist(), scores):
            found[id(example)] = spans_of_tags(finder.head.best(rows[:length]))
    return [found[id(example)] for example in examples]


def evaluate(finder: Finder, examples: list[Example], source: str) -> dict[str, float]:
    return score([e.sentence.spans for e in examples], predict(finder, examples, source))


def new_finder(stage: HeadStage) -> Finder:
    """The finder that a stage begins with: fresh weights, or another's."""
    finder = Finder(stage)
    if stage.start and finder.encoder is not None:
        weights = torch.load(WORK / f"{stage.start}.pt")["weights"]
        prefix = "encoder."
        own = {name.removeprefix(prefix): w for name, w in weights.items() if name.startswith(prefix)}
        finder.encoder.load_state_dict(own)
    elif stage.start:
        finder.load_state_dict(torch.load(WORK / f"names-{stage.start}.pt"))
    return finder


def save(finder: Finder) -> None:
    torch.save(finder.state_dict(), WORK / f"names-{finder.stage.name}.pt")


def load_finder(name: str) -> Finder:
    finder = Finder(HEAD_STAGES[name])
    finder.load_state_dict(torch.load(WORK / f"names-{name}.pt"))
    return finder.eval()


if __name__ == "__main__":
    torch.set_num_threads(1)
    for name in sys.argv[1:]:
        stage = HEAD_STAGES[name]
        train(replace(stage, epochs=min(stage.epochs, MOST_EPOCHS)))
