"""What the finders weighed and refused in a document: asked for by `tutanak.why`, not by a run.

The finders are deterministic and take what was found before them as arguments, so their refusals
are made by running them again on a finished extraction. A run pays nothing for them, and records
need not carry ten refusals for each value.
"""

from collections.abc import Iterator, Sequence

from tutanak.extraction import known
from tutanak.extraction.affiliation import find_people
from tutanak.extraction.counts import find_counts
from tutanak.extraction.dates import find_dates
from tutanak.extraction.institutions import find_institutions
from tutanak.extraction.lexicon import institution_heads, is_ordinary
from tutanak.extraction.meetings import find_meetings
from tutanak.extraction.own_names import OwnNames
from tutanak.extraction.phrases import looks_inflected
from tutanak.extraction.refusing import outermost, refuse
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word, words
from tutanak.extraction.words_of_names import adjacent, is_opener
from tutanak.records import Extraction, InstitutionMention, Refusal, Span

_THINGS = {
    "work": "a project, a law, a report or another work",
    "event": "an event",
    "place": "a hall, a building or a place",
    "feature": "a thing of nature or of a town",
}


def refusals(extraction: Extraction, *, names: Sequence[str] = ()) -> tuple[Refusal, ...]:
    """All refusals of a document, by field and place.

    Args:
        extraction: What was found in it; values found are not among the refusals.
        names: A user's names of bodies that it was found with.
    """
    document = extraction.document
    text, publisher = document.text, document.publisher
    dates: list[Refusal] = []
    find_dates(text, published=document.published, refused=dates)
    bodies: list[Refusal] = []
    find_institutions(text, publisher=publisher, own=OwnNames(names), refused=bodies)
    explicit = [m for m in extraction.institutions if m.form != "implied"]
    bodies += _things(text, explicit)
    inner = list(_shorter(text, explicit))
    people: list[Refusal] = []
    find_people(text, institutions=explicit, publisher=publisher, refused=people)
    counts: list[Refusal] = []
    find_counts(text, refused=counts)
    meetings: list[Refusal] = []
    find_meetings(
        text,
        dates=extraction.dates,
        institutions=extraction.institutions,
        people=extraction.people,
        counts=extraction.counts,
        published=document.published,
        publisher=publisher,
        refused=meetings,
    )
    days, persons = [m.span for m in extraction.dates], [m.span for m in extraction.people]
    return (
        *_beside(dates, days),
        *sorted(
            [*_beside(bodies, [*(m.span for m in explicit), *persons]), *inner],
            key=lambda r: r.span,
        ),
        *_beside(people, persons),
        *_beside(counts, [*(m.span for m in extraction.counts), *days]),
        *_beside(meetings, []),
    )


def _beside(refused: list[Refusal], taken: Sequence[Span]) -> Iterator[Refusal]:
    """Refusals that no value covers: what a later rule took was not refused."""
    for one in outermost(refused):
        if not any(start <= one.span.start and one.span.end <= end for start, end in taken):
            yield one


def _things(text: str, found: Sequence[InstitutionMention]) -> Iterator[Refusal]:
    """Capitalised runs whose last word makes them a project, an event or a hall."""
    sequence = words(text)
    spans = [m.span for m in found]
    for k, word in enumerate(sequence):
        kind = stop_forms().get(word.lower)
        if kind not in _THINGS or not word.capital or k == 0 or not adjacent(word):
            continue
        first = _run_start(sequence, k)
        start, end = sequence[first].start, word.end
        if first < k and not any(s < end and start < e for s, e in spans):
            refused: list[Refusal] = []
            refuse(refused, "institutions", text, start, end, _THINGS[kind])
            yield from refused


def _run_start(sequence: Sequence[Word], k: int) -> int:
    """The first word of the capitalised run that ends at word `k`."""
    first = k
    while first > 0 and adjacent(sequence[first]):
        before = sequence[first - 1]
        if not before.capital or before.suffix:
            break
        first -= 1
    opens = first < k and sequence[first].first
    return first + 1 if opens and _is_common(sequence[first]) else first


def _is_common(word: Word) -> bool:
    """Whether a word that opens a sentence says little: `Panelde`, `Bugün`."""
    common = is_ordinary(word.lower) or looks_inflected(word.lower)
    return word.shape == "title" and (common or is_opener(word))


def _shorter(text: str, found: Sequence[InstitutionMention]) -> Iterator[Refusal]:
    """Shorter names that stand inside the names found: of the registry, or with a head noun."""
    sequence = words(text)
    for mention in found:
        if mention.form != "full":
            continue
        inside = [
            k for k, w in enumerate(sequence) if mention.span.start <= w.start < mention.span.end
        ]
        if len(inside) < 3:
            continue
        refused: list[Refusal] = []
        for first, last in _names_in(sequence, inside):
            start, end = sequence[first].start, sequence[last].end
            if (start, end) != mention.span and end <= mention.span.end:
                reason = f"inside the longer name {mention.name}"
                refuse(refused, "institutions", text, start, end, reason)
        yield from refused


def _names_in(sequence: Sequence[Word], inside: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last words of names within the words `inside`, each once."""
    seen: set[tuple[int, int]] = set()
    for k in inside:
        match = known.match_at(sequence, k)
        if match is not None and match[0] <= inside[-1]:
            seen.add((k, match[0]))
        head = institution_heads().get(sequence[k].lower)
        if head is not None and head.case == "nom" and inside[0] < k < inside[-1]:
            seen.add((inside[0], k))
    yield from sorted(seen)
