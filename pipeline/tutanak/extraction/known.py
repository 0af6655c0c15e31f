"""Names of the registry as they stand in running text: what settles where a name begins."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from tutanak.extraction.lexicon import is_ordinary
from tutanak.extraction.tokens import Word, is_parted
from tutanak.resources import word_list
from tutanak.resources.bodies import known_names
from tutanak.text.fold import plain
from tutanak.text.suffixes import declensions

_LONGEST: Final = 14
# `Pendik Belediye`, `Konya Büyükşehir`: aliases that in running text begin something longer
_SHORTENED: Final = frozenset(
    {"belediye", "buyuksehir", "büyükşehir", "valilik", "emniyet", "jandarma", "odasi", "dairesi"}
    - {"odasi", "dairesi"}
)


def key(words: Sequence[Word]) -> str:
    """The words of a name in one fold, punctuation gone."""
    return " ".join(plain(word.lower.strip(".")) for word in words)


@lru_cache(maxsize=1)
def _keys() -> frozenset[str]:
    return frozenset(
        " ".join(plain(part) for part in name.replace(",", " ").replace(".", " ").split())
        for name in known_names()
    )


@lru_cache(maxsize=1)
def _by_first() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First word -> the names of several words that begin with it, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in _keys():
        parts = tuple(name.split())
        if parts:
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(rows, key=lambda r: (-len(r), r))) for first, rows in found.items()}


def is_known_key(name: str) -> bool:
    """Whether a key is that of a body in the registry."""
    return name in _keys()


@lru_cache(maxsize=65536)
def nominative_length(word: str, wanted: str) -> int | None:
    """Characters of `wanted` in `word` where `word` is `wanted` in any case, else None."""
    if word == wanted:
        return len(wanted)
    if not word.startswith(wanted) or len(word) - len(wanted) > 6:
        return None
    marked = wanted[-1] in "ıiuü"
    for is_marked in (True, False) if marked else (False,):
        if any(form == word for form, _ in declensions(wanted, possessed=is_marked)):
            return len(wanted)
    return None


def match_at(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """The longest known name that begins at word `i`: (last word, characters of it), or None."""
    if is_parted(words[i]):
        parts = tuple(plain(words[i].lower).split("."))
        return (i, len(words[i].text)) if parts in _by_first().get(parts[0], ()) else None
    rows = _by_first().get(plain(words[i].lower.strip(".")))
    first_only = False
    if rows is None:
        return None
    for parts in rows:
        n = len(parts)
        if i + n > len(words):
            continue
        if n == 1:
            first_only = True
            continue
        last = words[i + n - 1]
        if any(
            w.suffix or not _close(w2)
            for w, w2 in zip(words[i : i + n - 1], words[i + 1 : i + n], strict=True)
        ):
            continue
        if any(plain(words[i + k].lower.strip(".")) != parts[k] for k in range(1, n - 1)):
            continue
        if parts[-1] in _SHORTENED or " ".join(parts) in _not_alone():
            continue
        length = nominative_length(plain(last.lower), parts[-1])
        if length is not None and (not last.suffix or length == len(last.lower)):
            return i + n - 1, length
    if first_only:
        return i, len(words[i].text)
    return None


def _close(word: Word) -> bool:
    gap = word.gap.strip()
    return gap in ("", ",") and not word.first


def known_start(words: Sequence[Word], last: int, length: int, floor: int) -> int | None:
    """Where the longest known name that ends at word `last` begins, not left of `floor`."""
    tail = plain(words[last].lower[:length])
    best: int | None = None
    parts: list[str] = [tail]
    for start in range(last - 1, max(floor, last - _LONGEST) - 1, -1):
        if not _close(words[start + 1]) or words[start].suffix:
            break
        parts.insert(0, plain(words[start].lower.strip(".")))
        if words[start].capital and " ".join(parts) in _keys():
            best = start
    return best


def begins(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words `first` to `last` are, without a case ending, a known name."""
    parts = [plain(w.lower.strip(".")) for w in words[first : last + 1]]
    tail = parts[-1]
    return any(
        " ".join([*parts[:-1], tail[:n]]) in _keys()
        for n in range(max(3, len(tail) - 4), len(tail) + 1)
    )


@lru_cache(maxsize=1)
def single_names() -> frozenset[str]:
    """Known names of one word that are no ordinary words: `kızılay`."""
    return frozenset(
        name
        for name in known_names()
        if " " not in name and not is_ordinary(name) and name not in _not_alone()
    )


@lru_cache(maxsize=1)
def _not_alone() -> frozenset[str]:
    return frozenset(name.replace("-", " ") for name in word_list("acronyms", "not_alone"))
