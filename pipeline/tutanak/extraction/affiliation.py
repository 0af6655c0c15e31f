"""Names of people joined to their titles and bodies: what stands before, after, and earlier."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tutanak.extraction.institution_names import is_capitals
from tutanak.extraction.lexicon import (
    bare_heads,
    implied_heads,
    institution_heads,
    is_forename,
    is_ordinary,
    is_place_word,
    role_heads,
    role_words,
    stop_forms,
)
from tutanak.extraction.people import Name, covered_words, find_names, title_start
from tutanak.extraction.phrases import adjacent
from tutanak.extraction.roles import (
    Bodies,
    Title,
    bodies_at,
    inner_role,
    parent_of_board,
    title_before,
    title_ending,
)
from tutanak.extraction.tokens import Word, words
from tutanak.records import InstitutionMention, PersonMention, Span, Why
from tutanak.resources.places import provinces
from tutanak.text.fold import capitalise, lower, plain
from tutanak.text.suffixes import possessed

# What guests of a meeting do there: no post, and no body of their own
_GUESTS: Final = frozenset({"konuşmacı", "panelist", "moderatör", "sunucu", "kolaylaştırıcı", "eğitmen", "katılımcı"})
_FROM: Final = ("dan", "den", "tan", "ten")
_MODERATION: Final = ("moderat", "kolaylaştırıcı")


def find_named(
    text: str, *, institutions: Sequence[InstitutionMention]
) -> list[PersonMention]:
    """Names of people alone, without roles: full names in order."""
    sequence = words(text)
    covered = covered_words(sequence, [m.span for m in institutions if m.form != "implied"])
    return [
        PersonMention(
            Span(sequence[n.first].start, sequence[n.last].end), n.name, n.title, None, (), None,
            Why(n.rule, n.cues),
        )
        for n in find_names(sequence, covered)
    ]


@dataclass(slots=True)
class _Person:
    name: Name
    titles: list[Title]
    body: int | None
    implied: str | None
    rule: str
    other: list[str]


def find_people(
    text: str,
    *,
    institutions: Sequence[InstitutionMention],
    publisher: str | None = None,
) -> tuple[list[PersonMention], list[InstitutionMention]]:
    """People of `text` with their roles, and the bodies that only their roles imply.

    `institution` of a mention indexes `institutions` followed by the second list.
    """
    sequence = words(text)
    order = sorted(range(len(institutions)), key=lambda n: institutions[n].span)
    named = [n for n in order if institutions[n].form != "implied"]
    covered = covered_words(sequence, [institutions[n].span for n in named])
    bodies = bodies_at(sequence, [institutions[n].span for n in range(len(institutions))])
    names = find_names(sequence, covered)
    people = [_person(text, sequence, name, bodies) for name in names]
    _share_plural(sequence, people)
    _labelled(sequence, people, bodies)
    _inherit(sequence, people, bodies)
    _moderators(sequence, people)
    _duties(sequence, people)
    return _mentions(text, sequence, people, institutions, bodies, publisher)


def _person(text: str, sequence: Sequence[Word], name: Name, bodies: Bodies) -> _Person:
    person = _Person(name, [], None, None, name.rule, [])
    title = title_before(sequence, name.title_first, bodies)
    if title is not None:
        person.titles.append(title)
        _earlier_title(sequence, title, person, bodies)
        _use(person, person.titles[0])
    elif _line_before(sequence, name, bodies, person):
        pass
    else:
        k = name.title_first - 1
        body = bodies.at.get(k) if k >= 0 else None
        if body is not None and bodies.last[body] == k and adjacent(sequence[name.title_first]):
            if _ablative(sequence[k]) or name.title:
                person.body = body
        elif k >= 1 and sequence[k].lower in ("adına", "temsilen") and adjacent(sequence[k]):
            person.body = bodies.at.get(k - 1)
    _after(text, sequence, person, bodies)
    return person


def _line_before(sequence: Sequence[Word], name: Name, bodies: Bodies, person: _Person) -> bool:
    """A title or a body alone on the line above a name that stands alone on its own."""
    k = name.title_first
    if k == 0 or not sequence[k].first or sequence[k].gap.count("\n") != 1 or sequence[k].gap.strip():
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
            _use(person, title)
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


def _use(person: _Person, title: Title) -> None:
    person.body, person.implied = title.body, title.implied


def _earlier_title(sequence: Sequence[Word], title: Title, person: _Person, bodies: Bodies) -> None:
    """`Tekirdağ Valisi ve Ajans Yönetim Kurulu Başkanı X`: the first title is the post."""
    k = title.first if title.body is None else bodies.first[title.body]
    while k > 2 and sequence[k - 1].shape == "lower" and sequence[k - 1].lower in stop_forms() and adjacent(sequence[k]):
        k -= 1  # Bursa Barosu Başkanı ve panelin moderatörü X
    if k < 2 or not adjacent(sequence[k]) or sequence[k - 1].lower not in ("ve", "ile"):
        return
    if sequence[k - 1].shape != "lower" or not adjacent(sequence[k - 1]):
        return
    before = title_ending(sequence, k - 2, bodies)
    if before is not None and not before.plural and before.noun != "üye":
        person.titles.insert(0, before)


def _after(text: str, sequence: Sequence[Word], person: _Person, bodies: Bodies) -> None:
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
        if title is not None and title.first >= k - 1 and person.titles and person.titles[0].noun in _GUESTS:
            person.titles.insert(0, title)  # Konuşmacılar: X (Y Derneği Başkanı): the post first
            _use(person, title)
        elif title is not None and title.first >= k - 1:
            person.titles.append(title)
            if len(person.titles) == 1 or person.body is None and person.implied is None:
                _use(person, title)
        elif bodies.at.get(k) is not None and bodies.last[bodies.at[k]] == last:
            stranger = person.implied is not None or _is_programme(sequence, bodies, person.body)
            if stranger or person.body is None or not person.titles or person.titles[0].body is None:
                person.body, person.implied = bodies.at[k], None
    elif sequence[k].first and "\n" in sequence[k].gap and not person.titles:
        last = _line_end(sequence, k)
        body = bodies.at.get(k)
        if body is not None and bodies.last[body] == last and last + 1 < len(sequence):
            k, last = last + 1, _line_end(sequence, last + 1)
        else:
            body = None
        title = title_ending(sequence, last, bodies) if last - k < 10 else None
        start = title.first if title is not None and title.body is None else -1
        if title is not None and title.body is not None:
            start = bodies.first[title.body]
        if title is not None and start == k:
            person.titles.append(title)
            _use(person, title)
            person.body = person.body if person.body is not None else body
    elif (gap in (",", "-", "–", ":") or (gap == "" and not adjacent(sequence[k]))) and not sequence[k].first:
        _apposition(text, sequence, person, bodies)


def _is_programme(sequence: Sequence[Word], bodies: Bodies, body: int | None) -> bool:
    """Whether a body is told by capitals alone: an affiliation in brackets then outranks it."""
    if body is None:
        return False
    return bodies.first[body] == bodies.last[body] and sequence[bodies.first[body]].shape == "upper"


_APPOSITION: Final = 14  # words of a title after a comma or dash


def _apposition(text: str, sequence: Sequence[Word], person: _Person, bodies: Bodies) -> None:
    """`X, Y Derneği Başkanı,` and, at the end of a line or bracket, `X, Y Üniversitesi`."""
    k = person.name.last + 1
    guest = bool(person.titles) and person.titles[0].noun in _GUESTS
    if (not person.titles or guest) and not sequence[person.name.last].suffix:
        for last in range(k, min(k + _APPOSITION, len(sequence))):
            bracket = sequence[last].gap.strip() in (")", "(")
            if last > k and not adjacent(sequence[last]) and bodies.at.get(last) is None and not bracket:
                break
            after = sequence[last + 1] if last + 1 < len(sequence) else None
            ends = after is None or after.first or after.gap.strip()[:1] in (",", ")", ";", ".", "(")
            if ends or (after is not None and after.lower in ("olarak", "ise")):
                title = title_ending(sequence, last, bodies)
                if title is None:
                    continue
                start = title.first if title.body is None else bodies.first[title.body]
                front = bodies.at.get(k)
                if front is not None and bodies.first[front] == k and bodies.last[front] == start - 1:
                    start = k  # ... Merkezi (ŞÖNİM) Müdür Vekili
                if not title.plural and start == k:
                    person.titles.insert(0, title)
                    _use(person, title)
                    return
    body = bodies.at.get(k)
    if body is not None and bodies.first[body] == k and person.body is None and not person.implied:
        end = sequence[bodies.last[body]].stop
        if text[end : end + 1] in (")", "\n", ""):
            person.body = body


def _labelled(sequence: Sequence[Word], people: list[_Person], bodies: Bodies) -> None:
    """`Mersin Üniversitesi : Prof. Dr. X, Y`: the body before the colon, for all of the line."""
    labels: list[tuple[int, int]] = []
    for body, first in bodies.first.items():
        if not (sequence[first].first or "\n" in sequence[first].gap):
            continue
        for k in range(bodies.last[body] + 1, min(bodies.last[body] + 6, len(sequence))):
            if sequence[k].first:
                break
            if sequence[k].gap.strip() in (":", ") :", "):"):
                labels.append((k, body))
                break
            if not sequence[k].capital:
                break
    for k, body in labels:
        end = _line_end(sequence, k)
        for person in people:
            if k <= person.name.title_first <= end or k <= person.name.first <= end:
                if person.body is None and person.implied is None:
                    person.body = body


def _line_end(sequence: Sequence[Word], k: int) -> int:
    """The last word of the sentence or line that word `k` opens."""
    while k + 1 < len(sequence) and not sequence[k + 1].first:
        k += 1
    return k


def _share_plural(sequence: Sequence[Word], people: list[_Person]) -> None:
    """`Vali Yardımcıları A, B ve C`: B and C bear the title too."""
    current: Title | None = None
    turn = 0
    for before, person in zip([None, *people], people, strict=False):
        if person.titles:
            current = person.titles[0] if person.titles[0].plural else None
            turn = 1
            if current is not None and current.shared:
                person.implied = current.shared[0]
            continue
        if before is None or current is None or not _listed(sequence, before.name, person.name):
            current = None
            continue
        person.titles.append(current)
        if person.body is None and person.implied is None:
            _use(person, current)
            if turn < len(current.shared):
                person.implied = current.shared[turn]
        turn += 1


def _listed(sequence: Sequence[Word], before: Name, name: Name) -> bool:
    k = name.title_first
    gap = sequence[k].gap.strip()
    if before.last == k - 1:
        return gap in (",", ";", "") or gap.startswith(")")
    if before.last + 1 < k and sequence[before.last + 1].gap.strip() == "(" and k - before.last < 16:
        closes = [n for n in range(before.last + 2, k + 1) if ")" in sequence[n].gap]
        return bool(closes) and (closes[0] == k or (closes[0] == k - 1 and sequence[k - 1].lower in ("ve", "ile")))
    return before.last == k - 2 and sequence[k - 1].lower in ("ve", "ile")


def _inherit(sequence: Sequence[Word], people: list[_Person], bodies: Bodies) -> None:
    """`X Derneği Başkanı A, Başkan Vekili B`: the second holds office in the same body."""
    for before, person in zip(people, people[1:], strict=False):
        if not person.titles or person.body is not None or person.implied is not None:
            continue
        same = sequence[before.name.last].sentence == sequence[person.name.first].sentence
        if same and inner_role(person.titles[0]) and (before.body is not None or before.implied):
            person.body, person.implied = before.body, before.implied
            person.rule += ", body of the person before"


# `moderatörlüğünü X yaptı`, `oturum başkanlığını X üstlendi`: what the text has people do
_DUTIES: Final = {
    "moderatörlüğünü": "Moderatör",
    "moderatörlüklerini": "Moderatör",
    "moderasyonunu": "Moderatör",
    "kolaylaştırıcılığını": "Kolaylaştırıcı",
    "sunuculuğunu": "Sunucu",
    "raportörlüğünü": "Raportör",
    "eğitmenliğini": "Eğitmen",
    "konuşmacı": "Konuşmacı",
    "panelist": "Panelist",
    "eğitmen": "Eğitmen",
}
_CARRIED: Final = ("yap", "üstlen", "yürüt", "sağla", "gerçekleştir")
_REACH: Final = 24  # words from a duty to the last who carries it


def _duties(sequence: Sequence[Word], people: list[_Person]) -> None:
    """Duties told by an object or by `... olarak`, for all people of the clause."""
    for i, word in enumerate(sequence):
        duty = _DUTIES.get(word.lower)
        if duty is None:
            continue
        if duty in ("Konuşmacı", "Panelist", "Eğitmen") and word.lower != "eğitmenliğini":
            if i + 1 >= len(sequence) or sequence[i + 1].lower != "olarak":
                continue
        elif not any(
            w.lower.startswith(_CARRIED) and w.sentence == word.sentence
            for w in sequence[i + 1 : i + _REACH]
        ):
            continue
        end = i + 1
        while end < len(sequence) and end - i < _REACH and sequence[end].sentence == word.sentence:
            if sequence[end].lower.startswith(_CARRIED):
                break
            end += 1
        near = [p for p in people if i < p.name.first < end]
        if not near and sequence[i + 1 : i + 2] and sequence[i + 1].lower == "olarak":
            near = [p for p in people if i - _REACH < p.name.first < i and sequence[p.name.first].sentence == word.sentence]
        for person in near:
            person.other.append(duty)


def _moderators(sequence: Sequence[Word], people: list[_Person]) -> None:
    for person in people:
        last = person.name.last
        near = sequence[last + 1 : last + 12]
        for word in near:
            if word.first:
                break
            if word.lower.startswith(_MODERATION) and (sequence[last].suffix or not person.titles):
                if not any(t.noun == "moderatör" for t in person.titles):
                    person.other.append("Moderatör")
                break
            if word.capital and word.lower in role_heads():
                break


def _mentions(
    text: str,
    sequence: Sequence[Word],
    people: Sequence[_Person],
    institutions: Sequence[InstitutionMention],
    bodies: Bodies,
    publisher: str | None,
) -> tuple[list[PersonMention], list[InstitutionMention]]:
    implied: list[InstitutionMention] = []

    def imply(name: str, span: Span, rule: str) -> int:
        implied.append(InstitutionMention(span, name, "implied", Why(rule)))
        return len(institutions) + len(implied) - 1

    named = {k for p in people for k in range(p.name.first, p.name.last + 1)}
    home = _home(publisher) or _home_of(institutions) or _main_province(sequence, named)
    seats = _seats(sequence, people, institutions, publisher)
    main = _main_body(sequence, institutions, publisher)
    lead = _main_body(sequence, institutions, publisher, any_head=True)
    mentions: list[PersonMention] = []
    for person in people:
        name = person.name
        span = Span(sequence[name.first].start, sequence[name.last].end)
        roles = [t.role for t in person.titles]
        title = person.titles[0] if person.titles else None
        body = person.body
        if body is not None and person.implied is None:
            parent = parent_of_board(sequence, body, bodies)
            if parent is not None:
                body = imply(parent, Span(sequence[bodies.first[body]].start, sequence[bodies.last[body]].end), "body of the board")
        if person.implied is not None and title is not None:
            first = title.first if title.body is None else bodies.first.get(title.body, title.first)
            body = imply(person.implied, Span(sequence[first].start, sequence[title.last].end), "body that a role implies")
        elif body is None and title is not None and title.ours and (publisher or lead):
            publisher_or_lead = publisher or lead or ""
            body = imply(publisher_or_lead, Span(sequence[title.last].start, sequence[title.last].end), "our, of the publisher")
        elif body is None and title is not None and title.noun not in _GUESTS:
            seat = _own_office(title, publisher, lead) or _seat(title, seats, home) or _inner_seat(title, seats, main, publisher)
            if seat is not None:
                body = imply(seat, Span(sequence[title.first].start, sequence[title.last].end), "the only seat of the text")
        other = [*roles[1:], *person.other]
        role = roles[0] if roles else None
        if role is None and other:
            role, other = other[0], other[1:]
        rank = name.title
        if rank is None and title is not None and title.first > 0 and sequence[title.first - 1].lower == "sayın":
            rank = sequence[title.first - 1].text
        mentions.append(
            PersonMention(span, name.name, rank, role, tuple(dict.fromkeys(r for r in other if r != role)), body,
                          Why(person.rule, name.cues))
        )
    mentions += _surnames(sequence, people, institutions)
    return mentions, implied


def _seats(
    sequence: Sequence[Word],
    people: Sequence[_Person],
    institutions: Sequence[InstitutionMention],
    publisher: str | None,
) -> dict[str, set[str]]:
    """Head of a body -> the names that the text has for it, to seat a bare `Vali`."""
    seats: dict[str, set[str]] = {}
    names = [m.name for m in institutions if m.form == "full"]
    names += [p.implied for p in people if p.implied]
    if publisher:
        names.append(publisher)
    for name in names:
        tail = institution_heads().get(lower(name.split()[-1]))
        if tail is not None and not tail.plural and len(name.split()) <= 6:
            seats.setdefault(tail.noun, set()).add(name)
    named = {k for p in people for k in range(p.name.first, p.name.last + 1)}
    province = _main_province(sequence, named)
    if province is not None:
        seats.setdefault("valilik", {f"{province} {capitalise(possessed('valilik'))}"})
        seats.setdefault("belediye", {f"{province} Belediyesi"})
    return seats


def _home(publisher: str | None) -> str | None:
    """The place that the publisher governs: `Kastamonu` of `Kastamonu Valiliği`."""
    parts = publisher.split() if publisher else []
    if parts and plain(parts[0]).startswith("t.c"):
        parts = parts[1:]
    if len(parts) < 2:
        return None
    head = institution_heads().get(lower(parts[-1]))
    if head is None or head.noun not in ("valilik", "kaymakamlık", "belediye"):
        return None
    place = " ".join(p for p in parts[:-1] if lower(p) != "büyükşehir")
    return place if is_place_word(lower(place)) else None


def _home_of(institutions: Sequence[InstitutionMention]) -> str | None:
    """The one place whose governor or district governor the text names."""
    places = {_home(m.name) for m in institutions if m.form == "full" and "elediye" not in m.name}
    places.discard(None)
    return places.pop() if len(places) == 1 else None


def _main_province(sequence: Sequence[Word], named: Collection[int]) -> str | None:
    """The province that the text names alone, or at least three times as often as any other."""
    known = provinces()
    counts: dict[str, int] = {}
    for i, word in enumerate(sequence):
        if word.text in known and i not in named:
            counts[word.text] = counts.get(word.text, 0) + 1
    ranked = sorted(counts, key=lambda p: (-counts[p], p))
    if not ranked:
        return None
    if len(ranked) == 1 or counts[ranked[0]] >= 3 * counts[ranked[1]]:
        return ranked[0]
    return None


def _seat(title: Title, seats: dict[str, set[str]], home: str | None) -> str | None:
    if not title.bare:
        return None
    first = title.role.split()[0]
    noun = lower(first)
    if noun == "belediye" or noun == "büyükşehir":
        names = seats.get("belediye", set())
        if noun == "büyükşehir":
            names = {n for n in names if "Büyükşehir" in n}
    elif noun in ("vali", "kaymakam", "bakan", "rektör"):
        names = seats.get(implied_heads()[noun], set())
    else:
        return None
    shortest = {plain(n).removeprefix("t.c. "): n for n in names}
    if home is not None:
        own = [n for n in names if plain(n).removeprefix("t.c. ").startswith(plain(home) + " ")]
        if own:
            return min(own, key=lambda n: (len(n), n))
        if noun in ("belediye", "büyükşehir"):
            large = " Büyükşehir" if noun == "büyükşehir" else ""
            return f"{home}{large} Belediyesi"
    return next(iter(shortest.values())) if len(shortest) == 1 else None


_LEAD: Final = 250  # characters in which a text says what it is about
_INNER_TITLES: Final = (
    "yönetim kurulu", "denetim kurulu", "denetleme kurulu", "disiplin kurulu", "mütevelli heyeti", "genel sekreter", "genel müdür",
    "genel başkan", "genel koordinatör", "başkan yardımcısı", "başkan vekili", "meclis başkanı", "meclis üyesi", "divan başkanı",
    "divan", "yazman üye", "sayman", "kurucu", "denetçi", "şube", "başkan", "müdür yardımcısı", "onur kurulu", "yürütme kurulu", "genel mali sekreter", "genel teşkilat", "genel örgüt", "genel eğitim sekreter", "bölge temsilci", "il temsilci", "mali sekreter", "hukuk danışmanı", "hukuk müşaviri",
    "genel direktör", "icra direktörü", "proje koordinatörü", "program koordinatörü", "programlar koordinatörü", "müdür",
)


def _main_body(
    sequence: Sequence[Word],
    institutions: Sequence[InstitutionMention],
    publisher: str | None,
    *,
    any_head: bool = False,
) -> str | None:
    """The body that the text is about: its publisher if the text names it, else the first by far."""
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    first_at: dict[str, int] = {}
    for mention in institutions:
        if mention.form == "implied":
            continue
        owner = mention
        while owner.same_as is not None:
            owner = institutions[owner.same_as]
        key = plain(owner.name)
        counts[key] = counts.get(key, 0) + 1
        names.setdefault(key, owner.name)
        first_at[key] = min(first_at.get(key, mention.span.start), mention.span.start)
    if publisher and plain(publisher) in counts:
        return publisher
    if publisher and lower(publisher.split()[-1]) in institution_heads() and _chairs(publisher):
        return publisher
    heads = {key for key in counts if any_head or _chairs(names[key])}
    for key in [k for k in first_at if k in heads and first_at[k] < _LEAD]:
        counts[key] += 2
    ranked = sorted(heads, key=lambda key: (-counts[key], key))
    if not ranked or counts[ranked[0]] < 2:
        return None
    if len(ranked) == 1 or counts[ranked[0]] > counts[ranked[1]]:
        return names[ranked[0]]
    return None


def _chairs(name: str) -> bool:
    """Whether a body has boards and members: an association, a chamber, a union, an agency."""
    head = institution_heads().get(lower(name.split()[-1]))
    return head is None or head.noun in (
        "dernek", "vakıf", "federasyon", "konfederasyon", "sendika", "oda", "baro", "borsa", "birlik", "ajans", "kooperatif",
        "kulüp", "banka", "holding", "şirket", "parti", "cemiyet", "platform", "kızılay", "şube",
    )


def _own_office(title: Title, publisher: str | None, lead: str | None) -> str | None:
    """`İl Müdürü X` in a text of an `... İl Müdürlüğü`."""
    wanted = implied_heads().get(title.noun)
    if not title.bare or wanted is None or title.noun in ("başkan", "vali", "kaymakam", "bakan"):
        return None
    for body in (publisher, lead):
        head = institution_heads().get(lower(body.split()[-1])) if body else None
        if head is not None and head.noun == wanted and not head.plural:
            return body
    return None


def _inner_seat(title: Title, seats: dict[str, set[str]], main: str | None, publisher: str | None) -> str | None:
    """The body of `Yönetim Kurulu Başkanı`, `Dernek Başkanı`, `Genel Sekreter` without a name."""
    words_of = lower(title.role).split()
    bare = bare_heads().get(title.kind_word) if title.kind_word else None
    if bare is not None:
        names = seats.get(bare.noun, set())
        if len(names) == 1:
            return next(iter(names))
        if main is not None and lower(main.split()[-1]) in institution_heads():
            head = institution_heads()[lower(main.split()[-1])]
            return main if head.noun == bare.noun else None
        return None
    if title.role == "Başkan" and publisher and lower(publisher.split()[-1]) == "belediyesi" and title.bare:
        return publisher
    local = lower(title.role).startswith(("şube", "bölge temsilci", "il temsilci"))
    if not words_of or not (title.bare or (local and title.body is None)):
        return None
    if title.noun in ("koordinatör", "uzman", "yönetici", "sorumlu", "direktör", "denetçi", "şef") and main == publisher:
        return main
    if "düzenleme" in words_of or "organizasyon" in words_of:
        return None
    board = any(word in ("kurulu", "heyeti", "divanı") for word in words_of)
    if not board and not lower(title.role).startswith(_INNER_TITLES):
        return None
    return main


def _surnames(
    sequence: Sequence[Word], people: Sequence[_Person], institutions: Sequence[InstitutionMention]
) -> list[PersonMention]:
    """Later mentions by surname alone: `Kaya, ...`, `Vali Yılmaz`."""
    covered = covered_words(sequence, [m.span for m in institutions])
    capitals = is_capitals(sequence)
    taken = {k for p in people for k in range(p.name.title_first, p.name.last + 1)}
    owners: dict[str, set[str]] = {}
    for person in people:
        owners.setdefault(lower(sequence[person.name.last].text), set()).add(person.name.name)
    found = []
    for i, word in enumerate(sequence):
        full = owners.get(word.lower)
        if full is None or len(full) != 1 or i in taken or i in covered or not word.capital:
            continue
        if i > 0 and adjacent(word) and sequence[i - 1].capital and sequence[i - 1].lower not in role_heads() and sequence[i - 1].sentence not in capitals:
            continue
        if word.first and is_ordinary(word.lower) and not word.suffix:
            nxt = sequence[i + 1] if i + 1 < len(sequence) else None
            if nxt is None or not (nxt.gap.strip() == "," or nxt.lower in ("ise", "da", "de")):
                continue
        title_first = title_start(sequence, i)
        title = title_before(sequence, title_first, Bodies({}, {}, {}))
        name = next(iter(full))
        found.append(
            PersonMention(Span(word.start, word.end), name, None, title.role if title else None, (), None,
                          Why("surname of a person named in full", (word.text,)), surname_only=True)
        )
    return found


def person_words(people: Sequence[PersonMention]) -> list[Span]:
    """Where people are named."""
    return [p.span for p in people]


