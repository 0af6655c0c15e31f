"""Named individuals: by title, by role, by given name, by the way a surname is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.institution_names import headings, is_capitals
from tutanak.extraction.lexicon import (
    institution_heads,
    is_forename,
    is_ordinary,
    is_place_word,
    is_sure_forename,
    role_heads,
    role_words,
)
from tutanak.extraction.person_ends import LONGEST, PARTICLES, implausible, is_cased, name_end
from tutanak.extraction.person_parts import PROFESSIONS, is_part, names_a_thing, title_start
from tutanak.extraction.phrases import adjacent, is_opener
from tutanak.extraction.refusing import Sink, refuse
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.text.fold import capitalise

_PLACE_CASES: Final = frozenset(
    {"da", "de", "ta", "te", "daki", "deki", "ya", "ye", "a", "e", "yı", "yi", "dan", "den"}
)
_IN_A_LIST: Final = "list of people"
_LOCATIVES: Final = frozenset({"da", "de", "ta", "te"})
_ALONE: Final = "one word alone is no full name"
NOTHING_SPEAKS: Final = "no title, post, body, clause or certain given name speaks for a person"


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


def find_names(
    words: Sequence[Word], covered: frozenset[int], *, text: str = "", refused: Sink = None
) -> list[Name]:
    """All full names (two words or more) in order; `covered` words belong to bodies.

    `refused` takes the runs of `text` that are no names, if they are wanted.
    """
    capitals = is_capitals(words)
    heading_sentences = headings(words)
    found: list[Name] = []
    i = 0
    while i < len(words):
        name = name_at(words, i, covered, capitals, heading_sentences, found)
        if isinstance(name, str):
            if refused is not None and name:
                last = _run(words, i, covered)
                if last > i or name == _ALONE:
                    refuse(refused, "people", text, words[i].start, words[last].end, name)
            i += 1
            continue
        found.append(name)
        i = name.last + 1
    return found


def _run(words: Sequence[Word], i: int, covered: frozenset[int]) -> int:
    """The last word of the run of name parts that begins at word `i`."""
    j = i
    while (
        j + 1 < len(words)
        and not words[j].suffix
        and adjacent(words[j + 1])
        and j - i < LONGEST + 2
    ):
        if words[j + 1].gap.strip() == "." and words[j].shape != "initial":
            break
        if is_part(words, j + 1, covered):
            j += 1
        else:
            k = j + 1
            foreign = words[k].lower == "de" and not is_forename(words[j].lower)
            if foreign and k + 1 < len(words) and words[k + 1].shape == "upper":
                j = k + 1  # Jasper de GROOT
                continue
            while (
                k < len(words)
                and k - j < 3
                and words[k].lower in PARTICLES
                and words[k].shape == "lower"
            ):
                k += 1
            if (
                k == j + 1
                or k >= len(words)
                or not adjacent(words[k])
                or not is_part(words, k, covered)
            ):
                break
            j = k
    return j


def name_at(
    words: Sequence[Word],
    i: int,
    covered: frozenset[int],
    capitals: frozenset[int],
    heading_sentences: frozenset[int],
    found: Sequence[Name],
    *,
    otherwise: str = "",
) -> Name | str:
    """The name that begins at word `i`, or why none does ("" where no name could begin).

    `otherwise` is the rule of a name for which no rule here speaks but nothing speaks against it.
    """
    word = words[i]
    if not is_part(words, i, covered) or word.suffix:
        return ""
    if word.first and is_opener(word) and not is_sure_forename(word.lower):
        return "opens its sentence, and is no certain given name"
    if (
        word.shape == "initial"
        and word.lower.startswith("v")
        and i > 0
        and words[i - 1].lower in role_heads()
    ):
        return ""
    if (
        word.lower in role_heads()
        and not role_heads()[word.lower].marked
        and i + 2 < len(words)
        and is_sure_forename(words[i + 1].lower)
        and words[i + 2].capital
        and adjacent(words[i + 1])
        and adjacent(words[i + 2])
    ):
        return "a title here, though it is a given name as well"  # Kaptan Haluk Dikilitaş
    if word.text == "Y." and i + 1 < len(words) and words[i + 1].lower in PROFESSIONS:
        return ""
    title_first = title_start(words, i)
    titled = title_first < i
    role = _role_before(words, title_first)
    last = _run(words, i, covered)
    if last == i or (word.shape == "initial" and not (titled or role)):
        return _ALONE if titled or role else ""
    held_by = role and not _of_many(words, title_first)
    if names_a_thing(words, last, covered) and not held_by and not (titled and last - i > 2):
        return "goes on as a hall, a school, an award, an event or a body"
    in_capitals = word.sentence in capitals
    held = last == i + 1 and is_forename(word.lower)  # Cevdet Karaoğlan'a
    if words[last].suffix in _PLACE_CASES and is_place_word(words[last].lower) and not held:
        last -= 1  # Bakan Yardımcısı X Y Diyarbakır'da, Komiser X Türkiye'ye
        if last == i:
            return _ALONE
    labelled = words[title_first].gap.strip() == ":"
    bounded = last + 1 >= len(words) or words[last + 1].first or words[last + 1].gap.strip() != ""
    bounded = bounded or bool(words[last].suffix) or words[last + 1].shape == "lower"
    bounded = bounded and last - i < 3 and not is_cased(words[last].lower)
    in_heading = word.sentence in heading_sentences and not (labelled or bounded)
    last = name_end(words, i, last, strict=in_capitals or in_heading, titled=titled)
    if last == i:
        return "a heading: nothing shows where a name would end"
    rule = _rule(words, i, last, covered, found, titled=titled, role=role, capitals=in_capitals)
    told = rule or otherwise
    if not told:
        return NOTHING_SPEAKS
    rule = rule or _IN_A_LIST  # what no rule speaks for is checked like the weakest of them
    if doubt := implausible(words, i, last, rule, heading=in_heading or in_capitals):
        return doubt
    if rule == "given name" and words[last].suffix in _LOCATIVES:
        return "a given name alone, in the locative: a place named after somebody"
    if in_capitals and rule == "given name":
        return "a given name alone, in a line of capitals"
    after = words[last + 1] if last + 1 < len(words) and adjacent(words[last + 1]) else None
    titled_on = after is not None and after.capital and after.lower in role_words("keeps")
    office = role_heads().get(after.lower) if after is not None and after.capital else None
    if office is not None and office.marked and rule in ("list of people", "given name"):
        return "goes on as a post"  # , Göle Cumhuriyet Savcısı
    topic = is_place_word(word.lower) and not is_forename(word.lower)
    topic = topic or word.lower.endswith(("leri", "ları"))
    topic = topic and (words[last].lower in word_list("name_topics") or after is not None)
    if rule == _IN_A_LIST and (titled_on or topic):
        return "goes on as a post, or as a topic"  # ve Sahil Güvenlik Karadeniz Bölge Komutanı
    name = " ".join(spell(w) for w in words[i : last + 1])
    title = " ".join(w.text for w in words[title_first:i]) or None
    cues = tuple(w.text for w in words[title_first:i]) or (
        (words[title_first - 1].text,) if role else ()
    )
    return Name(i, last, title_first, name, title, told, cues)


def _rule(
    words: Sequence[Word],
    i: int,
    last: int,
    covered: frozenset[int],
    found: Sequence[Name],
    *,
    titled: bool,
    role: bool,
    capitals: bool,
) -> str:
    """What makes words `i` to `last` the name of a person, "" if nothing does."""
    word, surname = words[i], words[last]
    likely = is_forename(word.lower) or not is_ordinary(word.lower)
    marked = word.shape == "title" and surname.shape == "upper" and len(surname.text) > 1
    rules = (
        (titled, "title before the name"),
        (role, "role before the name"),
        (
            marked
            and not capitals
            and (is_forename(word.lower) or (not is_ordinary(word.lower) and not word.first)),
            "surname in capitals",
        ),
        (likely and _from_a_body(words, i, covered), "body before the name"),
        (likely and _is_kin(words, i), "kin before the name"),
        (
            (is_forename(word.lower) or (likely and not word.first))
            and _body_in_bracket(words, last, covered),
            "body behind the name",
        ),
        (is_forename(word.lower) and _one_of_many(words, i), "one of many"),
        (is_forename(word.lower) and _role_in_bracket(words, last), "role behind the name"),
        (is_sure_forename(word.lower) and not capitals, "given name"),
        (
            is_forename(word.lower) and is_forename(words[i + 1].lower) and last > i + 1,
            "given names",
        ),
        (likely and _told_by_clause(words, i), "clause before the name"),
        (likely and _in_list(words, i, found), _IN_A_LIST),
    )
    return next((rule for holds, rule in rules if holds), "")


_CLAUSE_VERBS: Final = frozenset(
    [
        "yapan",
        "yürüten",
        "sürdüren",
        "konuşan",
        "çalışan",
        "seçilen",
        "atanan",
        "getirilen",
        "üstlenen",
    ]
)


def _told_by_clause(words: Sequence[Word], i: int) -> bool:
    """`Türkiye Temsilcisi olarak görev yapan Helena Novak`, `adına konuşan Saadet Oral`."""
    if i < 3 or not adjacent(words[i]) or words[i - 1].lower not in _CLAUSE_VERBS:
        return False
    if is_place_word(words[i].lower):
        return False
    return is_forename(words[i].lower) or "olarak" in [w.lower for w in words[i - 3 : i]]


_UNIT: Final = 5  # words of a unit between a body and the name


def _is_from(word: Word) -> bool:
    """Whether a word stands in the ablative, as a body that somebody comes from."""
    if word.suffix:
        return word.suffix.endswith(("dan", "den", "tan", "ten"))
    head = institution_heads().get(word.lower)
    return head is not None and head.case == "abl"


_KIN: Final = frozenset({"eşi", "kızı", "oğlu", "annesi", "babası", "kardeşi", "ablası"})


def _is_kin(words: Sequence[Word], i: int) -> bool:
    """`X'in eşi Safinar Kırımoğlu`."""
    return i > 1 and words[i - 1].lower in _KIN and adjacent(words[i]) and not words[i].first


def _body_in_bracket(words: Sequence[Word], last: int, covered: frozenset[int]) -> bool:
    """`Sinan Ortaköy (Türkiye Prefabrik Birliği)`."""
    k = last + 1
    return k < len(words) and words[k].gap.strip() == "(" and k in covered


def _role_in_bracket(words: Sequence[Word], last: int) -> bool:
    """`Sevgi Tunalı (Düzenleme Kurulu Başkanı)`."""
    k = last + 1
    if k >= len(words) or words[k].gap.strip() != "(":
        return False
    while k + 1 < len(words) and ")" not in words[k + 1].gap and k - last < _BRACKETED:
        k += 1
    role = role_heads().get(words[k].lower)
    return role is not None and role.case == "nom"


_BRACKETED: Final = 8  # words of a title in brackets


def _one_of_many(words: Sequence[Word], i: int) -> bool:
    """`üreticilerden Bayram Çimenli`."""
    before = words[i - 1] if i > 0 and adjacent(words[i]) else None
    if before is None or before.shape != "lower":
        return False
    return before.lower.endswith(("lardan", "lerden", "larından", "lerinden"))


def _from_a_body(words: Sequence[Word], i: int, covered: frozenset[int]) -> bool:
    """`X Derneği'nden Zelal Baran`, `X Derneği adına Zelal Baran`."""
    if i > 1 and words[i].gap.strip() == ")" and words[i - 1].gap.strip() == "(":
        return i - 2 in covered and _is_from(words[i - 2])
    if i > 1 and adjacent(words[i]) and _is_from(words[i - 1]) and i - 1 not in covered:
        k = i - 1
        while k > 0 and i - k < _UNIT and words[k].capital and adjacent(words[k]):
            k -= 1
            if k in covered:
                return True  # X Kızılayı Çocuk Koruma Programı'ndan Hale Soydan
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


def spell(word: Word) -> str:
    """A word of a name in title case."""
    if word.shape == "upper" and "." not in word.text:
        return "-".join(capitalise(part) for part in word.text.split("-"))
    return word.text


def _role_before(words: Sequence[Word], k: int) -> bool:
    if k == 0 or words[k - 1].suffix or (words[k].first and words[k].gap.strip() != ":"):
        return False
    before = words[k - 1]
    if words[k].gap.strip() == ")" and before.lower.strip(".") == "v":
        return True
    if not adjacent(words[k]) and words[k].gap.strip() != ":":
        return False
    if before.lower in ("yeniden", "tekrar") and k > 1:
        office = role_heads().get(words[k - 2].lower)
        return office is not None and words[k - 2].lower.endswith(("a", "e"))
    if before.lower in ("v.", "v", "vekili") and k > 1 and words[k - 2].lower in role_heads():
        return True
    role = role_heads().get(before.lower)
    return role is not None and role.case == "nom"


def _of_many(words: Sequence[Word], k: int) -> bool:
    """`şirketlerin yöneticileri Mountain View Zirvesi'nde`: a plural is no post of one person."""
    role = role_heads().get(words[k - 1].lower)
    return role is not None and role.plural


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
