"""How the sources fare."""

import pytest

from tests.sync.conftest import Place
from tutanak.sync.sources import read_sources
from tutanak.sync.status import Status, statuses

pytestmark = pytest.mark.usefixtures("stand_in")


def folder(name: str, keys: str = "") -> str:
    return f'[sources.{name}]\nkind = "folder"\npath = "{name}"\n{keys}\n'


def seen(place: Place) -> dict[str, Status]:
    """The states by name, as of the clock of the place."""
    sources = read_sources(place.folder / "sources.toml")
    with place.store() as store:
        return {one.name: one for one in statuses(sources, store, now=place.now)}


def test_all_states(place: Place) -> None:
    place.write(folder("iyi") + folder("sessiz", 'quiet = "5d"') + folder("yok") + folder("eski"))
    for name in ("iyi", "sessiz", "eski"):
        place.file(f"{name}/a.txt", name)
    place.file("iyi/bos.txt", "")
    place.sync()
    place.later(days=6)
    place.sync()
    place.write(
        folder("iyi")
        + folder("sessiz", 'quiet = "5d"')
        + folder("yok")
        + folder("yeni")
        + folder("kapali", "enabled = false")
    )
    found = seen(place)
    assert {name: one.health for name, one in found.items()} == {
        "iyi": "well",
        "sessiz": "quiet",
        "yok": "failing",
        "yeni": "never",
        "kapali": "off",
        "eski": "removed",
    }
    assert (found["yok"].failures_in_a_row, found["yok"].last_success) == (2, None)
    assert "no such folder" in (found["yok"].error or "")
    assert found["sessiz"].quiet_days == 6
    assert found["iyi"].last_success == place.now
    assert found["iyi"].last_new != place.now
    assert (found["iyi"].new, found["iyi"].failed, found["iyi"].quarantined) == (0, 0, 1)


def test_counts_are_those_of_the_last_round(place: Place) -> None:
    place.write(folder("a"))
    path = place.file("a/a.txt", "bir")
    place.file("a/b.txt", "EXTRACT-FAILS")
    place.sync()
    one = seen(place)["a"]
    assert (one.new, one.changed, one.failed, one.quarantined) == (1, 0, 1, 1)
    path.write_text("bir, yeni", encoding="utf-8")
    place.sync()
    one = seen(place)["a"]
    assert (one.new, one.changed, one.failed, one.quarantined) == (0, 1, 0, 1)
