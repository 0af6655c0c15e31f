"""Titles and bodies that stand right beside a name: before it, on the line above, behind it."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import (
    bare_heads,
    implied_heads,
    institution_heads,
    role_heads,
    role_words,
)
from tutanak.extraction.people import Name
from tutanak.extraction.person_bearers import GUESTS, Bearer, use
from tutanak.extraction.person_behind import read_behind
from tutanak.extraction.person_strangers import strange_owner, strange_sender
from tutanak.extraction.phrases import adjacent, looks_inflected
from tutanak.extraction.role_relatives import (
    body_owning,
    body_spoken_for,
    member_of_party,
    party_of,
    title_told,
)
from tutanak.extraction.role_titles import Bodies, Title
from tutanak.extraction.roles import title_before, title_ending
from tutanak.extraction.stop_nouns import stop_forms
from tutanak.extraction.tokens import Word
from tutanak.text.fold import lower

_FROM: Final = ("dan", "den", "tan", "ten")


def read_beside(
    text: str, sequence: Sequence[Word], name: Name, bodies: Bodies, previous: Bearer | None
) -> Bearer:
    """The titles and the body that stand beside `name`; `previous` is the person before."""
    person = Bearer(name, [], None, None, name.rule, [])
    title = title_told(sequence, name.title_first, bodies)
    title = title or title_before(sequence, name.title_first, bodies)
    if title is not None:
        person.titles.append(title)
        _earlier_title(sequence, title, person, bodies)
        end = previous.name.last if previous is not None else -1
        person.titles = [t for t in person.titles if t.last > end] or [title]
        use(person, person.titles[0])
        if person.body is None and person.implied is None and not title.ours:
            begins = person.titles[0].first
            person.body = body_spoken_for(sequence, begins, bodies)
            if person.body is None:
                person.body = body_owning(sequence, begins, bodies)
            if person.body is None:
                person.body = party_of(sequence, begins, bodies)
            if person.body is None and person.titles[0].noun not in GUESTS:
                strange_owner(sequence, person, begins) or strange_sender(sequence, person, begins)
    elif not _taken(previous, name) and _line_before(sequence, name, bodies, person):
        pass
    else:
        k = name.title_first - 1
        if k > 0 and sequence[k].lower in ("ise", "da", "de") and adjacent(sequence[k + 1]):
            k -= 1  # Kocaeli Barosu'ndan ise Av. X
        if name.title and k > 0 and _is_epithet(sequence, k):
            k -= 1  # X Merkezi'nden feminist avukat A
        member = member_of_party(sequence, k, bodies) if adjacent(sequence[k + 1]) else None
        if member is not None:
            person.titles.append(member)
            use(person, member)
        body = bodies.at.get(k) if k >= 0 else None
        if body is not None and bodies.last[body] == k and adjacent(sequence[k + 1]):
            if _ablative(sequence[k]) or name.title:
                person.body = body
        elif member is None:
            person.body = body_spoken_for(sequence, k + 1, bodies)
            if person.body is None:
                person.body = _sent_by(sequence, k, bodies)
            if person.body is None and previous is not None:
                person.body = _with_companion(sequence, name, previous)
            if person.body is None:
                strange_sender(sequence, person, name.title_first)
    read_behind(text, sequence, person, bodies)
    return person


def _is_epithet(sequence: Sequence[Word], k: int) -> bool:
    """Whether word `k` is an adjective in small letters before a rank in small letters."""
    rank, word = sequence[k + 1], sequence[k]
    lowered = rank.shape == "lower" and word.shape == "lower" and adjacent(rank)
    return lowered and adjacent(word) and not looks_inflected(word.lower)


def _sent_by(sequence: Sequence[Word], k: int, bodies: Bodies) -> int | None:
    """The body that a phrase up to word `k` comes from.

    `X Müdürlüğünde görevli Komiser A`, `X Birimi'nden (UN Women) A`, `X'in Gaziantep ofisinden A`.
    """
    if k < 1:
        return None
    after = sequence[k + 1]
    if sequence[k].lower in _POSTED and adjacent(after):
        return _ends_at(bodies, k - 1)
    if after.gap.strip() == ")" and not after.first:
        opened = sequence[k].gap.strip() == "(" or _bracket_word(sequence, k)
        at = k
        while at > 0 and sequence[at].gap.strip() != "(":
            at -= 1
        body = _ends_at(bodies, at - 1) if opened else None
        return body if body is not None and _ablative(sequence[at - 1]) else None
    if adjacent(after) and sequence[k].shape == "lower" and sequence[k].lower in _ARRIVING:
        at = k
        while at > 0 and k - at < _UNIT and sequence[at].shape == "lower":
            at -= 1
        body = _ends_at(bodies, at)
        return body if body is not None and _ablative(sequence[at]) else None
    if not adjacent(after) or not (_ablative(sequence[k]) or sequence[k].lower.endswith(_FROM)):
        return None
    at = k
    while at > 0 and k - at < _UNIT and adjacent(sequence[at]):
        inside = sequence[at].capital or at == k
        if not inside:
            return None
        at -= 1
        if (body := _ends_at(bodies, at)) is not None:
            named = not sequence[at].suffix or sequence[at].suffix.endswith(_GENITIVE)
            return body if named else None
    return None


_UNIT: Final = 5  # words of a programme or office behind its body
_IN_BRACKET: Final = 4
_ARRIVING: Final = frozenset({"bağlanan", "katılan", "gelen", "konuşan", "davetli"})
_POSTED: Final = frozenset({"görevli", "çalışan", "görevlisi"})
_GENITIVE: Final = ("ın", "in", "un", "ün")


def _bracket_word(sequence: Sequence[Word], k: int) -> bool:
    """Whether a bracket of a few words ends at word `k`."""
    return any(sequence[n].gap.strip() == "(" for n in range(max(0, k - _IN_BRACKET), k + 1))


def _ends_at(bodies: Bodies, k: int) -> int | None:
    body = bodies.at.get(k)
    return body if body is not None and bodies.last[body] == k else None


def _with_companion(sequence: Sequence[Word], name: Name, previous: Bearer) -> int | None:
    """`X Derneğinden A ve B`: the body of both, where both stand without any title."""
    k = name.title_first
    bare = not previous.titles and _is_scholar(name.title) == _is_scholar(previous.name.title)
    bare = bare and (name.title is None) == (previous.name.title is None)
    paired = previous.name.last == k - 2 and sequence[k - 1].lower in ("ve", "ile")
    listed = previous.name.last == k - 1 and sequence[k].gap.strip() == ","
    return previous.body if bare and (paired or listed) else None


def _is_post(role: str) -> bool:
    """Whether a membership is a post: of a teaching staff or of a board."""
    return role.startswith("Öğretim") or role.endswith("Kurulu Üyesi")


_OF_EVENTS: Final = (
    *("düzenleme", "tertip", "organizasyon", "sempozyum", "kongre", "çalıştay", "bilim kurulu"),
)


def _is_scholar(title: str | None) -> bool:
    """Whether a rank is one of universities, so that a colleague shares the body."""
    return title is not None and any(rank in lower(title) for rank in ("dr", "prof", "doç", "gör"))


def _taken(previous: Bearer | None, name: Name) -> bool:
    """Whether the line above belongs to the name above it: `X / Psikolog / Y / Hemşire`."""
    if previous is None:
        return False
    below = previous.name.last
    return any(t.first > below and t.last == name.title_first - 1 for t in previous.titles)


def _line_before(sequence: Sequence[Word], name: Name, bodies: Bodies, person: Bearer) -> bool:
    """A title or a body alone on the line above a name that stands alone on its own."""
    k = name.title_first
    if (
        k == 0
        or not sequence[k].first
        or sequence[k].gap.count("\n") != 1
        or sequence[k].gap.strip()
    ):
        return False
    if name.last + 1 < len(sequence) and "\n" not in sequence[name.last + 1].gap:
        return False
    first = k - 1
    while first > 0 and not sequence[first].first:
        first -= 1
    title = title_ending(sequence, k - 1, bodies)
    if title is not None and not title.plural:
        start = title.first if title.body is None else bodies.first[title.body]
        if start == first:
            person.titles.append(title)
            use(person, title)
            return True
    body = bodies.at.get(k - 1)
    if body is not None and bodies.first[body] == first and bodies.last[body] == k - 1:
        person.body = body
        return True
    return False


def _ablative(word: Word) -> bool:
    if word.suffix:
        return word.suffix.endswith(_FROM)
    head = institution_heads().get(word.lower)
    return head is not None and head.case == "abl"


def _earlier_title(sequence: Sequence[Word], title: Title, person: Bearer, bodies: Bodies) -> None:
    """`Tekirdağ Valisi ve Ajans Yönetim Kurulu Başkanı X`: the first title is the post."""
    k = title.first if title.body is None else bodies.first[title.body]
    if sequence[k].gap.endswith("(") and (outer := _ends_at(bodies, k - 1)) is not None:
        k = bodies.first[outer]  # Samsun Ticaret ve Sanayi Odası (TSO) Başkanı
    owner = bare_heads().get(sequence[k - 1].lower) if k > 1 else None
    if owner is not None and owner.case == "gen" and adjacent(sequence[k]):
        k -= 1  # X Vakfı Başkanı ve Birliğin Danışma Kurulu Başkanı
    while k > 2 and sequence[k - 1].shape == "lower" and adjacent(sequence[k]):
        if sequence[k - 1].lower not in stop_forms():
            break
        k -= 1  # Bursa Barosu Başkanı ve panelin moderatörü X
    if k < 2 or not adjacent(sequence[k]):
        return
    pupil = title.noun in ("öğrenci", "gönüllü", "mezun")
    own = (title.ours and not pupil) or title.body is not None or title.implied is not None
    rank = title.bare and title.noun in ("büyükelçi", "elçi", "müsteşar", "komutan")
    own = own or (title.noun in implied_heads() and not rank)
    before = None if own else _post_before(sequence, k, bodies)
    if before is not None:
        person.titles.insert(0, before)
        _earlier_title(sequence, before, person, bodies)
        return
    if not title.plural and sequence[k - 1].lower in ("ve", "ile") and adjacent(sequence[k - 1]):
        before = title_ending(sequence, k - 2, bodies)
        if before is not None and before.noun == "üye" and not _is_post(before.role):
            return
        if before is not None and before.role == "Personel":
            return  # Personel ve Destek Hizmetleri Başkanı
    if before is None or before.plural:
        return
    if lower(before.role).startswith(_OF_EVENTS) and not lower(title.role).startswith(_OF_EVENTS):
        person.titles.append(before)  # Düzenleme Kurulu Başkanı ve ... Dekanı X: the dean
        return
    governs = title.noun in ("vali", "kaymakam") or "Belediye" in title.role
    if governs and before.body is None and before.implied is None:
        person.titles.append(before)  # Yönetim Kurulu Başkanı ve Iğdır Valisi X: the governor
        return
    person.titles.insert(0, before)


def _post_before(sequence: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """`Dernek Başkanı | emekli öğretmen X`: the post before a profession or a rank."""
    if sequence[k - 1].lower in role_words("former") and adjacent(sequence[k - 1]):
        k -= 1
    if k == 0 or not adjacent(sequence[k]):
        return None
    role = role_heads().get(sequence[k - 1].lower)
    if role is None or role.plural or role.case != "nom" or sequence[k - 1].suffix:
        return None
    if not role.marked and not (role.noun in implied_heads() and sequence[k - 1].capital):
        return None
    post = title_ending(sequence, k - 1, bodies)
    return post if post is not None and post.noun not in GUESTS else None
