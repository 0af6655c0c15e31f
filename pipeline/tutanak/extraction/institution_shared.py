"""Heads that several bodies share: `Pendik, Kartal ve Tuzla Belediyeleri`; orphans of a list."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tutanak.extraction import known
from tutanak.extraction.institution_names import Found
from tutanak.extraction.institution_text import InstitutionText, rule_words
from tutanak.extraction.lexicon import (
    HeadForm,
    institution_heads,
    is_forename,
    is_place_word,
    role_heads,
)
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent, comma, is_opener
from tutanak.resources import word_list
from tutanak.text.fold import capitalise, lower, plain
from tutanak.text.suffixes import possessed

# Words in small letters between a list of places and the head that they share
SMALL_KINDS = frozenset({"tabip", "büyükşehir", "ziraat", "eczacı", "ticaret", "sanayi", "barosu"})
_ORPHAN_REACH = 5  # words from a body's head back to its place


def shared(found_in: InstitutionText, i: int, head: HeadForm, floor: int) -> Iterator[Found]:
    """Each member of the list that ends at word `i`, with the head spelt out."""
    places = _places(found_in, i, floor)
    if places is not None:
        yield from _at_places(found_in, places, i, head)
        return
    if not found_in.words[i].capital:
        return
    segments = _segments(found_in, i, floor)
    if len(segments) < 2:
        return
    words = found_in.words
    tail = _tail(found_in, segments[0], i)
    for first, end in segments:
        inner = [w.text for w in words[first : end + 1]]
        if end == i:
            inner = [w.text for w in words[first:i]][: i - first - len(tail)]
        if inner and words[first].first and is_opener(words[first]):
            inner = inner[1:]
        if not inner or all(_is_generic(w) for w in inner):
            continue
        name = " ".join([*inner, *tail, capitalise(possessed(head.noun))])
        if _is_member(inner, name, head):
            length = head.length if end == i else len(words[end].text)
            yield Found(first, end, length, name, "shared head", fixed=True)


def _at_places(
    found_in: InstitutionText, places: Sequence[int], i: int, head: HeadForm
) -> Iterator[Found]:
    words = found_in.words
    tail = [w.text if w.lower == "ve" else capitalise(w.text) for w in words[places[0] + 1 : i]]
    for p in places:
        end = i if p == places[0] else p
        length = head.length if end == i else len(words[p].text)
        name = " ".join([words[p].text, *tail, capitalise(possessed(head.noun))])
        yield Found(p, end, length, name, "shared head", fixed=True)


def _places(found_in: InstitutionText, i: int, floor: int) -> list[int] | None:
    """Words that are places of one list before a shared head, the last one first."""
    words = found_in.words
    p = i - 1
    while p > floor and not found_in.is_place(p):
        word = words[p]
        if word.suffix or not adjacent(words[p + 1]) or found_in.head(p) is not None:
            return None
        if not word.capital and word.lower != "ve" and word.lower not in SMALL_KINDS:
            return None
        p -= 1
    places = [p]
    while p - 1 >= floor:
        step = 1 if comma(words[p]) else 2
        joined = step == 1 or (found_in.joins(p - 1) and adjacent(words[p]))
        if not joined or p - step < floor or not found_in.is_place(p - step):
            break
        if words[p - step].suffix or _is_surname(words, p - step):
            break
        p -= step
        places.append(p)
    return places if len(places) > 1 else None


def _is_surname(words: Sequence[Word], k: int) -> bool:
    """`Uzm. Betül Günay ve Konya ...`: a place that is somebody's surname."""
    if k == 0 or not adjacent(words[k]) or words[k - 1].suffix:
        return False
    return words[k - 1].capital and is_forename(words[k - 1].lower)


def _segments(found_in: InstitutionText, i: int, floor: int) -> list[tuple[int, int]]:
    """The members of the list that ends at word `i`, by words, the last one first."""
    words = found_in.words
    segments: list[tuple[int, int]] = []
    last = k = i
    while k > floor:
        if comma(words[k]):
            step = 1
        elif not adjacent(words[k]):
            break
        elif words[k - 1].lower in ("ve", "ile", "&") and k - 2 >= floor:
            step = 2
        else:
            before = words[k - 1]
            if not before.capital or before.suffix or before.lower in institution_heads():
                break
            role = role_heads().get(before.lower)
            if role is not None and role.marked:
                return []
            k -= 1
            continue
        if found_in.head(k - step) is not None:
            break
        role = role_heads().get(words[k - step].lower)
        if role is not None and role.marked:
            return []  # Fethiye Kaymakamı ve Fethiye Belediyesi
        segments.append((k, last))
        k -= step
        last = k
        if not words[k].capital or words[k].suffix:
            break
    if words[k].capital and last >= k:
        segments.append((k, last))
    return [s for s in segments if s[0] <= s[1]]


def _tail(found_in: InstitutionText, segment: tuple[int, int], i: int) -> list[str]:
    """The words of the last member that all members share: `Büyükşehir` of Belediyeleri."""
    inner = found_in.words[segment[0] : i]
    for n in range(1, len(inner)):
        if is_place_word(" ".join(w.lower for w in inner[:n])):
            return [w.text for w in inner[n:]]
    return []


def _is_generic(word: str) -> bool:
    return lower(word) in word_list("institution_heads", "generic")


def _is_member(inner: Sequence[str], name: str, head: HeadForm) -> bool:
    """Whether a member of a list names a body together with the shared head."""
    places = (" ".join(inner[:n]) for n in range(1, len(inner) + 1))
    if known.is_known_key(plain(name)) or any(is_place_word(place) for place in places):
        return True
    subjects = word_list("name_topics")
    return head.noun in rule_words("subject_heads") and lower(inner[-1]) in subjects


def orphan(found_in: InstitutionText, found: Found, head: HeadForm) -> Iterator[Found]:
    """`Pendik Kaymakamlığı ve Belediyesi`: the second takes its place from the first."""
    words, first = found_in.words, found.first
    if head.noun not in rule_words("place_heads") or head.plural or first < 2:
        return
    k = first - 1
    joined = found_in.joins(k) and adjacent(words[first])
    if not joined and not comma(words[first]):
        return
    if joined:
        k -= 1
    other = found_in.head(k)
    if other is None or other.noun not in rule_words("place_heads"):
        return
    for start in range(k - 1, max(-1, k - _ORPHAN_REACH), -1):
        if found_in.is_place(start):
            name = f"{words[start].text} {found.name}"
            yield replace(found, name=name, rule="place of the body before")
            return
