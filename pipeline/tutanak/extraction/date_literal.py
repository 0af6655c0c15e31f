"""Whether `bugün`, `dün`, `yarın` or `hafta sonu` mean a day, or the age, or a kind of day.

`Bugün Ankara'da toplandı` places something on a day; `bugün dünyada milyonlarca insan göç ediyor`,
`dünden bugüne`, `bugün gelinen noktada`, `yarınlarımız` do not.
"""

import re
from functools import cache
from typing import Final

from tutanak.extraction.date_tables import LETTER, stems
from tutanak.extraction.date_tense import tense_after

_CLAUSE: Final = 260
_NEAR: Final = 60
_PAIRED: Final = re.compile(
    r"(?<!\w)(?:dün(?:den|ü|ün|de)?|geçmiş\w*)[ ,]{1,2}(?:(?:de|da|olduğu gibi|ile|ve)[ ])*bugün"
    r"|(?<!\w)bugün(?:ü|den|e|ün)?[ ,]{1,2}(?:(?:de|da|olduğu gibi|ile|ve)[ ])*(?:yarın|gelecek)"
    r"|dün[ ]olduğu[ ]gibi"
)
_ENDED: Final = re.compile(r"'?(?P<letters>[^\W\d_]*)")
_WE_DO: Final = re.compile(
    r"(?:[ıiuü]yoruz|m[ae]kt[ae]y[ıi]z|[ıiuü]yorum|[dt]ay[ıi]z|[dt]eyiz)(?!\w)"
)
_WE_HOLD: Final = re.compile(
    r"(?<!\w)(?:toplan|topla|bir aray|bulun|buluş|gerçekleştir|düzenl|yap[ıa]|aç[ıa]|başl|imzal"
    r"|kutl|an[ıa]y|tanıt|ağırl|yaş[ıa])"
)
_THEY_MEET: Final = re.compile(
    r"(?<!\w)(?:imzal(?:ı|anı)yor|toplanıyor|bir araya geliyor|başlıyor)(?:lar)?(?!\w)"
)
_EVENT: Final = re.compile(
    r"[ ](?:[^\W\d_]+[ ]){0,2}(?:toplant|çalıştay|program|tören|panel|oturum|görüşme|buluşma"
    r"|etkinli|ziyaret|konferans|seminer)"
)


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!{LETTER})(?:{stems('relative_days', 'words', key)})")


def days_and_ages(
    flat: str, start: int, end: int, sentence: tuple[int, int], base: str, *, adjective: bool
) -> bool:
    """Whether `flat[start:end]`, the word `base` or its adjective `-ki`, means the day."""
    limit = min(sentence[1], end + _CLAUSE)
    if adjective:
        return _EVENT.match(flat, end) is not None
    if base in ("öbür gün",) or base.startswith(("önceki", "evvel", "dünden", "yarından")):
        back = flat[max(0, start - 5) : start]
        return not flat.startswith(("lerde", "ler"), end) and not back.endswith(("bir ", "daha "))
    letters = _ended(flat, end)
    if letters:
        after = flat[end : end + len(letters) + 12].lstrip("'")[len(letters) :]
        until = base == "yarın" and letters == "a" and after.startswith((" kadar", " dek"))
        return until or (letters in ("den", "ten", "dan") and after.startswith(" itibaren"))
    if _PAIRED.search(flat, max(0, start - 24), min(len(flat), end + 40)):
        return _held_on_both(flat, start, end, limit)
    if base.startswith(("bu ", "dün ", "yarın ")):
        return True
    if base == "bugün" and _words("states").search(flat, end, min(limit, end + _NEAR)):
        return False
    closing = flat.find(")", end, limit)
    if closing >= 0 and "(" not in flat[end:closing]:
        limit = closing
    tense = tense_after(flat, end, limit, places=base != "bugün")
    if base == "dün":
        return tense in ("past", None)
    if base == "yarın":
        return tense in ("future", "present") or (tense is None and limit - end > 8)
    near = flat[end : min(limit, end + 30)]
    if re.match(r"[ ,]*[0-9]", near) or flat[max(0, start - 6) : start].endswith(
        (" iken ", " ise ")
    ):
        return False
    too = re.match(r"[ ](?:de|da)[ ,]", near) is not None and tense not in ("past", "future")
    if too or _words("ages").match(near.lstrip(" ,")):
        return False
    if _words("here").match(near.lstrip(" ,")):
        return True
    clause = flat[end:limit]
    if tense in ("past", "future"):
        return True
    if _THEY_MEET.search(clause):
        return True
    return _WE_DO.search(clause) is not None and _WE_HOLD.search(clause) is not None


_BOTH: Final = re.compile(
    r"(?<!\w)(?:bugün[ ](?:ve|ile)[ ]yarın|dün[ ](?:ve|ile)[ ]bugün)(?![\w'])"
)
_EVENTS: Final = re.compile(
    r"(?<!\w)(?:oturum|toplant|panel|çalıştay|sunum|seçim|görüşme|ziyaret|atölye|program|etkinlik"
    r"|düzenlen|yapıl|gerçekleş|sür|devam ed|katıl)"
)


def _held_on_both(flat: str, start: int, end: int, limit: int) -> bool:
    """`bugün ve yarın on altı oturum yapılacak`: two days of an event, not the ages."""
    pair = _BOTH.search(flat, max(0, start - 12), min(len(flat), end + 14))
    if pair is None or not pair.start() <= start < pair.end():
        return False
    tense = tense_after(flat, pair.end(), limit)
    return tense is not None and _EVENTS.search(flat, pair.end(), limit) is not None


def _ended(flat: str, end: int) -> str:
    match = _ENDED.match(flat, end)
    return match["letters"] if match is not None else ""


def weekend_is_a_day(flat: str, end: int) -> bool:
    """Whether a bare `hafta sonu` that ends at `end` is one weekend: not `hafta sonu tatili`."""
    after = flat[end : end + 24]
    return not after[:1].isalpha() and _words("weekend_kinds").match(after.lstrip(" ,")) is None
