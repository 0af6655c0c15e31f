"""Pages: the article without its furniture, headline, publisher, encoding, what was left out."""

import pytest

from tests import made
from tests.ingest.reading import document, failure

BODY = made.TEXT.split("\n")


LD = '<script type="application/ld+json">'


def page(body: str, head: str = "", title: str = "Haber") -> bytes:
    head = f'<meta charset="utf-8"><title>{title}</title>{head}'
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_page() -> None:
    read = document(made.html().encode(), "a.html")
    assert read.text == f"{made.TITLE}\n6 Mart 2021\n{made.TEXT}"
    assert (read.title, read.publisher) == (made.TITLE, "Kartal Belediyesi")
    assert (str(read.published), read.published_from) == ("2021-03-06", "the line '6 Mart 2021'")
    assert read.coverage.unread == 0
    assert read.coverage.furniture > 50


CHARSETS = {
    "as declared": ("cp1254", "windows-1254"),
    "declared as another": ("cp1254", "utf-8"),
    "declared as Western": ("cp1254", "iso-8859-1"),
    "UTF-8 declared as Turkish": ("utf-8", "iso-8859-9"),
    "UTF-16": ("utf-16", "utf-16"),
    "unknown name": ("cp1254", "x-turkish"),
}


@pytest.mark.parametrize(("encoding", "declared"), CHARSETS.values(), ids=CHARSETS.keys())
def test_the_declared_encoding_may_lie(encoding: str, declared: str) -> None:
    read = document(made.html(charset=declared).encode(encoding), "a.html")
    assert read.text.endswith(made.TEXT)


def test_a_foreign_page_is_read_as_declared() -> None:
    text = "Façade rénovée à Besançon : la mairie a inauguré l'école élémentaire, très attendue."
    content = made.html(text, title="École", charset="iso-8859-1").encode("latin-1", "ignore")
    assert text in document(content, "a.html").text


def test_web_archive() -> None:
    read = document(made.mht(made.html()), "a.mht")
    assert read.text.endswith(made.TEXT)
    assert read.url == "https://www.kartal.example/haber/1"
    assert str(read.published) == "2021-03-06"


def test_web_archive_without_page() -> None:
    content = made.mht(made.html()).replace(b"text/html", b"text/css")
    assert "no page in this web archive" in failure(content, "a.mht")


HEADLINES = {
    "h1": ("<h1>Başlık bir</h1>", "", "Haber", "Başlık bir"),
    "og:title": (
        "<h3>x</h3>",
        '<meta property="og:title" content="Başlık iki">',
        "Site",
        "Başlık iki",
    ),
    "title and h2": ("<h2>Başlık</h2>", "", "Kartal Belediyesi | Başlık", "Başlık"),
    "h1 is the site": (
        "<h1>Kartal</h1>",
        "",
        "Uyum Çalıştayı Kartal'da Yapıldı - Kartal",
        "Uyum Çalıştayı Kartal'da Yapıldı",
    ),
    "JSON-LD": (
        "<h1>x</h1>",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dört"}</script>',
        "Site",
        "Dört",
    ),
}


@pytest.mark.parametrize(
    ("body", "head", "title", "headline"), HEADLINES.values(), ids=HEADLINES.keys()
)
def test_headlines(body: str, head: str, title: str, headline: str) -> None:
    assert document(page(body + paragraphs(*BODY), head, title), "a.html").title == headline


PUBLISHERS = {
    "og:site_name": ('<meta property="og:site_name" content="Kartal Belediyesi">', ""),
    "JSON-LD": (LD + '{"@type":"Article","publisher":{"name":"Kartal Belediyesi"}}</script>', ""),
    "copyright": ("", "<footer>© 2019-2024 Kartal Belediyesi. Tüm hakları saklıdır.</footer>"),
    "copyright in words": ("", "<div>Copyright 2024 - Kartal Belediyesi</div>"),
    "meta publisher": ('<meta name="publisher" content="Kartal Belediyesi">', ""),
}


@pytest.mark.parametrize(("head", "foot"), PUBLISHERS.values(), ids=PUBLISHERS.keys())
def test_publishers(head: str, foot: str) -> None:
    read = document(page(f"<h1>Haber</h1>{paragraphs(*BODY)}{foot}", head), "a.html")
    assert read.publisher == "Kartal Belediyesi"


@pytest.mark.parametrize("name", ["www.kartal.example", "kartal.bel.tr", "2024", ""])
def test_addresses_and_years_are_no_publishers(name: str) -> None:
    head = f'<meta property="og:site_name" content="{name}">'
    assert document(page(paragraphs(*BODY), head), "a.html").publisher is None


ARTICLES = {
    "table cells": f"<table><tr><td>{BODY[0]}</td></tr><tr><td>{BODY[1]}</td></tr></table>",
    "line breaks": f"<div>{BODY[0]}<br><br>{BODY[1]}</div>",
    "divs": f"<div><div>{BODY[0]}</div><div>{BODY[1]}</div></div>",
    "font tags": f"<font size=2>{BODY[0]}<p>{BODY[1]}</font>",
    "unclosed paragraphs": f"<p>{BODY[0]}<p>{BODY[1]}",
    "bold": f"<p><b>{BODY[0]}</b></p><p>{BODY[1]}</p>",
    "list": f"<p>{BODY[0]}</p><ul><li>{BODY[1]}</li></ul>",
    "quote": f"<p>{BODY[0]}</p><blockquote>{BODY[1]}</blockquote>",
    "everything in a form": f"<form>{paragraphs(*BODY)}</form>",
}


@pytest.mark.parametrize("body", ARTICLES.values(), ids=ARTICLES.keys())
def test_articles_of_any_make_come_in_whole(body: str) -> None:
    read = document(page(f"<h1>Haber</h1>{body}"), "a.html")
    for line in BODY:
        assert line in read.text
    assert read.coverage.unread == 0


def test_tables_keep_their_rows() -> None:
    table = (
        "<table><tr><th>Ad</th><th>Kurum</th></tr><tr><td>Ayşe</td><td>Valilik</td></tr></table>"
    )
    read = document(page(f"<h1>Haber</h1>{paragraphs(*BODY)}{table}"), "a.html")
    assert "Ayşe | Valilik" in read.text


NOTHING = {
    "no text": b"<html><body><div></div></body></html>",
    "only scripts": b"<html><body><script>var a = 1;</script></body></html>",
    "only a picture": b'<html><body><img src="a.png"></body></html>',
}


@pytest.mark.parametrize("content", NOTHING.values(), ids=NOTHING.keys())
def test_pages_without_text(content: bytes) -> None:
    assert "no text in this page" in failure(content, "a.html")


@pytest.mark.parametrize("depth", [200, 1000, 2000])
def test_deeply_nested_elements(depth: int) -> None:
    content = page("<div>" * depth + f"<p>{BODY[0]}</p>" + "</div>" * depth + f"<p>{BODY[1]}</p>")
    read = document(content, "a.html").text
    assert BODY[0] in read
    assert BODY[1] in read


def test_elements_nested_too_deep_are_no_silent_loss() -> None:
    content = page("<p>Vali geldi.</p>" + "<div>" * 3000 + f"<p>{BODY[0]}</p>")
    assert "nested too deep" in failure(content, "a.html")
