"""Keys: one fold of a body's name, made on both sides, so that spellings of it meet.

`words` drops what does not tell bodies apart (case, circumflexes, punctuation, `T.C.`, `ve`, legal
forms), joins the letters of dotted acronyms and spells abbreviations out. The key is those words
with Turkish letters; the compact key is weaker: ASCII letters without spaces, the same for
`Goc Idaresi`, `Göçİdaresi`; the bag key is ASCII words in alphabetical order.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from tutanak.errors import ResourceError
from tutanak.resources import table, word_list
from tutanak.text.fold import APOSTROPHES, ascii_fold, plain
from tutanak.text.suffixes import is_suffix

_WORD: Final = re.compile(rf"([^\W_]+)(?:[{APOSTROPHES}]([^\W_]+))?(\.?)")
_DOT_ABOVE: Final = "\u0307"
_STATE: Final = re.compile(r"^\s*t\.?\s?c\.?\s+")
# `K.lığı`, `Bşk.lığı`, `B.şehir`: what stands after the full stop belongs to the abbreviation.
_ENDING: Final = re.compile(r"(?<=\w)\.(?=l[ıiuü][ğg][ıiuü]|[şs]ehir)")


class _Rules(NamedTuple):
    dropped: frozenset[str]
    inside: frozenset[str]
    legal: frozenset[tuple[str, ...]]
    longest: int
    abbreviations: MappingProxyType[str, tuple[str, ...]]
    dotted: MappingProxyType[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    content = table("name_keys")
    maps = []
    for name in ("abbreviations", "dotted"):
        rows = content.get(name)
        if not isinstance(rows, dict) or not all(isinstance(v, str) and v for v in rows.values()):
            raise ResourceError(f"tr/name_keys.toml: [{name}] must map words to words")
        forms = {plain(short): tuple(plain(full).split()) for short, full in rows.items()}
        # Typed in ASCII they mean the same: `Mud.`, `Bsk.`.
        maps.append(
            MappingProxyType({ascii_fold(short): full for short, full in forms.items()} | forms)
        )
    endings = word_list("name_keys", "legal_forms")
    legal = frozenset(tuple(ascii_fold(form).split()) for form in endings)
    return _Rules(
        word_list("name_keys", "dropped"),
        word_list("name_keys", "dropped_inside"),
        legal,
        max(map(len, legal)),
        maps[0],
        maps[1],
    )


@lru_cache(maxsize=1)
def seats() -> frozenset[str]:
    """Keys of offices that speak for the whole body: `başkanlığı`, `türkiye ofisi`."""
    return frozenset(word_list("name_keys", "seats"))


def _surface_words(name: str) -> list[tuple[str, bool]]:
    """Folded words of a name with whether a full stop follows; suffixes after apostrophes gone."""
    text = plain(unicodedata.normalize("NFC", name)).replace(_DOT_ABOVE, "")
    text = _ENDING.sub("", _STATE.sub("", text))
    found: list[tuple[str, bool]] = []
    letters: list[str] = []
    for word, after, dot in _WORD.findall(text):
        if after and not is_suffix(after):
            word += after
        if len(word) == 1 and word.isalpha():
            letters.append(word)
            if dot:
                continue
        if letters:
            # A lone letter with a full stop is an abbreviation, several are an acronym.
            found.append(("".join(letters), len(letters) == 1 and bool(dot)))
            if len(word) == 1 and word.isalpha():
                letters = []
                continue
            letters = []
        found.append((word, bool(dot)))
    if letters:
        found.append(("".join(letters), len(letters) == 1))
    return found


def _spelt_out(name: str) -> list[str]:
    rules = _rules()
    found: list[str] = []
    surface = _surface_words(name)
    for i, (word, dot) in enumerate(surface):
        full = _full_form(word, rules.abbreviations)
        if full is None and dot:
            full = _full_form(word, rules.dotted)
        if full is not None and i + 1 < len(surface) and word + surface[i + 1][0] in full:
            full = None  # `Üniv ersitesi` is a split word, no abbreviation.
        found.extend(full or (word,))
    return found


def _full_form(word: str, forms: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    return forms.get(word) or forms.get(ascii_fold(word))


def _without_legal_form(found: list[str]) -> list[str]:
    rules = _rules()
    changed = True
    while changed and len(found) > 1:
        changed = False
        for length in range(min(rules.longest, len(found) - 1), 0, -1):
            if tuple(ascii_fold(" ".join(found[-length:])).split()) in rules.legal:
                del found[-length:]
                changed = True
                break
    return found


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words that make up the key of a name.

    `T.C. İçişleri Bakanlığı Göç İdaresi Gn. Md.` -> içişleri bakanlığı göç idaresi genel müdürlüğü.
    """
    found = _spelt_out(name)
    rules = _rules()
    kept = [
        word
        for i, word in enumerate(found)
        if word not in rules.dropped and not (i and word in rules.inside)
    ] or found
    if len(kept) > 2 and kept[:2] == ["türkiye", "cumhuriyeti"]:
        kept = kept[2:]
    return tuple(_without_legal_form(kept))


def key(name: str) -> str:
    """The key of a name: its words with Turkish letters."""
    return " ".join(words(name))


def ascii_words(folded: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a key typed in ASCII: `göç` -> `goc`."""
    return tuple(ascii_fold(" ".join(folded)).split(" "))


def compact(folded: tuple[str, ...]) -> str:
    """The compact key of a key's words."""
    return ascii_fold("".join(folded))


def bag(ascii_folded: tuple[str, ...]) -> str:
    """The bag key of ASCII words: the same for every order of them."""
    return " ".join(sorted(ascii_folded))
