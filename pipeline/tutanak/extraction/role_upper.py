"""Capitalised words before a title that belong to another phrase, or open the sentence."""

from typing import Final

from tutanak.extraction.known import is_known_key
from tutanak.extraction.lexicon import implied_heads, institution_heads, role_heads, role_words
from tutanak.extraction.openers import opens_as_object, opens_before_board
from tutanak.extraction.phrases import is_opener, walk_left
from tutanak.extraction.role_walk import Reach, Stand
from tutanak.text.fold import plain
from tutanak.text.suffixes import possessed

# What `walk_left` says of words that are no part of a title
_STRANGE: Final = frozenset(
    (
        *("month", "weekday", "number", "place with case"),
        *("ours", "title", "work", "back reference"),
    )
)
_STRANGE_BUT_TOPICS: Final = frozenset(("event", "place"))
_TOPICS: Final = frozenset(("program", "proje", "eğitim", "mahallesi", "köyü"))
_PROGRAMMES: Final = frozenset(("programları", "programlar", "programı"))


def behind_opener(stand: Stand) -> Reach | None:
    """`Bugün | Genel Müdür`: the first word of the sentence is an ordinary one."""
    objects = opens_as_object(stand.before, stand.word)
    if objects or opens_before_board(stand.before, stand.word):
        return stand.stop()
    if not stand.before.first or not is_opener(stand.before):
        return None
    programme = not stand.head.marked and stand.folded in ("program", "proje")
    held = stand.folded in role_words("keeps") and not programme
    return None if held or _opens_unit(stand) else stand.stop()


def _opens_unit(stand: Stand) -> bool:
    """`Çalışma Genel Müdür Yardımcısı`: a unit of the registry that opens the sentence."""
    noun = stand.head.noun
    own = [word.lower for word in stand.words[stand.k - 1 : stand.last]]
    if len(own) > 1 and noun in role_words("second") and own[-1] in role_heads():
        noun = role_heads()[own.pop()].noun
    led = implied_heads().get(noun)
    return led is not None and is_known_key(plain(" ".join([*own, possessed(led)])))


def behind_inflected_head(stand: Stand) -> Reach | None:
    """`Derneğine | Genel Müdür`."""
    head = institution_heads().get(stand.folded)
    return stand.stop() if head is not None and head.case != "nom" else None


def behind_stranger(stand: Stand) -> Reach | Stand | None:
    """`Nisan | Genel Müdürü`: a word that ends every name ends a title too."""
    if stand.folded in role_words("keeps"):
        return None
    reason = walk_left(stand.words, stand.k, floor=stand.k - 1, topical=False).stopped_by
    topic = reason in _STRANGE_BUT_TOPICS and stand.folded not in _TOPICS
    if reason not in _STRANGE and not topic:
        return None
    if stand.folded in _PROGRAMMES and stand.at_head:
        return stand.on()  # ... Sağlığı Programları Koordinatörü
    return stand.stop()
