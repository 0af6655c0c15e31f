"""Numbers that lend each other nouns: `85, 60 ve 47 kadın`, `61 üyenin 54'ü`, `9 ilin valisi`."""

import re
from dataclasses import replace
from typing import Final

from tutanak.extraction.count_cues import pattern
from tutanak.extraction.count_lists import Words
from tutanak.extraction.count_noun_phrases import noun_phrase
from tutanak.extraction.count_nouns import counted_noun, likeliest, readings_of
from tutanak.extraction.count_phrases import Phrase, read_phrases
from tutanak.extraction.tokens import Word, words
from tutanak.records import Span
from tutanak.resources import word_list

_TIMES: Final = ("sabah", "öğleden", "önce", "sonra", "akşam", "öğleyin")
_CASE_ENDING: Final = re.compile(
    r"(?P<abl>[dt][ae]n)$|(?P<loc>[dt][ae])$|(?P<dat>\w{2}[ae])$|(?P<acc>n[ıiuü])$"
)
_MODE_REACH: Final = 3  # words before a number that may say how its people came
_ONLY: Final = ("sadece", "yalnızca", "yalnız", "ancak", "ise")


def find_phrases(text: str) -> list[Phrase]:
    """Every number of `text` with what it counts, in order."""
    tokens = words(text)
    here, phrases = read_phrases(text, tokens)
    whole = [_of_which(tokens, phrase) for phrase in _shared_nouns(tokens, phrases)]
    return [
        each for phrase in whole for each in (phrase, _holder(here, phrase)) if each is not None
    ]


def _holder(here: Words, phrase: Phrase) -> Phrase | None:
    """Who holds the one office of each place: `9 ilçenin kaymakamı` are nine people as well."""
    places = word_list("count_nouns", "places")
    if phrase.case != "gen" or phrase.noun not in places or phrase.kind is not None or phrase.part:
        return None
    office = noun_phrase(here, phrase.right)
    head = office.head
    if head is not None and office.behind == phrase.right + 1:
        head = likeliest(readings_of(here.tokens[phrase.right]), marked=True)
    if head is None or not head.marked or head.plural or head.strength != "role":
        return None
    return replace(
        phrase,
        span=Span(phrase.span.start, office.stop),
        noun=counted_noun(here.tokens, office.behind, head),
        head=head,
        case=head.case,
        right=office.behind,
        holder=True,
    )


def _shared_nouns(tokens: tuple[Word, ...], phrases: list[Phrase]) -> list[Phrase]:
    """Numbers that have the noun of the next one.

    `29 resmi ve on yedi özel kurum`, `33 köy ve 12 mahalle muhtarı`, `salondan 40, internetten 60
    kişi`.
    """
    shared = list(phrases)
    for index in range(len(shared) - 2, -1, -1):
        phrase, following = shared[index], shared[index + 1]
        if following.case == "abl" and index + 2 < len(shared):
            following = shared[index + 2]  # `13 ilden 65, 18 ilden 72 personel`
        end = _end_before_shared(tokens, phrase, following)
        if end is not None:
            shared[index] = replace(
                phrase,
                noun=following.noun,
                head=following.head,
                case=following.case,
                span=Span(phrase.span.start, end),
                right=following.right,
                follows=following.follows,
            )
    return shared


def _end_before_shared(tokens: tuple[Word, ...], phrase: Phrase, following: Phrase) -> int | None:
    """Where `phrase` ends if its noun is that of `following`, else None."""
    if phrase.part or following.head is None or following.part:
        return None
    here = tokens[phrase.right : following.left]
    bare = phrase.span.end == phrase.numeral.end or phrase.qualifier != "exact"
    bare = bare and phrase.head is None and not following.head.plural
    if not here:  # `85, 60 ve 47 kadın`
        listed = phrase.right == following.left and tokens[following.left].gap.strip() == ","
        return phrase.span.end if listed and bare else None
    if here[0].sentence != tokens[following.left].sentence:
        return None
    linked = here[-1].lower in ("ve", "ile") and not any(w.gap.strip() for w in here)
    if phrase.head is not None:
        place = phrase.noun in word_list("count_nouns", "places") and phrase.case == "nom"
        compound = following.head.unit == "person" and following.head.marked
        return phrase.span.end if linked and place and compound and len(here) == 1 else None
    if linked and len(here) == 1 and here[0].lower == "ve" and bare:
        return phrase.span.end
    if linked and 2 <= len(here) <= 3:
        kinds = word_list("count_nouns", "divided")
        return here[-2].end if all(word.lower in kinds for word in here[:-1]) else None
    before = tokens[max(0, phrase.left - _MODE_REACH) : phrase.left]
    said = " ".join(word.lower for word in (*before, *here))
    apart = len(here) <= 8 and (here[0].gap.strip() == "," or here[0].lower == "ve")
    told_apart = (
        pattern("online").search(said)
        or pattern("in_person").search(said)
        or _parallel(tokens, phrase.left, following.left)
    )
    return phrase.span.end if (apart or linked) and told_apart and bare else None


def _parallel(tokens: tuple[Word, ...], first: int, second: int) -> bool:
    """Whether the words before two numbers are alike: `ilk güne 22, ikinci güne 25 kişi`."""
    if not first or tokens[first].gap.strip() or tokens[second].gap.strip():
        return False
    second -= tokens[second - 1].lower in _ONLY
    before = [tokens[at - 1].lower + tokens[at - 1].suffix for at in (first, second)]
    if before[0] == before[1] or all(word in _TIMES for word in before):
        return True
    endings = [_CASE_ENDING.search(word) for word in before]
    kinds = {ending.lastgroup for ending in endings if ending is not None}
    return None not in endings and len(kinds) == 1


def _of_which(tokens: tuple[Word, ...], phrase: Phrase) -> Phrase:
    """A part with the noun of its whole: `61 meclis üyesinin 54'ü`, `26 kurumdan 22'si`."""
    if not phrase.part or phrase.kind is not None:
        return phrase
    at = phrase.left
    while at and tokens[at - 1].lower in _ONLY and not tokens[at].gap.strip():
        at -= 1
    if not at or tokens[at].gap.strip():
        return phrase
    for reading in readings_of(tokens[at - 1]):
        if reading.case in ("gen", "abl"):
            return replace(phrase, noun=reading.noun, head=reading)
    return phrase
