"""Words of meetings, unfolded from `tr/meeting_types.toml` and `tr/meeting_cues.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from tutanak.resources import table, word_list
from tutanak.text.suffixes import Case, declensions, plural, possessed, possessed_plural

Group = Literal["meetings", "gatherings", "parts", "generic"]
GROUPS: Final[tuple[Group, ...]] = ("generic", "parts", "gatherings", "meetings")


@dataclass(frozen=True, slots=True)
class EventForm:
    """A form of an event noun. `before`: the words that must stand before it (`genel` of `genel
    kurul`). `length`: characters of its last word that are the nominative."""

    noun: str
    group: Group
    before: tuple[str, ...]
    case: Case
    plural: bool
    marked: bool
    ours: bool
    length: int
    needs_title: bool = False


def _ours(noun: str) -> str:
    marked = possessed(noun)
    return (
        noun + "m" + marked[-1] + "z" if noun[-1] in "aeıioöuü" else marked + "m" + marked[-1] + "z"
    )


def _rows(noun: str) -> list[tuple[str, bool, bool, bool]]:
    """Nominatives with: marked, plural, ours. Later rows win over homographs of earlier ones."""
    many = plural(noun)
    ours_many = possessed_plural(noun) + "m" + possessed_plural(noun)[-1] + "z"
    return [
        (many, False, True, False),
        (ours_many, False, True, True),
        (possessed_plural(noun), True, True, False),
        (noun, False, False, False),
        (_ours(noun), False, False, True),
        (possessed(noun), True, False, False),
    ]


def _softened(noun: str) -> list[tuple[str, Case]]:
    """Cases of a bare noun that softens its last consonant: `etkinliğe`, `etkinliğin`."""
    marked = possessed(noun)
    if marked.startswith(noun):
        return []
    vowel = marked[-1]
    back = "a" if vowel in "ıu" else "e"
    return [(marked[:-1] + back, "dat"), (f"{marked}n", "gen")]


@lru_cache(maxsize=1)
def event_forms() -> Mapping[str, tuple[EventForm, ...]]:
    """Folded word -> the event nouns that it may end, those of more words first."""
    spellings: dict[str, str] = table("meeting_types")["spellings"]
    fronted: dict[str, str] = table("meeting_types")["fronted"]
    found: dict[str, dict[tuple[str, ...], EventForm]] = {}
    for group in GROUPS:
        for head in sorted(word_list("meeting_types", f"{group}")):
            *before, last = head.split("-")
            noun = spellings.get(head, head).replace("-", " ")
            twin = fronted.get(last, last)  # takes its front endings: `festivali`
            for nominative, marked, many, ours in _rows(twin):
                for ending, case in declensions(nominative, possessed=marked):
                    form = ending if twin == last else last + ending[len(last) :]
                    row = EventForm(
                        noun, group, tuple(before), case, many, marked, ours, len(nominative)
                    )
                    slot = found.setdefault(form, {})
                    if row.before not in slot or case == "nom" or slot[row.before].case != "nom":
                        slot[row.before] = row
            for form, case in _softened(last):
                row = EventForm(noun, group, tuple(before), case, False, False, False, len(last))
                found.setdefault(form, {}).setdefault(row.before, row)
    for head, noun in table("meeting_types")["titled"].items():
        for form, case in declensions(head, possessed=True):
            row = EventForm(noun, "generic", (), case, True, True, False, len(head), True)
            found.setdefault(form, {}).setdefault((), row)
    return {
        form: tuple(sorted(rows.values(), key=lambda row: -len(row.before)))
        for form, rows in found.items()
    }


@lru_cache(maxsize=1)
def called() -> Mapping[str, frozenset[str]]:
    """Event noun -> other nouns that may take it up later in the text."""
    rows = {head.replace("-", " "): names for head, names in table("meeting_types")["same"].items()}
    return {head: frozenset(n.replace("-", " ") for n in names) for head, names in rows.items()}


@lru_cache(maxsize=1)
def type_modifiers() -> frozenset[str]:
    """Folded words, and `-`-joined pairs of them, that stay before a head in its type."""
    return word_list("meeting_types", "modifiers")


@cache
def cues(key: str) -> frozenset[str]:
    """A list of words of the cue table."""
    return word_list("meeting_cues", key)


@lru_cache(maxsize=1)
def compound_tails() -> re.Pattern[str]:
    """What a folded word begins with if it makes another thing of a bare event noun before it."""
    stems = sorted(word_list("meeting_types", "tails"), key=len, reverse=True)
    soft = {stem[:-1] + "ğ" for stem in stems if stem.endswith("k") and len(stem) > 3}
    endings = r"(?:[sy]?[ıiuü]n?[ıiuü]?n?|l[ae]r\w*|[sn]?[ıiuü]nd[ae]\w*|[sn]?[ıiuü]n[ae])?"
    return re.compile(rf"(?:{'|'.join(map(re.escape, [*stems, *sorted(soft)]))}){endings}")


@lru_cache(maxsize=1)
def venue_forms() -> Mapping[str, Case]:
    """Folded case forms of nouns that name places to meet in: `salonunda` -> locative."""
    found: dict[str, Case] = {}
    for head in sorted(word_list("meeting_cues", "venues")):
        noun = head.split("-")[-1]
        for nominative, marked in (
            (noun, False),
            (possessed(noun), True),
            (possessed_plural(noun), True),
        ):
            for form, case in declensions(nominative, possessed=marked):
                found[form] = case
    return found


def in_place(word: str) -> bool:
    """Whether a folded word is a noun of a place in the locative: `salonunda`, `mahallesinde`."""
    return venue_forms().get(word) in ("loc", "ki")
