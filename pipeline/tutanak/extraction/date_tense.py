"""Whether what is said of a day lies behind or ahead: the first verb behind it tells.

Turkish puts the verb behind its adverbials, so that the first tensed word (finite or participle)
after a date governs it more often than the last of the sentence. Endings after Göksel and Kerslake,
*Turkish: A Comprehensive Grammar* (2005), 8.2 and 8.5.
"""

import re
from functools import cache
from typing import Final, Literal

from tutanak.extraction.date_tables import LETTER, stems
from tutanak.resources import word_list

Tense = Literal["past", "future", "present"]

_PERSON: Final = r"(?:m|k|n|n[ıiuü]z|l[ae]r)?"
_D: Final = r"(?:(?<=[fstkçşhp])t|(?<![fstkçşhp])d)"
_FUTURE: Final = (
    rf"{LETTER}+(?:[ae]ca[kğ]|ece[kğ])"
    r"(?:t[ıi]r|t[ıi]|l[ae]rd?[ıi]?r?|l[ae]r[ıi](?:n[ıi]n?|n[ae]|nd[ae]n?)|[ıi]z|[ıi]m|[ıi]n?|[ıi]n[ae]|[ıi]n[ıi]|[ıi]nd[ae]n?)?"
)
_PAST: Final = (
    rf"{LETTER}+{_D}[ıiuü]{_PERSON}"
    rf"|{LETTER}{{2,}}m[ıiuü]ş(?:t[ıiuü]r?|l[ae]rd[ıi]r?)?(?:k|l[ae]r)?"
)
_NOMINAL: Final = rf"{LETTER}+{_D}[ıiuü][ğk](?:[ıiuü]|l[ae]r[ıi])?(?:n[ıiuü]|n[dt][ae]n?)?"
_PRESENT: Final = (
    rf"{LETTER}+[ıiuü]yor(?:{_PERSON}|uz|um|l[ae]r)(?:du|muş|dur)?"
    rf"|{LETTER}{{2,}}m[ae]kt[ae](?:d[ıi]r|y[ıi]z|yd[ıi])?(?:l[ae]r)?"
)
_PARTICIPLE: Final = rf"{LETTER}{{2,}}(?:[ıiuü]l|[ıiuü]n|tir|tır|len|lan|la|le|et|ol|ş)(?:y?[ae]n)"
_DEED: Final = rf"{LETTER}{{2,}}m[ae]s[ıi]n[ae]"
# What is decided lies ahead, though the decision lies behind: `başlamasına karar verildi`.
_DECIDED: Final = re.compile(rf"{_DEED}(?!{LETTER})[^.!?]{{0,160}}?(?<!{LETTER})karar")
_WORD: Final = re.compile(
    rf"(?<!{LETTER})(?:(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<present>{_PRESENT})"
    rf"|(?P<nominal>{_NOMINAL})"
    rf"|(?P<done>{_PARTICIPLE})|(?P<deed>{_DEED}))(?!{LETTER})"
)
# A finite verb closes its clause; a word like it that does not is a noun (`standı kuracak`).
_CLOSES: Final = re.compile(
    r"[ ]*(?:[.,;:!?…\"')\]\n(-]|$"
    r"|(?:ve|ancak|ama|fakat|ise|ki|mi|mı|mu|mü|veya|ile|da|de|olup|olan|bulun[^\W\d_]+)(?!\w))"
)
# Participles that go with the day; others may go with a place (`Ankara'da bulunan otelde`).
_HELD: Final = re.compile(
    r"(?:yapıl|düzenlen|gerçekleş|gerçekleştiril|kutlan|başla|tamamlan|imzalan|açıl|yaşan|kurul|toplan)"
)


# A day to which something is moved lies ahead, though it was moved before: `27 Kasım'a ertelendi`.
MOVED_TO: Final = re.compile(
    r"(?:(?<=[ae])|[ ](?:tarihlerine|tarihine|gününe|günlerine)|.{0,12}saat.{0,16})"
    r"[ ](?:[^\W\d_]+[ ]){0,2}(?:ertelen|alın|çekil|bırakıl|kaydırıl|sarkıtıl)"
    r"(?![^\W\d_]*m[ıi]şt[ıi](?!r))"
)
# What was planned and did not come to pass: `yapılması planlanırken`, `planlanan ... ertelendi`.
_WAS_PLANNED: Final = re.compile(
    rf"{LETTER}*(?:m[ıi]şt[ıi]|m[ıi]şken|[ıi]yordu|[ıi]rken|m[ae]ktayd[ıi])(?!{LETTER})"
)
_FELL_THROUGH: Final = re.compile(
    r"(?<!\w)(?:ertelen(?:en|ince|mişti|dikten)|iptal (?:edilen|edilmişti|olan)|yapılamayan)"
)


_CASED: Final = re.compile(rf"'{LETTER}")


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"(?<!{LETTER})(?:{stems('relative_days', 'words', 'future_cues')})")


def tense_after(flat: str, start: int, end: int, *, places: bool = True) -> Tense | None:
    """The tense of the first verb in `flat[start:end]`; None where there is none.

    `places`: participles that may describe a place or thing count as past where nothing else does.
    """
    if MOVED_TO.match(flat, start, end):
        return "future"
    cue = _cues().search(flat, start, end)
    limit = cue.start() if cue is not None else end
    no_verbs = word_list("relative_days", "no_verbs")
    weak: Tense | None = None
    for word in _WORD.finditer(flat, start, limit):
        if word.group() in no_verbs or _CASED.match(flat, word.end()):
            continue  # Mardin'de
        kind = word.lastgroup
        if kind in ("future", "present"):
            return "future" if kind == "future" else "present"
        if kind == "nominal" or (kind == "past" and _CLOSES.match(flat, word.end(), end)):
            return "past"
        if kind == "deed":
            if _DECIDED.match(flat, word.start(), end):
                return "future"
            continue
        if kind == "past":
            weak = weak or "past"
            continue
        if _HELD.match(word.group()):
            return "past"
        if places:
            weak = weak or "past"
    if cue is not None:
        if _WAS_PLANNED.match(flat, cue.start(), end):
            return "past"
        return None if _FELL_THROUGH.search(flat, cue.end(), end) else "future"
    return weak
