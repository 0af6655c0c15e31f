"""The proper name of an event and its rank: `“Kent Hakkı” paneli`, `III. Göç Sempozyumu`."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import openers, our_heads
from tutanak.extraction.meeting_compounds import series_behind
from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_lexicon import EventForm, cues, in_place
from tutanak.records import Span
from tutanak.text.fold import capitalise, lower, upper
from tutanak.text.numerals import ordinal_of

_SMALL: Final = frozenset(["ve", "ile", "için", "de", "da", "of", "and", "the", "for"])
_YEARS: Final = frozenset({"yılı", "yıl", "ayı"})
_ROMAN: Final = re.compile(r"[IVXL]+\.?")
_LONGEST_QUOTE: Final = 160
_LONGEST_SHOUT: Final = 9
_NEAR: Final = 40  # characters between a quotation and the event that it names


def inside(position: int, spans: Sequence[Span]) -> bool:
    """Whether one of the sorted `spans` holds the character at `position`."""
    k = bisect_left(spans, (position + 1, 0)) - 1
    return any(s.start <= position < s.end for s in spans[max(0, k - 3) : k + 1])


# ---- title


def title_of(
    layout: Layout,
    i: int,
    form: EventForm,
    *,
    first: int,
    low: int,
    taken: Sequence[Span],
    days: Sequence[Span],
) -> tuple[str | None, int]:
    """The proper name of the event whose head is word `i`, and the word that opens it (else `i`).

    `first`: where its modifiers begin; `low`: the first word it may reach; `taken`: names of
    bodies; `days`: dates.
    """
    head = layout.words[i]
    if quoted := _quoted(layout, i, form, first):
        return quoted
    if head.shape == "lower" or not (form.marked or form.before):
        return None, i
    if layout.shouted(head.sentence):
        return _shouted(layout, i, form, low)
    return _capitalised(layout, i, form, low, taken, days)


def _quoted(layout: Layout, i: int, form: EventForm, first: int) -> tuple[str, int] | None:
    """`“Göç Çalıştayı”` around the head, `“Göç” paneli` or `“Göç” başlıklı panel` before it."""
    text, words = layout.text, layout.words
    head = words[i]
    for quote in layout.quotes:
        if quote.start > head.start or quote.end < head.start - _LONGEST_QUOTE:
            continue
        if quote.speech and quote.end - quote.start > _LONGEST_QUOTE:
            continue
        if quote.start < head.start < quote.end and quote.end - head.stop <= 6:
            end = head.start + min(form.length, len(head.text))
            return _clean(text[quote.start : end]), layout.word_at(quote.start)
        if quote.end < head.start and not quote.speech and not text[quote.start].islower():
            reach = text[quote.end : words[first].start]
            between = [w.lower for w in words[layout.word_at(quote.end) : first]]
            named = not between or (len(between) <= 3 and between[0] in cues("titled"))
            if named and not {".", "\n"}.intersection(reach) and len(reach) < _NEAR:
                return _clean(text[quote.start : quote.end]), layout.word_at(quote.start)
    return None


def _capitalised(
    layout: Layout,
    i: int,
    form: EventForm,
    low: int,
    taken: Sequence[Span],
    days: Sequence[Span],
) -> tuple[str | None, int]:
    """`Pendik İlçe Koordinasyon Toplantısı`: capitals in a row before the head."""
    words = layout.words
    j = opened = i - len(form.before)
    while j - 1 >= low:
        word, gap = words[j - 1], words[j].gap
        if gap not in (" ", "-", ". ", " - ", "/", ".") or _stops(layout, j - 1, taken, days):
            break
        if word.capital or word.shape == "digit":
            opened = j - 1
        elif word.lower not in _SMALL and word.lower not in _YEARS:
            break
        j -= 1
    if opened >= i - len(form.before):
        return None, i
    end = words[i].start + min(form.length, len(words[i].text))
    body = _clean(layout.text[words[opened].start : end])
    if upper(body) == body:
        body = " ".join(_calm(part) for part in body.split())
    return body, opened


def _stops(layout: Layout, j: int, taken: Sequence[Span], days: Sequence[Span]) -> bool:
    """Whether the word at `j` cannot stand inside a title: inflected, a day, an opener."""
    word = layout.words[j]
    if word.suffix or inside(word.start, days):
        return True
    plain = word.lower in cues("determiners")
    if word.first and (word.lower in openers() or plain) and word.shape != "upper":
        return True
    if plain or word.lower in our_heads() or _chairs(word.lower) or in_place(word.lower):
        return True
    if word.lower.endswith(("mızın", "mizin", "muzun", "müzün")):
        return True
    # `Bakanlığının`: the name of a body in another case
    return any(span.start <= word.start < span.end < word.stop for span in taken)


def _chairs(word: str) -> bool:
    return word == "başkanlığında" or any(word == row.split()[-1] for row in cues("after"))


def _shouted(layout: Layout, i: int, form: EventForm, low: int) -> tuple[str | None, int]:
    """The name in a headline in capitals: all that stands before the head, if short."""
    words = layout.words
    j = i
    while j - 1 >= low and not words[j - 1].suffix and words[j].gap in (" ", "-", ". "):
        if words[j - 1].lower.endswith(("dan", "den", "nın", "nin")):
            break
        j -= 1
    if j >= i or i - j > _LONGEST_SHOUT:
        return None, i
    body = layout.text[words[j].start : words[i].start + form.length]
    return " ".join(_calm(part) for part in body.split()), i


def _calm(word: str) -> str:
    """A word in capitals as a name writes it: `GÖÇ` -> `Göç`, `VE` -> `ve`, `III.` as it is."""
    if lower(word) in _SMALL:
        return lower(word)
    return word if _ROMAN.fullmatch(word) else capitalise(word)


def _clean(body: str) -> str:
    return re.sub(r"\s+", " ", body).strip(" -–.,:'\"’”")


# ---- rank

_COUNTED: Final = re.compile(r"(?:ilki|birincisi|sonuncusu|\w*nc[ıiuü]s[ıiuü])(?:n[ıiuü]n?)?")


def rank_at(layout: Layout, j: int) -> int | None:
    """The ordinal at word `j`: `II.`, `3.`, `3'üncü`, `üçüncü`."""
    word = layout.words[j]
    dot = layout.text[word.stop : word.stop + 1] == "." and not word.text.endswith(".")
    surface = layout.text[word.start : word.stop] + ("." if dot else "")
    if word.shape == "digit" and not dot and not word.suffix:
        return None
    if not dot and not word.suffix and word.shape == "lower" and len(word.text) < 3:
        return None
    value = ordinal_of(surface)
    if value is None or value > 400:
        return None
    if j + 1 < len(layout.words) and layout.words[j + 1].lower in cues("not_ranked"):
        return None
    return value


def ordinal_before(layout: Layout, i: int, *, first: int, low: int) -> int | None:
    """The rank before or inside the phrase of an event that begins at word `first`."""
    words = layout.words
    for j in range(i - 1, max(low, min(first, i) - 2) - 1, -1):
        value = rank_at(layout, j)
        counted = words[j].lower.endswith(("si", "sı", "su", "sü"))
        if value is not None and (j >= first - 1 or counted):
            return value
    for j in range(first - 2, max(low, first - 4) - 1, -1):
        word = words[j]
        if any(w.gap.strip() for w in words[j + 1 : first + 1]) or word.lower.startswith("ilk"):
            return None
        if (word.shape == "lower" or word.first) and (value := rank_at(layout, j)) is not None:
            return value  # `dördüncü ortak toplantı`
    return None


def counted_behind(layout: Layout, i: int, form: EventForm) -> int | None:
    """The word behind an event that counts it: `toplantılarının ilki`, `günlerinin 4'üncüsü`."""
    words = layout.words
    if (one := series_behind(layout, i)) is not None:
        return one
    detached = i + 1 < len(words) and words[i + 1].lower in ("nın", "nin", "nun", "nün")
    if not (form.plural or form.case == "gen" or detached or words[i].suffix.endswith("n")):
        return None
    for j in range(i + 1, min(len(words), i + 6)):
        word = words[j]
        if word.sentence != words[i].sentence or "," in word.gap:
            return None
        if _COUNTED.fullmatch(word.lower + (word.suffix if word.shape == "digit" else "")):
            return j
    return None


def rank_of(layout: Layout, j: int) -> int | None:
    """The rank that the counting word at `j` says: `yedincisi` -> 7."""
    word = layout.words[j]
    return ordinal_of(layout.text[word.start : word.stop])
