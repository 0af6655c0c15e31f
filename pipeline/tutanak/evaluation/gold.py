"""Gold files and records as plain objects, checked as far as the scores need them."""

import json
import os
from collections.abc import Container
from pathlib import Path
from typing import Any, Final

from tutanak.errors import InputError

_LISTS: Final = ("dates", "institutions", "people", "counts", "meetings")
_NEEDED: Final = {
    "dates": ("start", "end", "role"),
    "institutions": ("name",),
    "people": ("name",),
    "counts": (),
    "meetings": ("type",),
}


def read_gold(folder: str | os.PathLike[str]) -> dict[str, dict[str, Any]]:
    """The gold of a folder by document id (the stem of each `.json`).

    Raises:
        InputError: The folder is missing or empty, or a file lacks what the scores compare.
    """
    place = Path(folder)
    if not place.is_dir():
        raise InputError(f"{place}: no such folder of gold files")
    gold = {path.stem: _read_one(path) for path in sorted(place.glob("*.json"))}
    if not gold:
        raise InputError(f"{place}: no gold in it; one .json file a document is expected")
    return gold


def _read_one(path: Path) -> dict[str, Any]:
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: not readable as UTF-8 JSON: {error}") from error
    if not isinstance(content, dict):
        raise InputError(f"{path}: an object is expected")
    for name in _LISTS:
        items = content.get(name)
        if not isinstance(items, list):
            raise InputError(f"{path}: the list `{name}` is missing")
        for i, item in enumerate(items):
            lacking = [part for part in _NEEDED[name] if part not in item]
            if lacking:
                raise InputError(f"{path}: {name}[{i}] lacks {', '.join(lacking)}")
    return content


def read_records(
    path: str | os.PathLike[str], *, known: Container[str] = ()
) -> dict[str, dict[str, Any]]:
    """The records of a `records.jsonl` by id.

    Args:
        path: JSON lines, of this program or of another that keeps the contract's names.
        known: The ids of the gold; a record with another id goes by the stem of its `source`.

    Raises:
        InputError: The file is missing, or a line is no JSON object.
    """
    file = Path(path)
    records: dict[str, dict[str, Any]] = {}
    try:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                record: Any = json.loads(line)
                if not isinstance(record, dict):
                    raise InputError(f"{file}: line {number} is no JSON object")
                id = record.get("id") or ""
                if id not in known:
                    id = Path(str(record.get("source") or record.get("path") or id)).stem
                records[id] = record
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: not readable as JSON lines: {error}") from error
    return records
