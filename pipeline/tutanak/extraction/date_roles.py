"""What a day is in its text: the day of a meeting, or anything else (datelines: `date_lines`).

The first predicate behind a date governs it: `12 Mart'ta kurulan derneğin toplantısı` is about a
founding, `12 Mart'ta yapılan toplantı` about a meeting. Where no predicate follows (headings,
brackets, lists, programmes), the nouns of the line and the lines around decide.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from tutanak.extraction.date_lines import invited, is_row, line_words
from tutanak.extraction.date_tables import LETTER, alternatives, month_numbers, stems
from tutanak.extraction.date_tense import MOVED_TO
from tutanak.extraction.date_text import DatedText
from tutanak.records import DateRole

_REACH: Final = 400
_SUBJECT_REACH: Final = 30  # characters before a date in which its subject stands, if near
_HEADING: Final = 160  # characters above a line of its own that are its heading
_WHEN: Final = re.compile(
    r"[ *•-]*(?:(?:etkinlik |toplantı )?tarih[^\W\d_]*|zaman|gün|ne zaman)?"
    r"(?:[ ]?(?:/|ve)[ ]?saat)?[ ]*:?[ ]*"
)
_AROUND: Final = 500  # characters around a list or programme in which its meeting is named


_PARAGRAPH: Final = 300  # characters below a line of its own that tell of its day
_BULLETS: Final = " *•·-–|\u25cf\u25aa"
_NUMBERED: Final = re.compile(r"[ ]*(?:[0-9]{1,2}[ ]?[.)-]|[*•·–\u25cf\u25aa-])[ ]?")
_LABEL: Final = re.compile(rf"{LETTER}[ ]?:[ ]*$|\($")  # `• Sinop: `, `2) Dijital Haklar (`


class Role(NamedTuple):
    """A role and the words that it was given for."""

    role: DateRole
    cues: tuple[str, ...]


@cache
def _predicates() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!{LETTER})(?:(?P<elsewhere>{stems('date_roles', 'elsewhere', 'verbs')})"
        rf"|(?P<strong>{stems('date_roles', 'held', 'strong')})"
        rf"|(?P<weak>{stems('date_roles', 'held', 'weak')})){LETTER}*"
        rf"|(?P<there>[dt][ae]yd[ıi](?:k|l[ae]r)?)(?!{LETTER})"  # `Mardin'deydik`
    )


@cache
def _gatherings() -> re.Pattern[str]:
    return re.compile(rf"(?<!{LETTER})(?:{stems('date_roles', 'gatherings', 'stems')}){LETTER}*")


@cache
def _no_meetings() -> re.Pattern[str]:
    return re.compile(rf"(?<!{LETTER})(?:{stems('date_roles', 'elsewhere', 'nouns')})")


# Right behind a date: a paper of that date, a birth, a term that runs from or until it.
_TAIL: Final = re.compile(
    r"[ ]*(?:'[ ]?[^\W\d_]+[ ])?"
    r"(?:tarih ve|tarihli(?![ ](?:[^\W\d_]+[ ])?(?:toplantı|oturum|çalıştay|görüşme|ziyaret))"
    r"|gün ve|doğumlu|sayılı"
    r"|(?:[^\W\d_]+[ ])?deprem[^\W\d_]*|(?:seçimler|saldırı|referandum|sel felaket|darbe)[^\W\d_]*"
    r"|(?:tarihinden |gününden |(?<=[dt][ae]n ))"
    r"(?:beri|bu yana|itibaren|önce(?!ki)|sonra(?!ki))(?!\w)"
    r"|(?:tarihine |gününe |akşamına )?(?:kadar|dek|değin)(?!\w)|(?:tarihi |günü )?itibar[ıi]"
    r"|bu yana|beri(?!\w)|itibaren|öncesi|sonrası|(?:günü )?mesai bitimi)"
)
# `2 Mayıs'taki genel kurulda`, `2 Mayıs tarihindeki olağan toplantıda`.
_HELD_THEN: Final = re.compile(
    r"(?:(?<=ki)|[ ](?:tarihinde|gününde|tarihlerinde|günlerinde)ki|'?[dt][ae]ki)[ ]"
    r"(?P<word>(?:[^\W\d_]+[ ])?)"
)
_DEADLINE: Final = re.compile(
    r"(?:son başvuru|son tarih|son gün|doğum|kuruluş|kabul|yürürlük)(?: tarihi| günü| yılı)?"
    r"[ ]?[:(-]?[ ]*$"
)
_EARLIER_YEAR: Final = re.compile(
    r"(?<!\w)(?:geçen|geçtiğimiz|önceki|bir önceki)[ ](?:yıl|sene)(?!\w)"
)
_MOVED: Final = re.compile(r"(?<!\w)(?:ertelen(?:en)?|ertelediği|iptal|ileri bir tarihe)")
# `9 Kasım'da yapılamayan toplantı`: not that day
_NOT_THEN: Final = re.compile(
    r"'?\w{0,3}(?:[ ](?:günü|tarihinde))?(?:[ ]\w+){0,3}[ ]"
    r"(?:yapıl|düzenlen|gerçekleştiril|toplan|tamamlan)[ae]?(?:may|mey)[ae]n"
)
# `9 Nisan'a kadar sürecek sempozyum`: its last day
_LASTS_UNTIL: Final = re.compile(
    r"'?\w{0,3}[ ](?:tarihine |gününe )?(?:kadar|dek|değin)[ ](?:\w+[ ]){0,3}"
    r"(?:sür(?:ecek|müş|dü|en|mesi)|devam (?:ed|ett))\w*(?P<noun>[ ]\w+)?"
)
_ANOTHER_DAY: Final = re.compile(
    rf"[0-9]{{1,2}}[ ]?(?:{alternatives([*month_numbers()])})(?:[ ][0-9]{{4}})?(?![0-9])"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}"
)
_DATIVE: Final = re.compile(r"'?[ay]?[ae](?!\w)|(?= )")
_PARTICIPLE: Final = re.compile(
    rf"{LETTER}+(?:an|en|ac?ak|ecek|dığı|diği|duğu|düğü|tığı|tiği|tuğu|tüğü|mas[ıi]|mes[ıi]|acağı|eceği)$"
)
_ACCOUNT: Final = re.compile(r"(?:[dt][ıiuü]ğ[ıiuü]m?[ıiuü]?z?|[dt][ıiuü]kl[ae]r[ıi])n[ıiuü]$")
_CLAUSE_END: Final = re.compile(r"[ ]*(?:[.!?;,\n\")]|$)")
# The place where somebody speaks of the day, not the event held on it: `toplantıda`, `konferansta`.
_SETTING: Final = re.compile(r"(?:[dt][ae]|[dt][ae]n|[dt][ae]ki)$")
_FINITE_END: Final = re.compile(
    r"(?:[dt][ıiuü](?:k|l[ae]r)?|[dt][ıiuü]r|cak|cek|yor|yoruz|yorlar|d[ıi]lar)[.!?]?[\"') ]*$"
)
_CLOCK: Final = re.compile(r"(?<![0-9.])[0-2]?[0-9][.:][0-5][0-9](?![0-9.])")
_OPEN_BRACKET: Final = re.compile(r"[(\[][^)\]]*$")


def body_role(seen: DatedText, start: int, stop: int, *, run: bool) -> Role:
    """The role of `[start, stop)` by what is said of it. `run`: it is more than one day."""
    flat = seen.flat
    sentence = seen.sentence_of(start)
    begin, end = max(sentence[0], start - _REACH), min(sentence[1], stop + _REACH)
    if (failed := _NOT_THEN.match(flat, stop)) is not None:
        return Role("other", (failed.group().split()[-1],))
    lasting = _LASTS_UNTIL.match(flat, stop)
    if lasting is not None and (
        _gatherings().match(flat, lasting.start("noun") + 1) or _subject(flat, begin, start)
    ):
        return Role("meeting", (lasting.group().strip(),))
    tail = _TAIL.match(flat, stop)
    if tail is not None and not (run and "kadar" in tail.group()):
        return Role("other", (tail.group().strip(),))
    lead = _DEADLINE.search(flat, max(begin, start - 40), start)
    if lead is not None:
        return Role("other", (lead.group().strip(),))
    if _EARLIER_YEAR.search(flat, begin, start):
        return Role("other", ("geçen yıl",))
    if (moved := _MOVED.search(flat, stop, end)) is not None:
        told = moved.group() == "ertelenen"
        new = MOVED_TO.match(flat, stop) is None and _ANOTHER_DAY.search(flat, stop, end)
        return Role("other" if new or told else "meeting", (moved.group(),))
    own = _DATIVE.match(flat, stop)
    if MOVED_TO.match(flat, own.end() if own is not None else stop):
        noun = _gatherings().search(flat, begin, start)
        if noun is not None:
            return Role("meeting", (noun.group(),))
    for later in _ANOTHER_DAY.finditer(flat, stop, end):
        to = _DATIVE.match(flat, later.end())
        if to is not None and MOVED_TO.match(flat, to.end()):
            return Role("other", (later.group(),))  # `20 Mart'taki kongrenin 9 Ekim'e alınması`
    if (at := _HELD_THEN.match(flat, stop)) is not None:
        noun = _gatherings().match(flat, at.end()) or _gatherings().match(flat, at.start("word"))
        if noun is not None:
            return Role("meeting", (noun.group(),))
    by_predicate = _by_predicate(seen, start, stop, begin, end)
    if by_predicate is not None:
        return by_predicate
    noun = _subject(flat, begin, start) or _gatherings().search(flat, stop, end)
    open_bracket = _OPEN_BRACKET.search(flat[begin:start]) is not None
    finite = _FINITE_END.search(flat[stop:end]) is not None
    if noun is not None and (open_bracket or not finite or noun.start() > stop):
        return Role("meeting", (noun.group(),))
    return (
        _in_list(seen, start, stop)
        or _under_heading(seen, start, stop)
        or _over_paragraph(seen, start, stop)
        or Role("other", ())
    )


def _by_predicate(seen: DatedText, start: int, stop: int, begin: int, end: int) -> Role | None:
    flat = seen.flat
    for predicate in _predicates().finditer(flat, stop, end):
        word = predicate.group()
        if predicate.lastgroup == "elsewhere":
            return Role("other", (word,))
        participle = (
            _PARTICIPLE.match(word) is not None
            and _CLAUSE_END.match(flat, predicate.end(), end) is None
        )
        ahead = min(end, predicate.end() + 60) if participle else predicate.end()
        stretches = (max(stop, predicate.start() - 50), predicate.start()), (predicate.end(), ahead)
        no_meeting = next(_uncapitalised(seen, _no_meetings(), stretches), None)
        noun = next((m for s in stretches for m in _gatherings().finditer(flat, *s)), None)
        if no_meeting is not None and noun is None:
            return Role("other", (no_meeting.group(), word))
        if noun is None and not (participle and predicate.lastgroup == "weak"):
            noun = _subject(flat, begin, start) or _gatherings().search(
                flat, stop, predicate.start()
            )
        before = max(begin, start - _SUBJECT_REACH)
        before = noun.end() if noun is not None and before < noun.end() < start else before
        subject = _no_meetings().search(flat, before, start)
        if subject is not None and (noun is None or noun.end() < start):
            return Role("other", (subject.group(), word))
        if noun is None and _ACCOUNT.search(word):  # `cuma günü görüştüklerini anlattı`
            return Role("other", (word,))
        if predicate.lastgroup == "strong" or noun is not None:
            return Role("meeting", (word,) if noun is None else (noun.group(), word))
    return None


def _uncapitalised(
    seen: DatedText, nouns: re.Pattern[str], stretches: tuple[tuple[int, int], ...]
) -> Iterator[re.Match[str]]:
    """The nouns that are no part of a name: not that of a `Uygulama ve Araştırma Merkezi`."""
    return (
        match
        for stretch in stretches
        for match in nouns.finditer(seen.flat, *stretch)
        if seen.text[match.start()].islower()
    )


def _subject(flat: str, begin: int, start: int) -> re.Match[str] | None:
    """A gathering named before the date that is not just where somebody speaks."""
    found = None
    for match in _gatherings().finditer(flat, begin, start):
        if not _SETTING.search(match.group()):
            found = match
    return found


def _under_heading(seen: DatedText, start: int, stop: int) -> Role | None:
    """The role of a day on a line of its own, below what it is the day of, or in an invitation."""
    line = seen.line_of(start)
    if invited(seen, start) and _WHEN.fullmatch(seen.flat, line.start, start):
        return Role("meeting", ("invitation",))
    if line_words(seen, start, stop) is None:
        return None
    noun = _gatherings().search(seen.flat, max(0, line.start - _HEADING), line.start)
    return Role("meeting", (noun.group(),)) if noun is not None else None


def _over_paragraph(seen: DatedText, start: int, stop: int) -> Role | None:
    """The role of a day on a line of its own, above what happened on it: in a bulletin."""
    flat, line = seen.flat, seen.line_of(start)
    if flat[line.start : start].strip(_BULLETS) or flat[stop : line.end].strip(_BULLETS + ":"):
        return None
    following = seen.line_of(line.end + len(flat[line.end :]) - len(flat[line.end :].lstrip()))
    if following.start <= line.start:
        return None
    end = min(following.end, following.start + _PARAGRAPH)
    return _by_predicate(seen, following.start, following.start, following.start, end)


_PLACE_LABEL: Final = re.compile(r"\W{0,4}[^\W\d_][\w ]{1,30}\s?[:–-]\s?")


def _in_list(seen: DatedText, start: int, stop: int) -> Role | None:
    """The role of a day that opens a line of a list, table or programme of a meeting."""
    flat = seen.flat
    line = seen.line_of(start)
    lead, after = flat[line.start : start], flat[stop : line.end]
    numbered = _NUMBERED.match(lead) is not None
    placed = is_row(seen, start) and _PLACE_LABEL.fullmatch(lead) is not None
    bare = lead.strip(_BULLETS) in ("", "tarih:") or placed
    if not bare and not (numbered and _LABEL.search(lead)):
        return None
    following = flat[line.end : line.end + 40].lstrip()
    timed = (
        is_row(seen, start)
        or _CLOCK.search(after) is not None
        or _CLOCK.match(following) is not None
    )
    bulleted = line.start < start and len(after.split()) > 2
    closing = lead.endswith("(") and after.strip(" .") == ")"
    if not (timed or bulleted or closing):
        return None
    noun = _gatherings().search(
        flat, max(0, line.start - _AROUND), min(len(flat), line.end + _AROUND)
    )
    return Role("meeting", (noun.group(),)) if noun is not None else None
