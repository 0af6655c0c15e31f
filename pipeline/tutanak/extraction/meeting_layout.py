"""How a text is laid out for the search of meetings: headline, lead, speech, verbs."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tutanak.extraction.meeting_verbs import Verb, find_verbs
from tutanak.extraction.tokens import Word, sentence_spans, words
from tutanak.records import Span
from tutanak.text.fold import lower, upper

# A quotation this long, or with a full stop inside, is what somebody said and not a title.
_SPEECH: Final = 90
_QUOTED: Final = re.compile(
    r'[“"«„]([^“”"«»„\n]{3,600})[”"»“]'
    r"|(?<!\w)(?:''|‘‘|``)(?!['‘\s])([^\n]{3,600}?)(?:''|’’)(?!\w)"
    r"|(?<!\w)['‘]([^'’‘\"“”\n]{3,120})['’](?!\w)"
)
_STATEMENT: Final = 0.5
_SAID: Final = re.compile(r"[a-zçğıöşü]{2}[.!?…]\s|[.!?…,]$")
_BODY: Final = 60
LEAD: Final = 3


class Quote(NamedTuple):
    """A quotation, marks excluded."""

    start: int
    end: int
    speech: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A text as the rules here see it; positions count words. `starts[s]` opens sentence `s`.

    `rank[s]` is negative for headlines and furniture, else how many body sentences come before.
    """

    text: str
    words: tuple[Word, ...]
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    rank: tuple[int, ...]
    quotes: tuple[Quote, ...]
    verbs: tuple[tuple[Verb, ...], ...]

    def sentence_of(self, position: int) -> int:
        """The sentence that holds the character at `position`."""
        return max(0, bisect_right(self.spans, (position, len(self.text) + 1)) - 1)

    def range_of(self, sentence: int) -> range:
        """Indexes of the words of a sentence."""
        return range(self.starts[sentence], self.starts[sentence + 1])

    def word_at(self, position: int) -> int:
        """Index of the first word that stops after the character at `position`."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].stop <= position:
                low = middle + 1
            else:
                high = middle
        return low

    def shouted(self, sentence: int) -> bool:
        """Whether a sentence is all in capitals."""
        start, end = self.spans[sentence]
        return upper(self.text[start:end]) == self.text[start:end]

    def closing(self, sentence: int) -> str:
        """The last word of a sentence, folded; its main verb as a rule."""
        found = self.words[self.starts[sentence] : self.starts[sentence + 1]]
        return found[-1].lower if found else ""

    def folded(self, sentence: int) -> str:
        """A sentence in lower case."""
        return lower(self.text[slice(*self.spans[sentence])])

    def spoken(self, position: int) -> bool:
        """Whether the character at `position` stands in somebody's words."""
        return any(q.speech and q.start <= position < q.end for q in self.quotes)


def read_layout(text: str) -> Layout:
    """The layout of `text`."""
    found = words(text)
    spans = tuple(Span(a, b) for a, b in sentence_spans(text))
    starts: list[int] = []
    position = 0
    for _, end in spans:
        starts.append(position)
        while position < len(found) and found[position].start < end:
            position += 1
    starts.append(len(found))
    quotes = _quotes(text)
    return Layout(
        text,
        found,
        spans,
        tuple(starts),
        _ranks(text, spans),
        quotes,
        tuple(tuple(find_verbs(found, starts[s], starts[s + 1])) for s in range(len(spans))),
    )


def _ranks(text: str, spans: Sequence[Span]) -> tuple[int, ...]:
    ranks: list[int] = []
    body = 0
    for start, end in spans:
        sentence = text[start:end].rstrip("\"”»')’ ")
        whole = sentence.endswith((".", "!", "?", "…", ":", ";"))
        upper = sentence.isupper() and len(sentence) < 200
        if (end - start >= _BODY and whole and not upper) or end - start >= 5 * _BODY:
            ranks.append(body)
            body += 1
        elif body == 0:
            ranks.append(-1)
        else:
            ranks.append(body if whole and not upper else -2)
    return tuple(ranks)


def _quotes(text: str) -> tuple[Quote, ...]:
    """Quotations in order. Behind a colon, what makes up most of a text is a statement."""
    found = []
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 1
        body = match[group]
        speech = len(body) > _SPEECH or _SAID.search(body) is not None
        opened = text[: match.start()].rstrip().endswith(":")
        speech = speech and not (opened and len(body) > _STATEMENT * len(text))
        found.append(Quote(match.start(group), match.end(group), speech))
    return tuple(found)
