"""Fixtures that several rooms use. A fixture needed by one file stays in that file."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from tests import model_makers, postgres
from tests.web import Web, serving
from tutanak.records import (
    CountOut,
    DateOut,
    Document,
    Extraction,
    InstitutionOut,
    Match,
    MeetingOut,
    PersonOut,
    Record,
    Span,
    WarningOut,
    WhyOut,
)

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
WHY = WhyOut(rule="test")
TEXT = "Vali Ayşe Kaya, 5 Mart 2021'de Pendik Belediyesi'nde 40 kişiyle toplandı."


def span_of(part: str, text: str = TEXT) -> Span:
    """Where `part` stands in `text`."""
    start = text.index(part)
    return Span(start, start + len(part))


def make_record(id: str = "a", *, text: str = TEXT, linked: bool = True) -> Record:
    """A record with one thing of each kind, all in `TEXT`."""
    return Record(
        id=id,
        source=f"{id}.txt",
        sha256="0" * 64,
        publisher="Pendik Belediyesi",
        published=date(2021, 3, 6),
        text=text,
        dates=(
            DateOut(
                text="5 Mart 2021",
                start=date(2021, 3, 5),
                end=date(2021, 3, 5),
                role="meeting",
                granularity="day",
                span=span_of("5 Mart 2021"),
                why=WHY,
            ),
        ),
        institutions=(
            InstitutionOut(
                name="Pendik Belediyesi",
                aliases=("Belediye",),
                id="mun:pendik" if linked else None,
                canonical_name="Pendik Belediyesi" if linked else None,
                kind="municipality" if linked else None,
                parent=None,
                match=Match(method="exact" if linked else "none", score=1.0 if linked else 0.0),
                mentions=(span_of("Pendik Belediyesi"),),
                why=WHY,
            ),
        ),
        people=(
            PersonOut(
                name="Ayşe Kaya",
                title=None,
                role="Vali",
                other_roles=("Konuşmacı", "Moderatör"),
                institution="Pendik Belediyesi",
                institution_id="mun:pendik" if linked else None,
                mentions=(span_of("Ayşe Kaya"),),
                why=WHY,
            ),
        ),
        counts=(
            CountOut(
                text="40",
                low=40,
                high=None,
                qualifier="at_least",
                unit="person",
                noun="kişi",
                mode=None,
                span=span_of("40"),
                why=WHY,
            ),
        ),
        meetings=(
            MeetingOut(
                type="toplantı",
                title=None,
                ordinal=None,
                start=date(2021, 3, 5),
                end=date(2021, 3, 5),
                place="Pendik",
                format=None,
                status="held",
                organizers=("Pendik Belediyesi",),
                people=(0,),
                institutions=(0,),
                counts=(0,),
                span=span_of("toplandı"),
                why=WHY,
            ),
        ),
        warnings=(WarningOut(code="year_inferred", message="test"),),
    )


class StandIn:
    """The two middle stages without rules: quick, and failing on demand."""

    def extract(self, document: Document) -> Extraction:
        """Fails where the text asks for it."""
        if "EXTRACT-FAILS" in document.text:
            raise ZeroDivisionError("on demand")
        return Extraction(document)

    def normalise(self, extraction: Extraction) -> Record:
        """The same record for all, with what is known of the document."""
        document = extraction.document
        if "NORMALISE-FAILS" in document.text:
            raise KeyError("on demand")
        return make_record(document.id, text=TEXT + document.text).model_copy(
            update={
                "source": document.source,
                "sha256": document.sha256,
                "publisher": document.publisher,
                "published": document.published,
                "warnings": tuple(
                    WarningOut(code=n.code, message=n.message) for n in document.notices
                ),
            }
        )


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Runs in this process use stages that cost nothing."""
    stages = StandIn()
    monkeypatch.setattr("tutanak.runner.stages", lambda *_: (stages.extract, stages.normalise))
    return stages


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as these tests."""
    try:
        with postgres.server() as url:
            yield url
    except postgres.NoPostgresError as error:
        postgres.skip_or_fail(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def new_store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives stores that do not exist yet: the test runs once on each database."""
    if request.param == "sqlite":
        return lambda: f"sqlite:///{tmp_path / uuid4().hex}.db"
    server: str = request.getfixturevalue("postgres_server")
    return lambda: postgres.new_database(server, f"test_{uuid4().hex}")


@pytest.fixture
def store_url(new_store_url: Callable[[], str]) -> str:
    """A store that does not exist yet: the test runs once on each database."""
    return new_store_url()


@pytest.fixture
def web() -> Iterator[Web]:
    """A real HTTP server on loopback."""
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def small_model_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder on Python's path with the package `tr_kucuk`, a small trained spaCy model."""
    site = tmp_path_factory.mktemp("site")
    model_makers.write_package(model_makers.spacy_pipeline(), site, "kucuk")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(site))
        yield site


@pytest.fixture(scope="session")
def small_model(small_model_site: Path) -> str:
    """The name of a small trained spaCy model that is installed."""
    return "tr_kucuk"
