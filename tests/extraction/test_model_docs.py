"""docs/models.md says what the table of models says."""

import pytest

from tests.conftest import ROOT
from tutanak.extraction.model_choice import DEFAULT_MODEL
from tutanak.extraction.model_labels import KINDS, has_names, install_command, kind_of, least_score
from tutanak.extraction.model_values import Kind
from tutanak.resources import table

PAGE = " ".join((ROOT / "docs" / "models.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("kind", KINDS)
def test_labels_and_scores(kind: Kind) -> None:
    labels = table("models")["labels"][kind]
    assert ", ".join(f"`{label}`" for label in labels) in PAGE
    assert {kind_of(label.lower()) for label in labels} == {kind}
    assert str(table("models")["least"][kind]) in PAGE
    assert 0 < least_score(kind) < 1


def test_the_default() -> None:
    assert f"`DEFAULT_MODEL` in `extraction/model_choice.py`: `{DEFAULT_MODEL}`" in PAGE


@pytest.mark.parametrize("label", ["GPE", "LOC", "DATE", "MISC", "", "P"])
def test_other_labels_mean_nothing_here(label: str) -> None:
    assert kind_of(label) is None
    assert not has_names([label])


def test_commands() -> None:
    assert install_command("stanza") == "tutanak models download stanza"
    assert install_command("tr_other") == "pip install tr_other"
