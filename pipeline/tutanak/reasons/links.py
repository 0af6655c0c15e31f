"""How an institution was linked, and the bodies of the registry that it could have meant."""

from typing import TYPE_CHECKING, Final

from tutanak.normalise.assemble import day_of
from tutanak.reasons.values import Linked, Rival
from tutanak.records import Extraction, InstitutionOut

if TYPE_CHECKING:
    from tutanak.normalise.registry import Registry

_MOST: Final = 3  # rivals that an account shows
_NEAR: Final = 0.7  # how alike a body must look to be a rival of one that was linked
_NEAR_UNKNOWN: Final = 0.5  # the same where nothing was linked


class Linker:
    """Explains the links of one document: on its day, beside its other names."""

    def __init__(self, registry: "Registry", extraction: Extraction) -> None:
        self._registry = registry
        self._day = day_of(extraction)
        self._context = frozenset(m.name for m in extraction.institutions)

    def __call__(self, value: InstitutionOut) -> Linked:
        """The link of a value with its rivals, best first."""
        answer = self._registry.explain(value.name, on=self._day, context=self._context)
        least = _NEAR if value.id is not None else _NEAR_UNKNOWN
        rivals = [
            Rival(one.id, one.name, one.score, f"{one.guard}: {one.detail}")
            for one in answer.candidates
            if one.guard is not None and one.id != value.id
            if one.score >= least or one.guard == "rival"
        ]
        match = value.match
        return Linked(
            value.id, value.canonical_name, match.method, match.score, tuple(rivals[:_MOST])
        )
