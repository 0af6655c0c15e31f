"""Why a name links as it does: the bodies that came near, and the guard that stopped each."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from rapidfuzz import fuzz

from tutanak.normalise.keys import ascii_words, compact, words
from tutanak.normalise.registry import Registry
from tutanak.normalise.spelling import allowed_edits
from tutanak.records import Candidate, Link

_MOST: Final = 8
_MOST_NAMESAKES: Final = 12
_LONGEST_FILE: Final = 400


@dataclass(frozen=True, slots=True)
class Considered:
    """A body that came near: `score` is how alike the names look, in [0, 1].

    `guard` says what kept it from being the answer (`place`, `number`, `head`, `word`, `edits`,
    `rival`), None for the answer itself; `detail` names the words.
    """

    id: str
    name: str
    score: float
    guard: str | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A query, its key, the answer, and what was considered, best first.

    `namesakes` are the bodies that an ambiguous name may mean, at most 12 of the `bearers`.
    """

    query: str
    key: str
    link: Link
    candidates: tuple[Considered, ...]
    namesakes: tuple[Candidate, ...] = ()
    bearers: int = 0


def explain(
    registry: Registry, name: str, *, on: date | None = None, context: Collection[str] = ()
) -> Explanation:
    """Why `name` links as it does. Slower than a link: it looks at what no link has to."""
    link = registry.link(name, on=on, context=context)
    folded = words(name)
    seen: dict[str, Considered] = {}
    if link.id is not None and link.canonical_name is not None:
        seen[link.id] = Considered(link.id, link.canonical_name, link.score, None, link.method)
    for rival in link.alternatives:
        detail = "another body of that name or day"
        seen.setdefault(
            rival.id, Considered(rival.id, rival.canonical_name, rival.score, "rival", detail)
        )
    near = []
    for identity, shown in _near(registry, folded):
        if identity not in seen:
            score = round(fuzz.ratio(" ".join(folded), " ".join(words(shown))) / 100, 4)
            guard, detail = _guard(registry, folded, words(shown))
            seen[identity] = Considered(identity, shown, score, guard, detail)
            near.append(seen[identity])
    first = [one for one in seen.values() if one not in near]
    near.sort(key=lambda one: (-one.score, one.id))
    found = (*first, *near)[:_MOST]
    namesakes = _namesakes(registry, folded, link) if link.method == "ambiguous" else ()
    first_few = namesakes[:_MOST_NAMESAKES]
    return Explanation(name, " ".join(folded), link, found, first_few, len(namesakes))


def _namesakes(registry: Registry, folded: tuple[str, ...], link: Link) -> tuple[Candidate, ...]:
    """The bodies that an ambiguous name may mean; of a unit without a place, that of each place."""
    if link.alternatives:
        return link.alternatives
    sites = registry.matcher.sites
    ids = (
        sites.id_of(pattern, site)
        for site in sites.all_sites()
        for pattern in sites.bare(folded)
        if pattern.fits(site)
    )
    return tuple(Candidate(one, registry.body(one).name, 0.0) for one in dict.fromkeys(ids))


def _near(registry: Registry, folded: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Bodies that share a telling word, or one spelt nearly so, or whose place is near."""
    typed = ascii_words(folded)
    names = registry.matcher.names
    wanted = {word for word in typed if not names.is_common(word)}
    for word in sorted(wanted):
        if len(word) > 3 and word.isalpha():
            wanted |= {near.word for near in names.speller.near(word, 1)}
    found = 0
    for body in registry.bodies():
        if body.source == "composed":
            break
        if wanted & set(ascii_words(words(body.name))) and (found := found + 1) < _LONGEST_FILE:
            yield body.id, body.name
    yield from _near_sites(registry, folded)


def _near_sites(registry: Registry, folded: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    sites = registry.matcher.sites
    typed = ascii_words(folded)
    for start in range(len(folded)):
        rest = folded[:start] + folded[start + 1 :]
        patterns = sites.bare(rest) if rest else []
        if not patterns:
            continue
        near = {near.word for near in sites.near_places.near(typed[start], 1)} | {typed[start]}
        for site in sites.all_sites():
            if compact(words(site.name)) in near:
                for pattern in patterns:
                    if pattern.fits(site):
                        body = registry.body(sites.id_of(pattern, site))
                        yield body.id, body.name


def _guard(registry: Registry, query: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, str]:
    """The first guard that keeps the query from meaning the name."""
    sites = registry.matcher.sites
    one, other = set(ascii_words(query)), set(ascii_words(name))
    if one == other:
        return "rival", "the same words"
    places = [
        {" ".join(parts[start:end]) for start, end, _ in sites.places_in(parts)}
        for parts in (query, name)
    ]
    if places[0] != places[1]:
        return "place", _beside(places[0], places[1])
    numbers = [{word for word in parts if word.isdigit()} for parts in (one, other)]
    if numbers[0] != numbers[1]:
        return "number", _beside(numbers[0], numbers[1])
    heads = [ascii_words(parts[-1:])[0] for parts in (query, name)]
    if heads[0] != heads[1] and not _close(heads[0], heads[1]):
        return "head", _beside({query[-1]}, {name[-1]})
    lone = {w for w in one - other if not any(_close(w, x) for x in other)}
    left = {w for w in other - one if not any(_close(w, x) for x in one)}
    if lone or left:
        return "word", _beside(lone, left)
    return "edits", _beside(one - other, other - one)


def _close(one: str, other: str) -> bool:
    limit = max(allowed_edits(one), allowed_edits(other))
    return fuzz.ratio(one, other) >= 100 * (1 - (limit + 0.5) / max(len(one), len(other)))


def _beside(one: Collection[str], other: Collection[str]) -> str:
    return f"{', '.join(sorted(one)) or '-'} / {', '.join(sorted(other)) or '-'}"
