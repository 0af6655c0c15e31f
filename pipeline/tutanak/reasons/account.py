"""Accounts of the values of a record, from the record and the extraction that it was made of."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final, get_args

from tutanak.extraction.refusals import refusals
from tutanak.extraction.tokens import sentence_spans
from tutanak.reasons.cues import located
from tutanak.reasons.dates import other_years
from tutanak.reasons.evidence import evidence_of
from tutanak.reasons.links import Linker
from tutanak.reasons.rules import rules_of
from tutanak.reasons.shown import Value, shown, spans_of
from tutanak.reasons.values import Account, Reasons
from tutanak.records import (
    DateOut,
    Extraction,
    Field,
    InstitutionOut,
    Record,
    Refusal,
    Span,
)

if TYPE_CHECKING:
    from tutanak.normalise.registry import Registry

FIELDS: Final[tuple[Field, ...]] = get_args(Field)


def reasons_of(
    record: Record,
    extraction: Extraction,
    registry: "Registry",
    *,
    fields: Collection[Field] = FIELDS,
    value: str | None = None,
    index: int | None = None,
) -> Reasons:
    """Why a record has its values.

    Args:
        record: The record.
        extraction: What it was made of.
        registry: What its bodies were linked to.
        fields: The lists whose values are wanted.
        value: Only values whose words or shown form have this in them, in any case.
        index: Only the value at this place of each list.

    Returns:
        An account of each value wanted; where neither `value` nor `index` is given, also what was
        refused in other sentences.
    """
    text = extraction.document.text
    sentences = [Span(*span) for span in sentence_spans(text)] or [Span(0, len(text))]
    names = registry.own_names()
    refused = [one for one in refusals(extraction, names=names) if one.field in fields]
    linker = Linker(registry, extraction)
    accounts: list[Account] = []
    told: set[Refusal] = set()
    for field in FIELDS:
        if field not in fields:
            continue
        rows: Sequence[Value] = getattr(record, field)
        for place, row in enumerate(rows):
            beat = _beat(field, place, rows, refused, sentences)
            told.update(beat)
            if index is not None and index != place:
                continue
            account = _account(field, place, row, record, extraction, sentences, beat, linker)
            if value is None or _asked(account, value):
                accounts.append(account)
    one = value is not None or index is not None
    rest = () if one else tuple(r for r in refused if r not in told)
    return Reasons(text, tuple(accounts), rest)


def _asked(account: Account, value: str) -> bool:
    from tutanak.text.fold import plain

    return plain(value) in plain(f"{account.text}\n{account.shown}")


def _account(
    field: Field,
    place: int,
    row: Value,
    record: Record,
    extraction: Extraction,
    sentences: Sequence[Span],
    beat: tuple[Refusal, ...],
    linker: Linker,
) -> Account:
    text = extraction.document.text
    spans = tuple(Span(*span) for span in spans_of(row))
    sentence = _sentence(sentences, spans[0])
    evidence = evidence_of(row, extraction)
    if isinstance(row, DateOut):
        beat = (*beat, *other_years(row))
    notes = tuple(
        f"{w.code}: {w.message}" for w in record.warnings if w.span is not None and w.span in spans
    )
    return Account(
        field,
        place,
        text[slice(*spans[0])],
        shown(row),
        spans,
        sentence,
        rules_of(field, row.why.rule),
        located(text, (*row.why.cues, *evidence.cues), spans[0], sentence),
        (*beat, *evidence.beat),
        (*evidence.notes, *notes),
        linker(row) if isinstance(row, InstitutionOut) else None,
    )


def _sentence(sentences: Sequence[Span], span: Span) -> Span:
    return sentences[max(0, bisect_right(sentences, (span.start, 1 << 60)) - 1)]


def _beat(
    field: Field,
    place: int,
    rows: Sequence[Value],
    refused: Sequence[Refusal],
    sentences: Sequence[Span],
) -> tuple[Refusal, ...]:
    """Refusals of the value's field that overlap a mention or stand in the sentence of the first.

    Meetings compete over the whole text: each refusal goes to the meeting nearest to it.
    """
    spans = [Span(*span) for span in spans_of(rows[place])]
    own = [one for one in refused if one.field == field]
    if field == "meetings":
        firsts = [spans_of(row)[0][0] for row in rows]

        def nearest(one: Refusal) -> int:
            return min(range(len(rows)), key=lambda k: abs(firsts[k] - one.span.start))

        return tuple(one for one in own if nearest(one) == place)
    sentence = _sentence(sentences, spans[0])
    return tuple(one for one in own if any(_meets(one.span, s) for s in (sentence, *spans)))


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def fields_named(names: Collection[str]) -> Iterator[Field]:
    """The fields of these names, in the order of a record; all where there are none."""
    yield from (field for field in FIELDS if field in names or not names)
