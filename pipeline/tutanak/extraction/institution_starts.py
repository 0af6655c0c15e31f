"""Where the name of a body begins whose last word is known."""

from tutanak.extraction import known
from tutanak.extraction.institution_names import has_content
from tutanak.extraction.institution_text import InstitutionText, rule_words
from tutanak.extraction.lexicon import (
    HeadForm,
    institution_heads,
    is_forename,
    is_ordinary,
    our_heads,
)
from tutanak.extraction.openers import drop_first
from tutanak.extraction.phrases import Walk, comma_joins, walk_left
from tutanak.extraction.words_of_names import adjacent, comma, is_opener
from tutanak.resources.places import countries

# Words that begin the name of a body of citizens behind a person's name
_OWN_BEGINNINGS = frozenset({"kent", "çocuk", "kadın", "gençlik", "engelli"})
_MISSIONS = frozenset({"büyükelçilik", "başkonsolosluk", "konsolosluk", "elçilik"})
_CAPITALS_REACH = 6  # words from a head to its place in a line of capitals


def known_first(found_in: InstitutionText, i: int, head: HeadForm, floor: int) -> int | None:
    """The first word of the name that ends at `i`, if the registry has it; else None."""
    words = found_in.words
    upper = words[i].sentence in found_in.capitals
    start = known.known_start(words, i, head.length, floor)
    if start is None:
        return None
    if comma(words[start]) and not upper and comma_joins(words, start - 1):
        return None  # Gıda, [Tarım ve Hayvancılık İl Müdürlüğü]
    if head.noun not in rule_words("state_names") and not upper:
        walk = walk_left(words, i, floor=floor)
        if walk.start < start and walk.stopped_by != "list":
            return None  # Likya Gençlik ve [Doğa Derneği]
    walk = walk_left(words, i, floor=floor, upper=upper)
    abroad = words[walk.start].text in countries() and words[walk.start].lower != "türkiye"
    if head.noun == "bakanlık" and abroad and walk.start < start:
        return walk.start  # Almanya Federal Ekonomik İşbirliği ve Kalkınma Bakanlığı
    walk = walk_left(words, start, floor=floor, upper=upper)
    if upper:
        first = _over_parent_in_capitals(found_in, start, floor)
    else:
        first = start if walk.start == start else _over_parents(found_in, walk, start)
    if first < start:
        first = trimmed(found_in, first, start)
    title = first > floor and words[first - 1].lower.startswith("t.c")
    return first - 1 if title and adjacent(words[first]) else first


def _over_parents(found_in: InstitutionText, walk: Walk, start: int) -> int:
    """How far a known name reaches left: over its parents, not over strangers."""
    words, outer = found_in.words, walk.start
    if walk.inner_heads and walk.inner_heads[0] != start - 1:
        return trimmed(found_in, outer, start)
    if walk.inner_heads and adjacent(words[start]):
        inner = institution_heads()[words[start - 1].lower]
        whole = known.known_start(words, start - 1, inner.length, outer)
        if whole is None and not has_content(words, outer, start - 1, inner):
            return start  # Genel Merkezi | Türk Kızılayı
        if whole is None:
            return outer
        return min(whole, trimmed(found_in, outer, start)) if whole == outer else whole
    if found_in.joins(start - 1) or comma(words[start]):
        return start
    if words[outer].lower.startswith("t.c"):
        return outer
    for k in range(start - 1, outer - 1, -1):
        if found_in.joins(k) or comma(words[k]):
            return min(k + 1, start)
    strange = is_opener(words[outer]) or is_ordinary(words[outer].lower)
    return start if strange else outer


def first_in_capitals(found_in: InstitutionText, i: int, floor: int) -> int | None:
    """In a line of capitals a name begins at its place, or it is not taken."""
    words = found_in.words
    for k in range(i - 1, max(floor, i - _CAPITALS_REACH) - 1, -1):
        if not adjacent(words[k + 1]) or words[k].suffix:
            return None
        if found_in.is_place(k):
            return _first_of_places(found_in, k, floor)
    return _opening_line(found_in, i)


def _opening_line(found_in: InstitutionText, i: int) -> int | None:
    """`RUMELİ GÖÇMENLERİ FEDERASYONU TOPLANDI` in a text of `federasyonumuz`: the line's start."""
    words, head = found_in.words, found_in.head(i)
    if head is None or head.noun not in rule_words("issuers") or head.plural:
        return None
    if not any((own := our_heads().get(w.lower)) and own.noun == head.noun for w in words):
        return None
    first = i
    while first > max(0, i - _CAPITALS_REACH) and not words[first].first:
        first -= 1
        if words[first].suffix or words[first].shape != "upper" or not adjacent(words[first + 1]):
            return None
    return first if words[first].first and first < i else None


def _first_of_places(found_in: InstitutionText, k: int, floor: int) -> int:
    """`KIRKLARELİ BALKAN ... DERNEĞİ`: the first of the places that stand together."""
    words = found_in.words
    while k > floor and adjacent(words[k]) and not words[k - 1].suffix and found_in.is_place(k - 1):
        k -= 1
    return _over_parent_in_capitals(found_in, k, floor)


def _over_parent_in_capitals(found_in: InstitutionText, k: int, floor: int) -> int:
    """Where the name begins once the body that stands right before word `k` belongs to it."""
    words = found_in.words
    parent = found_in.head(k - 1) if k > floor and adjacent(words[k]) else None
    if parent is None or parent.noun not in ("üniversite", "belediye", "bakanlık"):
        return k
    if words[k - 1].suffix:
        return k
    first = first_in_capitals(found_in, k - 1, floor)
    return k if first is None else first


def after_person(found_in: InstitutionText, first: int, last: int) -> int:
    """`... Müsteşarı Ole Hansen Mamak Göç Birimi`: the person ends where the place begins."""
    words = found_in.words
    named = last - first > 2 and is_forename(words[first].lower)
    if named and words[first + 2].lower in _OWN_BEGINNINGS and not found_in.is_place(first):
        return first + 2  # Av. Nilüfer Çakıroğlu Kent Konseyi
    if is_ordinary(found_in.words[first].lower):
        return first
    for k in range(first + 2, last):
        if found_in.is_place(k):
            before = institution_heads().get(found_in.words[k - 1].lower)
            return first if before is not None else k
    return first


def trimmed(found_in: InstitutionText, first: int, last: int, head: HeadForm | None = None) -> int:
    """Where the name begins once what cannot belong to it is gone."""
    words = found_in.words
    while first < last and words[first].lower in ("ve", "ile", "sayın"):
        first += 1
    first = drop_first(words, first, last)
    if head is None or words[first].lower.startswith("t.c"):
        return first
    heading = words[last].sentence in found_in.headings and head.level == 0
    if head.noun in _MISSIONS and words[first].text in countries():
        return first  # Almanya Federal Cumhuriyeti İstanbul Başkonsolosluğu
    for k in range(last - 1, first, -1):
        if not found_in.is_place(k) or found_in.is_place(k - 1) or found_in.joins(k - 1):
            continue
        local = head.noun in rule_words("begins_at_place")
        if words[k + 1].lower in ("il", "ilçe"):
            local = words[first].first and words[first].shape != "upper"
        if (local or heading) and found_in.head(k - 1) is None:
            return k
    return first
