"""People with the titles and bodies that the text gives them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.people import Name
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word

# What guests of a meeting do there: no post, and no body of their own
GUESTS: Final = frozenset(
    {"konuşmacı", "panelist", "moderatör", "sunucu", "kolaylaştırıcı", "eğitmen", "katılımcı"}
)


@dataclass(slots=True)
class Bearer:
    """A name with its titles, the post first, and the body of the post.

    `body` is the index of a mention, `implied` the name of a body that the title itself implies,
    `seat` that of one found elsewhere in the text, or in the words `seat_words` behind the name;
    `other` are duties at the meeting.
    """

    name: Name
    titles: list[Title]
    body: int | None
    implied: str | None
    rule: str
    other: list[str]
    seat: str | None = None
    seat_words: tuple[int, int] | None = None


def use(person: Bearer, title: Title) -> None:
    """Make the body of `title` that of the person."""
    person.body, person.implied = title.body, title.implied


def line_end(sequence: Sequence[Word], k: int) -> int:
    """The last word of the sentence or line that word `k` opens."""
    while k + 1 < len(sequence) and not sequence[k + 1].first:
        k += 1
    return k


def lines_of(sequence: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """(first, last) word of each line of the text, in order."""
    first = 0
    for k in range(1, len(sequence) + 1):
        if k == len(sequence) or "\n" in sequence[k].gap:
            yield first, k - 1
            first = k
