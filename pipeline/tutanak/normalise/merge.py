"""Mentions to bodies and persons of one document: which places in the text mean the same."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tutanak.records import InstitutionMention, Link, PersonMention
from tutanak.text.fold import plain

_T_C: Final = re.compile(r"\bt\.?\s?c\.?(?=\s)")
_NOT_WORD: Final = re.compile(r"[^\w]+")
_OFFICE: Final = frozenset({"ofisi", "temsilciliği", "bürosu", "rektörlüğü"})

_OFFICE_TAILS: Final = tuple([word] for word in sorted(_OFFICE))


def name_key(name: str) -> str:
    """The words of a name in one fold: what two mentions of one body have in common."""
    return _NOT_WORD.sub(" ", _T_C.sub(" ", plain(name))).strip()


@dataclass(slots=True)
class InstitutionGroup:
    """One body: its mentions (indexes), in text order, and its fullest name."""

    mentions: list[int]
    name: str
    aliases: tuple[str, ...]
    link: Link


class _Sets:
    def __init__(self, n: int) -> None:
        self._parent = list(range(n))

    def find(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        a, b = self.find(i), self.find(j)
        if a != b:
            self._parent[max(a, b)] = min(a, b)


def group_institutions(
    mentions: Sequence[InstitutionMention], link: Callable[[str], Link]
) -> list[InstitutionGroup]:
    """Mentions that mean one body, in the order of their first mention.

    Joined by: what the text says (`same_as`), the same name, the same body in the registry, a
    short form that ends only one longer name, an office of a body.
    """
    sets = _Sets(len(mentions))
    keys = [name_key(m.name) for m in mentions]
    links = {name: link(name) for name in {m.name for m in mentions}}
    first_of: dict[str, int] = {}
    first_id: dict[str, int] = {}
    for i, mention in enumerate(mentions):
        if mention.same_as is not None:
            sets.join(i, mention.same_as)
        if mention.form != "short":
            sets.join(first_of.setdefault(keys[i], i), i)
        body = links[mention.name].id
        if body is not None and mention.form != "implied":
            sets.join(first_id.setdefault(body, i), i)
    _join_short_forms(mentions, keys, links, sets)
    groups: dict[int, list[int]] = {}
    for i in range(len(mentions)):
        groups.setdefault(sets.find(i), []).append(i)
    return [
        _group(mentions, rows, links)
        for _, rows in sorted(groups.items(), key=lambda g: min(mentions[i].span for i in g[1]))
    ]


def _join_short_forms(
    mentions: Sequence[InstitutionMention], keys: Sequence[str], links: dict[str, Link], sets: _Sets
) -> None:
    by_key: dict[str, int] = {}
    for i, key in enumerate(keys):
        by_key.setdefault(key, i)
    for key, i in by_key.items():
        words = key.split()
        if len(words) > 1 and (words[-1] in _OFFICE or words[-1] == "türkiye"):
            for n in range(len(words) - 1, 0, -1):
                owner = by_key.get(" ".join(words[:n]))
                if owner is not None and owner != i:
                    sets.join(i, owner)
                    break
        longer = {
            sets.find(j)
            for other, j in by_key.items()
            if other.endswith(" " + key)
            and _compatible(links[mentions[i].name], links[mentions[j].name])
            and (links[mentions[i].name].id is None or _has_parent(other.removesuffix(" " + key)))
        }
        for other, j in by_key.items():
            if i < j and _one_spelling(words, other.split()):
                sets.join(i, j)
        if len(words) > 1 and len(longer - {sets.find(i)}) == 1:
            sets.join(i, longer.pop())


def _has_parent(before: str) -> bool:
    """Whether the words before a body of the registry are its parent.


    `Göller Yöresi | Doğa Derneği` is another body than the `Doğa Derneği` of the registry.
    """
    last = before.split()[-1] if before else ""
    return before == "" or last.endswith(_PARENTS) or (len(last) < 6 and " " not in before)


_PARENTS: Final = (
    *("bakanlığı", "başkanlığı", "belediyesi", "valiliği", "kaymakamlığı", "müdürlüğü"),
    *("üniversitesi", "fakültesi", "kurumu", "idaresi", "örgütü", "birliği", "milletler"),
    *("ili", "ilçesi", "türkiye", "cumhuriyeti"),
)


def _one_spelling(one: Sequence[str], other: Sequence[str]) -> bool:
    """`ODTÜ Mezunları Derneği` and `ODTÜ Mezunlar Derneği`: word for word but for an ending."""
    if len(one) != len(other) or len(one) < 3 or one == other:
        return False
    if one[0] != other[0] or one[-1] != other[-1]:
        return False
    return all(
        a == b or (len(a) > 6 and len(b) > 6 and a[:6] == b[:6] and abs(len(a) - len(b)) <= 2)
        for a, b in zip(one, other, strict=True)
    )


def _compatible(one: Link, other: Link) -> bool:
    return one.id is None or other.id is None or one.id == other.id or one.method == "ambiguous"


def _group(
    mentions: Sequence[InstitutionMention], rows: Sequence[int], links: dict[str, Link]
) -> InstitutionGroup:
    ordered = sorted(rows, key=lambda i: mentions[i].span)
    named = (
        [i for i in ordered if mentions[i].form in ("full", "relative")]
        or [i for i in ordered if mentions[i].form == "implied"]
        or ordered
    )
    own = [i for i in named if name_key(mentions[i].name).split()[-1:] not in _OFFICE_TAILS]
    best = max(own or named, key=lambda i: (len(name_key(mentions[i].name)), -i))
    name = mentions[best].name
    aliases: dict[str, str] = {}
    for i in ordered:
        aliases.setdefault(name_key(mentions[i].name), mentions[i].name)
    aliases.pop(name_key(name), None)
    link = links[name]
    if link.id is None:
        link = next((links[mentions[i].name] for i in ordered if links[mentions[i].name].id), link)
    return InstitutionGroup(list(ordered), name, tuple(aliases.values()), link)


@dataclass(slots=True)
class PersonGroup:
    """One person: mentions (indexes) in text order."""

    mentions: list[int]
    best: int


def group_people(mentions: Sequence[PersonMention]) -> list[PersonGroup]:
    """Mentions that mean one person: the same name, or a surname that only one of them bears."""
    groups: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        if not mention.surname_only:
            groups.setdefault(name_key(mention.name), []).append(i)
    surnames: dict[str, list[str]] = {}
    for key in groups:
        surnames.setdefault(key.split()[-1], []).append(key)
    for i, mention in enumerate(mentions):
        if mention.surname_only:
            owners = surnames.get(name_key(mention.name).split()[-1], [])
            if len(owners) == 1:
                groups[owners[0]].append(i)
    result = []
    for rows in groups.values():
        ordered = sorted(rows, key=lambda i: mentions[i].span)
        full = [i for i in ordered if not mentions[i].surname_only]
        result.append(PersonGroup(ordered, full[0]))
    return sorted(result, key=lambda g: mentions[g.mentions[0]].span)
