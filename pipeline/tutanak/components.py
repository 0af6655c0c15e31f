"""What spaCy loads for the components: their factories, and `doc._.record` to go with them.

The factories are entry points of this module, so that `spacy.blank("tr")` and one `add_pipe` are
enough. It stays light: every `spacy.blank()` imports it.
"""

import hashlib
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from tutanak.extraction.factories import (
    make_counts,
    make_dates,
    make_institutions,
    make_meetings,
    make_model,
    make_people,
    make_roles,
)

if TYPE_CHECKING:
    from tutanak.records import Record

__all__ = [
    "make_counts",
    "make_dates",
    "make_institutions",
    "make_meetings",
    "make_model",
    "make_people",
    "make_roles",
    "record_of",
]


def record_of(doc: Doc) -> "Record":
    """The record of a Doc: what the components that ran have found, the rest empty.

    Spans count the characters of `doc.text`, which stays as it is.
    """
    from tutanak.extraction.factories import own_of, published_of, publisher_of
    from tutanak.extraction.pipeline import assemble
    from tutanak.normalise.own import own_files
    from tutanak.records import Document
    from tutanak.runner import stages

    digest = hashlib.sha256(doc.text.encode()).hexdigest()
    document = Document(
        id=f"text-{digest[:16]}",
        text=doc.text,
        sha256=digest,
        published=published_of(doc),
        publisher=publisher_of(doc),
    )
    _, normaliser = stages(None, own_files(*own_of(doc)))
    return normaliser(assemble(doc, document))


if not Doc.has_extension("record"):
    Doc.set_extension("record", getter=record_of)
