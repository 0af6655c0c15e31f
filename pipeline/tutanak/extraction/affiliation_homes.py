"""The place that a text is about: its province and its district."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.lexicon import institution_heads, is_ordinary, is_place_word
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention
from tutanak.resources.places import districts, provinces
from tutanak.text.fold import capitalise, lower, plain

_OFTEN: Final = 2  # times that a province must be named as often as the next
_DATELINE: Final = 3  # mentions that a dateline is worth
_TWICE: Final = 2  # mentions from which on a district is what a text is about


@dataclass(frozen=True, slots=True)
class Home:
    """`place`: what the publisher or the one governor governs; else what the text names most.

    `sure`: the publisher or a governor says so, or the dateline.
    """

    place: str | None
    province: str | None
    district: str | None
    sure: bool = False


def read_home(
    sequence: Sequence[Word],
    named: Collection[int],
    institutions: Sequence[InstitutionMention],
    implied: Iterable[str],
    publisher: str | None,
    main: str | None = None,
) -> Home:
    """The place that a text is about.

    Args:
        sequence: The words of the text.
        named: The words of names of people, which are no places.
        institutions: The bodies that the text names.
        implied: Bodies that titles name by their place: `Salihli Belediyesi`.
        publisher: Who issued the text.
        main: The body that the text is about.
    """
    implied = list(implied)
    province = _main_province(sequence, named)
    governed = _governed(publisher) or _one_governed(
        [m.name for m in institutions if m.form == "full"]
    )
    seat = governed or _seat_of(publisher)
    district = _district_of(seat) or _district_of(_one_governed(implied))
    district = district or _district_of(_seat_of(main))
    district = district or _main_district(sequence, named, province)
    if seat in provinces():
        province = seat
    elif district is not None and province is None:
        within = districts().get(district, ())
        province = within[0] if len(within) == 1 else None
    told = _district_of(_one_governed(implied))
    sure = governed is not None or told is not None
    return Home(governed or told or province, province, district, sure)


def _district_of(place: str | None) -> str | None:
    return place if place is not None and place not in provinces() else None


def _parts(name: str | None) -> list[str]:
    parts = name.split() if name else []
    return parts[1:] if parts and plain(parts[0]).startswith("t.c") else parts


def _governed(name: str | None) -> str | None:
    """The place that a body governs: `Kastamonu` of `Kastamonu Valiliği`."""
    parts = _parts(name)
    if len(parts) < 2:
        return None
    head = institution_heads().get(lower(parts[-1]))
    if head is None:
        return None
    if lower(parts[1]) in ("il", "ilçe") and is_place_word(lower(parts[0])):
        return parts[0]  # Sivrihisar İlçe Millî Eğitim Müdürlüğü
    if head.noun not in ("valilik", "kaymakamlık", "belediye"):
        return None
    place = " ".join(p for p in parts[:-1] if lower(p) != "büyükşehir")
    return place if is_place_word(lower(place)) else None


def _one_governed(names: Iterable[str]) -> str | None:
    """The one place whose governor or district governor is named."""
    offices = ("valiliği", "kaymakamlığı")
    places = {_governed(name) for name in names if lower(name).endswith(offices)}
    places.discard(None)
    return places.pop() if len(places) == 1 else None


def _seat_of(name: str | None) -> str | None:
    """The place that a publisher's name begins with: `Kırklareli Üniversitesi`."""
    parts = _parts(name)
    if len(parts) < 2 or (parts[0] not in provinces() and parts[0] not in districts()):
        return None
    return parts[0]


def _main_province(sequence: Sequence[Word], named: Collection[int]) -> str | None:
    """The province that the text names alone, or at least twice as often as any other."""
    counts: Counter[str] = Counter()
    for i, word in enumerate(sequence):
        name = capitalise(word.text) if word.shape == "upper" else word.text
        if name in provinces() and i not in named:
            counts[name] += _DATELINE if _opens_dateline(sequence, i) else 1
            counts[name] += word.sentence == 0 and bool(word.suffix)
    return _leader(counts)


def _opens_dateline(sequence: Sequence[Word], i: int) -> bool:
    """`SİNOP (AA) -`, and `- DÜZCE` at the end: where the text was written."""
    word = sequence[i]
    if word.shape != "upper":
        return False
    following = sequence[i + 1] if i + 1 < len(sequence) else None
    if following is None:
        return word.gap.strip().endswith(("-", "–"))
    opens = word.first and following.gap.strip()[:1] in ("(", "-", "–")
    return opens and (following.shape == "upper" or following.gap.strip()[:1] != "(")


def _main_district(
    sequence: Sequence[Word], named: Collection[int], province: str | None
) -> str | None:
    """The district that the text names several times, and twice as often as any other."""
    counts: Counter[str] = Counter()
    for i, word in enumerate(sequence):
        within = districts().get(word.text)
        if within is None or i in named or word.text in provinces() or is_ordinary(word.lower):
            continue
        if province is None or province in within:
            told = i + 1 < len(sequence) and sequence[i + 1].lower.startswith("ilçe")
            counts[word.text] += 2 if told else 1
    leader = _leader(counts)
    return leader if leader is not None and counts[leader] >= _TWICE else None


def _leader(counts: Counter[str]) -> str | None:
    ranked = sorted(counts, key=lambda place: (-counts[place], place))
    if not ranked:
        return None
    if len(ranked) == 1 or counts[ranked[0]] >= _OFTEN * counts[ranked[1]]:
        return ranked[0]
    return None
