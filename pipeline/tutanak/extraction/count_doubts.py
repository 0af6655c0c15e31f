"""Why those of whom a predicate says that they took part are no participants after all."""

import re
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.count_cues import (
    Cue,
    cues_of,
    fold,
    is_reported,
    other_events,
    pattern,
)
from tutanak.extraction.count_nouns import noun_forms
from tutanak.extraction.count_phrases import Phrase
from tutanak.resources import word_list

NO_CUE: Final = "nothing says that they took part"
BACKGROUND: Final = "background: no single meeting is meant"
EVENT: Final = "they took part in something that is no meeting"
REPRESENTED: Final = "people represented, not present"
TARGET: Final = "a target or a capacity"
MEMBERS: Final = "members of a standing body"
# What is an event by itself: nothing else need be named.
_VISITS: Final = (
    "ağırla",
    "misafir",
    "konuk",
    "kabul",
    "ziyaret",
    "bilgilendir",
    "eğitil",
    "eğitti",
    "anlat",
    "hayırlı",
    "taziye",
    "geçmiş olsun",
    "bilgiler aktar",
)
_LEAD: Final = 250
_MULTITUDE: Final = 200_000
_MASS: Final = 1_000
_PROJECT: Final = re.compile(r"(?<!\w)(?:proje|yatırım|hibe|destek paket)\w*")
_CHOSEN: Final = re.compile(r"(?<!\w)(?:seçilen|belirlenen|başvuran) *$")
_HURT: Final = re.compile(r"(?<!\w)(?:yaral|hastane|tedavi|kaza(?!n))\w*")
# `üç okuldan gelen çocukların çizdiği resimler`: their work came.
_THEIR_WORK: Final = re.compile(
    r"(?: \w+){0,2} \w+l[ae]r[ıi]n (?:(?!katıl|iştirak|buluş|yer al|hazır)\w+ )?"
    r"(?!katıl|buluş|bulun|yer)\w+(?:d[ıiuü]ğ|t[ıiuü]ğ)[ıiuü](?!\w)"
)
_SURVEY: Final = re.compile(
    r"(?<!\w)(?:araştırma|anket|mülakat|odak grup|derinlemesine|rapor(?:un|da|u))\w*"
)
_BESIDES: Final = re.compile(r"\w* (?:yanı ?sıra|yanında)(?!\w)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, `[start, end)` in the text, and as the patterns read it."""

    start: int
    end: int
    folded: str


def doubt(text: str, phrase: Phrase, sentence: Sentence, before: str, cue: Cue) -> str | None:
    """Why those of whom `cue` says that they took part are none of the meeting's participants."""
    head = phrase.head
    if cue.shape in ("object", "subject") and _elsewhere(sentence.folded[cue.end :]):
        return EVENT
    said = before[-80:] + sentence.folded[phrase.span.end - sentence.start : cue.start]
    if to_other_event(said):
        return EVENT
    founding = cue.text.startswith(("oluş", "bir araya getirecek"))
    if founding and other_events("bodies").search(sentence.folded, cue.end, cue.end + 45):
        return MEMBERS
    if head is None or _not_theirs(phrase, sentence, cue):
        return NO_CUE
    if cue.text.startswith("görüş") and _SURVEY.search(before + " " + sentence.folded):
        return EVENT
    if cue.text.startswith("yer al") and pattern("lists").search(said):
        return NO_CUE
    planned = cue.kind == "dative" and re.search(r"[ae]c[ae](?:k|ğ)", cue.text) is not None
    if (planned and not _announced(text, phrase, sentence, before)) or (
        cue.shape == "noun" and _aimed(sentence, cue)
    ):
        return TARGET
    visited = phrase.case == "acc" and cue.text.startswith("ziyaret")
    place = head.noun in word_list("count_nouns", "places")
    if visited and (place or _HURT.search(sentence.folded) is not None):
        return NO_CUE
    if cue.kind != "any" and (phrase.low or 0) >= _MULTITUDE:
        return BACKGROUND
    meeting_said = pattern("meetings").search(sentence.folded[: cue.start])
    vague = head.strength == "people" or cue.kind not in ("any", "with") or not meeting_said
    if vague and is_reported(cue, sentence.folded):
        return BACKGROUND
    if cue.text.startswith("temsil") and head.unit == "person" and phrase.case == "acc":
        return REPRESENTED
    if cue.kind != "any" and head.unit == "institution" and (phrase.low or 0) <= 2:
        return NO_CUE  # `iki ülke ilişkilerini değerlendirdi`
    if cue.kind != "any" and phrase.low == 1:
        return NO_CUE
    came = cue.kind == "any" or (head.strength == "participant" and cue.kind in ("subject", "with"))
    if cue.kind == "ablative":  # `81 ilden gelen temsilciler buluştu`
        came = any(c.kind == "any" and c.start > cue.end for c in cues_of(sentence.folded))
    met = phrase.case == "ins" and cue.text.startswith("görüş")
    weak = (phrase.group or not came) and not met and not cue.text.startswith(_VISITS)
    return NO_CUE if weak and not near_meeting(text, sentence) else None


def _announced(text: str, phrase: Phrase, sentence: Sentence, before: str) -> bool:
    """Whether what is planned is an event of its own, and not the aim of a project.

    `Açılacak kursta 24 kadına eğitim verilecek`, but `projeyle 600 kadına eğitim verilecek`.
    """
    if (phrase.low or 0) >= _MASS or _PROJECT.search(before) is not None:
        return False
    lead = fold(text[: min(_LEAD, sentence.start)])
    chosen = head_of_event(phrase) or _CHOSEN.search(before) is not None
    return (
        chosen
        or pattern("meetings").search(before) is not None
        or (pattern("meetings").search(lead) is not None and _PROJECT.search(lead) is None)
    )


def head_of_event(phrase: Phrase) -> bool:
    """Whether the noun itself says that there is an event: `kursiyer`, `katılımcı`."""
    return phrase.head is not None and phrase.head.strength == "participant"


def _not_theirs(phrase: Phrase, sentence: Sentence, cue: Cue) -> bool:
    """Whether the predicate is said of others than those counted.

    `35 kişinin yakınları geldi`: of relatives. `20 ülkeden 85 film katıldı`: of films.
    """
    person = phrase.head is not None and phrase.head.unit == "person"
    after = sentence.folded[phrase.span.end - sentence.start :]
    if phrase.case == "gen" and _BESIDES.match(after):
        return False
    if phrase.case == "gen" and person:
        return cue.shape in ("finite", "subject") or cue.text.startswith("bekleni")
    if phrase.case == "gen":  # `72 köyün sorunlarını aktardı`: of a thing of theirs
        between = after[: max(cue.start - (phrase.span.end - sentence.start), 0)]
        theirs = any(word in noun_forms() for word in re.findall(r"\w{3,}", between))
        other = cue.kind != "any" and cue.shape == "finite" and not theirs
        return other or cue.text.startswith("bekleni")
    if phrase.case == "abl" and cue.text.startswith("gelen"):  # not `33 ilden gelen bilgiler`
        if _THEIR_WORK.match(sentence.folded, cue.end):
            return True
        return not any(
            reading.unit == "person" or cue.text != "gelen"
            for word in re.findall(r"\w{3,}", sentence.folded[cue.end : cue.end + 60])[:4]
            for reading in noun_forms().get(word, ())
        )
    if phrase.case != "abl" or cue.text.startswith(("katılım", "gelerek", "oluşan")):
        return False
    between = after[: cue.start - (phrase.span.end - sentence.start)]
    return person or not any(word in noun_forms() for word in re.findall(r"\w{3,}", between))


def _elsewhere(after: str) -> bool:
    """Whether what follows a participle is no meeting: `4 bin kişinin katıldığı anket`."""
    rest = after.lstrip(" ',’")
    if other_events("near").match(rest):
        return True
    other, meeting = other_events("far").search(rest[:70]), pattern("meetings").search(rest[:70])
    return other is not None and (meeting is None or other.start() < meeting.start())


def to_other_event(said: str) -> bool:
    """Whether the words name what one goes to, and it is no meeting: `ankete`, `turnuvaya`."""
    events = other_events("near", "far").finditer(said)
    return any(match["ending"].endswith(("a", "e")) for match in events)


def _aimed(sentence: Sentence, cue: Cue) -> bool:
    """Whether the next words make a target of what the cue says: `verilmesi hedefleniyor`."""
    return any(
        other.refusal == TARGET and 0 < other.start - cue.end <= 2
        for other in cues_of(sentence.folded)
    )


def near_meeting(text: str, sentence: Sentence) -> bool:
    """Whether a meeting is named in the sentence or right beside it."""
    around = text[:_LEAD] + " | " + text[max(0, sentence.start - 250) : sentence.end + 120]
    return pattern("meetings").search(fold(around)) is not None
