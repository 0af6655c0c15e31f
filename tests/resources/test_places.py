"""Places: how many there are, and what counts as one."""

import pytest

from tutanak.resources import places


def test_counts() -> None:
    assert len(places.provinces()) == 81
    assert len(places.metropolitan()) == 30
    rows = [place for place in places.places() if place.kind == "district"]
    assert len(rows) == 973


def test_metropolitan_are_provinces() -> None:
    assert places.metropolitan() <= places.provinces()


@pytest.mark.parametrize(
    ("district", "provinces"),
    [
        ("Pendik", {"İstanbul"}),
        ("Keçiören", {"Ankara"}),
        ("Ereğli", {"Konya", "Zonguldak"}),
        ("Yenişehir", {"Bursa", "Diyarbakır", "Mersin"}),
    ],
)
def test_districts(district: str, provinces: set[str]) -> None:
    assert set(places.districts()[district]) == provinces


@pytest.mark.parametrize(
    "name",
    [
        "İstanbul",
        "İSTANBUL",
        "ığdır",
        "Hakkâri",
        "keçiören",
        "Urfa",
        "ABD",
        "Viyana",
        "Kuzey Makedonya",
        "Bosna Hersek",
    ],
)
def test_is_place(name: str) -> None:
    assert places.is_place(name)


@pytest.mark.parametrize("name", ["Merkez", "Bakanlık", "Ankaralı", "", "İstanbul Valiliği"])
def test_is_no_place(name: str) -> None:
    assert not places.is_place(name)


def test_no_district_is_a_province() -> None:
    assert not set(places.districts()) & places.provinces()
