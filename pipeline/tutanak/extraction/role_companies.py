"""Companies, media and clubs that only a title names: `Gülbirlik Genel Müdürü`, `Vestel CEO'su`.

A word that no dictionary has, in title case at the head of the phrase, is the name of a body.
"""

from typing import Final

from tutanak.extraction.known import is_known_key
from tutanak.extraction.lexicon import (
    implied_heads,
    is_forename,
    is_ordinary,
    is_place_word,
    role_words,
)
from tutanak.extraction.phrases import looks_inflected
from tutanak.extraction.role_parts import TitleParts
from tutanak.extraction.role_spelling import spell, spell_all
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.resources.places import countries
from tutanak.text.fold import plain
from tutanak.text.suffixes import possessed

# Posts of bodies, not trades: `Peyzaj Mimarı` names none
_POSTS: Final = frozenset(
    ["direktör", "yönetici", "temsilci", "editör", "analist", "ceo", "sahip", "sözcü", "yönetmen"]
)
_ALONE: Final = frozenset(["ceo", "sahip", "sözcü", "temsilci"])  # with nothing between
_FIELDS: Final = (
    *("loji", "nomi", "metri", "grafi", "fizik", "medikal", "istik", "terapi", "pedi", "iyatri"),
    *("lık", "lik", "luk", "lük", "ları", "leri", "sal", "sel", "cı", "ci", "cu", "cü"),
)
_CIRCUMFLEX: Final = str.maketrans("âîû", "aiu")
_OF_STATE: Final = frozenset({"polisi", "emniyet", "gümrük", "jandarma", "sağlık", "eğitim"})
_LONGEST: Final = 3  # words of a name
_BOARDS: Final = (("yönetim", "kurulu"), ("icra", "kurulu"), ("mütevelli", "heyeti"))


def company(title: TitleParts) -> str | None:
    """`Gülbirlik Genel Müdürü` -> `Gülbirlik`, `Google Türkiye Genel Müdürü` -> the two words."""
    if title.noun != "müdür" or title.folded != ("genel",) or not _free(title):
        return None
    subject = title.subject
    if len(subject) > _LONGEST or not is_strange(subject[0]):
        return None
    led = [*(word.lower for word in subject), "genel", possessed(implied_heads()["müdür"])]
    return None if is_known_key(plain(" ".join(led))) else " ".join(spell_all(subject))


def club(title: TitleParts) -> str | None:
    """`Anaorder Başkanı` -> `Anaorder`."""
    if title.noun != "başkan" or title.modifiers or not _free(title):
        return None
    subject = title.subject
    strange = len(subject) <= _LONGEST and all(_is_foreign(word) for word in subject)
    return " ".join(spell_all(subject)) if strange and is_strange(subject[0]) else None


def board_of_company(title: TitleParts) -> str | None:
    """`Vestel Yönetim Kurulu Üyesi` -> `Vestel`."""
    if title.folded[:2] not in _BOARDS or not _free(title):
        return None
    subject = title.subject
    named = len(subject) <= _LONGEST and is_strange(subject[0])
    return " ".join(spell_all(subject)) if named else None


def staff_of_company(title: TitleParts) -> str | None:
    """`HaberTürk Köşe Yazarı` -> `HaberTürk`."""
    column = title.noun == "yazar" and title.unit == "köşe"
    if title.subject and _is_cut(title):
        return None
    if not _free(title) or not (column or title.noun in _POSTS):
        return None
    subject = title.subject
    name: list[Word] = []
    for word in subject[:_LONGEST]:
        if not is_strange(word) and not (name and word.text in countries()):
            break
        name.append(word)
    told = len(name) < len(subject) or bool(title.modifiers) or title.noun in _ALONE
    told = told or (bool(name) and name[-1].text in countries())  # Moody's Türkiye analisti
    return " ".join(spell_all(name)) if name and told else None


def _is_cut(title: TitleParts) -> bool:
    """`Bread for the | World temsilcisi`: the name goes on before the title."""
    k = title.words.index(title.subject[0])
    small = word_list("institution_heads", "foreign_small")
    return k > 0 and title.words[k - 1].lower in small


def manager_of_company(title: TitleParts) -> str | None:
    """`Gizmodo Yazı İşleri Müdürü` -> `Gizmodo`: the words behind it are a department."""
    if title.noun != "müdür" or not _free(title):
        return None
    if title.folded == ("yazı", "işleri") and len(title.subject) == 1:
        return spell(title.subject[0]) if is_strange(title.subject[0]) else None
    if title.modifiers or len(title.subject) < 2:
        return None
    name: list[Word] = []
    for word in title.subject[:_LONGEST]:
        if not (is_strange(word) or (name and _is_foreign(word))):
            break
        name.append(word)
    rest = title.subject[len(name) :]
    field = bool(rest) and all(is_ordinary(word.lower) for word in rest)
    field = field and rest[-1].lower not in _OF_STATE
    return " ".join(spell_all(name)) if field and name else None


def _free(title: TitleParts) -> bool:
    return title.body is None and not title.place and bool(title.subject)


def _is_foreign(word: Word) -> bool:
    return word.shape == "title" and not _is_known(word.lower) and not word.suffix


def _is_known(folded: str) -> bool:
    parts = folded.translate(_CIRCUMFLEX).split("-")  # Millî, Sosyo-ekonomik
    return is_ordinary(folded) or any(is_ordinary(part) for part in parts)


def is_strange(word: Word) -> bool:
    """Whether a capitalised word is none of the language, of places or of given names."""
    folded = word.lower
    if word.shape != "title" or "." in word.text or _is_known(folded):
        return False
    if is_place_word(folded) or is_forename(folded) or folded in word_list("name_topics"):
        return False
    if (
        folded in role_words("keeps") | role_words("peoples") | role_words("subjects")
        or folded.endswith(_FIELDS)
        or len(folded) < 4
    ):
        return False
    cased = looks_inflected(folded) and not folded.endswith(("an", "en"))
    return not (word.first and cased)
