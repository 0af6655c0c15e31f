"""The body that a text is about."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.acronyms import UNION_ENDS
from tutanak.extraction.lexicon import institution_heads, role_words
from tutanak.records import InstitutionMention
from tutanak.text.fold import lower, plain

# Unions of states and agencies of news are named in texts of others
_NEVER: Final = frozenset({"nato", "iha", "dha", "avrupa birligi", "birlesmis milletler", "anka"})
_SHORTEST: Final = 3
_LEAD: Final = 250  # characters in which a text says what it is about


def main_body(
    institutions: Sequence[InstitutionMention], publisher: str | None, *, any_head: bool = False
) -> str | None:
    """The body a text is about: its publisher if it is one, else the first by far.

    `any_head`: a ministry or a university as well, not only bodies that have boards and members.
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
    ranked = sorted(heads, key=lambda key: (-counts[key], key))
    if not ranked or counts[ranked[0]] < 2:
        return None
    if len(ranked) == 1 or counts[ranked[0]] > counts[ranked[1]]:
        return names[ranked[0]]
    return None


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
