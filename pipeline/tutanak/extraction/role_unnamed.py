"""Titles that lead no body with a name of its own: `Şube Başkanı`, `Kazı Başkanı`.

Each rule answers NO_BODY or, where it has nothing to say, None.
"""

from tutanak.extraction.acronyms import is_acronym_shape
from tutanak.extraction.lexicon import implied_heads, is_ordinary, role_words
from tutanak.extraction.role_parts import NO_BODY, TitleParts, is_kind
from tutanak.extraction.role_spelling import is_roman


def leads_no_unit(title: TitleParts) -> str | None:
    """`Proje Koordinatörü` leads nothing; `Vali` leads no unit of a body."""
    no_unit = title.noun in role_words("no_unit_posts")
    return NO_BODY if no_unit or title.noun not in implied_heads() else None


def responsible_for(title: TitleParts) -> str | None:
    """`X Bakanlığı Dış İlişkilerden Sorumlu | Müsteşar Yardımcısı`: a task, no unit's name."""
    return NO_BODY if title.unit == "sorumlu" else None


def private_department(title: TitleParts) -> str | None:
    """`Satınalma Müdürü`: a department that no public body is called by."""
    if title.body is not None or title.place or title.noun != "müdür":
        return None
    told = [*(word.lower for word in title.subject), *title.folded]
    return NO_BODY if " ".join(told) in role_words("departments") else None


def kind_alone(title: TitleParts) -> str | None:
    """`Fabrika Müdürü`, `II. Başkan`: the body is one named elsewhere."""
    if len(title.subject) != 1:
        return None
    return NO_BODY if is_kind(title.unit) or is_roman(title.unit) else None


def circle(title: TitleParts) -> str | None:
    """`Çalışma Grubu Başkanı`: a circle or board without its body."""
    if title.body is not None:
        return None
    wanted = title.unit in role_words("boards") or title.unit in role_words("unnamed_circles")
    return NO_BODY if wanted else None


def office(title: TitleParts) -> str | None:
    """`Kadın Kolları Başkanı`, `Dış İlişkiler Ofisi Müdürü`: an office inside a body."""
    return NO_BODY if title.unit in role_words("unnamed_offices") else None


def without_subject(title: TitleParts) -> str | None:
    """`Genel Müdür`, `X Derneği Başkanı`: nothing says what is led but the body before it."""
    folded = set(title.folded)
    if title.body is not None and not title.subject and title.noun in ("müdür", "başkan"):
        told = title.words[title.bodies.last[title.body]].lower == "idaresi"
    else:
        local = bool(title.place) and bool({"il", "ilçe", "bölge"} & folded)
        told = bool(title.subject) or bool({"emniyet", "jandarma"} & folded) or local
    return None if told else NO_BODY


def part_of_body(title: TitleParts) -> str | None:
    """`Yönetim Kurulu Başkanı`, `Divan Başkanı`."""
    if title.noun != "başkan":
        return None
    return NO_BODY if role_words("unnamed_parts").intersection(title.folded) else None


def small_unit(title: TitleParts) -> str | None:
    """`Program Yönetimi Birim Başkanı`."""
    return NO_BODY if title.noun == "başkan" and title.folded == ("birim",) else None


def ordinary_word(title: TitleParts) -> str | None:
    """`Kazı Başkanı`: one ordinary word is no name."""
    if title.noun != "başkan" or title.body is not None or title.place or title.folded:
        return None
    return NO_BODY if len(title.subject) == 1 and is_ordinary(title.unit) else None


def level_alone(title: TitleParts) -> str | None:
    """`X İl Başkanı`: of a party that is named elsewhere."""
    if title.noun != "başkan" or title.body is not None:
        return None
    return NO_BODY if title.folded[:1] in (("il",), ("ilçe",)) else None


def private_unit(title: TitleParts) -> str | None:
    """`X Derneği Eğitim Müdürü`: the parent stands for its unit, the title keeps the unit's name.

    Units with names have public bodies, and acronyms with a `Dairesi Başkanı`.
    """
    if title.body is None:
        return None
    first, last = title.bodies.first[title.body], title.bodies.last[title.body]
    if title.words[last].lower in role_words("public"):
        return None
    inside = {*title.folded, *(word.lower for word in title.subject)}
    told = first == last and is_acronym_shape(title.words[last])
    state = told and title.words[last].lower in role_words("state_acronyms")
    if state and title.noun == "müdür" and "genel" in title.folded and title.subject:
        return None  # MEB Ortaöğretim Genel Müdürü
    return None if told and {"daire", "dairesi"} & inside else NO_BODY
