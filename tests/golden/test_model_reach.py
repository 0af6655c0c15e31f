"""What a model may change in the records of the tuned texts, and what no model can."""

import re
from collections.abc import Iterator, Sequence

import pytest

from tests.conftest import ROOT
from tutanak import ingest, runner
from tutanak.extraction.model_values import ModelMention
from tutanak.extraction.pipeline import Extractor
from tutanak.ingest.sources import find_sources
from tutanak.normalise.assemble import Normaliser
from tutanak.records import Document, MeetingOut, Record

RUN = re.compile(r"[A-ZÇĞİÖŞÜ]\w+(?: [A-ZÇĞİÖŞÜ]\w+)+")


class Greedy:
    """A model that takes every run of capitalised words for a name: the worst there can be."""

    title = "greedy 1"

    def mentions(self, sentences: Sequence[str]) -> list[list[ModelMention]]:
        return [
            [
                ModelMention("institution" if n % 2 else "person", match.start(), match.end())
                for n, match in enumerate(RUN.finditer(sentence), start=len(sentence))
            ]
            for sentence in sentences
        ]


def documents() -> Iterator[Document]:
    ids = {path.stem for path in (ROOT / "tests/golden/tuned").glob("*.json")}
    found = find_sources([ROOT / "data/raw"], suffixes=ingest.SUFFIXES)
    for source in found.sources:
        if source.id in ids:
            yield from ingest.read(source, runner.reading())


def about(meeting: MeetingOut) -> MeetingOut:
    """A meeting without its guests."""
    return meeting.model_copy(update={"people": (), "institutions": ()})


def without_model(record: Record) -> Record:
    """A record without the names that the model added."""
    people = tuple(one for one in record.people if not one.why.rule.startswith("model."))
    return record.model_copy(update={"people": people})


def test_only_people_and_institutions_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutanak.extraction.model_door.open_model", lambda _: Greedy())
    rules, joined, normaliser = Extractor(), Extractor(model="greedy"), Normaliser()
    added = {"people": 0, "institutions": 0}
    for document in documents():
        before, after = normaliser(rules(document)), normaliser(joined(document))
        assert after.dates == before.dates, document.id
        assert after.counts == before.counts, document.id
        meetings = [list(map(about, record.meetings)) for record in (before, after)]
        assert meetings[0] == meetings[1], document.id
        names = [[p.name for p in record.people] for record in (before, without_model(after))]
        assert names[0] == names[1], document.id
        bodies = {body.name for body in before.institutions if not body.why.rule.startswith("body")}
        assert bodies <= {name for b in after.institutions for name in (b.name, *b.aliases)}
        added["people"] += len(after.people) - len(before.people)
        added["institutions"] += len(after.institutions) - len(before.institutions)
    assert min(added.values()) > 10, "the greedy model must have had its chance"
