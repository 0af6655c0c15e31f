"""Texts in the encodings of Turkish archives, and texts that somebody decoded wrongly before."""

import chardet
import ftfy.bad_codecs
import pytest

from tests.ingest.reading import document, failure
from tests.made import TEXT

ftfy.bad_codecs.ok()
DASHED = TEXT + "\nVali “Uyum – birlikte” dedi."
SHORT = "Göç İdaresi"
TOLD: dict[str, tuple[str, str]] = {
    "utf-8": ("utf-8", ""),
    "utf-8 with mark": ("utf-8-sig", ""),
    "windows-1254": ("cp1254", "read as windows-1254 by its Turkish letters"),
    "iso-8859-9": ("iso8859-9", "read as windows-1254 by its Turkish letters"),
    "cp857": ("cp857", "read as cp857 by its Turkish letters"),
    "MacTurkish": ("mac_turkish", "read as MacTurkish by its Turkish letters"),
    "utf-16": ("utf-16", ""),
    "utf-16 without mark": ("utf-16-le", "read as utf-16-le by its zero bytes"),
    "utf-16 the other way": ("utf-16-be", "read as utf-16-be by its zero bytes"),
    "utf-32": ("utf-32", ""),
}


@pytest.mark.parametrize("text", [TEXT, SHORT, TEXT.upper()], ids=["long", "short", "capitals"])
@pytest.mark.parametrize(("encoding", "told"), TOLD.values(), ids=TOLD.keys())
def test_encodings(encoding: str, told: str, text: str) -> None:
    read = document(text.encode(encoding), "a.txt")
    assert read.text == text
    repairs = [n.message for n in read.notices if n.code == "repaired_encoding"]
    assert [message.partition(" (")[0] for message in repairs] == ([told] if told else [])
    assert read.coverage.unread == 0


@pytest.mark.parametrize("encoding", ["cp1254", "mac_turkish", "utf-16"])
def test_typographic_signs(encoding: str) -> None:
    assert document(DASHED.encode(encoding), "a.txt").text == DASHED


MISREAD = {
    "utf-8 as windows-1252": ("utf-8", "sloppy-windows-1252"),
    "utf-8 as windows-1254": ("utf-8", "sloppy-windows-1254"),
    "utf-8 as latin-1": ("utf-8", "latin-1"),
    "utf-8 as cp437": ("utf-8", "cp437"),
    "1254 as 1252": ("cp1254", "sloppy-windows-1252"),
    "1254 as latin-1": ("cp1254", "latin-1"),
    "1254 as 1250": ("cp1254", "cp1250"),
    "1254 as mac roman": ("cp1254", "mac_roman"),
    "857 as 850": ("cp857", "cp850"),
    "857 as 437": ("cp857", "cp437"),
    "857 as 1252": ("cp857", "sloppy-windows-1252"),
}


@pytest.mark.parametrize(("right", "wrong"), MISREAD.values(), ids=MISREAD.keys())
def test_mojibake(right: str, wrong: str) -> None:
    damaged = TEXT.encode(right).decode(wrong)
    assert damaged != TEXT
    read = document(damaged.encode(), "a.txt")
    assert read.text == TEXT
    assert "repaired_encoding" in {notice.code for notice in read.notices}


def test_mojibake_in_one_paragraph() -> None:
    damaged = SHORT.encode().decode("cp1252", errors="replace")
    read = document(f"{TEXT}\n{damaged} Başkanlığı".encode(), "a.txt")
    assert read.text == f"{TEXT}\n{SHORT} Başkanlığı"


KEPT = {
    "plain": TEXT,
    "Icelandic name": "Þórður Guðmundsson adlı şair İstanbul'a geldi, ışıklar yandı.",
    "Czech name": "Karel Nový adlı yönetmen Şişli'de ağırlandı.",
    "French name": "Büyükelçi Hervé Magro, Eskişehir'i ziyaret etti.",
    "ASCII": "Vali Kaya toplantiya katildi.",
    "currency": "Projeye 5 milyon ₺ ve 2 milyon € ayrıldı.",
    "questions": "Ne zaman? Nerede? Kim katıldı?",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_right_texts_stay(text: str) -> None:
    read = document(text.encode(), "a.txt")
    assert (read.text, read.notices, read.coverage.unread) == (text, (), 0)


def test_pasted_lines_of_another_encoding() -> None:
    content = TEXT.encode() + b"\n" + TEXT.encode("cp1254")
    read = document(content, "a.txt")
    assert read.text == f"{TEXT}\n{TEXT}"
    assert read.notices[0].message == "2 lines were in another encoding than the rest (UTF-8)"


def test_a_file_that_is_cut_inside_a_letter() -> None:
    read = document((TEXT + "ş").encode()[:-1], "a.txt")
    assert read.text == TEXT + "\ufffd"
    assert read.coverage.unread == 1


def test_lost_letters_are_counted() -> None:
    read = document(b"Kartal Belediyesi Ba?kan? Ay?e K?l?? konu?tu.", "a.txt")
    assert read.coverage.unread == 4, "those at the end of a word may be questions"
    assert [notice.code for notice in read.notices] == ["lost_text"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("Привет, мир, это текст", "cp1251"), ("Καλημέρα κόσμε", "cp1253")],
    ids=["Russian", "Greek"],
)
def test_texts_of_other_languages_are_not_made_turkish(text: str, encoding: str) -> None:
    assert "no Turkish text in another encoding" in failure(text.encode(encoding), "a.txt")


def test_strict_refuses_lost_characters() -> None:
    told = failure((TEXT + "ş").encode()[:-1], "a.txt", strict=True)
    assert told.startswith("a.txt: 1 characters were not read (--strict): ")


def test_where_chardet_says_otherwise_the_notice_tells() -> None:
    content = "GÖÇ VE UYUM ŞÛRASI".encode("cp1254")
    read = document(content, "a.txt")
    assert read.text == "GÖÇ VE UYUM ŞÛRASI"
    opinion = chardet.detect(content)["encoding"]
    assert opinion is not None
    same = content.decode(opinion) == read.text
    assert ("chardet" in read.notices[0].message) == (not same)
