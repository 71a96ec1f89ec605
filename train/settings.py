"""Every number of the recipe: the sizes of the network and the stages of its training."""

from dataclasses import dataclass, field, replace
from typing import Literal


@dataclass(frozen=True)
class Sizes:
    """Widths of the network's parts; `context` is 0 but in a teacher, which also reads MiniLM.

    With `late_tags` the upper layer corrects the tags of the lower one.
    """

    word: int = 48
    affix: int = 24
    shape: int = 16
    vector: int = 64
    hidden: int = 128
    tag: int = 32
    arc: int = 96
    label: int = 48
    context: int = 0
    late_tags: bool = False


@dataclass(frozen=True)
class Stage:
    """One training run. Its checkpoint is `WORK/<name>.pt`.

    `start` names the stage whose weights it begins with, `teacher` the one whose soft targets it learns,
    `corpora` the trees: "gold" counts whole, the others are silver. `context` says how a teacher gets
    MiniLM's vectors: "frozen" from a file, "tuned" by running (and training) MiniLM itself.
    `recased` is the share of training sentences shown in lower case, in capitals and as a title, each.
    """

    name: str
    epochs: int
    rate: float
    start: str | None = None
    teacher: str | None = None
    corpora: tuple[str, ...] = ("gold",)
    context: Literal["none", "frozen", "tuned"] = "none"
    sizes: Sizes = field(default_factory=Sizes)
    encoder_rate: float = 2e-4
    recased: float = 0.0
    seed: int = 1


STUDENT = Sizes()
LATE = replace(STUDENT, late_tags=True)
TEACHER = replace(STUDENT, context=160)
EVERYTHING = ("gold", "silver", "news")

STAGES: dict[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("B", epochs=15, rate=2.5e-3),
        Stage("T", epochs=5, rate=2e-3, start="B", context="frozen", sizes=TEACHER),
        Stage("S", epochs=5, rate=1.8e-3, start="B", corpora=("gold", "silver")),
        Stage("K3", epochs=4, rate=2e-3, start="S", teacher="T", corpora=EVERYTHING),
        # MiniLM trained along: a better teacher, and the student that learns from it.
        Stage("F", epochs=4, rate=1e-3, start="T", context="tuned", sizes=TEACHER),
        Stage("K", epochs=7, rate=2e-3, start="K3", teacher="F", corpora=EVERYTHING, recased=0.03, sizes=LATE),
        # The same again, from where it led.
        Stage("L", epochs=8, rate=2e-3, start="K", teacher="F", corpora=EVERYTHING, recased=0.03, sizes=LATE, seed=2),
    )
}

# Vectors: the most frequent GloVe words, reduced by PCA, rounded to integers in ±VECTOR_LEVELS a row.
# So few levels (under 5 bits a number) compress to half of int8's size.
VECTOR_WORDS = 60_000
VECTOR_LEVELS = 15
VECTOR_SPREAD = 0.5

MIN_WORD_COUNT = 2
MIN_SHAPE_COUNT = 3

BATCH_TOKENS = 900
WARM_UP_STEPS = 200
FINAL_RATE = 0.02
BETAS = (0.9, 0.98)
WEIGHT_DECAY = 1e-3
GRADIENT_CLIP = 5.0
AVERAGE_DECAY = 0.998

INPUT_DROPOUT = 0.25
HIDDEN_DROPOUT = 0.3
WORD_DROPOUT = 0.15
VECTOR_DROPOUT = 0.05

# In distillation a gold tree's loss is half its own, half the teacher's; a silver tree's is the teacher's.
GOLD_SHARE = 0.5
SOFT_TARGETS = 8

SILVER_LENGTHS = (3, 80)
