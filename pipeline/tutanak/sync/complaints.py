"""What is wrong in `sources.toml`, in words: file, table, key, what is expected."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_KINDS: Final = ("feed", "sitemap", "listing", "folder")
_EXPECTED: Final[Mapping[str, str]] = {
    "missing": "this key is missing",
    "extra_forbidden": "no such key; check how it is spelt",
    "string_type": "a text in quotes is expected",
    "string_too_short": "the text is empty",
    "int_type": "a whole number is expected",
    "bool_type": "true or false is expected",
    "model_type": "a table is expected",
    "model_attributes_type": "a table is expected",
    "dict_type": "a table is expected",
    "tuple_type": "a list is expected",
    "union_tag_not_found": f"`kind` is missing; it is one of {', '.join(_KINDS)}",
    "union_tag_invalid": f"`kind` is not one of {', '.join(_KINDS)}",
}


def complaint(file: str, error: "ErrorDetails") -> str:
    """One error of pydantic as a line for people."""
    kind = error["type"]
    where = [str(part) for part in error["loc"]]
    if where[:1] == ["sources"] and len(where) > 2 and where[2] in _KINDS:
        del where[2]
    table, keys = _split(where)
    said = _EXPECTED.get(kind) or error["msg"].removeprefix("Value error, ")
    place = " ".join(([f"[{table}]"] if table else []) + ([".".join(keys)] if keys else []))
    seen = _seen(kind, error.get("input"))
    return f"{file}: {place}: {said}{seen}"


def _split(where: list[str]) -> tuple[str, list[str]]:
    """The table's name and the key in it."""
    if where[:1] == ["sources"]:
        return ".".join(where[:2]), where[2:]
    return (where[0], where[1:]) if len(where) > 1 else ("", where)


def _seen(kind: str, value: Any) -> str:
    if kind in ("missing", "value_error", "extra_forbidden") or isinstance(value, dict):
        return ""
    return f", not {value!r}"
