"""PDF files: reading order, cut words, running heads, scanned pages."""

from collections.abc import Callable
from typing import Any

import pytest

from tests import made
from tests.ingest.reading import document, failure

FIRST = " ".join(f"Birinci sütunun {i}. cümlesi burada duruyor ve sürüyor." for i in range(12))
SECOND = " ".join(f"İkinci sütunun {i}. cümlesi burada duruyor ve sürüyor." for i in range(12))


def text_of(draw: Callable[[Any], None]) -> str:
    return document(made.pdf(draw), "a.pdf").text


def lines(*texts: str) -> Callable[[Any], None]:
    def draw(pdf: Any) -> None:
        pdf.add_page()
        for text in texts:
            pdf.cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")

    return draw


def test_paragraphs_are_whole() -> None:
    read = document(made.pdf(), "a.pdf")
    assert read.text == made.TEXT
    assert (read.coverage.pages, read.coverage.unread_pages, read.notices) == (1, (), ())


def columns(pdf: Any) -> None:
    pdf.add_page()
    pdf.cell(0, 10, "İKİ SÜTUNLU BİR BÜLTENİN BAŞLIĞI BURADADIR", new_x="LMARGIN", new_y="NEXT")
    top = pdf.get_y()
    pdf.multi_cell(85, 6, FIRST)
    pdf.set_left_margin(110)
    pdf.set_xy(110, top)
    pdf.multi_cell(85, 6, SECOND)


def by_rows(pdf: Any) -> None:
    """Two columns whose lines a program wrote row by row, across both."""
    pdf.add_page()
    halves = [made_lines(FIRST), made_lines(SECOND)]
    for left, right in zip(*halves, strict=True):
        pdf.cell(95, 6, left)
        pdf.cell(95, 6, right, new_x="LMARGIN", new_y="NEXT")


def made_lines(text: str) -> list[str]:
    words, found = text.split(), [""]
    for word in words:
        if len(found[-1]) + len(word) > 38:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return found


@pytest.mark.parametrize("draw", [columns, by_rows])
def test_columns_are_read_one_after_the_other(draw: Callable[[Any], None]) -> None:
    flat = " ".join(text_of(draw).split())
    assert FIRST in flat
    assert SECOND in flat
    assert flat.index(FIRST) < flat.index(SECOND)


def test_rows_of_a_table_are_no_columns() -> None:
    def draw(pdf: Any) -> None:
        pdf.add_page()
        for label, value in (("Tarih", "5 Mart 2021"), ("Yer", "Kartal"), ("Katılımcı", "80 kişi")):
            pdf.cell(60, 6, label)
            pdf.cell(60, 6, value, new_x="LMARGIN", new_y="NEXT")

    assert text_of(draw) == "Tarih | 5 Mart 2021\nYer | Kartal\nKatılımcı | 80 kişi"


CUT = {
    "hyphen": (
        ("Kartal Belediyesi ile ortaklaşa düzen-", "lediği çalıştay"),
        "ortaklaşa düzenlediği",
    ),
    "capital behind": (("Toplantıda Türk-", "Alman ilişkileri konuşuldu"), "Türk-Alman ilişkileri"),
    "years": (("Göreve başladığı 2019-", "2020 döneminde çalıştı"), "2019-2020 döneminde"),
}


@pytest.mark.parametrize(("texts", "whole"), CUT.values(), ids=CUT.keys())
def test_words_cut_at_the_end_of_a_line(texts: tuple[str, str], whole: str) -> None:
    assert whole in text_of(lines(*texts))


def heads(pdf: Any) -> None:
    for number in range(1, 5):
        pdf.set_auto_page_break(False)
        pdf.add_page()
        pdf.cell(0, 6, "Kartal Belediyesi Faaliyet Raporu", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(8)
        pdf.multi_cell(0, 6, f"Bölüm {'abcd'[number - 1]}: " + made.numbered(number))
        pdf.set_y(-15)
        pdf.cell(0, 6, f"Sayfa {number} / 4")


def test_running_heads_are_left_out_but_for_the_first() -> None:
    read = document(made.pdf(heads), "a.pdf")
    assert read.text.count("Faaliyet Raporu") == 1
    assert "Sayfa" not in read.text
    assert read.coverage.furniture == 3 * 33 + 4 * 11
    assert [f"{i + 100} kişi" in read.text for i in range(1, 5)] == [True] * 4


def test_a_paragraph_over_two_pages_is_whole() -> None:
    def draw(pdf: Any) -> None:
        lines("Toplantıya ilçelerden gelen çok sayıda muhtar")(pdf)
        lines("ile kurum müdürü katıldı.")(pdf)

    assert "çok sayıda muhtar ile kurum müdürü katıldı." in text_of(draw)


def test_scanned_pages_are_told() -> None:
    def draw(pdf: Any) -> None:
        pdf.add_page()
        pdf.multi_cell(0, 6, made.TEXT)
        made.scan(pdf)

    content = made.pdf(draw)
    read = document(content, "a.pdf")
    assert read.text == made.TEXT
    assert (read.coverage.pages, read.coverage.unread_pages) == (2, (2,))
    assert [n.message for n in read.notices] == ["1 of 2 pages were not read: 2 (scanned?)"]
    assert "1 of 2 pages were not read (--strict)" in failure(content, "a.pdf", strict=True)


REFUSED = {
    "scanned": (made.pdf(made.scan), "1 of 1 pages are scanned; run OCR"),
    "blank": (made.pdf(lambda pdf: pdf.add_page()), "no text in this PDF"),
    "cut off": (made.pdf()[:700], "damaged, not readable as a PDF"),
    "locked": (made.pdf(password="secret"), "locked with a password"),
    "not one": (b"Vali", "damaged, not readable as a PDF"),
}


@pytest.mark.parametrize(("content", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(content: bytes, says: str) -> None:
    assert says in failure(content, "a.pdf")
