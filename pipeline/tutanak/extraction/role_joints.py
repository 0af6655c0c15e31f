"""What joins words of a title: commas, `ve` and titles within titles."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import is_place_word, is_sure_forename, role_heads, role_words
from tutanak.extraction.phrase_joins import person_before
from tutanak.extraction.phrases import adjacent, comma, comma_joins, walk_left
from tutanak.extraction.role_titles import Bodies
from tutanak.extraction.role_walk import Reach, Stand
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list

_LONGEST_FIELD: Final = 3  # words of a field between a body and `ve`
_UNION: Final = ["avrupa", "birliği"]  # what units are called after, which is a body as well
_SHORT_FIELDS: Final = ("AB", "İSG", "AR-GE", "Ar-Ge")


def comma_in_list(stand: Stand) -> Stand | None:
    """`Aile, Çalışma ve Sosyal Hizmetler Bakanı`: behind `ve` a comma joins as well."""
    joins = comma(stand.word) and stand.seen_and and comma_joins(stand.words, stand.k - 1)
    placed = is_place_word(stand.word.lower)  # Soruları, | Altunhisar İlçe Tarım ve Orman Müdürü
    return stand.on() if joins and not placed else None


def joined_by_and(stand: Stand) -> Reach | Stand | None:
    """`Kültür ve Turizm Müdürü` goes on, `Ali Kaya ve | Genel Müdür` ends."""
    if stand.folded == "ile" and stand.subject and stand.word.capital and stand.k > 2:
        field = _after_body(stand.words, stand.k - 2, stand.bodies)
        return stand.past_and() if field else None  # Genel Müdürlüğü Aşı ile Önlenebilir ...
    if stand.folded not in ("ve", "&") or stand.before.shape != "lower":
        return None
    if stand.k >= 3 and [w.lower for w in stand.words[stand.k - 3 : stand.k - 1]] == _UNION:
        field = stand.word.capital and stand.word.lower not in role_words("keeps")
        return stand.past_and().on() if field and stand.subject else stand.stop()
    if stand.at_head and not stand.head.marked and stand.head.noun in role_words("bare"):
        return stand.stop()  # Dr. Ali Kaya ve | Rektör
    joins = stand.k >= 2 and _subject_joins(stand.words, stand.k - 2, stand.k, stand.bodies)
    return stand.past_and() if joins else stand.stop()


def behind_title(stand: Stand) -> Reach | Stand | None:
    """`Genel Müdür | Yardımcısı` is one title, `Başkanımıza | II. Başkan` two."""
    role = role_heads().get(stand.folded)
    if role is None:
        return None
    if role.case != "nom" or role.plural or role.ours:
        return stand.stop()
    return stand.stop() if role.marked and not _compound(stand) else stand.on()


def _compound(stand: Stand) -> bool:
    """Whether the title before is a part of that at the end: `Genel Müdürü Yardımcısı`."""
    return stand.at_head and stand.head.noun in role_words("second")


def _subject_joins(words: Sequence[Word], left: int, right: int, bodies: Bodies) -> bool:
    """Whether `ve` joins the word at `left` to the subject of a title that goes on at `right`."""
    word = words[left]
    if word.text in _SHORT_FIELDS and words[right].capital:
        return True  # AB ve Dış İlişkiler Genel Müdürü
    if not word.capital or word.suffix or left in bodies.at or word.lower in role_heads():
        return False
    if person_before(words, left):
        return False  # Dr. Ayşe Demir ve | Halk Sağlığı Başkanı
    if _after_body(words, left, bodies):
        return not is_place_word(word.lower)  # UNDP Kapsayıcı ve Sürdürülebilir Büyüme ...
    regions = word_list("name_topics", "regions")
    if word.lower in regions:
        return words[right].lower in regions or not is_place_word(words[right].lower)
    if is_place_word(word.lower):
        return False
    return walk_left(words, right, floor=left).start < right


def _after_body(words: Sequence[Word], left: int, bodies: Bodies) -> bool:
    """Whether a body stands a few capitalised words before `left`, without a title between."""
    for at in range(left, max(0, left - _LONGEST_FIELD - 1), -1):
        before = words[at - 1]
        if not words[at].capital or not adjacent(words[at]) or before.suffix:
            return False
        if at - 1 in bodies.at:
            return True
        if before.lower in role_heads() or is_sure_forename(before.lower):
            return False
    return False
