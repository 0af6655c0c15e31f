"""Whether those counted were in the room or online: by the words around them, or by the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from tutanak.extraction.count_cues import cues_of, fold, pattern
from tutanak.extraction.count_doubts import Sentence
from tutanak.extraction.count_phrases import Phrase
from tutanak.records import Mode

PART: Final = "part of a total"
_HELD: Final = (
    r"[^.!?]{0,60}(?:gerçekleş|düzenle|yapıl|toplan|bir araya|buluş|konuş|bağlan|icra|tamamlan)"
)
_EDGE: Final = re.compile(r",| ve | ile |ken ")
_LOCATIVE: Final = re.compile(r"\w[dt][ae](?:ki)?(?!\w)")
_WEBINAR: Final = re.compile(r"(?<!\w)webinar|web semineri")
_ROOM: Final = re.compile(r"(?<!\w)salon(?:d[ae]n?|u|umuz|a)\w*")
_REACH: Final = 40
_HEAD: Final = 700  # characters at the head of a text that are about its main meeting


@dataclass(frozen=True, slots=True)
class Counted:
    """A count that was taken: its phrase, the rule that took it, its cues and its sentence."""

    phrase: Phrase
    rule: str
    cues: tuple[str, ...]
    sentence: Sentence


def modes_of(text: str, counts: Sequence[Counted]) -> list[Mode | None]:
    """The mode of each count, in order.

    A count has the mode that its own words give it; `in_person` where it names a place and the
    other count of its sentence is online; else that of the whole meeting, unless its sentence
    tells modes apart.
    """
    head = _mode_said(fold(text[:_HEAD])) if counts else None
    hybrid = pattern("hybrid").search(fold(text[:_HEAD])) is not None
    modes: list[Mode | None] = []
    for _, group in groupby(counts, key=lambda count: count.sentence.start):
        together = list(group)
        own = [_own_mode(count, together) for count in together]
        sentence = together[0].sentence
        apart = any(own) and _WEBINAR.search(sentence.folded) is None
        whole = _mode_said(_paragraph(text, sentence, told_apart=apart))
        at_head = head
        if apart and sentence.start < _HEAD:
            at_head = _mode_said(_head_without(text, sentence))
        whole = whole or (None if hybrid else at_head)
        for count, mode in zip(together, own, strict=True):
            if mode is None and not _has_parts(count, together):
                if "online" in own and count.rule != "from" and _in_the_room(count, together):
                    modes.append("in_person")
                    continue
                if all(other in (None, whole) for other in own):
                    modes.append(whole)
                    continue
            modes.append(mode)
    return modes


def _mode_said(folded: str) -> Mode | None:
    """The mode that a folded text gives to a whole meeting: whichever it says first."""
    if pattern("hybrid").search(folded):
        return None
    online = re.search(rf"{_WEBINAR.pattern}|(?:{pattern('online').pattern}){_HELD}", folded)
    in_person = re.search(rf"(?:yüz ?yüze|fizik[iî]){_HELD}", folded)
    if online and (in_person is None or online.start() < in_person.start()):
        return "online"
    return "in_person" if in_person else None


def _paragraph(text: str, sentence: Sentence, *, told_apart: bool) -> str:
    """The folded paragraph of a sentence; without it where it tells modes apart."""
    start = text.rfind("\n", 0, sentence.start) + 1
    end = text.find("\n", sentence.end)
    before = fold(text[max(start, sentence.start - _HEAD) : sentence.start])
    after = fold(text[sentence.end : min(end if end >= 0 else len(text), sentence.end + _HEAD)])
    return f"{before} {after}" if told_apart else f"{before}{sentence.folded}{after}"


def _head_without(text: str, sentence: Sentence) -> str:
    """The folded head of a text without a sentence that tells modes apart."""
    return f"{fold(text[: sentence.start])} {fold(text[sentence.end : _HEAD])}"


def _in_the_room(count: Counted, counts: Sequence[Counted]) -> bool:
    """Whether a count whose sentence has others online names the room or place: `salonda 120`."""
    left, right = _left(count, counts), _right(count, counts)
    near = " ".join(left.split()[-2:])
    return _LOCATIVE.search(near) is not None or _ROOM.search(left + " " + right) is not None


def _has_parts(count: Counted, counts: Sequence[Counted]) -> bool:
    """Whether a count is the total of others in its sentence, which may have different modes."""
    return count.rule != PART and any(other.rule == PART for other in counts)


def _left(count: Counted, counts: Sequence[Counted]) -> str:
    """The words before a count that belong to it: back to a comma or to the count before.

    What stands before the predicate of the count before is that count's.
    """
    sentence = count.sentence
    here = count.phrase.span.start - sentence.start
    ends = [other.phrase.span.end - sentence.start for other in counts]
    previous = max((end for end in ends if end <= here), default=None)
    if previous is None:
        return sentence.folded[:here]
    cue = next((c for c in cues_of(sentence.folded) if c.start >= previous), None)
    start = cue.end if cue is not None and cue.end <= here else previous
    return sentence.folded[start:here].rsplit(",", 1)[-1]


def _right(count: Counted, counts: Sequence[Counted]) -> str:
    """The words behind a count that belong to it: up to a comma, `ve`, its verb or a count."""
    sentence = count.sentence
    offset = count.phrase.span.end - sentence.start
    stops = [offset + _REACH]
    stops += [
        other.phrase.span.start - sentence.start
        for other in counts
        if other.phrase.span.start >= count.phrase.span.end
    ]
    stops += [cue.end for cue in cues_of(sentence.folded) if cue.start >= offset][:1]
    said = sentence.folded[offset : min(stops)]
    edge = _EDGE.search(said)
    return said if edge is None else said[: edge.start()]


def _own_mode(count: Counted, counts: Sequence[Counted]) -> Mode | None:
    """The mode that the words around one count give it."""
    if _has_parts(count, counts):
        return None
    left = _left(count, counts)
    nearest: tuple[int, Mode] | None = None
    kinds: tuple[Mode, Mode] = ("in_person", "online")
    for mode in kinds:
        for match in pattern(mode).finditer(left):
            if nearest is None or match.start() > nearest[0]:
                nearest = (match.start(), mode)
    if nearest is not None:
        return nearest[1]
    right = _right(count, counts)
    return next((mode for mode in kinds if pattern(mode).search(right)), None)
