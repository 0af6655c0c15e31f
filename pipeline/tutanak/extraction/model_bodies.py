"""Bodies that a model finds: runs of capitalised words that the rules neither took nor refused."""

from collections.abc import Iterator, Sequence
from typing import Final

from tutanak.extraction.lexicon import (
    bare_heads,
    institution_heads,
    is_ordinary,
    is_place_word,
    our_heads,
    role_heads,
)
from tutanak.extraction.person_parts import is_part
from tutanak.extraction.person_things import names_a_thing
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import is_opener, is_title
from tutanak.resources import word_list
from tutanak.resources.places import countries

MODEL_BODY: Final = "model.institution"
_LONGEST: Final = 8  # words


def open_runs(
    sequence: Sequence[Word], taken: frozenset[int], silent: frozenset[int]
) -> list[tuple[int, int]]:
    """First and last words of the longest runs of capitalised words that may be a body's name.

    Two words or more, outside of the `silent` sentences (headings and lines of capitals); `taken`
    are those that the rules have explained.
    """
    return [
        (first, last)
        for first, last in _runs(sequence, taken)
        if sequence[first].sentence not in silent and may_be_body(sequence, first, last)
    ]


def _runs(sequence: Sequence[Word], taken: frozenset[int]) -> Iterator[tuple[int, int]]:
    i, size = 0, len(sequence)
    while i < size:
        if not sequence[i].capital or i in taken or is_opener_here(sequence[i]):
            i += 1
            continue
        last = i
        while (
            last + 1 < size
            and not sequence[last].suffix
            and sequence[last + 1].capital
            and last + 1 not in taken
            and adjacent(sequence[last + 1])
        ):
            last += 1
        if last > i:
            yield i, last
        i = last + 1


def is_opener_here(word: Word) -> bool:
    """Whether a word has its capital from the sentence that it opens alone."""
    return word.first and (is_opener(word) or is_ordinary(word.lower))


def _is_weighed(word: Word) -> bool:
    """Whether the rules decide names with this word: heads of bodies and posts, ranks, things."""
    tables = (institution_heads(), bare_heads(), our_heads(), role_heads(), stop_forms())
    return any(word.lower in table for table in tables) or is_title(word)


def may_be_body(sequence: Sequence[Word], first: int, last: int) -> bool:
    """Whether nothing speaks against words `first` to `last` as the name of a body.

    Not a place, a post, or a project, event, hall, award or law; not ordinary words alone; and
    without a noun that bodies end in: the rules have weighed that one.
    """
    inside = sequence[first : last + 1]
    if not 1 < len(inside) <= _LONGEST:
        return False
    if any(_is_weighed(w) for w in inside):
        return False
    if all(is_place_word(w.lower) or is_ordinary(w.lower) for w in inside):
        return False
    if " ".join(w.text for w in inside) in countries():
        return False
    if inside[-1].lower in word_list("name_topics") or inside[-1].shape == "initial":
        return False
    following = sequence[last + 1] if last + 1 < len(sequence) else None
    if following is not None and not inside[-1].suffix and adjacent(following):
        if following.lower in stop_forms():
            return False
        if names_a_thing(sequence, last, frozenset()) and is_part(sequence, last, frozenset()):
            return False
    return True
