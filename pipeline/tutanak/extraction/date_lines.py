"""Datelines: the days that say when a text was written, not what happened then.

Four shapes: a label (`Yayın tarihi: …`), a line of its own at the top or bottom, a place and day
before the first sentence (`Ankara, 8 Mart 2021 – …`), a sentence of nothing else.
"""

import re
from functools import cache
from typing import Final

from tutanak.extraction.date_tables import LETTER, stems
from tutanak.extraction.date_text import DatedText

_WORD: Final = re.compile(rf"{LETTER}+")
_INLINE: Final = re.compile(
    rf"[ ]*(?:,[ ]*(?P<place>{LETTER}+(?:[ ]{LETTER}+)?)[ ]*)?"
    r"(?:\([^)\n]{2,12}\)[ ]*)?[-:][ ]+(?=\S)"
)
_PLACES: Final = re.compile(
    rf"[ (]*(?:{LETTER}+(?:[ ]{LETTER}+){{0,2}}"
    r"(?:[ ]?\([^)\n]{2,8}\))?(?:[,/ -]+|[ ]ve[ ])){0,3}"
)
_MARKS: Final = (":", "|", "-")
_BARE_LABEL: Final = "tarih"
_DAY_LABEL: Final = re.compile(r"(?m)^[ ]*[0-3]?[0-9][ .][^\n:]{2,24}:[ ]")
_BULLET: Final = re.compile(r"[ ]*[*•·\u25cf\u25aa]")
_SILENT: Final = ("ve", "am", "pm")
_TOP_LINES, _BOTTOM_LINES = 8, 4
_LONGEST: Final = 110
_FEW: Final = 5
_NEIGHBOURS: Final = 160


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<!{LETTER})(?:{stems('date_roles', 'dateline', 'labels')}){LETTER}*")


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!{LETTER})(?P<label>{stems('date_roles', 'dateline', 'bylines')})"
        rf"{LETTER}*(?:[ ]?(?:tarih[^\W\d_]*|saati|zamanı)){{0,2}}(?:[ ]?/[ ]?saat)?"
        r"[ ]{0,24}(?:[:|-]|(?=\d))[ ]*$"
    )


@cache
def _invitation() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|\n)[ *•-]*(?:{stems('date_roles', 'dateline', 'invitation')})"
        rf"{LETTER}*(?:[ ]{LETTER}+)?[ ]{{0,24}}:"
    )


@cache
def _gathering() -> re.Pattern[str]:
    return re.compile(rf"(?<!{LETTER})(?:{stems('date_roles', 'gatherings', 'stems')})")


def dateline(seen: DatedText, start: int, stop: int) -> tuple[str, ...] | None:
    """The words by which `[start, stop)` dates the text, or None where it is no dateline."""
    flat, text = seen.flat, seen.text
    line = seen.line_of(start)
    before = flat[line.start : start]
    invitation = invited(seen, start)
    label = _byline().search(before[-60:]) if before.rstrip()[-1:] in _MARKS else None
    if label is not None and (label["label"] != _BARE_LABEL or not invitation):
        return (label.group().strip(" :|-"),)
    if invitation or is_row(seen, start):
        return None
    only = line.from_top == line.from_bottom == 0
    near_edge = line.from_top < _TOP_LINES or line.from_bottom < _BOTTOM_LINES
    if near_edge and not only and _BULLET.match(before) is None:
        words = line_words(seen, start, stop)
        if words is not None and not _programme(flat, line.end):
            return ("line of its own", *words[:2])
    lead = before.strip(" (")
    if (lead or line.from_top < _BOTTOM_LINES) and len(before) < 50 and _PLACES.fullmatch(before):
        capital = all(
            text[line.start + m.start()].isupper()
            for m in _WORD.finditer(before)
            if m.group() != "ve"
        )
        inline = _INLINE.match(flat, stop) if capital else None
        if inline is not None and not lead and len(_DAY_LABEL.findall(flat)) > 1:
            inline = None  # a bulletin: `14 Mayıs 2024 : ...`, `15 Mayıs 2024 : ...`
        if inline is not None and (
            inline["place"] is None or text[inline.start("place")].isupper()
        ):
            return ("place and day before the text",)
    sentence = seen.sentence_of(start)
    alone = not flat[sentence[0] : start].strip(" .") and not flat[stop : sentence[1]].strip(" .")
    if alone and before.strip() and not only:
        return ("sentence of its own",)
    return None


def is_row(seen: DatedText, start: int) -> bool:
    """Whether a line is one of several with a day and an hour: `Kars: 18 Eylül, 13.30 – Salon`."""
    line = seen.line_of(start)
    row = _ROW if _ROW.search(seen.flat, start, line.end) is not None else _DATED_ROW
    if row is _DATED_ROW and row.match(seen.flat, line.start) is None:
        return False
    above = seen.flat[max(0, line.start - _NEIGHBOURS) : max(0, line.start - 1)]
    below = seen.flat[line.end : line.end + _NEIGHBOURS].lstrip()
    beside = (above.rpartition("\n")[2], below.partition("\n")[0])
    return any(row.search(other) is not None for other in beside)


_ROW: Final = re.compile(
    rf"(?<![0-9])[0-3]?[0-9][ ]{LETTER}{{3,9}}[^\n]{{0,24}}?(?<![0-9])[0-2]?[0-9][.:][0-5][0-9]"
)


# `21.01.2026 Çarşamba – Merkez`, one below the other
_DATED_ROW: Final = re.compile(
    rf"(?m)^[ *•-]*[0-3]?[0-9][./][01]?[0-9][./][0-9]{{4}}(?:[ ]{LETTER}+)?[ ]?[-–:|][ ]"
)


def invited(seen: DatedText, start: int) -> bool:
    """Whether `start` stands among the lines of an invitation: `Yer: …`, `Saat: …`."""
    line = seen.line_of(start)
    near = max(0, line.start - _NEIGHBOURS), min(len(seen.flat), line.end + _NEIGHBOURS)
    return _invitation().search(seen.flat, *near) is not None


def line_words(seen: DatedText, start: int, stop: int) -> list[str] | None:
    """The words beside `[start, stop)` on its line that are no labels, if it is a line of its own.

    None where there are many, or one is in lower case, or one names an event.
    """
    flat, line, words = seen.flat, seen.line_of(start), []
    if line.end - line.start > _LONGEST:
        return None
    for first, last in ((line.start, start), (stop, line.end)):
        if _gathering().search(_label().sub(" ", flat[first:last])):
            return None
        for match in _WORD.finditer(flat, first, last):
            if _label().fullmatch(match.group()) or match.group() in _SILENT:
                continue
            if len(match.group()) == 1:  # a button: `Paylaş: f t g+`
                continue
            if not seen.text[match.start()].isupper():
                return None
            words.append(match.group())
    return words if len(words) <= _FEW else None


_TIMES_BELOW: Final = re.compile(r"\s*[0-2]?[0-9][.:][0-5][0-9]")


def _programme(flat: str, end: int) -> bool:
    """Whether clock times follow: then the line opens a day of a programme."""
    return _TIMES_BELOW.match(flat, end, min(len(flat), end + 40)) is not None
