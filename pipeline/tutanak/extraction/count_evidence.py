"""Evidence of taking part that no single predicate gives: who was heard, for whom, at what.

`42 muhtarın taleplerini dinledi`, `36 personel için düzenlenen eğitim`, `toplantıda 34 muhtar
önerilerini iletti`.
"""

import re
from typing import Final

from tutanak.extraction.count_cues import SPEECH, Cue, cues_of, is_reported, pattern
from tutanak.extraction.count_nouns import Reading, noun_forms
from tutanak.extraction.count_phrases import Phrase
from tutanak.resources import word_list

_REACH: Final = 70
_NEXT: Final = 45
_LIGHT: Final = 8
_FEW: Final = 3
_MANY: Final = 20_000
_PAST: Final = re.compile(
    r"\w*(?:[dt][ıiuü](?:l[ae]r)?|m[ıiuü]ş(?:t[ıiuü]r|l[ae]rd[ıi]r)?|[ae]r[ae]k|y?[ıiuü]p|"
    r"[ae]c[ae]k(?:t[ıi]r|l[ae]r)?)"
)
_PASSIVE: Final = re.compile(
    r"\w+(?:[ıiuü]l|[ıiuüae]n|[dtr][ıiuü]r[ıiuü]l)(?:[dt][ıiuü]|m[ıiuü]ş|[ae]c)\w*"
)
_SUPPORTED: Final = re.compile(r"destek (?:ol|ver)(?:du|di|muş|miş|acak|ecek)\w*")
_CHOSEN: Final = re.compile(
    r"(?:(?<!\w)seç(?:ildi|ilmiş|ilecek|ilen|tiler|ti$)\w*|"
    r"(?:kabul|dahil|davet) edil(?:di|miş|ecek|ebilecek)\w*|kayıt yaptır(?:dı|mış)\w*)$"
)
_ATTENDANCE: Final = re.compile(r"(?<!\w)katılım(?: sayısı|ın)?(?: toplam| yaklaşık)? *$")
_TITLED_LIST: Final = re.compile(
    r"((?:[^\W\d]+ ){0,5}[^\W\d]+) ?: (?:\d+ \w+(?: \w+)?(?:,| ve) (?:ve )?)*$"
)
_COME_FROM: Final = re.compile(r"\w*((?: \w+){1,4})")
_REACHED: Final = re.compile(
    r"(?:ulaş|yararlan|faydalan|ikram).*(?:[dt][ıiuü](?:k|l[ae]r)?|m[ıiuü]ş(?:t[ıiuü]r)?|[ae]c[ae]k)"
)
_PLACED: Final = re.compile(r"(?:[dt][ae]n?|y?l[ae])$")
# `45 kadına girişimcilik eğitimi`: a headline without a verb.
_HEADLINE: Final = re.compile(
    r"\w*(?: \w+){0,4} (eğitimi?|semineri?|kursu?|sertifika(?:sı)?|belge(?:si)?)[.!]?"
)
_LOOSE: Final = ("program", "salon")
_CLAUSE: Final = re.compile(r"[;:*•·]|, (?:ise|ancak|ama|fakat) ")
# `toplantıyla ilgili`, `program kapsamında`: what follows happens somewhere else.
_ELSEWHERE: Final = re.compile(
    r"(?:ilgili|kapsamında|çerçevesinde|sayesinde|öncesinde|öncesi|doğrultusunda|gereğince)(?!\w)"
)


def told_otherwise(phrase: Phrase, folded: str, offset: int, cue: Cue | None) -> str | None:
    """The words that say that those counted took part, where no cue of the tables does.

    Args:
        phrase: The number and what it counts.
        folded: Its sentence, as the patterns read it.
        offset: Where the phrase ends in the sentence.
        cue: The predicate that governs the noun, if there is one.
    """
    words = told_of(phrase, folded, offset)
    if words is not None:
        return words
    return _at_a_meeting(phrase, folded, offset, cue)


def told_of(phrase: Phrase, folded: str, offset: int) -> str | None:
    """The words right behind a noun that say that they were heard, or the event was for them."""
    after = folded[offset : offset + _REACH]
    if phrase.case == "gen" and (heard := re.match(rf"\w* (?:{pattern('heard').pattern})", after)):
        return heard.group().strip()
    person = phrase.head is not None and phrase.head.unit == "person"
    if person and phrase.case == "dat" and (headline := _HEADLINE.fullmatch(folded[offset:])):
        return headline[1]
    if phrase.case in ("nom", "dat"):
        meant = re.match(rf"\w* (?:{pattern('meant_for').pattern})", after)
        if meant is not None and pattern("meetings").search(folded):
            return meant.group().strip()
    return None


def _at_a_meeting(phrase: Phrase, folded: str, offset: int, cue: Cue | None) -> str | None:
    """`toplantıda 34 muhtar önerilerini iletti`: what people did at an event of the same clause."""
    head, low = phrase.head, phrase.low
    if cue is None or head is None or low is None:
        return None
    if (
        not _can_act(phrase, folded[offset : offset + _REACH], cue)
        or not _FEW <= low <= _MANY
        or cue.shape != "finite"
    ):
        return None
    if (
        _PAST.fullmatch(cue.text) is None
        or _in_account(cue, folded, offset)
        or not 0 <= cue.start - offset <= _REACH
    ):
        return None
    begin = offset - (phrase.span.end - phrase.span.start)
    before = folded[max(0, begin - _REACH) : begin]
    verbs = [
        c.end
        for c in cues_of(folded)
        if c.shape == "finite" and begin - _REACH <= c.start and c.end <= begin
    ]
    if verbs:  # what stands before another predicate is of another clause
        before = folded[verbs[-1] : begin]
    before = _CLAUSE.split(before)[-1]
    after = folded[offset : cue.start]
    for said in (before, "" if _CLAUSE.search(after) else after):
        for event in pattern("occasions").finditer(said):
            if _ELSEWHERE.search(said[event.start() :]) is None:
                return event.group()
    return None


def _can_act(phrase: Phrase, after: str, cue: Cue) -> bool:
    """Whether those counted are who the predicate is said of; bodies act by people of theirs."""
    head = phrase.head
    if head is None or head.unit == "person":
        return head is not None and phrase.case == "nom"
    if phrase.case == "gen":  # `27 köyün muhtarı dinlendi`
        return _by_their_people(after)
    if phrase.case == "abl":  # `9 okuldan öğrenciler yürüyüş yaptı`
        said = _COME_FROM.match(after)
        words = said[1].split() if said is not None else []
        return any(r.unit == "person" for word in words for r in noun_forms().get(word, ()))
    place = head.noun in word_list("count_nouns", "places")
    return phrase.case == "nom" and not place and _PASSIVE.fullmatch(cue.text) is None


def _in_account(cue: Cue, folded: str, offset: int) -> bool:
    """Whether the predicate is, or stands in, somebody's account: `atanacağını söyledi`."""
    return (
        cue.kind == SPEECH
        or is_reported(cue, folded)
        or any(
            other.shape == "object"
            for other in cues_of(folded)
            if offset <= other.start < cue.start
        )
    )


def _by_their_people(after: str) -> bool:
    """Whether people of theirs stand behind a genitive: `köyün muhtarı`, `odanın temsilcileri`."""
    word = re.match(r"\w* (\w+)", after)
    return word is not None and any(r.unit == "person" for r in noun_forms().get(word[1], ()))


def among_those_present(before: str) -> str | None:
    """The words that open a list of those present, if one is open: `katılımcılar arasında`."""
    openings = list(pattern("among").finditer(before))
    opened = openings[-1] if openings else None
    if opened is None or any(cue.shape == "finite" for cue in cues_of(before[opened.end() :])):
        return None
    return opened.group()


def reached_at(before: str, folded: str, cue: Cue) -> str | None:
    """The event by which people were reached: `üç eğitimde toplam 116 kişiye ulaştık`."""
    if cue.shape == "object" and cue.text.startswith(("yarar", "fayda")):
        said = folded[cue.end : cue.end + _NEXT]  # `45 kadının faydalandığı dikiş eğitimi`
        event = pattern("occasions").search(said)
        return event.group() if event is not None else None
    if coming := _ATTENDANCE.search(before):
        return coming.group().strip() if cue.text.startswith("ulaş") else None
    if _REACHED.fullmatch(cue.text) is None:
        return None
    said = _CLAUSE.split(before[-_REACH:])[-1]
    for event in pattern("occasions").finditer(said):
        if cue.text.startswith(("yarar", "fayda")) and event.group().startswith(_LOOSE):
            continue  # `programdan 3 bin çiftçi yararlandı`: it gave them something
        if _PLACED.search(event.group()) and _ELSEWHERE.search(said[event.start() :]) is None:
            return event.group()
    return None


def gone_to(before: str, folded: str, cue: Cue) -> str | None:
    """The event for which people were chosen, or which they supported: `kampa 40 genç seçildi`."""
    verb = folded[max(0, cue.start - _LIGHT) : cue.end]
    if _CHOSEN.search(verb) is None and _SUPPORTED.fullmatch(cue.text) is None:
        return None
    said = _CLAUSE.split(before[-_REACH:])[-1]
    for event in pattern("occasions").finditer(said):
        if event.group().endswith(("a", "e")) and not event.group().endswith(("da", "de")):
            return event.group()
    return None


def near_title(before: str, head: Reading) -> bool:
    """Whether a list without a verb counts who was at an event: `Atölye: 18 kadın, 6 genç`."""
    titled = _TITLED_LIST.search(before)
    if titled is None or head.unit != "person":
        return False
    title = titled[1]
    event = pattern("meetings").search(title) or re.search(r"katılımcı", title)
    return event is not None and not any(cue.shape == "finite" for cue in cues_of(title))
