"""Titles and bodies behind a name: in brackets, after a comma or dash, on the next line."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import is_place_word
from tutanak.extraction.person_bearers import GUESTS, Bearer, line_end, use
from tutanak.extraction.person_strangers import strange_body, strange_line
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.role_titles import Bodies, Title
from tutanak.extraction.roles import title_ending
from tutanak.extraction.tokens import Word

_DASHES: Final = ("-", "–", "—", "|", "/")
_SEPARATORS: Final = (*_DASHES, ",", ":")
_APPOSITION: Final = 14  # words of a title after a comma or dash
_BRACKET: Final = 160  # characters in brackets that can still be a title


def read_behind(text: str, sequence: Sequence[Word], person: Bearer, bodies: Bodies) -> None:
    """Add what stands behind the name: `X (Y Koordinatörü)`, `X, Y Başkanı,`, `X - Y - Müdür`."""
    k = person.name.last + 1
    if k >= len(sequence):
        return
    word = sequence[k]
    gap = word.gap.strip()
    if gap == "(":
        close = text.find(")", word.start)
        if 0 <= close - word.start <= _BRACKET:
            _bracket(sequence, person, bodies, k, close)
            if not person.titles and person.body is None and person.implied is None:
                last = k
                while last + 1 < len(sequence) and sequence[last + 1].start < close:
                    last += 1
                strange_body(text, sequence, person, k, last)
            if not person.titles and _opens_row(sequence, person):
                _post_behind_bracket(sequence, person, bodies, close)
    elif word.first and "\n" in word.gap:
        if not person.titles:
            _line_below(sequence, person, bodies, k)
        opens = sequence[person.name.title_first]
        alone = opens.first and ("\n" in opens.gap or person.name.title_first == 0)
        if not person.titles and person.body is None and person.implied is None and alone:
            person.body = _line_of_body(sequence, k, bodies)
    elif not word.first and (gap in _SEPARATORS or (gap == "" and not adjacent(word))):
        _apposition(text, sequence, person, bodies)


def _post_behind_bracket(
    sequence: Sequence[Word], person: Bearer, bodies: Bodies, close: int
) -> None:
    """`X (TOBB) – Başkan Vekili` as a row of a list: the post that the row ends with."""
    k = next((n for n, w in enumerate(sequence) if w.start > close), len(sequence))
    if k >= len(sequence) or "\n" in sequence[k].gap:
        return
    if sequence[k].gap.strip().removeprefix(")").strip() not in (*_DASHES, ","):
        return
    last = line_end(sequence, k)
    title = title_ending(sequence, last, bodies) if last - k < _APPOSITION else None
    if title is not None and not title.plural and _start(title, bodies) == k:
        person.titles.append(title)
        if person.body is None:
            use(person, title)


def _start(title: Title, bodies: Bodies) -> int:
    return title.first if title.body is None else bodies.first[title.body]


def _bracket(sequence: Sequence[Word], person: Bearer, bodies: Bodies, k: int, close: int) -> None:
    last = k
    while last + 1 < len(sequence) and sequence[last + 1].start < close:
        last += 1
    title = title_ending(sequence, last, bodies, label=last == k)
    if title is not None and title.first >= k - 1:
        if person.titles and (person.titles[0].noun in GUESTS or _is_label(sequence, person)):
            person.titles.insert(0, title)  # Konuşmacılar: X (Y Derneği Başkanı): the post first
            use(person, title)
            return
        person.titles.append(title)
        named = title.body is not None or title.implied is not None
        if (person.body is None and person.implied is None) or (named and len(person.titles) == 1):
            use(person, title)
        return
    body = bodies.at.get(last)
    front = bodies.at.get(k)
    spelt = front is not None and bodies.first[front] == k and bodies.last[front] == last - 1
    if spelt and sequence[last].shape == "upper" and not adjacent(sequence[last]):
        body, last = front, last - 1  # X (Y Vakfı - TAPV)
    if front is not None and bodies.first[front] == k and bodies.last[front] < last:
        rest = sequence[bodies.last[front] + 1 : last + 1]
        school = sequence[bodies.last[front]].lower == "üniversitesi" and len(rest) <= _FIELD
        school = school and bodies.at.get(last) is None and all(w.capital for w in rest)
        if school or all(is_place_word(w.lower) for w in rest):
            body, last = front, bodies.last[front]  # X (Tuscia Üniversitesi, İtalya), (... İİBF)
    if body is None or bodies.last[body] != last:
        return
    first = bodies.first[body]
    if first == k:
        stranger = person.implied is not None or _is_programme(sequence, bodies, person.body)
        own = person.titles[0].body if person.titles else None
        if stranger or person.body is None or own is None:
            person.body, person.implied = body, None
    elif sequence[first].gap.strip() == "," and not person.titles:
        post = title_ending(sequence, first - 1, bodies, label=True)
        if post is not None and _start(post, bodies) == k:  # X (Psikolog, Y Merkezi)
            person.titles.append(post)
            person.body = body


_FIELD: Final = 3  # words of a field or faculty behind a university: `Ege Üniversitesi Hukuk`


def _is_label(sequence: Sequence[Word], person: Bearer) -> bool:
    """`Sempozyum Başkanı: X (Merkez Müdürü)`: what the label says is a duty, not the post."""
    return sequence[person.name.title_first].gap.strip() == ":"


def _is_programme(sequence: Sequence[Word], bodies: Bodies, body: int | None) -> bool:
    """Whether a body is told by capitals alone: an affiliation in brackets then outranks it."""
    if body is None:
        return False
    return bodies.first[body] == bodies.last[body] and sequence[bodies.first[body]].shape == "upper"


def _bracketed(sequence: Sequence[Word], k: int, bodies: Bodies) -> int | None:
    """`X, Koordinatör | (Oxfam)`: the body that fills a bracket which opens before word `k`."""
    body = bodies.at.get(k)
    if body is None or bodies.first[body] != k or sequence[k].gap.strip() != "(":
        return None
    after = bodies.last[body] + 1
    closed = after >= len(sequence) or sequence[after].gap.lstrip().startswith(")")
    return body if closed else None


def _closing_row(sequence: Sequence[Word], k: int, bodies: Bodies) -> int | None:
    """`X, Direktör, | MAPAM`: the body that a comma parts from the title and that ends the row."""
    body = bodies.at.get(k)
    if body is None or bodies.first[body] != k or sequence[k].gap.strip() not in (",", *_DASHES):
        return None
    after = bodies.last[body] + 1
    return body if after >= len(sequence) or "\n" in sequence[after].gap else None


def _line_of_body(sequence: Sequence[Word], k: int, bodies: Bodies) -> int | None:
    """The body that fills the line which word `k` opens, right below the line before."""
    if k >= len(sequence) or not sequence[k].first or sequence[k].gap.count("\n") != 1:
        return None
    body = bodies.at.get(k)
    whole = (
        body is not None and bodies.first[body] == k and bodies.last[body] == line_end(sequence, k)
    )
    return body if whole and not sequence[k].gap.strip() else None


def _line_below(sequence: Sequence[Word], person: Bearer, bodies: Bodies, k: int) -> None:
    """A title alone on the next line, or a body and a title on the next two."""
    last = line_end(sequence, k)
    body = bodies.at.get(k)
    if body is not None and bodies.last[body] == last and last + 1 < len(sequence):
        k, last = last + 1, line_end(sequence, last + 1)
    else:
        body = None
    title = title_ending(sequence, last, bodies) if last - k < 10 else None
    if title is not None and _start(title, bodies) == k:
        person.titles.append(title)
        use(person, title)
        person.body = person.body if person.body is not None else body
        if person.body is None and person.implied is None:
            person.body = _line_of_body(sequence, last + 1, bodies)


def _apposition(text: str, sequence: Sequence[Word], person: Bearer, bodies: Bodies) -> None:
    """`X, Y Derneği Başkanı,` and, at the end of a line or bracket, `X, Y Üniversitesi`."""
    k = person.name.last + 1
    guest = bool(person.titles) and person.titles[0].noun in GUESTS
    front = bodies.at.get(k)
    if front is not None and bodies.first[front] != k:
        front = None
    if (not person.titles or guest) and not sequence[person.name.last].suffix:
        title = (
            None
            if _comes_from(sequence, front, bodies)
            else _title_from(sequence, k, front, bodies, row=_opens_row(sequence, person))
        )
        if title is not None:
            person.titles.insert(0, title)
            use(person, title)
            if title.body is None and front is not None:
                person.body, person.implied = front, None  # X, WWF-Türkiye, Deniz Programı Müdürü
            elif title.body is None and title.implied is None:
                person.body = _bracketed(sequence, title.last + 1, bodies)
                if person.body is None and _opens_row(sequence, person):
                    person.body = _closing_row(sequence, title.last + 1, bodies)
            return
    elif not sequence[person.name.last].suffix and person.body is None and not person.implied:
        title = _title_from(sequence, k, front, bodies)
        if title is not None and (title.body is not None or title.implied is not None):
            person.titles.append(title)  # Hakim X, Van 2. İdare Mahkemesi üyesi
            use(person, title)
            return
    if front is not None and person.body is None and not person.implied:
        end = sequence[bodies.last[front]].stop
        dashed = sequence[k].gap.strip() in _DASHES and text[end : end + 3].strip()[:1] in _DASHES
        opened = text[end : end + 4].strip().removeprefix(",").strip()[:1]
        row = _opens_row(sequence, person) and opened in (*_DASHES, "“", '"', "«", ":")
        if text[end : end + 1] in (")", "\n", "", ";") or dashed or row:
            person.body = front
    if front is None and not person.titles and person.body is None and not person.implied:
        strange_line(text, sequence, person, k)


def _opens_row(sequence: Sequence[Word], person: Bearer) -> bool:
    """Whether a person opens a line: `X, FAO, Toplumsal Cinsiyet Danışmanı`."""
    opens = sequence[person.name.title_first]
    return opens.first and ("\n" in opens.gap or person.name.title_first == 0)


def _comes_from(sequence: Sequence[Word], front: int | None, bodies: Bodies) -> bool:
    """`A, X Derneği'nden B`: the body behind the comma is that of the next person."""
    if front is None:
        return False
    return sequence[bodies.last[front]].suffix.endswith(("dan", "den", "tan", "ten"))


def _title_from(
    sequence: Sequence[Word], k: int, front: int | None, bodies: Bodies, *, row: bool = False
) -> Title | None:
    """The title that begins at word `k`, or right behind the body that does."""
    behind = bodies.last[front] + 1 if front is not None else k
    starts = {k, behind}
    if behind > k and behind + 1 < len(sequence) and sequence[behind].gap.strip() == "(":
        closes = sequence[behind + 1].gap.startswith(")")
        behind += int(closes and sequence[behind].shape == "upper")  # X – Y Federasyonu (YF), Uzman
        starts.add(behind)
    if row and (whole := _whole_row(sequence, k, bodies)) is not None:
        return whole
    for last in range(k, min(k + _APPOSITION, len(sequence))):
        word = sequence[last]
        gap = word.gap.strip()
        listed = gap == "," and (row or sequence[k].gap.strip() in _DASHES)
        closed = gap.removeprefix(")").strip()
        listed = listed or (row and closed == ",")
        dashed = last == behind and last > k and (closed in _DASHES or listed)
        loose = not adjacent(word) and bodies.at.get(last) is None and gap not in (")", "(")
        if last > k and loose and not dashed:
            return None
        if not _ends_title(sequence, last):
            continue
        title = title_ending(sequence, last, bodies)
        if title is not None and not title.plural and _start(title, bodies) in starts:
            return title
    return None


def _whole_row(sequence: Sequence[Word], k: int, bodies: Bodies) -> Title | None:
    """`A, Aile, Çalışma ve Sosyal Hizmetler İl Müdürü`: a title with commas fills the row."""
    last = line_end(sequence, k)
    title = title_ending(sequence, last, bodies) if last - k < _APPOSITION else None
    commas = any(word.gap.strip() == "," for word in sequence[k + 1 : last + 1])
    fits = title is not None and not title.plural and _start(title, bodies) == k
    return title if fits and commas else None


def _ends_title(sequence: Sequence[Word], last: int) -> bool:
    if last + 1 >= len(sequence):
        return True
    after = sequence[last + 1]
    if after.first or after.gap.strip()[:1] in (",", ")", ";", ".", "(", *_DASHES):
        return True
    return after.lower in ("olarak", "ise")
