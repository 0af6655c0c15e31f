"""Titles that are always told in the same words: `Muhtar`, `Daire Başkanı`."""

from collections.abc import Callable
from typing import Final

from tutanak.extraction.role_spelling import is_roman
from tutanak.extraction.role_wording import Wording
from tutanak.text.fold import capitalise


def fixed_title(title: Wording) -> str | None:
    """The fixed words of a title, or None where it has none."""
    return next((text for rule in _RULES if (text := rule(title)) is not None), None)


def _bar(title: Wording) -> str | None:
    """`Adana Baro Başkanı` -> `Baro Başkanı`."""
    bar = title.noun == "başkan" and len(title.subject) == 1 and title.unit == "baro"
    return "Baro Başkanı" if bar else None


def _minister_of_state(title: Wording) -> str | None:
    """`Devlet Bakanı`: of no ministry."""
    state = title.noun == "bakan" and [word.lower for word in title.subject] == ["devlet"]
    return "Devlet Bakanı" if state else None


def _trainer(title: Wording) -> str | None:
    """`usta öğretici`."""
    master = title.noun == "öğretici" and title.unit == "usta"
    return "Usta Öğretici" if master else None


def _headman(title: Wording) -> str | None:
    """`Fatih Mahallesi Muhtarı` -> `Muhtar`."""
    return "Muhtar" if title.noun == "muhtar" else None


def _numbered(title: Wording) -> str | None:
    """`II. Başkan`."""
    if len(title.subject) != 1 or title.modifiers or not is_roman(title.unit):
        return None
    return f"{title.subject[0].text}. {capitalise(title.noun)}"


def _tax_office(title: Wording) -> str | None:
    """`Adana Vergi Dairesi Başkanı` -> `Vergi Dairesi Başkanı`."""
    if title.noun != "başkan" or [word.lower for word in title.subject] != ["vergi", "dairesi"]:
        return None
    return "Vergi Dairesi Başkan Vekili" if title.acting else "Vergi Dairesi Başkanı"


def _department(title: Wording) -> str | None:
    """`İnsan Hakları Dairesi Başkanı` -> `Daire Başkanı`."""
    if title.noun != "başkan" or title.unit != "dairesi":
        return None
    return "Daire Başkanı Vekili" if title.acting else "Daire Başkanı"


_RULES: Final[tuple[Callable[[Wording], str | None], ...]] = (
    _bar,
    _minister_of_state,
    _trainer,
    _headman,
    _numbered,
    _tax_office,
    _department,
)
