"""The body that a text is about."""

from collections.abc import Iterator, Sequence
from typing import Final

from tutanak.extraction.acronyms import UNION_ENDS
from tutanak.extraction.lexicon import institution_heads, role_words
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention
from tutanak.text.fold import lower, plain

# Unions of states and agencies of news are named in texts of others
_NEVER: Final = frozenset({"nato", "iha", "dha", "avrupa birliği", "birleşmiş milletler", "anka"})
_SHORTEST: Final = 3
_LEAD: Final = 250  # characters in which a text says what it is about


def main_body(
    institutions: Sequence[InstitutionMention],
    publisher: str | None,
    *,
    sequence: Sequence[Word] = (),
    any_head: bool = False,
) -> str | None:
    """The body a text is about: its publisher if it is one, who convened, else the most named.

    `any_head`: a ministry or a university as well, not only bodies that have boards and members.
    `sequence`: the words, where a body whose general assembly is told of is to come first.
    """
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    first_at: dict[str, int] = {}
    for mention in institutions:
        if mention.form == "implied":
            continue
        owner = mention
        while owner.same_as is not None:
            owner = institutions[owner.same_as]
        key = plain(owner.name)
        counts[key] = counts.get(key, 0) + 1
        names.setdefault(key, owner.name)
        first_at[key] = min(first_at.get(key, mention.span.start), mention.span.start)
    convened = [key for key in _convened(sequence, institutions) if key in counts]
    if convened and publisher and plain(publisher).split()[0] in convened[0].split():
        return names[convened[0]]  # the branch whose assembly the union tells of
    if publisher and plain(publisher) in counts:
        return publisher
    if publisher and _is_chaired(publisher):
        return publisher
    heads = {
        key
        for key in counts
        if (any_head or _has_board(names[key])) and len(key) >= _SHORTEST and key not in _NEVER
    }
    for key in [k for k in first_at if k in heads and first_at[k] < _LEAD]:
        counts[key] += 2
    for key in convened:
        if key in heads:
            return names[key]
    ranked = sorted(heads, key=lambda key: (-counts[key], first_at[key], key))
    if not ranked or counts[ranked[0]] < 2:
        return None
    return names[ranked[0]]


def _convened(
    sequence: Sequence[Word], institutions: Sequence[InstitutionMention]
) -> Iterator[str]:
    """Keys of bodies whose general assembly or congress the text names right behind them."""
    starts = {word.start: k for k, word in enumerate(sequence)}
    found: list[tuple[int, int, str]] = []
    for at, mention in enumerate(institutions):
        k = starts.get(mention.span.start)
        if k is None or mention.form == "implied":
            continue
        while k < len(sequence) and sequence[k].start < mention.span.end:
            k += 1
        behind = [w.lower for w in sequence[k : k + _ASSEMBLY]]
        told = [n for n, w in enumerate(behind) if _is_assembly(w, behind[n + 1 : n + 2])]
        if told:
            owner = mention
            while owner.same_as is not None:
                owner = institutions[owner.same_as]
            found.append((told[0], at, plain(owner.name)))
    return (key for _, _, key in sorted(found))


def _is_assembly(word: str, following: Sequence[str]) -> bool:
    """`kongresi`, `genel kurulu`: what a body convenes."""
    if word.startswith("kongre"):
        return True
    return word == "genel" and bool(following) and following[0].startswith("kurul")


_ASSEMBLY: Final = 6  # words from a body to its general assembly


def _is_chaired(publisher: str) -> bool:
    """Whether a publisher that the text does not name is a body with a board, and no medium."""
    last = publisher.split()[-1]
    if last.rpartition("-")[2] in UNION_ENDS or last in ("Sen", "İş"):
        return True
    return lower(last) in institution_heads() and _has_board(publisher)


def _has_board(name: str) -> bool:
    """Whether a body has boards and members: an association, a chamber, a union, an agency."""
    head = institution_heads().get(lower(name.split()[-1]))
    return head is None or head.noun in role_words("chaired")
