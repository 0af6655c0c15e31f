"""What a trained model costs beside the rules: one core, one run, the same texts for all.

Words per second of the joined pipeline (rules, and the model where they leave something open),
of the same model bare over all text, of the rules alone, of spaCy's blank Turkish tokenizer, and
of Stanza's Turkish tokens and names. Ratios are to be compared, not words per second.

    python -m benchmarks.models [--model tr_tutanak_md] [--stanza FOLDER] [--rounds 3]

Without `--stanza`, networks as large as Stanza's default ones for Turkish are made
(stanza_stand_in.py). Of its default pipeline only the tokenizer and the finder of names are timed,
in batches over all documents at once: tagger, parser and lemmatizer would make it slower.
"""

import argparse
import math
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy and torch: one core for everybody

import spacy

from benchmarks.throughput import NEWS, archive, news
from tutanak.extraction.model_choice import PACKAGED
from tutanak.extraction.model_door import open_model
from tutanak.extraction.model_stanza import steady
from tutanak.extraction.pipeline import Extractor
from tutanak.extraction.tokens import words as words_in
from tutanak.records import Document

Work = Callable[[Sequence[Document]], object]
# Joined pipeline: most time beside the bare model and the tokenizer, least speed beside Stanza.
MOST_OF_BARE: Final = 1.3
MOST_OF_BLANK: Final = 30.0
LEAST_OF_STANZA: Final = 8.0
_STANZA_WORDS: Final = 3000  # enough for a pipeline that is slow


def each(work: Callable[[Document], object]) -> Work:
    """Work on documents one after another."""
    return lambda documents: [work(document) for document in documents]


def blank() -> Work:
    """spaCy's blank Turkish tokenizer."""
    nlp = spacy.blank("tr")
    return each(lambda document: nlp.make_doc(document.text))


def bare(model: str) -> Work:
    """The model alone over all text, in batches of its own."""
    nlp = spacy.load(model)
    return lambda documents: list(nlp.pipe([document.text for document in documents]))


def extractor(model: str | None) -> Work:
    """Text to mentions; the model is open already."""
    return each(Extractor(model=model))


def stanza_pipeline(folder: Path) -> Callable[[Sequence[Document]], int]:
    """Stanza's tokens and names over all text; gives the number of sentences."""
    import stanza

    pipeline = stanza.Pipeline(
        "tr",
        dir=str(folder),
        package=None,
        processors={"tokenize": "default", "ner": "default"},
        download_method=None,
        use_gpu=False,
        verbose=False,
    )

    def work(documents: Sequence[Document]) -> int:
        with steady():
            read = pipeline.bulk_process([document.text for document in documents])
        return sum(len(document.sentences) for document in read)

    return work


def words_of(documents: Sequence[Document]) -> int:
    """Words between white space."""
    return sum(len(document.text.split()) for document in documents)


def seconds(work: Work, documents: Sequence[Document]) -> float:
    """Processor time of one pass."""
    start = time.process_time()
    work(documents)
    return time.process_time() - start


def first(documents: Sequence[Document], words: int) -> list[Document]:
    """The first documents, up to so many words."""
    chosen: list[Document] = []
    for document in documents:
        if words_of(chosen) >= words:
            break
        chosen.append(document)
    return chosen


def measure(documents: list[Document], model: str, stanza: Path | None, rounds: int) -> bool:
    """Print the figures of one set of texts; whether all limits hold."""
    makers: dict[str, Callable[[], Work]] = {
        "blank tokenizer": blank,
        "rules alone": lambda: extractor(None),
        "bare model": lambda: bare(model),
        "joined": lambda: extractor(model),
    }
    spent = dict.fromkeys(makers, math.inf)
    for maker in makers.values():
        maker()(documents[:3])  # tables load at first use
    for _ in range(rounds):  # in turn, so that a slow spell of the machine meets all
        for name, maker in makers.items():
            spent[name] = min(spent[name], seconds(maker(), documents))
    words = words_of(documents)
    speeds = {name: words / time_spent for name, time_spent in spent.items()}
    if stanza is not None:
        few = first(documents, _STANZA_WORDS)
        work = stanza_pipeline(stanza)
        sentences = work(few)
        speeds["Stanza"] = words_of(few) / seconds(work, few)
        ours = sum(len({word.sentence for word in words_in(one.text)}) for one in few)
        lengths = [f"{words_of(few) / count:.1f}" for count in (sentences, ours)]
        print(f"\nwords a sentence: Stanza {lengths[0]}, rules {lengths[1]}")
    print(f"\n{len(documents)} documents, {words:,} words, one core")
    for name, speed in speeds.items():
        print(f"  {name:16} {speed:12,.0f} words/s")
    rows = [
        ("joined / bare model, time", spent["joined"] / spent["bare model"], "<=", MOST_OF_BARE),
        ("joined / blank, time", spent["joined"] / spent["blank tokenizer"], "<=", MOST_OF_BLANK),
    ]
    if stanza is not None:
        faster = speeds["joined"] / speeds["Stanza"]
        rows.append(("joined / Stanza, speed", faster, ">=", LEAST_OF_STANZA))
    held = True
    for name, value, sign, limit in rows:
        fine = value <= limit if sign == "<=" else value >= limit
        held = held and fine
        print(f"  {name:28} {value:7.2f}  {sign} {limit:g}  {'holds' if fine else 'FAILS'}")
    return held


def main() -> None:
    """Run on the archive and, where it is there, on general news; 1 where a limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default=PACKAGED, help="an installed spaCy package")
    parser.add_argument("--stanza", type=Path, help="a folder of Stanza's Turkish models")
    parser.add_argument("--no-stanza", action="store_true", help="leave Stanza out")
    parser.add_argument("--rounds", type=int, default=3, help="the fastest counts")
    parser.add_argument("--words", type=int, default=30_000, help="of general news")
    options = parser.parse_args()
    print(f"model: {open_model(options.model).title}")
    with tempfile.TemporaryDirectory() as made:
        folder: Path | None = options.stanza
        if folder is None and not options.no_stanza:
            from benchmarks.stanza_stand_in import default_names, write_full_size

            print(f"Stanza's default for Turkish: {default_names()}")
            folder = Path(made) / "stanza"
            write_full_size(folder)
        sets = [archive()] + ([news(options.words)] if NEWS.exists() else [])
        held = [measure(one, options.model, folder, options.rounds) for one in sets]
    raise SystemExit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
