"""Where an event takes place, and how people meet there: halls, districts, cities; online or not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_lexicon import cues, venue_forms
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.records import CountMention, Format, PersonMention, Span
from tutanak.resources.places import is_place
from tutanak.text.fold import lower

_JOINING: Final = frozenset({"ve", "ile"})
_LOCATIVE: Final = re.compile(r"n?[dt][ae]")
_KI: Final = re.compile(r"n?[dt][ae]ki")
_SMALL_UNIT: Final = frozenset({"ilçesi", "ili", "kenti", "şehri"})


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase that says where. `venue`: a hall or building rather than a town."""

    span: Span
    venue: bool
    ki: bool
    text: str


def places_in(
    layout: Layout, sentence: int, days: Sequence[Span], people: Sequence[PersonMention]
) -> Iterator[Place]:
    """Locative phrases of a sentence that name places, in order."""
    bounds = layout.range_of(sentence)
    i = bounds.start
    while i < bounds.stop:
        end = _locative_end(layout, i)
        if end is None or _in_any(layout.words[i].start, days):
            i += 1
            continue
        first = _opens(layout, i, bounds.start, days, people)
        word = layout.words[i]
        stem = Span(layout.words[first].start, end)
        text = layout.text[stem.start : stem.end]
        if first == i and not word.capital and not text.endswith(("yol", "salonu")):
            i += 1
            continue
        venue = word.lower in venue_forms() or not is_place(text.split()[-1])
        ki = bool(word.suffix and _KI.fullmatch(word.suffix)) or word.lower.endswith("ki")
        yield Place(stem, venue, ki, text)
        i += 1


def _in_any(position: int, spans: Sequence[Span]) -> bool:
    return any(s.start <= position < s.end for s in spans)


def _locative_end(layout: Layout, i: int) -> int | None:
    """Where the stem of the locative word at `i` ends, None if it is none that names a place."""
    word = layout.words[i]
    if word.lower in cues("never") or word.shape == "digit":
        return None
    if word.suffix:
        if (_LOCATIVE.fullmatch(word.suffix) or _KI.fullmatch(word.suffix)) and word.capital:
            if word.lower in _MONTHS or len(word.text) < 2:
                return None
            return word.end
        return None
    case = venue_forms().get(word.lower)
    if case in ("loc", "ki"):
        stem = re.sub(r"(?:n?[dt][ae](?:ki)?)$", "", word.lower)
        return word.start + len(stem)
    return None


_MONTHS: Final = frozenset(
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık".split()
)


def _opens(
    layout: Layout,
    i: int,
    low: int,
    days: Sequence[Span],
    people: Sequence[PersonMention],
) -> int:
    """The first word of the place phrase that ends at `i`."""
    words = layout.words
    first = j = i
    while j - 1 >= low:
        word, gap = words[j - 1], words[j].gap
        if gap.strip(" .") or _in_any(word.start, days) or "\n" in gap:
            break
        if any(p.span.start <= word.start < p.span.end and p.span.end + 2 > word.end for p in people):
            if words[j].lower not in ("salonu", "salonunda") and not words[i].suffix:
                pass
        if word.suffix:
            locative = _LOCATIVE.fullmatch(word.suffix) or _KI.fullmatch(word.suffix)
            genitive = re.fullmatch(r"n?[ıiuü]n", word.suffix) and is_place(word.text)
            if word.capital and (locative or genitive) and word.lower not in _MONTHS:
                first = j - 1
                j -= 1
                continue
            break
        if word.capital or (word.shape == "digit" and first == j):
            if word.lower in cues("never") or word.lower.endswith(("nin", "nın", "mız", "miz")) and (
                word.lower not in _OUR_PLACES
            ):
                if word.lower not in _OUR_PLACES:
                    break
            first = j - 1
        elif word.lower in _JOINING and j - 2 >= low and words[j - 2].capital and j != i:
            pass
        elif word.lower in ("toplantı", "konferans", "giriş", "çok", "amaçlı", "düğün", "sergi", "seminer") and j == i:
            first = j - 1
        else:
            break
        j -= 1
    if first < i and words[first].first and words[first].lower in ("bugün", "dün", "bu"):
        first += 1
    return first


_OUR_PLACES: Final = frozenset({"odamız", "derneğimiz", "müdürlüğümüz", "kaymakamlığımız", "valiliğimiz"})


def place_of(
    layout: Layout,
    mentions: Sequence[EventMention],
    days: Sequence[Span],
    people: Sequence[PersonMention],
) -> Place | None:
    """Where the event of `mentions` takes place, as far as the text says."""
    ranked: list[tuple[int, int, Place]] = []
    for order, mention in enumerate(mentions):
        found = list(places_in(layout, mention.sentence, days, people))
        for number, place in enumerate(found):
            score = _fit(layout, mention, place, found[number + 1 :])
            if score:
                ranked.append((score + (2 if place.venue else 0), -order, place))
    if not ranked:
        return None
    return max(ranked, key=lambda row: (row[0], row[1]))[2]


def place_within(
    layout: Layout, span: Span, days: Sequence[Span], people: Sequence[PersonMention]
) -> Place | None:
    """The place that a stretch of text names, the longest where it names several."""
    found = []
    for sentence in range(layout.sentence_of(span.start), layout.sentence_of(span.end - 1) + 1):
        found.extend(places_in(layout, sentence, days, people))
    inside = [p for p in found if span.start <= p.span.start < span.end]
    return max(inside, key=lambda p: (p.venue, len(p.text)), default=None)


def _fit(
    layout: Layout, mention: EventMention, place: Place, later: Sequence[Place]
) -> int:
    """How well a place belongs to a mention: same clause 6, `-daki` before it 6, elsewhere 1."""
    if lower(place.text) in _COUNTRIES:
        return 0
    head = mention.span.start
    verb = mention.verb
    if place.ki:
        return 6 if 0 <= head - place.span.end <= 30 else 1
    if verb is not None:
        position = layout.words[verb.index].start
        if mention.telling in ("held", "told", "reported") and place.span.end <= position:
            if mention.telling == "told" or place.span.start >= 0:
                near = not any(p.span.end <= position and not p.ki for p in later)
                return 7 if near else 5
    if mention.telling == "named":
        return 3
    return 1 if place.span.start < head else 0


_COUNTRIES: Final = frozenset({"türkiye", "türkiye’", "cumhuriyet", "avrupa"})


def format_of(
    layout: Layout, sentences: Sequence[int], kind: str, counts: Sequence[CountMention]
) -> Format | None:
    """How people met, from the sentences that tell of the event and from its counts."""
    text = " ".join(lower(layout.text[slice(*layout.spans[s])]) for s in sentences)
    modes = {count.mode for count in counts if count.mode}
    if any(cue in text for cue in cues("hybrid")):
        return "hybrid"
    online = any(cue in text for cue in cues("online")) or kind in ("webinar", "web semineri")
    online = online or "online" in modes
    bodily = any(cue in text for cue in cues("in_person")) or "in_person" in modes
    if online and bodily:
        return "hybrid"
    return "online" if online else "in_person" if bodily else None
