"""Who stands beside a chief or travels with one: `Başkan A ... Başkan Yardımcısı B`."""

from collections.abc import Sequence
from typing import Final

from tutanak.extraction.lexicon import institution_heads
from tutanak.extraction.person_bearers import Bearer
from tutanak.extraction.tokens import Word
from tutanak.text.fold import lower

# Who leads a body, and who stands beside them: `Belediye Başkanı A ... Başkan Yardımcısı B`
_CHIEFS: Final = frozenset(
    ["Başkan", "Genel Başkan", "Belediye Başkanı", "Büyükşehir Belediye Başkanı", "Baro Başkanı"]
)
_DEPUTIES: Final = frozenset(["Başkan Yardımcısı", "Başkan Vekili", "Başkan Danışmanı"])
_NEAR: Final = 1  # sentences from a chief to a deputy in a release of another body
_LED: Final = ("başkanlığındaki", "başkanlığında", "beraberindeki", "liderliğindeki")
_GROUP: Final = 5  # words from a name to the delegation that it leads
_HOSTS: Final = frozenset({"vali", "kaymakam", "bakan", "milletvekili", "muhtar", "büyükelçi"})


def has_body(person: Bearer) -> bool:
    """Whether the text or the title says in which body somebody holds office."""
    return person.body is not None or person.implied is not None or person.seat is not None


def is_chief(person: Bearer) -> bool:
    """Whether somebody leads a body that is known."""
    return bool(person.titles) and person.titles[0].role in _CHIEFS and has_body(person)


def leader_of(
    sequence: Sequence[Word],
    people: Sequence[Bearer],
    n: int,
    chief: Bearer | None,
    own: str | None,
) -> Bearer | None:
    """Whose body is that of person `n`, whose title names none: a chief's or a delegation's head.

    Args:
        sequence: The words of the text.
        people: The people of the text in order.
        n: Index of the person asked for.
        chief: The chief named last before.
        own: The publisher.
    """
    person = people[n]
    title = person.titles[0]
    if not title.ours and (head := _head_of_delegation(sequence, people[:n], person)) is not None:
        return head
    if title.role == "Şube Müdürü" and (head := _of_directorate(sequence, people[:n], person)):
        return head
    if chief is None or title.role not in _DEPUTIES or title.ours or title.kind_word:
        return None
    tail = institution_heads().get(lower(own.split()[-1])) if own else None
    far = sequence[person.name.first].sentence - sequence[chief.name.first].sentence > _NEAR
    return None if far and tail is not None and tail.noun == "belediye" else chief


def _head_of_delegation(
    sequence: Sequence[Word], before: Sequence[Bearer], person: Bearer
) -> Bearer | None:
    """`Belediye Başkanı A başkanlığındaki heyette | Meclis Başkanı B`, or `... . Heyette | B`."""
    title = person.titles[0]
    if title.noun in _HOSTS or title.role.startswith("Vali"):
        return None
    at = sequence[title.first].sentence
    for head in reversed(before):
        last = head.name.last
        if at - sequence[last].sentence > 1:
            return None
        told = [w.lower for w in sequence[last + 1 : last + 1 + _GROUP]]
        led = [k for k, w in enumerate(told) if w in _LED]
        if not led or not has_body(head):
            continue
        same = at == sequence[last].sentence
        group = told[led[0] + 1 : led[0] + 4]
        if same and any(w.startswith("heyet") and w.endswith(("te", "nde")) for w in group):
            return head
        opens = next(w for w in sequence if w.sentence == at)
        if not same and opens.lower in ("heyette", "heyetinde"):
            return head if any(w.startswith("heyet") for w in group) else None
    return None


def _of_directorate(
    sequence: Sequence[Word], before: Sequence[Bearer], person: Bearer
) -> Bearer | None:
    """`İlçe Millî Eğitim Müdürü A, Şube Müdürleri B ve C`: the head of the directorate."""
    own = sequence[person.name.first].sentence
    for head in reversed(before):
        if sequence[head.name.last].sentence != own:
            return None
        name = head.implied or head.seat or ""
        if name.endswith("Eğitim Müdürlüğü"):
            return head
    return None
