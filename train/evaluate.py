"""Parses a corpus with a trained network and compares it with the gold trees.

`python evaluate.py STAGE…` prints the table on EWT dev, as it is and in other casings.
"""

import sys
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F

from corpus import CASINGS, Batch, Corpus, batches, in_casing, load_lexicon
from network import Scores
from tree import best_tree

EVALUATION_TOKENS = 4000


@dataclass(frozen=True)
class Parse:
    """Indices in the lexicon for each word of a sentence, and its heads from 1 (0: root)."""

    tags: np.ndarray
    heads: np.ndarray
    labels: np.ndarray


def parse_corpus(parser, corpus: Corpus) -> list[Parse]:
    """The parse of every sentence, in the corpus's order."""
    parser.eval()
    parses: dict[int, Parse] = {}
    for batch in batches([corpus], EVALUATION_TOKENS, None):
        with torch.no_grad():
            scores = parser(batch)
            found = decode(parser, batch, scores)
        for (_, i), parse in zip(batch.members, found):
            parses[i] = parse
    return [parses[i] for i in range(len(corpus.sentences))]


def decode(parser, batch: Batch, scores: Scores) -> list[Parse]:
    """The best tags and trees; "root" is the label of the root's word and of no other."""
    lengths = batch.lengths.tolist()
    arcs = F.log_softmax(scores.arcs, dim=-1).double().numpy()
    heads = np.zeros(batch.mask.shape, dtype=np.int64)
    for row, length in enumerate(lengths):
        heads[row, :length] = best_tree(arcs[row, :length, : length + 1])
    root = load_lexicon().index["labels"]["root"]
    logits = parser.label_scores(scores, torch.from_numpy(heads))
    logits[..., root] = -torch.inf
    labels = np.where(heads == 0, root, logits.argmax(dim=-1).numpy())
    tags = scores.tags.argmax(dim=-1).numpy()
    return [Parse(tags[r, :n], heads[r, :n], labels[r, :n]) for r, n in enumerate(lengths)]


def compare(corpus: Corpus, parses: list[Parse]) -> dict[str, float]:
    """Percentages over all words, punctuation included; `las` ignores the relations' subtypes."""
    lexicon = load_lexicon()
    tags = [lexicon.tags[t] for parse in parses for t in parse.tags]
    labels = [lexicon.labels[l] for parse in parses for l in parse.labels]
    gold_tags = [t for s in corpus.sentences for t in s.tags]
    gold_labels = [l for s in corpus.sentences for l in s.labels]
    attached = np.concatenate([parse.heads for parse in parses]) == corpus.heads
    alike = lambda ours, gold, part: np.array([part(a) == part(b) for a, b in zip(ours, gold)])
    measures = {
        "upos": alike(tags, gold_tags, lambda t: t.split("|")[0]),
        "xpos": alike(tags, gold_tags, lambda t: t.split("|")[1]),
        "uas": attached,
        "las": attached & alike(labels, gold_labels, lambda l: l.split(":")[0]),
        "las_subtypes": attached & alike(labels, gold_labels, lambda l: l),
    }
    return {name: round(100 * float(right.mean()), 2) for name, right in measures.items()}


if __name__ == "__main__":
    from parser import load_parser, ready_corpus

    torch.set_num_threads(1)
    for name in sys.argv[1:]:
        trained = load_parser(name)
        dev = ready_corpus("dev", trained.stage)
        print(name, "as written", compare(dev, parse_corpus(trained, dev)), flush=True)
        for casing in CASINGS:
            print(name, casing, compare(dev, parse_corpus(trained, in_casing(dev, casing))), flush=True)
