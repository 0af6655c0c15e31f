"""The raw corpora, without the sentences of any test set."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

# Characters taken of each corpus: statutes would drown the rest.
SHARES: Final = {
    "legislation": 6_000_000,
    "mukayese_newscat": 2_500_000,
    "wiki_sentences_tok": 4_000_000,
    "parlamint_tr_sample": 1_000_000,
    "common_voice_setimes": 250_000,
    "zemberek_sbd": 1_100_000,
    "legal_court_tok": 500_000,
    "nakbatr_docs": 900_000,
    "finnews_docs": 500_000,
}
LEAST: Final = 25  # characters of a test sentence that is looked for


def squeezed(text: str) -> str:
    """`text` without blanks, so that tokenised and running text compare."""
    return "".join(text.split())


def read_raw(
    corpora: Path, tests: list[str], *, sources: Collection[str] = tuple(SHARES)
) -> Iterator[str]:
    """The documents of raw/, up to each corpus' share, but none that holds one of `tests`."""
    wanted = [squeezed(test) for test in tests]
    whole = set(wanted)
    parts = [test for test in wanted if len(test) >= LEAST]
    for name in sources:
        share = SHARES[name]
        path = corpora / "raw" / name / "docs.txt"
        text = path.read_text(encoding="utf-8")
        documents = text.split("\n\n")
        # Evenly over the file, so that a share is like the whole.
        step = max(1, round(len(text) / share))
        for document in documents[::step]:
            bare = squeezed(document)
            held = bare in whole or (
                name in ("nakbatr_docs", "finnews_docs") and any(part in bare for part in parts)
            )
            if not held:
                yield document
