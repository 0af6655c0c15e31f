"""Archives: rows of tables, parts of mails, members of ZIP files; a bad part costs only itself."""

import json
from datetime import date, datetime

import pytest

from tests import made
from tests.ingest.reading import document, failure, opened
from tutanak.errors import InputError, NoTextsError, OptionError
from tutanak.records import Document, Failure, Skipped

ROWS = made.rows(3)
TABLES = {
    "jsonl": ("a.jsonl", made.jsonl(ROWS)),
    "json": ("a.json", json.dumps(ROWS).encode()),
    "csv ;": ("a.csv", made.csv_table(ROWS)),
    "csv ,": ("a.csv", made.csv_table(ROWS, delimiter=",")),
    "csv tab": ("a.tsv", made.csv_table(ROWS, delimiter="\t")),
    "csv of Excel": ("a.csv", made.csv_table(ROWS, encoding="utf-8-sig")),
    "csv in windows-1254": ("a.csv", made.csv_table(ROWS, encoding="cp1254")),
    "csv in UTF-16": ("a.csv", made.csv_table(ROWS, encoding="utf-16")),
    "xlsx": ("a.xlsx", made.xlsx({"Haberler": ROWS})),
    "parquet": ("a.parquet", made.parquet(ROWS)),
}


@pytest.mark.parametrize(("name", "content"), TABLES.values(), ids=TABLES.keys())
def test_tables(name: str, content: bytes) -> None:
    found = opened(content, name)
    assert [one.text for one in found if isinstance(one, Document)] == [
        row["Haber Metni"] for row in ROWS
    ]
    first = found[0]
    assert isinstance(first, Document)
    assert (first.id, first.title) == ("a-0", f"{made.TITLE} 0")
    assert (first.published, first.published_from) == (date(2021, 3, 6), "column Yayın Tarihi")
    assert first.source in (f"{name}#row=1", f"{name}#Haberler#row=2")


@pytest.mark.parametrize(("name", "content"), TABLES.values(), ids=TABLES.keys())
def test_a_map_of_columns(name: str, content: bytes) -> None:
    found = opened(content, name, columns={"text": "Başlık", "title": "Haber Metni"})
    assert [one.text for one in found if isinstance(one, Document)] == [r["Başlık"] for r in ROWS]


@pytest.mark.parametrize("name", ["csv ;", "xlsx", "parquet"])
def test_a_column_that_is_not_there(name: str) -> None:
    with pytest.raises(InputError, match="no column 'Metin'"):
        opened(TABLES[name][1], TABLES[name][0], columns={"text": "Metin"})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"ad;soyad\r\nAli;Ak\r\n"),
        ("a.xlsx", made.xlsx({"A": [{"ad": "Ali"}]})),
        ("a.parquet", made.parquet([{"ad": "Ali"}])),
    ],
)
def test_tables_without_texts(name: str, content: bytes) -> None:
    with pytest.raises(NoTextsError, match="name it with --column text=NAME"):
        opened(content, name)


def test_only_fields_of_documents_can_be_mapped() -> None:
    with pytest.raises(OptionError, match="'metin' is no field of a document"):
        opened(b"x", columns={"metin": "a"})


DAYS = {
    "iso": ("2021-03-06", "2021-03-06"),
    "with time": ("2021-03-06T10:00:00+03:00", "2021-03-06"),
    "Turkish": ("6 Mart 2021 Cumartesi", "2021-03-06"),
    "numbers": ("06.03.2021 14:30", "2021-03-06"),
    "empty": ("", None),
    "null": (None, None),
}


@pytest.mark.parametrize(("written", "day"), DAYS.values(), ids=DAYS.keys())
def test_days_in_columns(written: str | None, day: str | None) -> None:
    read = document(made.jsonl([{"text": made.TEXT, "tarih": written}]), "a.jsonl")
    assert read.published == (date.fromisoformat(day) if day else None)


def test_days_of_excel() -> None:
    content = made.xlsx({"A": [{"metin": made.TEXT, "tarih": datetime(2021, 3, 6, 9, 30)}]})
    assert document(content, "a.xlsx").published == date(2021, 3, 6)


BAD_ROWS = {
    "empty text": ('{"text": ""}', "the column 'text' is empty"),
    "no text": ('{"title": "x"}', "no column holds texts"),
    "no day": ('{"text": "Vali", "tarih": "yarın"}', "'yarın', which is no day"),
    "broken": ("{", "no line of JSON"),
    "a list": ("[1]", "an object with a text is expected"),
    "half a character": ('{"text": "\\ud800"}', "half a character"),
    "too long": ('{"text": "' + "a" * 2000 + '"}', "over the limit of 1,000"),
}


@pytest.mark.parametrize(("line", "says"), BAD_ROWS.values(), ids=BAD_ROWS.keys())
def test_one_bad_row_costs_only_itself(line: str, says: str) -> None:
    content = '{"text": "Vali Ayşe"}\n' + line + '\n\n{"text": "Vali Kaya"}\n'
    first, bad, last = opened(content.encode(), "a.jsonl", max_bytes=1000)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Failure)
    assert says in bad.message
    assert bad.source == "a.jsonl#row=2"


def test_a_row_with_too_many_columns() -> None:
    content = made.csv_table(ROWS) + b"9;x\r\n"
    *rest, last = opened(content, "a.csv")
    assert len(rest) == 3
    assert isinstance(last, Failure)
    assert "2 columns where the header has 4" in last.message


def test_texts_of_many_lines_in_a_cell() -> None:
    content = made.csv_table([{"id": 1, "metin": 'Vali "Ayşe"\nKaya; geldi'}])
    assert document(content, "a.csv").text == 'Vali "Ayşe"\nKaya; geldi'


def test_markup_in_a_cell_is_read_as_a_page() -> None:
    text = "".join(f"<p>{line}</p>" for line in made.TEXT.split("\n"))
    assert document(made.jsonl([{"text": text}]), "a.jsonl").text == made.TEXT


def test_rows_without_id_are_named_by_their_text() -> None:
    one, other = opened(made.jsonl([{"text": "Vali"}, {"text": "Bakan"}]), "a.jsonl")
    turned = opened(made.jsonl([{"text": "Bakan"}, {"text": "Vali"}]), "a.jsonl")
    assert isinstance(one, Document)
    assert isinstance(other, Document)
    assert {one.id, other.id} == {d.id for d in turned if isinstance(d, Document)}


def test_a_record_of_tutanak_is_a_row() -> None:
    line = made.jsonl([{"schema_version": "1.0", "id": "b", "text": made.TEXT, "published": None}])
    assert document(line, "records.jsonl").text == made.TEXT


def test_mail_and_its_attachments() -> None:
    attachments = {
        "bülten.pdf": made.pdf(),
        "not.txt": made.TEXT.encode("cp1254"),
        "logo.png": b"\x89PNG\r\n",
        "kırık.pdf": b"%PDF-1.4",
    }
    letter, *rest = opened(made.mail(attachments=attachments), "a.eml")
    assert isinstance(letter, Document)
    assert letter.text.strip() == made.TEXT
    assert (letter.title, letter.publisher) == (made.TITLE, "Kartal Belediyesi")
    assert (str(letter.published), letter.published_from) == ("2021-03-06", "header Date")
    assert [type(one) for one in rest] == [Document, Document, Skipped, Failure]
    assert [one.source for one in rest][:2] == ["a.eml#bülten.pdf", "a.eml#not.txt"]


def test_mail_without_anything() -> None:
    content = b"From: a@example.org\r\nMessage-ID: <1>\r\nSubject: x\r\n\r\n"
    assert "neither letter nor attachment" in failure(content, "a.eml")


def test_zip_of_many_kinds() -> None:
    content = made.zipped(
        {
            "b/sayfa.html": made.html().encode(),
            "b/sayfa.meta.json": b'{"publisher": "Kartal Belediyesi", "published": "2020-01-01"}',
            "../../a.txt": made.TEXT.encode(),
            "c.zip": made.zipped({"d.docx": made.docx(), "e.txt": b""}),
            "f.jsonl": made.jsonl(made.rows(1)),
            "g.png": b"\x89PNG",
            "h.doc": b"\xd0\xcf\x11\xe0",
            "i.dat": b"\x00\x01",
            "j.csv": b"ad;soyad\r\n",
            "__MACOSX/a.txt": b"x",
            ".gizli.txt": b"x",
        }
    )
    found = {
        one.id if isinstance(one, Document) else one.source: one for one in opened(content, "z.zip")
    }
    texts = {name for name, one in found.items() if isinstance(one, Document)}
    assert texts == {"z-a", "z-sayfa", "z-c-d", "z-f-0"}
    page = found["z-sayfa"]
    assert isinstance(page, Document)
    assert (page.source, str(page.published)) == ("z.zip#b/sayfa.html", "2020-01-01")
    assert page.published_from == "sidecar"
    told = {name: one.kind for name, one in found.items() if isinstance(one, Skipped)}
    assert told == {
        "z.zip#g.png": "a PNG picture",
        "z.zip#i.dat": ".dat",
        "z.zip#j.csv": "a table without texts",
    }
    failed = {name for name, one in found.items() if isinstance(one, Failure)}
    assert failed == {"z.zip#h.doc", "z.zip#c.zip#e.txt"}


def test_members_and_attachments_of_one_name_are_told_apart() -> None:
    content = made.zipped({"a1.txt": made.TEXT.encode(), "a2.txt": b"", "a3.txt": b"Vali."})
    content = content.replace(b"a2.txt", b"a1.txt").replace(b"a3.txt", b"a1.txt")
    assert [one.source for one in opened(content, "z.zip")] == [
        "z.zip#a1.txt",
        "z.zip#a1.txt (2)",
        "z.zip#a1.txt (3)",
    ]
    mail = made.mail(attachments={"a1.txt": b"Vali geldi.", "a2.txt": b"Vali gitti."})
    _, *rest = opened(mail.replace(b"a2.txt", b"a1.txt"), "a.eml")
    assert [one.source for one in rest] == ["a.eml#a1.txt", "a.eml#a1.txt (2)"]


def test_zip_bomb() -> None:
    content = made.zipped({f"{i:02}.txt": b"a" * 900_000 for i in range(40)})
    found = opened(content, "z.zip", max_bytes=1_000_000)
    read = [one for one in found if isinstance(one, Document)]
    assert 1 <= len(read) < 20
    last = found[-1]
    assert isinstance(last, Failure)
    assert "a ZIP bomb?" in last.message


def test_zip_in_zip_without_end() -> None:
    content = made.zipped({"a.txt": b"Vali"})
    for _ in range(6):
        content = made.zipped({"a.zip": content})
    assert "archives lie 4 deep in one another" in failure(content, "z.zip")


def test_names_of_a_turkish_windows() -> None:
    content = made.zipped({"dXYZ.txt": b"Vali"}).replace(b"dXYZ", "dışı".encode("cp857"))
    assert document(content, "z.zip").source == "z.zip#dışı.txt"


def test_locked_members() -> None:
    content = bytearray(made.zipped({"a.txt": b"Vali"}))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(sign) + place] |= 1
    assert "locked with a password" in failure(bytes(content), "z.zip")


@pytest.mark.parametrize("name", ["a.zip", "a.xlsx", "a.parquet", "a.docx"])
@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PAR1", b"Vali"])
def test_damaged_archives(name: str, content: bytes) -> None:
    assert "damaged" in failure(content, name)
