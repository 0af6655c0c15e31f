"""A title as it stands alone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tutanak.extraction.lexicon import is_ordinary, is_place_word, role_words
from tutanak.extraction.role_fixed import fixed_title
from tutanak.extraction.role_kept import kept_words
from tutanak.extraction.role_spelling import spell_all
from tutanak.extraction.role_wording import Wording
from tutanak.extraction.tokens import Word
from tutanak.text.fold import capitalise, lower
from tutanak.text.suffixes import possessed

_OWNERS: Final = ("larının", "lerinin", "ının", "inin", "unun", "ünün", "sının", "sinin")
_TOLD: Final = -1  # stands for the index of a body that a title names itself
_GENITIVES: Final = ("nın", "nin", "nun", "nün", "ın", "in", "un", "ün")
_ASSEMBLIES: Final = (["il", "genel", "meclisi"], ["il", "genel", "meclis"])


def role_text(title: Wording) -> str:
    """The title as it stands alone: `Kaymakam`, `Yönetim Kurulu Başkanı`, `Genel Müdür`."""
    behind = _behind_body(title)
    if len(behind) < len(title.subject):  # as if the body were told before the title
        title = replace(title, subject=behind, implied=None, body=_TOLD)
    title = replace(title, subject=_proper_subject(title))
    fixed = fixed_title(title)
    if fixed is not None:
        return fixed
    title = replace(title, modifiers=_proper_modifiers(title))
    if _is_small_unit(title):
        title = replace(title, modifiers=[*title.subject, *title.modifiers], subject=[])
    parts = spell_all([*kept_words(title), *title.modifiers])
    if parts[-2:] == ["Genel", "Müdürü"] and title.noun == "vekil":
        parts[-1] = "Müdür"  # Genel Müdürü Vekili
    acting = ["Vekili"] if title.acting else []
    head = "-".join(capitalise(part) for part in _head(title, parts).split("-"))
    return " ".join([*parts, head, *acting])


def _behind_body(title: Wording) -> Sequence[Word]:
    """`HaberTürk | Köşe Yazarı`: the subject without the body that it names first."""
    name = title.implied.split() if title.implied is not None and title.body is None else []
    own = spell_all(title.subject[: len(name)])
    more = title.noun == "müdür" and len(name) < len(title.subject)
    left = more or title.noun not in role_words("subject_leaves")
    return title.subject[len(name) :] if name and left and own == name else title.subject


def _head(title: Wording, parts: Sequence[str]) -> str:
    """The head behind `parts`, bare or with the marker: `Genel | Müdür`, `Şube | Müdürü`."""
    adjectives = role_words("adjectives")
    if all(lower(part) in adjectives for part in parts) or title.noun.endswith("vekili"):
        return title.noun
    first_post = bool(parts) and lower(parts[-1]) in role_words("first_posts")
    return possessed(title.noun) if first_post or title.marked else title.noun


def _is_small_unit(title: Wording) -> bool:
    """`Kadın Kolları Başkanı`, `X Derneği | Çalışma Grubu Başkanı`: the title keeps its unit."""
    if title.unit not in role_words("small_units"):
        return False
    return title.noun != "başkan" or title.body is not None or title.unit == "kolları"


def _proper_subject(title: Wording) -> list[Word]:
    """What the title is about, without peoples and without offices of a body."""
    words = list(title.subject)
    offices = role_words("offices")
    owners = [k for k, w in enumerate(words) if w.lower.endswith(_OWNERS) or _owns(w.lower)]
    words = words[owners[-1] + 1 :] if owners else words  # Kırım Türklerinin | Lideri
    if words and not title.marked and lower(words[0].text).endswith(("lı", "li", "lu", "lü")):
        words = words[1:]  # Suriyeli öğretmen
    if words and title.marked and _is_from_place(words[0].lower):
        words = words[1:]  # Iraklı çini ustası
    people = words and not title.marked and words[0].lower in role_words("peoples")
    if people and title.noun != "öğretici":
        words = words[1:]  # Kazak ressam
    if words and words[-1].lower in offices and title.noun != "başkan":
        return []
    while words and (words[0].lower in offices or words[0].lower == "görevli"):
        words = words[1:]
    return words


def _is_from_place(folded: str) -> bool:
    stem = folded[:-2]
    return folded.endswith(("lı", "li", "lu", "lü")) and is_place_word(stem)


def _owns(folded: str) -> bool:
    """`Tesisin | Sahibi`: a common noun in the genitive."""
    stems = [folded.removesuffix(e) for e in _GENITIVES if folded.endswith(e)]
    return not is_ordinary(folded) and any(is_ordinary(stem) for stem in stems)


def _proper_modifiers(title: Wording) -> list[Word]:
    """The words between subject and head that belong to the title."""
    mods = _without_former(title.modifiers)
    folded = [w.lower for w in mods]
    if folded[:2] in (["il", "belediye"], ["ilçe", "belediye"]):
        return mods[1:]
    if title.noun in ("vali", "kaymakam"):
        return [w for w in mods if w.lower not in ("il", "ilçe")]
    if folded[:3] in _ASSEMBLIES and title.noun == "başkan":
        return []
    return mods


def _without_former(modifiers: Sequence[Word]) -> list[Word]:
    """`Eski Genel Sekreter`, `Önceki Dönem Başkanı` without what tells of former times."""
    former = [k for k, w in enumerate(modifiers) if w.lower in role_words("former")]
    terms = [k + 1 for k in former if [w.lower for w in modifiers[k + 1 : k + 2]] == ["dönem"]]
    gone = {*former, *terms}
    return [w for k, w in enumerate(modifiers) if k not in gone]
