"""Names on a day: each rename and merger on both sides of it."""

from datetime import date, timedelta

import pytest

from tests.normalise.time_rows import CHANGES, Change
from tutanak.normalise.registry import Registry

IDS = [change.old for change in CHANGES]
BACK = [change for change in CHANGES if change.back]


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


def test_there_are_sixty_changes() -> None:
    assert len(CHANGES) >= 60


@pytest.mark.parametrize("change", CHANGES, ids=IDS)
def test_old_name_on_its_last_day(registry: Registry, change: Change) -> None:
    link = registry.link(change.old, on=change.day - timedelta(days=1))
    assert link.canonical_name == change.old


@pytest.mark.parametrize("change", CHANGES, ids=IDS)
def test_old_name_on_the_first_day_of_the_new(registry: Registry, change: Change) -> None:
    assert registry.link(change.old, on=change.day).canonical_name == change.new


@pytest.mark.parametrize("change", CHANGES, ids=[change.new for change in CHANGES])
def test_new_name_on_its_first_day(registry: Registry, change: Change) -> None:
    assert registry.link(change.new, on=change.day).canonical_name == change.new


@pytest.mark.parametrize("change", BACK, ids=[change.new for change in BACK])
def test_new_name_the_day_before(registry: Registry, change: Change) -> None:
    link = registry.link(change.new, on=change.day - timedelta(days=1))
    assert link.canonical_name == change.old


def test_without_a_day_the_name_means_the_body_that_bore_it(registry: Registry) -> None:
    assert registry.link("Göç İdaresi Genel Müdürlüğü").id == "tr.kurum.goc-idaresi-genel-mudurlugu"


def test_a_name_used_twice_means_the_later_body(registry: Registry) -> None:
    link = registry.link("Çalışma ve Sosyal Güvenlik Bakanlığı")
    assert link.id == "tr.bakanlik.calisma-ve-sosyal-guvenlik"


@pytest.mark.parametrize(
    ("day", "parent"),
    [
        ("2010-01-01", "tr.kurum.basbakanlik"),
        ("2018-07-09", "tr.kurum.basbakanlik"),
        ("2018-07-10", "tr.bakanlik.icisleri"),
        ("2023-02-06", "tr.bakanlik.icisleri"),
    ],
)
def test_parent_of_afad_on_a_day(registry: Registry, day: str, parent: str) -> None:
    assert registry.link("AFAD", on=date.fromisoformat(day)).parent == parent


@pytest.mark.parametrize(
    ("day", "parent"),
    [
        ("2014-05-09", "tr.bakanlik.aile-ve-sosyal-politikalar"),
        ("2019-05-09", "tr.bakanlik.aile-calisma-ve-sosyal-hizmetler"),
        ("2022-05-09", "tr.bakanlik.aile-ve-sosyal-hizmetler"),
    ],
)
def test_a_parent_is_renamed_too(registry: Registry, day: str, parent: str) -> None:
    link = registry.link("Çocuk Hizmetleri Genel Müdürlüğü", on=date.fromisoformat(day))
    assert link.parent == parent


def test_a_split_shows_the_other_successor(registry: Registry) -> None:
    link = registry.link("Aile, Çalışma ve Sosyal Hizmetler Bakanlığı", on=date(2024, 1, 1))
    assert [c.id for c in link.alternatives] == ["tr.bakanlik.calisma-ve-sosyal-guvenlik"]
    assert link.score < 1


def test_a_merger_is_not_undone_by_guess(registry: Registry) -> None:
    link = registry.link("Sosyal Güvenlik Kurumu", on=date(2004, 1, 1))
    assert link.canonical_name == "Sosyal Güvenlik Kurumu"
    assert len(link.alternatives) == 3


@pytest.mark.parametrize(
    ("identity", "today"),
    [
        ("tr.kurum.goc-idaresi-genel-mudurlugu", "tr.kurum.goc-idaresi-baskanligi"),
        ("tr.bakanlik.maliye-ve-gumruk", "tr.bakanlik.hazine-ve-maliye"),
        ("tr.bakanlik.icisleri", "tr.bakanlik.icisleri"),
        ("tr.il.van.eski-belediye", "tr.il.van.buyuksehir-belediyesi"),
        ("tr.kurum.koy-hizmetleri", "tr.kurum.koy-hizmetleri"),
    ],
)
def test_roll_up(registry: Registry, identity: str, today: str) -> None:
    assert registry.roll_up(identity) == today
