"""Who speaks in a text of an unknown publisher: the body that it calls its own (`Odamız`)."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import institution_heads, our_heads
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention
from tutanak.resources import word_list
from tutanak.text.fold import lower

_OPEN: Final = '"“«„'
_CLOSE: Final = '"”»“'
_QUOTE_REACH: Final = 400  # characters back to the mark that opens a quotation


def issuer(text: str, words: Sequence[Word], mentions: Sequence[InstitutionMention]) -> str | None:
    """The name of the body that the text speaks for, or None where it does not say.

    `Odamız` and its like outside quotations say which kind of body speaks; the first of that kind
    that the text names is taken, since a text begins with its own body.
    """
    kinds = Counter(
        our_heads()[word.lower].noun
        for word in words
        if word.lower in our_heads() and not _quoted(text, word.start)
    )
    wanted = word_list("institution_rules", "issuers")
    for kind, _ in sorted(kinds.items(), key=lambda row: (-row[1], row[0])):
        if kind not in wanted:
            continue
        for mention in mentions:
            if mention.form == "full" and _kind(mention.name) == kind:
                return mention.name
    return None


def _kind(name: str) -> str | None:
    last = lower(name.split()[-1]) if name.split() else ""
    if last in word_list("acronyms", "local"):
        return "oda"
    head = institution_heads().get(last)
    return head.noun if head is not None else None


def _quoted(text: str, position: int) -> bool:
    """Whether a quotation is open at `position`."""
    before = text[max(0, position - _QUOTE_REACH) : position]
    opened = max(before.rfind(mark) for mark in _OPEN)
    if opened < 0:
        return False
    straight = before[opened] == '"'
    if straight:
        return before.count('"') % 2 == 1
    return not any(mark in before[opened + 1 :] for mark in _CLOSE)
