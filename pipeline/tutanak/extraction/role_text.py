"""A title as it stands alone."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.institution_names import spell_word
from tutanak.extraction.lexicon import (
    bare_heads,
    is_ordinary,
    is_place_word,
    role_words,
)
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.text.fold import capitalise, lower
from tutanak.text.suffixes import possessed


def spell(word: Word) -> str:
    """A word of a name or title in title case, `ve` in small letters."""
    return spell_word(word.text, first=True) if word.lower not in ("ve", "ile") else word.lower


_OWNERS: Final = ("larının", "lerinin", "ının", "inin", "unun", "ünün", "sının", "sinin")
# Offices of a body: no part of the title
_OFFICES: Final = frozenset(["ofisi", "temsilciliği", "misyonu", "delegasyonu", "bürosu"])
# Small units that a title keeps
_UNITS: Final = frozenset(
    ["kolu", "kolları", "grubu", "birimi", "masası", "komisyonu", "kurulu", "meclisi"]
)
# Adjectives before a head that stays bare: `Genel Müdür`
_ADJECTIVES: Final = frozenset(
    [
        "genel",
        "baş",
        "kıdemli",
        "kilit",
        "anahtar",
        "onursal",
        "kurucu",
        "eş",
        "fahri",
        "birinci",
        "ikinci",
        "mukim",
        "daimi",
        "bölgesel",
        "ulusal",
    ]
)
_FIRST_POSTS: Final = frozenset(["vali", "başkan", "müdür", "kaymakam", "bakan", "rektör", "dekan"])
_LEADERS: Final = frozenset({"müdür", "komutan", "müftü", "başkan", "amir"})


def is_roman(folded: str) -> bool:
    """Whether a folded word is a Roman numeral: `II. Başkan`."""
    return set(folded) <= set("ıiv")


def role_text(
    noun: str,
    marked: bool,
    subject: Sequence[Word],
    modifiers: Sequence[Word],
    acting: bool,
    implied: str | None,
    body: int | None,
) -> str:
    """The title as it stands alone: `Kaymakam`, `Yönetim Kurulu Başkanı`, `Genel Müdür`."""
    subject = _proper_subject(noun, marked, subject)
    if noun == "başkan" and len(subject) == 1 and subject[0].lower == "baro":
        return "Baro Başkanı"
    if noun == "muhtar":
        return "Muhtar"
    if len(subject) == 1 and is_roman(subject[0].lower) and not modifiers:
        return f"{subject[0].text}. {capitalise(noun)}"
    if noun == "başkan" and [w.lower for w in subject] == ["vergi", "dairesi"]:
        return "Vergi Dairesi Başkanı" if not acting else "Vergi Dairesi Başkan Vekili"
    if noun == "başkan" and subject and subject[-1].lower == "dairesi":
        return "Daire Başkanı" if not acting else "Daire Başkanı Vekili"
    mods = _proper_modifiers(noun, modifiers)
    unit = subject[-1].lower if subject else ""
    if unit in _UNITS and (noun != "başkan" or body is not None or unit == "kolları"):
        mods, subject = [*subject, *mods], []
    alone = implied is None and body is not None
    parts = [spell(w) for w in (*_kept(noun, subject, mods, implied, alone=alone), *mods)]
    bare = all(lower(part) in _ADJECTIVES for part in parts)
    first_post = bool(parts) and lower(parts[-1]) in _FIRST_POSTS
    tail = noun
    if not bare and (first_post or marked) and not noun.endswith("vekili"):
        tail = possessed(noun)
    if acting:
        return " ".join([*parts, capitalise(tail), "Vekili"])
    return " ".join([*parts, capitalise(tail)])


def _proper_subject(noun: str, marked: bool, subject: Sequence[Word]) -> list[Word]:
    """What the title is about, without peoples and without offices of a body."""
    words = list(subject)
    owners = [k for k, w in enumerate(words) if w.lower.endswith(_OWNERS)]
    words = words[owners[-1] + 1 :] if owners else words  # Kırım Türklerinin | Lideri
    if words and not marked and lower(words[0].text).endswith(("lı", "li", "lu", "lü")):
        words = words[1:]  # Suriyeli öğretmen
    if words and words[-1].lower in _OFFICES and noun != "başkan":
        return []
    while words and words[0].lower in _OFFICES:
        words = words[1:]
    return words


def _proper_modifiers(noun: str, modifiers: Sequence[Word]) -> list[Word]:
    """The words between subject and head that belong to the title."""
    former = [k for k, w in enumerate(modifiers) if w.lower in role_words("former")]
    gone = {
        *former,
        *(
            k + 1
            for k in former
            if modifiers[k + 1 : k + 2] and (modifiers[k + 1].lower == "dönem")
        ),
    }
    mods = [w for k, w in enumerate(modifiers) if k not in gone]
    folded = [w.lower for w in mods]
    if folded[:2] in (["il", "belediye"], ["ilçe", "belediye"]):
        return mods[1:]
    if noun in ("vali", "kaymakam"):
        return [w for w in mods if w.lower not in ("il", "ilçe")]
    if folded[:3] in (["il", "genel", "meclisi"], ["il", "genel", "meclis"]) and noun == "başkan":
        return []
    return mods


def _led(mods: Sequence[Word]) -> bool:
    """`Su Kaynakları | Program Müdürü`: what follows the subject is a title by itself."""
    return bool(mods) and mods[0].lower in ("program", "programlar", "proje", "saha", "ülke")


def _is_region(subject: Sequence[Word]) -> bool:
    """`Ege Bölge Müdürü`: a part of the country, no part of the title."""
    regions = word_list("name_topics", "regions")
    return all(w.lower in regions or is_place_word(w.lower) for w in subject)


def _kept(
    noun: str, subject: Sequence[Word], mods: Sequence[Word], implied: str | None, *, alone: bool
) -> list[Word]:
    """The words of the subject that stay; `alone`: no unit takes them into its name."""
    if not subject:
        return []
    if [w.lower for w in mods] == ["şube"] and subject[0].lower in ("il", "ilçe"):
        return []  # İl Millî Eğitim Şube Müdürü
    if subject[0].lower in ("il", "ilçe") or (noun in _LEADERS and alone and not _led(mods)):
        region = bool(mods) and mods[0].lower == "bölge" and _is_region(subject)
        return [] if region else list(subject)
    if subject[-1].lower == "kolları":
        return list(subject)
    if _led(mods):
        return []
    if len(subject) == 1 and subject[0].lower in ("fabrika", "müessese", "işletme"):
        return list(subject)
    if len(subject) == 1 and (noun == "komutan" or (mods and mods[0].lower == "büro")):
        return list(subject)  # Jandarma Komutanı, Çocuk Büro Sorumlusu
    kind = len(subject) == 1 and subject[0].lower in bare_heads()
    lone = len(subject) == 1 and implied is None and not kind
    if noun == "başkan" and lone and is_ordinary(subject[0].lower):
        return list(subject)
    circle = subject[-1].lower in ("grubu", "topluluğu", "kulübü", "platformu", "kolları")
    if noun == "başkan" and implied is None and circle:
        return list(subject)
    if noun == "başkan" and [w.lower for w in mods] == ["birim"] and implied is None:
        return list(subject)
    led = noun in ("müdür", "başkan", "bakan", "komutan", "vali")
    if not led and ((len(subject) <= 3 and not mods) or subject[-1].lower == "ve"):
        return [w for w in subject if not is_place_word(w.lower)]
    return []
