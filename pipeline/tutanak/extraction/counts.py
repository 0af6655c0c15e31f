"""How many people or bodies took part in the meeting that a text reports.

A number is a count only where the text says that those counted were there, by the predicate that
governs them; a number that is anything else is kept with the reason (`explain_counts`).
"""

import re
import sys
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from tutanak.extraction.count_cues import fold
from tutanak.extraction.count_doubts import Sentence
from tutanak.extraction.count_modes import Counted, modes_of
from tutanak.extraction.count_parts import settle_parts
from tutanak.extraction.count_phrases import Phrase
from tutanak.extraction.count_sharing import find_phrases
from tutanak.extraction.count_verdicts import NOT_COUNTED, verdict_on
from tutanak.extraction.refusing import Sink, refuse
from tutanak.extraction.tokens import sentence_spans
from tutanak.records import CountMention, Refusal, Unit, Why

# Short quotations are names; all are read, so that opening and closing marks stay in step.
_QUOTE: Final = re.compile(r"[“\"«„]([^“”\"«»„\n]*)[”\"»]")
_QUOTED_SPEECH: Final = 25
# Where `ortak` are people; elsewhere they are the bodies that share a project.
_MEMBERS: Final = re.compile(r"kooperatif|hissedar|pay sahib")
_LONGEST: Final = 2000
_EVERYBODY: Final = frozenset(("kişi", "katılımcı"))


def find_counts(text: str, *, refused: Sink = None) -> list[CountMention]:
    """The participant counts of `text` in order; the same count said again is left out.

    `refused` takes the numbers that are none, if they are wanted.
    """
    counts = _judge(text)[0]
    if refused is not None:
        refused += explain_counts(text)
    mentions: list[CountMention] = []
    nouns: dict[tuple[int | None, int | None, Unit], set[str]] = {}
    for count, mode in zip(counts, modes_of(text, counts), strict=True):
        phrase = count.phrase
        if phrase.head is None and count.rule != "stated":
            refuse(refused, "counts", text, *phrase.span, NOT_COUNTED)
            continue
        noun = phrase.noun or "katılımcı"
        unit: Unit = phrase.head.unit if phrase.head is not None else "person"
        if noun == "ortak" and _MEMBERS.search(fold(text)):
            unit = "person"
        same = nouns.setdefault((phrase.low, phrase.high, unit), set())
        if same and (noun in same or same & _EVERYBODY or noun in _EVERYBODY):
            refuse(refused, "counts", text, *phrase.span, "the same count again")
            continue
        same.add(noun)
        mentions.append(
            CountMention(
                span=phrase.span,
                text=text[phrase.span.start : phrase.span.end],
                low=phrase.low,
                high=phrase.high,
                qualifier=phrase.qualifier,
                unit=unit,
                noun=noun,
                mode=mode,
                why=Why(rule=f"count.{count.rule}", cues=count.cues),
            )
        )
    return mentions


def explain_counts(text: str) -> list[Refusal]:
    """The numbers of `text` that are no participant counts, in order, each with the reason.

    `span` is that of the number alone.
    """
    return list(_judge(text)[1])


@lru_cache(maxsize=4)
def _judge(text: str) -> tuple[tuple[Counted, ...], tuple[Refusal, ...]]:
    """Every number of `text`: the counts, and the others."""
    phrases = find_phrases(text)
    homes = _homes(text, phrases)
    quotes = [m.span(1) for m in _QUOTE.finditer(text) if len(m[1]) >= _QUOTED_SPEECH]
    verdicts = [
        verdict_on(
            text,
            phrase,
            home,
            quoted=_inside(quotes, phrase.numeral.start),
        )
        for phrase, home in zip(phrases, homes, strict=True)
    ]
    settle_parts(text, phrases, verdicts, homes)
    counts: list[Counted] = []
    refused: list[Refusal] = []
    for phrase, verdict, home in zip(phrases, verdicts, homes, strict=True):
        if verdict.taken:
            counts.append(Counted(phrase, verdict.reason, verdict.cues, home))
        elif not phrase.holder:
            refuse(refused, "counts", text, *phrase.numeral, verdict.reason)
    return tuple(counts), tuple(refused)


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether `at` is inside one of `spans`, which are in order and do not overlap."""
    index = bisect_right(spans, (at, sys.maxsize)) - 1
    return index >= 0 and at < spans[index][1]


def _homes(text: str, phrases: list[Phrase]) -> list[Sentence]:
    """The sentence of each phrase; phrases of one sentence share the object.

    What has no full stop for pages (tables, lists) is cut, so that time grows with its length.
    """
    spans = [
        (at, min(at + _LONGEST, end))
        for start, end in sentence_spans(text)
        for at in range(start, max(end, start + 1), _LONGEST)
    ]
    starts = [start for start, _ in spans]
    sentences: dict[int, Sentence] = {}
    homes: list[Sentence] = []
    for phrase in phrases:
        number = max(bisect_right(starts, phrase.numeral.start) - 1, 0)
        if number not in sentences:
            start, end = spans[number]
            sentences[number] = Sentence(start, end, fold(text[start:end]))
        homes.append(sentences[number])
    return homes
