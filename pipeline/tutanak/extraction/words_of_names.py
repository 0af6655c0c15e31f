"""What stands between two words, and what a word by its form can be."""

from functools import cache

from tutanak.extraction.lexicon import is_ordinary, openers, role_heads, title_words
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list


@cache
def name_words(key: str) -> frozenset[str]:
    """A list of the table of words in and around names."""
    return word_list("name_words", key)


@cache
def endings(key: str) -> tuple[str, ...]:
    """A list of endings, for `str.endswith`."""
    return tuple(sorted(name_words(key)))


def adjacent(word: Word) -> bool:
    """Whether nothing but a space, or one line break, stands before `word`."""
    gap = word.gap
    if gap == " ":
        return not word.first
    columns = "\t" in gap or (len(gap) > 2 and "\n" not in gap)
    return not word.first and not columns and gap.strip() in ("", ".") and gap.count("\n") <= 1


def comma(word: Word) -> bool:
    """Whether a comma stands before `word`."""
    return not word.first and word.gap.strip() in (",", "،")


def is_title(word: Word) -> bool:
    """Whether a word is a rank or courtesy before a name."""
    return word.lower.strip(".") in title_words() or word.lower == "ar."


def looks_inflected(word: str) -> bool:
    """Whether a folded ordinary word ends as in a case or a verb form: `toplantıda`, `gelen`."""
    return word.endswith(endings("case_endings")) or (word.endswith(("an", "en")) and len(word) > 4)


def _is_noun(stem: str) -> bool:
    return is_ordinary(stem) or stem in role_heads()


def is_opener(word: Word) -> bool:
    """Whether a word that begins a sentence has its capital from that alone."""
    folded = word.lower
    if folded in openers():
        return True
    if word.suffix or word.shape != "title" or folded in word_list("name_topics"):
        return False
    if folded.endswith(endings("duty_endings")):
        return True
    if folded.endswith(("ğa", "ğe")) and is_ordinary(folded[:-2] + "k"):
        return True  # Yemeğe
    if not looks_inflected(folded):
        return False
    return is_ordinary(folded) or any(
        folded.endswith(ending) and _is_noun(folded[: -len(ending)])
        for ending in endings("stripped_endings")
    )
