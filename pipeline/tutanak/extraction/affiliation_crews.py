"""Who stands beside others of a body: `ekibimizden A, psikolog B`, `firmanın müdürü A ve B`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.affiliation_owners import reference_before
from tutanak.extraction.affiliation_text import Seats
from tutanak.extraction.lexicon import implied_heads
from tutanak.extraction.person_bearers import Bearer
from tutanak.extraction.tokens import Word


def crew_of(
    sequence: Sequence[Word], person: Bearer, crews: dict[int, int], seats: Seats
) -> str | None:
    """`saha ekibimizden uzman A, psikolog B ve C`: the body whose crew they are, or None.

    `crews`: the last name of a crew by its sentence, kept up to date here.
    """
    title, own = person.titles[0], seats.publisher or seats.lead
    if title.plural or title.noun in implied_heads() or own is None:
        return None
    before = sequence[title.first - 1].lower if title.first > 0 else ""
    sentence, k = sequence[title.first].sentence, title.first
    last = crews.get(sentence)
    joint = sequence[k - 1].lower in ("ve", "ile") if k > 0 else False
    listed = last is not None and last in (k - 1, k - 2 if joint else k - 1)
    if not (listed or before.startswith(_CREWS)):
        return None
    crews[sentence] = person.name.last
    return own


_CREWS: Final = ("ekibimiz", "kadromuz", "personelimiz", "çalışanlarımız")


def beside(
    sequence: Sequence[Word], person: Bearer, before: Bearer | None, seats: Seats
) -> str | None:
    """`firmanın Genel Müdürü A ve İnsan Kaynakları Direktörü B`: both are of the firm."""
    k = person.titles[0].first
    paired = before is not None and before.name.last == k - 2
    if before is None or not paired or not before.titles or sequence[k - 1].lower != "ve":
        return None
    first = before.titles[0].first
    return before.seat if first and reference_before(sequence, first, seats) else None
