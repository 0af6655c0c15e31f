"""Labels of trained models, told in our kinds: the rows of `tr/models.toml`."""

from collections.abc import Iterable
from functools import cache
from typing import get_args

from tutanak.errors import ResourceError
from tutanak.extraction.model_values import Kind
from tutanak.resources import table

KINDS: tuple[Kind, ...] = get_args(Kind)


@cache
def _kinds() -> dict[str, Kind]:
    rows = table("models").get("labels")
    if not isinstance(rows, dict) or set(rows) != set(KINDS):
        raise ResourceError(f"tr/models.toml: [labels] needs the rows {', '.join(KINDS)}")
    return {label.upper(): kind for kind in KINDS for label in rows[kind]}


def kind_of(label: str) -> Kind | None:
    """What a label means here; None for places, days and all else."""
    return _kinds().get(label.upper())


def has_names(labels: Iterable[str]) -> bool:
    """Whether a model with these labels can name people or bodies."""
    return any(kind_of(label) is not None for label in labels)


@cache
def least_score(kind: Kind) -> float:
    """The least score of a name that is considered, where its model gives scores."""
    return float(table("models")["least"][kind])


def install_command(name: str) -> str:
    """The command that brings the model `name`."""
    rows: dict[str, str] = table("models")["install"]
    return rows.get(name, f"pip install {name}")
