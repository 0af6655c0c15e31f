"""How people met: in person, online or both."""

from collections.abc import Sequence

from tutanak.extraction.meeting_layout import Layout
from tutanak.extraction.meeting_lexicon import cues
from tutanak.records import CountMention, Format


def format_of(
    layout: Layout, sentences: Sequence[int], kind: str, counts: Sequence[CountMention]
) -> Format | None:
    """How people met, by the sentences that tell of the event and the modes of its counts."""
    text = " ".join(layout.folded(sentence) for sentence in sentences)
    modes = {count.mode for count in counts if count.mode}
    if any(cue in text for cue in cues("hybrid")):
        return "hybrid"
    online = any(cue in text for cue in cues("online")) or kind in ("webinar", "web seminer")
    online = online or "online" in modes
    bodily = any(cue in text for cue in cues("in_person")) or "in_person" in modes
    if online and bodily:
        return "hybrid"
    return "online" if online else "in_person" if bodily else None
