"""What a run found that people should decide: frequent unlisted names, acronyms from texts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from tutanak.errors import InputError
from tutanak.normalise.keys import key
from tutanak.normalise.suggest import Cluster, cluster
from tutanak.records import Record
from tutanak.text.fold import upper

if TYPE_CHECKING:
    from tutanak.normalise.registry import Registry

RECORDS: Final = "records.jsonl"
_LONGEST_ACRONYM: Final = 10


@dataclass(frozen=True, slots=True)
class NewAlias:
    """An acronym that texts give a body and the registry does not; in how many documents."""

    alias: str
    name: str
    id: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class Review:
    """Provisional organisations and new acronyms, the most frequent first."""

    unlisted: tuple[Cluster, ...]
    aliases: tuple[NewAlias, ...]


def read_run(path: Path) -> Iterator[Record]:
    """The records of a run, one by one.

    Args:
        path: A `records.jsonl`, or the folder that has one.

    Raises:
        InputError: It is not there, or a line is no record.
    """
    file = path / RECORDS if path.is_dir() else path
    try:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    yield Record.model_validate_json(line)
                except ValidationError:
                    raise InputError(
                        f"{file}, line {number}: no record; give the --out of `tutanak run`"
                    ) from None
    except FileNotFoundError:
        raise InputError(f"{file}: no such file; give the --out of `tutanak run`") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: not readable: {error}") from error


def review(records: Iterable[Record], registry: "Registry") -> Review:
    """What to decide about the names of a run; what was decided since is left out.

    Args:
        records: The records of the run.
        registry: The registry as it is now, with all decisions.
    """
    names: Counter[str] = Counter()
    acronyms: Counter[tuple[str, str, str | None]] = Counter()
    for record in records:
        for body in record.institutions:
            identity = body.id
            if identity is None and body.match.method == "none":
                link = registry.link(body.name, on=record.published)
                identity = link.id
                if link.method == "none":
                    names[body.name] += len(body.mentions)
            for alias in body.aliases:
                if _is_acronym(alias):
                    known = registry.link(alias, on=record.published, context=[body.name])
                    if known.method == "none":
                        acronyms[alias, body.canonical_name or body.name, identity] += 1
    aliases = [NewAlias(*which, count) for which, count in acronyms.items()]
    aliases.sort(key=lambda one: (-one.documents, one.alias, one.name))
    return Review(cluster(names, registry=registry), tuple(aliases))


def _is_acronym(alias: str) -> bool:
    letters = [letter for letter in alias if letter.isalpha()]
    return (
        2 <= len(letters) <= _LONGEST_ACRONYM
        and alias == upper(alias)
        and " " not in alias
        and bool(key(alias))
    )
