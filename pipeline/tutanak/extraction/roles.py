"""What the text calls a person, and the body that the title belongs to.

A title phrase is read from its head to the left: `Keçiören Belediyesi Sosyal Yardım İşleri
Müdürlüğü | Proje Yöneticisi`. What a body's name does not cover is split into the title proper
and what it leads (`Pendik | Kaymakamı` -> `Pendik Kaymakamlığı`).
"""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.acronyms import is_acronym_shape
from tutanak.extraction.lexicon import (
    is_place_word,
    role_heads,
    role_words,
)
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.role_bodies import (
    BOARD_HEADS,
    SECOND,
    implied_body,
    kind_word_of,
    place_prefix,
    shared_bodies,
    split_board,
)
from tutanak.extraction.role_phrases import title_phrase
from tutanak.extraction.role_text import is_roman, role_text, spell
from tutanak.extraction.role_titles import Bodies, Title
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.resources.places import countries
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
    if k > 1 and words[k - 1].lower in _AGAIN and adjacent(words[k]):
        office = words[k - 2].lower + words[k - 2].suffix
        if office.endswith(_APPOINTED):
            k -= 1  # Şube Başkanlığına yeniden X
    bracket = words[k].gap.strip() == ")" and "\n" not in words[k].gap and k > 1
    if bracket and words[k - 1].gap.strip() == "(" and words[k - 1].shape == "upper":
        return title_ending(words, k - 2, bodies)  # ... Danışmanı (RTA) Dr. X
    if not adjacent(words[k]) and not _closed(words, k):
        return None
    return title_ending(words, k - 1, bodies)


_AGAIN: Final = frozenset({"yeniden", "tekrar", "oybirliğiyle", "oyçokluğuyla", "vekaleten"})


_APPOINTED: Final = (
    *("lığa", "liğe", "luğa", "lüğe"),
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
    end = last
    while last > 0 and words[last].lower in _MEMBERS and adjacent(words[last]):
        last -= 1
    if words[last].lower not in _BOARDS or last == 0 or words[last].suffix:
        return None
    first = last
    while first > 0 and adjacent(words[first]) and words[first - 1].capital and last - first < 3:
        first -= 1
    label = " ".join(spell(w) for w in words[first : last + 1])
    spare = " Yedek" if any(w.lower == "yedek" for w in words[last + 1 : end + 1]) else ""
    return Title(first, end, f"{label}{spare} Üyesi", None, None, False, True, True, "üye")


_MEMBERS: Final = frozenset({"asil", "asıl", "yedek", "üyeler", "üyeleri", "üyelikleri"})


def _closed(words: Sequence[Word], k: int) -> bool:
    """`Daire Başkanı, Ahmet Şimşek` is no title; `(V.) Ahmet Şimşek` is."""
    closed = words[k].gap.strip() == ")" and "\n" not in words[k].gap
    return closed and words[k - 1].lower.strip(".") == "v"


def title_ending(
    words: Sequence[Word], last: int, bodies: Bodies, *, label: bool = False
) -> Title | None:
    """The title whose last word is `last`, or None if that word ends no title."""
    acting = False
    end = last
    if words[last].lower.strip(".") == "v" and last > 0 and words[last - 1].lower in role_heads():
        acting, last = True, last - 1
    word = words[last]
    office = word.suffix in ("na", "ne") and word.lower.endswith(("lığı", "liği", "luğu", "lüğü"))
    head = role_heads().get(word.lower + word.suffix if office else word.lower)
    if head is None or head.case != "nom" or (word.suffix and not office):
        return None
    alone = not (head.marked or head.ours or head.plural or label)
    if alone and head.noun in _NEVER_ALONE and not _second(words, last):
        return None
    first, body, stranger = title_phrase(words, last, bodies)
    return _title(words, first, last, end, body, stranger, acting, bodies)


# Words that before a name are more often something else than its title
_NEVER_ALONE: Final = frozenset(
    ["yardımcı", "ortak", "üye", "eleman", "delege", "işçi", "görevli", "amir", "vekil", "sorumlu"]
)


def _second(words: Sequence[Word], last: int) -> bool:
    return last > 0 and adjacent(words[last]) and words[last - 1].lower in role_heads()


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
        head.noun in ("büyükelçi", "başkonsolos", "konsolos")
        and first > 0
        and words[first - 1].suffix in _GENITIVES
    ):
        site = [] if head.noun == "büyükelçi" else place
        place = [*_country(words, first - 1), *site]  # Japonya'nın Ankara Büyükelçisi
    if len(rest) > 1 and not place and rest[0].lower in role_words("former"):
        rest = rest[1:]  # Eski Oda Başkanı: no Eski Odası
    number = troop = ""
    if rest and rest[0].shape == "digit":  # 10. Cumhurbaşkanı: a former one
        number = f"{rest[0].text}. " if any(w.lower == "komitesi" for w in rest) else ""
        troop = f"{rest[0].text}. " if head.noun == "komutan" and body is None else ""
        rest = rest[1:]
        former = True
    else:
        former = False
    if any(w.lower in ("no", "nolu") for w in rest):  # Adana 1 No'lu Şube Başkanı
        rest = [w for w in rest if w.lower not in ("no", "nolu") and w.shape != "digit"]
    folded = [w.lower for w in rest]
    if head.noun in SECOND and folded and folded[-1] in role_heads():
        folded[-1] = role_heads()[folded[-1]].noun
    core = len(rest)
    keeps = role_words("keeps")
    while core > 0 and (folded[core - 1] in keeps or folded[core - 1] in role_words("former")):
        core -= 1
    subject, modifiers = rest[:core], rest[core:]
    acronym = ""
    joined = len(subject) > 1 and subject[1].lower in ("ve", "ile")
    if (
        body is None
        and not place
        and subject
        and not joined
        and is_acronym_shape(subject[0])
        and subject[0].lower not in word_list("acronyms", "refused")
        and not is_roman(subject[0].lower)
    ):
        acronym, subject = subject[0].text, subject[1:]
    elif body is not None and len(subject) > 1 and is_acronym_shape(subject[0]) and not joined:
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
    elif implied is not None:
        implied = f"{troop}{implied}"  # 3. Piyade Tümen Komutanı
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
        f"{number}{role}",
        body,
        implied,
        head.ours,
        head.plural or words[last].lower.endswith(("lerinden", "larından")),
        not place and body is None and (not subject or is_roman(subject[0].lower)),
        head.noun,
        shared_bodies(words, first, place, implied, plural=head.plural),
        kind_word_of(words, first, subject, place, body),
    )


def _country(words: Sequence[Word], k: int) -> list[str]:
    """The words of the country that ends at word `k`: `Amerika Birleşik Devletleri'nin`."""
    for n in range(_LONGEST_COUNTRY, 1, -1):
        inside = words[max(0, k + 1 - n) : k + 1]
        if " ".join(w.text for w in inside) in countries():
            return [w.text for w in inside]
    return [words[k].text]


_LONGEST_COUNTRY: Final = 4  # words


def _deputy_of(title: Title, before: Title | None) -> bool:
    """`X Üniversitesi Rektörü A, Rektör Yardımcısı B`: the deputy of the one named before."""
    if before is None or title.noun not in ("yardımcı", "vekil"):
        return False
    base = lower(title.role).split()[:-1]
    chief = lower(before.role).split()
    return bool(base) and [w[:5] for w in base] == [w[:5] for w in chief]


# Titles of a team: `ILO Program Sorumlusu A, Program Yöneticileri B ve C`
_TEAM: Final = ("program", "proje", "kıdemli p", "saha")


def inner_role(title: Title, before: Title | None = None) -> bool:
    """Whether a title is one inside a body that was named before it in the sentence.

    `before`: the title of the person before.
    """
    if title.body is not None or title.implied is not None:
        return False
    if title.kind_word:
        return False
    if title.noun == "uzman" and title.plural and title.role == "Uzman":
        return True  # X Birimi Başkanı A ile uzmanlar B ve C
    if title.role.startswith("Şube Müdür"):
        return True
    staff = role_words("staff") | {"uzman"}
    if before is not None and lower(title.role).startswith(_TEAM) and title.noun in staff:
        return before.noun in staff or before.noun in ("temsilci", "danışman")
    if _deputy_of(title, before) or title.role in ("İl Başkanı", "İlçe Başkanı"):
        return True
    if "Kolları" in title.role:
        return True
    if lower(title.role).startswith(
        ("vali", "kaymakam", "belediye", "büyükşehir", "rektör", "bakan", "il ", "ilçe ")
    ):
        return False
    return title.noun in _INNER or title.role.startswith(
        ("Yönetim Kurulu", "Denetim Kurulu", "Genel Sekreter", "Meclis Başkan", "Genel Başkan")
    )
