"""Every number of the names' recipe."""

from dataclasses import dataclass, replace

ENCODER = "L"
"""The stage whose network the head reads: the parser that ships. It stays as it is."""


@dataclass(frozen=True)
class HeadSizes:
    """Widths of the head; `context` is 0 but in a teacher, which also reads MiniLM."""

    flag: int = 12
    source: int = 8
    shared: int = 128
    hidden: int = 64
    context: int = 0


@dataclass(frozen=True)
class HeadStage:
    """One training run of a head; its checkpoint is `WORK/names-<name>.pt`.

    `weights` says how much a sentence of a source counts, `taught` the same of corpora whose names are the
    teacher's; `fold` leaves out a fifth of GUM's news documents, "all" all of them. A head starts from the head
    of the stage `start`, a teacher's MiniLM from that of the parser's stage.
    """

    name: str
    epochs: int
    rate: float
    sizes: HeadSizes = HeadSizes()
    weights: tuple[tuple[str, float], ...] = (("gmb", 0.5), ("wikigold", 1.0), ("gum", 1.0))
    taught: tuple[tuple[str, float], ...] = ()
    fold: int | str | None = None
    encoder_rate: float = 0.0
    start: str | None = None
    recased: float = 0.035
    seed: int = 1


FOLDS = 5
FLAG_DROPOUT = 0.15
SOURCE_DROPOUT = 0.15
HEAD_DROPOUT = 0.35
HEAD_BATCH_TOKENS = 1200
HEAD_WEIGHT_DECAY = 1e-2
HEAD_WARM_UP = 100

NAMELESS_SHARE = 0.15
"""How many of the taught sentences without a name are kept."""

TEACHERS = ("teacher", "plain")

TEACHER_HEAD = HeadSizes(shared=192, hidden=128, context=160)

PLAIN = HeadStage("plain", epochs=5, rate=2e-3, fold="all")
STUDENT_HEAD = HeadStage(
    "names",
    epochs=3,
    rate=1.8e-3,
    start="plain",
    weights=(("gmb", 0.4), ("wikigold", 1.0), ("gum", 1.0)),
    taught=(("ewt-train", 0.8),),
    seed=2,
)

HEAD_STAGES: dict[str, HeadStage] = {
    stage.name: stage
    for stage in (
        PLAIN,
        HeadStage("teacher", epochs=4, rate=1.5e-3, sizes=TEACHER_HEAD, fold="all", encoder_rate=1.5e-4, start="F"),
        # The one that ships, and the same without GUM's news, or a fifth of it, to be measured there.
        STUDENT_HEAD,
        replace(STUDENT_HEAD, name="held", fold="all"),
        *(replace(STUDENT_HEAD, name=f"fold{fold}", fold=fold) for fold in range(FOLDS)),
    )
}
