"""The registry's rows: what is there, and what is refused."""

from collections import Counter

import pytest

from tutanak.errors import ResourceError
from tutanak.resources import bodies
from tutanak.resources.composed import composed, find, patterns, predecessors, site_of, sites

HEADER = "id,name,kind,parent,valid_from,valid_to,successor\n"


def test_there_are_four_thousand_bodies() -> None:
    listed = len(bodies.listed())
    assert listed >= 1500
    assert listed + sum(1 for _ in composed()) >= 4000


@pytest.mark.parametrize(
    ("pattern", "count"),
    [("valilik", 81), ("barosu", 81), ("kaymakamlik", 922), ("belde-belediyesi", 404)],
)
def test_composed_counts(pattern: str, count: int) -> None:
    ids = Counter(body.id.rpartition(".")[2] for body in composed())
    assert ids[pattern] == count


def test_municipalities_of_provinces() -> None:
    ids = [body.id for body in composed() if body.id.startswith("tr.il.")]
    assert sum(one.endswith(".buyuksehir-belediyesi") for one in ids) == 30
    assert sum(one.endswith(".belediye") for one in ids) == 51


def test_composed_ids_are_unique_and_not_listed() -> None:
    ids = [body.id for body in composed()]
    assert len(ids) == len(set(ids))
    assert not set(ids) & set(bodies.listed())


def test_composed_bodies_are_found_by_id() -> None:
    for body in composed():
        assert find(body.id) == body


def test_successors_of_composed_bodies_exist() -> None:
    assert [b.id for b in composed() if b.successors and find(b.successors[0]) is None] == []


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("tr.il.istanbul.valilik", "İstanbul Valiliği"),
        ("tr.ilce.istanbul.pendik.belediye", "Pendik Belediyesi"),
        ("tr.il.van.eski-belediye", "Van Belediyesi"),
        ("tr.il.ankara.belediye", None),
        ("tr.ilce.istanbul.pendik.valilik", None),
        ("tr.ilce.istanbul.nowhere.belediye", None),
        ("int.bm", None),
    ],
)
def test_find(identity: str, name: str | None) -> None:
    body = find(identity)
    assert (body.name if body else None) == name


def test_site_and_predecessors() -> None:
    site = site_of("tr.ilce.istanbul.pendik.belediye")
    assert site is not None
    assert (site.kind, site.name, site.province) == ("district", "Pendik", "İstanbul")
    assert predecessors("tr.il.van.buyuksehir-belediyesi") == ("tr.il.van.eski-belediye",)


def test_all_aliases_name_a_body() -> None:
    known = bodies.listed()
    assert [a for a in bodies.aliases() if a.id not in known and find(a.id) is None] == []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Göç İdaresi Başkanlığı", True),
        ("göç idaresi genel müdürlüğü", True),
        ("UNHCR", True),
        ("PENDİK KAYMAKAMLIĞI", True),
        ("Türk Kızılay İzmir Şubesi", True),
        ("Pendik Valiliği", False),
        ("Ankara", False),
        ("", False),
    ],
)
def test_is_known(name: str, known: bool) -> None:
    assert bodies.is_known(name) is known


def test_acronyms_with_more_than_one_body() -> None:
    assert set(bodies.acronyms()["TBB"]) == {
        "Türkiye Barolar Birliği",
        "Türkiye Belediyeler Birliği",
        "Türkiye Bankalar Birliği",
    }


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("x.a,,agency,,,,", "own.csv, row 2, name: empty"),
        ("x.a,A,castle,,,,", "own.csv, row 2, kind: unknown 'castle'"),
        ("X A,A,agency,,,,", "own.csv, row 2, id: 'X A' must be lower-case ASCII"),
        ("x.a,A,agency,,,,\nx.a,B,agency,,,,", "own.csv, row 3, id: 'x.a' is taken by row 2"),
        ("x.a,A,agency,,yesterday,,", "own.csv, row 2, valid_from: 'yesterday' is not"),
        ("x.a,A,agency,,2020-02-30,,", "own.csv, row 2, valid_from: '2020-02-30' is not"),
        ("x.a,A,agency,,2020-01-02,2020-01-01,", "own.csv, row 2, valid_to: 2020-01-01 is before"),
        ("x.a,A,agency,,,,x.b", "own.csv, row 2, successor: given, but valid_to is empty"),
        ("x.a,A, B,agency,,,,", "own.csv, row 2: more cells than columns"),
    ],
)
def test_bad_rows(rows: str, message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        bodies.parse_bodies(HEADER + rows, "own.csv")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,name\nx.a,A", "own.csv, row 1: column 'kind' is missing"),
        ("", "own.csv, row 1: column 'id' is missing"),
        ("id,name,kind,colour\nx.a,A,agency,red", "own.csv, row 1: unknown column 'colour'"),
    ],
)
def test_bad_headers(text: str, message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        bodies.parse_bodies(text, "own.csv")
    assert str(caught.value).startswith(message)


def test_a_year_is_its_first_or_last_day() -> None:
    rows, _ = bodies.parse_bodies(HEADER + "x.a,A,agency,,2001,2004,", "own.csv")
    assert (str(rows[0].valid_from), str(rows[0].valid_to)) == ("2001-01-01", "2004-12-31")


def test_patterns_fit_some_site() -> None:
    assert [p.slug for p in patterns() if not any(p.fits(site) for site in sites())] == []
