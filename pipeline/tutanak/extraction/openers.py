"""The first word of a sentence: whether it belongs to the name that it stands before."""

from collections.abc import Sequence
from functools import lru_cache

from tutanak.extraction import known
from tutanak.extraction.lexicon import (
    institution_heads,
    is_forename,
    is_ordinary,
    is_place_word,
    openers,
)
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import comma, endings, is_opener, name_words
from tutanak.resources import word_list
from tutanak.text.suffixes import declensions, plural, possessed, possessed_plural

_LONGEST_ENDING = 5


def drop_first(words: Sequence[Word], first: int, last: int) -> int:
    """Where a name begins that reaches the first word of its sentence.

    A word that opens a sentence has its capital from that; it stays in the name only where it
    cannot be told from one: `Destekçiler Avrupa Birliği` against `Eğitim ve Kültür Derneği`.
    """
    if not words[first].first or first >= last:
        return first
    word, following = words[first], words[first + 1]
    if opens_before_board(word, following):
        return first + 1
    if word.lower == "genel" and following.lower in _CONVENED and first + 1 < last:
        return first + 2  # Genel Kurulu | Türk-İş İl Temsilcisi izledi
    if first + 1 < last and opens_as_object(word, following):
        return first + 1  # Sunumu | Mavi Hat Derneği yaptı
    if "-" in following.text and following.capital and _is_object(word):
        return first + 1  # Eğitimleri Hak-İş Kadın Komitesi yönetti
    if first + 1 < last and _is_softened_object(word, following):
        return first + 1
    topics = word_list("name_topics")
    topical = word.lower in topics and not _begins_alone(words, first + 1, last)
    if word.lower in word_list("acronyms", "unions") and "-" in following.text:
        return first  # Tüm Yerel-Sen Sendikası
    if word.lower in openers():
        return first if topical and following.lower in topics else first + 1
    if word.shape == "digit":
        if following.lower in ("bölge", "organize") and following.gap.startswith("."):
            return first  # 4. Bölge Kayseri Eczacı Odası, 2. Organize Sanayi Bölgesi
        dated = following.lower in name_words("months") or following.lower in ("yıl", "acil")
        return first if dated and not following.gap.startswith(".") else first + 1
    if word.shape != "title" or is_place_word(word.lower) or word.lower.startswith("t.c"):
        return first
    if word.lower == "dünya" and following.capital:
        return first  # Dünya Enerji Konseyi
    if following.lower == "hakları" and not is_opener(word):
        return first  # Roman Hakları Derneği
    if _begins_known(words, first, last):
        return first
    if following.lower in ("ve", "&") or comma(following) or first + 1 == last:
        if word.lower in word_list("name_topics"):
            return first  # Gıda, Tarım ve ...
        drops = is_opener(word) and word.lower.endswith(endings("opening_endings"))
        return first + 1 if drops else first
    if topical:
        return first  # Hayvan Sağlığı ve Yetiştiriciliği Şube Müdürlüğü
    return first + 1 if _opens(word, following, begins=_begins(words, first + 1, last)) else first


def opens_before_board(word: Word, following: Word) -> bool:
    """`Konukları | Yönetim Kurulu Başkanımız ağırladı`: an object that opens the sentence."""
    if not word.first or word.shape != "title" or word.suffix or is_place_word(word.lower):
        return False
    if following.lower not in _BOARDS_OPEN or is_forename(word.lower):
        return False
    return _is_object(word)


def opens_as_object(word: Word, following: Word) -> bool:
    """Whether a word opens its sentence as what somebody did: `Sunumu`, `Konukları`."""
    if not word.first or word.shape != "title" or word.suffix or word.lower not in _objects():
        return False
    return not following.lower.endswith(("ma", "me"))  # Eğitimi | Geliştirme Derneği


@lru_cache(maxsize=1)
def _objects() -> frozenset[str]:
    """The accusatives of what opens a sentence, with and without its owner; events in any case."""
    found: set[str] = set()
    for noun in word_list("name_stops", "opening_events"):
        for bare in (noun, plural(noun)):
            found |= {form for form, case in declensions(bare, possessed=False) if case != "nom"}
        owned = possessed(noun)
        found |= {form for form, case in declensions(owned, possessed=True) if case != "nom"}
    for noun in word_list("name_stops", "opening_objects"):
        for bare in (noun, plural(noun)):
            found |= {form for form, case in declensions(bare, possessed=False) if case == "acc"}
        for owned in (possessed(noun), possessed_plural(noun)):
            found |= {form for form, case in declensions(owned, possessed=True) if case == "acc"}
    return frozenset(found | {_softened(form) for form in found})


def _softened(form: str) -> str:
    """`şenlike` as it is written: `şenliğe`."""
    return form[:-2] + "ğ" + form[-1] if form[-2:-1] == "k" and form[-1] in "aeıiuü" else form


def _is_object(word: Word) -> bool:
    stems = [word.lower.removesuffix(e) for e in _OBJECT_ENDS if word.lower.endswith(e)]
    return any(len(stem) > 2 and is_ordinary(stem) for stem in stems) and not word.suffix


def _is_softened_object(word: Word, following: Word) -> bool:
    """`Birinciliği | Taka Gazetesi kazandı`, but `Sağlığı Geliştirme Derneği`."""
    folded = word.lower
    if word.suffix or not folded.endswith(("ğı", "ği", "ğu", "ğü")) or not following.capital:
        return False
    if following.lower.endswith(("ma", "me")) or following.lower in word_list("name_topics"):
        return False
    if following.lower in institution_heads():
        return False
    quality = folded.endswith(("lığı", "liği", "luğu", "lüğü"))
    return quality or any(is_ordinary(folded[:-2] + end) for end in "gk")


_BOARDS_OPEN = frozenset(
    {
        *("yönetim", "mütevelli", "denetim", "yürütme", "meclis", "divan", "genel"),
        *("vakıf", "dernek", "oda", "sendika", "şube", "ajans", "platform"),
    }
)
_CONVENED = frozenset({"kurulu", "kurula", "kurulda", "kuruldan"})
_OBJECT_ENDS = (
    *("ları", "leri", "lara", "lere", "larını", "lerini", "larına", "lerine"),
    *("ı", "i", "u", "ü", "a", "e", "yı", "yi", "yu", "yü", "ya", "ye", "ini", "ını", "ine", "ına"),
)


def _begins_known(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the sentence opens with a body that the registry knows: `Yeşilay Çorum Şubesi`."""
    word = words[first]
    if "-" in word.text or word.lower in institution_heads():
        return True
    match = known.match_at(words, first)
    return match is not None and (first < match[0] <= last or word.lower in known.single_names())


def _begins(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name is seen to begin at word `first`."""
    regions = word_list("name_topics", "regions")
    return (
        _begins_alone(words, first, last)
        or known.begins(words, first, last)
        or words[first].lower in regions
    )


def _begins_alone(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name begins at word `first` whatever stands before: a place, a known body."""
    word = words[first]
    if is_place_word(word.lower) or word.shape in ("upper", "digit"):
        return True
    match = known.match_at(words, first)
    return match is not None and first < match[0] <= last


def _opens(word: Word, following: Word, *, begins: bool) -> bool:
    """Whether `word` opens the sentence and no name; `begins`: one is seen to begin after it."""
    folded = word.lower
    if folded.endswith(("yı", "yi", "yu", "yü")) and not is_ordinary(folded[:-2]):
        return False
    many = folded.endswith(("lar", "ler"))
    if is_opener(word) and (folded.endswith(endings("opening_endings")) or (many and begins)):
        return True
    stems = (folded[: len(folded) - n] for n in range(_LONGEST_ENDING))
    ordinary = any(is_ordinary(stem) for stem in stems if len(stem) > 2)
    if begins and ordinary and not is_forename(folded):
        return True
    event = folded in word_list("name_stops", "events") and folded not in ("eğitim", "gün")
    return event and following.capital
