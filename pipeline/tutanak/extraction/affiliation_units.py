"""A unit that a title names by its last words and the text names in full elsewhere.

`Büro Amiri` in a text of the `... Trafik Tescil ve Denetleme Büro Amirliği`, `Kadın Meclisi
Başkanı` in one of the `Nilüfer Kent Konseyi Kadın Meclisi`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from tutanak.extraction.lexicon import implied_heads, is_place_word, role_heads
from tutanak.extraction.role_bodies import SECOND
from tutanak.extraction.role_titles import Title
from tutanak.extraction.tokens import Word
from tutanak.text.fold import plain
from tutanak.text.suffixes import possessed

# (offset, name) of each body that the text names, in order
Named = Sequence[tuple[int, str]]
_CHAIRED: Final = frozenset({"başkan", "sorumlu", "koordinatör", "amir", "sekreter", "üye"})
# Words before a head that are parts of the title and say nothing of a unit
_NO_UNIT: Final = frozenset(
    {
        *("genel", "yönetim", "kurulu", "denetim", "şube", "bölge", "belediye", "büyükşehir"),
        *("daire", "meclis", "kurucu", "eş", "onursal", "kıdemli", "düzenleme", "oturum"),
        *("divan", "heyet", "heyeti", "öğretim", "proje", "program", "parti", "grup"),
    }
)


def unit_of(title: Title, sequence: Sequence[Word], names: Named) -> str | None:
    """The name of the body whose last words the title says, or None.

    Args:
        title: A title without a body.
        sequence: The words of the text.
        names: Offset and name of the bodies of the text, in order.
    """
    at = sequence[title.first].start
    for unit in _units(title, sequence):
        name = fuller(unit, names, at)
        if name is not None:
            return name
    return None


def fuller(unit: tuple[str, ...], names: Named, at: int) -> str | None:
    """The longer name that ends with the folded words of `unit`.

    The publisher's, else the last before `at`, else the only one.
    """
    longer = [(offset, name) for offset, name in names if _ends(plain(name).split(), unit)]
    if longer and longer[0][0] < 0:
        return longer[0][1]  # the publisher
    before = [name for offset, name in longer if offset < at]
    if before:
        last = plain(before[-1])
        return max((n for n in before if plain(n).endswith(last)), key=len)
    return longer[0][1] if len({plain(name) for _, name in longer}) == 1 else None


def _ends(name: list[str], unit: tuple[str, ...]) -> bool:
    if len(name) <= len(unit):
        return False
    if tuple(name[-len(unit) :]) == unit:
        return True
    if tuple(w for w in name if w in unit or not is_place_word(w)) == unit:
        return True  # Türkiye İş Kurumu Tokat İl Müdürlüğü
    # İl Müdürü: Aksaray İl Tarım ve Orman Müdürlüğü
    return (
        len(unit) == 2
        and unit[0] in ("il", "ilçe")
        and unit[0] in name[:2]
        and (name[-1] == unit[1])
    )


def _units(title: Title, sequence: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """The folded words that the name of the unit may end with, likeliest first."""
    own = [w.lower.strip(".") for w in sequence[title.first : title.last + 1]]
    if own and own[-1] == "v":
        own.pop()
    if not own or own[-1] not in role_heads():
        return
    noun = role_heads()[own[-1]].noun
    if noun in SECOND and len(own) > 1 and own[-2] in role_heads():
        own.pop()
        noun = role_heads()[own[-1]].noun
    core = own[:-1]
    led = implied_heads().get(noun)
    if core == ["şube"] and noun == "müdür":
        yield _folded(["şube", possessed("müdürlük")])
    if not core or all(word in _NO_UNIT for word in core) or is_place_word(core[0]):
        return
    if led is not None:
        yield _folded([*core, possessed(led)])
    if noun in _CHAIRED:
        yield _folded(core)
        yield _folded([*core[:-1], possessed(core[-1])])


def _folded(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(plain(part) for part in parts)
