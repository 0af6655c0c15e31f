"""Places: provinces, districts and towns of Türkiye, countries and large cities abroad.

Sources: `registry/places.csv`, one row a place, each with its source (see SOURCES.md).
"""

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, NamedTuple

from tutanak.errors import ResourceError
from tutanak.text.fold import plain

_FILE: Final = "registry/places.csv"
_FIELDS: Final = ("name", "kind", "within", "metropolitan", "source")
_KINDS: Final = frozenset(
    ("province", "district", "town", "village", "province_alias", "country", "city")
)
_SMALL: Final = frozenset(("town", "village"))
_CENTRE: Final = "Merkez"


class Place(NamedTuple):
    """A row: `within` is a district's or alias's province, a town's `province|district`, a
    city's country.
    """

    name: str
    kind: str
    within: str
    metropolitan: bool


def _rows(text: str) -> Iterator[Place]:
    reader = csv.DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != _FIELDS:
        raise ResourceError(f"{_FILE}, row 1: the columns must be {', '.join(_FIELDS)}")
    for number, row in enumerate(reader, start=2):
        if row["kind"] not in _KINDS:
            raise ResourceError(f"{_FILE}, row {number}, kind: unknown {row['kind']!r}")
        if not row["name"]:
            raise ResourceError(f"{_FILE}, row {number}, name: empty")
        yield Place(row["name"], row["kind"], row["within"], row["metropolitan"] == "yes")


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """All rows. Raises ResourceError naming row and field where one is broken."""
    text = (files("tutanak.resources") / _FILE).read_text(encoding="utf-8")
    return tuple(_rows(text))


@lru_cache(maxsize=1)
def provinces() -> frozenset[str]:
    """The 81 provinces, as written: `İstanbul`."""
    return frozenset(place.name for place in places() if place.kind == "province")


@lru_cache(maxsize=1)
def metropolitan() -> frozenset[str]:
    """The 30 provinces whose municipality is a metropolitan one."""
    return frozenset(place.name for place in places() if place.metropolitan)


@lru_cache(maxsize=1)
def districts() -> Mapping[str, tuple[str, ...]]:
    """District as written -> its provinces: `Pendik` -> `("İstanbul",)`; `Ereğli` has two.

    The 51 central districts are left out: `Merkez` alone names no place.
    """
    found: dict[str, tuple[str, ...]] = {}
    for place in places():
        if place.kind == "district" and place.name != _CENTRE:
            found[place.name] = (*found.get(place.name, ()), place.within)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def province_aliases() -> Mapping[str, str]:
    """Other names of provinces, as written: `Urfa` -> `Şanlıurfa`."""
    return MappingProxyType(
        {place.name: place.within for place in places() if place.kind == "province_alias"}
    )


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Countries in Turkish, as written, with current short forms: `ABD`, `Kuzey Makedonya`."""
    return frozenset(place.name for place in places() if place.kind == "country")


@lru_cache(maxsize=1)
def cities() -> Mapping[str, str]:
    """Large cities abroad in Turkish, as written -> country: `Viyana` -> `Avusturya`."""
    return MappingProxyType({p.name: p.within for p in places() if p.kind == "city"})


@lru_cache(maxsize=1)
def _folded() -> frozenset[str]:
    return frozenset(
        plain(place.name)
        for place in places()
        if place.kind not in _SMALL and place.name != _CENTRE
    )


def is_place(name: str) -> bool:
    """Whether `name`, in any case, is one of these, small ones aside: `İSTANBUL`, `Hakkâri`.

    Towns and villages are left out because many are common words (`Yeşilyurt`, `Pınarbaşı`).
    """
    return plain(name) in _folded()
