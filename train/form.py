"""What a word form looks like: its normal form, shape and affix hashes.

README.md, "Inference", describes the same in words; an implementation in another language must agree with
this file to the bit.
"""

import re
import unicodedata

STAND_INS = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "``": '"', "''": '"', "–": "--", "—": "--", "…": "...",
}
"""Whole forms that are read as another."""

SHAPE_LENGTH = 8
SHAPE_RUN = 2

AFFIX_BUCKETS = {"p1": 512, "p2": 4096, "p3": 8192, "s1": 512, "s2": 4096, "s3": 8192, "s4": 16384}
"""Hash buckets of each affix table: prefixes of 1–3 code points, suffixes of 1–4."""


SMALL_WORDS = frozenset("a an and as at but by for from in of off on or the to up with".split())
"""Words that a title leaves small."""


def normal_form(form: str) -> str:
    """The form with plain quotes and dashes, in lower case."""
    form = STAND_INS.get(form, form)
    return form.replace("’", "'").replace("‘", "'").lower()


def shape(form: str) -> str:
    """X upper-case letter, x other letter, d digit, else the character; runs cut at 2, 8 long at most."""
    marks: list[str] = []
    for character in form:
        mark = shape_mark(character)
        if marks[-SHAPE_RUN:] == [mark] * SHAPE_RUN:
            continue
        marks.append(mark)
        if len(marks) == SHAPE_LENGTH:
            break
    return "".join(marks)


def shape_mark(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return "d"
    if category == "Lu":
        return "X"
    return "x" if category[0] == "L" else character


def recased(form: str, casing: str) -> str:
    """The form as it would look in a text that is all in "lower" case, in "upper" case or a "title"."""
    if casing == "lower":
        return form.lower()
    if casing == "upper":
        return form.upper()
    return form if form in SMALL_WORDS else form[:1].upper() + form[1:]


def affixes(normal: str) -> list[int]:
    """The buckets of the seven affixes, in the order of AFFIX_BUCKETS; a short form is its own affix."""
    return [
        fnv1a(name + (normal[: int(name[1])] if name[0] == "p" else normal[-int(name[1]) :])) % buckets
        for name, buckets in AFFIX_BUCKETS.items()
    ]


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash of the text's UTF-8 bytes (Fowler, Noll and Vo)."""
    value = 2166136261
    for byte in text.encode("utf-8"):
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def vector_spellings(normal: str) -> tuple[str, ...]:
    """The spellings under which a form's vector is looked up, best first."""
    return (normal, normal.strip("-.'_"), normal.replace(".", ""), re.sub(r"\d", "0", normal))
