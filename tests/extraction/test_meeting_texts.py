"""Events of whole texts with their publisher and day of publication: `meeting_texts.txt`.

The first blocks were written by two people who know no rule (after reading real releases), the
last ones by the author of rules. What is still wrong is marked `open`, and stays so only while it
is.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

import tutanak
from tutanak.text.fold import lower

TEXTS = Path(__file__).parent / "meeting_texts.txt"


@dataclass(frozen=True, slots=True)
class Event:
    """An event that a block expects: readings of its type, and its first day or "-"."""

    types: tuple[str, ...]
    start: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A text of the table. `open`: what it expects is not found yet."""

    id: str
    publisher: str | None
    published: str | None
    text: str
    events: tuple[Event, ...]
    open: bool


def read_blocks() -> list[Block]:
    """The blocks of the table. Raises ValueError where a head has not three or four cells."""
    blocks = []
    for piece in TEXTS.read_text(encoding="utf-8").split("\n====\n"):
        head, *lines = [line for line in piece.strip("\n").split("\n") if not line.startswith("#")]
        cells = [cell.strip() for cell in head.removeprefix("== ").split("|")]
        if len(cells) not in (3, 4):
            raise ValueError(f"not `== id | publisher | day`: {head!r}")
        events = []
        for line in lines:
            if line.startswith("--"):
                values = [cell.strip() for cell in line.lstrip("-? ").split("|")]
                types = tuple(lower(kind) for kind in values[0].split("/"))
                events.append(Event(types, values[3], line.startswith("-- ?")))
        text = "\n".join(line for line in lines if not line.startswith("--")).strip()
        publisher, published = (None if cell == "-" else cell for cell in cells[1:3])
        blocks.append(
            Block(cells[0], publisher, published, text, tuple(events), cells[3:] == ["open"])
        )
    return blocks


def differences(block: Block) -> list[str]:
    """What is missed and what is too much; nothing where the events are as expected."""
    record = tutanak.extract(block.text, publisher=block.publisher, published=block.published)
    found = [(lower(m.type), str(m.start) if m.start else "-") for m in record.meetings]
    missed = []
    for event in sorted(block.events, key=lambda e: e.optional):
        hit = next((f for f in found if f[1] == event.start and _alike(f[0], event.types)), None)
        if hit is not None:
            found.remove(hit)
        elif not event.optional:
            missed.append(f"missed {event.types[0]} {event.start}")
    return [*missed, *(f"found {kind} {start}" for kind, start in found)]


def _alike(kind: str, types: tuple[str, ...]) -> bool:
    return any(kind == t or kind.endswith(f" {t}") or t.endswith(f" {kind}") for t in types)


BLOCKS = [
    pytest.param(b, id=b.id, marks=[pytest.mark.xfail(strict=True)] if b.open else [])
    for b in read_blocks()
]


@pytest.mark.parametrize("block", BLOCKS)
def test_events_of_a_text(block: Block) -> None:
    assert differences(block) == []
