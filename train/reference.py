"""Ten sentences of our own and the network's scores for them, for another implementation to agree with."""

import numpy as np
import torch

from corpus import Corpus, collate, load_lexicon
from evaluate import decode
from parser import Parser

SENTENCES = (
    "The minister told reporters on Tuesday that talks between Oslo and Lima would resume .",
    "“ We 'll not sign it , ” said Ingrid Solberg-Haug , the company 's chief lawyer .",
    "Rescuers found 14 survivors — among them two children — near the village of Qarnaveh .",
    "PORT STRIKE ENDS AS DOCKERS ACCEPT 6.5 % RAISE",
    "Which bridge did the engineers say the river had damaged ?",
    "Xu Weilan , 47 , who runs Tellurion Energy , has n't answered questions from Gazette.example .",
    "A hearing is scheduled tomorrow on the zoning dispute .",
    "Zvbqxt !",
    "He bought the old mill from her brother in 1987 , sold it , and moved to the U.S. 🙂",
    "Peace",
)
"""Tokens, divided by spaces. They hold quotes and dashes, digits, capitals, names unknown to every list,
a crossing arc, an emoji, and a sentence of one word."""

DIGITS = 5


def reference_scores(parser: Parser, sha256: str) -> dict:
    """For each sentence, from the shipped (rounded) weights: the features of its words, tag logits, arc
    scores (null: a word under itself), label logits under the decoded head, and what is decoded."""
    return {"model": sha256, "sentences": [sentence_scores(parser, text.split(" ")) for text in SENTENCES]}


def sentence_scores(parser: Parser, forms: list[str]) -> dict:
    lexicon = load_lexicon()
    batch = collate([(corpus_of(forms), 0)])
    with torch.no_grad():
        scores = parser.eval()(batch)
        (parse,) = decode(parser, batch, scores)
        labels = parser.label_scores(scores, torch.from_numpy(parse.heads)[None])
    return {
        "forms": forms,
        "features": [lexicon.features(form) for form in forms],
        "tagLogits": rows(scores.tags[0]),
        "arcScores": [
            [None if head == word else value for head, value in enumerate(row)]
            for word, row in enumerate(rows(scores.arcs[0]), start=1)
        ],
        "labelLogits": rows(labels[0]),
        "tags": [lexicon.tags[tag] for tag in parse.tags],
        "heads": parse.heads.tolist(),
        "labels": [lexicon.labels[label] for label in parse.labels],
    }


def rows(matrix: torch.Tensor) -> list[list[float]]:
    return [[round(value, DIGITS) for value in row] for row in matrix.tolist()]


def corpus_of(forms: list[str]) -> Corpus:
    """A corpus of one sentence without a tree."""
    nothing = np.zeros(len(forms), dtype=np.int64)
    features = np.array([load_lexicon().features(form) for form in forms], dtype=np.int32)
    return Corpus("reference", [], np.array([0, len(forms)]), features, nothing, nothing, nothing, {})
