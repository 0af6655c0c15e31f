"""The words of a body's name: what makes it a name, and how it is spelt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tutanak.extraction.known import known_start
from tutanak.extraction.lexicon import (
    HeadForm,
    bare_heads,
    institution_heads,
    is_ordinary,
    is_place_word,
    our_heads,
)
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent
from tutanak.resources import word_list
from tutanak.resources.bodies import acronyms
from tutanak.text.fold import capitalise, lower, upper

_SMALL: Final = frozenset({"ve", "ile", "için", "of", "for", "the", "and", "de", "du", "des", "in"})


@dataclass(frozen=True, slots=True)
class Found:
    """A proposed name: words `first` to `last`, of the last `length` characters."""

    first: int
    last: int
    length: int
    name: str
    rule: str
    cues: tuple[str, ...] = ()
    fixed: bool = False


def is_capitals(words: Sequence[Word]) -> frozenset[int]:
    """The sentences in which capitals say nothing, since most words have nothing else."""
    counts: dict[int, list[int]] = {}
    for word in words:
        if word.shape == "digit" or len(word.text) < 2:
            continue
        row = counts.setdefault(word.sentence, [0, 0])
        row[0] += 1
        row[1] += word.shape == "upper"
    return frozenset(s for s, (n, up) in counts.items() if n >= 3 and up / n >= 0.65)


def headings(words: Sequence[Word]) -> frozenset[int]:
    """Sentences of which nearly every word has a capital: headings in title case, and lists."""
    counts: dict[int, list[int]] = {}
    for word in words:
        if word.shape == "digit" or word.lower in ("ve", "ile"):
            continue
        row = counts.setdefault(word.sentence, [0, 0])
        row[0] += 1
        row[1] += word.capital
    return frozenset(s for s, (n, up) in counts.items() if n >= 4 and up / n >= 0.8)


def spell_word(word: str, *, first: bool) -> str:
    """One word of a name in title case; acronyms stay as they are."""
    if lower(word) in _SMALL and not first:
        return lower(word)
    letters = [c for c in word if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters) and "." not in word:
        if upper(word) in acronyms() or lower(word) in _roman():
            return word
        if is_place_word(lower(word)):
            return "-".join(capitalise(part) for part in word.split("-"))
        if len(letters) > 5 and any(c in "AEIİOÖUÜ" for c in word):
            return "-".join(capitalise(part) for part in word.split("-"))
    if letters and word[0].islower():
        return capitalise(word)
    return word


def _roman() -> frozenset[str]:
    return frozenset(
        {"ii", "ıı", "iii", "ııı", "iv", "ıv", "vi", "vı", "vii", "vıı", "ix", "ıx", "xi"}
    )


def spell(words: Sequence[Word], first: int, last: int, length: int) -> str:
    """The name as it stands in the text, in title case, commas kept, without its case suffix."""
    parts: list[str] = []
    inside = [w for w in words[first : last + 1] if len(w.text) > 1]
    upper_words = sum(w.shape == "upper" for w in inside)
    shouted = upper_words > 2 or upper_words == len(inside)
    for k in range(first, last + 1):
        word = words[k]
        text = word.text[:length] if k == last else word.text
        if k > first and word.gap.strip() in (",", "."):
            parts[-1] += word.gap.strip()
        joined = k > first and word.gap == "" and bool(parts)
        if k > first and word.gap == " - ":
            parts[-1] += "-"
            joined = True
        if first == last:
            return text
        spelt = spell_word(text, first=k == first)
        if shouted and spelt == text and (is_ordinary(word.lower) or word.lower == "türk"):
            spelt = capitalise(text)  # ODASI in a name in capitals
        if word.lower == "no" and word.suffix and k < last:
            spelt = f"{spelt}'{word.suffix}"  # 2 No'lu
        if word.lower == "arası" and parts and lower(parts[-1]) == "uluslar":
            parts[-1] += "arası"
        elif joined:
            parts[-1] += spelt
        else:
            parts.append(spelt)
    return " ".join(parts)


def has_content(words: Sequence[Word], first: int, last: int, head: HeadForm) -> bool:
    """Whether anything but generic words stands before the head."""
    generic = word_list("institution_heads", "generic")
    if head.noun == "bölge":
        return words[first].lower not in ("organize", "teknoloji")
    if head.noun == "idare":
        return last - first > 1
    if head.noun == "dal":  # Anabilim Dalı, Bilim Dalı
        return last - first > 1 and words[last - 1].lower in (
            "anabilim",
            "bilim",
            "anasanat",
            "program",
        )
    if head.noun in ("müftülük", "defterdarlık", "başsavcılık"):
        return last > first
    if head.noun == "başkanlık" and words[last - 1].lower == "heyeti":
        return False  # Danimarka Heyeti Başkanlığını X yaptı
    if head.noun == "sekreterlik" and words[first].lower in generic:
        return False
    if head.noun == "başkanlık" and all(w.lower in bare_heads() for w in words[first:last]):
        return False  # Kooperatif Başkanlığına seçildi
    weight = 0
    for word in words[first:last]:
        folded = word.lower
        if folded in generic or folded in _SMALL or word.shape == "digit":
            continue
        inner = institution_heads().get(folded) or bare_heads().get(folded)
        if (
            inner is not None
            and inner.noun
            in (
                "müdürlük",
                "başkanlık",
                "daire",
                "şube",
                "kurul",
                "belediye",
                "divan",
                "heyet",
                "meclis",
            )
            and inner.case == "nom"
            and (
                word.start == words[first].start
                or inner.noun in ("heyet", "divan", "kurul", "meclis")
            )
        ):
            continue
        weight += 1
    return weight > 0


def is_venue(words: Sequence[Word], first: int, last: int, head: HeadForm) -> bool:
    """Whether the name is that of a place to meet in: `Kültür Merkezi`."""
    if head.noun not in word_list("institution_heads", "venue_heads") or first == last:
        return False
    return words[last - 1].lower in word_list("institution_heads", "venues")


_SHORT_ENDS: Final = frozenset({"Der", "Sen", "İş", "Koop"})


def trim_board(words: Sequence[Word], found: Found) -> Found:
    """`WALD Yönetim Kurulu` -> `WALD`: a board of a body is told by the body."""
    head = institution_heads().get(lower(words[found.last].text))
    if head is None:
        return found
    seat = head.noun == "merkez" and words[found.last - 1].lower == "genel"
    inner = institution_heads().get(words[found.last - 2].lower) if found.last > 1 else None
    short = found.last - 2 == found.first and words[found.first].shape == "upper"
    if seat and short:  # CHP Genel Merkezi
        text = words[found.first].text
        return replace(found, last=found.first, length=len(text), name=text)
    if seat and inner is not None and inner.case == "nom" and found.last - 2 > found.first:
        name = spell(words, found.first, found.last - 2, inner.length)
        return replace(found, last=found.last - 2, length=inner.length, name=name)
    before = words[found.last - 1]
    if head.noun == "başkanlık" and before.lower == "belediye" and found.last - 1 > found.first:
        name = f"{spell(words, found.first, found.last - 1, len(before.text))}si"
        return replace(found, name=name)  # X Belediye Başkanlığı
    if head.noun == "başkanlık" and found.last > found.first:
        inner = institution_heads().get(words[found.last - 1].lower)
        if (
            inner is not None
            and inner.case == "nom"
            and inner.noun in word_list("institution_rules", "chaired")
            and not found.rule.startswith("known")
            and known_start(words, found.last, head.length, found.first) is None
        ):
            return replace(
                found,
                last=found.last - 1,
                length=inner.length,
                name=spell(words, found.first, found.last - 1, inner.length),
            )
        return found
    if head.noun not in word_list("institution_rules", "boards"):
        return found
    k = found.last
    while k > found.first and (
        words[k - 1].lower in word_list("institution_rules", "board_words")
        or words[k - 1].shape == "digit"
    ):
        k -= 1
    if k == found.last or k == found.first:
        return found
    last = k - 1
    unit = words[last].lower == "şube" and last - found.first < 2
    if unit or (last == found.first and words[last].lower in bare_heads()):
        return replace(found, name="")  # Ajans Yönetim Kurulu: a board of a body named before
    inner = institution_heads().get(words[last].lower)
    if inner is not None and inner.case == "nom":
        return replace(
            found,
            last=last,
            length=inner.length,
            name=spell(words, found.first, last, inner.length),
        )
    named = words[last].text.rpartition("-")[2] in _SHORT_ENDS  # Mülteci-Der Yönetim Kurulu
    if (words[last].shape == "upper" or named) and not words[last].suffix:
        if words[last].lower in our_heads():
            return replace(found, name="")  # AYDIN ŞUBEMİZİN GENEL KURULU
        return replace(
            found,
            last=last,
            length=len(words[last].text),
            name=spell(words, found.first, last, len(words[last].text)),
            rule="acronym before its board",
        )
    return found


def place_of(words: Sequence[Word], first: int, last: int) -> str | None:
    """The first word of a name that is a place, as written."""
    for word in words[first : last + 1]:
        if is_place_word(word.lower):
            return word.text
    return None


def touches(words: Sequence[Word], left: int, right: int) -> bool:
    """Whether word `right` follows word `left` with nothing but a space between."""
    return right == left + 1 and adjacent(words[right])
