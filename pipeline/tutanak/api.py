"""The public functions: what `import tutanak` offers beside `run`."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tutanak import evaluation, ingest, runner
from tutanak.arguments import a_number, a_path, a_text, a_text_or_none
from tutanak.errors import InputError, OptionError
from tutanak.evaluation.score import Score
from tutanak.extraction.model_choice import DEFAULT_MODEL, Model, settled
from tutanak.ingest.sidecar import iso_date
from tutanak.ingest.sources import find_sources
from tutanak.normalise.own import Files, OwnFiles, own_files
from tutanak.normalise.own import load as load_registry
from tutanak.records import Document, Link, Record

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language

    from tutanak.reasons.values import Reasons


def extract(
    text: str,
    *,
    published: str | date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    id: str | None = None,
    registry: Files = (),
    verdicts: Files = (),
    model: Model = DEFAULT_MODEL,
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
        model: A trained model beside the rules, or `none` (docs/models.md).

    Raises:
        OptionError: `published` is no date, or the text no string.
        InputError: The text is empty.
        ResourceError: `registry` or `verdicts` is broken.
        ModelError: The model is missing, broken or of another version.
    """
    document = ingest.from_text(
        text, published=_day(published, "published"), publisher=publisher, title=title, id=id
    )
    return runner.process(document, own=own_files(registry, verdicts), model=settled(model))


def why(
    text: str,
    field: str | None = None,
    *,
    value: str | None = None,
    index: int | None = None,
    published: str | date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    registry: Files = (),
    verdicts: Files = (),
    model: Model = DEFAULT_MODEL,
) -> "Reasons":
    """Why one text gives the values that it gives: rules, cue words, and what each value beat.

    `print` shows the sentences with the values and cues marked; iterating gives an account of
    each value; `to_dict()` is for JSON. docs/why.md says what the rules mean.

    Args:
        text: A report or release, as for `extract`.
        field: `dates`, `institutions`, `people`, `counts` or `meetings`; all where it is left out.
        value: Only values that have this in their words or in what is shown of them.
        index: Only the value at this place of the record's list.
        published: The day of publication.
        publisher: Who issued it.
        title: Its headline, if known from elsewhere.
        registry: Your own tables of bodies, beside the packaged ones.
        verdicts: Files of people's decisions about names.
        model: A trained model beside the rules, or `none` (docs/models.md).

    Raises:
        OptionError: There is no such field, or `published` is no date.
        InputError: The text is empty.
        ResourceError: `registry` or `verdicts` is broken.
        ModelError: The model is missing, broken or of another version.
    """
    document = ingest.from_text(
        text, published=_day(published, "published"), publisher=publisher, title=title
    )
    own = own_files(registry, verdicts)
    return explain_document(
        document, field, value=value, index=index, own=own, model=settled(model)
    )


def explain_document(
    document: Document,
    field: str | None = None,
    *,
    value: str | None = None,
    index: int | None = None,
    own: OwnFiles | None = None,
    model: str | None = None,
) -> "Reasons":
    """`why` for a document that was read; `model` is `settled`.

    Raises:
        OptionError: There is no such field.
    """
    from tutanak.reasons.account import FIELDS, fields_named, reasons_of

    value = a_text_or_none(value, "value")
    if index is not None:
        a_number(index, "index", least=0)
    if field is not None and field not in FIELDS:
        raise OptionError(f"field is {field!r}; it must be one of {', '.join(FIELDS)}")
    own = own or OwnFiles()
    extractor, normaliser = runner.stages(None, own, model)
    extraction = extractor(document)
    return reasons_of(
        normaliser(extraction),
        extraction,
        load_registry(own),
        fields=tuple(fields_named([field] if field else [])),
        value=value,
        index=index,
    )


def load(*, registry: Files = (), verdicts: Files = (), model: Model = DEFAULT_MODEL) -> "Language":
    """A spaCy pipeline with all components of tutanak; `doc._.record` is what they found.

    Each component is a registered factory (`nlp.add_pipe("tutanak_dates")`) for pipelines of your
    own; `doc._.record` holds what those that ran have found. What is known from outside goes on
    the Doc before they run:

        doc = nlp.make_doc(text)
        doc._.published = "2022-11-14"
        record = nlp(doc)._.record

    Args:
        registry: Your own tables of bodies, beside the packaged ones.
        verdicts: Files of people's decisions about names.
        model: A trained model beside the rules, or `none` (docs/models.md).

    Raises:
        ResourceError: `registry` or `verdicts` is broken.
        ModelError: The model is missing, broken or of another version.
    """
    import tutanak.components  # noqa: F401  (registers `doc._.record` where not installed)
    from tutanak.extraction import pipeline

    own = own_files(registry, verdicts)
    names = load_registry(own).own_names()
    files = ([str(path) for path in paths] for paths in (own.registries, own.verdicts))
    bodies, decisions = files
    return pipeline.load(names, registry=bodies, verdicts=decisions, model=settled(model))


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
    own = own_files(registry, verdicts)
    return load_registry(own).link(a_text(name, "name"), on=_day(on, "on"))


def evaluate(
    gold: str | os.PathLike[str],
    *,
    texts: str | os.PathLike[str] | None = None,
    records: str | os.PathLike[str] | None = None,
    registry: Files = (),
    verdicts: Files = (),
    model: Model = DEFAULT_MODEL,
) -> Score:
    """Score records against gold, by field.

    Args:
        gold: Folder of gold files, one a document.
        texts: Folder of their texts, whose records are made anew; or
        records: a `records.jsonl`.
        registry: Your own tables of bodies, for `texts`.
        verdicts: Files of people's decisions about names, for `texts`.
        model: A trained model beside the rules, for `texts`.

    Raises:
        OptionError: Not exactly one of `texts` and `records` is given, or `registry`, `verdicts`
            or `model` with `records`, which are made already.
        InputError: Gold, texts or records cannot be read.
        ResourceError: `registry` or `verdicts` is broken.
    """
    if (texts is None) == (records is None):
        raise OptionError("give either texts or records")
    own = own_files(registry, verdicts)
    wanted = evaluation.read_gold(a_path(gold, "gold"))
    if records is not None:
        if own != OwnFiles():
            raise OptionError("registry and verdicts go with texts; records are linked already")
        if model not in (None, DEFAULT_MODEL):
            raise OptionError("a model goes with texts; records are made already")
        found_records = evaluation.read_records(a_path(records, "records"), known=wanted)
        return evaluation.score(wanted, found_records)
    chosen = settled(model)
    found = find_sources([a_path(texts, "texts")], suffixes=ingest.SUFFIXES)
    if found.failures:
        raise InputError(found.failures[0].message)
    made = [
        runner.process(document, own=own, model=chosen)
        for source in found.sources
        if source.id in wanted
        for document in ingest.read(source, runner.reading())
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
        OptionError: `source` is no path.
        OutputError: The folder, or one of its tables, is missing or damaged.
        StoreError: The store is missing, or cannot be read.
        MissingPackageError: A store needs `tutanak[store]`.
    """
    from tutanak.emit import frames

    a_path(source, "source")
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
        return iso_date(a_text(value, name))
    except ValueError as error:
        raise OptionError(f"{name}: {error}") from None
