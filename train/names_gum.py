"""Names out of GUM's entity annotation: the run of proper nouns around a named mention's head.

GUM marks whole noun phrases ("the former mayor of Lima, Ana Holt"); a name is less. Titles and descriptions
are cut, "of the" stays inside organisations and places, nested names are their outer one's.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from names_lists import country_names
from names_titles import after_titles

GUM_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
PROPER = ("NNP", "NNPS")
INSIDE_NAME = ("flat", "compound", "amod", "nmod", "nummod", "case", "cc", "conj", "det", "punct", "goeswith", "list")
HYPHENS = ("-", "–")
DEEPEST = 12

Span = tuple[int, int, str]


class Mention(NamedTuple):
    start: int
    end: int
    kind: str
    identity: str
    """Title of the Wikipedia article about it, or empty."""


class Word(NamedTuple):
    form: str
    tag: str
    head: int
    """From 0; -1 for the root."""
    relation: str


def read_gum(path: Path) -> Iterator[tuple[str, list[str], list[Span]]]:
    """Document, forms and names of each sentence."""
    for document, words, mentions in read_mentions(path):
        yield document, [word.form for word in words], names_of(words, mentions)


def read_mentions(path: Path) -> Iterator[tuple[str, list[Word], list[Mention]]]:
    """Document, words and mentions of KINDS; one that crosses a sentence's end is left out."""
    document, words, mentions, open_mentions, sentence = "", [], [], [], 0
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc id"):
            document, open_mentions = line.split("= ")[1], []
        columns = line.split("\t")
        if columns[0].isdigit():
            words.append(Word(columns[1], columns[4], int(columns[6]) - 1, columns[7]))
            marks = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
            for mark in re.finditer(r"\(([^()]*)(\)?)|([^()]+)\)", marks[1] if marks else ""):
                read_mark(mark, len(words) - 1, sentence, open_mentions, mentions)
        elif not line and words:
            yield document, words, mentions
            words, mentions, sentence = [], [], sentence + 1


def read_mark(mark: re.Match, at: int, sentence: int, open_mentions: list, mentions: list[Mention]) -> None:
    opened, closed, ended = mark.groups()
    if opened:
        group, kind, *rest = opened.split("-", 7)
        identity = rest[5] if len(rest) > 5 else ""
        if not closed:
            open_mentions.append((group, kind, identity, at, sentence))
        elif kind in GUM_KINDS:
            mentions.append(Mention(at, at + 1, GUM_KINDS[kind], identity))
        return
    group = ended.split("-")[0]
    for i in range(len(open_mentions) - 1, -1, -1):
        if open_mentions[i][0] == group:
            _, kind, identity, start, since = open_mentions.pop(i)
            if since == sentence and kind in GUM_KINDS:
                mentions.append(Mention(start, at + 1, GUM_KINDS[kind], identity))
            return


def names_of(words: list[Word], mentions: list[Mention]) -> list[Span]:
    candidates = {name for mention in mentions for name in names_in(words, mention)}
    taken: set[int] = set()
    names = []
    # Longest first: names inside names don't count. `sorted` twice makes the order the same in every run.
    for start, end, kind in sorted(sorted(candidates), key=lambda span: span[0] - span[1]):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            names.append((start, end, kind))
    return sorted(names)


def names_in(words: list[Word], mention: Mention) -> Iterator[Span]:
    start, end, kind, identity = mention
    titled = span_of_title(words, mention)
    if titled:
        yield titled
        return
    heads = [i for i in range(start, end) if not start <= words[i].head < end]
    if not heads:
        return
    head = heads[0]
    if kind == "LOC" and is_proper(words[head]):
        # "Aceh, Indonesia": the name before the comma is a place of its own.
        stop = start
        while stop < end and is_proper(words[stop]):
            stop += 1
        if start < stop < min(end, head) and words[stop].form == ",":
            yield (start, stop, kind)
    if not is_proper(words[head]):
        # "author Truman Capote": a common noun with a name hung on it.
        flat = [i for i in range(head + 1, end) if words[i].head == head and words[i].relation == "flat"]
        flat = [i for i in flat if is_proper(words[i])]
        if not flat:
            return
        # All flat words hang on the noun alike: the first stands for it.
        noun, head = head, flat[0]
        words = [w._replace(head=head) if w.head == noun and w.relation == "flat" else w for w in words]
        words[head] = words[head]._replace(head=noun)
    if kind == "PER" and words[head].tag == "NNPS":
        return
    name = grown(words, (start, end, kind), head)
    if name:
        yield name


def span_of_title(words: list[Word], mention: Mention) -> Span | None:
    """The stretch of a mention that reads like the title of the Wikipedia article about it."""
    title = letters(re.sub(r"_\(.*|,_.*", "", mention.identity))
    if not title:
        return None
    for start in range(mention.start, mention.end):
        if not is_proper(words[start]):
            continue
        text = ""
        for end in range(start + 1, mention.end + 1):
            text += letters(words[end - 1].form)
            if text == title and not (mention.kind == "PER" and words[end - 1].tag == "NNPS"):
                return (start, end, kind_of(words[start:end], mention.kind))
    return None


def letters(text: str) -> str:
    return re.sub(r"\W|_", "", text).lower()


def grown(words: list[Word], mention: Span, head: int) -> Span | None:
    """The run of proper nouns around the head, inside the mention."""
    first, last, kind = mention

    def belongs(i: int) -> bool:
        """Whether the relations from word i up to the head are such as stand inside names."""
        for _ in range(DEEPEST):
            if i == head or not first <= i < last:
                break
            relation = words[i].relation
            if relation.split(":")[0] not in INSIDE_NAME:
                return False
            if kind == "PER" and relation in ("nmod:poss", "nmod:desc"):
                return False
            i = words[i].head
        return i == head

    start, end = head, head + 1
    while start > first and (
        (is_proper(words[start - 1]) and belongs(start - 1) and words[start - 1].relation != "nmod:poss")
        or (
            words[start - 1].form in (*HYPHENS, "&", ".")
            and start - 2 >= first
            and is_proper(words[start - 2])
            and belongs(start - 2)
        )
    ):
        start -= 1
    while end < last:
        word = words[end]
        after = words[end + 1] if end + 1 < last else None
        if is_proper(word) and belongs(end) and word.relation != "appos":
            end += 1
        elif word.form in (*HYPHENS, "&") and after and is_proper(after) and belongs(end + 1):
            end += 2
        elif kind != "PER" and word.form.lower() in ("of", "for") and after:
            on = end + 2 if after.form.lower() == "the" else end + 1
            if not (on < last and is_proper(words[on]) and belongs(on)):
                break
            end = on + 1
        elif (
            kind == "ORG" and word.form.lower() == "and" and after and is_proper(after)
            and after.relation == "conj" and belongs(end + 1)
        ):
            end += 2
        elif kind != "PER" and word.tag == "CD" and word.relation in ("nummod", "flat"):
            end += 1
        else:
            break
    while start < end and not is_proper(words[start]):
        start += 1
    forms = [word.form for word in words]
    if kind == "PER":
        start = after_titles(forms, start, end)
    if len("".join(forms[start:end])) < 2:
        return None
    return (start, end, kind_of(words[start:end], kind))


def kind_of(words: list[Word], kind: str) -> str:
    """A country is a place, though it acts."""
    return "LOC" if " ".join(word.form for word in words).lower() in country_names() else kind


def is_proper(word: Word) -> bool:
    return word.tag in PROPER
