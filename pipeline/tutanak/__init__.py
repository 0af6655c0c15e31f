"""Structured records from Turkish meeting reports and press releases.

    import tutanak

    record = tutanak.extract(text, published="2022-11-14")  # one text -> tutanak.Record
    print(tutanak.why(text, "counts"))  # the rule, the cue words and the rivals of each count
    report = tutanak.run(["data/raw"], out="data/processed")  # folders -> records and tables
    tables = tutanak.read_tables("data/processed")  # -> dict of pandas DataFrames
    nlp = tutanak.load()  # a spaCy Language; doc._.record

Everything here is imported when it is first used: `import tutanak` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from tutanak import errors

if TYPE_CHECKING:
    from tutanak.api import evaluate, extract, link, load, read_tables, why
    from tutanak.extraction.dates import dates
    from tutanak.records import Record
    from tutanak.runner import run
    from tutanak.text.numerals import numbers

__version__: Final = "0.1.0"

__all__ = [
    "Record",
    "__version__",
    "dates",
    "errors",
    "evaluate",
    "extract",
    "link",
    "load",
    "numbers",
    "read_tables",
    "run",
    "why",
]

# No module may bear one of these names: importing it would hide the function.
_HOMES: Final = {
    "Record": "tutanak.records",
    "dates": "tutanak.extraction.dates",
    "evaluate": "tutanak.api",
    "extract": "tutanak.api",
    "link": "tutanak.api",
    "load": "tutanak.api",
    "numbers": "tutanak.text.numerals",
    "read_tables": "tutanak.api",
    "run": "tutanak.runner",
    "why": "tutanak.api",
}


def __getattr__(name: str) -> Any:
    """The public name, from its home (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tutanak' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, for completion in notebooks."""
    return sorted(__all__)
