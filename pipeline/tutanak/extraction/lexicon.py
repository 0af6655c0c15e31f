"""What single words can be: heads of bodies, heads of titles, given names, places, ordinary words.

Tables come folded from `resources`; here they are unfolded into every case form once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tutanak.resources import line_list, table, word_list
from tutanak.resources.places import places
from tutanak.text.fold import lower, plain
from tutanak.text.suffixes import (
    VOWELS,
    Case,
    declensions,
    plural,
    possessed,
    possessed_plural,
)


@dataclass(frozen=True, slots=True)
class HeadForm:
    """A head noun in one of its forms. `length` characters of the word are the nominative."""

    noun: str
    nominative: str
    case: Case
    plural: bool
    marked: bool
    level: int

    @property
    def length(self) -> int:
        """Characters of the nominative."""
        return len(self.nominative)


def _forms(noun: str, level: int, *, marked: bool) -> dict[str, HeadForm]:
    found: dict[str, HeadForm] = {}
    singular = possessed(noun) if marked else noun
    many = possessed_plural(noun) if marked else plural(noun)
    for nominative, is_plural in ((many, True), (singular, False)):
        for form, case in declensions(nominative, possessed=marked):
            found[form] = HeadForm(noun, nominative, case, is_plural, marked, level)
    return found


@lru_cache(maxsize=1)
def institution_heads() -> Mapping[str, HeadForm]:
    """Folded word -> what head of a body it is: `bakanlığının` -> bakanlık, genitive."""
    found: dict[str, HeadForm] = {}
    for key, level in (("unit", 1), ("top", 0)):
        for noun in sorted(word_list("institution_heads", key)):
            found |= _forms(noun, level, marked=True)
    for noun in sorted(word_list("institution_heads", "bare")):
        for form, case in declensions(noun, possessed=False):
            found.setdefault(form, HeadForm(noun, noun, case, False, False, 0))
    for form in ("sen", "gıda-sen"):
        found[form] = HeadForm("sendika", form, "nom", False, False, 0)
    for form in (
        "a.ş.",
        "a.ş",
        "aş",
        "t.a.ş.",
        "şti.",
        "ltd.",
        "inc",
        "gmbh",
        "ag",
        "s.p.a.",
        "lda.",
        "llc",
    ):
        found[form] = HeadForm("şirket", form, "nom", False, False, 0)
    return found


@lru_cache(maxsize=1)
def bare_heads() -> Mapping[str, HeadForm]:
    """Folded word -> head without the marker, as used for a body named before: `Valilik`."""
    found: dict[str, HeadForm] = {}
    for key, level in (("unit", 1), ("top", 0)):
        for noun in sorted(word_list("institution_heads", key)):
            soft = possessed(noun)
            stem = soft[:-1] if noun[-1] not in VOWELS else noun
            for form, case in declensions(noun, possessed=False):
                found[form] = HeadForm(noun, noun, case, False, False, level)
            if stem != noun:  # Valiliğin, Bakanlığa
                for ending in ("ın", "in", "un", "ün", "a", "e"):
                    found.setdefault(
                        stem + ending, HeadForm(noun, noun, "gen", False, False, level)
                    )
    return found


def _first_plural(noun: str) -> str:
    marked = possessed(noun)
    if noun[-1] in VOWELS:
        return noun + "m" + marked[-1] + "z"
    return marked + "m" + marked[-1] + "z"


@lru_cache(maxsize=1)
def our_heads() -> Mapping[str, HeadForm]:
    """Folded word -> head in `our ...`: `bakanlığımızca` -> bakanlık."""
    found: dict[str, HeadForm] = {}
    for key, level in (("unit", 1), ("top", 0)):
        for noun in sorted(word_list("institution_heads", key)):
            ours = _first_plural(noun)
            for form, case in declensions(ours, possessed=False):
                found[form] = HeadForm(noun, ours, case, False, True, level)
    return found


@lru_cache(maxsize=1)
def our_many() -> Mapping[str, HeadForm]:
    """Folded word -> head in `our many ...`: `belediyelerimizle` -> belediye, plural."""
    found: dict[str, HeadForm] = {}
    for noun in ("belediye", "kaymakamlık", "valilik", "oda", "baro", "müdürlük"):
        many = plural(noun)
        ours = many + ("ımız" if many.endswith("lar") else "imiz")
        for form, case in declensions(ours, possessed=False):
            found[form] = HeadForm(noun, ours, case, True, True, 0)
    return found


@lru_cache(maxsize=1)
def zone_heads() -> Mapping[str, HeadForm]:
    """Folded word -> `bölge` as the last word of an industrial or technology zone."""
    return _forms("bölge", 0, marked=True)


@dataclass(frozen=True, slots=True)
class RoleForm:
    """A head of a title in one form. `marked`: with the compound marker (`Müdürü`)."""

    noun: str
    nominative: str
    case: Case
    plural: bool
    marked: bool
    ours: bool


@lru_cache(maxsize=1)
def role_heads() -> Mapping[str, RoleForm]:
    """Folded word -> what head of a title it is."""
    found: dict[str, RoleForm] = {}
    nouns = _role_nouns()
    for noun in sorted(nouns):
        marked = possessed(noun)
        ours = _first_plural(noun)
        rows = (
            (plural(noun), False, True, False),
            (possessed_plural(noun), True, True, False),
            (ours, True, False, True),
            (plural(noun) + ("ımız" if plural(noun).endswith("lar") else "imiz"), True, True, True),
            (noun, False, False, False),
            (marked, True, False, False),
        )
        for nominative, is_marked, is_plural, is_ours in rows:
            for form, case in declensions(nominative, possessed=is_marked and not is_ours):
                found[form] = RoleForm(noun, nominative, case, is_plural, is_marked, is_ours)
        for ending in ("lığa", "liğe", "luğa", "lüğe"):
            found.setdefault(
                noun + ending, RoleForm(noun, noun + ending, "nom", False, False, False)
            )
        every = plural(noun)
        some = every + ("dan" if every.endswith("lar") else "den")
        found.setdefault(some, RoleForm(noun, some, "nom", False, True, False))
        ours = every + ("ımızdan" if every.endswith("lar") else "imizden")
        found[ours] = RoleForm(noun, ours, "nom", False, True, True)
        several = possessed_plural(noun)
        found[several + ("ndan" if several.endswith("ı") else "nden")] = RoleForm(
            noun, several, "nom", False, True, False
        )
        for ending, many in (("lıklara", True), ("liklere", True), ("luklara", True)):
            found.setdefault(
                noun + ending, RoleForm(noun, noun + ending, "nom", many, False, False)
            )
        for ending, many in (
            ("lığına", False),
            ("liğine", False),
            ("luğuna", False),
            ("lüğüne", False),
            ("lıklarına", True),
            ("liklerine", True),
            ("luklarına", True),
            ("lüklerine", True),
        ):
            found.setdefault(noun + ending, RoleForm(noun, noun + ending, "nom", many, True, False))
    for form, noun in (
        ("yrd.", "yardımcı"),
        ("yard.", "yardımcı"),
        ("bşk.", "başkan"),
        ("müd.", "müdür"),
        ("md.", "müdür"),
        ("sek.", "sekreter"),
        ("koord.", "koordinatör"),
    ):
        found[form] = RoleForm(noun, form, "nom", False, True, False)
    for noun in nouns:
        if noun.endswith("log"):  # psikologu beside psikoloğu
            found[noun + "u"] = RoleForm(noun, noun + "u", "nom", False, True, False)
    found["milletvekilleri"] = RoleForm("milletvekili", "milletvekilleri", "nom", True, True, False)
    for noun in sorted(nouns):  # nominatives win over other nouns' case forms
        for nominative, is_marked, is_plural in (
            (noun, False, False),
            (possessed(noun), True, False),
            (possessed_plural(noun), True, True),
        ):
            found[nominative] = RoleForm(noun, nominative, "nom", is_plural, is_marked, False)
    found["başkanvekili"] = RoleForm("başkanvekili", "başkanvekili", "nom", False, True, False)
    return found


def _role_nouns() -> frozenset[str]:
    return word_list("roles", "words")


@lru_cache(maxsize=1)
def implied_heads() -> Mapping[str, str]:
    """Head of a title -> head of the body it leads: `müdür` -> `müdürlük`."""
    return {lower(k): lower(v) for k, v in table("roles")["implies"].items() if v}


def role_words(key: str) -> frozenset[str]:
    """A list of the roles table by its key: `inside`, `keeps`, `former`, `boards` and so on."""
    return word_list("roles", key)


@lru_cache(maxsize=1)
def openers() -> frozenset[str]:
    """Words that open a sentence and belong to no name."""
    return word_list("name_stops", "openers")


@lru_cache(maxsize=1)
def _forenames() -> Mapping[str, bool]:
    return {**_foreign(), **{k.rstrip("*"): k.endswith("*") for k in line_list("forenames")}}


@lru_cache(maxsize=1)
def _foreign() -> Mapping[str, bool]:
    return {k.rstrip("*"): k.endswith("*") for k in line_list("foreign_forenames")}


def is_foreign_forename(word: str) -> bool:
    """Whether a folded word is a given name of another language and none of Turkish."""
    return word in _foreign()


def is_forename(word: str) -> bool:
    """Whether a folded word is a given name, ordinary words among them."""
    return word in _forenames()


def is_sure_forename(word: str) -> bool:
    """Whether a folded word is a given name, and little else."""
    return _forenames().get(word) is False


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(line_list("common_words"))


def is_ordinary(word: str) -> bool:
    """Whether a folded word runs in lower case in general prose."""
    return word in _common()


@lru_cache(maxsize=1)
def place_words() -> frozenset[str]:
    """Folded names of places of one word."""
    return frozenset(
        plain(p.name)
        for p in places()
        if " " not in p.name and p.name not in ("Merkez", "Mali") and p.kind != "town"
    )


def is_place_word(word: str) -> bool:
    """Whether a folded word is the name of a place, or of two: `karabük-bartın`."""
    folded = plain(word)
    if "-" in folded:
        return all(part in place_words() for part in folded.split("-"))
    return folded in place_words()


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """Folded words, without full stops, that stand before a name as its title."""
    return (
        word_list("titles", "academic")
        | word_list("titles", "courtesy")
        | word_list("titles", "military")
    )
