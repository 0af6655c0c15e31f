"""An account for people's eyes: the sentence with the value and its cues marked, rule, rivals.

Lines are lists of (text, style); without colours, styles become marks: `[value]`, `<cue>`.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from tutanak.reasons.values import Account, Reasons
from tutanak.records import Refusal, Span

Style = Literal["", "head", "value", "cue", "refused", "label", "dim"]
Line = list[tuple[str, Style]]

_AROUND: Final = 160  # characters of a long sentence to each side of the value
_MARKS: Final[dict[str, tuple[str, str]]] = {"value": ("[", "]"), "cue": ("<", ">")}
_LABEL: Final = 9
_MOST: Final = 12  # refusals that an account lists


def lines(reasons: Reasons) -> Iterator[str]:
    """The lines of a printout without colours."""
    for line in styled(reasons):
        yield "".join(_marked_up(text, style) for text, style in line).rstrip()


def _marked_up(text: str, style: Style) -> str:
    before, after = _MARKS.get(style, ("", ""))
    return before + text + after


def styled(reasons: Reasons) -> Iterator[Line]:
    """The lines of a printout with their styles."""
    for number, account in enumerate(reasons.values):
        if number:
            yield []
        yield from _account(account, reasons.text)
    if reasons.refused:
        if reasons.values:
            yield []
        yield [("refused elsewhere", "head")]
        for one in reasons.refused:
            yield _refusal(one, indent=2, field=True)
    if not reasons.values and not reasons.refused:
        yield [("nothing found, and nothing refused", "dim")]


def _account(account: Account, text: str) -> Iterator[Line]:
    yield [(f"{account.field} {account.index}", "label"), ("  ", ""), (account.shown, "head")]
    yield [("  ", ""), *_marked(account, text)]
    for rule in account.rules:
        yield _labelled("rule", f"{rule.name}: {rule.means}" if rule.means else rule.name)
    if account.cues:
        absent = [cue.text for cue in account.cues if cue.span is None]
        words = [cue.text for cue in account.cues if cue.span is not None]
        yield _labelled("cues", ", ".join([*words, *(f"({word})" for word in absent)]))
    for note in account.notes:
        yield _labelled("note", note)
    if account.link is not None:
        link = account.link
        target = f"{link.id}, " if link.id else "no id, "
        yield _labelled("link", f"{target}{link.method}, score {link.score:.2f}")
        for rival in link.rivals:
            shown = f"{rival.name} ({rival.id}), {rival.score:.2f}, {rival.reason}"
            yield _labelled("  not", shown)
    for one in account.beat[:_MOST]:
        yield _refusal(one, indent=2, label="beat")
    if (more := len(account.beat) - _MOST) > 0:
        yield _labelled("beat", f"and {more} more (--json lists all)")


def _labelled(label: str, text: str) -> Line:
    return [(f"  {label:{_LABEL}}", "label"), (text, "")]


def _refusal(one: Refusal, *, indent: int, label: str = "", field: bool = False) -> Line:
    head = f"{label:{_LABEL}}" if label else f"{one.field:14}" if field else ""
    shown = " ".join(one.text.split())
    return [(" " * indent + head, "label"), (shown, "refused"), (f"  {one.reason}", "")]


def _marked(account: Account, text: str) -> Line:
    """The sentence, with the value, its cues and what it beat marked."""
    low, high = _window(account, text)
    marks: list[tuple[Span, Style]] = [(span, "value") for span in account.spans]
    marks += [(cue.span, "cue") for cue in account.cues if cue.span is not None]
    marks += [(one.span, "refused") for one in account.beat]
    line: Line = [("… ", "dim")] if low > account.sentence.start else []
    at = low
    for span, style in _apart(marks, low, high):
        line.append((_flat(text[at : span.start]), ""))
        line.append((_flat(text[span.start : span.end]), style))
        at = span.end
    line.append((_flat(text[at:high]), ""))
    if high < account.sentence.end:
        line.append((" …", "dim"))
    return line


def _window(account: Account, text: str) -> tuple[int, int]:
    """What of the sentence is shown: all of it, or of a long one what is around the value."""
    start, end = account.sentence
    first = account.spans[0]
    low, high = first.start - _AROUND, first.end + _AROUND
    low = start if low <= start else text.find(" ", low, first.start) + 1 or first.start
    high = end if high >= end else max(text.rfind(" ", first.end, high), first.end)
    return low, high


def _apart(marks: Sequence[tuple[Span, Style]], low: int, high: int) -> list[tuple[Span, Style]]:
    """Marks inside the window in order; of two that overlap, the value, then the cue, stays."""
    rank = {"value": 0, "cue": 1, "refused": 2}
    kept: list[tuple[Span, Style]] = []
    for span, style in sorted(marks, key=lambda m: (rank[m[1]], m[0])):
        free = all(span.end <= other.start or other.end <= span.start for other, _ in kept)
        if low <= span.start and span.end <= high and free:
            kept.append((span, style))
    return sorted(kept)


def _flat(text: str) -> str:
    return text.replace("\n", " ⏎ ")
