"""Sentences with the names in them, from sources of different guidelines mapped to one.

A name is a stretch of words with a kind of `KINDS`: no title, no article, no possessive, nothing nested.
"""

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from names_gum import read_gum
from names_lists import country_names
from names_titles import after_titles
from places import TREEBANKS

KINDS = ("PER", "ORG", "LOC")
SOURCES = ("gmb", "wikigold", "gum", "unknown")
"""What a head is told a sentence is from; "unknown" also stands for each of the others now and then."""

Span = tuple[int, int, str]


@dataclass(frozen=True)
class NamedSentence:
    """`spans` hold (from, to, kind), `to` exclusive, in order; `document` is empty where it isn't known."""

    source: str
    document: str
    forms: list[str]
    spans: list[Span]


def read_names(source: str) -> list[NamedSentence]:
    """All sentences of "gmb", "wikigold", "gum" or "ewt" (whose dev part alone is there, to measure on)."""
    readers = {"gmb": read_gmb, "wikigold": read_wikigold, "gum": read_gum_names, "ewt": read_ewt}
    return list(readers[source]())


def read_gum_names() -> Iterator[NamedSentence]:
    for document, forms, spans in read_gum(TREEBANKS / "gum-train.conllu"):
        yield NamedSentence("gum", document, forms, spans)


def read_ewt() -> Iterator[NamedSentence]:
    """Universal NER's names of EWT dev."""
    document, rows = "", []
    for line in [*(TREEBANKS / "names-ewt-dev.iob2").read_text(encoding="utf-8").split("\n"), ""]:
        columns = line.split("\t")
        if line.startswith("# newdoc id"):
            document = line.split("= ")[1]
        elif columns[0].isdigit():
            rows.append((columns[1], columns[2] if columns[2][2:] in KINDS else "O"))
        elif not line and rows:
            yield NamedSentence("unknown", document, [form for form, _ in rows], spans_of([tag for _, tag in rows]))
            rows = []


def read_wikigold() -> Iterator[NamedSentence]:
    """I- tags alone; what is neither person, organisation nor place is left out."""
    rows: list[list[str]] = []
    for line in [*(TREEBANKS / "names-wikigold.conll").read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip():
            rows.append(line.strip().rsplit(" ", 1))
        elif rows:
            forms = [form for form, _ in rows]
            if forms != ["-DOCSTART-"]:
                yield NamedSentence("wikigold", "", forms, spans_of([t if t[2:] in KINDS else "O" for _, t in rows]))
            rows = []


def spans_of(tags: list[str]) -> list[Span]:
    """Spans of IOB tags; an I- that continues nothing begins a name."""
    spans: list[Span] = []
    for i, tag in enumerate(tags):
        before = tags[i - 1] if i else "O"
        if tag[0] == "I" and before[2:] == tag[2:] and spans:
            spans[-1] = (spans[-1][0], i + 1, tag[2:])
        elif tag != "O":
            spans.append((i, i + 1, tag[2:]))
    return spans


def read_gmb() -> Iterator[NamedSentence]:
    """The Groningen Meaning Bank's names were tagged by machine and corrected in part: cleaned by rules here,
    by a teacher later (names_teach.py)."""
    sentences = [NamedSentence("gmb", "", *sentence) for sentence in read_gmb_file(TREEBANKS / "names-gmb.iob2.gz")]
    votes: dict[str, Counter] = defaultdict(Counter)
    for sentence in sentences:
        for start, end, kind in sentence.spans:
            votes[" ".join(sentence.forms[start:end])][kind] += 1
    for sentence in sentences:
        cleaned = (clean_gmb(sentence.forms, span, votes) for span in sentence.spans)
        yield replace(sentence, spans=[span for span in cleaned if span])


def read_gmb_file(path: Path) -> Iterator[tuple[list[str], list[Span]]]:
    for block in gzip.open(path, "rt", encoding="utf-8").read().strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n")]
        yield [row[0] for row in rows], spans_of([row[2] for row in rows])


MAJORITY_COUNT, MAJORITY_SHARE = 5, 0.6

PEOPLES_AND_FAITHS = frozenset(
    "Muslim Muslims Shi'ite Shi'ites Sunni Sunnis Christian Christians Kurdish Kurds Kurd Arab Arabs Jewish "
    "Islamic Hindu Islam Catholic Democratic Republican Communist Jews".split()
)

def clean_gmb(forms: list[str], span: Span, votes: dict[str, Counter]) -> Span | None:
    start, end, kind = span
    text = " ".join(forms[start:end])
    (likeliest, count), total = votes[text].most_common(1)[0], votes[text].total()
    if total >= MAJORITY_COUNT and count >= MAJORITY_SHARE * total:
        kind = likeliest
    if text in ("U.N.", "United Nations", "UN"):
        kind = "ORG"
    if text.lower() in country_names() or text in ("West Bank", "Gaza", "Gaza Strip"):
        kind = "LOC"
    elif text in PEOPLES_AND_FAITHS or kind == "GPE":
        return None
    if kind in ("LOC", "ORG") and any(c.isdigit() for c in text) and "-" in text:
        return None
    if kind == "ORG" and forms[start] in ("General", "Mr.", "President", "Senator", "Gen."):
        kind = "PER"
    if kind == "LOC":
        while end - start > 1 and forms[start][0].islower() and not forms[start].startswith(("al-", "el-")):
            start += 1
    if kind == "PER":
        start = after_titles(forms, start, end)
    if kind in ("ORG", "LOC") and end - start > 1 and forms[start] == "the":
        start += 1
    return (start, end, kind) if kind in KINDS and start < end else None


if __name__ == "__main__":
    for source in ("gmb", "wikigold", "gum", "ewt"):
        sentences = read_names(source)
        kinds = Counter(kind for sentence in sentences for _, _, kind in sentence.spans)
        print(source, len(sentences), "sentences", sum(len(s.forms) for s in sentences), "words", dict(kinds))
