"""What every trained model gives, whoever made it: names in characters, and its own name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from tutanak.records import Why

Kind = Literal["person", "institution"]
MODEL: Final = "model."  # what the names of rules begin with where a model speaks


def is_of_model(why: Why) -> bool:
    """Whether a value was added by a model."""
    return why.rule.startswith(MODEL)


@dataclass(frozen=True, slots=True)
class ModelMention:
    """A name: `[start, end)` in characters of its sentence; `score` in [0, 1], or None."""

    kind: Kind
    start: int
    end: int
    score: float | None = None


class MentionModel(Protocol):
    """A trained model behind one door. `title` names it with its version, for people."""

    @property
    def title(self) -> str:
        """`tr_tutanak_md 0.1.0`."""
        ...

    def mentions(self, sentences: Sequence[str]) -> list[list[ModelMention]]:
        """The names in each sentence. The result must depend on `sentences` alone."""
        ...
