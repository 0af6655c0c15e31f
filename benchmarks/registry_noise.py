"""Noisy spellings of listed bodies, and names that look like listed bodies and are none.

Both are drawn with a seed, so that every run sees the same names.
"""

import random
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from tutanak.normalise.keys import key
from tutanak.normalise.registry import Registry
from tutanak.resources.places import cities, districts, metropolitan, provinces
from tutanak.text.fold import ascii_fold, lower, upper
from tutanak.text.suffixes import declensions

_LETTERS: Final = "abcçdefgğhıijklmnoöprsştuüvyz"
_SHORT: Final = {
    "Genel Müdürlüğü": ("Gn. Md.", "Gen. Müd.", "Gnl. Müd.", "GM"),
    "İl Müdürlüğü": ("İl Müd.", "İl Md."),
    "Müdürlüğü": ("Müd.", "Md.", "Müdürlügü"),
    "Başkanlığı": ("Bşk.", "Başk.", "Bşk.lığı"),
    "Büyükşehir Belediyesi": ("BŞB", "B.şehir Bld.", "Büyükşehir Bld."),
    "Belediyesi": ("Bld.", "Bel."),
    "Üniversitesi": ("Üniv.", "Ünv."),
    "Bakanlığı": ("Bak.", "Bakanlığı"),
    "Ticaret ve Sanayi Odası": ("TSO",),
    "Komutanlığı": ("Kom.", "K.lığı"),
    "Organize Sanayi Bölgesi": ("OSB",),
    "Derneği": ("Der.", "Dern."),
    "Vakfı": ("Vak.",),
}
_OCR: Final = (
    ("rı", "n"),
    ("m", "rn"),
    ("l", "1"),
    ("o", "0"),
    ("ı", "l"),
    ("ş", "s"),
    ("ğ", "g"),
    ("ü", "ii"),
    ("i", "ı"),
    ("e", "c"),
    ("b", "h"),
)


class Case(NamedTuple):
    """A name to link; `id` is None where no body is meant."""

    name: str
    id: str | None
    noise: str


def _typo(name: str, random_: random.Random) -> str:
    words = name.split(" ")
    long = [i for i, word in enumerate(words) if len(word) >= 5]
    if not long:
        return name
    at = random_.choice(long)
    word = words[at]
    i = random_.randrange(len(word) - 1)
    letter = random_.choice(_LETTERS)
    change = random_.randrange(4)
    if change == 0:
        word = word[:i] + word[i + 1 :]
    elif change == 1:
        word = word[:i] + letter + word[i:]
    elif change == 2:
        word = word[:i] + letter + word[i + 1 :]
    else:
        word = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    words[at] = word
    return " ".join(words)


def _ocr(name: str, random_: random.Random) -> str:
    able = [(a, b) for a, b in _OCR if a in name[1:]]
    if not able:
        return name
    seen, read = random_.choice(able)
    spots = [m.start() for m in re.finditer(seen, name) if m.start() > 0]
    spot = random_.choice(spots)
    return name[:spot] + read + name[spot + len(seen) :]


def _split(name: str, random_: random.Random) -> str:
    words = name.split(" ")
    long = [i for i, word in enumerate(words) if len(word) >= 8]
    if not long:
        return name
    at = random_.choice(long)
    cut = random_.randrange(3, len(words[at]) - 3)
    words[at] = f"{words[at][:cut]} {words[at][cut:]}"
    return " ".join(words)


def _join(name: str, random_: random.Random) -> str:
    words = name.split(" ")
    if len(words) < 2:
        return name
    at = random_.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + lower(words[at + 1]), *words[at + 2 :]])


def _abbreviate(name: str, random_: random.Random) -> str:
    for full, short in _SHORT.items():
        if name.endswith(full) and name != full:
            return name[: -len(full)] + random_.choice(short)
    return name


def _reorder(name: str, random_: random.Random) -> str:
    words = name.split(" ")
    if len(words) < 3:
        return name
    return " ".join([*words[1:], words[0]])


def _decline(name: str, random_: random.Random) -> str:
    head, _, last = name.rpartition(" ")
    if not head or lower(last)[-1] not in "ıiuü":
        return name
    forms = [form for form, case in declensions(lower(last), possessed=True) if case != "nom"]
    return f"{head} {last[0]}{random_.choice(forms)[1:]}"


def _twice(name: str, random_: random.Random) -> str:
    return _typo(_typo(name, random_), random_) if len(name) > 24 else _typo(name, random_)


Rule = Callable[[str, random.Random], str]
RULES: Final[dict[str, Rule]] = {
    "capitals": lambda name, _: upper(name),
    "lower": lambda name, _: lower(name),
    "ascii": lambda name, _: " ".join(word.capitalize() for word in ascii_fold(name).split(" ")),
    "ascii capitals": lambda name, _: ascii_fold(name).upper(),
    "typo": _typo,
    "two typos": _twice,
    "ocr": _ocr,
    "split": _split,
    "joined": _join,
    "abbreviated": _abbreviate,
    "order": _reorder,
    "state": lambda name, _: f"T.C. {name}",
    "declined": _decline,
    "ascii and typo": lambda name, r: _typo(ascii_fold(name).upper(), r),
    "abbreviated and typo": lambda name, r: _typo(_abbreviate(name, r), r),
    "state and capitals": lambda name, _: f"T.C.\n{upper(name)}".replace("\n", " "),
}


def noisy(registry: Registry, count: int, seed: int) -> list[Case]:
    """Spellings of bodies that their plain name alone settles, each changed by one rule."""
    random_ = random.Random(seed)
    listed = [body for body in registry.bodies() if body.source != "composed"]
    composed = [body for body in registry.bodies() if body.source == "composed"]
    found: list[Case] = []
    while len(found) < count:
        body = random_.choice(listed if random_.random() < 0.5 else composed)
        if registry.link(body.name).id != body.id:
            continue
        rule = random_.choice(list(RULES))
        name = RULES[rule](body.name, random_)
        if name != body.name:
            found.append(Case(name, body.id, rule))
    return found


def _recombined(names: list[str], random_: random.Random) -> Case:
    """The beginning of one listed name with the head of another."""
    one, other = random_.choice(names).split(" "), random_.choice(names).split(" ")
    return Case(" ".join([*one[:-1], other[-1]]), None, "recombined")


def strangers(registry: Registry, count: int, seed: int) -> list[Case]:
    """Names of the same make that no listed body bears."""
    random_ = random.Random(seed)
    names = [body.name for body in registry.bodies() if body.source != "composed"]
    outer = sorted(provinces())
    inner = sorted(set(districts()) - provinces())
    abroad = sorted(cities())
    near = sorted(
        n for n in inner if any(_alike(n, other) for other in outer + inner if n != other)
    )
    makers: list[Callable[[], Case]] = [
        lambda: Case(f"{random_.choice(near)} Valiliği", None, "district as province"),
        lambda: Case(f"{random_.choice(inner)} Valiliği", None, "district as province"),
        lambda: Case(f"{random_.choice(outer)} Kaymakamlığı", None, "province as district"),
        lambda: Case(f"{random_.choice(abroad)} Belediyesi", None, "abroad"),
        lambda: Case(
            f"{random_.choice(inner)} Büyükşehir Belediyesi", None, "district, metropolitan"
        ),
        lambda: Case(f"{random_.choice(inner)} Barosu", None, "district's bar"),
        lambda: Case(f"{random_.choice(inner)} Üniversitesi", None, "district's university"),
        lambda: Case(f"{random_.choice(inner)} Kalkınma Ajansı", None, "district's agency"),
        lambda: Case(
            f"{random_.choice(sorted(set(outer) - metropolitan()))} Büyükşehir Belediyesi",
            None,
            "province, metropolitan",
        ),
        lambda: Case(
            f"Karayolları {random_.randrange(19, 60)}. Bölge Müdürlüğü", None, "another number"
        ),
        lambda: Case(f"DSİ {random_.randrange(27, 60)}. Bölge Müdürlüğü", None, "another number"),
        lambda: _recombined(names, random_),
        lambda: _recombined(names, random_),
        lambda: _dropped_word(names, random_),
        lambda: _swapped_word(names, random_),
        lambda: _swapped_word(names, random_),
    ]
    known = {key(body.name) for body in registry.bodies()}
    known |= {key(alias) for alias in registry.all_aliases()}
    found: dict[str, Case] = {}
    while len(found) < count:
        case = random_.choice(makers)()
        if key(case.name) not in known and len(case.name.split(" ")) > 1:
            found.setdefault(case.name, case)
    return list(found.values())


def _alike(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) < 2 and one[:3] == other[:3]


def _dropped_word(names: list[str], random_: random.Random) -> Case:
    words = random_.choice([name for name in names if name.count(" ") > 2]).split(" ")
    at = random_.randrange(1, len(words) - 1)
    return Case(
        " ".join(w for i, w in enumerate(words) if i != at and w != "ve"), None, "a word less"
    )


def _swapped_word(names: list[str], random_: random.Random) -> Case:
    names = [name for name in names if name.count(" ") > 1]
    words, others = random_.choice(names).split(" "), random_.choice(names).split(" ")
    words[random_.randrange(len(words) - 1)] = random_.choice(others[:-1])
    return Case(" ".join(words), None, "another word")
