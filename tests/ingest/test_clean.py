"""What is repaired in a text, and what must stay as it is."""

import unicodedata

import pytest

from tutanak.ingest.clean import clean, clean_line

REPAIRED = {
    "byte order mark": ("\ufeffAnkara", "Ankara"),
    "mark inside": ("An\ufeffkara", "Ankara"),
    "windows line ends": ("bir\r\niki\r\n", "bir\niki\n"),
    "old mac line ends": ("bir\riki", "bir\niki"),
    "form feed": ("bir\fiki", "bir\niki"),
    "unicode line separator": ("bir\u2028iki", "bir\niki"),
    "no-break space": ("5\u00a0Mart", "5 Mart"),
    "thin and narrow spaces": ("1\u2009250\u202fkişi", "1 250 kişi"),
    "ideographic space": ("Vali\u3000Kaya", "Vali Kaya"),
    "zero width space": ("Ba\u200bkan", "Bakan"),
    "zero width joiner": ("Ba\u200dkan", "Bakan"),
    "direction marks": ("\u200eVali\u200f", "Vali"),
    "soft hyphen": ("Bakan\u00adlığı", "Bakanlığı"),
    "apostrophe of windows-1254": ("Ankara\x92da", "Ankara’da"),
    "quotes of windows-1254": ("\x93Göç\x94", "“Göç”"),
    "dash of windows-1254": ("9\x9611 Kasım", "9–11 Kasım"),
    "ellipsis of windows-1254": ("ve\x85", "ve…"),
    "bullet of windows-1254": ("\x95 gündem", "• gündem"),
    "byte without meaning": ("a\x81b", "ab"),
    "named entity": ("Sanayi &amp; Ticaret", "Sanayi & Ticaret"),
    "letter entity": ("M&uuml;d&uuml;r", "Müdür"),
    "decimal entity": ("Ankara&#39;da", "Ankara'da"),
    "hexadecimal entity": ("Ankara&#x2019;da", "Ankara’da"),
    "entity of a control": ("Ankara&#146;da", "Ankara’da"),
    "space entity": ("5&nbsp;Mart", "5 Mart"),
    "entity escaped twice": ("Ankara&amp;rsquo;da", "Ankara’da"),
    "decomposed letters": (unicodedata.normalize("NFD", "Göç İdaresi"), "Göç İdaresi"),
    "breve apart": ("Bakanlıg\u0306ı", "Bakanlığı"),
    "dot left on i": ("i\u0307stanbul", "istanbul"),
    "bell": ("An\x07kara", "Ankara"),
    "apostrophe lost": (
        "Rektörlük Salonu?nda açılış yapıldı.",
        "Rektörlük Salonu’nda açılış yapıldı.",
    ),
    "apostrophe lost behind a digit and a name": (
        "Ankara?dan gelen 12 uzman Van?ı gezdi.",
        "Ankara’dan gelen 12 uzman Van’ı gezdi.",
    ),
    "quotes and apostrophe lost": (
        "Müdürlüğü?nün ?Göç ve Uyum? paneli, dün yapıldı.",
        "Müdürlüğü’nün “Göç ve Uyum” paneli, dün yapıldı.",
    ),
}

KEPT = {
    "plain Turkish": "IŞIK ve İÇEL'de 5 Mart 2021, çığ ÖĞÜŞ",
    "newlines and tabs": "bir\n\n\tiki\n",
    "typographic marks": "“Göç” – ‘uyum’ … •",
    "circumflex": "Hakkâri Resmî Gazete",
    "ampersand alone": "Ar&Ge, AT&T; R & D",
    "name that begins like an entity": "&notbir;",
    "entity without semicolon": "a&copyb",
    "double spaces": "Vali  Kaya",
    "emoji": "Teşekkürler 🎉",
    "a question": "Neler yapıldı? Vali açıkladı.",
    "a question without its space": "Neden geldiniz?Sorun neydi?",
    "question marks beside real apostrophes": "Ankara'dan Salonu?nda diye yazılmış.",
    "letters that became question marks": "Ba?kanl?k Salonu?nda topland?.",
    "an address": "https://ornek.example/liste?sayfa=2 adresi açıldı.",
}


@pytest.mark.parametrize(("damaged", "meant"), REPAIRED.values(), ids=REPAIRED.keys())
def test_repairs(damaged: str, meant: str) -> None:
    text, notices = clean(damaged)
    assert text == meant
    assert {notice.code for notice in notices} == {"repaired_text"}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_keeps(text: str) -> None:
    assert clean(text) == (text, ())


@pytest.mark.parametrize("damaged", [d for d, _ in REPAIRED.values()], ids=REPAIRED.keys())
def test_cleaning_twice_changes_nothing_more(damaged: str) -> None:
    once, _ = clean(damaged)
    assert clean(once) == (once, ())


def test_one_notice_for_each_kind_with_its_count() -> None:
    _, notices = clean("a\u00a0b\u00a0c&amp;d")
    assert [notice.message for notice in notices] == [
        "HTML entities read as characters: 1",
        "unusual spaces made plain: 2",
    ]


def test_lost_characters_are_told_but_stay() -> None:
    text, notices = clean("Bakanl\ufffd\ufffd\ufffd")
    assert text == "Bakanl\ufffd\ufffd\ufffd"
    assert [notice.code for notice in notices] == ["lost_text"]


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (None, None),
        ("", None),
        (" \n ", None),
        (" Pendik\n Belediyesi ", "Pendik Belediyesi"),
        ("Sanayi &amp; Ticaret", "Sanayi & Ticaret"),
    ],
)
def test_names_from_outside(given: str | None, line: str | None) -> None:
    assert clean_line(given) == line
