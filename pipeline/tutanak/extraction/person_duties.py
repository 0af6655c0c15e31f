"""What people do at a meeting: who moderates, who speaks."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import (
    role_heads,
)
from tutanak.extraction.person_bearers import Bearer
from tutanak.extraction.tokens import Word

_MODERATION: Final = ("moderat", "kolaylaştırıcı")


# `moderatörlüğünü X yaptı`, `oturum başkanlığını X üstlendi`: what the text has people do
_DUTIES: Final = {
    "moderatörlüğünü": "Moderatör",
    "moderatörlüklerini": "Moderatör",
    "moderasyonunu": "Moderatör",
    "kolaylaştırıcılığını": "Kolaylaştırıcı",
    "sunuculuğunu": "Sunucu",
    "raportörlüğünü": "Raportör",
    "eğitmenliğini": "Eğitmen",
    "konuşmacı": "Konuşmacı",
    "panelist": "Panelist",
    "eğitmen": "Eğitmen",
}


_CARRIED: Final = ("yap", "üstlen", "yürüt", "sağla", "gerçekleştir")


_REACH: Final = 24  # words from a duty to the last who carries it


def add_duties(sequence: Sequence[Word], people: list[Bearer]) -> None:
    """Duties told by an object or by `... olarak`, for all people of the clause."""
    for i, word in enumerate(sequence):
        duty = _DUTIES.get(word.lower)
        if duty is None:
            continue
        if duty in ("Konuşmacı", "Panelist", "Eğitmen") and word.lower != "eğitmenliğini":
            if i + 1 >= len(sequence) or sequence[i + 1].lower != "olarak":
                continue
        elif not any(
            w.lower.startswith(_CARRIED) and w.sentence == word.sentence
            for w in sequence[i + 1 : i + _REACH]
        ):
            continue
        end = i + 1
        while end < len(sequence) and end - i < _REACH and sequence[end].sentence == word.sentence:
            if sequence[end].lower.startswith(_CARRIED):
                break
            end += 1
        near = [p for p in people if i < p.name.first < end]
        if not near and sequence[i + 1 : i + 2] and sequence[i + 1].lower == "olarak":
            near = [
                p
                for p in people
                if i - _REACH < p.name.first < i
                and sequence[p.name.first].sentence == word.sentence
            ]
        for person in near:
            person.other.append(duty)


def add_moderators(sequence: Sequence[Word], people: list[Bearer]) -> None:
    for person in people:
        last = person.name.last
        near = sequence[last + 1 : last + 12]
        for word in near:
            if word.first:
                break
            if word.lower.startswith(_MODERATION) and (sequence[last].suffix or not person.titles):
                if not any(t.noun == "moderatör" for t in person.titles):
                    person.other.append("Moderatör")
                break
            if word.capital and word.lower in role_heads():
                break
