"""Who organised or hosted an event."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_lexicon import cues, stems, tense_of
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.records import InstitutionMention
from tutanak.text.fold import lower

_LINK: Final = re.compile(r"[\s,]*(?:(?:ve|ile|ile birlikte|,|;)\s*)?(?:T\.C\.\s*)?")
_CASE: Final = re.compile(r"['’‘`´]?\s?(?:n?[ıiuü]n|n?c[ae]|y?l[ae])?(?:\s*\([^)]{1,40}\)\s*(?:['’‘`]?\s?n?[ıiuü]n)?)?")
_MAKES: Final = ("düzenle", "organize et", "gerçekleştir", "tertiple", "ev sahipliği yap", "yap", "hazırla")


def organizers_of(
    layout: Layout,
    mentions: Sequence[EventMention],
    institutions: Sequence[InstitutionMention],
    publisher: int | None,
) -> tuple[int, ...]:
    """Indexes of the bodies that the text says organised or hosted the event."""
    found: list[int] = []
    sentences = dict.fromkeys(m.sentence for m in mentions if m.telling not in ("background",))
    for sentence in sentences:
        start, end = layout.spans[sentence]
        here = [k for k, inst in enumerate(institutions) if start <= inst.span.start < end]
        own = [m for m in mentions if m.sentence == sentence]
        for k in here:
            if _organises(layout, institutions[k], end, own):
                found.extend(_with_list(layout, institutions, here, k))
        if publisher is not None and _first_person(layout, own):
            found.append(publisher)
    kept: dict[str, int] = {}
    for k in found:
        target = institutions[k].same_as
        index = target if target is not None else k
        kept.setdefault(institutions[index].name, index)
    return tuple(kept.values())


def _organises(
    layout: Layout, institution: InstitutionMention, end: int, own: Sequence[EventMention]
) -> bool:
    tail = layout.text[institution.span.end : end]
    match = _CASE.match(tail)
    case = match.group() if match else ""
    rest = lower(tail[len(case) :].lstrip())
    if rest.startswith(tuple(cues("after"))):
        return True
    head = min((m.span.start for m in own if m.span.start > institution.span.end), default=None)
    near = lower(tail[: (head if head is not None else end) - institution.span.end])
    if rest.startswith("tarafından") and _made(rest):
        return True
    bare = lower(case).strip("'’‘`´ ")
    if re.fullmatch(r"n?c[ae]", bare) and _made(rest):
        return True
    if re.fullmatch(r"n?[ıiuü]n", bare.split("(")[0].strip()) and head is not None:
        return re.search(r"(?:düzenlediği|organize ettiği|gerçekleştirdiği|tertiplediği|ev sahipliği yaptığı)\b", near) is not None
    if not bare and institution.span.start == _subject_start(layout, institution):
        tense = [m for m in own if m.telling == "held" and m.verb is not None]
        return any(
            tense_of(layout.words[m.verb.index].lower, ("düzenle", "gerçekleştir", "yap")) in ("past", "future", "to_come")
            for m in tense
            if m.verb is not None
        ) or "ev sahipliği yap" in rest
    return False


def _subject_start(layout: Layout, institution: InstitutionMention) -> int:
    sentence = layout.sentence_of(institution.span.start)
    start = layout.words[layout.starts[sentence]].start
    return institution.span.start if institution.span.start - start < 4 else -1


def _made(rest: str) -> bool:
    """Whether a verb of organising stands within a dozen words behind."""
    window = " ".join(rest.split()[:14])
    return any(
        tense_of(word.strip(".,;:”“\"'’"), stems("hold")) is not None for word in window.split()
    )


def _with_list(
    layout: Layout, institutions: Sequence[InstitutionMention], here: Sequence[int], k: int
) -> Iterator[int]:
    """The body at `k` with those listed before it: `A, B ve C iş birliğinde`."""
    chain = [k]
    position = institutions[k].span.start
    for j in sorted((j for j in here if institutions[j].span.end <= position), reverse=True,
                    key=lambda j: institutions[j].span.end):
        gap = layout.text[institutions[j].span.end : position]
        if len(gap) > 40 or not _LISTED.fullmatch(gap):
            break
        chain.insert(0, j)
        position = institutions[j].span.start
    yield from chain


_LISTED: Final = re.compile(
    r"(?:['’‘`]?\s?(?:n?[ıiuü]n|y?l[ae]|n[ıi]n))?\s*(?:\([^)]{1,25}\))?(?:['’‘`]?\s?n?[ıiuü]n)?\s*(?:,|ve|ile|;|ile birlikte|,\s*)?\s*(?:T\.C\.\s*)?"
)


def _first_person(layout: Layout, own: Sequence[EventMention]) -> bool:
    for mention in own:
        if mention.form.ours:
            return True
        if mention.telling == "held" and mention.verb is not None:
            word = layout.words[mention.verb.index].lower
            if re.search(r"[dt][ıiuü]k$|[ae]ca[ğ][ıi]z$|[ae]ce[ğ]iz$", word):
                return True
        if mention.telling == "told" and mention.verb is not None:
            word = layout.words[mention.verb.index].lower
            if re.search(r"ğ[ıiuü]m[ıiuü]z$", word):
                return True
    return False
