"""Precision, recall and F1 by field: one-to-one matching of gold items with those of a record.

Optional gold items absorb what matches them: finding them is no error, missing them neither.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tutanak.evaluation.alike import (
    forms,
    key,
    last_word,
    name_of,
    same_noun,
    same_role,
)

FIELDS: Final = (
    "dates",
    "institutions",
    "people",
    "people+role+institution",
    "counts",
    "meetings",
)
_FULL: Final = "people+role+institution"

Item = dict[str, Any]
Same = Callable[[Item, Item], bool]
Show = Callable[[Item], str]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A gold item that was missed, an extra one, or a person with a wrong role or institution."""

    document: str
    kind: str
    what: str


@dataclass(slots=True)
class Tally:
    """Right, extra and missed items of a field."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right among found; 1 where nothing was found."""
        found = self.right + self.extra
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Right among expected; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def expected(self) -> int:
        """How many items gold demands."""
        return self.right + self.missed

    def add(self, other: "Tally") -> None:
        """Add the numbers and mistakes of another tally."""
        self.right += other.right
        self.extra += other.extra
        self.missed += other.missed
        self.mistakes += other.mistakes


@dataclass(slots=True)
class Share:
    """How many of the matched items have some further property right."""

    right: int = 0
    total: int = 0

    def note(self, right: bool) -> None:
        """Count one item."""
        self.right += right
        self.total += 1

    @property
    def accuracy(self) -> float:
        """Right among all."""
        return self.right / max(1, self.total)


@dataclass(slots=True)
class Score:
    """Tallies by field, accuracies of matched items, and the same for each document."""

    gold: int = 0
    predicted: int = 0
    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    accuracies: dict[str, Share] = field(default_factory=dict)
    documents: dict[str, "Score"] = field(default_factory=dict)

    def accuracy(self, name: str) -> Share:
        """The share of that name, made when it is first asked for."""
        return self.accuracies.setdefault(name, Share())


def score(gold: Mapping[str, Item], records: Mapping[str, Item]) -> Score:
    """Records against gold, both by document id.

    Args:
        gold: As in the annotation guide. A document without a record counts as an empty record.
        records: As in `records.jsonl`; those without gold only count in `predicted`.
    """
    whole = Score(gold=len(gold), predicted=len(records))
    for document, expected in gold.items():
        one = score_document(document, expected, records.get(document, {}))
        whole.documents[document] = one
        for name, tally in one.fields.items():
            whole.fields[name].add(tally)
        for name, share in one.accuracies.items():
            total = whole.accuracy(name)
            total.right += share.right
            total.total += share.total
    return whole


def score_document(document: str, gold: Item, record: Item) -> Score:
    """One record against its gold."""
    one = Score(gold=1, predicted=1)

    def pairs(name: str, same: Same, show: Show) -> list[tuple[Item, Item]]:
        return _match(one.fields[name], gold[name], record.get(name) or [], same, document, show)

    for want, got in pairs("dates", _same_date, _show_date):
        one.accuracy("date role").note(want["role"] == got.get("role"))
    pairs("institutions", _same_institution, _show_name)
    _people(one, pairs("people", _same_person, _show_name), gold, record, document)
    for want, got in pairs("counts", _same_count, _show_count):
        one.accuracy("count qualifier").note(want.get("qualifier") == got.get("qualifier"))
    for want, got in pairs("meetings", _same_meeting, _show_meeting):
        place, found = key(want.get("place")).split(), key(name_of(got.get("place"))).split()
        one.accuracy("meeting full type").note(same_noun(want["type"], got.get("type")))
        agree = not set(place).isdisjoint(found) or not want.get("place")
        one.accuracy("meeting place").note(agree)
        one.accuracy("meeting format").note(want.get("format") == got.get("format"))
    return one


def _match(
    tally: Tally, gold: list[Item], found: list[Item], same: Same, document: str, show: Show
) -> list[tuple[Item, Item]]:
    """Pairs of demanded and found items; each takes the first that is the same and still free."""
    optional = [item for item in gold if item.get("optional")]
    pairs, free = [], list(found)
    for want in gold:
        if want.get("optional"):
            continue
        hit = next((i for i, got in enumerate(free) if same(want, got)), None)
        if hit is None:
            tally.missed += 1
            tally.mistakes.append(Mistake(document, "MISS", show(want)))
        else:
            pairs.append((want, free.pop(hit)))
            tally.right += 1
    for got in free:
        if not any(same(want, got) for want in optional):
            tally.extra += 1
            tally.mistakes.append(Mistake(document, "EXTRA", show(got)))
    return pairs


def _people(
    one: Score, pairs: list[tuple[Item, Item]], gold: Item, record: Item, document: str
) -> None:
    """Roles and affiliations of the people that were found."""
    same_body = {form: forms(body) for body in gold["institutions"] for form in forms(body)}
    tally = one.fields[_FULL]
    for want, got in pairs:
        body, other = want.get("institution"), name_of(got.get("institution"))
        roles = [want.get("role"), *(want.get("other_roles") or [])]
        role = any(same_role(each, got.get("role"), body, other) for each in roles)
        a, b = key(body), key(other)
        affiliation = a == b or b in same_body.get(a, ()) or a in same_body.get(b, ())
        one.accuracy("role").note(role)
        one.accuracy("affiliation").note(affiliation)
        if role and affiliation:
            tally.right += 1
        else:
            tally.extra += 1
            tally.missed += 1
            what = (
                f"{want['name']}: gold {want.get('role')} @ {body} | "
                f"got {got.get('role')} @ {other}"
            )
            tally.mistakes.append(Mistake(document, "WRONG", what))
    demanded = sum(not person.get("optional") for person in gold["people"])
    optional = {key(person["name"]) for person in gold["people"] if person.get("optional")}
    counted = sum(key(got.get("name")) not in optional for got in record.get("people") or [])
    tally.missed += demanded - len(pairs)
    tally.extra += counted - len(pairs)


def _day(value: str | None) -> str:
    return (value or "")[:10]


def _same_date(want: Item, got: Item) -> bool:
    return (want["start"], want["end"]) == (_day(got.get("start")), _day(got.get("end")))


def _same_institution(want: Item, got: Item) -> bool:
    return key(got.get("name")) in forms(want) or key(want["name"]) in forms(got)


def _same_person(want: Item, got: Item) -> bool:
    return key(want["name"]) == key(got.get("name"))


def _same_count(want: Item, got: Item) -> bool:
    return all(want.get(part) == got.get(part) for part in ("low", "high", "unit"))


def _same_meeting(want: Item, got: Item) -> bool:
    return (
        same_noun(last_word(want["type"]), last_word(got.get("type")))
        and (want.get("start") or "") == _day(got.get("start"))
        and (want.get("end") or "") == _day(got.get("end"))
    )


def _show_name(item: Item) -> str:
    return str(item.get("name"))


def _show_date(item: Item) -> str:
    return f"{item.get('text')} {item.get('start')}..{item.get('end')} {item.get('role')}"


def _show_count(item: Item) -> str:
    return f"{item.get('text')} {item.get('low')}..{item.get('high')} {item.get('unit')}"


def _show_meeting(item: Item) -> str:
    return f"{item.get('type')} {item.get('start')}..{item.get('end')} @ {item.get('place')}"
