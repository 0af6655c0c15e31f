"""Copies of one release: what is one, what is not, and that they are counted once."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

import tutanak
from tests import made
from tutanak.copies import are_copies, body_of
from tutanak.copy_joining import Copies

RELEASE = (
    "Kartal'da Uyum Çalıştayı\n"
    "Kartal Belediyesi, 2 Kasım 2023 Perşembe günü Uğur Mumcu Kültür Merkezi'nde uyum çalıştayı "
    "düzenledi. Çalıştaya Kaymakam Selin Aksoy ile 12 kurumdan yaklaşık 80 kişi katıldı.\n"
    "Açılışta konuşan Aksoy, kurulun çalışmalarını anlattı ve bütün kurumlara teşekkür etti. "
    "Toplantı, soru ve yanıtların ardından sona erdi."
)
SAME = {
    "itself": RELEASE,
    "another headline": RELEASE.replace("Kartal'da Uyum Çalıştayı", "Çalıştay Yapıldı"),
    "a day on top": "03.11.2023 14:30\n" + RELEASE,
    "an agency in front": RELEASE.replace("\nKartal", "\nKARTAL (DHA) - Kartal", 1),
    "no headline": RELEASE.partition("\n")[2],
    "other line ends": RELEASE.replace("düzenledi. ", "düzenledi.\n"),
    "other signs": RELEASE.replace("'", "’").replace("ardından", "ardından,"),
    "a letter mistyped": RELEASE.replace("Selin", "Selim"),
    "a sentence more": RELEASE + " Katılımcılara belgeleri verildi.",
    "a word less": RELEASE.replace("yaklaşık ", ""),
}
OTHER = {
    "another week": RELEASE.replace("2 Kasım 2023 Perşembe", "9 Kasım 2023 Perşembe"),
    "another month": RELEASE.replace("2 Kasım", "2 Ekim"),
    "another number": RELEASE.replace("80 kişi", "60 kişi"),
    "another person": RELEASE.replace("Selin Aksoy", "Ahmet Demir").replace("n Aksoy", "n Demir"),
    "another town": RELEASE.replace("Kartal", "Pendik"),
    "half of it": RELEASE[: len(RELEASE) // 2],
    "another text": made.TEXT,
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME.keys())
def test_copies(text: str) -> None:
    assert are_copies(body_of(RELEASE), body_of(text))


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER.keys())
def test_no_copies(text: str) -> None:
    assert not are_copies(body_of(RELEASE), body_of(text))


def test_short_notices_must_be_the_same() -> None:
    assert are_copies("Meclis yarın toplanıyor.", "MECLİS yarın toplanıyor")
    assert not are_copies("Meclis yarın toplanıyor.", "Meclis bugün toplanıyor.")


def clusters(texts: list[str], order: list[Any]) -> list[tuple[int, ...]]:
    copies = Copies(io.BytesIO())
    for text in texts:
        copies.add(body_of(text))
    return [cluster.members for cluster in copies.clusters(order)]


def test_all_copies_are_found_among_many_texts() -> None:
    texts: list[str] = []
    for number in range(60):
        other = made.numbered(number) + f" Toplantı {number}. kez {number + 3} ilçede yapıldı."
        texts += [other, *([list(SAME.values())[number]] if number < len(SAME) else [])]
    expected = tuple(range(1, 2 * len(SAME), 2))
    assert clusters(texts, [0] * len(texts)) == [expected]


def test_the_first_to_be_published_is_kept() -> None:
    same = list(SAME.values())[:3]
    assert clusters(same, ["2023-11-05", "2023-11-03", "9999"]) == [(1, 0, 2)]
    assert clusters(same, ["9999", "9999", "9999"]) == [(0, 1, 2)]


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    folder = tmp_path / "sites"
    days = {"a": "2023-11-05", "b": "2023-11-03", "c": None}
    for (name, day), text in zip(days.items(), SAME.values(), strict=False):
        (folder / name).mkdir(parents=True)
        (folder / name / f"{name}.txt").write_text(text, encoding="utf-8")
        about = {"publisher": f"Site {name}", "published": day, "url": f"https://{name}.example/1"}
        (folder / name / f"{name}.meta.json").write_text(json.dumps(about), encoding="utf-8")
    (folder / "d.txt").write_text(made.TEXT, encoding="utf-8")
    return folder


def _lines(out: Path) -> list[str]:
    return (out / "records.jsonl").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_counts_a_release_once(sites: Path, workers: int, tmp_path: Path) -> None:
    report = tutanak.run(sites, out=tmp_path / "out", workers=workers)
    assert (report.records, report.copies) == (4, 2)
    lines = _lines(tmp_path / "out")
    records = {record.id: record for record in map(tutanak.Record.model_validate_json, lines)}
    assert {i: r.copy_of for i, r in records.items()} == {"a": "b", "b": None, "c": "b", "d": None}
    assert [(copy.id, copy.url) for copy in records["b"].also_in] == [
        ("a", "https://a.example/1"),
        ("c", "https://c.example/1"),
    ]
    assert all(copy.similarity > 0.7 for copy in records["b"].also_in)
    assert report.found["people"] == len(records["b"].people) + len(records["d"].people)
    tables = tutanak.read_tables(tmp_path / "out")
    assert tables["documents"]["copy_of"].fillna("").tolist() == ["b", "", "b", ""]
    organisations = tables["organisations"].set_index("name")["documents"]
    assert organisations["Kartal Belediyesi"] == 2


def test_without_looking_for_copies(sites: Path, tmp_path: Path) -> None:
    report = tutanak.run(sites, out=tmp_path / "out", copies=False)
    assert (report.records, report.copies) == (4, 0)


def test_lines_that_are_rewritten_are_written_alike(sites: Path, tmp_path: Path) -> None:
    tutanak.run(sites, out=tmp_path / "with")
    tutanak.run(sites, out=tmp_path / "without", copies=False)
    with_copies, without = (
        [json.loads(line) for line in _lines(tmp_path / name)] for name in ("with", "without")
    )
    for one, other in zip(with_copies, without, strict=True):
        assert {**one, "copy_of": None, "also_in": []} == other
    first = _lines(tmp_path / "with")
    assert first == [tutanak.Record.model_validate_json(line).model_dump_json() for line in first]
