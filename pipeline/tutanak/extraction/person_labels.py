"""What people do by the label over their lines: `Konuşmacılar` and a list of names below."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tutanak.extraction.lexicon import role_heads
from tutanak.extraction.person_bearers import GUESTS, Bearer, lines_of
from tutanak.extraction.role_spelling import spell
from tutanak.extraction.tokens import Word
from tutanak.text.fold import capitalise
from tutanak.text.suffixes import possessed

_BEFORE_COLON: Final = 7  # words between a post and the colon of its list
_LABEL_WORDS: Final = 3
_LONGEST_ROW: Final = 30  # words of a line that is still a row of a list, not prose


def add_labels(sequence: Sequence[Word], people: Sequence[Bearer]) -> None:
    """Give the people of each list the duty that its label names."""
    rows = list(lines_of(sequence))
    duty: str | None = None
    several = inline = False
    for first, last in rows:
        here = [p for p in people if first <= p.name.first <= last]
        label = _label(sequence, first, last, here) or _announced(sequence, last)
        if label is not None:
            duty, several, inline = label
            here = here if several else here[:1]
        elif not here or not _is_row(sequence, first, last, here[0]):
            if not _is_detail(sequence, first, last):
                duty = None
            continue
        else:
            here = here[:1]
        for person in here if duty is not None else []:
            _give(person, duty)
            if not several:
                duty = None
        if label is not None and inline and not several:
            duty = None
    _add_inline(sequence, people)
    _add_posts(sequence, people, rows)
    _add_committees(sequence, people, rows)


def _add_posts(
    sequence: Sequence[Word], people: Sequence[Bearer], rows: Sequence[tuple[int, int]]
) -> None:
    """`Söz alan dernek başkanları:` and below it `X Derneği: A`, `Y Derneği: B`."""
    post = ""
    for first, last in rows:
        here = [p for p in people if first <= p.name.first <= last]
        if not here:
            post = _posts(sequence, last)
            continue
        person = here[0]
        opens = person.name.title_first <= first + 1
        labelled = opens or ":" in sequence[person.name.title_first].gap
        labelled = labelled and person.body is not None
        if post and labelled and not (person.titles or person.other):
            person.other.append(post)


def _posts(sequence: Sequence[Word], last: int) -> str:
    """The post that several hold by the words before a colon at the end of a line, or ""."""
    if last + 1 >= len(sequence) or ":" not in sequence[last + 1].gap:
        return ""
    for k in range(last, max(-1, last - _BEFORE_COLON), -1):
        head = role_heads().get(sequence[k].lower)
        if head is not None and head.plural and head.case == "nom":
            own = k == last or head.ours or head.marked
            return capitalise(head.noun) if own and head.noun not in GUESTS else ""
    return ""


def _add_committees(
    sequence: Sequence[Word], people: Sequence[Bearer], rows: Sequence[tuple[int, int]]
) -> None:
    """`DÜZENLEME KURULU` alone on a line, and its members on the lines below.

    A member's own post in brackets is that on the board: `(Başkan)`, `(Sekreter)`.
    """
    board = ""
    for first, last in rows:
        here = [p for p in people if first <= p.name.first <= last]
        if not here:
            board = _committee(sequence, first, last)
        elif board and here[0].name.title_first <= first + 1:
            _seat_on(here[0], board)
        else:
            board = ""


def _committee(sequence: Sequence[Word], first: int, last: int) -> str:
    """The name of the board of the event that a line consists of, or ""."""
    if last - first > _LABEL_WORDS or sequence[last].lower not in _COMMITTEES or first == last:
        return ""
    if sequence[first].lower not in _OF_EVENTS:
        return ""
    return " ".join(
        spell(w) if w.shape != "upper" else capitalise(w.text) for w in sequence[first : last + 1]
    )


_COMMITTEES: Final = frozenset({"kurulu", "heyeti", "komitesi", "sekretaryası"})
_OF_EVENTS: Final = frozenset(
    {"düzenleme", "bilim", "danışma", "yürütme", "organizasyon", "onur", "sempozyum", "kongre"}
)


def _seat_on(person: Bearer, board: str) -> None:
    title = person.titles[0] if person.titles else None
    if title is None and not person.other and person.body is None:
        person.other.append(f"{board} Üyesi")
    elif title is not None and title.body is None and title.implied is None and title.bare:
        post = capitalise(possessed(title.noun))
        person.titles[0] = replace(title, role=f"{board} {post}", bare=False)


def _give(person: Bearer, duty: str | None) -> None:
    known = duty in person.other or any(t.noun in GUESTS for t in person.titles)
    if duty is not None and not known:
        person.other.append(duty)


def _add_inline(sequence: Sequence[Word], people: Sequence[Bearer]) -> None:
    """`... / Konuşmacılar: A (X Derneği), B (Y Vakfı)`: a label in the middle of a line."""
    for k in range(1, len(sequence)):
        head = role_heads().get(sequence[k - 1].lower)
        if head is None or head.noun not in GUESTS or not head.plural or head.case != "nom":
            continue
        if ":" not in sequence[k].gap or "\n" in sequence[k].gap:
            continue
        end = k
        while end + 1 < len(sequence) and not _closes(sequence[end + 1]):
            end += 1
        for person in people:
            if k <= person.name.first <= end:
                _give(person, capitalise(head.noun))


def _closes(word: Word) -> bool:
    return "\n" in word.gap or ":" in word.gap or (word.first and "." in word.gap)


def _announced(sequence: Sequence[Word], last: int) -> tuple[str, bool, bool] | None:
    """`panelde şu konuşmacılar yer aldı:` and a list below."""
    if last + 1 >= len(sequence) or ":" not in sequence[last + 1].gap:
        return None
    for word in sequence[max(0, last - 5) : last]:
        head = role_heads().get(word.lower)
        if head is not None and head.noun in GUESTS and head.plural:
            return capitalise(head.noun), True, False
    return None


def _label(
    sequence: Sequence[Word], first: int, last: int, here: Sequence[Bearer]
) -> tuple[str, bool, bool] | None:
    """(duty, whether of several, whether names follow in the line) where a line has a label."""
    end = first
    while end < min(last, first + _LABEL_WORDS) and sequence[end].lower not in role_heads():
        end += 1
    head = role_heads().get(sequence[end].lower)
    if head is None or head.case != "nom" or sequence[end].suffix or not sequence[first].capital:
        return None
    chair = head.noun == "başkan" and sequence[first].lower == "oturum"
    if head.noun not in GUESTS and not chair:
        return None
    alone = end == last
    inline = not alone and ":" in sequence[end + 1].gap
    if not (alone or inline) or (alone and here):
        return None
    if chair:
        return "Oturum Başkanı", head.plural, inline
    kept = [spell(w) for w in sequence[first:end] if w.lower in ("davetli", "panel", "ana")]
    noun = possessed(head.noun) if "Panel" in kept else head.noun
    return " ".join([*kept, capitalise(noun)]), head.plural, inline


def _is_row(sequence: Sequence[Word], first: int, last: int, person: Bearer) -> bool:
    """Whether a line opens with a person and goes on as a row, not as a sentence."""
    if last - first > _LONGEST_ROW:
        return False
    start = person.titles[-1].first if person.titles else person.name.title_first
    told = any(w.shape == "lower" and w.lower.endswith(_VERBS) for w in sequence[last : last + 1])
    return min(start, person.name.title_first) <= first + 1 and not told


_VERBS: Final = (
    *("dı", "di", "du", "dü", "tı", "ti", "tu", "tü", "tır", "tir", "dır", "dir"),
    *("lar", "ler"),
)


def _is_detail(sequence: Sequence[Word], first: int, last: int) -> bool:
    """A short line between the names: a body, a topic in quotes."""
    if last - first > 14:
        return False
    return not sequence[last].lower.endswith(_VERBS) and "\n\n" not in sequence[first].gap
