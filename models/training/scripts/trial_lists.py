"""A trial that is not part of the package: lists of names as a feature of words.

spaCy's hashed embeddings take attributes of words. LANG, which is the same for all words and which
nothing here reads, is given another meaning: the lists that the word is in.
"""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from spacy.attrs import LANG
from spacy.language import Language
from spacy.util import registry

from scripts import reader  # noqa: F401  registers the reader of samples, too
from scripts.generated import column
from scripts.turkish import lower, make_turkish

CORPORA: Final = Path("../../../shared/corpora/gazetteers")
RESOURCES: Final = Path("../../pipeline/tutanak/resources/tr")
HEADS: Final = ("top", "unit", "bare", "foreign")
ENDINGS: Final = (
    "ı",
    "i",
    "u",
    "ü",
    "sı",
    "si",
    "su",
    "sü",
    "ğı",
    "ği",
    "ğu",
    "ğü",
    "ları",
    "leri",
)


def _words(cells: list[str]) -> frozenset[str]:
    return frozenset(word for cell in cells for word in lower(cell).split())


@cache
def lists() -> dict[str, frozenset[str]]:
    """Small letters: given names, surnames, places, heads of bodies."""
    forenames = (RESOURCES / "forenames.txt").read_text(encoding="utf-8").splitlines()
    heads = tomllib.loads((RESOURCES / "institution_heads.toml").read_text(encoding="utf-8"))
    surnames = column(CORPORA / "surnames_faker_mit.tsv", "surname")
    surnames += column(CORPORA / "mp_names_parlamint.tsv", "surname")
    places = [
        cell
        for name in ("provinces", "districts", "countries_cldr_tr")
        for cell in column(CORPORA / f"{name}.tsv", "name")
    ]
    return {
        "given": frozenset(line.rstrip("*") for line in forenames if not line.startswith("#")),
        "family": _words(surnames),
        "place": _words(places),
        "head": frozenset(word for key in HEADS for word in heads[key].split()),
    }


def classes(text: str) -> str:
    """The lists that `text` is in: `given+family`; heads also with a possessive ending."""
    word = lower(text)
    found = [name for name, words in lists().items() if word in words]
    if "head" not in found and any(
        word.endswith(ending) and word.removesuffix(ending) in _stems() for ending in ENDINGS
    ):
        found.append("head")
    return "+".join(found) or "none"


@cache
def _stems() -> frozenset[str]:
    """Heads without a last k, which softens: `bakanlı`, then `ğı`."""
    return frozenset(word.removesuffix("k") for word in lists()["head"])


@registry.callbacks("tutanak.turkish_lists.v1")  # type: ignore[untyped-decorator]
def make_turkish_lists() -> Callable[[Language], Language]:
    """As `tutanak.turkish.v1`, with the lists of a word under LANG."""
    mend = make_turkish()

    def mend_with_lists(nlp: Language) -> Language:
        vocab: Any = mend(nlp).vocab
        vocab.lex_attr_getters[LANG] = classes
        return nlp

    return mend_with_lists
