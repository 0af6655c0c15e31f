"""What `registry lookup` and `registry explain` print."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tutanak.normalise.explain import Explanation
    from tutanak.records import Link

_ABSTAINS: Final = {
    "none": "no such body in the registry",
    "ambiguous": "several bodies bear this name",
}
_STEPS: Final = {
    "verdict": "a person decided so",
    "exact": "the key is that of its name",
    "alias": "the key is that of another name of it",
    "acronym": "the key is that of an acronym of it",
    "fuzzy": "a few letters are wrong, and no other body is as near",
    "none": "no step found a body",
    "ambiguous": "the first step that found any found several, and nothing decides between them",
}
_GUARDS: Final = {
    "rival": "bears the same name",
    "place": "another place",
    "number": "another number",
    "head": "another kind of body",
    "word": "a word more, less, or another one",
    "edits": "too many letters differ",
}


def short(answer: "Explanation") -> Iterator[str]:
    """The answer, the bodies that an ambiguous name may mean, and what else came near."""
    yield from _answer(answer)
    yield from _namesakes(answer)
    listed = {one.id for one in answer.namesakes}
    others = [one for one in answer.candidates if one.guard and one.id not in listed]
    if others:
        yield "came near, with what kept each out:"
    for one in others:
        yield f"  {one.score:.2f}  {one.name}  {one.id}  {one.guard}: {one.detail}"


def full(answer: "Explanation") -> Iterator[str]:
    """The same with the key, the step that decided, and the guards in words."""
    yield from _answer(answer)
    yield f"  key: {answer.key or '(nothing is left of the name)'}"
    yield f"  step: {answer.link.method}: {_STEPS[answer.link.method]}"
    if answer.link.alternatives and answer.link.id is not None:
        yield "chosen by day, context or rank among:"
        for rival in answer.link.alternatives:
            yield f"  {rival.score:.2f}  {rival.canonical_name}  {rival.id}"
    yield from _namesakes(answer)
    listed = {one.id for one in (*answer.namesakes, *answer.link.alternatives)}
    others = [one for one in answer.candidates if one.guard and one.id not in listed]
    if others:
        yield "came near, and what kept each out (in the name / in its own):"
    for one in others:
        yield f"  {one.score:.2f}  {one.name}  {one.id}"
        yield f"        {_GUARDS[one.guard or '']}: {one.detail}"


def _answer(answer: "Explanation") -> Iterator[str]:
    link = answer.link
    if link.id is None:
        part = f"; its name begins with that of {link.parent}" if link.parent else ""
        yield f"{answer.query}: {_ABSTAINS[link.method]}{part}"
        return
    yield f"{answer.query} -> {link.canonical_name}"
    kind = f"{link.kind}, part of {link.parent}" if link.parent else str(link.kind)
    yield f"  {link.id} ({kind})"
    yield f"  {link.method}, score {link.score:.2f}{_office(link)}"


def _office(link: "Link") -> str:
    return f"; an office of it: {link.office}" if link.office else ""


def _namesakes(answer: "Explanation") -> Iterator[str]:
    if not answer.namesakes:
        return
    yield f"{answer.bearers} bodies bear it; --beside NAME or --date may decide:"
    for one in answer.namesakes:
        yield f"  {one.canonical_name}  {one.id}"
    if (more := answer.bearers - len(answer.namesakes)) > 0:
        yield f"  and {more} more"
