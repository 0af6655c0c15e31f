"""What is said of an event: its type, title, rank and status."""

from tutanak.extraction.meeting_events import Event
from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_mentions import EventMention
from tutanak.records import Span, Status


def type_of(layout: Layout, event: Event) -> str:
    """The bare head noun phrase of its fullest naming: `koordinasyon toplantısı`."""
    named = [m for m in event.mentions if m.noun == event.noun and not m.verbal]
    named = [m for m in named if layout.rank[m.sentence] != -2] or named
    signed = event.noun == "tören" and any(
        v.kind == "sign" for m in event.mentions for v in layout.verbs[m.sentence]
    )
    if signed and not any(m.modifiers for m in named):
        return "imza töreni"
    if not named:
        return event.mentions[0].type
    best = max(
        named, key=lambda m: (m.telling in ("held", "told", "named"), m.specific, len(m.modifiers))
    )
    fullest = max(named, key=lambda m: (m.specific, len(m.modifiers)))
    chosen = best if best.modifiers else fullest
    if not chosen.modifiers and event.parent is not None:
        return type_of(layout, event.parent)
    return chosen.type


def title_of(layout: Layout, event: Event) -> str | None:
    """The proper name: quoted best, then from the body, from a headline in capitals last."""
    named = [m for m in event.mentions if m.noun == event.noun]
    titled = [m for m in named if m.title]
    if not titled:
        plural = [m for m in event.parent.mentions if m.form.plural] if event.parent else []
        return next((m.title for m in plural if m.title), None)

    def merit(m: EventMention) -> tuple[bool, bool, bool, int]:
        told = m.telling in ("held", "told")
        return (
            m.quoted,
            not layout.shouted(m.sentence),
            told and layout.rank[m.sentence] >= 0,
            -m.index,
        )

    best = max(titled, key=merit)
    plain = [m for m in named if m.telling in ("held", "told") and not m.title and not m.bare]
    return None if plain and layout.shouted(best.sentence) else best.title


def ordinal_of(event: Event) -> int | None:
    """Its rank, from the first mention by its own noun that has one."""
    own = [m for m in event.mentions if m.noun == event.noun and m.ordinal is not None]
    return own[0].ordinal if own else None


def status_of(event: Event) -> Status:
    """Whether it took place, will, was put off or called off."""
    kinds = [m.verb.kind for m in event.mentions if m.verb is not None and m.telling == "held"]
    if "cancel" in kinds:
        return "cancelled"
    if "postpone" in kinds:
        return "postponed"
    expected = any(m.telling == "reported" and not m.past for m in event.mentions)
    over = any(m.past or m.telling in ("held", "told") for m in event.strong)
    return "planned" if event.planned or (expected and not over) else "held"


def without_space(text: str, span: Span) -> Span:
    """`span` without the white space at its ends."""
    inside = text[span.start : span.end]
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, start + len(inside.strip()))


def lead_of(event: Event) -> EventMention:
    """The mention that shows best that the event took place."""
    order = {"held": 0, "told": 1, "named": 2, "attended": 3}
    return min(event.mentions, key=lambda m: (order.get(m.telling, 9), m.index))
