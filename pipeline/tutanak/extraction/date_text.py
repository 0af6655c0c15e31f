"""A text as the rules of dates look at it: flat, with its sentences and lines found on demand."""

import re
from bisect import bisect_right
from typing import Final, NamedTuple

from tutanak.extraction.date_tables import flatten
from tutanak.extraction.tokens import sentence_spans

_REACH: Final = 400  # what is said of a date stands within this; keeps time linear
_BREAK: Final = re.compile(r"[.!?…\n\r]")
_LINE: Final = re.compile(r"[^\n]*[^\s][^\n]*")
# A sentence that ends in a year: `… 10 Mart 2021. Toplantıda …`; the shared splitter takes the
# stop for that of an ordinal.
_AFTER_YEAR: Final = re.compile(r"(?<![0-9.])(?:19|20)[0-9]{2}\.[ ]+(?=[A-ZÇĞİÖŞÜ])")


class Line(NamedTuple):
    """A line with its place among the lines that are not empty."""

    start: int
    end: int
    from_top: int
    from_bottom: int


class DatedText:
    """`text`, its flat form of the same length, and where its sentences and lines are."""

    __slots__ = ("_lines", "_sentences", "flat", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.flat = flatten(text)
        self._sentences: tuple[list[int], list[int]] | None = None
        self._lines: tuple[list[int], list[int]] | None = None

    def _find_sentences(self) -> tuple[list[int], list[int]]:
        if _BREAK.search(self.text, 0, len(self.text) - 1) is None:
            return [0], [len(self.text)]
        starts, ends = [], []
        for start, end in sentence_spans(self.text):
            starts.append(start)
            for stop in _AFTER_YEAR.finditer(self.text, start, end):
                ends.append(stop.start() + 5)
                starts.append(stop.end())
            ends.append(end)
        return starts, ends

    def _find_lines(self) -> tuple[list[int], list[int]]:
        spans = [match.span() for match in _LINE.finditer(self.flat)]
        return [start for start, _ in spans], [end for _, end in spans]

    def sentence_of(self, position: int) -> tuple[int, int]:
        """`[start, end)` of the sentence at `position`, of a very long one the part around."""
        if self._sentences is None:
            self._sentences = self._find_sentences()
        starts, ends = self._sentences
        i = max(0, bisect_right(starts, position) - 1)
        return max(starts[i], position - _REACH), min(max(ends[i], position), position + _REACH)

    def line_of(self, position: int) -> Line:
        """The line that holds `position`, of a very long one the part around."""
        if self._lines is None:
            self._lines = self._find_lines()
        starts, ends = self._lines
        i = max(0, bisect_right(starts, position) - 1)
        start, end = max(starts[i], position - _REACH), min(ends[i], position + _REACH)
        return Line(start, end, i, len(starts) - 1 - i)
