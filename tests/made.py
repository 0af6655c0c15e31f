"""Makers of files for tests: each gives the bytes of a small file of its kind."""

import csv
import io
import json
import quopri
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from functools import cache
from typing import Any

TITLE = "Kartal'da Uyum Çalıştayı"
TEXT = (
    "Kartal Belediyesi, Göç İdaresi Başkanlığı ile birlikte uyum çalıştayı düzenledi. Çalıştay, "
    "5 Mart 2021 günü Uğur Mumcu Kültür Merkezi'nde yapıldı.\n"
    "Açılışta Kaymakam Selin Aksoy konuştu. Çalıştaya 12 kurumdan yaklaşık 80 kişi katıldı."
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Row = Mapping[str, Any]


def numbered(number: int) -> str:
    """`TEXT` with a number in it, so that texts of one archive are no copies of each other."""
    return TEXT.replace("80 kişi", f"{number + 100} kişi").replace(
        "12 kurumdan", f"{number + 2} kurumdan"
    )


def html(
    text: str = TEXT, *, title: str = TITLE, day: str = "6 Mart 2021", charset: str = "utf-8"
) -> str:
    """A page with headline, day, article, menu and a line of copyright."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return (
        f'<!DOCTYPE html><html lang="tr"><head><meta charset="{charset}">'
        f"<title>{title}</title></head>"
        f"<body><nav><a href='/'>Ana Sayfa</a></nav><article><h1>{title}</h1>"
        f"<div class='tarih'>{day}</div>{paragraphs}</article>"
        "<footer>© 2024 Kartal Belediyesi. Tüm hakları saklıdır.</footer></body></html>"
    )


@cache
def _font() -> str:
    from matplotlib import font_manager

    return str(font_manager.findfont("DejaVu Sans"))


def pdf(draw: Callable[[Any], None] | str = TEXT, *, password: str | None = None) -> bytes:
    """A PDF with one page of text, or what `draw` does to an `FPDF`."""
    from fpdf import FPDF

    made = FPDF()
    made.set_creation_date(datetime(2021, 3, 6, tzinfo=UTC))
    made.add_font("made", fname=_font())
    made.set_font("made", size=11)
    if password is not None:
        made.set_encryption("owner", password)
    if isinstance(draw, str):
        made.add_page()
        made.multi_cell(0, 6, draw)
    else:
        draw(made)
    return bytes(made.output())


def scan(made: Any) -> None:
    """A page of an `FPDF` that is nothing but a picture."""
    from PIL import Image

    made.add_page()
    made.image(Image.new("L", (400, 560), 230), 0, 0, 210, 297)


def docx(text: str = TEXT, *, extra: Callable[[Any], None] | None = None) -> bytes:
    """A Word file with a title and paragraphs."""
    from docx import Document

    document = Document()
    document.add_heading(TITLE, 0)
    for line in text.split("\n"):
        document.add_paragraph(line)
    if extra is not None:
        extra(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def mail(text: str = TEXT, *, attachments: Mapping[str, bytes] | None = None) -> bytes:
    """A mail of a press office."""
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "Kartal Belediyesi <basin@example.org>"
    message["To"] = "haber@example.org"
    message["Date"] = "Sat, 06 Mar 2021 09:30:00 +0300"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(text)
    for name, content in (attachments or {}).items():
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def mht(page: str) -> bytes:
    """A web archive as a browser saves it."""
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.kartal.example/haber/1\r\n"
        'Subject: haber\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; '
        'boundary="----Boundary"\r\n\r\n\r\n------Boundary\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: https://www.kartal.example/haber/1\r\n\r\n"
    )
    picture = "\r\n------Boundary\r\nContent-Type: image/png\r\n\r\nPNG\r\n------Boundary--\r\n"
    return head.encode() + quopri.encodestring(page.encode()) + picture.encode()


def rows(count: int = 2, start: int = 0) -> list[dict[str, Any]]:
    """Rows of a table with Turkish names of columns."""
    return [
        {
            "Haber No": start + i,
            "Başlık": f"{TITLE} {start + i}",
            "Haber Metni": numbered(start + i),
            "Yayın Tarihi": "6 Mart 2021",
        }
        for i in range(count)
    ]


def jsonl(content: Sequence[Row]) -> bytes:
    """JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in content).encode()


def csv_table(content: Sequence[Row], *, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """A CSV file."""
    made = io.StringIO()
    writer = csv.DictWriter(made, list(content[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(content)
    return made.getvalue().encode(encoding)


def xlsx(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """An Excel file."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, content in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append(list(content[0]))
        for row in content:
            sheet.append(list(row.values()))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def parquet(content: Sequence[Row]) -> bytes:
    """A Parquet file."""
    import pyarrow as pa
    from pyarrow import parquet as pq

    made = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(content)), made)
    return made.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A ZIP archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
