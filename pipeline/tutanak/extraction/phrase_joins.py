"""Whether `ve`, a comma or a body inside a name holds it together or parts two names."""

from collections.abc import Sequence

from tutanak.extraction import known
from tutanak.extraction.lexicon import (
    RoleForm,
    bare_heads,
    institution_heads,
    is_forename,
    is_ordinary,
    is_place_word,
    is_sure_forename,
    role_heads,
)
from tutanak.extraction.phrase_stops import stop_reason
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word
from tutanak.extraction.words_of_names import adjacent, comma, endings, is_title, name_words
from tutanak.resources import word_list

# What boards and units are for, also behind an acronym: `UTMK Dönüşüm Yönetimi ve Göç Komitesi`
_SUBJECTS = frozenset(
    {"yönetimi", "hizmetleri", "hakları", "ilişkileri", "politikaları", "sağlığı", "güvenliği"}
)
_RED = ("kızılay", "kızılhaç")
_ACRONYM_REACH = 3  # words from an acronym to the end of the name that it begins


def and_joins(words: Sequence[Word], left: int, right: int) -> bool:
    """Whether `ve` between words `left` and `right` stands inside one name."""
    word = words[left]
    folded = word.lower
    if not word.capital or word.suffix or word.shape == "initial":
        return False
    behind_head = left > 0 and adjacent(word) and words[left - 1].lower in institution_heads()
    if word.text in ("AB", "İSG") and behind_head and words[right].capital:
        return True  # Van Valiliği AB ve Dış İlişkiler Bürosu
    if word.shape == "upper" and len(word.text) > 1:
        return False
    if folded in _RED and words[right].lower in _RED:
        return True  # Uluslararası Kızılay ve Kızılhaç Dernekleri Federasyonu
    if stop_reason(words, left, upper=False) or _is_whole(folded) or person_before(words, left):
        return False
    marked = folded.endswith(("ı", "i", "u", "ü")) and folded not in _SUBJECTS
    if marked and _acronym_before(words, left):
        return False
    if folded.endswith("."):  # San. ve Tic. Ltd. Şti.
        return True
    regions = word_list("name_topics", "regions")
    if folded in regions and (words[right].lower in regions or behind_head):
        return True  # Orta Doğu ve Batı Asya Teşkilatı, X Üniversitesi Ortadoğu ve Göç Merkezi
    subject = is_ordinary(folded) or folded in word_list("name_topics")
    trades = folded.endswith(("lar", "ler")) and word.shape == "title"  # Kasaplar ve Celepler
    if not subject and not trades and not folded.endswith(endings("noun_endings")):
        return False
    return not is_place_word(words[right].lower) or is_ordinary(words[right].lower)


def _is_whole(folded: str) -> bool:
    """Whether a word before `ve` is a body, or the end of one, or a place."""
    head = institution_heads().get(folded)
    if head is not None and head.case == "nom" and head.noun not in name_words("heads_before_and"):
        return True
    if folded in bare_heads() and folded not in word_list("name_topics"):
        return True
    return not is_ordinary(folded) and (known.is_known_key(folded) or is_place_word(folded))


def person_before(words: Sequence[Word], last: int) -> bool:
    """Whether words up to `last` look like the end of a person's name."""
    if last < 1 or not adjacent(words[last]) or words[last - 1].suffix:
        return False
    before = words[last - 1]
    if not before.capital or not words[last].capital:
        return False
    if before.shape == "initial" and before.text.endswith("."):
        return True
    folded = words[last].lower
    if is_forename(before.lower) and last > 1 and adjacent(before) and _holds(words[last - 2]):
        return True  # Ofisi Koordinatörü Veli Demir ve ...
    own = is_sure_forename(before.lower) and not is_ordinary(before.lower)
    if own and folded in word_list("name_topics", "surnames"):
        return not is_place_word(before.lower)  # Ayşe Demir ve DSİ Genel Müdürlüğü
    thing = folded in word_list("name_topics") or folded in stop_forms()
    unsure = not is_sure_forename(before.lower) or is_place_word(before.lower)
    if thing and (is_ordinary(folded) or unsure):
        return False
    if is_forename(before.lower) and last > 1 and adjacent(before):
        role = role_heads().get(words[last - 2].lower)
        if is_title(words[last - 2]) or (role is not None and role.case == "nom"):
            return True
    two_names = last > 1 and adjacent(before) and is_sure_forename(words[last - 2].lower)
    if two_names and is_sure_forename(before.lower) and not words[last - 2].suffix:
        return True  # Hatice Sevim Yurttaş
    parted = last + 1 < len(words) and words[last + 1].lower in ("ve", "ile")
    if parted and is_sure_forename(before.lower) and folded not in word_list("name_topics"):
        return not folded.endswith(endings("no_surname"))  # Ülker Sağ ve Uçan Süpürge Vakfı
    if is_ordinary(folded) or folded.endswith(endings("no_surname")):
        return False
    return is_sure_forename(before.lower)


def _holds(word: Word) -> bool:
    """Whether a post ends at `word`: what follows is who holds it."""
    role = role_heads().get(word.lower)
    post = role is not None and role.case == "nom" and not (role.plural or word.suffix)
    return post or is_title(word)


def _acronym_before(words: Sequence[Word], k: int) -> bool:
    """Whether a name in capitals stands up to three words before: `AKUT Rize Ekibi ve ...`."""
    for n in range(k, max(0, k - _ACRONYM_REACH), -1):
        if not adjacent(words[n]) or not words[n - 1].capital:
            return False
        if words[n - 1].lower in institution_heads():
            return False  # AB Başkanlığı Mali İşbirliği ve ...
        if words[n - 1].shape == "upper" and len(words[n - 1].text) > 1:
            return True
    return False


def comma_joins(words: Sequence[Word], left: int) -> bool:
    """Whether the comma after word `left` stands inside one name (`Aile, Çalışma ve ...`)."""
    word = words[left]
    if not word.capital or word.suffix or not (_is_subject(word) or _in_series(words, left)):
        return False
    named = left > 0 and adjacent(word) and is_sure_forename(words[left - 1].lower)
    return not (named or _behind_post(words, left))


def _behind_post(words: Sequence[Word], left: int) -> bool:
    """`Başkanı Deniz Demir, | Ziraat Odası`: words that a post announces as a name."""
    topic = words[left].lower in word_list("name_topics")
    if topic and not is_forename(words[left - 1].lower):
        return False
    for k in range(left, max(0, left - _LONGEST_NAME), -1):
        if not adjacent(words[k]) or (words[k].suffix and k < left):
            return False
        post = role_heads().get(words[k - 1].lower)
        if post is not None and _announces(post) and not words[k - 1].suffix:
            return k < left
        if not words[k - 1].capital:
            return False
    return False


def _announces(post: RoleForm) -> bool:
    return post.marked and post.case == "nom" and not post.ours


_LONGEST_NAME = 3  # words


def _is_subject(word: Word) -> bool:
    """Whether a word can be one of the subjects of a name: `Bisküvi`, no place, head or person."""
    folded = word.lower
    if folded in word_list("name_topics"):
        return True
    if word.shape != "title" or not is_ordinary(folded):
        return False
    if any(is_ordinary(folded.removesuffix(e)) for e in _CASES if folded.endswith(e)):
        return False
    return not _is_strange(folded)


_CASES = ("da", "de", "ta", "te", "dan", "den", "tan", "ten", "ya", "ye", "nın", "nin", "yı", "yi")


def _is_strange(folded: str) -> bool:
    """Whether a word is a body, a title, a place or a given name, and no subject of a name."""
    strange = folded in institution_heads() or folded in bare_heads() or folded in stop_forms()
    if any(folded in word_list("name_stops", key) for key in ("events", "works", "places")):
        return True
    return strange or folded in role_heads() or is_place_word(folded) or is_forename(folded)


def _in_series(words: Sequence[Word], k: int) -> bool:
    """`Otel, Catering, Tütün`: a strange word alone between two commas."""
    folded = words[k].lower
    if k == 0 or words[k].shape != "title" or folded in institution_heads():
        return False
    if folded in role_heads() or is_place_word(folded) or is_forename(folded):
        return False
    return comma(words[k]) and (_is_subject(words[k - 1]) or _in_series(words, k - 1))


def may_cross(words: Sequence[Word], left: int, right: int, last: int) -> bool:
    """Whether the name that ends at `last` may run over the head at `left`, before `right`."""
    inner = institution_heads()[words[left].lower]
    outer = institution_heads().get(words[last].lower)
    if outer is None or "." in words[last].text:
        return True
    if inner.plural:
        inside = inner.noun in name_words("plural_inside")
        next_head = institution_heads().get(words[right].lower)
        if next_head is not None and next_head.noun in name_words("after_plurals"):
            return True  # X Kooperatifleri Birliği Yönetim Kurulu
        return inside or outer.noun in name_words("after_plurals")
    if inner.noun == "şube" and words[right].shape == "upper" and right < last:
        return False  # EMO Kocaeli Şubesi | KOÜ Mimarlık Fakültesi
    if outer.level > 0 or inner.noun == "birlik":
        return True
    if is_place_word(words[right].lower):
        return False
    return inner.noun != outer.noun or right == last
