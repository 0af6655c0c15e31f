"""Where the walk from the head of a title to the left stands, and where it ended."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tutanak.extraction.lexicon import RoleForm
from tutanak.extraction.role_titles import Bodies
from tutanak.extraction.tokens import Word


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a title goes: its first word, the body before it, and whether strangers end it."""

    first: int
    body: int | None = None
    stranger: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """The words from `k` to the head at `last` belong to the title; is the one before one of them?

    `seen_and`: `ve` was passed, so that a comma may join as well.
    """

    words: Sequence[Word]
    bodies: Bodies
    head: RoleForm
    last: int
    k: int
    seen_and: bool = False

    @property
    def word(self) -> Word:
        """The first word that belongs to the title for sure."""
        return self.words[self.k]

    @property
    def before(self) -> Word:
        """The word that is asked for."""
        return self.words[self.k - 1]

    @property
    def folded(self) -> str:
        """The word that is asked for, in small letters and without its suffix."""
        return self.before.lower

    @property
    def at_head(self) -> bool:
        """Whether only the head belongs to the title so far."""
        return self.k == self.last

    @property
    def subject(self) -> bool:
        """Whether words stand before the head so far."""
        return self.k < self.last

    def on(self, step: int = 1) -> "Stand":
        """The walk goes on: so many words more belong to the title."""
        return replace(self, k=self.k - step)

    def past_and(self) -> "Stand":
        """The walk goes on past `ve` and the word before it."""
        return replace(self, k=self.k - 2, seen_and=True)

    def stop(self, body: int | None = None, *, stranger: bool = False) -> Reach:
        """The walk ends: the word before belongs to something else."""
        return Reach(self.k, body, stranger)
