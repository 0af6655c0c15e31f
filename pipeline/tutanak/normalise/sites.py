"""Composed bodies in a name: the place, what is said of it, and the two together.

The place and the head are looked up apart, so that a body of one place never meets that of
another: `İzmit Valiliği` names İzmit, and no rule of spelling turns a known place into İzmir.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from tutanak.normalise.index import NameIndex, Words
from tutanak.normalise.keys import ascii_words, compact, words
from tutanak.normalise.spelling import Speller
from tutanak.resources.composed import Pattern, Site, body_id, patterns, sites
from tutanak.resources.places import places, province_aliases

_LONGEST_PLACE: Final = 3
_PLACE_NOUNS: Final = frozenset({"ili", "ilçesi", "beldesi", "il", "ilçe"})


class SiteHit(NamedTuple):
    """A composed body that a name may mean; `edits` counts the letters that were wrong."""

    id: str
    is_alias: bool
    edits: int
    settled: bool


class SiteIndex:
    """Places, and heads that stand beside them."""

    def __init__(self) -> None:
        self._sites = sites()
        self._heads: list[tuple[Pattern, bool]] = []
        self.heads = NameIndex(closed=True)
        self.places = NameIndex()
        for pattern in patterns():
            for is_alias, name in ((False, pattern.pattern), *((True, a) for a in pattern.aliases)):
                self.heads.add(words(name.replace("{}", " ")), len(self._heads))
                self._heads.append((pattern, is_alias))
        number_of: dict[str, list[int]] = {}
        for number, site in enumerate(self._sites):
            self.places.add(words(site.name), number)
            number_of.setdefault(site.name, []).append(number)
        for alias, province in province_aliases().items():
            self.places.add(words(alias), number_of[province][0])
        self._other_places = frozenset(
            compact(words(p.name)) for p in places() if p.name != "Merkez"
        )
        self._compact_places: dict[str, tuple[int, ...]] = {}
        for key, numbers in self.places.exact.items():
            typed = compact(tuple(key.split(" ")))
            self._compact_places[typed] = (*self._compact_places.get(typed, ()), *numbers)
        self.near_places = Speller(self._other_places)

    def places_in(self, name: tuple[str, ...]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Places named by runs of words: start, end, numbers of the sites."""
        for start in range(len(name)):
            for end in range(start + 1, min(start + _LONGEST_PLACE, len(name)) + 1):
                numbers = self.places.exact.get(" ".join(name[start:end]))
                if numbers:
                    yield start, end, numbers

    def site(self, number: int) -> Site:
        """The site of a number that `places_in` gives."""
        return self._sites[number]

    def id_of(self, pattern: Pattern, site: Site) -> str:
        """The id of a pattern's body at a site."""
        return body_id(pattern, site)

    def all_sites(self) -> tuple[Site, ...]:
        """All sites, provinces first."""
        return self._sites

    def _fitting(
        self,
        heads: tuple[int, ...],
        site_numbers: tuple[int, ...],
        edits: int,
        settled: bool = False,
    ) -> Iterator[SiteHit]:
        for head in heads:
            pattern, is_alias = self._heads[head]
            for number in site_numbers:
                site = self._sites[number]
                if pattern.fits(site):
                    yield SiteHit(body_id(pattern, site), is_alias, edits, settled)

    def exact(self, name: tuple[str, ...]) -> list[SiteHit]:
        """Bodies whose place and head the words are, `Konya Ereğli Belediyesi` included."""
        found: list[SiteHit] = []
        for start, end, numbers in self.places_in(name):
            rest = name[:start] + name[end:]
            found.extend(self._fitting(self._head(rest), numbers, 0))
            found.extend(self._within(rest, numbers))
        return list(dict.fromkeys(found))

    def _head(self, rest: tuple[str, ...]) -> tuple[int, ...]:
        """Heads of these words, `ili`, `ilçesi` after the place left out if need be."""
        known = self.heads.exact.get(" ".join(rest), ())
        if not known and any(word in _PLACE_NOUNS for word in rest):
            known = self.heads.exact.get(" ".join(w for w in rest if w not in _PLACE_NOUNS), ())
        return known or self.heads.by_compact(rest) or self.heads.by_bag(rest)

    def _within(self, rest: tuple[str, ...], numbers: tuple[int, ...]) -> Iterator[SiteHit]:
        """The place is a district, and its province is named beside it."""
        if not any(self._sites[number].kind != "province" for number in numbers):
            return
        for start, end, outer in self.places_in(rest):
            names = {self._sites[n].name for n in outer}
            inside = tuple(
                n
                for n in numbers
                if self._sites[n].kind != "province"
                and (self._sites[n].province in names or self._sites[n].district in names)
            )
            if inside:
                heads = self._head(rest[:start] + rest[end:])
                yield from self._fitting(heads, inside, 0, settled=True)

    def joined(self, name: tuple[str, ...]) -> list[SiteHit]:
        """Place and head in one word, or split in wrong places: `PendikBelediyesi`."""
        letters = compact(name)
        found: list[SiteHit] = []
        for i in range(3, len(letters) - 3):
            numbers = self._compact_places.get(letters[:i])
            if numbers:
                heads = self.heads.by_compact((letters[i:],))
                found.extend(self._fitting(heads, numbers, 0))
        return list(dict.fromkeys(found))

    def bare(self, name: tuple[str, ...]) -> list[Pattern]:
        """Patterns whose head the words are, without a place: `İl Milli Eğitim Müdürlüğü`."""
        return list(dict.fromkeys(self._heads[head][0] for head in self._head(name)))

    def misspelt(self, name: tuple[str, ...], elsewhere: Words) -> list[SiteHit]:
        """Bodies that the words may be with letters wrong in the place, the head or both."""
        typed = ascii_words(name)
        found: list[SiteHit] = []
        for start in range(len(name)):
            for end in range(start + 1, min(start + _LONGEST_PLACE, len(name)) + 1):
                rest = name[:start] + name[end:]
                if not rest:
                    continue
                for numbers, place_edits in self._near_sites("".join(typed[start:end]), elsewhere):
                    heads = [(h, 0) for h in self._head(rest)] or [
                        (number, reading.edits)
                        for number, reading in self.heads.misspelt(ascii_words(rest), elsewhere)
                    ]
                    for head, edits in heads:
                        if edits + place_edits <= max(1, sum(map(len, name)) // 10):
                            found.extend(self._fitting((head,), numbers, edits + place_edits))
        return list(dict.fromkeys(found))

    @lru_cache(maxsize=16384)  # noqa: B019 -- one index lives as long as the process
    def _near_sites(self, place: str, elsewhere: Words) -> tuple[tuple[tuple[int, ...], int], ...]:
        """Sites that a place's letters may mean: itself, or the one that is clearly nearest."""
        numbers = self._compact_places.get(place)
        if numbers:
            return ((numbers, 0),)
        if place in self._other_places or place in elsewhere or len(place) < 5:
            return ()
        near = self.near_places.near(place, 1)
        limit = 1 if len(place) <= 8 else 2
        if not near or near[0].edits > limit or not _same_start(near[0].word, place):
            return ()
        first = near[0]
        if len(near) > 1 and near[1].edits <= first.edits + (1 if len(place) < 7 else 0):
            return ()
        return (
            ((self._compact_places[first.word], first.edits),)
            if (first.word in self._compact_places)
            else ()
        )


def _same_start(one: str, other: str) -> bool:
    """Whether the first letters are the same, two of them swapped allowed: `uBrsa`."""
    return one[0] == other[0] or one == other[1] + other[0] + other[2:]
