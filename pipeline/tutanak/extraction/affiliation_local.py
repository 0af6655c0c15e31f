"""The district that a passage is about, as that of who governs it: `Borçka'da | Kaymakam X`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tutanak.extraction.affiliation_text import Seats
from tutanak.extraction.lexicon import institution_heads, is_ordinary
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word
from tutanak.resources.places import districts, provinces
from tutanak.text.fold import capitalise, lower

_HEADS: Final = {"kaymakam": "Kaymakamlığı", "belediye": "Belediyesi"}
_NEAR: Final = 1  # sentences back to a district that is not the only one of the text
_WENT: Final = ("geç", "git", "gid", "ziyaret", "burada", "ilçe", "gel")
# Where something is, where somebody goes or comes from, and what is visited
_CASE: Final = re.compile(r"[dt][ae](?:n|ki)?|y?[ae]|y?[ıiuü]")


def of_district(title: Title, sequence: Sequence[Word], seats: Seats) -> str | None:
    """The office of the district that the words before a `Kaymakam`, a `Belediye Başkanı` name.

    Only where the publisher governs no such district itself. A mayor is that of the province
    unless a district governor stands beside, or somebody went to the district.
    """
    kind = lower(title.role).split()[0]
    if kind not in _HEADS or title.body is not None or title.ours:
        return None
    own = sequence[title.first].sentence
    found = list(_districts_before(sequence, title.first, seats))
    if not found:
        return None
    k, name = found[-1]
    near = own - sequence[k].sentence <= _NEAR
    if _governs(seats.publisher) and (
        kind != "belediye"
        or sequence[k].sentence != own
        or not sequence[k + 1].lower.startswith("kaymakam")
        or name in (seats.publisher or "")
    ):
        return None  # Gevaş Kaymakamı A ve Belediye Başkanı B, in a release of Van
    if not near and (len({n for _, n in found}) > 1 or kind != "kaymakam"):
        return None
    if kind == "belediye" and not _is_there(sequence, k, title.first):
        return None
    return f"{name} {_HEADS[kind]}"


def _governs(publisher: str | None) -> bool:
    head = institution_heads().get(lower(publisher.split()[-1])) if publisher else None
    return head is not None and head.noun in ("belediye", "kaymakamlık")


def _districts_before(sequence: Sequence[Word], k: int, seats: Seats) -> Iterator[tuple[int, str]]:
    """(word, name) of the districts where something is or somebody goes, before word `k`."""
    province = seats.home.province
    for i in range(k):
        word = sequence[i]
        name = capitalise(word.text) if word.shape == "upper" else word.text
        within = districts().get(name)
        if within is None or name in provinces() or not word.capital or i + 1 == len(sequence):
            continue
        if province is not None and province not in within:
            continue
        told = sequence[i + 1].lower.startswith("ilçe")
        office = sequence[i + 1].lower in ("belediye", "kaymakamı", "belediyesi", "kaymakamlığı")
        if not (told or word.suffix) and is_ordinary(word.lower):
            continue  # bucak
        if told or office or _CASE.fullmatch(word.suffix):
            yield i, name


def _is_there(sequence: Sequence[Word], k: int, at: int) -> bool:
    """Whether between a district and a mayor somebody governs it, or goes there."""
    own = sequence[at].sentence
    last = at
    while last < len(sequence) and sequence[last].sentence == own:
        last += 1
    return any(
        word.lower.startswith("kaymakam")
        or (n < at and (word.lower.startswith(_WENT) or word.lower == "belediyesi"))
        for n, word in enumerate(sequence[k:last], start=k)
    )
