"""Trains one stage of the recipe: `python train.py STAGE`. Settings are in settings.py."""

import copy
import sys
import time
from dataclasses import replace
from random import Random

import torch
from torch import Tensor
from torch.nn import functional as F

from corpus import IGNORED, Batch, Corpus, batch_count, batches
from distil import distilled, soft_loss
from evaluate import compare, parse_corpus
from parser import Parser, new_parser, ready_corpus, save_parser
from places import MOST_EPOCHS
from settings import (
    AVERAGE_DECAY, BATCH_TOKENS, BETAS, FINAL_RATE, GOLD_SHARE, GRADIENT_CLIP, STAGES, WARM_UP_STEPS,
    WEIGHT_DECAY, Stage,
)


def train(stage: Stage) -> dict[str, float]:
    """Trains the stage, saves the averaged weights after each epoch, and gives the last scores on EWT dev."""
    torch.manual_seed(stage.seed)
    random = Random(stage.seed)
    parser = new_parser(stage)
    average = copy.deepcopy(parser)
    corpora = [training_corpus(name, stage) for name in stage.corpora]
    dev = ready_corpus("dev", stage)
    steps = batch_count(corpora, BATCH_TOKENS) * stage.epochs
    optimiser = torch.optim.AdamW(parameter_groups(parser), betas=BETAS, weight_decay=WEIGHT_DECAY)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate_factor(step, steps))
    begun, step, scores = time.time(), 0, {}
    for epoch in range(1, stage.epochs + 1):
        parser.train()
        losses: list[float] = []
        for batch in batches(corpora, BATCH_TOKENS, random, stage.recased):
            loss = batch_loss(parser, batch)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parser.parameters(), GRADIENT_CLIP)
            optimiser.step()
            scheduler.step()
            step += 1
            follow(average, parser, min(AVERAGE_DECAY, (step + 1) / (step + 10)))
            losses.append(loss.item())
            if step % 100 == 0:
                print(f"  {stage.name} step {step}/{steps} {time.time() - begun:.0f} s", flush=True)
        scores = compare(dev, parse_corpus(average, dev))
        save_parser(average, scores)
        minutes = (time.time() - begun) / 60
        print(f"{stage.name} epoch {epoch} {minutes:.1f} min loss {sum(losses) / len(losses):.3f} {scores}", flush=True)
    return scores


def training_corpus(name: str, stage: Stage) -> Corpus:
    corpus = ready_corpus(name, stage)
    return distilled(corpus, stage.teacher) if stage.teacher else corpus


def batch_loss(parser: Parser, batch: Batch) -> Tensor:
    """The mean over words of the three cross-entropies: with the tree, or with the teacher, or mixed."""
    scores = parser(batch)
    labels = parser.label_scores(scores, batch.heads)
    pairs = {
        "tags": (scores.tags, batch.tags),
        "heads": (scores.arcs, batch.heads.masked_fill(~batch.mask, IGNORED)),
        "labels": (labels, batch.labels),
    }
    total = torch.zeros(())
    for kind, (logits, targets) in pairs.items():
        loss = hard_loss(logits, targets)
        if parser.stage.teacher:
            share = GOLD_SHARE * batch.gold[:, None]
            taught = soft_loss(logits, batch.extras[kind], batch.extras[f"{kind}_index"])
            loss = share * loss + (1 - share) * taught
        total = total + loss[batch.mask].mean()
    return total


def hard_loss(logits: Tensor, targets: Tensor) -> Tensor:
    return F.cross_entropy(logits.transpose(1, 2), targets, ignore_index=IGNORED, reduction="none")


def parameter_groups(parser: Parser) -> list[dict]:
    groups = [{"params": list(parser.network.parameters()), "lr": parser.stage.rate}]
    if parser.encoder is not None:
        groups.append({"params": list(parser.encoder.parameters()), "lr": parser.stage.encoder_rate})
    return groups


def rate_factor(step: int, steps: int) -> float:
    """Linear warm-up, then linear decay."""
    return min(1.0, (step + 1) / WARM_UP_STEPS) * max(FINAL_RATE, 1 - step / steps)


@torch.no_grad()
def follow(average: Parser, parser: Parser, decay: float) -> None:
    """Moves the average of the weights a little towards them."""
    for slow, fast in zip(average.parameters(), parser.parameters()):
        if fast.requires_grad:
            slow.lerp_(fast, 1 - decay)


if __name__ == "__main__":
    torch.set_num_threads(1)
    stage = STAGES[sys.argv[1]]
    train(replace(stage, epochs=min(stage.epochs, MOST_EPOCHS)))
