"""What stands around a name decides: treaties, laws, quoted titles, faculties, lists."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tutanak.extraction.institution_names import Found, spell
from tutanak.extraction.institution_text import InstitutionText, rule_words
from tutanak.extraction.lexicon import institution_heads, is_forename, is_place_word, role_heads
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent, comma, is_opener, is_title
from tutanak.resources import word_list
from tutanak.resources.places import countries
from tutanak.text.fold import lower

_OPEN: Final = '"“«„‘'
_CLOSE: Final = '"”»“’'
_LONG_QUOTE: Final = 18  # words from which on a quotation is speech and no title
_QUOTE_REACH: Final = 160  # characters from a name to the marks around it
_LIST_REACH: Final = 40  # words between two bodies of one list
_LONGEST_STRANGER: Final = 8  # words of an unknown member of a list
BEHIND_BRACKET: Final = "unit behind a bracket"
_LONGEST_UNIT: Final = 5  # words of a unit behind the bracket of its parent
_GENITIVE: Final = ("ın", "in", "un", "ün")


def with_faculties(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """`X Üniversitesi, Y Fakültesi` is one unit with its parent, though a comma parts them."""
    result: list[Found] = []
    for item in found:
        if result and _is_unit_of(words, item, result[-1]):
            before = result[-1]
            result[-1] = replace(item, first=before.first, name=f"{before.name} {item.name}")
        else:
            result.append(item)
    return result


def with_units(found_in: InstitutionText, found: Sequence[Found]) -> list[Found]:
    """`X Federasyonu (ITF) Liman Bölümü`: a unit goes on from its parent past the bracket."""
    by_first = {item.first: item for item in found}
    result: list[Found] = []
    for item in found:
        end = result[-1].last if result else -1
        if item.last <= end:
            continue  # the acronym in the bracket, or the unit
        unit = _unit_behind(found_in, item, by_first)
        result.append(item if unit is None else unit)
    return result


def with_branches(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """`X Sendikası'nın (XS) | Van Şubesi`: a branch is named with its parent in the genitive."""
    result: list[Found] = []
    for item in found:
        parent = _parent_of_branch(words, item, result)
        country = _country_before(words, item)
        if country:
            result.append(replace(item, name=f"{country} {item.name}"))
        elif parent is not None:
            result.append(replace(item, name=f"{parent.name} {item.name}", cues=(parent.name,)))
        else:
            result.append(item)
    return result


def _country_before(words: Sequence[Word], item: Found) -> str:
    """`Hollanda'nın | Ankara Büyükelçiliği`: whose embassy it is, "" where it is not said so."""
    head = institution_heads().get(words[item.last].lower)
    if head is None or head.noun not in _EMBASSIES or item.first == 0:
        return ""
    before = words[item.first - 1]
    owns = before.suffix.endswith(_GENITIVE) and adjacent(words[item.first])
    return before.text if owns and before.text in countries() else ""


_EMBASSIES: Final = frozenset({"büyükelçilik", "başkonsolosluk", "konsolosluk"})


def _parent_of_branch(words: Sequence[Word], item: Found, before: Sequence[Found]) -> Found | None:
    head = institution_heads().get(words[item.last].lower)
    if head is None or head.noun not in ("şube", "temsilcilik") or not before:
        return None
    if not all(is_place_word(w.lower) or w.shape == "digit" for w in words[item.first : item.last]):
        return None
    parent = before[-1]
    bracketed = len(before) > 1 and words[parent.first].gap.strip() == "("
    if bracketed and words[item.first].gap.strip() == ")" and parent.first == parent.last:
        parent = before[-2]
        near = parent.last == item.first - 2
    else:
        near = parent.last == item.first - 1 and adjacent(words[item.first])
    if parent.last + 1 < item.first and words[parent.last + 1].gap.strip() == "(":
        near = parent.last == item.first - 2 and words[item.first].gap.strip() == ")"
    tail = words[parent.last]
    inner = institution_heads().get(tail.lower)
    owns = tail.suffix.endswith(_GENITIVE) or (inner is not None and inner.case == "gen")
    chaired = inner is None or inner.noun in rule_words("issuers")
    return parent if near and owns and chaired and parent.rule != "shared head" else None


def _unit_behind(
    found_in: InstitutionText, item: Found, by_first: Mapping[int, Found]
) -> Found | None:
    words, k = found_in.words, item.last + 2
    if k >= len(words) or words[item.last].suffix or words[item.last + 1].gap.strip() != "(":
        return None
    if words[k].gap.strip() != ")" or words[item.last + 1].shape != "upper":
        return None
    last = k
    while found_in.head(last) is None or last + 1 in by_first:
        if last - k >= _LONGEST_UNIT or last + 1 >= len(words) or not adjacent(words[last + 1]):
            break
        if not words[last].capital or words[last].suffix:
            return None
        last += 1
    head = institution_heads().get(words[last].lower)
    if head is None or head.level == 0 or head.plural:
        return None
    if head.noun in rule_words("offices") or head.noun in rule_words("boards"):
        return None
    following = words[last + 1].lower if last + 1 < len(words) else ""
    if head.noun == "daire" and following.startswith("başkan") and not words[last].suffix:
        return None  # X Kurumu (XK) Destek Hizmetleri Dairesi Başkanı
    if words[k].lower == "genel":
        return None  # X Derneği (XD) Genel Merkezi
    name = spell(words, k, last, head.length)
    return Found(item.first, last, head.length, f"{item.name} {name}", BEHIND_BRACKET, (item.name,))


def _is_unit_of(words: Sequence[Word], item: Found, before: Found) -> bool:
    head = institution_heads().get(words[item.last].lower)
    school = words[before.last]
    if head is None or school.suffix:
        return False
    if _in_row(words, item, before):
        return True
    if head.noun not in rule_words("faculties"):
        return False
    if before.last != item.first - 1 or not comma(words[item.first]):
        return False
    if school.lower not in rule_words("schools"):
        return False
    return school.lower == "üniversitesi" or head.noun in rule_words("faculty_units")


def _in_row(words: Sequence[Word], item: Found, before: Found) -> bool:
    """`A — Zeytinburnu Belediyesi, Göç Birimi Sorumlusu`: a unit of the body in somebody's row."""
    unit = institution_heads().get(words[item.last].lower)
    parent = institution_heads().get(words[before.last].lower)
    if unit is None or unit.level == 0 or parent is None or parent.noun not in _WITH_UNITS:
        return False
    if before.last != item.first - 1 or not comma(words[item.first]) or words[item.last].suffix:
        return False
    post = role_heads().get(words[item.last + 1].lower) if item.last + 1 < len(words) else None
    posted = post is not None and post.marked and adjacent(words[item.last + 1])
    return posted and words[before.first].gap.strip() in ("–", "—", "-", ":", "(")


_WITH_UNITS: Final = frozenset({"belediye", "bakanlık", "valilik", "müdürlük", "dernek", "vakıf"})


def kept(found_in: InstitutionText, found: Sequence[Found]) -> list[Found]:
    """Without names that are part of a treaty, a law or a quoted title."""
    result: list[Found] = []
    for item in found:
        if _inside_work(found_in.words, item):
            found_in.refuse(item.first, item.last, "part of the name of a treaty, a law or a work")
        elif _inside_quoted_title(found_in.text, found_in.words, item):
            found_in.refuse(item.first, item.last, "part of a quoted title of something else")
        else:
            result.append(item)
    return result


def _inside_work(words: Sequence[Word], item: Found) -> bool:
    """`BM Çocuk Hakları Sözleşmesi`: the name runs on to a noun that is no body."""
    last = words[item.last]
    ending = last.suffix or last.lower[item.length :]
    treaty = lower(item.name) in rule_words("treaty_bodies")
    if ending and not (treaty and ending.endswith(_GENITIVE)):
        return False
    k = item.last + 1
    laws = tuple(rule_words("laws"))
    if k < len(words) and adjacent(words[k]) and words[k].lower.startswith(laws):
        return True
    while treaty and k < len(words) and (adjacent(words[k]) or words[k].gap.strip() == "+"):
        word = words[k]
        if not word.capital and word.lower not in ("ve", "için"):
            return False
        if stop_forms().get(word.lower) in ("work", "event"):
            return True
        if word.lower in rule_words("works_bare"):
            return True
        if word.suffix:
            return False
        k += 1
    return False


def _inside_quoted_title(text: str, words: Sequence[Word], item: Found) -> bool:
    """A short quoted title that does not end with the name: the title is of something else."""
    start, end = words[item.first].start, words[item.last].stop
    left = max(text.rfind(mark, max(0, start - _QUOTE_REACH), start) for mark in _OPEN)
    closing = [text.find(mark, end, end + _QUOTE_REACH) for mark in _CLOSE]
    right = min((p for p in closing if p >= 0), default=-1)
    if left < 0 or right < 0:
        return False
    inner = text[left + 1 : right]
    if any(mark in text[left + 1 : start] for mark in _CLOSE) or "\n" in inner:
        return False
    parts = inner.split()
    if text[left - 1 : left].isalnum() or not parts or len(parts) > _LONG_QUOTE:
        return False
    if inner[-1] in ".!,?…" or parts[0][0].islower():
        return False
    whole = left + 1 == start and right <= end + 1
    return not whole and stop_forms().get(lower(parts[-1])) is not None


def with_list_members(found_in: InstitutionText, found: Sequence[Found]) -> list[Found]:
    """Strangers between two bodies of a list: `X Derneği, Building Bridges, Y Vakfı`."""
    words = found_in.words
    added: list[Found] = []
    for left, right in pairwise(found):
        last = words[left.last]
        if last.sentence != words[right.first].sentence or last.suffix:
            continue
        if right.first - left.last <= _LIST_REACH and last.sentence not in found_in.capitals:
            added += _strangers(found_in, left.last + 1, right.first)
    return sorted([*found, *added], key=lambda f: (f.first, f.last))


def _strangers(found_in: InstitutionText, begin: int, end: int) -> list[Found]:
    """The capitalised segments between words `begin` and `end`, if nothing else is there."""
    words = found_in.words
    small = word_list("institution_heads", "foreign_small")
    if begin >= end or not (comma(words[begin]) or found_in.joins(begin)):
        return []
    segments: list[tuple[int, int]] = []
    k = begin
    while k < end:
        word = words[k]
        if found_in.joins(k) and word.shape == "lower":
            k += 1
            continue
        listed = comma(word) or found_in.joins(k - 1)
        if not word.capital or found_in.taken[k] or not listed:
            return []
        first = k
        while k + 1 < end and adjacent(words[k + 1]):
            following = words[k + 1]
            if not following.capital and following.lower not in small:
                break
            if found_in.taken[k + 1]:
                return []
            k += 1
        segments.append((first, k))
        k += 1
    if end < len(words) and not (comma(words[end]) or found_in.joins(end - 1)):
        return []
    rule = "member of a list of bodies"
    return [
        Found(a, b, len(words[b].text), " ".join(w.text for w in words[a : b + 1]), rule)
        for a, b in segments
        if _is_stranger(words[a : b + 1])
    ]


def _is_stranger(inside: Sequence[Word]) -> bool:
    """Whether an unknown member of a list can be a body: no person, no title, no place."""
    if not 1 < len(inside) <= _LONGEST_STRANGER or is_opener(inside[0]):
        return False
    for word in inside:
        if word.suffix or word.shape in ("digit", "initial") or is_title(word):
            return False
        if is_forename(word.lower) or word.lower in role_heads():
            return False
    tail = inside[-1].lower
    return tail not in stop_forms() and not is_place_word(tail)
