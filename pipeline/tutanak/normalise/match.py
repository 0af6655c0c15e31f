"""From a name to the bodies that it may mean, by the first step that finds any.

Order: the name itself, an alias, an acronym; a place and what it has; the same letters typed in
ASCII or split in other places; the words in another order; a parent before the name or an office
after it; a case ending left on; and last, letters that are wrong. Time and context play no part
here: see registry.py.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from tutanak.normalise.index import NameIndex, Words
from tutanak.normalise.keys import ascii_words, seats, words
from tutanak.normalise.periods import Periods
from tutanak.normalise.sites import SiteIndex
from tutanak.records import Method
from tutanak.resources.bodies import Alias, Body
from tutanak.resources.composed import site_of
from tutanak.text.fold import upper

_RANK: Final[Mapping[str, int]] = {"exact": 0, "alias": 1, "acronym": 2, "fuzzy": 3}
_SCORE: Final[Mapping[str, float]] = {"exact": 1.0, "alias": 0.98, "acronym": 0.96}
_WEAK: Final = 0.97
_PART: Final = 0.95
_FUZZY: Final = 0.94
# Endings after a possessive: `Bakanlığının`, `Valiliğince`, `Belediyesindekiler`, `Odasıdır`.
_CASE: Final = re.compile(
    r"(?<=[ıiuü])(?:n[ıiuü]n(?:ki)?|n[aeıiuü]|n[dt][ae]n?|n[dt][ae]ki(?:l[ae]r)?|yl[ae]|nc[ae]|"
    r"d[ıiuü]r|yd[ıiuü])$"
)
# More words than the longest name with its parents has; a sentence is no name.
_LONGEST: Final = 24
_NO_SEAT: Final = frozenset({"ministry", "governorship", "district_governorship"})


class Hit(NamedTuple):
    """A body that a name may mean, how it was found and how sure that is.

    `office`: the words behind the body's name, where the name is that of an office of it.
    """

    id: str
    method: Method
    score: float
    edits: int = 0
    settled: bool = False
    office: str | None = None


class Matcher:
    """The indexes of all names, and the steps that ask them."""

    def __init__(
        self,
        listed: Mapping[str, Body],
        aliases: Iterable[Alias],
        periods: Periods,
        body: Callable[[str], Body | None],
    ) -> None:
        self._periods = periods
        self._body = body
        self.names = NameIndex()
        self._bearers: list[tuple[str, Method]] = []
        for row in listed.values():
            self._file(row.name, row.id, "exact")
        for alias in aliases:
            self._file(alias.alias, alias.id, "acronym" if alias.kind == "acronym" else "alias")
        self.sites = SiteIndex()
        self._elsewhere = Words(self.names, self.sites.heads, self.sites.places)
        self.hits = lru_cache(maxsize=65536)(self._hits)

    def _file(self, name: str, identity: str, method: Method) -> None:
        self.names.add(words(name), len(self._bearers))
        self._bearers.append((identity, method))

    def _hits(self, name: str) -> tuple[Hit, ...]:
        """The bodies that `name` may mean, the surest way of each; all from one step."""
        folded = words(name)
        if not folded or len(folded) > _LONGEST:
            return ()
        for step in (self._exact, self._weak, self._parts):
            if found := step(folded, name):
                return _best_of_each(found)
        nominative = self._without_case(folded)
        if nominative != folded:
            for step in (self._exact, self._weak, self._parts):
                if found := step(nominative, name):
                    return _best_of_each(hit._replace(score=hit.score - 0.01) for hit in found)
        return _best_of_each(self._misspelt(nominative, name))

    def _exact(self, folded: tuple[str, ...], name: str) -> list[Hit]:
        found = list(self._borne(self.names.exact.get(" ".join(folded), ()), name, None))
        for hit in self.sites.exact(folded):
            method: Method = "alias" if hit.is_alias else "exact"
            found.append(Hit(hit.id, method, _SCORE[method], 0, hit.settled))
        return found

    def _borne(self, numbers: Iterable[int], name: str, score: float | None) -> Iterator[Hit]:
        for number in numbers:
            identity, method = self._bearers[number]
            if method != "acronym" or _may_be_acronym(name):
                yield Hit(identity, method, score or _SCORE[method])

    def _weak(self, folded: tuple[str, ...], name: str) -> list[Hit]:
        found = list(self._borne(self.names.by_compact(folded), name, _WEAK))
        found += [Hit(hit.id, "exact", _WEAK) for hit in self.sites.joined(folded)]
        return found or list(self._borne(self.names.by_bag(folded), name, _WEAK - 0.01))

    def _parts(self, folded: tuple[str, ...], name: str, levels: int = 2) -> list[Hit]:
        """A parent before the name, an office after it, a unit after its governorship."""
        found: list[Hit] = []
        for cut in range(1, len(folded)):
            before, after = folded[:cut], folded[cut:]
            owners = self._owners(before, name, levels - 1)
            if not owners:
                continue
            if self._is_seat(after):
                found += [
                    Hit(owner.id, "alias", _PART, office=" ".join(after))
                    for owner in owners
                    if self._kind(owner.id) not in _NO_SEAT or after == ("makamı",)
                ]
            found += [
                Hit(owner.id, "alias", _PART)
                for owner in owners
                if owner.method == "acronym" and self._ends_with(owner.id, after)
            ]
            for child in self._exact(after, name) or self._weak(after, name):
                lines = self._periods.ancestors(child.id)
                if any(owner.id in lines for owner in owners):
                    found.append(child._replace(score=child.score - 0.01))
            found += self._units(owners, after)
        return found

    def _owners(self, before: tuple[str, ...], name: str, levels: int) -> list[Hit]:
        return (
            self._exact(before, name)
            or self._weak(before, name)
            or (self._parts(before, name, levels) if levels and len(before) > 2 else [])
        )

    def _units(self, owners: Iterable[Hit], after: tuple[str, ...]) -> list[Hit]:
        """Bodies of the owner's place: `Hatay Valiliği İl Göç İdaresi Müdürlüğü`."""
        found = []
        for owner in owners:
            site = site_of(owner.id)
            if site is not None and self._kind(owner.id) in _NO_SEAT:
                head = owner.id.rpartition(".")[0]
                found += [
                    Hit(f"{head}.{pattern.slug}", "exact", _PART)
                    for pattern in self.sites.bare(after)
                    if pattern.fits(site)
                ]
        return found

    def _ends_with(self, identity: str, after: tuple[str, ...]) -> bool:
        """An acronym with the head of its name said again: `HAK-İŞ Konfederasyonu`."""
        body = self._body(identity)
        return body is not None and words(body.name)[-len(after) :] == after

    def _is_seat(self, after: tuple[str, ...]) -> bool:
        if " ".join(after) in seats():
            return True
        return any(
            " ".join(after[:start] + after[end:]) in seats()
            for start, end, _ in self.sites.places_in(after)
        )

    def _kind(self, identity: str) -> str:
        body = self._body(identity)
        return body.kind if body else ""

    def _without_case(self, folded: tuple[str, ...]) -> tuple[str, ...]:
        last = folded[-1]
        bare = _CASE.sub("", last)
        if bare != last and ascii_words((bare,))[0] in self._elsewhere:
            return (*folded[:-1], bare)
        return folded

    def _misspelt(self, folded: tuple[str, ...], name: str) -> list[Hit]:
        length = sum(map(len, folded))
        found: list[Hit] = []
        for number, reading in self.names.misspelt(ascii_words(folded), self._elsewhere):
            identity, method = self._bearers[number]
            if method != "acronym" and (len(folded) > 1 or length > 6):
                score = _FUZZY - reading.edits / length
                found.append(Hit(identity, "fuzzy", score, reading.edits))
        for site_hit in self.sites.misspelt(folded, self._elsewhere):
            if site_hit.edits:
                score = _FUZZY - site_hit.edits / length
                found.append(Hit(site_hit.id, "fuzzy", score, site_hit.edits))
            else:
                found.append(Hit(site_hit.id, "alias", _WEAK))
        least = min((hit.edits for hit in found), default=0)
        return [hit for hit in found if hit.edits <= least + 1]

    def parent_of_unknown(self, name: str) -> str | None:
        """The listed body whose name begins this one, for units that are not listed."""
        folded = words(name)
        for cut in range(len(folded) - 1, 0, -1):
            owners = {hit.id for hit in self._exact(folded[:cut], name) if hit.method != "acronym"}
            owners = owners or {hit.id for hit in self._exact(folded[:cut], name)}
            if len(owners) == 1:
                return owners.pop()
        return None


def _may_be_acronym(name: str) -> bool:
    """Whether the surface shows capitals, as acronyms do: `AFAD`, `Afad`, `Tbb`, not `ab`."""
    first = name.strip()[:1]
    letters = [letter for letter in name if letter.isalpha()]
    return bool(letters) and first == upper(first) and (len(letters) > 3 or name == upper(name))


def _best_of_each(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    best: dict[str, Hit] = {}
    for hit in hits:
        known = best.get(hit.id)
        if known is None or (-hit.score, _RANK[hit.method]) < (-known.score, _RANK[known.method]):
            best[hit.id] = hit
    return tuple(sorted(best.values(), key=lambda hit: (-hit.score, _RANK[hit.method], hit.id)))
