"""Bodies through time: who a body was, or became, on a given day.

A renamed body is two rows; the older one names its successors. From a body and a day, `on` walks
to the row that was valid then. Mergers are walked backwards only where one row is the clear
predecessor, splits forwards to the first successor; what was passed over is given beside it.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tutanak.errors import ResourceError
from tutanak.resources.bodies import Body, Period


class Then(NamedTuple):
    """A body on a day: its id, how it was reached (0 as it is, 1 forwards, 2 backwards), others."""

    id: str
    steps: int
    others: tuple[str, ...]


class Periods:
    """Successors and predecessors of all bodies.

    Raises:
        ResourceError: A parent or successor is unknown, or its chain comes back to itself.
    """

    def __init__(
        self,
        listed: Mapping[str, Body],
        patterns_before: Callable[[str], tuple[str, ...]],
        body: Callable[[str], Body | None],
        parents: Iterable[Period],
    ) -> None:
        self._body = body
        self._patterns_before = patterns_before
        self._parents: dict[str, list[Period]] = {}
        for period in parents:
            self._parents.setdefault(period.id, []).append(period)
        self._before: dict[str, tuple[str, ...]] = {}
        for row in listed.values():
            for successor in row.successors:
                self._before[successor] = (*self._before.get(successor, ()), row.id)
        self._check(listed)

    def _check(self, listed: Mapping[str, Body]) -> None:
        for row in listed.values():
            links = (
                ("parent", (row.parent,) if row.parent else ()),
                ("successor", row.successors),
                ("continues", row.continues),
            )
            for field, targets in links:
                for target in targets:
                    if self._body(target) is None:
                        raise ResourceError(f"registry: {row.id}, {field}: unknown id {target!r}")
        for field in ("parent", "successor"):
            done: set[str] = set()
            for start in listed:
                self._walk(start, field, done)

    def _walk(self, start: str, field: str, done: set[str]) -> None:
        path: list[str] = []
        stack: list[tuple[str, int]] = [(start, 0)]
        while stack:
            identity, depth = stack.pop()
            del path[depth:]
            if identity in path:
                circle = " -> ".join((*path[path.index(identity) :], identity))
                raise ResourceError(
                    f"registry: {identity}, {field}: comes back to itself: {circle}"
                )
            if identity in done:
                continue
            path.append(identity)
            body = self._body(identity)
            if body is None:
                continue
            targets = (
                body.successors if field == "successor" else ((body.parent,) if body.parent else ())
            )
            if not targets:
                done.update(path)
            stack.extend((target, depth + 1) for target in targets)
        done.add(start)

    def _get(self, identity: str) -> Body:
        body = self._body(identity)
        if body is None:
            raise KeyError(identity)
        return body

    def predecessors(self, identity: str) -> tuple[str, ...]:
        """Bodies that name this one as a successor."""
        return self._before.get(identity, ()) + self._patterns_before(identity)

    def on(self, identity: str, day: date) -> Then:
        """The body that this one was on `day`; itself where nothing says so."""
        body = self._get(identity)
        if body.valid_on(day):
            return Then(identity, 0, ())
        if body.valid_to is not None and day > body.valid_to:
            return self._later(body, day)
        return self._earlier(body, day)

    def _later(self, body: Body, day: date) -> Then:
        others: tuple[str, ...] = ()
        while body.successors and body.valid_to is not None and day > body.valid_to:
            others += tuple(self.on(other, day).id for other in body.successors[1:])
            body = self._get(body.successors[0])
        return Then(body.id, 1, tuple(o for o in dict.fromkeys(others) if o != body.id))

    def _earlier(self, body: Body, day: date) -> Then:
        valid: list[tuple[bool, str]] = []
        edge, seen = [(body.id, True)], {body.id}
        while edge:
            identity, main = edge.pop(0)
            for before in self.predecessors(identity):
                if before in seen:
                    continue
                seen.add(before)
                row = self._get(before)
                first = main and row.successors[0] == identity
                if row.valid_on(day):
                    valid.append((first, before))
                else:
                    edge.append((before, first))
        mains = [i for first, i in valid if first] or [i for _, i in valid]
        kept = [i for i in mains if i in body.continues] or mains
        if len(kept) == 1:
            return Then(kept[0], 2, tuple(i for _, i in valid if i != kept[0]))
        return Then(body.id, 2, tuple(i for _, i in valid))

    def parent(self, identity: str, day: date | None) -> str | None:
        """The parent of a body on `day` (None: the one in its row)."""
        body = self._get(identity)
        if day is None or body.parent is None:
            return body.parent
        for period in self._parents.get(identity, ()):
            if period.valid_from <= day <= period.valid_to:
                return self.on(period.parent, day).id
        return self.on(body.parent, day).id

    def ancestors(self, identity: str) -> frozenset[str]:
        """All parents, theirs, and what those were called before and after."""
        found: set[str] = set()
        edge = [identity]
        while edge:
            body = self._get(edge.pop())
            parents = {body.parent} if body.parent else set()
            parents |= {period.parent for period in self._parents.get(body.id, ())}
            for parent in parents:
                for one in self.lineage(parent) - found:
                    found.add(one)
                    edge.append(one)
        return frozenset(found)

    def lineage(self, identity: str) -> frozenset[str]:
        """A body with all predecessors and successors of it."""
        found = {identity}
        for step in (lambda i: self._get(i).successors, self.predecessors):
            edge = [identity]
            while edge:
                for one in step(edge.pop()):
                    if one not in found:
                        found.add(one)
                        edge.append(one)
        return frozenset(found)
