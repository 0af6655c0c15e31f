"""Later mentions of people by surname alone."""

from collections.abc import Sequence

from tutanak.extraction.institution_names import is_capitals
from tutanak.extraction.lexicon import (
    is_ordinary,
    role_heads,
)
from tutanak.extraction.people import covered_words
from tutanak.extraction.person_bearers import Bearer
from tutanak.extraction.person_parts import title_start
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.role_titles import Bodies
from tutanak.extraction.roles import title_before
from tutanak.extraction.tokens import Word
from tutanak.records import InstitutionMention, PersonMention, Span, Why
from tutanak.text.fold import lower


def find_surnames(
    sequence: Sequence[Word], people: Sequence[Bearer], institutions: Sequence[InstitutionMention]
) -> list[PersonMention]:
    """Later mentions by surname alone: `Kaya, ...`, `Vali Yılmaz`."""
    covered = covered_words(sequence, [m.span for m in institutions])
    capitals = is_capitals(sequence)
    taken = {k for p in people for k in range(p.name.title_first, p.name.last + 1)}
    owners: dict[str, set[str]] = {}
    for person in people:
        owners.setdefault(lower(sequence[person.name.last].text), set()).add(person.name.name)
    kin = {p.name.name for p in people if p.rule.startswith("kin ")}
    found = []
    for i, word in enumerate(sequence):
        full = owners.get(word.lower)
        if full is None or len(full) != 1 or i in taken or i in covered or not word.capital:
            continue
        if (
            i > 0
            and adjacent(word)
            and sequence[i - 1].capital
            and sequence[i - 1].lower not in role_heads()
            and sequence[i - 1].sentence not in capitals
        ):
            continue
        if word.first and is_ordinary(word.lower) and not word.suffix:
            nxt = sequence[i + 1] if i + 1 < len(sequence) else None
            if nxt is None or not (nxt.gap.strip() == "," or nxt.lower in ("ise", "da", "de")):
                continue
        title_first = title_start(sequence, i)
        title = title_before(sequence, title_first, Bodies({}, {}, {}))
        name = next(iter(full))
        if title is not None and name in kin:
            continue  # Vali Topuz ve eşi Zeynep Topuz
        found.append(
            PersonMention(
                Span(word.start, word.end),
                name,
                None,
                title.role if title else None,
                (),
                None,
                Why("surname of a person named in full", (word.text,)),
                surname_only=True,
            )
        )
    return found
