"""Bodies that open the lines of a list: `Tartu Rahvaülikool (Estonya) – Kadri Tamm, Urmas Saar`."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from tutanak.extraction.institution_names import Found
from tutanak.extraction.institution_text import InstitutionText
from tutanak.extraction.lexicon import is_place_word, is_sure_forename, role_heads
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent, is_opener, is_title
from tutanak.resources import word_list
from tutanak.resources.places import countries

_DASHES: Final = ("–", "—", "-", ":")
_LONGEST: Final = 6  # words of an unknown name
_BRACKET: Final = 5  # words of a country or an acronym behind it
_KNOWN: Final = 2  # lines with a known body that make a list of others like them


def listed_bodies(found_in: InstitutionText, found: Sequence[Found]) -> list[Found]:
    """`found` and what stands in the place of a body in the lines of a list of bodies.

    Lines are alike where words with capitals stand before a dash and a person behind it; two of
    them must have a body that is known from elsewhere.
    """
    words = found_in.words
    first_words = {item.first: item for item in found}
    strangers: list[Found] = []
    for lines in _blocks(words):
        labels = [(first, _before_dash(words, first, last)) for first, last in lines]
        rows = [(first, end) for first, end in labels if end is not None]
        known = sum(first in first_words for first, _ in rows)
        abroad = sum(_has_country(words, end) for _, end in rows)
        if (known < _KNOWN or known * 2 < len(rows)) and abroad < max(_KNOWN, len(rows) - 1):
            continue
        strangers += [
            Found(first, end, len(words[end].text), _name(words, first, end), "line of a list")
            for first, end in rows
            if first not in first_words and _is_strange(found_in, first, end)
        ]
    for item in strangers:
        found_in.take(item)
    return sorted([*found, *strangers], key=lambda f: (f.first, f.last))


def _blocks(words: Sequence[Word]) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines without a blank one between, each as (first word past its number, last)."""
    lines: list[tuple[int, int]] = []
    start = 0
    for k in range(1, len(words) + 1):
        if k < len(words) and "\n" not in words[k].gap:
            continue
        first = start
        if first + 1 < k and words[first].shape == "digit" and words[first + 1].gap.strip() in ".)":
            first += 1
        lines.append((first, k - 1))
        start = k
    blank = [words[first].gap.count("\n") > 1 for first, _ in lines]
    numbers = [sum(blank[: n + 1]) for n in range(len(lines))]
    for _, group in groupby(zip(numbers, lines, strict=True), key=lambda row: row[0]):
        yield [line for _, line in group]


def _before_dash(words: Sequence[Word], first: int, last: int) -> int | None:
    """The last word of what stands before the dash of a line and names somebody behind it."""
    end = first
    while end < last and adjacent(words[end + 1]) and not words[end].suffix:
        end += 1
    k = end + 1
    if k < last and words[k].gap.strip() == "(":
        while k < last and ")" not in words[k + 1].gap and k - end < _BRACKET:
            k += 1
        k += 1
    gap = words[k].gap.strip().removeprefix(")").strip() if k <= last else ""
    if gap not in _DASHES or k >= last or not words[k].capital:
        return None
    return end


def _has_country(words: Sequence[Word], end: int) -> bool:
    """`X (İspanya): A, B`: a country alone in the bracket behind the label."""
    k = end + 1
    opened = k + 1 < len(words) and words[k].gap.strip() == "("
    return opened and words[k].text in countries() and words[k + 1].gap.startswith(")")


def _name(words: Sequence[Word], first: int, last: int) -> str:
    return " ".join(word.text for word in words[first : last + 1])


def _is_strange(found_in: InstitutionText, first: int, last: int) -> bool:
    """Whether words that no rule knows can be a body: no person, title, label or place."""
    inside = found_in.words[first : last + 1]
    if len(inside) > _LONGEST or any(found_in.taken[first : last + 1]):
        return False
    small = word_list("institution_heads", "foreign_small")
    if any(not (w.capital or w.lower in small) or w.lower in role_heads() for w in inside):
        return False
    if any(is_title(w) or w.shape == "digit" for w in inside) or is_opener(inside[0]):
        return False
    person = is_sure_forename(inside[0].lower) and len(inside) < 4
    return not person and not all(is_place_word(w.lower) for w in inside)
