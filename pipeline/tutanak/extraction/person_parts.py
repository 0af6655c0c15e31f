"""What can be a part of a person's name, and the ranks before it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tutanak.extraction.lexicon import (
    bare_heads,
    institution_heads,
    is_forename,
    is_sure_forename,
    our_heads,
    role_heads,
    role_words,
)
from tutanak.extraction.phrases import (
    adjacent,
    is_title,
)
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list

_ONLY_BEFORE_RANK: Final = frozenset(
    ["kıdemli", "kurmay", "jandarma", "deniz", "hava", "piyade", "p", "j", "kd", "kıd", "kur"]
)


_NAMES_TOO: Final = frozenset({"hacı", "gazi", "şehit", "hoca", "general", "üyesi", "bay", "hem"})


_MARKED_NAMES: Final = frozenset({"elçi", "hakimi"})


_ARABIC: Final = re.compile(r"(?:el|al|es|eş|er|ed|en|et)-[A-ZÇĞİÖŞÜ]")


PROFESSIONS: Final = frozenset(
    {"mimar", "mühendis", "avukat", "eczacı", "doktor", "öğretmen", "psikolog"}
)


_CHOSEN: Final = re.compile(r"\w{2}[ıiuü]ld[ıiuü]$")
_REQUEST: Final = re.compile(r"\w{2}[aeıiuü]rs[ıiuü]n[ıiuü]z$|\w{3}yors[ıiuü]n[ıiuü]z$")
_LOWER_TITLES: Final = frozenset({"sayın", "avukat", "dr", "prof"})


def title_start(words: Sequence[Word], first: int) -> int:
    """Where the titles before the name at word `first` begin; `first` if there are none."""
    k = first
    while k > 0 and not words[k - 1].suffix:
        before = words[k - 1].lower.strip(".")
        if before == "e" and words[k].gap.strip() == ")" and words[k - 1].gap.endswith("("):
            k -= 1  # Prof. Dr. (E) X: retired
            continue
        retired = k < first and words[k].lower == "e" and words[k].gap.strip() == "("
        if not (adjacent(words[k]) or retired):
            break
        if k > 2 and [w.lower for w in words[k - 2 : k]] == ["elçi", "müsteşar"]:
            k -= 2
            continue
        if before == "uzman" and k < first and words[k].lower.endswith(("çavuş", "onbaşı")):
            k -= 1  # Uzman Çavuş X
            continue
        if _is_chief_inspector(words, k - 1):
            k -= 2
            continue
        if _is_police_rank(words, k - 1):
            k -= 4
            continue
        if before == "yrd" and words[k].lower.strip(".") != "doç":
            break  # Genel Sekreter Yrd. X: a title's head, not a rank
        if before in PROFESSIONS and k - 2 >= 0 and _before_profession(words, k - 2):
            k -= 2 if words[k - 2].text == "Y." else 1
            continue
        member = _is_member_title(words, k - 1)
        short = words[k - 1].text.endswith(".")  # Uzm. Hem. X
        if not member and (not is_title(words[k - 1]) or (before in _NAMES_TOO and not short)):
            break
        lecturer = before == "üyesi" and k > 2 and words[k - 3].lower == "dr."
        if lecturer and words[k - 2].lower == "öğretim" and adjacent(words[k - 1]):
            k -= 2  # Dr. Öğretim Üyesi X
            continue
        if before == "müh" and k > 1 and words[k - 2].capital and adjacent(words[k - 1]):
            k -= 2  # Maden Müh. X
            if words[k].lower == "yük." and k > 0 and words[k - 1].capital and adjacent(words[k]):
                field = words[k - 1].lower in word_list("name_topics") and not words[k - 1].suffix
                k -= field  # Gıda Yük. Müh. X
            continue
        if before in _ONLY_BEFORE_RANK and (
            k == first or words[k].lower.strip(".") not in word_list("titles", "military")
        ):
            break
        dotted = words[k - 1].text.endswith(".")
        if not (words[k - 1].capital or dotted or before in _LOWER_TITLES):
            break
        k -= 1
    return k


def _is_police_rank(words: Sequence[Word], k: int) -> bool:
    """`Birinci Sınıf Emniyet Müdürü`: a rank, though it reads like a post."""
    rank = [w.lower for w in words[max(0, k - 2) : k + 1]]
    return k > 2 and rank in (["sınıf", "emniyet", "müdürü"], ["sınıf", "em.", "müd."])


def _is_chief_inspector(words: Sequence[Word], k: int) -> bool:
    """`Şube Müdürü Emniyet Amiri X`: a rank behind a post."""
    if k < 2 or [w.lower for w in words[k - 1 : k + 1]] != ["emniyet", "amiri"]:
        return False
    post = role_heads().get(words[k - 2].lower)
    return post is not None and post.marked and adjacent(words[k - 1])


def _before_profession(words: Sequence[Word], k: int) -> bool:
    """`Şube Başkanı Mimar X`, `Y. Mimar X`: a profession that stands as a rank."""
    if words[k].text == "Y.":
        return True
    role = role_heads().get(words[k].lower)
    return role is not None and role.marked and role.case == "nom" and not words[k].suffix


def _is_member_title(words: Sequence[Word], k: int) -> bool:
    return (
        k > 0
        and words[k].lower == "üyesi"
        and words[k - 1].lower.startswith(("öğr", "öğretim"))
        and (words[k - 1].text.endswith(".") or (k > 1 and words[k - 2].lower == "dr."))
    )


def is_part(words: Sequence[Word], k: int, covered: frozenset[int]) -> bool:
    """Whether word `k` can be a part of a person's name."""
    word = words[k]
    if k in covered or not (word.capital or _ARABIC.match(word.text)):
        return False
    folded = word.lower
    if word.shape == "initial" or is_known_surname(words, k):
        return True
    if word.shape == "upper" and len(folded) < 5 and set(folded) <= set("ıivx"):
        return False  # Bakanlığı VI. Bölge
    if word.shape == "upper" and folded in word_list("acronyms", "refused"):
        return k > 0 and adjacent(word) and _announced(words, k - 1)  # Müsteşar Andre LYS
    if folded.startswith(("kur'an", "kur’an")):
        return False
    if folded in ("hanım", "bey", "hanımefendi", "beyefendi") or folded in word_list(
        "name_words", "no_names"
    ):
        return False
    if folded.endswith(tuple(word_list("name_words", "duty_endings"))):
        return False  # Zeki Altun Başkanlığında
    if folded.endswith(("spor", "sporlu")) and len(folded) > len("sporlu"):
        return False  # Konyasporlu Zafer Biryol
    if _is_kin_form(folded):
        return False
    if folded in word_list("name_words", "verbs") or _REQUEST.search(folded):
        return False
    if _is_nationality(words, k):
        return False
    if _CHOSEN.search(folded) and not is_forename(folded):
        return False  # in a headline: DEFNE SEÇİLDİ
    if folded.startswith(("hocamız", "hocanın", "peygamber")):
        return False
    if any(c.isdigit() for c in word.text) or any(c in word.text for c in "./&"):
        return False
    role = role_heads().get(folded)
    if folded == "amir" and k > 0 and _is_post(words[k - 1]) and adjacent(word):
        return True  # Iğdır Valisi Amir Çakmaklı
    if role is not None and role.marked and folded not in _MARKED_NAMES:
        return False
    if (
        role is not None
        and not is_forename(folded)
        and (role.marked or role.ours or role.case == "nom")
    ):
        if role.plural and _after_two_names(words, k):
            return True  # Dr. İbrahim Halil Çiftçiler
        if role.marked or role.plural or role.ours or folded in role_words("bare"):
            return False
        before = words[k - 1].lower if k > 0 else ""  # Hasan Balıkçı, but not Mukim Temsilci
        post = role_heads().get(words[k - 2].lower) if k > 1 and adjacent(words[k - 1]) else None
        if post is not None and post.marked and is_forename(before):
            return True  # Derneği Başkanı Elmas Arıcı
        return is_sure_forename(before) and before not in role_words("keeps")
    announced = k > 0 and adjacent(word) and _is_post(words[k - 1]) and is_forename(folded)
    if (
        (folded in stop_forms() and not announced)
        or folded in our_heads()
        or (is_title(word) and not _can_be_name(folded) and not _is_surname(words, k))
    ):
        return False
    head = institution_heads().get(folded) or bare_heads().get(folded)
    if head is not None and k > 0 and is_sure_forename(words[k - 1].lower) and adjacent(word):
        following = words[k + 1] if k + 1 < len(words) else None
        ends = following is None or not (adjacent(following) and following.capital)
        if ends and (head.case != "nom" or folded in ("dal", "ağ", "kol", "okul", "banka", "okul")):
            return True  # Betül Ağca, Pervin Dal
    return head is None or (head.level == 0 and folded in ("ağ", "banka"))


def is_known_surname(words: Sequence[Word], k: int) -> bool:
    """`Murat Kurum`, `Ahmet Hamdi Usta`: an ordinary word that ends a name as a surname."""
    folded = words[k].lower
    of_two = folded in word_list("name_words", "surnames_of_two")
    if not of_two and folded not in word_list("name_words", "surnames"):
        return False
    if k == 0 or not adjacent(words[k]) or words[k - 1].suffix or not words[k - 1].capital:
        return False
    if not is_forename(words[k - 1].lower):
        return False
    if of_two and not (
        k > 1
        and adjacent(words[k - 1])
        and words[k - 2].capital
        and not words[k - 2].suffix
        and is_forename(words[k - 2].lower)
    ):
        return False
    following = words[k + 1] if k + 1 < len(words) else None
    return following is None or not (adjacent(following) and following.capital)


def _is_nationality(words: Sequence[Word], k: int) -> bool:
    """`Fransız Hervé Bourges`: where somebody is from, with no given name before it."""
    if words[k].lower not in word_list("name_words", "nationalities"):
        return False
    return k == 0 or not adjacent(words[k]) or not is_forename(words[k - 1].lower)


def _after_two_names(words: Sequence[Word], k: int) -> bool:
    """Whether a rank and two given names stand before word `k`, where a surname must follow."""
    if k < 3 or not all(adjacent(words[n]) for n in (k - 1, k)) or words[k].shape == "lower":
        return False
    given = all(is_sure_forename(words[n].lower) and not words[n].suffix for n in (k - 2, k - 1))
    return given and is_title(words[k - 3])


def _announced(words: Sequence[Word], k: int) -> bool:
    """Whether word `k` is a given name behind a title or a post."""
    if words[k].shape != "title" or words[k].suffix or k == 0 or not adjacent(words[k]):
        return False
    role = role_heads().get(words[k - 1].lower)
    post = role is not None and role.case == "nom" and not words[k - 1].suffix
    return post or is_title(words[k - 1])


def _is_post(word: Word) -> bool:
    """Whether a word ends a title: `Saymanı | Aydan Adanır`."""
    role = role_heads().get(word.lower)
    return role is not None and role.marked and role.case == "nom" and not word.suffix


@lru_cache(maxsize=1)
def _kin_forms() -> frozenset[str]:
    stems, ends = word_list("name_words", "kin"), word_list("name_words", "kin_endings")
    return frozenset(stem + ending for stem in stems for ending in ends)


def _is_kin_form(folded: str) -> bool:
    """`Gülümser Hanımla`, `Nazmi Dayımı`: a word of kinship or courtesy with an ending."""
    return folded in _kin_forms() and not is_forename(folded)


def _is_surname(words: Sequence[Word], k: int) -> bool:
    """`Pelin Sayın`: a courtesy that is a surname here, for no name follows it."""
    if words[k].lower != "sayın" or k == 0 or not is_sure_forename(words[k - 1].lower):
        return False
    following = words[k + 1] if k + 1 < len(words) else None
    return following is None or not (adjacent(following) and following.capital)


def _can_be_name(folded: str) -> bool:
    if folded in ("sayın", "dr", "prof", "sn", "av", "bay", "bayan", "merhum", "polis"):
        return False
    return folded in ("hacı", "gazi", "deniz", "hava", "general", "hoca") or is_forename(folded)
