"""Bodies that every place has: a district's municipality, a province's directorate of health.

Sources: `registry/composed.csv` (a pattern a row) and `registry/places.csv`. A composed row does
not claim that the body exists; it says which id it has where a text names it. The ids
(`tr.ilce.istanbul.pendik.belediye`) come from the names of places alone and never change.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from tutanak.errors import ResourceError
from tutanak.resources.bodies import Body, kinds, parse_day, read_rows, registry_text
from tutanak.resources.places import metropolitan, places
from tutanak.text.fold import ascii_fold, lower

LEVELS: Final = ("province", "metropolitan", "provincial", "district", "town")
_PREFIX: Final = {"province": "tr.il", "district": "tr.ilce", "town": "tr.belde"}


class Site(NamedTuple):
    """A place that has bodies of its own; `path` is the middle of their ids."""

    kind: str
    name: str
    province: str
    district: str
    path: str


class Pattern(NamedTuple):
    """A body that every site of a `level` has; `{}` stands for the place in all names."""

    level: str
    slug: str
    pattern: str
    kind: str
    only: frozenset[str]
    excluded: frozenset[str]
    parent: str
    valid_from: date | None
    valid_to: date | None
    successor: str
    aliases: tuple[str, ...]

    @property
    def site_kind(self) -> str:
        """The kind of site that the level takes."""
        return self.level if self.level in _PREFIX else "province"

    def fits(self, site: Site) -> bool:
        """Whether the site has such a body."""
        return (
            site.kind == self.site_kind
            and (not self.only or site.name in self.only)
            and site.name not in self.excluded
            and (self.level != "metropolitan" or site.name in metropolitan())
            and (self.level != "provincial" or site.name not in metropolitan())
        )


def slug(name: str) -> str:
    """A name as part of an id: `Kahramanmaraş` -> `kahramanmaras`."""
    return re.sub(r"[^a-z0-9]+", "-", ascii_fold(name)).strip("-")


@lru_cache(maxsize=1)
def sites() -> tuple[Site, ...]:
    """The provinces, the districts (without the central ones) and the towns."""
    found = []
    for place in places():
        if place.kind == "province":
            found.append(Site("province", place.name, place.name, "", slug(place.name)))
        elif place.kind == "district" and place.name != "Merkez":
            path = f"{slug(place.within)}.{slug(place.name)}"
            found.append(Site("district", place.name, place.within, place.name, path))
        elif place.kind == "town":
            province, _, district = place.within.partition("|")
            path = f"{slug(province)}.{slug(district)}.{slug(place.name)}"
            found.append(Site("town", place.name, province, district, path))
    return tuple(found)


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """All patterns with their aliases. Raises ResourceError naming row and field."""
    names = "registry/composed_aliases.csv"
    extra: dict[tuple[str, str], list[str]] = {}
    for number, row in read_rows(
        registry_text("composed_aliases"), names, ("level", "slug", "alias")
    ):
        if "{}" not in row["alias"]:
            raise ResourceError(f"{names}, row {number}, alias: no {{}} for the place")
        extra.setdefault((row["level"], row["slug"]), []).append(row["alias"])
    table = "registry/composed.csv"
    found = []
    for number, row in read_rows(
        registry_text("composed"), table, ("level", "slug", "pattern", "kind")
    ):
        where = f"{table}, row {number}"
        if row["level"] not in LEVELS:
            raise ResourceError(f"{where}, level: unknown {row['level']!r}")
        if row["kind"] not in kinds():
            raise ResourceError(f"{where}, kind: unknown {row['kind']!r}")
        if "{}" not in row["pattern"]:
            raise ResourceError(f"{where}, pattern: no {{}} for the place")
        found.append(
            Pattern(
                row["level"],
                row["slug"],
                row["pattern"],
                row["kind"],
                frozenset(filter(None, row["only"].split("|"))),
                frozenset(filter(None, row["except"].split("|"))),
                row["parent"],
                parse_day(row["valid_from"], last=False, where=f"{where}, valid_from"),
                parse_day(row["valid_to"], last=True, where=f"{where}, valid_to"),
                row["successor"],
                tuple(extra.get((row["level"], row["slug"]), ())),
            )
        )
    if lost := set(extra) - {(pattern.level, pattern.slug) for pattern in found}:
        raise ResourceError(f"{names}, slug: no pattern {min(lost)} in composed.csv")
    return tuple(found)


def body_id(pattern: Pattern, site: Site) -> str:
    """The id of a composed body: `tr.ilce.istanbul.pendik.belediye`."""
    return f"{_PREFIX[site.kind]}.{site.path}.{pattern.slug}"


def compose(pattern: Pattern, site: Site) -> Body:
    """The body of a pattern at a site."""
    parent = pattern.parent.replace("{p}", slug(site.province)).replace("{d}", slug(site.district))
    successor = f"{_PREFIX[site.kind]}.{site.path}.{pattern.successor}"
    return Body(
        body_id(pattern, site),
        pattern.pattern.replace("{}", site.name),
        pattern.kind,
        parent or None,
        pattern.valid_from,
        pattern.valid_to,
        (successor,) if pattern.successor else (),
        source="composed",
    )


@lru_cache(maxsize=1)
def _sites_by_path() -> Mapping[tuple[str, str], Site]:
    return MappingProxyType({(_PREFIX[site.kind], site.path): site for site in sites()})


@lru_cache(maxsize=1)
def _patterns_by_slug() -> Mapping[tuple[str, str], tuple[Pattern, ...]]:
    found: dict[tuple[str, str], tuple[Pattern, ...]] = {}
    for pattern in patterns():
        key = (_PREFIX[pattern.site_kind], pattern.slug)
        found[key] = (*found.get(key, ()), pattern)
    return MappingProxyType(found)


def find(identity: str) -> Body | None:
    """The composed body of an id, None where no pattern and site make it."""
    head, _, last = identity.rpartition(".")
    for prefix in _PREFIX.values():
        if head.startswith(prefix + "."):
            site = _sites_by_path().get((prefix, head[len(prefix) + 1 :]))
            for pattern in _patterns_by_slug().get((prefix, last), ()):
                if site and pattern.fits(site):
                    return compose(pattern, site)
    return None


def site_of(identity: str) -> Site | None:
    """The site of a composed body's id, None for other ids."""
    head = identity.rpartition(".")[0]
    for prefix in _PREFIX.values():
        if head.startswith(prefix + "."):
            return _sites_by_path().get((prefix, head[len(prefix) + 1 :]))
    return None


def predecessors(identity: str) -> tuple[str, ...]:
    """Ids of composed bodies at the same site whose successor this one is."""
    head, _, last = identity.rpartition(".")
    before = [pattern for pattern in patterns() if pattern.successor == last]
    site = site_of(identity) if before else None
    if site is None:
        return ()
    return tuple(f"{head}.{pattern.slug}" for pattern in before if pattern.fits(site))


def composed() -> Iterator[Body]:
    """All composed bodies, patterns in order of their rows."""
    for pattern in patterns():
        for site in sites():
            if pattern.fits(site):
                yield compose(pattern, site)


def composed_aliases() -> Iterator[str]:
    """Other names of all composed bodies."""
    for pattern in patterns():
        for site in sites():
            if pattern.aliases and pattern.fits(site):
                for alias in pattern.aliases:
                    yield alias.replace("{}", site.name)


@lru_cache(maxsize=1)
def _site_names() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for site in sites():
        name = lower(site.name)
        found[name] = found.get(name, frozenset()) | {site.kind}
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def _shapes() -> Mapping[str, frozenset[str]]:
    """Names with `{}` in lower case -> the kinds of site that have them."""
    found: dict[str, frozenset[str]] = {}
    for pattern in patterns():
        for name in (pattern.pattern, *pattern.aliases):
            shape = lower(name)
            found[shape] = found.get(shape, frozenset()) | {pattern.site_kind}
    return MappingProxyType(found)


def is_composed(name: str) -> bool:
    """Whether `name`, in any case, is a site's name in a pattern: `Pendik Kaymakamlığı`."""
    words = lower(name).split(" ")
    for start in range(len(words)):
        for end in range(start + 1, min(start + 4, len(words) + 1)):
            kinds = _site_names().get(" ".join(words[start:end]))
            shape = " ".join((*words[:start], "{}", *words[end:]))
            if kinds and kinds & _shapes().get(shape, frozenset()):
                return True
    return False
