"""Where an event takes place: halls, districts, cities."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.lexicon import our_heads
from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_lexicon import cues, event_forms, venue_forms
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.extraction.meeting_names import inside
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention, Span
from tutanak.resources.places import is_place
from tutanak.text.fold import capitalise, lower

_LOCATIVE: Final = re.compile(r"n?[dt][ae]")
_KI: Final = re.compile(r"n?[dt][ae]ki(?:ler)?")
_GENITIVE: Final = re.compile(r"n?[ıiuü]n")
_ROW: Final = re.compile(r"([^\W\d_]\w+)(?: [/–-] ([^\W\d_]\w+))?")
_AREAS: Final = frozenset(["ilçe", "il", "kent", "şehir", "mahalle", "köy", "belde", "bölge"])
_AREA_TAIL: Final = re.compile(r"(?<=\w) (?:ilçesi|ili|kenti|şehri|İlçesi|İli|Kenti|Şehri)$")
_FINITE: Final = ("past", "future", "to_come", "present")


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase that says where. `venue`: a hall or building rather than a town; `ki`: `-daki`."""

    span: Span
    venue: bool
    ki: bool
    text: str


def places_in(layout: Layout, sentence: int, days: Sequence[Span]) -> Iterator[Place]:
    """Phrases of a sentence that say where, in order, without the case suffix."""
    bounds = layout.range_of(sentence)
    loud = layout.shouted(sentence)
    for i in bounds:
        word = layout.words[i]
        end, ki = _locative(layout, i)
        if end is None or inside(word.start, days):
            continue
        first = i if loud and is_place(word.text) else _opens(layout, i, bounds.start, days)
        span = Span(layout.words[first].start, end)
        text = layout.text[span.start : span.end]
        if first == i and not word.suffix and word.lower in venue_forms():
            continue  # `salonda`: which one, the text does not say
        if first == i and not word.capital:
            continue
        if text.isupper() and not loud and not is_place(word.text):
            continue  # a title in capitals
        if loud or text.isupper():
            text = " ".join(capitalise(part) for part in text.split())
        yield Place(span, _is_venue(word, text), ki, _AREA_TAIL.sub("", text, count=_two(text)))


def _two(text: str) -> int:
    """1 where the phrase is a name and `ilçesi`: then the name alone is the place."""
    return 1 if len(text.split()) == 2 else 0


def _is_venue(word: Word, text: str) -> bool:
    last = text.split()[-1]
    if is_place(last):
        return False
    return not any(lower(last).startswith(area) for area in _AREAS) or "salon" in lower(last)


def _locative(layout: Layout, i: int) -> tuple[int | None, bool]:
    """Where the stem of a locative word ends (None: no place), and whether it ends in `-ki`."""
    word = layout.words[i]
    plain = word.lower.removesuffix("ki")
    if plain in cues("never") or word.shape == "digit" or word.lower in cues("times"):
        return None, False
    if lower(word.text) in cues("no_place") or layout.spoken(word.start):
        return None, False
    if word.suffix:
        ki = _KI.fullmatch(word.suffix) is not None
        if (ki or _LOCATIVE.fullmatch(word.suffix)) and word.capital and len(word.text) > 1:
            return word.end, ki
        return None, False
    case = venue_forms().get(word.lower)
    if case in ("loc", "ki"):
        stem = re.sub(r"n?[dt][ae](?:ki)?$", "", word.lower)
        return word.start + len(stem), case == "ki"
    after = layout.words[i + 1] if i + 1 < len(layout.words) else None
    if after is not None and word.capital and after.lower in ("nda", "nde") and case == "nom":
        return word.end, False  # `Sanat Merkezi nde`: the apostrophe got lost
    return None, False


def _opens(layout: Layout, i: int, low: int, days: Sequence[Span]) -> int:
    """The first word of the place phrase that ends at word `i`."""
    words = layout.words
    town = bool(words[i].suffix) and is_place(words[i].text)
    first = j = i
    while j - 1 >= low:
        word, gap = words[j - 1], words[j].gap
        if gap.strip(" .") or "\n" in gap or inside(word.start, days):
            break
        if word.suffix:
            if not _leads(word):
                break
            first = j - 1
        elif not _joins(layout, j - 1, first == j, town=town):
            break
        elif word.capital or word.shape == "digit" or word.lower in cues("hall_words"):
            first = j - 1
        j -= 1
    if words[first].first and lower(words[first].text) in ("bugün", "dün", "bu", "yarın"):
        first = min(first + 1, i)
    return first


def _leads(word: Word) -> bool:
    """Whether an inflected word can open a place: `Antakya'daki`, `Hatay'ın`, `Ankara'da`."""
    if (
        not word.capital
        or lower(word.text) in cues("no_place")
        or lower(word.text) in cues("never")
    ):
        return False
    if _LOCATIVE.fullmatch(word.suffix) or _KI.fullmatch(word.suffix):
        return True
    return _GENITIVE.fullmatch(word.suffix) is not None and is_place(word.text)


def _joins(layout: Layout, j: int, adjacent: bool, *, town: bool) -> bool:
    """Whether the bare word at `j` belongs to the name of the place behind it.

    `adjacent`: it stands right before what is found so far; `town`: the place ends in a town.
    """
    word = layout.words[j]
    if word.lower in cues("never") or _is_event(word):
        return False
    if town:
        return word.capital and is_place(word.text)  # `Ankara Altındağ'da`
    if word.lower in cues("times"):  # `4 Eylül Kültür Merkezi`, `100. Yıl Tesisleri`
        return adjacent and word.capital and j > 0 and layout.words[j - 1].shape == "digit"
    if word.capital or word.shape == "digit":
        ours = our_heads().get(word.lower)
        inflected = len(word.text) > 6 and word.lower.endswith(_INFLECTED)
        return not inflected and (ours is None or ours.case == "nom")
    if word.lower == "ve":
        return layout.words[j - 1].capital and not layout.words[j - 1].suffix
    return word.lower in cues("hall_words") and adjacent


_INFLECTED: Final = ("nin", "nın", "nun", "nün", "nde", "nda")


def _is_event(word: Word) -> bool:
    rows = event_forms().get(word.lower, ())
    if word.first and rows:
        return True
    return any(r.marked and r.group != "gatherings" and not r.before for r in rows)


def place_of(
    layout: Layout,
    mentions: Sequence[EventMention],
    days: Sequence[Span],
    institutions: Sequence[InstitutionMention],
) -> str | None:
    """Where the event of `mentions` takes place, as far as the text says."""
    ranked: list[tuple[float, str]] = []
    for order, mention in enumerate(mentions):
        if mention.noun == "ziyaret" and (visited := _visited(layout, mention, institutions)):
            ranked.append((9.0, visited))
        found = list(places_in(layout, mention.sentence, days))
        for number, place in enumerate(found):
            fit = _fit(layout, mention, place, found[number + 1 :])
            if fit:
                loud = layout.rank[mention.sentence] < 0
                fit += (2 if place.venue else 0) - (3 if loud else 0)
                ranked.append((fit - order / 100, place.text))
    if not ranked:
        return None
    return max(ranked, key=lambda row: row[0])[1]


def _visited(
    layout: Layout, mention: EventMention, institutions: Sequence[InstitutionMention]
) -> str | None:
    """The body before `ziyaret` in the dative or accusative: `Barosu'na ziyaret`."""
    start, _ = layout.spans[mention.sentence]
    for body in institutions:
        if start <= body.span.start and body.span.end <= mention.span.start:
            gap = layout.text[body.span.end : mention.span.start].strip(" '’‘`´")
            if re.fullmatch(
                r"(?:[yn]?[ae]|[yn]?[ıiuü])?(?: ?(?:bir|nezaket|çalışma|makamında))*", gap
            ):
                return body.name
    return None


_LABEL: Final = re.compile(
    r"^[ \t•*-]*(?:toplantı |etkinlik )?yer[i]?[ \t]*:[ \t]*([^\n;]{3,90})", re.M
)


def labelled_place(layout: Layout, within: tuple[int, int] | None = None) -> str | None:
    """`Yer : ...` on a line of its own, in minutes and announcements.

    `within`: the stretch of the text that is looked at, in characters.
    """
    label = _LABEL.search(lower(layout.text), *(within or ()))
    if label is None:
        return None
    value = layout.text[label.start(1) : label.end(1)].strip(" .,")
    return value or None


def in_same_room(layout: Layout, mentions: Sequence[EventMention]) -> bool:
    """Whether the event was where the one before it was: `aynı salonda`, `burada`."""
    texts = (layout.folded(m.sentence) for m in mentions)
    return any(re.search(r"\baynı (?:salon|yer|mek[aâ]n|bina)|\bburada\b", text) for text in texts)


def place_within(layout: Layout, span: Span, days: Sequence[Span]) -> str | None:
    """The place that a stretch of text names: the longest, or a bare name in a table's row."""
    found: list[Place] = []
    for sentence in range(layout.sentence_of(span.start), layout.sentence_of(span.end - 1) + 1):
        found.extend(places_in(layout, sentence, days))
    within = [p for p in found if span.start <= p.span.start < span.end]
    if within:
        return max(within, key=lambda p: (p.venue, len(p.text))).text
    rows = [
        match
        for match in _ROW.finditer(layout.text, span.start, span.end)
        if match[1][0].isupper() and is_place(match[1]) and lower(match[1]) not in cues("times")
    ]
    for match in rows:
        if match[2] is not None:
            return match.group()  # `Sorgun / Araplı`
    for cell in re.split(r"[,;:(\t\n]|\s{2,}", layout.text[span.start : span.end]):
        cell = cell.strip(" .•*-–()")
        last = lower(cell.split()[-1]) if cell else ""
        if cell.count(" ") and cell[0].isupper() and venue_forms().get(last) == "nom":
            return cell
    return rows[0].group() if rows else None


def _fit(layout: Layout, mention: EventMention, place: Place, later: Sequence[Place]) -> float:
    """How well a place belongs to a mention: before its verb 7, `-daki` before it 6, else less."""
    head = mention.span.start
    if place.ki:
        return 6 if 0 <= head - place.span.end <= 30 else 1
    verb = mention.verb
    if verb is not None and mention.telling in ("held", "told", "reported"):
        position = layout.words[verb.index].start
        if place.span.end <= position:
            last = not any(p.span.end <= position and not p.ki for p in later)
            return (7 if last else 5) - (4 if mention.telling == "reported" else 0)
        if mention.form.case in ("nom", "gen") and place.span.start > head:
            behind = [v for v in layout.verbs[mention.sentence] if v.tense in _FINITE]
            if any(layout.words[v.index].start >= place.span.end for v in behind):
                return 7  # `düzenlenen panel, Kent Salonu'nda yapıldı`
    if mention.telling == "named":
        return 3
    return 1 if place.span.start < head else 0
