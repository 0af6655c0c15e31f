"""Verbs that hold, open, end, move or sign, and the form in which they stand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from tutanak.extraction.meeting_lexicon import cues, event_forms
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list

Tense = Literal["past", "present", "future", "participle", "to_come", "reported", "converb"]

_ENDINGS: Final[tuple[tuple[Tense, str], ...]] = (
    ("past", r"[dt][ıiuü](?:k|m|lar|ler)?|m[ıiuü]ş(?:t[ıiuü]r?|l[ae]rd[ıi]r)?|m[ıiuü]ş"),
    ("present", r"[ıiuü]yor(?:du|lar|uz|lardı)?|m[ae]kt[ae](?:d[ıi]r(?:l[ae]r)?)?|[ıae]r|[ıi]lir"),
    ("future", r"y?[ae]ca(?:kt[ıi]r|kl[ae]r|ğ[ıi]z)|y?[ae]ce(?:kt[ıi]r|kl[ae]r|ğ[ıi]z)"),
    ("to_come", r"y?[ae]c[ae]k|y?[ae]c[ae]ğ[ıi](?:m[ıi]z)?"),
    ("participle", r"y?[ae]n|[dt][ıiuü]ğ[ıiuü](?:m[ıiuü]z)?"),
    (
        "reported",
        (
            r"(?:[dt][ıiuü]ğ[ıiuü]|y?[ae]c[ae]ğ[ıi]|y?[ae]c[ae]kl[ae]r[ıi]|m[ae]s[ıi])"
            r"(?:n[ıiuü]n?|n[ae]|nd[ae]n?|yl[ae])?"
            r"|m[ae]s[ıi]|m[ae]k(?:t[ae]n)?|m[ae]y[ıiae]|[dt][ıiuü]kl[ae]r[ıi]n?[ıi]?"
        ),
    ),
    ("converb", r"y?[ae]r[ae]k|y?[ıiuü]p|(?:y?[ıiuü]nc[ae])|[dt][ıiuü]kt[ae]n|y?ken|[ıi]rken"),
)
_ENDING: Final[tuple[tuple[Tense, re.Pattern[str]], ...]] = tuple(
    (tense, re.compile(pattern)) for tense, pattern in _ENDINGS
)


@lru_cache(maxsize=8192)
def tense_of(word: str, stems: tuple[str, ...]) -> Tense | None:
    """The form of a folded verb that begins with one of `stems`; None where it is no such verb."""
    for stem in stems:
        if word.startswith(stem):
            rest = word[len(stem) :]
            for tense, pattern in _ENDING:
                if pattern.fullmatch(rest):
                    return tense
    return None


_KINDS: Final = ("postpone", "sign", "meet", "start", "end", "hold")
_GIVEN: Final = ("veril",)
_DONE: Final = ("edil", "ed", "et")
_MADE: Final = ("yapıl", "yap")
_PAIR_KINDS: Final = {
    "sona": "end",
    "son": "end",
    "araya": "meet",
    "biraraya": "meet",
    "kapılarını": "start",
}


@cache
def stems(key: str) -> tuple[str, ...]:
    """Verb stems of the cue table, longest first."""
    return tuple(sorted(word_list("meeting_cues", key), key=lambda s: (-len(s), s)))


@lru_cache(maxsize=1)
def pairs() -> Mapping[str, tuple[str, ...]]:
    """Word before a verb -> the stems that hold an event together with it."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in word_list("meeting_cues", "pairs"):
        before, stem = pair.split()
        found[before] = (*found.get(before, ()), stem)
    return found


@lru_cache(maxsize=1)
def _held_with() -> Mapping[str, tuple[str, ...]]:
    """As `pairs`, with the voices that the stems take."""
    voices = ("il", "ıl", "ul", "in", "")
    return {
        before: tuple(stem + voice for stem in stems_ for voice in voices)
        for before, stems_ in pairs().items()
    }


@lru_cache(maxsize=1)
def _any_stem() -> re.Pattern[str]:
    """What a folded word begins with if it can be one of the verbs here; most words cannot."""
    rows = ("behind", "failed", "go", *_KINDS)
    found = {stem for row in rows for stem in stems(row)} | {*_GIVEN, *_DONE, *_MADE}
    found |= {stem for forms in pairs().values() for stem in forms}
    return re.compile("|".join(map(re.escape, sorted(found))))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that can hold an event. `kind`: hold, give, start, end, meet, receive,
    postpone, cancel, sign, be."""

    index: int
    kind: str
    tense: Tense


_WILL_BE: Final = ("olacak", "olacaktır")
_WAS: Final = r"n?[dt][ae]yd[ıi](?:k|l[ae]r)?"
_WERE_THERE: Final = re.compile(rf".+['’‘`´]{_WAS}|aradayd[ıi]k|birlikteydik")


def _is_there(word: Word) -> bool:
    """`Mardin'deydik`, `bir aradaydık`: people were at a place for it."""
    return _WERE_THERE.fullmatch(word.lower) is not None


def _is_received(before: Sequence[Word]) -> bool:
    """`Büyükelçi X Y'yi | kabul etti`: a name in the accusative, perhaps `makamında` behind it."""
    return any(
        w.capital and w.suffix in _ACCUSATIVES and any(b.capital for b in before[max(0, k - 2) : k])
        for k, w in enumerate(before)
    )


_ACCUSATIVES: Final = frozenset(
    {"ı", "i", "u", "ü", "yı", "yi", "yu", "yü", "nı", "ni", "nu", "nü"}
)


def find_verbs(found: Sequence[Word], start: int, stop: int) -> list[Verb]:
    """Verbs of one sentence that hold, open, end or move an event, in order."""
    verbs: list[Verb] = []
    kinds = [(kind, stems(kind)) for kind in _KINDS]
    events, held_with = event_forms(), _held_with()
    behind, failed, go = stems("behind"), stems("failed"), stems("go")
    is_verb = _any_stem().match
    for i in range(start, stop):
        word = found[i]
        folded = word.lower
        if _is_there(word):
            verbs.append(Verb(i, "be", "past"))
            continue
        if folded in _WILL_BE and (i + 1 == stop or found[i + 1].gap.strip() in (";", ",")):
            verbs.append(Verb(i, "be", "future"))
            continue
        if word.suffix or (folded in events and not events[folded][0].before):
            continue
        before = found[i - 1].lower if i > start else ""
        if not is_verb(folded):
            continue
        if before in held_with and (tense := tense_of(folded, held_with[before])):
            kind = _PAIR_KINDS.get(before, "hold")
            verbs.append(Verb(i, kind, tense))
            continue
        if before in events and (tense := tense_of(folded, behind)):
            verbs.append(Verb(i, "hold", tense))
            continue
        if tense := tense_of(folded, _GIVEN):
            verbs.append(Verb(i, "give", tense))
            continue
        if before == "iptal" and (tense := tense_of(folded, _DONE)):
            verbs.append(Verb(i, "cancel", tense))
            continue
        if tense := tense_of(folded, failed):
            verbs.append(Verb(i, "cancel", tense))
            continue
        if before == "kabul" and (tense := tense_of(folded, _DONE)):
            told = any(w.lower.startswith(tuple(cues("received"))) for w in found[start:i])
            if told or _is_received(found[max(start, i - 5) : i - 1]):
                verbs.append(Verb(i, "receive", tense))
            continue
        if tense := tense_of(folded, _MADE):
            if before not in cues("make_objects"):
                verbs.append(Verb(i, "hold", tense))
            continue
        final = i + 1 == stop or found[i + 1].gap.strip() in (";", ",")
        tense = tense_of(folded, go)
        if final and tense in ("past", "present", "future", "to_come"):
            verbs.append(Verb(i, "hold", tense))
            continue
        for kind, forms in kinds:
            if tense := tense_of(folded, forms):
                verbs.append(Verb(i, kind, tense))
                break
    return verbs
