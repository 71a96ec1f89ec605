"""Cuts the data to a sliver, for `train/make --try`: every step runs on it in minutes, and its model is worth nothing.

`python sliver.py FOLDER` writes to FOLDER/treebank, in the sources' own formats: of trees with documents the first
sentences of each, of other files the first few hundred sentences.
"""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

from places import TREEBANKS

OF_A_DOCUMENT = 2
OF_A_FILE = 150


def cut(source: Path, target: Path) -> None:
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rt", encoding="utf-8") as file:
        kept = "\n\n".join(sliver(file.read().rstrip("\n").split("\n\n")))
    with (gzip.open if source.suffix == ".gz" else open)(target, "wt", encoding="utf-8") as file:
        file.write(kept + "\n\n")


def sliver(blocks: list[str]) -> Iterator[str]:
    if not any("# newdoc" in block for block in blocks):
        yield from blocks[:OF_A_FILE]
        return
    place = 0
    for block in blocks:
        place = 0 if "# newdoc" in block else place + 1
        if place < OF_A_DOCUMENT:
            yield block


if __name__ == "__main__":
    folder = Path(sys.argv[1]) / "treebank"
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(TREEBANKS.iterdir()):
        cut(path, folder / path.name)
