"""Rules and a model together: the model is asked where rules left something open, and no further.

What the rules found stays as it is. The model is shown the sentences with capitalised runs that no
rule has explained, and of what it says only that is taken which fits such a run from end to end.
docs/models.md tells the policy and what it is worth.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tutanak.extraction.institution_names import headings, is_capitals, spell
from tutanak.extraction.institutions import find_institutions
from tutanak.extraction.model_bodies import MODEL_BODY, open_runs
from tutanak.extraction.model_labels import least_score
from tutanak.extraction.model_people import open_names, told_by_model
from tutanak.extraction.model_values import MentionModel
from tutanak.extraction.model_words import ModelName, in_words
from tutanak.extraction.people import Name, covered_words
from tutanak.extraction.tokens import Word, words
from tutanak.records import InstitutionMention, PersonMention, Refusal, Span, Why
from tutanak.text.fold import lower


@dataclass(frozen=True, slots=True)
class Joined:
    """What a model adds: names of people, and bodies.

    `ends`: where a name that begins at a character ends, if that is within its last word.
    """

    people: list[Name] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    bodies: list[InstitutionMention] = field(default_factory=list)


def join(
    text: str,
    model: MentionModel,
    *,
    explained: Iterable[Span],
    people: Iterable[PersonMention] = (),
) -> Joined:
    """What `model` adds to the values of the rules, whose places in `text` are `explained`.

    `people` are those that the rules found.

    All sentences that it is asked about go to the model at once, and depend on this text alone:
    the result is the same in any batch, order or process.
    """
    sequence = words(text)
    taken = covered_words(sequence, explained)
    known = [lower(person.name).split() for person in people]
    silent = is_capitals(sequence) | headings(sequence)
    names = open_names(sequence, taken, silent, known)
    runs = open_runs(sequence, taken, silent)
    asked = sorted({sequence[k].sentence for k in [n.first for n in names] + [a for a, _ in runs]})
    if not asked:
        return Joined()
    told = _told(text, sequence, asked, model)
    persons = [one for one in told if one.kind == "person"]
    found = told_by_model(names, [(one.first, one.last) for one in persons], model.title)
    kept = _without_overlaps(found)
    ends = {sequence[p.first].start: p.end for p in persons if p.end < sequence[p.last].end}
    used = {k for n in kept for k in range(n.first, n.last + 1)}
    bodies = [
        one
        for one in told
        if one.kind == "institution"
        and (one.first, one.last) in set(runs)
        and used.isdisjoint(range(one.first, one.last + 1))
    ]
    return Joined(kept, ends, list(_not_refused(text, sequence, bodies, model.title)))


def _told(
    text: str, sequence: Sequence[Word], asked: Sequence[int], model: MentionModel
) -> list[ModelName]:
    """What the model finds in the sentences with these numbers, where it is sure enough."""
    starts = {word.sentence: word.start for word in reversed(sequence)}
    spans = [(starts[k], starts.get(k + 1, len(text))) for k in asked]
    # A line break inside a sentence is a space to its reader; the characters keep their places.
    shown = [text[start:end].rstrip().replace("\n", " ") for start, end in spans]
    return [
        name
        for (start, _), mentions in zip(spans, model.mentions(shown), strict=True)
        for mention in mentions
        if mention.score is None or mention.score >= least_score(mention.kind)
        if (name := in_words(sequence, mention, start)) is not None
    ]


def _without_overlaps(names: Sequence[Name]) -> list[Name]:
    """Of names that share words, the longest, then the first."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.first - n.last, n.first)):
        if all(name.last < other.first or other.last < name.first for other in kept):
            kept.append(name)
    return sorted(kept, key=lambda n: n.first)


def _not_refused(
    text: str, sequence: Sequence[Word], bodies: Sequence[ModelName], title: str
) -> Iterable[InstitutionMention]:
    """Mentions of the bodies that the rules did not weigh and refuse."""
    if not bodies:
        return
    refused: list[Refusal] = []
    find_institutions(text, refused=refused)
    for one in bodies:
        start = sequence[one.first].start
        if any(r.span.start < one.end and start < r.span.end for r in refused):
            continue
        length = one.end - sequence[one.last].start
        name = spell(sequence, one.first, one.last, length)
        yield InstitutionMention(Span(start, one.end), name, "full", Why(MODEL_BODY, (title,)))
