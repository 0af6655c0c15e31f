"""Units and bodies that a title names by its own words: `Tarih Bölüm Başkanı`, `X Genel Müdürü`."""

import re
from typing import Final

from tutanak.extraction.acronyms import is_acronym_shape
from tutanak.extraction.known import is_known_key
from tutanak.extraction.lexicon import (
    bare_heads,
    implied_heads,
    institution_heads,
    role_words,
)
from tutanak.extraction.phrases import is_opener
from tutanak.extraction.role_parts import NO_BODY, TitleParts
from tutanak.extraction.role_spelling import spell_all, spell_head
from tutanak.resources import word_list
from tutanak.text.fold import plain

# Units and posts of a body, no names: `Şube Teşkilat Sekreteri`
_NO_NAMES: Final = (
    *(("klinik", "psikolog"), ("idare", "müdür"), ("idare", "amir")),
    *(("teşkilat", "sekreter"), ("teşkilat", "başkan")),
)
_BARE_ORDINAL: Final = re.compile(r"(?<!\S)(\d+) (?=Bölge)")


def bare_head(title: TitleParts) -> str | None:
    """`Adana Tabip Oda Başkanı` -> `Adana Tabip Odası`."""
    head = bare_heads().get(title.unit)
    if title.body is not None or head is None or head.case != "nom":
        return None
    if (title.unit, title.noun) in _NO_NAMES or "şube" in title.folded:
        return None
    if not title.place and len(title.subject) == 1:
        return None
    bare = [*title.where, *spell_all(title.subject)]
    if is_known_key(plain(" ".join(bare))):
        return " ".join(bare)  # Milli Kütüphane Müdürü
    return " ".join([*title.where, *spell_all(title.subject[:-1]), spell_head(head.noun)])


def department(title: TitleParts) -> str | None:
    """`X Üniversitesi Tarih Bölüm Başkanı` -> `X Üniversitesi Tarih Bölümü`."""
    if title.folded[-1:] != ("bölüm",) or not title.subject or title.noun != "başkan":
        return None
    if title.body is not None:
        parent = institution_heads().get(title.words[title.bodies.last[title.body]].lower)
        if parent is None or parent.noun not in word_list("institution_rules", "schooling"):
            return NO_BODY  # AB Türkiye Delegasyonu | İşbirliği Bölüm Başkanı
    return " ".join([*title.parent(), *title.where, *spell_all(title.subject), "Bölümü"])


def local_directorate(title: TitleParts) -> str | None:
    """`Adana İl Millî Eğitim Şube Müdürü` -> `Adana İl Millî Eğitim Müdürlüğü`."""
    if title.body is not None or title.noun != "müdür" or title.folded != ("şube",):
        return None
    if not title.subject or title.subject[0].lower not in ("il", "ilçe"):
        return None
    return " ".join([*title.where, *spell_all(title.subject), "Müdürlüğü"])


def association(title: TitleParts) -> str | None:
    """`Cihannüma Genel Başkanı` -> `Cihannüma`."""
    if title.noun not in ("başkan", "sekreter") or title.folded[:1] != ("genel",):
        return None
    if title.body is not None or not title.subject:
        return None
    if len(title.subject) == 1 and title.subject[0].first and is_opener(title.subject[0]):
        return None  # Başta | Genel Başkan
    return " ".join(spell_all(title.subject))


def hearth(title: TitleParts) -> str | None:
    """`Ülkü Ocakları İl Başkanı` -> `Ülkü Ocakları`: a body in the plural, its branches aside."""
    if title.body is not None or title.noun != "başkan":
        return None
    ends = [k for k, word in enumerate(title.subject) if word.lower in role_words("plural_bodies")]
    if not ends or ends[0] == 0:
        return None
    return " ".join(spell_all(title.subject[: ends[0] + 1]))


def named_school(title: TitleParts) -> str | None:
    """`X Üniversitesi Tarih Enstitüsü Müdürü` -> `X Üniversitesi Tarih Enstitüsü`."""
    ends = institution_heads().get(title.unit)
    if ends is None or title.modifiers or ends.case != "nom":
        return None
    if ends.noun not in role_words("named_schools"):
        return None
    return " ".join([*title.parent(), *title.where, *spell_all(title.subject)])


def hospital(title: TitleParts) -> str | None:
    """`Devlet Hastanesi Başhekimi` -> `Devlet Hastanesi`."""
    if title.body is not None or title.noun not in ("başhekim", "baştabip"):
        return None
    if title.unit != "hastanesi" or len(title.subject) < 2:
        return None
    return " ".join([*title.where, *spell_all(title.subject)])


def centre_led(title: TitleParts) -> str | None:
    """`X Uygulama ve Araştırma Merkez Müdürü` -> `X Uygulama ve Araştırma Merkezi`."""
    if title.noun != "müdür" or title.folded[-1:] != ("merkez",):
        return None
    inner = [*spell_all(title.subject), *spell_all(title.modifiers[:-1])]
    return " ".join([*title.parent(), *title.where, *inner, "Merkezi"]) if inner else None


def unit_led(title: TitleParts) -> str:
    """`X Belediyesi Sosyal Yardım İşleri Müdürü` -> `... Sosyal Yardım İşleri Müdürlüğü`."""
    if title.noun == "müsteşar" and title.subject and title.subject[0].lower == "büyükelçilik":
        return NO_BODY  # Büyükelçilik Kalkınma Müsteşarı
    centre = title.noun == "müdür" and title.body is None and not title.modifiers
    if centre and len(title.subject) == 1 and is_acronym_shape(title.subject[0]):
        return " ".join([*title.where, title.subject[0].text])  # Mersin ŞÖNİM Müdürü
    parts = [
        *title.parent(),
        *title.where,
        *spell_all(title.subject),
        *spell_all(title.modifiers),
        spell_head(implied_heads()[title.noun]),
    ]
    return _BARE_ORDINAL.sub(r"\1. ", " ".join(parts))
