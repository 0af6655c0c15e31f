"""The public functions: what `import tutanak` offers beside `run` and `read_tables`."""

import os
from datetime import date

from tutanak import evaluation, ingest, runner
from tutanak.errors import InputError, OptionError
from tutanak.evaluation.score import Score
from tutanak.ingest.sidecar import iso_date
from tutanak.ingest.sources import find_sources
from tutanak.records import Record


def extract(
    text: str,
    *,
    published: str | date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    id: str | None = None,
) -> Record:
    """What one text says, as a record.

    Args:
        text: A report or release. It is cleaned first; `record.text` is what spans count.
        published: The day of publication; settles days without a year.
        publisher: Who issued it; settles `Bakanlığımız` and the like.
        title: Its headline, if known from elsewhere.
        id: Given back as `record.id`; made from the text where missing.

    Raises:
        OptionError: `published` is no date.
        InputError: The text is empty.
    """
    document = ingest.from_text(
        text, published=_day(published, "published"), publisher=publisher, title=title, id=id
    )
    return runner.process(document)


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
