"""What stands around a name decides: projects and treaties, brackets, lists, references back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tutanak.extraction.institution_names import Found
from tutanak.extraction.lexicon import (
    bare_heads,
    institution_heads,
    is_forename,
    is_place_word,
    our_heads,
    role_heads,
    stop_forms,
)
from tutanak.extraction.phrases import adjacent, comma, is_opener, is_title
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention, Span, Why
from tutanak.text.fold import lower, plain

_OPEN: Final = "\"“«„‘"
_CLOSE: Final = "\"”»“’"
_TREATY_BODIES: Final = frozenset(
    {"ab", "bm", "nato", "avrupa birliği", "birleşmiş milletler", "avrupa konseyi"}
)
_LONG_QUOTE: Final = 18


def kept(text: str, words: Sequence[Word], found: Sequence[Found], capitals: frozenset[int]) -> list[Found]:
    """Without names that are part of a treaty, a project or a quoted title."""
    return [
        item
        for item in found
        if not _inside_work(words, item) and not _inside_quoted_title(text, words, item)
    ]


_LAWS: Final = ("kanunu", "yasası", "yönetmeliği", "sözleşmesi", "tüzüğü")
_FACULTIES: Final = frozenset({"fakülte", "enstitü", "yüksekokul", "bölüm", "konservatuvar", "dal"})
_SCHOOLS: Final = frozenset({"üniversitesi", "fakültesi", "enstitüsü", "yüksekokulu"})


def with_faculties(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """`X Üniversitesi, Y Fakültesi` is one unit with its parent, though a comma parts them."""
    result: list[Found] = []
    for item in found:
        before = result[-1] if result else None
        head = institution_heads().get(words[item.last].lower)
        if (
            before is not None
            and head is not None
            and head.noun in _FACULTIES
            and before.last == item.first - 1
            and comma(words[item.first])
            and words[before.last].lower in _SCHOOLS
            and (words[before.last].lower == "üniversitesi" or head.noun in ("bölüm", "dal"))
            and not words[before.last].suffix
        ):
            result[-1] = replace(item, first=before.first, name=f"{before.name} {item.name}")
            continue
        result.append(item)
    return result


def _inside_work(words: Sequence[Word], item: Found) -> bool:
    """`BM Çocuk Hakları Sözleşmesi`: the name runs on to a noun that is no body."""
    last = words[item.last]
    cased = bool(last.suffix) or item.length < len(last.text)
    if cased and not (last.suffix or last.lower[item.length :]).endswith(("ın", "in", "un", "ün")):
        return False
    if cased and lower(item.name) not in _TREATY_BODIES:
        return False
    k = item.last + 1
    if k < len(words) and adjacent(words[k]) and words[k].lower.startswith(_LAWS):
        return True
    while k < len(words) and (adjacent(words[k]) or words[k].gap.strip() == "+") and (words[k].capital or words[k].lower in ("ve", "için")):
        kind = stop_forms().get(words[k].lower)
        if words[k].lower in ("sözleşme", "program", "proje", "direktif", "protokol"):
            kind = "work"
        if kind == "work":
            return lower(item.name) in _TREATY_BODIES
        if kind == "event" and lower(item.name) in _TREATY_BODIES:
            return True
        if words[k].suffix:
            break
        k += 1
    return False


def _inside_quoted_title(text: str, words: Sequence[Word], item: Found) -> bool:
    """A short quoted title that does not end with the name: the title is of something else."""
    start = words[item.first].start
    end = words[item.last].stop
    left = max(text.rfind(mark, max(0, start - 160), start) for mark in _OPEN)
    if left < 0:
        return False
    right_marks = [p for mark in _CLOSE if (p := text.find(mark, end, end + 160)) >= 0]
    if not right_marks:
        return False
    right = min(right_marks)
    inner = text[left + 1 : right]
    if any(mark in text[left + 1 : start] for mark in _CLOSE) or "\n" in inner:
        return False
    if text[left - 1 : left].isalnum() or len(inner.split()) > _LONG_QUOTE:
        return False
    if text[right - 1 : right] in ".!,?…" or inner.strip()[:1].islower():
        return False
    whole = left + 1 == start and right <= end + 1
    if whole:
        return False
    tail = inner.split()[-1] if inner.split() else ""
    return stop_forms().get(lower(tail)) is not None


def with_list_members(
    text: str,
    words: Sequence[Word],
    found: Sequence[Found],
    taken: list[bool],
    capitals: frozenset[int],
) -> list[Found]:
    """Strangers between two bodies of a list: `X Derneği, Building Bridges, Y Vakfı`."""
    added: list[Found] = []
    for left, right in zip(found, found[1:], strict=False):
        if words[left.last].sentence != words[right.first].sentence or right.first - left.last > 40:
            continue
        if words[left.last].sentence in capitals or words[left.last].suffix:
            continue
        added += _segments(text, words, left.last + 1, right.first, taken)
    return sorted([*found, *added], key=lambda f: (f.first, f.last))


def _segments(text: str, words: Sequence[Word], begin: int, end: int, taken: list[bool]) -> list[Found]:
    """The capitalised segments between words `begin` and `end`, if nothing else is there."""
    segments: list[tuple[int, int]] = []
    k = begin
    if k >= end or not (comma(words[k]) or words[k].lower in ("ve", "ile")):
        return []
    while k < end:
        word = words[k]
        if word.lower in ("ve", "ile") and word.shape == "lower":
            k += 1
            continue
        if not word.capital or taken[k] or not (comma(word) or words[k - 1].lower in ("ve", "ile")):
            return []
        first = k
        while k + 1 < end and adjacent(words[k + 1]) and (
            words[k + 1].capital or words[k + 1].lower in ("for", "of", "the", "and", "için")
        ):
            if taken[k + 1]:
                return []
            k += 1
        segments.append((first, k))
        k += 1
    if end < len(words) and not (comma(words[end]) or words[end - 1].lower in ("ve", "ile")):
        return []
    return [
        Found(a, b, len(words[b].text), " ".join(w.text for w in words[a : b + 1]), "member of a list of bodies")
        for a, b in segments
        if _is_stranger(words, a, b)
    ]


def _is_stranger(words: Sequence[Word], first: int, last: int) -> bool:
    if last == first or last - first > 7:
        return False
    inside = words[first : last + 1]
    if any(w.suffix or w.shape in ("digit", "initial") for w in inside):
        return False
    if any(is_forename(w.lower) or w.lower in role_heads() or is_title(w) for w in inside):
        return False
    tail = words[last].lower
    return not (
        tail in role_heads() or tail in stop_forms() or is_place_word(tail) or is_opener(words[first])
    )


def linked(
    text: str, words: Sequence[Word], found: Sequence[Found], mentions: list[InstitutionMention]
) -> list[InstitutionMention]:
    """Acronyms in brackets joined to the name before them, and names in brackets to theirs."""
    result = list(mentions)
    by_first = {item.first: index for index, item in enumerate(found)}
    for index, item in enumerate(found):
        k = item.last + 1
        if k >= len(words) or not words[k].gap.strip().startswith("(") or words[k].first:
            continue
        if len(words[k].gap.strip()) != 1:
            continue
        other = by_first.get(k)
        close = text[words[k].stop : words[k].stop + 2]
        if other is not None and found[other].last == k or other is None and _bracket_short(words[k]):
            n = k
            while close[:1] in ("/", ",", "-", "–") or close[:2] == " -":
                n += 1
                if n >= len(words) or words[n].shape != "upper":
                    break
                close = text[words[n].stop : words[n].stop + 2]
            if not close.startswith(")"):
                continue
            for m in range(k, n + 1):
                known_index = by_first.get(m)
                if known_index is not None:
                    result[known_index] = replace(result[known_index], same_as=index, form="acronym")
                elif _bracket_short(words[m]):
                    result.append(_bracketed(words[m], index))
        elif other is not None and text[words[found[other].last].stop : words[found[other].last].stop + 1] == ")":
            if mentions[index].form == "acronym" and _initials(mentions[index].name, found[other].name):
                result[index] = replace(result[index], same_as=other)
    return _same_acronyms(_by_initials(result))


def initials(name: str) -> str:
    """The letters that an acronym of `name` would have: `Türkiye Barolar Birliği` -> `tbb`."""
    return "".join(plain(part)[:1] for part in name.split() if lower(part) not in ("ve", "ile"))


def _by_initials(mentions: list[InstitutionMention]) -> list[InstitutionMention]:
    """`TBB` in a text that names the Türkiye Barolar Birliği in full, without brackets."""
    full: dict[str, list[int]] = {}
    for n, mention in enumerate(mentions):
        if mention.form == "full" and mention.same_as is None and len(mention.name.split()) > 2:
            full.setdefault(initials(mention.name), []).append(n)
    result = list(mentions)
    for n, mention in enumerate(mentions):
        letters = plain(mention.name.replace("-", ""))
        if mention.same_as is not None or not mention.name.isupper() or len(letters) < 3:
            continue
        owners = full.get(letters, [])
        if owners and len({plain(mentions[k].name) for k in owners}) == 1:
            result[n] = replace(mention, same_as=owners[0], form="acronym")
    return result


def _same_acronyms(mentions: list[InstitutionMention]) -> list[InstitutionMention]:
    """Later mentions of an acronym that the text has introduced mean the same body."""
    owner = {
        plain(m.name): m.same_as for m in mentions if m.same_as is not None and m.form == "acronym"
    }
    return [
        replace(m, same_as=owner[plain(m.name)], form="acronym")
        if m.same_as is None and plain(m.name) in owner and owner[plain(m.name)] != n
        else m
        for n, m in enumerate(mentions)
    ]


def _initials(short: str, name: str) -> bool:
    letters = [plain(part)[:1] for part in name.split()]
    return plain(short)[:1] in letters or len(letters) > 2


def _bracket_short(word: Word) -> bool:
    """Whether a word alone in brackets is a short name: `(TRAKYAKA)`, `(İzKA)`."""
    if is_place_word(word.lower) or word.shape in ("digit", "initial", "lower"):
        return False
    capitals = sum(c.isupper() for c in word.text)
    return capitals >= 2 and word.lower not in ("aa", "dha", "iha", "i̇ha", "ıha")


def _bracketed(word: Word, index: int) -> InstitutionMention:
    return InstitutionMention(
        Span(word.start, word.end), word.text, "acronym", Why("acronym in brackets"), same_as=index
    )


def back_references(
    text: str,
    words: Sequence[Word],
    found: Sequence[Found],
    mentions: Sequence[InstitutionMention],
    publisher: str | None,
) -> list[InstitutionMention]:
    """`Bakanlığımız` (the publisher) and `Valilik` (the one named before)."""
    covered = {k for item in found for k in range(item.first, item.last + 1)}
    added: list[InstitutionMention] = []
    publisher_head = _head_of(publisher) if publisher else None
    for i, word in enumerate(words):
        if i in covered:
            continue
        ours = our_heads().get(word.lower)
        if ours is not None and publisher and publisher_head == ours.noun:
            span = Span(word.start, word.start + ours.length)
            added.append(InstitutionMention(span, publisher, "relative", Why("our body is the publisher", (word.text,))))
            continue
        bare = bare_heads().get(word.lower) if word.shape == "title" and not word.first else None
        if bare is None or (i > 0 and adjacent(word) and words[i - 1].capital and not words[i - 1].suffix):
            continue
        if i + 1 < len(words) and adjacent(words[i + 1]) and words[i + 1].capital and not word.suffix:
            continue
        same = [n for n, item in enumerate(found) if _ends_with(words, item, bare.noun)]
        names = {plain(found[n].name) for n in same}
        if len(names) == 1:
            span = Span(word.start, word.start + min(bare.length, len(word.text)))
            added.append(
                InstitutionMention(span, found[same[0]].name, "short", Why("named before", (word.text,)), same_as=same[0])
            )
    return added


def _head_of(name: str) -> str | None:
    head = institution_heads().get(lower(name.split()[-1])) if name.split() else None
    return head.noun if head is not None else None


def _ends_with(words: Sequence[Word], item: Found, noun: str) -> bool:
    head = institution_heads().get(lower(item.name.split()[-1]))
    return head is not None and head.noun == noun
