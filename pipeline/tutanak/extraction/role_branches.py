"""Branches of a body that a title behind it leads: `X Sendikası Ankara 2 No'lu Şube Başkanı`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.acronyms import is_acronym_shape
from tutanak.extraction.known import is_known_key
from tutanak.extraction.lexicon import (
    implied_heads,
    institution_heads,
    is_place_word,
    role_words,
)
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.role_parts import NO_BODY, TitleParts
from tutanak.extraction.role_spelling import spell, spell_all, spell_head
from tutanak.extraction.tokens import Word
from tutanak.text.fold import lower, plain

_NUMBERED: Final = ("no", "nolu")


def branch_site(words: Sequence[Word], k: int) -> str:
    """The place and number of a branch from word `k`: `Ankara 2 No'lu` of `... Şube Başkanı`."""
    parts: list[str] = []
    numbered = words[k : k + 2]
    opens = len(numbered) > 1 and numbered[0].shape == "digit" and numbered[1].lower in _NUMBERED
    while k < len(words) and (is_place_word(words[k].lower) or parts or opens):
        opens = False
        word = words[k]
        if word.shape == "digit" or is_place_word(word.lower):
            parts.append(word.text)
        elif word.lower in ("no", "nolu"):
            parts.append("No'lu" if word.suffix else word.text)
        else:
            break
        k += 1
    return " ".join(parts)


def branch_of_union(title: TitleParts) -> str | None:
    """`X Sendikası Ankara 2 No'lu Şube Başkanı` -> `X Sendikası Ankara 2 No'lu Şubesi`."""
    if title.body is None or title.folded[:1] != ("şube",) or title.noun == "müdür":
        return None
    last = title.bodies.last[title.body]
    site = branch_site(title.words, last + 1)
    ends = title.words[last].lower
    site = site or _site_before(title)
    if not site or ends == "şubesi" or ends in role_words("public"):
        return NO_BODY
    return " ".join([*title.parent(), site, "Şubesi"])


def _site_before(title: TitleParts) -> str:
    """`Eskişehir ZMO Şube Başkanı`: the place before an acronym is that of the branch."""
    if title.body is None:
        return ""
    first, last = title.bodies.first[title.body], title.bodies.last[title.body]
    if first == 0 or first != last or not is_acronym_shape(title.words[first]):
        return ""
    before = title.words[first - 1]
    placed = is_place_word(before.lower) and not before.suffix and adjacent(title.words[first])
    return before.text if placed and not title.words[last].suffix else ""


def office_of_body(title: TitleParts) -> str | None:
    """`AB Türkiye Delegasyon Başkanı` -> `AB Türkiye Delegasyonu`."""
    if title.body is None or title.unit not in role_words("branch_units"):
        return None
    inner = [*spell_all(title.subject[:-1]), spell_head(title.unit)]
    return " ".join([*title.parent(), *_site(title), *inner])


def numbered_region(title: TitleParts) -> str | None:
    """`Karayolları 5. Bölge Müdürü` -> `Karayolları 5. Bölge Müdürlüğü`."""
    if title.body is None or title.subject or title.noun not in ("müdür", "şef"):
        return None
    if title.folded[:1] not in (("bölge",), ("şube",)):
        return None
    number = title.words[title.bodies.last[title.body] + 1]
    if number.shape != "digit":
        return NO_BODY
    kind = "Müdürlüğü" if title.noun == "müdür" else "Şefliği"
    return " ".join([*title.parent(), f"{number.text}.", spell(title.modifiers[0]), kind])


def branch_of_agency(title: TitleParts) -> str | None:
    """`Türkiye İş Kurumu Tokat İl Müdürü`, `Uşak Çalışma ve İş Kurumu İl Müdürü`: the branch."""
    if title.body is None or not title.level or title.noun != "müdür" or title.subject:
        return None
    words, level = title.words, spell(title.modifiers[0])
    first, last = title.bodies.first[title.body], title.bodies.last[title.body]
    if words[last].lower != "kurumu" and not (first == last and is_acronym_shape(words[last])):
        return NO_BODY
    name = title.parent()
    site = words[last + 1]
    if is_place_word(site.lower):
        return " ".join([*name, site.text, level, "Müdürlüğü"])
    before = words[first - 1] if first > 0 and adjacent(words[first]) else None
    if before is not None and is_place_word(before.lower) and not before.suffix:
        name = [before.text, *name]
    return " ".join([*name, level, "Müdürlüğü"])


def headless_directorate(title: TitleParts) -> str | None:
    """`İlçe Tarım Müdürü`, read as a body without its head -> `İlçe Tarım Müdürlüğü`."""
    if title.body is None or title.noun not in ("müdür", "amir"):
        return None
    if title.subject or title.folded:
        return None
    first, last = title.bodies.first[title.body], title.bodies.last[title.body]
    tail = title.words[last]
    if first == last or tail.shape != "title" or tail.lower in institution_heads():
        return None
    if tail.lower == "bölgesi":
        return NO_BODY  # 1. Organize Sanayi Bölgesi Müdürü
    opens = title.words[first]
    level = title.words[first - 1] if first > 0 and adjacent(opens) else None
    before = [level.text] if level is not None and level.lower in ("il", "ilçe") else []
    return " ".join([*before, *title.parent(), spell_head(implied_heads()[title.noun])])


def delegation(title: TitleParts) -> str | None:
    """`Avrupa Birliği (AB) Türkiye Delegasyonu Başkanı` -> `Avrupa Birliği Türkiye Delegasyonu`."""
    if title.body is None or title.unit != "delegasyonu" or title.modifiers:
        return None
    k = title.words.index(title.subject[0])
    before = title.words[k - 1]
    site = [before.text] if is_place_word(before.lower) and not before.suffix else []
    return " ".join([*title.parent(), *site, *spell_all(title.subject)])


def known_office(title: TitleParts) -> str | None:
    """`Diyanet İşleri Başkanı`, read as a body without its head -> `Diyanet İşleri Başkanlığı`."""
    if title.body is None or title.noun not in ("başkan", "komutan") or title.subject:
        return None
    first, last = title.bodies.first[title.body], title.bodies.last[title.body]
    if is_acronym_shape(title.words[last]) or title.folded:
        return None
    head = institution_heads().get(title.words[last].lower)
    if head is not None and not head.plural:
        return None
    own = [plain(word.lower) for word in title.words[first : last + 1]]
    office = spell_head(implied_heads()[title.noun])
    known = is_known_key(" ".join([*own, plain(lower(office))]))
    return " ".join([*title.parent(), office]) if known else None


def commissioner(title: TitleParts) -> str | None:
    """`BM Mülteciler Yüksek Komiseri` -> `BM Mülteciler Yüksek Komiserliği`."""
    if title.noun != "komiser" or title.unit != "yüksek":
        return None
    return " ".join([*title.parent(), *title.where, *spell_all(title.subject), "Komiserliği"])


def branch_of_party(title: TitleParts) -> str | None:
    """`X Partisi Tokat İl Başkanı` -> `X Partisi Tokat İl Başkanlığı`; of no place, the party."""
    if title.body is None or not title.level or title.noun != "başkan" or title.subject:
        return None
    if not _site(title):
        return NO_BODY
    return " ".join([*title.parent(), *_site(title), spell(title.modifiers[0]), "Başkanlığı"])


def _site(title: TitleParts) -> list[str]:
    """The place and number right behind the body before a title, as one word of a name."""
    if title.body is None:
        return []
    site = branch_site(title.words, title.bodies.last[title.body] + 1)
    return [site] if site else []
