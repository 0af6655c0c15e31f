"""What some bytes are: content first, the ending of the name second."""

import pytest

from tests import made
from tutanak.ingest.content import Content
from tutanak.ingest.kinds import SUFFIXES, Strange, kind_of

PAGE = made.html()
KINDS: dict[str, tuple[str, bytes, str | None]] = {
    "text": ("a.txt", made.TEXT.encode(), "text"),
    "page": ("a.html", PAGE.encode(), "html"),
    "page called text": ("a.txt", PAGE.encode(), "html"),
    "page in UTF-16": ("a.txt", PAGE.encode("utf-16"), "html"),
    "page behind a declaration": ("a", b'<?xml version="1.0"?>\n' + PAGE.encode(), "html"),
    "page behind a comment": ("a", b"<!-- saved -->\n" + PAGE.encode(), "html"),
    "old page": ("a.asp", b"<HTML><BODY>Vali</BODY></HTML>", "html"),
    "text called page": ("a.html", b"Vali < Bakan", "text"),
    "pdf": ("a.pdf", made.pdf(), "pdf"),
    "pdf called text": ("a.txt", made.pdf(), "pdf"),
    "pdf without name": ("a", made.pdf(), "pdf"),
    "docx": ("a.docx", made.docx(), "docx"),
    "docx called zip": ("a.zip", made.docx(), "docx"),
    "xlsx": ("a.xlsx", made.xlsx({"A": made.rows()}), "xlsx"),
    "parquet": ("a.dat", made.parquet(made.rows()), "parquet"),
    "zip": ("a.zip", made.zipped({"a.txt": b"Vali"}), "zip"),
    "mail": ("a.eml", made.mail(), "eml"),
    "mail called text": ("a.txt", made.mail(), "eml"),
    "web archive": ("a.mht", made.mht(PAGE), "mht"),
    "lines of JSON": ("a.jsonl", made.jsonl(made.rows()), "jsonl"),
    "lines of JSON called text": ("a.txt", made.jsonl(made.rows()), "jsonl"),
    "a long line of JSON": ("a", b'{"text": "' + b"a" * 9000 + b'"}', "jsonl"),
    "array": ("a.json", b'[{"text": "Vali"}]', "json"),
    "csv": ("a.csv", made.csv_table(made.rows()), "csv"),
    "text that begins with a colon line": ("a.txt", b"Konu: uyum\nVali geldi.", "text"),
    "text that begins with a brace": ("a.txt", b"{Vali} geldi.", "text"),
    "unknown": ("a.xyz", b"Vali", None),
}


@pytest.mark.parametrize(("name", "data", "kind"), KINDS.values(), ids=KINDS.keys())
def test_kinds(name: str, data: bytes, kind: str | None) -> None:
    assert kind_of(Content(name, "a", f".{name.partition('.')[2]}", data=data)) == kind


STRANGE = {
    "old Word": (b"\xd0\xcf\x11\xe0", "save it as .docx"),
    "RTF": (b"{\\rtf1", "save it as .docx"),
    "PNG": (b"\x89PNG\r\n", "OCR"),
    "gzip": (b"\x1f\x8b\x08", "unpack"),
    "OpenDocument": (made.zipped({"mimetype": b"x", "content.xml": b"x"}), "save it as .docx"),
    "PowerPoint": (made.zipped({"[Content_Types].xml": b"", "ppt/a": b""}), "save it as PDF"),
}


@pytest.mark.parametrize(("data", "advice"), STRANGE.values(), ids=STRANGE.keys())
def test_known_but_not_read(data: bytes, advice: str) -> None:
    with pytest.raises(Strange, match=advice):
        kind_of(Content("a.txt", "a", ".txt", data=data))


def test_every_ending_has_a_reader() -> None:
    from tutanak.ingest import READERS
    from tutanak.ingest.unpack import UNPACKERS

    assert set(SUFFIXES.values()) <= set(READERS) | set(UNPACKERS)
