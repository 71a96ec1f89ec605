"""Where the data is read from and where the work is put; no path is written anywhere else."""

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent

TREEBANKS = Path(os.environ.get("WIREGRAPH_SHARED", HERE.parent.parent / "shared")) / "treebank"
"""The treebanks: `ewt-train.conllu`, `ewt-dev.conllu`, `gum-train.conllu`, `silver*.conllu.gz`."""

WORK = Path(os.environ.get("WIREGRAPH_TRAIN_WORK", HERE / "work"))
"""Features, checkpoints: everything that can be made again. Ignored by git."""

DOWNLOADS = Path(os.environ.get("WIREGRAPH_TRAIN_DOWNLOADS", WORK))
"""What is fetched as it is: GloVe, lists of names."""

MODEL = Path(os.environ.get("WIREGRAPH_TRAIN_MODEL", HERE.parent / "src/text/parser/model"))
"""What ships: the exported weights and their summary."""

REFERENCES = Path(os.environ.get("WIREGRAPH_TRAIN_REFERENCES", HERE))
REFERENCE = REFERENCES / "reference.json"
"""PyTorch's scores for ten sentences, which the tests compare with."""

MOST_EPOCHS = int(os.environ.get("WIREGRAPH_TRAIN_EPOCHS", 1000))
"""No stage runs for more: `train/make --try` sets it to 1."""
