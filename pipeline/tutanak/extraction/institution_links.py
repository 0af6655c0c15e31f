"""Mentions of one body joined by what the text says: brackets, initials, `Valilik`, `...mız`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tutanak.extraction.institution_context import BEHIND_BRACKET
from tutanak.extraction.institution_names import Found, spell_word
from tutanak.extraction.institution_text import rule_words
from tutanak.extraction.lexicon import (
    bare_heads,
    institution_heads,
    is_place_word,
    our_heads,
)
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent
from tutanak.records import InstitutionMention, Span, Why
from tutanak.resources import word_list
from tutanak.text.fold import capitalise, lower, plain
from tutanak.text.suffixes import possessed

_BETWEEN: Final = ("/", ",", "-", "–")
_SHORTEST_INITIALS: Final = 3


def linked(
    text: str, words: Sequence[Word], found: Sequence[Found], mentions: list[InstitutionMention]
) -> list[InstitutionMention]:
    """Acronyms joined to the names that they stand for; those in brackets are added."""
    result = list(mentions)
    by_first = {item.first: index for index, item in enumerate(found)}
    for index, item in enumerate(found):
        _add_inner(text, words, result, index, item)
        owner = _owner_of_office(words, found, index, item)
        if owner is not None:
            result[index] = replace(result[index], same_as=owner, form="short")
        k = item.last + 1
        if k >= len(words) or words[k].first or words[k].gap.strip() != "(":
            continue
        other = by_first.get(k)
        if other is None or found[other].last == k:
            _join_bracket(text, words, by_first, result, index, k)
        elif found[other].rule == "foreign name" and item.rule != "foreign name":
            name = found[other]
            closed = text[words[name.last].stop : words[name.last].stop + 1] == ")"
            if closed and mentions[index].same_as is None:
                result[other] = replace(result[other], same_as=index, form="short")
        elif mentions[index].form == "acronym":
            name = found[other]
            closed = text[words[name.last].stop : words[name.last].stop + 1] == ")"
            if closed and _fits(mentions[index].name, name.name):
                result[index] = replace(result[index], same_as=other)
    return _by_parent(_same_acronyms(_by_initials(result)))


def _by_parent(mentions: list[InstitutionMention]) -> list[InstitutionMention]:
    """`MBB Göç Politikaları Merkezi` where the text has the name with the parent spelt out."""
    full = {plain(m.name): n for n, m in enumerate(mentions) if m.same_as is None}
    spelt = {
        plain(m.name): mentions[m.same_as].name
        for m in mentions
        if m.form == "acronym" and m.same_as is not None
    }
    result = list(mentions)
    for n, mention in enumerate(mentions):
        first, _, rest = mention.name.partition(" ")
        parent = spelt.get(plain(first))
        if mention.same_as is None and rest and parent is not None:
            owner = full.get(plain(f"{parent} {rest}"))
            if owner is not None and owner != n:
                result[n] = replace(mention, same_as=owner, form="short")
    return result


def _owner_of_office(
    words: Sequence[Word], found: Sequence[Found], index: int, item: Found
) -> int | None:
    """The body of `X Ajansı (XA) Mardin Yatırım Destek Ofisi` before the bracket, by its index."""
    head = institution_heads().get(words[item.last].lower)
    if head is None or head.noun not in rule_words("offices") or item.first < 2:
        return None
    opened = words[item.first - 1].gap.strip() == "(" and words[item.first].gap.strip() == ")"
    if not opened:
        return None
    ends = {f.last: n for n, f in enumerate(found[:index])}
    return ends.get(item.first - 2)


def _add_inner(
    text: str, words: Sequence[Word], result: list[InstitutionMention], index: int, item: Found
) -> None:
    """The acronym inside `X Federasyonu (ITF) Liman Bölümü`: of the unit, or of its parent.

    It is the parent's where the text names the parent elsewhere as well.
    """
    if item.rule != BEHIND_BRACKET:
        return
    parent = item.cues[0]
    for k in range(item.first + 1, item.last):
        word = words[k]
        if word.gap.strip() != "(" or text[word.stop : word.stop + 1] != ")":
            continue
        own = {plain(parent), plain(word.text)}
        owner = index
        if any(plain(m.name) in own for m in result):
            owner = len(result)
            span = Span(words[item.first].start, words[k - 1].stop)
            result.append(InstitutionMention(span, parent, "full", Why("parent of a unit")))
        why = Why("acronym in brackets")
        span = Span(word.start, word.end)
        result.append(InstitutionMention(span, word.text, "acronym", why, same_as=owner))


def _join_bracket(
    text: str,
    words: Sequence[Word],
    by_first: dict[int, int],
    result: list[InstitutionMention],
    index: int,
    k: int,
) -> None:
    """Join the short names in the bracket that opens before word `k` to mention `index`."""
    if k not in by_first and not _is_short(words[k]):
        return
    last = k
    while not (after := text[words[last].stop : words[last].stop + 2].lstrip()).startswith(")"):
        last += 1
        if not after.startswith(_BETWEEN) or last >= len(words) or words[last].shape != "upper":
            return
    for n in range(k, last + 1):
        if n in by_first:
            owner = by_first[n]
            result[owner] = replace(result[owner], same_as=index, form="acronym")
        elif _is_short(words[n]):
            span = Span(words[n].start, words[n].end)
            why = Why("acronym in brackets")
            result.append(InstitutionMention(span, words[n].text, "acronym", why, same_as=index))


def _is_short(word: Word) -> bool:
    """Whether a word alone in brackets is a short name: `(TRAKYAKA)`, `(İzKA)`."""
    if is_place_word(word.lower) or word.shape in ("digit", "initial", "lower"):
        return False
    capitals = sum(c.isupper() for c in word.text)
    return capitals > 1 and word.lower not in rule_words("agencies")


def _fits(short: str, name: str) -> bool:
    """Whether a name in brackets can be what the acronym before it means."""
    letters = [plain(part)[:1] for part in name.split()]
    return plain(short)[:1] in letters or len(letters) > 2


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
        if mention.same_as is not None or not mention.name.isupper():
            continue
        owners = full.get(letters, []) if len(letters) >= _SHORTEST_INITIALS else []
        if len({plain(mentions[k].name) for k in owners}) == 1:
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


def back_references(
    words: Sequence[Word],
    found: Sequence[Found],
    mentions: Sequence[InstitutionMention],
    publisher: str | None,
) -> Iterator[InstitutionMention]:
    """`Bakanlığımız` (the publisher) and `Valilik` (the one named before)."""
    covered = {k for item in found for k in range(item.first, item.last + 1)}
    publisher_head = _head_of(publisher)
    for i, word in enumerate(words):
        if i in covered:
            continue
        ours = our_heads().get(word.lower)
        if ours is not None and (branch := _our_branch(words, i, publisher)):
            start = words[i - 1].start
            span = Span(start, word.start + min(ours.length, len(word.text)))
            yield InstitutionMention(span, branch, "relative", Why("our branch", (word.text,)))
            continue
        if ours is not None and publisher is not None and publisher_head == ours.noun:
            span = Span(word.start, word.start + min(ours.length, len(word.text)))
            why = Why("our body is the publisher", (word.text,))
            yield InstitutionMention(span, publisher, "relative", why)
            continue
        same = _named_before(words, i, found)
        if same is not None:
            head = bare_heads()[word.lower]
            span = Span(word.start, word.start + min(head.length, len(word.text)))
            why = Why("named before", (word.text,))
            yield InstitutionMention(span, mentions[same].name, "short", why, same_as=same)


def _our_branch(words: Sequence[Word], i: int, publisher: str | None) -> str:
    """`Çorlu Şubemiz`: the branch of the publisher there, "" if the word is none."""
    noun = our_heads()[words[i].lower].noun
    before = words[i - 1] if i > 0 and adjacent(words[i]) else None
    if noun not in word_list("institution_rules", "branches") or before is None:
        return ""
    if not (before.capital and not before.suffix and is_place_word(before.lower)):
        return ""
    place = spell_word(before.text, first=True)
    owner = f"{publisher} " if publisher and _head_of(publisher) != noun else ""
    return f"{owner}{place} {capitalise(possessed(noun))}"


def _named_before(words: Sequence[Word], i: int, found: Sequence[Found]) -> int | None:
    """The only body of the text that the bare noun at word `i` can mean, by its index."""
    word = words[i]
    head = bare_heads().get(word.lower) if word.shape == "title" and not word.first else None
    if head is None:
        return None
    before = words[i - 1] if i > 0 and adjacent(word) else None
    if before is not None and before.capital and not before.suffix:
        return None
    following = words[i + 1] if i + 1 < len(words) and adjacent(words[i + 1]) else None
    if following is not None and following.capital and not word.suffix:
        return None
    same = [n for n, item in enumerate(found) if _head_of(item.name) == head.noun]
    return same[0] if len({plain(found[n].name) for n in same}) == 1 else None


def _head_of(name: str | None) -> str | None:
    head = institution_heads().get(lower(name.split()[-1])) if name else None
    return head.noun if head is not None else None
