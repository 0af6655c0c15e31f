"""What people do at a meeting: who moderates, who speaks."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import (
    role_heads,
)
from tutanak.extraction.person_bearers import Bearer
from tutanak.extraction.tokens import Word
from tutanak.text.fold import capitalise, lower

_MODERATION: Final = ("moderat", "kolaylaştırıcı")
# `moderatörlüğünü X yaptı`: what the text has people do
_OBJECTS: Final = {
    "moderatörlüğünü": "Moderatör",
    "moderatörlüğü": "Moderatör",
    "kolaylaştırıcılığı": "Kolaylaştırıcı",
    "sunuculuğu": "Sunucu",
    "moderatörlüklerini": "Moderatör",
    "moderasyonunu": "Moderatör",
    "moderasyonu": "Moderatör",
    "kolaylaştırıcılığını": "Kolaylaştırıcı",
    "sunuculuğunu": "Sunucu",
    "raportörlüğünü": "Raportör",
    "eğitmenliğini": "Eğitmen",
}
# `divan üyeliklerini X ve Y yürüttü`: what one is in the chair of a meeting
_SEATS: Final = {
    "başkanlığını": "Başkanı",
    "üyeliğini": "Üyesi",
    "üyeliklerini": "Üyesi",
    "üyelikleri": "Üyesi",
    "sekreterliğini": "Sekreteri",
    "katipliğini": "Katibi",
    "kâtipliğini": "Kâtibi",
}
_CHAIRED: Final = frozenset({"oturum", "divan", "panel"})
# `konuşmacı olarak X katıldı`
_AS: Final = {
    "konuşmacı": "Konuşmacı",
    "panelist": "Panelist",
    "eğitmen": "Eğitmen",
    "eğitimci": "Eğitimci",
}
_CARRIED: Final = ("yap", "üstlen", "yürüt", "sağla", "gerçekleştir")
_REACH: Final = 24  # words from a duty to the last who carries it


def add_duties(sequence: Sequence[Word], people: list[Bearer]) -> None:
    """Duties told by an object or by `... olarak`, for all people of the clause."""
    for i in range(len(sequence)):
        guest = _as_guest(sequence, i)
        duty = guest or _as_object(sequence, i)
        if duty is None:
            continue
        end = _clause_end(sequence, i)
        near = [p for p in people if i < p.name.first < end]
        if not near and guest is None:
            near = [p for p in people if p.name.last == i - 1]
            near = near if not sequence[i - 1].suffix or _by_clause(sequence, i) else []
        if not near and guest is not None:
            start = sequence[i].sentence
            earlier = [p for p in people if i - _REACH < p.name.first < i]
            near = [p for p in earlier if sequence[p.name.first].sentence == start]
        for person in near:
            person.other.append(duty)


def _by_clause(sequence: Sequence[Word], i: int) -> bool:
    """`A'nın moderatörlüğünü yaptığı oturum`: the clause is told of the person before."""
    return i + 1 < len(sequence) and sequence[i + 1].lower.endswith(_PARTICIPLES)


_PARTICIPLES: Final = ("dığı", "diği", "duğu", "düğü", "tığı", "tiği", "tuğu", "tüğü")


def _as_guest(sequence: Sequence[Word], i: int) -> str | None:
    following = sequence[i + 1].lower if i + 1 < len(sequence) else ""
    return _AS.get(sequence[i].lower) if following == "olarak" else None


def _as_object(sequence: Sequence[Word], i: int) -> str | None:
    word = sequence[i]
    duty = _OBJECTS.get(word.lower)
    if word.lower in _SEATS and i > 0 and sequence[i - 1].lower in ("katip", "kâtip"):
        duty = f"{capitalise(sequence[i - 1].lower)} Üye"
    if word.lower == "başkanlığını" and i > 0 and sequence[i - 1].lower == "oturumun":
        duty = "Oturum Başkanı"
    if word.lower in _SEATS and i > 0 and sequence[i - 1].lower in _CHAIRED:
        duty = f"{capitalise(sequence[i - 1].lower)} {_SEATS[word.lower]}"
    if duty is None:
        return None
    near = sequence[i + 1 : i + _REACH]
    carried = (w for w in near if w.sentence == word.sentence and w.lower.startswith(_CARRIED))
    return duty if any(carried) else None


def _clause_end(sequence: Sequence[Word], i: int) -> int:
    end = i + 1
    while end < len(sequence) and end - i < _REACH:
        word = sequence[end]
        if word.sentence != sequence[i].sentence or word.lower.startswith(_CARRIED):
            break
        if word.lower in _OBJECTS or word.lower in _SEATS:
            break  # divan başkanlığını A, kâtip üyelikleri B yürüttü
        end += 1
    return end


def add_moderators(sequence: Sequence[Word], people: list[Bearer]) -> None:
    """`X'in moderatörlüğünde`: the duty behind the name."""
    for person in people:
        last = person.name.last
        for word in sequence[last + 1 : last + 12]:
            if word.first:
                break
            if word.lower.startswith(_MODERATION) and word.lower in _OBJECTS:
                break
            if word.lower.startswith(_MODERATION) and (sequence[last].suffix or not person.titles):
                duty = "Moderatör" if word.lower.startswith("moder") else "Kolaylaştırıcı"
                if not any(t.noun == lower(duty) for t in person.titles):
                    person.other.append(duty)
                break
            if word.capital and word.lower in role_heads():
                break
