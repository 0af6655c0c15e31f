"""The bodies of a run: ids of those that the registry does not have, and a row for each.

Which spellings are one body is known only at the end, so rows that name bodies wait in a file.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TextIO

from tutanak.emit.schema import LIST_SEPARATOR, Row, Value
from tutanak.text.fold import plain

LOCAL: Final = "local:"
AMBIGUOUS: Final = "ambiguous:"
WAITING: Final = frozenset({"documents", "institutions", "people", "participations"})
NAMING: Final = WAITING - {"documents"}

Group = Callable[[Mapping[str, int]], Mapping[str, str]]
"""Names that are not in the registry, with counts -> the id of each: one id, one body."""


def by_name(counts: Mapping[str, int]) -> dict[str, str]:
    """One organisation for each name, whatever its case."""
    return {name: LOCAL + _slug(name) for name in counts}


def _slug(name: str) -> str:
    return "-".join(plain(name).split())


def first_id(identity: str) -> str:
    """An id that will do before all names are known: each name is a body of its own."""
    prefix = AMBIGUOUS if identity.startswith(AMBIGUOUS) else LOCAL
    return prefix + _slug(identity.removeprefix(prefix))


def final_ids(
    unlisted: Mapping[str, int], ambiguous: Iterable[str], group: Group
) -> Callable[[str], str]:
    """What gives the ids of a document's rows (`local:NAME`, `ambiguous:NAME`) their final form.

    A name that several bodies bear is no body of its own: its id says so, and no spelling of
    it is joined with another name.

    Args:
        unlisted: All names that are not in the registry, with counts.
        ambiguous: All names that several bodies bear.
        group: Which of the unlisted names are one body.
    """
    borne_by_several = {_slug(name) for name in ambiguous}
    counts = {n: c for n, c in unlisted.items() if _slug(n) not in borne_by_several}
    ids = group(counts)

    def final(identity: str) -> str:
        for prefix in (LOCAL, AMBIGUOUS):
            if identity.startswith(prefix):
                name = identity.removeprefix(prefix)
                return ids[name] if name in counts else AMBIGUOUS + _slug(name)
        return identity

    return final


class Provisional:
    """Keeps rows that name bodies until all names are known, and then gives them their ids."""

    def __init__(self, file: TextIO, group: Group) -> None:
        self._file = file
        self._group = group
        self._unlisted: Counter[str] = Counter()
        self._ambiguous: set[str] = set()

    def add(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Take the rows of one document."""
        waiting = list(rows)
        if not waiting:
            return
        for table, row in waiting:
            if table not in NAMING:
                continue
            identity = str(row["organisation_id"])
            if identity.startswith(LOCAL):
                self._unlisted[identity.removeprefix(LOCAL)] += table == "institutions"
            elif identity.startswith(AMBIGUOUS):
                self._ambiguous.add(identity.removeprefix(AMBIGUOUS))
        self._file.write(json.dumps(waiting) + "\n")

    def documents(self) -> Iterator[list[tuple[str, Row]]]:
        """All rows again, a document at a time, with final ids."""
        final = final_ids(self._unlisted, self._ambiguous, self._group)
        self._file.seek(0)
        for line in self._file:
            found: list[tuple[str, Row]] = []
            for table, row in json.loads(line):
                if row.get("organisation_id") is not None:
                    row["organisation_id"] = final(row["organisation_id"])
                found.append((table, row))
            yield found


def body_row(
    key: str, body: Mapping[str, Value], *, names: Mapping[str, int], documents: int, mentions: int
) -> Row:
    """A row of `organisations`.

    Args:
        key: Its final id.
        body: `canonical_name`, `kind`, `parent` as its first mention has them; empty without one.
        names: What texts call it, with counts.
        documents: In how many of them it occurs.
        mentions: How often.
    """
    commonest = sorted(names, key=lambda name: (-names[name], name))
    return {
        "organisation_id": key,
        "name": body.get("canonical_name") or commonest[0],
        "linked": not key.startswith((LOCAL, AMBIGUOUS)),
        "kind": body.get("kind"),
        "parent": body.get("parent"),
        "documents": documents,
        "mentions": mentions,
        "names": LIST_SEPARATOR.join(commonest),
        "name_counts": LIST_SEPARATOR.join(str(names[name]) for name in commonest),
    }


class Organisations:
    """Gathers the bodies of a run: one row each, the most frequent first."""

    def __init__(self) -> None:
        self._bodies: dict[str, Row | None] = {}
        self._names: dict[str, Counter[str]] = {}
        self._documents: Counter[str] = Counter()
        self._mentions: Counter[str] = Counter()

    def add(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Count the bodies of one document, given its rows with final ids.

        A body that only somebody's role implies has a row, but no mentions.
        """
        seen: set[str] = set()
        for table, row in rows:
            if table in ("documents", "participations") or row["organisation_id"] is None:
                continue
            key = str(row["organisation_id"])
            seen.add(key)
            names = self._names.setdefault(key, Counter())
            if table == "institutions":
                if self._bodies.get(key) is None:
                    self._bodies[key] = row
                names[str(row["name"])] += 1
                self._mentions[key] += 1
            else:
                self._bodies.setdefault(key, None)
                names[str(row["institution"])] += 0
        self._documents.update(seen)

    def rows(self) -> Iterator[Row]:
        """The rows of `organisations`, by falling number of documents."""

        def rank(key: str) -> tuple[int, int, str]:
            return -self._documents[key], -self._mentions[key], key

        for key in sorted(self._bodies, key=rank):
            yield body_row(
                key,
                self._bodies[key] or {},
                names=self._names[key],
                documents=self._documents[key],
                mentions=self._mentions[key],
            )
