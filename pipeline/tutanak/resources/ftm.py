"""Bodies as FollowTheMoney entities: one JSON object a line, and back.

A body is a `PublicBody`, `Company` or `Organization` with its kind as `classification`; what it
became is a `Succession` between the two. Reading takes any entities with a name.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from tutanak.errors import ResourceError
from tutanak.resources.bodies import Alias, Body, kinds, parse_day

_COMPANIES: Final = frozenset(("company", "media"))
_PUBLIC: Final = frozenset(
    (
        *("presidency", "parliament", "ministry", "directorate", "unit", "agency", "court"),
        *("military", "public", "governorship", "district_governorship", "board", "council"),
        *("provincial_administration", "provincial_directorate", "district_directorate"),
        *("municipality", "metropolitan_municipality", "municipal_body", "hospital", "university"),
        *("union_of_municipalities", "industrial_zone", "school", "development_agency", "foreign"),
    )
)
_SCHEMATA: Final = {"PublicBody": "public", "Company": "company", "Organization": "other"}
_READ: Final = (*_SCHEMATA, "LegalEntity")


def entities(bodies: Iterable[Body], aliases: Iterable[Alias]) -> Iterator[dict[str, Any]]:
    """Entities of bodies and of what they became, in the order of the bodies."""
    others: dict[str, dict[str, list[str]]] = {}
    for alias in aliases:
        kind = "weakAlias" if alias.kind == "acronym" else "alias"
        others.setdefault(alias.id, {}).setdefault(kind, []).append(alias.alias)
    for body in bodies:
        properties: dict[str, list[str]] = {"name": [body.name], "classification": [body.kind]}
        properties |= others.get(body.id, {})
        if body.parent:
            properties["parent"] = [body.parent]
        if body.valid_from:
            properties["incorporationDate"] = [body.valid_from.isoformat()]
        if body.valid_to:
            properties["dissolutionDate"] = [body.valid_to.isoformat()]
        if body.id.startswith("tr."):
            properties["country"] = ["tr"]
        yield {"id": body.id, "schema": _schema(body.kind), "properties": properties}
        for rank, successor in enumerate(body.successors):
            properties = {
                "predecessor": [body.id],
                "successor": [successor],
                "recordId": [str(rank)],
            }
            identity = f"{body.id}-to-{successor}"
            yield {"id": identity, "schema": "Succession", "properties": properties}


def _schema(kind: str) -> str:
    if kind in _COMPANIES:
        return "Company"
    return "PublicBody" if kind in _PUBLIC else "Organization"


def parse_ftm(text: str, name: str) -> tuple[list[Body], list[Alias]]:
    """Bodies and aliases of FollowTheMoney entities, one JSON object a line.

    Args:
        text: The lines.
        name: Their name in errors.

    Raises:
        ResourceError: A line is no entity, or a value is broken; line and property are named.
    """
    rows: dict[str, tuple[str, dict[str, list[str]], str]] = {}
    successions: dict[str, list[tuple[str, str]]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        identity, schema, properties = _entity(line, where)
        if schema == "Succession":
            before, after = _first(properties, "predecessor"), _first(properties, "successor")
            successions.setdefault(before, []).append((_first(properties, "recordId"), after))
        elif schema in _READ:
            if identity in rows:
                raise ResourceError(f"{where}, id: {identity!r} is there twice")
            if not _first(properties, "name"):
                raise ResourceError(f"{where}, name: empty")
            rows[identity] = (schema, properties, where)
    bodies: list[Body] = []
    aliases: list[Alias] = []
    for identity, (schema, properties, where) in rows.items():
        kind = _first(properties, "classification")
        start, end = (_first(properties, p) for p in ("incorporationDate", "dissolutionDate"))
        bodies.append(
            Body(
                identity,
                _first(properties, "name"),
                kind if kind in kinds() else _SCHEMATA.get(schema, "other"),
                _first(properties, "parent") or None,
                parse_day(start, last=False, where=f"{where}, incorporationDate"),
                parse_day(end, last=True, where=f"{where}, dissolutionDate"),
                tuple(after for _, after in sorted(successions.get(identity, []))),
                source=name,
            )
        )
        aliases += [Alias(identity, other, "alias") for other in properties["name"][1:]]
        for column, alias_kind in (("weakAlias", "acronym"), ("alias", "alias")):
            aliases += [Alias(identity, one, alias_kind) for one in properties.get(column, ())]
    return bodies, aliases


def _entity(line: str, where: str) -> tuple[str, str, dict[str, list[str]]]:
    try:
        entity = json.loads(line)
    except json.JSONDecodeError as error:
        raise ResourceError(f"{where}: not JSON: {error}") from None
    if not isinstance(entity, dict):
        raise ResourceError(f"{where}: no entity, but {type(entity).__name__}")
    identity, schema, properties = (entity.get(k) for k in ("id", "schema", "properties"))
    if not isinstance(identity, str) or not isinstance(schema, str):
        raise ResourceError(f"{where}: `id` and `schema` must be strings")
    if not isinstance(properties, dict) or not all(
        isinstance(values, list) and all(isinstance(value, str) for value in values)
        for values in properties.values()
    ):
        raise ResourceError(f"{where}, properties: must map names to lists of strings")
    return identity, schema, properties


def _first(properties: dict[str, list[str]], name: str) -> str:
    return next(iter(properties.get(name, ())), "")
