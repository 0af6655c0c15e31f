"""`yaklaşık`, `en az`, `'ten fazla`, `'yi aşkın`: how exact a number is, and where that is said."""

from functools import lru_cache

from tutanak.extraction.tokens import Word
from tutanak.records import Qualifier
from tutanak.resources import table
from tutanak.text.fold import lower

Rows = tuple[tuple[tuple[str, ...], Qualifier], ...]


def _longest_first(rows: list[tuple[tuple[str, ...], Qualifier]]) -> Rows:
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@lru_cache(maxsize=1)
def _before() -> Rows:
    """Qualifiers that stand before the numeral, longest first."""
    return _longest_first(
        [
            (tuple(lower(phrase).split()), qualifier)
            for qualifier, phrases in table("count_qualifiers")["before"].items()
            for phrase in phrases
        ]
    )


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    """The words with which qualifiers before a numeral end."""
    return frozenset(phrase[-1] for phrase, _ in _before())


@lru_cache(maxsize=1)
def _after() -> dict[str, Rows]:
    """Qualifiers that stand behind, by the case of what they follow."""
    rows: dict[str, list[tuple[tuple[str, ...], Qualifier]]] = {}
    for key, phrases in table("count_qualifiers")["after"].items():
        case, _, qualifier = key.partition("_")
        rows.setdefault(case, []).extend((tuple(lower(p).split()), qualifier) for p in phrases)
    return {case: _longest_first(found) for case, found in rows.items()}


def qualifier_before(tokens: tuple[Word, ...], left: int) -> tuple[Qualifier, int]:
    """The qualifier that ends before word `left`, and the word where it begins."""
    qualifier: Qualifier = "exact"
    while True:
        if not left or tokens[left - 1].lower not in _last_words():
            return qualifier, left
        for phrase, meaning in _before():
            at = left - len(phrase)
            here = tokens[max(at, 0) : left]
            together = not any(word.gap.strip() for word in tokens[at + 1 : left + 1])
            if at >= 0 and together and tuple(word.lower for word in here) == phrase:
                qualifier = meaning if qualifier == "exact" else qualifier
                left = at
                break
        else:
            return qualifier, left


def qualifier_after(tokens: tuple[Word, ...], at: int, case: str) -> tuple[Qualifier | None, int]:
    """The qualifier at word `at`, behind something in `case`, and the word behind it."""
    for phrase, meaning in _after().get(case, ()):
        here = tokens[at : at + len(phrase)]
        if tuple(word.lower for word in here) == phrase and not here[0].gap.strip():
            return meaning, at + len(phrase)
    return None, at


def bounds(low: int, high: int, qualifier: Qualifier) -> tuple[int | None, int | None]:
    """`low` and `high` of a count as the guide has them: open ends are None."""
    if qualifier in ("at_least", "more_than"):
        return low, None
    if qualifier == "up_to":
        return None, high
    return low, high
