"""Titles told by a clause before the name: `Kilis Vali Yardımcısı olarak görev yapan X`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tutanak.extraction.lexicon import institution_heads, role_heads
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.role_titles import Bodies, Title
from tutanak.extraction.roles import title_ending
from tutanak.extraction.tokens import Word
from tutanak.text.fold import capitalise
from tutanak.text.suffixes import possessed

_SERVING: Final = frozenset(
    ["yapan", "çalışan", "bulunan", "görevlendirilen", "katılan", "atanan", "seçilen"]
)
_CHOSEN: Final = frozenset(["seçilen", "atanan", "getirilen", "görevlendirilen"])
_HOLDING: Final = frozenset(["yürüten", "sürdüren", "yapan", "üstlenen"])
_SPEAKING: Final = frozenset(["konuşan", "katılan"])
_BETWEEN: Final = 3  # words between a title and the verb of its clause
# -lık behind the noun of a title, with marker and case: `Başkan|lığına`, `Sekreter|lik`
_OFFICE: Final = re.compile(r"l[ıiuü](?:k|ğ(?P<marker>[ıiuü])(?:n[aeıiuü]?)?|ğ[ae])")


def title_told(words: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """The title of the clause that ends right before word `k`, or None."""
    if k < 2 or not adjacent(words[k]) or words[k - 1].shape != "lower":
        return None
    verb = words[k - 1].lower
    if verb == "olan" and adjacent(words[k - 1]):
        return title_ending(words, k - 2, bodies)
    if verb in _SERVING:
        for at in range(k - 2, max(0, k - 3 - _BETWEEN), -1):
            if words[at].lower == "olarak" and adjacent(words[at]):
                return title_ending(words, at - 1, bodies)
    office = k - 2
    if verb in _HOLDING and words[office].lower in ("görevini", "görevlerini"):
        office -= 1
    elif verb not in _CHOSEN:
        return None
    elif words[office].lower in ("görevine", "görevlerine"):
        office -= 1
    while office > 0 and words[office].lower in ("yeniden", "tekrar", "oybirliğiyle", "vekaleten"):
        office -= 1
    return _from_office(words, office, bodies) if office >= 0 else None


def office_at(words: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """The title of the office that word `k` names in the dative: `üyeliğine`, `Başkanlığı'na`."""
    word = words[k]
    whole = word.lower + word.suffix if word.suffix in ("na", "ne") else word.lower
    if not whole.endswith(_DATIVES) or (word.suffix and whole == word.lower):
        return None
    return title_ending(words, k, bodies, label=True)


def held_office(words: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """The title of who holds the office at word `k`, in whatever case: `Genel Sekreterliğini`."""
    return _from_office(words, k, bodies)


_DATIVES: Final = (
    *("lığına", "liğine", "luğuna", "lüğüne", "lığa", "liğe", "luğa", "lüğe"),
    *("lıklarına", "liklerine", "luklarına", "lüklerine", "lıklara", "liklere"),
)


def _from_office(words: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """`Sivas Barosu Başkanlığına`: the title of who holds the office that word `k` names."""
    word = words[k]
    for n in range(len(word.lower) - 3, 3, -1):
        rest = _OFFICE.fullmatch(word.lower[n:])
        if rest is not None and word.lower[:n] in role_heads():
            noun = word.lower[:n]
            break
    else:
        return None
    form = possessed(noun) if rest["marker"] else noun
    holder = replace(word, text=capitalise(form), lower=form, suffix="", shape=word.shape)
    changed = [*words[:k], holder, *words[k + 1 :]]
    body = bodies.at.get(k)
    if body is None:
        return title_ending(changed, k, bodies, label=True)
    first = bodies.first[body]
    for end in range(k - 1, first - 1, -1):
        head = institution_heads().get(words[end].lower)
        if head is not None and head.case == "nom" and head.level == 0:
            name = " ".join(w.text for w in words[first : end + 1])
            role = " ".join([*(w.text for w in words[end + 1 : k]), capitalise(noun)])
            return _title(first, k, role, noun, None, name)
    return _title(k, k, capitalise(noun), noun, body, None)


def _title(
    first: int, last: int, role: str, noun: str, body: int | None, implied: str | None
) -> Title:
    return Title(first, last, role, body, implied, ours=False, plural=False, bare=False, noun=noun)


_FOR: Final = ("adına", "temsilen")
_SPOKEN: Final = 4  # words of `temsilen kürsüye çıkan`


def body_spoken_for(words: Sequence[Word], k: int, bodies: Bodies) -> int | None:
    """The body in `X Derneği adına (konuşan) A` before word `k`, or None."""
    at = k - 1
    if at >= 2 and words[at].lower in _SPEAKING and words[at - 1].lower in _FOR:
        at -= 1
    elif at >= 3 and [w.lower for w in words[at - 1 : at + 1]] == ["söz", "alan"]:
        at -= 2
    elif words[at].shape == "lower" and words[at].lower.endswith(("an", "en")):
        told = [n for n in range(max(1, at - _SPOKEN), at) if words[n].lower in _FOR]
        near = words[told[-1] + 1 : at] if told else ()
        at = told[-1] if told and all(w.shape == "lower" and adjacent(w) for w in near) else at
    if at < 1 or words[at].lower not in _FOR or not adjacent(words[at]):
        return None
    return bodies.at.get(at - 1)


def body_owning(words: Sequence[Word], k: int, bodies: Bodies) -> int | None:
    """The body in `X Derneği'nin Van'daki | temsilcisi` before word `k`, or None."""
    at = k - 1
    if at < 1 or not adjacent(words[k]) or not _stands_there(words[at]):
        return None
    while at > 0 and k - at <= _PLACE and adjacent(words[at]) and words[at].capital:
        at -= 1
        body = bodies.ending_at(at)
        if body is not None:
            return body if _owns(words[at]) else None
    return None


_PLACE: Final = 3  # words of a place
_THERE: Final = ("daki", "deki", "taki", "teki")


def _stands_there(word: Word) -> bool:
    return (word.suffix or word.lower).endswith(_THERE)


def _owns(word: Word) -> bool:
    if word.suffix:
        return word.suffix.endswith(("ın", "in", "un", "ün"))
    head = institution_heads().get(word.lower)
    return head is not None and head.case == "gen"


def party_of(words: Sequence[Word], k: int, bodies: Bodies) -> int | None:
    """The party in `CHP'li | Meclis Üyesi` before word `k`, or None."""
    if k == 0 or not adjacent(words[k]) or words[k - 1].suffix not in ("li", "lı", "lu", "lü"):
        return None
    return bodies.ending_at(k - 1)


def member_of_party(words: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """`MHP'li üye`, `CHP'li aday` that ends at word `k`: what somebody is for a party, or None."""
    if k < 1 or words[k].lower not in _MEMBERS:
        return None
    party = party_of(words, k, bodies)
    if party is None:
        return None
    return _title(k, k, capitalise(words[k].lower), words[k].lower, party, None)


_MEMBERS: Final = ("üye", "aday")
