"""Named individuals: by title, by role, by given name, by the way a surname is written."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.institution_names import headings, is_capitals
from tutanak.extraction.lexicon import (
    is_forename,
    is_ordinary,
    is_place_word,
    is_sure_forename,
    role_heads,
    role_words,
)
from tutanak.extraction.person_ends import (
    LOCATIVES,
    LONGEST,
    PARTICLES,
    implausible,
    is_cased,
    is_elsewhere,
    is_noble,
    is_whole,
    name_end,
)
from tutanak.extraction.person_evidence import evidence_of, of_many, role_before
from tutanak.extraction.person_parts import (
    PROFESSIONS,
    is_known_surname,
    is_part,
    title_start,
)
from tutanak.extraction.person_things import names_a_thing
from tutanak.extraction.phrases import adjacent, is_opener
from tutanak.extraction.refusing import Sink, refuse
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.text.fold import capitalise

_PLACE_CASES: Final = frozenset(
    {"da", "de", "ta", "te", "daki", "deki", "ya", "ye", "a", "e", "yı", "yi", "dan", "den"}
)
_IN_A_LIST: Final = "list of people"
_SERGEANTS: Final = frozenset({"çavuş", "başçavuş", "üstçavuş", "onbaşı"})
_FOREIGN: Final = re.compile(r"[^A-ZÇĞİÖŞÜÂÎÛ'’.-]|[QWX]")
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
            if is_noble(words, i, k):
                j = k + 1  # Jasper de GROOT, Jan de Vries
                continue
            while (
                k < len(words)
                and k - j < 3
                and (words[k].lower in PARTICLES or words[k - 1].lower in ("van", "von"))
                and words[k].shape == "lower"
            ):
                k += 1
            if words[j].lower == "van" and words[k].lower in ("den", "der", "de") and k == j + 1:
                k += 1  # Sophie Van den Broeck
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
    if word.lower in _SERGEANTS and i > 0 and words[i - 1].lower in ("uzman", "astsubay"):
        return ""  # Uzman | Çavuş Ayşe Demir
    if word.text == "Y." and i + 1 < len(words) and words[i + 1].lower in PROFESSIONS:
        return ""
    title_first = title_start(words, i)
    titled = title_first < i
    role = role_before(words, title_first)
    last = _run(words, i, covered)
    if _names_office(words, i, last):
        return "goes on as a post"  # Mersin Cumhuriyet | Başsavcı Vekili
    if last == i or (word.shape == "initial" and not (titled or role)):
        return _ALONE if titled or role else ""
    held_by = role and not of_many(words, title_first)
    if names_a_thing(words, last, covered) and not held_by and not (titled and last - i > 2):
        return "goes on as a hall, a school, an award, an event or a body"
    in_capitals = word.sentence in capitals
    held = last == i + 1 and is_forename(word.lower)  # Cevdet Karaoğlan'a
    held = held or is_whole(words, i, last)
    if last > i + 1 and (titled or role) and is_elsewhere(words[last]):
        last -= 1  # Genel Sekreter X Y Üzülmez'de
    cased = words[last].suffix in _PLACE_CASES or words[last].suffix.startswith(("dayd", "deyd"))
    if cased and is_place_word(words[last].lower) and not held:
        last -= 1  # Bakan Yardımcısı X Y Diyarbakır'da, Komiser X Türkiye'ye
        if last == i:
            return _ALONE
    labelled = words[title_first].gap.strip() == ":"
    bounded = _is_bounded(words, i, last, held=held_by)
    in_heading = word.sentence in heading_sentences and not (labelled or bounded)
    announced = titled or (role and is_sure_forename(word.lower))
    last = name_end(words, i, last, strict=in_capitals or in_heading, titled=announced)
    if last == i:
        return "a heading: nothing shows where a name would end"
    rule = evidence_of(
        words, i, last, covered, found, titled=titled, role=role, capitals=in_capitals
    )
    told = rule or otherwise
    if not told:
        return NOTHING_SPEAKS
    rule = rule or _IN_A_LIST  # what no rule speaks for is checked like the weakest of them
    inside = words[i : last + 1]
    posted = in_capitals and rule == "role before the name"
    own = bool(inside[-1].suffix) and not any(
        is_ordinary(w.lower) or is_place_word(w.lower) for w in inside
    )
    if posted and not own and not any(is_forename(w.lower) for w in inside):
        return "words in capitals behind a title, none of them a given name"
    if doubt := implausible(words, i, last, rule, heading=in_heading or in_capitals):
        return doubt
    if rule == "given name" and words[last].suffix in LOCATIVES:
        return "a given name alone, in the locative: a place named after somebody"
    if in_capitals and rule == "given name":
        return "a given name alone, in a line of capitals"
    after = words[last + 1] if last + 1 < len(words) and adjacent(words[last + 1]) else None
    titled_on = after is not None and after.capital and after.lower in role_words("keeps")
    office = role_heads().get(after.lower) if after is not None and after.capital else None
    field = words[last].lower.endswith(("leri", "ları")) or rule in (_IN_A_LIST, "given name")
    if office is not None and office.marked and field:
        return "goes on as a post"  # , Göle Cumhuriyet Savcısı; Fen Bilimleri Öğretmeni
    topic = is_place_word(word.lower) and not is_forename(word.lower)
    topic = topic or word.lower.endswith(("leri", "ları"))
    topic = topic and (words[last].lower in word_list("name_topics") or after is not None)
    if rule == _IN_A_LIST and (titled_on or topic):
        return "goes on as a post, or as a topic"  # ve Sahil Güvenlik Karadeniz Bölge Komutanı
    joined = words[last + 1 : last + 3]
    unit = is_place_word(word.lower) and words[last].lower in word_list("name_topics")
    if (
        unit
        and len(joined) == 2
        and joined[0].lower == "ve"
        and joined[1].capital
        and last == i + 1
    ):
        return "a place, and what a unit is for"  # Trakya Gümrük ve Ticaret Bölge Müdürü
    name = " ".join(spell(w) for w in words[i : last + 1])
    title = " ".join(w.text for w in words[title_first:i]) or None
    cues = tuple(w.text for w in words[title_first:i]) or (
        (words[title_first - 1].text,) if role else ()
    )
    return Name(i, last, title_first, name, title, told, cues)


def _names_office(words: Sequence[Word], i: int, last: int) -> bool:
    """A place and one word more, and the post that they are of: `Mersin ŞÖNİM | Müdürü`."""
    if last != i + 1 or not is_place_word(words[i].lower) or words[last].suffix:
        return False
    post = role_heads().get(words[last + 1].lower) if last + 1 < len(words) else None
    told = post is not None and words[last + 1].capital and adjacent(words[last + 1])
    own = words[last].shape == "upper" or words[last].lower in ("cumhuriyet", "ağır", "sulh")
    return told and own and words[i].shape == "title"


def _is_bounded(words: Sequence[Word], i: int, last: int, *, held: bool) -> bool:
    """Whether something shows that the name ends with word `last`, also in a heading."""
    following = words[last + 1] if last + 1 < len(words) else None
    goes_on = following is not None and not following.first
    if following is not None and goes_on and following.gap.strip() == "":
        ends = bool(words[last].suffix) or following.shape == "lower"
    else:
        ends = True
    if not ends:
        return False
    if is_known_surname(words, last):
        return True
    longest = 3 if held and goes_on else 2  # words past the first one
    return last - i <= longest and not is_cased(words[last].lower)


def spell(word: Word) -> str:
    """A word of a name in title case."""
    if word.shape == "upper" and _FOREIGN.search(word.text):
        return word.text.title()  # HADŽIĆ: no dotless letters
    if word.shape == "upper" and "." not in word.text:
        return "-".join(capitalise(part) for part in word.text.split("-"))
    return word.text
