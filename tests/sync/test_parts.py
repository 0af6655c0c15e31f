"""Files that hold several texts, or none: rows, members, and what goes when they go."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.sync.conftest import Place
from tests.sync.test_rounds import FOLDER, counted, left
from tutanak.sync.keeping import Keeping

pytestmark = pytest.mark.usefixtures("stand_in")


def zipped(path: Path, members: dict[str, str]) -> None:
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)


def test_the_failure_of_a_member_goes_with_the_member(place: Place) -> None:
    place.write(FOLDER)
    path = place.folder / "gelen" / "a.zip"
    zipped(path, {"bir.txt": "bir", "bos.txt": "", "kotu.txt": "EXTRACT-FAILS"})
    assert counted(place.one()) == {"new": 1, "failed": 2}
    zipped(path, {"bir.txt": "bir", "kotu.txt": "EXTRACT-FAILS", "x.txt": "yeni"})
    assert counted(place.one()) == {"new": 1, "same": 1, "failed": 1}
    with place.store() as store:
        assert [one.source for one in store.failures()] == ["gelen/a.zip#kotu.txt"]
    zipped(path, {"bos.txt": ""})
    assert counted(place.one()) == {"failed": 1}
    with place.store() as store:
        assert [one.source for one in store.failures()] == ["gelen/a.zip#bos.txt"]
    zipped(path, {"bir.txt": "bir", "x.txt": "yeni"})
    assert counted(place.one()) == {"same": 2}
    with place.store() as store:
        assert store.failures() == []


def test_the_failures_of_a_file_go_with_the_file(place: Place) -> None:
    place.write(FOLDER)
    place.file("gelen/a.txt", "bir")
    gone = place.file("gelen/bos.txt", "")
    os.utime(gone, (1, 1))
    zipped(place.folder / "gelen" / "a.zip", {"bos.txt": ""})
    assert counted(place.one()) == {"new": 1, "failed": 2}
    gone.unlink()
    assert (counted(place.one()), left(place.one())) == ({}, {"known": 1, "quarantined": 1})
    (place.folder / "gelen" / "a.zip").unlink()
    place.one()
    with place.store() as store:
        assert store.failures() == []
        assert len(list(store.records())) == 1
    os.utime(place.file("gelen/bos.txt", ""), (1, 1))
    assert counted(place.one()) == {"failed": 1}, "it is back, as it was"


def test_a_table_without_texts_is_told_once(place: Place) -> None:
    place.write(FOLDER)
    place.file("gelen/nufus.csv", "il,nüfus\nKocaeli,2000000\n")
    report = place.one()
    assert (report.listed, counted(report), left(report)) == (1, {}, {"no_text": 1})
    assert left(place.one()) == {"known": 1}
    place.file("gelen/nufus.csv", "il,metin\nKocaeli,Kurul toplandı.\n")
    assert counted(place.one()) == {"new": 1}


def table(place: Place, *texts: str, ids: str = "") -> None:
    rows = [f"{ids[n]};{text}" if ids else text for n, text in enumerate(texts)]
    head = "Kayıt No;Metin" if ids else "Metin"
    place.file("gelen/t.csv", "\n".join([head, *rows, ""]))


ROWS: dict[str, tuple[tuple[str, ...], dict[str, int]]] = {
    "as it was": (("bir", "iki", "üç"), {"same": 1}),
    "one on top": (("sıfır", "bir", "iki", "üç"), {"same": 3, "new": 1}),
    "one below": (("bir", "iki", "üç", "dört"), {"same": 3, "new": 1}),
    "one between": (("bir", "ara", "iki", "üç"), {"same": 3, "new": 1}),
    "one edited": (("bir", "iki!", "üç"), {"same": 2, "changed": 1}),
    "the first gone": (("iki", "üç"), {"same": 2}),
    "the other way round": (("üç", "iki", "bir"), {"same": 3}),
    "one twice": (("bir", "bir", "iki", "üç"), {"same": 3, "new": 1}),
}


@pytest.mark.parametrize("case", ROWS)
def test_rows_are_known_by_their_texts(place: Place, case: str) -> None:
    place.write(FOLDER)
    table(place, "bir", "iki", "üç")
    assert counted(place.one()) == {"new": 3}
    before = place.texts()
    texts, expected = ROWS[case]
    table(place, *texts, "")
    assert counted(place.one()) == expected
    if "changed" not in expected:
        assert before.items() <= place.texts().items()
    table(place, "en yeni", *texts)
    # A row in the place of one that has gone may be that one, edited.
    kind = "changed" if case == "the first gone" else "new"
    assert counted(place.one()) == {"same": len(texts), kind: 1}


def test_rows_are_known_by_the_column_that_is_named(place: Place) -> None:
    place.write(FOLDER + 'columns = { id = "Kayıt No" }\n')
    table(place, "bir", "iki", ids="12")
    assert counted(place.one()) == {"new": 2}
    assert set(place.texts()) == {"gelen/t.csv#id=1", "gelen/t.csv#id=2"}
    table(place, "sıfır", "bir!", "iki", "iki daha", ids="0122")
    assert counted(place.one()) == {"new": 2, "changed": 1, "same": 1}
    assert place.texts()["gelen/t.csv#id=1"].endswith("bir!")
    assert place.texts()["gelen/t.csv#id=2 (2)"].endswith("iki daha")


def test_rows_keep_their_names_in_a_killed_round(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.write(FOLDER)
    table(place, "bir", "iki")
    place.one()
    table(place, "yeni", "bir", "iki")
    with monkeypatch.context() as patch:
        patch.setattr(Keeping, "keep", killed_after(Keeping.keep, 2))
        with pytest.raises(KeyboardInterrupt):
            place.one()
    assert counted(place.one()) == {"same": 3}
    assert len(place.texts()) == 3


def killed_after(keep: Callable[..., Any], count: int) -> Callable[..., Any]:
    """The same, but for the last breath after so many."""
    kept = iter(range(count))

    def and_die(*arguments: Any) -> Any:
        if next(kept, None) is None:
            raise KeyboardInterrupt
        return keep(*arguments)

    return and_die
