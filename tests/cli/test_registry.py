"""`tutanak registry`: decisions, checks, exports, suggestions, and what a run makes of them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import tutanak as package
from tutanak.cli import app

HEADER = "id,name,kind,parent,valid_from,valid_to,successor,aliases\n"
OWN = HEADER + "x.deniz,Denizyıldızı Derneği,association,,,,,Yıldızcılar Derneği\n"
TEXT = "Denizyıldızı Derneği ile {} 5 Mart 2021'de Hatay'da toplantı düzenledi.\n"


def registry(*arguments: str | Path) -> Result:
    runner = CliRunner(env={"COLUMNS": "200", "TERM": "dumb", "NO_COLOR": "1"})
    return runner.invoke(app, ["registry", *map(str, arguments)], prog_name="tutanak")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a table of one's own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    return tmp_path


DECISIONS = {
    "accept": (["accept", "TBB", "tr.meslek.barolar-birligi"], "TBB", "tr.meslek.barolar-birligi"),
    "reject": (["reject", "Kızılay"], "Kızılay", None),
    "reject one of several": (
        ["reject", "Kızılay", "tr.stk.kizilay", "--note", "a square"],
        "Kızılay",
        None,
    ),
    "alias": (["alias", "Göç Dairesi", "int.iom"], "Göç Daireisi", "int.iom"),
    "merge": (["merge", "tr.stk.tkb", "tr.stk.tkdf"], "Türk Kadınlar Birliği", "tr.stk.tkdf"),
    "own body": (
        ["accept", "Yıldız", "x.deniz", "--registry", "own.csv"],
        "Yıldız",
        "x.deniz",
    ),
}


@pytest.mark.parametrize(("arguments", "name", "id"), DECISIONS.values(), ids=DECISIONS)
def test_decisions_are_replayed(
    here: Path, arguments: list[str], name: str, id: str | None
) -> None:
    assert registry(*arguments).exit_code == 0
    answer = registry("lookup", name, "--json", "--registry", "own.csv")
    assert json.loads(answer.stdout)["link"]["id"] == id
    assert (here / "verdicts.csv").read_text(encoding="utf-8").count("\n") == 2


def test_a_named_file_is_used_in_place_of_that_of_the_folder(here: Path) -> None:
    arguments = ("accept", "TBB", "tr.meslek.barolar-birligi", "--verdicts", "mine.csv")
    assert registry(*arguments).exit_code == 0
    assert not (here / "verdicts.csv").exists()
    assert "several bodies" in registry("lookup", "TBB").stdout
    assert "verdict, score" in registry("lookup", "TBB", "--verdicts", "mine.csv").stdout


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("Ereğli Belediyesi", 0, "2 bodies bear it"),
        ("Ereğli Belediyesi", 0, "tr.ilce.zonguldak.eregli.belediye"),
        ("TBB", 0, "3 bodies bear it"),
        ("İl Milli Eğitim Müdürlüğü", 0, "81 bodies bear it"),
        ("İl Milli Eğitim Müdürlüğü", 0, "and 69 more"),
        ("Türk Kızılay", 0, "exact, score 1.00"),
        ("UNHCR Van Saha Ofisi", 0, "alias, score 0.95; an office of it: van saha ofisi"),
        ("Denizyıldızı Derneği", 1, "no such body in the registry"),
        ("İçişleri Bakanlığı Deneme Birimi", 1, "begins with that of tr.bakanlik.icisleri"),
    ],
)
def test_lookup(here: Path, name: str, code: int, said: str) -> None:
    answer = registry("lookup", name)
    assert (answer.exit_code, said in answer.stdout) == (code, True), answer.stdout


def test_names_beside_decide(here: Path) -> None:
    answer = registry("lookup", "Ereğli Belediyesi", "--beside", "Konya Valiliği", "--json")
    assert json.loads(answer.stdout)["link"]["id"] == "tr.ilce.konya.eregli.belediye"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Göç İdaresi Gn. Md.", "key: göç idaresi genel müdürlüğü"),
        ("Göç İdaresi Gn. Md.", "step: exact: the key is that of its name"),
        ("İzmit Valiliği", "another place: izmit / izmir"),
        ("TBB", "step: ambiguous: "),
        ("Deneme Bir İki", "step: none: no step found a body"),
        ("...", "key: (nothing is left of the name)"),
    ],
)
def test_explain(here: Path, name: str, said: str) -> None:
    answer = registry("explain", name)
    assert (answer.exit_code, said in answer.stdout) == (0, True), answer.stdout


def test_explain_says_what_context_chose_among(here: Path) -> None:
    told = registry("explain", "Ereğli Belediyesi", "--beside", "Konya Valiliği").stdout
    assert "chosen by day, context or rank among:" in told
    assert "tr.ilce.zonguldak.eregli.belediye" in told


REFUSED = {
    "unknown id": (["accept", "TBB", "x.none"], "accept, id: unknown id 'x.none'"),
    "unknown into": (["merge", "int.bm", "x.none"], "merge, into: unknown id 'x.none'"),
    "unknown alias": (["alias", "TBB", "x.none"], "alias, id: unknown id 'x.none'"),
    "unknown reject": (["reject", "TBB", "x.none"], "reject, id: unknown id 'x.none'"),
    "own body without its file": (["accept", "Y", "x.deniz"], "unknown id 'x.deniz'"),
    "no name": (["accept", " ", "int.bm"], "accept, name: empty"),
    "circle": (["merge", "int.who", "int.bm"], "merge, into: merges come back: "),
    "itself": (["merge", "int.who", "int.who"], "int.who -> int.who"),
}


@pytest.mark.parametrize(("arguments", "says"), REFUSED.values(), ids=REFUSED)
def test_bad_decisions_are_not_written(here: Path, arguments: list[str], says: str) -> None:
    registry("merge", "int.bm", "int.who")
    before = (here / "verdicts.csv").read_bytes()
    result = registry(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert (here / "verdicts.csv").read_bytes() == before


BAD = {
    "kind": ("x.a,A,agncy,,,,,", "row 2, kind: unknown 'agncy'"),
    "name": ("x.a,,agency,,,,,", "row 2, name: empty"),
    "id": ("X A,A,agency,,,,,", "row 2, id: 'X A' must be lower-case ASCII"),
    "day": ("x.a,A,agency,,soon,,,", "row 2, valid_from: 'soon' is not"),
    "days": ("x.a,A,agency,,2002,2001,,", "row 2, valid_to: 2001-12-31 is before"),
    "cells": ("x.a,A,agency,,,,,,,,", "row 2: more cells than columns"),
    "twice": ("x.a,A,agency,,,,,\nx.a,B,agency,,,,,", "row 3, id: 'x.a' is taken by"),
    "listed": ("int.bm,A,agency,,,,,", "row 2, id: 'int.bm' is already in the registry"),
    "composed": ("tr.il.ankara.valilik,A,agency,,,,,", "row 2, id: 'tr.il.ankara.valilik'"),
    "parent": ("x.a,A,agency,x.none,,,,", "row 2, parent: unknown id 'x.none'"),
    "successor": ("x.a,A,agency,,,2001,x.none,", "row 2, successor: unknown id 'x.none'"),
    "parents": (
        "x.a,A,agency,x.b,,,,\nx.b,B,agency,x.a,,,,",
        "row 2, parent: comes back to itself: x.a -> x.b -> x.a",
    ),
    "successors": (
        "x.a,A,agency,,,2001,x.b,\nx.b,B,agency,,,2002,x.a,",
        "row 2, successor: comes back to itself",
    ),
}


@pytest.mark.parametrize(("rows", "says"), BAD.values(), ids=BAD)
def test_bad_rows_are_named_and_nothing_is_done(here: Path, rows: str, says: str) -> None:
    (here / "own.csv").write_text(HEADER + rows + "\n", encoding="utf-8")
    (here / "a.txt").write_text(TEXT, encoding="utf-8")
    checked = registry("check", "own.csv")
    assert checked.exit_code == 1
    assert f"error: own.csv, {says}" in checked.stderr
    run = CliRunner().invoke(app, ["run", "a.txt", "--out", "out", "--registry", "own.csv"])
    assert run.exit_code == 1
    assert says in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert not (here / "out").exists()


def test_check_names_every_problem(here: Path) -> None:
    rows = "".join(f"{rows}\n" for rows, _ in (BAD["kind"], BAD["listed"], BAD["parent"]))
    (here / "own.csv").write_text(HEADER + rows, encoding="utf-8")
    result = registry("check", "own.csv")
    assert [line.split(", ")[1] for line in result.stderr.splitlines()] == [
        "row 2",
        "row 3",
        "row 4",
    ]


CHECKED = {
    "good": ("own.csv", OWN, ""),
    "no file": ("none.csv", None, "none.csv: no such registry file"),
    "no column": ("a.csv", "id,name\n", "a.csv, row 1: column 'kind' is missing"),
    "strange column": ("a.csv", "id,name,kind,colour\nx.a,A,agency,red\n", "unknown column 'col"),
    "not UTF-8": ("a.csv", b"id,name,kind\nx.a,\xfe,agency\n", "a.csv: not readable as UTF-8"),
    "entity": ("a.ftm", "\n{\n", "a.ftm, line 2: not JSON"),
    "verdict": ("v.csv", "verdict,name,id\nreject,A,\nmaybe,A,int.bm\n", "v.csv, row 3, verdict"),
    "verdict on nobody": (
        "v.csv",
        "verdict,name,id\naccept,A,int.bm\naccept,A,x.no\n",
        "v.csv, row 3, id: unknown id 'x.no'",
    ),
    "merges": (
        "v.csv",
        "verdict,name,id,into\nmerge,,int.bm,int.who\nmerge,,int.who,int.bm\n",
        "v.csv, row 3, into: merges come back",
    ),
}


@pytest.mark.parametrize(("file", "content", "says"), CHECKED.values(), ids=CHECKED)
def test_check(here: Path, file: str, content: str | bytes | None, says: str) -> None:
    if content is not None:
        data = content if isinstance(content, bytes) else content.encode()
        (here / file).write_bytes(data)
    result = registry("check", file)
    assert result.exit_code == bool(says)
    assert says in result.stderr
    assert result.stdout == ("" if says else "own.csv: nothing wrong\n")


def test_files_are_checked_together(here: Path) -> None:
    (here / "more.csv").write_text("id,name,kind,parent\nx.a,A,agency,x.deniz\n", encoding="utf-8")
    (here / "v.csv").write_text("verdict,name,id\naccept,Aa,x.a\n", encoding="utf-8")
    assert registry("check", "more.csv").exit_code == 1
    assert registry("check", "more.csv", "own.csv", "v.csv").exit_code == 0


@pytest.mark.parametrize("form", ["csv", "ftm"])
def test_what_is_exported_can_be_imported(here: Path, form: str) -> None:
    result = registry("export", f"all.{form}", "--to", form, "--registry", "own.csv")
    assert result.exit_code == 0
    result = registry("import", f"all.{form}", "--into", "mine.csv")
    assert "mine.csv: 1 bodies added" in result.stdout
    assert registry("import", f"all.{form}", "--into", "mine.csv").stdout.startswith(
        "mine.csv: 0 bodies added"
    )
    for name in ("Denizyıldızı Derneği", "Yıldızcılar Derneği"):
        assert package.link(name, registry="mine.csv").id == "x.deniz"


def test_ids_of_others_are_folded(here: Path) -> None:
    entity = {"id": "NK-Işık1", "schema": "Company", "properties": {"name": ["Işıldak A.Ş."]}}
    (here / "e.json").write_text(json.dumps(entity), encoding="utf-8")
    assert registry("import", "e.json", "--into", "own.csv").exit_code == 0
    assert package.link("Işıldak AŞ", registry="own.csv").id == "nk-isik1"


def test_a_broken_import_changes_nothing(here: Path) -> None:
    (here / "more.csv").write_text("id,name,kind,parent\nx.a,A,agency,x.no\n", encoding="utf-8")
    result = registry("import", "more.csv", "--into", "own.csv")
    assert result.exit_code == 1
    assert "more.csv: not imported" in result.stderr
    assert (here / "own.csv").read_text(encoding="utf-8") == OWN
    assert sorted(path.name for path in here.iterdir()) == ["more.csv", "own.csv"]


@pytest.fixture
def texts(here: Path) -> Path:
    """Two texts with an unlisted body in several spellings, and an acronym that they give."""
    names = ("Denizyldızı Derneği", "Karagöz Oyuncuları Derneği (KAROD)")
    for number, name in enumerate(names):
        (here / f"{number}.txt").write_text(TEXT.format(name), encoding="utf-8")
    return here


def test_suggestions(texts: Path) -> None:
    package.run([texts], out="out")
    shown = json.loads(registry("suggest", "out", "--json").stdout)
    first = shown["unlisted"][0]
    assert (first["id"], first["count"]) == ("local:denizyıldızı-derneği", 3)
    assert [name for name, _ in first["variants"]] == [
        "Denizyıldızı Derneği",
        "Denizyldızı Derneği",
    ]
    assert [(one["alias"], one["id"], one["documents"]) for one in shown["aliases"]] == [
        ("KAROD", None, 1)
    ]
    lines = registry("suggest", "out/records.jsonl", "--top", "1").stdout
    assert "     3  Denizyıldızı Derneği  local:denizyıldızı-derneği" in lines
    assert "Denizyıldızı Derneği (2); Denizyldızı Derneği (1)" in lines
    assert "     1  KAROD  Karagöz Oyuncuları Derneği" in lines


def test_what_was_decided_is_suggested_no_more(texts: Path) -> None:
    package.run([texts], out="out")
    (texts / "own.csv").write_text(
        OWN + "x.kar,Karagöz Oyuncuları Derneği,association,,,,,\n", encoding="utf-8"
    )
    shown = registry("suggest", "out", "--registry", "own.csv").stdout
    assert "all names are listed" in shown
    assert 'tutanak registry alias "KAROD" x.kar' in shown
    registry("alias", "KAROD", "x.kar", "--registry", "own.csv")
    assert "KAROD" not in registry("suggest", "out", "--registry", "own.csv").stdout


@pytest.mark.parametrize(
    ("file", "says"), [("none", "no such file"), ("own.csv", "line 1: no rec")]
)
def test_suggest_wants_a_run(here: Path, file: str, says: str) -> None:
    result = registry("suggest", file)
    assert (result.exit_code, says in result.stderr) == (1, True)


def test_a_run_with_files_is_the_same_for_any_number_of_workers(texts: Path) -> None:
    registry("alias", "Karagöz Oyuncuları Derneği", "x.deniz", "--registry", "own.csv")
    outputs = []
    for workers in ("1", "2"):
        arguments = ["run", ".", "--out", f"../out{workers}", "--registry", "own.csv"]
        assert CliRunner().invoke(app, [*arguments, "--workers", workers]).exit_code == 0
        out = texts.parent / f"out{workers}"
        outputs.append({p.name: p.read_bytes() for p in out.iterdir() if p.name != "report.json"})
    assert outputs[0] == outputs[1]
    bodies = package.read_tables(texts.parent / "out1")["organisations"].set_index(
        "organisation_id"
    )
    assert [*bodies.index[bodies["linked"]]] == ["x.deniz"]
    assert bodies.loc["x.deniz", "mentions"] == 5
    report = json.loads((texts.parent / "out1/report.json").read_text(encoding="utf-8"))
    assert report["registry_files"] == ["own.csv"]
    assert report["verdict_files"] == ["verdicts.csv"]


def test_python_replays_only_what_it_is_given(texts: Path) -> None:
    registry("accept", "Denizyıldızı Derneği", "int.bm")
    for verdicts, linked in (((), False), ("verdicts.csv", True)):
        package.run("0.txt", out="out", verdicts=verdicts)
        rows = package.read_tables("out")["institutions"]
        assert ("int.bm" in [*rows["organisation_id"]]) == linked
        record = package.extract(TEXT, verdicts=verdicts)
        assert ("int.bm" in {body.id for body in record.institutions}) == linked
        assert (package.link("Denizyıldızı Derneği", verdicts=verdicts).id == "int.bm") == linked


def test_changed_files_are_read_again(here: Path) -> None:
    assert package.link("Deneme Kümesi", registry="own.csv").id is None
    (here / "own.csv").write_text(OWN + "x.k,Deneme Kümesi,agency,,,,,\n", encoding="utf-8")
    assert package.link("Deneme Kümesi", registry="own.csv").id == "x.k"
