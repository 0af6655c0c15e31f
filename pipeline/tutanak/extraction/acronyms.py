"""Bodies that a text names by capital letters, or in a foreign language."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from tutanak.extraction.acronym_context import before_local, has_post, is_application, is_field
from tutanak.extraction.institution_names import Found
from tutanak.extraction.lexicon import (
    institution_heads,
    is_forename,
    is_ordinary,
    is_place_word,
    is_sure_forename,
    role_heads,
)
from tutanak.extraction.refusing import Sink, refuse
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word, is_parted
from tutanak.extraction.words_of_names import adjacent, is_title, looks_inflected
from tutanak.resources import word_list
from tutanak.resources.bodies import acronyms
from tutanak.text.fold import upper

_ABLATIVES: Final = frozenset({"dan", "den", "tan", "ten"})
_SHORTEST_COMPANY: Final = 5
_GENITIVES: Final = frozenset({"nın", "nin", "nun", "nün", "ın", "in", "un", "ün"})


@lru_cache(maxsize=1)
def _refused() -> frozenset[str]:
    return word_list("acronyms", "refused")


def is_acronym_shape(word: Word) -> bool:
    """Whether a word is two to ten capitals, digits and hyphens aside."""
    letters = sum(c.isalpha() for c in word.text)
    dotted = "." in word.text and not is_parted(word)
    return word.shape == "upper" and 2 <= letters <= 10 and not dotted


def acronyms_in(
    text: str,
    words: Sequence[Word],
    taken: Sequence[bool],
    capitals: frozenset[int],
    *,
    refused: Sink = None,
) -> Iterator[Found]:
    """Acronyms that name bodies, those of the registry and strangers with a cue beside them.

    `refused` takes those that name none, if they are wanted.
    """

    def leave(word: Word, reason: str) -> None:
        refuse(refused, "institutions", text, word.start, word.end, reason)

    times: dict[str, int] = {}
    for word in words:
        if word.shape == "upper":
            times[word.text] = times.get(word.text, 0) + 1
    introduced = {
        word.text
        for i, word in enumerate(words)
        if i > 0
        and taken[i - 1]
        and word.gap.strip() == "("
        and text[word.stop : word.stop + 1] == ")"
        and is_acronym_shape(word)
    }
    for i, word in enumerate(words):
        if _is_apart(words, i) and not (taken[i] or taken[i - 1]):
            name = f"{words[i - 1].text}{'-' if '-' in word.gap else ' '}{word.text}"
            yield Found(i - 1, i, len(word.text), name, "name of a union or association")
            continue
        if not taken[i] and _is_union(word):
            first = _union_start(words, taken, i)
            name = " ".join(w.text for w in words[first : i + 1])
            yield Found(first, i, len(word.text), name, "name of a union or association")
            continue
        if taken[i] or not is_acronym_shape(word):
            continue
        if (
            word.lower in word_list("acronyms", "local")
            and i > 0
            and adjacent(word)
            and not taken[i - 1]
        ):
            place = words[i - 1]
            if is_place_word(place.lower) and not place.suffix:
                first = i - 1
                if (
                    i > 1
                    and adjacent(place)
                    and is_acronym_shape(words[i - 2])
                    and (not taken[i - 2] and upper(words[i - 2].text) in acronyms())
                ):
                    first = i - 2  # TMMOB Bursa İKK
                name = " ".join(w.text for w in words[first : i + 1])
                yield Found(first, i, len(word.text), name, "place and acronym")
            continue
        field = is_field(words, i)
        if word.lower in _refused() or field or is_application(words, i) or before_local(words, i):
            leave(word, "capitals that name a thing, not a body")
            continue
        is_listed = upper(word.text) in acronyms()
        if word.sentence in capitals:
            continue
        if is_place_word(word.lower) or is_title(word):
            leave(word, "a place or a title in capitals")
            continue
        often = times[word.text] > 1
        if (
            not is_listed
            and word.text not in introduced
            and not _stranger(text, words, i, often=often)
        ):
            leave(word, "an unknown acronym, and nothing beside it speaks for a body")
            continue
        before = words[i - 1].lower if i > 0 else ""
        named = is_sure_forename(before) and not is_place_word(before)
        somebody = is_ordinary(word.lower) or named  # Serkan ÖNDER
        if is_listed and is_surname(words, i) and somebody:
            leave(word, "a surname in capitals")
            continue
        rule = "acronym in the registry" if is_listed else "acronym by its context"
        yield Found(i, i, len(word.text), word.text, rule)


def _union_start(words: Sequence[Word], taken: Sequence[bool], i: int) -> int:
    """Where `Türk Yerel Hizmet-Sen` begins: at a word that unions begin with, a few words back."""
    k = i
    while k > 0 and i - k < _UNION_REACH and adjacent(words[k]) and words[k - 1].capital:
        if taken[k - 1] or words[k - 1].suffix:
            break
        k -= 1
        if words[k].lower in word_list("acronyms", "unions"):
            return k
    return i


_UNION_REACH: Final = 3


def _is_somebody(words: Sequence[Word], text: str) -> bool:
    """Whether capitals are a surname somewhere in the text: `Gülten ARSLANTAŞ`."""
    return text.endswith("TAŞ") or any(
        word.text == text and is_surname(words, k) for k, word in enumerate(words)
    )


def _is_union(word: Word) -> bool:
    """`Köy-Sen`, `Tarım-İş`, `Mazlum-Der`: two capitalised parts, the last of a known kind."""
    first, _, last = word.text.rpartition("-")
    if word.shape == "title" and word.lower.endswith("birlik") and len(word.lower) > _LONE:
        return True  # Gülbirlik, Fiskobirlik
    return len(first) > 1 and first[0].isupper() and last in UNION_ENDS


def _is_apart(words: Sequence[Word], i: int) -> bool:
    """`Şefkat Der`, `Mazlum- Der`: the name of an association in two words."""
    word = words[i]
    if word.text not in ("Der", "DER") or i == 0 or word.first:
        return False
    before = words[i - 1]
    if not before.capital or before.suffix or len(before.text) < 4 or is_place_word(before.lower):
        return False
    ordinary = is_ordinary(before.lower) or looks_inflected(before.lower)
    if ordinary and word.shape == "title" and before.first:
        return False  # Toplantıda Der Spiegel
    if word.gap.strip() not in ("", "-") or "\n" in word.gap:
        return False
    return before.shape == word.shape or word.shape == "title"


_LONE: Final = 7  # letters from which on `...birlik` names a union of cooperatives


UNION_ENDS: Final = frozenset(
    {"Sen", "İş", "Der", "Koop", "Bir", "Fed", "Kon", "SEN", "İŞ", "DER", "KOOP", "BİR"}
)


def is_surname(words: Sequence[Word], i: int) -> bool:
    """Whether the word before makes word `i` a surname: a given name, a title of a person."""
    if i == 0 or not adjacent(words[i]):
        return False
    before = words[i - 1]
    if before.lower in role_heads() or is_title(before):
        return True
    if before.suffix or before.shape not in ("title", "initial"):
        return False
    if before.text.endswith("."):
        return before.shape == "initial"
    folded = before.lower
    if before.first and looks_inflected(folded) and not is_forename(folded):
        return False  # Kesintiyi OEDAŞ duyurdu
    return is_forename(folded) or not (
        folded in institution_heads()
        or folded in role_heads()
        or is_ordinary(folded)
        or is_place_word(folded)
    )


def _stranger(text: str, words: Sequence[Word], i: int, *, often: bool) -> bool:
    word = words[i]
    if is_ordinary(word.lower) or is_forename(word.lower):
        return False
    if word.suffix in _GENITIVES and has_post(words, i):
        return True
    if is_surname(words, i):
        return False
    if (
        word.lower in stop_forms()
        or word.lower in role_heads()
        or word.lower in institution_heads()
    ):
        return False
    beside_capitals = (i > 0 and adjacent(word) and words[i - 1].shape == "upper") or (
        i + 1 < len(words) and adjacent(words[i + 1]) and words[i + 1].shape == "upper"
    )
    if beside_capitals and not word.suffix:
        return False
    if sum(c.isalpha() for c in word.text) < 3:
        return False
    told = word.text.endswith(("AŞ", "DER")) and len(word.text) >= _SHORTEST_COMPANY
    if told and not _is_somebody(words, word.text):
        return True  # OEDAŞ: anonim şirket
    if (
        i > 0
        and adjacent(word)
        and words[i - 1].suffix in _ABLATIVES
        and is_place_word(words[i - 1].lower)
    ):
        return True
    if often and word.suffix in _GENITIVES:
        return True
    if word.gap.endswith("(") and text[word.stop : word.stop + 1] == ")":
        return False  # taken where brackets are linked, if a body stands before them
    if (
        i + 1 < len(words)
        and adjacent(words[i + 1])
        and words[i + 1].lower in word_list("acronyms", "cues")
    ):
        return True
    following = words[i + 1] if i + 1 < len(words) else None
    listed = text[word.stop : word.stop + 1] in (",", ";", ")") or (
        following is not None and following.lower in ("ve", "ile") and adjacent(following)
    )
    return listed and (
        word.gap.strip() in (",", ";", "(") or (i > 0 and words[i - 1].lower == "ve")
    )
