"""The list of rules is that of the code, and each example makes its rule fire."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

import pytest

import tutanak
from tests.conftest import ROOT
from tests.reasons.rule_names import rules_in_code
from tutanak import ingest
from tutanak.extraction.model_values import Kind, ModelMention
from tutanak.extraction.pipeline import Extractor
from tutanak.extraction.refusals import refusals
from tutanak.reasons.account import FIELDS
from tutanak.reasons.rules import meanings, parts
from tutanak.records import Extraction
from tutanak.resources import table

PUBLISHED = date(2022, 3, 11)
NEVER_SHOWN = {"years": {"written"}}  # the year stands there: no rule is named
SECTIONS = sorted(set(table("rules")) - {"source"})
ROWS = [(section, name) for section in SECTIONS for name in table("rules")[section]]


@cache
def extractor(own: str = "") -> Extractor:
    return Extractor(names=[own] if own else [])


class Says:
    """A model that finds one name."""

    title = "says 1.0"

    def __init__(self, section: str, name: str) -> None:
        self.kind: Kind = "person" if section == "people" else "institution"
        self.name = name

    def mentions(self, sentences: Sequence[str]) -> list[list[ModelMention]]:
        at = [sentence.find(self.name) for sentence in sentences]
        return [[ModelMention(self.kind, k, k + len(self.name))] if k >= 0 else [] for k in at]


def fired(extraction: Extraction) -> Iterator[tuple[str, str]]:
    for field in FIELDS:
        for mention in getattr(extraction, field):
            yield from parts(field, mention.why.rule)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_list_is_that_of_the_code(section: str) -> None:
    assert set(meanings(section)) == rules_in_code()[section] - NEVER_SHOWN.get(section, set())


def test_no_section_of_the_code_is_missing() -> None:
    assert set(rules_in_code()) == set(SECTIONS)


@pytest.mark.parametrize(("section", "name"), ROWS, ids=[f"{s}: {n}" for s, n in ROWS])
def test_examples_make_their_rules_fire(
    section: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = table("rules")[section][name]
    assert row["means"].strip()
    published = None if row.get("unpublished") else PUBLISHED
    document = ingest.from_text(row["example"], published=published)
    if "model" in row:
        says = Says(section, row["model"])
        monkeypatch.setattr("tutanak.extraction.model_door.open_model", lambda _: says)
        extraction = Extractor(model="says")(document)
        assert (section, name) not in set(fired(extractor()(document)))
    else:
        extraction = extractor(row.get("own", ""))(document)
    if row.get("wide"):
        assert (section, name) not in set(fired(extraction))
        in_text = [(one.start, one.end) for one in extraction.dates]
        assert in_text != [
            (one.start, one.end) for one in tutanak.dates(row["example"], reference=published)
        ]
    elif row.get("refused"):
        assert [one for one in refusals(extraction) if one.field == section]
    else:
        assert (section, name) in set(fired(extraction))


def test_the_page_lists_them() -> None:
    page = (ROOT / "docs" / "why.md").read_text(encoding="utf-8")
    for section, name in ROWS:
        row = table("rules")[section][name]
        assert f"| `{name}` | {row['means']} |" in page
