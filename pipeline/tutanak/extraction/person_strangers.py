"""Bodies that no word of Turkish tells, right behind a name: `A (Universitat de Girona)`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import is_forename, is_ordinary, is_place_word, role_heads
from tutanak.extraction.person_bearers import Bearer, line_end
from tutanak.extraction.phrases import adjacent, is_opener
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.resources.places import cities, countries
from tutanak.text.fold import lower

_LONGEST: Final = 9  # words of a name
_SHORTEST: Final = 4  # letters of a word that tells a name
_PARTS: Final = frozenset({"e.v", "ev", "nr", "no"})


def strange_body(
    text: str, sequence: Sequence[Word], person: Bearer, first: int, last: int
) -> bool:
    """Take words `first` to `last` as the body of `person` where nothing else can be meant."""
    if "," in sequence[min(first + 1, last)].gap and sequence[first].text in countries():
        first += 1  # (Sırbistan, Centar za mlade)
    last = _without_country(sequence, first, last)
    inside = sequence[first : last + 1]
    if not inside or len(inside) > _LONGEST or not _is_name(inside):
        return False
    person.seat = text[sequence[first].start : sequence[last].stop].strip()
    person.seat_words = (first, last)
    return True


def strange_line(text: str, sequence: Sequence[Word], person: Bearer, k: int) -> bool:
    """`Ana Kovač, Zelena Idnina` on a line of its own: the rest of the line from word `k`."""
    opens = sequence[person.name.title_first]
    alone = opens.first and ("\n" in opens.gap or person.name.title_first == 0)
    last = line_end(sequence, k)
    ends = last + 1 >= len(sequence) or "\n" in sequence[last + 1].gap
    inside = sequence[k : last + 1]
    told = sequence[k].gap.strip() != "," or any(w.shape == "upper" for w in inside)
    told = told or any(w.shape == "lower" for w in inside)  # no `Anna Kovač, John Smith`
    return alone and ends and told and strange_body(text, sequence, person, k, last)


def _without_country(sequence: Sequence[Word], first: int, last: int) -> int:
    """`Universitat de Girona, İspanya` without the country or city behind the comma."""
    for k in range(last, first, -1):
        if "," in sequence[k].gap:
            rest = " ".join(word.text for word in sequence[k : last + 1])
            place = rest in countries() or rest in cities() or is_place_word(lower(rest))
            return k - 1 if place else last
    return last


def _is_name(inside: Sequence[Word]) -> bool:
    if not inside[0].capital or any("," in word.gap or word.first for word in inside[1:]):
        return False
    if any(word.suffix or _is_post(word) for word in inside):
        return False
    names = [word for word in inside if word.capital]
    strange = [word for word in names if _is_strange(word)]
    small = [w for w in inside if not w.capital and w.shape == "lower" and is_ordinary(w.lower)]
    known = [word for word in names if is_ordinary(word.lower)]
    if small and not _foreign_small(small):
        return False
    if is_forename(inside[0].lower) and len(strange) < len(names) - 1:
        return False
    return bool(strange) and 2 * len(strange) > len(known) + 1


def _is_post(word: Word) -> bool:
    role = role_heads().get(word.lower)
    return role is not None or word.lower.strip(".") in word_list("titles", "academic")


def _foreign_small(small: Sequence[Word]) -> bool:
    return all(w.lower in word_list("institution_heads", "foreign_small") for w in small)


def _is_strange(word: Word) -> bool:
    """Whether a word is no Turkish one, no place and no given name."""
    folded = word.lower
    if word.shape != "title" or len(folded) < _SHORTEST or folded in _PARTS:
        return False
    return not (is_ordinary(folded) or is_place_word(folded) or is_forename(folded))


def strange_owner(sequence: Sequence[Word], person: Bearer, k: int) -> bool:
    """`Rosatom'un | Başkanı A`: a strange word in the genitive right before word `k`."""
    if k == 0 or not adjacent(sequence[k]) or sequence[k - 1].suffix not in _GENITIVES:
        return False
    if not _is_strange(sequence[k - 1]) or (k > 1 and sequence[k - 2].capital):
        return False
    person.seat, person.seat_words = sequence[k - 1].text, (k - 1, k - 1)
    return True


_GENITIVES: Final = frozenset({"nın", "nin", "nun", "nün", "ın", "in", "un", "ün"})


def strange_sender(sequence: Sequence[Word], person: Bearer, k: int) -> bool:
    """`Lisinia Doğa'dan | A`: two strange words or more in the ablative right before word `k`."""
    if k < 2 or not adjacent(sequence[k]) or sequence[k - 1].suffix not in _ABLATIVES:
        return False
    first = k - 1
    while first > 0 and adjacent(sequence[first]) and k - first < _LONGEST:
        before = sequence[first - 1]
        if not before.capital or before.suffix or _is_post(before):
            break
        first -= 1
    if sequence[first].first and is_opener(sequence[first]):
        first += 1  # Toplantıda | Lisinia Doğa'dan
    inside = sequence[first:k]
    name = " ".join(word.text for word in inside)
    told = len(inside) > 1
    place = name in countries() or name in cities() or all(is_place_word(w.lower) for w in inside)
    company = inside[-1].lower in word_list("name_topics", "companies")
    if not told or place or not inside or is_forename(inside[0].lower):
        return False
    if not company and not any(_is_strange(word) for word in inside):
        return False
    person.seat, person.seat_words = name, (first, k - 1)
    return True


_ABLATIVES: Final = frozenset({"dan", "den", "tan", "ten"})
