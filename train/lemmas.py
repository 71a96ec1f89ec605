"""Makes the lemma table from the gold trees: suffix rules and exceptions for each English tag.

`python lemmas.py` writes src/text/parser/lemma-table.ts. A rule is the commonest way to get from the forms that end in
a suffix to their lemmas: cut so many characters, append so many. The longest suffix wins; what no rule gets right stands
in the table as it is.
"""

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

from places import TREEBANKS

LONGEST_SUFFIX = 5
LEAST_SUPPORT = 3
"""Different forms that a rule must hold for."""
LEAST_SHARE = 0.8
"""Share of the forms with that suffix that a rule must hold for."""
LEAST_COUNT = 1
"""Occurrences that an exception must have."""
OUT = Path(__file__).resolve().parent.parent / "src/text/parser/lemma-table.ts"

NAMES = ("NNP", "NNPS")
LEFT_OUT = ("ADD", "GW", "FW", "XX")
"""Addresses, split words and foreign words: their forms are nobody's rule."""
STRANGE = re.compile(r"[\d@/%$#*&:]")
"""What no exception may hold: addresses, figures and the like keep their form."""

Script = tuple[int, str]


def read_lemmas() -> dict[str, dict[str, Counter]]:
    """tag → lower-cased form → counts of lemmas, over the training trees. Names' lemmas are lower-cased: they follow
    their form's case."""
    found: dict[str, dict[str, Counter]] = defaultdict(lambda: defaultdict(Counter))
    for name in ("ewt-train.conllu", "gum-train.conllu"):
        for line in open(TREEBANKS / name, encoding="utf-8"):
            columns = line.rstrip("\n").split("\t")
            if columns[0].isdigit() and columns[2] != "_":
                lemma = columns[2].lower() if columns[4] in NAMES else columns[2]
                found[columns[4]][columns[1].lower()][lemma] += 1
    return found


def script_of(form: str, lemma: str) -> Script:
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return len(form) - shared, lemma[shared:]


def apply(script: Script, form: str) -> str:
    cut, add = script
    return form[: len(form) - cut] + add


def rules_of(pairs: dict[str, str]) -> dict[str, Script]:
    """suffix → script, where it differs from what the next shorter suffix says."""
    scripts: dict[str, Counter] = defaultdict(Counter)
    for form, lemma in pairs.items():
        for length in range(min(LONGEST_SUFFIX, len(form) - 1) + 1):
            scripts[form[len(form) - length :]][script_of(form, lemma)] += 1
    rules: dict[str, Script] = {}
    for suffix in sorted(scripts, key=len):
        script, support = min(scripts[suffix].items(), key=lambda item: (-item[1], item[0]))
        inherited = rule_for(rules, suffix)
        if support >= LEAST_SUPPORT and support >= LEAST_SHARE * scripts[suffix].total() and script != inherited and script[0] <= len(suffix):
            rules[suffix] = script
    return rules


def rule_for(rules: dict[str, Script], form: str) -> Script:
    for length in range(min(LONGEST_SUFFIX, len(form)), -1, -1):
        script = rules.get(form[len(form) - length :])
        if script is not None and script[0] < max(len(form), 1):
            return script
    return 0, ""


def table_of(found: dict[str, dict[str, Counter]]) -> dict[str, dict[str, dict[str, str]]]:
    table = {}
    for tag in sorted(set(found) - set(LEFT_OUT)):
        best = {form: min(counts.items(), key=lambda item: (-item[1], item[0])) for form, counts in found[tag].items()}
        pairs = {form: lemma for form, (lemma, _) in best.items()}
        rules = rules_of({form: lemma.lower() for form, lemma in pairs.items() if len(form) > 2})
        wrong = {
            f: l
            for f, l in pairs.items()
            if apply(rule_for(rules, f), f) != l and best[f][1] >= LEAST_COUNT and not STRANGE.search(f)
        }
        if rules or wrong:
            table[tag] = {"rules": {s: f"{cut}{add}" for s, (cut, add) in sorted(rules.items())}, "forms": dict(sorted(wrong.items()))}
    return table


if __name__ == "__main__":
    text = json.dumps(table_of(read_lemmas()), ensure_ascii=False, separators=(",", ":"))
    OUT.write_text(
        "// Lemma rules and exceptions by English tag, made by train/lemmas.py from UD English EWT and GUM (CC BY-SA 4.0): do not edit.\n\n"
        "/** For each tag: suffix → how many characters to cut and what to append; form → lemma where no rule is right. */\n"
        "export const lemmaTable: Readonly<Record<string, { readonly rules: Readonly<Record<string, string>>; readonly forms: Readonly<Record<string, string>> }>> =\n"
        f"  {text};\n",
        encoding="utf-8",
    )
    print(f"{len(text):,} characters")
