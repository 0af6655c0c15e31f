"""The words of its subject that a title keeps: `Çocuk Büro Sorumlusu`, but `Kaymakam`."""

from collections.abc import Callable, Sequence
from typing import Final

from tutanak.extraction.lexicon import bare_heads, is_ordinary, is_place_word, role_words
from tutanak.extraction.role_wording import Wording
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list


def kept_words(title: Wording) -> list[Word]:
    """The words of the subject that stay in the title; all others are the body's."""
    if not title.subject:
        return []
    for rule in _RULES:
        keeps = rule(title)
        if keeps is not None:
            return list(title.subject) if keeps else []
    return [word for word in title.subject if not is_place_word(word.lower)]


def _local(title: Wording) -> bool:
    return title.subject[0].lower in ("il", "ilçe")


def _envoy(title: Wording) -> bool | None:
    """`Birleşik Krallık Büyükelçisi` -> `Büyükelçi`: all before it is the state and the place."""
    return False if title.noun in _ENVOYS else None


_ENVOYS: Final = ("büyükelçi", "başkonsolos", "konsolos", "maslahatgüzar")


def _union_post(title: Wording) -> bool | None:
    """`Genel Eğitim ve Sosyal İşler Sekreteri` keeps all of it."""
    kept = title.noun == "sekreter" and not title.modifiers and title.implied is None
    return True if kept and title.subject[0].lower == "genel" else None


def _local_branch(title: Wording) -> bool | None:
    """`İl Millî Eğitim Şube Müdürü` -> `Şube Müdürü`."""
    return False if title.folded == ["şube"] and _local(title) else None


def _of_level_or_leader(title: Wording) -> bool | None:
    """`İl Sağlık Müdürü`, `X Derneği | Eğitim Müdürü`; but of `Ege Bölge Müdürü` no `Ege`."""
    leads = title.noun in role_words("leaders") and title.alone and not title.programme
    if not _local(title) and not leads:
        return None
    return title.folded[:1] != ["bölge"] or not _is_region(title.subject)


def _branches(title: Wording) -> bool | None:
    """`Kadın Kolları Başkanı`."""
    return True if title.unit == "kolları" else None


def _programme(title: Wording) -> bool | None:
    """`Su Kaynakları Program Müdürü` -> `Program Müdürü`."""
    return False if title.programme else None


def _kind(title: Wording) -> bool | None:
    """`Fabrika Müdürü`, `Oda Başkanı`: of what kind the body is, that stands elsewhere."""
    if not _one(title) or title.implied is not None:
        return None
    chaired = title.noun == "başkan" and title.unit in role_words("chaired_kinds")
    school = title.unit == "okul" and title.noun == "müdür"
    return True if chaired or school or title.unit in role_words("kept_kinds") else None


def _commander(title: Wording) -> bool | None:
    """`Jandarma Komutanı`, `Çocuk Büro Sorumlusu`."""
    bureau = title.folded[:1] == ["büro"]
    return True if _one(title) and (title.noun == "komutan" or bureau) else None


def _ordinary(title: Wording) -> bool | None:
    """`Kazı Başkanı`."""
    if title.noun != "başkan" or not _one(title) or title.implied is not None:
        return None
    return True if title.unit not in bare_heads() and is_ordinary(title.unit) else None


def _circle(title: Wording) -> bool | None:
    """`Çalışma Grubu Başkanı`."""
    if title.noun != "başkan" or title.implied is not None:
        return None
    return True if title.unit in role_words("kept_circles") else None


def _small_unit(title: Wording) -> bool | None:
    """`Program Yönetimi Birim Başkanı`."""
    if title.noun not in ("başkan", "sorumlu") or title.implied is not None:
        return None
    return True if title.folded == ["birim"] else None


def _rest(title: Wording) -> bool | None:
    """`Pendik | Kaymakamı` keeps nothing; `Çocuk Gelişimi Uzmanı` all but places (None)."""
    if title.noun in role_words("subject_leaves"):
        told = title.implied is not None or title.body is not None
        return False if told or title.noun not in _HEADS_OF_UNITS else None
    short = len(title.subject) <= 3 and not title.modifiers
    return None if short or title.unit == "ve" else False


# Whose subject stays where no body takes it into its name: `fabrikanın kalite müdürü`
_HEADS_OF_UNITS: Final = ("müdür",)


def _one(title: Wording) -> bool:
    return len(title.subject) == 1


def _is_region(subject: Sequence[Word]) -> bool:
    """`Ege Bölge Müdürü`: a part of the country, no part of the title."""
    regions = word_list("name_topics", "regions")
    return all(word.lower in regions or is_place_word(word.lower) for word in subject)


# The first that answers counts: whether the subject stays
_RULES: Final[tuple[Callable[[Wording], bool | None], ...]] = (
    _envoy,
    _union_post,
    _local_branch,
    _of_level_or_leader,
    _branches,
    _programme,
    _kind,
    _commander,
    _ordinary,
    _circle,
    _small_unit,
    _rest,
)
