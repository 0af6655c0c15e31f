"""Where the cardinals of a text are: atoms (digits, number words) read off and put together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from tutanak.records import Span
from tutanak.text.fold import APOSTROPHES, lower
from tutanak.text.numeral_words import HALF, Form, read_word

Kind = Literal["digits", "words", "mixed"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A cardinal. `span` excludes its suffix, `stop` is the end with it; `suffix` is folded."""

    span: Span
    stop: int
    value: int
    suffix: str
    kind: Kind


class _Atom(NamedTuple):
    start: int
    end: int
    stop: int
    form: Form
    digits: bool
    fraction: float = 0.0


_APOS: Final = re.escape(APOSTROPHES)
_SPACE: Final = " \u00a0\u2009\u202f"
_ATOM: Final = re.compile(
    rf"(?<![\w.,/])(?<!\d:)(?P<digits>[1-9]\d{{0,2}}(?:[.,]\d{{3}})+(?![.,/:]?\d)|"
    rf"[1-9]\d{{0,2}}(?:[{_SPACE}]\d{{3}})+(?!\d|[{_SPACE}]?\d{{3}}|[.,/:]\d)|"
    rf"\d+,\d+(?![.,/:]?\d)|\d+(?![.,/:]?\d|-[A-ZÇĞİÖŞÜ](?!\w)))"
    rf"|(?<![^\W\d_])(?P<letters>[^\W\d_]+)"
)
# Possessive and case behind a numeral: `54'ü`, `22'sinin`, `100'e`, `1.137'sinin`.
_SUFFIXES: Final = re.compile(
    r"(?:s?[ıiuü]n?|n)?"
    r"(?:y?[ıiuü]|y?[ae]|n?[ıiuü]n|[dt][ae]n?|[dt][ae]ki|y?l[ae]|[dt][ıiuü]r)?"
)
# A question mark stands for an apostrophe that a wrong encoding lost: `22?si`.
_TAIL: Final = re.compile(rf"(?P<mark>[{_APOS}] ?| [{_APOS}]|\?)?(?P<letters>[^\W\d_]+)")
# The same where the apostrophe is lost: `50den`, `20ye`.
_BARE_TAIL: Final = re.compile(
    r"[dt][ae]n?|y[ıiuüae]|[ıiuü]n?|[ae]|n[ıiuü]n|y?l[ae]|s[ıi]n?[ıiea]?"
)
_GLUED: Final = frozenset(("kişi", "kişilik", "katılımcı", "adet", "bin", "milyon", "milyar"))
_ORDINAL_TAIL: Final = re.compile(r"[ıiuü]?nc[ıiuü]\w*|ş[ae]r\w*")
_ORDINAL_STOP: Final = re.compile(r"\.(?: ?[^\W\d_]|\s*$)")
_ORDINAL_LIMIT: Final = 500
_GAP: Final = re.compile(rf"[{_SPACE}\t]+")
_SOFT_BREAK: Final = re.compile(rf"[{_SPACE}\t]*\n[{_SPACE}\t]*")
_SCALES: Final = (1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000)
_SCALE: Final = re.compile(r"\s*(?:bin|milyon|milyar|trilyon)")
_LARGEST: Final = 10**18

# What shows that an ambiguous numeral is one: `ondan fazla`, `yüzü aşkın`; `bir kişi`.
_COMPARISON: Final = re.compile(
    r"\s+(?:(?:y?aşkın|yakın|fazla|çok|az|kadar|varan|yaklaşan|ulaşan|ziyade)(?!\w)|"
    r"(?:üzerin|üstün|altın)d?[ae])"
)
_COUNTING: Final = re.compile(r"\s+(?:kişi|adet|tane|milyon|milyar|trilyon)")
_UNDER: Final = re.compile(
    r"(?<!\w)(?:su|yer|deniz|yaş|yaşın|toprak|çatı|çadır|ayak|el|göz|kayıt|bilinç|bayrak|masa|kapı)\s+$"
)
_RISKY: Final = frozenset(("on", "yüz", "bin", "bir"))


def scan(text: str, *, isolated: bool = False) -> Iterator[Numeral]:
    """The cardinals of `text`, in order. `isolated`: the text is a numeral, nothing is doubtful."""
    run: list[_Atom] = []
    for atom in _atoms(text):
        if run and not (_touches(text, run[-1], atom) and _joins(run, atom)):
            yield from _close(text, run, isolated=isolated)
            run = []
        run.append(atom)
    if run:
        yield from _close(text, run, isolated=isolated)


def numerals(text: str) -> list[Numeral]:
    """The cardinals of `text`, in order, with the suffix of each."""
    return list(scan(text))


# ---- atoms


def _atoms(text: str) -> Iterator[_Atom]:
    folded = lower(text)
    for match in _ATOM.finditer(text):
        start, end = match.span()
        atom = (
            _word_atom(folded, start, end)
            if match["letters"] is not None
            else _digit_atom(text, folded, start, end)
        )
        if atom is not None:
            yield atom


def _word_atom(folded: str, start: int, end: int) -> _Atom | None:
    """The number word at `[start, end)` with its suffix; None for any other word."""
    form = read_word(folded[start:end])
    if form is None:
        return None
    stop = end
    if not form.suffix and end < len(folded) and folded[end] in APOSTROPHES:
        tail = _TAIL.match(folded, end)
        if tail is None or not _SUFFIXES.fullmatch(tail["letters"]):
            return None
        return _Atom(start, end, tail.end(), form._replace(suffix=tail["letters"]), digits=False)
    return _Atom(start, end - len(form.suffix), stop, form, digits=False)


def _digit_atom(text: str, folded: str, start: int, end: int) -> _Atom | None:
    """The digits at `[start, end)` with their suffix; None where they are no cardinal."""
    body = text[start:end]
    if body[0] == "0" and len(body) > 1 and "," not in body:
        return None  # a telephone number, a code
    read = _digit_suffix(text, folded, end)
    if read is None:
        return None
    suffix, stop = read
    scaled = _SCALE.match(folded, stop) is not None
    grouped = "," in body and len(body.rsplit(",", 1)[1]) == 3 and not scaled
    if "," in body and not grouped:
        if not scaled:
            return None
        whole, _, decimals = body.partition(",")
        fraction = int(decimals) / 10 ** len(decimals)
        return _Atom(start, end, stop, Form((int(whole),), suffix), digits=True, fraction=fraction)
    if not suffix and _ORDINAL_STOP.match(text, end) and _is_ordinal(text, start, end):
        return None
    value = int(re.sub(r"\D", "", body))
    return _Atom(start, end, stop, Form((value,), suffix), digits=True)


def _digit_suffix(text: str, folded: str, end: int) -> tuple[str, int] | None:
    """The suffix of digits that end at `end`, and where it stops; None if they are no cardinal."""
    tail = _TAIL.match(folded, end)
    if tail is None:
        return "", end
    letters, mark = tail["letters"], tail["mark"]
    if mark:
        if _ORDINAL_TAIL.fullmatch(letters):
            return None
        if _SUFFIXES.fullmatch(letters):
            return letters, tail.end()
        return None if mark.strip() == mark else ("", end)
    if _BARE_TAIL.fullmatch(letters) and text[end].islower():
        return letters, tail.end()
    return ("", end) if letters in _GLUED else None


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """Whether the full stop behind `[start, end)` marks an ordinal and does not end the text."""
    return end + 1 < len(text.rstrip()) and int(text[start:end].replace(".", "")) <= _ORDINAL_LIMIT


# ---- composition


def _touches(text: str, last: _Atom, atom: _Atom) -> bool:
    """Whether two atoms stand side by side: `3 bin`, `3bin`, or a line break before lower case."""
    if last.stop == atom.start:
        return last.digits
    if _GAP.fullmatch(text, last.stop, atom.start):
        return True
    soft = text[atom.start].islower()
    return soft and _SOFT_BREAK.fullmatch(text, last.stop, atom.start) is not None


def _joins(run: list[_Atom], atom: _Atom) -> bool:
    """Whether `atom` continues the numeral of `run`: descending scales, no suffix between."""
    return not run[-1].form.suffix and _compose([*run, atom], open_end=True) is not None


def _compose(run: list[_Atom], *, open_end: bool = False) -> int | None:
    """The value of atoms in a row, None where they make no single numeral.

    `open_end`: a half at the end may still get its scale (`üç buçuk` of `üç buçuk milyon`).
    """
    total, last_scale, smallest = 0, _LARGEST, _LARGEST
    current: int | None = None
    fraction = 0.0
    for position, atom in enumerate(run):
        for value in atom.form.values:
            if atom.digits:
                if current is not None or value >= last_scale or (position and not value):
                    return None
                current, smallest, fraction = value, 1, atom.fraction
            elif value in _SCALES:
                lone_one = value == _SCALES[0] and current == 1 and not total
                if value >= last_scale or current == 0 or (lone_one and not run[0].digits):
                    return None
                if current is None and value != _SCALES[0]:
                    return None
                total += (1 if current is None else current) * value + round(fraction * value)
                current, last_scale, smallest, fraction = None, value, value, 0.0
            elif value == 100:
                if smallest <= 100 if current is None else not 2 <= current <= 9:
                    return None
                current, smallest = (current or 1) * 100, 100
            elif value == HALF:
                if current is None or fraction:
                    return None
                fraction = 0.5
            else:
                size = 10 if value >= 10 else 1
                if smallest <= size or (value == 0 and len(run) > 1):
                    return None
                current, smallest = (current or 0) + value, size
    if fraction and not open_end:
        return None
    return total + (current or 0)


def _close(text: str, run: list[_Atom], *, isolated: bool) -> Iterator[Numeral]:
    """The numeral that a run of atoms makes, if it is one: `iki buçuk saat` is no whole number."""
    value = _compose(run)
    if value is None:
        return
    last = run[-1]
    if not isolated and len(run) == 1 and not last.digits and not _stands(text, last):
        return
    with_digits = any(atom.digits for atom in run)
    kind: Kind = "words"
    if with_digits:
        kind = "digits" if len(run) == 1 else "mixed"
    yield Numeral(Span(run[0].start, last.end), last.stop, value, last.form.suffix, kind)


def _stands(text: str, atom: _Atom) -> bool:
    """Whether a numeral of one word is meant as a number where it stands."""
    word = lower(text[atom.start : atom.end])
    after = lower(text[atom.stop : atom.stop + 24])
    suffix = atom.form.suffix
    if len(atom.form.values) > 1:
        return True
    if word == "bir":
        return not suffix and _COUNTING.match(after) is not None
    if suffix in ("te", "ta", "de", "da") and re.match(r"\s+(?:bir|iki|üç)", after):
        return False  # a fraction: `üçte biri`
    if word in _RISKY and suffix:
        marked = text[atom.end : atom.end + 1] in APOSTROPHES
        return marked or (suffix not in ("de", "da") and _COMPARISON.match(after) is not None)
    if word == "yüz":
        return re.match(r"\s+yüze", after) is None
    if word == "altı" and not suffix:
        return _UNDER.search(lower(text[max(0, atom.start - 20) : atom.start])) is None
    if word == "yedi" and not suffix:
        return after[:1] not in (".", "!", "?") or atom.start == 0
    return True
