"""Named individuals: by title, by role, by given name, by the way a surname is written."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.institution_names import headings, is_capitals
from tutanak.extraction.lexicon import (
    bare_heads,
    institution_heads,
    is_forename,
    is_ordinary,
    is_place_word,
    is_sure_forename,
    our_heads,
    role_heads,
    stop_forms,
)
from tutanak.extraction.phrases import adjacent, is_opener, is_title, looks_inflected
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.text.fold import capitalise

_PARTICLES: Final = frozenset("von van der del della la el al bin ibn di du dos".split())
_ONLY_BEFORE_RANK: Final = frozenset("kıdemli kurmay jandarma deniz hava piyade p j kd kur hava".split())
_COMPASS: Final = frozenset("kuzey güney doğu batı orta iç yukarı aşağı".split())
_CALENDAR: Final = frozenset("pazartesi salı çarşamba perşembe cuma cumartesi pazar bölgesi günü yılı".split())
_LOCATIVES: Final = frozenset({"da", "de", "ta", "te", "daki", "deki"})
_NAMES_TOO: Final = frozenset({"hacı", "gazi", "şehit", "hoca", "general", "üyesi", "bay", "hem"})
_MARKED_NAMES: Final = frozenset({"elçi", "hakimi"})
_ARABIC: Final = re.compile(r"(?:el|al|es|eş|er|ed|en|et)-[A-ZÇĞİÖŞÜ]")
_LONGEST: Final = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person: words `first` to `last`; its title begins at word `title_first`."""

    first: int
    last: int
    title_first: int
    name: str
    title: str | None
    rule: str
    cues: tuple[str, ...] = ()


def covered_words(words: Sequence[Word], spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Indexes of the words that begin inside one of `spans`."""
    inside: set[int] = set()
    ordered = sorted(spans)
    k = 0
    for i, word in enumerate(words):
        while k < len(ordered) and ordered[k][1] <= word.start:
            k += 1
        if k < len(ordered) and ordered[k][0] <= word.start:
            inside.add(i)
    return frozenset(inside)


def title_start(words: Sequence[Word], first: int) -> int:
    """Where the chain of titles before the name at word `first` begins; `first` if there is none."""
    k = first
    while k > 0 and adjacent(words[k]) and not words[k - 1].suffix:
        before = words[k - 1].lower.strip(".")
        if before == "yrd" and words[k].lower.strip(".") != "doç":
            break  # Genel Sekreter Yrd. X: a title's head, not a rank
        if before in _PROFESSIONS and k - 2 >= 0 and _before_profession(words, k - 2):
            k -= 2 if words[k - 2].text == "Y." else 1
            continue
        if not is_title(words[k - 1]) or (before in _NAMES_TOO and not _is_member_title(words, k - 1)):
            break
        if before == "müh" and k > 1 and words[k - 2].capital and adjacent(words[k - 1]):
            k -= 2  # Maden Müh. X
            continue
        if before in _ONLY_BEFORE_RANK and (k == first or words[k].lower.strip(".") not in word_list("titles", "military")):
            break
        if not words[k - 1].capital and not words[k - 1].text.endswith("."):
            if before not in ("sayın", "avukat", "dr", "prof"):
                break
        k -= 1
    return k


_PROFESSIONS: Final = frozenset({"mimar", "mühendis", "avukat", "eczacı", "doktor", "öğretmen", "psikolog"})


def _before_profession(words: Sequence[Word], k: int) -> bool:
    """`Şube Başkanı Mimar X`, `Y. Mimar X`: a profession that stands as a rank."""
    if words[k].text == "Y.":
        return True
    role = role_heads().get(words[k].lower)
    return role is not None and role.marked and role.case == "nom" and not words[k].suffix


def _is_member_title(words: Sequence[Word], k: int) -> bool:
    return k > 0 and words[k].lower == "üyesi" and words[k - 1].lower.startswith(("öğr", "öğretim")) and words[k-1].text.endswith(".")


def find_names(words: Sequence[Word], covered: frozenset[int]) -> list[Name]:
    """All full names (two words or more) in order; `covered` words belong to bodies."""
    capitals = is_capitals(words)
    heading_sentences = headings(words)
    found: list[Name] = []
    i = 0
    while i < len(words):
        name = _name_at(words, i, covered, capitals, heading_sentences, found)
        if name is None:
            i += 1
            continue
        found.append(name)
        i = name.last + 1
    return found


def _part(words: Sequence[Word], k: int, covered: frozenset[int]) -> bool:
    """Whether word `k` can be a part of a person's name."""
    word = words[k]
    if k in covered or not (word.capital or _ARABIC.match(word.text)):
        return False
    folded = word.lower
    if word.shape == "initial":
        return True
    if any(c.isdigit() for c in word.text) or "." in word.text or "/" in word.text:
        return False
    role = role_heads().get(folded)
    if role is not None and role.marked and folded not in _MARKED_NAMES:
        return False
    if role is not None and not is_forename(folded) and (role.marked or role.ours or role.case == "nom"):
        return folded in ("uzman", "usta", "hakim", "yazar", "sayman", "çiftçi", "kurucu", "şef") and k > 0 and is_sure_forename(words[k - 1].lower)
    if folded in stop_forms() or folded in our_heads() or is_title(word) and not _can_be_name(folded):
        return False
    head = institution_heads().get(folded) or bare_heads().get(folded)
    return head is None or (head.level == 0 and folded in ("ağ", "banka"))


def _can_be_name(folded: str) -> bool:
    if folded in ("sayın", "dr", "prof", "sn", "av", "bay", "bayan", "merhum", "polis"):
        return False
    return folded in ("hacı", "gazi", "deniz", "hava", "general", "hoca") or is_forename(folded)


def _run(words: Sequence[Word], i: int, covered: frozenset[int]) -> int:
    """The last word of the run of name parts that begins at word `i`."""
    j = i
    while j + 1 < len(words) and not words[j].suffix and adjacent(words[j + 1]) and j - i < _LONGEST + 2:
        if words[j + 1].gap.strip() == "." and words[j].shape != "initial":
            break
        if _part(words, j + 1, covered):
            j += 1
        else:
            k = j + 1
            while k < len(words) and k - j < 3 and words[k].lower in _PARTICLES and words[k].shape == "lower":
                k += 1
            if k == j + 1 or k >= len(words) or not adjacent(words[k]) or not _part(words, k, covered):
                break
            j = k
    return j


def _names_a_thing(words: Sequence[Word], last: int, covered: frozenset[int]) -> bool:
    """Whether the run goes on to a noun that makes it a hall, a school, an award, an event."""
    k = last + 1
    if words[last].suffix or k >= len(words) or not adjacent(words[k]):
        return False
    if k in covered:
        return words[k].lower in institution_heads() or words[k].lower in bare_heads()
    folded = words[k].lower
    if folded in stop_forms():
        return words[k].capital or stop_forms()[folded] == "place"
    return words[k].capital and (folded in institution_heads() or folded.startswith(("ödül", "kupa", "turnuva")))


def _name_at(
    words: Sequence[Word],
    i: int,
    covered: frozenset[int],
    capitals: frozenset[int],
    heading_sentences: frozenset[int],
    found: Sequence[Name],
) -> Name | None:
    word = words[i]
    if not _part(words, i, covered) or word.suffix:
        return None
    if word.first and is_opener(word) and not is_sure_forename(word.lower):
        return None
    if word.shape == "initial" and word.lower.startswith("v") and i > 0 and words[i - 1].lower in role_heads():
        return None
    if (
        word.lower in role_heads()
        and not role_heads()[word.lower].marked
        and i + 2 < len(words)
        and is_sure_forename(words[i + 1].lower)
        and words[i + 2].capital
        and adjacent(words[i + 1])
        and adjacent(words[i + 2])
    ):
        return None  # Kaptan Haluk Dikilitaş: a title, though it is a given name as well
    if word.text == "Y." and i + 1 < len(words) and words[i + 1].lower in _PROFESSIONS:
        return None
    title_first = title_start(words, i)
    titled = title_first < i
    role = _role_before(words, title_first)
    last = _run(words, i, covered)
    if last == i or (word.shape == "initial" and not (titled or role)):
        return None
    if _names_a_thing(words, last, covered) and not titled and not role:
        return None
    in_capitals = word.sentence in capitals
    if last > i + 1 and words[last].suffix in _LOCATIVES and is_place_word(words[last].lower):
        last -= 1  # Bakan Yardımcısı X Y Diyarbakır'da
    labelled = words[title_first].gap.strip() == ":"
    bounded = last + 1 >= len(words) or words[last + 1].first or words[last + 1].gap.strip() != ""
    bounded = bounded or bool(words[last].suffix) or words[last + 1].shape == "lower"
    bounded = bounded and last - i < 3 and not _cased(words[last].lower)
    in_heading = word.sentence in heading_sentences and not (labelled or bounded)
    last = _cut(words, i, last, strict=in_capitals or in_heading)
    if last == i:
        return None
    surname = words[last]
    capital_surname = not in_capitals and word.shape == "title" and surname.shape == "upper" and len(surname.text) > 1
    rule = ""
    if titled:
        rule = "title before the name"
    elif role:
        rule = "role before the name"
    elif capital_surname and (
        is_forename(word.lower) or not is_ordinary(word.lower) and not word.first
    ):
        rule = "surname in capitals"
    elif _from_a_body(words, i, covered) and (is_forename(word.lower) or not is_ordinary(word.lower)):
        rule = "body before the name"
    elif is_sure_forename(word.lower) and not in_capitals:
        rule = "given name"
    elif is_forename(word.lower) and is_forename(words[i + 1].lower) and last > i + 1:
        rule = "given names"
    elif _from_a_body(words, i, covered) and (is_forename(word.lower) or not is_ordinary(word.lower)):
        rule = "body before the name"
    elif _in_list(words, i, found) and (is_forename(word.lower) or not is_ordinary(word.lower)):
        rule = "list of people"
    if not rule or not _plausible(words, i, last, rule, heading=in_heading or in_capitals):
        return None
    if in_capitals and rule == "given name":
        return None
    name = " ".join(_spell(w) for w in words[i : last + 1])
    title = " ".join(w.text for w in words[title_first:i]) or None
    cues = tuple(w.text for w in words[title_first:i]) or ((words[title_first - 1].text,) if role else ())
    return Name(i, last, title_first, name, title, rule, cues)


def _from_a_body(words: Sequence[Word], i: int, covered: frozenset[int]) -> bool:
    """`X Derneği'nden Zelal Baran`, `X Derneği adına Zelal Baran`."""
    if i == 0 or not adjacent(words[i]):
        return False
    k = i - 1
    if words[k].lower in ("adına", "temsilen", "temsilcisi"):
        return k - 1 in covered
    if k not in covered:
        return False
    if words[k].suffix:
        return words[k].suffix.endswith(("dan", "den", "tan", "ten"))
    head = institution_heads().get(words[k].lower)
    return head is not None and head.case == "abl"


def _spell(word: Word) -> str:
    if word.shape == "upper" and "." not in word.text:
        return "-".join(capitalise(part) for part in word.text.split("-"))
    return word.text


def _role_before(words: Sequence[Word], k: int) -> bool:
    if k == 0 or words[k - 1].suffix or words[k].first and not words[k].gap.strip() == ":":
        return False
    before = words[k - 1]
    if words[k].gap.strip() == ")" and before.lower.strip(".") == "v":
        return True
    if not adjacent(words[k]) and words[k].gap.strip() != ":":
        return False
    if before.lower in ("v.", "v", "vekili") and k > 1 and words[k - 2].lower in role_heads():
        return True
    role = role_heads().get(before.lower)
    return role is not None and role.case == "nom"


def _cased(folded: str) -> bool:
    return looks_inflected(folded) and not folded.endswith(("an", "en"))


_LANGUAGES: Final = ("türkçe", "ingilizce", "arapça", "kürtçe", "farsça", "fransızca", "almanca")


def _cut(words: Sequence[Word], first: int, last: int, *, strict: bool) -> int:
    """Where the name ends: after surnames in capitals, before words of a heading."""
    if words[first].shape == "title" and not strict:
        for k in range(first + 1, last + 1):
            if words[k].shape == "upper" and len(words[k].text) > 1:
                while k < last and words[k + 1].shape == "upper":
                    k += 1
                return k
    if strict:
        k = first + 1
        while k < last and words[k].lower in _PARTICLES and words[k].shape == "lower":
            k += 1
        if is_ordinary(words[k].lower) and looks_inflected(words[k].lower):
            return first
        while k < last and (
            is_forename(words[k].lower)
            and not is_ordinary(words[k + 1].lower)
            and not looks_inflected(words[k + 1].lower)
            or not is_ordinary(words[k + 1].lower) and not looks_inflected(words[k + 1].lower) and k - first < 2
        ):
            k += 1
        return k
    for k in range(first + 2, last + 1):
        if words[k].lower.startswith(_LANGUAGES):
            return k - 1
    for k in range(first + 2, last):
        if is_place_word(words[k].lower) and not is_forename(words[k].lower):
            return k - 1  # Dr. Yasin Özaslan Yalova Turizm ...
    return min(last, first + _LONGEST)


def _plausible(words: Sequence[Word], first: int, last: int, rule: str, *, heading: bool) -> bool:
    inside = words[first : last + 1]
    tail_word = inside[-1].lower
    if len(inside) > 4 and rule in ("given name", "list of people"):
        return False
    if any(w.lower in ("türk", "türkiye", "milli", "genel", "sosyal", "il", "ilçe", "yeni", "büyük") for w in inside):
        return False
    if rule != "title before the name" and not is_forename(inside[0].lower) and is_ordinary(inside[0].lower):
        return False
    generic = word_list("institution_heads", "generic")
    checked = inside
    if is_sure_forename(inside[0].lower) and not is_place_word(inside[0].lower):
        checked = inside[1:-1]
    if any(w.lower in generic and (is_ordinary(w.lower) or w.lower == "büyükşehir") for w in checked):
        return False
    if inside[0].lower in _COMPASS and is_place_word(tail_word):
        return False
    if any(w.lower in _CALENDAR for w in inside[1:]):
        return False
    if rule in ("given name", "given names") and tail_word.endswith(("leri", "ları")):
        return False
    if rule in ("given name", "given names") and any(
        w.lower in word_list("name_topics") and not is_forename(w.lower) for w in inside
    ):
        return False
    if rule == "role before the name" and is_place_word(inside[0].lower) and not is_forename(inside[0].lower):
        return not is_place_word(inside[-1].lower) and not is_ordinary(inside[-1].lower)
    tail = inside[-1].lower
    if is_ordinary(tail) and not inside[-1].shape == "upper":
        owned = tail.endswith(("sı", "si", "su", "sü")) or tail[-1] in "ıiuü" and is_ordinary(tail[:-1])
        trusted = rule not in ("given name", "given names")
        if owned and not (trusted and is_forename(inside[0].lower)):
            return False
    if rule in ("given name", "given names", "list of people"):
        if is_ordinary(tail) and (looks_inflected(tail) or heading):
            return False
        if is_place_word(inside[0].lower) and (is_place_word(tail) or is_ordinary(tail)):
            return False
    return True


def _in_list(words: Sequence[Word], i: int, found: Sequence[Name]) -> bool:
    """Whether the word before, past a comma or `ve`, ends another name."""
    if not found:
        return False
    previous = found[-1].last
    gap = words[i].gap.strip()
    if previous == i - 1 and gap in (",", ";", "-", "–"):
        return True
    if words[i - 1].lower in ("ve", "ile") and adjacent(words[i]):
        return previous == i - 2 or (words[i - 1].gap.startswith(")") and i - previous < 12)
    return gap.startswith("),") and i - previous < 12
