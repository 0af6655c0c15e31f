"""What an account of a record consists of; frozen, and plain enough for JSON."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from tutanak.records import Field, Refusal, Span


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that a rule went by; `span` is where it stands, None where the text lacks it."""

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its name, with its meaning in a sentence (docs/why.md)."""

    name: str
    means: str


@dataclass(frozen=True, slots=True)
class Rival:
    """A body of the registry that a name could have meant, and what kept it out."""

    id: str
    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Linked:
    """How a name was linked to the registry, or why it was not."""

    id: str | None
    canonical_name: str | None
    method: str
    score: float
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One value of a record: where it stands, what made it, and what it beat.

    `index` is its place in the record's list, `shown` the value in a line; `sentence` is the
    sentence of its first mention. `beat` are the refusals of its field that overlap it or stand
    in its sentence. `link` is there for institutions, `post` for people: what the role was read
    from and which rule gave the body.
    """

    field: Field
    index: int
    text: str
    shown: str
    spans: tuple[Span, ...]
    sentence: Span
    rules: tuple[Rule, ...]
    cues: tuple[Cue, ...]
    beat: tuple[Refusal, ...]
    notes: tuple[str, ...] = ()
    link: Linked | None = None


@dataclass(frozen=True, slots=True)
class Reasons:
    """An account of each value asked for, and the refusals beside none of them.

    `print` shows the sentences with values and cues marked; `to_dict` is for JSON.
    """

    text: str
    values: tuple[Account, ...]
    refused: tuple[Refusal, ...]

    def to_dict(self) -> dict[str, Any]:
        """Accounts and refusals as plain values; spans count the characters of `text`."""
        return asdict(self)

    def __iter__(self) -> Iterator[Account]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)

    def __str__(self) -> str:
        from tutanak.reasons.printout import lines

        return "\n".join(lines(self))
