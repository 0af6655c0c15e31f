"""The events that a text names and does not report: left with the reasons, when they are wanted."""

from collections.abc import Sequence

from tutanak.extraction.meeting_events import Event
from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.extraction.refusing import Sink, refuse


def refuse_events(
    refused: Sink,
    layout: Layout,
    mentions: Sequence[EventMention],
    others: Sequence[tuple[Event, str]],
    main: Event | None,
) -> None:
    """Leave each of `others` at the mention that says most of it, and what is background.

    The weights tell how much a text says of an event; `main` is the one it says most of.
    """
    for event, doubt in others:
        lead = max(event.mentions, key=lambda m: (m.specific, m.title is not None, -m.index))
        weight = f"weight {event.weight:.1f}"
        if main is not None:
            weight += f", {main.noun} {main.weight:.1f}"
        _refuse(refused, layout, lead, f"{doubt} ({weight})")
    for mention in mentions:
        if mention.telling == "background":
            _refuse(refused, layout, mention, "another event than the one reported")


def _refuse(refused: Sink, layout: Layout, mention: EventMention, reason: str) -> None:
    start, end = mention.span
    inside = layout.text[start:end]
    start += len(inside) - len(inside.lstrip())
    refuse(refused, "meetings", layout.text, start, start + len(inside.strip()), reason)
