"""Days inside names: `19 Mayıs Üniversitesi` is no date, `8 Mart Dünya Kadınlar Günü` is one each
year, `15 Temmuz darbe girişimi` was one day of one year."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from tutanak.errors import ResourceError
from tutanak.extraction.date_tables import LETTER, alternatives, stems
from tutanak.resources import table

_WORDS: Final = re.compile(rf"[ ](?P<word>{LETTER}+)(?:'{LETTER}+)?(?P<mark>,|\.(?= ))?")
_NAME_WORDS: Final = 4
_DAY_WORDS: Final = 9
_EVENT_WINDOW: Final = 48


@dataclass(frozen=True, slots=True)
class Named:
    """What a day belongs to, by the words behind it. `year` only for a single event."""

    kind: Literal["place", "commemoration", "event"]
    cue: str
    year: int | None = None


@cache
def _stem(key: str) -> re.Pattern[str]:
    return re.compile(stems("date_names", key, "stems"))


@cache
def _observed() -> frozenset[tuple[int, int]]:
    """Month and day of what is observed each year: `8 Mart hazırlık toplantısı`."""
    rows = table("date_names")["observances"]["days"]
    return frozenset((int(row.split("-")[0]), int(row.split("-")[1])) for row in rows)


@cache
def _events() -> dict[tuple[int, int], tuple[tuple[int, re.Pattern[str]], ...]]:
    found: dict[tuple[int, int], list[tuple[int, re.Pattern[str]]]] = {}
    for i, row in enumerate(table("date_names")["events"]):
        try:
            cue = re.compile(rf"(?<!{LETTER})(?:{alternatives(row['words'])})")
            found.setdefault((row["month"], row["day"]), []).append((row["year"], cue))
        except KeyError as error:
            raise ResourceError(f"tr/date_names.toml: event {i + 1} has no {error}") from None
    return {key: tuple(rows) for key, rows in found.items()}


# Nouns of which a month says which one it is: `Şubat ayı olağan toplantısı`, `Aralık 2025 bülteni`.
_SESSION: Final = re.compile(
    rf"(?:[ ](?!iç|boyunca|son|baş|yap|düzenle){LETTER}+){{0,3}}?"
    r"[ ](?:toplantı|oturum|birleşim|bülten|rapor|gündem|sayı|dergi|ödeme)"
)


def names_a_session(flat: str, stop: int) -> bool:
    """Whether a month that ends at `stop` is part of a name and says nothing of when."""
    return flat[stop - 1 : stop].isalnum() and _SESSION.match(flat, stop) is not None


# `20 Kasım Dünya Çocuk Hakları Günü'nde düzenlenecek panel` is held on that day.
_HELD_ON: Final = re.compile(
    rf"(?:[ ]{LETTER}+){{1,8}}?[ ](?:gün|bayram|yıldönüm)[üıi]'?[ ]?n[dt][ae](?!{LETTER})"
)


def held_on(flat: str, stop: int) -> bool:
    """Whether the name of a commemoration that begins at `stop` is in the locative."""
    return _HELD_ON.match(flat, stop) is not None


def named(
    text: str, flat: str, end: int, *, ending: bool, month: int, day: int, year: int | None
) -> Named | None:
    """What the words behind a day make of it, `end` being where the day (without ending) ends."""
    found: Named | None = None
    position, count = end, 0
    if not ending and year is None and (month, day) in _observed():
        first = _WORDS.match(flat, position)
        if first is not None and _stem("observances").match(first["word"]):
            return Named("commemoration", first["word"])
    while not ending and count < _DAY_WORDS and (word := _WORDS.match(flat, position)) is not None:
        capital = text[word.start("word")].isupper()
        if not capital and word["word"] not in ("ve", "ile", "dünya"):
            break
        # The head of a Turkish name is its last word: `Gençlik ve Spor Bayramı` is no place.
        if year is None and count < _NAME_WORDS and _stem("places").match(word["word"]):
            found = Named("place", word["word"])
        elif count and _stem("commemorations").match(word["word"]):
            found = Named("commemoration", word["word"])
        count += 1
        position = word.end()
        if word["mark"] == ".":
            break
    if found is not None and found.kind == "place":
        return found
    for event_year, cue in _events().get((month, day), ()):
        if year in (None, event_year):
            match = cue.search(flat, end, min(len(flat), end + _EVENT_WINDOW))
            if match is not None and not re.search(r"[.!?\n]", flat[end : match.start()]):
                return Named("event", match.group(), event_year)
    return found
