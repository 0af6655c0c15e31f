"""Foreign names of bodies: runs of capitalised words with a foreign head among them."""

from collections.abc import Iterator, Sequence

from tutanak.extraction.institution_names import Found
from tutanak.extraction.lexicon import (
    role_heads,
    role_words,
)
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent
from tutanak.resources import word_list


def foreign_names(
    words: Sequence[Word], taken: Sequence[bool], capitals: frozenset[int]
) -> Iterator[Found]:
    """Runs of capitalised words with a foreign head among them: `Norwegian Refugee Council`."""
    heads = word_list("institution_heads", "foreign")
    small = word_list("institution_heads", "foreign_small")
    i, n = 0, len(words)
    while i < n:
        if taken[i] or words[i].shape not in ("title", "upper") or words[i].sentence in capitals:
            i += 1
            continue
        j = i
        while j + 1 < n and not words[j].suffix and adjacent(words[j + 1]) and not taken[j + 1]:
            following = words[j + 1]
            inside = following.lower in small and following.shape == "lower"
            if inside and j + 2 < n and words[j + 2].capital and adjacent(words[j + 2]):
                j += 2
            elif following.shape in ("title", "upper"):
                j += 1
            else:
                break
        run = words[i : j + 1]
        told = [k for k in range(i, j + 1) if _folded(words[k]) in heads]
        first, end = _foreign_part(words, i, j, told) if told else (i, i)
        if len(run) >= 2 and end > first:
            i, last = first, end
            while last > i + 1 and (
                words[last].lower in stop_forms() or words[last].lower.startswith("program")
            ):
                last -= 1
            if last > i + 1 and words[last].text == "Türkiye" and _goes_on(words, last):
                last -= 1  # SmallBiz Foundation | Türkiye Ülke Müdürü
            if _folded(words[last]) not in word_list("name_stops", "foreign_places"):
                name = " ".join(w.text for w in words[i : last + 1])
                yield Found(i, last, len(words[last].text), name, "foreign name")
        i = j + 1


def _foreign_part(
    words: Sequence[Word], first: int, last: int, told: Sequence[int]
) -> tuple[int, int]:
    """The part of a run around its foreign heads `told` that holds no Turkish title."""
    end = told[-1]
    while end < last and not _is_turkish(words[end + 1]):
        end += 1
    states = word_list("name_words", "no_names")
    if any(word.lower in states for word in words[first : end + 1]):
        return first, first  # Almanya Federal Cumhuriyeti
    for k in range(told[0] - 1, first - 1, -1):
        role = role_heads().get(words[k].lower)
        if role is not None and role.marked and role.case == "nom":
            return k + 1, end
    return first, end


def _goes_on(words: Sequence[Word], last: int) -> bool:
    """Whether a title goes on right behind word `last`."""
    if last + 1 >= len(words) or words[last].suffix or not adjacent(words[last + 1]):
        return False
    return _is_turkish(words[last + 1])


def _is_turkish(word: Word) -> bool:
    """`Kıdemli`, `Başkan`: a word behind a foreign name that belongs to a title."""
    role = role_heads().get(word.lower)
    return role is not None or word.lower in role_words("keeps")


def _folded(word: Word) -> str:
    return word.lower.replace("ı", "i")
