"""The tables that people edit: read, checked, folded and cached in one place.

Every table under `tr/` is TOML with a `source` line. `word_list` serves those that are plain
lists of words; tables with more than a word a row have a loader of their own below.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from tutanak.errors import ResourceError
from tutanak.text.fold import lower


@cache
def table(name: str) -> dict[str, Any]:
    """The table `tr/<name>.toml` as it stands. Raises ResourceError where it is not readable."""
    path = files("tutanak.resources") / "tr" / f"{name}.toml"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ResourceError(f"tr/{name}.toml: no such table in the package") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(f"tr/{name}.toml: not readable as UTF-8 TOML: {error}") from error
    if not isinstance(content.get("source"), str):
        raise ResourceError(f"tr/{name}.toml: `source` is missing; say where its rows come from")
    return content


@cache
def word_list(name: str, key: str = "words") -> frozenset[str]:
    """The words under `key` of a table, in Turkish lower case.

    A list may be written as an array of strings or as one string with white space between words.
    """
    rows = table(name).get(key)
    if isinstance(rows, str):
        rows = rows.split()
    if not isinstance(rows, list) or not all(isinstance(row, str) and row.strip() for row in rows):
        raise ResourceError(f"tr/{name}.toml: `{key}` must be a list of words")
    return frozenset(lower(row.strip()) for row in rows)


@cache
def line_list(name: str) -> tuple[str, ...]:
    """The lines of `tr/<name>.txt` without comments (`#`) and blanks, as written."""
    path = files("tutanak.resources") / "tr" / f"{name}.txt"
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise ResourceError(f"tr/{name}.txt: not readable as UTF-8: {error}") from error
    if not text.startswith("#"):
        raise ResourceError(f"tr/{name}.txt: line 1 must be a comment that names the source")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
