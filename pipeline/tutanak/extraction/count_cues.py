"""What the sentence says about the people that a number counts: did they take part?

Turkish puts the predicate last, so that what becomes of a noun is said by the next predicate to its
right, past the relative clauses in between; which one governs depends on the noun's case:
`210 kişinin iştirak ettiği toplantı` (genitive: the next `-dığı`), `40 öğretmen, düzenlenen eğitime
katıldı` (nominative: the next finite verb), `60 kişiyle gerçekleştirildi` (`ile`: an event verb).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from tutanak.resources import table
from tutanak.text.fold import lower

Shape = Literal["finite", "subject", "object", "noun"]
_PARTICIPLE: Final = re.compile(
    r"\w*(?:[ae]n|[ae]nlar\w*|[ae]nler\w*|[ae]n[ae]|[ae]n[ıi]n?|[ae]nl[ae]rl?[ae]?)"
)
_OBJECT: Final = re.compile(
    r"\w*(?:[dt][ıiuü]ğ[ıiuü]\w*|[dt][ıiuü]k(?:lar|ler)[ıi]\w*|[ae]ca(?:ğ|k)\w*[ıi]\w*|[ae]ce(?:ğ|k)\w*[ıi]\w*)"
)
_FUTURE: Final = re.compile(r"\w*[ae]c[ae]k(?:t[ıi]r|lar|ler|lard[ıi]r|lerdir)?")
_NOUN: Final = re.compile(r"\w*(?:m[ae](?:s[ıi]\w*|l?[ae]r?\w*)?|[ıiuü]m[ıiuü]?\w*|l[ıi]ğ[ıi]\w*)")
# Words that look like predicates by their ending alone. Lower case only: names end so, too.
_VERB: Final = re.compile(
    r"(?<!\w)(?!kendi|şimdi|hindi|yedi|dedi\b)[a-zçğıöşü]{2,}(?:"
    r"(?:[dt][ıiuü])(?:lar|ler|k|m)?|m[ıiuü]ş(?:t[ıiuü]r)?(?:lar|ler)?|[ıiuüae]yor(?:lar|du|uz|um)?|"
    r"m[ae]kt[ae](?:d[ıi]r)?(?:lar|ler)?|[ae]c[ae](?:k|ktır|ktir|klar|kler)|[ae]rak|[ae]rek|[ıiuü]rken|[ae]rken|"
    r"[dt][ıiuü]ğ[ıiuü]\w*|[ae]ca[ğ][ıi]\w*|[ae]ce[ğ][ıi]\w*)(?!\w)"
)
_NOT_VERBS: Final = frozenset(
    "dışı içi kadı tadı adı yadı katı batı altı çatı satı patı yurtdışı yurtiçi hangi gıdı oldu".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A predicate of a sentence: where it is, which table row it matched, how it is inflected."""

    start: int
    end: int
    text: str
    kind: str
    shape: Shape
    stop: int


def _split_alternatives(rows: str) -> str:
    """One alternation of a table cell; line breaks are for the eye."""
    return re.sub(r"\s*\n\s*", "", rows.strip()).strip("|")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """All predicates as (kind, pattern); refusals are `!` and their reason."""
    cues = table("count_cues")
    rows = [
        (kind, cues[kind])
        for kind in ("any", "subject", "dative", "accusative", "with", "ablative")
    ]
    rows += [(f"!{reason}", p) for reason, p in table("count_refusals")["predicates"].items()]
    rows.append(("?speech", cues["speech"]))
    return tuple((kind, re.compile(rf"(?<!\w)(?:{_split_alternatives(p)})")) for kind, p in rows)


@lru_cache(maxsize=16)
def pattern(name: str) -> re.Pattern[str]:
    """The alternation `name` of `count_cues.toml`, at word starts."""
    return re.compile(rf"(?<!\w)(?:{_split_alternatives(table('count_cues')[name])})")


@lru_cache(maxsize=1)
def other_events() -> re.Pattern[str]:
    """Events in which one takes part that are no meetings: surveys, contests, tenders."""
    rows = table("count_refusals")["events"]
    stems = sorted(stem for cell in rows.values() for stem in lower(cell).split())
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)})\w*")


def shape_of(word: str) -> Shape:
    """How a predicate is inflected: finite (or converb), `-an`, `-dığı`, or a verbal noun."""
    if _FUTURE.fullmatch(word):
        return "finite"
    if _OBJECT.fullmatch(word):
        return "object"
    if _PARTICIPLE.fullmatch(word):
        return "subject"
    if _NOUN.fullmatch(word):
        return "noun"
    return "finite"


def cues_of(folded: str) -> list[Cue]:
    """The predicates of one folded sentence in order; where several match, the longest of each kind."""
    found: dict[tuple[int, str], Cue] = {}
    for kind, compiled in _patterns():
        for match in compiled.finditer(folded):
            word = match.group()
            last = word.rsplit(" ", 1)[-1]
            found[(match.start(), kind)] = Cue(
                match.start(), match.end(), word, kind, shape_of(last), match.end()
            )
    covered = [(cue.start, cue.end) for cue in found.values()]
    for match in _VERB.finditer(folded):
        word = match.group()
        if word in _NOT_VERBS or any(a < match.end() and match.start() < b for a, b in covered):
            continue
        found[(match.start(), "~")] = Cue(
            match.start(), match.end(), word, "~", shape_of(word), match.end()
        )
    return sorted(found.values(), key=lambda cue: (cue.start, -cue.end, cue.kind))


def fold(sentence: str) -> str:
    """A sentence as the patterns read it: lower case, white space one blank, same length."""
    return re.sub(r"\s", " ", lower(sentence))
