"""The public functions: what `import tutanak` offers beside `run`."""

import hashlib
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tutanak import evaluation, ingest, runner
from tutanak.errors import InputError, OptionError
from tutanak.evaluation.score import Score
from tutanak.ingest.sidecar import iso_date
from tutanak.ingest.sources import find_sources
from tutanak.normalise.own import Files, own_files
from tutanak.normalise.own import load as load_registry
from tutanak.records import Document, Link, Record

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language
    from spacy.tokens import Doc


def extract(
    text: str,
    *,
    published: str | date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    id: str | None = None,
    registry: Files = (),
    verdicts: Files = (),
) -> Record:
    """What one text says, as a record.

    Args:
        text: A report or release. It is cleaned first; `record.text` is what spans count.
        published: The day of publication; settles days without a year.
        publisher: Who issued it; settles `Bakanlığımız` and the like.
        title: Its headline, if known from elsewhere.
        id: Given back as `record.id`; made from the text where missing.
        registry: Your own tables of bodies, beside the packaged ones.
        verdicts: Files of people's decisions about names.

    Raises:
        OptionError: `published` is no date.
        InputError: The text is empty.
        ResourceError: `registry` or `verdicts` is broken.
    """
    document = ingest.from_text(
        text, published=_day(published, "published"), publisher=publisher, title=title, id=id
    )
    return runner.process(document, own=own_files(registry, verdicts))


def load() -> "Language":
    """A spaCy pipeline with all components of tutanak; `doc._.record` is what they found.

    Each component is a registered factory (`nlp.add_pipe("tutanak_dates")`) for pipelines of your
    own. What is known from outside goes on the Doc before they run:

        doc = nlp.make_doc(text)
        doc._.published = "2022-11-14"
        record = nlp(doc)._.record
    """
    from spacy.tokens import Doc

    from tutanak.extraction import pipeline

    nlp = pipeline.load()
    if not Doc.has_extension("record"):
        Doc.set_extension("record", getter=_record)
    return nlp


def _record(doc: "Doc") -> Record:
    """The record of a Doc; spans count the characters of `doc.text`, which stays as it is."""
    from tutanak.extraction.factories import published_of, publisher_of
    from tutanak.extraction.pipeline import assemble

    digest = hashlib.sha256(doc.text.encode()).hexdigest()
    document = Document(
        id=f"text-{digest[:16]}",
        text=doc.text,
        sha256=digest,
        published=published_of(doc),
        publisher=publisher_of(doc),
    )
    _, normaliser = runner.stages(None)
    return normaliser(assemble(doc, document))


def link(
    name: str, *, on: str | date | None = None, registry: Files = (), verdicts: Files = ()
) -> Link:
    """What a name means in the registry of bodies.

    Args:
        name: A body's name as a text has it: case, suffixes and abbreviations do not matter.
        on: The day on which it bore that name.
        registry: Your own tables of bodies, beside the packaged ones.
        verdicts: Files of people's decisions about names.

    Returns:
        A link with id, canonical name, method and score; its `id` is None where nothing is certain.

    Raises:
        OptionError: `on` is no date.
        ResourceError: `registry` or `verdicts` is broken.
    """
    return load_registry(own_files(registry, verdicts)).link(name, on=_day(on, "on"))


def evaluate(
    gold: str | os.PathLike[str],
    *,
    texts: str | os.PathLike[str] | None = None,
    records: str | os.PathLike[str] | None = None,
) -> Score:
    """Score records against gold, by field.

    Args:
        gold: Folder of gold files, one a document.
        texts: Folder of their texts, whose records are made anew; or
        records: a `records.jsonl`.

    Raises:
        OptionError: Not exactly one of `texts` and `records` is given.
        InputError: Gold, texts or records cannot be read.
    """
    if (texts is None) == (records is None):
        raise OptionError("give either texts or records")
    wanted = evaluation.read_gold(gold)
    if records is not None:
        return evaluation.score(wanted, evaluation.read_records(records, known=wanted))
    assert texts is not None
    found = find_sources([texts], suffixes=ingest.READERS)
    if found.failures:
        raise InputError(found.failures[0].message)
    made = [
        runner.process(document)
        for source in found.sources
        if source.id in wanted
        for document in ingest.read(source)
    ]
    return evaluation.score(wanted, {r.id: r.model_dump(mode="json") for r in made})


def read_tables(source: str | os.PathLike[str]) -> dict[str, "pd.DataFrame"]:
    """The eight tables by name: those that `tutanak run` wrote, or those of a store.

    Columns have the same types whatever they hold: `string`, `Int64`, `Float64`, `boolean`, and
    `datetime64[s]` for days. In a folder, Parquet is read where it is there, else CSV; a store
    gives the current versions of its documents.

    Args:
        source: The folder given to `run` as `--out`; or a store: its URL
            (`sqlite:///archive.db`, `postgresql+psycopg://...`), or its SQLite file.

    Raises:
        OutputError: The folder, or one of its tables, is missing or damaged.
        StoreError: The store is missing, or cannot be read.
        MissingPackageError: A store needs `tutanak[store]`.
    """
    from tutanak.emit import frames

    name = os.fspath(source)
    if "://" in name or Path(name).is_file():
        from tutanak.store import open_store

        with open_store(name, create=False) as store:
            return store.read_tables()
    return frames.read_tables(name)


def _day(value: str | date | None, name: str) -> date | None:
    """A day given as such or as text.

    Raises:
        OptionError: It is no day.
    """
    if value is None or isinstance(value, date):
        return value
    try:
        return iso_date(value)
    except ValueError as error:
        raise OptionError(f"{name}: {error}") from None
