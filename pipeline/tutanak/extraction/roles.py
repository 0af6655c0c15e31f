"""What the text calls a person, and the body that the title belongs to.

A title phrase is read from its head to the left: `Keçiören Belediyesi Sosyal Yardım İşleri
Müdürlüğü | Proje Yöneticisi`. What a body's name does not cover is split into the title proper
and what it leads (`Pendik | Kaymakamı` -> `Pendik Kaymakamlığı`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.extraction.acronyms import is_acronym_shape
from tutanak.extraction.institution_names import spell_word
from tutanak.extraction.lexicon import (
    bare_heads,
    implied_heads,
    institution_heads,
    is_place_word,
    role_heads,
    role_words,
)
from tutanak.extraction.phrases import adjacent, comma, comma_joins, is_opener, walk_left
from tutanak.extraction.tokens import Word
from tutanak.resources import word_list
from tutanak.text.fold import capitalise, lower
from tutanak.text.suffixes import possessed

_MINISTERIAL: Final = frozenset({"idaresi", "bakanlığı", "cumhurbaşkanlığı", "başbakanlık"})
_BOARD_HEADS: Final = frozenset({"kurulu", "heyeti", "komitesi", "komisyonu", "konseyi", "meclisi", "divanı", "dalı"})
_GENITIVES: Final = frozenset({"nın", "nin", "nun", "nün", "ın", "in", "un", "ün"})
_SECOND: Final = frozenset({"yardımcı", "vekil", "danışman", "sekreter", "başdanışman"})
_ADJECTIVES: Final = frozenset(
    "genel baş kıdemli eski önceki onursal kurucu eş fahri birinci ikinci üçüncü başkan vali müdür".split()
)
_NO_UNIT: Final = frozenset(
    """yönetim kurulu genel daire belediye büyükşehir meclis meclisi denetim yürütme icra disiplin kurucu onursal grup komisyon
    komisyonu komite komitesi konsey konseyi divan oturum heyet dönem eş proje program bölüm birim şube merkez saha ülke bölge il
    ilçe okul""".split()
)
_INNER: Final = frozenset({"yardımcı", "vekil", "sekreter", "üye", "sayman", "sözcü", "başkanvekili", "danışman", "raportör", "sekreter"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title of a person. `body` is a known body's index, `implied` a name that is led by it."""

    first: int
    last: int
    role: str
    body: int | None
    implied: str | None
    ours: bool
    plural: bool
    bare: bool
    noun: str
    shared: tuple[str, ...] = ()
    kind_word: str = ""


@dataclass(frozen=True, slots=True)
class Bodies:
    """Where the bodies of the text stand, by words: index of the mention by word, and its ends."""

    at: dict[int, int]
    first: dict[int, int]
    last: dict[int, int]


def bodies_at(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> Bodies:
    """The mentions with `spans` by the words that they cover."""
    at: dict[int, int] = {}
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    starts = {word.start: i for i, word in enumerate(words)}
    for n, (begin, end) in enumerate(spans):
        i = starts.get(begin)
        if i is None:
            continue
        k = i
        while k < len(words) and words[k].start < end:
            at.setdefault(k, n)
            k += 1
        first[n], last[n] = i, k - 1
    return Bodies(at, first, last)


def title_before(words: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """The title that ends right before word `k` (where the name or its rank begins)."""
    if k == 0:
        return None
    if words[k].gap.strip() == ":" and not words[k].first:
        return _label(words, k - 1) or title_ending(words, k - 1, bodies, label=True)
    if k > 2 and words[k - 1].lower == "yaşındaki" and words[k - 2].shape == "digit":
        k -= 2  # ... Çocuk Meclisi Başkanı 13 yaşındaki X
    if k > 1 and words[k - 1].lower in ("ise", "de", "da") and words[k - 2].lower.endswith(_APPOINTED):
        k -= 1
    if not adjacent(words[k]) and not _closed(words, k):
        return None
    return title_ending(words, k - 1, bodies)


_APPOINTED: Final = ("lığına", "liğine", "luğuna", "lüğüne", "lıklara", "liklere", "lıklarına", "liklerine")
_BOARDS: Final = frozenset({"kurulu", "heyeti", "divanı", "komitesi", "konseyi", "komisyonu"})


def _label(words: Sequence[Word], last: int) -> Title | None:
    """`Denetleme Kurulu: A, B`: the label of a list of members."""
    if words[last].lower not in _BOARDS or last == 0 or words[last].suffix:
        return None
    first = last
    while first > 0 and adjacent(words[first]) and words[first - 1].capital and last - first < 3:
        first -= 1
    label = " ".join(_spell(w) for w in words[first : last + 1])
    return Title(first, last, f"{label} Üyesi", None, None, False, True, True, "üye")


def _closed(words: Sequence[Word], k: int) -> bool:
    """`Daire Başkanı, Ahmet Şimşek` is no title; `(V.) Ahmet Şimşek` is."""
    return words[k].gap.strip() == ")" and words[k - 1].lower.strip(".") == "v"


def title_ending(
    words: Sequence[Word], last: int, bodies: Bodies, *, label: bool = False
) -> Title | None:
    """The title whose last word is `last`, or None if that word ends no title."""
    acting = False
    end = last
    if words[last].lower.strip(".") == "v" and last > 0 and words[last - 1].lower in role_heads():
        acting, last = True, last - 1
    word = words[last]
    head = role_heads().get(word.lower)
    if head is None or head.case != "nom" or word.suffix:
        return None
    if not head.marked and not head.ours and not head.plural and not label:
        if head.noun in _NEVER_ALONE and not _second(words, last):
            return None
    first, body, stranger = _phrase(words, last, bodies)
    return _title(words, first, last, end, body, stranger, acting, bodies)


# Words that before a name are more often something else than its title
_NEVER_ALONE: Final = frozenset("yardımcı ortak üye delege işçi çiftçi görevli amir vekil sorumlu".split())


def _second(words: Sequence[Word], last: int) -> bool:
    return last > 0 and adjacent(words[last]) and words[last - 1].lower in role_heads()


def _phrase(words: Sequence[Word], last: int, bodies: Bodies) -> tuple[int, int | None, bool]:
    """(first word of the title's own words, body before them, whether strangers end it)."""
    k = last
    seen_and = False
    while k > 0:
        word, before = words[k], words[k - 1]
        body = bodies.at.get(k - 1)
        if body is not None and bodies.last[body] == k - 1:
            separated = word.gap.strip()
            if adjacent(word) or (separated == "," and not before.suffix and _own_comma(words, k, last)) or separated == ")":
                if before.suffix and not before.suffix.startswith(("n", "ı", "i", "u", "ü")):
                    return k, body if before.suffix.endswith(("dan", "den", "tan", "ten")) else None, False
                return k, body, False
            return k, None, False
        if body is not None:
            return k, None, True
        if word.gap.strip() == ")" and k >= 2:
            inner = bodies.at.get(k - 1)
            if inner is not None:
                return k, inner, False
        if comma(word) and seen_and and comma_joins(words, k - 1):
            k -= 1
            continue
        if not adjacent(word):
            return k, None, False
        folded = before.lower
        if before.suffix:
            return k, None, False
        if folded in ("ve", "&") and before.shape == "lower":
            if k - 2 >= 0 and _subject_joins(words, k - 2, k, last, bodies):
                seen_and = True
                k -= 2
                continue
            return k, None, False
        role = role_heads().get(folded)
        if role is not None and role.case == "nom":
            if role.marked and not _compound(words, k - 1, last):
                return k, None, False
            if role.plural or role.ours:
                return k, None, False
            k -= 1
            continue
        if not before.capital:
            if folded in role_words("inside") or before.shape == "digit":
                k -= 1
                continue
            return k, None, False
        if before.first and is_opener(before) and folded not in role_words("keeps"):
            return k, None, False
        head = institution_heads().get(folded)
        if head is not None and head.case != "nom":
            return k, None, False
        reason = "" if folded in role_words("keeps") else walk_left(words, k, floor=k - 1, topical=False).stopped_by
        if reason in ("month", "weekday", "number", "place with case", "ours", "title", "work", "back reference") or (
            reason in ("event", "place") and folded not in ("program", "proje", "eğitim", "mahallesi", "köyü")
        ):
            return k, None, False
        k -= 1
    return k, None, False


def _own_comma(words: Sequence[Word], k: int, last: int) -> bool:
    """`... Bakanlığı, Daire Başkanı`: a title after a comma that names no body of its own."""
    return last - k <= 2 and words[k].lower in ("daire", "genel", "şube", "yönetim", "öğretim", "bölüm", "proje", "program", "müdür", "başkan", "uzman", "dekan")


def _compound(words: Sequence[Word], k: int, last: int) -> bool:
    """Whether the title at word `k` is a part of that at `last`: `Genel Müdürü Yardımcısı`."""
    return k == last - 1 and role_heads()[words[last].lower].noun in _SECOND


def _subject_joins(words: Sequence[Word], left: int, right: int, last: int, bodies: Bodies) -> bool:
    word = words[left]
    if not word.capital or word.suffix or left in bodies.at:
        return False
    if role_heads().get(word.lower) is not None:
        return False
    regions = word_list("name_topics", "regions")
    if word.lower in regions:
        return words[right].lower in regions or not is_place_word(words[right].lower)
    if is_place_word(word.lower):
        return False
    walk = walk_left(words, right, floor=left)
    if walk.start < right:
        return True
    return False


def _title(
    words: Sequence[Word],
    first: int,
    last: int,
    end: int,
    body: int | None,
    stranger: bool,
    acting: bool,
    bodies: Bodies,
) -> Title | None:
    head = role_heads()[words[last].lower]
    own = list(words[first : last + 1])
    if stranger:
        own = own[-1:]
    place, rest = _place_prefix(own[:-1])
    if body is not None:
        place = []
    elif head.noun in ("büyükelçi", "başkonsolos") and first > 0 and words[first - 1].suffix in _GENITIVES:
        place = [words[first - 1].text]  # Japonya'nın Ankara Büyükelçisi
    if rest and rest[0].shape == "digit":  # 10. Cumhurbaşkanı: a former one
        rest = rest[1:]
        former = True
    else:
        former = False
    folded = [w.lower for w in rest]
    if head.noun in _SECOND and folded and folded[-1] in role_heads():
        folded[-1] = role_heads()[folded[-1]].noun
    core = len(rest)
    keeps = role_words("keeps")
    while core > 0 and (folded[core - 1] in keeps or folded[core - 1] in role_words("former")):
        core -= 1
    subject, modifiers = rest[:core], rest[core:]
    acronym = ""
    if body is None and not place and subject and is_acronym_shape(subject[0]) and subject[0].lower not in word_list("acronyms", "refused"):
        acronym, subject = subject[0].text, subject[1:]
    elif body is not None and len(subject) > 1 and is_acronym_shape(subject[0]):
        subject = subject[1:]
    elif body is None and first > 0 and words[first].gap.strip() == ")" and is_acronym_shape(words[first - 1]):
        acronym = words[first - 1].text  # ... Mali Yardım Programı (FRIT) Başkanı
    if body is not None:
        body, board, parent = _board(words, body, bodies)
    else:
        board, parent = [], None
    implied = parent or _implied(head.noun, place, subject, modifiers, folded[core:], body, words, bodies)
    if former and head.noun == "cumhurbaşkanı":
        implied = None
    while modifiers and subject and modifiers[0].lower in _BOARD_HEADS:
        take = 2 if len(subject) > 1 and subject[-1].lower != "ve" and not is_place_word(subject[-2].lower) else 1
        subject, modifiers = subject[:-take], [*subject[-take:], *modifiers]
        break
    if acronym and implied is None:
        implied = acronym
    elif acronym and implied is not None:
        implied = f"{acronym} {implied}"
    modifiers = [*board, *modifiers]
    role = _role_text(head.noun, head.marked or head.ours, subject, modifiers, acting, implied, body)
    return Title(
        first, end, role, body, implied, head.ours, head.plural,
        not place and not subject and body is None, head.noun,
        _shared_bodies(words, first, place, implied, plural=head.plural),
        _kind_word(words, first, subject, place, body),
    )


def _board(
    words: Sequence[Word], body: int, bodies: Bodies
) -> tuple[int | None, list[Word], str | None]:
    """`X Belediyesi Çocuk Meclisi | Başkanı`: the board goes into the title, the parent is the body."""
    first, last = bodies.first[body], bodies.last[body]
    if words[last].lower not in _BOARD_HEADS or words[last].lower == "dalı":
        return body, [], None
    for k in range(last - 1, first - 1, -1):
        inner = institution_heads().get(words[k].lower)
        named = inner is not None and inner.case == "nom" and inner.level == 0
        if named or (is_acronym_shape(words[k]) and k < last):
            name = " ".join(_spell(w) for w in words[first : k + 1])
            return None, list(words[k + 1 : last + 1]), name
    return body, [], None


def parent_of_board(words: Sequence[Word], body: int, bodies: Bodies) -> str | None:
    """The body that a board named with it belongs to: `X Barosu` of `X Barosu ... Komisyonu`."""
    if body not in bodies.first:
        return None
    return _board(words, body, bodies)[2]


def _shared_bodies(
    words: Sequence[Word], first: int, place: Sequence[str], implied: str | None, *, plural: bool
) -> tuple[str, ...]:
    """`Pendik, Kartal ve Tuzla Belediye Başkanları`: the body of each place, in order."""
    if not plural or implied is None or len(place) != 1:
        return ()
    places = [place[0]]
    k = first
    while k > 1:
        step = 1 if comma(words[k]) else 2 if words[k - 1].lower in ("ve", "ile") and adjacent(words[k]) else 0
        if step == 0 or k - step < 0 or not is_place_word(words[k - step].lower) or words[k - step].suffix:
            break
        k -= step
        places.insert(0, words[k].text)
    if len(places) == 1:
        return ()
    return tuple(implied.replace(place[0], name, 1) for name in places)


def _kind_word(
    words: Sequence[Word], first: int, subject: Sequence[Word], place: Sequence[str], body: int | None
) -> str:
    """The bare head that stands for a body named before: `Dernek Başkanı`, `Ajansın uzmanı`."""
    if body is not None or place:
        return ""
    if len(subject) == 1 and subject[0].lower in bare_heads():
        return subject[0].lower
    if first > 0 and adjacent(words[first]) and words[first - 1].lower in bare_heads():
        if bare_heads()[words[first - 1].lower].case == "gen" or words[first - 1].suffix in _GENITIVES:
            return words[first - 1].lower
    return ""


def _place_prefix(rest: list[Word]) -> tuple[list[str], list[Word]]:
    for n in (3, 2, 1):
        if n <= len(rest) and is_place_word(" ".join(w.lower for w in rest[:n])):
            return [w.text for w in rest[:n]], rest[n:]
    return [], rest


def _implied(
    noun: str,
    place: Sequence[str],
    subject: Sequence[Word],
    modifiers: Sequence[Word],
    mods: list[str],
    body: int | None,
    words: Sequence[Word],
    bodies: Bodies,
) -> str | None:
    """The name of the body that the title leads and the text does not name, or None."""
    where = [spell_word(w, first=True) for w in place]
    if noun in _SECOND and mods:
        inner = mods[-1]
        noun, mods = inner, mods[:-1]
        modifiers = modifiers[:-1]
    if body is None and "belediye" in mods and where:
        large = ["Büyükşehir"] if "büyükşehir" in mods else []
        return " ".join([*where, *large, "Belediyesi"])
    if body is None and len(subject) == 1 and mods[:1] == ["belediye"] and not where:
        name = _spell(subject[0])
        if subject[0].shape != "lower" and lower(name) not in word_list("institution_heads", "generic"):
            return f"{name} Belediyesi"
    if body is None and noun == "muhtar" and (where or subject):
        inner = [*where, *(_spell(w) for w in subject), *(_spell(w) for w in modifiers)]
        return " ".join([*inner, "Muhtarlığı"])
    if body is None and noun in ("müftü", "başsavcı", "defterdar") and (mods or subject or where):
        inner = [*where, *(_spell(w) for w in subject), *(_spell(w) for w in modifiers)]
        return " ".join([*inner, capitalise(possessed(implied_heads()[noun]))])
    if body is None and noun in ("vali", "kaymakam", "büyükelçi", "başkonsolos", "konsolos", "muhtar", "müftü", "başsavcı", "defterdar") and where:
        if subject:
            where = [*where, *(_spell(w) for w in subject)]
        if "il" in mods or "ilçe" in mods:
            where += ["İl" if "il" in mods else "İlçe"]
        return " ".join([*where, capitalise(possessed(implied_heads()[noun]))])
    bare = next((w for w in reversed(subject) if w.lower in bare_heads()), None)
    if body is None and bare is not None and subject and subject[-1] is bare and bare_heads()[bare.lower].case == "nom" and (where or len(subject) > 1):
        return " ".join([*where, *(_spell(w) for w in subject[:-1]), capitalise(possessed(bare_heads()[bare.lower].noun))])
    if noun == "cumhurbaşkanı" and body is None and not where and not subject:
        return "Cumhurbaşkanlığı"
    if mods[-1:] == ["bölüm"] and subject and noun == "başkan":
        return " ".join([*where, *(_spell(w) for w in subject), "Bölümü"])
    if noun == "bakan" and subject and body is None:
        return " ".join([*(_spell(w) for w in subject), "Bakanlığı"])
    led = implied_heads().get(noun)
    if led is None or noun in ("vali", "kaymakam", "bakan", "rektör", "dekan", "muhtar"):
        return None
    if len(subject) == 1 and subject[0].lower in bare_heads():
        return None
    if mods in (["il", "genel", "meclisi"], ["il", "genel", "meclis"]) and noun == "başkan":
        return " ".join([*where, "İl Genel Meclisi"])
    if subject and subject[-1].lower in ("ofisi", "temsilciliği", "bürosu"):
        return None
    if subject and subject[-1].lower == "dairesi" and body is not None:
        return None
    has_subject = bool(subject) or bool({"emniyet", "jandarma"} & set(mods))
    has_subject = has_subject or (bool(where) and bool({"il", "ilçe", "bölge"} & set(mods)))
    if body is not None and not subject and noun in ("müdür", "başkan"):
        has_subject = words[bodies.last[body]].lower == "idaresi"
    if not has_subject:
        return None
    if noun == "başkan" and any(m in ("şube", "divan", "heyet", "heyeti", "oturum", "jüri", "dalı", "mütevelli", "dönem", "masa", "kurul","yönetim", "kurulu", "belediye", "meclis", "meclisi", "komisyonu", "grup") for m in mods):
        return None
    if noun == "başkan" and body is None and not where and mods[:1] in (["il"], ["ilçe"]):
        return None
    parent: list[str] = []
    if body is not None and mods[:1] == ["bölge"] and noun == "müdür" and not subject:
        number = words[bodies.last[body] + 1]
        inner = [f"{number.text}."] if number.shape == "digit" else []
        return " ".join([words[bodies.first[body]].text, *inner, "Bölge", "Müdürlüğü"])
    if body is not None and words[bodies.last[body]].lower not in _MINISTERIAL:
        return None  # the parent stands for its unit, and the title keeps the unit's name
    if body is not None:
        parent = [_spell(w) for w in words[bodies.first[body] : bodies.last[body] + 1]]
        parent[-1] = parent[-1][: _nominative(words[bodies.last[body]])]
    parts = [*parent, *where, *(_spell(w) for w in subject), *(_spell(w) for w in modifiers), capitalise(possessed(led))]
    return " ".join(parts)


def _nominative(word: Word) -> int:
    head = institution_heads().get(word.lower)
    return head.length if head is not None else len(word.text)


def _spell(word: Word) -> str:
    return spell_word(word.text, first=True) if word.lower not in ("ve", "ile") else word.lower


def _role_text(
    noun: str,
    marked: bool,
    subject: Sequence[Word],
    modifiers: Sequence[Word],
    acting: bool,
    implied: str | None,
    body: int | None,
) -> str:
    """The title as it stands alone: `Kaymakam`, `Yönetim Kurulu Başkanı`, `Genel Müdür`."""
    mods = [w for w in modifiers if w.lower not in role_words("former")]
    if subject and not marked and lower(subject[0].text).endswith(("lı", "li", "lu", "lü")):
        subject = subject[1:]  # Suriyeli öğretmen
    if subject and subject[-1].lower in ("ofisi", "temsilciliği", "misyonu", "delegasyonu", "bürosu") and noun != "başkan":
        subject = []
    while subject and subject[0].lower in ("ofisi", "temsilciliği", "misyonu", "delegasyonu", "bürosu"):
        subject = subject[1:]
    if noun == "başkan" and len(subject) == 1 and subject[0].lower == "baro":
        return "Baro Başkanı"
    if noun == "muhtar":
        return "Muhtar"
    if noun in ("vali", "kaymakam"):
        mods = [w for w in mods if w.lower not in ("il", "ilçe")]
    if noun == "başkan" and subject and subject[-1].lower == "dairesi":
        return "Daire Başkanı" if not acting else "Daire Başkanı Vekili"
    if [w.lower for w in mods][:3] in (["il", "genel", "meclisi"], ["il", "genel", "meclis"]):
        mods = []
    first = [w.lower for w in mods]
    keep_subject: list[Word] = []
    if subject and subject[-1].lower in ("kolu", "grubu", "birimi", "masası", "komisyonu", "kurulu", "meclisi") and (noun != "başkan" or body is not None):
        mods = [*subject, *mods]
        subject = []
    if subject and first[:1] and first[0] in ("il", "ilçe"):
        keep_subject = []
    if subject and subject[0].lower in ("il", "ilçe"):
        keep_subject = list(subject)
    elif subject and noun == "komutan" and len(subject) == 1:
        keep_subject = list(subject)
    elif subject and noun in ("müdür", "komutan", "müftü", "başkan", "amir") and implied is None and body is not None:
        keep_subject = list(subject)
    elif subject and noun not in ("müdür", "başkan", "bakan", "komutan", "vali") and (
        (len(subject) <= 3 and not mods) or subject[-1].lower == "ve"
    ):
        keep_subject = [w for w in subject if not is_place_word(w.lower)]
    parts = [_spell(w) for w in (*keep_subject, *mods)]
    if not parts or all(lower(p) in ("genel", "baş", "kıdemli", "onursal", "kurucu", "eş", "fahri", "birinci", "ikinci", "mukim", "daimi", "bölgesel", "ulusal") for p in parts):
        tail = noun
    elif lower(parts[-1]) in ("vali", "başkan", "müdür", "kaymakam", "bakan", "rektör", "dekan") or marked:
        tail = possessed(noun) if noun != "milletvekili" else noun
    else:
        tail = noun
    text = " ".join([*parts, capitalise(tail)])
    if acting:
        text = " ".join([*parts, capitalise(possessed(noun) if parts and tail != noun else noun), "Vekili"])
    return text


def inner_role(title: Title) -> bool:
    """Whether a title is one inside a body that was named before it in the sentence."""
    if title.body is not None or title.implied is not None:
        return False
    if title.kind_word:
        return False
    if title.role.startswith("Şube Müdür"):
        return True
    if lower(title.role).startswith(("vali", "kaymakam", "belediye", "büyükşehir", "rektör", "bakan", "il ", "ilçe ")):
        return False
    return title.noun in _INNER or title.role.startswith(("Yönetim Kurulu", "Denetim Kurulu", "Genel Sekreter"))


def is_comma(word: Word) -> bool:
    """Whether a comma stands before the word."""
    return comma(word)


def generic_subject(words: Sequence[Word]) -> bool:
    """Whether all words are generic ones."""
    generic = word_list("institution_heads", "generic") | _NO_UNIT
    return all(w.lower in generic for w in words)
