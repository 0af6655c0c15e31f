"""Bodies that the registry does not have: one provisional organisation for all spellings of each.

Spellings are joined by the rules that link names to bodies: the same key, the same letters, the
same words, or a few letters wrong; never by a score alone. A word that the registry knows is never
read as another one, so `İzmit Vapurları Derneği` and `İzmir Vapurları Derneği` stay two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from tutanak.normalise.index import NameIndex, Words
from tutanak.normalise.keys import ascii_words, words
from tutanak.text.fold import plain, upper

if TYPE_CHECKING:
    from tutanak.normalise.registry import Registry

PREFIX: Final = "local:"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A provisional organisation: its most frequent spelling, and all with their counts.

    `id` depends on the spellings alone, never on their counts.
    """

    id: str
    name: str
    count: int
    variants: tuple[tuple[str, int], ...]


def provisional_id(name: str) -> str:
    """The id of a body that is not in the registry, made from the key of its name alone.

    Spellings with one key (case, abbreviations, legal form) share it.
    """
    return PREFIX + "-".join(words(name) or plain(name).split())


class _Real(Words):
    """Words that are no slips: those of the index, of the registry, of places small ones too."""

    def __init__(self, index: NameIndex, registry: "Registry") -> None:
        self._sites = registry.matcher.sites
        super().__init__(index, registry.matcher.names, self._sites.heads, self._sites.places)

    def __contains__(self, word: str) -> bool:
        return super().__contains__(word) or word in self._sites.near_places


def _best_spelt(registry: "Registry", name: str) -> tuple[int, bool, int, int, str]:
    """The best spelling first, whatever its count: words the registry has, case, letters."""
    names, sites = registry.matcher.names, registry.matcher.sites
    known = (names, sites.heads, sites.places)
    folded = words(name)
    strange = sum(not any(i.knows(word) for i in known) for word in ascii_words(folded))
    key = " ".join(folded)
    return strange, name == upper(name), len(key) - len(key.encode()), -len(key), name


def _rank(counts: Mapping[str, int], name: str) -> tuple[int, bool, int, str]:
    """The most frequent first; of equals, not in capitals, and with its Turkish letters."""
    return -counts[name], name == upper(name), -len(name.encode()) + len(name), name


def cluster(
    counts: Mapping[str, int], *, registry: "Registry | None" = None
) -> tuple[Cluster, ...]:
    """Provisional organisations of names that do not link, the most frequent first.

    Args:
        counts: Names with how often each was seen.
        registry: Whose words are never read as misspelt; the packaged one where missing.

    Returns:
        Clusters; the same names give the same clusters and ids in any order and any number: which
        spellings are one, and which of them makes the id, is settled without the counts.
    """
    if registry is None:
        from tutanak.normalise.registry import Registry

        registry = Registry.load()
    index = NameIndex()
    real = _Real(index, registry)
    order = sorted(counts, key=partial(_best_spelt, registry))
    groups: list[list[str]] = []
    for name in order:
        folded = words(name) or (name,)
        found = (
            index.exact.get(" ".join(folded))
            or index.by_compact(folded)
            or index.by_bag(folded)
            or tuple({number for number, _ in index.misspelt(ascii_words(folded), real)})
        )
        if len(found) == 1:
            groups[found[0]].append(name)
        else:
            index.add(folded, len(groups))
            groups.append([name])
    clusters = []
    for group in groups:
        shown = sorted(group, key=partial(_rank, counts))
        variants = tuple((name, counts[name]) for name in shown)
        total = sum(count for _, count in variants)
        clusters.append(Cluster(provisional_id(group[0]), shown[0], total, variants))
    return tuple(sorted(clusters, key=lambda one: (-one.count, one.name)))


def provisional_ids(
    counts: Mapping[str, int], *, registry: "Registry | None" = None
) -> dict[str, str]:
    """Each name's provisional organisation: `cluster`, the other way round."""
    return {name: one.id for one in cluster(counts, registry=registry) for name, _ in one.variants}
