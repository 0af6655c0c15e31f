"""The words of a title phrase, read from its head to the left."""

from collections.abc import Sequence

from tutanak.extraction.known import is_known_key
from tutanak.extraction.lexicon import (
    implied_heads,
    institution_heads,
    is_place_word,
    is_sure_forename,
    role_heads,
    role_words,
)
from tutanak.extraction.phrases import (
    adjacent,
    comma,
    comma_joins,
    is_opener,
    looks_inflected,
    walk_left,
)
from tutanak.extraction.role_bodies import BOARD_HEADS, SECOND
from tutanak.extraction.role_titles import Bodies
from tutanak.extraction.tokens import Word
from tutanak.resources import table, word_list
from tutanak.text.fold import plain
from tutanak.text.suffixes import possessed


def title_phrase(words: Sequence[Word], last: int, bodies: Bodies) -> tuple[int, int | None, bool]:
    """(first word of the title's own words, body before them, whether strangers end it)."""
    k = last
    seen_and = False
    while k > 0:
        word, before = words[k], words[k - 1]
        body = bodies.at.get(k - 1)
        if body is not None and bodies.last[body] == k - 1:
            separated = word.gap.strip()
            if "\n" in word.gap and separated:
                return k, None, True
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
        if word.gap.strip() == ")" and "\n" not in word.gap and k >= 2:
            inner = bodies.at.get(k - 1)
            outer = _before_bracket(words, k - 1, bodies, inner)
            if outer is not None:
                return k, outer, False
        if comma(word) and seen_and and comma_joins(words, k - 1):
            k -= 1
            continue
        slashed = word.gap == "/" and before.capital and word.capital and k < last
        if not adjacent(word) and not slashed:
            return k, None, False
        folded = before.lower
        if before.suffix and not (folded == "no" and before.suffix.startswith("l")):
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
        if role is not None and role.case != "nom":
            return k, None, False  # Başkanımıza | II. Başkan
        if role is not None:
            if role.marked and not _compound(words, k - 1, last):
                return k, None, False
            if role.plural or role.ours:
                return k, None, False
            k -= 1
            continue
        if folded in BOARD_HEADS and words[k].lower in _NO_BOARD_POSTS:
            return k, None, False  # Heyeti | Şube Müdürü, Genel kurulu | Divan Başkanı
        if not before.capital:
            kind = folded in table("roles")["kinds"] and all(
                w.lower in role_words("keeps") for w in words[k:last]
            )
            known = folded in role_words("inside") or (
                folded in role_words("former") and _ends_body(bodies, k - 2)
            )
            numbered = before.shape == "digit" and (
                word.gap.startswith(".") or word.lower in ("no", "nolu")
            )
            goes_on = word.shape == "lower" or word.lower in role_words("keeps") or k == last
            if kind or (known and goes_on) or numbered or folded == "no":
                k -= 1
                continue
            if k == last and before.shape == "lower":
                return _past_field(words, k, bodies)
            if words[k].shape == "lower" and words[k].lower in BOARD_HEADS and k < last:
                return (k, None, False) if looks_inflected(folded) else (k - 1, None, False)
            return k, None, False
        plain_head = not role_heads()[words[last].lower].marked
        held = folded in role_words("keeps") and not (plain_head and folded in ("program", "proje"))
        opens = before.first and is_opener(before) and not held
        if opens and not _opens_unit(words, k - 1, last):
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
            if folded in ("programları", "programlar", "programı") and k == last:
                k -= 1  # ... Sağlığı Programları Koordinatörü
                continue
            return k, None, False
        k -= 1
    return k, None, False


# What no board of its own name has: `... Kurulu Divan Başkanı` is two phrases
_NO_BOARD_POSTS = frozenset(
    {"şube", "divan", "belediye", "büyükşehir", "vali", "kaymakam", "il", "ilçe", "rektör", "okul"}
)


def _before_bracket(words: Sequence[Word], k: int, bodies: Bodies, inner: int | None) -> int | None:
    """`Genel İdare Kurulu (GİK) Üyesi`: the body that the acronym in the bracket stands for."""
    if words[k].gap.strip() != "(" or k == 0:
        return inner
    outer = bodies.at.get(k - 1)
    return outer if outer is not None and bodies.last[outer] == k - 1 else inner


def _ends_body(bodies: Bodies, k: int) -> bool:
    """Whether a body ends at word `k`."""
    body = bodies.at.get(k)
    return body is not None and bodies.last[body] == k


def _past_field(words: Sequence[Word], k: int, bodies: Bodies) -> tuple[int, int | None, bool]:
    """`X Konseyi psikososyal destek | koordinatörü`: a field in small letters after the body."""
    for at in range(k - 1, max(-1, k - 1 - _LONGEST_FIELD), -1):
        word = words[at]
        body = bodies.at.get(at)
        if body is not None:
            named = bodies.last[body] == at and not word.suffix and adjacent(words[at + 1])
            return (at + 1, body, False) if named and at < k - 1 else (k, None, False)
        if word.shape != "lower" or not adjacent(words[at + 1]) or looks_inflected(word.lower):
            return k, None, False
        if word.lower in ("ve", "ile", "için", "olarak", "adına"):
            return k, None, False
    return k, None, False


_LONGEST_FIELD = 3  # words in small letters between a body and the head of a title


def _opens_unit(words: Sequence[Word], k: int, last: int) -> bool:
    """`Çalışma Genel Müdür Yardımcısı`: a unit of the registry that opens the sentence."""
    own = [w.lower for w in words[k : last + 1]]
    if len(own) > 2 and role_heads()[own[-1]].noun in SECOND and own[-2] in role_heads():
        own.pop()
    led = implied_heads().get(role_heads()[own[-1]].noun) if own[-1] in role_heads() else None
    return led is not None and is_known_key(plain(" ".join([*own[:-1], possessed(led)])))


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


def _posted_at(words: Sequence[Word], k: int, bodies: Bodies) -> int | None:
    """`X Şube Müdürlüğünde görevli | Komiser`: the body before word `k`."""
    body = bodies.at.get(k - 1)
    return body if body is not None and bodies.last[body] == k - 1 else None


def _compound(words: Sequence[Word], k: int, last: int) -> bool:
    """Whether the title at word `k` is a part of that at `last`: `Genel Müdürü Yardımcısı`."""
    return k == last - 1 and role_heads()[words[last].lower].noun in SECOND


def _subject_joins(words: Sequence[Word], left: int, right: int, last: int, bodies: Bodies) -> bool:
    word = words[left]
    if word.text in ("AB", "İSG", "AR-GE", "Ar-Ge") and words[right].capital:
        return True  # AB ve Dış İlişkiler Genel Müdürü
    if not word.capital or word.suffix or left in bodies.at:
        return False
    if role_heads().get(word.lower) is not None:
        return False
    for at in range(left, max(0, left - _LONGEST_FIELD - 1), -1):
        if not words[at].capital or not adjacent(words[at]) or words[at - 1].suffix:
            break
        if at - 1 in bodies.at:
            return not is_place_word(word.lower)  # UNDP Kapsayıcı ve Sürdürülebilir Büyüme ...
        if words[at - 1].lower in role_heads() or is_sure_forename(words[at - 1].lower):
            break
    regions = word_list("name_topics", "regions")
    if word.lower in regions:
        return words[right].lower in regions or not is_place_word(words[right].lower)
    if is_place_word(word.lower):
        return False
    walk = walk_left(words, right, floor=left)
    return walk.start < right
