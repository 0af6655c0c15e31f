"""Where the finders leave what they weighed and refused, if somebody wants to know.

Every finder takes `refused=None`; nothing is kept then, and nothing is computed for it.
"""

from tutanak.records import Field, Refusal, Span

Sink = list[Refusal] | None


def refuse(sink: Sink, field: Field, text: str, start: int, end: int, reason: str) -> None:
    """Leave `text[start:end]` with the reason why it is no value of `field`, if it is wanted."""
    if sink is not None and reason:
        sink.append(Refusal(field, Span(start, end), text[start:end], reason))


def outermost(refused: list[Refusal]) -> list[Refusal]:
    """Refusals in text order, without those inside or equal to another one of their field."""
    kept: list[Refusal] = []
    reached = -1
    for one in sorted(refused, key=lambda r: (r.span.start, -r.span.end)):
        if one.span.end > reached:
            kept.append(one)
            reached = one.span.end
    return kept
