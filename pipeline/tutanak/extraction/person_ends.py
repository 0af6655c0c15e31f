"""Where a person's name ends, and whether it can be one."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import (
    is_foreign_forename,
    is_forename,
    is_ordinary,
    is_place_word,
    is_sure_forename,
    openers,
    role_heads,
)
from tutanak.extraction.person_parts import is_known_surname
from tutanak.extraction.phrases import looks_inflected
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.resources.places import countries, districts, provinces

PARTICLES: Final = frozenset(
    ["von", "van", "der", "del", "della", "la", "el", "al", "bin", "ibn", "di", "du", "dos"]
)


LOCATIVES: Final = frozenset({"da", "de", "ta", "te"})


_COMPASS: Final = frozenset(["kuzey", "güney", "doğu", "batı", "orta", "iç", "yukarı", "aşağı"])


_CALENDAR: Final = frozenset(
    [
        "pazartesi",
        "salı",
        "çarşamba",
        "perşembe",
        "cuma",
        "cumartesi",
        "pazar",
        "bölgesi",
        "günü",
        "yılı",
    ]
)


LONGEST: Final = 5
_SAINTS: Final = frozenset({"san", "santa", "saint", "são", "st"})
_WEAK: Final = ("given name", "given names", "list of people")  # rules that nothing else confirms
_LONG: Final = 3  # words of a name before a surname in capitals; letters of a noun


_LANGUAGES: Final = (
    *("türkçe", "ingilizce", "arapça", "kürtçe", "farsça", "fransızca", "almanca", "rusça"),
    *("italyanca", "ispanyolca", "bulgarca", "gürcüce", "osmanlıca", "ermenice", "ukraynaca"),
)


def is_cased(folded: str) -> bool:
    """Whether a folded word seems to carry a case ending."""
    return looks_inflected(folded) and not folded.endswith(("an", "en"))


def name_end(words: Sequence[Word], first: int, last: int, *, strict: bool, titled: bool) -> int:
    """Where the name ends: after surnames in capitals, before words of a heading."""
    for k in range(first + 2, last + 1):
        if words[k].lower.startswith(_LANGUAGES):
            last = k - 1  # X Y Türkçeye çevirdi
            break
    if words[first].shape == "title" and not strict:
        for k in range(first + 1, last + 1):
            if words[k].shape == "upper" and len(words[k].text) > 1:
                while k < last and words[k + 1].shape == "upper":
                    k += 1
                return k
    if words[first].shape == "upper" and len(words[first].text) > 1 and not strict:
        for k in range(first + 2, last + 1):
            if words[k].shape == "title" and words[k - 1].shape == "upper":
                return k - 1  # MEHMET DEMİRKOL Her daim
    if strict:
        k = first + 1
        while k < last and words[k].lower in PARTICLES and words[k].shape == "lower":
            k += 1
        if not titled and is_ordinary(words[k].lower) and looks_inflected(words[k].lower):
            return first
        post = role_heads().get(words[k].lower)
        if post is not None and post.plural and post.case != "nom":
            return first  # KAYMAKAM KOÇ MUHTARLARLA BULUŞTU
        while k < last and _goes_on(words[k].lower, words[k + 1].lower, early=k - first < 2):
            k += 1
        return k
    for k in range(first + 2, last):
        if is_place_word(words[k].lower) and not is_forename(words[k].lower):
            return k - 1  # Dr. Yasin Özaslan Yalova Turizm ...
    return min(last, first + LONGEST)


def _goes_on(word: str, following: str, *, early: bool) -> bool:
    """Whether a name in a heading goes on past `word`."""
    if is_ordinary(following) or _has_case(following):
        return False
    return early or is_forename(word)


_CASES: Final = (
    *("dan", "den", "tan", "ten", "da", "de", "ta", "te", "ya", "ye", "nın", "nin"),
    *("lar", "ler", "lara", "lere", "larda", "lerde", "larla", "lerle"),
)


def _has_case(folded: str) -> bool:
    """Whether a word is a known word in a case: `Ankaraya`, not `Şahinkaya`."""
    if not looks_inflected(folded):
        return False
    stems = [folded[: -len(ending)] for ending in _CASES if folded.endswith(ending)]
    return any(is_ordinary(stem) or is_place_word(stem) for stem in stems)


_NO_NAMES = frozenset(
    {"türk", "türkiye", "milli", "genel", "sosyal", "il", "ilçe", "yeni", "büyük"}
)


def implausible(words: Sequence[Word], first: int, last: int, rule: str, *, heading: bool) -> str:
    """Why words `first` to `last`, found by `rule`, can be no person's name; "" if they can."""
    inside = words[first : last + 1]
    tail_word = inside[-1].lower
    if reason := _is_no_name(inside, rule):
        return reason
    if len(inside) > 4 and rule in ("given name", "list of people"):
        return "longer than a name that no title announces"
    known_by_title = rule in ("title before the name", "role before the name")
    surname = is_forename(inside[0].lower) and is_known_surname(words, last)
    if any(w.lower in _NO_NAMES for w in (inside[:-1] if known_by_title or surname else inside)):
        return "holds a word of states and offices"
    if (
        rule != "title before the name"
        and not is_forename(inside[0].lower)
        and is_ordinary(inside[0].lower)
        and not (rule == "role before the name" and _rare(words, first, last))
    ):
        return "begins with an ordinary word"
    if tail_word.endswith(("lığı", "liği", "luğu", "lüğü")) and inside[-1].shape != "upper":
        return "ends in a word for a quality or an office"  # Çocuk İşçiliği
    generic = word_list("institution_heads", "generic")
    checked = inside[:-1] if surname else inside
    if is_sure_forename(inside[0].lower) and not is_place_word(inside[0].lower):
        checked = inside[1:-1]
    if any(
        w.lower in generic and (is_ordinary(w.lower) or w.lower == "büyükşehir") for w in checked
    ):
        return "holds a word of the names of bodies"
    if inside[0].lower in _COMPASS and is_place_word(tail_word):
        return "a quarter of a place"
    if any(w.lower in _CALENDAR for w in inside[1:]):
        return "holds a day or a region"
    sons = tail_word.endswith("oğulları")
    if rule in ("given name", "given names") and tail_word.endswith(("leri", "ları")) and not sons:
        return "a plural: things, not a person"
    known_by = ("title before the name", "role before the name", "surname in capitals")
    plural = tail_word.endswith(("lar", "ler")) and is_ordinary(tail_word[:-3])
    thing = tail_word[:-3] in word_list("name_topics")
    if rule not in known_by and plural and (thing or not is_sure_forename(inside[0].lower)):
        return "a plural: things, not a person"  # Kadim Şehirler
    if rule in ("given name", "given names") and any(
        w.lower in word_list("name_topics") and not is_forename(w.lower)
        for w in (inside[:-1] if surname else inside)
    ):
        return "holds a topic"
    if (
        rule == "role before the name"
        and is_place_word(inside[0].lower)
        and not is_forename(inside[0].lower)
    ):
        place = is_place_word(inside[-1].lower) or is_ordinary(inside[-1].lower)
        return "a place and another word" if place else ""
    tail = inside[-1].lower
    if is_ordinary(tail) and inside[-1].shape != "upper" and not surname:
        owned = tail.endswith(("sı", "si", "su", "sü")) or (
            tail[-1] in "ıiuü" and is_ordinary(tail[:-1])
        )
        trusted = rule not in ("given name", "given names")
        if owned and not (trusted and is_forename(inside[0].lower)):
            return "ends in a thing of something"
    if rule in ("given name", "given names", "list of people"):
        sure = is_sure_forename(inside[0].lower)
        if surname and (sure or rule == "list of people"):
            return ""  # Emine Gören
        inflected = looks_inflected(tail) and not (sure and is_forename(tail))
        if is_ordinary(tail) and (inflected or heading):
            return "ends in an ordinary word with an ending"
        alike = is_place_word(tail) or (is_ordinary(tail) and not sure)
        alike = alike or tail in word_list("name_topics")  # Ceyhan Tarım, Hayvancılık ve Gıda Fuarı
        if is_place_word(inside[0].lower) and alike:
            return "places"
    return ""


def _is_no_name(inside: Sequence[Word], rule: str) -> str:
    """Why words can be no name, whatever else they are; "" if they can."""
    if " ".join(w.text for w in inside) in countries():
        return "a country"
    if company := _is_company(inside, rule):
        return company
    if len({w.lower for w in inside}) == 1 and rule != "title before the name":
        return "the same word twice"  # Alo Alo
    if inside[0].lower in _SAINTS and rule in _WEAK:
        return "a saint, whom a place or a club is named after"  # San Antonio Spurs
    if inside[0].shape == "initial" and inside[-1].lower in openers():
        return "an initial, and a word that opens a sentence"  # G. Bu
    if rule not in ("title before the name", "role before the name") and any(
        _has_case(w.lower) and not is_forename(w.lower) for w in inside[1:-1]
    ):
        return "holds a word in a case"  # Fener Savaştan Beter
    if rule == "surname in capitals" and len(inside) > _LONG and _is_sentence(inside[:-1]):
        return "words of a sentence before a word in capitals"
    first, tail = inside[0].lower, inside[-1].lower
    acronym = inside[0].shape == "upper" and inside[-1].shape == "title"
    if inside[-1].text in countries() and not is_forename(tail) and (rule in _WEAK or acronym):
        return "ends in a country"  # Birol İspanya yolcusu
    owned = (
        len(tail) > _LONG
        and (is_place_word(first) or not is_sure_forename(first))
        and tail[-1] in "ıiuü"
        and is_ordinary(tail[:-1])
        and not (is_ordinary(tail) or is_forename(tail))
    )
    if owned and rule in _WEAK:
        return "ends in a thing of something"  # Balkan Düğünü
    sent = tail.endswith(("ından", "inden", "undan", "ünden")) and is_ordinary(tail[:-5])
    if sent and rule in _WEAK:
        return "ends in what somebody comes from"  # Hatay Koordinasyonundan Dr. X
    return ""


def _is_company(inside: Sequence[Word], rule: str) -> str:
    """Why foreign words are a company or a product; "" if they may be a person."""
    if inside[-1].lower.rstrip(".") in word_list("name_words", "companies"):
        return "ends in a legal form or a kind of company"  # AMR Corp
    short = inside[-1].shape == "upper" and len(inside[-1].text) <= _LONG
    if rule == "surname in capitals" and short and not is_forename(inside[0].lower):
        return "foreign words before an acronym"  # Visual Studio IDE
    return ""


def _is_sentence(inside: Sequence[Word]) -> bool:
    return any(is_ordinary(w.lower) and not is_sure_forename(w.lower) for w in inside[1:])


def _rare(words: Sequence[Word], first: int, last: int) -> bool:
    """`Meclisi Başkanı Ada Şimşekler`: an ordinary word as given name, told by the surname."""
    tail = words[last].lower
    if last != first + 1 or is_ordinary(tail):
        return False
    if is_place_word(tail) and not is_forename(words[first].lower):
        following = words[last + 1] if last + 1 < len(words) else None
        bounded = following is None or following.gap.strip() != "" or following.shape == "lower"
        if not (bounded or words[last].suffix):
            return False
    if tail in word_list("name_topics") or words[first].first:
        return False
    return last + 1 >= len(words) or not words[last + 1].capital


def is_whole(words: Sequence[Word], i: int, last: int) -> bool:
    """`Mahmut Esat Karahan'a`: two given names, and a surname that a small place bears too."""
    given = last == i + 2 and all(is_forename(w.lower) for w in words[i:last])
    small = words[last].text not in provinces() and words[last].text not in districts()
    return given and small and words[last].suffix not in LOCATIVES


def is_elsewhere(word: Word) -> bool:
    """`Üzülmez'de` behind a full name: where somebody is, though no table has the place."""
    return word.suffix in LOCATIVES and word.shape == "title" and not is_forename(word.lower)


def is_noble(words: Sequence[Word], i: int, k: int) -> bool:
    """Whether word `k` is the `de` of a foreign name that begins at `i`, not that of Turkish."""
    if words[k].text not in ("de", "da", "do") or k + 1 >= len(words) or not words[k + 1].capital:
        return False
    if k == i + 1 and is_foreign_forename(words[i].lower):
        return not is_ordinary(words[k + 1].lower) or words[k + 1].shape == "upper"
    strange = words[k].text == "de" and not is_forename(words[k - 1].lower)
    held = i > 0 and words[i - 1].lower in role_heads() and k == i + 1
    return strange and (words[k + 1].shape == "upper" or held)
