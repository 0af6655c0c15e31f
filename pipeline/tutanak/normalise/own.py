"""The user's own files: bodies that join the registry, and decisions that outrank scores."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tutanak.arguments import paths
from tutanak.errors import ResourceError
from tutanak.normalise.verdicts import Placed

if TYPE_CHECKING:
    from tutanak.normalise.registry import Registry

Files = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """Files to load with the registry; `stamp` tells their contents apart.

    `decided` are people's decisions that a store keeps; they come after those of the files.
    """

    registries: tuple[Path, ...] = ()
    verdicts: tuple[Path, ...] = ()
    stamp: str = ""
    decided: tuple[Placed, ...] = ()


def own_files(
    registry: Files = (), verdicts: Files = (), *, decided: Sequence[Placed] = ()
) -> OwnFiles:
    """Files by their names, one or several of each, and decisions that stand elsewhere.

    Raises:
        OptionError: One is no path.
        ResourceError: One is not there.
    """
    bodies = tuple(map(Path, paths(registry, "registry")))
    decisions = tuple(map(Path, paths(verdicts, "verdicts")))
    if not bodies and not decisions and not decided:
        return OwnFiles()
    digest = hashlib.sha256(repr(decided).encode() if decided else b"")
    for path, what in [(p, "registry file") for p in bodies] + [
        (p, "file of verdicts") for p in decisions
    ]:
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise ResourceError(f"{path}: no such {what}") from None
        except OSError as error:
            raise ResourceError(f"{path}: not readable: {error.strerror or error}") from error
        digest.update(hashlib.sha256(content).digest())
    return OwnFiles(bodies, decisions, digest.hexdigest(), tuple(decided))


@lru_cache(maxsize=4)
def load(own: OwnFiles) -> "Registry":
    """The packaged registry with these files; kept, so that all stages share one.

    Raises:
        ResourceError: A row is broken; file, row and field are named. Nothing is half-loaded.
    """
    from tutanak.normalise.registry import Registry

    try:
        return Registry.load(own.registries, verdicts=own.verdicts, decided=own.decided)
    except ResourceError:
        from tutanak.normalise.check import check

        problems = check(own.registries)
        if not problems:
            raise
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise ResourceError(f"{problems[0]}{more}") from None
