"""An archive of mixed formats and encodings, some files broken, and what must become of each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests import made
from tests.made import numbered

PNG = b"\x89PNG\r\n\x1a\n"


class Made(NamedTuple):
    """A file: how many records it gives, the reasons of its failures, the things it only names."""

    name: str
    content: bytes
    records: int = 0
    reasons: tuple[str, ...] = ()
    unknown: int = 0


def files() -> Iterator[Made]:
    """All files of the archive."""
    yield from _texts()
    yield from _pages()
    yield from _prints()
    yield from _tables()
    yield from _mails_and_zips()
    yield from _strange()


def _texts() -> Iterator[Made]:
    encodings = (
        *("utf-8", "utf-8-sig", "cp1254", "iso8859-9", "cp857", "mac_turkish"),
        *("utf-16", "utf-16-le", "utf-16-be", "utf-32"),
    )
    for number, encoding in enumerate(encodings):
        yield Made(f"metin/{encoding}.txt", numbered(number).encode(encoding), 1)
    misread = (
        *(("utf-8", "cp1254"), ("utf-8", "latin-1"), ("cp1254", "cp1252"), ("cp1254", "latin-1")),
        *(("cp1254", "cp1250"), ("cp857", "cp850"), ("cp857", "cp437")),
    )
    for number, (right, wrong) in enumerate(misread, start=20):
        damaged = numbered(number).encode(right).decode(wrong)
        yield Made(f"metin/{right}-as-{wrong}.txt", damaged.encode(), 1)
    mixed = numbered(30).encode() + b"\n" + "Çalıştaya şairler de katıldı.".encode("cp1254")
    yield Made("metin/two-encodings.txt", mixed, 1)
    yield Made("metin/cut.txt", (numbered(31) + "ş").encode()[:-1], 1)
    yield Made("metin/UPPER.TXT", numbered(32).encode(), 1)
    yield Made("metin/empty.txt", b"", reasons=("empty",))
    yield Made("metin/spaces.txt", b" \n\t", reasons=("empty",))
    yield Made("metin/binary.txt", b"Vali\x00\x01\x02\x03", reasons=("binary",))
    yield Made("metin/russian.txt", "Привет, мир".encode("cp1251"), reasons=("not UTF-8",))


def _pages() -> Iterator[Made]:
    for number, encoding in enumerate(("utf-8", "cp1254", "iso8859-9", "utf-16"), start=40):
        page = made.html(numbered(number), charset=encoding)
        yield Made(f"sayfa/{encoding}.html", page.encode(encoding), 1)
    yield Made("sayfa/old.htm", made.html(numbered(44)).encode("cp1254"), 1)
    yield Made("sayfa/liar.html", made.html(numbered(45), charset="utf-8").encode("cp1254"), 1)
    yield Made("sayfa/page.aspx", made.html(numbered(46)).encode(), 1)
    yield Made("sayfa/page-without-ending", made.html(numbered(47)).encode(), 1)
    yield Made("sayfa/called.txt", made.html(numbered(48)).encode(), 1)
    yield Made("sayfa/saved.mht", made.mht(made.html(numbered(49))), 1)
    yield Made("sayfa/saved.mhtml", made.mht(made.html(numbered(50))), 1)
    yield Made("sayfa/scripts.html", b"<html><script>1</script></html>", reasons=("no text",))
    broken = made.mht(made.html()).replace(b"text/html", b"text/css")
    yield Made("sayfa/no-page.mht", broken, reasons=("no page",))
    yield Made("sayfa/deep.html", b"<html>" + b"<div>" * 3000 + b"Vali", reasons=("too deep",))


def _prints() -> Iterator[Made]:
    def half(pdf: object) -> None:
        pdf.add_page()  # type: ignore[attr-defined]
        pdf.multi_cell(0, 6, numbered(61))  # type: ignore[attr-defined]
        made.scan(pdf)

    yield Made("baski/one.pdf", made.pdf(numbered(60)), 1)
    yield Made("baski/half-scanned.pdf", made.pdf(half), 1)
    yield Made("baski/called.txt", made.pdf(numbered(62)), 1)
    yield Made("baski/scanned.pdf", made.pdf(made.scan), reasons=("scanned",))
    yield Made("baski/locked.pdf", made.pdf(password="x"), reasons=("password",))
    yield Made("baski/cut.pdf", made.pdf()[:600], reasons=("damaged",))
    yield Made("baski/word.docx", made.docx(numbered(63)), 1)
    yield Made("baski/word-called.zip", made.docx(numbered(64)), 1)
    yield Made("baski/cut.docx", made.docx()[:900], reasons=("damaged",))
    yield Made("baski/old.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 99, reasons=("old Word",))
    yield Made("baski/rich.rtf", b"{\\rtf1 Vali}", reasons=("RTF",))


def _tables() -> Iterator[Made]:
    def rows(start: int) -> list[dict[str, object]]:
        return made.rows(2, start)

    bad = [*rows(70), {**rows(72)[0], "Haber Metni": ""}, {**rows(73)[0], "Yayın Tarihi": "dün"}]
    reasons = ("is empty", "which is no day")
    yield Made("tablo/lines.jsonl", made.jsonl(bad) + b"{\n", 2, (*reasons, "no line of JSON"))
    yield Made("tablo/table.csv", made.csv_table(rows(80)), 2)
    yield Made("tablo/table-1254.csv", made.csv_table(rows(82), encoding="cp1254"), 2)
    yield Made("tablo/table-16.csv", made.csv_table(rows(84), encoding="utf-16"), 2)
    yield Made("tablo/table.tsv", made.csv_table(rows(86), delimiter="\t"), 2)
    extra = made.csv_table(rows(88)) + b"a;b\r\n"
    yield Made("tablo/ragged.csv", extra, 2, ("2 columns where",))
    sheets: dict[str, list[dict[str, object]]] = {"Haberler": rows(90), "Notlar": [{"a": 1}]}
    yield Made("tablo/book.xlsx", made.xlsx(sheets), 2, unknown=1)
    yield Made("tablo/table.parquet", made.parquet(rows(92)), 2)
    yield Made("tablo/cut.parquet", made.parquet(rows(0))[:99], reasons=("damaged",))
    yield Made("tablo/cut.xlsx", made.xlsx(sheets)[:99], reasons=("damaged",))
    yield Made("tablo/people.csv", b"ad;soyad\r\nAli;Ak\r\n", unknown=1)


def _mails_and_zips() -> Iterator[Made]:
    attached = {"ek.pdf": made.pdf(numbered(101)), "logo.png": PNG, "cut.docx": b"PK\x03\x04"}
    yield Made("posta/plain.eml", made.mail(numbered(100)), 1)
    letter = made.mail(numbered(102), attachments=attached)
    yield Made("posta/with-attachments.eml", letter, 2, ("damaged",), 1)
    yield Made("posta/nothing.eml", b"From: a@b\r\nMessage-ID: <1>\r\n\r\n", reasons=("neither",))
    members = {
        "a/haber.html": made.html(numbered(110)).encode("cp1254"),
        "a/duyuru.txt": numbered(111).encode("cp857"),
        "a/duyuru.meta.json": json.dumps({"publisher": "Kartal Belediyesi"}).encode(),
        "../../up.txt": numbered(112).encode(),
        "in.zip": made.zipped({"b.docx": made.docx(numbered(113)), "c.txt": b""}),
        "rows.csv": made.csv_table(made.rows(2, 114)),
        "picture.png": PNG,
        "program.exe": b"MZ\x00\x00",
    }
    yield Made("paket/many.zip", made.zipped(members), 6, ("empty",), 2)
    yield Made("paket/cut.zip", made.zipped(members)[:300], reasons=("damaged",))
    large = {"a.txt": numbered(120).encode(), "b.txt": b"a" * 10_000_001}
    yield Made("paket/large.zip", made.zipped(large), 1, ("over the limit",))


def _strange() -> Iterator[Made]:
    yield Made("diger/picture.png", PNG, unknown=1)
    yield Made("diger/notes.md", b"# Vali", unknown=1)
    yield Made("diger/program.exe", b"MZ\x00\x00", unknown=1)
    yield Made("diger/known.txt", numbered(130).encode(), 1)
    yield Made("diger/known.meta.json", b'{"published": "2021-03-06"}')
    yield Made("diger/other.txt", numbered(131).encode(), reasons=("written as YYYY-MM-DD",))
    yield Made("diger/other.meta.json", b'{"published": "6 Mart 2021"}')
    yield Made("diger/gzipped.gz", b"\x1f\x8b\x08\x00", reasons=("gzip",))


def write(folder: Path) -> list[Made]:
    """The files, written below a folder."""
    written = list(files())
    for one in written:
        path = folder / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
    return written
