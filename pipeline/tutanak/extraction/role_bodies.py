"""The bodies that titles lead and the text does not name."""

import re
from collections.abc import Sequence
from typing import Final

from tutanak.extraction.acronyms import is_acronym_shape
from tutanak.extraction.institution_names import spell_word
from tutanak.extraction.lexicon import (
    bare_heads,
    implied_heads,
    institution_heads,
    is_ordinary,
    is_place_word,
)
from tutanak.extraction.phrases import adjacent, comma
from tutanak.extraction.role_text import is_roman, spell
from tutanak.extraction.role_titles import Bodies
from tutanak.extraction.tokens import Word
from tutanak.resources import table, word_list
from tutanak.text.fold import capitalise, lower
from tutanak.text.suffixes import possessed

BOARD_HEADS: Final = frozenset(
    {
        *("kurulu", "heyeti", "komitesi", "komisyonu", "konseyi", "meclisi", "divanı", "dalı"),
        *("kolları", "kolu"),
    }
)


# Public bodies, whose units have names: `Çankaya Belediyesi | Sosyal Yardım İşleri Müdürü`
_PUBLIC: Final = frozenset(
    {
        *("idaresi", "bakanlığı", "cumhurbaşkanlığı", "başbakanlık", "belediyesi", "başkanlığı"),
        *("müdürlüğü", "valiliği", "kaymakamlığı", "rektörlüğü", "üniversitesi", "kurumu"),
    }
)


_GENITIVES: Final = frozenset({"nın", "nin", "nun", "nün", "ın", "in", "un", "ün"})


# Parts of a body whose heads name no body of their own: `Şube Başkanı`, `Divan Başkanı`
_INSIDE: Final = frozenset(
    {
        "şube",
        "divan",
        "heyet",
        "heyeti",
        "oturum",
        "jüri",
        "dalı",
        "mütevelli",
        "dönem",
        "masa",
        "kurul",
        "yönetim",
        "kurulu",
        "belediye",
        "meclis",
        "meclisi",
        "komisyonu",
        "komitesi",
        "konseyi",
        "divanı",
        "grup",
    }
)


SECOND: Final = frozenset({"yardımcı", "vekil", "danışman", "sekreter", "başdanışman"})


def split_board(
    words: Sequence[Word], body: int, bodies: Bodies
) -> tuple[int | None, list[Word], str | None]:
    """`X Belediyesi Çocuk Meclisi | Başkanı`: the board goes into the title."""
    first, last = bodies.first[body], bodies.last[body]
    if words[last].lower not in BOARD_HEADS or words[last].lower == "dalı":
        return body, [], None
    if last > first and words[last - 1].lower == "kent":
        return body, [], None  # X Belediyesi Kent Konseyi
    for k in range(last - 1, first - 1, -1):
        inner = institution_heads().get(words[k].lower)
        named = inner is not None and inner.case == "nom" and inner.level == 0
        if named or (is_acronym_shape(words[k]) and k < last):
            name = " ".join(spell(w) for w in words[first : k + 1])
            while k < last - 1 and _is_site(words[k + 1].lower):
                k += 1  # TMMOB Adana İl Koordinasyon Kurulu
            return None, list(words[k + 1 : last + 1]), name
    return body, [], None


def _is_site(folded: str) -> bool:
    """Whether a word is a place and no ordinary word as well (`Genç` is a district)."""
    return is_place_word(folded) and not is_ordinary(folded)


def parent_of_board(words: Sequence[Word], body: int, bodies: Bodies) -> str | None:
    """The body that a board named with it belongs to: `X Barosu` of `X Barosu ... Komisyonu`."""
    if body not in bodies.first:
        return None
    return split_board(words, body, bodies)[2]


def shared_bodies(
    words: Sequence[Word], first: int, place: Sequence[str], implied: str | None, *, plural: bool
) -> tuple[str, ...]:
    """`Pendik, Kartal ve Tuzla Belediye Başkanları`: the body of each place, in order."""
    if not plural or implied is None or len(place) != 1:
        return ()
    places = [place[0]]
    k = first
    while k > 0:
        step = (
            1
            if comma(words[k])
            else 2
            if words[k - 1].lower in ("ve", "ile") and adjacent(words[k])
            else 0
        )
        if (
            step == 0
            or k - step < 0
            or not is_place_word(words[k - step].lower)
            or words[k - step].suffix
        ):
            break
        k -= step
        places.insert(0, words[k].text)
    if len(places) == 1:
        return ()
    return tuple(implied.replace(place[0], name, 1) for name in places)


_LEADING_KINDS: Final = frozenset({"delegasyon", "ajans", "vakıf", "dernek", "federasyon"})


def kind_word_of(
    words: Sequence[Word],
    first: int,
    subject: Sequence[Word],
    place: Sequence[str],
    body: int | None,
) -> str:
    """The bare head that stands for a body named before: `Dernek Başkanı`, `Ajansın uzmanı`."""
    if body is not None or place:
        return ""
    if len(subject) == 1 and _is_kind(subject[0].lower):
        return subject[0].lower
    if len(subject) > 1 and subject[0].lower in _LEADING_KINDS:
        return subject[0].lower  # Delegasyon Sosyal Politika Sektör Yöneticisi
    if (
        first > 0
        and adjacent(words[first])
        and words[first - 1].lower in bare_heads()
        and (
            bare_heads()[words[first - 1].lower].case == "gen"
            or words[first - 1].suffix in _GENITIVES
        )
    ):
        return words[first - 1].lower
    return ""


def _has_units(words: Sequence[Word], body: int, bodies: Bodies, inside: Sequence[str]) -> bool:
    """Whether a body has units with leaders: a public one, or an acronym and `Dairesi Başkanı`."""
    first, last = bodies.first[body], bodies.last[body]
    if words[last].lower in _PUBLIC:
        return True
    told = first == last and is_acronym_shape(words[last])
    return told and bool({"daire", "dairesi"} & set(inside))


_CIRCLES: Final = frozenset({"grubu", "topluluğu", "kulübü", "platformu", "masası", "çalıştayı"})


def _is_kind(folded: str) -> bool:
    """Whether a word says of which kind a body named elsewhere is: `Fabrika Müdürü`."""
    return folded in bare_heads() or folded in table("roles")["kinds"]


def place_prefix(rest: list[Word]) -> tuple[list[str], list[Word]]:
    """(words of the place that a title begins with, the words behind it)."""
    for n in (3, 2, 1):
        if n <= len(rest) and is_place_word(" ".join(w.lower for w in rest[:n])):
            return [w.text for w in rest[:n]], rest[n:]
    return [], rest


def implied_body(
    noun: str,
    place: Sequence[str],
    subject: Sequence[Word],
    modifiers: Sequence[Word],
    mods: list[str],
    body: int | None,
    words: Sequence[Word],
    bodies: Bodies,
) -> str | None:
    """The name of the body that the title leads and the text does not name, or None."""
    where = [spell_word(w, first=True) for w in place]
    if body is not None and mods[:1] == ["şube"] and noun != "müdür":
        return _of_branch(noun, words, body, bodies)
    if noun in SECOND and mods:
        noun, mods = mods[-1], mods[:-1]
        modifiers = modifiers[:-1]
    if body is None and "belediye" in mods and where:
        large = ["Büyükşehir"] if "büyükşehir" in mods else []
        return " ".join([*where, *large, "Belediyesi"])
    if body is None and len(subject) == 1 and mods[:1] == ["belediye"] and not where:
        name = spell(subject[0])
        if subject[0].shape != "lower" and lower(name) not in word_list(
            "institution_heads", "generic"
        ):
            return f"{name} Belediyesi"
    if body is None and noun == "muhtar" and (where or subject):
        inner = [*where, *(spell(w) for w in subject), *(spell(w) for w in modifiers)]
        return " ".join([*inner, "Muhtarlığı"])
    if body is None and noun == "savcı" and subject and subject[-1].lower == "cumhuriyet":
        inner = [*where, *(spell(w) for w in subject)]
        return " ".join([*inner, "Başsavcılığı"]) if len(inner) > 1 else None
    if body is None and noun in ("müftü", "başsavcı", "defterdar") and (mods or subject or where):
        inner = [*where, *(spell(w) for w in subject), *(spell(w) for w in modifiers)]
        return " ".join([*inner, capitalise(possessed(implied_heads()[noun]))])
    if (
        body is None
        and noun in ("vali", "kaymakam", "büyükelçi", "başkonsolos", "konsolos")
        and where
    ):
        if subject:
            where = [*where, *(spell(w) for w in subject)]
        if "fahri" in mods:
            where = [*where, "Fahri"]
        return " ".join([*where, capitalise(possessed(implied_heads()[noun]))])
    bare = next((w for w in reversed(subject) if w.lower in bare_heads()), None)
    if (
        body is None
        and bare is not None
        and subject
        and subject[-1] is bare
        and bare_heads()[bare.lower].case == "nom"
        and not (bare.lower == "klinik" and noun == "psikolog")
        and not (bare.lower == "idare" and noun == "müdür")
        and (where or len(subject) > 1)
    ):
        return " ".join(
            [
                *where,
                *(spell(w) for w in subject[:-1]),
                capitalise(possessed(bare_heads()[bare.lower].noun)),
            ]
        )
    unit = subject[-1].lower if subject else ""
    if body is not None and unit in ("delegasyon", "ajans", "ofis", "temsilcilik"):
        site = branch_site(words, bodies.last[body] + 1)
        inner = [*(spell(w) for w in subject[:-1]), capitalise(possessed(unit))]
        return " ".join([*_words_of(words, body, bodies), *([site] if site else []), *inner])
    if noun == "cumhurbaşkanı" and body is None and not where and not subject:
        return "Cumhurbaşkanlığı"
    if noun == "başbakan" and body is None and not where and not subject:
        return "Başbakanlık"
    if mods[-1:] == ["bölüm"] and subject and noun == "başkan":
        parent = _words_of(words, body, bodies)
        return " ".join([*parent, *where, *(spell(w) for w in subject), "Bölümü"])
    if noun == "bakan" and subject and body is None:
        return " ".join([*(spell(w) for w in subject), "Bakanlığı"])
    numbered = mods[:1] in (["bölge"], ["şube"]) and noun in ("müdür", "şef")
    if body is not None and numbered and not subject:
        number = words[bodies.last[body] + 1]
        if number.shape != "digit":
            return None
        kind = "Müdürlüğü" if noun == "müdür" else "Şefliği"
        numbered_unit = [f"{number.text}.", spell(modifiers[0]), kind]
        return " ".join([*_words_of(words, body, bodies), *numbered_unit])
    if body is not None and mods in (["il"], ["ilçe"]) and noun == "müdür" and not subject:
        return _branch(words, body, bodies, spell(modifiers[0]))
    if body is not None and noun in ("müdür", "amir") and not subject and not mods:
        tail = words[bodies.last[body]]
        headless = tail.shape == "title" and tail.lower not in institution_heads()
        if headless and bodies.first[body] < bodies.last[body]:
            first = bodies.first[body]
            level = words[first - 1] if first > 0 and adjacent(words[first]) else None
            before = [level.text] if level is not None and level.lower in ("il", "ilçe") else []
            headed = [*before, *_words_of(words, body, bodies)]
            return " ".join([*headed, capitalise(possessed(implied_heads()[noun]))])
    if body is not None and mods in (["il"], ["ilçe"]) and noun == "başkan" and not subject:
        site = branch_site(words, bodies.last[body] + 1)
        rank = spell(modifiers[0])
        party = [*_words_of(words, body, bodies), *([site] if site else [])]
        return " ".join([*party, rank, "Başkanlığı"])
    led = implied_heads().get(noun)
    if led is None or noun in ("vali", "kaymakam", "bakan", "rektör", "dekan", "muhtar"):
        return None
    if len(subject) == 1 and (_is_kind(subject[0].lower) or is_roman(subject[0].lower)):
        return None
    local = bool(subject) and subject[0].lower in ("il", "ilçe")
    if body is None and noun == "müdür" and mods == ["şube"] and local:
        return " ".join([*where, *(spell(w) for w in subject), "Müdürlüğü"])
    if mods in (["il", "genel", "meclisi"], ["il", "genel", "meclis"]) and noun == "başkan":
        if not where and body is not None and is_place_word(words[bodies.first[body]].lower):
            where = [words[bodies.first[body]].text]
        return " ".join([*where, "İl Genel Meclisi"])
    circle = subject[-1].lower if subject else ""
    if body is None and (circle in BOARD_HEADS or circle in _CIRCLES):
        return None
    if subject and subject[-1].lower in ("kolları", "kolu", "ofisi", "temsilciliği", "bürosu"):
        return None
    has_subject = bool(subject) or bool({"emniyet", "jandarma"} & set(mods))
    has_subject = has_subject or (bool(where) and bool({"il", "ilçe", "bölge"} & set(mods)))
    if body is not None and not subject and noun in ("müdür", "başkan"):
        has_subject = words[bodies.last[body]].lower == "idaresi"
    if not has_subject:
        return None
    if noun == "başkan" and any(m in _INSIDE for m in mods):
        return None
    if noun == "başkan" and mods == ["birim"]:
        return None  # Program Yönetimi Birim Başkanı
    lone = len(subject) == 1 and not where and body is None and not mods
    if noun == "başkan" and lone and is_ordinary(subject[0].lower):
        return None  # Kazı Başkanı
    strange = len(subject) == 1 and subject[0].shape == "title"
    strange = strange and not is_ordinary(subject[0].lower) and not where
    strange = strange and subject[0].lower not in word_list("name_topics")
    if noun == "müdür" and mods == ["genel"] and body is None and strange:
        return spell(subject[0])  # Gülbirlik Genel Müdürü
    if noun in ("başkan", "sekreter") and mods[:1] == ["genel"] and body is None and subject:
        return " ".join(spell(w) for w in subject)  # Cihannüma Genel Başkanı
    if noun == "başkan" and body is None and mods[:1] in (["il"], ["ilçe"]):
        return None
    if body is not None and not _has_units(
        words, body, bodies, [*mods, *(w.lower for w in subject)]
    ):
        return None  # the parent stands for its unit, and the title keeps the unit's name
    parent = _words_of(words, body, bodies)
    ends = institution_heads().get(subject[-1].lower) if subject and not modifiers else None
    if ends is not None and ends.case == "nom" and ends.noun in ("yüksekokul", "enstitü", "merkez"):
        return " ".join([*parent, *where, *(spell(w) for w in subject)])
    parts = [
        *parent,
        *where,
        *(spell(w) for w in subject),
        *(spell(w) for w in modifiers),
        capitalise(possessed(led)),
    ]
    return _BARE_ORDINAL.sub(r"\1. ", " ".join(parts))


def _of_branch(noun: str, words: Sequence[Word], body: int, bodies: Bodies) -> str | None:
    """The branch of `X Sendikası Ankara 2 No'lu Şube Başkanı`, or None where no place is told."""
    site = branch_site(words, bodies.last[body] + 1)
    if site and words[bodies.last[body]].lower not in ("şubesi", *_PUBLIC):
        return " ".join([*_words_of(words, body, bodies), site, "Şubesi"])
    return None


def branch_site(words: Sequence[Word], k: int) -> str:
    """The place and number of a branch from word `k`: `Ankara 2 No'lu` of `... Şube Başkanı`."""
    parts: list[str] = []
    while k < len(words) and (is_place_word(words[k].lower) or parts):
        word = words[k]
        if word.shape == "digit" or is_place_word(word.lower):
            parts.append(word.text)
        elif word.lower in ("no", "nolu"):
            parts.append("No'lu" if word.suffix else word.text)
        else:
            break
        k += 1
    return " ".join(parts)


def _branch(words: Sequence[Word], body: int, bodies: Bodies, level: str) -> str | None:
    """`Türkiye İş Kurumu Tokat İl Müdürü`, `Uşak Çalışma ve İş Kurumu İl Müdürü`: the branch."""
    first, last = bodies.first[body], bodies.last[body]
    if words[last].lower != "kurumu" and not (first == last and is_acronym_shape(words[last])):
        return None
    name = _words_of(words, body, bodies)
    site = words[last + 1]
    if is_place_word(site.lower):
        return " ".join([*name, site.text, level, "Müdürlüğü"])
    before = words[first - 1] if first > 0 and adjacent(words[first]) else None
    if before is not None and is_place_word(before.lower) and not before.suffix:
        name = [before.text, *name]
    return " ".join([*name, level, "Müdürlüğü"])


_BARE_ORDINAL: Final = re.compile(r"(?<!\S)(\d+) (?=Bölge)")


def _words_of(words: Sequence[Word], body: int | None, bodies: Bodies) -> list[str]:
    """The name of the body that stands before a title, word by word."""
    if body is None:
        return []
    name = [spell(w) for w in words[bodies.first[body] : bodies.last[body] + 1]]
    name[-1] = name[-1][: _nominative(words[bodies.last[body]])]
    return name


def _nominative(word: Word) -> int:
    head = institution_heads().get(word.lower)
    return head.length if head is not None else len(word.text)
