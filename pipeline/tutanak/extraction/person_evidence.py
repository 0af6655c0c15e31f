"""What speaks for a person in a run of capitalised words: title, post, body, clause, given name."""

from collections.abc import Sequence
from typing import Final, Protocol

from tutanak.extraction.lexicon import (
    institution_heads,
    is_forename,
    is_ordinary,
    is_place_word,
    is_sure_forename,
    role_heads,
)
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.tokens import Word


class Ended(Protocol):
    """A name that was found before: its last word."""

    @property
    def last(self) -> int:
        """Index of the last word."""


def evidence_of(
    words: Sequence[Word],
    i: int,
    last: int,
    covered: frozenset[int],
    found: Sequence[Ended],
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
        (likely and _told_by_clause(words, i), "clause before the name"),
        (is_sure_forename(word.lower) and not capitals, "given name"),
        (
            is_forename(word.lower) and is_forename(words[i + 1].lower) and last > i + 1,
            "given names",
        ),
        (likely and _in_list(words, i, found), "list of people"),
        (likely and _in_rows(words, i, found), "list of people"),
        (likely and _row_with_post(words, i, last), "row with a post"),
        (
            is_forename(word.lower) and surname.shape != "upper" and _list_goes_on(words, last),
            "list of people",
        ),
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
    if i > 0 and adjacent(words[i]) and words[i - 1].lower == "adına":
        return is_forename(words[i].lower)  # öğrenciler adına Özlem Çiftçi
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
    if _is_labelled(words, i, covered):
        return True
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


def _is_labelled(words: Sequence[Word], i: int, covered: frozenset[int]) -> bool:
    """`Save the Children – Daniel Whitmore`: a line of a list, its body before a dash."""
    gap = words[i].gap.strip().removeprefix(")").strip()
    if i == 0 or gap not in ("–", "—", "-", ":") or "\n" in words[i].gap:
        return False
    k = i - 1
    if words[i].gap.strip().startswith(")"):
        while k > 0 and "(" not in words[k].gap and i - k < _BRACKETED:
            k -= 1
        k -= 1
    if k not in covered:
        return False
    while k > 0 and k in covered and "\n" not in words[k].gap:
        k -= 1
    return k == 0 or "\n" in words[k].gap or words[k].shape == "digit"


def role_before(words: Sequence[Word], k: int) -> bool:
    """Whether a title ends right before word `k`: `Genel Sekreter | X`, `Müdür V. | X`."""
    if k == 0 or words[k - 1].suffix or (words[k].first and words[k].gap.strip() != ":"):
        return False
    before = words[k - 1]
    if words[k].gap.strip() == ")" and before.lower.strip(".") == "v":
        return True
    many = before.lower.endswith(("lıklarına", "liklerine")) and words[k].gap.strip() in (";", ",")
    if not (adjacent(words[k]) or many) and words[k].gap.strip() != ":":
        return False
    if before.lower in ("yeniden", "tekrar") and k > 1:
        office = role_heads().get(words[k - 2].lower)
        return office is not None and words[k - 2].lower.endswith(("a", "e"))
    if before.lower in ("v.", "v", "vekili") and k > 1 and words[k - 2].lower in role_heads():
        return True
    if before.lower == "sahibi" and k > 1 and words[k - 2].lower == "ev":
        return False
    role = role_heads().get(before.lower)
    return role is not None and role.case == "nom"


def of_many(words: Sequence[Word], k: int) -> bool:
    """`şirketlerin yöneticileri Mountain View Zirvesi'nde`: a plural is no post of one person."""
    role = role_heads().get(words[k - 1].lower)
    return role is not None and role.plural


_ROW: Final = 5  # words of a rank and a name that open a line


def _in_rows(words: Sequence[Word], i: int, found: Sequence[Ended]) -> bool:
    """`- Ayşe Er, X Üniversitesi` and below it `- John Smith, ...`: lines that open alike."""
    if i == 0 or not found or words[i].gap.count("\n") != 1 or words[i].suffix:
        return False
    mark = words[i].gap.strip()
    start = i - 1
    while start > 0 and "\n" not in words[start].gap:
        start -= 1
    alike = words[start].gap.strip() == mark and bool(mark)
    return alike and start <= found[-1].last <= start + _ROW


def _row_with_post(words: Sequence[Word], i: int, last: int) -> bool:
    """`Sebastian Kellner, Türkiye Temsilcisi, X Vakfı`: a line that opens with a name."""
    opens = words[i].first and (i == 0 or "\n" in words[i].gap) and last - i < _ROW_NAME
    k = last + 1
    if not opens or words[last].suffix or k >= len(words) or words[k].first:
        return False
    if words[k].gap.strip() not in (",", "–", "—") or is_ordinary(words[last].lower):
        return False
    if is_place_word(words[i].lower) or is_place_word(words[last].lower):
        return False
    while k < len(words) and k - last < _ROW_POST and "\n" not in words[k].gap:
        post = role_heads().get(words[k].lower)
        if post is not None and post.case == "nom" and not post.plural and not words[k].suffix:
            after = words[k + 1] if k + 1 < len(words) else None
            return after is None or after.gap.strip()[:1] in (",", "(") or "\n" in after.gap
        if words[k].suffix or not (words[k].capital or words[k].lower in _IN_POST):
            return False
        k += 1
    return False


_IN_POST: Final = ("ve", "eski", "kıdemli", "bağımsız", "kurucu", "genel", "proje", "ülke")
_ROW_NAME: Final = 3  # words of a name that opens a row, past the first
_ROW_POST: Final = 8  # words from the name to its post


def _list_goes_on(words: Sequence[Word], last: int) -> bool:
    """`Sevgi Karaca, Mehmet Er ve ...`: past a comma a name begins that is certain."""
    k = last + 1
    if k + 1 >= len(words) or words[k].gap.strip() != "," or words[last].suffix:
        return False
    return (
        is_sure_forename(words[k].lower)
        and not is_place_word(words[k].lower)
        and words[k].capital
        and words[k + 1].capital
        and adjacent(words[k + 1])
        and not words[k].suffix
    )


def _in_list(words: Sequence[Word], i: int, found: Sequence[Ended]) -> bool:
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
