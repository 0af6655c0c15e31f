"""Where cue words stand: rules keep them as words, whoever reads wants to see them."""

from collections.abc import Iterable

from tutanak.reasons.values import Cue
from tutanak.records import Span
from tutanak.text.fold import lower


def located(text: str, cues: Iterable[str], near: Span, sentence: Span) -> tuple[Cue, ...]:
    """Each cue with the place in `sentence` nearest to the value at `near`.

    Where the sentence lacks it, the nearest place in the text; the span takes in the whole word
    that begins with the cue. A cue told as a word of a table may stand nowhere.
    """
    return tuple(dict.fromkeys(_locate(text, cue, near, sentence) for cue in cues if cue.strip()))


def _locate(text: str, cue: str, near: Span, sentence: Span) -> Cue:
    folded, wanted = lower(text), lower(cue.strip())
    best: Span | None = None
    for low, high in (sentence, (0, len(text))):
        at = folded.find(wanted, low, high)
        while at >= 0:
            span = Span(at, at + len(wanted))
            starts = at == 0 or not folded[at - 1].isalnum()
            if starts and (best is None or _gap(span, near) < _gap(best, near)):
                best = span
            at = folded.find(wanted, at + 1, high)
        if best is not None:
            end = best.end
            if near.start <= best.start < near.end:
                return Cue(text[best.start : end], best)
            while end < len(text) and text[end].isalpha() and end - best.end < _ENDING:
                end += 1
            return Cue(text[best.start : end], Span(best.start, end))
    return Cue(cue, None)


_ENDING = 8  # letters of an ending behind a cue that is told as a stem


def _gap(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)
