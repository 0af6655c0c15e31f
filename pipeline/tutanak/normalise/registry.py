"""The registry: what a name means, on a day, in a document.

`Registry.link` takes the bodies that a name may mean (match.py), moves each to the day of the
document (periods.py), lets people's decisions (verdicts.py) and the document's other names
(context.py) choose, and abstains where more than one is left.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tutanak.errors import ResourceError
from tutanak.normalise.context import Context
from tutanak.normalise.keys import key, words
from tutanak.normalise.match import Hit, Matcher
from tutanak.normalise.periods import Periods, Then
from tutanak.normalise.verdicts import Placed, read
from tutanak.records import Candidate, Link
from tutanak.resources import bodies as tables
from tutanak.resources import composed
from tutanak.resources.bodies import Alias, Body

if TYPE_CHECKING:
    from tutanak.normalise.explain import Explanation

_BRACKETS: Final = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_MOST_ALTERNATIVES: Final = 8
_MERGED: Final = 0.03


class Registry:
    """All bodies, indexed; read-only and shared. Make one with `Registry.load`."""

    def __init__(
        self,
        listed: dict[str, Body],
        aliases: Sequence[Alias],
        verdicts: Sequence[Path] = (),
        decided: Sequence[Placed] = (),
    ) -> None:
        self._listed = listed
        self._find = lru_cache(maxsize=65536)(composed.find)
        self._verdicts = read(verdicts, self.has, decided)
        self._aliases = (*aliases, *self._verdicts.aliases)
        for alias in self._aliases:
            if self._get(alias.id) is None:
                raise ResourceError(f"registry aliases: {alias.alias!r}: unknown id {alias.id!r}")
        self.periods = Periods(listed, composed.predecessors, self._get, tables.parent_periods())
        self.matcher = Matcher(listed, self._aliases, self.periods, self._get)
        self._context = Context(self.matcher, self.periods)

    @classmethod
    def load(
        cls,
        extra: Sequence[Path] = (),
        *,
        verdicts: Sequence[Path] = (),
        decided: Sequence[Placed] = (),
    ) -> "Registry":
        """The packaged registry, with the user's own tables and decisions added.

        Args:
            extra: CSV files with the columns `id, name, kind` and, if wanted, `parent, valid_from,
                valid_to, successor, continues, source, acronyms, aliases`.
            verdicts: CSV files of people's decisions (verdicts.py).
            decided: Decisions that come after those of the files.

        Raises:
            ResourceError: A row is broken, an id is taken or unknown, a chain is a circle; the
                message names file, row and field. Nothing is half-loaded.
        """
        if not extra and not verdicts and not decided:
            return _packaged()
        listed, aliases = dict(tables.listed()), list(tables.aliases())
        for path in extra:
            own, names = tables.read_file(path)
            for body in own:
                if body.id in listed or composed.find(body.id):
                    raise ResourceError(f"{path}, id: {body.id!r} is already in the registry")
                listed[body.id] = body
            aliases += names
        return cls(listed, aliases, verdicts, decided)

    def _get(self, identity: str) -> Body | None:
        return self._listed.get(identity) or self._find(identity)

    def has(self, identity: str) -> bool:
        """Whether a body has this id."""
        return self._get(identity) is not None

    def body(self, identity: str) -> Body:
        """The body of an id. Raises ResourceError where there is none."""
        body = self._get(identity)
        if body is None:
            raise ResourceError(f"registry: no body has the id {identity!r}")
        return body

    def bodies(self) -> Iterator[Body]:
        """All bodies, the listed ones first."""
        yield from self._listed.values()
        yield from composed.composed()

    def aliases(self) -> tuple[Alias, ...]:
        """Other names that stand in a table or in a decision, with the ids of their bodies."""
        return self._aliases

    def own_names(self) -> tuple[str, ...]:
        """Names and aliases that are not packaged: of the user's tables, and of decisions."""
        packaged = tables.listed()
        names = {body.name for body in self._listed.values() if body.id not in packaged}
        names |= {alias.alias for alias in self._aliases} - {a.alias for a in tables.aliases()}
        return tuple(sorted(names))

    def all_aliases(self) -> Iterator[str]:
        """All other names of listed and composed bodies."""
        yield from (alias.alias for alias in self._aliases)
        yield from composed.composed_aliases()

    def roll_up(self, identity: str) -> str:
        """The id of today's successor, the id itself where the body still exists."""
        self.body(identity)
        return self.periods.on(identity, date.max).id

    def link(self, name: str, *, on: date | None = None, context: Collection[str] = ()) -> Link:
        """What a name means.

        Args:
            name: As a text has it; case, abbreviations, small slips do not matter.
            on: The day of the document: the body is the one of that day. None: as named.
            context: Other names in the document; they decide between bodies of one name.

        Returns:
            A link; `id` is None with method `none` (nothing fits; `parent` is given where the name
            begins with that of a listed body) or `ambiguous` (`alternatives` are what it may be).
        """
        inside = _BRACKETS.findall(name)
        plain = _BRACKETS.sub(" ", name).strip() if inside else name
        decided = self._decided(name, on)
        if decided is not None:
            return decided
        hits: Sequence[Hit] = self.matcher.hits(plain)
        if not hits and inside:
            hits = self.matcher.hits(name)
        hits = self._judged(name, hits)
        if not hits:
            return self._without_hits(plain, on, context)
        return self._settle(plain, hits, on, (*context, *inside))

    def explain(
        self, name: str, *, on: date | None = None, context: Collection[str] = ()
    ) -> "Explanation":
        """Why a name links as it does: the bodies that came near and what stopped each."""
        from tutanak.normalise.explain import explain

        return explain(self, name, on=on, context=context)

    def _decided(self, name: str, on: date | None) -> Link | None:
        """What people said that the name means."""
        accepted = self._verdicts.accepted.get(key(name))
        if accepted is None:
            return None
        hit = Hit(self._verdicts.final(accepted), "verdict", 1.0)
        return self._link(self._on_day([hit], on)[0], (), on)

    def _judged(self, name: str, hits: Sequence[Hit]) -> Sequence[Hit]:
        """Hits without those that people rejected, merged bodies as one."""
        if not self._verdicts.rejected and not self._verdicts.merged:
            return hits
        name_key = key(name)
        kept = [hit for hit in hits if not self._verdicts.rejects(name_key, hit.id)]
        merged = {
            self._verdicts.final(hit.id): hit._replace(id=self._verdicts.final(hit.id))
            for hit in reversed(kept)
        }
        return tuple(reversed(merged.values()))

    def _without_hits(self, name: str, on: date | None, context: Collection[str]) -> Link:
        patterns = self.matcher.sites.bare(words(name))
        if patterns:
            around = self._context.around(name, context)
            ids = self._context.place_of_unit(patterns, around)
            hits = tuple(Hit(identity, "alias", 0.9) for identity in dict.fromkeys(ids))
            if hits:
                return self._settle(name, hits, on, context)
            return Link(None, None, "ambiguous", 0.0)
        parent = self.matcher.parent_of_unknown(name)
        if parent is not None and on is not None:
            parent = self.periods.on(parent, on).id
        return Link(None, None, "none", 0.0, parent=parent)

    def _settle(
        self, name: str, hits: Sequence[Hit], on: date | None, context: Collection[str]
    ) -> Link:
        moved = self._on_day(hits, on)
        if len(moved) == 1:
            return self._link(moved[0], (), on)
        rows = [hit for hit, _ in moved]
        bodies = [self.body(hit.id) for hit in rows]
        settled = [pair for pair in moved if pair[0].settled]
        if len(settled) == 1:
            return self._link(settled[0], moved, on)
        if context:
            chosen = self._context.choose(rows, self._context.around(name, context), bodies)
            if chosen is not None:
                then = next(pair for pair in moved if pair[0] is chosen)
                return self._link(then, moved, on, lower=0.05)
        larger = [pair for pair in moved if not pair[0].id.startswith("tr.belde.")]
        if len(larger) == 1:
            return self._link(larger[0], moved, on, lower=0.08)
        first, second = moved[0][0], moved[1][0]
        if first.method == "fuzzy" and first.edits < second.edits and len(words(name)) > 2:
            return self._link(moved[0], moved, on, lower=0.04)
        towns = [pair for pair in moved if pair not in larger]
        alternatives = tuple(self._candidate(hit) for hit, _ in (*larger, *towns))
        return Link(
            None, None, "ambiguous", first.score, alternatives=alternatives[:_MOST_ALTERNATIVES]
        )

    def _on_day(self, hits: Sequence[Hit], on: date | None) -> list[tuple[Hit, Then]]:
        """Hits as the bodies of the day, those with the straightest way to it."""
        if on is None:
            first = [hit for hit in hits if hit.method == hits[0].method]
            now = [hit for hit in first if self.body(hit.id).valid_to is None]
            return [(hit, Then(hit.id, 0, ())) for hit in now or first]
        moved: dict[str, tuple[Hit, Then]] = {}
        thens = [(hit, self.periods.on(hit.id, on)) for hit in hits]
        least = min(then.steps for _, then in thens)
        for hit, then in thens:
            if then.steps == least and then.id not in moved:
                moved[then.id] = (hit._replace(id=then.id), then)
        return list(moved.values())

    def _candidate(self, hit: Hit) -> Candidate:
        return Candidate(hit.id, self.body(hit.id).name, round(hit.score, 4))

    def _link(
        self,
        chosen: tuple[Hit, Then],
        among: Sequence[tuple[Hit, Then]],
        on: date | None,
        lower: float = 0.0,
    ) -> Link:
        hit, then = chosen
        body = self.body(hit.id)
        others = [self._candidate(other) for other, _ in among if other.id != hit.id]
        others += [
            Candidate(other, self.body(other).name, round(hit.score - _MERGED, 4))
            for other in then.others
        ]
        score = hit.score - lower - (_MERGED if then.others else 0.0)
        return Link(
            id=body.id,
            canonical_name=body.name,
            method=hit.method,
            score=round(score, 4),
            runner_up=others[0] if others else None,
            kind=body.kind,
            parent=self.periods.parent(body.id, on),
            alternatives=tuple(others[:_MOST_ALTERNATIVES]),
            office=hit.office,
        )


@lru_cache(maxsize=1)
def _packaged() -> Registry:
    return Registry(dict(tables.listed()), tables.aliases())
