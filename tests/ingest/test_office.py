"""Word files: everything that a reader of the page sees, and nothing that was struck out."""

from typing import Any

import pytest

from tests import made
from tests.ingest.reading import document, failure

W = made.W
BOX = (
    '<w:r xmlns:w="{w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:s="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><s:txbx>{box}</s:txbx></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
INSIDE = "<w:txbxContent><w:p><w:r><w:t>Kutudaki 45 kişi</w:t></w:r></w:p></w:txbxContent>"
PARTS = {
    "text box, once": (BOX.format(w=W, box=INSIDE), "Kutudaki 45 kişi"),
    "insertion": ('<w:ins xmlns:w="{w}"><w:r><w:t>eklendi</w:t></w:r></w:ins>', "eklendi"),
    "link": ('<w:hyperlink xmlns:w="{w}"><w:r><w:t>bağlantı</w:t></w:r></w:hyperlink>', "bağlantı"),
    "content control": (
        '<w:sdt xmlns:w="{w}"><w:sdtContent><w:r><w:t>alan</w:t></w:r></w:sdtContent></w:sdt>',
        "alan",
    ),
    "line break": (
        '<w:r xmlns:w="{w}"><w:t>bir</w:t><w:br/><w:t>iki</w:t></w:r>',
        "bir\niki",
    ),
    "hyphen": ('<w:r xmlns:w="{w}"><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>', "a-b"),
}


def with_part(xml: str) -> bytes:
    from docx.oxml import parse_xml

    def add(made_document: Any) -> None:
        made_document.add_paragraph("Ek: ")._p.append(parse_xml(xml.replace("{w}", W)))

    return made.docx(extra=add)


def test_a_file() -> None:
    read = document(made.docx(), "a.docx")
    assert read.text == f"{made.TITLE}\n{made.TEXT}"
    assert read.title == made.TITLE
    assert read.coverage.unread == 0


@pytest.mark.parametrize(("xml", "says"), PARTS.values(), ids=PARTS.keys())
def test_parts(xml: str, says: str) -> None:
    read = document(with_part(xml), "a.docx")
    assert read.text.count(says) == 1


def test_what_was_struck_out_is_not_read() -> None:
    xml = '<w:del xmlns:w="{w}"><w:r><w:delText>silindi</w:delText></w:r></w:del>'
    assert "silindi" not in document(with_part(xml), "a.docx").text


def test_tables_and_headers() -> None:
    def add(made_document: Any) -> None:
        table = made_document.add_table(2, 2)
        for place, text in enumerate(("Ad", "Kurum", "Ayşe Kaya", "Valilik")):
            table.cell(place // 2, place % 2).text = text
        inner = table.cell(0, 0).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "iç", "tablo"
        made_document.sections[0].header.paragraphs[0].text = "Kartal Belediyesi"

    read = document(made.docx(extra=add), "a.docx")
    assert "Ayşe Kaya | Valilik" in read.text
    assert "iç | tablo" in read.text
    assert read.coverage.furniture == len("Kartal Belediyesi")


REFUSED = {
    "cut off": (made.docx()[:2000], "damaged"),
    "not one": (b"Vali geldi.", "damaged, not readable as a Word file"),
    "a ZIP of its name": (made.zipped({"word/a.xml": b"x", "[Content_Types].xml": b""}), "damaged"),
}


@pytest.mark.parametrize(("content", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(content: bytes, says: str) -> None:
    assert says in failure(content, "a.docx")


def test_a_bomb_is_refused() -> None:
    grown = made.zipped({"[Content_Types].xml": b"", "word/document.xml": b"a" * 120_000_000})
    assert "looks like a ZIP bomb" in failure(grown, "a.docx")
