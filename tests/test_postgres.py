"""Without PostgreSQL, tests are skipped with the reason; where it must be there, they fail."""

import pytest

from tests import postgres


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without PostgreSQL."""
    monkeypatch.setattr("tests.postgres.Path.glob", lambda *_: iter(()))
    monkeypatch.setenv("PATH", "")


@pytest.mark.usefixtures("nowhere")
def test_what_is_missing_is_told() -> None:
    missing = pytest.raises(postgres.NoPostgresError, match="apt-get install postgresql")
    with missing, postgres.server():
        pass


@pytest.mark.parametrize(("needed", "outcome"), [("", pytest.skip), ("1", pytest.fail)])
def test_skipped_or_failed(needed: str, outcome: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(postgres.NEEDED, needed)
    assert hasattr(outcome, "Exception")
    with pytest.raises(outcome.Exception, match="no initdb here"):
        postgres.skip_or_fail("no initdb here")
