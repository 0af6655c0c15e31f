"""Titles and bodies that stand right beside a name: before it, behind it, on the next line."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import (
    institution_heads,
    role_heads,
    role_words,
    stop_forms,
)
from tutanak.extraction.people import Name
from tutanak.extraction.person_bearers import GUESTS, Bearer, line_end, use
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.role_relatives import body_spoken_for, title_told
from tutanak.extraction.role_titles import Bodies, Title
from tutanak.extraction.roles import title_before, title_ending
from tutanak.extraction.tokens import Word

_FROM: Final = ("dan", "den", "tan", "ten")


_SEPARATORS: Final = (",", "-", "–", "—", ":", "|", "/")
_APPOSITION: Final = 14  # words of a title after a comma or dash


def read_beside(
    text: str, sequence: Sequence[Word], name: Name, bodies: Bodies, previous: Bearer | None
) -> Bearer:
    """The titles and the body that stand beside `name`; `previous` is the person before."""
    person = Bearer(name, [], None, None, name.rule, [])
    title = title_before(sequence, name.title_first, bodies)
    title = title or title_told(sequence, name.title_first, bodies)
    if title is not None:
        person.titles.append(title)
        _earlier_title(sequence, title, person, bodies)
        use(person, person.titles[0])
    elif not _taken(previous, name) and _line_before(sequence, name, bodies, person):
        pass
    else:
        k = name.title_first - 1
        body = bodies.at.get(k) if k >= 0 else None
        if body is not None and bodies.last[body] == k and adjacent(sequence[name.title_first]):
            if _ablative(sequence[k]) or name.title:
                person.body = body
        else:
            person.body = body_spoken_for(sequence, k + 1, bodies)
            if person.body is None and previous is not None:
                person.body = _with_companion(sequence, name, previous)
    _after(text, sequence, person, bodies)
    return person


def _with_companion(sequence: Sequence[Word], name: Name, previous: Bearer) -> int | None:
    """`X Derneğinden A ve B`: the body of both, where both stand without any title."""
    k = name.title_first
    bare = not previous.titles and name.title == previous.name.title is None
    paired = previous.name.last == k - 2 and sequence[k - 1].lower in ("ve", "ile")
    return previous.body if bare and paired else None


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
    while k > 2 and sequence[k - 1].shape == "lower" and adjacent(sequence[k]):
        if sequence[k - 1].lower not in stop_forms():
            break
        k -= 1  # Bursa Barosu Başkanı ve panelin moderatörü X
    if k < 2 or not adjacent(sequence[k]):
        return
    before = _post_before(sequence, k, bodies)
    if sequence[k - 1].lower in ("ve", "ile") and adjacent(sequence[k - 1]):
        before = title_ending(sequence, k - 2, bodies)
        if before is not None and before.noun == "üye" and not before.role.startswith("Öğretim"):
            return
    if before is not None and not before.plural:
        person.titles.insert(0, before)


def _post_before(sequence: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """`Dernek Başkanı | emekli öğretmen X`: the post before a profession or a rank."""
    if sequence[k - 1].lower in role_words("former") and adjacent(sequence[k - 1]):
        k -= 1
    if k == 0 or not adjacent(sequence[k]):
        return None
    role = role_heads().get(sequence[k - 1].lower)
    if role is None or not role.marked or role.plural or sequence[k - 1].suffix:
        return None
    return title_ending(sequence, k - 1, bodies)


def _after(text: str, sequence: Sequence[Word], person: Bearer, bodies: Bodies) -> None:
    """`X (ICMPD Bölge Koordinatörü)` and `X (T.C. Cumhurbaşkanlığı)`; `X, Y Başkanı,`."""
    k = person.name.last + 1
    if k >= len(sequence):
        return
    gap = sequence[k].gap.strip()
    if gap == "(":
        close = text.find(")", sequence[k].start)
        if close < 0 or close - sequence[k].start > 160:
            return
        last = k
        while last + 1 < len(sequence) and sequence[last + 1].start < close:
            last += 1
        title = title_ending(sequence, last, bodies)
        if (
            title is not None
            and title.first >= k - 1
            and person.titles
            and person.titles[0].noun in GUESTS
        ):
            person.titles.insert(0, title)  # Konuşmacılar: X (Y Derneği Başkanı): the post first
            use(person, title)
        elif title is not None and title.first >= k - 1:
            person.titles.append(title)
            if len(person.titles) == 1 or (person.body is None and person.implied is None):
                use(person, title)
        elif bodies.at.get(k) is not None and bodies.last[bodies.at[k]] == last:
            stranger = person.implied is not None or _is_programme(sequence, bodies, person.body)
            if (
                stranger
                or person.body is None
                or not person.titles
                or person.titles[0].body is None
            ):
                person.body, person.implied = bodies.at[k], None
    elif sequence[k].first and "\n" in sequence[k].gap and not person.titles:
        last = line_end(sequence, k)
        body = bodies.at.get(k)
        if body is not None and bodies.last[body] == last and last + 1 < len(sequence):
            k, last = last + 1, line_end(sequence, last + 1)
        else:
            body = None
        title = title_ending(sequence, last, bodies) if last - k < 10 else None
        start = title.first if title is not None and title.body is None else -1
        if title is not None and title.body is not None:
            start = bodies.first[title.body]
        if title is not None and start == k:
            person.titles.append(title)
            use(person, title)
            person.body = person.body if person.body is not None else body
    elif (gap in _SEPARATORS or (gap == "" and not adjacent(sequence[k]))) and not sequence[
        k
    ].first:
        _apposition(text, sequence, person, bodies)


def _is_programme(sequence: Sequence[Word], bodies: Bodies, body: int | None) -> bool:
    """Whether a body is told by capitals alone: an affiliation in brackets then outranks it."""
    if body is None:
        return False
    return bodies.first[body] == bodies.last[body] and sequence[bodies.first[body]].shape == "upper"


def _apposition(text: str, sequence: Sequence[Word], person: Bearer, bodies: Bodies) -> None:
    """`X, Y Derneği Başkanı,` and, at the end of a line or bracket, `X, Y Üniversitesi`."""
    k = person.name.last + 1
    guest = bool(person.titles) and person.titles[0].noun in GUESTS
    if (not person.titles or guest) and not sequence[person.name.last].suffix:
        for last in range(k, min(k + _APPOSITION, len(sequence))):
            bracket = sequence[last].gap.strip() in (")", "(")
            if (
                last > k
                and not adjacent(sequence[last])
                and bodies.at.get(last) is None
                and not bracket
            ):
                break
            after = sequence[last + 1] if last + 1 < len(sequence) else None
            ends = (
                after is None or after.first or after.gap.strip()[:1] in (",", ")", ";", ".", "(")
            )
            if ends or (after is not None and after.lower in ("olarak", "ise")):
                title = title_ending(sequence, last, bodies)
                if title is None:
                    continue
                start = title.first if title.body is None else bodies.first[title.body]
                front = bodies.at.get(k)
                if (
                    front is not None
                    and bodies.first[front] == k
                    and bodies.last[front] == start - 1
                ):
                    start = k  # ... Merkezi (ŞÖNİM) Müdür Vekili
                if not title.plural and start == k:
                    person.titles.insert(0, title)
                    use(person, title)
                    return
    body = bodies.at.get(k)
    if body is not None and bodies.first[body] == k and person.body is None and not person.implied:
        end = sequence[bodies.last[body]].stop
        if text[end : end + 1] in (")", "\n", ""):
            person.body = body
