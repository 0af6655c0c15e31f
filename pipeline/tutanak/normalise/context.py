"""Context: what the other names in a document say about one that could mean several bodies."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from tutanak.normalise.keys import ascii_words, words
from tutanak.normalise.match import Hit, Matcher
from tutanak.normalise.periods import Periods
from tutanak.resources.bodies import Body
from tutanak.resources.composed import Pattern, site_of

_STEM: Final = 4
_GOVERNORSHIP: Final = ".valilik"


class Surroundings(NamedTuple):
    """What a document's other names tell: places, bodies, beginnings of words with counts."""

    provinces: frozenset[str]
    governed: frozenset[str]
    districts: frozenset[tuple[str, str]]
    district_names: frozenset[str]
    bodies: frozenset[str]
    stems: dict[str, int]


class Context:
    """Reads surroundings, and lets them choose."""

    def __init__(self, matcher: Matcher, periods: Periods) -> None:
        self._matcher = matcher
        self._periods = periods
        self._read = lru_cache(maxsize=512)(self._read_all)

    def around(self, name: str, context: Collection[str]) -> Surroundings:
        """The surroundings of a name: all of the context but the name itself."""
        own = words(name)
        return self._read(frozenset(other for other in context if words(other) != own))

    def _read_all(self, context: frozenset[str]) -> Surroundings:
        provinces: set[str] = set()
        governed: set[str] = set()
        districts: set[tuple[str, str]] = set()
        names: set[str] = set()
        bodies: set[str] = set()
        stems: dict[str, int] = {}
        for other in sorted(context):
            folded = words(other)
            for _, _, numbers in self._matcher.sites.places_in(folded):
                found = [self._matcher.sites.site(number) for number in numbers]
                provinces |= {site.province for site in found if site.kind == "province"}
                inner = [site for site in found if site.kind == "district"]
                names |= {site.name for site in inner}
                if len(inner) == 1:
                    districts.add((inner[0].province, inner[0].name))
            hits = self._matcher.hits(other)
            if len({hit.id for hit in hits}) == 1:
                bodies.add(hits[0].id)
                site = site_of(hits[0].id)
                if site is not None and hits[0].id.endswith(_GOVERNORSHIP):
                    governed.add(site.province)
            for stem in {word[:_STEM] for word in ascii_words(folded) if len(word) >= _STEM}:
                stems[stem] = stems.get(stem, 0) + 1
        return Surroundings(
            frozenset(provinces),
            frozenset(governed),
            frozenset(districts),
            frozenset(names),
            frozenset(bodies),
            stems,
        )

    def choose(
        self, hits: Sequence[Hit], around: Surroundings, bodies: Sequence[Body]
    ) -> Hit | None:
        """The one hit that the surroundings speak for most, None where none stands out.

        Args:
            hits: What the name may mean.
            around: The surroundings of the name.
            bodies: The body of each hit.
        """
        own_stems = [_stems(body.name) for body in bodies]
        shared = frozenset.intersection(*own_stems) if own_stems else frozenset()
        weights = [
            self._weight(hit, around, stems - shared)
            for hit, stems in zip(hits, own_stems, strict=True)
        ]
        best = max(weights, default=0)
        if best > 0 and weights.count(best) == 1:
            return hits[weights.index(best)]
        return None

    def _weight(self, hit: Hit, around: Surroundings, stems: frozenset[str]) -> int:
        weight = 0
        site = site_of(hit.id)
        if site is not None:
            if site.province in around.provinces:
                weight += 4
            if site.kind == "town" and (site.province, site.district) in around.districts:
                weight += 4
            if any(province == site.province for province, _ in around.districts):
                weight += 2
            return weight
        if around.bodies & self._periods.ancestors(hit.id):
            weight += 4
        if around.bodies & self._periods.lineage(hit.id):
            weight += 8
        return weight + sum(around.stems.get(stem, 0) for stem in sorted(stems))

    def place_of_unit(self, patterns: Sequence[Pattern], around: Surroundings) -> list[str]:
        """Ids of a bare unit's bodies at the one place that the surroundings name.

        `İl Milli Eğitim Müdürlüğü` beside `Hatay Valiliği` is that of Hatay; two provinces in the
        surroundings settle nothing, unless the governorship of just one is named.
        """
        found: list[str] = []
        provinces = around.provinces or {province for province, _ in around.districts}
        if len(provinces) > 1 and len(around.governed) == 1:
            provinces = around.governed  # Offices elsewhere do not move the governorship.
        for pattern in patterns:
            wanted = pattern.site_kind
            for site in self._matcher.sites.all_sites():
                if not pattern.fits(site):
                    continue
                if wanted == "province" and provinces == {site.province}:
                    found.append(f"tr.il.{site.path}.{pattern.slug}")
                elif (
                    wanted == "district"
                    and around.district_names == {site.name}
                    and (not around.provinces or site.province in around.provinces)
                ):
                    found.append(f"tr.ilce.{site.path}.{pattern.slug}")
        return found


def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in ascii_words(words(name)) if len(word) >= _STEM)
