"""The benchmark of false alarms: reads every kind of source, draws the same, and counts right."""

import csv
from pathlib import Path

import pytest

from benchmarks import prose
from benchmarks.prose import Found, poisson, read_verdicts, report
from benchmarks.prose_sample import (
    PARTS,
    RUN,
    Passage,
    Reader,
    Source,
    count_words,
    documents,
    draw,
    joined,
    lines,
    tokenised,
    treebank,
)

SENTENCE = "Bolu Barosu Başkanı Elif Çınar dün akşam Mudurnu yolunda Atatürk Stadı önünde durdu. "


def write_corpora(folder: Path) -> tuple[Source, ...]:
    (folder / "news.txt").write_text("\n\n".join([SENTENCE * 40] * len(PARTS)), "utf-8")
    (folder / "lines.txt").write_text(f"{SENTENCE}\n" * 100, "utf-8")
    return (
        Source("news", "news.txt", 100, documents, "CC0"),
        Source("fiction", "lines.txt", 150, lines, "CC0"),
    )


def test_draws_parts_of_the_wanted_size_without_repeating_a_passage(tmp_path: Path) -> None:
    sources = write_corpora(tmp_path)
    passages = draw(tmp_path, sources)
    assert passages == draw(tmp_path, sources)
    assert [p.number for p in passages] == list(range(1, len(passages) + 1))
    assert {p.part for p in passages} == set(PARTS)
    drawn = [p for p in passages if (p.part, p.source) == ("first", "fiction")]
    assert [RUN <= count_words(p.text) < RUN + 13 for p in drawn] == [True, True]


@pytest.mark.parametrize(
    ("read", "text", "found"),
    [
        (tokenised, "Ali , geldi .\nAyşe ( kızı ) gitti .", ["Ali, geldi. Ayşe (kızı) gitti."]),
        (
            treebank,
            "# sent_id = news_2\n# text = İki .\n\n# sent_id = news_1\n# text = Bir .\n",
            ["Bir. İki."],
        ),
        (
            treebank,
            "# sent_id = w01001\n# text = Bir .\n# sent_id = w01001002\n# text = İki .\n",
            ["Bir.", "İki."],
        ),
    ],
)
def test_reads_sources(read: Reader, text: str, found: list[str]) -> None:
    assert read(text) == found


def test_quotes_of_a_tokenised_sentence_close_up() -> None:
    assert joined('Ona " gel " dedi .') == 'Ona "gel" dedi.'


def test_reports_rates_and_names_without_a_verdict() -> None:
    passages = [Passage(7, "fresh", "news", SENTENCE)]
    verdicts = {Found(7, "person", "Elif Çınar"): "wrong"}
    text = "\n".join(report("fresh", passages, verdicts, show_wrong=True))
    assert "fresh: 13 words in 1 passages" in text
    assert "person          1 found  right 0  borderline 0  wrong 1  unjudged 0" in text
    assert "wrong per 1,000 words 76.92 (1.95-428.59)" in text
    assert "wrong: 7,person,Elif Çınar" in text
    assert "unjudged: 7,institution,Bolu Barosu" in text


@pytest.mark.parametrize(
    ("events", "low", "high"), [(0, 0.0, 3.689), (1, 0.025, 5.572), (10, 4.795, 18.390)]
)
def test_intervals_are_those_of_the_tables(events: int, low: float, high: float) -> None:
    assert poisson(events) == pytest.approx((low, high), abs=0.001)


def test_verdicts_are_read_and_wrong_ones_refused(tmp_path: Path) -> None:
    assert {each.kind for each in read_verdicts()} == set(prose.KINDS)
    path = tmp_path / "verdicts.csv"
    head = "passage,kind,name,verdict,reason\n"
    for body in ("1,person,Ali Er,maybe,\n", "1,person,Ali Er,right,\n1,person,Ali Er,wrong,\n"):
        path.write_text(head + body, "utf-8")
        with pytest.raises(ValueError, match="wrong or second verdict"):
            read_verdicts(path)


def test_a_wrong_name_has_a_reason() -> None:
    with prose.VERDICTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row for row in rows if row["verdict"] != "right" and not row["reason"]] == []


def test_says_what_is_missing_without_corpora(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prose.main(["--corpora", str(tmp_path)])
    assert capsys.readouterr().out.startswith("skipped: no raw/mukayese_newscat/docs.txt under")


def test_runs_over_corpora(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = write_corpora(tmp_path)
    monkeypatch.setattr(prose, "SOURCES", sources)
    monkeypatch.setattr(prose, "draw", lambda root: draw(root, sources))
    prose.main(["--corpora", str(tmp_path), "--part", "second"])
    out = capsys.readouterr().out
    assert out.startswith("second: ")
    assert ",person,Elif Çınar" in out
