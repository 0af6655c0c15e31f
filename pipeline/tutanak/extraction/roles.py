"""What the text calls a person, and the body that the title belongs to.

A title phrase is read from its head to the left: `Keçiören Belediyesi Sosyal Yardım İşleri
Müdürlüğü | Proje Yöneticisi`. What a body's name does not cover is split into the title proper
and what it leads (`Pendik | Kaymakamı` -> `Pendik Kaymakamlığı`).
"""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.acronyms import is_acronym_shape
from tutanak.extraction.lexicon import (
    institution_heads,
    is_place_word,
    role_heads,
    role_words,
)
from tutanak.extraction.phrases import adjacent, comma, comma_joins, is_opener, walk_left
from tutanak.extraction.role_bodies import (
    BOARD_HEADS,
    SECOND,
    implied_body,
    kind_word_of,
    place_prefix,
    shared_bodies,
    split_board,
)
from tutanak.extraction.role_text import role_text, spell
from tutanak.extraction.role_titles import Bodies, Title
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.text.fold import lower

_GENITIVES: Final = frozenset({"nın", "nin", "nun", "nün", "ın", "in", "un", "ün"})


_INNER: Final = frozenset(
    {
        "yardımcı",
        "vekil",
        "sekreter",
        "üye",
        "sayman",
        "sözcü",
        "başkanvekili",
        "danışman",
        "raportör",
    }
)


def title_before(words: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """The title that ends right before word `k` (where the name or its rank begins)."""
    if k == 0:
        return None
    if words[k].gap.strip() == ":" and not words[k].first:
        return _label(words, k - 1) or title_ending(words, k - 1, bodies, label=True)
    if k > 2 and words[k - 1].lower == "yaşındaki" and words[k - 2].shape == "digit":
        k -= 2  # ... Çocuk Meclisi Başkanı 13 yaşındaki X
    if (
        k > 1
        and words[k - 1].lower in ("ise", "de", "da")
        and words[k - 2].lower.endswith(_APPOINTED)
    ):
        k -= 1
    if not adjacent(words[k]) and not _closed(words, k):
        return None
    return title_ending(words, k - 1, bodies)


_APPOINTED: Final = (
    "lığına",
    "liğine",
    "luğuna",
    "lüğüne",
    "lıklara",
    "liklere",
    "lıklarına",
    "liklerine",
)


_BOARDS: Final = frozenset({"kurulu", "heyeti", "divanı", "komitesi", "konseyi", "komisyonu"})


def _label(words: Sequence[Word], last: int) -> Title | None:
    """`Denetleme Kurulu: A, B`: the label of a list of members."""
    if words[last].lower not in _BOARDS or last == 0 or words[last].suffix:
        return None
    first = last
    while first > 0 and adjacent(words[first]) and words[first - 1].capital and last - first < 3:
        first -= 1
    label = " ".join(spell(w) for w in words[first : last + 1])
    return Title(first, last, f"{label} Üyesi", None, None, False, True, True, "üye")


def _closed(words: Sequence[Word], k: int) -> bool:
    """`Daire Başkanı, Ahmet Şimşek` is no title; `(V.) Ahmet Şimşek` is."""
    return words[k].gap.strip() == ")" and words[k - 1].lower.strip(".") == "v"


def title_ending(
    words: Sequence[Word], last: int, bodies: Bodies, *, label: bool = False
) -> Title | None:
    """The title whose last word is `last`, or None if that word ends no title."""
    acting = False
    end = last
    if words[last].lower.strip(".") == "v" and last > 0 and words[last - 1].lower in role_heads():
        acting, last = True, last - 1
    word = words[last]
    head = role_heads().get(word.lower)
    if head is None or head.case != "nom" or word.suffix:
        return None
    if not head.marked and not head.ours and not head.plural and not label:
        if head.noun in _NEVER_ALONE and not _second(words, last):
            return None
    first, body, stranger = _phrase(words, last, bodies)
    return _title(words, first, last, end, body, stranger, acting, bodies)


# Words that before a name are more often something else than its title
_NEVER_ALONE: Final = frozenset(
    ["yardımcı", "ortak", "üye", "delege", "işçi", "görevli", "amir", "vekil", "sorumlu"]
)


def _second(words: Sequence[Word], last: int) -> bool:
    return last > 0 and adjacent(words[last]) and words[last - 1].lower in role_heads()


def _phrase(words: Sequence[Word], last: int, bodies: Bodies) -> tuple[int, int | None, bool]:
    """(first word of the title's own words, body before them, whether strangers end it)."""
    k = last
    seen_and = False
    while k > 0:
        word, before = words[k], words[k - 1]
        body = bodies.at.get(k - 1)
        if body is not None and bodies.last[body] == k - 1:
            separated = word.gap.strip()
            if (
                adjacent(word)
                or (separated == "," and not before.suffix and _own_comma(words, k, last))
                or separated == ")"
            ):
                if before.suffix and not before.suffix.startswith(("n", "ı", "i", "u", "ü")):
                    return (
                        k,
                        body if before.suffix.endswith(("dan", "den", "tan", "ten")) else None,
                        False,
                    )
                return k, body, False
            return k, None, False
        if body is not None:
            return k, None, True
        if word.gap.strip() == ")" and k >= 2:
            inner = bodies.at.get(k - 1)
            if inner is not None:
                return k, inner, False
        if comma(word) and seen_and and comma_joins(words, k - 1):
            k -= 1
            continue
        if not adjacent(word):
            return k, None, False
        folded = before.lower
        if before.suffix:
            return k, None, False
        if folded in ("görevli", "çalışan") and k < last + 1 and k >= 2:
            return k, _posted_at(words, k - 1, bodies), False
        if folded in ("ve", "&") and before.shape == "lower":
            if k - 2 >= 0 and _subject_joins(words, k - 2, k, last, bodies):
                seen_and = True
                k -= 2
                continue
            return k, None, False
        role = role_heads().get(folded)
        if role is not None and role.case == "nom":
            if role.marked and not _compound(words, k - 1, last):
                return k, None, False
            if role.plural or role.ours:
                return k, None, False
            k -= 1
            continue
        if not before.capital:
            if folded in role_words("inside") or before.shape == "digit":
                k -= 1
                continue
            return k, None, False
        if before.first and is_opener(before) and folded not in role_words("keeps"):
            return k, None, False
        head = institution_heads().get(folded)
        if head is not None and head.case != "nom":
            return k, None, False
        reason = (
            ""
            if folded in role_words("keeps")
            else walk_left(words, k, floor=k - 1, topical=False).stopped_by
        )
        if reason in (
            "month",
            "weekday",
            "number",
            "place with case",
            "ours",
            "title",
            "work",
            "back reference",
        ) or (
            reason in ("event", "place")
            and folded not in ("program", "proje", "eğitim", "mahallesi", "köyü")
        ):
            return k, None, False
        k -= 1
    return k, None, False


def _posted_at(words: Sequence[Word], k: int, bodies: Bodies) -> int | None:
    """`X Şube Müdürlüğünde görevli | Komiser`: the body before word `k`."""
    body = bodies.at.get(k - 1)
    return body if body is not None and bodies.last[body] == k - 1 else None


def _own_comma(words: Sequence[Word], k: int, last: int) -> bool:
    """`... Bakanlığı, Daire Başkanı`: a title after a comma that names no body of its own."""
    return last - k <= 2 and words[k].lower in (
        "daire",
        "genel",
        "şube",
        "yönetim",
        "öğretim",
        "bölüm",
        "proje",
        "program",
        "müdür",
        "başkan",
        "uzman",
        "dekan",
    )


def _compound(words: Sequence[Word], k: int, last: int) -> bool:
    """Whether the title at word `k` is a part of that at `last`: `Genel Müdürü Yardımcısı`."""
    return k == last - 1 and role_heads()[words[last].lower].noun in SECOND


def _subject_joins(words: Sequence[Word], left: int, right: int, last: int, bodies: Bodies) -> bool:
    word = words[left]
    if not word.capital or word.suffix or left in bodies.at:
        return False
    if role_heads().get(word.lower) is not None:
        return False
    regions = word_list("name_topics", "regions")
    if word.lower in regions:
        return words[right].lower in regions or not is_place_word(words[right].lower)
    if is_place_word(word.lower):
        return False
    walk = walk_left(words, right, floor=left)
    if walk.start < right:
        return True
    return False


def _title(
    words: Sequence[Word],
    first: int,
    last: int,
    end: int,
    body: int | None,
    stranger: bool,
    acting: bool,
    bodies: Bodies,
) -> Title | None:
    head = role_heads()[words[last].lower]
    own = list(words[first : last + 1])
    if stranger:
        own = own[-1:]
    place, rest = place_prefix(own[:-1])
    if body is not None:
        place = []
    elif (
        head.noun in ("büyükelçi", "başkonsolos")
        and first > 0
        and words[first - 1].suffix in _GENITIVES
    ):
        place = [words[first - 1].text]  # Japonya'nın Ankara Büyükelçisi
    if rest and rest[0].shape == "digit":  # 10. Cumhurbaşkanı: a former one
        rest = rest[1:]
        former = True
    else:
        former = False
    folded = [w.lower for w in rest]
    if head.noun in SECOND and folded and folded[-1] in role_heads():
        folded[-1] = role_heads()[folded[-1]].noun
    core = len(rest)
    keeps = role_words("keeps")
    while core > 0 and (folded[core - 1] in keeps or folded[core - 1] in role_words("former")):
        core -= 1
    subject, modifiers = rest[:core], rest[core:]
    acronym = ""
    if (
        body is None
        and not place
        and subject
        and is_acronym_shape(subject[0])
        and subject[0].lower not in word_list("acronyms", "refused")
    ):
        acronym, subject = subject[0].text, subject[1:]
    elif body is not None and len(subject) > 1 and is_acronym_shape(subject[0]):
        subject = subject[1:]
    elif (
        body is None
        and first > 0
        and words[first].gap.strip() == ")"
        and is_acronym_shape(words[first - 1])
    ):
        acronym = words[first - 1].text  # ... Mali Yardım Programı (FRIT) Başkanı
    if body is not None:
        body, board, parent = split_board(words, body, bodies)
    else:
        board, parent = [], None
    implied = parent or implied_body(
        head.noun, place, subject, modifiers, folded[core:], body, words, bodies
    )
    if former and head.noun == "cumhurbaşkanı":
        implied = None
    while modifiers and subject and modifiers[0].lower in BOARD_HEADS:
        take = (
            2
            if len(subject) > 1
            and subject[-1].lower != "ve"
            and not is_place_word(subject[-2].lower)
            else 1
        )
        subject, modifiers = subject[:-take], [*subject[-take:], *modifiers]
        break
    if acronym and implied is None:
        implied = acronym
    elif acronym and implied is not None:
        implied = f"{acronym} {implied}"
    modifiers = [*board, *modifiers]
    role = role_text(head.noun, head.marked or head.ours, subject, modifiers, acting, implied, body)
    return Title(
        first,
        end,
        role,
        body,
        implied,
        head.ours,
        head.plural,
        not place and not subject and body is None,
        head.noun,
        shared_bodies(words, first, place, implied, plural=head.plural),
        kind_word_of(words, first, subject, place, body),
    )


def inner_role(title: Title) -> bool:
    """Whether a title is one inside a body that was named before it in the sentence."""
    if title.body is not None or title.implied is not None:
        return False
    if title.kind_word:
        return False
    if title.role.startswith("Şube Müdür"):
        return True
    if lower(title.role).startswith(
        ("vali", "kaymakam", "belediye", "büyükşehir", "rektör", "bakan", "il ", "ilçe ")
    ):
        return False
    return title.noun in _INNER or title.role.startswith(
        ("Yönetim Kurulu", "Denetim Kurulu", "Genel Sekreter")
    )
