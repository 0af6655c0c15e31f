"""Words and sentences of a text, with suffixes set apart. What every rule here looks at.

spaCy's Turkish tokens keep `UNHCR'nin` whole and split `09 - 11`, and users bring tokenizers of
their own, so rules read characters through this layer and never depend on token edges.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from tutanak.resources import word_list
from tutanak.text.fold import APOSTROPHES, DASHES, lower
from tutanak.text.suffixes import is_suffix

Shape = Literal["upper", "title", "lower", "digit", "initial"]

_APOS: Final = re.escape(APOSTROPHES)
_LETTER: Final = r"[^\W\d_]"
_JOINS: Final = re.escape(DASHES.replace("—", ""))  # `Başkanlığı—AFAD` is two words
_WORD: Final = re.compile(
    rf"(?P<dotted>(?:[A-ZÇĞİÖŞÜ]\.[ ]?)*[A-ZÇĞİÖŞÜ]\.(?:[ ]?[A-ZÇĞİÖŞÜ](?=[ ,;)]))?|"
    rf"[A-ZÇĞİÖŞÜ]\.[A-ZÇĞİÖŞÜ](?!\w)|"
    rf"[A-ZÇĞİÖŞÜ](?=\.))"
    rf"|(?P<parted>[A-ZÇĞİÖŞÜ]{{2,4}}\.[A-ZÇĞİÖŞÜ]{{2,4}}(?!\w))"  # KA.DER
    rf"|(?P<letters>{_LETTER}+(?:[{_JOINS}&](?={_LETTER}){_LETTER}+)*\d*)"
    rf"|(?P<digits>\d+(?:[.,:/]\d+)*(?:[A-ZÇĞİÖŞÜ]+)?)"
)
_TAIL: Final = re.compile(
    rf"(?P<sep>[{_APOS}]{{1,2}}| [{_APOS}]|[{_APOS}] )(?P<letters>{_LETTER}+)(?!\w)"
)
# Broken spacing: `Odası nda`, `Belediyesi nin`; only endings that are no words
_DETACHED: Final = re.compile(r" (n[ıiuü]n|nd[ae]n?|nc[ae]|na)(?!\w)")
_INNER: Final = re.compile(rf"[{_APOS}]({_LETTER}+)")
_GLUED: Final = re.compile(r"([A-ZÇĞİÖŞÜ]{2,})([a-zçğıöşü]{1,6})")
_SPACE: Final = re.compile(r"\s+")
_STOP: Final = re.compile(
    r"[.!?…]+[\"”»')\]]*\s+[\"“«'(\[•*-]*\s*(?=[A-ZÇĞİÖŞÜ\d])|[.!?][\"”»]*(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü])"
)
_ASSISTANT: Final = re.compile(r"\.\s?Gör\.")
_WRAPPED_LINES: Final = 6  # line breaks from which on a text can be a wrapped one
_WRAP_WIDTHS: Final = (40, 130)
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_BREAK: Final = re.compile(r"[ \t]*\n[ \t]*(?:\n\s*)?")
_BULLETS: Final = "•*·▪■–-—●►»>"


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `[start, end)` is its stem, `[start, stop)` includes the suffix.

    `gap` is what stands between the word before (its `stop`) and this one. `sentence` counts the
    sentences of the text; `first` says that this word opens one.
    """

    start: int
    end: int
    stop: int
    text: str
    lower: str
    suffix: str
    gap: str
    shape: Shape
    sentence: int
    first: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.shape in ("upper", "title", "initial")


def is_parted(word: Word) -> bool:
    """Whether a word is an acronym of two parts: `KA.DER`, no `A.Ş.`."""
    first, _, last = word.text.partition(".")
    return len(first) > 1 and len(last) > 1 and word.shape == "upper"


def _shape(text: str) -> Shape:
    if text[0].isdigit():
        return "digit"
    letters = [c for c in text if c.isalpha()]
    if len(letters) == 1 and letters[0].isupper():
        return "initial"
    if all(c.isupper() for c in letters):
        return "upper"
    return "title" if letters and letters[0].isupper() else "lower"


def _suffix_at(text: str, end: int, stem: str) -> tuple[str, int]:
    """The suffix behind an apostrophe at `end`, and where it stops; ("", end) if there is none."""
    loose = _DETACHED.match(text, end) if stem[0].isupper() else None
    if loose is not None:
        return loose[1], loose.end()
    tail = _TAIL.match(text, end)
    if tail is None or not is_suffix(tail["letters"]):
        return "", end
    letters = tail["letters"]
    spaced = " " in tail["sep"]
    if spaced and (not stem[0].isupper() or not letters.islower()):
        return "", end
    if letters.isupper() and not (stem.isupper() or stem[0].isdigit()):
        return "", end
    if not (letters.islower() or letters.isupper()):
        return "", end
    return lower(letters), tail.end()


def _is_assistant(text: str, end: int) -> bool:
    """`Ar. Gör.`: a rank; else `Ar` is a name, and its full stop ends the sentence."""
    return _ASSISTANT.match(text, end) is not None


def _wrap_width(text: str) -> int:
    """The length that lines must have to run on in the next one; 0 where lines are not wrapped.

    A text is wrapped where lines of one length break off and a good part of the next ones goes on
    in small letters, or some of them where nearly all lines are as long as each other.
    """
    lines = text.split("\n")
    broken = [(a.rstrip(), b.strip()) for a, b in pairwise(lines) if a.strip() and b.strip()]
    lengths = sorted(len(a) for a, _ in broken)
    if len(lengths) < _WRAPPED_LINES:
        return 0
    typical = lengths[len(lengths) * 3 // 4]
    low, high = _WRAP_WIDTHS
    going_on = sum(b[0].islower() for _, b in broken)
    even = sum(length * 5 >= typical * 4 and length * 4 <= typical * 5 for length in lengths)
    ended = sum(a[-1] in ".!?:;…" for a, _ in broken)
    even_lines = even >= len(broken) * 0.8 and ended <= len(broken) / 5
    wanted = len(broken) / (16 if even_lines else 4)
    if not low <= typical <= high or going_on < wanted:
        return 0
    return typical * 2 // 3


def _is_wrap(text: str, end: int, width: int) -> bool:
    """Whether the line that ends at `end` is broken for its length alone."""
    line = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    short = line[-1] == "." and lower(line.split()[-1].rstrip(".")) in word_list("abbreviations")
    return len(line) >= width and (short or line[-1] not in ".!?:;…")


@lru_cache(maxsize=4)
def _sentence_starts(text: str) -> tuple[int, ...]:
    """Where sentences begin, in order, 0 first."""
    starts = {0}
    abbreviations = word_list("abbreviations")
    for stop in _STOP.finditer(text):
        before = text[max(0, stop.start() - 20) : stop.start()]
        last = re.search(r"[^\s(\"“'’]+$", before)
        mark = stop.group()[0]
        if mark == "." and last is not None:
            token = lower(last.group().rstrip("."))
            after = text[stop.end() : stop.end() + 1]
            if token in abbreviations or token.split(".")[-1] in abbreviations:
                continue
            if token.split(".")[-1] == "ar" and _is_assistant(text, stop.start()):
                continue
            if _INITIALS.fullmatch(token) or len(token.split(".")[-1]) == 1:
                continue
            ordinal = token.isdigit() or re.fullmatch(r"[ivx]+", token.replace("ı", "i"))
            if ordinal and not after.isdigit() and len(token) < 4:
                continue
        starts.add(stop.end())
    width = _wrap_width(text)
    for gap in _BREAK.finditer(text):
        if gap.end() >= len(text):
            continue
        blank = gap.group().count("\n") > 1
        if width and not blank and _is_wrap(text, gap.start(), width):
            continue
        before, after = text[: gap.start()].rstrip()[-1:], text[gap.end()]
        soft = after.islower() or after in ",;)" + APOSTROPHES or before in (",", "-")
        if blank or not soft:
            starts.add(gap.end())
    return tuple(sorted(starts))


@lru_cache(maxsize=4)
def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order."""
    starts = _sentence_starts(text)
    abbreviations = word_list("abbreviations")
    found: list[Word] = []
    position, sentence, previous_stop = 0, -1, 0
    bound = 0
    while (match := _WORD.search(text, position)) is not None:
        start, end = match.span()
        stem = match.group()
        if (
            match.lastgroup == "dotted"
            and len(stem) > 3
            and " " in stem
            and not stem.startswith("T")
        ):
            end = start + 2
            stem = text[start:end]
        suffix, stop = "", end
        if match.lastgroup == "letters":
            short = lower(stem) in abbreviations or (stem == "Ar" and _is_assistant(text, end))
            if short and text[end : end + 1] == ".":
                end += 1
                stem, stop = text[start:end], end
            glued = _GLUED.fullmatch(stem)
            if glued is not None and is_suffix(glued[2]):
                end = start + len(glued[1])
                suffix, stem, stop = glued[2], glued[1], stop
        if not suffix:
            suffix, stop = _suffix_at(text, end, stem)
        if not suffix and (inner := _INNER.match(text, end)) and match.lastgroup == "letters":
            end = stop = inner.end()  # Kur'an, O'Neill: the apostrophe belongs to the name
            stem = text[start:end]
        first = False
        while bound < len(starts) and starts[bound] <= start:
            bound, sentence, first = bound + 1, sentence + 1, True
        found.append(
            Word(
                start,
                end,
                stop,
                stem,
                lower(stem),
                suffix,
                text[previous_stop:start],
                _shape(stem),
                sentence,
                first,
            )
        )
        position = previous_stop = stop
    return tuple(found)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """`[start, end)` of each sentence of `text`, trailing space excluded."""
    starts = [*_sentence_starts(text), len(text)]
    return [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(starts)]
