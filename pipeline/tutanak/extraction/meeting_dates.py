"""Which event each date of a text belongs to: by the clause, then by the sentence."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.extraction.meeting_verbs import Verb
from tutanak.records import DateMention, Span
from tutanak.text.fold import lower

_HOLDS: Final = ("hold", "start", "end", "meet", "postpone", "sign", "be", "receive")
_BEHIND: Final = 15


class Dated(NamedTuple):
    """A date (its index) and the event mention (its index; None: no event near it) it belongs to.

    `edge`: the date is only the first or last day (`başladı`, `sona erecek`); `labelled`: it fills
    a line such as `Tarih / Saat :`.
    """

    date: int
    mention: int | None
    sentence: int
    edge: str | None
    labelled: bool = False


def attach(
    layout: Layout, dates: Sequence[DateMention], mentions: Sequence[EventMention]
) -> tuple[Dated, ...]:
    """An attachment for each date whose role is `meeting`, in order."""
    by_sentence: dict[int, list[int]] = {}
    for k, mention in enumerate(mentions):
        by_sentence.setdefault(mention.sentence, []).append(k)
    found = []
    for number, date in enumerate(dates):
        labelled = _on_label(layout, date.span.start)
        other = _OTHER.match(lower(layout.text[date.span.end : date.span.end + 30]))
        if other or layout.spoken(date.span.start) or (date.role == "publication" and not labelled):
            continue
        sentence = layout.sentence_of(date.span.start)
        here = by_sentence.get(sentence, [])
        if date.granularity == "month" and _names_session(layout, mentions, here, date.span):
            continue
        target, verb = _target(layout, mentions, here, date.span)
        if target is None and date.role == "meeting":
            target = _below(layout, mentions, by_sentence, dates, date)
        tied = None if target is None or mentions[target].verb != verb else mentions[target]
        if (
            date.role == "other"
            and (last := _lasts_until(layout, mentions, here, date)) is not None
        ):
            found.append(Dated(number, last, sentence, "end"))
            continue
        if date.role == "other" and not labelled and not _is_own(layout, tied, date):
            continue
        if date.role == "other" and _of_a_thing(layout, sentence, date.span.end):
            continue
        behind = lower(layout.text[date.span.end : layout.spans[sentence].end])
        if _OF_WEEK.match(behind):
            continue  # `17-23 Eylül tarihleri arasında kutlanacak Ahilik Haftası`
        loose = target is not None and not _is_tied(mentions[target], verb)
        if loose and _TO_BE.search(behind):
            continue  # `2. etabın 5 Mayıs'ta olacağını söyledi`
        whole = _ended_by(layout, mentions, here, target, date.span)
        if whole is not None and date.start == date.end:
            found.append(Dated(number, whole, sentence, "end", labelled))
            continue
        edge = _edge_of(verb, behind) if date.start == date.end else None
        if edge is None and target is not None and date.start == date.end:
            edge = _edge_behind(layout, mentions[target], date.span, verb)
        found.append(Dated(number, target, sentence, edge, labelled))
    return tuple(d for n, d in enumerate(found) if not _is_parted(layout, dates, d, found[n + 1 :]))


def _lasts_until(
    layout: Layout, mentions: Sequence[EventMention], here: Sequence[int], day: DateMention
) -> int | None:
    """The event right before a day until which it goes on: `Fuar 6 Ekim'e kadar gezilebilecek`."""
    if not _UNTIL.match(lower(layout.text[day.span.end : day.span.end + 90])):
        return None
    for k in here:
        gap = layout.text[mentions[k].span.end : day.span.start]
        if mentions[k].form.case == "nom" and gap.strip(" ,'’\"”") in ("", "ise", "da", "de"):
            return k
    return None


_OF_WEEK: Final = re.compile(
    r"(?:\s\w+){0,3}\s(?:kutlanan|kutlanacak|anılan|kutladığımız|olan)\s[^,;\n]{0,40}?"
    r"(?:haftas|hafta |gün[ül]|ayı)"
)
_THING: Final = re.compile(r"['’]?\w*\s(?:günü\s|tarihinde\s)?(\w+[ae]c[ae]k)\s\w")


def _of_a_thing(layout: Layout, sentence: int, end: int) -> bool:
    """`18 Ekim günü yayımlanacak bildirgeyle kapanacak`: the day of what is published."""
    found = _THING.match(lower(layout.text[end : end + 60]))
    if found is None:
        return False
    return not any(layout.words[v.index].lower == found[1] for v in layout.verbs[sentence])


def _is_parted(
    layout: Layout, dates: Sequence[DateMention], dated: Dated, later: Sequence[Dated]
) -> bool:
    """`30 Ağustos resepsiyonuna katıldıklarını, 12 Eylül'de yapılan toplantı`: a verb in between.

    The day belongs to what is told first, not to the event that has a day of its own.
    """
    if dated.mention is None or dated.edge or dated.labelled:
        return False
    other = next((d for d in later if d.mention == dated.mention), None)
    if other is None or other.sentence != dated.sentence or other.edge:
        return False
    between = layout.text[dates[dated.date].span.end : dates[other.date].span.start]
    return _TOLD_FIRST.search(lower(between)) is not None


_TOLD_FIRST: Final = re.compile(
    r"\w(?:[dt][ıiuü](?:ğ[ıiuü]|kler[ıi]|klar[ıi])n[ıiuü]),"
    r"|\b(?:ardından|sonrasında|nedeniyle|üzerine)\b"
)


def _below(
    layout: Layout,
    mentions: Sequence[EventMention],
    by_sentence: Mapping[int, Sequence[int]],
    dates: Sequence[DateMention],
    day: DateMention,
) -> int | None:
    """The event held in the sentence below a line that holds nothing but `day`."""
    sentence = layout.sentence_of(day.span.start)
    start, end = layout.spans[sentence]
    rest = layout.text[start : day.span.start] + layout.text[day.span.end : end]
    if any(letter.isalnum() for letter in rest) or sentence + 1 == len(layout.spans):
        return None
    below = layout.spans[sentence + 1]
    if any(below.start <= d.span.start < below.end for d in dates):
        return None
    here = [k for k in by_sentence.get(sentence + 1, ()) if mentions[k].telling in ("held", "told")]
    return here[0] if here else None


def _is_own(layout: Layout, mention: EventMention | None, date: DateMention) -> bool:
    """Whether a day that was taken for another one is the event's.

    It says when, and the next verb is the one that tells of the event.
    """
    if mention is None or mention.telling not in ("held", "told") or date.granularity != "day":
        return False
    verbs = [v for v in layout.verbs[mention.sentence] if _starts(layout, v) >= date.span.end]
    adverb = date.text[:1].isalpha() or _ADVERB.match(layout.text, date.span.end) is not None
    return adverb and bool(verbs) and verbs[0] == mention.verb


def _starts(layout: Layout, verb: Verb) -> int:
    return layout.words[verb.index].start


# Behind a day that says when, and names no commemoration: `günü`, `tarihinde`, `'te`.
_ADVERB: Final = re.compile(r"\s(?:gün|tarih(?:ler)?)(?:ü|inde|lerinde)\b|\s?['’‘`´]\s?[dt][ae]\b")


_TO_BE: Final = re.compile(r"\w[ae]c[ae]ğ[ıi]n[ıi]?\b")
# What else a day names: `6 Şubat depremleri`, `5 Mart tarihli karar`.
_OTHER: Final = re.compile(r"\s+(?:\w+\s+)?(?:deprem|sel fel|tarihli|darbe|katliam)")
_LASTS: Final = r"(?:sür|devam|açık|gezil|görül|izlen|ziyaret|her gün)"
_UNTIL: Final = re.compile(
    rf"['’‘`´]?\w{{0,3}}\s+(?:\w+\s+){{0,2}}(?:kadar|dek|değin)\s+(?:\w+\s+){{0,4}}{_LASTS}"
)
_FROM: Final = re.compile(
    r"(?:['’‘`´]?[dt][ae]n|\s+(?:\w+\s+)?(?:günü|tarihi)nden)\s+[^.;]{4,40}\s(?:kadar|dek|değin)\b"
)


def _edge_of(verb: Verb | None, behind: str) -> str | None:
    """Which end of the event a single day is: `5 Mart'tan`, `8 Mart'a kadar sürecek`, `başladı`."""
    if _UNTIL.match(behind):
        return "end"
    if _FROM.match(behind):
        return "start"
    return verb.kind if verb is not None and verb.kind in ("start", "end") else None


def _edge_behind(layout: Layout, mention: EventMention, day: Span, verb: Verb | None) -> str | None:
    """`Fuar, 12 Mayıs günü düzenlenen törenle kapandı`: the last verb tells that it ends."""
    verbs = layout.verbs[mention.sentence]
    if verb is None or verb.tense != "participle" or mention.span.start > day.start or not verbs:
        return None
    last = verbs[-1]
    ends = last.kind == "end" and last.tense in _FINITE and last.index > verb.index
    return (
        "end"
        if ends and layout.words[last.index].lower == layout.closing(mention.sentence)
        else None
    )


def _ended_by(
    layout: Layout,
    mentions: Sequence[EventMention],
    here: Sequence[int],
    target: int | None,
    day: Span,
) -> int | None:
    """The event that a part of it on `day` ends: `Fuar, yarın yapılacak oturumla sona erecek`."""
    if (
        target is None
        or target not in here
        or mentions[target].form.group != "parts"
        or here[0] == target
    ):
        return None
    whole, verbs = mentions[here[0]], layout.verbs[mentions[target].sentence]
    ends = verbs and verbs[-1].kind == "end" and verbs[-1].tense in (*_FINITE, "to_come")
    nominative = whole.form.case == "nom" and whole.span.end <= day.start
    return here[0] if ends and nominative else None


def _is_tied(mention: EventMention, verb: Verb | None) -> bool:
    """Whether the verb behind a date is the one that tells of the event."""
    return mention.to_come or (verb is not None and mention.verb == verb)


_SESSION: Final = re.compile(r"\s*(?:ayı|dönemi)?\s*")
_SESSION_REACH: Final = 4


def _names_session(
    layout: Layout, mentions: Sequence[EventMention], here: Sequence[int], month: Span
) -> bool:
    """Whether a month is the name of a session: `şubat ayı olağan meclis toplantısı`."""
    behind = layout.word_at(month.end)
    for k in here:
        words = layout.words[behind : mentions[k].index + 1]
        if words and len(words) <= _SESSION_REACH and month.end <= words[-1].start:
            tail = layout.text[month.end : words[0].start]
            rest = words[1:] if _SESSION.fullmatch(words[0].lower) else words
            return _SESSION.fullmatch(tail) is not None and not any(w.suffix for w in rest[:-1])
    return False


_LABEL: Final = re.compile(
    r"(?:(?:toplantı|etkinlik|çalıştay|panel|eğitim) tarihi(?: ?(?:ve|/) ?saati)?"
    r"|tarih ?(?:ve|/) ?saat)\s*:\s*"
)


def _on_label(layout: Layout, position: int) -> bool:
    """Whether a date fills a line such as `Tarih / Saat :` of minutes."""
    start = layout.text.rfind("\n", 0, position) + 1
    return _LABEL.fullmatch(lower(layout.text[start:position]).strip(" \t•*-") + " ") is not None


def _target(
    layout: Layout, mentions: Sequence[EventMention], here: Sequence[int], date: Span
) -> tuple[int | None, Verb | None]:
    """The mention that a date belongs to, and the verb between them."""
    before = [k for k in here if mentions[k].span.start < date.start]
    used = {mentions[k].verb for k in here}
    last = None
    for verb in layout.verbs[layout.sentence_of(date.start)]:
        behind = layout.words[verb.index].start >= date.end
        if not behind or not (verb.kind in _HOLDS or (verb.kind == "give" and verb in used)):
            continue
        if last is None or (last.tense not in _FINITE and verb.tense in _FINITE):
            last = verb
        own = [k for k in here if mentions[k].verb == verb and mentions[k].telling in _BY_VERB]
        if verb.tense in ("participle", "to_come"):
            close = [k for k in own if verb.index < mentions[k].index <= verb.index + _BEHIND]
            if close:
                return close[0], verb
        if named := [k for k in own if not mentions[k].verbal]:
            return next((k for k in reversed(named) if k in before), named[0]), verb
        if own:
            return own[0], verb
    if before:
        return before[-1], last
    return (here[0] if here else None), last


_FINITE: Final = ("past", "future", "present")
_BY_VERB: Final = ("held", "told", "reported", "next")
