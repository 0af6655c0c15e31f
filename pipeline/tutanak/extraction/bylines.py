"""Who wrote a text and where, before a body's name: `AYŞE DEMİR Ankara Anayasa Mahkemesi`."""

from typing import Final

from tutanak.extraction import known
from tutanak.extraction.institution_text import InstitutionText
from tutanak.extraction.lexicon import is_forename, is_ordinary
from tutanak.extraction.words_of_names import adjacent
from tutanak.resources.places import countries, provinces

_FULL: Final = 2  # words of a writer's name
_LONGEST: Final = 3


def after_byline(found_in: InstitutionText, first: int, last: int) -> int:
    """Where the name of a body begins behind a byline or a dateline; `first` where there is none.

    A writer's name stands in capitals, or opens its line; with a slash the city alone belongs to
    the words before.
    """
    words = found_in.words
    if _signed(found_in, first):
        return _behind_city(found_in, first, last)
    for city in range(first + 2, min(first + _LONGEST, last - 1) + 1):
        if words[city].text not in provinces() or not adjacent(words[city]):
            continue
        name = words[first:city]
        if not is_forename(name[0].lower):
            return first
        shouted = name[-1].shape == "upper"  # the surname at least
        opens = words[first].first and (first == 0 or "\n" in words[first].gap)
        if shouted:
            return _behind_city(found_in, city, last)
        plain = is_ordinary(name[-1].lower) or found_in.is_place(city - 1)
        if opens and len(name) == _FULL and not plain:
            return city + 1 if _is_known(found_in, city + 1, last) else first
        return first
    return first


def _signed(found_in: InstitutionText, city: int) -> bool:
    """`Ece Demir / Ankara`: a city behind the slash behind a writer's name."""
    words = found_in.words
    if city < _FULL or words[city].text not in provinces() or words[city].gap.strip() != "/":
        return False
    return is_forename(words[city - 2].lower) and words[city - 1].capital


def _behind_city(found_in: InstitutionText, city: int, last: int) -> int:
    """The city itself where it belongs to the name, else the word behind it."""
    if _is_known(found_in, city, last):
        return city
    if _is_known(found_in, city + 1, last):
        return city + 1
    place = found_in.is_place(city + 1) or found_in.words[city + 1].text in countries()
    return city + 1 if place and city + 1 < last else city


def _is_known(found_in: InstitutionText, first: int, last: int) -> bool:
    """Whether the registry has the name of words `first` to `last`."""
    match = known.match_at(found_in.words, first)
    return match is not None and match[0] == last
