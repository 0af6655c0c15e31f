"""What a run is to read, one item after another; what goes wrong with one becomes a failure."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from tutanak import ingest
from tutanak.arguments import paths
from tutanak.errors import TutanakError
from tutanak.ingest.content import Content, Reading
from tutanak.ingest.ids import Ids
from tutanak.ingest.sources import Found
from tutanak.records import Failure, Skipped

Input = str | os.PathLike[str] | Content
Item = Content | Failure | Skipped
Stage = Literal["ingest", "extract", "normalise", "emit"]
Result = TypeVar("Result")


def attempt(source: str, stage: Stage, step: Callable[[], Result]) -> Result | Failure:
    """The document boundary: whatever goes wrong with one document becomes a counted failure."""
    try:
        return step()
    except TutanakError as error:
        told = str(error) if source in str(error) else f"{source}: {error}"
        return Failure(source, stage, type(error).__name__, told)
    except Exception as error:  # noqa: BLE001 -- the one place where this is right
        message = f"{source}: {type(error).__name__} while working on it: {error}; please report it"
        return Failure(source, stage, type(error).__name__, message)


def told_apart(
    inputs: Input | Iterable[Input],
) -> tuple[tuple[str | os.PathLike[str], ...], list[Content]]:
    """The paths and the bytes among what is to be read, each in their order.

    Raises:
        OptionError: Something is neither.
    """
    if isinstance(inputs, Content):
        return (), [inputs]
    if isinstance(inputs, str | bytes | bytearray | os.PathLike) or not isinstance(
        inputs, Iterable
    ):
        return paths(inputs, "inputs"), []
    several = list(inputs)
    return (
        paths([one for one in several if not isinstance(one, Content)], "inputs"),
        [one for one in several if isinstance(one, Content)],
    )


def without(found: Found, files: Collection[Path]) -> Found:
    """What was found in folders without the user's own tables, which may lie there too."""
    tables = {Path(file).resolve() for file in files}
    return replace(
        found,
        sources=tuple(s for s in found.sources if s.named or s.path.resolve() not in tables),
        unknown=tuple(u for u in found.unknown if Path(u.source).resolve() not in tables),
    )


def items(found: Found, at_hand: Sequence[Content], read_so: Reading) -> Iterator[Item]:
    """All that is to be read, in order, with ids of their own; what was not found comes first."""
    yield from found.failures
    for unknown in found.unknown:
        yield _refused(unknown) if read_so.strict else unknown
    ids = Ids([source.id for source in found.sources])
    for source in found.sources:
        for item in opened(source.source, ingest.contents(source, read_so), read_so):
            yield ids.settle(item) if isinstance(item, Content) else item
    for content in at_hand:
        for item in opened(content.source, ingest.open_contents(content, read_so), read_so):
            yield ids.settle(item) if isinstance(item, Content) else item


def opened(source: str, inside: Iterator[Item], read_so: Reading) -> Iterator[Item]:
    """What one input holds; where it breaks off, the failure stands in its place."""
    while True:
        item = attempt(source, "ingest", partial(next, inside, None))
        if item is None:
            return
        yield _refused(item) if isinstance(item, Skipped) and read_so.strict else item


def _refused(unknown: Skipped) -> Failure:
    message = f"{unknown.source}: of no kind that is read ({unknown.kind}); --strict asks for all"
    return Failure(unknown.source, "ingest", "CoverageError", message)
