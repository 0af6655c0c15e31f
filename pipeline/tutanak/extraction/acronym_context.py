"""What stands behind capitals and decides whether they name a body."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import institution_heads, is_place_word, role_heads
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent
from tutanak.resources import word_list

_FIELDS: Final = ("AB", "İSG")  # what departments are called after
_UNIT_REACH: Final = 7  # words of the title of who leads a unit
_POST_REACH: Final = 5  # words of a post behind a body in the genitive


def before_local(words: Sequence[Word], i: int) -> bool:
    """`TMMOB Bursa İKK`: the acronym of a parent, which is taken with the branch."""
    if i + 2 >= len(words) or not (adjacent(words[i + 1]) and adjacent(words[i + 2])):
        return False
    local = words[i + 2].lower in word_list("acronyms", "local")
    return local and is_place_word(words[i + 1].lower)


def is_application(words: Sequence[Word], i: int) -> bool:
    """`KADES uygulaması`, `TEOG sınavı`: capitals that name a thing."""
    if i + 1 >= len(words) or not adjacent(words[i + 1]) or words[i].suffix:
        return False
    return words[i + 1].lower.startswith(tuple(word_list("acronyms", "things")))


def is_field(words: Sequence[Word], i: int) -> bool:
    """`AB ve Dış İlişkiler Genel Müdürü`: what a unit is for, told by its chief's title."""
    if i + 2 >= len(words) or words[i].suffix:
        return False
    if words[i].text in _FIELDS and words[i - 1].lower == "ve" and adjacent(words[i + 1]):
        post = role_heads().get(words[i + 1].lower)
        return post is not None and post.marked and post.case == "nom"  # Dış İlişkiler ve AB Müdürü
    if words[i + 1].text != "ve":
        return False
    for k in range(i + 2, min(i + _UNIT_REACH, len(words))):
        if not words[k].capital or not adjacent(words[k]):
            return False
        post, head = role_heads().get(words[k].lower), institution_heads().get(words[k].lower)
        if post is not None and post.marked:
            return post.case == "nom" and post.noun in ("müdür", "başkan")
        if words[k].suffix or (head is not None and head.noun != "daire"):
            return False
    return False


def has_post(words: Sequence[Word], i: int) -> bool:
    """`COSPE'nin Türkiye Temsilcisi Giulia Marchetti`: a post of the body, and who holds it."""
    for k in range(i + 1, min(i + _POST_REACH, len(words) - 1)):
        if not words[k].capital or not adjacent(words[k]):
            return False
        post = role_heads().get(words[k].lower)
        if post is not None:
            named = words[k + 1].capital and adjacent(words[k + 1])
            return post.marked and post.case == "nom" and named and not words[k].suffix
    return False
