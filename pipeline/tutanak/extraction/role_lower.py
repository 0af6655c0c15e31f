"""Words in small letters inside a title: `genel müdür`, `psikososyal destek koordinatörü`."""

from typing import Final

from tutanak.extraction.lexicon import is_ordinary, role_words
from tutanak.extraction.phrases import adjacent, looks_inflected
from tutanak.extraction.role_walk import Reach, Stand
from tutanak.extraction.tokens import Word
from tutanak.resources import table, word_list

_SHORT_FIELD: Final = 5  # letters of a field that may end in a vowel by itself: `çini`
_NO_TRADE: Final = frozenset(
    [
        *("bir", "iki", "eski", "yeni", "genç", "ünlü", "kıdemli", "kadın", "erkek", "yerel"),
        *("onun", "bu", "şu", "kendi", "aynı", "diğer", "baş", "emekli", "yabancı", "yerli"),
        *("toplantının", "panelin", "projenin", "gönüllü", "serbest", "her", "çok", "en"),
    ]
)
_LONGEST_FIELD: Final = 3  # words in small letters between a body and the head of a title
# Small words and times, which are no field: `MÜSİAD ise dün | Cumhurbaşkanı`
_NO_FIELD: Final = frozenset(
    [
        *("ve", "ile", "için", "olarak", "adına", "ise", "de", "da", "ki", "gibi", "kadar"),
        *("dün", "bugün", "yarın", "önce", "sonra", "daha", "yine", "ayrıca", "şimdi", "hem"),
    ]
)


def behind_small_letters(stand: Stand) -> Reach | Stand | None:
    """`X Vakfı genel müdürü` goes on, `konuşan | Genel Müdür` ends."""
    if stand.before.capital:
        return None
    if _of_title(stand):
        return stand.on()
    if stand.at_head and stand.before.shape == "lower":
        reach = _past_field(stand)
        field = reach.body is None and _trade_field(stand)
        return stand.on(field) if field else reach
    board = stand.word.shape == "lower" and stand.word.lower in role_words("boards")
    if board and not stand.at_head and not looks_inflected(stand.folded):
        return stand.on().stop()
    return stand.stop()


# Staff of firms and offices by what they see to: `kalite | müdürü`, `tarım kredileri | yetkilisi`
_STAFF: Final = frozenset(
    {"müdür", "şef", "yetkili", "usta", "sorumlu", "koordinatör", "direktör", "denetçi"}
)
_BEFORE_FIELDS: Final = frozenset({"dış", "iç", "insan", "halkla", "bilgi", "satın"})


def _trade_field(stand: Stand) -> int:
    """How many words in small letters a trade has before it: `şehir | plancısı` one, else 0."""
    if stand.head.noun not in role_words("trades") | _STAFF or not stand.head.marked:
        return 0
    many = stand.head.plural and stand.head.noun != "denetçi"
    if many or stand.word.shape != "lower":
        return 0
    return int(_is_field(stand, stand.k - 1)) and 1 + int(_is_owned(stand))


def _is_owned(stand: Stand) -> bool:
    """`çocuk gelişimi uzmanı`: the field has the compound marker, so that a word goes before it."""
    long = len(stand.folded) > _SHORT_FIELD or is_ordinary(stand.folded[:-1])  # dersi
    marked = stand.folded[-1:] in "ıiuü" and long
    if stand.k > 1 and stand.words[stand.k - 2].lower in _BEFORE_FIELDS and not marked:
        return adjacent(stand.before)  # dış | ticaret sorumlusu
    return marked and stand.k > 1 and _is_field(stand, stand.k - 2)


def _is_field(stand: Stand, k: int) -> bool:
    """Whether word `k` can be the field of a trade: bare, ordinary, close to the next word."""
    word = stand.words[k]
    joined = adjacent(stand.words[k + 1]) and word.shape == "lower" and not word.suffix
    told = is_ordinary(word.lower) or word.lower in word_list("name_topics")
    return joined and told and word.lower not in _NO_FIELD | _NO_TRADE


def _of_title(stand: Stand) -> bool:
    """Whether a word in small letters or a number is one that titles have."""
    if stand.folded == "no" or _is_kind(stand) or _is_number(stand) or _slipped(stand):
        return True
    former = stand.folded in role_words("former")
    known = stand.folded in role_words("inside") or (
        former and stand.bodies.ending_at(stand.k - 2) is not None
    )
    keeps = stand.word.lower in role_words("keeps")
    return known and (stand.word.shape == "lower" or keeps or stand.at_head)


def _slipped(stand: Stand) -> bool:
    """`Göç idaresi Genel Müdürü`: a noun of the unit that lost its capital, between two others."""
    between = stand.word.capital and stand.k > 1 and adjacent(stand.before)
    return between and stand.folded in _UNIT_NOUNS and _is_bare_capital(stand.words[stand.k - 2])


def _is_bare_capital(word: Word) -> bool:
    return word.capital and not word.suffix


_UNIT_NOUNS: Final = frozenset({"idaresi", "işleri", "hizmetleri", "ilişkiler", "yönetimi"})


def _is_kind(stand: Stand) -> bool:
    """`okul aile birliği başkanı`: a kind of body before words that titles keep."""
    between = stand.words[stand.k : stand.last]
    keeps = role_words("keeps")
    return stand.folded in table("roles")["kinds"] and all(w.lower in keeps for w in between)


def _is_number(stand: Stand) -> bool:
    """`10. Cumhurbaşkanı`, `2 No'lu Şube Başkanı`."""
    follows = stand.word.gap.startswith(".") or stand.word.lower in ("no", "nolu")
    return stand.before.shape == "digit" and follows


def _past_field(stand: Stand) -> Reach:
    """`X Konseyi psikososyal destek | koordinatörü`: a field in small letters after the body."""
    words, bodies, k = stand.words, stand.bodies, stand.k
    for at in range(k - 1, max(-1, k - 1 - _LONGEST_FIELD), -1):
        word = words[at]
        if at in bodies.at:
            body = bodies.ending_at(at)
            bare = not word.suffix or word.suffix.endswith(("dan", "den", "tan", "ten"))
            named = body is not None and bare and adjacent(words[at + 1])
            return Reach(at + 1, body) if named and at < k - 1 else stand.stop()
        if word.shape != "lower" or not adjacent(words[at + 1]) or looks_inflected(word.lower):
            break
        if word.lower in _NO_FIELD:
            break
    return stand.stop()
