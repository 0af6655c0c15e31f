"""The spaCy pipeline of all components, and the extractor that runs it: Document to Extraction."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tutanak.extraction import payload
from tutanak.records import (
    CountMention,
    DateMention,
    Document,
    Extraction,
    InstitutionMention,
    MeetingMention,
    PersonMention,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS: Final = (
    "tutanak_dates",
    "tutanak_institutions",
    "tutanak_people",
    "tutanak_roles",
    "tutanak_counts",
    "tutanak_meetings",
)
_INSTITUTIONS: Final = "tutanak_institutions"
_MODEL: Final = "tutanak_model"
_AFTER: Final = "tutanak_people"
_MAX_LENGTH: Final = 100_000_000  # rules are linear in the text; spaCy's limit is for parsers


def load(
    names: Sequence[str] = (),
    *,
    registry: Sequence[str] = (),
    verdicts: Sequence[str] = (),
    model: str | None = None,
) -> "Language":
    """A blank Turkish pipeline with all components of tutanak.

    Args:
        names: A user's names of bodies, found whatever noun they end in.
        registry: Paths of the user's tables of bodies, kept for those who link.
        verdicts: Paths of files of decisions, likewise.
        model: The trained model that is asked where the rules leave something open.

    Raises:
        ModelError: The model cannot be used.
    """
    import spacy

    import tutanak.extraction.factories  # noqa: F401  (registers the factories where not installed)

    nlp = spacy.blank("tr")
    nlp.max_length = _MAX_LENGTH
    for name in COMPONENTS:
        own = {"names": [*names], "registry": [*registry], "verdicts": [*verdicts]}
        nlp.add_pipe(name, config=own if name == _INSTITUTIONS else {})
    if model is not None:
        nlp.add_pipe(_MODEL, config={"model": model}, after=_AFTER)
    return nlp


def assemble(doc: "Doc", document: Document) -> Extraction:
    """What the components found on `doc`: the last line where a Doc lives."""
    return Extraction(
        document,
        dates=tuple(payload.read(doc, DateMention, "dates")),
        institutions=tuple(payload.read(doc, InstitutionMention, "institutions")),
        people=tuple(payload.read(doc, PersonMention, "people")),
        counts=tuple(payload.read(doc, CountMention, "counts")),
        meetings=tuple(payload.read(doc, MeetingMention, "meetings")),
        notices=tuple(payload.read_notices(doc)),
    )


class Extractor:
    """Document to Extraction. Builds the pipeline once; importing this module loads no spaCy."""

    def __init__(
        self,
        nlp: "Language | None" = None,
        *,
        names: Sequence[str] = (),
        model: str | None = None,
    ) -> None:
        self._nlp = nlp if nlp is not None else load(names, model=model)

    def __call__(self, document: Document) -> Extraction:
        """What `document` says."""
        doc = self._nlp.make_doc(document.text)
        doc._.published = document.published
        doc._.publisher = document.publisher
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        return assemble(doc, document)
