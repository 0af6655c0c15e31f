"""Offices that the text gives to people by a verb: `A ve B denetim kurulu üyeliğine seçildi`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tutanak.extraction.lexicon import institution_heads, role_heads
from tutanak.extraction.person_bearers import GUESTS, Bearer, use
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.role_relatives import held_office, office_at
from tutanak.extraction.role_spelling import spell
from tutanak.extraction.role_titles import Bodies, Title
from tutanak.extraction.roles import title_ending
from tutanak.extraction.tokens import Word
from tutanak.text.fold import capitalise

_CHOSEN: Final = ("seçil", "getiril", "atan", "görevlendiril", "layık")
_SITTING: Final = ("yer aldı", "yer alıyor", "görev yap", "görev al", "bulunuyor", "oluş")
_AFTER_OFFICE: Final = 4  # words between an office and the verb
_BEFORE_OFFICE: Final = 8  # words between the last name and the office: `71 oyla yeniden`
_BOARDS: Final = frozenset({"kurul", "heyet", "komisyon", "komite", "divan", "konsey"})


def add_elected(sequence: Sequence[Word], people: Sequence[Bearer], bodies: Bodies) -> None:
    """Give untitled people the office or the seat on a board that a verb gives them."""
    found = (
        *_offices(sequence, people, bodies),
        *_told_as(sequence, people, bodies),
        *_carried(sequence, people, bodies),
        *_sent_as(sequence, people, bodies),
    )
    for title, near in (*found, *_seats(sequence, people, bodies)):
        for person in near:
            if not person.titles:
                person.titles.append(title)
                if person.body is None or title.body is not None:
                    use(person, title)  # else: A (İzmir Barosu), who comes from a body
    for before, person in pairwise(people):
        _share_pair(sequence, before, person)
        chief = before.titles[0].role if before.titles else ""
        own = person.titles[0] if person.titles else None
        beside = sequence[before.name.last].sentence == sequence[person.name.first].sentence
        if own is None or not (own.role == "Üye" and own.plural):
            continue
        if beside and chief.startswith("Divan"):
            person.titles[0] = replace(own, role="Divan Üyesi")


def _offices(
    sequence: Sequence[Word], people: Sequence[Bearer], bodies: Bodies
) -> Iterator[tuple[Title, list[Bearer]]]:
    """`A, B ve C yönetim kurulu üyeliklerine seçildi`: the office behind the names."""
    for i in range(2, len(sequence)):
        if not _chosen_after(sequence, i):
            continue
        title = office_at(sequence, i, bodies)
        if title is None:
            continue
        first = title.first if title.body is None else bodies.first[title.body]
        first = max([first, *(p.name.last + 1 for p in people if p.name.last < i)])
        near = _list_before(sequence, people, first)
        if not near:
            near = [p for p in people if p.name.first == i + 1 or p.name.first == i + 2]
            near = near if near and near[0].name.title_first <= i + 2 else []
        if near:
            yield title, near


def _carried(
    sequence: Sequence[Word], people: Sequence[Bearer], bodies: Bodies
) -> Iterator[tuple[Title, list[Bearer]]]:
    """`derneğin başkanlığını A, saymanlığını ise B yürütecek`: offices in the accusative."""
    for i in range(len(sequence) - 2):
        word = sequence[i]
        if word.suffix or not word.lower.endswith(("lığını", "liğini", "luğunu", "lüğünü")):
            continue
        if (i > 0 and sequence[i - 1].lower in _OF_MEETINGS) or not _does(sequence, i):
            continue
        behind = i + 2 if sequence[i + 1].lower in ("ise", "da", "de") else i + 1
        near = [p for p in people if p.name.title_first == behind]
        title = held_office(sequence, i, bodies)
        if near and title is not None and title.noun not in GUESTS:
            yield title, near


_OF_MEETINGS: Final = frozenset({"oturum", "divan", "panel", "toplantı", "kurul", "sempozyum"})
_DOING: Final = ("yürüt", "üstlen", "yapacak", "yapıyor", "yapmakta", "sürdür")
_FAR: Final = 24  # words from an office to the verb of its clause


def _does(sequence: Sequence[Word], i: int) -> bool:
    """Whether a verb of holding an office follows word `i` in its sentence."""
    after = [w for w in sequence[i + 1 : i + _FAR] if w.sentence == sequence[i].sentence]
    return any(w.lower.startswith(_DOING) for w in after)


def _share_pair(sequence: Sequence[Word], before: Bearer, person: Bearer) -> None:
    """`divan üyeliğine A ve B seçildi`: an office that several hold, in the singular."""
    title = before.titles[0] if before.titles else None
    if title is None or person.titles or title.noun not in _OF_SEVERAL:
        return
    last = before.name.last
    paired = person.name.title_first == last + 2 and sequence[last + 1].lower in ("ve", "ile")
    given = sequence[title.last].lower.endswith(("ğına", "ğine", "ğuna", "ğüne"))
    if paired and given and _chosen_after(sequence, person.name.last):
        person.titles.append(title)
        use(person, title)


_OF_SEVERAL: Final = frozenset({"üye", "yardımcı", "vekil", "katip", "kâtip", "yazman", "delege"})


def _sent_as(
    sequence: Sequence[Word], people: Sequence[Bearer], bodies: Bodies
) -> Iterator[tuple[Title, list[Bearer]]]:
    """`Bakanlık Temsilcisi olarak İl Müdürlüğü'nden A görev yaptı`: the office before the body."""
    for person in people:
        at = bodies.first.get(person.body, 0) if person.body is not None else 0
        if person.titles or at < 2 or at > person.name.first or sequence[at - 1].lower != "olarak":
            continue
        office = title_ending(sequence, at - 2, bodies)
        if office is None or office.noun in GUESTS or office.plural:
            continue
        own = sequence[office.first : office.last + 1]
        role = " ".join(capitalise(w.lower) for w in own) if office.kind_word else office.role
        yield replace(office, role=role, body=None, implied=None), [person]


def _told_as(
    sequence: Sequence[Word], people: Sequence[Bearer], bodies: Bodies
) -> Iterator[tuple[Title, list[Bearer]]]:
    """`A divan başkanı, B ve C divan üyesi olarak seçildi`: offices before `olarak`."""
    for i in range(2, len(sequence) - 1):
        told_as = sequence[i + 1].lower == "olarak" and _chosen_after(sequence, i + 1)
        if not (told_as or _made(sequence, i)):
            continue
        end: int | None = i
        while end is not None:
            title = title_ending(sequence, end, bodies, label=True)
            first = max((p.name.last + 1 for p in people if p.name.last < end), default=0)
            near = _list_before(sequence, people, first) if title is not None else []
            if title is None or not near or title.last < first:
                break
            if sequence[near[-1].name.last].sentence != sequence[end].sentence:
                break
            yield _from(sequence, first, title), near
            k = near[-1].name.title_first
            end = k - 1 if k > 1 and sequence[k].gap.strip() in (",", ";") else None


def _made(sequence: Sequence[Word], i: int) -> bool:
    """`A yeniden | şube başkanı seçildi`: a post in the nominative right before the verb."""
    post = role_heads().get(sequence[i].lower)
    chosen = sequence[i + 1].lower.startswith(("seçil", "atan")) and adjacent(sequence[i + 1])
    return chosen and post is not None and post.case == "nom" and not sequence[i].suffix


def _from(sequence: Sequence[Word], first: int, title: Title) -> Title:
    """The title without what stands before word `first`: the names that it is given to."""
    if title.first >= first:
        return title
    behind = title_ending(sequence[first:], title.last - first, Bodies({}, {}, {}), label=True)
    if behind is None:
        return title
    return replace(behind, first=behind.first + first, last=behind.last + first)


def _chosen_after(sequence: Sequence[Word], i: int) -> bool:
    """Whether a verb of choosing follows word `i` in its sentence, names aside."""
    after = sequence[i + 1 : i + 2 + _AFTER_OFFICE]
    own = [w for w in after if w.sentence == sequence[i].sentence]
    return any(w.lower.startswith(_CHOSEN) for w in own)


def _list_before(sequence: Sequence[Word], people: Sequence[Bearer], k: int) -> list[Bearer]:
    """The people of one list that ends a few words before word `k`, all without titles."""
    near: list[Bearer] = []
    for person in reversed(people):
        last = person.name.last
        if last >= k:
            continue
        reach = _BEFORE_OFFICE if not near else 2
        if k - last - 1 > reach or sequence[last].sentence != sequence[k].sentence:
            break
        if person.titles or sequence[last].suffix:
            break
        if near and not _joined(sequence, last, k):
            break
        near.append(person)
        k = person.name.title_first
    return near


def _joined(sequence: Sequence[Word], last: int, k: int) -> bool:
    between = [w.lower for w in sequence[last + 1 : k]]
    return between in ([], ["ve"], ["ile"])


def _seats(
    sequence: Sequence[Word], people: Sequence[Bearer], bodies: Bodies
) -> Iterator[tuple[Title, list[Bearer]]]:
    """`Yönetim kuruluna A, B ve C seçildi`, `Yönetim Kurulunda A ve B yer aldı`."""
    for i in range(1, len(sequence)):
        head = institution_heads().get(sequence[i].lower)
        cased = sequence[i].suffix in ("na", "ne", "nda", "nde")
        if head is None or head.noun not in _BOARDS:
            continue
        made = _made_of(sequence, i)
        if made is not None:
            near = _list_after(sequence, people, made)
            if len(near) > 1:
                yield _member(sequence, i, head.length, bodies), near
            continue
        near = _list_after(sequence, people, i)
        if len(near) < 2:
            continue
        last = near[-1].name.last
        made_up = head.case == "nom" and sequence[last].suffix.endswith(
            ("dan", "den", "tan", "ten")
        )
        if not (made_up or ((head.case in ("dat", "loc") or cased) and _sits(sequence, last))):
            continue
        yield _member(sequence, i, head.length, bodies), near


def _made_of(sequence: Sequence[Word], i: int) -> int | None:
    """The verb in `yürütme kurulu ise şu isimlerden oluştu: A, B`, before the colon; or None."""
    for k in range(i + 1, min(i + _AFTER_BOARD, len(sequence) - 1)):
        if sequence[k].capital or sequence[k].sentence != sequence[i].sentence:
            return None
        if sequence[k].lower.startswith("oluş"):
            return k if ":" in sequence[k + 1].gap else None
    return None


_AFTER_BOARD: Final = 7  # words from a board to the verb that says who it is


def _sits(sequence: Sequence[Word], last: int) -> bool:
    """Whether the verb behind a list of names gives them seats."""
    rest = [w for w in sequence[last + 1 : last + 7] if w.sentence == sequence[last].sentence]
    told = " ".join(w.lower for w in rest)
    return any(w.lower.startswith(_CHOSEN) for w in rest) or any(s in told for s in _SITTING)


def _list_after(sequence: Sequence[Word], people: Sequence[Bearer], i: int) -> list[Bearer]:
    """The list of people that begins right behind word `i`, or behind a few small words."""
    near: list[Bearer] = []
    k = i + 1
    for person in people:
        if person.name.title_first < i:
            continue
        gap = person.name.title_first - k
        if gap < 0 or gap > (4 if not near else 1):
            break
        if sequence[person.name.first].sentence != sequence[i].sentence:
            break
        small = [w for w in sequence[k : person.name.title_first] if w.capital]
        if small:
            break
        near.append(person)
        k = person.name.last + 1
        while k < len(sequence) and sequence[k].gap.strip() == "(":
            while k < len(sequence) and ")" not in sequence[k].gap:
                k += 1
    return near


def _member(sequence: Sequence[Word], i: int, length: int, bodies: Bodies) -> Title:
    """The seat on the board that ends at word `i`."""
    whole = bodies.at.get(i)
    if whole is not None and bodies.first[whole] < i:
        return Title(i, i, "Üye", whole, None, False, True, False, "üye")
    first = i
    while first > 0 and adjacent(sequence[first]) and i - first < 3:
        before = sequence[first - 1]
        if before.suffix or bodies.at.get(first - 1) is not None or before.lower not in _INSIDE:
            break
        first -= 1
    body = bodies.at.get(first - 1) if first > 0 and adjacent(sequence[first]) else None
    own = [spell(w) for w in sequence[first:i] if w.lower not in ("yeni", "asıl", "asil")]
    board = " ".join([*own, spell(sequence[i])[:length]])
    return Title(first, i, f"{board} Üyesi", body, None, False, True, body is None, "üye")


_INSIDE: Final = frozenset(
    {
        *("yönetim", "denetim", "denetleme", "disiplin", "onur", "yürütme", "danışma", "divan"),
        *("yeni", "asıl", "yedek", "düzenleme", "merkez", "bilim", "icra"),
    }
)
