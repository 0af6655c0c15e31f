"""A user's own registry file: added bodies, and files that are refused as a whole."""

from pathlib import Path

import pytest

import tutanak
from tutanak.errors import ResourceError
from tutanak.normalise.registry import Registry

HEADER = "id,name,kind,parent,valid_from,valid_to,successor,acronyms,aliases\n"


def write(folder: Path, rows: str) -> Path:
    path = folder / "own.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def test_own_bodies_link(tmp_path: Path) -> None:
    path = write(
        tmp_path, "x.deniz,Denizyıldızı Derneği,association,,,,,DYD,Denizyıldızı|Yıldızcılar"
    )
    registry = Registry.load([path])
    for name in ("Denizyıldızı Derneği", "DYD", "Yıldızcılar", "Denizyldızı Derneği"):
        assert registry.link(name).id == "x.deniz", name
    assert registry.link("İçişleri Bakanlığı").id == "tr.bakanlik.icisleri"
    assert Registry.load().link("Denizyıldızı Derneği").id is None


def test_own_bodies_are_found_in_texts(tmp_path: Path) -> None:
    path = write(tmp_path, "x.mavi,Mavi Kapı,association,,,,,,Köprüler Kuranlar")
    text = "Panele Mavi Kapı'nın Başkanı Selin Aksoy geldi. Köprüler Kuranlar bir bildiri okudu."
    record = tutanak.extract(text, registry=path)
    assert [(body.id, body.aliases) for body in record.institutions] == [
        ("x.mavi", ("Mavi Kapı",))
        if record.institutions[0].name != "Mavi Kapı"
        else ("x.mavi", ("Köprüler Kuranlar",))
    ]
    assert record.people[0].institution_id == "x.mavi"
    assert tutanak.extract(text).institutions == ()
    (one,) = tutanak.why(text, "institutions", registry=path)
    assert one.rules[0].name == "name in your registry"


def test_aliases_by_decision_are_found_in_texts(tmp_path: Path) -> None:
    verdicts = tmp_path / "verdicts.csv"
    verdicts.write_text(
        "verdict,name,id,into,note\nalias,Mavi Kapı,int.unhcr,,\n", encoding="utf-8"
    )
    record = tutanak.extract("Panele Mavi Kapı ev sahipliği yaptı.", verdicts=verdicts)
    assert [body.id for body in record.institutions] == ["int.unhcr"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("int.bm,Başka,un,,,,,,", "id: 'int.bm' is already in the registry"),
        ("tr.il.ankara.valilik,Başka,governorship,,,,,,", "is already in the registry"),
        ("x.a,A,agency,x.none,,,,,", "x.a, parent: unknown id 'x.none'"),
        ("x.a,A,agency,,,2001,x.none,,", "x.a, successor: unknown id 'x.none'"),
        ("x.a,A,agency,x.b,,,,,\nx.b,B,agency,x.a,,,,,", "parent: comes back to itself"),
        ("x.a,A,agency,x.a,,,,,", "parent: comes back to itself"),
        ("x.a,A,agency,,,2001,x.b,,\nx.b,B,agency,,,2002,x.a,,", "successor: comes back to itself"),
    ],
    ids=[
        "taken",
        "taken by a composed body",
        "parent",
        "successor",
        "parents",
        "itself",
        "successors",
    ],
)
def test_refused(tmp_path: Path, rows: str, message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        Registry.load([write(tmp_path, rows)])
    assert message in str(caught.value)


def test_a_circle_is_spelt_out(tmp_path: Path) -> None:
    rows = "x.a,A,agency,x.b,,,,,\nx.b,B,agency,x.c,,,,,\nx.c,C,agency,x.a,,,,,"
    with pytest.raises(ResourceError, match=r"x\.a -> x\.b -> x\.c -> x\.a"):
        Registry.load([write(tmp_path, rows)])


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="no such registry file"):
        Registry.load([tmp_path / "none.csv"])


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes("id,name,kind\nx.a,Çağ,agency".encode("cp1254"))
    with pytest.raises(ResourceError, match="not readable as UTF-8"):
        Registry.load([path])


def test_unknown_id() -> None:
    with pytest.raises(ResourceError, match=r"no body has the id 'x\.none'"):
        Registry.load().body("x.none")
