"""Writes GUM's names of its news documents as `WORK/names-gum-news.iob2`, for bench/names.ts to measure on.

They are found in GUM's annotation by names_gum.py; the folds are every fifth document (`names_data.held_out`).
"""

from names_corpus import read_names
from names_data import held_out, news_documents
from names_settings import FOLDS
from places import WORK


def write_gold() -> None:
    sentences = [s for s in read_names("gum") if "_news_" in s.document]
    documents = news_documents(sentences)
    lines: list[str] = []
    for fold in range(FOLDS):
        for document in sorted(held_out(documents, fold)):
            lines += [f"# newdoc id = {document}", f"# fold = {fold}"]
            for sentence in sentences:
                if sentence.document != document:
                    continue
                tags = ["O"] * len(sentence.forms)
                for start, end, kind in sentence.spans:
                    tags[start:end] = [f"I-{kind}"] * (end - start)
                    tags[start] = f"B-{kind}"
                lines += [f"{i}\t{form}\t{tag}" for i, (form, tag) in enumerate(zip(sentence.forms, tags), start=1)]
                lines.append("")
    (WORK / "names-gum-news.iob2").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write_gold()
