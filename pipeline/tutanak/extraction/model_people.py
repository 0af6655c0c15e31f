"""People that a model finds: only where no rule speaks against the name, and none for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from tutanak.extraction.lexicon import is_place_word
from tutanak.extraction.people import Name, name_at
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.tokens import Word
from tutanak.records import PersonMention, Span

MODEL_PERSON: Final = "model.person"


def open_names(
    sequence: Sequence[Word],
    taken: frozenset[int],
    silent: frozenset[int],
    known: Iterable[Iterable[str]] = (),
) -> list[Name]:
    """Runs of capitalised words that would be names of people if only something spoke for them.

    They have passed all that the rules hold against a name: bodies, works and halls that they go
    on as, places, plurals, topics, ordinary words.

    Args:
        sequence: The words of a text.
        taken: Those that the rules have explained.
        silent: Sentences whose capitals say nothing: headings and lines of capitals.
        known: The folded words of the names of people that the rules found: a run of such words
            (two surnames) is that person once more.
    """
    people = [frozenset(name) for name in known]
    found: list[Name] = []
    for i in range(len(sequence) - 1):
        word = sequence[i]
        if not word.capital or word.suffix or word.shape == "initial" or i in taken:
            continue
        if word.sentence in silent or not adjacent(sequence[i + 1]):
            continue
        name = name_at(sequence, i, taken, silent, silent, (), otherwise=MODEL_PERSON)
        if not isinstance(name, Name) or name.rule != MODEL_PERSON:
            continue
        if not taken.isdisjoint(range(name.first, name.last + 1)):
            continue
        folded = [w.lower for w in sequence[name.first : name.last + 1]]
        if all(is_place_word(w) for w in folded) or any(p.issuperset(folded) for p in people):
            continue
        found.append(name)
    return found


def told_by_model(names: Iterable[Name], told: Iterable[tuple[int, int]], title: str) -> list[Name]:
    """Of open names those that the model gave, with the model as their evidence.

    Args:
        names: As `open_names` gives them.
        told: First and last words of the people that the model found.
        title: What the model is called.
    """
    wanted = set(told)
    return [
        replace(name, rule=MODEL_PERSON, cues=(title,))
        for name in names
        if (name.first, name.last) in wanted
    ]


def name_from(row: Mapping[str, Any]) -> Name:
    """A name that was kept on a Doc, where tuples have become lists."""
    return Name(**{**row, "cues": tuple(row["cues"])})


def without_endings(
    people: Iterable[PersonMention], ends: Mapping[int, int]
) -> list[PersonMention]:
    """People of the model whose last word has a case ending without an apostrophe, cut before it.

    `ends`: where the name ends, by where it begins, in characters.
    """
    return [
        replace(
            person,
            span=Span(person.span.start, ends[person.span.start]),
            name=person.name[: ends[person.span.start] - person.span.end],
        )
        if person.why.rule == MODEL_PERSON and person.span.start in ends
        else person
        for person in people
    ]
