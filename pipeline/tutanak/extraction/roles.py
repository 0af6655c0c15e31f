"""What the text calls a person, and the body that the title belongs to.

A title phrase is read from its head to the left: `Keçiören Belediyesi Sosyal Yardım İşleri
Müdürlüğü | Proje Yöneticisi`. What a body's name does not cover is split into the title proper
and what it leads (`Pendik | Kaymakamı` -> `Pendik Kaymakamlığı`).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tutanak.extraction.lexicon import RoleForm, role_heads, role_words
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.role_labels import label_ending
from tutanak.extraction.role_phrases import title_phrase
from tutanak.extraction.role_reading import read_title
from tutanak.extraction.role_titles import Bodies, Title
from tutanak.extraction.tokens import Word
from tutanak.resources import table
from tutanak.text.fold import lower

# -lık with the dative, of who is appointed
_APPOINTED: Final = (
    *("lığa", "liğe", "luğa", "lüğe", "lıklara", "liklere"),
    *("lığına", "liğine", "luğuna", "lüğüne", "lıklarına", "liklerine"),
)
_APPOINTED_MANY: Final = ("lıklarına", "liklerine")
_SHORTENED: Final = 5  # words of a title
_OFFICE: Final = ("lığı", "liği", "luğu", "lüğü")


def title_before(words: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """The title that ends right before word `k` (where the name or its rank begins)."""
    if k == 0:
        return None
    if words[k].gap.strip() == ":" and not words[k].first:
        return label_ending(words, k - 1) or title_ending(words, k - 1, bodies, label=True)
    for before in (_before_age, _before_particle, _before_again):
        k = before(words, k)
    if _behind_acronym(words, k):
        return title_ending(words, k - 2, bodies)
    if _heads_list(words, k):
        title = title_ending(words, k - 1, bodies)
        if words[k - 1].lower.endswith(_APPOINTED_MANY):
            return title
        told = title is not None and (title.body is not None or title.implied is not None)
        return title if told else None
    if not adjacent(words[k]) and not _closed(words, k):
        return None
    return title_ending(words, k - 1, bodies)


def _heads_list(words: Sequence[Word], k: int) -> bool:
    """`X Derneği Başkanları, | A, B ve C`: a title in the plural before a comma and names."""
    if words[k].gap.strip() not in (",", ";") or words[k].first:
        return False
    if words[k - 1].lower.endswith(_APPOINTED_MANY):
        return True  # Denetim Kurulu üyeliklerine; A, B
    head = role_heads().get(words[k - 1].lower)
    return head is not None and head.plural and head.marked and words[k - 1].capital


def _before_age(words: Sequence[Word], k: int) -> int:
    """`... Çocuk Meclisi Başkanı | 13 yaşındaki X`."""
    aged = k > 2 and words[k - 1].lower == "yaşındaki" and words[k - 2].shape == "digit"
    return k - 2 if aged else k


def _before_particle(words: Sequence[Word], k: int) -> int:
    """`Başkanlığına | ise X`."""
    if k < 2 or words[k - 1].lower not in ("ise", "de", "da"):
        return k
    return k - 1 if words[k - 2].lower.endswith(_APPOINTED) else k


def _before_again(words: Sequence[Word], k: int) -> int:
    """`Şube Başkanlığına | yeniden X`."""
    if k < 2 or words[k - 1].lower not in role_words("again") or not adjacent(words[k]):
        return k
    office = words[k - 2].lower + words[k - 2].suffix
    return k - 1 if office.endswith(_APPOINTED) else k


def _behind_acronym(words: Sequence[Word], k: int) -> bool:
    """`... Danışmanı (RTA) Dr. X`."""
    if k < 2 or words[k].gap.strip() != ")" or "\n" in words[k].gap:
        return False
    return words[k - 1].gap.strip() == "(" and words[k - 1].shape == "upper"


def _closed(words: Sequence[Word], k: int) -> bool:
    """`Daire Başkanı, Ahmet Şimşek` is no title; `(V.) Ahmet Şimşek` is."""
    closed = words[k].gap.strip() == ")" and "\n" not in words[k].gap
    return closed and words[k - 1].lower.strip(".") == "v"


def title_ending(
    words: Sequence[Word], last: int, bodies: Bodies, *, label: bool = False
) -> Title | None:
    """The title whose last word is `last`, or None if that word ends no title.

    `label`: a colon or an office says that it is a title, whatever its noun.
    """
    end = last
    words = _spelt_out(words, last)
    acting = _is_acting(words, last)
    if acting:
        last -= 1
    head = _head_at(words[last])
    if head is None:
        return None
    told = label or head.marked or head.ours or head.plural
    if not told and head.noun in role_words("never_alone") and not _second(words, last):
        return None
    if head.noun == "sahip" and last > 0 and words[last - 1].lower == "ev":
        return None  # ev sahibi: who hosts holds no post
    reach = title_phrase(words, last, head, bodies)
    title = read_title(words, reach, last, bodies, head=head, end=end, acting=acting)
    if head.noun == "memur" and last > 0 and words[last - 1].lower == "polis":
        body = bodies.ending_at(last - 2) if adjacent(words[last - 1]) else None
        body = title.body if title.body is not None else body
        return replace(title, first=last - 1, role="Polis Memuru", bare=False, body=body)
    return title


def _spelt_out(words: Sequence[Word], last: int) -> Sequence[Word]:
    """The words with the shortened ones of a title in full: `Gn. Bşk. Yrd.`, `Yön. Kur. Bşk.`."""
    first = max(0, last - _SHORTENED)
    short = table("roles")["short"]
    ends = [k for k in range(first, last + 1) if words[k].lower.rstrip(".") in short]
    if not any(words[k].text.endswith(".") for k in ends):
        return words
    full = list(words)
    for k in ends:
        if not words[k].text.endswith(".") or (k < last and not adjacent(words[k + 1])):
            continue
        text = short[words[k].lower.rstrip(".")][k == last]
        full[k] = replace(words[k], text=text, lower=lower(text), shape="title")
    return full


def _is_acting(words: Sequence[Word], last: int) -> bool:
    """`Müdür V.`."""
    short = words[last].lower.strip(".") == "v" and last > 0
    return short and words[last - 1].lower in role_heads()


def _head_at(word: Word) -> RoleForm | None:
    """What head of a title a word is, also as an office in the dative: `Başkanlığı'na`."""
    office = word.suffix in ("na", "ne") and word.lower.endswith(_OFFICE)
    head = role_heads().get(word.lower + word.suffix if office else word.lower)
    if (
        head is not None
        and head.case == "abl"
        and head.plural
        and head.noun in role_words("crowds")
    ):
        return replace(head, case="nom") if not head.marked else None  # öğrencilerden A
    if head is None or head.case != "nom" or (word.suffix and not office):
        return None
    return head


def _second(words: Sequence[Word], last: int) -> bool:
    return last > 0 and adjacent(words[last]) and words[last - 1].lower in role_heads()
