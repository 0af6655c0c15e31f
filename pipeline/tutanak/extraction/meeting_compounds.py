"""Event nouns that only serve another noun: `toplantı salonu`, `Kongre ve Kültür Merkezi`."""

import re
from typing import Final

from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_lexicon import (
    EventForm,
    compound_tails,
    event_forms,
    venue_forms,
)

# Media and offices that end in an event noun: `video konferans`, `halk eğitimi`.
_NO_EVENTS: Final = frozenset(
    {("video", "konferans"), ("tele", "konferans"), ("halk", "eğitim"), ("milli", "eğitim")}
)
_POSSESSED: Final = re.compile(r".{3,}(?:s?[ıiuü]n(?:[ıiuü]n|[ae]|[dt][ae]n?)|l[ae]r[ıi]\w*)")


_DONE: Final = ("istişare", "görüşme")


def _is_done(layout: Layout, i: int) -> bool:
    """`istişarede bulunuldu`: what people did there, and no event."""
    return i + 1 < len(layout.words) and layout.words[i + 1].lower.startswith("bulun")


def is_modifier(layout: Layout, i: int, form: EventForm) -> bool:
    """Whether the event noun only serves the noun behind it: `toplantı salonu`."""
    word = layout.words[i]
    if i and (layout.words[i - 1].lower, form.noun) in _NO_EVENTS:
        return True
    if form.case == "loc" and form.noun in _DONE and _is_done(layout, i):
        return True
    if i + 1 >= len(layout.words) or word.suffix or form.case != "nom":
        return False
    if series_behind(layout, i) is not None:
        return False
    after = layout.words[i + 1]
    if _has_board(layout, i):
        return True
    if after.gap not in (" ", "-", "/"):
        return False
    if _names_hall(layout, i):
        return True
    loose = form.group in ("gatherings", "generic")
    titles = word.shape == after.shape == "title"
    verb = any(v.index == i + 1 for v in layout.verbs[word.sentence])
    if loose and titles and not form.marked and not verb:
        return True  # `Norveç Eğitim Birliği`
    behind = event_forms().get(after.lower, ())
    if any(not f.before and (f.marked or f.ours) for f in behind):
        return True
    if behind and form.group == "gatherings" and not any(f.before for f in behind):
        return True
    if form.group == "gatherings" and not form.marked and _POSSESSED.fullmatch(after.lower):
        return after.shape == "lower" and not verb  # `Gezi direnişinin`, `eğitim çalışmaları`
    if form.marked and form.group != "gatherings":
        return False
    if after.lower.startswith(("salonu", "odası", "merkezi")):
        return True
    return not form.marked and compound_tails().fullmatch(after.lower) is not None


_SERIES: Final = re.compile(r"(?:dizisi|serisi)n[ıi]n")
_ONE_OF: Final = re.compile(r"(?:ilki|birincisi|sonuncusu|\w*nc[ıiuü]s[ıiuü])")


def series_behind(layout: Layout, i: int) -> int | None:
    """The word that counts one of a series: `söyleşi dizisinin | altıncısı`, or None."""
    words = layout.words[i + 1 : i + 3]
    if len(words) < 2 or not _SERIES.fullmatch(words[0].lower):
        return None
    return i + 2 if _ONE_OF.fullmatch(words[1].lower) else None


def _has_board(layout: Layout, i: int) -> bool:
    """`“X Sempozyumu” düzenleme kurulu üyeleri`: the people behind an event."""
    words = [w.lower for w in layout.words[i + 1 : i + 3]]
    quoted = layout.words[i + 1].gap.strip() in ("”", '"', "»", "'", "’", "")
    return quoted and len(words) == 2 and words[0] in _BOARDS and words[1].startswith("kurul")


_BOARDS: Final = ("düzenleme", "organizasyon", "yürütme", "bilim", "danışma", "hazırlık")


def _names_hall(layout: Layout, i: int) -> bool:
    """`Kongre ve Kültür Merkezi`, `Fuar ve Kongre Alanı`: halls named for what is held in them."""
    words = layout.words[i + 1 : i + 5]
    if len(words) < 3 or words[0].lower != "ve" or layout.words[i].shape != words[1].shape:
        return False
    return words[1].capital and any(w.capital and w.lower in venue_forms() for w in words[1:])
