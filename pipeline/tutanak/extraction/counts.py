"""How many people or bodies took part in the meeting that a text reports.

A number is a count only where the text says that those counted were there, by the predicate that
governs them; a number that is anything else is kept with the reason (`explain_counts`).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tutanak.extraction.count_cues import Cue, cues_of, fold, other_events, pattern
from tutanak.extraction.count_phrases import Phrase, find_phrases
from tutanak.extraction.tokens import Word, sentence_spans, words
from tutanak.records import CountMention, Mode, Span, Why
from tutanak.resources import table, word_list
from tutanak.text.fold import lower

NOT_COUNTED: Final = "no noun that counts participants"
NO_CUE: Final = "nothing says that they took part"
WHOLE: Final = "the whole of which a part took part"
BREAKDOWN: Final = "a part of another count"
QUOTED: Final = "inside a quotation"
BACKGROUND: Final = "background: no single meeting is meant"
PLACE: Final = "a place, not a party"
HELPED: Final = "people helped or supported"
CAPACITY: Final = "a capacity"
YEAR: Final = "a date or a year"
EVENT: Final = "they took part in something that is no meeting"

_THIS_TIME: Final = re.compile(
    r"(?<!\w)(?:bu (?:yıl|sene|kez|defa|yılki|toplantı)|bugün(?!e)|bugünkü|dün)"
)
_TOTAL: Final = re.compile(r"olmak üzere,?(?: toplam(?:da)?)?(?: yaklaşık)?\s*$|toplam(?:da)?\s*$")
_QUOTE: Final = re.compile(r"[“\"«„]([^“”\"«»„]{25,}?)[”\"»]", re.DOTALL)
_LEFT_SHARE: Final = re.compile(r"(?:%|yüzde|binde)\s*$")
_LEFT_AGE: Final = re.compile(r"(?<!\w)yaş(?:ları|ı|lar)?\s*$")
_LEFT_TIME: Final = re.compile(r"(?:saat|no|no:|madde|sayı:|tel|faks|sıra|numara)\s*:?\s*$")
_SIZE: Final = re.compile(
    r"(?:katılımcı|katılan(?: kişi)?|davetli|temsilci) sayısı(?:nın)?\s*:?\s*(?:toplam(?:da)?\s*)?(?:yaklaşık\s*)?$|katılım(?:cı)?\s*:\s*$"
)
_RELATIVE: Final = re.compile(
    r"(?<!karşılık )(?<!denk )(?<!ileri )(?<!meydana )(?<!önde )(?<!başında )(?:katılan|iştirak eden|yer alan|hazır bulunan|bir araya gelen|temsil eden|katılım sağlayan|buluşan|toplanan|"
    r"gelen|davet edilen|ağırlanan|eğitim alan|kursu tamamlayan|tamamlayan|bitiren|çağrılan|bulunan|olmak üzere|izleyen|bağlanan)"
    r"(?: toplam| yaklaşık| ilk| yine| tüm)*\s*$"
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A number that is no participant count, and why."""

    span: Span
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Verdict:
    """Whether a phrase is a count; the words that decided, and what they beat."""

    taken: bool
    reason: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    folded: str
    cues: tuple[Cue, ...]


def find_counts(text: str) -> list[CountMention]:
    """The participant counts of `text` in order, each once."""
    taken, _ = _judge(text)
    online, in_person = _document_mode(text)
    mentions: list[CountMention] = []
    seen: set[tuple[int | None, int | None, str]] = set()
    everybody = {"kişi", "katılımcı"}
    for phrase, verdict, sentence in taken:
        noun = phrase.noun or "kişi"
        unit = phrase.head.unit if phrase.head is not None else "person"
        key = (phrase.low, phrase.high, unit)
        same = [m for m in mentions if (m.low, m.high, m.unit) == key]
        if any(m.noun == noun or {m.noun, noun} & everybody for m in same):
            continue
        seen.add(key)
        mentions.append(
            CountMention(
                span=phrase.span,
                text=text[phrase.span.start : phrase.span.end],
                low=phrase.low,
                high=phrase.high,
                qualifier=phrase.qualifier,
                unit=unit,
                noun=noun,
                mode=_mode(phrase, sentence, taken) or online or in_person,
                why=Why(rule=f"count.{verdict.reason}", cues=verdict.cues),
            )
        )
    return mentions


def explain_counts(text: str) -> list[Refused]:
    """The numbers of `text` that are no participant counts, each with the reason."""
    _, refused = _judge(text)
    return list(refused)


@lru_cache(maxsize=4)
def _judge(
    text: str,
) -> tuple[tuple[tuple[Phrase, _Verdict, _Sentence], ...], tuple[Refused, ...]]:
    phrases = find_phrases(text)
    sentences: dict[int, _Sentence] = {}
    spans = sentence_spans(text)
    starts = [start for start, _ in spans]
    quotes = [match.span(1) for match in _QUOTE.finditer(text)]
    tokens = words(text)
    verdicts: list[_Verdict] = []
    homes: list[_Sentence] = []
    for phrase in phrases:
        number = max(bisect_right(starts, phrase.numeral.start) - 1, 0)
        if number not in sentences:
            start, end = spans[number]
            folded = fold(text[start:end])
            sentences[number] = _Sentence(start, end, folded, tuple(cues_of(folded)))
        sentence = sentences[number]
        homes.append(sentence)
        verdicts.append(_verdict(text, phrase, sentence, tokens, quotes))
    phrases, verdicts = _parts(text, phrases, verdicts)
    verdicts = _share(phrases, verdicts, homes)
    taken = tuple((p, v, s) for p, v, s in zip(phrases, verdicts, homes, strict=True) if v.taken)
    refused = tuple(
        Refused(p.numeral, text[p.numeral.start : p.numeral.end], v.reason)
        for p, v in zip(phrases, verdicts, strict=True)
        if not v.taken
    )
    return taken, refused


def _parts(
    text: str, phrases: list[Phrase], verdicts: list[_Verdict]
) -> tuple[list[Phrase], list[_Verdict]]:
    """Listed numbers that add up to `olmak üzere toplam 50 temsilci` share its verdict and its noun."""
    phrases, verdicts = list(phrases), list(verdicts)
    for index, total in enumerate(phrases):
        if total.head is None or total.head.unit != "person" or total.low is None:
            continue
        if not _TOTAL.search(fold(text[max(0, total.numeral.start - 60) : total.numeral.start])):
            continue
        if not verdicts[index].taken and verdicts[index].reason not in (HELPED, NO_CUE):
            continue
        left, members = total.low, []
        for at in range(index - 1, max(index - 16, -1), -1):
            part = phrases[at]
            countable = (
                part.head is not None
                and part.head.unit == "person"
                or (verdicts[at].reason == NOT_COUNTED and part.noun is None)
            )
            if not countable or part.low is None or part.low != part.high:
                continue
            left -= part.low
            members.append(at)
            if left <= 0:
                break
        if left or not members or (len(members) < 2):
            continue
        verdict = _Verdict(True, "total", ("olmak üzere",))
        verdicts[index] = verdicts[index] if verdicts[index].taken else verdict
        for at in members:
            verdicts[at] = _Verdict(True, "part of a total", ("olmak üzere",))
            if phrases[at].head is None:
                phrases[at] = replace(phrases[at], head=total.head, noun=total.noun)
    return phrases, verdicts


def _share(
    phrases: list[Phrase], verdicts: list[_Verdict], homes: list[_Sentence]
) -> list[_Verdict]:
    """Bodies from which counted people come (`25 üniversiteden 48 akademisyen`) share their verdict."""
    shared = list(verdicts)
    for index in range(len(phrases) - 2, -1, -1):
        phrase, following = phrases[index], phrases[index + 1]
        near = (
            homes[index] is homes[index + 1]
            and following.span.start - phrase.span.end < 60
            and phrase.head is not None
        )
        if not near or phrase.head is None or phrase.head.unit != "institution":
            continue
        if phrase.case == "abl" and shared[index + 1].taken:
            shared[index] = _Verdict(True, "from", shared[index + 1].cues)
    for index in range(len(phrases) - 1):
        if phrases[index + 1].part and shared[index + 1].taken and homes[index] is homes[index + 1]:
            shared[index] = _Verdict(False, WHOLE)
    return shared


# ---- one number


@lru_cache(maxsize=1)
def _unit_reasons() -> dict[str, str]:
    return {
        stem: reason
        for reason, cell in table("count_refusals")["units"].items()
        for stem in lower(cell).split()
    }


def _unit_reason(word: str) -> str | None:
    """Why a number before `word` counts no people, if `word` is a unit or a thing."""
    reasons = _unit_reasons()
    if word in reasons:
        return reasons[word]
    for size in range(len(word) - 1, 1, -1):
        stem, rest = word[:size], word[size:]
        if stem in reasons and _ENDING.fullmatch(rest):
            return reasons[stem]
    return None


_ENDING: Final = re.compile(
    r"l[ıiuü][kğ]\w{0,4}|l[ae]r\w{0,5}|s?[ıiuü]n?[ıiuüae]?n?|[dt][ae]n?|y?[ae]|y[ıiuü]|n[ıiuü]n|y?l[ae]|l[ıiuü]"
)


def _verdict(
    text: str,
    phrase: Phrase,
    sentence: _Sentence,
    tokens: tuple[Word, ...],
    quotes: list[tuple[int, int]],
) -> _Verdict:
    before = sentence.folded[: phrase.span.start - sentence.start]
    if _LEFT_SHARE.search(before):
        return _Verdict(False, "a share")
    if _LEFT_TIME.search(before):
        return _Verdict(False, "a number of a law, decision or document")
    if _SIZE.search(before) and phrase.follows not in ("yıl",):
        return _Verdict(True, "stated", ("sayısı",))
    if not phrase.part and phrase.follows and (reason := _unit_reason(phrase.follows)):
        return _Verdict(False, reason)
    value = phrase.low if phrase.low is not None else phrase.high
    digits = text[phrase.numeral.start : phrase.numeral.end]
    bare_year = digits.isdigit() and value is not None and 1950 <= value <= 2035 and value % 100
    if bare_year:
        return _Verdict(False, YEAR)
    if phrase.group == "kişilik":
        return _Verdict(False, CAPACITY)
    if phrase.head is None:
        return _Verdict(False, NOT_COUNTED)
    if phrase.part and phrase.follows in word_list("count_nouns", "breakdown"):
        return _Verdict(False, BREAKDOWN)
    if phrase.head is not None and phrase.plural and phrase.right - phrase.left <= 2:
        return _Verdict(False, NOT_COUNTED)
    if not value:
        return _Verdict(False, NOT_COUNTED)
    if _LEFT_AGE.search(before):
        return _Verdict(False, "an age")
    if any(a <= phrase.numeral.start < b for a, b in quotes):
        return _Verdict(False, QUOTED)
    return _governed(text, phrase, sentence, before)


def _is_background(before: str) -> bool:
    """Whether the words before speak of a stretch of time or an earlier year, not of this meeting."""
    found = None
    for found in pattern("background").finditer(before, max(len(before) - 160, 0)):
        pass
    return found is not None and _THIS_TIME.search(before, found.end()) is None


def _near_meeting(text: str, sentence: _Sentence) -> bool:
    """Whether a meeting is named in the sentence or right beside it."""
    around = fold(text[max(0, sentence.start - 250) : sentence.end + 120])
    return pattern("meetings").search(around) is not None


def _governed(text: str, phrase: Phrase, sentence: _Sentence, before: str) -> _Verdict:
    """What the predicate that governs the counted noun says."""
    head = phrase.head
    strength = head.strength if head is not None else "people"
    unit = head.unit if head is not None else "person"
    offset = phrase.span.end - sentence.start
    relative = _RELATIVE.search(before)
    case = phrase.case
    if phrase.part:
        case = "nom"
    background = _is_background(before)
    cue = _governor(phrase, sentence, offset, case)
    if case == "loc":
        return _Verdict(False, PLACE)
    if cue is not None and cue.kind.startswith("!"):
        if not (relative and strength == "participant"):
            return _Verdict(False, cue.kind[1:])
    elif cue is not None and cue.kind not in ("~", "?speech"):
        after = sentence.folded[cue.end : cue.end + 45]
        if cue.shape in ("object", "subject") and other_events().match(after.lstrip(" ',’")):
            return _Verdict(False, EVENT)
        if _dative_event(before, sentence.folded[offset : cue.start]):
            return _Verdict(False, EVENT)
        if background:
            return _Verdict(False, BACKGROUND)
        if _reported(cue, sentence) and not (
            strength in ("participant", "role", "body")
            and pattern("meetings").search(sentence.folded[: cue.start])
        ):
            return _Verdict(False, BACKGROUND)
        if cue.text.startswith("temsil") and unit == "person" and case == "acc":
            return _Verdict(False, "people represented, not present")
        if (
            (cue.kind != "any" or phrase.group)
            and (phrase.group or strength != "participant")
            and not _near_meeting(text, sentence)
        ):
            return _Verdict(False, NO_CUE)
        return _Verdict(True, cue.kind, (cue.text,))
    if background:
        return _Verdict(False, BACKGROUND)
    if relative and unit == "person" and case in ("nom", "gen", "dat", "acc", "ins"):
        return _Verdict(True, "relative", (relative.group().strip(),))
    meeting = not phrase.group or _near_meeting(text, sentence)
    if strength == "participant" and case in ("nom", "gen") and cue is not None and meeting:
        return _Verdict(True, "participant", (head.noun if head is not None else "", cue.text))
    return _Verdict(False, NO_CUE)


_KINDS: Final = {
    "nom": ("any", "subject", "with"),
    "gen": ("any", "subject"),
    "dat": ("dative",),
    "acc": ("any", "accusative"),
    "ins": ("any", "with", "subject"),
    "abl": ("any", "ablative"),
    "loc": (),
}


def _governor(phrase: Phrase, sentence: _Sentence, offset: int, case: str) -> Cue | None:
    """The predicate to the right that governs a noun in `case`, by the rules of the module."""
    follows_with = sentence.folded[offset : offset + 12]
    instrumental = case == "ins" or re.match(r"\w* ile(?!\w)", follows_with) is not None
    kinds = _KINDS.get(case, ("any", "subject"))
    if case == "nom" and not instrumental:
        kinds = ("any", "subject")
    if instrumental:
        kinds = ("any", "with", "subject")
    relational = case == "gen" and re.match(
        r"\w*(?: (?!ve\b)\w+){0,4}? \w+(?:leri|ları|si|sı|ı|i|u|ü)(?: da| de)?(?:,? | ile )",
        sentence.folded[offset : offset + 90],
    )
    best: Cue | None = None
    for cue in sentence.cues:
        if cue.start < offset:
            continue
        if best is not None and cue.start != best.start:
            break
        fits = cue.kind in kinds
        if cue.kind == "?speech" and cue.shape == "subject":
            continue
        if case == "nom" and not instrumental:
            if cue.shape == "subject" and cue.kind != "any":
                continue
            if cue.shape == "subject" and cue.start - offset > 30:
                continue
            if cue.shape == "object" and not fits:
                continue
            if cue.shape == "noun" and not fits:
                continue
        elif case == "gen" and not instrumental:
            if cue.shape == "subject" and not relational and not fits:
                continue
        if not fits and not cue.kind.startswith("!") and cue.kind not in ("~", "?speech"):
            # a cue for another case: a predicate all the same
            if cue.kind in ("any", "subject", "with", "dative", "accusative", "ablative"):
                cue = Cue(cue.start, cue.end, cue.text, "~", cue.shape, cue.stop)
        if instrumental and cue.kind == "~" and cue.shape in ("subject", "object"):
            continue
        if best is None or _rank(cue) < _rank(best):
            best = cue
    return best


def _rank(cue: Cue) -> int:
    if cue.kind.startswith("!"):
        return 1
    return 0 if cue.kind not in ("~", "?speech") else 2


def _dative_event(before: str, between: str) -> bool:
    """Whether what they took part in, to the left, is a survey, a tender, a match."""
    for match in other_events().finditer(before[-80:] + between):
        if re.search(r"(?:y[ae]|n[ae]|[ae])$", match.group()):
            return True
    return False


def _reported(cue: Cue, sentence: _Sentence) -> bool:
    """Whether the predicate stands in somebody's account: `katıldığını söyledi`."""
    last = cue.text.rsplit(" ", 1)[-1]
    if not re.search(
        r"(?:[dt][ıiuü]ğ|ca[ğ]|ce[ğ]|[dt][ıiuü]kları|[dt][ıiuü]kleri|[ae]cak|ecek)\w*n[ıiuüae]\w*$",
        last,
    ):
        return False
    return pattern("speech").search(sentence.folded, cue.end) is not None


# ---- online or in person


def _document_mode(text: str) -> tuple[Mode | None, Mode | None]:
    """The mode that the text gives to the whole meeting: (online, None), (None, in person) or neither."""
    folded = fold(text)
    if pattern("hybrid").search(folded):
        return None, None
    held = r"[^.!?]{0,60}(?:gerçekleş|düzenle|yapıl|toplan|bir araya|buluş|konuş|bağlan)"
    online = re.search(
        rf"(?<!\w)webinar|web semineri|(?:{pattern('online').pattern}){held}", folded
    )
    in_person = re.search(r"(?:yüz ?yüze|fizik[iî])" + held, folded)
    if online and (in_person is None or online.start() < in_person.start()):
        return "online", None
    if in_person:
        return None, "in_person"
    return None, None


def _mode(
    phrase: Phrase, sentence: _Sentence, taken: tuple[tuple[Phrase, _Verdict, _Sentence], ...]
) -> Mode | None:
    """The mode that the words around one count give it, or the contrast with another count."""
    parts = [p for p, v, s in taken if s is sentence and v.reason == "part of a total"]
    if parts and phrase not in parts and phrase.span.start > parts[-1].span.start:
        return None
    own = _own_mode(phrase, sentence, taken)
    if own is not None:
        return own
    here = [p for p, _, s in taken if s is sentence and p is not phrase]
    segment = _segment(phrase, sentence, taken)
    place = re.search(r"(?:[dt][ae](?:ki)?|n[dt][ae](?:ki)?)(?!\w)", segment)
    if place and any(_own_mode(p, sentence, taken) == "online" for p in here):
        return "in_person"
    return None


def _segment(
    phrase: Phrase, sentence: _Sentence, taken: tuple[tuple[Phrase, _Verdict, _Sentence], ...]
) -> str:
    ends = [p.span.end for p, _, s in taken if s is sentence and p.span.end <= phrase.span.start]
    start = max([sentence.start, *ends]) - sentence.start
    return sentence.folded[start : phrase.span.start - sentence.start]


def _own_mode(
    phrase: Phrase, sentence: _Sentence, taken: tuple[tuple[Phrase, _Verdict, _Sentence], ...]
) -> Mode | None:
    offset = phrase.span.end - sentence.start
    nexts = [p.span.start for p, _, s in taken if s is sentence and p.span.start >= phrase.span.end]
    stop = min([offset + 40, *(n - sentence.start for n in nexts)])
    if edge := re.search(r",| ve | ile |(?<=\w)ken ", sentence.folded[offset:stop]):
        stop = offset + edge.start()
    verb = next((c.end for c in sentence.cues if c.start >= offset), stop)
    segment = _segment(phrase, sentence, taken) + " " + sentence.folded[offset : min(stop, verb)]
    if pattern("in_person").search(segment):
        return "in_person"
    return "online" if pattern("online").search(segment) else None
