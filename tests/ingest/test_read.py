"""Files to documents: what comes in, and what is refused with which message."""

import hashlib
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tutanak.errors import EncodingError, InputError, SidecarError, TooLargeError
from tutanak.ingest import Reading, from_text, read
from tutanak.ingest.sidecar import iso_date
from tutanak.ingest.sources import Source

TURKISH = "Göç İdaresi Başkanlığı"


def source(path: Path) -> Source:
    return Source(path, path.name, path.stem)


def write(folder: Path, content: bytes, name: str = "a.txt") -> Source:
    path = folder / name
    path.write_bytes(content)
    return source(path)


def sidecar(folder: Path, content: str) -> None:
    (folder / "a.meta.json").write_text(content, encoding="utf-8")


def test_a_document(tmp_path: Path) -> None:
    sidecar(
        tmp_path,
        '{"publisher": " Pendik  Belediyesi", "published": "2021-03-06", "title": "Göç &amp; Uyum",'
        ' "url": "https://example.org/a", "other": [1]}',
    )
    (document,) = read(write(tmp_path, "5\u00a0Mart\r\n".encode()))
    assert document.id == "a"
    assert document.source == "a.txt"
    assert document.text == "5 Mart\n"
    assert document.sha256 == hashlib.sha256(b"5 Mart\n").hexdigest()
    assert document.publisher == "Pendik Belediyesi"
    assert document.published == date(2021, 3, 6)
    assert document.title == "Göç & Uyum"
    assert document.url == "https://example.org/a"
    assert {notice.code for notice in document.notices} == {"repaired_text"}


REFUSED: dict[str, tuple[bytes, type[InputError], str]] = {
    "empty": (b"", InputError, "empty"),
    "white space": (b" \n\t\r\n", InputError, "empty"),
    "only invisible": ("\u200b\ufeff\n".encode(), InputError, "empty"),
    "pdf": (b"%PDF-1.7\n", InputError, "damaged, not readable as a PDF"),
    "zip": (b"PK\x03\x04\x14\x00", InputError, "damaged or cut off, not readable as a ZIP"),
    "old word": (b"\xd0\xcf\x11\xe0\x00", EncodingError, "save it as .docx"),
    "rtf": (b"{\\rtf1 Vali}", EncodingError, "save it as .docx"),
    "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", EncodingError, "JPEG"),
    "zero bytes": (b"Vali\x00\x00Kaya", EncodingError, "zero byte at 4"),
    "control bytes": (bytes(range(1, 32)) * 4 + b"abc", EncodingError, "control bytes"),
    "Russian": (b"x\n" + "Привет, мир".encode("cp1251"), EncodingError, "0xCF at 2 (line 2)"),
    "cut inside a letter": (TURKISH.encode()[:2], EncodingError, "not UTF-8"),
    "too large": (b"a" * 1001, TooLargeError, "1,001 bytes are over the limit of 1,000"),
}


@pytest.mark.parametrize(("content", "error", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(content: bytes, error: type[InputError], says: str, tmp_path: Path) -> None:
    with pytest.raises(error) as caught:
        list(read(write(tmp_path, content), Reading(max_bytes=1000)))
    assert says in str(caught.value)
    assert "a.txt" in str(caught.value)


def test_longest_file_is_still_read(tmp_path: Path) -> None:
    (document,) = read(write(tmp_path, b"a" * 100), Reading(max_bytes=100))
    assert len(document.text) == 100


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.txt: cannot be read: No such file"):
        list(read(source(tmp_path / "no.txt")))


def test_refusal_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = write(tmp_path, b"Vali")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"a\.txt: cannot be read: Permission denied; check"):
        list(read(there))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(InputError, match="not a regular file"):
        list(read(source(tmp_path / "a.txt")))


def test_folder_named_like_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(InputError, match="not a regular file"):
        list(read(source(tmp_path / "a.txt")))


@pytest.mark.parametrize("name", ["a.xyz", "a", "a.pdf.txt", "a.html"])
def test_a_named_file_is_read_by_its_content(name: str, tmp_path: Path) -> None:
    (document,) = read(write(tmp_path, b"Vali", name))
    assert document.text == "Vali"


BROKEN = {
    "bad JSON": ("{", "not readable as UTF-8 JSON"),
    "empty": ("", "not readable as UTF-8 JSON"),
    "list": ("[]", "an object"),
    "number": ("5", "an object"),
    "publisher is a number": ('{"publisher": 5}', "`publisher` must be a text or null, not int"),
    "title is a list": ('{"title": ["a"]}', "`title` must be a text or null, not list"),
    "published is a number": ('{"published": 20210306}', "`published` must be a text"),
    "published is Turkish": ('{"published": "06.03.2021"}', "written as YYYY-MM-DD"),
    "no such day": ('{"published": "2021-02-30"}', "written as YYYY-MM-DD"),
    "half character": ('{"publisher": "\\ud800"}', "half a character"),
    "nested too deep": ("[" * 100_000, "not readable"),
}


@pytest.mark.parametrize(("content", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_sidecar(content: str, says: str, tmp_path: Path) -> None:
    sidecar(tmp_path, content)
    with pytest.raises(SidecarError) as caught:
        list(read(write(tmp_path, b"Vali")))
    assert says in str(caught.value)
    assert "a.meta.json" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "publisher"),
    [("{}", "given"), ('{"publisher": null}', "given"), ('{"publisher": "own"}', "own")],
)
def test_publisher_of_the_run_fills_gaps(content: str, publisher: str, tmp_path: Path) -> None:
    sidecar(tmp_path, content)
    (document,) = read(write(tmp_path, b"Vali"), Reading(publisher="given"))
    assert document.publisher == publisher


def test_sidecar_with_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_bytes(b"\xef\xbb\xbf" + json.dumps({"title": "T"}).encode())
    (document,) = read(write(tmp_path, b"Vali"))
    assert document.title == "T"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021-03-06", date(2021, 3, 6)),
        (" 2021-03-06 ", date(2021, 3, 6)),
        ("2021-03-06T23:30:00+03:00", date(2021, 3, 6)),
        ("2021-03-06 23:30", date(2021, 3, 6)),
    ],
)
def test_days(written: str, day: date) -> None:
    assert iso_date(written) == day


@pytest.mark.parametrize(
    "written", ["", "2021", "2021-3-6", "20210306", "2021-W10-6", "2021-03-06x", "6 Mart 2021"]
)
def test_not_days(written: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        iso_date(written)


def test_text_in_memory_has_an_id_made_from_it() -> None:
    one, same, other = from_text("Vali"), from_text("Vali"), from_text("Vali Kaya")
    assert one.id == same.id != other.id
    assert from_text("Vali", id="mine").id == "mine"


@pytest.mark.parametrize(("text", "says"), [("", "empty"), (" \n", "empty"), ("\ud83d", "half")])
def test_text_in_memory_refused(text: str, says: str) -> None:
    arguments: dict[str, Any] = {"published": date(2021, 3, 6)}
    with pytest.raises(InputError, match=says):
        from_text(text, **arguments)
