"""What speaks for a value beside the cues of its rule: its own words, its post, its parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from tutanak.extraction.tokens import sentence_spans
from tutanak.reasons.rules import meanings, parts
from tutanak.reasons.shown import Value
from tutanak.records import (
    Extraction,
    InstitutionOut,
    MeetingOut,
    PersonMention,
    PersonOut,
    Refusal,
    Span,
)
from tutanak.text.fold import lower

_ITS_FIRST_WORD = frozenset({"given name", "given names"})
_ITS_LAST_WORD = frozenset({"surname in capitals", "head noun", "known name with a head noun"})
_STEM = 4  # letters of a role's last word that its form in the text must share


@dataclass(frozen=True, slots=True)
class Evidence:
    """Further cues, rivals and notes of a value."""

    cues: tuple[str, ...] = ()
    beat: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()


def evidence_of(value: Value, extraction: Extraction) -> Evidence:
    """What speaks for `value` beside the cues that its record keeps."""
    text = extraction.document.text
    if isinstance(value, PersonOut):
        return _person(value, extraction)
    if isinstance(value, InstitutionOut):
        return Evidence(tuple(_own_words(value, text)))
    if isinstance(value, MeetingOut) and value.organizers:
        return Evidence(notes=(f"organizers: {', '.join(value.organizers)}",))
    return Evidence()


def _own_words(value: PersonOut | InstitutionOut, text: str) -> Iterator[str]:
    """The word of the name itself that its rule went by."""
    field = "people" if isinstance(value, PersonOut) else "institutions"
    rule = parts("people" if field == "people" else "institutions", value.why.rule)[0][1]
    start, end = value.mentions[0]
    inside = text[start:end].split()
    if rule in _ITS_FIRST_WORD:
        yield inside[0]
    elif rule in _ITS_LAST_WORD:
        yield inside[-1]


def _person(value: PersonOut, extraction: Extraction) -> Evidence:
    """The words of the role, and the rule of the body; other bodies of the sentence are rivals."""
    text = extraction.document.text
    cues = list(_own_words(value, text))
    mention = _told(value, extraction)
    if value.role:
        cues += _role_words(value.role, text, mention.span)
    if mention.institution is None:
        note = () if value.institution is None else (f"body: {value.institution}",)
        return Evidence(tuple(cues), tuple(_other_bodies(mention, extraction)), note)
    body = extraction.institutions[mention.institution]
    rule = body.why.rule
    means = meanings("institutions").get(rule, "")
    note = (f"body: {value.institution}, by {rule}: {means}",)
    return Evidence(tuple(cues), tuple(_other_bodies(mention, extraction)), note)


def _told(value: PersonOut, extraction: Extraction) -> PersonMention:
    """The mention that gave the person's role, else the first of the person."""
    own = [m for m in extraction.people if m.span in value.mentions]
    with_body = (m for m in own if m.role == value.role and m.institution is not None)
    return next(with_body, None) or next((m for m in own if m.role == value.role), own[0])


def _role_words(role: str, text: str, near: Span) -> Iterator[str]:
    """The word of the text nearest to the name that the role ends in: `Kaymakamı`."""
    stem = lower(role.split()[-1])
    stem = stem[: max(_STEM, len(stem) - 2)]
    folded = lower(text)
    before = folded.rfind(stem, 0, near.start)
    after = folded.find(stem, near.end)
    at = [p for p in (before, after) if p >= 0]
    if at:
        start = min(at, key=lambda p: abs(p - near.start))
        end = start
        while end < len(text) and text[end].isalpha():
            end += 1
        yield text[start:end]


def _other_bodies(mention: PersonMention, extraction: Extraction) -> Iterator[Refusal]:
    """Bodies that the person's sentence names and that are not the person's."""
    text = extraction.document.text
    home = next(
        (Span(s, e) for s, e in sentence_spans(text) if s <= mention.span.start < e), mention.span
    )
    index = mention.institution
    own = extraction.institutions[index] if index is not None else None
    for body in extraction.institutions:
        inside = home.start <= body.span.start < home.end
        if not inside or body.form == "implied":
            continue
        if own is not None and (body.name == own.name or _meet(body.span, own.span)):
            continue
        reason = "a body of the sentence, but not of the title beside the name"
        yield Refusal("people", body.span, text[slice(*body.span)], reason)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
