"""What the teacher thinks of text: for each sentence how likely each word has each tag, computed once and kept.

The teacher never saw GUM's news, so that heads taught by it can be measured there.
"""

from random import Random

import numpy as np
import torch

from corpus import load_corpus
from names_corpus import SOURCES, NamedSentence, read_names
from names_data import Example, collate, padded_flags
from names_features import kept_states
from names_head import TAGS
from names_settings import NAMELESS_SHARE, TEACHERS
from names_train import Finder, load_finder
from places import WORK

TEACHER_SOURCES = ("gum", "unknown")
"""The teacher reads a text as if it were each of them; what it thinks is the mean."""

BATCH = 4000


def taught_examples(name: str, weight: float) -> list[Example]:
    """The sentences of "gmb", "silver" or "ewt-train" with the teachers' opinions, most sentences without any
    name left out."""
    sentences = [NamedSentence("unknown", "", forms, []) for forms in text_of(name)]
    path = WORK / f"names-taught-{name}.npz"
    if not path.exists():
        np.savez(path, **opinions(name, sentences))
    stored = np.load(path)
    unary, pairs = stored["unary"], stored["pairs"]
    rows = kept_states(f"names-{name}", [s.forms for s in sentences])
    starts = np.cumsum([0, *(len(s.forms) for s in sentences)])
    random = Random(1)
    examples = []
    for i, sentence in enumerate(sentences):
        mine = unary[starts[i] : starts[i + 1]]
        if mine[:, 1:].sum() < 0.05 and random.random() > NAMELESS_SHARE:
            continue
        examples.append(Example(sentence, rows[i], padded_flags(sentence.forms), mine, pairs[i], weight))
    return examples


def text_of(name: str) -> list[list[str]]:
    if name == "ewt-train":
        corpus = load_corpus("gold")
        # Gold is EWT first, GUM after it; GUM has names of its own.
        gum = {tuple(sentence.forms) for sentence in read_names("gum")}
        return [s.forms for s in corpus.sentences if tuple(s.forms) not in gum]
    if name == "gmb":
        return [sentence.forms for sentence in read_names("gmb")]
    return [sentence.forms for sentence in load_corpus(name).sentences]


def opinions(name: str, sentences: list[NamedSentence]) -> dict[str, np.ndarray]:
    rows = kept_states(f"names-{name}", [s.forms for s in sentences])
    starts = np.cumsum([0, *(len(s.forms) for s in sentences)])
    unary = np.zeros((starts[-1], len(TAGS)), dtype=np.float16)
    pairs = np.zeros((len(sentences), len(TAGS), len(TAGS)), dtype=np.float16)
    teachers = [load_finder(teacher) for teacher in TEACHERS]
    nothing = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].forms))
    while order:
        size = max(1, BATCH // len(sentences[order[-1]].forms))
        group, order = order[-size:], order[:-size]
        examples = [
            Example(s, rows[i], padded_flags(s.forms), np.zeros((len(s.forms), 1)), nothing, 1.0)
            for i, s in ((i, sentences[i]) for i in group)
        ]
        batch = collate(examples)
        readings = [(teacher, source) for teacher in teachers for source in TEACHER_SOURCES]
        for teacher, source in readings:
            words, tags = reading(teacher, batch, source)
            for row, i in enumerate(group):
                unary[starts[i] : starts[i + 1]] += words[row, : len(sentences[i].forms)] / len(readings)
                pairs[i] += tags[row] / len(readings)
    return {"unary": unary, "pairs": pairs}


def reading(teacher: Finder, batch, source: str) -> tuple[np.ndarray, np.ndarray]:
    with torch.no_grad():
        scores = teacher(batch, torch.full((len(batch.examples),), SOURCES.index(source)))
    words, tags = teacher.head.marginals(scores, batch.mask)
    return words.numpy(), tags.numpy()


if __name__ == "__main__":
    import sys

    torch.set_num_threads(1)
    for name in sys.argv[1:]:
        print(name, len(taught_examples(name, 1.0)), "sentences", flush=True)
