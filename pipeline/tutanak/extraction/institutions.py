"""Named organisations: by head noun, by the registry, by acronym, by list, by foreign words.

Each finder proposes stretches of words (`Found`) that no finder before it has taken. Names are
then spelt out (shared heads), checked against what surrounds them (treaties, laws, quoted titles
are no bodies), and linked to their acronyms and later mentions.
"""

from collections.abc import Sequence
from itertools import pairwise

from tutanak.extraction import known
from tutanak.extraction.acronym_context import is_field
from tutanak.extraction.acronyms import acronyms_in, is_surname
from tutanak.extraction.institution_context import (
    kept,
    with_branches,
    with_faculties,
    with_list_members,
    with_units,
)
from tutanak.extraction.institution_foreign import foreign_names
from tutanak.extraction.institution_heads import headed
from tutanak.extraction.institution_links import back_references, linked
from tutanak.extraction.institution_names import Found, spell
from tutanak.extraction.institution_rows import listed_bodies
from tutanak.extraction.institution_text import InstitutionText
from tutanak.extraction.issuer import issuer
from tutanak.extraction.lexicon import (
    is_forename,
    is_ordinary,
    is_place_word,
    is_sure_forename,
    role_heads,
    role_words,
)
from tutanak.extraction.own_names import OwnNames, with_own
from tutanak.extraction.refusing import Sink
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word, words
from tutanak.extraction.words_of_names import adjacent
from tutanak.records import InstitutionMention, Span, Why
from tutanak.resources import word_list

_SHORTEST_IN_CAPITALS = 4  # letters of a known name of one word in a line of capitals
_SHORTEST_AS_A_WORD = 4  # letters of a known name of one word that is not in capitals


def find_institutions(
    text: str,
    *,
    publisher: str | None = None,
    own: OwnNames | None = None,
    refused: Sink = None,
) -> list[InstitutionMention]:
    """All mentions of named bodies in `text`.

    Args:
        text: The cleaned text; spans are `[start, end)` in its characters, without case suffixes.
        publisher: What `Bakanlığımız` and its like stand for; None looks for it in the text.
        own: Names that a user brings.
        refused: Takes what was weighed and is no body, if it is wanted.

    Returns:
        Full names in order, then acronyms in brackets and references back, whose `same_as`
        indexes the list.
    """
    found_in = InstitutionText.of(text, words(text), refused)
    found: list[Found] = []
    for item in headed(found_in):
        found_in.take(item)
        found.append(item)
    if own:
        found = with_own(found_in, found, own)
    for i in range(len(found_in.words)):
        known_item = _known_at(found_in, i)
        if known_item is not None:
            found_in.take(known_item)
            found.append(known_item)
    sequence, taken, capitals = found_in.words, found_in.taken, found_in.capitals
    for item in (
        *foreign_names(sequence, taken, capitals),
        *acronyms_in(text, sequence, taken, capitals, refused=refused),
    ):
        if found_in.is_free(item):
            found_in.take(item)
            found.append(item)
    found.sort(key=lambda f: (f.first, f.last))
    found = with_units(found_in, with_faculties(sequence, found))
    found = with_branches(sequence, found)
    found = kept(found_in, found)
    found = listed_bodies(found_in, with_list_members(found_in, found))
    mentions = linked(text, sequence, found, [_mention(sequence, f) for f in found])
    if publisher is None:
        publisher = issuer(text, sequence, mentions)
    return [*mentions, *back_references(sequence, found, mentions, publisher)]


def _known_at(found_in: InstitutionText, i: int) -> Found | None:
    """The name of the registry that begins at word `i`, or None."""
    sequence, word = found_in.words, found_in.words[i]
    if found_in.taken[i] or not word.capital:
        return None
    match = known.match_at(sequence, i)
    if match is None:
        return None
    if (
        i > 0
        and adjacent(word)
        and sequence[i - 1].lower in word_list("acronyms", "unions")
        and "-" in word.text
    ):
        return None  # Dev Sağlık-İş
    last, length = match
    if last > i and sequence[last].lower == "türkiye" and _goes_on(sequence, last):
        last, length = last - 1, len(sequence[last - 1].text)  # UNICEF | Türkiye Temsilcisi
    found = Found(i, last, length, spell(sequence, i, last, length), "name in the registry")
    if not found_in.is_free(found):
        return None
    if last == i and not _stands_alone(found_in, i):
        found_in.refuse(i, i, "a name of the registry, but an ordinary word, surname or place here")
        return None
    return found


def _goes_on(sequence: Sequence[Word], last: int) -> bool:
    """Whether a title goes on after word `last`."""
    if last + 1 >= len(sequence) or not adjacent(sequence[last + 1]) or sequence[last].suffix:
        return False
    following = sequence[last + 1].lower
    return following in role_heads() or following in role_words("keeps")


def _stands_alone(found_in: InstitutionText, i: int) -> bool:
    """Whether a known name of one word means the body at word `i`."""
    sequence, word = found_in.words, found_in.words[i]
    in_capitals = word.sentence in found_in.capitals
    if in_capitals and len(word.text) < _SHORTEST_IN_CAPITALS:
        return False
    common = is_ordinary(word.lower) or is_place_word(word.lower) or len(word.text) < 3
    if common and (word.shape != "upper" or in_capitals):
        return False
    if word.shape != "upper" and word.lower not in known.single_names():
        return False
    short = len(word.text) < _SHORTEST_AS_A_WORD and word.text[1:].islower()
    if short and word.shape == "title" and not word.suffix:
        return False  # Die, no DİE
    if word.lower in role_words("keeps") and _goes_on_with_member(sequence, i):
        return False  # MYK üyeleri: a board
    if is_surname(sequence, i) or _is_somebody(sequence, word) or is_field(sequence, i):
        return False
    if word.shape == "title" and word.first and not word.suffix and is_forename(word.lower):
        return False  # Hürriyet, müsavat ...: a given name or a noun
    following = sequence[i + 1] if i + 1 < len(sequence) else None
    if following is None or word.suffix or not adjacent(following):
        return True
    third = sequence[i + 2] if i + 2 < len(sequence) else None
    if third is not None and third.lower in word_list("acronyms", "local") and adjacent(third):
        return not is_place_word(following.lower)  # TMMOB Bursa İKK
    if following.lower in word_list("name_stops", "places") and following.capital:
        return False
    return stop_forms().get(following.lower) != "place"  # Bilkent Oteli


def _goes_on_with_member(sequence: Sequence[Word], i: int) -> bool:
    following = sequence[i + 1] if i + 1 < len(sequence) else None
    return following is not None and adjacent(following) and following.lower.startswith("üye")


def _is_somebody(sequence: Sequence[Word], word: Word) -> bool:
    """Whether a name of one word in small letters is the surname of somebody in the text.

    A post before it is not enough: `Başkan Kızılay'a teşekkür etti. Kızılay ...`.
    """
    return word.shape == "title" and any(
        other.lower == word.lower and adjacent(other) and is_sure_forename(before.lower)
        for before, other in pairwise(sequence)
    )


def _mention(sequence: Sequence[Word], found: Found) -> InstitutionMention:
    span = Span(sequence[found.first].start, sequence[found.last].start + found.length)
    alone = found.first == found.last and sequence[found.first].shape == "upper"
    short = alone or found.rule.startswith("acronym")
    return InstitutionMention(
        span, found.name, "acronym" if short else "full", Why(found.rule, found.cues)
    )
