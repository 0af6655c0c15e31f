"""Where a capitalised phrase that ends at a given word begins: shared by bodies and titles."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tutanak.extraction import known
from tutanak.extraction.lexicon import (
    bare_heads,
    institution_heads,
    is_forename,
    is_ordinary,
    is_place_word,
    is_sure_forename,
    openers,
    our_heads,
    role_heads,
    role_words,
    stop_forms,
    title_words,
)
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.text.suffixes import VOWELS

_AND: Final = frozenset({"ve", "&", "ile", "veya"})
_LOWER_INSIDE: Final = frozenset(
    {"il", "ilçe", "bölge", "genel", "ana", "için", "of", "for", "the", "and", "de", "du", "des"}
)
_MONTHS: Final = frozenset(
    [
        "ocak",
        "şubat",
        "mart",
        "nisan",
        "mayıs",
        "haziran",
        "temmuz",
        "ağustos",
        "eylül",
        "ekim",
        "kasım",
        "aralık",
    ]
)
_WEEKDAYS: Final = frozenset(
    ["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"]
)
_NUMBERS: Final = frozenset(
    [
        "dokuz",
        "on",
        "onyedi",
        "ondokuz",
        "yirmi",
        "otuz",
        "üç",
        "dört",
        "beş",
        "altı",
        "yedi",
        "sekiz",
        "onbeş",
        "oniki",
        "onsekiz",
        "onaltı",
        "onüç",
        "onbir",
    ]
)
_NOUN_ENDINGS: Final = (
    "lık",
    "lik",
    "luk",
    "lük",
    "ları",
    "leri",
    "cılar",
    "ciler",
    "çılar",
    "çiler",
    "loji",
)
_TOPICS: Final = word_list("name_topics")
_DUTY_ENDINGS: Final = (
    "lığını",
    "liğini",
    "luğunu",
    "lüğünü",
    "lığında",
    "liğinde",
    "luğunda",
    "lüğünde",
)
_CASE_ENDINGS: Final = (
    "yı",
    "yi",
    "yu",
    "yü",
    "nda",
    "nde",
    "da",
    "de",
    "ta",
    "te",
    "dan",
    "den",
    "tan",
    "ten",
    "nın",
    "nin",
    "nun",
    "nün",
    "ına",
    "ine",
    "una",
    "üne",
    "ya",
    "ye",
    "yla",
    "yle",
    "arak",
    "erek",
    "ınca",
    "ince",
    "ken",
    "ıp",
    "ip",
    "up",
    "üp",
    "dığı",
    "diği",
    "duğu",
    "düğü",
    "acak",
    "ecek",
    "malı",
    "meli",
    "lar",
    "ler",
    "ları",
    "leri",
    "larla",
    "lerle",
    "larda",
    "lerde",
    "lara",
    "lere",
)


def adjacent(word: Word) -> bool:
    """Whether nothing but a space, or one line break, stands before `word`."""
    gap = word.gap
    if gap == " ":
        return not word.first
    columns = "\t" in gap or (len(gap) > 2 and "\n" not in gap)
    return not word.first and not columns and gap.strip() in ("", ".") and gap.count("\n") <= 1


def comma(word: Word) -> bool:
    """Whether a comma stands before `word`."""
    return not word.first and word.gap.strip() in (",", "،")


def looks_inflected(word: str) -> bool:
    """Whether a folded ordinary word ends as in a case or a verb form: `toplantıda`, `gelen`."""
    return word.endswith(_CASE_ENDINGS) or (word.endswith(("an", "en")) and len(word) > 4)


def is_opener(word: Word) -> bool:
    """Whether a word that begins a sentence has its capital from that alone."""
    if word.lower in openers():
        return True
    if word.suffix or word.shape != "title":
        return False
    if word.lower.endswith(_DUTY_ENDINGS):
        return True
    folded = word.lower
    if not looks_inflected(folded):
        return False
    return is_ordinary(folded) or any(
        folded.endswith(ending) and is_ordinary(folded[: -len(ending)])
        for ending in (
            "dan",
            "den",
            "tan",
            "ten",
            "da",
            "de",
            "ta",
            "te",
            "lara",
            "lere",
            "larda",
            "lerde",
            "lardan",
            "lerden",
            "ların",
            "lerin",
        )
    )


def is_title(word: Word) -> bool:
    """Whether a word is a rank or courtesy before a name."""
    return word.lower.strip(".") in title_words()


def person_before(words: Sequence[Word], last: int) -> bool:
    """Whether words up to `last` look like the end of a person's name."""
    if last < 1 or not adjacent(words[last]) or words[last - 1].suffix:
        return False
    before = words[last - 1]
    if not before.capital or not words[last].capital:
        return False
    if before.shape == "initial" and before.text.endswith("."):
        return True
    folded = words[last].lower
    if folded in _TOPICS or folded in stop_forms():
        if is_ordinary(folded) or not is_sure_forename(before.lower) or is_place_word(before.lower):
            return False
    if is_forename(before.lower) and last > 1 and adjacent(before):
        role = role_heads().get(words[last - 2].lower)
        if is_title(words[last - 2]) or (role is not None and role.case == "nom"):
            return True
    return (
        is_sure_forename(before.lower)
        and not is_ordinary(folded)
        and not folded.endswith(("lık", "lik", "luk", "lük", "ları", "leri"))
    )


@dataclass(slots=True)
class Walk:
    """A walk to the left: where the phrase begins, and what it met."""

    start: int
    shared: list[tuple[int, int]] = field(default_factory=list)
    inner_heads: list[int] = field(default_factory=list)
    stopped_by: str = ""


def _stop_reason(words: Sequence[Word], k: int, *, upper: bool) -> str:
    """Why the walk may not take word `k`, or ""."""
    word = words[k]
    if word.suffix:
        return "suffix"
    if word.shape == "digit":
        following = words[k + 1].lower if k + 1 < len(words) else ""
        dated = following in _MONTHS or following in ("yıl", "organize", "nolu", "no'lu", "bölge")
        ordinal = k + 1 < len(words) and words[k + 1].gap.startswith(".")
        return "" if (dated and k + 2 < len(words)) or ordinal else "number"
    if not word.capital:
        return "lower"
    folded = word.lower
    if folded in _WEEKDAYS:
        return "weekday"
    if folded in _MONTHS and not (
        k > 0
        and adjacent(word)
        and (words[k - 1].shape == "digit" or words[k - 1].lower in _NUMBERS)
        and k + 1 < len(words)
        and words[k + 1].capital
    ):
        return "month"
    kind = stop_forms().get(folded)
    if kind is not None and kind != "feature":
        following = words[k + 1].lower if k + 1 < len(words) else ""
        head = institution_heads().get(following)
        if kind == "place" or head is None or not folded.endswith(("ı", "i", "u", "ü")):
            return kind
    back = bare_heads().get(folded)
    if back is not None and back.case == "gen" and folded not in institution_heads():
        return "back reference"
    if folded in our_heads():
        return "ours"
    role = role_heads().get(folded)
    if role is not None and (role.marked or role.ours or (folded in role_words("bare"))):
        if (
            role.plural
            and role.noun not in word_list("institution_rules", "posts")
            and role.case == "nom"
        ):
            return ""  # Mühendisleri Odası, Gönüllüleri Vakfı
        if role.case != "nom" or role.marked or folded in role_words("bare"):
            return "role"
    if is_title(word) and folded.strip(".") not in (
        "gazi",
        "hacı",
        "şehit",
        "deniz",
        "hava",
        "jandarma",
        "kıdemli",
        "general",
        "üyesi",
        "mühendis",
    ):
        return "title"
    head = institution_heads().get(folded)
    if head is not None and head.case != "nom" and not upper:
        return "head with case"
    if word.first and (word.lower in openers() or word.lower.endswith(_DUTY_ENDINGS)):
        return "opener"
    if word.shape == "title" and is_place_with_case(folded):
        return "place with case"
    return ""


def is_place_with_case(folded: str) -> bool:
    """`ankarada`: a place in a case without its apostrophe."""
    for ending in ("da", "de", "ta", "te", "dan", "den", "tan", "ten"):
        if folded.endswith(ending) and len(folded) > len(ending) + 3:
            stem = folded[: -len(ending)]
            if is_place_word(stem) and not is_place_word(folded):
                return True
    return False


def walk_left(
    words: Sequence[Word], last: int, *, floor: int = 0, upper: bool = False, topical: bool = True
) -> Walk:
    """Walk from word `last` to the left while words belong to the same name.

    `upper`: the sentence is in capitals, so that capitals say nothing. `topical`: whether commas
    and `ve` may stand inside.
    """
    walk = Walk(last)
    k = last
    seen_and = False
    while k > floor:
        word, before = words[k], words[k - 1]
        if adjacent(word):
            if before.lower in _AND and before.shape != "title":
                if before.lower == "ile" and word.lower not in (
                    "mücadele",
                    "dayanışma",
                    "yardımlaşma",
                ):
                    walk.stopped_by = "ile"
                    break
                if not topical or k - 2 < floor or not _joins(words, k - 2, k, last):
                    walk.stopped_by = "list"
                    break
                seen_and = True
                k -= 2
                walk.start = k
                continue
            if before.lower in _LOWER_INSIDE and before.shape == "lower":
                if before.lower in ("il", "ilçe", "bölge", "genel", "ana"):
                    k -= 1
                    walk.start = k
                    continue
                if (
                    k - 2 >= floor
                    and words[k - 2].capital
                    and adjacent(before)
                    and not words[k - 2].suffix
                    and before.lower != "için"
                ):
                    k -= 2
                    walk.start = k
                    continue
                walk.stopped_by = "lower"
                break
            reason = _stop_reason(words, k - 1, upper=upper)
            if reason == "title" and _named_after(words, k - 1, last):
                reason = ""
            if reason:
                walk.stopped_by = reason
                break
            head = institution_heads().get(before.lower)
            if head is not None and not _may_cross(words, k - 1, k, last):
                walk.stopped_by = "body before"
                break
            if head is not None:
                walk.inner_heads.append(k - 1)
                seen_and = False
            k -= 1
            walk.start = k
            continue
        if comma(word) and topical and seen_and and comma_joins(words, k - 1):
            k -= 1
            walk.start = k
            continue
        walk.stopped_by = "gap"
        break
    return walk


def _named_after(words: Sequence[Word], k: int, last: int) -> bool:
    """`Kartal Dr. Lütfi Kırdar Şehir Hastanesi`: a rank inside the name of a school or hospital."""
    head = institution_heads().get(words[last].lower)
    return (
        head is not None
        and head.noun in word_list("institution_rules", "named_after")
        and words[k].text.endswith(".")
    )


def drop_first(words: Sequence[Word], first: int, last: int) -> int:
    """Where a name begins that reaches the first word of its sentence.

    A word that opens a sentence has its capital from that; it stays in the name only where it
    cannot be told from one: `Destekçiler Avrupa Birliği` against `Eğitim ve Kültür Derneği`.
    """
    if not words[first].first or first >= last:
        return first
    word, following = words[first], words[first + 1]
    if word.lower in openers():
        return first + 1
    if word.shape == "digit":
        dated = following.lower in _MONTHS or following.lower == "yıl"
        return first if dated and not following.gap.startswith(".") else first + 1
    if word.shape != "title" or is_place_word(word.lower) or word.lower.startswith("t.c"):
        return first
    if following.lower in ("ve", "&") or comma(following) or first + 1 == last:
        return first + 1 if is_opener(word) and word.lower.endswith(_LOCAL_CASES) else first
    folded = word.lower
    begins = (
        is_place_word(following.lower)
        or following.shape == "upper"
        or known.begins(words, first + 1, last)
    )
    begins = begins or following.lower in word_list("name_topics", "regions")
    accusative = folded.endswith(("yı", "yi", "yu", "yü"))
    if accusative and not is_ordinary(folded[:-2]):
        return first
    if is_opener(word) and (folded.endswith(_LOCAL_CASES) or (_plural(folded) and begins)):
        return first + 1
    ordinary = any(is_ordinary(folded[: len(folded) - n]) for n in range(5) if len(folded) - n > 2)
    if begins and ordinary and not is_forename(folded):
        return first + 1
    bare = folded in word_list("name_stops", "events") and folded not in ("eğitim", "gün")
    return first + 1 if bare and following.capital else first


_LOCAL_CASES: Final = (
    "da",
    "de",
    "ta",
    "te",
    "dan",
    "den",
    "tan",
    "ten",
    "ya",
    "ye",
    "yla",
    "yle",
    "yı",
    "yi",
    "yu",
    "yü",
    "an",
    "en",
    "arak",
    "erek",
)


def _plural(folded: str) -> bool:
    return folded.endswith(("lar", "ler"))


def _may_cross(words: Sequence[Word], left: int, right: int, last: int) -> bool:
    """Whether the name that ends at `last` may run over the head at `left`."""
    left_head = institution_heads()[words[left].lower]
    last_head = institution_heads().get(words[last].lower)
    if last_head is None:
        return True
    if left_head.plural and left_head.noun in ("program", "grup", "kol"):
        return True
    if left_head.plural:
        return last_head.noun in ("birlik", "federasyon", "konfederasyon", "müdürlük", "oda")
    if last_head.level == 0 and is_place_word(words[right].lower) and left_head.noun != "birlik":
        return False
    if last_head.noun == left_head.noun and last_head.level == 0 and right != last:
        return left_head.noun in ("birlik",)
    return True


def _joins(words: Sequence[Word], left: int, right: int, last: int) -> bool:
    """Whether `ve` between words `left` and `right` stands inside one name."""
    word = words[left]
    if not word.capital or word.suffix or word.shape == "initial":
        return False
    folded = word.lower
    if _stop_reason(words, left, upper=False) not in ("",):
        return False
    if (
        folded in institution_heads()
        and institution_heads()[folded].case == "nom"
        and folded not in ("program", "fon", "grup")
    ):
        return False
    if folded in bare_heads() and folded not in _TOPICS:
        return False
    if word.shape == "upper" and len(word.text) > 1:
        return False
    if known.is_known_key(folded) and not is_ordinary(folded):
        return False
    if person_before(words, left):
        return False
    if is_place_word(folded) and not is_ordinary(folded):
        return False
    if folded.endswith(("ı", "i", "u", "ü")) and _acronym_before(words, left):
        return False
    if folded.endswith("."):  # San. ve Tic. Ltd. Şti.
        return True
    if not (is_ordinary(folded) or folded in _TOPICS or folded.endswith(_NOUN_ENDINGS)):
        return False
    return not (is_place_word(words[right].lower) and not is_ordinary(words[right].lower))


def _acronym_before(words: Sequence[Word], k: int) -> bool:
    """Whether a name in capitals stands up to three words before: `AKUT Rize Ekibi ve ...`."""
    for n in range(k, max(0, k - 3), -1):
        if not adjacent(words[n]) or not words[n - 1].capital:
            return False
        if words[n - 1].shape == "upper" and len(words[n - 1].text) > 1:
            return True
    return False


def comma_joins(words: Sequence[Word], left: int) -> bool:
    """Whether the comma after word `left` stands inside one name (`Aile, Çalışma ve ...`)."""
    word = words[left]
    if not word.capital or word.suffix or word.lower not in _TOPICS:
        return False
    return not (left > 0 and adjacent(word) and is_sure_forename(words[left - 1].lower))


def ends_in_vowel(word: str) -> bool:
    """Whether a folded word ends in a vowel."""
    return word[-1:] in VOWELS
