"""When a page was published, and where that was found.

What the publisher shows to readers beside the headline goes first, then what the page states for
machines, then a dateline, the address, and last the guess of htmldate without the © lines.
A year of copyright is never a day of publication.
"""

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from tutanak.ingest.content import DayFinder, FoundDay
from tutanak.ingest.web_lines import COPYRIGHT, Line, words_of
from tutanak.ingest.web_machine import (
    Found,
    from_address,
    from_linked_data,
    from_meta,
    from_time,
)
from tutanak.optional import extra
from tutanak.records import Notice
from tutanak.text.fold import lower, plain

_FIRST: Final = date(1990, 1, 1)
_CLOCK: Final = re.compile(r"\d{1,2}[.:]\d\d(?:[.:]\d\d)?")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST: Final = 140
_MOST_WORDS: Final = 3
# How many lines around the headline may hold the day of publication.
_BEFORE, _AFTER, _END = 4, 8, 4
_LABEL_REACH: Final = 40
_MENTIONED: Final = 12  # lines of the article in which a dateline may stand


@dataclass(frozen=True, slots=True)
class Published:
    """A day of publication, where it was found, and what contradicts it."""

    day: date | None = None
    where: str | None = None
    notices: tuple[Notice, ...] = ()


def published(
    tree: Any,
    lines: Sequence[Line],
    *,
    text: str,
    title: str | None,
    url: str | None,
    find_days: DayFinder,
) -> Published:
    """The day of publication of a page.

    Args:
        tree: The page (lxml).
        lines: Its visible lines.
        text: The text of the article.
        title: Its headline.
        url: Its address.
        find_days: Finds Turkish dates.
    """
    found: list[Found] = []
    for day, where in _candidates(tree, lines, text, title, url, find_days):
        if day >= _FIRST:
            found.append((day, where))
    if not found:
        guess = _guess(tree, url)
        # A day that the page names in Turkish, and not as its own, is that of something else.
        named = {day.start for line in lines if _may_name(line) for day in find_days(line.text)}
        if guess is None or guess in named:
            return Published()
        return Published(guess, "htmldate")
    day, where = found[0]
    other = next(
        ((d, w) for d, w in found[1:] if abs(d - day) > timedelta(days=1) and _strong(w)), None
    )
    if other is None or not _strong(where):
        return Published(day, where)
    message = f"{where} says {day}, {other[1]} says {other[0]}; the first is taken"
    return Published(day, where, (Notice("published_contradicts", message),))


def _strong(where: str) -> bool:
    return where.startswith(("JSON-LD datePublished", "meta ", "time ", "the label"))


def _candidates(
    tree: Any,
    lines: Sequence[Line],
    text: str,
    title: str | None,
    url: str | None,
    find_days: DayFinder,
) -> Iterator[Found]:
    near = _near_title(lines, title)
    shown = [(line, find_days(line.text)) for line in near]
    yield from _labelled(shown)
    yield from from_linked_data(tree)
    yield from from_meta(tree, strong=True)
    yield from from_time(tree)
    yield from _alone(shown, dated=True)
    yield from _alone(shown, dated=False)
    yield from _plain_time(tree)
    top = "\n".join(text.split("\n")[:_MENTIONED])
    for one in find_days(top):
        before = lower(top[: one.span.start].rpartition("\n")[2])
        changed = _labels("other").search(before) or COPYRIGHT.search(before)
        if one.role == "publication" and one.granularity == "day" and not changed:
            yield one.start, f"the dateline {top[slice(*one.span)]!r}"
    for address in (_canonical(tree), url):
        yield from from_address(address)
    everywhere = [(line, find_days(line.text)) for line in lines if _may_date(line)]
    yield from _labelled(everywhere)
    yield from from_meta(tree, strong=False)
    body = [(line, days) for line, days in everywhere if not line.furniture]
    yield from _only_one([*_alone(body, dated=True)])
    yield from _only_one([*_alone(body, dated=False)])


def _only_one(found: list[Found]) -> list[Found]:
    """Days far from the headline count only where they agree: several are those of a list."""
    return found[:1] if len({day for day, _ in found}) == 1 else []


def _may_date(line: Line) -> bool:
    short = len(line.text) <= _LONGEST
    return short and _may_name(line) and COPYRIGHT.search(line.text) is None


def _may_name(line: Line) -> bool:
    return any(sign.isdigit() for sign in line.text)


def _near_title(lines: Sequence[Line], title: str | None) -> list[Line]:
    """The lines after the headline, those before it, and the last ones of the article."""
    key = plain(title or "")
    at = [
        number
        for number, line in enumerate(lines)
        if not line.furniture and (line.heading == 1 or (key and plain(line.text) == key))
    ]
    if not at:
        at = [number for number, line in enumerate(lines) if line.heading and not line.furniture]
    if not at:
        body = [line for line in lines if not line.furniture]
        return [line for line in (*body[:_AFTER], *body[-_END:]) if _may_date(line)]
    start = at[-1] if len(at) < 3 else at[0]
    after = lines[start + 1 :]
    ahead = [line for line in after[:_AFTER] if not line.furniture]
    behind = [
        line for line in reversed(lines[max(0, start - _BEFORE) : start]) if not line.furniture
    ]
    rest = [line for line in after[_AFTER:] if not line.furniture]
    last = [line for line in rest if _may_date(line)][-_END:] if _ends_article(rest) else []
    return [line for line in (*ahead, *behind, *last) if _may_date(line)]


def _ends_article(rest: Sequence[Line]) -> bool:
    """Whether what follows is text and not a list of other news."""
    return sum(line.heading > 0 for line in rest) <= 1


@cache
def _labels(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, words_of(key, 'labels')))})")


@cache
def _beside() -> frozenset[str]:
    return frozenset(words_of("beside", "words"))


def _labelled(shown: Sequence[tuple[Line, Sequence[FoundDay]]]) -> Iterator[Found]:
    """Days right behind a label of publication: on its line, or on the next."""
    label = ""
    for line, days in shown:
        flat, behind = lower(line.text), 0
        for day in days:
            start, end = day.span
            before = f"{label} {flat[behind:start]}" if behind == 0 else flat[behind:start]
            said = _last_label(before[-_LABEL_REACH:])
            behind = end
            if said and day.granularity == "day":
                yield day.start, f"the label {said!r}"
        label = flat if not days and len(flat) <= _LABEL_REACH else ""


def _last_label(before: str) -> str | None:
    """The last label before a day, if it is one of publication.

    A bare `tarih:` goes with the word before it: `etkinlik tarihi:` is no publication.
    """
    ours = [*_labels("published").finditer(before)]
    others = [*_labels("other").finditer(before)]
    if not ours or (others and (others[-1].start() > ours[-1].start() or _is_bare(ours[-1]))):
        return None
    return before[ours[-1].start() :].strip(" :|-")


def _is_bare(label: re.Match[str]) -> bool:
    return label.group() in ("tarih:", "tarihi:", "date:")


def _alone(shown: Sequence[tuple[Line, Sequence[FoundDay]]], *, dated: bool) -> Iterator[Found]:
    """Days on lines that hold nothing else; `dated`: in an element that is called so."""
    for line, days in shown:
        if line.dated != dated or not days:
            continue
        rest, behind = "", 0
        flat = lower(line.text)
        for day in days:
            rest += " " + flat[behind : day.span.start]
            behind = day.span.end
        rest = _CLOCK.sub(" ", rest + " " + flat[behind:])
        if _labels("other").search(flat[: days[0].span.start]):
            continue
        words = [word for word in _WORD.findall(rest) if word not in _beside()]
        if len(words) <= _MOST_WORDS and days[0].granularity == "day":
            yield days[0].start, f"the line {line.text[:60]!r}"


def _plain_time(tree: Any) -> Iterator[Found]:
    """The one day of all `time` elements, where they agree."""
    from tutanak.ingest.web_machine import machine_day

    days = {machine_day(one.get("datetime", "")) for one in tree.iter("time")} - {None}
    if len(days) == 1:
        yield next(day for day in days if day is not None), "time datetime"


def _canonical(tree: Any) -> str | None:
    for element in tree.iter("link", "meta"):
        if element.get("rel") == "canonical":
            return str(element.get("href", ""))
        if element.get("property") == "og:url":
            return str(element.get("content", ""))
    return None


def _guess(tree: Any, url: str | None) -> date | None:
    """What htmldate makes of the page without the lines of copyright, footers and scripts."""
    with extra("archives"):
        from htmldate import find_date

    cleaned = copy.deepcopy(tree)
    for element in list(cleaned.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        own = f"{element.text or ''} {' '.join(child.tail or '' for child in element)}"
        if element.tag in ("footer", "script", "style") or COPYRIGHT.search(own):
            element.drop_tree()
    for element in cleaned.iter("meta"):
        if COPYRIGHT.search(" ".join(element.attrib.values())):
            element.attrib.clear()
    # No clock: the latest day is a fixed one, so that the same page gives the same day for ever.
    found = find_date(
        cleaned, original_date=True, url=url, min_date="1995-01-01", max_date="2100-01-01"
    )
    guess = date.fromisoformat(found) if found else None
    # 1 January is what htmldate makes of a bare year.
    return None if guess is None or (guess.month, guess.day) == (1, 1) else guess
