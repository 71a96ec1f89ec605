"""A teacher's soft targets: for each word its likeliest tags, heads and labels with their probabilities.

Computed once for a corpus and kept, so that a student's epoch costs no more than an ordinary one.
"""

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from corpus import Corpus, batches
from evaluate import EVALUATION_TOKENS, decode
from parser import load_parser, ready_corpus, with_extras
from places import WORK
from settings import SOFT_TARGETS, STAGES

KINDS = ("tags", "heads", "labels")


def distilled(corpus: Corpus, teacher: str) -> Corpus:
    """The corpus with the teacher's soft targets as extras `tags`, `heads`, `labels` (probabilities) and
    `tags_index` … (what they are of); silver trees are replaced by the teacher's own."""
    path = WORK / f"targets-{teacher}-{corpus.name}.npz"
    if not path.exists():
        np.savez(path, **soft_targets(corpus.name, teacher))
    stored = dict(np.load(path))
    trees = {kind: stored.pop(f"tree_{kind}") for kind in KINDS}
    return with_extras(corpus if corpus.is_gold else replace(corpus, **trees), stored)


def soft_targets(name: str, teacher: str) -> dict[str, np.ndarray]:
    parser = load_parser(teacher)
    corpus = ready_corpus(name, STAGES[teacher])
    words = len(corpus.heads)
    out = {f"tree_{kind}": np.zeros(words, dtype=np.int64) for kind in KINDS}
    for kind in KINDS:
        out[kind] = np.zeros((words, SOFT_TARGETS), dtype=np.float16)
        out[f"{kind}_index"] = np.zeros((words, SOFT_TARGETS), dtype=np.int16)
    for batch in batches([corpus], EVALUATION_TOKENS, None):
        with torch.no_grad():
            scores = parser(batch)
            parses = decode(parser, batch, scores)
            heads = batch.heads.clone()
            if not corpus.is_gold:
                for row, parse in enumerate(parses):
                    heads[row, : len(parse.heads)] = torch.from_numpy(parse.heads)
            logits = dict(tags=scores.tags, heads=scores.arcs, labels=parser.label_scores(scores, heads))
        likely = {kind: likeliest(values) for kind, values in logits.items()}
        for row, (_, i) in enumerate(batch.members):
            start, end = corpus.starts[i : i + 2]
            for kind, (probabilities, indices) in likely.items():
                out[f"tree_{kind}"][start:end] = getattr(parses[row], kind)
                out[kind][start:end, : probabilities.shape[-1]] = probabilities[row, : end - start]
                out[f"{kind}_index"][start:end, : indices.shape[-1]] = indices[row, : end - start]
    return out


def likeliest(logits: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """The probabilities of the likeliest choices, scaled to sum to one, and their indices."""
    top = F.softmax(logits, dim=-1).topk(min(SOFT_TARGETS, logits.shape[-1]), dim=-1)
    # An impossible choice may lie outside of the sentence, where a student's narrower batch has no column.
    indices = top.indices.masked_fill(top.values == 0, 0)
    return (top.values / top.values.sum(dim=-1, keepdim=True)).numpy(), indices.numpy()


def soft_loss(logits: Tensor, probabilities: Tensor, indices: Tensor) -> Tensor:
    """Cross-entropy with the teacher's distribution, a value a word."""
    chosen = torch.gather(F.log_softmax(logits, dim=-1), -1, indices.long())
    return -(probabilities.float() * chosen).sum(dim=-1)
