"""Words that a name cannot run over: titles, days, events, projects, bodies in a case."""

import re
from collections.abc import Sequence

from tutanak.extraction.lexicon import (
    bare_heads,
    institution_heads,
    is_forename,
    is_place_word,
    openers,
    our_heads,
    role_heads,
    role_words,
)
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent, endings, is_title, name_words
from tutanak.resources import word_list

# Passive past, which ends a heading that a name follows: `... TAMAMLANDI Van Barosu`
_VERB = re.compile(r"\w{2}(?:[ıiuü]ld[ıiuü]|l[ae]nd[ıiuü])$")
# `Heyetimizde`, `Okulumuz`: what is ours begins no name
_OURS = re.compile(r"\w{2}[ıiuüae]m[ıiuü]z(?:[ıiuü]n|[aeıiuü]|[dt][ae]n?|l[ae])?$")
_LOCATIVES = ("da", "de", "ta", "te", "dan", "den", "tan", "ten")


def stop_reason(words: Sequence[Word], k: int, *, upper: bool) -> str:
    """Why a name that goes on to the right may not begin before word `k`, or "".

    `upper`: the sentence is in capitals.
    """
    word = words[k]
    following = words[k + 1] if k + 1 < len(words) else None
    if word.suffix and not _is_numbered(words, k):
        return "suffix"
    if word.shape == "digit":
        return "" if _numbers_a_name(words, k) else "number"
    if not word.capital:
        return "lower"
    folded = word.lower
    if _VERB.search(folded) and not is_forename(folded):
        return "verb"
    if _OURS.search(folded) and word.shape == "title":
        return "ours"
    if folded in name_words("weekdays") and not _is_district(words, k):
        return "weekday"
    if folded in name_words("months") and not _month_in_name(words, k):
        return "month"
    if folded[:-2] in name_words("months") and folded.endswith(_LOCATIVES[:4]):
        return "month"  # 14 Ekimde
    kind = stop_forms().get(folded)
    if kind is not None and kind != "feature":
        before_head = following is not None and _heads(words, k + 1)
        if kind == "place" or not before_head or not folded.endswith(("ı", "i", "u", "ü")):
            return kind
    back = bare_heads().get(folded)
    placed = back is not None and back.case in ("gen", "loc") and word.shape == "title"
    if placed and folded not in institution_heads():
        return "back reference"  # Genel Kurulda | Genel Merkezi ...
    if folded in our_heads():
        return "ours"
    if _is_post(folded):
        return "role"
    if is_title(word) and folded.strip(".") not in name_words("ranks_in_names"):
        return "title"
    head = institution_heads().get(folded)
    if head is not None and head.case != "nom" and not upper:
        return "head with case"
    if word.first and (folded in openers() or folded.endswith(endings("duty_endings"))):
        topics = word_list("name_topics")
        topical = folded in topics and following is not None and following.lower in topics
        union = folded in word_list("acronyms", "unions") and following is not None
        topical = topical or (union and following is not None and "-" in following.text)
        return "" if topical else "opener"  # Basın Yayın ve ...
    if word.shape == "title" and is_place_with_case(folded):
        return "place with case"
    return ""


def _heads(words: Sequence[Word], k: int) -> bool:
    """Whether the head of a body stands at word `k`: `Müdürlüğü`, `Daire Başkanlığı`."""
    if words[k].lower in institution_heads():
        return True
    level = words[k].lower in ("daire", "şube", "genel") and k + 1 < len(words)
    return level and adjacent(words[k + 1]) and words[k + 1].lower in institution_heads()


def _is_district(words: Sequence[Word], k: int) -> bool:
    """`Pazar Kaymakamı`: a district of that name, no day of the week."""
    following = words[k + 1] if k + 1 < len(words) else None
    if following is None or not following.capital or not adjacent(following):
        return False
    before = words[k - 1] if k > 0 and adjacent(words[k]) else None
    dated = before is not None and (before.shape == "digit" or before.lower in name_words("months"))
    return is_place_word(words[k].lower) and not dated


def _is_numbered(words: Sequence[Word], k: int) -> bool:
    """`İstanbul 2 No'lu Barosu`: the suffix of `No` ends no name."""
    return words[k].lower == "no" and words[k].suffix.startswith("l") and k > 0


def _numbers_a_name(words: Sequence[Word], k: int) -> bool:
    """`4 Eylül ...`, `2. Organize Sanayi ...`: a number that a name goes on from."""
    if k + 1 >= len(words):
        return False
    following = words[k + 1]
    if following.gap.startswith("."):
        return True
    year = len(words[k].text) == 4 and k > 0 and words[k - 1].shape == "upper"
    if year and adjacent(words[k]) and adjacent(following) and following.capital:
        return not words[k - 1].suffix  # EXPO 2016 Antalya Ajansı
    if following.lower == "no" and following.suffix.startswith("l"):
        return True
    dated = following.lower in name_words("months") or following.lower in name_words("numbered")
    return dated and k + 2 < len(words)


def _month_in_name(words: Sequence[Word], k: int) -> bool:
    """`Dokuz Eylül Üniversitesi`: a number before the month, a capital after it."""
    if k == 0 or k + 1 >= len(words) or not adjacent(words[k]) or not words[k + 1].capital:
        return False
    before = words[k - 1]
    return before.shape == "digit" or before.lower in name_words("numbers")


def _is_post(folded: str) -> bool:
    """Whether a folded word is the head of a title, which ends what stands before it."""
    role = role_heads().get(folded)
    if role is None or not (role.marked or role.ours or folded in role_words("bare")):
        return False
    trade = role.noun not in word_list("institution_rules", "posts")
    return not (role.plural and role.case == "nom" and trade)  # Mühendisleri Odası


def is_place_with_case(folded: str) -> bool:
    """`ankarada`: a place in a case without its apostrophe."""
    if is_place_word(folded):
        return False
    return any(
        folded.endswith(ending)
        and len(folded) > len(ending) + 3
        and is_place_word(folded[: -len(ending)])
        for ending in _LOCATIVES
    )
