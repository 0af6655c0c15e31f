"""People's decisions: they outrank scores, are replayed, and are refused where they are broken."""

from datetime import date
from pathlib import Path

import pytest

from tutanak.errors import OutputError, ResourceError
from tutanak.normalise.registry import Registry
from tutanak.normalise.verdicts import Verdict, append

HEADER = "verdict,name,id,into,note\n"


def load(folder: Path, rows: str) -> Registry:
    path = folder / "verdicts.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return Registry.load(verdicts=[path])


@pytest.mark.parametrize(
    ("rows", "name", "identity", "method"),
    [
        (
            "accept,Ereğli Belediyesi,tr.ilce.konya.eregli.belediye,,",
            "EREĞLİ BELEDİYESİ",
            "tr.ilce.konya.eregli.belediye",
            "verdict",
        ),
        ("accept,TBB,tr.meslek.barolar-birligi,,", "TBB", "tr.meslek.barolar-birligi", "verdict"),
        ("accept,İçişleri Bakanlığı,int.bm,,", "İçişleri Bakanlığı", "int.bm", "verdict"),
        (
            "reject,TBB,tr.meslek.bankalar-birligi,,\nreject,TBB,tr.stk.tbb-belediye,,",
            "TBB",
            "tr.meslek.barolar-birligi",
            "acronym",
        ),
        ("reject,Kızılay,,,a metro station", "Kızılay", None, "none"),
        (
            "alias,Göç Dairesi,tr.kurum.goc-idaresi-baskanligi,,",
            "Göç Dairesi",
            "tr.kurum.goc-idaresi-baskanligi",
            "alias",
        ),
        (
            "alias,Göçmenler Dairesi,tr.kurum.goc-idaresi-baskanligi,,",
            "Göçmneler Dairesi",
            "tr.kurum.goc-idaresi-baskanligi",
            "fuzzy",
        ),
        ("merge,,tr.stk.tkb,tr.stk.tkdf,", "Türk Kadınlar Birliği", "tr.stk.tkdf", "exact"),
        (
            "accept,TBB,tr.meslek.barolar-birligi,,\nreject,TBB,tr.meslek.barolar-birligi,,",
            "TBB",
            None,
            "ambiguous",
        ),
        (
            "reject,Kızılay,,,\naccept,Kızılay,tr.stk.kizilay,,",
            "Kızılay",
            "tr.stk.kizilay",
            "verdict",
        ),
    ],
)
def test_decisions(tmp_path: Path, rows: str, name: str, identity: str | None, method: str) -> None:
    link = load(tmp_path, rows).link(name)
    assert (link.id, link.method) == (identity, method)


def test_a_decision_follows_the_day(tmp_path: Path) -> None:
    registry = load(tmp_path, "accept,Göç Dairesi,tr.kurum.goc-idaresi-baskanligi,,")
    assert registry.link("Göç Dairesi", on=date(2019, 1, 1)).canonical_name == (
        "Göç İdaresi Genel Müdürlüğü"
    )


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("accept,TBB,x.none,,", "row 2, id: unknown id 'x.none'"),
        ("merge,,int.bm,x.none,", "row 2, into: unknown id 'x.none'"),
        ("merge,,int.bm,,", "row 2, into: empty"),
        ("accept,,int.bm,,", "row 2, name: empty"),
        ("alias,Ad,,,", "row 2, id: empty"),
        ("maybe,TBB,int.bm,,", "row 2, verdict: 'maybe' is none of"),
        ("merge,,int.bm,int.who,\nmerge,,int.who,int.bm,", "merges come back: int.bm -> int.who"),
    ],
)
def test_refused(tmp_path: Path, rows: str, message: str) -> None:
    with pytest.raises(ResourceError) as caught:
        load(tmp_path, rows)
    assert message in str(caught.value)


def test_appended_decisions_are_replayed(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.csv"
    append(path, Verdict("accept", "TBB", "tr.meslek.bankalar-birligi", note="bir, iki"))
    append(path, Verdict("accept", "TBB", "tr.meslek.barolar-birligi"))
    assert path.read_text(encoding="utf-8").count("verdict,name") == 1
    assert Registry.load(verdicts=[path]).link("TBB").id == "tr.meslek.barolar-birligi"


def test_a_folder_is_no_file_to_append_to(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="could not be written"):
        append(tmp_path, Verdict("accept", "TBB", "int.bm"))


FILES = {
    "no file": (None, "verdict,name,id,into,note\naccept,TBB,int.bm,,\n"),
    "empty": ("", "verdict,name,id,into,note\naccept,TBB,int.bm,,\n"),
    "no last newline": (
        "verdict,name,id\nreject,Ad,",
        "verdict,name,id\nreject,Ad,\naccept,TBB,int.bm\n",
    ),
    "other order": ("note,id,name,verdict\n", "note,id,name,verdict\n,int.bm,TBB,accept\n"),
}


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_a_decision_joins_the_file_as_it_is(tmp_path: Path, before: str | None, after: str) -> None:
    path = tmp_path / "verdicts.csv"
    if before is not None:
        path.write_text(before, encoding="utf-8")
    append(path, Verdict("accept", "TBB\n", "int.bm"))
    assert path.read_text(encoding="utf-8") == after


def test_a_file_without_the_column_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.csv"
    path.write_text("verdict,name,id\n", encoding="utf-8")
    with pytest.raises(OutputError, match="row 1: no column 'note'"):
        append(path, Verdict("accept", "TBB", "int.bm", note="why"))
    assert path.read_text(encoding="utf-8") == "verdict,name,id\n"


def test_a_later_rejection_takes_an_alias_back(tmp_path: Path) -> None:
    rows = "alias,Göçmenler Dairesi,int.iom,,\nreject,Göçmenler Dairesi,int.iom,,"
    assert load(tmp_path, rows).link("Göçmneler Dairesi").id is None
